"""Where an import may go from where it stands."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

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
    """Move a batch on from the state that the caller saw it in; of two who do it at the same moment the second is told.

    Raises ValidationError where it is no longer there, or no move leads on.
    """
    held = ImportBatch.objects.filter(pk=batch.pk, state=batch.state)
    if to not in MOVES[batch.state] or not held.update(state=to, **fields):
        batch.refresh_from_db()
        raise ValidationError(_("This import is at “%(state)s”; that cannot be done from there.") % {"state": batch.get_state_display()})
    batch.refresh_from_db()
