"""The index of organisations on disk: where it is, how far it has read, bringing it up to date, making it anew.

It is a cache beside the database: what it holds is the public records up to a number of the sequence ``directory.profiles``. Every
machine has its own, made from the same database. One process writes at a time; readers see what was committed.
"""

import fcntl
import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from treadle.kit import worker
from treadle.kit.numbers import current
from treadle.matching import concepts
from treadle.matching.index import Entry, IndexFault, State, TantivyIndex, is_installed
from treadle.matching.index.port import entries_of
from treadle.matching.index.tantivy_index import STATE
from treadle.nomenclature.suggest import bridge

from .models import Departed, Organisation
from .stored import StoredEntry, StoredIndex, StoredState

log = logging.getLogger(__name__)
BATCH = 2000  # records read, analysed and written together
POINTER = "current"  # the file that names the folder in use


class Busy(IndexFault):
    """Another process is writing at this moment."""


@dataclass(frozen=True, slots=True)
class Status:
    """How organisations are kept for matching, and how far that is."""

    records: int
    newest: int  # the last change of the database
    wanted: bool  # whether there are enough for an index
    installed: bool
    index: State | None
    fault: str = ""


def folder() -> Path:
    """Where this machine keeps its index."""
    return Path(settings.DATA) / "index"


def is_wanted() -> bool:
    """Whether there are so many organisations that they are kept in an index."""
    return Organisation.objects.filter(state=Organisation.State.PUBLIC).count() >= settings.INDEX_FROM


def in_use() -> TantivyIndex | StoredIndex | None:
    """The index in use, opened: on disk, or in the database where there is no tantivy; None when there is none.

    Raises IndexFault when it is of another version or damaged.
    """
    if not is_installed():
        return StoredIndex(basis()) if StoredState.objects.exists() else None
    pointer = folder() / POINTER
    if not pointer.exists():
        return None
    try:
        name = pointer.read_text("utf-8").strip()
    except OSError as error:
        raise IndexFault(f"The index cannot be found: {error}") from error
    return TantivyIndex(folder() / name, basis(), create=False)


def basis() -> str:
    """What entries are made with beside the program: the trained model and the nomenclature."""
    size = concepts.FILE.stat().st_size if concepts.FILE.exists() else 0
    return f"model {size}, nomenclature {current('nomenclature')}"


def stamp() -> tuple[str, int]:
    """What changes whenever another index is put in use or this one is written: two looks at the disk."""
    if not is_installed():
        return "database", StoredState.objects.values_list("sequence", flat=True).first() or 0
    try:
        name = (folder() / POINTER).read_text("utf-8").strip()
        return name, (folder() / name / STATE).stat().st_mtime_ns
    except OSError:
        return "", 0


def status() -> Status:
    """For whoever keeps the installation."""
    index, fault = None, ""
    try:
        found = in_use()
        index = found.state() if found else None
    except IndexFault as error:
        fault = str(error)
    records = Organisation.objects.filter(state=Organisation.State.PUBLIC).count()
    return Status(records, current("directory.profiles"), records >= settings.INDEX_FROM, is_installed(), index, fault)


@contextmanager
def alone() -> Iterator[None]:
    """While one process writes no other does; it is told by IndexFault. The system lets go when a process dies."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy("Another process is writing the index.") from error
        yield


def rebuild(progress: Callable[[int, int], Any] = lambda done, total: None) -> State:
    """Make the index anew beside the one in use, then put it in its place; raises IndexFault and leaves everything as it was."""
    with alone():
        if not is_installed():
            return _fill_database(progress)
        name = f"{time.time_ns():x}"
        made = folder() / name
        try:
            return _fill(TantivyIndex(made, basis()), name, progress)
        except BaseException:
            if stamp()[0] != name:
                _remove(made)
            raise


def _remove(made: Path) -> None:
    """Remove a folder to which threads of the index that failed may write for a moment yet."""
    for _attempt in range(40):
        shutil.rmtree(made, ignore_errors=True)
        if not made.exists():
            return
        time.sleep(0.05)


def _fill(index: TantivyIndex, name: str, progress: Callable[[int, int], Any]) -> State:
    sequence = current("directory.profiles")  # before the first is read: what changes on the way is read again
    index.apply(_everybody(progress), (), sequence)
    _point_at(name)
    return index.state()


def _fill_database(progress: Callable[[int, int], Any]) -> State:
    """Put another index in the place of the one in the database: whoever reads meanwhile sees the old one."""
    with transaction.atomic():
        sequence = current("directory.profiles")
        StoredState.objects.all().delete()
        StoredEntry.objects.all().delete()
        index = StoredIndex(basis())
        index.apply(_everybody(progress), (), sequence)
    return index.state()


def _everybody(progress: Callable[[int, int], Any]) -> Iterator[Entry]:
    pks = Organisation.objects.filter(state=Organisation.State.PUBLIC).order_by("pk").values_list("pk", flat=True)
    return _entries(list(pks), progress)


def _entries(pks: Sequence[int], progress: Callable[[int, int], Any] = lambda done, total: None) -> Iterator[Entry]:
    """Records read, analysed and given in batches."""
    from .profiles import profiles

    meeting = bridge()
    for start in range(0, len(pks), BATCH):
        yield from entries_of(profiles(pks[start : start + BATCH]), meeting)
        progress(min(start + BATCH, len(pks)), len(pks))


def _point_at(name: str) -> None:
    """Use another folder from now on; those that are left over go, save what readers still have open."""
    aside = folder() / f"{POINTER}.new"
    aside.write_text(name, "utf-8")
    os.replace(aside, folder() / POINTER)
    for path in folder().iterdir():
        if path.is_dir() and path.name != name:
            shutil.rmtree(path, ignore_errors=True)


def catch_up() -> int:
    """Write into the index what has changed since it last read; gives how many records. Raises IndexFault."""
    with alone():
        index = in_use()
        if index is None:
            return 0
        newest = current("directory.profiles")
        changed = Organisation.objects.filter(profile_revision__gt=index.sequence)
        states = dict(changed.values_list("pk", "state"))
        public = [pk for pk, state in states.items() if state == Organisation.State.PUBLIC]
        departed = set(Departed.objects.filter(profile_revision__gt=index.sequence).values_list("organisation", flat=True))
        if states or departed or newest != index.sequence:
            index.apply(_entries(public), (states.keys() - set(public)) | departed, newest)
        return len(states) + len(departed)


def keep_index() -> None:
    """Keep this machine's index in step: read on, or make it where it is wanted and not there or of another version."""
    try:
        index = in_use()
    except IndexFault:
        index = None
    try:
        if index is not None:
            try:
                catch_up()
            except Busy:
                raise
            except IndexFault:
                log.warning("The index could not be written; it is made anew", exc_info=True)
                rebuild()
        elif is_wanted():
            rebuild()
    except Busy:
        return
    except IndexFault as fault:
        log.warning("The index could not be kept in step: %s", fault)


_keeping: list[threading.Thread] = []


def keep_index_beside() -> threading.Thread:
    """The same in a thread of its own: to make an index takes long, and mail and the clock do not wait for it."""
    if _keeping and _keeping[0].is_alive():
        return _keeping[0]

    def keep() -> None:
        try:
            keep_index()
        finally:
            connection.close()

    _keeping[:] = [threading.Thread(target=keep, daemon=True, name="index")]
    _keeping[0].start()
    return _keeping[0]


worker.each_round(keep_index_beside)
