"""What each field weighs when two records are held against each other: general weights, those a databank gives, those decisions teach.

A weight is Fellegi and Sunter's: the logarithm (base 2) of how much oftener a field agrees, or differs, among records of one body than
among records of two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

# Agreement and difference of each field, in bits, where nothing is known of the databank.
FIELDS: Mapping[str, tuple[float, float]] = {
    "identifier": (14.0, -9.0),
    "email": (8.0, -0.4),
    "domain": (7.0, -1.0),
    "phone": (8.0, -0.5),
    "street": (6.0, -3.0),
    "town": (1.5, -1.5),
    "postcode": (3.0, -1.5),
    "country": (0.0, -4.0),
}
PRIOR = -5.0  # bits: one in 30 of the pairs that come to be judged is of one body
AT_MOST = (
    2.0  # times the general weight that a databank gives a field: fields hang together, and where nothing is twice it learns from chance
)
ENOUGH = 300  # records of a databank, from which its own weights count as much as the general ones
ELSE = "All other comparisons"  # what the trained model calls the step of no agreement


@dataclass(frozen=True, slots=True)
class Weights:
    """``fields`` is field → bits where it agrees, bits where it differs; ``prior`` what is held of any pair; ``name`` a factor on names."""

    fields: Mapping[str, tuple[float, float]] = field(default_factory=lambda: FIELDS)
    prior: float = PRIOR
    name: float = 1.0

    def bits(self, name: str, agreement: float) -> float:
        """What a field says that agrees this far, from 0 to 1; of the field ``name`` the agreement is in bits already."""
        if name == "name":
            return self.name * agreement
        agree, differ = self.fields[name]
        return agree * agreement + differ * (1 - agreement)

    def kept(self) -> dict[str, Any]:
        """As JSON, for :func:`weights_of`."""
        return {"fields": {name: list(pair) for name, pair in self.fields.items()}, "prior": self.prior, "name": self.name}


GENERAL = Weights()


def weights_of(kept: Mapping[str, Any]) -> Weights:
    """Weights as they were kept; fields that were not there then have the general ones."""
    fields = {**FIELDS, **{name: (pair[0], pair[1]) for name, pair in kept["fields"].items() if name in FIELDS}}
    return Weights(fields, kept["prior"], kept["name"])


def trained(levels: Mapping[str, Mapping[str, float]], records: int, weights: Weights = GENERAL) -> Weights:
    """Weights that a model trained on a databank gives: field → step of agreement → bits.

    A databank of few records says little; its weights count as ``records`` / (``records`` + ``ENOUGH``) of the sum with the general ones.
    What the model could not tell stays.
    """
    share = records / (records + ENOUGH)
    fields = dict(weights.fields)
    for name, steps in levels.items():
        if name in fields and ELSE in steps and len(steps) > 1:
            agree, differ = fields[name]
            best = max(bits for step, bits in steps.items() if step != ELSE)
            own = min(max(best, 0.0), AT_MOST * agree), max(min(steps[ELSE], 0.0), AT_MOST * differ)
            fields[name] = (round(agree + share * (own[0] - agree), 2), round(differ + share * (own[1] - differ), 2))
    return replace(weights, fields=fields)


# What decisions teach -------------------------------------------------------------------------------------------------------------------

FEW = 20  # decided pairs, of which
OF_EACH = 5  # at least so many the same and so many different, from which they teach
HELD = 6.0  # how hard each factor is held to 1: as the curvature of so many pairs that one does not know about
HELD_PRIOR = 1.0
FACTORS = (0.3, 2.0)
PRIOR_MOVES = 3.0  # bits
ROUNDS = 100


def taught(weights: Weights, decided: Sequence[tuple[Mapping[str, float], bool]]) -> Weights:
    """Weights that agree with what people decided: pairs as field → agreement, and whether they were one body.

    Each field has a factor on its bits, and the prior is moved, by logistic regression whose factors are held to 1 (a maximum a posteriori
    estimate, by Newton's steps): a handful of decisions moves little, hundreds move much. Too few decisions, or of one sort only, teach
    nothing.
    """
    same = sum(1 for _pair, is_same in decided if is_same)
    if len(decided) < FEW or min(same, len(decided) - same) < OF_EACH:
        return weights
    names = sorted({name for pair, _same in decided for name in pair if name == "name" or name in weights.fields})
    bits = np.array([[weights.bits(name, pair[name]) if name in pair else 0.0 for name in names] for pair, _same in decided])
    scale = np.log(2)  # bits to what the logistic curve counts in
    table = np.hstack([bits, np.ones((len(decided), 1))]) * scale
    truth = np.array([float(is_same) for _pair, is_same in decided])
    middle = np.array([1.0] * len(names) + [weights.prior])
    held = np.array([HELD] * len(names) + [HELD_PRIOR])
    factors = _fitted(table, truth, middle, held)
    if factors is None:
        return weights
    factor = {name: float(np.clip(value, *FACTORS)) for name, value in zip(names, factors, strict=False)}
    fields = {
        name: (round(agree * factor.get(name, 1.0), 2), round(differ * factor.get(name, 1.0), 2))
        for name, (agree, differ) in weights.fields.items()
    }
    prior = float(np.clip(factors[-1], weights.prior - PRIOR_MOVES, weights.prior + PRIOR_MOVES))
    return Weights(fields, round(prior, 2), round(weights.name * factor.get("name", 1.0), 3))


def _fitted(table: Any, truth: Any, middle: Any, held: Any) -> Any:
    """The factors at which likelihood and what holds them balance; None where they are not found."""

    def worth(factors: Any) -> float:
        said = table @ factors
        likely = np.where(truth > 0, -np.logaddexp(0, -said), -np.logaddexp(0, said)).sum()
        return float(likely - 0.5 * (held * (factors - middle) ** 2).sum())

    factors, now = middle.copy(), worth(middle)
    for _round in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(table @ factors, -500, 500)))
        slope = table.T @ (truth - chance) - held * (factors - middle)
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(held)
        step = np.linalg.solve(curve, slope)
        if np.abs(step).max() < 1e-6:
            return factors
        size = 1.0
        while size > 1e-8 and worth(factors + size * step) <= now:
            size /= 2  # a whole step may overshoot: where all is sure already the curve is flat
        if size <= 1e-8:
            return factors
        factors = factors + size * step
        now = worth(factors)
    return None
