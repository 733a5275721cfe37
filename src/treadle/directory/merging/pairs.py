"""Likely pairs: found by the machine over the whole databank, pointed out by anybody, decided on once and never asked again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.matching.sameness import Likeness

from .. import alike, keys, policy, weighing
from ..models import DuplicatePair, Organisation, Person

State = DuplicatePair.State


def compared(one: Organisation, other: Organisation) -> Likeness | None:
    """How alike two records are, whatever comes of it; None where numbers in a register tell them apart."""
    known = keys.facts_by_id([one.pk, other.pk])
    return alike.alike_facts(known[one.pk], known[other.pk], weighing.current(), 0.0)


@transaction.atomic
def flag(*, by: Person | None, organisation: Organisation, other: Organisation, note: str = "") -> DuplicatePair:
    """Point out that two records may be of one body; anybody with a login may.

    What was decided before is asked again: somebody knows more.
    """
    kit_policy.require(by, policy.FLAG, organisation)
    if organisation.pk == other.pk:
        raise ValidationError(_("Choose two records."))
    one, two = sorted((organisation, other), key=lambda each: each.pk)
    found = compared(one, two)
    pair, _new = DuplicatePair.objects.update_or_create(
        one=one, other=two,
        defaults={
            "state": State.WAITING, "flagged_by": by, "note": note[:500], "probability": found.probability if found else 0.0,
            "evidence": dict(found.evidence) if found else {}, "agreements": dict(found.agreements) if found else {},
            "decided_by": None, "decided_at": None,
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
    if not held.agreements and (found := compared(held.one, held.other)) is not None:
        held.agreements = dict(found.agreements)
    held.save(update_fields=["state", "decided_by", "decided_at", "agreements"])
    weighing.learn()
    events.record("directory.pair.decided", by=by, on=held, case=held.one, changes={"state": state})
