"""Moving a thing from state to state so that of two people who decide at once, one does and the other is told."""

from typing import Any

from django.db import models

from treadle.directory.actions import Stale
from treadle.kit import events

from ..flow import IllegalMove, Moves, check


def move(thing: Any, moves: Moves, to: str, **fields: Any) -> None:
    """Set the state and other fields, if the table has the move from the state **in the database**.

    Raises IllegalMove with the state found there when somebody was faster or the move does not exist.
    """
    check(moves, thing.state, to)
    changed = type(thing)._default_manager.filter(pk=thing.pk, state=thing.state).update(state=to, **fields)
    if not changed:
        thing.refresh_from_db()
        raise IllegalMove(thing.state, to)
    thing.state = to
    for name, value in fields.items():
        setattr(thing, name, value)


def edit_fields(thing: models.Model, version: int, allowed: tuple[str, ...], fields: dict[str, Any]) -> dict[str, Any]:
    """Change allowed fields if nobody has since ``version``; returns before and after of what differs. Raises Stale."""
    changes = {
        name: [plain(getattr(thing, name)), plain(value)]
        for name, value in fields.items()
        if name in allowed and getattr(thing, name) != value
    }
    kind = type(thing)
    if not kind._default_manager.filter(pk=thing.pk, version=version).update(version=models.F("version") + 1):
        raise Stale(events.history(thing).filter(verb__endswith=".edited").first())
    for name in changes:
        setattr(thing, name, fields[name])
    thing.version = version + 1  # type: ignore[attr-defined]
    thing.save(update_fields=[*changes, "version"])
    return changes


def plain(value: Any) -> Any:
    """A value as JSON."""
    return value if isinstance(value, int | float | str | list | dict | None) else str(value)
