"""Counters that rise inside the transaction that needs them, so a number is neither lost nor given twice."""

from django.db import transaction
from django.db.models import F

from .models import Sequence


def next_number(name: str, count: int = 1) -> int:
    """The next number of a sequence, beginning with 1; the first of ``count`` that are taken together."""
    with transaction.atomic():
        Sequence.objects.get_or_create(name=name)
        Sequence.objects.filter(name=name).update(value=F("value") + count)
        return Sequence.objects.get(name=name).value - count + 1


def current(name: str) -> int:
    """The last number given; 0 when none was."""
    return Sequence.objects.filter(name=name).values_list("value", flat=True).first() or 0


def move_to(name: str, value: int) -> None:
    """Set a counter that marks how far something has been read."""
    Sequence.objects.update_or_create(name=name, defaults={"value": value})


def is_begun(name: str) -> bool:
    """Whether a number of this sequence was ever given or set."""
    return Sequence.objects.filter(name=name).exists()
