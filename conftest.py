"""Fixtures of all tests: the nomenclature in use, and a small network with the cast."""

import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings
from world import World, build, load_nomenclature

# Machines are shared: how long one example takes says nothing.
hypothesis_settings.register_profile("treadle", deadline=None)
hypothesis_settings.load_profile("treadle")

REAL_CONNECT = socket.socket.connect


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests talk to this machine only."""

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise RuntimeError(f"A test tried to reach {address}")
        REAL_CONNECT(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The nomenclature that needs and capabilities use, once per process."""
    with django_db_blocker.unblock():
        load_nomenclature()
    yield
    with django_db_blocker.unblock():
        _send_others_away()


def _send_others_away() -> None:
    """PostgreSQL drops no database that somebody is still connected to: end what is left over, and say what it was."""
    if connection.vendor != "postgresql":
        return
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT backend_type, application_name, state, query, pg_terminate_backend(pid) {others}")
        for kind, name, state, query, _ended in cursor.fetchall():
            sys.stderr.write(f"Still connected to the test database: {kind} {name} {state}: {query}\n")


@pytest.fixture(autouse=True)
def _fresh_engine() -> Iterator[None]:
    """What a process keeps of the databank is of another test's transaction."""
    from treadle.directory import profiles
    from treadle.exchange import directions

    profiles.forget()
    directions.forget()
    yield
    profiles.forget()
    directions.forget()


@pytest.fixture
def nomenclature(django_db_setup: None, django_db_blocker: Any) -> None:
    """The nomenclature, also after a test that emptied the database: before the test's own transaction begins."""
    with django_db_blocker.unblock():
        load_nomenclature()


@pytest.fixture
def world(nomenclature: None, db: None) -> World:
    """The cast, each in their place."""
    return build()


@pytest.fixture
def live_world(transactional_db: None, live_server: Any) -> World:
    """The cast behind a real server."""
    load_nomenclature()
    return build()
