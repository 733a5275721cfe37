"""What fields weigh: weights that a databank gives, weights that decisions teach."""

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
    assert 0.3 <= learnt.name <= 2.0


def test_weights_are_kept_and_read_again() -> None:
    learnt = Weights({**GENERAL.fields, "town": (0.2, -0.1)}, -6.5, 0.9)
    kept: dict[str, Any] = learnt.kept()
    assert weights_of(kept) == learnt
    assert weights_of({**kept, "fields": {"town": [1, -1], "planet": [9, 9]}}).fields == {**GENERAL.fields, "town": (1, -1)}
