"""What happens to an enquiry on its way over the desk."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Centre, Organisation, Person
from treadle.directory.policy import posts
from treadle.directory.queries import centre_for, officers, speakers
from treadle.kit import events, notify
from treadle.kit.jobs import enqueue
from treadle.kit.numbers import next_number
from treadle.kit.policy import require
from treadle.nomenclature.models import Code

from .. import percolation, policy
from ..deadlines import check_exists
from ..flow import ENQUIRY, WILLING, EnquiryState, IllegalMove, InvitationState
from ..kinds import kind_of
from ..models import Enquiry, Listing, Note
from ..queries import desk_of
from .listings import NO_CENTRE, WANTED
from .moving import edit_fields, move

FIELDS = (
    *WANTED, "kind", "text", "least", "certificates_required", "countries_required", "languages", "needed_until", "answer_by", "answer_at",
    "zone", "place", "incoterm", "payment", "currency", "confidential", "phoned_by",
)  # fmt: skip
S = EnquiryState


def _number() -> str:
    year = timezone.localdate().year
    return f"{year}-{next_number(f'exchange.enquiry.{year}'):04d}"


@transaction.atomic
def start(
    *, by: Any, organisation: Organisation, fields: dict[str, Any], codes: Iterable[Code] = (), listing: Listing | None = None
) -> Enquiry:
    """Begin an enquiry for an organisation, as a draft that only it and its centre see."""
    require(by, policy.ENQUIRY_START, organisation)
    centre = organisation.centre or centre_for(organisation.country_id)
    if centre is None:
        raise ValidationError(NO_CENTRE)
    enquiry = Enquiry(number=_number(), organisation=organisation, centre=centre, listing=listing, created_by=by)
    for name in FIELDS:
        if name in fields:
            setattr(enquiry, name, fields[name])
    if enquiry.answer_by:
        check_exists(enquiry.answer_by, enquiry.answer_at, enquiry.zone)
    enquiry.save()
    enquiry.codes.set(codes)
    events.record("exchange.enquiry.started", by=by, on=enquiry)
    return enquiry


@transaction.atomic
def start_from_listing(*, by: Any, organisation: Organisation, listing: Listing) -> Enquiry:
    """Begin an enquiry from a published listing: its kind, words, codes and figures are taken over."""
    fields = {name: getattr(listing, name) for name in WANTED}
    fields.update(kind=listing.kind, text=listing.summary)
    return start(by=by, organisation=organisation, fields=fields, codes=list(listing.codes.all()), listing=listing)


@transaction.atomic
def enter_call(*, by: Any, organisation: Organisation, phoned_by: str, fields: dict[str, Any], codes: Iterable[Code] = ()) -> Enquiry:
    """An officer enters an enquiry for somebody who phoned; it is submitted and theirs at once."""
    enquiry = start(by=by, organisation=organisation, fields={**fields, "phoned_by": phoned_by}, codes=codes)
    post = next((post for post in posts(by)), None)
    if post is None:
        raise ValidationError(_("Only staff of a centre can enter an enquiry for somebody who called."))
    if not any(post.centre_id == enquiry.centre_id for post in posts(by)):
        Enquiry.objects.filter(pk=enquiry.pk).update(centre=post.centre)
        enquiry.centre = post.centre
    submit(by=by, enquiry=enquiry)
    take(by=by, enquiry=enquiry)
    return enquiry


@transaction.atomic
def edit(
    *, by: Any, enquiry: Enquiry, version: int, fields: dict[str, Any], codes: Iterable[Code] | None = None, step: str = ""
) -> Enquiry:
    """Change what is wanted. The buyer may while it is a draft or returned, an officer until it is out. Raises Stale.

    ``step`` is the step of a draft that was answered by this: nothing is proposed there again.
    """
    require(by, policy.ENQUIRY_WRITE, enquiry)
    buyer_may = enquiry.state in (S.DRAFT, S.RETURNED)
    officer_may = enquiry.state in (S.SUBMITTED, S.IN_REVIEW, S.APPROVED) and policy.CASE_OFFICER.test(by, enquiry)
    if not (buyer_may or officer_may):
        raise ValidationError(_("The enquiry is being worked on. Ask your officer to return it if something must be changed."))
    if day := fields.get("answer_by"):
        check_exists(day, fields.get("answer_at", enquiry.answer_at), fields.get("zone", enquiry.zone))
    changes = edit_fields(enquiry, version, FIELDS, fields)
    if step and step not in enquiry.answered:
        enquiry.answered = [*enquiry.answered, step]
        enquiry.save(update_fields=["answered"])
    if codes is not None:
        enquiry.codes.set(codes)
    if changes or codes is not None:
        events.record("exchange.enquiry.edited", by=by, on=enquiry, changes=changes)
        enqueue(percolation.watch_case, enquiry.pk)
    return enquiry


def desk_for(enquiry: Enquiry) -> Centre:
    """The desk an enquiry lies on: that of the country where suppliers are looked for, else that of the buyer's own centre."""
    wanted = [country for country in enquiry.countries if country != enquiry.organisation.country_id]
    if wanted and enquiry.organisation.country_id not in enquiry.countries:
        return centre_for(wanted[0]) or enquiry.centre
    return enquiry.organisation.centre or enquiry.centre


