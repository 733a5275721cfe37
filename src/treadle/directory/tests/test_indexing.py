"""The index of organisations: found at once, caught up with, made anew, and left alone by whoever comes second."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from world import World, code

from treadle import cli
from treadle.demo import make
from treadle.directory import actions, indexing, profiles
from treadle.directory.models import Organisation
from treadle.directory.stored import StoredIndex
from treadle.kit.numbers import next_number
from treadle.matching import Need
from treadle.matching.index import IndexedBank, IndexFault, TantivyIndex


@pytest.fixture
def many(settings: Any, tmp_path: Path) -> Path:
    """As if there were very many organisations; the index is in a folder of the test's own."""
    settings.INDEX_FROM, settings.DATA = 1, tmp_path
    return tmp_path / "index"


def found(text: str) -> list[str]:
    """Names of those that a need finds by a word, in whatever way organisations are kept."""
    bank = profiles.databank()
    ids = [profile.id for profile, signals in bank.likely(Need("n", text, "en")) if signals.words > 0]
    return sorted(Organisation.objects.get(pk=pk).name for pk in ids)


def test_few_organisations_are_kept_in_memory(world: World, settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    indexing.keep_index()
    assert indexing.in_use() is None
    assert not isinstance(profiles.databank(), IndexedBank)
    assert indexing.status().wanted is False


def test_where_there_are_many_the_worker_makes_an_index_and_processes_use_it(world: World, many: Path) -> None:
    make.organisation("Velvet House", about="Velvet upholstery for theatres")
    assert found("velvet") == ["Velvet House"]  # from memory, before there is an index
    indexing.keep_index()
    assert isinstance(profiles.databank(), IndexedBank)
    assert found("velvet") == ["Velvet House"]
    status = indexing.status()
    assert status.index is not None
    assert (status.index.entries, status.newest - status.index.sequence) == (status.records, 0)


def test_what_was_written_a_moment_ago_is_found_at_once_and_what_was_closed_is_not(world: World, many: Path) -> None:
    old = make.organisation("Old Velvet", about="Velvet upholstery")
    indexing.rebuild()
    make.organisation("New Velvet", about="Velvet curtains")
    assert found("velvet") == ["New Velvet", "Old Velvet"]
    actions.set_open(by=None, organisation=old, is_open=False)
    assert found("velvet") == ["New Velvet"]
    assert indexing.catch_up() == 2
    assert found("velvet") == ["New Velvet"]
    assert indexing.catch_up() == 0


def test_a_changed_record_is_found_by_its_new_words_only(world: World, many: Path) -> None:
    organisation = make.organisation("Changing", about="Velvet upholstery")
    indexing.rebuild()
    make.capability(organisation, "Bronze bells", codes=[code("2599")])
    fresh = Organisation.objects.get(pk=organisation.pk)
    actions.edit_organisation(by=None, organisation=fresh, version=fresh.version, fields={"about": {"en": "Bronze bells"}})
    assert (found("velvet"), found("bronze")) == ([], ["Changing"])
    indexing.catch_up()
    assert (found("velvet"), found("bronze")) == ([], ["Changing"])


def test_it_is_made_anew_beside_the_one_in_use_and_the_old_goes(world: World, many: Path) -> None:
    indexing.rebuild()
    first = (many / "current").read_text()
    told: list[tuple[int, int]] = []
    indexing.rebuild(lambda done, total: told.append((done, total)))
    assert (many / "current").read_text() != first and not (many / first).exists()
    assert told[-1][0] == told[-1][1] == indexing.status().records


def test_where_making_it_fails_the_old_one_stays_and_nothing_is_left_over(
    world: World, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.organisation("Velvet House", about="Velvet upholstery")
    indexing.rebuild()
    before = {path.name for path in many.iterdir()}

    def full(self: TantivyIndex, *given: Any) -> None:
        raise IndexFault("The index could not be written: [Errno 28] No space left on device")

    monkeypatch.setattr(TantivyIndex, "apply", full)
    with pytest.raises(IndexFault, match="No space left"):
        indexing.rebuild()
    assert {path.name for path in many.iterdir()} == before
    assert found("velvet") == ["Velvet House"]


def test_an_index_of_another_version_is_left_for_memory_and_then_made_anew(world: World, many: Path) -> None:
    make.organisation("Velvet House", about="Velvet upholstery")
    indexing.rebuild()
    name = (many / "current").read_text()
    (many / name / "treadle.json").write_text('{"version": "0", "sequence": 1}')
    assert "version 0" in indexing.status().fault
    assert not isinstance(profiles.databank(), IndexedBank)
    assert found("velvet") == ["Velvet House"]
    indexing.keep_index()
    assert isinstance(profiles.databank(), IndexedBank)


def test_an_index_made_with_another_nomenclature_is_made_anew(world: World, many: Path) -> None:
    indexing.rebuild()
    next_number("nomenclature")
    assert "another nomenclature" in indexing.status().fault
    assert not isinstance(profiles.databank(), IndexedBank)
    indexing.keep_index()
    assert indexing.status().fault == "" and isinstance(profiles.databank(), IndexedBank)


def test_a_pointer_to_a_folder_that_is_gone_makes_no_empty_index(world: World, many: Path) -> None:
    make.organisation("Velvet House", about="Velvet upholstery")
    indexing.rebuild()
    (many / "current").write_text("gone")
    assert "no index" in indexing.status().fault and not (many / "gone").exists()
    assert found("velvet") == ["Velvet House"]


def test_an_index_that_cannot_be_written_is_made_anew(world: World, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexing.rebuild()
    first = (many / "current").read_text()
    make.organisation("Velvet House", about="Velvet upholstery")

    def broken() -> int:
        raise IndexFault("The index could not be written: a file of a dead writer is in the way")

    monkeypatch.setattr(indexing, "catch_up", broken)
    indexing.keep_index()
    assert (many / "current").read_text() != first
    assert found("velvet") == ["Velvet House"]


HOLD = """
import fcntl, sys
handle = open(sys.argv[1], "w")
fcntl.flock(handle, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_one_process_writes_and_a_dead_one_holds_nothing(world: World, many: Path) -> None:
    indexing.rebuild()
    with subprocess.Popen([sys.executable, "-c", HOLD, str(many / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        with pytest.raises(IndexFault, match="Another process"):
            indexing.rebuild()
        indexing.keep_index()  # comes again in a minute
        other.kill()
    assert indexing.rebuild().entries == indexing.status().records


def test_the_command_says_how_it_stands_and_makes_it(world: World, many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["index", "status"]) == 0
    assert "No index yet" in capsys.readouterr().out
    assert cli.main(["index", "rebuild"]) == 0
    assert "Index of" in capsys.readouterr().out
    make.organisation("Velvet House", about="Velvet upholstery")
    assert cli.main(["index", "status"]) == 0
    assert "1 changes behind" in capsys.readouterr().out


def test_without_tantivy_the_index_is_inside_the_database(
    world: World, many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(indexing, "is_installed", lambda: False)
    old = make.organisation("Old Velvet", about="Velvet upholstery")
    assert found("velvet") == ["Old Velvet"] and not isinstance(profiles.databank(), IndexedBank)
    indexing.keep_index()
    assert isinstance(profiles.databank(), IndexedBank)
    make.organisation("New Velvet", about="Velvet curtains")
    assert found("velvet") == ["New Velvet", "Old Velvet"]
    indexing.keep_index()
    assert StoredIndex(indexing.basis()).entries == indexing.status().records
    actions.set_open(by=None, organisation=old, is_open=False)
    assert found("velvet") == ["New Velvet"]
    assert indexing.catch_up() == 1
    assert found("velvet") == ["New Velvet"]
    next_number("nomenclature")
    assert "another version" in indexing.status().fault and found("velvet") == ["New Velvet"]
    indexing.keep_index()
    assert indexing.status().fault == ""
    assert cli.main(["index", "rebuild"]) == 0
    assert "inside the database" in capsys.readouterr().out
