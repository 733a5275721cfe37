"""Rates of exchange from files: the two forms, other bases, bad lines, and which rate is in force on a day."""

from datetime import date
from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError

from treadle.nomenclature import rates
from treadle.nomenclature.models import Rate

WIDE = "Date,USD,MAD,XYZ,\n2026-11-20,1.16,10.7,3,\n2026-11-19,1.15,N/A,3,\n"

pytestmark = pytest.mark.django_db


def test_a_column_for_each_currency() -> None:
    loaded = rates.load(WIDE.splitlines())
    assert (loaded.count, loaded.first, loaded.last, loaded.faults) == (3, date(2026, 11, 19), date(2026, 11, 20), [])
    assert set(Rate.objects.values_list("currency", "value")) == {("USD", D("1.16")), ("MAD", D("10.7")), ("USD", D("1.15"))}


def test_three_columns_and_another_base() -> None:
    rates.load(["date,currency,rate", "2026-11-20,EUR,0.8", "2026-11-20,MAD,9.2"], base="USD")
    assert dict(Rate.objects.values_list("currency", "value")) == {"MAD": D("11.5"), "USD": D("1.25")}


def test_the_same_day_again_replaces() -> None:
    rates.load(WIDE.splitlines())
    rates.load(["date,currency,rate", "2026-11-20,USD,1.2"])
    assert Rate.objects.get(currency="USD", day="2026-11-20").value == D("1.2")
    assert Rate.objects.count() == 3


def test_bad_lines_are_named_and_the_others_kept() -> None:
    loaded = rates.load(
        ["date,currency,rate", "2026-11-20,USD,-3", "never,USD,1", "2099-01-01,USD,1", "2026-11-19,USD,1.1", "2026-11-18,MAD,nan"]
    )
    assert loaded.count == 1
    assert rates.read(["date,currency,rate", '2026-11-20,VND,"26,500"'])[0] == {}
    assert [fault.split(":")[0] for fault in loaded.faults] == ["Line 2", "Line 3", "Line 4", "Line 6"]


@pytest.mark.parametrize("lines", [[], ["currency,rate", "USD,1"], ["date,USD", "2026-11-20,N/A"], ["date,ZZZ", "2026-11-20,4"]])
def test_a_file_without_rates_changes_nothing(lines: list[str]) -> None:
    with pytest.raises(ValidationError):
        rates.load(lines)
    assert not Rate.objects.exists()


def test_the_last_rate_not_after_the_day_is_in_force() -> None:
    rates.load(WIDE.splitlines())
    assert rates.rates_on(date(2026, 11, 19), ["USD", "MAD"]).convert(D(10), "EUR", "USD") == D("11.5")
    later = rates.rates_on(date(2026, 11, 28), ["USD", "MAD", "XAF"])
    assert later.convert(D("10.7"), "MAD", "USD") == D("1.16")
    assert (later.convert(D(1), "XAF", "EUR"), later.convert(D(1), "XAF", "XAF")) == (None, D(1))
    assert rates.rates_on(date(2026, 11, 19), ["MAD"]).day_of("MAD") is None
