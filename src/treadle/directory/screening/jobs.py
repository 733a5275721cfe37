"""Holding every record that is new or has changed against the lists, and all of them when a list is new."""

from datetime import timedelta
from time import monotonic

from django.db.models import F, Q

from treadle.kit import jobs
from treadle.kit.numbers import current

from ..models import Organisation
from ..screened import Screened
from .hits import screen
from .lists import stamp

SPELL = 20  # seconds that it works before mail and the clock get their turn
OPEN = (Organisation.State.PUBLIC, Organisation.State.DRAFT)


_idle: list[tuple[str, int]] = []  # lists and directory as they were when nothing waited: until either changes nothing does


def waiting() -> list[Organisation]:
    """The next records that were not yet held against the lists as they are."""
    now = stamp()
    if not now:
        return []
    done = Screened.objects.filter(lists=now, revision=F("organisation__profile_revision"))
    left = Organisation.objects.filter(Q(state__in=OPEN)).exclude(pk__in=done.values("organisation")).order_by("pk")
    return list(left.prefetch_related("names", "contacts")[:200])


@jobs.job(every=timedelta(minutes=2), atomic=False)
def screen_records() -> None:
    """Go on where the last spell ended."""
    until, here = monotonic() + SPELL, (stamp(), current("directory.profiles"))
    if [here] == _idle and not Organisation.objects.filter(state__in=OPEN, screened=None).exists():
        return
    while monotonic() < until:
        if not (some := waiting()):
            _idle[:] = [here]
            return
        for organisation in some:
            screen(by=None, organisation=organisation)
