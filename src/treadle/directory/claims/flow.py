"""Where a claim may go from where it stands."""

from django.utils.translation import gettext as _

from .. import moving
from ..claimed import Claim

State = Claim.State
MOVES: dict[str, tuple[str, ...]] = {
    State.TO_SEND: (State.SENT, State.WITHDRAWN, State.REFUSED, State.LAPSED),
    State.SENT: (State.ACCEPTED, State.WAITING, State.WITHDRAWN, State.LAPSED),
    State.WAITING: (State.ACCEPTED, State.REFUSED, State.WITHDRAWN, State.LAPSED),
    State.ACCEPTED: (),
    State.REFUSED: (),
    State.WITHDRAWN: (),
    State.LAPSED: (),
}


def move(claim: Claim, to: str, **fields: object) -> None:
    """Move a claim on from the state that the caller saw it in; raises ValidationError where that is not possible."""
    moving.move(claim, MOVES, to, _("This claim is at “%(state)s”; that cannot be done from there."), **fields)
