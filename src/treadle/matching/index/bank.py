"""A databank over an index: the same questions and the same judge as in memory, for more profiles than a process should hold.

What the index does not have yet, because it was written a moment ago, is held in memory beside it and scored exactly; a profile that
changed is taken from there and not from the index. Words and places are scored as in memory, with the statistics of the index.
Character n-grams are not kept in the index: between texts of one language they are taken to say what the words say, and
misspelt words are met by the place, which is read from n-grams.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from ..bridge import Bridge
from ..codes import nearest
from ..databank import CODES, Databank, Signals, likeness_of, with_things
from ..model import Need, Profile
from ..postings import Floats
from ..segment import K1, Features, need_features, thing_weights
from .port import NODE_BYTES, THING, CandidateIndex, Query, query_of, tokens, unpacked

PER_CHANNEL = {"words": 80, "places": 130, "codes": 40}  # candidates asked of the index
REMEMBERED = 20_000  # profiles
NEAR_SHARE = 3  # for so many candidates in a required country, one from anywhere
TYPICAL = 0.2  # of the weight that an entry has at a branch

Fetch = Callable[[Sequence[int]], Iterable[Profile]]


class IndexedBank:
    """Profiles in an index, those that changed since in memory; ``fetch`` gives profiles by their numbers, from where they are kept."""

    pool = 200  # judged for a need

    def __init__(self, index: CandidateIndex, fetch: Fetch, bridge: Bridge | None = None) -> None:
        self.index = index
        self.bridge = bridge
        self._fetch = fetch
        self._fresh = Databank(bridge=bridge)
        self._gone: set[int] = set()
        self._known: dict[int, Profile] = {}
        self._rarities: tuple[int, dict[str, float]] = (-1, {})

    def __len__(self) -> int:
        return self.index.entries

    def put_many(self, profiles: Iterable[Profile]) -> None:
        """Hold profiles that are newer than the index."""
        held = list(profiles)
        self._fresh.put_many(held)
        for profile in held:
            self._gone.discard(int(profile.id))
            self._known.pop(int(profile.id), None)

    def remove(self, profile_id: str) -> None:
        """Leave a profile out that the index may still have."""
        self._fresh.remove(profile_id)
        self._gone.add(int(profile_id))
        self._known.pop(int(profile_id), None)

    def get(self, profile_id: str) -> Profile | None:
        """Give a profile by id."""
        fresh = self._fresh.get(profile_id)
        if fresh is not None or not profile_id.isdigit() or int(profile_id) in self._gone:
            return fresh
        return self._profiles([int(profile_id)]).get(int(profile_id))

    def candidates(self, need: Need, k: int) -> list[tuple[str, Signals]]:
        """Give up to ``k`` profiles for ``need``, likeliest first, ties by id."""
        return [(profile.id, signals) for profile, signals in self.likely(need, k)]

    def likely(self, need: Need, k: int | None = None) -> Iterator[tuple[Profile, Signals]]:
        """Give profiles with their signals, likeliest first: the best of each channel of the index, and what is newer than it."""
        wanted = need_features(need, self.bridge)
        pairs = list(self._fresh.likely(need))
        pairs += self._signals(need, wanted, *self._ids(query_of(need, wanted)))
        pairs.sort(key=lambda pair: (-round(pair[1].likeness + CODES * pair[1].codes, 9), pair[0].id))
        yield from pairs[:k]

    def of(self, need: Need, profile_id: str) -> tuple[Profile, Signals] | None:
        """One profile with its signals."""
        if self._fresh.get(profile_id) is not None:
            return self._fresh.of(need, profile_id)
        if not profile_id.isdigit() or int(profile_id) in self._gone:
            return None
        return next(iter(self._signals(need, need_features(need, self.bridge), [int(profile_id)], {int(profile_id)})), None)

    def _ids(self, query: Query) -> tuple[list[int], set[int]]:
        """The best by each channel, without those that changed since; and which of them were chosen for their words."""
        best = {channel: [one for one, _ in self.index.search(channel, query, most)] for channel, most in PER_CHANNEL.items()}
        if query.facets:  # who is outside is wanted too, as a near miss
            anywhere = replace(query, facets=())
            for channel, most in PER_CHANNEL.items():
                best[channel] += [one for one, _ in self.index.search(channel, anywhere, most // NEAR_SHARE)]
        found = dict.fromkeys(one for ids in best.values() for one in ids)
        return [one for one in found if one not in self._gone and self._fresh.get(str(one)) is None], set(best["words"])

    def _signals(self, need: Need, wanted: Features, ids: Sequence[int], chosen: set[int]) -> list[tuple[Profile, Signals]]:
        """Signals of some entries. Words of those that were ``chosen`` for them say nothing of what words are alike by chance."""
        if not ids:
            return []
        query = query_of(need, wanted)
        vectors, profiles = self.index.vectors(ids), self._profiles(ids)
        ids = [one for one in ids if one in vectors and one in profiles]
        if not ids:
            return []
        words = dict(self.index.search("words", Query(query.words, {}, {}), len(ids), ids))
        best = self._best(query)
        share = np.sqrt(np.clip([words.get(one, 0.0) / best for one in ids], 0.0, 1.0))
        place = self._cosines(query, [vectors[one][0] for one in ids])
        same = np.array([bool(wanted.langs & set(vectors[one][1])) for one in ids], bool)
        placed = np.array([any(vectors[one][0]) for one in ids], bool) & bool(query.places)
        chance = share[same & ~np.isin(ids, list(chosen))]
        likeness = likeness_of(share, share, place, same, placed, float(chance.mean()) if len(chance) else 0.0)
        if wanted.things:
            likeness = with_things(likeness, np.array(_things_named(wanted.things, [vectors[one][1] for one in ids])))
        codes = [_depth(need, profiles[one]) for one in ids]
        rows = zip(likeness.tolist(), share.tolist(), share.tolist(), place.tolist(), codes, same.tolist(), strict=True)
        return [(profiles[one], Signals(*row)) for one, row in zip(ids, rows, strict=True)]

    def _best(self, query: Query) -> float:
        """The score of an entry that repeated every word of the query without end."""
        size = max(len(self), 1)
        held = self.index.holders("words", list(query.words))
        idf = np.log(1 + (size - np.array(held) + 0.5).clip(0.5) / (np.array(held) + 0.5))
        return float((idf * np.array(list(query.words.values()))).sum()) * (K1 + 1) or 1.0

    def _cosines(self, query: Query, vectors: Sequence[bytes]) -> Floats:
        """Cosine of the need's place with each, branches weighed by how few entries are there; shape (vectors,)."""
        keys, weights = unpacked(vectors)
        different, inverse = np.unique(keys, return_inverse=True)
        names = tokens(different, NODE_BYTES)
        rarity = self._rarity([*query.places, *names])
        mine = {name: weight * rarity[name] for name, weight in query.places.items()}
        length = float(np.sqrt(sum(weight**2 for weight in mine.values()))) or 1.0
        weighed = weights * np.array([rarity[name] for name in names])[inverse.reshape(keys.shape)]
        asked = np.array([mine.get(name, 0.0) for name in names])[inverse.reshape(keys.shape)]
        return np.asarray((weighed * asked).sum(axis=1) / (np.sqrt((weighed**2).sum(axis=1)).clip(1e-9) * length))

    def _rarity(self, names: Sequence[str]) -> dict[str, float]:
        """What each branch counts for; remembered until the index has moved on."""
        if self._rarities[0] != self.index.sequence:
            self._rarities = (self.index.sequence, {})
        held = self._rarities[1]
        missing = [name for name in dict.fromkeys(names) if name not in held]
        for name, holders in zip(missing, self.index.holders("places", missing), strict=True):
            held[name] = float(np.log((1 + max(len(self), 1)) / (1 + TYPICAL * holders)).clip(0)) + 0.01
        return held

    def _profiles(self, ids: Sequence[int]) -> dict[int, Profile]:
        """Profiles by number, remembered; another thread may forget them meanwhile."""
        known = self._known
        found = {one: profile for one in ids if (profile := known.get(one)) is not None}
        fetched = {int(profile.id): profile for profile in self._fetch([one for one in ids if one not in found])}
        if len(known) > REMEMBERED:
            known = self._known = {}
        known.update(fetched)
        return found | fetched


def _things_named(wanted: frozenset[str], held: Sequence[Sequence[str]]) -> list[float]:
    """What part of the things wanted each of some entries names."""
    weights = dict(zip((f"{THING}{thing}" for thing in sorted(wanted)), thing_weights(sorted(wanted)).tolist(), strict=True))
    return [sum(weights.get(one, 0.0) for one in names) for names in held]


def _depth(need: Need, profile: Profile) -> float:
    """The share of a wanted code that the profile's nearest has."""
    found = nearest(need.codes, [code for one in profile.capabilities for code in one.codes]) if need.codes else None
    return found.share if found else 0.0
