"""How likely two records are of the same body, as a sum of weights of evidence, each of which can be told.

The sum is Fellegi and Sunter's: every field adds its weight in bits; what one side does not say adds nothing. ``weights.py`` says whence
the weights come.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from treadle.matching.text import fold

from .keys import Facts, domain_of, phone_of
from .pairs import name_weight
from .weights import GENERAL, Weights


@dataclass(frozen=True, slots=True)
class Likeness:
    """``probability`` that both are one body; ``evidence`` is field → weight in bits, those that say something only.

    ``agreements`` are what the bits were made from, for learning: field → how far it agrees, from 0 to 1; of the name its bits.
    """

    probability: float
    evidence: Mapping[str, float]
    agreements: Mapping[str, float]

    @property
    def reasons(self) -> list[str]:
        """Fields that speak for one body, the strongest first."""
        return [name for name, bits in sorted(self.evidence.items(), key=lambda pair: -pair[1]) if bits > 0.5]


def likeness(one: Facts, other: Facts, weights: Weights = GENERAL, langs: tuple[str, str] = ("", "")) -> Likeness:
    """Judge a pair. ``langs`` are the languages of the first names."""
    agreements = {"name": round(_name(one, other, langs), 3), **{name: round(far, 3) for name, far in _agreements(one, other)}}
    evidence = {name: weights.bits(name, far) for name, far in agreements.items()}
    total = weights.prior + sum(evidence.values())
    probability = 1 / (1 + 2.0**-total) if total > -60 else 0.0
    told = {name: round(bits, 2) for name, bits in evidence.items() if round(bits, 2)}
    return Likeness(probability, told, agreements)


MOST_NAMES = 4  # of each side that are held against each other


def _name(one: Facts, other: Facts, langs: tuple[str, str]) -> float:
    """The best of all pairs of names; 0 where a side has none."""
    mine, theirs = one.every_name()[:MOST_NAMES], other.every_name()[:MOST_NAMES]
    country = one.country or other.country
    found = [name_weight(a, b, country, langs if (a, b) == (one.name, other.name) else ("", "")) for a in mine for b in theirs]
    return max(found, default=0.0)


def _agreements(one: Facts, other: Facts) -> Iterable[tuple[str, float]]:
    """How far each field that both state agrees, from 0 to 1."""
    registers = [dict(each.rpartition(":")[::2] for each in side.identifiers) for side in (one, other)]
    shared = [scheme for scheme in registers[0] if scheme in registers[1]]
    if shared:
        yield "identifier", float(any(registers[0][scheme] == registers[1][scheme] for scheme in shared))
    if one.emails and other.emails:
        same = {each.lower() for each in one.emails} & {each.lower() for each in other.emails}
        yield "email", float(bool(same))
    domains = [{domain_of(side.website), *map(domain_of, side.emails)} - {""} for side in (one, other)]
    if domains[0] and domains[1]:
        yield "domain", float(bool(domains[0] & domains[1]))
    phones = [set(filter(None, map(phone_of, side.phones))) for side in (one, other)]
    if phones[0] and phones[1]:
        yield "phone", float(bool(phones[0] & phones[1]))
    if one.street and other.street:
        yield "street", address_likeness(one.street, other.street)
    if one.town and other.town:
        yield "town", 1.0 if fuzz.ratio(fold(one.town), fold(other.town)) > 85 else 0.0
    if one.postcode and other.postcode:
        yield "postcode", float(re.sub(r"\W", "", one.postcode.lower()) == re.sub(r"\W", "", other.postcode.lower()))
    if one.country and other.country:
        yield "country", float(one.country == other.country)


def address_likeness(one: str, other: str) -> float:
    """From 0 to 1: words in any order, numbers weighing double; a house number that differs is another house."""
    left, right = (fold(text).replace(",", " ") for text in (one, other))
    words = max(fuzz.token_set_ratio(left, right) * 0.95, fuzz.token_sort_ratio(left, right)) / 100
    numbers = [set(re.findall(r"\d+", text)) for text in (left, right)]
    if numbers[0] and numbers[1]:
        shared = len(numbers[0] & numbers[1]) / min(len(numbers[0]), len(numbers[1]))
        words = words * 0.6 + shared * 0.4
    return max(0.0, min(1.0, (words - 0.45) / 0.5))
