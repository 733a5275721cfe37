"""Retrieve: the profiles in memory, and which of them a need should be judged against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from threading import RLock
from typing import Protocol

import numpy as np

from .bridge import Bridge
from .model import Need, Profile
from .postings import Floats, Rows
from .segment import (
    Mask,
    Segment,
    bm25,
    build_segment,
    code_depth,
    cosine,
    many_features,
    merge_segments,
    need_features,
    place_norms,
    things_named,
)

# How the signals of a text add up to one likeness 0..1. Words and n-grams say little between languages: names and loan
# words. There the place in the space of codes has to do the work.
PLACE, WORDS, GRAMS = 1.0, 0.4, 0.25
STRANGE = 0.5  # what words and n-grams count for between languages, where there is a place to go by
NEAR = 0.2  # a place this like is enough to suppose typical words behind the other language
BEND = 0.07  # of the curve that turns a likeness into a share of the points
NAMED = 0.25  # of that share, what materials and processes that both name count for
CODES = 0.5  # what a declared code that meets counts for beside a text, in the order of candidates
FEW = 8  # segments of about one size before they are merged


@dataclass(frozen=True, slots=True)
class Signals:
    """Why a profile is a candidate; all 0..1."""

    likeness: float  # of the texts, all signals together
    words: float
    grams: float
    place: float
    codes: float
    same_language: bool


class Bank(Protocol):
    """Profiles that a need is held against, in memory or in an index."""

    bridge: Bridge | None
    pool: int  # profiles judged at least, so that one found late but fitting well can still come first

    def __len__(self) -> int:
        """How many there are."""

    def get(self, profile_id: str) -> Profile | None:
        """Give a profile by id."""

    def candidates(self, need: Need, k: int) -> list[tuple[str, Signals]]:
        """Give up to ``k`` profiles for ``need``, likeliest first."""

    def likely(self, need: Need, k: int | None = None) -> Iterator[tuple[Profile, Signals]]:
        """Give profiles with their signals one after the other, likeliest first."""

    def of(self, need: Need, profile_id: str) -> tuple[Profile, Signals] | None:
        """Give one profile with its signals; None when it is not there."""

    def put_many(self, profiles: Iterable[Profile]) -> None:
        """Add or replace profiles."""

    def remove(self, profile_id: str) -> None:
        """Take a profile out."""


class Databank:
    """Profiles held in memory. One thread writes at a time; readers work on what was there when they began."""

    pool = 1000

    def __init__(self, profiles: Iterable[Profile] = (), bridge: Bridge | None = None) -> None:
        """Start with ``profiles``; with a ``bridge``, texts in different languages meet in its codes."""
        self.bridge = bridge
        self._lock = RLock()
        self._where: dict[str, tuple[int, int]] = {}
        self._state = _State(())
        self.put_many(profiles)

    def __len__(self) -> int:
        return self._state.size

    def __iter__(self) -> Iterator[Profile]:
        return iter(self._state.living)

    def put(self, profile: Profile) -> None:
        """Add a profile, or replace the one with its id."""
        self.put_many((profile,))

    def put_many(self, profiles: Iterable[Profile]) -> None:
        """Add or replace many at once: much faster than one by one. The last of equal ids counts."""
        latest = list({profile.id: profile for profile in profiles}.values())
        if not latest:
            return
        fresh = build_segment(latest, many_features(latest, self.bridge))
        with self._lock:
            segments = self._without({profile.id for profile in latest})
            self._publish(_tidied([*segments, fresh]))

    def remove(self, profile_id: str) -> None:
        """Take a profile out; nothing happens when it is not there."""
        with self._lock:
            if profile_id in self._where:
                self._publish(self._without({profile_id}))

    def get(self, profile_id: str) -> Profile | None:
        """Give a profile by id."""
        with self._lock:
            at = self._where.get(profile_id)
            return self._state.segments[at[0]].profiles[at[1]] if at else None

    def candidates(self, need: Need, k: int) -> list[tuple[str, Signals]]:
        """Give up to ``k`` profiles for ``need``, likeliest first, ties by id; a large ``k`` ranks everyone."""
        return [(profile.id, signals) for profile, signals in self.likely(need, k)]

    def of(self, need: Need, profile_id: str) -> tuple[Profile, Signals] | None:
        """Give one profile with its signals; None when it is not there."""
        with self._lock:
            state, at = self._state, self._where.get(profile_id)
        if at is None:
            return None
        row = sum(len(segment.profiles) for segment in state.segments[: at[0]]) + at[1]
        return state.profiles[row], _Channels(state, need, self.bridge).of(row)

    def likely(self, need: Need, k: int | None = None) -> Iterator[tuple[Profile, Signals]]:
        """Give profiles with their signals one after the other, likeliest first; all of them without ``k``."""
        state = self._state
        if not state.size:
            return
        found = _Channels(state, need, self.bridge)
        order = np.lexsort((state.id_ranks, -np.round(found.likeness + CODES * found.codes, 9)))
        order = order[state.alive[order]][:k]
        rows = zip(*(column[order].tolist() for column in found.columns()), strict=True)
        for at, row in zip(order.tolist(), rows, strict=True):
            yield state.profiles[at], Signals(*row)

    def _without(self, ids: set[str]) -> list[Segment]:
        segments = list(self._state.segments)
        for one in ids & self._where.keys():
            at, row = self._where[one]
            segments[at] = segments[at].without(row)
        return segments

    def _publish(self, segments: list[Segment]) -> None:
        self._where = {
            segment.profiles[row].id: (at, int(row)) for at, segment in enumerate(segments) for row in np.flatnonzero(segment.alive)
        }
        self._state = _State(tuple(segments))


class _State:
    """The segments at one moment, and what is worked out from them once."""

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self.segments = segments
        self.size = sum(int(segment.alive.sum()) for segment in segments)
        self._speaking: dict[frozenset[str], Mask] = {}

    @cached_property
    def profiles(self) -> list[Profile]:
        return [profile for segment in self.segments for profile in segment.profiles]

    @cached_property
    def living(self) -> list[Profile]:
        return [self.profiles[at] for at in np.flatnonzero(self.alive)]

    @cached_property
    def alive(self) -> Mask:
        return np.concatenate([segment.alive for segment in self.segments])

    @cached_property
    def id_ranks(self) -> Rows:
        """The place of every row's id in the order of ids."""
        order = np.argsort(np.array([profile.id for profile in self.profiles]), kind="stable")
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    @cached_property
    def norms(self) -> list[Floats]:
        return place_norms(self.segments)

    @cached_property
    def placed(self) -> Mask:
        return np.concatenate(self.norms) > 0

    def speaks(self, langs: frozenset[str]) -> Mask:
        """Which rows have a text in one of ``langs``."""
        known = self._speaking.get(langs)
        if known is None:
            known = np.array([bool(langs & row) for segment in self.segments for row in segment.langs])
            self._speaking[langs] = known
        return known


