"""Every action on an import: taking a file in, saying what its columns are, repairing, deciding, writing, undoing, dropping."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events, files, jobs
from treadle.kit import policy as kit_policy
from treadle.kit.models import StoredFile
from treadle.kit.texts import clean_line
from treadle.matching import guess_language
from treadle.nomenclature.models import Country

from .. import policy
from ..models import Centre, ImportBatch, ImportRow, Kind, KnownColumn, Organisation, Person
from . import checking, columns, judging, writing
from .faults import FileFault
from .flow import State, move
from .reading import Grid, open_grid

Row = ImportRow.State
AT_ONCE = 300  # rows that a request repairs by itself; more are left to a job
MOST_AGAIN = 2000  # rows that are looked at again when others have been written


@transaction.atomic
def take_in(*, by: Person | None, centre: Centre, upload: "File[Any]", name: str) -> ImportBatch:
    """Take a spreadsheet in for a centre and recognise its columns. Raises FileFault when it cannot be used at all."""
    kit_policy.require(by, policy.IMPORT, centre)
    if (upload.size or 0) > settings.IMPORT_LIMIT_BYTES:
        from .faults import too_large

        raise too_large(upload.size or 0, settings.IMPORT_LIMIT_BYTES)
    batch = ImportBatch.objects.create(centre=centre, by=by, name=clean_line(Path(name).name)[:200])
    upload.name = Path(name).name
    stored = files.store(upload, belongs_to=batch, by=by, kind="application/octet-stream")
    path = Path(stored.content.path)
    try:
        _look_at(batch, stored, open_grid(path, settings.IMPORT_LIMIT_BYTES))
    except BaseException:
        path.unlink(missing_ok=True)  # the row of the file rolls back
        raise
    events.record("directory.import.taken", by=by, on=batch, case=centre)
    return batch


def _look_at(batch: ImportBatch, stored: StoredFile, grid: Grid) -> None:
    before = ImportBatch.objects.filter(centre=batch.centre, digest=stored.sha256, written_at__isnull=False).first()
    again = [{"note": "again", "day": before.written_at.date().isoformat()}] if before and before.written_at else []
    known = dict(KnownColumn.objects.filter(centre=batch.centre).values_list("header", "column"))
    batch.digest, batch.headers, batch.header_row = stored.sha256, grid.headers, grid.header_row
    batch.notes, batch.examples, batch.total = again + grid.notes, grid.examples, grid.about()
    batch.columns = columns.recognise(grid.headers, known)
    batch.defaults = _usual(batch)
    batch.save()


def _usual(batch: ImportBatch) -> dict[str, str]:
    """What held for all rows of the centre's last file, else its own country, and enterprises."""
    last = ImportBatch.objects.filter(centre=batch.centre).exclude(pk=batch.pk).exclude(state=State.COLUMNS).first()
    countries = list(batch.centre.territory.values_list("iso2", flat=True)[:2])
    said = " ".join(cell for row in [batch.headers, *batch.examples] for cell in row if not any(char.isdigit() for char in cell))
    usual = {"kinds": "enterprise", "country": countries[0] if len(countries) == 1 else "", "language": guess_language(said)}
    usual |= {key: value for key, value in (last.defaults if last else {}).items() if value and key != "language"}
    return {key: value for key, value in usual.items() if value and key not in batch.columns}


def file_of(batch: ImportBatch) -> Path:
    """Where the uploaded file lies."""
    return Path(files.of(batch).get().content.path)


def grid_of(batch: ImportBatch) -> Grid:
    """The uploaded file, opened as it was understood."""
    return open_grid(file_of(batch), settings.IMPORT_LIMIT_BYTES)


@transaction.atomic
def confirm_columns(*, by: Person | None, batch: ImportBatch, chosen: Sequence[str], defaults: Mapping[str, str]) -> None:
    """Say what each column is and what holds for rows that do not say; the file is then read and checked by a job.

    Raises ValidationError where a needed column is missing or one stands twice, and when rows have been written already.
    """
    kit_policy.require(by, policy.IMPORT, batch)
    chosen = [column if column in columns.COLUMNS else "" for column in chosen][: len(batch.headers)]
    chosen += [""] * (len(batch.headers) - len(chosen))
    for column in {each for each in chosen if each}:
        if chosen.count(column) > 1 and not columns.COLUMNS[column].many:
            raise ValidationError(
                _("Two columns are said to be “%(column)s”. Choose one of them.") % {"column": columns.COLUMNS[column].label}
            )
    if "record" not in chosen:
        if "name" not in chosen:
            raise ValidationError(_("Say which column is the name."))
        for column in ("country", "kinds"):
            if column not in chosen and not defaults.get(column):
                label = columns.COLUMNS[column].label
                raise ValidationError(_("Say which column is “%(column)s”, or choose one value for all rows.") % {"column": label})
    _check_defaults(defaults)
    ImportBatch.objects.select_for_update().get(pk=batch.pk)  # what is written meanwhile is seen below
    if batch.rows.filter(state=Row.WRITTEN).exists():
        raise ValidationError(_("Rows of this import have been written. Undo it before the columns are changed."))
    move(batch, State.CHECKING, columns=chosen, defaults=dict(defaults), read_to=0, progress=0, error="")
    batch.rows.all().delete()
    meant: dict[str, str] = {}
    for header, column in zip(batch.headers, chosen, strict=True):
        if plain := columns.plain_header(header):
            meant[plain] = meant.get(plain) or column
    for plain, column in meant.items():
        KnownColumn.objects.update_or_create(centre=batch.centre, header=plain[:200], defaults={"column": column})
    events.record("directory.import.columns", by=by, on=batch, case=batch.centre)
    from .jobs import check_batch

    jobs.enqueue(check_batch, batch.pk)


