"""``treadle run``: the whole platform in one process tree that stops cleanly."""

import io
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import redirect_stdout
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

log = logging.getLogger(__name__)
THREADS = 8


def say(text: str) -> None:
    """A line of progress."""
    print(text, flush=True)


def run(*, demo: bool) -> int:
    """Prepare, start the worker and serve until told to stop; returns the exit status."""
    if not port_is_free():
        print(f"treadle: port {settings.PORT} is taken. Stop what uses it, or choose another: TREADLE_PORT=8080", file=sys.stderr)
        return 2
    began = time.monotonic()
    prepare_database(say)
    collect_static()
    if demo:
        from treadle.demo import build

        if build.is_wanted():
            build.build(say)
    keeper = Keeper()
    keeper.start()
    try:
        return serve(demo, began)
    finally:
        keeper.stop()


class Keeper(threading.Thread):
    """Keeps a worker process running: one that dies is started again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.leaving = threading.Event()
        self.worker = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", "treadle", "worker", "--parent", str(os.getpid())])

    def run(self) -> None:
        """Look every few seconds."""
        while not self.leaving.wait(3):
            if self.worker.poll() is not None:
                log.error("The worker stopped with %s; starting it again", self.worker.returncode)
                self.worker = self._start()

    def stop(self) -> None:
        """Ask the worker to finish its job and leave; insist after ten seconds."""
        self.leaving.set()
        self.worker.terminate()
        try:
            self.worker.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.worker.kill()
            self.worker.wait()


def port_is_free() -> bool:
    """Whether nobody listens at our address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.HOST, settings.PORT))
        except OSError:
            return False
    return True


def prepare_database(progress: Any = lambda text: None) -> None:
    """Bring tables and nomenclature up to date; quick when they are."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        progress("Preparing the database …")
        with redirect_stdout(io.StringIO()):
            call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)  # also where somebody has migrated by hand before; nothing happens when it is there
    from treadle.nomenclature import shipped

    if not shipped.is_loaded():
        progress("Loading the nomenclature …")
        shipped.load_shipped(progress=lambda text: None)


def collect_static() -> None:
    """Gather and compress style, script and icons when this version has not."""
    stamp = settings.STATIC_ROOT / ".version"
    newest = max(path.stat().st_mtime for path in (settings.PACKAGE / "web" / "static").rglob("*"))
    if settings.DEBUG or (stamp.exists() and stamp.stat().st_mtime > newest):
        return
    with redirect_stdout(io.StringIO()):
        call_command("collectstatic", interactive=False, verbosity=0)
    stamp.touch()


def serve(demo: bool, began: float) -> int:
    """Answer requests until a signal comes."""
    from waitress.server import create_server

    from treadle.wsgi import application

    server = create_server(application, host=settings.HOST, port=settings.PORT, threads=THREADS, ident=None)

    def leave(signum: int, frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    say(f"Ready after {time.monotonic() - began:.0f} s. Stop with Ctrl-C.")
    if demo:
        print_logins()
    say(f"\n  {settings.BASE_URL}\n")
    try:
        server.run()
    finally:
        say("Stopping …")
        server.close()
    return 0


def print_logins() -> None:
    """The cast of the demonstration and their password."""
    from treadle.demo.cast import CAST, PASSWORD

    say("\nSign in as (password for all: " + PASSWORD + ")")
    for member in CAST:
        say(f"  {member.email:28} {member.name:8} {member.what}")
