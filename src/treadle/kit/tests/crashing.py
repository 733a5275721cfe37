"""Jobs for the test of a killed worker."""

import os
import signal

from treadle.kit import numbers
from treadle.kit.jobs import job


@job()
def count_and_die(die: bool) -> None:
    """Count once; the first time, kill the process before the transaction ends."""
    numbers.next_number("crash.effect")
    if die and not os.path.exists(os.environ["CRASH_MARK"]):
        open(os.environ["CRASH_MARK"], "w").close()
        os.kill(os.getpid(), signal.SIGKILL)


@job(tries=3)
def always_fails() -> None:
    """Fail."""
    numbers.next_number("failing.effect")
    raise RuntimeError("on purpose")
