"""The index inside the database against the exact formula: the same contract as the one on disk."""

import numpy as np
import pytest

from treadle.directory.stored import StoredIndex
from treadle.matching import Code, Need, Profile
from treadle.matching.index import ExactIndex, IndexFault, query_of
from treadle.matching.index.port import CHANNELS, entries_of
from treadle.matching.tests.test_index import profiles, space, words

pytestmark = pytest.mark.django_db


def both(count: int = 120) -> tuple[ExactIndex, StoredIndex]:
    held = entries_of(profiles(count), space())
    exact, stored = ExactIndex(), StoredIndex("b")
    for engine in (exact, stored):
        engine.apply(held, (), 7)
    return exact, stored


def test_contract_scores_are_those_of_the_exact_formula() -> None:
    exact, stored = both()
    for number in range(12):
        need = Need("n", words(number, 2, 6), "en", codes=(Code("isic4", "1313"),) if number % 2 else ())
        query = query_of(need, bridge=space())
        for channel in CHANNELS:
            ours, theirs = dict(exact.search(channel, query, 500)), dict(stored.search(channel, query, 500))
            assert theirs == pytest.approx(ours)
            best = [one for one, _ in stored.search(channel, query, 20)]
            least = min((ours[one] for one in best), default=0.0)
            assert all(score <= least + 1e-6 for one, score in ours.items() if one not in best)


def test_facets_and_names_narrow_what_is_found_as_in_the_exact_one() -> None:
    exact, stored = both(40)
    need = Need("n", "cotton yarn", "en", countries=("TN", "PE"), countries_required=True)
    for among in (None, [1, 4, 9, 11, 999], []):
        ours, theirs = exact.search("words", query_of(need), 40, among), stored.search("words", query_of(need), 40, among)
        assert dict(theirs) == pytest.approx(dict(ours))


def test_nothing_is_found_for_nothing_and_places_come_back() -> None:
    exact, stored = both(10)
    assert stored.search("words", query_of(Need("n", "", "en")), 20) == []
    assert stored.vectors([3, 999]) == exact.vectors([3, 999])
    token = next(iter(query_of(Need("n", "cotton", "en")).words))
    assert stored.holders("words", [token, "never"]) == exact.holders("words", [token, "never"])
    assert (stored.state().entries, stored.state().sequence) == (10, 7)


def test_what_is_replaced_or_taken_out_is_found_no_more() -> None:
    _, stored = both(5)
    (changed,) = entries_of([Profile("1", text="velvet", lang="en")], None)
    stored.apply([changed], [2], 8)
    assert [one for one, _ in stored.search("words", query_of(Need("n", "velvet", "en")), 9)] == [1]
    assert {one for one, _ in stored.search("words", query_of(Need("n", words(1, 1, 40), "en")), 9)} <= {3, 4, 5}
    assert (StoredIndex("b").sequence, stored.entries) == (8, 4)


def test_where_writing_fails_half_way_nothing_has_changed() -> None:
    _, stored = both(3)

    def failing() -> object:
        yield entries_of([Profile("9", text="velvet", lang="en")], None)[0]
        raise OSError(28, "No space left on device")

    with pytest.raises(IndexFault, match="No space left"):
        stored.apply(failing(), [1], 9)  # type: ignore[arg-type]
    assert (StoredIndex("b").sequence, stored.entries) == (7, 3)


def test_one_of_another_basis_is_not_read() -> None:
    both(2)
    with pytest.raises(IndexFault, match="another version"):
        StoredIndex("other")
    assert np.isfinite(StoredIndex("b").entries)
