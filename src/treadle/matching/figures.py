"""What the amounts in a text are for: the smallest order, the days to delivery, what can be made.

A figure that a record does not state is taken from what its text says, and is marked as taken from there.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .model import Capability, Quantity
from .quantities import NUMBER, Measure, measures_in, number_in
from .text import clean

NEAR = 28  # characters between a word that says what an amount is for and the amount
_LEAST = (
    "moq|minimum order|min. order|minimum|at least|commande minimale|minimum de commande|au moins|pedido mínimo|mínimo|al menos|"
    "encomenda mínima|mindestmenge|mindestbestellmenge|mindestens|الحد الأدنى|أقل كمية|起订量|最低|минимум"
)
_FROM = "from|à partir de|desde|a partir de|ab|ابتداء من|от"  # of an order only where things are counted or weighed
_LEAD = (
    "lead time|delivery|delivered in|deliver in|ready in|délai|délais|livraison|livré en|plazo|entrega|entregamos en|prazo|"
    "lieferzeit|lieferung|مدة التسليم|التسليم|التوريد خلال|交货期|交期|срок|поставка"
)
_CAPACITY = (
    "capacity|capacité|capacidad|capacidade|kapazität|output|production de|we produce|nous produisons|producimos|"
    "الطاقة الإنتاجية|الطاقة|产能|мощность"
)
_ORDERED = frozenset("pcs dozen pairs kg g t q lb l hl m m2 m3".split())
_COUNTED = frozenset("pcs dozen pairs kg t".split())
_FREE = re.compile(r"\b(?:free|spare|available|disponible|libre|livre|freie|frei)\b|المتاحة|المتوفرة", re.IGNORECASE)
_DAYS = {
    "day days jour jours día días dia dias tag tage tagen يوم يوما أيام 天 日 день дня дней": 1,
    "week weeks semaine semaines semana semanas woche wochen أسبوع أسابيع 周 星期 неделя недели недель": 7,
    "month months mois mes meses mês monat monate شهر أشهر شهور 个月 месяц месяца месяцев": 30,
}
_SPANS = {word: days for words, days in _DAYS.items() for word in words.split()}
LONGEST = 730  # days to delivery that are believed


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text says of an offer; None where it says nothing."""

    least: Quantity | None = None
    lead_time_days: int | None = None
    installed: Quantity | None = None
    free: Quantity | None = None


def figures_in(text: str, lang: str = "") -> Figures:
    """Read the smallest order, the days to delivery (the longer where two are given) and what can be made in a time from a text."""
    seen = clean(text)
    least = installed = free = None
    for measure in measures_in(seen, lang):
        before, after = seen[max(measure.at - NEAR, 0) : measure.at], seen[measure.at + len(measure.written) :][:NEAR]
        if measure.tolerance:
            continue
        if measure.per and _says(_CAPACITY, before):
            if _FREE.search(before):
                free = free or _quantity(measure)
            else:
                installed = installed or _quantity(measure)
        elif not measure.per and measure.unit in _ORDERED and _is_least(measure.unit, before, after):
            least = least or Quantity(measure.least, measure.unit)
    return Figures(least, _lead_time(seen, lang), installed, free)


def completed(capability: Capability, text: str, lang: str = "") -> Capability:
    """A capability with what it does not state taken from its text, and named in ``told``."""
    said = _figures(text, lang)
    found: dict[str, object] = {}
    if capability.batch_least is None and capability.batch_most is None and said.least is not None:
        found |= {"batch_least": said.least.amount, "batch_unit": said.least.unit}
    for name in ("lead_time_days", "installed", "free"):
        if getattr(capability, name) is None and getattr(said, name) is not None:
            found[name] = getattr(said, name)
    return replace(capability, **found, told=capability.told | found.keys()) if found else capability  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def _figures(text: str, lang: str) -> Figures:
    return figures_in(text, lang)


def _quantity(measure: Measure) -> Quantity:
    return Quantity(measure.most, measure.unit, measure.per)


def _is_least(unit: str, before: str, after: str) -> bool:
    """Whether an amount is the smallest order, by what stands before it or after."""
    said = _says(_LEAST, before) or (unit in _COUNTED and _says(_FROM, before))
    return said or bool(re.match(r"\s*\(?(?:moq|minimum|mínimo|mini)\b", after, re.IGNORECASE))


def _says(words: str, before: str) -> bool:
    """Whether one of the words stands before an amount with no other amount between."""
    near = re.split(r"\d", before)[-1]
    return bool(_any_of(words).search(near))


def _lead_time(text: str, lang: str) -> int | None:
    for match in _lead_pattern().finditer(text):
        try:
            days = round(number_in(match["most"], lang) * _SPANS[match["span"].lower()])
        except (ValueError, OverflowError):
            continue
        if 0 < days <= LONGEST:
            return days
    return None


@lru_cache(maxsize=8)
def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words.split('|')))})(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lead_pattern() -> re.Pattern[str]:
    spans = "|".join(sorted(map(re.escape, _SPANS), key=len, reverse=True))
    words = "|".join(map(re.escape, _LEAD.split("|")))
    between = rf"(?:(?:{NUMBER})\s*(?:-|–|—|to|à|a|bis|إلى|до)\s*)?"
    return re.compile(
        rf"(?<![^\W_])(?:{words})[^\d.;,،]{{0,{NEAR}}}?{between}(?P<most>{NUMBER})\s*(?P<span>{spans})(?![^\W_])", re.IGNORECASE
    )
