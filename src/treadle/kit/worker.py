"""The worker process: repeated jobs, lost jobs, ready jobs, in a loop that stops cleanly."""

import logging
import os
import signal
import time
from collections.abc import Callable
from threading import Thread
from types import FrameType

from django.db import Error as DatabaseError
from django.db import close_old_connections

from . import jobs

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between looks when there is nothing to do
ROUND = 20.0  # seconds between looks for lost and repeated jobs


PATIENCE = 5.0  # seconds that a worker which leaves waits for what goes on beside it
_rounds: list[Callable[[], Thread | None]] = []


def each_round(work: Callable[[], Thread | None]) -> None:
    """Have something done by every worker, on its own machine, at each look for repeated jobs.

    It must not take long, nor raise; what takes long goes on in the thread that it gives back.
    """
    _rounds.append(work)


class Worker:
    """Runs jobs until told to stop; a job in hand is finished first."""

    def __init__(self, parent: int | None = None) -> None:
        self.running = True
        self.parent = parent
        self.id = jobs.worker_id()

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """Finish the job in hand and leave."""
        self.running = False

    def run(self) -> None:
        """Work until stopped, or until the process that started this one is gone."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        next_round, beside = 0.0, list[Thread]()
        while self.running and (self.parent is None or os.getppid() == self.parent):
            close_old_connections()
            try:
                if time.monotonic() >= next_round:
                    jobs.recover()
                    jobs.enqueue_due()
                    beside = [thread for work in _rounds if (thread := work()) is not None]
                    next_round = time.monotonic() + ROUND
                row = jobs.claim(self.id)
                if row is not None:
                    jobs.execute(row)
            except DatabaseError:
                log.warning("The database did not answer; trying again", exc_info=True)
                row = None
            if row is None:
                time.sleep(PAUSE)
        for thread in beside:
            thread.join(PATIENCE)
