"""Where a hit of screening may go from where it stands."""

from django.utils.translation import gettext as _

from .. import moving
from ..screened import Hit

State = Hit.State
MOVES: dict[str, tuple[str, ...]] = {
    State.OPEN: (State.PROPOSED, State.CONFIRMED, State.DELISTED, State.GONE),
    State.PROPOSED: (State.CLEARED, State.CONFIRMED, State.OPEN, State.DELISTED, State.GONE),
    State.CLEARED: (State.OPEN, State.DELISTED),
    State.CONFIRMED: (State.OPEN, State.DELISTED),
    State.DELISTED: (State.OPEN,),
    State.GONE: (State.OPEN,),
}


def move(hit: Hit, to: str, **fields: object) -> None:
    """Move a hit on from the state that the caller saw it in; raises ValidationError where somebody else has, or no move leads on."""
    moving.move(hit, MOVES, to, _("This is at “%(state)s” by now; that cannot be done from there."), **fields)
