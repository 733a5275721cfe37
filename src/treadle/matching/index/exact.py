"""The plain engine: exact BM25 in numpy over entries held in memory. Slow and right: what other engines are measured against."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from ..segment import K1, B
from .port import VERSION, Entry, Query, State


class ExactIndex:
    """Entries in memory, scored by the formula of Robertson and Zaragoza (2009) as it stands."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self.sequence = 0

    def apply(self, entries: Iterable[Entry], gone: Iterable[int], sequence: int) -> None:
        """Add or replace entries and take others out."""
        held = {entry.id: entry for entry in entries}
        self._entries |= held
        for one in gone:
            self._entries.pop(one, None)
        self.sequence = sequence

    @property
    def entries(self) -> int:
        """How many it has."""
        return len(self._entries)

    def search(self, channel: str, query: Query, k: int, among: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """Score every entry; those without any token of the query are not found."""
        wanted = getattr(query, channel)
        counts = {one: Counter(getattr(entry, channel)) for one, entry in self._entries.items()}
        size = len(counts)
        mean = np.mean([sum(count.values()) for count in counts.values()]) if counts else 0.0
        holders = Counter(token for count in counts.values() for token in count)
        idf = {token: np.log(1 + (size - holders[token] + 0.5) / (holders[token] + 0.5)) for token in wanted}
        found = []
        for one, count in counts.items():
            held = [token for token in wanted if token in count]
            entry = self._entries[one]
            if not held or (among is not None and one not in among) or (query.facets and not set(query.facets) & set(entry.facets)):
                continue
            length = K1 * (1 - B + B * sum(count.values()) / mean)
            score = sum(wanted[token] * idf[token] * count[token] * (K1 + 1) / (count[token] + length) for token in held)
            found.append((one, float(score)))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:k]

    def vectors(self, ids: Sequence[int]) -> dict[int, tuple[bytes, tuple[str, ...]]]:
        """Places and languages of entries."""
        return {one: (self._entries[one].vector, self._entries[one].langs) for one in ids if one in self._entries}

    def holders(self, channel: str, tokens: Sequence[str]) -> list[int]:
        """How many entries hold each token."""
        return [sum(token in getattr(entry, channel) for entry in self._entries.values()) for token in tokens]

    def state(self) -> State:
        """What it holds."""
        return State(VERSION, self.sequence, len(self._entries), 0)
