"""Every read of the exchange."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone

from treadle.directory import policy as directory
from treadle.directory import queries as directory_queries
from treadle.directory.models import Centre, Organisation, Person
from treadle.kit import search
from treadle.nomenclature.models import Code

from . import policy
from .flow import OPEN_ENQUIRY, WILLING, EnquiryState, InvitationState, ListingState, ReferralState
from .models import Enquiry, Introduction, Invitation, Listing, Report
from .quoted import Question, Referral

LISTING_ORDERS = {"new": ("-published_at", "-pk"), "ends": ("expires_on", "pk"), "title": ("title", "pk")}
ENQUIRY_ORDERS = {
    "new": ("-pk",),
    "answer": (F("answer_by").asc(nulls_last=True), "-pk"),
    "moved": ("-updated_at", "-pk"),
    "title": ("title", "-pk"),
}


def desk_centres(person: Any) -> list[Centre]:
    """Centres whose desk a person works at."""
    return [post.centre for post in directory.posts(person) if post.role in policy.DESK_ROLES]


def sees_all(person: Any) -> bool:
    """Head office staff and administrators see every centre's cases."""
    return bool(person.is_superuser or any(centre.sort == Centre.Sort.HEAD for centre in desk_centres(person)))


def listings_visible_to(person: Any) -> QuerySet[Listing]:
    """Published listings, one's own in every state, those on one's desk."""
    base = Listing.objects.select_related("organisation__country", "centre__organisation")
    clause = Q(state=ListingState.PUBLISHED, organisation__state=Organisation.State.PUBLIC)
    if person is not None and person.is_authenticated:
        if sees_all(person):
            return base
        clause |= Q(organisation__in=directory.memberships(person)) | Q(centre__in=desk_centres(person))
    return base.filter(clause)


def open_cases_of(person: Any, centre: Centre) -> QuerySet[Enquiry]:
    """What an officer has in hand at a centre."""
    return Enquiry.objects.filter(officer=person, centre=centre, state__in=OPEN_ENQUIRY)


def published(side: str | None = None) -> QuerySet[Listing]:
    """What everybody sees."""
    found = Listing.objects.filter(state=ListingState.PUBLISHED, organisation__state=Organisation.State.PUBLIC).select_related(
        "organisation__country"
    )
    return found.filter(side=side) if side else found


def filter_listings(listings: QuerySet[Listing], wanted: Mapping[str, str], near: search.Nearest | None = None) -> QuerySet[Listing]:
    """Narrow a list by what its words found (``near``), side, kind, country and code; what is not understood filters nothing out."""
    if near is not None:
        listings = listings.filter(pk__in=near.ids()).annotate(score=near.score_of())
    if wanted.get("side") in ("need", "offer"):
        listings = listings.filter(side=wanted["side"])
    if kind := wanted.get("kind"):
        listings = listings.filter(kind=kind)
    if country := wanted.get("country"):
        listings = listings.filter(organisation__country=country)
    if code := wanted.get("code"):
        system, _, digits = code.partition(":")
        listings = listings.filter(codes__system__key=system, codes__code__startswith=digits).distinct()
    return listings


def enquiries_visible_to(person: Any) -> QuerySet[Enquiry]:
    """One's organisations' enquiries and those on one's desk."""
    base = Enquiry.objects.select_related("organisation__country", "centre__organisation", "officer")
    if person is None or not person.is_authenticated:
        return base.none()
    if sees_all(person):
        return base.exclude(_has_a_stake(person))
    desks = desk_centres(person)
    if not desks:
        return base.filter(organisation__in=directory.memberships(person))
    sent_on = Q(pk__in=Referral.objects.filter(centre__in=desks).values("enquiry"))
    return base.filter(Q(organisation__in=directory.memberships(person)) | (Q(centre__in=desks) | sent_on) & ~_has_a_stake(person))


def staked(person: Any) -> QuerySet[Enquiry]:
    """Cases in which an organisation of the person was asked: as staff they do not see those."""
    own = directory.memberships(person)
    if not own:
        return Enquiry.objects.none()
    asked = Invitation.objects.filter(organisation__in=own, sent_at__isnull=False).values("enquiry")
    return Enquiry.objects.filter(pk__in=asked).exclude(organisation__in=own)


def _has_a_stake(person: Any) -> Q:
    return Q(pk__in=staked(person).values("pk")) if directory.memberships(person) else Q(pk__in=())


def invitations_visible_to(person: Any) -> QuerySet[Invitation]:
    """Invitations sent to one's organisations, and those of cases on one's desk."""
    base = Invitation.objects.select_related(
        "enquiry__organisation__country", "enquiry__centre__organisation", "enquiry__officer", "organisation__country",
        "centre__organisation",
    )  # fmt: skip
    if person is None or not person.is_authenticated:
        return base.none()
    if sees_all(person):
        return base
    mine = Q(organisation__in=directory.memberships(person), sent_at__isnull=False)
    desks = desk_centres(person)
    return base.filter(mine | Q(enquiry__centre__in=desks) | Q(centre__in=desks))


