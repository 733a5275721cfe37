"""Which records are likely of the same body as something that is being entered, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from treadle.matching.sameness import Facts, Likeness, Weights, likeness, name_key

from . import keys, policy, queries, weighing
from .models import Organisation

LIKELY = 0.5  # probability, from which a person is asked whether it is the same organisation
LOCAL = "CENTRE-%s"  # the register of a centre's own numbers
PERHAPS = 0.1  # probability, from which somebody who enters one is shown it: little is typed yet, and to look costs little
JUDGED = 50  # candidates that are judged
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """A record that is likely the same; ``reasons`` are fields that speak for it, the strongest first."""

    organisation: Organisation
    probability: float
    reasons: Sequence[str]

    @property
    def percent(self) -> int:
        """The probability in percent."""
        return round(100 * self.probability)


def find(facts: Facts, person: Any, alone: int | None = None) -> list[Alike]:
    """Records this person may know of that are likely of the same body, the likeliest first; not the record ``alone`` itself.

    Whoever does not work at a centre is shown only what the public sees agree: that two share a telephone number is not for everybody.
    Its time does not grow with the directory.
    """
    if not facts.name.strip():
        return []
    known = keys.facts_by_id(pk for pk in keys.candidates(facts, JUDGED) if pk != alone)
    if not policy.works(person):
        facts, known = _public(facts), {pk: _public(theirs) for pk, theirs in known.items()}
    weights = weighing.current()
    judged = [(pk, found) for pk, theirs in known.items() if (found := alike_facts(facts, theirs, weights, PERHAPS)) is not None]
    best = sorted(judged, key=lambda pair: (-pair[1].probability, pair[0]))
    visible = queries.visible_to(person).select_related("country").in_bulk([pk for pk, _found in best])
    return [Alike(visible[pk], found.probability, found.reasons) for pk, found in best if pk in visible][:SHOWN]


def _public(facts: Facts) -> Facts:
    """Without what is shown after an introduction only."""
    return replace(facts, street="", postcode="", emails=(), phones=())


def other_numbers(one: Facts, other: Facts) -> bool:
    """Whether both have a number in one register, and not the same."""
    mine, theirs = _registers(one), _registers(other)
    return any(theirs[scheme] != number for scheme, number in mine.items() if scheme in theirs)


def _registers(facts: Facts) -> dict[str, str]:
    """Numbers by register, without marks and leading zeros, which spreadsheets lose.

    A centre's own numbers tell nobody apart: its lists have the same organisation twice.
    """
    found = (each.split(":", 1) for each in registered(facts))
    return {scheme: re.sub(r"[^0-9a-z]+", "", number.lower()).lstrip("0") for scheme, number in found}


def registered(facts: Facts) -> tuple[str, ...]:
    """Numbers in registers, without a centre's own."""
    return tuple(each for each in facts.identifiers if not each.startswith(LOCAL % ""))


def alike_facts(own: Facts, other: Facts, weights: Weights, least: float = LIKELY) -> Likeness | None:
    """How likely two are the same; None where numbers in a register tell them apart, or it is less likely than ``least``.

    Namesakes of one country are always asked about: an address may be written in ways that look like two.
    """
    if other_numbers(own, other):
        return None
    found = likeness(replace(own, identifiers=()), replace(other, identifiers=()), weights)
    namesakes = bool(own.name) and name_key(own.name, own.country) == name_key(other.name, other.country)
    return found if found.probability >= least or namesakes else None