class _Channels:
    """Every signal of every row for one need, shape (rows,)."""

    def __init__(self, state: _State, need: Need, bridge: Bridge | None) -> None:
        wanted = need_features(need, bridge)
        self.same = state.speaks(wanted.langs)
        self._comparable = self.same & state.alive
        self.words = np.sqrt(np.concatenate(bm25(state.segments, wanted.words, "words")))
        self.grams = np.sqrt(np.concatenate(bm25(state.segments, wanted.grams, "grams")))
        self.codes = np.concatenate(code_depth(state.segments, need))
        self._things = np.concatenate(things_named(state.segments, wanted.things)) if wanted.things else None
        self.place = np.zeros(len(self.words))
        self._placed = np.zeros(len(self.words), bool)
        if len(wanted.places[0]):
            self.place = np.concatenate(cosine(state.segments, wanted.places, state.norms))
            self._placed = state.placed

    def columns(self) -> tuple[Floats | Mask, ...]:
        """The signals in the order of :class:`Signals`."""
        return self.likeness, self.words, self.grams, self.place, self.codes, self.same

    def of(self, row: int) -> Signals:
        """The signals of one row."""
        return Signals(*(column[row].item() for column in self.columns()))

    @cached_property
    def likeness(self) -> Floats:
        """The signals put together, with the mean of the living as what words are alike by chance."""
        text = WORDS * self.words + GRAMS * self.grams
        chance = float(text[self._comparable].mean()) / (WORDS + GRAMS) if self._comparable.any() else 0.0
        found = likeness_of(self.words, self.grams, self.place, self.same, self._placed, chance)
        return found if self._things is None else with_things(found, self._things)


def likeness_of(words: Floats, grams: Floats, place: Floats, same: Mask, placed: Mask, chance: float) -> Floats:
    """Weigh the signals by what can be said at all: a pair without a place is compared by words alone.

    Where a pair has a place but no language in common, its words are not 0 but unknown: it is given what pairs with one have by
    ``chance`` (0..1), or two strangers would always come after two who share idle words.
    """
    text = WORDS * words + GRAMS * grams
    typical = chance * (WORDS + GRAMS) * np.minimum(place / NEAR, 1.0)
    text = np.where(placed & ~same, np.maximum(STRANGE * text, typical), text)
    most = WORDS + GRAMS + np.where(placed, PLACE, 0.0)
    return np.asarray(np.minimum((text + PLACE * place) / most, 1.0))


def share_of(likeness: Floats) -> Floats:
    """Turn likenesses into shares of the points: rising all the way, slowly at first, near 1 for texts of one kind."""
    squared = np.clip(likeness, 0.0, 1.0) ** 2
    return np.asarray((1 + BEND) * squared / (squared + BEND))


def with_things(likeness: Floats, things: Floats) -> Floats:
    """Likenesses that count, for a part of their share, what part of the materials and processes that are wanted is named (0..1)."""
    share = (1 - NAMED) * share_of(likeness) + NAMED * things
    return np.asarray(np.sqrt(BEND * share / (1 + BEND - share)))


def _tidied(segments: list[Segment]) -> list[Segment]:
    """Merge while there are too many of about one size, so that there are never more than a few dozen."""
    segments = [segment for segment in segments if segment.alive.any()]
    level = 1
    while FEW ** (level - 1) <= max((len(one.profiles) for one in segments), default=0):
        alike = [one for one in segments if FEW ** (level - 1) <= len(one.profiles) < FEW**level]
        if len(alike) >= FEW:
            segments = [
                *(one for one in segments if not FEW ** (level - 1) <= len(one.profiles) < FEW**level),
                merge_segments(alike),
            ]
        level += 1
    return segments
