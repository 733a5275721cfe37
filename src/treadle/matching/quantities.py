"""Amounts in texts: "20 t par mois", "60 h/month", "10–20 mm", "±0,05 mm"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .text import clean, fold
from .units import ALIASES, KINDS, unit_key

NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_PER = {
    "day": "day daily jour jours tag dia día يوم 天 日 день",
    "week": "week weekly semaine woche semana أسبوع 周 неделю",
    "month": "month monthly mois monat mes mês mese شهر 月 месяц",
    "year": "year yearly annum an année annee ans jahr año ano anno سنة 年 год",
}
_PERIOD = {fold(word): period for period, words in _PER.items() for word in words.split()}
_JOIN = r"\s*(?:/|per|par|por|pro|al|a|à|each|في|لكل|每|в)\s*(?:the |el |la )?"
_POINT_IS_DECIMAL = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi", "ms", ""})


LARGEST = 1e12  # amounts that are believed


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount found in a text: from ``least`` to ``most`` (equal when exact), or ± ``most`` for a tolerance."""

    least: float
    most: float
    unit: str
    per: str = ""
    tolerance: bool = False
    written: str = ""
    at: int = 0  # where it stands in the cleaned text


def measures_in(text: str, lang: str = "") -> list[Measure]:
    """Find the amounts with a known unit in a text, in order; ``lang`` decides what a lone point or comma is."""
    found = (_measure(match, lang) for match in _pattern().finditer(clean(text)))
    return [one for one in found if one.most <= LARGEST]


def number_in(written: str, lang: str = "") -> float:
    """Read a number with separators: the last of two kinds is the decimal one; a lone one before three digits is
    decimal only where the language writes decimals with it.

    Raises ValueError when ``written`` is no number.
    """
    digits = re.sub(r"[\s'’]", "", fold(written))
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = "." if digits.rfind(".") > digits.rfind(",") else ","
        return float(digits.replace("," if decimal == "." else ".", "").replace(",", "."))
    if points + commas > 1:
        return float(digits.replace(".", "").replace(",", ""))
    if re.search(r"[.,]\d{3}$", digits) and not re.match(r"0[.,]", digits):
        home = "." if lang in _POINT_IS_DECIMAL else ","
        return float(digits.replace(",", ".") if home in digits else digits.replace(".", "").replace(",", ""))
    return float(digits.replace(",", "."))


def _measure(match: re.Match[str], lang: str) -> Measure:
    most = number_in(match["most"], lang)
    least = number_in(match["least"], lang) if match["least"] else most
    period = _PERIOD.get(fold(match["per"]), "") if match["per"] else ""
    unit, tolerance = unit_key(match["unit"]), bool(match["about"])
    written = match.group(0)
    at = match.start() + len(written) - len(written.lstrip())
    return Measure(min(least, most), max(least, most), unit, period, tolerance, written.strip(), at)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Put the pattern together from the units that are known; longer names first, so that "mm" is not "m"."""
    units = sorted({*ALIASES, *(unit for kind in KINDS for unit in kind)}, key=lambda unit: (-len(unit), unit))
    periods = "|".join(sorted((word for words in _PER.values() for word in words.split()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,])(?P<about>±|\+\s?/\s?-)?\s*(?:(?P<least>{NUMBER})\s*(?:-|–|—|to|à|a|bis|hasta|et|and|y)\s*)?"
        rf"(?P<most>{NUMBER})\s*(?P<unit>{'|'.join(map(re.escape, units))})(?![^\W_])"
        rf"(?:{_JOIN}(?P<per>{periods})(?![^\W_]))?",
        re.IGNORECASE,
    )
