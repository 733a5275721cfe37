"""What people are asked about needs, offers and answers."""

from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from treadle.directory.forms import RECOGNISED, languages, units
from treadle.directory.models import Organisation, Per
from treadle.kit.forms import Choices, DateInput, DecimalField, Form, ListField, TimeInput, add_errors
from treadle.kit.texts import comma
from treadle.kit.zones import is_zone, zone_choices
from treadle.matching import guess_language
from treadle.nomenclature.forms import CodesField
from treadle.nomenclature.places import country_choices, country_name, currency_choices, language_choices

from .deadlines import END_OF_DAY, check_exists, moment_of
from .kinds import Kind, all_kinds
from .models import Enquiry, Exclusion, Invitation, Listing, Report
from .said import named, said

PERIODS = [("", _("in all")), *Per.choices]


def _days(label: Any, help_text: Any = "") -> forms.IntegerField:
    widget = forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=0, max_value=3000, widget=widget)


def _number(label: Any, help_text: Any = "", **more: Any) -> DecimalField:
    return DecimalField(label=label, help_text=help_text, required=False, min_value=0, max_digits=14, decimal_places=3, **more)


def check_amount(form: forms.Form, data: dict[str, Any], amount: str, unit: str) -> None:
    """A number without a unit says nothing."""
    if data.get(amount) is not None and not data.get(unit):
        form.add_error(unit, _("%(number)s of what? Choose a unit, for example tonnes.") % {"number": data[amount]})


def language_of(data: dict[str, Any], *names: str) -> str:
    """The language chosen, else that of the texts, else the reader's."""
    text = " ".join(str(data.get(name) or "") for name in names)
    return str(data.get("language") or guess_language(text) or get_language() or "en")


