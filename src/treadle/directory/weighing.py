"""What the fields of two records weigh in this databank: as the last look through it came to, and as people's decisions taught since."""

from typing import TYPE_CHECKING

from django.db import transaction

from treadle.matching.sameness import GENERAL, Weights, taught, weights_of

from .models import DuplicatePair, LinkageWeights, Person

if TYPE_CHECKING:
    from treadle.matching.sameness.linking import Decided

State = DuplicatePair.State
MOST = 5000  # decisions that teach, the latest


def current() -> Weights:
    """The weights in force; the general ones before anybody has looked through the databank or decided enough."""
    last = LinkageWeights.objects.first()
    return weights_of(last.values) if last else GENERAL


def decided() -> "Decided":
    """What people decided of pairs: how far their fields agreed then, and whether they were one body. Who was not sure teaches nothing."""
    found = DuplicatePair.objects.filter(state__in=(State.SAME, State.DIFFERENT)).exclude(agreements={}).exclude(decided_at=None)
    rows = found.order_by("-decided_at", "-pk").values_list("agreements", "state")[:MOST]
    return [(agreements, state == State.SAME) for agreements, state in rows]


@transaction.atomic
def keep(*, by: Person | None, trained: Weights, records: int) -> LinkageWeights:
    """Put in force what a look through the databank came to, with what people have decided until this moment."""
    given = decided()
    values = taught(trained, given)
    return LinkageWeights.objects.create(trained=trained.kept(), values=values.kept(), records=records, decided=len(given), by=by)


@transaction.atomic
def learn() -> None:
    """Let what was decided until now teach the weights in force."""
    last = LinkageWeights.objects.select_for_update().first()
    given = decided()
    before = weights_of(last.trained) if last else GENERAL
    values = taught(before, given)
    if last is None and values == before:
        return
    if last is None:
        last = LinkageWeights(trained=before.kept())
    last.values, last.decided = values.kept(), len(given)
    last.save()
