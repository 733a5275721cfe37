"""What people are asked about organisations."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from treadle.kit import files
from treadle.kit.forms import Choices, DateInput, DecimalField, Form, ModelForm
from treadle.kit.translated import Translated
from treadle.matching import guess_language
from treadle.nomenclature.forms import CodesField
from treadle.nomenclature.models import Country, Unit
from treadle.nomenclature.places import country_choices, currency_choices, language_choices

from .detailed import Cooperation, CsoKind, Interest, Society, Sought
from .entering import FINANCE_FIELDS
from .finding import FACETS
from .models import Capability, Centre, Contact, Evidence, Identifier, Kind, Membership, Name, Organisation, Person, Site, Staff

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


class NameForm(ModelForm):
    """Another name."""

    language = forms.ChoiceField(label=_("Language"), choices=languages, required=False)

    class Meta:
        model = Name
        fields = ("sort", "text", "language")


class IdentifierForm(ModelForm):
    """A number in a register."""

    lines = (("scheme", "number"),)

    class Meta:
        model = Identifier
        fields = ("scheme", "number")

    def clean_scheme(self) -> str:
        """Codes of registers are written in capitals."""
        return str(self.cleaned_data["scheme"]).strip().upper()


class SiteForm(ModelForm):
    """A place of work."""

    country = forms.ModelChoiceField(label=_("Country"), queryset=Country.objects.all())
    latitude = forms.FloatField(
        label=_("Latitude"),
        required=False,
        min_value=-90,
        max_value=90,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
        help_text=_("From a map, such as 34.033. Distance is counted from here."),
    )
    longitude = forms.FloatField(
        label=_("Longitude"),
        required=False,
        min_value=-180,
        max_value=180,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )

    lines = (("postcode", "town", "country"), ("latitude", "longitude"))

    class Meta:
        model = Site
        fields = ("name", "street", "postcode", "town", "country", "latitude", "longitude", "is_main")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A coordinate alone says nothing."""
        data = super().clean()
        if (data.get("latitude") is None) != (data.get("longitude") is None) and not self.errors:
            self.add_error("longitude", _("Give both latitude and longitude, or neither."))
        return data


class ContactForm(ModelForm):
    """Who speaks for the organisation."""

    languages = Choices(label=_("Languages"), choices=language_choices, required=False)

    lines = (("name", "role"), ("email", "phone"))

    class Meta:
        model = Contact
        fields = ("name", "role", "email", "phone", "languages", "is_first")


