"""What people are asked about the parts of a record, one by one."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from treadle.kit import files
from treadle.kit.forms import Choices, DateInput, DecimalField, Form, ModelForm
from treadle.matching import guess_language
from treadle.nomenclature.forms import CodesField
from treadle.nomenclature.models import Country
from treadle.nomenclature.places import country_choices, language_choices

from .detailed import Cooperation, CsoKind, Interest, Society, Sought
from .forms import RECOGNISED, countries, currencies, languages, units
from .models import Capability, Contact, Evidence, Identifier, Name, Site


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


class Coded(ModelForm):
    """A part in somebody's own words, with the codes that carry its meaning into other languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["codes"] = [code.key for code in self.instance.codes.select_related("system")]

    def clean_language(self) -> str:
        """The language chosen, else that of the text."""
        return str(self.cleaned_data.get("language") or guess_language(self.cleaned_data.get("text", "")) or get_language() or "en")

    def _save_m2m(self) -> None:
        """Codes are set by the action."""


class CapabilityForm(Coded):
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


class InterestForm(Coded):
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

    def clean(self) -> dict[str, Any]:
        """A range begins with its smaller end and has a currency."""
        data = super().clean()
        least, most = data.get("least"), data.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("most", _("The second amount is smaller than the first."))
        if (least is not None or most is not None) and not data.get("currency"):
            self.add_error("currency", _("In which currency? Choose one."))
        return data


class VerifyForm(Form):
    """How an officer made sure of a paper."""

    how = forms.ChoiceField(label=_("How did you make sure?"), choices=Evidence.How.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whom you asked, where you looked. The organisation reads it."),
    )  # fmt: skip
