"""How near two codes of one classification are, read from the codes themselves.

The rule of tender alerts (UNGM): a code meets the code wanted, its parent and its children; two levels are too wide, and
a sibling is something else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .model import Code

SIBLING_SHARE = 0.25  # a neighbour under the same parent: worth a look, but not the code wanted


class Relation(StrEnum):
    """What the offered code is to the wanted one."""

    SAME = "same"
    NARROWER = "narrower"  # one level lower
    WIDER = "wider"  # one level higher
    TOO_NARROW = "too_narrow"
    TOO_WIDE = "too_wide"
    SIBLING = "sibling"
    RELATED = "related"  # a common ancestor further up
    NONE = "none"


MEETS = frozenset({Relation.SAME, Relation.NARROWER, Relation.WIDER})


@dataclass(frozen=True, slots=True)
class Nearness:
    """The best pair of codes: what was wanted, what was offered, what they are to each other, worth 0..1."""

    wanted: Code
    offered: Code
    relation: Relation
    share: float


def tidy(code: Code) -> str:
    """Give the significant part of a code: digits without dots; CPV without check digit and trailing zeros."""
    text = code.code.strip().upper()
    if code.system.startswith("cpv"):
        digits = re.sub(r"\D", "", text.split("-")[0])[:8]
        return digits[:2] + digits[2:].rstrip("0")
    if code.system.startswith("ics"):
        return text
    text = re.sub(r"[\s.\-/]", "", text)
    # A section letter before the digits ("C2511") repeats what the digits say.
    return text[1:] if re.fullmatch(r"[A-Z]\d+", text) and _step(code.system) else text


@lru_cache(maxsize=100_000)
def path(code: Code) -> tuple[str, ...]:
    """Give the code and its ancestors, widest first: ``isic4 2511`` gives ``("25", "251", "2511")``."""
    text = tidy(code)
    if code.system.startswith("ics"):
        parts = text.split(".")
        return tuple(".".join(parts[: at + 1]) for at in range(len(parts)) if text)
    first, step = (2, 2) if code.system.startswith("hs") else (2, 1) if _step(code.system) else (1, 1)
    cuts = range(first, len(text), step)
    return tuple(dict.fromkeys(text[:size] for size in [*cuts, len(text)] if text))


def ancestors(code: Code) -> tuple[Code, ...]:
    """Give the codes above ``code``, widest first, in the notation of :func:`tidy` (CPV: eight digits)."""
    return tuple(Code(code.system, _written(code.system, node)) for node in path(code)[:-1])


def relation(wanted: Code, offered: Code) -> Relation:
    """Say what ``offered`` is to ``wanted``. Codes of different systems are not related: a concordance is needed."""
    if wanted.system != offered.system:
        return Relation.NONE
    mine, theirs = path(wanted), path(offered)
    if not mine or not theirs:
        return Relation.NONE
    shared = sum(a == b for a, b in zip(mine, theirs, strict=False))
    down, up = len(theirs) - shared, len(mine) - shared
    if not shared:
        return Relation.NONE
    if not up:
        return Relation.SAME if not down else Relation.NARROWER if down == 1 else Relation.TOO_NARROW
    if not down:
        return Relation.WIDER if up == 1 else Relation.TOO_WIDE
    return Relation.SIBLING if up == down == 1 else Relation.RELATED


def distance(one: Code, other: Code) -> int | None:
    """Count the steps between two codes in the tree; None when they have no common ancestor or system."""
    if one.system != other.system:
        return None
    mine, theirs = path(one), path(other)
    shared = sum(a == b for a, b in zip(mine, theirs, strict=False))
    return len(mine) + len(theirs) - 2 * shared if shared else None


def nearest(wanted: Iterable[Code], offered: Iterable[Code]) -> Nearness | None:
    """Find the best pair; None when no system is common to both. The earliest of equals wins."""
    offers = tuple(offered)
    best: Nearness | None = None
    for want in wanted:
        for offer in offers:
            if want.system != offer.system:
                continue
            found = relation(want, offer)
            share = 1.0 if found in MEETS else SIBLING_SHARE if found is Relation.SIBLING else 0.0
            rank = (share, found is Relation.SAME, found is not Relation.NONE)
            if best is None or rank > (best.share, best.relation is Relation.SAME, best.relation is not Relation.NONE):
                best = Nearness(want, offer, found, share)
    return best


@lru_cache(maxsize=256)
def _step(system: str) -> bool:
    """Industry and trade classifications begin at two digits; others grow letter by letter."""
    return system.startswith(("isic", "nace", "naics", "cpv", "noga", "naf", "hs", "cn", "sic", "unspsc", "ateco", "wz"))


def _written(system: str, node: str) -> str:
    return node.ljust(8, "0") if system.startswith("cpv") else node
