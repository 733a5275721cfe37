"""Weights learnt from choices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import WEIGHTS, Criterion
from treadle.matching.learning import Judged, learn

C = Criterion


def cases(count: int, deciding: Criterion, seed: int = 1) -> list[list[Judged]]:
    """Of four profiles with chance shares, the one with most of one criterion is chosen."""
    chance = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        shares = [{one: float(chance.random()) for one in (C.WORDS, C.CODES, C.CAPACITY, C.PLACE)} for _ in range(4)]
        best = max(range(4), key=lambda at: shares[at][deciding])
        made.append([Judged(one, int(at == best)) for at, one in enumerate(shares)])
    return made


@pytest.mark.parametrize("deciding", [C.PLACE, C.CAPACITY])
def test_what_decided_gains_weight_and_cases_kept_back_come_out_better(deciding: Criterion) -> None:
    lesson = learn(cases(40, deciding))
    assert lesson is not None and lesson.helps
    assert lesson.after[deciding] > lesson.before[deciding]
    assert max(lesson.after, key=lambda one: lesson.after[one] - lesson.before[one]) is deciding
    assert (lesson.cases, lesson.pairs) == (40, 120)


def test_where_chance_decided_nothing_is_promised() -> None:
    chance = np.random.default_rng(3)
    noise = [
        [Judged({C.WORDS: float(chance.random()), C.CODES: float(chance.random())}, int(at == 0)) for at in range(4)] for _ in range(40)
    ]
    lesson = learn(noise)
    assert lesson is not None
    assert lesson.right_after < 0.65


def test_few_cases_change_little_and_many_change_more() -> None:
    few, many = learn(cases(2, C.PLACE)), learn(cases(2, C.PLACE))
    assert few is not None and few == many  # the same cases teach the same


@pytest.mark.parametrize("given_", [[], [[]], [[Judged({C.WORDS: 1.0}, 1)]], [[Judged({}, 1), Judged({}, 1)], [Judged({}, 0)]]])
def test_where_nobody_went_further_than_another_nothing_is_learnt(given_: list[list[Judged]]) -> None:
    assert learn(given_) is None


def test_weights_in_force_are_where_it_begins() -> None:
    lesson = learn(cases(4, C.PLACE), {"words": 3.0})
    assert lesson is not None
    assert (lesson.before[C.WORDS], lesson.before[C.CODES]) == (3.0, WEIGHTS[C.CODES])


@given(st.integers(0, 50))
def test_no_weight_is_ever_below_nothing(seed: int) -> None:
    lesson = learn(cases(3, C.CODES, seed))
    assert lesson is not None and min(lesson.after.values()) >= 0
