"""What the text of a draft says already, so that nobody has to type a figure twice: proposed in the steps that ask for it."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings

from treadle.matching import Measure, clean, figures_in, fold, measures_in, places_in, standards_in
from treadle.matching.text import segment
from treadle.nomenclature.models import Unit
from treadle.nomenclature.places import country_choices

from .flow import EnquiryState
from .models import Enquiry

_BATCH = re.compile(r"\b(?:batch(?:es)?|lots?|lotes?|séries?|series|chargen?|losen?)\b|دفعات|دفعة|批", re.IGNORECASE)
_THINGS_TOO = frozenset({"JE"})  # jersey is a cloth before it is an island
_NEAR = 24  # characters before an amount that say what it is for
_MEASURED = frozenset("mm cm µm in ft min d kw w mw".split())  # what describes a thing and is not ordered by


def said(enquiry: Enquiry, step: str = "") -> dict[str, Any]:
    """Values for the fields that a draft leaves empty, read from its title and text.

    Nothing for what is no draft any more, nor for a step that was answered: what somebody left empty on purpose stays so.
    """
    if enquiry.state not in (EnquiryState.DRAFT, EnquiryState.RETURNED) or step in enquiry.answered:
        return {}
    text = clean(f"{enquiry.title}. {enquiry.text}")
    found: dict[str, Any] = {}
    units = set(Unit.objects.values_list("code", flat=True))
    amounts = [one for one in measures_in(text, enquiry.language) if not one.tolerance and one.unit in units - _MEASURED]
    batches = [one for one in amounts if _is_batch(text, one)]
    whole = [one for one in amounts if one not in batches]
    if enquiry.quantity is None and whole:
        most = next((one for one in whole if one.per), whole[0])
        found |= {"quantity": _number(most.most), "unit": most.unit, "per": most.per}
    if enquiry.batch is None and batches:
        found |= {"batch": _number(batches[0].least), "batch_unit": batches[0].unit}
    days = figures_in(text, enquiry.language).lead_time_days
    if enquiry.lead_time_days is None and days:
        found["lead_time_days"] = days
    if not enquiry.certificates and (standards := standards_in(text)):
        found["certificates"] = list(standards)
    return found


def named(enquiry: Enquiry) -> list[str]:
    """The countries that a draft's text names. They are as often the buyer's own as those of suppliers, so they are only pointed out."""
    if enquiry.state not in (EnquiryState.DRAFT, EnquiryState.RETURNED):
        return []
    return places_in(f"{enquiry.title}. {enquiry.text}", _countries())


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Codes of countries by their folded names in the languages of the site."""
    names = {}
    for language, _name in settings.LANGUAGES:
        for code, name in country_choices(language):
            names[" ".join(fold(word) for word in segment(clean(name)))] = code
    return {name: code for name, code in names.items() if code not in _THINGS_TOO}


def _is_batch(text: str, amount: Measure) -> bool:
    return bool(_BATCH.search(re.split(r"\d", text[max(amount.at - _NEAR, 0) : amount.at])[-1]))


def _number(amount: float) -> Decimal:
    return Decimal(str(round(amount, 3))).normalize() + 0
