"""What people are asked about organisations."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from treadle.kit.forms import Choices, DecimalField, Form
from treadle.kit.translated import Translated
from treadle.kit.workdays import days_in
from treadle.kit.zones import zone_choices
from treadle.matching import guess_language
from treadle.nomenclature.models import Country, Unit
from treadle.nomenclature.places import country_choices, currency_choices, language_choices

from .entering import FINANCE_FIELDS
from .finding import FACETS
from .models import Centre, Kind, Membership, Organisation, Person, Staff

RECOGNISED = _("Left empty, we recognise it.")
KINDS = [choice for choice in Kind.choices if choice[0] != Kind.CENTRE]


def countries() -> list[tuple[str, str]]:
    """Countries by name, with an empty first line."""
    return [("", "—"), *country_choices()]


def units() -> list[tuple[str, str]]:
    """Units with an empty first line."""
    return [("", "—"), *(unit.as_choice() for unit in Unit.objects.all())]


def currencies() -> list[tuple[str, str]]:
    """Currencies with an empty first line."""
    return [("", "—"), *currency_choices()]


def languages() -> list[tuple[str, str]]:
    """Languages with an empty first line."""
    return [("", "—"), *language_choices()]


class OrganisationForm(Form):
    """The front of a record; used to enter one and to change it."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As it is known to its customers."))
    kinds = forms.MultipleChoiceField(
        label=_("What is it?"), choices=KINDS, widget=forms.CheckboxSelectMultiple, help_text=_("One or more.")
    )
    about = forms.CharField(
        label=_("What do you do?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In your own words and language: products, processes, machines, for whom. This is what people find you by."),
    )  # fmt: skip
    about_language = forms.ChoiceField(label=_("Language of this text"), choices=languages, required=False, help_text=RECOGNISED)
    country = forms.ChoiceField(label=_("Country"), choices=countries)
    town = forms.CharField(label=_("Town"), max_length=120, required=False)
    founded = forms.IntegerField(
        label=_("Founded in"),
        required=False,
        min_value=1600,
        max_value=9999,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    employees = forms.IntegerField(
        label=_("People working there"),
        required=False,
        min_value=0,
        max_value=2_000_000_000,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    women = forms.IntegerField(
        label=_("of whom women"), required=False, min_value=0, widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    )
    languages = Choices(label=_("Languages you write"), choices=language_choices, required=False)
    markets = Choices(label=_("Countries you serve"), choices=country_choices, required=False)
    website = forms.URLField(label=_("Website"), required=False, max_length=300, assume_scheme="https")
    ownership = forms.ChoiceField(label=_("Who owns it"), choices=[("", "—"), *Organisation.Ownership.choices], required=False)
    women_led = forms.TypedChoiceField(
        label=_("Led by women"), required=False, choices=[("", "—"), ("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda text: text == "yes", empty_value=None, help_text=_("A woman, or more women than men, decide."),
    )  # fmt: skip
    turnover = DecimalField(
        label=_("Turnover of a year"), required=False, min_value=0, max_digits=16, decimal_places=2,
        help_text=_("Seen by you and your centre alone, if you do not choose otherwise."),
    )  # fmt: skip
    turnover_currency = forms.ChoiceField(label=_("Currency"), choices=currencies, required=False)
    turnover_year = forms.IntegerField(
        label=_("of the year"), required=False, min_value=1900, max_value=9999,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    export_share = forms.IntegerField(
        label=_("Share of exports, in percent"), required=False, min_value=0, max_value=100,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(self, *args: Any, organisation: Organisation | None = None, seen: Any = None, **kwargs: Any) -> None:
        if organisation is not None:
            kwargs.setdefault("initial", self.values_of(organisation))
        super().__init__(*args, **kwargs)
        if organisation is not None and seen is not None and not seen.finance:
            for name in FINANCE_FIELDS:
                del self.fields[name]

    @staticmethod
    def values_of(organisation: Organisation) -> dict[str, Any]:
        """A record as initial values; the text in the reader's language if there is one."""
        plain = ("name", "town", "founded", "employees", "women", "languages", "markets", "website", "ownership", *FINANCE_FIELDS)
        return {
            "women_led": {True: "yes", False: "no"}.get(organisation.women_led, ""),  # type: ignore[call-overload]
            **{name: getattr(organisation, name) for name in plain},
            "kinds": [each.kind for each in organisation.kinds.all()],
            "country": organisation.country_id,
            "about": organisation.about.best(),
            "about_language": organisation.about.language(),
        }

    def clean(self) -> dict[str, Any]:
        """Women are among the people; a founding year is not in the future."""
        data = super().clean()
        employees, women = data.get("employees"), data.get("women")
        if employees is not None and women is not None and women > employees:
            self.add_error("women", _("There cannot be more women than people. Check both numbers."))
        if (data.get("founded") or 0) > timezone.localdate().year:
            self.add_error("founded", _("This year is in the future."))
        if data.get("turnover") is not None and not data.get("turnover_currency"):
            self.add_error("turnover_currency", _("In which currency? Choose one."))
        if (data.get("turnover_year") or 0) > timezone.localdate().year:
            self.add_error("turnover_year", _("This year is in the future."))
        return data

    def fields_for(self, organisation: Organisation | None) -> dict[str, Any]:
        """Cleaned data as an action takes it; other languages' texts are kept."""
        data = dict(self.cleaned_data)
        lang = data.pop("about_language") or guess_language(data["about"]) or get_language() or "en"
        before = dict(organisation.about) if organisation is not None else {}
        text = data.pop("about")
        data["about"] = Translated({**before, lang: text} if text else {key: value for key, value in before.items() if key != lang})
        data["country"] = Country.objects.get(pk=data["country"])
        data.pop("kinds")
        return data


class JoinForm(Form):
    """A request to act for an organisation."""

    message = forms.CharField(
        label=_("Message to its owner"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Say who you are there. They see your name and this text."),
    )  # fmt: skip


class InviteForm(Form):
    """Somebody is invited to act for the organisation."""

    email = forms.EmailField(label=_("E-mail"))
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices, initial=Membership.Role.READER)


class CentreForm(Form):
    """A centre: what kind of office, where, serving whom."""

    lines = (("country", "town"),)

    name = forms.CharField(label=_("Name"), max_length=200)
    sort = forms.ChoiceField(label=_("What kind of office is it?"), choices=Centre.Sort.choices)
    country = forms.ChoiceField(label=_("Country"), choices=countries)
    town = forms.CharField(label=_("Town"), max_length=120, required=False)
    territory = Choices(
        label=_("Countries it serves"), choices=country_choices, required=False, help_text=_("Left empty, it serves its own country.")
    )

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["name"], self.fields["country"], self.fields["town"]
            self.fields["territory"].help_text = ""


class CalendarForm(Form):
    """A centre's days of rest."""

    rest_days = forms.TypedMultipleChoiceField(
        label=_("Days of rest in the week"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(number, WEEKDAYS[number]) for number in range(7)],
    )  # fmt: skip
    holidays = forms.CharField(
        label=_("Days on which the centre is closed"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("One on a line, as 2027-01-01, with what is celebrated behind it if you like."),
    )  # fmt: skip
    zone = forms.ChoiceField(label=_("Time zone"), required=False, choices=lambda: [("", _("That of the country")), *zone_choices()])

    def clean_holidays(self) -> dict[str, str]:
        """What is celebrated, by the day."""
        lines = [line.strip() for line in self.cleaned_data["holidays"].splitlines() if line.strip()]
        days, wrong = days_in(lines)
        if wrong:
            raise forms.ValidationError(_("“%(line)s” does not begin with a day such as 2027-01-01."), params={"line": wrong[0]})
        return {day.isoformat(): line.partition(" ")[2].strip()[:100] for day, line in zip(days, lines, strict=True)}


class PostForm(Form):
    """Somebody with a login is given a post."""

    lines = (("email", "role"),)

    email = forms.EmailField(label=_("E-mail"), help_text=_("Of somebody who has signed up."))
    role = forms.ChoiceField(label=_("Post"), choices=Staff.Role.choices)

    def clean_email(self) -> Person:
        """The person whose address it is."""
        email = str(self.cleaned_data["email"]).lower()
        person = Person.objects.filter(email=email, is_active=True).first()
        if person is None:
            raise forms.ValidationError(_("Nobody has signed up with %(email)s. Ask them to sign up first."), params={"email": email})
        return person


class FilterForm(forms.Form):
    """The directory's filters: words and place, then one list for each facet."""

    FIRST = ("q", "kind", "country", "near", "km", "sort")

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    country = forms.ChoiceField(label=_("Country"), required=False)
    near = forms.CharField(
        label=_("Near"), required=False, max_length=120, widget=forms.TextInput(attrs={"placeholder": _("town, or 34.0, -5.0")})
    )
    km = forms.CharField(
        label=_("within km"), required=False, max_length=6, widget=forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "50"})
    )
    certificate = forms.CharField(label=_("Certificate valid today"), required=False, max_length=60)
    sort = forms.ChoiceField(label=_("Sort by"), required=False)

    def __init__(self, *args: Any, present: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(country_choices())
        shown = sorted(((code, names.get(code, code)) for code in present), key=lambda pair: pair[1])
        self.fields["country"].choices = [("", _("All")), *shown]  # type: ignore[attr-defined]
        orders = [
            ("", _("Best fit")),
            ("name", _("Name")),
            ("fresh", _("Last confirmed")),
            ("people", _("Most people")),
            ("new", _("Newest")),
        ]
        near = [("distance", _("Distance"))] if self.data.get("near") else []
        self.fields["sort"].choices = [*orders, *near]  # type: ignore[attr-defined]
        for key, facet in FACETS.items():
            self.fields[key] = forms.ChoiceField(label=facet.label, required=False, choices=[("", _("All")), *facet.choices()])

    def first(self) -> list[forms.BoundField]:
        """What most people filter by."""
        return [self[name] for name in self.FIRST]

    def more(self) -> list[forms.BoundField]:
        """Everything else."""
        return [self[name] for name in self.fields if name not in self.FIRST]

    def is_more_used(self) -> bool:
        """Whether anything but the first filters is set."""
        return any(self.data.get(name) for name in self.fields if name not in self.FIRST)


class ReasonForm(Form):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
