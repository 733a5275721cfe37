"""Whether two names are names of one body."""

from functools import lru_cache

from rapidfuzz import fuzz

from .names import core


@lru_cache(maxsize=50_000)
def name_weight(one: str, other: str, country: str = "") -> float:
    """Weight of evidence in bits that two names are of one body."""
    left, right = " ".join(core(one)), " ".join(core(other))
    if not left or not right:
        return 0.0
    if sorted(left.split()) == sorted(right.split()):
        return 6.0
    alike = max(fuzz.token_sort_ratio(left, right), fuzz.ratio(left.replace(" ", ""), right.replace(" ", "")))
    return round((alike - 70) / 5, 2) if alike < 100 else 6.0
