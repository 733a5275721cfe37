"""Introductions, and what both sides say came of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.directory.queries import speakers
from treadle.directory.screening.hits import stops
from treadle.kit import events, notify
from treadle.kit.policy import require

from .. import policy
from ..flow import INTRODUCTION, WILLING, AwardState, EnquiryState, IllegalMove, IntroductionState
from ..models import Introduction, Invitation, Report
from ..queries import desk_of
from ..quoted import Award
from .enquiries import close, conclude
from .moving import move

S = IntroductionState


def introduce(*, by: Any, invitation: Invitation, consent: bool) -> Introduction:
    """Reveal the contacts of buyer and supplier to each other. The supplier agreed by answering; ``consent`` is the buyer's.

    Raises ValidationError where one of the two may be on a list of sanctions; the look at the lists stands, so that the desk learns of it.
    """
    require(by, policy.INTRODUCE, invitation)
    if consent:
        not_stopped(invitation.enquiry.organisation, invitation.organisation)
    return _introduce(by, invitation, consent)


def introduce_now(by: Any, invitation: Invitation) -> Introduction:
    """Introduce as part of an award, in its transaction: to award is to consent. Whoever awards has called :func:`not_stopped`."""
    return _introduce(by, invitation, consent=True)


@transaction.atomic
def _introduce(by: Any, invitation: Invitation, consent: bool) -> Introduction:
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("enquiry__organisation", "enquiry__centre", "enquiry__officer", "organisation")
        .get(pk=invitation.pk)
    )
    if invitation.state not in WILLING:
        raise IllegalMove(invitation.state, S.OPEN)
    if invitation.enquiry.state not in (EnquiryState.OUT, EnquiryState.CLOSED, EnquiryState.AWARDED):
        raise IllegalMove(invitation.enquiry.state, S.OPEN)
    if not consent:
        raise ValidationError({"consent": _("Tick that your contact details may be shown to this supplier.")})
    introduction, new = Introduction.objects.get_or_create(invitation=invitation, defaults={"made_by": by})
    if not new:
        return introduction
    enquiry = invitation.enquiry
    events.record("exchange.introduction.made", by=by, on=introduction, case=enquiry)
    desk = desk_of(enquiry)
    for organisation, other in (
        (enquiry.organisation, invitation.organisation),
        (invitation.organisation, enquiry.organisation),
    ):
        notify.tell(
            speakers(organisation), "exchange.introduced", once=str(introduction.pk), link=introduction.get_absolute_url(),
            values={"other": str(other), "title": enquiry.title, "organisation": str(organisation)},
        )  # fmt: skip
    notify.tell(
        [person for person in desk if by is None or person.pk != by.pk], "exchange.introduction_made", once=str(introduction.pk),
        link=enquiry.get_absolute_url(),
        values={"buyer": str(enquiry.organisation), "supplier": str(invitation.organisation), "number": enquiry.number},
    )  # fmt: skip
    return introduction


def not_stopped(*sides: Organisation) -> None:
    """Nobody is introduced who may be on a list of sanctions. Which list, and why, is for the officers alone."""
    if any(stops(side) for side in sides):
        raise ValidationError(_("An officer has to look at one of the two records first. Ask your centre, or try again later."))


def party_of(person: Any, introduction: Introduction) -> str:
    """For which side a person speaks; "" for staff."""
    if policy.BUYER.test(person, introduction):
        return Report.Party.BUYER
    return Report.Party.SUPPLIER if policy.INVITED.test(person, introduction) else ""


@transaction.atomic
def report(
    *, by: Any, introduction: Introduction, party: str, result: str, value: Decimal | None = None, currency: str = "",
    starts_on: date | None = None, is_repeat: bool = False, jobs: int | None = None, note: str = "",
) -> Report:  # fmt: skip
    """Keep what one side says; when both have spoken, the outcome is confirmed or disputed. An officer reports for either."""
    require(by, policy.OUTCOME, introduction)
    own = party_of(by, introduction)
    if own and own != party:
        raise ValidationError(_("You can report for your own side only."))
    if introduction.state == S.CONFIRMED:
        raise IllegalMove(S.CONFIRMED, S.REPORTED)
    if result == Report.Result.CONTRACT and (value is None or not currency):
        raise ValidationError({"value": _("A contract needs its value and currency.")})
    contract = result == Report.Result.CONTRACT
    said, _new = Report.objects.update_or_create(
        introduction=introduction,
        party=party,
        defaults={
            "result": result, "value": value if contract else None, "currency": currency if contract else "",
            "starts_on": starts_on if contract else None, "is_repeat": is_repeat and contract, "jobs": jobs if contract else None,
            "note": note, "by": by,
        },
    )  # fmt: skip
    enquiry = introduction.invitation.enquiry
    events.record("exchange.outcome.reported", by=by, on=introduction, case=enquiry, changes=_said(said))
    _settle(introduction, said)
    return said


@transaction.atomic
def agree(*, by: Any, introduction: Introduction, party: str) -> Report:
    """Say the same as the other side did; jobs are each side's own to count. Raises ValidationError when there is nothing to agree with."""
    require(by, policy.OUTCOME, introduction)
    theirs = introduction.reports.exclude(party=party).exclude(result=Report.Result.TALKING).first()
    if theirs is None:
        raise ValidationError(_("The other side has not said what came of it yet."))
    return report(
        by=by, introduction=introduction, party=party, result=theirs.result, value=theirs.value, currency=theirs.currency,
        starts_on=theirs.starts_on, is_repeat=theirs.is_repeat,
    )  # fmt: skip


