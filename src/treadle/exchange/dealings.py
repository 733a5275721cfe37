"""How requests went of late: how often an organisation was asked, whether it answered, what waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from treadle.directory.models import Organisation
from treadle.matching import Dealings

from .flow import InvitationState
from .models import Invitation, NeverMatch

DAYS = 365
ANSWERED = (InvitationState.QUOTED, InvitationState.INTERESTED, InvitationState.DECLINED)
WAITING = (InvitationState.SENT, InvitationState.SEEN)
FEW = 3  # whose share of all requests is shown


def _requests() -> QuerySet[Invitation]:
    return Invitation.objects.filter(sent_at__gte=timezone.now() - timedelta(days=DAYS))


def dealings() -> Mapping[str, Dealings]:
    """By the engine's id of an organisation, over the last year; who was never asked is not in it."""
    rows = (
        _requests()
        .order_by()
        .values("organisation")
        .annotate(
            answered=Count("pk", filter=Q(state__in=ANSWERED)),
            lapsed=Count("pk", filter=Q(state=InvitationState.LAPSED)),
            waiting=Count("pk", filter=Q(state__in=WAITING)),
        )
    )
    return {str(row["organisation"]): Dealings(row["answered"] + row["lapsed"], row["answered"], row["waiting"]) for row in rows}


def never_with(organisation_id: int) -> set[str]:
    """The engine's ids of all with whom an organisation is never to be brought together, whoever of the two asked."""
    pairs = NeverMatch.objects.filter(Q(organisation=organisation_id) | Q(other=organisation_id)).values_list("organisation", "other")
    return {str(one if other == organisation_id else other) for one, other in pairs}


@dataclass(frozen=True, slots=True)
class Exposure:
    """How the requests of a year are spread: all, to how many, and the share of the few most asked, in percent."""

    requests: int
    organisations: int
    share_of_few: int
    few: int = FEW


def exposure(rows: QuerySet[Any]) -> Exposure:
    """The spread over rows of :func:`asked_most`."""
    counts = sorted(rows.values_list("asked", flat=True), reverse=True)
    total = sum(counts)
    return Exposure(total, len(counts), round(100 * sum(counts[:FEW]) / total) if total else 0)


def asked_most(centres: Any = None) -> QuerySet[Organisation]:
    """Organisations that were asked in the last year (in cases of these centres, else in all), the most asked first."""
    since = Q(invitations__sent_at__gte=timezone.now() - timedelta(days=DAYS))
    if centres is not None:
        since &= Q(invitations__enquiry__centre__in=centres)
    return (
        Organisation.objects.filter(since)
        .annotate(
            asked=Count("invitations", distinct=True),
            answered=Count("invitations", filter=Q(invitations__state__in=ANSWERED), distinct=True),
            waiting=Count("invitations", filter=Q(invitations__state__in=WAITING), distinct=True),
            introduced=Count("invitations__introduction", distinct=True),
        )
        .select_related("country")
        .order_by("-asked", "name")
    )