class KindForm(Form):
    """The first question: what kind of need or offer."""

    kind = forms.ChoiceField(label=_("What kind is it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = all_kinds(side)
        self.fields["kind"].choices = [(kind.key, kind.label) for kind in self.kinds]  # type: ignore[attr-defined]


class DetailsMixin(Form):
    """Adds the questions that only a kind asks, and gathers their answers under ``details``."""

    def add_kind(self, kind: Kind, details: dict[str, Any]) -> None:
        """Put the kind's own questions at the end."""
        self.kind = kind
        for field in kind.fields:
            self.fields[f"detail_{field.key}"] = field.form_field()
            self.initial.setdefault(f"detail_{field.key}", details.get(field.key, ""))

    def details(self) -> dict[str, str]:
        """Answers to the kind's own questions; empty ones are left out."""
        answers = {field.key: self.cleaned_data.get(f"detail_{field.key}", "") for field in self.kind.fields}
        return {key: value for key, value in answers.items() if value}


class WhatForm(DetailsMixin):
    """Step one: what is needed."""

    title = forms.CharField(label=_("Title"), max_length=140, widget=forms.TextInput(attrs={"data-codes-from": ""}))
    text = forms.CharField(
        label=_("What do you need?"), max_length=8000, widget=forms.Textarea(attrs={"rows": 6, "data-codes-from": ""}),
        help_text=_("In your own words and language: what for, which material, which quality. Suppliers read this; do not name yourself."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of this text"), choices=languages, required=False, help_text=RECOGNISED)
    codes = CodesField(label=_("Codes"), required=False, help_text=_("They carry your need into other languages. We propose, you decide."))

    def __init__(self, *args: Any, enquiry: Enquiry, kind: Kind, **kwargs: Any) -> None:
        values = {
            "title": enquiry.title, "text": enquiry.text, "language": enquiry.language,
            "codes": [code.key for code in enquiry.codes.select_related("system")] if enquiry.pk else [],
        }  # fmt: skip
        super().__init__(*args, initial=values, **kwargs)
        self.fields["title"].help_text = _("Such as: %(example)s") % {"example": kind.example}
        self.add_kind(kind, enquiry.details)

    def values(self) -> dict[str, Any]:
        """Fields of the enquiry."""
        data = self.cleaned_data
        said: dict[str, Any] = {name: data[name] for name in ("title", "text") if name in data}
        return {**said, "language": language_of(data, "title", "text"), "details": self.details()}


class StepForm(Form):
    """A step that asks for figures: what it leaves empty is proposed as the text gives it."""

    step = ""

    def __init__(self, *args: Any, enquiry: Enquiry, names: tuple[str, ...], **kwargs: Any) -> None:
        self._found = {name: value for name, value in said(enquiry, self.step).items() if name in names}
        values = {name: getattr(enquiry, name) for name in names}
        super().__init__(*args, initial={**values, **self._found}, **kwargs)

    @property
    def read(self) -> str:
        """The names of the fields that were read from the text."""
        return comma().join(str(field.label) for name, field in self.fields.items() if name in self._found)


class AmountForm(StepForm):
    """Step two: how much."""

    step = "amount"
    lines = (("quantity", "unit", "per"), ("batch", "batch_unit"))

    quantity = _number(_("Quantity"), _("What you need in a normal period."))
    unit = forms.ChoiceField(label=_("Unit"), choices=units, required=False)
    per = forms.ChoiceField(label=_("Period"), choices=PERIODS, required=False)
    least = _number(_("The least you would take from one supplier"), _("Half of the quantity, if you leave it empty."))
    batch = _number(_("Size of one batch"))
    batch_unit = forms.ChoiceField(label=_("Unit of the batch"), choices=units, required=False)

    def __init__(self, *args: Any, enquiry: Enquiry, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, enquiry=enquiry, names=("quantity", "unit", "per", "least", "batch", "batch_unit"), **kwargs)
        if not kind.asks_batch:
            del self.fields["batch"], self.fields["batch_unit"]

    def clean(self) -> dict[str, Any]:
        """Figures have units; the least share is within the quantity."""
        data = super().clean()
        check_amount(self, data, "quantity", "unit")
        check_amount(self, data, "batch", "batch_unit")
        if data.get("least") is not None and data.get("quantity") is not None and data["least"] > data["quantity"]:
            self.add_error("least", _("This is more than the whole quantity. Give less, or leave it empty."))
        return data

    def values(self) -> dict[str, Any]:
        """Fields of the enquiry; a least share that is more than the whole is none."""
        return {**self.cleaned_data, "least": self.cleaned_data.get("least")}


class WhenForm(StepForm):
    """Step three: until when."""

    step = "when"
    lines = (("answer_by", "answer_at", "zone"), ("lead_time_days", "needed_until"))

    answer_by = forms.DateField(
        label=_("Answers wanted by"), widget=DateInput, help_text=_("Two weeks give most workshops time to calculate.")
    )
    answer_at = forms.TimeField(label=_("At what time?"), widget=TimeInput, required=False)
    zone = forms.ChoiceField(label=_("In which time zone?"), choices=lambda: [("", "—"), *zone_choices()], required=False)
    lead_time_days = _days(_("Lead time in days"), _("From the order to the first delivery, at most."))
    needed_until = forms.DateField(
        label=_("Needed until"), widget=DateInput, required=False, help_text=_("Certificates should last that long.")
    )

    def __init__(self, *args: Any, enquiry: Enquiry, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, enquiry=enquiry, names=("answer_by", "answer_at", "zone", "lead_time_days", "needed_until"), **kwargs)
        if not enquiry.zone and is_zone(here := timezone.get_current_timezone_name()):
            self.initial["zone"] = here
        self.initial["answer_by"] = enquiry.answer_by or timezone.localdate() + timedelta(days=14)
        if not kind.asks_lead_time:
            del self.fields["lead_time_days"]

    def clean(self) -> dict[str, Any]:
        """Days lie ahead, in their order."""
        data = super().clean()
        today = timezone.localdate()
        answer_by, until = data.get("answer_by"), data.get("needed_until")
        data["answer_at"] = data.get("answer_at") or END_OF_DAY
        if answer_by:
            self._check_moment(answer_by, data["answer_at"], data.get("zone") or "")
        if answer_by and answer_by > today + timedelta(days=365):
            self.add_error("answer_by", _("This is more than a year away. Give a day within the next twelve months."))
        if until and until <= today:
            self.add_error("needed_until", _("This day has passed. Give a day in the future, or leave it empty."))
        elif until and answer_by and until <= answer_by + timedelta(days=data.get("lead_time_days") or 0):
            self.add_error("needed_until", _("Answers and the lead time would take longer than that. Give a later day, or leave it empty."))
        return data

    def _check_moment(self, day: date, at: time, zone: str) -> None:
        """The moment exists and lies ahead, where the one who asks lives."""
        try:
            check_exists(day, at, zone)
        except forms.ValidationError as error:
            add_errors(self, error)
            return
        if moment_of(day, at, zone) <= timezone.now():
            self.add_error("answer_by", _("This day has passed or is today. Give a day in the future."))

    def values(self) -> dict[str, Any]:
        """Fields of the enquiry."""
        return dict(self.cleaned_data)


class ConditionsForm(StepForm):
    """Step four: what else must hold."""

    step = "conditions"
    certificates = ListField(label=_("Certificates"), required=False, max_length=80, help_text=_("With commas, such as: ISO 9001, GOTS."))
    certificates_required = forms.BooleanField(label=_("Without them, no match"), required=False)
    countries = Choices(label=_("Countries of the supplier"), choices=country_choices, required=False)
    countries_required = forms.BooleanField(label=_("Only these countries"), required=False)
    languages = Choices(label=_("Languages of the answer"), choices=language_choices, required=False)

    def __init__(self, *args: Any, enquiry: Enquiry, kind: Kind, **kwargs: Any) -> None:
        names = ("certificates", "certificates_required", "countries", "countries_required", "languages")
        super().__init__(*args, enquiry=enquiry, names=names, **kwargs)
        if not enquiry.countries and (places := named(enquiry)):
            hint = _("Named in your text: %(places)s.") % {"places": comma().join(map(country_name, places))}
            self.fields["countries"].help_text = hint
        if not kind.asks_certificates:
            del self.fields["certificates"], self.fields["certificates_required"]

    def values(self) -> dict[str, Any]:
        """Fields of the enquiry."""
        return dict(self.cleaned_data)


class ListingForm(DetailsMixin):
    """A listing on one page."""

    lines = (("quantity", "unit", "per"), ("lead_time_days", "expires_on"))

    title = forms.CharField(label=_("Title"), max_length=140, widget=forms.TextInput(attrs={"data-codes-from": ""}))
    summary = forms.CharField(
        label=_("Summary for everybody"), max_length=1200, widget=forms.Textarea(attrs={"rows": 4, "data-codes-from": ""}),
        help_text=_("Everybody reads this."),
    )  # fmt: skip
    detail = forms.CharField(
        label=_("Detail after your consent"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Shown only to partners you were introduced to: prices, drawings, terms."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of these texts"), choices=languages, required=False, help_text=RECOGNISED)
    codes = CodesField(
        label=_("Codes"), required=False, help_text=_("They carry the meaning into other languages. We propose, you decide.")
    )
    quantity = _number(_("Quantity"))
    unit = forms.ChoiceField(label=_("Unit"), choices=units, required=False)
    per = forms.ChoiceField(label=_("Period"), choices=PERIODS, required=False)
    lead_time_days = _days(_("Lead time in days"))
    certificates = ListField(label=_("Certificates"), required=False, max_length=80, help_text=_("With commas, such as: ISO 9001, GOTS."))
    countries = Choices(label=_("Countries"), choices=country_choices, required=False)
    expires_on = forms.DateField(
        label=_("Shown until"), required=False, widget=DateInput, help_text=_("Left empty, it is shown for the usual time of its kind.")
    )

    def __init__(self, *args: Any, kind: Kind, listing: Listing | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=self._initial(listing), **kwargs)
        for name, asked in (("quantity", kind.asks_quantity), ("unit", kind.asks_quantity), ("per", kind.asks_quantity),
                            ("lead_time_days", kind.asks_lead_time), ("certificates", kind.asks_certificates)):  # fmt: skip
            if not asked:
                del self.fields[name]
        self.fields["title"].help_text = _("Such as: %(example)s") % {"example": kind.example}
        self.add_kind(kind, listing.details if listing else {})

    @staticmethod
    def _initial(listing: Listing | None) -> dict[str, Any]:
        if listing is None:
            return {}
        names = ("title", "summary", "detail", "language", "quantity", "unit", "per", "lead_time_days", "certificates", "countries",
                 "expires_on")  # fmt: skip
        values = {name: getattr(listing, name) for name in names}
        return {**values, "codes": [code.key for code in listing.codes.select_related("system")]}

    def clean(self) -> dict[str, Any]:
        """Figures have units; it ends in the future."""
        data = super().clean()
        check_amount(self, data, "quantity", "unit")
        if data.get("expires_on") and data["expires_on"] <= timezone.localdate():
            self.add_error("expires_on", _("The listing would end today or earlier. Give a day in the future, or leave the field empty."))
        return data

    def values(self) -> dict[str, Any]:
        """Fields of the listing."""
        data = {key: value for key, value in self.cleaned_data.items() if not key.startswith("detail_") and key != "codes"}
        return {**data, "language": language_of(data, "title", "summary", "detail"), "details": self.details()}


class CallForm(Form):
    """An officer enters an enquiry for somebody who called."""

    lines = (("organisation", "phoned_by"), ("quantity", "unit", "per"))

    organisation = forms.ModelChoiceField(
        label=_("For which organisation?"), queryset=Organisation.objects.none(), empty_label=_("Choose an organisation")
    )
    phoned_by = forms.CharField(label=_("Who called?"), max_length=200, help_text=_("Name and number, for your centre only."))
    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Title"), max_length=140, widget=forms.TextInput(attrs={"data-codes-from": ""}))
    text = forms.CharField(label=_("What is needed?"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5, "data-codes-from": ""}))
    language = forms.ChoiceField(label=_("Language of this text"), choices=languages, required=False, help_text=RECOGNISED)
    codes = CodesField(label=_("Codes"), required=False)
    quantity = _number(_("Quantity"))
    unit = forms.ChoiceField(label=_("Unit"), choices=units, required=False)
    per = forms.ChoiceField(label=_("Period"), choices=PERIODS, required=False)
    answer_by = forms.DateField(label=_("Answers wanted by"), widget=DateInput)

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        first = {"answer_by": timezone.localdate() + timedelta(days=14)}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(kind.key, kind.label) for kind in all_kinds("need")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Figures have units; the day lies ahead."""
        data = super().clean()
        check_amount(self, data, "quantity", "unit")
        if data.get("answer_by") and data["answer_by"] <= timezone.localdate():
            self.add_error("answer_by", _("This day has passed or is today. Give a day in the future."))
        data["language"] = language_of(data, "title", "text")
        return data


def consent() -> forms.BooleanField:
    """An answer is the answering side's consent to an introduction."""
    return forms.BooleanField(
        label=_("We agree to an introduction"),
        help_text=_("If the buyer agrees too, they see your contact details and you see theirs. Nobody else does."),
        error_messages={"required": _("Tick this: an answer goes out only if you agree that the two of you may be introduced.")},
    )


class InterestForm(Form):
    """Interest without a price."""

    note = forms.CharField(
        label=_("What would you need to know?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    consent = consent()


class DeclineForm(Form):
    """No, with the reason."""

    decline_reason = forms.ChoiceField(label=_("Why not?"), choices=Invitation.Decline, widget=forms.RadioSelect)
    note = forms.CharField(label=_("In your words"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> dict[str, Any]:
        """Another reason is named."""
        data = super().clean()
        if data.get("decline_reason") == Invitation.Decline.OTHER and not data.get("note"):
            self.add_error("note", _("Say which reason; it makes the next invitation fit better."))
        return data


ANSWERS = {"interested": InterestForm, "declined": DeclineForm}


class ExcludeForm(Form):
    """Why an organisation is kept out."""

    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("Choose a reason")), *Exclusion.Reason.choices])
    note = forms.CharField(label=_("Note"), required=False, max_length=300)


class ReportForm(Form):
    """What came of an introduction."""

    lines = (("value", "currency"), ("starts_on", "jobs"))

    result = forms.ChoiceField(label=_("What came of it?"), choices=Report.Result, widget=forms.RadioSelect)
    value = DecimalField(label=_("Value"), required=False, min_value=0, max_digits=16, decimal_places=3)
    currency = forms.ChoiceField(label=_("Currency"), choices=lambda: [("", "—"), *currency_choices()], required=False)
    starts_on = forms.DateField(label=_("Start"), required=False, widget=DateInput)
    is_repeat = forms.BooleanField(label=_("It is to be repeated"), required=False)
    jobs = _days(_("Jobs created"))
    note = forms.CharField(label=_("Remarks"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        """A contract has a value and a currency."""
        data = super().clean()
        if data.get("result") == Report.Result.CONTRACT:
            if data.get("value") is None and "value" not in self.errors:
                self.add_error("value", _("A contract needs its value. An estimate will do; say so in the remarks."))
            if not data.get("currency"):
                self.add_error("currency", _("Choose the currency of the value."))
        elif data.get("value") is not None:
            self.add_error("value", _("Only a contract has a value. Choose “A contract or order”, or leave this empty."))
        return data


class ListingFilterForm(forms.Form):
    """Filters of needs and offers."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    sort = forms.ChoiceField(
        label=_("Sort by"), required=False,
        choices=[("", _("Best fit")), ("new", _("Newest")), ("ends", _("Ending soonest")), ("title", _("Title"))],
    )  # fmt: skip

    def __init__(self, *args: Any, present: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("All")), *((kind.key, kind.label) for kind in all_kinds())]  # type: ignore[attr-defined]
        names = dict(country_choices())
        shown = sorted(((code, names.get(code, code)) for code in present), key=lambda pair: pair[1])
        self.fields["country"].choices = [("", _("All")), *shown]  # type: ignore[attr-defined]
