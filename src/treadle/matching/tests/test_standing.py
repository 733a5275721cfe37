"""Standing wishes: whoever meets one is found by its keys, whatever those were chosen by."""

from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Code
from treadle.matching.standing import (
    ALWAYS,
    certificate_group,
    certificate_tokens,
    code_group,
    code_tokens,
    keys,
    meets,
    number,
    packed,
    unpacked,
)

TOKENS = st.frozensets(st.sampled_from([f"#w:{letter}" for letter in "abcdefgh"]), max_size=6)
GROUPS = st.lists(TOKENS.filter(bool), max_size=4).map(tuple)


@given(GROUPS, TOKENS, st.dictionaries(st.sampled_from([f"#w:{letter}" for letter in "abcdefgh"]), st.floats(0, 1)))
def test_no_record_that_meets_a_wish_is_without_its_keys(
    groups: tuple[frozenset[str], ...], tokens: frozenset[str], shares: dict[str, float]
) -> None:
    kept = keys(groups, lambda _: shares)
    assert not meets(groups, tokens) or kept & (tokens | {ALWAYS})


@given(GROUPS)
def test_groups_come_back_as_they_were_written(groups: tuple[frozenset[str], ...]) -> None:
    assert unpacked(packed(groups)) == groups


def test_a_wish_is_kept_under_the_group_that_fewest_have() -> None:
    groups = (frozenset({"#w:of"}), frozenset({"#w:dyeing", "#w:dye"}), frozenset({"#country:MA"}))
    shares = {"#w:of": 0.9, "#w:dyeing": 0.01, "#w:dye": 0.01, "#country:MA": 0.2}
    assert keys(groups, lambda _: shares) == {"#w:dyeing", "#w:dye"}


def test_a_code_is_met_by_itself_by_what_is_below_it_and_by_the_one_above() -> None:
    """Supplier 2511: enquiry 251 meets it, and one for 2511; a division is met by all below; a sibling is something else."""

    def meet(offered: str, wanted: str) -> bool:
        return meets((code_group(Code("isic4", wanted)),), code_tokens([Code("isic4", offered)]))

    assert [meet("2511", wanted) for wanted in ("2511", "251", "25", "2512", "252")] == [True, True, True, False, False]
    assert [meet("251", wanted) for wanted in ("2511", "2599")] == [True, False]
    assert [meet("25", wanted) for wanted in ("2511", "251")] == [False, True]
    assert not meets((code_group(Code("hs", "2511")),), code_tokens([Code("isic4", "2511")]))


def test_a_standard_is_met_in_any_spelling_edition_and_kind() -> None:
    def meet(held: str, wanted: str) -> bool:
        return meets((certificate_group(wanted),), certificate_tokens([held]))

    assert meet("EN ISO 9001 : 2015", "iso9001")
    assert meet("FSC Chain of Custody", "FSC")
    assert not meet("ISO 90011", "ISO 9001")


def test_a_token_is_a_number_that_any_database_holds() -> None:
    found = [number(f"#w:{at}") for at in range(1000)]
    assert len(set(found)) == 1000
    assert -(2**63) <= min(found) < 0 < max(found) < 2**63
