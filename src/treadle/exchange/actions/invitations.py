"""Choosing whom to ask, asking, and what they answer."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.directory.policy import memberships
from treadle.directory.queries import speakers
from treadle.kit import events, notify
from treadle.kit.jobs import enqueue
from treadle.kit.policy import require
from treadle.matching import Reason, keep

from .. import policy, standins
from ..dealings import never_with
from ..flow import ENQUIRY, INVITATION, WILLING, EnquiryState, IllegalMove, InvitationState
from ..models import Enquiry, Exclusion, Invitation
from ..quoted import Referral
from .moving import move
from .quotations import take_back, tell_desk
from .referrals import ended, in_territory, referral_for

S = InvitationState
CHOOSABLE = (EnquiryState.IN_REVIEW, EnquiryState.APPROVED, EnquiryState.OUT)


def _choosable(enquiry: Enquiry) -> None:
    if enquiry.state not in CHOOSABLE:
        raise IllegalMove(enquiry.state, S.PREPARED)


@transaction.atomic
def choose(
    *,
    by: Any,
    enquiry: Enquiry,
    organisation: Organisation,
    score: int | None = None,
    reasons: Sequence[Reason] = (),
    by_hand: bool = False,
) -> Invitation:
    """Prepare an invitation; nothing leaves yet. Choosing twice changes nothing. The engine's reasons are kept with it."""
    require(by, policy.ENQUIRY_MATCH, enquiry)
    _choosable(enquiry)
    if organisation.pk == enquiry.organisation_id:
        raise ValidationError(_("The buyer cannot be invited to its own enquiry."))
    if organisation.state != Organisation.State.PUBLIC:
        raise ValidationError(_("The record of %(name)s is closed."), params={"name": str(organisation)})
    if by is not None and organisation.pk in memberships(by):
        raise ValidationError(
            _("You act for %(name)s yourself. Give the case to another officer first; whoever answers a case does not work on it."),
            params={"name": str(organisation)},
        )
    referral = referral_for(by, enquiry)
    if referral is not None and not in_territory(organisation, referral.centre):
        raise ValidationError(
            _("%(name)s is not in the territory of %(centre)s."), params={"name": str(organisation), "centre": str(referral.centre)}
        )
    if str(organisation.pk) in never_with(enquiry.organisation_id):
        raise ValidationError(_("These two are never to be matched: one of them has asked so."))
    Exclusion.objects.filter(enquiry=enquiry, organisation=organisation).delete()
    invitation, new = Invitation.objects.get_or_create(
        enquiry=enquiry,
        organisation=organisation,
        defaults={
            "score": score, "reasons": [keep(reason) for reason in reasons], "by_hand": by_hand, "chosen_by": by,
            "language": language_for(organisation), "centre": referral.centre if referral else enquiry.centre,
        },
    )  # fmt: skip
    if new:
        events.record("exchange.match.chosen", by=by, on=invitation, case=enquiry)
    return invitation


def language_for(organisation: Organisation) -> str:
    """The language an organisation is written to in: its people's, else its own first, else English."""
    from django.conf import settings

    shipped = dict(settings.LANGUAGES)
    people = speakers(organisation)
    own = [people[0].language] if people else []
    return next((lang for lang in (*own, *organisation.languages, organisation.about.language()) if lang in shipped), "en")


@transaction.atomic
def drop_choice(*, by: Any, invitation: Invitation) -> None:
    """Undo a choice that was not sent."""
    require(by, policy.INVITATION_SEND, invitation)
    if invitation.state != S.PREPARED:
        raise IllegalMove(invitation.state, S.PREPARED)
    events.record("exchange.match.dropped", by=by, on=invitation, case=invitation.enquiry)
    _unsent(invitation.enquiry, invitation.organisation)


def _unsent(enquiry: Enquiry, organisation: Organisation) -> None:
    """Take out a prepared invitation; one that was sent meanwhile raises ValidationError."""
    found = Invitation.objects.filter(enquiry=enquiry, organisation=organisation)
    if not found.filter(state=S.PREPARED).delete()[0] and found.exists():
        raise ValidationError(_("%(name)s was invited already."), params={"name": str(organisation)})


@transaction.atomic
def exclude(*, by: Any, enquiry: Enquiry, organisation: Organisation, reason: str, note: str = "") -> Exclusion:
    """Keep an organisation out of this case, with the reason on record. One already asked stays."""
    require(by, policy.ENQUIRY_EXCLUDE, enquiry)
    if reason not in Exclusion.Reason.values:
        raise ValidationError({"reason": _("Choose a reason.")})
    if reason == Exclusion.Reason.OTHER and not note.strip():
        raise ValidationError({"note": _("Say which reason.")})
    _unsent(enquiry, organisation)
    exclusion, _new = Exclusion.objects.update_or_create(
        enquiry=enquiry, organisation=organisation, defaults={"reason": reason, "note": note.strip(), "by": by}
    )
    events.record("exchange.match.excluded", by=by, on=exclusion, case=enquiry, reason=f"{exclusion.get_reason_display()} {note}".strip())
    return exclusion


@transaction.atomic
def include_again(*, by: Any, exclusion: Exclusion) -> None:
    """Undo an exclusion."""
    require(by, policy.ENQUIRY_EXCLUDE, exclusion.enquiry)
    events.record("exchange.match.included", by=by, on=exclusion, case=exclusion.enquiry)
    exclusion.delete()