def _said(said: Report) -> dict[str, Any]:
    return {"party": said.party, "result": said.result, "value": str(said.value or ""), "currency": said.currency}


def _settle(introduction: Introduction, said: Report) -> None:
    """Move the introduction on by what is now known, and tell whoever must act next."""
    ended = list(introduction.reports.exclude(result=Report.Result.TALKING))
    enquiry = introduction.invitation.enquiry
    values = {"title": enquiry.title, "number": enquiry.number}
    if len(ended) < 2:
        if introduction.state in (S.OPEN, S.DISPUTED):
            move(introduction, INTRODUCTION, S.REPORTED)
        if said.result == Report.Result.TALKING:
            return
        other = introduction.invitation.organisation if said.party == Report.Party.BUYER else enquiry.organisation
        notify.tell(
            speakers(other), "exchange.outcome_asked", once=f"{introduction.pk}-{said.party}",
            link=introduction.get_absolute_url(), values={**values, "organisation": str(other)},
        )  # fmt: skip
        return
    first, second = ended
    agree = (first.result, first.value, first.currency) == (second.result, second.value, second.currency)
    move(introduction, INTRODUCTION, S.CONFIRMED if agree else S.DISPUTED)
    verb = "exchange.outcome.confirmed" if agree else "exchange.outcome.disputed"
    events.record(verb, by=None, on=introduction, case=enquiry)
    if agree:
        _end_case(introduction, first.result)
    else:
        desk = desk_of(enquiry)
        notify.tell(desk, "exchange.outcome_disputed", once=f"{introduction.pk}-{said.at:%Y%m%d%H%M%S}",
                    link=introduction.get_absolute_url(), values=values)  # fmt: skip


def _end_case(introduction: Introduction, result: str) -> None:
    """A confirmed contract concludes the case; nothing agreed anywhere ends it without one."""
    enquiry = introduction.invitation.enquiry
    open_yet = Introduction.objects.filter(invitation__enquiry=enquiry).exclude(state=S.CONFIRMED)
    awarded = Award.objects.filter(enquiry=enquiry, state=AwardState.STANDS).values("line__quotation__invitation")
    if enquiry.state == EnquiryState.AWARDED and open_yet.filter(invitation__in=awarded).exists():
        return  # a split award: the others it went to have not confirmed yet
    with_contract = result == Report.Result.CONTRACT or _has_contract(enquiry)
    if with_contract and enquiry.state in (EnquiryState.OUT, EnquiryState.CLOSED, EnquiryState.AWARDED):
        conclude(by=None, enquiry=enquiry, with_contract=True)
    elif enquiry.state in (EnquiryState.CLOSED, EnquiryState.AWARDED) and not open_yet.exists():
        conclude(by=None, enquiry=enquiry, with_contract=False)


def _has_contract(enquiry: Any) -> bool:
    confirmed = Report.objects.filter(introduction__invitation__enquiry=enquiry, introduction__state=S.CONFIRMED)
    return confirmed.filter(result=Report.Result.CONTRACT).exists()


__all__ = ["agree", "close", "introduce", "party_of", "report"]
