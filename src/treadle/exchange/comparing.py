"""Quotations side by side: each item's prices in one currency and one unit, what is best, what is missing, and points by weights.

Nothing here reads the database or decides anything: it turns what was quoted into columns. A price that cannot be compared (no rate,
another
dimension, for all without a quantity) keeps its own words and takes part in no ranking; what was not stated earns no points and is
never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

PRICE, TIME, QUANTITY, FIT = "price", "time", "quantity", "fit"
CRITERIA = (PRICE, TIME, QUANTITY, FIT)
WEIGHTS: Mapping[str, int] = {PRICE: 40, TIME: 20, QUANTITY: 20, FIT: 20}
MOST_FOR_PRICE = 0.7  # of all weight: nobody is ranked by price alone


class Exchange(Protocol):
    """What turns an amount into another currency; None where it cannot."""

    def convert(self, amount: Decimal, source: str, target: str) -> Decimal | None:
        """The amount in the target currency."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: its dimension, and how much of the dimension's base it is."""

    dimension: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item as it is compared; ``key`` 0 is the whole of an enquiry without items."""

    key: int
    title: str
    quantity: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What one quotation says of one item."""

    item: int
    price: Decimal | None
    unit: str  # "" is for all
    quantity: Decimal | None
    lead_time_days: int | None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Bid:
    """A quotation in force: whose it is, in what currency, and how well its organisation fitted the need (0 to 100)."""

    key: int
    name: str
    currency: str
    fit: int | None
    lines: Mapping[int, Offered]
    is_late: bool = False
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One quotation on one item. ``each`` is the price of one unit of the item in the common currency, ``total`` that of what is offered.

    ``why_not`` says why a price takes no part: ``missing``, ``rate``, ``unit`` or ``quantity``; "" when it does.
    """

    offered: Offered | None
    each: Decimal | None = None
    total: Decimal | None = None
    covers: Decimal | None = None
    why_not: str = ""
    points: int | None = None
    best: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Row:
    """An item with a cell for each quotation, in the order of the bids; ``most`` is the key of the bid with most points."""

    wanted: Wanted
    cells: tuple[Cell, ...]
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """What a quotation comes to: the total of its comparable items, how many items it covers, and points over all items."""

    total: Decimal | None
    items: int
    whole: bool  # whether every item is covered by a comparable price
    points: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """All of it."""

    currency: str
    bids: tuple[Bid, ...]
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    without_rate: tuple[str, ...]


def _in_unit(offered: Offered, wanted: Wanted, units: Mapping[str, Measure]) -> tuple[Decimal | None, str]:
    """The price of one of the item's unit in the quotation's own currency, and why there is none."""
    if offered.price is None:
        return None, "missing"
    if not offered.unit:
        amount = offered.quantity if offered.quantity is not None else wanted.quantity
        return (offered.price / amount, "") if amount else (offered.price, "") if not wanted.unit else (None, "quantity")
    if offered.unit == wanted.unit:
        return offered.price, ""
    one, other = units.get(offered.unit), units.get(wanted.unit)
    if one is None or other is None or one.dimension != other.dimension:
        return None, "unit"
    return offered.price * other.factor / one.factor, ""


def _cell(bid: Bid, wanted: Wanted, currency: str, units: Mapping[str, Measure], rates: Exchange) -> Cell:
    offered = bid.lines.get(wanted.key)
    if offered is None or offered.price is None:
        return Cell(offered, why_not="missing")
    each, why = _in_unit(offered, wanted, units)
    amount = offered.quantity if offered.quantity is not None else wanted.quantity
    covers = min(amount / wanted.quantity, Decimal(1)) if amount is not None and wanted.quantity else None
    if each is None:
        return Cell(offered, covers=covers, why_not=why)
    common = rates.convert(each, bid.currency, currency)
    if common is None:
        return Cell(offered, covers=covers, why_not="rate")
    total = common * amount if amount is not None else common if not wanted.unit else None
    return Cell(offered, common, total, covers)


def _points(cell: Cell, bid: Bid, weights: Mapping[str, float], lowest: Decimal | None, fastest: int | None) -> int | None:
    """Points out of 100; None for what has no comparable price. Price and time earn in proportion to the best of the row."""
    if cell.each is None or cell.offered is None or lowest is None:
        return None
    days = cell.offered.lead_time_days
    earned = {
        PRICE: float(lowest / cell.each),
        TIME: 0.0 if days is None or fastest is None else 1.0 if days == fastest else (fastest or 1) / max(days, 1),
        QUANTITY: 1.0 if cell.covers is None else float(cell.covers),
        FIT: 0.0 if bid.fit is None else bid.fit / 100,
    }
    whole = sum(weights.get(one, 0) for one in CRITERIA)
    return round(100 * sum(weights.get(one, 0) * earned[one] for one in CRITERIA) / whole) if whole else None


def _row(wanted: Wanted, bids: Sequence[Bid], cells: Sequence[Cell], weights: Mapping[str, float]) -> Row:
    prices = [cell.each for cell in cells if cell.each is not None]
    times = [
        cell.offered.lead_time_days for cell in cells if cell.offered and cell.each is not None and cell.offered.lead_time_days is not None
    ]
    lowest, fastest = min(prices, default=None), min(times, default=None)
    shown = []
    for cell, bid in zip(cells, bids, strict=True):
        best = set()
        if len(prices) > 1 and cell.each is not None and cell.each == lowest:
            best.add(PRICE)
        if len(times) > 1 and cell.each is not None and cell.offered and cell.offered.lead_time_days == fastest:
            best.add(TIME)
        shown.append(replace(cell, points=_points(cell, bid, weights, lowest, fastest), best=frozenset(best)))
    scored = [(cell.points, -at) for at, cell in enumerate(shown) if cell.points is not None]
    return Row(wanted, tuple(shown), bids[-max(scored)[1]].key if len(scored) > 1 else None)


def _sum(at: int, rows: Sequence[Row]) -> Sum:
    cells = [row.cells[at] for row in rows]
    totals = [cell.total for cell in cells if cell.total is not None]
    points = [cell.points for cell in cells if cell.points is not None]
    # What does not cover an item earns nothing for it: a cheap part is no whole.
    average = round(sum(points) / len(rows)) if points and rows else None
    whole = len(totals) == len(rows) and all(cell.covers is None or cell.covers == 1 for cell in cells)
    return Sum(sum(totals, Decimal(0)) if totals else None, len(totals), whole, average)


def compare(
    wanted: Sequence[Wanted], bids: Sequence[Bid], *, currency: str, units: Mapping[str, Measure], rates: Exchange,
    weights: Mapping[str, float] = WEIGHTS,
) -> Table:  # fmt: skip
    """Put quotations beside each other, in the order in which they are given."""
    rows = [_row(one, bids, [_cell(bid, one, currency, units, rates) for bid in bids], weights) for one in wanted]
    missing = {bid.currency for at, bid in enumerate(bids) if any(row.cells[at].why_not == "rate" for row in rows)}
    return Table(currency, tuple(bids), tuple(rows), tuple(_sum(at, rows) for at in range(len(bids))), tuple(sorted(missing)))
