"""Following up: both sides are asked again months later, and what they say becomes their report."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.directory.queries import speakers
from treadle.kit import events, notify
from treadle.kit.policy import require

from .. import policy
from ..flow import IntroductionState
from ..followed import FollowUp
from ..models import Introduction, Report
from ..queries import desk_of
from .outcomes import report

OPEN_FOR = timedelta(days=75)  # after that the next asking is due, or the year is over


def side_of(introduction: Introduction, party: str) -> Organisation:
    """The organisation on one side."""
    return introduction.invitation.enquiry.organisation if party == Report.Party.BUYER else introduction.invitation.organisation


@transaction.atomic
def follow_up(*, by: Any, introduction: Introduction, months: int) -> list[FollowUp]:
    """Ask both sides what became of it. Whoever asked to be left alone is; where nobody can be written to, the officer is asked to call."""
    require(by, policy.FOLLOW_UP, introduction)
    stopped = set(introduction.follow_ups.filter(stopped_at__isnull=False).values_list("party", flat=True))
    made = []
    for party in Report.Party.values:
        if party in stopped:
            continue
        asking, new = FollowUp.objects.get_or_create(introduction=introduction, party=party, months=months)
        if new:
            made.append(asking)
            _tell(asking)
    if made:
        events.record("exchange.outcome.followed_up", by=by, on=introduction, case=introduction.invitation.enquiry)
    return made


def _tell(asking: FollowUp) -> None:
    enquiry = asking.introduction.invitation.enquiry
    own, other = side_of(asking.introduction, asking.party), side_of(asking.introduction, _other(asking.party))
    values = {
        "organisation": str(own), "other": str(other), "title": enquiry.title, "number": enquiry.number, "months": asking.months,
        "day": timezone.localdate(asking.introduction.made_at).isoformat(),
    }  # fmt: skip
    people = [person for person in speakers(own) if person.reachable]
    if people:
        notify.tell(people, "exchange.follow_up", once=str(asking.pk), link=asking.get_absolute_url(), values=values)
        return
    desk = desk_of(enquiry)
    notify.tell(desk, "exchange.follow_up_by_telephone", once=str(asking.pk), link=asking.get_absolute_url(), values=values)


def _other(party: str) -> str:
    return Report.Party.SUPPLIER if party == Report.Party.BUYER else Report.Party.BUYER


def is_open(asking: FollowUp) -> bool:
    """Whether an answer is still taken."""
    return timezone.now() <= asking.asked_at + OPEN_FOR


@transaction.atomic
def answer_follow_up(
    *, asking: FollowUp, result: str, goes_on: bool | None, value: Decimal | None = None, currency: str = "", jobs: int | None = None
) -> FollowUp:
    """Keep what one side says, by the link of its mail; it may be changed while it is open.

    What ends the matter becomes the side's report, where both sides have not agreed yet. Raises ValidationError by field.
    """
    require(None, policy.FOLLOW_UP_ANSWER, asking)
    if not is_open(asking):
        raise ValidationError(_("The time for this answer is over. Your officer can still enter it."), code="late")
    faults: dict[str, Any] = {}
    if result not in Report.Result.values:
        faults["result"] = _("Choose one of the three.")
    if value is not None and not currency:
        faults["currency"] = _("Choose the currency of the value.")
    if value is not None and value <= 0:
        faults["value"] = _("Give a value above 0, or leave it empty.")
    if faults:
        raise ValidationError(faults)
    contract = result == Report.Result.CONTRACT
    asking.result, asking.goes_on = result, goes_on if contract else None
    asking.value, asking.currency = (value, currency if value is not None else "") if contract else (None, "")
    asking.jobs, asking.answered_at = jobs if contract else None, timezone.now()
    asking.save()
    introduction = asking.introduction
    said = {"party": asking.party, "result": result, "months": asking.months}
    events.record("exchange.outcome.follow_up_answered", by=None, on=introduction, case=introduction.invitation.enquiry, changes=said)
    before = introduction.reports.filter(party=asking.party).first()
    says_less = before is not None and before.result != Report.Result.TALKING and result == Report.Result.TALKING
    if introduction.state != IntroductionState.CONFIRMED and not says_less and (not contract or asking.value is not None):
        report(
            by=None, introduction=introduction, party=asking.party, result=result, value=asking.value, currency=asking.currency,
            is_repeat=bool(asking.goes_on), jobs=asking.jobs if asking.jobs is not None or before is None else before.jobs,
            starts_on=before.starts_on if before else None, note=before.note if before else "",
        )  # fmt: skip
    return asking


@transaction.atomic
def stop_following(*, asking: FollowUp) -> None:
    """This side is not asked again about this introduction. Stopping twice changes nothing."""
    require(None, policy.FOLLOW_UP_ANSWER, asking)
    if FollowUp.objects.filter(pk=asking.pk, stopped_at=None).update(stopped_at=timezone.now()):
        asking.refresh_from_db()
        events.record(
            "exchange.outcome.follow_up_stopped", by=None, on=asking.introduction, case=asking.introduction.invitation.enquiry,
            changes={"party": [None, asking.party]},
        )  # fmt: skip
