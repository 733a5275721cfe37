"""Likely pairs: found by the machine over the whole databank, pointed out by anybody, decided on once and never asked again."""

import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.jobs import enqueue, job

from .. import alike, keys, policy
from ..models import Centre, DuplicatePair, Organisation, Person

State = DuplicatePair.State
TOGETHER = 200  # records looked at in one step
LOOKED_AT = 8  # candidates of a record
SPELL = 30.0  # seconds that one job works before it lets others go first


def waiting(centres: list[Centre], state: str = State.WAITING) -> QuerySet[DuplicatePair]:
    """Pairs that wait for a decision (or are in another state) and whose records both belong to these centres, the likeliest first."""
    mine = Q(one__centre__in=centres, other__centre__in=centres)
    merged = Q(one__state=Organisation.State.MERGED) | Q(other__state=Organisation.State.MERGED)
    found = DuplicatePair.objects.filter(mine, state=state).exclude(merged).select_related("one__country", "other__country", "flagged_by")
    return found.order_by("-probability", "pk")


@transaction.atomic
def flag(*, by: Person | None, organisation: Organisation, other: Organisation, note: str = "") -> DuplicatePair:
    """Point out that two records may be of one body; anybody with a login may.

    What was decided before is asked again: somebody knows more.
    """
    kit_policy.require(by, policy.FLAG, organisation)
    if organisation.pk == other.pk:
        raise ValidationError(_("Choose two records."))
    one, two = sorted((organisation, other), key=lambda each: each.pk)
    known = keys.facts_by_id([one.pk, two.pk])
    found = alike.alike_facts(known[one.pk], known[two.pk], 0.0)
    pair, _new = DuplicatePair.objects.update_or_create(
        one=one, other=two,
        defaults={
            "state": State.WAITING, "flagged_by": by, "note": note[:500], "probability": found.probability if found else 0.0,
            "evidence": dict(found.evidence) if found else {}, "decided_by": None, "decided_at": None,
        },
    )  # fmt: skip
    events.record("directory.pair.flagged", by=by, on=pair, case=organisation, reason=note)
    return pair


@transaction.atomic
def decide(*, by: Person | None, pair: DuplicatePair, state: str) -> None:
    """Say that two records are of two bodies, or that one cannot tell. That they are one is said by merging them."""
    for record in (pair.one, pair.other):
        kit_policy.require(by, policy.MERGE, record)
    if state not in (State.DIFFERENT, State.UNSURE):
        raise ValidationError(_("Choose what the two are."))
    held = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    if held.state == State.SAME:
        raise ValidationError(_("The two have been merged. Undo that first."))
    held.state, held.decided_by, held.decided_at = state, by, timezone.now()
    held.save(update_fields=["state", "decided_by", "decided_at"])
    events.record("directory.pair.decided", by=by, on=held, case=held.one, changes={"state": state})


@transaction.atomic
def find_some(after: int) -> int:
    """Look at the next records for their like; gives the number of the last one, 0 when none is left. Pairs on record stay as they are."""
    pks = list(
        Organisation.objects.filter(state=Organisation.State.PUBLIC, pk__gt=after).order_by("pk").values_list("pk", flat=True)[:TOGETHER]
    )
    mine = keys.facts_by_id(pks)
    near = {pk: [other for other in keys.candidates(facts, LOOKED_AT + 1) if other != pk] for pk, facts in mine.items()}
    wanted = {other for some in near.values() for other in some}
    open_ones = set(Organisation.objects.filter(pk__in=wanted, state=Organisation.State.PUBLIC).values_list("pk", flat=True))
    known = {**mine, **keys.facts_by_id(open_ones - mine.keys())}
    found: dict[tuple[int, int], DuplicatePair] = {}
    for pk, others in near.items():
        for other in others:
            if other in open_ones and (pair := (min(pk, other), max(pk, other))) not in found:
                judged = alike.alike_facts(known[pk], known[other])
                if judged is not None and judged.probability >= alike.PERHAPS:
                    found[pair] = DuplicatePair(
                        one_id=pair[0], other_id=pair[1], probability=judged.probability, evidence=dict(judged.evidence)
                    )  # fmt: skip
    DuplicatePair.objects.bulk_create(found.values(), ignore_conflicts=True)
    return pks[-1] if pks else 0


@job(atomic=False)
def find_duplicates(after: int = 0) -> None:
    """Look through the databank for records that are likely of one body."""
    until = time.monotonic() + SPELL
    while after := find_some(after):
        if time.monotonic() > until:
            enqueue(find_duplicates, after)
            return


@transaction.atomic
def seek(*, by: Person | None, centre: Centre) -> None:
    """Have the databank looked through by a job."""
    kit_policy.require(by, policy.IMPORT, centre)
    enqueue(find_duplicates)
    events.record("directory.pair.sought", by=by, on=centre)
