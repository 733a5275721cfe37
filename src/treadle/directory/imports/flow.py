"""Where an import may go from where it stands."""

from django.utils.translation import gettext as _

from .. import moving
from ..models import ImportBatch

State = ImportBatch.State
MOVES: dict[str, tuple[str, ...]] = {
    State.COLUMNS: (State.CHECKING, State.DROPPED),
    State.CHECKING: (State.READY, State.COLUMNS, State.DROPPED),
    State.READY: (State.CHECKING, State.WRITING, State.UNDOING, State.DROPPED),
    State.WRITING: (State.READY, State.DONE),
    State.DONE: (State.READY, State.UNDOING),
    State.UNDOING: (State.UNDONE, State.READY),
    State.UNDONE: (),
    State.DROPPED: (),
}
BUSY = (State.CHECKING, State.WRITING, State.UNDOING)


def move(batch: ImportBatch, to: str, **fields: object) -> None:
    """Move a batch on from the state that the caller saw it in; raises ValidationError where that is not possible."""
    moving.move(batch, MOVES, to, _("This import is at “%(state)s”; that cannot be done from there."), **fields)
