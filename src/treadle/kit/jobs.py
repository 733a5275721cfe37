"""Work outside the request: at least tried until done, its effect in the database exactly once.

``@job()`` makes a function a task of django-tasks. The worker runs the body and marks it done in **one transaction**, so a worker killed
at any moment leaves either both or neither; :func:`recover` puts back what a dead worker held. A job that talks to the outside
(mail) says ``atomic=False`` and guards its own effect.
"""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from .models import Schedule

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=15)  # after that a running job of another host is taken for lost
FIRST_PAUSE = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Job:
    """How a task is run: how often it is tried, and whether its body shares the transaction with its completion."""

    task: Task[..., Any]
    tries: int
    atomic: bool
    every: timedelta | None

    @property
    def name(self) -> str:
        """Module and function."""
        return str(self.task.module_path)


_jobs: dict[str, Job] = {}


def job(*, tries: int = 5, atomic: bool = True, every: timedelta | None = None) -> Callable[[Callable[..., Any]], Task[..., Any]]:
    """Declare a job. ``every`` repeats it; arguments must be JSON."""

    def declare(function: Callable[..., Any]) -> Task[..., Any]:
        made: Task[..., Any] = task()(function)
        _jobs[made.module_path] = Job(made, tries, atomic, every)
        return made

    return declare


def jobs() -> list[Job]:
    """All declared jobs."""
    return list(_jobs.values())


def enqueue(work: Task[..., Any], *args: Any, after: datetime | None = None, **kwargs: Any) -> None:
    """Put a job in the queue; it rolls back with the transaction that asked for it."""
    wanted = work.using(run_after=after) if after else work
    wanted.enqueue(*args, **kwargs)


def is_waiting(work: Task[..., Any]) -> bool:
    """Whether the job is in the queue and has not begun: asking for it again would do nothing more."""
    return DBTaskResult.objects.filter(task_path=work.module_path, status=TaskResultStatus.READY).exists()


def execute(row: "DBTaskResult[Any, Any]") -> None:
    """Run a claimed row; on failure put it back with a growing pause, or mark it failed after the last try."""
    declared = _jobs.get(row.task_path)
    try:
        if declared is None or declared.atomic:
            with transaction.atomic():
                held = DBTaskResult.objects.select_for_update().filter(pk=row.pk, status=TaskResultStatus.RUNNING)
                if held.values_list("worker_ids", flat=True).first() != row.worker_ids:
                    return  # the lease ran out and another worker has it
                _call(row)
                row.set_successful(None)
        else:
            _call(row)
            row.set_successful(None)
    except Exception as error:
        log.exception("Job %s (%s) failed", row.task_path, row.pk)
        _failed(row, error, declared.tries if declared else 1)


def _call(row: "DBTaskResult[Any, Any]") -> None:
    arguments = row.args_kwargs
    row.task.call(*arguments["args"], **arguments["kwargs"])


def _failed(row: "DBTaskResult[Any, Any]", error: Exception, tries: int) -> None:
    made = len(row.worker_ids)
    if made >= tries:
        row.set_failed(error)
        return
    pause = FIRST_PAUSE * 3 ** (made - 1)
    DBTaskResult.objects.filter(pk=row.pk).update(status=TaskResultStatus.READY, run_after=timezone.now() + pause, started_at=None)


def claim(worker: str) -> "DBTaskResult[Any, Any] | None":
    """Take the next ready row for this worker, or None. A conditional update: two workers never get the same row."""
    for row in DBTaskResult.objects.ready().order_by(F("priority").desc(), "run_after", "enqueued_at")[:5]:
        taken = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.READY).update(
            status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=[*row.worker_ids, worker]
        )
        if taken:
            row.refresh_from_db()
            return row
    return None


def worker_id() -> str:
    """Host, process and its start: enough to tell whether that worker still lives."""
    return f"{socket.gethostname()}:{os.getpid()}:{_started(os.getpid())}"


def _started(pid: int) -> str:
    """When the process began, in ticks; "" when it is gone or the system does not say."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as handle:
            return handle.read().rsplit(")", 1)[1].split()[19]
    except OSError:
        return ""


def _is_dead(worker: str) -> bool:
    """True only when the worker was a process of this host that is no longer there."""
    host, pid, started = worker.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return bool(started) and _started(int(pid)) != started


def recover() -> int:
    """Put back jobs whose worker died or whose lease ran out; returns how many."""
    put_back = 0
    for row in DBTaskResult.objects.running():
        lost = row.started_at is None or row.started_at < timezone.now() - LEASE
        if lost or (row.worker_ids and _is_dead(row.worker_ids[-1])):
            put_back += DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at).update(
                status=TaskResultStatus.READY, started_at=None
            )
    return put_back


def enqueue_due(now: datetime | None = None) -> int:
    """Enqueue every repeated job whose time has come. Safe from several workers: the row is claimed by its old value."""
    now = now or timezone.now()
    count = 0
    for declared in jobs():
        if declared.every is None:
            continue
        row, _ = Schedule.objects.get_or_create(name=declared.name)
        if row.last_run_at and row.last_run_at + declared.every > now:
            continue
        with transaction.atomic():
            mine = Schedule.objects.filter(pk=row.pk, last_run_at=row.last_run_at).update(last_run_at=now)
            if mine:
                enqueue(declared.task)
                count += 1
    return count


def failed_for_good() -> int:
    """How many rows have used up their tries."""
    return DBTaskResult.objects.failed().count()


def late_seconds() -> float:
    """How long the oldest row has been ready; 0 when none is."""
    now = timezone.now()
    since = [
        row.enqueued_at if row.run_after.year > 9000 else row.run_after for row in DBTaskResult.objects.ready().order_by("enqueued_at")[:50]
    ]
    return max(((now - moment).total_seconds() for moment in since), default=0.0)


def waiting() -> "models.QuerySet[DBTaskResult[Any, Any]]":
    """Rows not yet finished."""
    return DBTaskResult.objects.exclude(status__in=[TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED])


def run_all(limit: int = 1000) -> int:
    """Run what is ready, now, in this process; for tests, the demonstration and ``treadle worker --once``."""
    done = 0
    while done < limit and (row := claim(worker_id())):
        execute(row)
        done += 1
    return done
