"""How the desk stands: how long things wait, by officer and centre, and the chain from profiles to contracts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Centre, Organisation

from .flow import EnquiryState, IntroductionState, ReferralState
from .models import Enquiry, Introduction, Listing, Report
from .quoted import Referral

WAITING = (EnquiryState.SUBMITTED, EnquiryState.IN_REVIEW, EnquiryState.APPROVED)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The value below which ``share`` of all lie, by linear interpolation between ranks (inclusive); None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


class Queue(models.TextChoices):
    """What waits."""

    CASES = "cases", _("Cases")
    LISTINGS = "listings", _("Listings")
    SENT_ON = "sent_on", _("Sent on")


@dataclass(frozen=True, slots=True)
class Age:
    """How long the things of one queue have waited, in whole days. ``key`` is the officer's id, "" for nobody."""

    centre: Centre
    queue: Queue
    who: str
    key: str
    count: int
    median: int
    ninetieth: int
    oldest: int


def _age(centre: Centre, queue: Queue, who: str, key: str, since: Iterable[datetime], now: datetime) -> Age:
    days = [(now - moment).total_seconds() / 86400 for moment in since]
    return Age(centre, queue, who, key, len(days), round(quantile(days, 0.5) or 0), round(quantile(days, 0.9) or 0), round(max(days)))


def ages(centres: Iterable[Centre], now: datetime | None = None) -> list[Age]:
    """What waits for each officer of these centres, and for nobody yet: cases to be read or sent out, listings, cases sent on."""
    now = now or timezone.now()
    wanted = {centre.pk: centre for centre in centres}
    groups: dict[tuple[int, Queue, str, str], list[datetime]] = {}
    cases = Enquiry.objects.filter(centre__in=wanted, state__in=WAITING, submitted_at__isnull=False).select_related("officer")
    for case in cases:
        who = (str(case.officer or ""), str(case.officer_id or ""))
        groups.setdefault((case.centre_id, Queue.CASES, *who), []).append(case.submitted_at or now)
    for centre_id, at in Listing.objects.filter(centre__in=wanted, state="submitted").values_list("centre", "submitted_at"):
        groups.setdefault((centre_id, Queue.LISTINGS, "", ""), []).append(at or now)
    open_yet = Referral.objects.filter(centre__in=wanted, state__in=(ReferralState.ASKED, ReferralState.TAKEN)).select_related("officer")
    for referral in open_yet:
        who = (str(referral.officer or ""), str(referral.officer_id or ""))
        groups.setdefault((referral.centre_id, Queue.SENT_ON, *who), []).append(referral.asked_at)
    found = [_age(wanted[pk], queue, who, key, since, now) for (pk, queue, who, key), since in groups.items()]
    return sorted(found, key=lambda age: (str(age.centre), age.queue, -age.oldest))


@dataclass(frozen=True, slots=True)
class Chain:
    """From profiles to contracts in a year. An introduction is one pair; a firm that was introduced counts once, however often it was."""

    centre: Centre
    profiled: int
    introductions: int
    introduced: int
    contracts: int
    repeated: int
    jobs: int
    values: tuple[tuple[str, Decimal], ...]

    @property
    def introduced_share(self) -> float | None:
        """Introduced firms of profiled ones."""
        return self.introduced / self.profiled if self.profiled else None

    @property
    def contract_share(self) -> float | None:
        """Contracts of introduced firms."""
        return self.contracts / self.introduced if self.introduced else None


def year_of(year: int) -> tuple[datetime, datetime]:
    """Beginning and end of a year in the installation's time."""
    zone = timezone.get_default_timezone()
    begin, end = (datetime(one, 1, 1, tzinfo=zone) for one in (year, year + 1))
    return begin, end


def chain(centres: Iterable[Centre], year: int) -> list[Chain]:
    """One line for each centre: records confirmed in the year, introductions made in it, and what both sides confirmed of those."""
    begin, end = year_of(year)
    return [_chain(centre, begin, end) for centre in centres]


def _chain(centre: Centre, begin: datetime, end: datetime) -> Chain:
    first, last = begin.date(), (end - timedelta(days=1)).date()
    made = Introduction.objects.filter(invitation__enquiry__centre=centre, made_at__gte=begin, made_at__lt=end)
    confirmed = made.filter(state=IntroductionState.CONFIRMED, reports__result=Report.Result.CONTRACT, reports__party=Report.Party.BUYER)
    reports = Report.objects.filter(introduction__in=confirmed.values("pk"), party=Report.Party.BUYER)
    said = reports.aggregate(repeated=Count("pk", filter=Q(is_repeat=True)))
    jobs = Report.objects.filter(introduction__in=confirmed.values("pk")).values("introduction", "jobs")
    return Chain(
        centre, profiled_in(centre, first, last), made.count(), made.values("invitation__organisation").distinct().count(),
        confirmed.distinct().count(), said["repeated"], _jobs(jobs),
        tuple(reports.values_list("currency").annotate(total=Sum("value")).order_by("currency")),
    )  # fmt: skip


def profiled_in(centre: Centre, first: date, last: date) -> int:
    """Records of a centre whose every section was confirmed within these days."""
    return Organisation.objects.filter(centre=centre, state=Organisation.State.PUBLIC, confirmed_on__range=(first, last)).count()


def _jobs(rows: Iterable[Any]) -> int:
    """Jobs of each contract once: what the side says that says most, since each counts its own people."""
    most: dict[int, int] = {}
    for row in rows:
        most[row["introduction"]] = max(most.get(row["introduction"], 0), row["jobs"] or 0)
    return sum(most.values())
