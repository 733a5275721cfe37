"""The question that would settle what a text leaves open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import question, shipped
from treadle.matching.concepts import Concepts


def model() -> Concepts:
    found = shipped()
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["machines", "boîtes"])
def test_a_vague_word_is_asked_about_between_branches_that_it_could_mean(text: str) -> None:
    asked = question(model(), text, "cpv")
    assert asked is not None
    chances = [chance for _, chance in asked.choices]
    assert 2 <= len(chances) <= 4 and chances == sorted(chances, reverse=True)
    assert len({code.code[:2] for code, _ in asked.choices}) == len(chances)


@pytest.mark.parametrize(
    "text", ["construction of a primary school, masonry and roof", "office chairs and desks", "distributed electricity supply"]
)
def test_a_text_that_says_what_it_means_is_not_asked_about(text: str) -> None:
    asked = question(model(), text, "cpv")
    assert asked is None or len(asked.choices[0][0].code.rstrip("0")) >= 3  # at most which group of one division


@pytest.mark.parametrize("text", ["", "   ", "...", "\u200b"])
def test_nothing_is_asked_about_nothing(text: str) -> None:
    assert question(model(), text, "cpv") is None


@given(st.text(max_size=60))
def test_any_text_can_be_asked_about(text: str) -> None:
    asked = question(model(), text, "isic4")
    assert asked is None or len(asked.choices) > 1
