"""Reading quotations: which one of an organisation counts, and all of a case as columns."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from treadle.directory.models import Membership
from treadle.kit import files
from treadle.kit.models import StoredFile
from treadle.nomenclature.models import Unit
from treadle.nomenclature.rates import Rates, rates_on

from . import comparing
from .comparing import Bid, Measure, Offered, Table, Wanted
from .flow import AwardState, EnquiryState, InvitationState
from .models import Enquiry, Invitation
from .policy import INVITED
from .quoted import Award, Line, Quotation


def in_force(enquiry: Enquiry) -> dict[int, Quotation]:
    """The quotation of each invitation that counts: the last that came in time; where none did, the last of all."""
    lines = Prefetch("lines", Line.objects.select_related("item"))
    found = Quotation.objects.filter(
        invitation__enquiry=enquiry, invitation__state=InvitationState.QUOTED, sent_at__isnull=False, withdrawn_at=None
    ).select_related("invitation__organisation__country", "invitation__enquiry", "invitation__introduction")
    kept: dict[int, Quotation] = {}
    for quotation in found.order_by("-is_late", "revision").prefetch_related(lines):
        kept[quotation.invitation_id] = quotation  # late ones first, so that one in time comes over them
    return kept


def current(invitation: Invitation) -> Quotation | None:
    """The quotation of one invitation that counts, or None."""
    sent = invitation.quotations.filter(sent_at__isnull=False, withdrawn_at=None).prefetch_related("lines__item")
    return sent.order_by("is_late", "-revision").first()


def still_needs_drawings(invitation: Invitation) -> bool:
    """Whether an invited organisation may still quote, or makes what it was awarded."""
    if invitation.state != InvitationState.DECLINED and invitation.enquiry.state in (EnquiryState.OUT, EnquiryState.CLOSED):
        return True
    return Award.objects.filter(line__quotation__invitation=invitation, state=AwardState.STANDS).exists()


def papers_of(found: Iterable[Quotation]) -> dict[int, list[StoredFile]]:
    """Files of quotations with those of the revisions before them, by the quotation's id."""
    counted = {quotation.invitation_id: quotation for quotation in found}
    sent = Quotation.objects.filter(invitation__in=counted, sent_at__isnull=False, withdrawn_at=None).order_by("revision")
    earlier = [one for one in sent if one.revision <= counted[one.invitation_id].revision]
    kept = files.of_many(earlier)
    papers: dict[int, list[StoredFile]] = {quotation.pk: [] for quotation in counted.values()}
    for one in earlier:
        papers[counted[one.invitation_id].pk] += kept[one.pk]
    return papers


def wanted_of(enquiry: Enquiry) -> list[Wanted]:
    """What is compared: each item, or the whole."""
    items = [Wanted(item.pk, item.title, item.quantity, item.unit) for item in enquiry.items.all()]
    return items or [Wanted(0, enquiry.title, enquiry.quantity, enquiry.unit)]


def bid_of(quotation: Quotation) -> Bid:
    """A quotation as the comparison sees it."""
    lines = {
        line.item_id or 0: Offered(line.item_id or 0, line.price, line.unit, line.quantity, line.lead_time_days, line.note, line.pk)
        for line in quotation.lines.all()
    }
    invitation = quotation.invitation
    return Bid(
        invitation.pk, str(invitation.organisation), quotation.currency, invitation.score, lines, quotation.is_late, quotation.valid_until
    )


def currency_of(enquiry: Enquiry, found: dict[int, Quotation]) -> str:
    """In what quotations are compared: what the buyer chose, what was asked for, else what most quoted in."""
    chosen = enquiry.comparison.get("currency") or enquiry.currency
    given = sorted(quotation.currency for quotation in found.values())
    return str(chosen or (max(given, key=given.count) if given else "EUR"))


def weights_of(enquiry: Enquiry) -> dict[str, int]:
    """What counts how much in this case."""
    return {**comparing.WEIGHTS, **enquiry.comparison.get("weights", {})}


def measures() -> dict[str, Measure]:
    """Units on record by their code."""
    return {unit.code: Measure(unit.dimension, Decimal(str(unit.factor))) for unit in Unit.objects.all()}


def table_of(enquiry: Enquiry) -> tuple[Table, dict[int, Quotation], Rates]:
    """A case's quotations as columns, the quotations by invitation, and the rates they were compared with."""
    found = in_force(enquiry)
    currency = currency_of(enquiry, found)
    rates = rates_on(timezone.localdate(), {currency, *(quotation.currency for quotation in found.values())})
    bids = [bid_of(quotation) for quotation in sorted(found.values(), key=lambda one: (one.is_late, one.sent_at, one.pk))]
    table = comparing.compare(wanted_of(enquiry), bids, currency=currency, units=measures(), rates=rates, weights=weights_of(enquiry))
    return table, found, rates


def draft_of(invitation: Invitation, person: Any) -> Quotation | None:
    """The draft that waits, or None: its organisation's for its own people only, one that staff began for both."""
    draft = invitation.quotations.filter(sent_at=None).prefetch_related("lines").first()
    return None if draft is None or (is_their_own(draft) and not INVITED.test(person, invitation)) else draft


def is_their_own(draft: Quotation) -> bool:
    """Whether somebody of the organisation began it, and not staff after a call."""
    return Membership.objects.filter(person=draft.by_id, organisation=draft.invitation.organisation_id).exists()


__all__ = [
    "bid_of", "current", "currency_of", "draft_of", "in_force", "is_their_own", "measures", "papers_of", "still_needs_drawings",
    "table_of", "wanted_of", "weights_of",
]  # fmt: skip
