"""Which question would settle what a text leaves open: the branches between which it cannot be told."""

from dataclasses import dataclass

import numpy as np

from .codes import path, tidy
from .concepts import Concepts
from .model import Code
from .regression import branches, heaped

SURE = 0.55  # of what is left, that one branch must have to be followed
WORTH_NAMING = 0.12  # of what is left, for a branch to be a choice
MOST = 4
DEEPEST = 3  # digits: below a group nobody is asked


@dataclass(frozen=True, slots=True)
class Question:
    """The branches between which a text does not decide, likeliest first, each with how likely it is."""

    choices: tuple[tuple[Code, float], ...]


def question(concepts: Concepts, text: str, system: str) -> Question | None:
    """Follow the likeliest branch down while it has most of the likelihood; where none has, ask between those that matter.

    None when the text decides down to a group, or says nothing at all.
    """
    likely = concepts.likelihoods(text, system)
    if not likely.any():
        return None
    codes = concepts.codes(system)
    names = [tidy(Code(system, code)) for code in codes]
    mass = heaped(likely, *branches(system, codes))
    above = [(path(Code(system, code))[-2:-1] or ("",))[0] for code in codes]
    here, left = "", 1.0
    while True:
        below = [at for at, parent in enumerate(above) if parent == here and names[at].isdigit()]
        best = sorted(below, key=lambda at: -mass[at])
        if not best or len(names[best[0]]) > DEEPEST:
            return None
        if mass[best[0]] < SURE * left:
            chosen = [at for at in best[:MOST] if mass[at] >= WORTH_NAMING * left]
            return Question(tuple((Code(system, codes[at]), float(mass[at])) for at in chosen)) if len(chosen) > 1 else None
        here, left = names[best[0]], float(np.float64(mass[best[0]]))
