"""What an invited organisation quotes: a draft, its sending, each further revision, its withdrawal; and the promise of confidentiality."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.queries import officers, speakers
from treadle.kit import events, files, notify
from treadle.kit.models import StoredFile
from treadle.kit.policy import require

from .. import policy
from ..flow import INVITATION, EnquiryState, InvitationState
from ..models import Invitation
from ..queries import desk_of
from ..quotations import is_their_own, still_needs_drawings
from ..quoted import Item, Line, Quotation
from .moving import move

HEAD = ("currency", "valid_until", "note")
LINE = ("price", "unit", "quantity", "lead_time_days", "note")
MOST_FILES = 10
S = InvitationState


def _may_quote(by: Any, invitation: Invitation) -> None:
    """Raise unless a quotation may still be sent, in time or late."""
    require(by, policy.INVITATION_ANSWER, invitation)
    if invitation.enquiry.state not in (EnquiryState.OUT, EnquiryState.CLOSED):
        raise ValidationError(
            _("Quotations are no longer taken: %(state)s.") % {"state": invitation.enquiry.get_state_display()}, code="over"
        )
    if invitation.state == S.PREPARED:
        raise ValidationError(_("Nobody was asked yet."))
    if hasattr(invitation, "introduction"):
        raise ValidationError(_("You were introduced to the buyer already. Agree on changes between you."))


@transaction.atomic
def draft_quotation(*, by: Any, invitation: Invitation, head: Mapping[str, Any], lines: Mapping[int, Mapping[str, Any]]) -> Quotation:
    """Keep a quotation as a draft, which only the organisation sees. ``lines`` by the item's id, 0 for a need without items.

    What is missing may be missing; the draft begins from the revision before it.
    """
    _may_quote(by, invitation)
    items: dict[int, Item | None] = {item.pk: item for item in invitation.enquiry.items.all()}
    items = items or {0: None}
    if unknown := set(lines) - set(items):
        raise ValidationError(_("There is no such item in this request: %(item)s."), params={"item": min(unknown)})
    draft = invitation.quotations.filter(sent_at=None).first()
    _not_theirs(by, draft)
    if draft is None:
        last = invitation.quotations.aggregate(last=Max("revision"))["last"] or 0
        draft = Quotation(invitation=invitation, revision=last + 1)
    draft.by = by
    for name in HEAD:
        setattr(draft, name, head.get(name) or (None if name == "valid_until" else ""))
    draft.save()
    draft.lines.all().delete()
    said = [(key, given) for key, given in lines.items() if any(given.get(name) not in (None, "") for name in LINE if name != "unit")]
    Line.objects.bulk_create(
        Line(quotation=draft, item=items[key], **{name: given.get(name) for name in LINE if given.get(name) is not None})
        for key, given in said
    )
    return draft


def _not_theirs(by: Any, draft: Quotation | None) -> None:
    """Staff who enter what was said on the telephone do not touch what the organisation has begun itself."""
    if draft is not None and is_their_own(draft) and not policy.INVITED.test(by, draft.invitation):
        raise ValidationError(_("They have begun a quotation themselves. Ask them to send it, or to throw it away first."), code="theirs")


def faults_of(quotation: Quotation) -> dict[str, Any]:
    """What keeps a draft from being sent, by field; lines as ``price-ITEM``."""
    found: dict[str, Any] = {}
    lines = list(quotation.lines.select_related("item"))
    if not any(line.price is not None for line in lines):
        found["price-0" if not quotation.invitation.enquiry.items.exists() else "lines"] = _("Give the price of one item at least.")
    for line in lines:
        key = line.item_id or 0
        if line.price is None:
            found[f"price-{key}"] = _("This item has figures and no price. Give its price, or empty the line.")
        wanted = line.item.quantity if line.item else None
        if line.quantity is not None and wanted is not None and line.quantity > wanted:
            found[f"quantity-{key}"] = _("This is more than is wanted. Give at most %(most)s.") % {"most": f"{wanted.normalize():f}"}
    if not quotation.currency:
        found["currency"] = _("Choose the currency of your prices.")
    if quotation.valid_until and quotation.valid_until < timezone.localdate():
        found["valid_until"] = _("This day has passed. Give a day in the future, or leave it empty.")
    return found


@transaction.atomic
def send_quotation(*, by: Any, invitation: Invitation, consent: bool) -> Quotation:
    """Send the draft. To quote is to agree to an introduction. After the deadline it is kept and marked as late.

    Raises ValidationError by field for what is missing.
    """
    _may_quote(by, invitation)
    draft = invitation.quotations.filter(sent_at=None).first()
    _not_theirs(by, draft)
    if draft is None:
        raise ValidationError(_("There is no draft to send."))
    faults = faults_of(draft)
    if not consent:
        faults["consent"] = _("Tick this: an answer goes out only if you agree that the two of you may be introduced.")
    if faults:
        raise ValidationError(faults)
    enquiry = invitation.enquiry
    draft.sent_at, draft.by = timezone.now(), by
    draft.is_late = enquiry.deadline is None or draft.sent_at > enquiry.deadline
    draft.save(update_fields=["sent_at", "by", "is_late"])
    move(invitation, INVITATION, S.QUOTED, answered_at=draft.sent_at, answered_by=by, decline_reason="", note="")
    verb = "exchange.invitation.quoted_late" if draft.is_late else "exchange.invitation.quoted"
    events.record(verb, by=by, on=invitation, case=enquiry, changes={"revision": [None, draft.revision]})
    rule = "exchange.quoted_late" if draft.is_late else "exchange.answered" if draft.revision == 1 else "exchange.quotation_revised"
    tell_desk(invitation, rule, f"{invitation.pk}-{draft.revision}", speakers(enquiry.organisation))
    return draft


def tell_desk(invitation: Invitation, rule: str, once: str, also: Iterable[Any] = ()) -> None:
    """Tell the case's officer of an answer, and ``also`` the buyer; a sister centre that asked is told too, of its own list."""
    enquiry = invitation.enquiry
    desk = desk_of(enquiry)
    sister = invitation.centre if invitation.centre_id and invitation.centre_id != enquiry.centre_id else None
    values = {"title": enquiry.title, "number": enquiry.number, "organisation": str(invitation.organisation)}
    notify.tell([*desk, *also], rule, once=once, link=f"{enquiry.get_absolute_url()}responses/", values=values)
    if sister is not None:
        notify.tell(officers(sister, "officer"), rule, once=once, link=f"{enquiry.get_absolute_url()}invitations/", values=values)


