"""What people are asked about a request for quotation: its items and terms, a quotation's lines, an award."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.forms import units
from treadle.directory.models import Per
from treadle.kit.forms import DateInput, DecimalField, Form, ListField
from treadle.nomenclature.forms import CodesField
from treadle.nomenclature.models import Unit
from treadle.nomenclature.places import currency_choices

from .forms import StepForm, consent
from .kinds import Kind
from .models import INCOTERMS, Enquiry, Report
from .quoted import Item, Line, NotChosen, Quotation

FREQUENCIES = [("", _("once")), *Per.choices]


class ItemForm(Form):
    """One thing that is to be quoted."""

    lines = (("quantity", "unit", "per"), ("dimensions", "tolerance"), ("batch", "needed_on"))

    title = forms.CharField(label=_("What is it?"), max_length=140, widget=forms.TextInput(attrs={"data-codes-from": ""}))
    description = forms.CharField(
        label=_("Description"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3, "data-codes-from": ""}),
        help_text=_("What for, how it is made, how it is packed."),
    )  # fmt: skip
    quantity = DecimalField(label=_("Quantity"), min_value=Decimal("0.001"), max_digits=14, decimal_places=3)
    unit = forms.ChoiceField(label=_("Unit"), choices=units)
    per = forms.ChoiceField(label=_("Frequency"), choices=FREQUENCIES, required=False)
    material = forms.CharField(
        label=_("Material"), required=False, max_length=200, help_text=_("For example: 42CrMo4, PA6 GF30, single jersey 160 g/m².")
    )
    dimensions = forms.CharField(label=_("Dimensions"), required=False, max_length=200)
    tolerance = forms.CharField(label=_("Tolerance"), required=False, max_length=200)
    batch = DecimalField(label=_("Size of one batch"), required=False, min_value=0, max_digits=14, decimal_places=3)
    needed_on = forms.DateField(label=_("First delivery by"), required=False, widget=DateInput)
    certificates = ListField(
        label=_("Quality and certificates"), required=False, max_length=80, help_text=_("With commas, such as: ISO 9001, GOTS.")
    )
    samples = forms.CharField(label=_("Samples"), required=False, max_length=200, help_text=_("How many, by when, at whose cost."))
    codes = CodesField(label=_("Codes"), required=False, help_text=_("They carry your need into other languages. We propose, you decide."))
    drawing = forms.FileField(
        label=_("Drawing"), required=False, help_text=_("PDF, picture, DXF, DWG or STEP. You can add more once the item is kept.")
    )

    def __init__(self, *args: Any, item: Item | None = None, **kwargs: Any) -> None:
        names = [name for name in self.base_fields if name not in ("codes", "drawing")]
        initial = {name: getattr(item, name) for name in names} if item else {}
        if item:
            initial["codes"] = [code.key for code in item.codes.select_related("system")]
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        """The first delivery lies ahead."""
        data = super().clean()
        if data.get("needed_on") and data["needed_on"] <= timezone.localdate():
            self.add_error("needed_on", _("This day has passed. Give a day in the future, or leave it empty."))
        return data

    def values(self) -> dict[str, Any]:
        """Fields of the item."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("codes", "drawing")}


class TermsForm(StepForm):
    """A step of a request for quotation: on which terms."""

    step = "terms"
    lines = (("incoterm", "place"), ("currency", "payment"))

    incoterm = forms.ChoiceField(
        label=_("Delivery terms"),
        required=False,
        choices=[("", "—"), *INCOTERMS],
        help_text=_("Incoterms 2020. EXW: they fetch it; DDP: all paid to the door."),
    )
    place = forms.CharField(
        label=_("Place of delivery"), required=False, max_length=200, help_text=_("Town and country; no street, no name.")
    )
    currency = forms.ChoiceField(label=_("Currency of the prices"), required=False, choices=lambda: [("", _("any")), *currency_choices()])
    payment = forms.CharField(label=_("Terms of payment"), required=False, max_length=300, help_text=_("Such as: 30 days after delivery."))
    confidential = forms.BooleanField(
        label=_("Drawings only after a promise of confidentiality"), required=False,
        help_text=_("Who is invited reads the need; drawings open to them once they promise to keep them to themselves."),
    )  # fmt: skip

    def __init__(self, *args: Any, enquiry: Enquiry, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, enquiry=enquiry, names=("incoterm", "place", "currency", "payment", "confidential"), **kwargs)

    def values(self) -> dict[str, Any]:
        """Fields of the enquiry."""
        return dict(self.cleaned_data)


