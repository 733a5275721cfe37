"""What an index of candidates is given and what it answers, whichever engine is behind it.

An entry is found by its words, by the branches of the concept space it is placed in, by its codes with all their ancestors, and narrowed
by facets. Each is a channel of its own: an engine scores one channel at a time, and the databank over it puts them together as it does
in memory. Tokens of a channel are numbers written in letters, so that no engine cuts, folds or stems them again; facets carry a
sign that no token has.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..bridge import Bridge
from ..codes import path
from ..model import Need, Profile
from ..postings import Floats
from ..segment import Features, many_features, need_features
from ..text import ANALYSER_VERSION, Keys, word_key

VERSION = f"2.{ANALYSER_VERSION}"  # of what is written; an index of another version is made anew
NODES = 20  # branches kept of a place: the heaviest
HEAVIEST = 4  # times a branch is written, by its weight: how often a token occurs is what an engine knows of weight
THING = "+"  # begins every thing and no language
FACET = "#"  # begins every facet and no token
WORD_BYTES, NODE_BYTES = 6, 3
CHANNELS = ("words", "places", "codes")


class IndexFault(Exception):
    """The index cannot be written or read, and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One profile as an index holds it."""

    id: int
    words: tuple[str, ...]  # with repetitions
    places: tuple[str, ...]  # each as often as it weighs
    codes: tuple[str, ...]
    facets: tuple[str, ...]
    vector: bytes  # the place: NODES numbers of branches, then their weights
    langs: tuple[str, ...]  # and, after a sign, the materials and processes that it names


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: tokens by channel with what each counts for, and facets of which one must be there."""

    words: dict[str, float]
    places: dict[str, float]
    codes: dict[str, float]
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """How far an index has come. ``sequence`` is the last change of the database that it holds."""

    version: str
    sequence: int
    entries: int
    bytes: int


class CandidateIndex(Protocol):
    """An engine that keeps entries and scores them by BM25, one channel at a time.

    ``sequence`` is the last change that it holds, ``entries`` how many it has.
    """

    @property
    def sequence(self) -> int:
        """The last change of the database that it holds."""

    @property
    def entries(self) -> int:
        """How many it has."""

    def apply(self, entries: Iterable[Entry], gone: Iterable[int], sequence: int) -> None:
        """Add or replace entries, take others out, and remember the sequence, all or nothing. Raises IndexFault."""

    def search(self, channel: str, query: Query, k: int, among: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """The best ``k`` by one channel with their scores, best first; only those of ``among`` where it is given."""

    def vectors(self, ids: Sequence[int]) -> dict[int, tuple[bytes, tuple[str, ...]]]:
        """Places and languages of entries, by id; those that are not there are left out."""

    def holders(self, channel: str, tokens: Sequence[str]) -> list[int]:
        """How many entries hold each token."""

    def state(self) -> State:
        """How far it has come."""


def tokens(keys: Keys, size: int) -> list[str]:
    """Write numbers in letters: ``size`` bytes of each, 3 or 6, in 4 or 8 letters."""
    if not len(keys):
        return []
    cut = np.ascontiguousarray(keys.astype("<u8")).view(np.uint8).reshape(-1, 8)[:, :size].tobytes()
    letters, width = urlsafe_b64encode(cut).decode("ascii"), size // 3 * 4
    return [letters[at : at + width] for at in range(0, len(letters), width)]


def entry_of(profile: Profile, features: Features) -> Entry:
    """A profile with its analysed texts as an entry; its id must be a number."""
    keys, weights = heaviest(features.places)
    times = np.ceil(HEAVIEST * weights / weights.max()).astype(int) if len(weights) else np.empty(0, int)
    nodes = tokens(keys, NODE_BYTES)
    facets = [f"{FACET}c:{profile.country.upper()}"] if profile.country else []
    facets += [f"{FACET}l:{lang}" for lang in sorted(features.langs)]
    return Entry(
        int(profile.id),
        tuple(tokens(features.words, WORD_BYTES)),
        tuple(token for token, often in zip(nodes, times.tolist(), strict=True) for _ in range(often)),
        tuple(tokens(np.unique(features.codes), WORD_BYTES)),
        tuple(facets),
        packed(keys, weights),
        (*sorted(features.langs), *(f"{THING}{thing}" for thing in sorted(features.things))),
    )


def entries_of(profiles: Sequence[Profile], bridge: Bridge | None) -> list[Entry]:
    """Profiles as entries, analysed together."""
    return [entry_of(profile, features) for profile, features in zip(profiles, many_features(profiles, bridge), strict=True)]


def query_of(need: Need, features: Features | None = None, bridge: Bridge | None = None) -> Query:
    """A need as a query; ``features`` saves analysing it again. Required countries are facets."""
    found = features or need_features(need, bridge)
    different, often = np.unique(found.words, return_counts=True)
    keys, weights = heaviest(found.places)
    countries = need.countries if need.countries_required else ()
    return Query(
        dict(zip(tokens(different, WORD_BYTES), np.sqrt(often).tolist(), strict=True)),
        dict(zip(tokens(keys, NODE_BYTES), weights.tolist(), strict=True)),
        {token: 1.0 for code in need.codes for token in tokens(code_keys(code.system, path(code)), WORD_BYTES)},
        tuple(f"{FACET}c:{country.upper()}" for country in countries),
    )


def code_keys(system: str, nodes: Iterable[str]) -> Keys:
    """The keys under which the branches of a code are held."""
    return np.array([word_key(f"{system}:{node}") for node in nodes], np.uint64)


def heaviest(place: tuple[Keys, Floats]) -> tuple[Keys, Floats]:
    """The branches of a place that weigh most, heaviest first."""
    keys, weights = place
    best = np.argsort(-weights, kind="stable")[:NODES]
    return keys[best], weights[best]


def packed(keys: Keys, weights: Floats) -> bytes:
    """A place as NODES * 4 bytes: three for each branch, then one for each weight, in parts of the heaviest; zeros for want of more."""
    cut = np.ascontiguousarray(keys.astype("<u8")).view(np.uint8).reshape(-1, 8)[:, :NODE_BYTES]
    rounded = np.rint(255 * weights / weights.max()).astype(np.uint8) if len(weights) else np.empty(0, np.uint8)
    return cut.tobytes().ljust(NODES * NODE_BYTES, b"\0") + rounded.tobytes().ljust(NODES, b"\0")


def unpacked(vectors: Sequence[bytes]) -> tuple[Keys, Floats]:
    """The branches and weights that :func:`packed` wrote, both of shape (vectors, NODES)."""
    raw = np.frombuffer(b"".join(vectors), np.uint8).reshape(len(vectors), NODES * (NODE_BYTES + 1))
    parts = raw[:, : NODES * NODE_BYTES].reshape(len(vectors), NODES, NODE_BYTES).astype(np.uint64)
    keys = parts[:, :, 0] | parts[:, :, 1] << np.uint64(8) | parts[:, :, 2] << np.uint64(16)
    return keys, raw[:, NODES * NODE_BYTES :].astype(float) / 255
