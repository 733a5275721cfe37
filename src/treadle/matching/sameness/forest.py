"""The trained judge of two names: a few hundred small decision trees, and how common words are in names.

Gradient boosting on the logarithm of the odds (Friedman 2001), each tree held to directions: more that meets never speaks against.
Trained by ``training/sameness`` and kept as plain numbers; a verdict walks the trees in Python.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("forest.npz")
VERSION = 1  # of the features: trees made for others are not used


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as one list of nodes: (feature, threshold, left, right, value); a leaf has feature -1. ``roots`` are where trees begin.

    ``prior`` is the logarithm (base 2) of the odds among the pairs it learnt from; ``common`` how many of ``names`` have a word.
    """

    nodes: tuple[tuple[int, float, int, int, float], ...]
    roots: tuple[int, ...]
    start: float
    prior: float
    names: int
    common: Mapping[str, int]

    def probability(self, features: Sequence[float]) -> float:
        """The verdict on one pair, from 0 to 1."""
        total = self.start
        nodes = self.nodes
        for at in self.roots:
            feature, threshold, left, right, value = nodes[at]
            while feature >= 0:
                feature, threshold, left, right, value = nodes[left if features[feature] <= threshold else right]
            total += value
        return 1 / (1 + exp(-total))

    def rarity(self, word: str) -> float:
        """The logarithm of how many names there are for one that has the word."""
        return log(self.names / (1 + self.common.get(word, 0)))


def write(path: Path, forest: Forest) -> None:
    """Keep a forest."""
    feature, threshold, left, right, value = (np.array(column) for column in zip(*forest.nodes, strict=True))
    np.savez_compressed(
        path, version=np.array(VERSION), feature=feature.astype(np.int8), threshold=threshold.astype(np.float32),
        left=left.astype(np.uint16), right=right.astype(np.uint16), value=value.astype(np.float32), roots=np.array(forest.roots, np.uint16),
        start=np.array(forest.start), prior=np.array(forest.prior), names=np.array(forest.names), words=np.array(list(forest.common)),
        counts=np.array(list(forest.common.values()), np.uint16),
    )  # fmt: skip


def read(path: Path = FILE) -> Forest | None:
    """Read a forest; None when there is none or it was made for other features."""
    if not path.exists():
        return None
    with np.load(path) as held:
        if int(held["version"]) != VERSION:
            return None
        columns = (held[name].tolist() for name in ("feature", "threshold", "left", "right", "value"))
        common = dict(zip(held["words"].tolist(), held["counts"].tolist(), strict=True))
        return Forest(
            tuple(zip(*columns, strict=True)), tuple(held["roots"].tolist()), float(held["start"]), float(held["prior"]),
            int(held["names"]), common
        )  # fmt: skip


@lru_cache(maxsize=1)
def shipped() -> Forest | None:
    """The forest that comes with the engine; None in a copy without it."""
    return read()
