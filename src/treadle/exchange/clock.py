"""The ladders of the exchange: whom the clock reminds, warns and tells, and when."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from treadle.directory.queries import officers, speakers
from treadle.kit import events, notify
from treadle.kit.clock import Ladder, Step, register

from . import actions
from .actions.invitations import invitation_values
from .flow import REFERRAL_WITHIN, EnquiryState, IntroductionState, InvitationState, ListingState, ReferralState
from .models import Enquiry, Introduction, Invitation, Listing, Report
from .queries import desk_of
from .quoted import Referral

ANSWER_WITHIN = 3  # working days within which an officer takes a submitted case
OUTCOME_AFTER = timedelta(days=30)  # both sides are asked that long after an introduction


def _end_of(day: Any) -> datetime | None:
    return None if day is None else timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def _warn(enquiry: Enquiry, what: Any, once: str) -> None:
    for person in desk_of(enquiry):
        with translation.override(person.language):
            values = {"what": str(what), "number": enquiry.number, "title": enquiry.title}
        notify.tell([person], "exchange.officer_warned", once=once, link=enquiry.get_absolute_url(), values=values)
    events.record("exchange.clock.warned", by=None, on=enquiry, reason=str(what))


def _tell_head(enquiry: Enquiry, what: Any, once: str) -> None:
    for person in officers(enquiry.centre, "head"):
        with translation.override(person.language):
            values = {"what": str(what), "number": enquiry.number, "title": enquiry.title}
        notify.tell([person], "exchange.head_told", once=once, link=enquiry.get_absolute_url(), values=values)
    events.record("exchange.clock.escalated", by=None, on=enquiry, reason=str(what))


def _remind_invited(invitation: Invitation) -> None:
    notify.tell(
        speakers(invitation.organisation), "exchange.invitation_reminder",
        once=f"{invitation.pk}-{invitation.enquiry.answer_by}", link=invitation.get_absolute_url(),
        values=invitation_values(invitation),
    )  # fmt: skip
    events.record("exchange.clock.reminded", by=None, on=invitation, case=invitation.enquiry)


def _lapse(invitation: Invitation) -> None:
    actions.lapse(by=None, invitation=invitation)


register(
    Ladder(
        "exchange.invitation",
        _("Invitation without an answer"),
        cases=lambda: Invitation.objects.filter(
            state__in=[InvitationState.SENT, InvitationState.SEEN], enquiry__state=EnquiryState.OUT
        ).select_related("enquiry__centre__organisation", "enquiry__officer", "organisation"),
        due=lambda invitation: invitation.enquiry.deadline,
        steps=(
            Step("remind", timedelta(days=-3), _remind_invited, _("Reminds the invited organisation")),
            Step("lapse", timedelta(hours=1), _lapse, _("The invitation lapses")),
        ),
    )
)

register(
    Ladder(
        "exchange.answers",
        _("Answers to an enquiry"),
        cases=lambda: Enquiry.objects.filter(state=EnquiryState.OUT).select_related("centre__organisation", "officer", "organisation"),
        due=lambda enquiry: enquiry.deadline,
        steps=(
            Step(
                "warn", timedelta(days=-2),
                lambda enquiry: _warn(enquiry, _("Answers are due in two days"), f"answers-{enquiry.pk}-{enquiry.answer_by}"),
                _("Warns the officer that answers are due"),
            ),
            Step("close", timedelta(hours=2), lambda enquiry: actions.close(by=None, enquiry=enquiry), _("Closes the enquiry for answers")),
        ),
    )
)  # fmt: skip


def _warn_sister(referral: Referral) -> None:
    _referral_told(referral, officers(referral.centre, "officer"), "exchange.referral_waits")
    events.record("exchange.clock.warned", by=None, on=referral, case=referral.enquiry)


def _tell_sister_head(referral: Referral) -> None:
    _referral_told(referral, officers(referral.centre, "head"), "exchange.referral_waits")
    events.record("exchange.clock.escalated", by=None, on=referral, case=referral.enquiry)


def _tell_lead(referral: Referral) -> None:
    _referral_told(referral, desk_of(referral.enquiry), "exchange.referral_silent")
    events.record("exchange.clock.warned", by=None, on=referral, case=referral.enquiry)


def _referral_told(referral: Referral, people: list[Any], rule: str) -> None:
    enquiry = referral.enquiry
    notify.tell(
        people, rule, once=f"{referral.pk}-{referral.asked_at:%Y%m%d%H%M%S}", link=enquiry.get_absolute_url(),
        values={"title": enquiry.title, "number": enquiry.number, "centre": str(referral.centre), "lead": str(enquiry.centre)},
    )  # fmt: skip


register(
    Ladder(
        "exchange.referral",
        _("Case sent on to a sister centre"),
        cases=lambda: Referral.objects.filter(
            state__in=[ReferralState.ASKED, ReferralState.TAKEN], enquiry__state__in=[EnquiryState.APPROVED, EnquiryState.OUT]
        ).select_related("centre__organisation", "enquiry__centre__organisation", "enquiry__officer"),
        due=lambda referral: referral.centre.calendar.after(referral.asked_at, REFERRAL_WITHIN),
        calendar=lambda referral: referral.centre.calendar,
        steps=(
            Step("remind", timedelta(days=-1), _warn_sister, _("Reminds the sister centre"), works=True),
            Step("escalate", timedelta(days=1), _tell_sister_head, _("Tells the head of the sister centre"), works=True),
            Step("tell", timedelta(days=2), _tell_lead, _("Tells the officer who sent it on"), works=True),
        ),
    )
)

register(
    Ladder(
        "exchange.referral_end",
        _("Case sent on, when the answers are due"),
        cases=lambda: Referral.objects.filter(
            state__in=[ReferralState.ASKED, ReferralState.TAKEN], enquiry__state__in=[EnquiryState.APPROVED, EnquiryState.OUT]
        ).select_related("centre__organisation", "enquiry__centre__organisation", "enquiry__officer"),
        due=lambda referral: referral.enquiry.deadline,
        steps=(Step("lapse", timedelta(hours=1), lambda referral: actions.lapse_referral(by=None, referral=referral), _("It lapses")),),
    )
)

register(
    Ladder(
        "exchange.review",
        _("Enquiry waiting to be read"),
        cases=lambda: Enquiry.objects.filter(state__in=[EnquiryState.SUBMITTED, EnquiryState.IN_REVIEW]).select_related(
            "centre__organisation", "officer", "organisation"
        ),
        due=lambda enquiry: enquiry.centre.calendar.after(enquiry.submitted_at, ANSWER_WITHIN),
        calendar=lambda enquiry: enquiry.centre.calendar,
        steps=(
            Step(
                "warn", timedelta(0),
                lambda enquiry: _warn(enquiry, _("Waiting for three days"), f"review-{enquiry.pk}-{enquiry.submitted_at:%Y%m%d}"),
                _("Warns the officer"), works=True,
            ),
            Step(
                "escalate", timedelta(days=4),
                lambda enquiry: _tell_head(enquiry, _("Waiting for a week"), f"review-{enquiry.pk}-{enquiry.submitted_at:%Y%m%d}"),
                _("Tells the head of the centre"), works=True,
            ),
        ),
    )
)  # fmt: skip


def _ask_outcome(introduction: Introduction) -> None:
    enquiry = introduction.invitation.enquiry
    said = set(introduction.reports.exclude(result=Report.Result.TALKING).values_list("party", flat=True))
    for party, organisation in (("buyer", enquiry.organisation), ("supplier", introduction.invitation.organisation)):
        if party not in said:
            notify.tell(
                speakers(organisation), "exchange.outcome_asked", once=f"{introduction.pk}-clock-{_outcome_due(introduction):%Y%m%d}",
                link=introduction.get_absolute_url(),
                values={"title": enquiry.title, "number": enquiry.number, "organisation": str(organisation)},
            )  # fmt: skip
    events.record("exchange.clock.reminded", by=None, on=introduction, case=enquiry)


def _outcome_due(introduction: Introduction) -> datetime:
    """Thirty days after the introduction, or after a side last said that they are still talking."""
    talking = [report.at for report in introduction.reports.all() if report.result == Report.Result.TALKING]
    return max([introduction.made_at, *talking]) + OUTCOME_AFTER


register(
    Ladder(
        "exchange.outcome",
        _("Introduction whose outcome is not known"),
        cases=lambda: Introduction.objects.filter(
            state__in=[IntroductionState.OPEN, IntroductionState.REPORTED, IntroductionState.DISPUTED]
        ).select_related("invitation__enquiry__centre__organisation", "invitation__enquiry__officer", "invitation__organisation"
        ).prefetch_related("reports"),
        due=_outcome_due,
        steps=(
            Step("ask", timedelta(0), _ask_outcome, _("Asks both sides what came of it")),
            Step(
                "warn", timedelta(days=30),
                lambda introduction: _warn(
                    introduction.invitation.enquiry,
                    _("The outcome is still not confirmed"),
                    f"outcome-{introduction.pk}-{_outcome_due(introduction):%Y%m%d}"
                ),
                _("Warns the officer"),
            ),
        ),
    )
)  # fmt: skip


def _follow(months: int) -> Any:
    return lambda introduction: actions.follow_up(by=None, introduction=introduction, months=months)


register(
    Ladder(
        "exchange.follow_up",
        _("Introduction, months later"),
        cases=lambda: Introduction.objects.filter(made_at__gte=timezone.now() - timedelta(days=430)).select_related(
            "invitation__enquiry__centre__organisation", "invitation__enquiry__officer", "invitation__enquiry__organisation",
            "invitation__organisation",
        ),
        due=lambda introduction: introduction.made_at,
        steps=tuple(
            Step(f"after_{months}", timedelta(days=days), _follow(months), text)
            for months, days, text in (
                (3, 91, _("Asks both sides after three months")), (6, 182, _("Asks both sides after six months")),
                (12, 365, _("Asks both sides after twelve months")),
            )
        ),
    )
)  # fmt: skip


def _remind_expiry(listing: Listing) -> None:
    notify.tell(
        speakers(listing.organisation), "exchange.listing_expiring", once=f"{listing.pk}-{listing.expires_on}",
        link=listing.get_absolute_url(),
        values={"title": listing.title, "organisation": str(listing.organisation), "expires": str(listing.expires_on)},
    )  # fmt: skip
    events.record("exchange.clock.reminded", by=None, on=listing)


register(
    Ladder(
        "exchange.listing",
        _("Published listing"),
        cases=lambda: Listing.objects.filter(state=ListingState.PUBLISHED).select_related("organisation", "centre__organisation"),
        due=lambda listing: _end_of(listing.expires_on),
        steps=(
            Step("remind", timedelta(days=-7), _remind_expiry, _("Asks the owner to renew")),
            Step("expire", timedelta(hours=1), lambda listing: actions.expire(by=None, listing=listing), _("The listing ends")),
        ),
    )
)
