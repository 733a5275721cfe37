"""Loading rates of exchange, by which quotations in several currencies are compared."""

from collections.abc import Iterable
from typing import Any

from treadle.kit import events
from treadle.kit.policy import require
from treadle.nomenclature import rates
from treadle.nomenclature.models import Rate

from .. import policy


def load_rates(*, by: Any, lines: Iterable[str], base: str = Rate.BASE) -> rates.Loaded:
    """Keep the rates of a file. Raises ValidationError for a file of another form, or without a rate that can be used."""
    require(by, policy.RATES_LOAD)
    loaded = rates.load(lines, base)
    newest = Rate.objects.latest("day")
    events.record("exchange.rates.loaded", by=by, on=newest, changes={"rates": [None, loaded.count]})
    return loaded
