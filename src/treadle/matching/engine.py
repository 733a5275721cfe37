"""Understand → retrieve → judge → explain: one need against a databank.

The order is that of the exact (unrounded) score, then of ids. The words of a need earn points by the likeness that
retrieval found, through a function that only rises: where a need is nothing but a text, the order of the matches is the
order of retrieval.
"""

from dataclasses import dataclass

from .databank import Bank
from .explain import explain
from .judge import Judgement, judge, points_at_stake, stopped
from .model import Change, Match, Need, Result

NEAR_SHARE = 4  # for so many judged, one near miss is


@dataclass(frozen=True, slots=True)
class Ranked:
    """Judgements best first: those that pass every hard rule, and those that do not, with what stopped them."""

    passing: list[Judgement]
    near: list[tuple[Judgement, tuple[Change, ...]]]


def match(need: Need, databank: Bank, k: int = 20, near: int = 10) -> Result:
    """Give the ``k`` best matches and the ``near`` best near misses for ``need``, each with its reasons.

    The same need and the same profiles give the same answer, in whatever order the profiles were put.
    Raises ValueError when ``k`` or ``near`` is negative or a weight is not one.
    """
    if k < 0 or near < 0:
        raise ValueError("k and near must be 0 or more.")
    found = rank(need, databank, max(k, databank.pool), max(near, 1))
    matches = tuple(explain(need, judged) for judged in found.passing[:k])
    return Result(matches, tuple(explain(need, judged, changes) for judged, changes in found.near[:near]))


def match_pair(need: Need, databank: Bank, profile_id: str) -> Match | None:
    """Judge one profile of the databank against a need, hard rules included; None when it may not be shown."""
    if profile_id in need.never:
        return None
    found = databank.of(need, profile_id)
    if found is None:
        return None
    profile, signals = found
    return explain(need, judge(need, profile, signals), stopped(need, profile))


def rank(need: Need, databank: Bank, pool: int, near: int = 0) -> Ranked:
    """Judge the likeliest ``pool`` profiles that no hard rule stops, and as many near misses on the way, up to it.

    With ``near`` 0 near misses are not looked at. Who is on the never list is in neither.
    """
    most = points_at_stake(need)
    passing, stops = list[Judgement](), list[tuple[Judgement, tuple[Change, ...]]]()
    for profile, signals in databank.likely(need):
        if profile.id in need.never:
            continue
        changes = stopped(need, profile)
        if not changes:
            passing.append(judge(need, profile, signals, most))
        elif near and len(stops) < max(near, databank.pool // NEAR_SHARE):
            stops.append((judge(need, profile, signals, most), changes))
        if len(passing) >= pool:
            break
    passing.sort(key=lambda one: (-one.exact, one.profile.id))
    stops.sort(key=lambda one: (len(one[1]), -one[0].exact, sum(change.size for change in one[1]), one[0].profile.id))
    return Ranked(passing, stops)
