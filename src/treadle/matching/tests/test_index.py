"""The index of candidates: the engine on disk against the exact one, what is newer than it, faults, and being killed."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Capability, Code, ConceptBridge, Databank, Need, Profile, match, match_pair, shipped
from treadle.matching.index import ExactIndex, IndexedBank, IndexFault, TantivyIndex, query_of
from treadle.matching.index.port import CHANNELS, FACET, NODE_BYTES, NODES, WORD_BYTES, Entry, entries_of, packed, tokens, unpacked

WORDS = (
    "cotton yarn dyeing weaving knit steel welding casting mould plastic milk cheese cocoa mango carton box leather shoe glass pump".split()
)
COUNTRIES = ("MA", "TN", "CM", "VN", "PE")


def words(number: int, seed: int, size: int) -> str:
    """Words with a few common and many rare ones, so that their weights differ."""
    chance = np.random.default_rng([seed, number])
    return " ".join(WORDS[at] for at in np.minimum(chance.geometric(0.15, size) - 1, len(WORDS) - 1))


def profiles(count: int) -> list[Profile]:
    return [
        Profile(
            str(number), text=words(number, 1, 12 + number % 9), lang="en", country=COUNTRIES[number % 5],
            capabilities=(Capability(codes=(Code("isic4", ("1313", "1312", "2511", "1050")[number % 4]),)),),
        )
        for number in range(1, count + 1)
    ]  # fmt: skip


def space() -> ConceptBridge:
    trained = shipped()
    assert trained is not None
    return ConceptBridge(trained)


@pytest.fixture(scope="module")
def held() -> list[Entry]:
    return entries_of(profiles(600), space())


@pytest.fixture(scope="module")
def engines(held: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> tuple[ExactIndex, TantivyIndex]:
    exact, disk = ExactIndex(), TantivyIndex(tmp_path_factory.mktemp("index") / "one")
    for engine in (exact, disk):
        engine.apply(held, (), 7)
    return exact, disk


def test_contract_the_best_twenty_are_those_of_the_exact_formula(engines: tuple[ExactIndex, TantivyIndex]) -> None:
    exact, disk = engines
    shared: dict[str, list[float]] = {channel: [] for channel in CHANNELS}
    for number in range(40):
        need = Need("n", words(number, 2, 6), "en", codes=(Code("isic4", "1313"),) if number % 2 else ())
        query = query_of(need, bridge=space())
        for channel in CHANNELS:
            ours, theirs = dict(exact.search(channel, query, 600)), disk.search(channel, query, 20)
            if not ours:
                assert theirs == []
                continue
            least = sorted(ours.values(), reverse=True)[:20][-1]  # ties at the end may fall either way
            shared[channel].append(np.mean([ours.get(one, 0.0) >= least * 0.995 for one, _ in theirs]))
    assert {channel: bool(np.mean(found) >= 0.95) for channel, found in shared.items()} == dict.fromkeys(CHANNELS, True)


@pytest.mark.parametrize("engine", [0, 1], ids=["exact", "disk"])
class TestEveryEngine:
    """What both must do."""

    def test_knows_how_far_it_is(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int) -> None:
        state = engines[engine].state()
        assert (state.sequence, state.entries) == (7, 600)

    def test_a_facet_narrows_what_is_found(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int) -> None:
        need = Need("n", "cotton yarn", "en", countries=("TN",), countries_required=True)
        found = engines[engine].search("words", query_of(need), 600)
        assert found and {int(one) % 5 for one, _ in found} == {1}

    def test_only_those_named_are_scored(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int) -> None:
        query = query_of(Need("n", "cotton", "en"))
        everybody = dict(engines[engine].search("words", query, 600))
        some = sorted(everybody)[:5]
        assert dict(engines[engine].search("words", query, 9, some)) == pytest.approx({one: everybody[one] for one in some})
        assert engines[engine].search("words", query, 9, []) == []

    def test_nothing_is_found_for_nothing(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int) -> None:
        for text in ("", "...", "zzzqqq"):
            assert engines[engine].search("words", query_of(Need("n", text, "en")), 20) == []

    def test_places_and_languages_come_back(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int, held: list[Entry]) -> None:
        assert engines[engine].vectors([3, 999_999]) == {3: (held[2].vector, held[2].langs)}
        assert engines[engine].vectors([]) == {}

    def test_holders_are_counted(self, engines: Sequence[ExactIndex | TantivyIndex], engine: int, held: list[Entry]) -> None:
        token = held[0].words[0]
        assert engines[engine].holders("words", [token]) == [sum(token in entry.words for entry in held)]


def test_what_is_replaced_or_taken_out_is_found_no_more(tmp_path: Path) -> None:
    disk = TantivyIndex(tmp_path / "index")
    first, second = entries_of([Profile("1", text="cotton", lang="en"), Profile("2", text="cotton", lang="en")], None)
    disk.apply([first, second], (), 1)
    (changed,) = entries_of([Profile("1", text="steel", lang="en")], None)
    disk.apply([changed], [2], 2)
    query = query_of(Need("n", "cotton steel", "en"))
    assert [one for one, _ in disk.search("words", query, 9)] == [1]
    assert (disk.state().sequence, disk.state().entries) == (2, 1)


def cut(key: int) -> int:
    """What is left of a key in three bytes."""
    return key % (1 << 24)


@given(st.lists(st.tuples(st.integers(0, 1 << 63), st.floats(0.01, 1)), max_size=30, unique_by=lambda pair: cut(pair[0])))
def test_a_place_comes_back_as_it_was_packed(pairs: list[tuple[int, float]]) -> None:
    kept = pairs[:NODES]
    keys, weights = np.array([key for key, _ in kept], np.uint64), np.array([weight for _, weight in kept])
    found, worth = unpacked([packed(keys, weights)])
    size = len(kept)
    assert found[0][:size].tolist() == [cut(key) for key, _ in kept]
    if size:
        assert worth[0][:size] == pytest.approx(weights / weights.max(), abs=0.003)
    assert not worth[0][size:].any()


@given(st.text(max_size=80))
def test_no_text_makes_a_token_that_could_be_a_facet(text: str) -> None:
    query = query_of(Need("n", text + " #c:MA yah", "en"))
    assert not any(token.startswith(FACET) or len(token) != WORD_BYTES // 3 * 4 for token in query.words)
    assert tokens(np.array([1, 2**63], np.uint64), NODE_BYTES) == ["AQAA", "AAAA"]


def bank(tmp_path: Path, count: int = 300) -> tuple[IndexedBank, Databank]:
    held = profiles(count)
    by_id = {int(one.id): one for one in held}
    disk = TantivyIndex(tmp_path / "index")
    disk.apply(entries_of(held, space()), (), 1)
    return IndexedBank(disk, lambda ids: [by_id[one] for one in ids if one in by_id], space()), Databank(held, space())


def test_over_an_index_the_best_are_those_of_the_databank_in_memory(tmp_path: Path) -> None:
    indexed, memory = bank(tmp_path)
    shared = []
    for number in range(20):
        need = Need("n", words(number, 3, 6), "en", codes=(Code("isic4", "1313"),))
        ours = {one.profile_id for one in match(need, memory, 10).matches}
        shared.append(len(ours & {one.profile_id for one in match(need, indexed, 10).matches}) / 10)
    assert np.mean(shared) >= 0.7  # n-grams are not in the index


def test_what_is_newer_than_the_index_is_found_at_once_and_the_old_text_is_not(tmp_path: Path) -> None:
    indexed, _ = bank(tmp_path)
    indexed.put_many([Profile("9001", text="velvet upholstery", lang="en"), replace(profiles(1)[0], text="velvet curtains")])
    found = [profile.id for profile, _ in indexed.likely(Need("n", "velvet", "en"))]
    assert set(found[:2]) == {"9001", "1"} and found.count("1") == 1
    indexed.remove("9001")
    indexed.remove("2")
    assert not {"9001", "2"} & {profile.id for profile, _ in indexed.likely(Need("n", "velvet cotton", "en"))}
    assert (indexed.get("9001"), indexed.get("2"), indexed.get("x")) == (None, None, None)
    assert indexed.get("3") == profiles(3)[2]


def test_what_is_remembered_or_forgotten_changes_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed, _ = bank(tmp_path)
    needs = [Need("n", words(number, 5, 5), "en") for number in range(4)]
    before = [[profile.id for profile, _ in indexed.likely(need)] for need in needs]
    monkeypatch.setattr("treadle.matching.index.bank.REMEMBERED", 1)
    assert [[profile.id for profile, _ in indexed.likely(need)] for need in needs] == before


def test_a_required_country_narrows_what_is_asked_for_and_leaves_near_misses(tmp_path: Path) -> None:
    indexed, memory = bank(tmp_path)
    need = Need("n", "cotton yarn", "en", countries=("TN", "PE"), countries_required=True)
    found = match(need, indexed, 20)
    assert {int(one.profile_id) % 5 for one in found.matches} == {1, 4} and len(found.matches) == 20
    assert found.near and {one.changes[0].rule for one in found.near} == {"country"}
    assert len(match(need, memory, 20).matches) == 20


def test_one_pair_is_judged_over_an_index_too(tmp_path: Path) -> None:
    indexed, memory = bank(tmp_path)
    need = Need("n", "cotton yarn", "en", codes=(Code("isic4", "1313"),))
    over, within = match_pair(need, indexed, "4"), match_pair(need, memory, "4")
    assert over is not None and within is not None
    assert [one.verdict for one in over.reasons[1:]] == [one.verdict for one in within.reasons[1:]]
    assert match_pair(need, indexed, "999999") is None and match_pair(need, indexed, "x") is None


def test_an_index_of_another_version_is_not_read(tmp_path: Path) -> None:
    TantivyIndex(tmp_path / "index")
    held = tmp_path / "index" / "treadle.json"
    held.write_text(json.dumps({"version": "0.0", "sequence": 3}))
    with pytest.raises(IndexFault, match="version 0.0"):
        TantivyIndex(tmp_path / "index")


@pytest.mark.parametrize("damage", ["meta.json", "treadle.json"])
def test_a_damaged_index_says_so(tmp_path: Path, damage: str) -> None:
    TantivyIndex(tmp_path / "index").apply(entries_of(profiles(3), None), (), 1)
    (tmp_path / "index" / damage).write_text("{")
    with pytest.raises(IndexFault, match="cannot be opened"):
        TantivyIndex(tmp_path / "index")


def test_of_two_writers_the_second_is_told(tmp_path: Path) -> None:
    one, other = TantivyIndex(tmp_path / "index"), TantivyIndex(tmp_path / "index")
    inner = one._index.writer(heap_size=15_000_000)
    with pytest.raises(IndexFault, match="Somebody else"):
        other.apply(entries_of(profiles(1), None), (), 1)
    del inner
    other.apply(entries_of(profiles(1), None), (), 1)
    one.refresh()
    assert (one.state().entries, one.state().sequence) == (1, 1)


def test_where_writing_fails_half_way_nothing_has_changed(tmp_path: Path) -> None:
    disk = TantivyIndex(tmp_path / "index")
    disk.apply(entries_of(profiles(2), None), (), 1)

    def failing() -> object:
        yield entries_of(profiles(3), None)[2]
        raise OSError(28, "No space left on device")

    with pytest.raises(IndexFault, match="No space left"):
        disk.apply(failing(), [1], 2)  # type: ignore[arg-type]
    again = TantivyIndex(tmp_path / "index")
    assert (again.state().entries, again.state().sequence) == (2, 1)


WRITER = """
import sys
from pathlib import Path
from treadle.matching import Profile
from treadle.matching.index import TantivyIndex
from treadle.matching.index.port import entries_of
index = TantivyIndex(Path(sys.argv[1]))
for at in range(1, 100_000):
    index.apply(entries_of([Profile(str(at), text=f"cotton {at}", lang="en")], None), (), at)
    print(at, flush=True)
"""


def test_killed_while_writing_it_opens_again_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            done = [int(writer.stdout.readline()) for _ in range(4)]
            time.sleep(0.01)
            writer.send_signal(signal.SIGKILL)
        index = TantivyIndex(folder)
        state = index.state()
        assert state.sequence >= done[-1] and state.entries >= done[-1]
        index.apply(entries_of([Profile("5", text="velvet", lang="en")], None), (), state.sequence)
        assert [one for one, _ in index.search("words", query_of(Need("n", "velvet", "en")), 5)] == [5]
