"""Moving a row on from the state that somebody saw it in, as its table of moves allows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


def move(row: models.Model, moves: Mapping[str, Sequence[str]], to: str, refusal: str, **fields: object) -> None:
    """Move a row with a ``state`` on; of two who do it at the same moment the second is told.

    Raises ValidationError with ``refusal``, which names the state by ``%(state)s``, where the row is no longer where the caller saw
    it, or no move leads on.
    """
    kept: Any = row
    held = type(row)._default_manager.filter(pk=row.pk, state=kept.state)
    if to not in moves[kept.state] or not held.update(state=to, **fields):
        row.refresh_from_db()
        raise ValidationError(refusal % {"state": kept.get_state_display()})
    row.refresh_from_db()