class HeadForm(Form):
    """What holds for a whole quotation."""

    lines = (("currency", "valid_until"),)

    currency = forms.ChoiceField(label=_("Currency of your prices"), required=False, choices=lambda: [("", "—"), *currency_choices()])
    valid_until = forms.DateField(label=_("Valid until"), required=False, widget=DateInput)
    note = forms.CharField(
        label=_("Conditions and remarks"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Payment, delivery, packing: what your prices hold for."),
    )  # fmt: skip
    file = forms.FileField(label=_("A file"), required=False, help_text=_("PDF, picture or Word. The buyer and the officer can open it."))
    consent = consent()

    def __init__(self, *args: Any, enquiry: Enquiry, before: Quotation | None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {"valid_until": timezone.localdate() + timedelta(days=60), "currency": enquiry.currency}
        if before is not None:
            initial = {name: getattr(before, name) for name in ("currency", "valid_until", "note")}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["consent"].required = False  # a draft needs none; sending asks for it


def price_units(code: str, known: Iterable[Unit]) -> list[tuple[str, Any]]:
    """In what a price may be given: for all, or for each of a unit that can be compared with the one that was asked for."""
    own = next((unit.dimension for unit in known if unit.code == code), None)
    alike = sorted((unit for unit in known if unit.dimension == own), key=lambda unit: (unit.code != code, unit.position))
    return [*(unit.as_choice() for unit in alike), ("", _("all of it"))]


class LineForm(Form):
    """The price of one item."""

    lines = (("price", "unit"), ("quantity", "lead_time_days"))

    price = DecimalField(label=_("Price"), required=False, min_value=Decimal("0.001"), max_digits=16, decimal_places=3)
    unit = forms.ChoiceField(label=_("for"), required=False)
    quantity = DecimalField(label=_("Quantity you can do"), required=False, min_value=Decimal("0.001"), max_digits=14, decimal_places=3)
    lead_time_days = forms.IntegerField(
        label=_("Lead time in days"), required=False, min_value=0, max_value=3000,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    note = forms.CharField(label=_("Remarks"), required=False, max_length=500)

    def __init__(self, *args: Any, item: Item | None, enquiry: Enquiry, before: Line | None, known: Sequence[Unit], **kwargs: Any) -> None:
        initial = {name: getattr(before, name) for name in ("price", "unit", "quantity", "lead_time_days", "note")} if before else {}
        initial.setdefault("unit", item.unit if item else enquiry.unit)
        super().__init__(*args, initial=initial, prefix=str(item.pk if item else 0), **kwargs)
        self.item = item
        self.wanted_unit = item.unit if item else enquiry.unit
        kept = before.unit if before else ""
        choices = price_units(self.wanted_unit, known)
        if kept and kept not in dict(choices):
            choices = [*choices, *(unit.as_choice() for unit in known if unit.code == kept)]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]
        if not self.wanted_unit and not kept:
            self.fields["unit"].widget = forms.HiddenInput()
        if not self.wanted_unit and (before is None or before.quantity is None):
            del self.fields["quantity"]


class ReferForm(Form):
    """To which sister centres a case is sent on."""

    centres = forms.MultipleChoiceField(label=_("Sister centres"), widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label=_("A word to the centre"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, centres: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["centres"].choices = list(centres)  # type: ignore[attr-defined]


class FollowUpForm(Form):
    """Two questions months after an introduction."""

    lines = (("value", "currency", "jobs"),)

    result = forms.ChoiceField(label=_("What came of it?"), choices=Report.Result, widget=forms.RadioSelect)
    goes_on = forms.ChoiceField(
        label=_("Does the business go on?"), required=False, widget=forms.RadioSelect,
        choices=[("yes", _("Yes, it is repeated or grows")), ("no", _("No, it was once")), ("", _("Too early to say, or there was none"))],
    )  # fmt: skip
    value = DecimalField(label=_("Value so far"), required=False, min_value=0, max_digits=16, decimal_places=3)
    currency = forms.ChoiceField(label=_("Currency"), required=False, choices=lambda: [("", "—"), *currency_choices()])
    jobs = forms.IntegerField(
        label=_("Jobs created"), required=False, min_value=0, max_value=100_000,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """What the action keeps."""
        return {**self.cleaned_data, "goes_on": {"yes": True, "no": False}.get(self.cleaned_data["goes_on"])}


class AwardForm(Form):
    """How much of what goes to whom, and why not to the others. Fields: ``part-LINE``, ``why-INVITATION``, ``word-INVITATION``."""

    def __init__(self, *args: Any, parts: Mapping[int, tuple[str, bool]], others: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pk, (label, whole) in parts.items():
            self.fields[f"part-{pk}"] = (
                forms.BooleanField(label=label, required=False)
                if whole
                else DecimalField(label=label, required=False, min_value=0, max_digits=14, decimal_places=3)
            )
        for pk, name in others.items():
            reasons = [("", _("chosen, or a reason")), *NotChosen.Reason.choices]
            self.fields[f"why-{pk}"] = forms.ChoiceField(label=name, choices=reasons, required=False)
            word = forms.TextInput(attrs={"placeholder": _("A word to them")})
            self.fields[f"word-{pk}"] = forms.CharField(
                label=_("A word to %(name)s") % {"name": name}, required=False, max_length=500, widget=word
            )

    def parts(self) -> dict[int, Decimal | None]:
        """Quantity by line, of those that were given one."""
        found = {int(name.partition("-")[2]): value for name, value in self.cleaned_data.items() if name.startswith("part-") and value}
        return {pk: None if value is True else value for pk, value in found.items()}

    def said(self) -> dict[int, tuple[str, str]]:
        """Why not, and a word, by invitation."""
        data = self.cleaned_data
        return {
            int(name.partition("-")[2]): (value, data.get(f"word-{name.partition('-')[2]}", ""))
            for name, value in data.items()
            if name.startswith("why-") and value
        }


__all__ = ["AwardForm", "FollowUpForm", "HeadForm", "ItemForm", "LineForm", "ReferForm", "TermsForm", "price_units"]
