"""The long work of imports, in steps that commit: a killed worker loses at most one, and a long import leaves room for others."""

import logging
import time
from collections.abc import Callable
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit.jobs import enqueue, job
from treadle.nomenclature.suggest import suggested_codes

from .. import findable
from ..models import Capability, ImportBatch, ImportRow
from . import batches, judging, writing
from .faults import FileFault
from .flow import State, move
from .reading import MOST_ROWS

log = logging.getLogger(__name__)
SPELL = 30.0  # seconds that one job works before it lets others go first
TOGETHER = 400  # rows read and judged together


def _in_spells(step: Callable[[], int]) -> bool:
    """Take steps, one at least, until none is left (True) or the spell is over (False)."""
    until = time.monotonic() + SPELL
    while step():
        if time.monotonic() > until:
            return False
    return True


class Lost(Exception):
    """Another process has taken the step that this one was about to take; it goes on, this one leaves."""


@job(atomic=False)
def check_batch(pk: int) -> None:
    """Read and check the file of a batch from where it was left."""
    batch = ImportBatch.objects.select_related("centre", "by").get(pk=pk)
    if batch.state != State.CHECKING:
        return
    try:
        rows = batches.grid_of(batch).rows(after=batch.read_to)
        done = _in_spells(
            lambda: _check_some(batch, [ImportRow(batch=batch, number=n, cells=cells) for n, cells in islice(rows, TOGETHER)])
        )
    except Lost:
        return
    except FileFault as fault:
        _stop(batch, State.COLUMNS, str(fault))
        return
    except Exception as error:
        log.exception("Import %s could not be checked", pk)
        _stop(batch, State.COLUMNS, _stopped(error))
        return
    if not done:
        enqueue(check_batch, pk)


@transaction.atomic
def _check_some(batch: ImportBatch, rows: list[ImportRow]) -> int:
    """Read and judge the next rows; the last step moves the batch on. Raises Lost where another process has gone further."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if held.state != State.CHECKING or held.read_to != batch.read_to:
        raise Lost
    if held.progress + len(rows) > MOST_ROWS:
        rows = rows[: MOST_ROWS - held.progress]
        held.notes = [*held.notes, {"note": "cut", "most": MOST_ROWS}]
        held.save(update_fields=["notes"])
    if not rows:
        move(held, State.READY, total=held.progress)
        return 0
    judging.read(batch, rows)
    ImportRow.objects.bulk_create(rows, batch_size=200)
    judging.keep_keys(batch, rows)
    held.read_to, held.progress = rows[-1].number, held.progress + len(rows)
    held.save(update_fields=["read_to", "progress"])
    batch.read_to, batch.progress = held.read_to, held.progress
    return len(rows)


def _stop(batch: ImportBatch, to: str, error: str) -> None:
    """Say what went wrong and let people go on from there; nothing where the batch has moved on meanwhile."""
    try:
        move(batch, to, error=error)
    except ValidationError:
        log.info("Import %s had moved on", batch.pk)


def _stopped(error: Exception) -> str:
    text = _("The work stopped: %(error)s. What was done until then is kept; try again.")
    return text % {"error": f"{type(error).__name__}: {error}"[:300]}


@job(atomic=False)
def judge_again(pk: int, rows: list[int]) -> None:
    """Judge many repaired rows anew."""
    batch = ImportBatch.objects.select_related("centre", "by").get(pk=pk)
    if batch.state != State.CHECKING:
        return
    error = ""
    try:
        for start in range(0, len(rows), TOGETHER):
            _judge_some(batch, rows[start : start + TOGETHER], start)
    except Exception as raised:
        log.exception("Rows of import %s could not be judged", pk)
        error = _stopped(raised)
    _stop(batch, State.READY, error)


@transaction.atomic
def _judge_some(batch: ImportBatch, rows: list[int], start: int) -> None:
    some = list(ImportRow.objects.select_for_update().filter(pk__in=rows).order_by("number"))
    some = [row for row in some if row.state not in (ImportRow.State.WRITTEN, ImportRow.State.UNDONE)]
    judging.read(batch, some)
    batches.save_judged(batch, some)
    ImportBatch.objects.filter(pk=batch.pk).update(progress=start + len(some))


@job(atomic=False)
def write_batch(pk: int) -> None:
    """Write the rows of a batch that are fine, from where it was left."""
    batch = ImportBatch.objects.select_related("centre", "by", "asked_by").get(pk=pk)
    if batch.state != State.WRITING:
        return
    try:
        if not _in_spells(lambda: writing.write_some(batch)):
            enqueue(write_batch, pk)
            return
    except Exception as error:
        log.exception("Import %s could not be written", pk)
        _stop(batch, State.READY, _stopped(error))
        return
    try:
        batches.finish_writing(batch)
    except ValidationError:  # another process has come to the end first
        return
    except Exception as error:
        log.exception("Import %s could not be finished", pk)
        _stop(batch, State.READY, _stopped(error))
        return
    enqueue(suggest_codes, pk)


@job(atomic=False)
def undo_batch(pk: int) -> None:
    """Take back what a batch wrote."""
    batch = ImportBatch.objects.select_related("centre", "by", "asked_by").get(pk=pk)
    if batch.state != State.UNDOING:
        return
    try:
        done = _in_spells(lambda: writing.undo_some(batch))
    except Exception as error:
        log.exception("Import %s could not be undone", pk)
        _stop(batch, State.READY, _stopped(error))
        return
    if not done:
        enqueue(undo_batch, pk)
        return
    try:
        batches.finish_undoing(batch)
    except ValidationError:
        log.info("Import %s was undone by another process", pk)


@job(atomic=False)
def suggest_codes(pk: int) -> None:
    """Propose codes for what a batch says in free text, where nobody gave any."""
    batch = ImportBatch.objects.get(pk=pk)
    if not _in_spells(lambda: _suggest_some(batch)):
        enqueue(suggest_codes, pk)


@transaction.atomic
def _suggest_some(batch: ImportBatch) -> int:
    waiting = ImportRow.objects.filter(batch=batch, state=ImportRow.State.WRITTEN, number__gt=batch.suggested_to)
    rows = list(waiting.select_related("organisation").order_by("number")[:50])
    if not rows:
        return 0
    touched = []
    for row in rows:
        organisation = row.organisation
        if organisation is None:
            continue
        able = list(organisation.capabilities.prefetch_related("codes"))
        if not row.is_created:
            mine = {pk for label, pk in row.before.get("parts", ()) if label == "directory.capability"}
            able = [each for each in able if each.pk in mine]
        for each in able:
            if not each.codes.all() and _suggest(each):
                touched.append(organisation)
        if row.is_created and not able and (text := organisation.about.best()):
            made = Capability(
                organisation=organisation, sort=Capability.Sort.PRODUCT, text=text[:1000], language=organisation.about.language(),
                stated_by="suggested",
            )  # fmt: skip
            if _suggest(made):
                touched.append(organisation)
    unique = {each.pk: each for each in touched}.values()
    findable.touch(*unique)
    events.record_many("directory.codes.suggested", by=None, on=unique, changes={"import": batch.pk})
    batch.suggested_to = rows[-1].number
    ImportBatch.objects.filter(pk=batch.pk).update(suggested_to=batch.suggested_to)
    return len(rows)


def _suggest(capability: Capability) -> bool:
    """Give a capability the codes that its text suggests, marked as such; False where none is sure enough."""
    found = suggested_codes(capability.text)
    if not found:
        return False
    capability.suggested = [code.key for code in found]
    capability.save()
    capability.codes.add(*found)
    return True
