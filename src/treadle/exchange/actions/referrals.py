"""Sending a case on to sister centres: each looks among the suppliers of its own territory and asks them itself."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Centre, Organisation
from treadle.directory.queries import officers
from treadle.kit import events, notify
from treadle.kit.policy import require

from .. import policy
from ..flow import ENQUIRY, REFERRAL, EnquiryState, IllegalMove, ReferralState
from ..models import Enquiry
from ..queries import desk_of
from ..quoted import Referral
from .moving import move

S = ReferralState


@transaction.atomic
def refer(*, by: Any, enquiry: Enquiry, centres: Iterable[Centre], note: str = "") -> list[Referral]:
    """Send a case on to sister centres. One that was asked already is left alone; one that had declined is asked again."""
    require(by, policy.REFER, enquiry)
    if enquiry.state == EnquiryState.IN_REVIEW:
        move(enquiry, ENQUIRY, EnquiryState.APPROVED)
        events.record("exchange.enquiry.approved", by=by, on=enquiry)
    if enquiry.state not in (EnquiryState.APPROVED, EnquiryState.OUT):
        raise IllegalMove(enquiry.state, EnquiryState.OUT)
    wanted = [centre for centre in centres if centre.pk != enquiry.centre_id]
    if not wanted:
        raise ValidationError({"centres": _("Choose one sister centre at least.")})
    made = []
    for centre in wanted:
        referral, new = Referral.objects.get_or_create(enquiry=enquiry, centre=centre, defaults={"asked_by": by, "note": note.strip()})
        if not new:
            continue
        made.append(referral)
        events.record("exchange.referral.asked", by=by, on=referral, case=enquiry)
        _tell(officers(centre, "officer", "head"), "exchange.referred", referral, note=f"\n\n{note.strip()}" if note.strip() else "")
    return made


def _tell(people: Iterable[Any], rule: str, referral: Referral, **values: str) -> None:
    enquiry = referral.enquiry
    notify.tell(
        people, rule, once=f"{referral.pk}-{referral.state}-{timezone.now():%Y%m%d%H%M%S%f}", link=enquiry.get_absolute_url(),
        values={
            "title": enquiry.title, "number": enquiry.number, "centre": str(referral.centre), "lead": str(enquiry.centre), **values,
        },
    )  # fmt: skip


@transaction.atomic
def take_referral(*, by: Any, referral: Referral) -> None:
    """An officer of the sister centre looks for suppliers; also again, after it was ended."""
    require(by, policy.REFERRAL_ANSWER, referral)
    if referral.enquiry.state not in (EnquiryState.APPROVED, EnquiryState.OUT):
        raise IllegalMove(referral.enquiry.state, S.TAKEN)
    move(referral, REFERRAL, S.TAKEN, officer=by, taken_at=timezone.now(), ended_at=None, reason="")
    events.record("exchange.referral.taken", by=by, on=referral, case=referral.enquiry)


@transaction.atomic
def decline_referral(*, by: Any, referral: Referral, reason: str) -> None:
    """The sister centre has nobody who fits, and says why."""
    require(by, policy.REFERRAL_ANSWER, referral)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why nobody fits; the first centre will look elsewhere.")})
    move(referral, REFERRAL, S.DECLINED, reason=reason.strip()[:500], ended_at=timezone.now())
    events.record("exchange.referral.declined", by=by, on=referral, case=referral.enquiry, reason=referral.reason)
    _tell(desk_of(referral.enquiry), "exchange.referral_declined", referral, reason=referral.reason)


def ended(referral: Referral, by: Any, count: int) -> None:
    """The sister centre has asked its suppliers: note it and tell the first centre. Part of the sending, in its transaction."""
    if referral.state != S.DONE:
        move(referral, REFERRAL, S.DONE, ended_at=timezone.now(), officer=referral.officer or by)
        events.record("exchange.referral.done", by=by, on=referral, case=referral.enquiry)
    _tell(desk_of(referral.enquiry), "exchange.referral_done", referral, count=str(count))


@transaction.atomic
def lapse_referral(*, by: Any, referral: Referral) -> None:
    """The time for answers is over and the sister centre asked nobody."""
    require(by, policy.REFERRAL_ANSWER, referral)
    move(referral, REFERRAL, S.LAPSED, ended_at=timezone.now())
    events.record("exchange.referral.lapsed", by=by, on=referral, case=referral.enquiry)
    _tell(desk_of(referral.enquiry), "exchange.referral_lapsed", referral)


def end_referrals(by: Any, enquiry: Enquiry) -> None:
    """The case is over for sister centres that have not acted. Part of closing and withdrawing, in their transaction."""
    for referral in enquiry.referrals.filter(state__in=(S.ASKED, S.TAKEN)):
        move(referral, REFERRAL, S.LAPSED, ended_at=timezone.now())
        events.record("exchange.referral.lapsed", by=by, on=referral, case=enquiry)


def referral_for(person: Any, enquiry: Enquiry) -> Referral | None:
    """The referral by which a person takes part in a case of another centre; None where they do not, or the case is their own."""
    if person is None or policy.CASE_OFFICER.test(person, enquiry):
        return None
    mine = policy.desk_centre_ids(person)
    return enquiry.referrals.filter(centre__in=mine).select_related("centre__organisation", "enquiry").first() if mine else None


def in_territory(organisation: Organisation, centre: Centre) -> bool:
    """Whether an organisation is a centre's to ask: on its books, or in its territory."""
    return organisation.centre_id == centre.pk or centre.territory.filter(pk=organisation.country_id).exists()
