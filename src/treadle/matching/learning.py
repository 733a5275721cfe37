"""Weights learnt from what people did with matches: which of two was chosen, answered, introduced, contracted.

Within one case every pair of profiles of which one went further than the other is a lesson: its criteria should have had more points.
Weights are fitted so that such pairs come out in that order (pairwise logistic loss, Burges et al. 2005, "Learning to Rank using
Gradient Descent"), never below 0, and held near those in force so that few cases change little. What was learnt is judged on
cases that were kept back, each in its turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .judge import WEIGHTS
from .model import Criterion
from .postings import Floats

FOLDS = 5
ROUNDS, STRIDE = 400, 0.5
HELD = 0.02  # how strongly weights are held to those in force, for each lesson
SCALE = 10.0  # points of difference that make an order all but certain
WORTHWHILE = 0.01  # share of pairs that must come out better for a change to be worth it
ORDER = tuple(Criterion)


@dataclass(frozen=True, slots=True)
class Judged:
    """One profile in one case: the share of each criterion that it met (unknown ones are left out), and how far it went."""

    shares: Mapping[Criterion, float]
    went: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """Weights before and after, and the share of pairs that each puts in the order in which they went, on cases kept back."""

    before: Mapping[Criterion, float]
    after: Mapping[Criterion, float]
    right_before: float
    right_after: float
    cases: int
    pairs: int

    @property
    def helps(self) -> bool:
        """Whether the order of cases that were kept back is clearly better with what was learnt."""
        return self.right_after >= self.right_before + WORTHWHILE


def learn(cases: Sequence[Sequence[Judged]], overrides: Mapping[str, float] | None = None) -> Lesson | None:
    """Learn from cases; ``overrides`` are the weights in force where they differ from WEIGHTS. None without two cases with a lesson."""
    before = np.array([{**WEIGHTS, **{Criterion(name): weight for name, weight in (overrides or {}).items()}}[one] for one in ORDER])
    taught = [pairs for case in cases if len(pairs := _pairs(case))]
    if len(taught) < 2:
        return None
    right = np.zeros(2)
    folds = min(FOLDS, len(taught))
    for fold in range(folds):
        kept_back = np.concatenate(taught[fold::folds])
        rest = np.concatenate([pairs for at, pairs in enumerate(taught) if at % folds != fold])
        right += [_right(kept_back, before), _right(kept_back, _fitted(rest, before))]
    everything = np.concatenate(taught)
    after = np.round(_fitted(everything, before), 1)
    return Lesson(
        dict(zip(ORDER, before.tolist(), strict=True)),
        dict(zip(ORDER, after.tolist(), strict=True)),
        float(right[0] / len(everything)),
        float(right[1] / len(everything)),
        len(taught),
        len(everything),
    )


def _pairs(case: Sequence[Judged]) -> Floats:
    """Differences of shares, of who went further less who did not, shape (pairs, criteria)."""
    rows = np.array([[one.shares.get(criterion, 0.0) for criterion in ORDER] for one in case]).reshape(len(case), len(ORDER))
    found = [rows[at] - rows[other] for at, one in enumerate(case) for other, two in enumerate(case) if one.went > two.went]
    return np.array(found).reshape(len(found), len(ORDER))


def _fitted(pairs: Floats, before: Floats) -> Floats:
    weights = before.copy()
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(np.clip(pairs @ weights / SCALE, -30, 30)))
        slope = -(pairs * wrong[:, None]).mean(axis=0) + HELD * (weights - before) / SCALE
        weights = np.maximum(weights - STRIDE * SCALE * slope, 0.0)
    return weights if weights.any() else before


def _right(pairs: Floats, weights: Floats) -> float:
    """How many pairs come out in the right order; a tie is half right."""
    points = pairs @ weights
    return float((points > 1e-9).sum() + 0.5 * (np.abs(points) <= 1e-9).sum())