def missing(enquiry: Enquiry) -> dict[str, Any]:
    """What must still be said before an enquiry can be submitted, by field."""
    found: dict[str, Any] = {}
    if not enquiry.kind:
        found["kind"] = _("Choose what kind of need it is.")
    if not enquiry.title.strip():
        found["title"] = _("Give the need a title.")
    if not enquiry.text.strip():
        found["text"] = _("Say in your words what you need.")
    if enquiry.quantity is not None and not enquiry.unit:
        found["unit"] = _("Give the quantity its unit.")
    if enquiry.deadline is None:
        found["answer_by"] = _("Say until when you want answers.")
    elif enquiry.deadline <= timezone.now():
        found["answer_by"] = _("Answers are wanted by a day that has passed. Give a day in the future.")
    return found


@transaction.atomic
def submit(*, by: Any, enquiry: Enquiry) -> None:
    """Bring a draft, or a returned enquiry that was mended, to the desk."""
    require(by, policy.ENQUIRY_WRITE, enquiry)
    if faults := missing(enquiry):
        raise ValidationError(faults)
    kind_of(enquiry.kind)
    again = enquiry.state == S.RETURNED
    fields: dict[str, Any] = {"submitted_at": timezone.now(), "returned_reason": ""}
    if not enquiry.phoned_by and not again:
        fields["centre"] = desk_for(enquiry)
    move(enquiry, ENQUIRY, S.IN_REVIEW if again else S.SUBMITTED, **fields)
    if again:
        enqueue(percolation.watch_case, enquiry.pk)
    events.record("exchange.enquiry.submitted", by=by, on=enquiry)
    desk = desk_of(enquiry)
    notify.tell(
        [person for person in desk if by is None or person.pk != by.pk], "exchange.enquiry_submitted",
        once=f"{enquiry.pk}-{enquiry.submitted_at:%Y%m%d%H%M%S}", link=enquiry.get_absolute_url(),
        values={"title": enquiry.title, "number": enquiry.number, "organisation": str(enquiry.organisation)},
    )  # fmt: skip


@transaction.atomic
def take(*, by: Person, enquiry: Enquiry) -> None:
    """An officer makes the case theirs and begins to read it."""
    require(by, policy.ENQUIRY_REVIEW, enquiry)
    move(enquiry, ENQUIRY, S.IN_REVIEW, officer=by)
    enqueue(percolation.watch_case, enquiry.pk)
    events.record("exchange.enquiry.taken", by=by, on=enquiry)


@transaction.atomic
def assign(*, by: Any, enquiry: Enquiry, officer: Person) -> None:
    """Give the case to another officer of its centre."""
    require(by, policy.ENQUIRY_ASSIGN, enquiry)
    if officer.pk not in {person.pk for person in officers(enquiry.centre)}:
        raise ValidationError({"officer": _("A case can be given to staff of its own centre only.")})
    before = str(enquiry.officer or "")
    Enquiry.objects.filter(pk=enquiry.pk).update(officer=officer)
    enquiry.officer = officer
    events.record("exchange.enquiry.assigned", by=by, on=enquiry, changes={"officer": [before, str(officer)]})
    if by is None or officer.pk != by.pk:
        notify.tell(
            [officer], "exchange.case_assigned", once=f"{enquiry.pk}-{timezone.now():%Y%m%d%H%M%S}",
            link=enquiry.get_absolute_url(), values={"title": enquiry.title, "number": enquiry.number, "person": str(by or "")},
        )  # fmt: skip


@transaction.atomic
def release(*, by: Any, enquiry: Enquiry) -> None:
    """Take the case from its officer; it waits on the centre's desk for the next. A case that has none is left alone."""
    require(by, policy.ENQUIRY_ASSIGN, enquiry)
    before = enquiry.officer
    if before is None:
        return
    Enquiry.objects.filter(pk=enquiry.pk).update(officer=None)
    enquiry.officer = None
    events.record("exchange.enquiry.assigned", by=by, on=enquiry, changes={"officer": [str(before), ""]})
    notify.tell(
        [head for head in officers(enquiry.centre, "head") if by is None or head.pk != by.pk], "exchange.case_released",
        once=f"{enquiry.pk}-{timezone.now():%Y%m%d%H%M%S}", link=enquiry.get_absolute_url(),
        values={"title": enquiry.title, "number": enquiry.number, "person": str(before), "centre": str(enquiry.centre)},
    )  # fmt: skip


