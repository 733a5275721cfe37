"""What a claimant, and the officer who decides, are asked."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.kit import files
from treadle.kit.forms import DateInput, Form

from ..claimed import Register
from ..models import Centre
from .ways import Open, Way


class EmailForm(Form):
    """Where the code goes: an address at the organisation's domain, or one on record, of which only a part is shown."""

    to = forms.CharField(label=_("Your address at the organisation"), max_length=254, required=False)
    on_record = forms.ChoiceField(label=_("Or an address on record"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, way: Open, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ends = ", ".join(f"@{domain}" for domain in way.domains)
        self.fields["to"].help_text = _("It ends in %(ends)s.") % {"ends": ends}
        self.fields["on_record"].choices = way.choices  # type: ignore[attr-defined]
        for name, there in (("to", way.domains), ("on_record", way.choices)):
            if not there:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data = super().clean()
        wanted = data.pop("on_record", "") or data.get("to", "")
        if not wanted and not self.errors:
            self.add_error(next(iter(self.fields)), _("Choose where the code shall go."))
        return {"to": wanted}


class ChoiceForm(Form):
    """Which number or address on record the code goes to."""

    to = forms.ChoiceField(label=_("The code goes to"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, way: Open, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = way.choices  # type: ignore[attr-defined]
        if len(way.choices) == 1:
            self.fields["to"].initial = way.choices[0][0]


class NumberForm(Form):
    """A number in a register that the centre has loaded."""

    lines = (("register", "number"),)

    register = forms.ModelChoiceField(label=_("Register"), queryset=Register.objects.none(), empty_label=None)
    number = forms.CharField(label=_("Your number in it"), max_length=60)

    def __init__(self, *args: Any, registers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["register"].queryset = registers  # type: ignore[attr-defined]


class PapersForm(Form):
    """A paper and a word to the officer."""

    paper = forms.FileField(label=_("The paper"), help_text=_("PDF, photograph or DOCX. Only you and your centre's officers can open it."))
    note = forms.CharField(
        label=_("What you would like the officer to know"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_paper(self) -> Any:
        """Checked by its content."""
        upload = self.cleaned_data.get("paper")
        if upload:
            files.check(upload)
        return upload


class CodeForm(Form):
    """The code that came."""

    code = forms.CharField(
        label=_("Code"), max_length=20, help_text=_("Eight digits."),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric", "autocomplete": "one-time-code"}),
    )  # fmt: skip


class DecisionForm(Form):
    """Why a claim is accepted or refused."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What you saw, or what is missing. The claimant reads it, and so does whoever owns the record now."),
    )  # fmt: skip


class RegisterForm(Form):
    """A register as a file."""

    lines = (("scheme", "as_of"),)

    centre = forms.ModelChoiceField(label=_("For"), queryset=Centre.objects.none(), empty_label=None)
    scheme = forms.CharField(label=_("Register"), max_length=20, help_text=_("Code of the register after org-id, such as MA-ICE"))
    as_of = forms.DateField(label=_("State of the register on"), widget=DateInput)
    upload = forms.FileField(
        label=_("File"), help_text=_("CSV or XLSX with the columns number, name and, where known, who may sign and the year of founding."),
    )  # fmt: skip

    def __init__(self, *args: Any, centres: list[Centre], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = Centre.objects.filter(pk__in=[each.pk for each in centres]).select_related("organisation")  # type: ignore[attr-defined]
        self.initial.setdefault("centre", centres[0].pk if centres else None)
        if len(centres) == 1:
            self.fields["centre"].widget = forms.HiddenInput()

    def clean_scheme(self) -> str:
        """Codes of registers are written in capitals."""
        return str(self.cleaned_data["scheme"]).strip().upper()

    def clean_as_of(self) -> Any:
        """Not in the future."""
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is in the future."))
        return day


FORMS = {Way.EMAIL: EmailForm, Way.PHONE: ChoiceForm, Way.LETTER: ChoiceForm}