def introductions_visible_to(person: Any) -> QuerySet[Introduction]:
    """Introductions of one's organisations on either side, and those of cases on one's desk."""
    base = Introduction.objects.select_related(
        "invitation__enquiry__organisation__country", "invitation__enquiry__centre__organisation", "invitation__organisation__country"
    )
    if person is None or not person.is_authenticated:
        return base.none()
    if sees_all(person):
        return base
    own = directory.memberships(person)
    return base.filter(
        Q(invitation__organisation__in=own)
        | Q(invitation__enquiry__organisation__in=own)
        | Q(invitation__enquiry__centre__in=desk_centres(person))
    )


def are_introduced(person: Any, organisation: Organisation) -> bool:
    """Whether an introduction stands between an organisation of the person and this one."""
    own = directory.memberships(person)
    sides = Q(invitation__organisation__in=own, invitation__enquiry__organisation=organisation)
    return (
        bool(own)
        and Introduction.objects.filter(
            sides | Q(invitation__organisation=organisation, invitation__enquiry__organisation__in=own)
        ).exists()
    )


def desk_of(enquiry: Enquiry) -> list[Person]:
    """Who on the desk hears of what happens in a case: its officer; where it has none, all officers of its centre."""
    return [enquiry.officer] if enquiry.officer else directory_queries.officers(enquiry.centre, "officer")


def desk(person: Any) -> QuerySet[Enquiry]:
    """Open cases of the desks a person works at."""
    everywhere = sees_all(person)
    mine = Q() if everywhere else Q(centre__in=desk_centres(person))
    return (
        Enquiry.objects.filter(mine, state__in=OPEN_ENQUIRY)
        .exclude(_has_a_stake(person))
        .select_related("organisation", "officer", "centre__organisation")
        .annotate(
            asked=Count("invitations", filter=Q(invitations__sent_at__isnull=False)),
            willing=Count("invitations", filter=Q(invitations__state__in=WILLING)),
            waiting=Count("invitations", filter=Q(invitations__state__in=[InvitationState.SENT, InvitationState.SEEN])),
        )
    )


def for_organisation(organisation: Organisation, person: Any) -> dict[str, Any]:
    """What a member's home shows of the exchange."""
    from .directions import for_you

    waiting = [InvitationState.SENT, InvitationState.SEEN]
    own = Invitation.objects.filter(organisation=organisation, sent_at__isnull=False).select_related("enquiry")
    introductions = introductions_visible_to(person).filter(
        Q(invitation__organisation=organisation) | Q(invitation__enquiry__organisation=organisation)
    )
    return {
        "to_answer": own.filter(state__in=waiting, enquiry__state=EnquiryState.OUT).order_by("enquiry__answer_by"),
        "answered": own.exclude(state__in=waiting).order_by("-answered_at")[:5],
        "enquiries": Enquiry.objects.filter(organisation=organisation)
        .annotate(willing=Count("invitations", filter=Q(invitations__state__in=WILLING)))
        .order_by("-updated_at")[:8],
        "listings": Listing.objects.filter(organisation=organisation).order_by("-pk")[:8],
        "introductions": introductions.prefetch_related("reports")[:8],
        "for_you": for_you(organisation, 3),
    }


def responses(enquiry: Enquiry) -> QuerySet[Invitation]:
    """Invitations that were sent, answered ones first."""
    reports = Prefetch("introduction__reports", Report.objects.order_by("party"))
    return (
        enquiry.invitations.filter(sent_at__isnull=False)
        .select_related("organisation__country", "introduction", "answered_by")
        .prefetch_related(reports)
        .order_by("-answered_at", "pk")
    )


def referrals_waiting(person: Any, centre: Centre) -> QuerySet[Referral]:
    """Cases of other centres that wait for a centre to look among its suppliers, without those in which the person has a stake."""
    live = [EnquiryState.APPROVED, EnquiryState.OUT]
    waiting = centre.referrals.filter(state__in=[ReferralState.ASKED, ReferralState.TAKEN], enquiry__state__in=live)
    return waiting.exclude(enquiry__in=staked(person)).select_related("enquiry__centre__organisation", "officer")


def questions_waiting(person: Any, centre: Centre) -> QuerySet[Question]:
    """Questions without an answer in a centre's cases that are out, without those in which the person has a stake."""
    open_yet = Question.objects.filter(answered_at=None, invitation__enquiry__centre=centre, invitation__enquiry__state=EnquiryState.OUT)
    return open_yet.exclude(invitation__enquiry__in=staked(person)).select_related("invitation__enquiry")


def using_code(code: Code) -> QuerySet[Listing]:
    """Published listings under this very code."""
    return published().filter(codes=code)


def live_figures() -> dict[str, int]:
    """Counts for the home page."""
    year = timezone.now() - timedelta(days=365)
    made = Introduction.objects.filter(made_at__gte=year)
    return {
        "needs": published("need").count(),
        "offers": published("offer").count(),
        "introductions": made.count(),
        "contracts": made.filter(state="confirmed", reports__result="contract").distinct().count(),
    }
