"""Reading quotations: which one of an organisation counts, and all of a case as columns."""

from decimal import Decimal
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from treadle.nomenclature.models import Unit
from treadle.nomenclature.rates import Rates, rates_on

from . import comparing
from .comparing import Bid, Measure, Offered, Table, Wanted
from .flow import InvitationState
from .models import Enquiry, Invitation
from .quoted import Line, Quotation


def in_force(enquiry: Enquiry) -> dict[int, Quotation]:
    """The quotation of each invitation that counts: the last that came in time; where none did, the last of all."""
    lines = Prefetch("lines", Line.objects.select_related("item"))
    found = Quotation.objects.filter(
        invitation__enquiry=enquiry, invitation__state=InvitationState.QUOTED, sent_at__isnull=False
    ).select_related("invitation__organisation__country", "invitation__enquiry", "invitation__introduction")
    kept: dict[int, Quotation] = {}
    for quotation in found.order_by("-is_late", "revision").prefetch_related(lines):
        kept[quotation.invitation_id] = quotation  # late ones first, so that one in time comes over them
    return kept


def current(invitation: Invitation) -> Quotation | None:
    """The quotation of one invitation that counts, or None."""
    sent = invitation.quotations.filter(sent_at__isnull=False).prefetch_related("lines__item")
    return sent.order_by("is_late", "-revision").first()


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


def draft_of(invitation: Invitation) -> Quotation | None:
    """The draft that waits, or None."""
    return invitation.quotations.filter(sent_at=None).prefetch_related("lines").first()


def willing_without_price(enquiry: Enquiry) -> list[Any]:
    """Who is interested and has not quoted."""
    found = enquiry.invitations.filter(state=InvitationState.INTERESTED).select_related("organisation__country", "introduction")
    return list(found)


__all__ = [
    "bid_of", "current", "currency_of", "draft_of", "in_force", "measures", "table_of", "wanted_of", "weights_of",
    "willing_without_price",
]  # fmt: skip
