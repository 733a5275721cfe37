"""``treadle import``: a spreadsheet into a centre's databank from the command line, with the same actions as the pages."""

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import yaml
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db.models import Q

from ..models import Centre, ImportBatch, ImportRow, Person
from ..queries import import_counts
from . import batches, columns, exporting, jobs, shown
from .faults import FileFault, Wrong
from .flow import State

SHOWN = 50  # faults that are printed
Row = ImportRow.State


def import_file(
    path: Path,
    centre: str,
    *,
    map_file: str | None = None,
    dry_run: bool = False,
    email: str | None = None,
    out: str | None = None,
    progress: Callable[[int, int], Any] = lambda done, total: None,
    to: TextIO = sys.stdout,
) -> int:
    """Import a file; 0 when every row went in or was the same, 1 when some are left, 2 when it cannot be used.

    Rows to repair and rows that are likely on record stay with the import and wait in the browser.
    """
    by = Person.objects.get(email=email.lower()) if email else None
    try:
        with path.open("rb") as handle:
            batch = batches.take_in(by=by, centre=centre_named(centre), upload=File(handle), name=path.name)
        chosen, defaults = _mapped(batch, map_file)
        batches.confirm_columns(by=by, batch=batch, chosen=chosen, defaults=defaults)
        _until_done(batch, jobs.check_batch, progress)
    except (FileFault, ValidationError, LookupError, yaml.YAMLError) as error:
        sys.stderr.write(f"treadle: {' '.join(error.messages) if isinstance(error, ValidationError) else error}\n")
        return 2
    for line in shown.notes(batch):
        print(line, file=to)
    _say_faults(batch, to)
    if out:
        _write_out(batch, Path(out))
    if dry_run:
        _say_counts(batch, to)
        batches.drop(by=by, batch=batch)
        print("Nothing was written.", file=to)
        return 0
    if batch.rows.filter(state__in=(Row.NEW, Row.CHANGES)).exists():
        batches.write(by=by, batch=batch)
        _until_done(batch, jobs.write_batch, progress)
    _say_counts(batch, to)
    left = batch.state != State.DONE and batch.rows.filter(state__in=(Row.FAULTY, Row.LIKELY, Row.NEW, Row.CHANGES)).exists()
    if left:
        print(f"What is left waits at {batch.get_absolute_url()}", file=to)
    return 1 if left else 0


def centre_named(name: str) -> Centre:
    """The centre with this number, or whose name or town has this word; LookupError where there is none or more than one."""
    named = Q(organisation__name__icontains=name) | Q(organisation__town__iexact=name)
    found = list(Centre.objects.filter(pk=int(name)) if name.isdigit() else Centre.objects.filter(named).select_related("organisation"))
    if len(found) != 1:
        known = ", ".join(f"{centre.pk} {centre}" for centre in Centre.objects.select_related("organisation"))
        raise LookupError(f"{'No centre is' if not found else 'Several centres are'} called {name}; there are {known or 'none'}")
    return found[0]


def _mapped(batch: ImportBatch, map_file: str | None) -> tuple[list[str], dict[str, str]]:
    """What the columns are: as recognised, with what the file of the map says in its place."""
    chosen, defaults = list(batch.columns), dict(batch.defaults)
    if not map_file:
        return chosen, defaults
    said = yaml.safe_load(Path(map_file).read_text(encoding="utf-8")) or {}
    for header, column in (said.get("columns") or {}).items():
        if header not in batch.headers:
            raise LookupError(f"{map_file}: the file has no column {header!r}; it has {', '.join(batch.headers)}")
        if column and column not in columns.COLUMNS:
            raise LookupError(f"{map_file}: no column is called {column!r}; there are {', '.join(columns.COLUMNS)}")
        chosen[batch.headers.index(header)] = column or ""
    return chosen, {**defaults, **{key: str(value) for key, value in (said.get("defaults") or {}).items()}}


def _until_done(batch: ImportBatch, work: Any, progress: Callable[[int, int], Any]) -> None:
    """Do the job here and now; a worker that has taken it up already does no harm: each step locks what it works on."""
    before = batch.state
    while batch.state == before:
        work.call(batch.pk)
        batch.refresh_from_db()
        progress(batch.progress, batch.total)
    if batch.error:
        raise FileFault(batch.error)


def _say_faults(batch: ImportBatch, to: TextIO) -> None:
    faulty = batch.rows.filter(state=Row.FAULTY).order_by("number")
    said = 0
    for row in faulty.iterator(chunk_size=500):
        for kept in row.faults:
            wrong = Wrong(**kept)
            if said < SHOWN:
                value = f" “{wrong.value}”" if wrong.value else ""
                print(f"row {row.number}, {shown.label(wrong.column)}{value}: {wrong.wrong} {wrong.would_do}", file=to)
            said += 1
    if said > SHOWN:
        print(f"… and {said - SHOWN} more; --out writes them all", file=to)


def _say_counts(batch: ImportBatch, to: TextIO) -> None:
    counts = import_counts(batch)
    print(", ".join(f"{label}: {counts[key]}" for key, label in Row.choices if counts.get(key)), file=to)


def _write_out(batch: ImportBatch, out: Path) -> None:
    header, rows = exporting.repaired(batch)
    with out.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(header)
        writer.writerows(rows)
