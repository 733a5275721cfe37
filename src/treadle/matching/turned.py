"""The other direction: which open needs fit a profile, by the same judge.

Needs are kept in a databank as if they were profiles, so that a profile finds those that speak of the same; each found is then judged
the right way round. What an organisation could add, and how many needs it would have met with it, is counted from near misses.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .bridge import Bridge
from .databank import Bank, Databank
from .explain import explain
from .judge import judge, stopped
from .model import Capability, Match, Need, Phrase, Profile
from .segment import told_by

LOOKED_AT = 200  # needs judged for one profile
ENOUGH = 40  # points, from which a need is said to fit


@dataclass(frozen=True, slots=True)
class Fit:
    """A need and how the profile meets it; ``match.changes`` says what stops it."""

    need: Need
    match: Match


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing that a profile lacks and the needs that it would meet with it."""

    rule: str
    would_need: Phrase
    needs: tuple[str, ...]


class Wants:
    """Open needs held in memory, to be found by profiles."""

    def __init__(self, needs: Iterable[Need] = (), bridge: Bridge | None = None) -> None:
        self._bank = Databank(bridge=bridge)
        self._needs: dict[str, Need] = {}
        self.put_many(needs)

    def __len__(self) -> int:
        return len(self._needs)

    @property
    def bridge(self) -> Bridge | None:
        """Where texts in different languages meet."""
        return self._bank.bridge

    def put_many(self, needs: Iterable[Need]) -> None:
        """Add needs, or replace those with the same ids."""
        held = list(needs)
        self._needs |= {need.id: need for need in held}
        self._bank.put_many(as_profile(need) for need in held)

    def remove(self, need_id: str) -> None:
        """Take a need out; nothing happens when it is not there."""
        self._needs.pop(need_id, None)
        self._bank.remove(need_id)

    def fitting(self, profile: Profile, most: int = 20) -> list[Fit]:
        """The needs that a profile fits, best first: no hard rule stops them, words or codes meet, and the points are enough."""
        found = [fit for fit in self._judged(profile) if not fit.match.changes and fits(fit.match)]
        return sorted(found, key=lambda fit: (-fit.match.retrieval, fit.need.id))[:most]

    def additions(self, profile: Profile, most: int = 3) -> list[Addition]:
        """What the profile would have to add to meet more needs, most needs first; only where one thing is all that stops it."""
        lacking: dict[tuple[str, str], tuple[Phrase, list[str]]] = {}
        for fit in self._judged(profile):
            if len(fit.match.changes) != 1 or not fits(fit.match):
                continue
            (change,) = fit.match.changes
            key = change.rule, change.would_need.render() if change.rule == "certificates" else ""
            lacking.setdefault(key, (change.would_need, []))[1].append(fit.need.id)
        found = [Addition(rule, phrase, tuple(needs)) for (rule, _), (phrase, needs) in lacking.items() if rule != "country"]
        return sorted(found, key=lambda one: (-len(one.needs), one.rule, one.would_need.render()))[:most]

    def like(self, need: Need, most: int = 10, least: float = 0.5) -> list[tuple[str, float]]:
        """Other needs that say the same, likeliest first, with their likeness: duplicates among them."""
        found = ((other, signals.likeness) for other, signals in self._bank.candidates(need, most + 1) if other != need.id)
        return [(other, likeness) for other, likeness in found if likeness >= least][:most]

    def likeness(self, need: Need, other: str) -> float:
        """How alike a need is to one that is held; 0 for one that is not."""
        found = self._bank.of(need, other)
        return found[1].likeness if found else 0.0

    def _judged(self, profile: Profile) -> list[Fit]:
        found = []
        for other, signals in self._bank.candidates(as_need(profile), LOOKED_AT):
            need = self._needs.get(other)
            if need is None or profile.id in need.never:
                continue
            found.append(Fit(need, explain(need, judge(need, profile, signals), stopped(need, profile))))
        return found


def as_profile(need: Need) -> Profile:
    """A need laid out as a profile, to be found by its words, place and codes."""
    return Profile(need.id, text=need.text, lang=need.lang, capabilities=(Capability(codes=need.codes),))


def as_need(profile: Profile) -> Need:
    """A profile laid out as a need: what it tells is what is looked for."""
    text, lang = told_by(profile)
    codes = tuple(dict.fromkeys(code for capability in profile.capabilities for code in capability.codes))
    return Need(profile.id, text, lang, codes=codes)


def similar(profile: Profile, bank: Bank, most: int = 6, least: float = 0.35) -> list[tuple[str, float]]:
    """Other profiles that tell the same, likeliest first, with their likeness."""
    wanted = replace(as_need(profile), never=frozenset({profile.id}))
    found = ((other, signals.likeness) for other, signals in bank.candidates(wanted, most + 1) if other not in wanted.never)
    return [(other, likeness) for other, likeness in found if likeness >= least][:most]


def fits(found: Match) -> bool:
    """Whether a pair is about the same thing and has points enough to be shown to somebody who did not ask."""
    return found.score >= ENOUGH and concerns(found)


def concerns(found: Match) -> bool:
    """Whether a pair is about the same thing: its words or its codes meet at least partly."""
    return found.about
