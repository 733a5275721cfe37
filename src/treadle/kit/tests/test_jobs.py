"""Jobs: rolled back with what asked for them, tried again, repeated, and recovered when their worker was killed."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from treadle.kit import jobs, numbers

from .crashing import always_fails, count_and_die


@pytest.mark.django_db
def test_a_job_rolls_back_with_the_transaction_that_asked_for_it() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        jobs.enqueue(count_and_die, False)
        raise RuntimeError
    assert jobs.waiting().count() == 0


@pytest.mark.django_db
def test_a_failing_job_is_tried_again_later_and_given_up_after_its_last_try() -> None:
    jobs.enqueue(always_fails)
    for made in (1, 2):
        assert jobs.run_all() == 1
        row = DBTaskResult.objects.get()
        assert (row.status, len(row.worker_ids), row.run_after > timezone.now()) == ("READY", made, True)
        DBTaskResult.objects.update(run_after=timezone.now())
    jobs.run_all()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert numbers.current("failing.effect") == 0


@pytest.mark.django_db
def test_a_repeated_job_is_enqueued_when_its_time_has_come() -> None:
    now = timezone.now()
    first = jobs.enqueue_due(now)
    assert first == len([job for job in jobs.jobs() if job.every])
    assert jobs.enqueue_due(now + timedelta(seconds=1)) == 0
    assert jobs.enqueue_due(now + timedelta(days=8)) == first


@pytest.mark.django_db
def test_a_job_of_a_lost_host_is_put_back_after_its_lease() -> None:
    jobs.enqueue(count_and_die, False)
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now(), worker_ids=["elsewhere:1:1"])
    assert jobs.recover() == 0
    DBTaskResult.objects.update(started_at=timezone.now() - jobs.LEASE - timedelta(seconds=1))
    assert jobs.recover() == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tells live processes by /proc")
def test_after_kill_minus_nine_the_effect_happens_exactly_once(tmp_path: Path) -> None:
    """A real worker process on a database file of its own is killed inside the job; the next worker does it once."""
    env = {
        **os.environ, "TREADLE_DATA": str(tmp_path), "CRASH_MARK": str(tmp_path / "mark"), "DJANGO_SETTINGS_MODULE": "treadle.settings",
        "TREADLE_DATABASE_URL": "",
    }  # fmt: skip
    script = "import django; django.setup()\nfrom treadle.kit import jobs, numbers\nfrom treadle.kit.tests.crashing import count_and_die\n"

    def python(code: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([sys.executable, "-c", script + code], env=env, capture_output=True, text=True, timeout=120)

    prepare = "from django.core.management import call_command; call_command('migrate', verbosity=0); jobs.enqueue(count_and_die, True)"
    made = python(prepare)
    assert made.returncode == 0, made.stderr
    killed = python("jobs.run_all()")
    assert killed.returncode == -9
    after = python("print(jobs.recover(), jobs.run_all(), jobs.recover(), jobs.run_all(), numbers.current('crash.effect'))")
    assert after.stdout.split() == ["1", "1", "0", "0", "1"], after.stderr


def test_the_worker_leaves_when_its_parent_is_gone() -> None:
    from treadle.kit.worker import Worker

    worker = Worker(parent=os.getppid() + 1)
    worker.run()
    assert worker.running is True
    assert connection.alias == "default"
