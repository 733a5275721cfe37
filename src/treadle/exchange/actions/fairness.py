"""What counts how much in one case, and who is never brought together."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.kit import events
from treadle.kit.policy import require
from treadle.matching import Criterion
from treadle.matching.learning import Lesson

from .. import policy
from ..flow import LEARNT, IllegalMove
from ..kinds import kind_of
from ..models import Enquiry, Learnt, NeverMatch
from .invitations import CHOOSABLE
from .moving import move

MOST = 100.0


def weights_from(given: Mapping[str, Any]) -> dict[str, float]:
    """Weights by criterion, checked: numbers from 0 to 100, not all of them 0. Raises ValidationError."""
    known = set(map(str, Criterion))
    weights: dict[str, float] = {}
    for name, value in given.items():
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = -1.0
        if name not in known or not 0 <= number <= MOST:
            raise ValidationError(_("A weight is a number from 0 to 100."))
        weights[name] = number
    if weights and not any(weights.values()):
        raise ValidationError(_("At least one thing must count."))
    return weights


@transaction.atomic
def weigh(*, by: Any, enquiry: Enquiry, weights: Mapping[str, Any]) -> None:
    """Keep what counts how much in this case; nothing given means: as for every case of its kind."""
    require(by, policy.ENQUIRY_EXCLUDE, enquiry)
    if enquiry.state not in CHOOSABLE:
        raise IllegalMove(enquiry.state, enquiry.state)
    kept = weights_from(weights)
    changes = {"weights": [enquiry.weights, kept]}
    enquiry.weights = kept
    enquiry.save(update_fields=["weights", "updated_at"])
    events.record("exchange.match.weighed", by=by, on=enquiry, case=enquiry, changes=changes)


@transaction.atomic
def propose_weights(*, by: Any, kind: str, lesson: Lesson) -> Learnt:
    """Put up what past cases of a kind teach; an earlier proposal for it is declined. Nothing changes in any list."""
    require(by, policy.LEARN)
    kind_of(kind)
    now = timezone.now()
    Learnt.objects.filter(kind=kind, state=Learnt.State.PROPOSED).update(state=Learnt.State.DECLINED, decided_at=now)
    made = Learnt.objects.create(
        kind=kind, before=_plain(lesson.before), after=_plain(lesson.after), right_before=lesson.right_before,
        right_after=lesson.right_after, cases=lesson.cases, pairs=lesson.pairs,
    )  # fmt: skip
    events.record("exchange.weights.proposed", by=by, on=made)
    return made


def _plain(weights: Mapping[Criterion, float]) -> dict[str, float]:
    return {str(criterion): weight for criterion, weight in weights.items()}


@transaction.atomic
def adopt_weights(*, by: Any, learnt: Learnt) -> None:
    """Put proposed weights in force for every case of their kind; those that were in force are replaced."""
    require(by, policy.LEARN)
    now = timezone.now()
    if learnt.state == Learnt.State.PROPOSED:
        Learnt.objects.filter(kind=learnt.kind, state=Learnt.State.IN_FORCE).update(state=Learnt.State.REPLACED)
    move(learnt, LEARNT, Learnt.State.IN_FORCE, decided_by=by, decided_at=now)
    events.record("exchange.weights.adopted", by=by, on=learnt, changes={"weights": [learnt.before, learnt.after]})


@transaction.atomic
def decline_weights(*, by: Any, learnt: Learnt) -> None:
    """Leave everything as it is."""
    require(by, policy.LEARN)
    move(learnt, LEARNT, Learnt.State.DECLINED, decided_by=by, decided_at=timezone.now())
    events.record("exchange.weights.declined", by=by, on=learnt)


@transaction.atomic
def retire_weights(*, by: Any, learnt: Learnt) -> None:
    """Go back to the weights that the kind declares."""
    require(by, policy.LEARN)
    move(learnt, LEARNT, Learnt.State.REPLACED)
    events.record("exchange.weights.retired", by=by, on=learnt)


@transaction.atomic
def never_match(*, by: Any, organisation: Organisation, other: Organisation, note: str = "") -> NeverMatch:
    """Never bring the two together, in neither direction. Cases under way stay as they are."""
    require(by, policy.NEVER, organisation)
    if organisation.pk == other.pk:
        raise ValidationError(_("Choose another organisation than your own."))
    kept, new = NeverMatch.objects.get_or_create(organisation=organisation, other=other, defaults={"note": note.strip()[:300], "by": by})
    if new:
        events.record("exchange.never.set", by=by, on=kept, case=organisation, reason=note)
    return kept


@transaction.atomic
def allow_again(*, by: Any, never: NeverMatch) -> None:
    """Undo a :func:`never_match`; what the other side has asked for stays."""
    require(by, policy.NEVER, never.organisation)
    events.record("exchange.never.lifted", by=by, on=never, case=never.organisation)
    never.delete()