class CapabilityForm(ModelForm):
    """Something the organisation can do or supply."""

    text = forms.CharField(
        label=_("What can you do or supply?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3, "data-codes-from": ""}),
        help_text=_("One thing, in your words: “CNC turning of steel shafts up to 300 mm”."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of this text"), choices=languages, required=False, help_text=RECOGNISED)
    codes = CodesField(label=_("Codes"), required=False, help_text=_("They carry the meaning into other languages. Tick what fits."))
    unit = forms.ChoiceField(label=_("Unit of capacity"), choices=units, required=False)
    installed = DecimalField(
        label=_("Installed capacity"),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=3,
        help_text=_("All you could do if nothing were ordered."),
    )
    used = DecimalField(label=_("of which used now"), required=False, min_value=0, max_digits=14, decimal_places=3)
    batch_least = DecimalField(label=_("Smallest batch"), required=False, min_value=0, max_digits=14, decimal_places=3)
    batch_most = DecimalField(label=_("Largest batch"), required=False, min_value=0, max_digits=14, decimal_places=3)
    batch_unit = forms.ChoiceField(label=_("Unit of the batch"), choices=units, required=False)

    lines = (
        ("sort", "language"),
        ("materials", "dimensions", "tolerance"),
        ("installed", "used", "unit", "per"),
        ("batch_least", "batch_most", "batch_unit"),
        ("lead_time_days", "minimum_order"),
    )

    class Meta:
        model = Capability
        fields = (
            "sort", "text", "language", "codes", "materials", "dimensions", "tolerance", "installed", "used", "unit", "per",
            "batch_least", "batch_most", "batch_unit", "lead_time_days", "minimum_order",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["codes"] = [code.key for code in self.instance.codes.select_related("system")]

    def clean_language(self) -> str:
        """The language chosen, else that of the text."""
        return str(self.cleaned_data.get("language") or guess_language(self.cleaned_data.get("text", "")) or get_language() or "en")

    def clean(self) -> dict[str, Any]:
        """Figures have units; used is within installed; a range begins with its smaller end."""
        data = super().clean()
        installed, used = data.get("installed"), data.get("used")
        if installed is not None and not data.get("unit"):
            self.add_error("unit", _("%(number)s of what? Choose a unit, for example tonnes.") % {"number": installed})
        if used is not None and installed is None and "installed" not in self.errors:
            self.add_error("installed", _("Say how much is installed; free capacity is installed less used."))
        if installed is not None and used is not None and used > installed:
            self.add_error(
                "used",
                _("Used (%(used)s) is more than installed (%(installed)s). Check both numbers.") % {"used": used, "installed": installed},
            )
        least, most = data.get("batch_least"), data.get("batch_most")
        if least is not None and most is not None and least > most:
            self.add_error("batch_most", _("The largest batch is smaller than the smallest one."))
        if (least is not None or most is not None) and not data.get("batch_unit"):
            self.add_error("batch_unit", _("Choose the unit of the batch."))
        return data

    def _save_m2m(self) -> None:
        """Codes are set by the action."""


class EvidenceForm(ModelForm):
    """A registration, certificate, audit or statement with its paper."""

    issued_on = forms.DateField(label=_("Issued on"), required=False, widget=DateInput)
    expires_on = forms.DateField(label=_("Expires on"), required=False, widget=DateInput)
    upload = forms.FileField(
        label=_("The paper"), required=False, help_text=_("PDF, photograph or DOCX. Only you and your officer can open it.")
    )

    lines = (("standard", "number"), ("issued_on", "expires_on"))

    class Meta:
        model = Evidence
        fields = ("sort", "standard", "scope", "issuer", "number", "issued_on", "expires_on")

    def clean_upload(self) -> Any:
        """Checked by its content."""
        upload = self.cleaned_data.get("upload")
        if upload:
            files.check(upload)
        return upload

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, and did not begin in the future."""
        data = super().clean()
        issued: date | None = data.get("issued_on")
        expires: date | None = data.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("It would expire before it was issued. Check both dates."))
        if issued and issued > timezone.localdate():
            self.add_error("issued_on", _("This day is in the future."))
        return data


class SocietyForm(ModelForm):
    """A civil-society organisation as such."""

    kinds = forms.MultipleChoiceField(
        label=_("What kind of organisation is it?"), choices=CsoKind.choices, widget=forms.CheckboxSelectMultiple
    )
    fields_of = forms.MultipleChoiceField(
        label=_("Fields of cooperation"), choices=Cooperation.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    reaches_informal = forms.TypedChoiceField(
        label=_("Reaches the informal sector"), required=False, choices=[("", "—"), ("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda text: text == "yes", empty_value=None,
    )  # fmt: skip

    lines = (("acronym", "reach", "members"),)

    class Meta:
        model = Society
        fields = ("acronym", "type", "kinds", "reach", "members", "services", "reaches_informal")
        widgets = {"type": forms.RadioSelect, "services": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["fields_of"] = self.instance.fields
        self.initial["reaches_informal"] = {True: "yes", False: "no"}.get(self.instance.reaches_informal, "")  # type: ignore[call-overload]

    def _post_clean(self) -> None:
        """The field is called so in the record; a form's own fields are called fields already."""
        super()._post_clean()  # type: ignore[misc]
        self.instance.fields = self.cleaned_data.get("fields_of", [])


class InterestForm(ModelForm):
    """What an investor or company looks for."""

    text = forms.CharField(label=_("What do you look for?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    language = forms.ChoiceField(label=_("Language of this text"), choices=languages, required=False, help_text=RECOGNISED)
    sought = forms.MultipleChoiceField(label=_("Kinds of cooperation"), choices=Sought.choices, widget=forms.CheckboxSelectMultiple)
    countries = Choices(label=_("Countries of interest"), choices=country_choices, required=False)
    codes = CodesField(label=_("Sectors"), required=False)
    least = DecimalField(label=_("From"), required=False, min_value=0, max_digits=16, decimal_places=2)
    most = DecimalField(label=_("To"), required=False, min_value=0, max_digits=16, decimal_places=2)
    currency = forms.ChoiceField(label=_("Currency"), choices=currencies, required=False)
    talked_on = forms.DateField(label=_("Last talked with on"), required=False, widget=DateInput)

    lines = (("least", "most", "currency"),)

    class Meta:
        model = Interest
        fields = ("text", "language", "sought", "countries", "codes", "least", "most", "currency", "talked_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["codes"] = [code.key for code in self.instance.codes.select_related("system")]

    def clean_language(self) -> str:
        """The language chosen, else that of the text."""
        return str(self.cleaned_data.get("language") or guess_language(self.cleaned_data.get("text", "")) or get_language() or "en")

    def clean(self) -> dict[str, Any]:
        """A range begins with its smaller end and has a currency."""
        data = super().clean()
        least, most = data.get("least"), data.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("most", _("The second amount is smaller than the first."))
        if (least is not None or most is not None) and not data.get("currency"):
            self.add_error("currency", _("In which currency? Choose one."))
        return data

    def _save_m2m(self) -> None:
        """Codes are set by the action."""


class VerifyForm(Form):
    """How an officer made sure of a paper."""

    how = forms.ChoiceField(label=_("How did you make sure?"), choices=Evidence.How.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whom you asked, where you looked. The organisation reads it."),
    )  # fmt: skip


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
