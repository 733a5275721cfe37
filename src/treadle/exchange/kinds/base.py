"""What a kind declares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.functional import Promise

Text = str | Promise
NEED, OFFER = "need", "offer"


@dataclass(frozen=True, slots=True)
class Field:
    """A question that only this kind asks; its answer is kept in ``details`` under ``key``."""

    key: str
    label: Text
    help: Text = ""
    required: bool = False
    choices: tuple[tuple[str, Text], ...] = ()
    long: bool = False

    def form_field(self) -> forms.Field:
        """The form field that asks it."""
        common: dict[str, Any] = {"label": self.label, "help_text": self.help, "required": self.required}
        if self.choices:
            return forms.ChoiceField(choices=(("", "—"), *self.choices), **common)
        widget = forms.Textarea(attrs={"rows": 3}) if self.long else forms.TextInput()
        return forms.CharField(widget=widget, max_length=2000 if self.long else 200, **common)

    def shown(self, value: str) -> Text:
        """The answer in words."""
        return dict(self.choices).get(value, value)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of need and offer.

    ``asks_quantity`` and the like say which of the common questions make sense; ``weights`` lean the judgement (see the matching
    engine's criteria); ``expires_after_days`` is how long a listing stays;
    ``quoted`` lets an enquiry be a request for quotation, with items and prices.
    """

    key: str
    label: Text
    explained: Text
    example: Text
    sides: tuple[str, ...] = (NEED, OFFER)
    fields: tuple[Field, ...] = ()
    asks_quantity: bool = True
    asks_batch: bool = False
    asks_certificates: bool = True
    asks_lead_time: bool = True
    quoted: bool = False
    weights: Mapping[str, float] = field(default_factory=dict)
    expires_after_days: int = 90
    order: int = 50
