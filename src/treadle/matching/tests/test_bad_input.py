"""What comes in wrong: odd texts, codes, limits, units and weights, a model that is missing. Nothing breaks, and nothing is made up."""

from pathlib import Path

import numpy as np
import pytest

from treadle.matching import (
    WEIGHTS,
    Bridge,
    Capability,
    Code,
    CodeReader,
    ConceptBridge,
    Criterion,
    Databank,
    Match,
    Need,
    Profile,
    Quantity,
    Reason,
    Verdict,
    concerns,
    match,
    shipped,
)
from treadle.matching.concepts import FILE, read

DYER = Profile(
    "dyer", name="Dyer", text="Dyeing and finishing of knitted cotton", lang="en", country="MA",
    capabilities=(Capability("Dyeing", "en", (Code("isic4", "1313"),), Quantity(4, "t", "month")),),
)  # fmt: skip
DAIRY = Profile("dairy", name="Dairy", text="Milk, cheese and yoghurt", lang="en", country="MA")
BARE = Profile("bare")


@pytest.fixture(scope="module")
def space() -> Bridge:
    found = shipped()
    assert found is not None
    return ConceptBridge(found)


@pytest.fixture(scope="module")
def bank(space: Bridge) -> Databank:
    return Databank([DYER, DAIRY, BARE], space)


def of(found: Match, criterion: Criterion) -> Reason:
    return next(reason for reason in found.reasons if reason.criterion is criterion)


def first(need: Need, bank: Databank) -> Match:
    return match(need, bank).matches[0]


ODD = {
    "empty": "",
    "white space": " \n\t\u00a0",
    "one character": "x",
    "one letter of another script": "ق",
    "one word": "dyeing",
    "only numbers": "500 1,000 2026 12.5",
    "only signs": "±…—!?؟。",
    "mixed scripts": "Dyeing صباغة 染色 крашение βαφή",
    "what is not text": "\x00\x01\ufeff\u202e\ud800 a\u0300\u0301\u0302",
    "one word without end": "x" * 100_000,
    "very many words": "dyeing of cotton. " * 20_000,
    "only boilerplate": "The buyer reserves the right to reject any offer. Payment is made after receipt of the invoice. " * 12,
    "markup": "<script>alert('x')</script> {{ need }} %(name)s {0}",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_is_answered_and_its_points_add_up(text: str, bank: Databank) -> None:
    for need in (Need("n", text), Need("n", text, "en"), Need("n", text, "qq"), Need("n", text, codes=(Code("isic4", "1313"),))):
        result = match(need, bank)
        assert sorted(one.profile_id for one in result.matches) == ["bare", "dairy", "dyer"]
        for one in result.matches:
            assert one.score == sum(reason.points or 0 for reason in one.reasons)
            assert 0 <= one.score <= one.up_to <= 100
            one.summary.render()


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_profile_is_found_or_not_and_breaks_nothing(text: str, space: Bridge) -> None:
    odd = Profile("odd", name=text, text=text, capabilities=(Capability(text, "xx"),))
    found = match(Need("n", "Dyeing of knitted cotton", "en"), Databank([odd, DYER], space)).matches
    assert {one.profile_id for one in found} == {"odd", "dyer"}


@pytest.mark.parametrize("text", ["", " ", "±…", "500 1,000"])
def test_a_text_that_says_nothing_concerns_nobody(text: str, bank: Databank) -> None:
    assert [one.profile_id for one in match(Need("n", text), bank).matches if concerns(one)] == []


@pytest.mark.parametrize("text", ["", " ", "±…"])
def test_no_code_is_made_up_for_a_text_without_a_word(text: str) -> None:
    model = shipped()
    assert model is not None
    assert CodeReader(model).suggest(text) == []


def test_a_wrong_language_costs_little(bank: Databank) -> None:
    right = first(Need("n", "Dyeing of knitted cotton", "en"), bank)
    wrong = first(Need("n", "Dyeing of knitted cotton", "ar"), bank)
    assert (right.profile_id, wrong.profile_id) == ("dyer", "dyer")
    assert of(wrong, Criterion.WORDS).verdict is not Verdict.NOT


@pytest.mark.parametrize(
    "code", [Code("isic5", "1313"), Code("isic4", "9999"), Code("cpv", ""), Code("nowhere", "x" * 500), Code("hs", "13-13")]
)
def test_a_code_of_another_revision_or_of_none_is_unknown_or_not_met_and_never_taken_for_one(code: Code, bank: Databank) -> None:
    found = next(one for one in match(Need("n", "", codes=(code,)), bank).matches if one.profile_id == "dyer")
    reason = of(found, Criterion.CODES)
    expected = Verdict.NOT if code.system == "isic4" else Verdict.UNKNOWN
    assert (reason.verdict, reason.points or 0) == (expected, 0)


def test_limits_that_contradict_each_other_are_met_by_nobody(bank: Databank) -> None:
    staffed = Profile("staffed", text="Dyeing", lang="en", employees=50)
    need = Need("n", "Dyeing", "en", employees_least=100, employees_most=10)
    (found,) = match(need, Databank([staffed])).matches
    assert of(found, Criterion.SIZE).verdict is not Verdict.MET
    required = Need("n", "Dyeing", "en", countries=("MA",), countries_required=True, never=frozenset({"dyer", "dairy", "bare"}))
    assert match(required, bank) == match(required, Databank([]))


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Quantity(20, "quux", "month"), "another unit"),
        (Quantity(20, "h", "month"), "hours for tonnes"),
        (Quantity(20, "t"), "once, not a month"),
        (Quantity(0, "t", "month"), "nothing"),
        (Quantity(-5, "t", "month"), "less than nothing"),
        (Quantity(20, "", ""), "no unit"),
    ],
)
def test_amounts_that_cannot_be_compared_are_unknown(wanted: Quantity, says: str, bank: Databank) -> None:
    found = next(one for one in match(Need("n", "Dyeing", "en", quantity=wanted), bank).matches if one.profile_id == "dyer")
    assert of(found, Criterion.CAPACITY).verdict is Verdict.UNKNOWN, says


def test_no_free_capacity_is_a_near_miss_and_not_unknown(bank: Databank) -> None:
    full = Profile("full", text="Dyeing", lang="en", capabilities=(Capability("Dyeing", "en", free=Quantity(0, "t", "month")),))
    result = match(Need("n", "Dyeing", "en", quantity=Quantity(20, "t", "month")), Databank([full]))
    assert (result.matches, [one.changes[0].rule for one in result.near]) == ((), ["capacity"])


def test_where_nothing_counts_nobody_has_points_and_the_order_is_that_of_ids(bank: Databank) -> None:
    nothing = dict.fromkeys(map(str, WEIGHTS), 0.0)
    found = match(Need("n", "Dyeing", "en", weights=nothing), bank).matches
    assert [(one.profile_id, one.score, one.reasons) for one in found] == [("bare", 0, ()), ("dairy", 0, ()), ("dyer", 0, ())]


def test_without_a_model_there_is_no_space_and_words_still_match(tmp_path: Path) -> None:
    assert read(tmp_path / "concepts.npz") is None
    assert first(Need("n", "Dyeing of cotton", "en"), Databank([DYER, DAIRY])).profile_id == "dyer"


def test_a_model_of_another_version_is_not_used(tmp_path: Path) -> None:
    with np.load(FILE) as held:
        parts = {name: held[name] for name in held.files}
    np.savez(tmp_path / "old.npz", **{**parts, "version": np.array(1)})
    assert read(tmp_path / "old.npz") is None