def take_back(invitation: Invitation) -> None:
    """What was sent counts no more. Part of declining, in its transaction."""
    invitation.quotations.filter(sent_at__isnull=False, withdrawn_at=None).update(withdrawn_at=timezone.now())


@transaction.atomic
def quote(
    *, by: Any, invitation: Invitation, head: Mapping[str, Any], lines: Mapping[int, Mapping[str, Any]], consent: bool = True
) -> Quotation:
    """Draft and send at once."""
    draft_quotation(by=by, invitation=invitation, head=head, lines=lines)
    return send_quotation(by=by, invitation=invitation, consent=consent)


@transaction.atomic
def drop_draft(*, by: Any, invitation: Invitation) -> None:
    """Throw a draft away; what was sent stays."""
    require(by, policy.INVITATION_ANSWER, invitation)
    for draft in invitation.quotations.filter(sent_at=None):
        _not_theirs(by, draft)
        for paper in files.of(draft):
            files.remove(paper)
        draft.delete()


@transaction.atomic
def attach(*, by: Any, quotation: Quotation, upload: "UploadedFile[Any]") -> StoredFile:
    """Add a file to a draft."""
    _may_quote(by, quotation.invitation)
    if quotation.sent_at is not None:
        raise ValidationError(_("This quotation was sent. Begin a revision to add to it."))
    if files.of(quotation).count() >= MOST_FILES:
        raise ValidationError({"file": _("A quotation has at most %(most)s files.") % {"most": MOST_FILES}})
    try:
        return files.keep(upload, belongs_to=quotation, by=by)
    except ValidationError as error:
        raise ValidationError({"file": error}) from error


@transaction.atomic
def promise(*, by: Any, invitation: Invitation) -> None:
    """The invited organisation promises to keep the drawings to itself; they open to it from then on. Promising twice changes nothing."""
    require(by, policy.CONFIDENTIALITY, invitation)
    if invitation.sent_at is None or not still_needs_drawings(invitation):
        raise ValidationError(_("There is nothing to promise any more: you do not take part in this case."))
    now = timezone.now()
    if not Invitation.objects.filter(pk=invitation.pk, confidential_at=None).update(confidential_at=now, confidential_by=by):
        return
    invitation.confidential_at = now
    events.record("exchange.invitation.promised", by=by, on=invitation, case=invitation.enquiry)
