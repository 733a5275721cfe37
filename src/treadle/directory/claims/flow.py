"""Where a claim may go from where it stands."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

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
    """Move a claim on from the state that the caller saw it in; of two who do it at the same moment the second is told.

    Raises ValidationError where it is no longer there, or no move leads on.
    """
    held = Claim.objects.filter(pk=claim.pk, state=claim.state)
    if to not in MOVES[claim.state] or not held.update(state=to, **fields):
        claim.refresh_from_db()
        raise ValidationError(_("This claim is at “%(state)s”; that cannot be done from there.") % {"state": claim.get_state_display()})
    claim.refresh_from_db()