@transaction.atomic
def send(*, by: Any, enquiry: Enquiry, message: str = "") -> list[Invitation]:
    """Send the prepared invitations of one's centre; the enquiry is out. Approves on the way when it was still in review.

    A sister centre to which the case was sent on sends its own, and has done its part with that.
    """
    require(by, policy.ENQUIRY_MATCH, enquiry)
    referral = referral_for(by, enquiry)
    prepared = list(prepared_by(enquiry, referral).select_related("organisation", "centre__organisation"))
    if not prepared:
        raise ValidationError(_("Nobody is chosen. Choose at least one organisation."))
    if enquiry.deadline is None or enquiry.deadline <= timezone.now():
        raise ValidationError(_("Answers are wanted by a day that has passed. Change that day first."))
    if enquiry.state == EnquiryState.IN_REVIEW and referral is None:
        move(enquiry, ENQUIRY, EnquiryState.APPROVED)
        events.record("exchange.enquiry.approved", by=by, on=enquiry)
    if enquiry.state == EnquiryState.APPROVED:
        move(enquiry, ENQUIRY, EnquiryState.OUT, out_at=timezone.now())
        events.record("exchange.enquiry.out", by=by, on=enquiry)
    elif enquiry.state != EnquiryState.OUT:
        raise IllegalMove(enquiry.state, EnquiryState.OUT)
    for invitation in prepared:
        invitation.enquiry = enquiry
        move(invitation, INVITATION, S.SENT, sent_at=timezone.now(), message=message)
        events.record("exchange.invitation.sent", by=by, on=invitation, case=enquiry)
        notify.tell(
            speakers(invitation.organisation), "exchange.invited", once=str(invitation.pk),
            link=invitation.get_absolute_url(), values=invitation_values(invitation),
        )  # fmt: skip
    if referral is not None:
        referral.enquiry = enquiry
        ended(referral, by, len(prepared))
    return prepared


def prepared_by(enquiry: Enquiry, referral: Referral | None) -> QuerySet[Invitation]:
    """Chosen and not sent, by the case's own centre or by a sister centre."""
    mine = Q(centre=referral.centre_id) if referral else Q(centre=None) | Q(centre=enquiry.centre_id)
    return enquiry.invitations.filter(mine, state=S.PREPARED)


def invitation_values(invitation: Invitation) -> dict[str, Any]:
    """What an invitation's message says; it names the need, not the buyer."""
    enquiry = invitation.enquiry
    return {
        "title": enquiry.title,
        "organisation": str(invitation.organisation),
        "centre": str(invitation.centre or enquiry.centre),
        "answer_by": enquiry.deadline.isoformat() if enquiry.deadline else "",
        "message": f"\n\n{invitation.message}" if invitation.message else "",
    }


@transaction.atomic
def see(*, by: Any, invitation: Invitation) -> None:
    """The invited organisation has opened it; later openings change nothing."""
    if invitation.state != S.SENT or not policy.INVITED.test(by, invitation):
        return
    try:
        move(invitation, INVITATION, S.SEEN, seen_at=timezone.now())
    except IllegalMove:
        return  # a colleague opened or answered it this very moment
    events.record("exchange.invitation.seen", by=by, on=invitation, case=invitation.enquiry)


@transaction.atomic
def answer(*, by: Any, invitation: Invitation, state: str, fields: dict[str, Any]) -> None:
    """Show interest or decline, until the deadline; an answer may be changed until then. Prices are sent as a quotation.

    To show interest is to agree to an introduction, and the form says so.
    """
    require(by, policy.INVITATION_ANSWER, invitation)
    enquiry = invitation.enquiry
    if state not in (S.INTERESTED, S.DECLINED):
        raise ValidationError(_("Say whether you are interested, or decline."))
    if not enquiry.takes_answers:
        raise ValidationError(
            _("The time to answer ended on %(day)s. Write to %(centre)s if you could still do it."),
            code="late", params={"day": enquiry.answer_by, "centre": str(enquiry.centre)},
        )  # fmt: skip
    if hasattr(invitation, "introduction"):
        raise ValidationError(_("You were introduced to the buyer already. Agree on changes between you."))
    reason = fields.get("decline_reason") or ""
    if state == S.DECLINED and reason not in Invitation.Decline.values:
        raise ValidationError({"decline_reason": _("Choose a reason; it makes the next invitation fit better.")})
    values = {"note": fields.get("note") or "", "decline_reason": reason if state == S.DECLINED else ""}
    move(invitation, INVITATION, state, answered_at=timezone.now(), answered_by=by, **values)
    events.record(f"exchange.invitation.{state}", by=by, on=invitation, case=enquiry, reason=values["decline_reason"])
    if state == S.DECLINED:
        take_back(invitation)
        enqueue(standins.propose_next, invitation.pk)
    rule = "exchange.answered" if state in WILLING else "exchange.declined"
    once = f"{invitation.pk}-{state}-{invitation.answered_at:%Y%m%d%H%M%S}"
    tell_desk(invitation, rule, once, speakers(enquiry.organisation) if state in WILLING else ())


@transaction.atomic
def lapse(*, by: Any, invitation: Invitation) -> None:
    """The time to answer is over and no answer came."""
    require(by, policy.INVITATION_ANSWER, invitation)
    move(invitation, INVITATION, S.LAPSED)
    events.record("exchange.invitation.lapsed", by=by, on=invitation, case=invitation.enquiry)
    enqueue(standins.propose_next, invitation.pk)