@transaction.atomic
def return_enquiry(*, by: Any, enquiry: Enquiry, reason: str) -> None:
    """Give an enquiry back to the buyer with what is missing."""
    require(by, policy.ENQUIRY_REVIEW, enquiry)
    if not reason.strip():
        raise ValidationError({"reason": _("Say what is missing, so that it can be mended.")})
    move(enquiry, ENQUIRY, S.RETURNED, returned_reason=reason.strip())
    events.record("exchange.enquiry.returned", by=by, on=enquiry, reason=reason.strip())
    _tell_buyer(enquiry, "exchange.enquiry_returned", f"{enquiry.pk}-{enquiry.submitted_at:%Y%m%d%H%M%S}", reason=reason.strip())


@transaction.atomic
def approve(*, by: Any, enquiry: Enquiry) -> None:
    """The need is clear and complete: it may be matched and sent out."""
    require(by, policy.ENQUIRY_REVIEW, enquiry)
    move(enquiry, ENQUIRY, S.APPROVED)
    events.record("exchange.enquiry.approved", by=by, on=enquiry)


@transaction.atomic
def close(*, by: Any, enquiry: Enquiry) -> None:
    """No more answers are taken: all have come, or the day has passed. Invitations without an answer lapse."""
    require(by, policy.ENQUIRY_REVIEW, enquiry)
    from .invitations import lapse
    from .referrals import end_referrals

    if enquiry.state != S.OUT:
        raise IllegalMove(enquiry.state, S.CLOSED)
    for invitation in enquiry.invitations.filter(state__in=[InvitationState.SENT, InvitationState.SEEN]):
        lapse(by=by, invitation=invitation)
    move(enquiry, ENQUIRY, S.CLOSED, closed_at=timezone.now())
    end_referrals(by, enquiry)
    events.record("exchange.enquiry.closed", by=by, on=enquiry)
    answers = enquiry.invitations.filter(state__in=[InvitationState.QUOTED, InvitationState.INTERESTED]).count()
    _tell_buyer(enquiry, "exchange.enquiry_closed", str(enquiry.pk), count=answers)


@transaction.atomic
def conclude(*, by: Any, enquiry: Enquiry, with_contract: bool, reason: str = "") -> None:
    """End the case: something came of it, or nothing did."""
    require(by, policy.SETTLE, enquiry)
    if enquiry.state == S.OUT:
        close(by=by, enquiry=enquiry)
    move(enquiry, ENQUIRY, S.CONCLUDED if with_contract else S.NOT_CONCLUDED)
    verb = "exchange.enquiry.concluded" if with_contract else "exchange.enquiry.not_concluded"
    events.record(verb, by=by, on=enquiry, reason=reason)


@transaction.atomic
def withdraw(*, by: Any, enquiry: Enquiry, reason: str = "") -> None:
    """The buyer takes the enquiry back; whoever was invited is told."""
    require(by, policy.ENQUIRY_WRITE, enquiry)
    from .invitations import lapse
    from .referrals import end_referrals

    if enquiry.state == S.AWARDED:
        raise ValidationError(_("The case is awarded. Take the awards back first, with the reason; those who hold them are told."))
    asked = [*WILLING, InvitationState.SENT, InvitationState.SEEN]
    waiting = list(enquiry.invitations.filter(state__in=asked).select_related("organisation"))
    for invitation in waiting:
        if invitation.state not in WILLING:
            lapse(by=None, invitation=invitation)
    move(enquiry, ENQUIRY, S.WITHDRAWN, closed_at=timezone.now())
    end_referrals(by, enquiry)
    events.record("exchange.enquiry.withdrawn", by=by, on=enquiry, reason=reason)
    for invitation in waiting:
        notify.tell(
            speakers(invitation.organisation), "exchange.enquiry_withdrawn", once=str(invitation.pk),
            link=invitation.get_absolute_url(), values={"title": enquiry.title},
        )  # fmt: skip


@transaction.atomic
def add_note(*, by: Any, enquiry: Enquiry, text: str) -> Note:
    """Keep a note that only staff read."""
    require(by, policy.NOTE, enquiry)
    if not text.strip():
        raise ValidationError({"text": _("The note is empty.")})
    note = Note.objects.create(enquiry=enquiry, text=text.strip(), by=by)
    events.record("exchange.note.added", by=by, on=note, case=enquiry)
    return note


def _tell_buyer(enquiry: Enquiry, rule: str, once: str, **values: Any) -> None:
    notify.tell(
        speakers(enquiry.organisation), rule, once=once, link=enquiry.get_absolute_url(),
        values={"title": enquiry.title, "number": enquiry.number, "organisation": str(enquiry.organisation), **values},
    )  # fmt: skip


__all__ = [
    "IllegalMove", "add_note", "approve", "assign", "close", "conclude", "edit", "enter_call", "missing", "return_enquiry",
    "start", "start_from_listing", "submit", "take", "withdraw",
]  # fmt: skip
