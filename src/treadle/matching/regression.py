"""How far a text belongs to every branch of one classification: a ridge regression from its features.

A text is described twice, each time by a vector of length 1: by its hashed words and n-grams, rare ones counting more, and by the branches
that the readers of the concept space place it in. A linear map, fitted to tenders and their codes with all ancestors, gives every branch
a mark (Hoerl and Kennard 1970, "Ridge Regression"; of reduced rank: Izenman 1975). The second description knows no language: what a
Polish tender teaches helps to read a French one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from .codes import tidy
from .model import Code
from .postings import Floats
from .postings import Rows as Ids
from .rounding import Numbers, Rows

PLACES = {"cpv": 1.0, "isic4": 0.5}  # what the place in each classification weighs
LEAST = 0.003  # of a likelihood, to be part of a place
NARROW = 30  # codes of a branch that is looked into only where it is marked
LOOKED_INTO = 0.004  # … with this at least
# Of a few words the fit knows little and falls back on what is common among tenders, so that all short texts would be alike; they are
# marked by what they themselves say. Words and n-grams of a text, from which the common begins to count, and counts in full.
FEW, MANY = 60, 240
SHARE = 0.35  # of the places, against words and n-grams


@dataclass(frozen=True)
class Regression:
    """The fitted map, of rank R: buckets and branches to R numbers, those to the codes of ``system``."""

    system: str
    rarity: Numbers  # (buckets,): what a word or n-gram counts for
    rows: Rows  # (buckets, R)
    branch_rarity: Numbers  # (branches,)
    branch_rows: Rows  # (branches, R); the branches of all classifications in PLACES, one after the other
    out: Numbers  # (codes, R)
    mean: Numbers  # (codes,)
    bounds: Mapping[str, tuple[Ids, Ids]] = field(default_factory=dict)  # of the branches in each of PLACES

    @property
    def places(self) -> tuple[str, ...]:
        """The classifications that a text must have been read in."""
        return tuple(self.bounds)

    @classmethod
    def of(cls, parts: Mapping[str, npt.NDArray[np.generic]], codes: Mapping[str, tuple[str, ...]]) -> "Regression":
        """Put together what :meth:`arrays` gave; ``codes`` are those of all classifications in their order."""

        def floats(name: str) -> Numbers:
            return parts[name].astype(np.float32)

        def rows(name: str) -> Rows:
            return Rows(parts[name], parts[f"{name}_scales"])  # type: ignore[arg-type]

        bounds = {name: branches(name, codes[name]) for name in PLACES if name in codes}
        return cls(
            str(parts["system"]), floats("rarity"), rows("rows"), floats("branch_rarity"), rows("branch_rows"), rows("out").whole(),
            floats("mean"), bounds,
        )  # fmt: skip

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """What is shipped."""
        out = Rows.of(self.out, levels=15)
        parts: dict[str, npt.NDArray[np.generic]] = {"system": np.array(self.system), "mean": self.mean.astype(np.float16)}
        parts |= {name: getattr(self, name).astype(np.float16) for name in ("rarity", "branch_rarity")}
        for name, rows in (("rows", self.rows), ("branch_rows", self.branch_rows), ("out", out)):
            parts |= {name: rows.bytes, f"{name}_scales": rows.scales}
        return parts

    def marks(self, chunks: Sequence[npt.NDArray[np.int64]], likely: Mapping[str, Floats]) -> Floats:
        """Marks of all codes, 0 or more, shape (codes,): about 1 where a text surely belongs to a branch.

        ``chunks`` are the features of the text's pieces, ``likely`` its likelihoods by classification.
        """
        if not len(chunks):
            return np.zeros(len(self.mean))
        ids, counts = np.unique(np.concatenate(chunks), return_counts=True)
        known = counts * self.rarity[ids]
        words = self.rows.sum_of(ids, known * _scale(known, 1 - SHARE))
        at, weights = self.place(likely)
        placed = weights * self.branch_rarity[at]
        found = words + self.branch_rows.sum_of(at, placed * _scale(placed, SHARE))
        told = (len(ids) - FEW) / (MANY - FEW)
        return self._marked(found, self.mean * np.float32(min(max(told, 0.0), 1.0)))

    def _marked(self, found: Numbers, mean: Numbers) -> Floats:
        """Marks of the wide branches, and of what is below those that have one: a narrow branch has no more than the wide it is in."""
        wide, table = self._wide
        low, high = self.bounds[self.system]
        marks = np.zeros(len(mean))
        marks[wide] = table @ found + mean[wide]
        for at in wide[(marks[wide] >= LOOKED_INTO) & (high[wide] - low[wide] <= NARROW)].tolist():
            below = slice(low[at], high[at])
            marks[below] = self.out[below] @ found + mean[below]
        return np.maximum(marks, 0)

    @cached_property
    def _wide(self) -> tuple[Ids, Numbers]:
        """The codes whose branch is wide, or that lie in no narrow one, and their rows of ``out``: a sixth of the work for one text."""
        low, high = self.bounds[self.system]
        inside = np.zeros(len(low), bool)
        for at in np.flatnonzero(high - low <= NARROW):
            if not inside[at]:
                inside[low[at] : high[at]] = True
                inside[at] = False
        wide = np.flatnonzero(~inside)
        return wide, np.ascontiguousarray(self.out[wide])

    def place(self, likely: Mapping[str, Floats]) -> tuple[npt.NDArray[np.int64], Numbers]:
        """The branches that a text is in, numbered through all classifications, and how much."""
        at, weights, before = [], [], 0
        for name, (low, high) in self.bounds.items():
            mass = heaped(likely[name], low, high)
            here = np.flatnonzero(mass >= LEAST)
            at.append(here + before)
            weights.append(PLACES[name] * np.sqrt(mass[here]))
            before += len(low)
        return np.concatenate(at), np.concatenate(weights).astype(np.float32)


def _scale(values: Numbers, share: float) -> np.float32:
    """What brings a vector to length 1, times its share of the whole."""
    length = float(np.sqrt((values.astype(np.float64) ** 2).sum()))
    return np.float32(np.sqrt(share) / length if length > 1e-9 else 0.0)


def heaped(likely: Floats, low: Ids, high: Ids) -> Floats:
    """How likely every branch is: the sum over the codes it holds, shape (codes,)."""
    sums = np.concatenate(([0.0], np.cumsum(likely)))
    return np.asarray(sums[high] - sums[low])


def branches(system: str, codes: tuple[str, ...]) -> tuple[Ids, Ids]:
    """Where the branch under each code begins and ends in the ordered codes, itself included; both of shape (codes,)."""
    stems = [tidy(Code(system, code)) for code in codes]
    ordered = np.array(codes)
    low = np.searchsorted(ordered, np.array(stems))
    high = np.searchsorted(ordered, np.array([stem + "\uffff" for stem in stems]))
    return low.astype(np.int64), high.astype(np.int64)
