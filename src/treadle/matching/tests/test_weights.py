"""What fields weigh: weights that a databank gives, weights that decisions teach."""

import math
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching.sameness import GENERAL, Facts, Weights, likeness, taught, trained, weights_of

AGREE, DIFFER = {"name": 2.0, "town": 1.0, "street": 1.0}, {"name": 2.0, "town": 1.0, "street": 0.0}


def test_a_databank_of_one_town_learns_that_a_town_says_nothing() -> None:
    levels = {"town": {"Exact match on town": 0.1, "All other comparisons": -0.2}, "email": {}}
    few, many = trained(levels, 30), trained(levels, 30_000)
    assert GENERAL.fields["town"][0] > few.fields["town"][0] > many.fields["town"][0] > 0
    assert many.fields["town"] == pytest.approx((0.1, -0.2), abs=0.05)
    assert many.fields["email"] == GENERAL.fields["email"] and many.prior == GENERAL.prior


def test_what_a_model_came_to_is_bounded() -> None:
    wild = trained(
        {"street": {"Exact": 60.0, "All other comparisons": -169.4}, "phone": {"Exact": -3.0, "All other comparisons": 4.0}}, 10**9
    )
    assert wild.fields["street"] == (12.0, -6.0) and wild.fields["phone"] == (0.0, 0.0)


def test_decisions_move_the_weights_the_way_they_point() -> None:
    """At this databank a street that differs means another body although the name agrees; the town tells nothing."""
    learnt = taught(GENERAL, [(AGREE, True)] * 40 + [(DIFFER, False)] * 40)
    agree, differ = learnt.fields["street"]
    assert agree - differ > sum(map(abs, GENERAL.fields["street"])) and learnt.fields["email"] == GENERAL.fields["email"]


def test_a_few_decisions_move_little_and_of_one_sort_nothing() -> None:
    assert taught(GENERAL, [(AGREE, True)] * 200) == GENERAL
    assert taught(GENERAL, [(AGREE, True)] * 10 + [(DIFFER, False)] * 9) == GENERAL
    few, many = (taught(GENERAL, [(AGREE, True)] * size + [(DIFFER, False)] * size).fields["street"] for size in (10, 400))
    assert abs(few[0] - GENERAL.fields["street"][0]) < abs(many[0] - GENERAL.fields["street"][0])


def test_names_that_mislead_come_to_count_less() -> None:
    """Where officers keep finding that the same name at another place is another body, a name says less."""
    namesakes = [({"name": 6.0, "town": 0.0, "street": 0.0}, False)] * 60 + [({"name": 1.0, "town": 1.0, "street": 0.9}, True)] * 60
    learnt = taught(GENERAL, namesakes)
    pair = Facts("Atlas Weaving", town="Fes", street="1 Mill Road"), Facts("Atlas Weaving", town="Oujda", street="7 Quay Street")
    assert likeness(*pair, learnt).probability < likeness(*pair).probability


@given(st.lists(st.tuples(st.dictionaries(st.sampled_from(["name", "town", "phone", "x"]), st.floats(0, 1)), st.booleans()), max_size=60))
def test_whatever_was_decided_the_weights_stay_in_their_bounds(decided: list[tuple[dict[str, float], bool]]) -> None:
    learnt = taught(GENERAL, decided)
    for name, (agree, differ) in learnt.fields.items():
        assert 0 <= agree <= 2 * GENERAL.fields[name][0] and 2 * GENERAL.fields[name][1] <= differ <= 0
    assert 0.3 <= learnt.name <= 2.0 and abs(learnt.prior - GENERAL.prior) <= 3.0


def test_branches_that_were_told_apart_are_not_taken_for_one_next_time() -> None:
    """Fifteen branches of one name elsewhere, five merged at one address: what contradicts itself makes nothing sure."""
    branch, twin = {"name": 8.0, "domain": 1.0, "town": 0.0, "street": 0.0}, {"name": 8.0, "domain": 1.0, "town": 1.0, "street": 1.0}
    learnt = taught(GENERAL, [(branch, False)] * 15 + [(twin, True)] * 5)

    def probability(pair: dict[str, float], weights: Weights) -> float:
        return 1 / (1 + 2.0 ** -(weights.prior + sum(weights.bits(name, far) for name, far in pair.items())))

    assert probability(branch, learnt) < probability(branch, GENERAL) and probability(branch, learnt) < 0.5 < probability(twin, learnt)


@given(st.integers(0, 10_000), st.integers(30, 400))
def test_what_decisions_teach_agrees_with_them_no_worse_than_the_general_weights(seed: int, count: int) -> None:
    """Plausible desks with one decision in ten the other way: likelihood of what was decided does not fall."""
    rand = random.Random(seed)
    decided = []
    for _at in range(count):
        same = rand.random() < 0.5
        pair = {"name": rand.gauss(3 if same else 0, 3)}
        pair |= {
            name: float(rand.random() < (0.8 if same else 0.3)) for name in ("town", "street", "phone", "domain") if rand.random() < 0.6
        }
        decided.append((pair, same if rand.random() < 0.9 else not same))

    def loss(weights: Weights) -> float:
        said = [weights.prior + sum(weights.bits(name, far) for name, far in pair.items()) for pair, _same in decided]
        return sum(
            math.log1p(math.exp(min(500.0, -bits * math.log(2) if same else bits * math.log(2))))
            for bits, (_p, same) in zip(said, decided, strict=True)
        )

    learnt = taught(GENERAL, decided)
    assert loss(learnt) <= loss(GENERAL) + 1e-6 or abs(learnt.prior - GENERAL.prior) >= 3.0


def test_weights_are_kept_and_read_again() -> None:
    learnt = Weights({**GENERAL.fields, "town": (0.2, -0.1)}, -6.5, 0.9)
    kept: dict[str, Any] = learnt.kept()
    assert weights_of(kept) == learnt
    assert weights_of({**kept, "fields": {"town": [1, -1], "planet": [9, 9]}}).fields == {**GENERAL.fields, "town": (1, -1)}
