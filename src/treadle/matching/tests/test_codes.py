"""Codes in their tree: the rule of one level up or down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Code, Relation, ancestors, distance, nearest, relation
from treadle.matching.codes import MEETS, path


def isic(code: str) -> Code:
    return Code("isic4", code)


@pytest.mark.parametrize(
    ("wanted", "offered", "met"),
    [
        ("2511", "2511", True),
        ("251", "2511", True),
        ("2511", "251", True),
        ("2511", "25110", True),
        ("25", "2511", False),
        ("2511", "25", False),
        ("2511", "2512", False),
        ("2511", "1011", False),
    ],
)
def test_one_level_up_or_down_meets(wanted: str, offered: str, met: bool) -> None:
    assert (relation(isic(wanted), isic(offered)) in MEETS) is met


def test_what_does_not_meet_says_why() -> None:
    assert relation(isic("2511"), isic("25")) is Relation.TOO_WIDE
    assert relation(isic("2511"), isic("2512")) is Relation.SIBLING
    assert relation(isic("25"), isic("2511")) is Relation.TOO_NARROW


def test_paths_follow_the_system() -> None:
    assert path(Code("cpv", "19200000-8")) == ("19", "192")
    assert path(Code("cpv", "30000000")) == ("30",)
    assert path(Code("hs", "6006.22")) == ("60", "6006", "600622")
    assert path(Code("nace2", "C25.11")) == ("25", "251", "2511")
    assert path(Code("ics", "25.040.20")) == ("25", "25.040", "25.040.20")
    assert ancestors(Code("cpv", "19210000")) == (Code("cpv", "19000000"), Code("cpv", "19200000"))


def test_systems_do_not_mix() -> None:
    assert relation(isic("2511"), Code("cpv", "25110000")) is Relation.NONE
    assert nearest([isic("2511")], [Code("hs", "2511")]) is None


digits = st.text("0123456789", min_size=1, max_size=8)
systems = st.sampled_from(["isic4", "nace2", "cpv", "hs", "cpc", "ics"])


@given(systems, digits, digits)
def test_distance_is_a_distance(system: str, one: str, other: str) -> None:
    a, b = Code(system, one), Code(system, other)
    assert distance(a, b) == distance(b, a)
    assert distance(a, a) == 0
    if relation(a, b) in MEETS:
        assert distance(a, b) in (0, 1)


@given(systems, digits, digits)
def test_relations_mirror_each_other(system: str, one: str, other: str) -> None:
    mirror = {
        Relation.NARROWER: Relation.WIDER,
        Relation.WIDER: Relation.NARROWER,
        Relation.TOO_NARROW: Relation.TOO_WIDE,
        Relation.TOO_WIDE: Relation.TOO_NARROW,
    }
    found = relation(Code(system, one), Code(system, other))
    assert relation(Code(system, other), Code(system, one)) is mirror.get(found, found)