def _check_defaults(defaults: Mapping[str, str]) -> None:
    """Values for all rows may come from a file of the command line."""
    if (country := defaults.get("country")) and not Country.objects.filter(pk=country).exists():
        raise ValidationError(_("No country has the code %(code)s.") % {"code": country})
    if (kind := defaults.get("kinds")) and kind not in Kind.values:
        raise ValidationError(_("There is no kind %(kind)s; there are %(known)s.") % {"kind": kind, "known": ", ".join(Kind.values)})


@transaction.atomic
def repair_row(*, by: Person | None, row: ImportRow, cells: Sequence[str]) -> ImportRow:
    """Put other cells in the place of a row's and judge it anew."""
    batch = _open(by, row.batch)
    row = ImportRow.objects.select_for_update().get(pk=row.pk)
    if row.state in (Row.WRITTEN, Row.UNDONE):
        raise ValidationError(_("This row has been written. Change the record itself."))
    row.cells = [str(cell)[:100_000] for cell in cells][: len(batch.headers)]
    row.decision, row.organisation = "", None
    _again(batch, [row])
    events.record("directory.import.repaired", by=by, on=batch, case=batch.centre, changes={"rows": [row.number]})
    return row


@transaction.atomic
def repair_kind(*, by: Person | None, batch: ImportBatch, kind: str, value: str) -> int:
    """Put one value in the place of another in every row where it is wrong in the same way; "" takes it out. Gives how many rows.

    ``kind`` is the :attr:`Wrong.kind` of the fault. Many rows are judged by a job.
    """
    batch = _open(by, batch)
    column, _fault, wrong = (kind.split("|", 2) + ["", ""])[:3]
    places = [at for at, each in enumerate(batch.columns) if each in WRITTEN_AS.get(column, (column,))]
    if not places:
        raise ValidationError(_("The file has no column for this. Give a value for all rows instead, or repair the rows one by one."))
    rows = list(ImportRow.objects.select_for_update().filter(batch=batch, state=Row.FAULTY, kinds__contains=kind))
    rows = [row for row in rows if kind in row.kinds.split("\n")]
    rows = [row for row in rows if _replace(row, places, wrong, value.strip())]
    ImportRow.objects.bulk_update(rows, ["cells"], batch_size=200)
    _again_soon(batch, rows)
    events.record(
        "directory.import.repaired", by=by, on=batch, case=batch.centre, changes={column: [wrong, value], "rows": len(rows)}
    )  # fmt: skip
    return len(rows)


WRITTEN_AS = {"codes": ("codes", "isic", "cpv", "hs")}  # columns whose cells a fault of another may come from


def _replace(row: ImportRow, places: Sequence[int], wrong: str, value: str) -> bool:
    """Put a value in the first of these cells that is as the fault says; whether there was one."""
    for at in places:
        cell = " ".join(checking.bare(row.cells[at]).split())
        if not wrong or cell[:200] == wrong or (":" in wrong and wrong.rpartition(":")[2] in cell):
            row.cells[at] = value
            return True
    return False


@transaction.atomic
def decide(
    *, by: Person | None, batch: ImportBatch, rows: Iterable[ImportRow], decision: str, organisation: Organisation | None = None
) -> int:
    """Say of rows that they are new all the same (``create``), that they are a record (``same``), or to leave them out (``skip``).

    "" takes an earlier decision back. Gives how many rows.
    """
    batch = _open(by, batch)
    if decision not in ("", judging.CREATE, judging.SAME, judging.SKIP) or (decision == judging.SAME) != (organisation is not None):
        raise ValidationError(_("Choose what the row is."))
    wanted = [row.pk for row in rows]
    held = list(ImportRow.objects.select_for_update().filter(batch=batch, pk__in=wanted).exclude(state__in=(Row.WRITTEN, Row.UNDONE)))
    for row in held:
        row.decision, row.organisation = decision, organisation
    ImportRow.objects.bulk_update(held, ["decision", "organisation"], batch_size=200)
    _again_soon(batch, held)
    changes = {"rows": [row.number for row in held[:50]], "decision": decision, "organisation": organisation.pk if organisation else None}
    events.record("directory.import.decided", by=by, on=batch, case=batch.centre, changes=changes)
    return len(held)


