"""Quotations side by side, as pure arithmetic: one currency, one unit, what is missing, and points that price alone never decides."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.exchange.comparing import Bid, Measure, Offered, Table, Wanted, compare

UNITS = {"kg": Measure("mass", D(1)), "t": Measure("mass", D(1000)), "piece": Measure("count", D(1)), "m": Measure("length", D(1))}
SHAFTS = Wanted(1, "Shafts", D(600), "piece")
STEEL = Wanted(2, "Steel", D(4), "t")


class Fixed:
    """Rates against the euro."""

    def __init__(self, **values: str) -> None:
        self.values = {"EUR": D(1), **{name: D(value) for name, value in values.items()}}

    def convert(self, amount: D, source: str, target: str) -> D | None:
        if source not in self.values or target not in self.values:
            return amount if source == target else None
        return amount / self.values[source] * self.values[target]


RATES = Fixed(MAD="10", USD="1.25")


def bid(key: int, currency: str = "EUR", fit: int | None = 50, **lines: Offered) -> Bid:
    return Bid(key, f"B{key}", currency, fit, {line.item: line for line in lines.values()})


def line(item: int, price: str | None, unit: str = "piece", quantity: str | None = None, days: int | None = None) -> Offered:
    return Offered(item, None if price is None else D(price), unit, None if quantity is None else D(quantity), days)


def table(*bids: Bid, wanted: tuple[Wanted, ...] = (SHAFTS,), **more: object) -> Table:
    return compare(wanted, bids, currency="EUR", units=UNITS, rates=RATES, **more)  # type: ignore[arg-type]


def test_three_currencies_come_to_one() -> None:
    found = table(bid(1, a=line(1, "3")), bid(2, "MAD", a=line(1, "25")), bid(3, "USD", a=line(1, "3.5")))
    assert [cell.each for cell in found.rows[0].cells] == [D(3), D("2.5"), D("2.8")]
    assert [cell.total for cell in found.rows[0].cells] == [D(1800), D(1500), D(1680)]
    assert [sorted(cell.best) for cell in found.rows[0].cells] == [[], ["price"], []]


def test_a_missing_rate_takes_the_price_out_and_is_never_a_zero() -> None:
    found = table(bid(1, a=line(1, "3")), bid(2, "XAF", a=line(1, "1")), bid(3, a=line(1, "4")))
    cell = found.rows[0].cells[1]
    assert (cell.each, cell.total, cell.points, cell.why_not) == (None, None, None, "rate")
    assert found.without_rate == ("XAF",)
    assert (found.sums[1].total, found.sums[1].points, found.sums[1].items) == (None, None, 0)


def test_prices_for_other_units_of_the_same_sort_are_turned_into_the_items_own() -> None:
    found = table(bid(1, a=line(2, "2", "kg")), bid(2, a=line(2, "1900", "t")), bid(3, a=line(2, "5", "m")), wanted=(STEEL,))
    assert [cell.each for cell in found.rows[0].cells] == [D(2000), D(1900), None]
    assert found.rows[0].cells[2].why_not == "unit"


def test_a_price_for_all_is_shared_out_over_what_is_offered() -> None:
    found = table(bid(1, a=line(1, "900", "", "300")), bid(2, a=line(1, "1200", "")))
    assert [cell.each for cell in found.rows[0].cells] == [D(3), D(2)]
    assert [cell.covers for cell in found.rows[0].cells] == [D("0.5"), D(1)]
    assert [total.whole for total in found.sums] == [False, True]


def test_what_was_not_quoted_is_missing_and_costs_the_whole_its_points() -> None:
    both = bid(1, a=line(1, "3"), b=line(2, "2000", "t"))
    one = bid(2, a=line(1, "3"))
    found = table(both, one, wanted=(SHAFTS, STEEL))
    assert found.rows[1].cells[1].why_not == "missing"
    assert (found.sums[0].items, found.sums[1].items) == (2, 1)
    first, second = found.sums[0].points, found.sums[1].points
    assert first is not None
    assert second is not None
    assert second < first


def test_the_cheapest_is_not_first_when_it_is_slow_and_covers_little() -> None:
    cheap = bid(1, fit=40, a=line(1, "2.9", quantity="60", days=90))
    good = bid(2, fit=90, a=line(1, "3", quantity="600", days=14))
    found = table(cheap, good)
    assert found.rows[0].cells[0].best == {"price"}
    assert found.rows[0].most == 2


def test_a_lead_time_of_none_is_unknown_and_one_of_zero_days_is_the_fastest() -> None:
    found = table(bid(1, a=line(1, "3", days=0)), bid(2, a=line(1, "3", days=7)), bid(3, a=line(1, "3")))
    points = [cell.points for cell in found.rows[0].cells]
    assert points == sorted(points, key=lambda one: -(one or 0))
    assert "time" in found.rows[0].cells[0].best


prices = st.decimals("0.001", "100000", places=3)
offers = st.lists(
    st.tuples(prices, st.one_of(st.none(), st.integers(0, 400)), st.one_of(st.none(), st.decimals("1", "600", places=0))),
    min_size=1,
    max_size=6,
)


@given(offers)
def test_points_stay_within_bounds_and_no_order_of_bids_changes_them(given_offers: list[tuple[D, int | None, D | None]]) -> None:
    bids = [bid(at, a=Offered(1, price, "piece", amount, days)) for at, (price, days, amount) in enumerate(given_offers)]
    points = {one.key: cell.points for one, cell in zip(bids, table(*bids).rows[0].cells, strict=True)}
    assert all(value is not None and 0 <= value <= 100 for value in points.values())
    turned = list(reversed(bids))
    assert {one.key: cell.points for one, cell in zip(turned, table(*turned).rows[0].cells, strict=True)} == points


@given(prices, prices)
def test_between_two_alike_but_for_price_the_lower_never_has_fewer_points(one: D, other: D) -> None:
    low, high = sorted((one, other))
    cells = table(bid(1, a=line(1, str(low), days=9)), bid(2, a=line(1, str(high), days=9))).rows[0].cells
    assert (cells[0].points or 0) >= (cells[1].points or 0)


@pytest.mark.parametrize("wanted", [Wanted(0, "A whole", None, ""), Wanted(0, "A whole", D(12), "t")])
def test_a_need_without_items_is_compared_as_a_whole(wanted: Wanted) -> None:
    found = table(bid(1, a=line(0, "1200", "")), bid(2, a=line(0, "1500", "")), wanted=(wanted,))
    assert [cell.total for cell in found.rows[0].cells] == [D(1200), D(1500)]
    assert found.rows[0].cells[0].best == {"price"}
