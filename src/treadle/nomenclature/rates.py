"""Rates of exchange, loaded as a file and dated: the table of a central bank, or three columns of one's own.

Two forms are read: a column for each currency beside the day (as central banks publish them), or the columns day, currency,
rate. A rate is how much of the
currency one unit of the base buys; the base of the file may be any currency that the file's own rows lead to the euro.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from .models import Rate
from .places import CURRENCIES

WAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y")
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did: rates kept, the days they are of, and what could not be read, by line."""

    count: int
    first: date | None
    last: date | None
    faults: list[str]


def day_of(text: str) -> date | None:
    """A day as files write it; None when it is none."""
    for way in WAYS:
        try:
            return datetime.strptime(text.strip(), way).date()
        except ValueError:
            continue
    return None


def _value(text: str) -> Decimal | None:
    if re.fullmatch(r"\s*\d{1,3},\d{3}\s*", text):  # sixteen thousand, or sixteen and a half?
        return None
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number > 0 else None


def read(lines: Iterable[str], base: str = Rate.BASE) -> tuple[dict[tuple[date, str], Decimal], list[str]]:
    """Rates by day and currency, against the euro, and what could not be read. Raises ValidationError for a file of another form."""
    rows = list(csv.reader(lines))
    if not rows:
        raise ValidationError(_("The file is empty. It needs a first line with the names of the columns."))
    head = [cell.strip() for cell in rows[0]]
    low = [cell.casefold() for cell in head]
    if low[:1] not in (["date"], ["day"]):
        raise ValidationError(
            _("The first column must be the day and be called “date”. It is called “%(name)s”.") % {"name": head[0] if head else ""}
        )
    long = low[1:3] == ["currency", "rate"]
    given: dict[tuple[date, str], Decimal] = {}
    faults: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        day = day_of(row[0])
        if day is None or day > date.today():
            faults.append(_("Line %(number)s: “%(text)s” is no day that has been.") % {"number": number, "text": row[0]})
            continue
        for currency, text in _cells(head, row, long):
            value = _value(text)
            if value is not None:
                given[day, currency] = value
            elif text.strip() not in ("", "N/A", "-"):
                faults.append(
                    _("Line %(number)s: “%(text)s” is no rate of %(currency)s.") % {"number": number, "text": text, "currency": currency}
                )
    return _against_euro(given, base, faults), faults


def _cells(head: list[str], row: list[str], long: bool) -> Iterator[tuple[str, str]]:
    if long:
        if len(row) > 2:
            yield row[1].strip().upper(), row[2]
        return
    for name, text in zip(head[1:], row[1:], strict=False):
        if len(name) == 3 and name.isalpha():
            yield name.upper(), text


def _against_euro(given: Mapping[tuple[date, str], Decimal], base: str, faults: list[str]) -> dict[tuple[date, str], Decimal]:
    """A file of another base is turned by its own rate of the euro on the same day."""
    if base == Rate.BASE:
        return dict(given)
    found = {}
    for (day, currency), value in given.items():
        euro = given.get((day, Rate.BASE))
        if euro is None:
            faults.append(_("%(day)s: without a rate of the euro, the rates of that day cannot be used.") % {"day": day})
            continue
        if currency != Rate.BASE:
            found[day, currency] = value / euro
        found[day, base] = 1 / euro
    return found


@transaction.atomic
def load(lines: Iterable[str], base: str = Rate.BASE) -> Loaded:
    """Keep a file's rates; those of the same day and currency are replaced. Currencies that nobody uses here are left out."""
    found, faults = read(lines, base)
    wanted = {key: value for key, value in found.items() if key[1] in CURRENCIES and key[1] != Rate.BASE}
    if not wanted:
        raise ValidationError(_("The file has no rate that can be used. %(fault)s") % {"fault": faults[0] if faults else ""})
    rows = [Rate(day=day, currency=currency, value=round(value, 8)) for (day, currency), value in wanted.items()]
    Rate.objects.bulk_create(rows, batch_size=500, update_conflicts=True, unique_fields=["currency", "day"], update_fields=["value"])
    days = sorted({day for day, _currency in wanted})
    return Loaded(len(rows), days[0], days[-1], list(dict.fromkeys(faults))[:MOST_FAULTS])


class Rates:
    """The rates in force on a day: of each currency the last that is not after it."""

    def __init__(self, day: date, values: Mapping[str, tuple[date, Decimal]]) -> None:
        self.day, self._values = day, {**values, Rate.BASE: (day, Decimal(1))}

    def convert(self, amount: Decimal, source: str, target: str) -> Decimal | None:
        """An amount in another currency; None where a rate is missing. Nothing is rounded."""
        if source == target:
            return amount
        one, other = self._values.get(source), self._values.get(target)
        return None if one is None or other is None else amount / one[1] * other[1]

    def value_of(self, currency: str) -> Decimal | None:
        """What one of the base buys of it; None without a rate."""
        found = self._values.get(currency)
        return found[1] if found else None

    def day_of(self, currency: str) -> date | None:
        """Of which day the rate of a currency is; None without one."""
        found = self._values.get(currency)
        return found[0] if found else None


def rates_on(day: date, currencies: Iterable[str]) -> Rates:
    """The rates of these currencies that are in force on a day."""
    known = Rate.objects.filter(currency__in=set(currencies), day__lte=day)
    last = dict(known.order_by().values_list("currency").annotate(last=Max("day")))
    rows = known.filter(day__in=set(last.values())).values_list("currency", "day", "value")
    return Rates(day, {currency: (of, value) for currency, of, value in rows if last[currency] == of})