def _open(by: Person | None, batch: ImportBatch) -> ImportBatch:
    """The batch, held, while its rows may be worked on."""
    kit_policy.require(by, policy.IMPORT, batch)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state not in (State.READY, State.DONE):
        raise ValidationError(_("This import is at “%(state)s”; wait until that is done.") % {"state": batch.get_state_display()})
    return batch


def _again_soon(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    if len(rows) <= AT_ONCE:
        _again(batch, rows)
        return
    from .jobs import judge_again

    if batch.state == State.DONE:
        move(batch, State.READY)
    move(batch, State.CHECKING, progress=0)
    jobs.enqueue(judge_again, batch.pk, [row.pk for row in rows])


def _again(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """Read and judge rows anew, and keep what was found."""
    judging.read(batch, rows)
    save_judged(batch, rows)
    if batch.state == State.DONE and any(row.state in (Row.NEW, Row.CHANGES, Row.FAULTY, Row.LIKELY) for row in rows):
        move(batch, State.READY)


JUDGED = ("cells", "state", "values", "faults", "kinds", "changes", "kept", "likely", "decision", "organisation", "version")


def save_judged(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """Keep what judging found."""
    ImportRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=JUDGED, batch_size=200)
    judging.keep_keys(batch, rows)


@transaction.atomic
def write(*, by: Person | None, batch: ImportBatch) -> None:
    """Have every row that is fine written by a job. Rows to repair and rows to decide stay."""
    kit_policy.require(by, policy.IMPORT, batch)
    if not batch.rows.filter(state__in=(Row.NEW, Row.CHANGES)).exists():
        raise ValidationError(_("There is no row to write. Repair rows, or decide about those that are likely on record."))
    move(batch, State.WRITING, progress=0, suggested_to=0, asked_by=by, error="")
    events.record("directory.import.began", by=by, on=batch, case=batch.centre)
    from .jobs import write_batch

    jobs.enqueue(write_batch, batch.pk)


@transaction.atomic
def finish_writing(batch: ImportBatch) -> None:
    """What the job does when no row is left to write."""
    waiting = batch.rows.filter(state=Row.FAULTY, kinds__contains="parent|parent|").order_by("number")[:MOST_AGAIN]
    _again(batch, list(waiting))  # what they belong to may have been written just now
    left = batch.rows.filter(state__in=(Row.NEW, Row.CHANGES, Row.FAULTY, Row.LIKELY)).exists()
    move(batch, State.READY if left else State.DONE, written_at=timezone.now())
    written = batch.rows.filter(state=Row.WRITTEN)
    changes = {"written": written.count(), "created": written.filter(is_created=True).count()}
    events.record("directory.import.written", by=batch.asked_by, on=batch, case=batch.centre, changes=changes)


@transaction.atomic
def undo(*, by: Person | None, batch: ImportBatch) -> None:
    """Have all that the import wrote taken back by a job. Raises ValidationError when somebody has worked on its records since."""
    kit_policy.require(by, policy.IMPORT, batch)
    if not batch.rows.filter(state=Row.WRITTEN).exists():
        raise ValidationError(_("Nothing of this import has been written."))
    if changed := writing.changed_since(batch):
        names = ", ".join(organisation.name for organisation in changed)
        raise ValidationError(_("It cannot be undone as a whole: somebody has worked on %(names)s since.") % {"names": names})
    batch.rows.filter(decision=writing.STAYS).update(decision="")
    move(batch, State.UNDOING, progress=0, asked_by=by, error="")
    events.record("directory.import.undoing", by=by, on=batch, case=batch.centre)
    from .jobs import undo_batch

    jobs.enqueue(undo_batch, batch.pk)


@transaction.atomic
def finish_undoing(batch: ImportBatch) -> None:
    """What the job does when everything is taken back."""
    if stay := batch.rows.filter(state=Row.WRITTEN).count():
        said = _("%(count)s rows stay: somebody has worked on their records meanwhile. The others are taken back.")
        move(batch, State.READY, error=said % {"count": stay})
    else:
        move(batch, State.UNDONE, undone_at=timezone.now())
    events.record("directory.import.undone", by=batch.asked_by, on=batch, case=batch.centre)


@transaction.atomic
def drop(*, by: Person | None, batch: ImportBatch) -> None:
    """Put an import aside of which nothing has been written; its rows and its file go."""
    kit_policy.require(by, policy.IMPORT, batch)
    ImportBatch.objects.select_for_update().get(pk=batch.pk)  # what is written meanwhile is seen below
    if batch.rows.filter(state=Row.WRITTEN).exists():
        raise ValidationError(_("Rows of this import have been written. Undo it instead."))
    move(batch, State.DROPPED)
    batch.rows.all().delete()
    path = file_of(batch)
    files.of(batch).delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    events.record("directory.import.dropped", by=by, on=batch, case=batch.centre)


__all__ = [
    "FileFault", "confirm_columns", "decide", "drop", "file_of", "grid_of", "repair_kind", "repair_row", "take_in", "undo", "write",
]  # fmt: skip
