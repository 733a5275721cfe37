"""Inverted lists in numpy: which rows hold a key, and with what weight."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .text import Keys

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Keys in order; those of key ``i`` are ``rows[starts[i]:starts[i+1]]`` with ``weights`` beside them."""

    keys: Keys
    starts: Rows
    rows: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]

    def find(self, keys: Keys) -> tuple[Rows, Rows]:
        """Give, for the keys that are present, their places in ``keys`` and in ``self.keys``."""
        if not len(self.keys) or not len(keys):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        present = np.flatnonzero(self.keys[at] == keys)
        return present, at[present]

    def gather(self, at: Rows) -> tuple[Rows, Rows]:
        """Give the places of all postings of the keys ``at``, and for each which of ``at`` it belongs to."""
        lengths = self.starts[at + 1] - self.starts[at]
        owner = np.repeat(np.arange(len(at)), lengths)
        shift = np.repeat(self.starts[at] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        return np.arange(len(owner)) + shift if len(at) else np.empty(0, np.int64), owner

    def owners(self) -> Rows:
        """Give the index of the key for every posting, in order."""
        return np.repeat(np.arange(len(self.keys)), np.diff(self.starts))


def build(keys: Keys, rows: npt.NDArray[np.int64], weights: Floats | None = None) -> Postings:
    """Build from triples in any order; without weights the weight is how often a (key, row) occurs."""
    if weights is None:
        weights = np.ones(len(keys))
    order = np.lexsort((rows, keys))
    keys, rows, weights = keys[order], rows[order], weights[order]
    if not len(keys):
        return Postings(keys, np.zeros(1, np.int64), rows.astype(np.int32), weights.astype(np.float32))
    new_pair = np.concatenate(([True], (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])))
    firsts = np.flatnonzero(new_pair)
    summed = np.add.reduceat(weights, firsts)
    keys, rows = keys[firsts], rows[firsts]
    heads = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    starts = np.append(heads, len(keys)).astype(np.int64)
    return Postings(keys[heads], starts, rows.astype(np.int32), summed.astype(np.float32))


def merge(parts: Sequence[Postings], maps: Sequence[Rows]) -> Postings:
    """Join postings. ``maps[i]`` gives each old row of ``parts[i]`` its new row; -1 leaves the row out."""
    rows = [new[part.rows] for part, new in zip(parts, maps, strict=True)]
    keep = [new >= 0 for new in rows]
    return build(
        np.concatenate([part.keys[part.owners()][kept] for part, kept in zip(parts, keep, strict=True)]),
        np.concatenate([new[kept] for new, kept in zip(rows, keep, strict=True)]),
        np.concatenate([part.weights[kept].astype(np.float64) for part, kept in zip(parts, keep, strict=True)]),
    )


def counted(keys: Keys) -> tuple[Keys, Floats]:
    """Give the different keys in order and how often each occurs."""
    different, counts = np.unique(keys, return_counts=True)
    return different, counts.astype(np.float64)
