"""Every read of the directory."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When
from django.utils import timezone

from treadle.nomenclature.models import Code, Country

from . import policy
from .models import (
    Capability,
    Centre,
    Claim,
    Contact,
    ImportBatch,
    ImportRow,
    JoinRequest,
    Kind,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Site,
    Staff,
)  # fmt: skip

ORDERS = {  # how the directory may be sorted, besides by how well the words fit
    "name": ("name", "pk"),
    "fresh": (F("confirmed_on").desc(nulls_last=True), "name"),
    "people": ("people",),  # see by_people: a number that its owner hides orders nothing
    "new": ("-created_at", "name"),
    "distance": ("distance", "name"),
}
OPEN = (Organisation.State.DRAFT, Organisation.State.PUBLIC)


def countries_of(organisations: QuerySet[Organisation]) -> list[str]:
    """The countries that a list has anybody in: one look for each country, however many organisations there are."""
    there = Country.objects.filter(Exists(organisations.order_by().filter(country=OuterRef("pk"))))
    return list(there.values_list("pk", flat=True))


def by_people(organisations: QuerySet[Organisation], rank: int) -> QuerySet[Organisation]:
    """A list with the most people first, as far as somebody of a rank sees how many; the others follow by name."""
    from .visibility import shown

    seen = organisations.annotate(people=Case(When(shown("people", rank), then=F("employees"))))
    return seen.order_by(F("people").desc(nulls_last=True), "name", "pk")


def visible_to(person: Any) -> QuerySet[Organisation]:
    """Organisations this person may know of: public ones, their own, those their centre serves; none that was merged into another."""
    clause = Q(state=Organisation.State.PUBLIC)
    if person is not None and person.is_authenticated:
        clause |= Q(pk__in=policy.memberships(person))
        posts = policy.posts(person)
        if person.is_superuser or any(post.centre.sort == Centre.Sort.HEAD for post in posts):
            return Organisation.objects.exclude(state=Organisation.State.MERGED)
        clause |= Q(centre__in=[post.centre_id for post in posts])
    return Organisation.objects.filter(clause).exclude(state=Organisation.State.MERGED)


def ancestors(organisation: Organisation) -> list[int]:
    """What an organisation belongs to, directly and through others, the nearest first; a ring ends where it closes."""
    found: list[int] = []
    above = organisation.parent_id
    while above is not None and above not in found:
        found.append(above)
        above = Organisation.objects.filter(pk=above).values_list("parent", flat=True).first()
    return found


def became(pk: int) -> Organisation | None:
    """The record that one which was merged away is a part of now; None where the number leads nowhere."""
    found = Organisation.objects.filter(pk=pk).first()
    for _step in range(20):
        if found is None or found.state != Organisation.State.MERGED:
            break
        found = found.merged_into
    return found if found is not None and found.pk != pk else None


def for_page(person: Any) -> QuerySet[Organisation]:
    """Visible organisations with what their page shows."""
    return (
        visible_to(person)
        .select_related("country", "centre__organisation", "checked_by__organisation", "society")
        .prefetch_related(
            "kinds",
            "names",
            "identifiers",
            "sites__country",
            "contacts",
            "capabilities__codes__system",
            "evidence",
            "interests__codes__system",
        )
    )


def centre_for(country: str) -> Centre | None:
    """The centre whose territory has the country; else the head office."""
    serving = Centre.objects.filter(territory=country).exclude(sort=Centre.Sort.HEAD)
    order = {"spx": 0, "bin": 1, "itpo": 2, "ncpc": 3}
    found = sorted(serving, key=lambda centre: (order.get(centre.sort, 9), centre.pk))
    return found[0] if found else Centre.objects.filter(sort=Centre.Sort.HEAD).first()


def owners(organisation: Organisation) -> list[Person]:
    """Active people who answer for the organisation."""
    return _people(organisation, Membership.Role.OWNER)


def speakers(organisation: Organisation) -> list[Person]:
    """Active people who are told of its cases: owners and editors; those of the organisation that speaks for it where it has no owner."""
    return speakers_of([organisation])[organisation.pk]


def speakers_of(organisations: Sequence[Organisation]) -> dict[int, list[Person]]:
    """The same for many, with a fixed number of queries."""
    parents = {each.parent_id for each in organisations if each.parent_id}
    wanted = {each.pk for each in organisations} | parents
    found: dict[int, dict[Person, str]] = {}
    writers = Membership.objects.filter(role__in=(Membership.Role.OWNER, Membership.Role.EDITOR), person__is_active=True)
    for membership in writers.filter(organisation__in=wanted).select_related("person"):
        found.setdefault(membership.organisation_id, {})[membership.person] = membership.role
    societies = set(OrganisationKind.objects.filter(organisation__in=parents, kind=Kind.CSO).values_list("organisation", flat=True))
    told = {}
    for each in organisations:
        own = found.get(each.pk, {})
        above = found.get(each.parent_id or 0, {}) if each.parent_id in societies and Membership.Role.OWNER not in own.values() else {}
        told[each.pk] = list({**own, **above})
    return told


def _people(organisation: Organisation, *roles: str) -> list[Person]:
    found = Membership.objects.filter(organisation=organisation, role__in=roles, person__is_active=True)
    return [membership.person for membership in found.select_related("person")]


def officers(centre: Centre | None, *roles: str) -> list[Person]:
    """Active staff of a centre, of the given posts if any are named."""
    posts = Staff.objects.filter(centre=centre, person__is_active=True).select_related("person")
    return [post.person for post in posts if not roles or post.role in roles]


def centres() -> QuerySet[Centre]:
    """All centres with what they serve and how much they have in hand, by name."""
    found = Centre.objects.select_related("organisation__country").prefetch_related("territory")
    return found.annotate(members=Count("served", filter=Q(served__state=Organisation.State.PUBLIC), distinct=True))


def staff_of(centre: Centre) -> QuerySet[Staff]:
    """Who works at a centre."""
    return Staff.objects.filter(centre=centre).select_related("person").order_by("person__name")


def waiting_requests(person: Person) -> QuerySet[JoinRequest]:
    """Join requests this person may decide."""
    mine = [pk for pk, role in policy.memberships(person).items() if role == Membership.Role.OWNER]
    centres = [post.centre_id for post in policy.posts(person)]
    return JoinRequest.objects.filter(
        Q(organisation__in=mine) | Q(organisation__centre__in=centres), state=JoinRequest.State.WAITING
    ).select_related("person", "organisation")


def using_code(code: Code) -> QuerySet[Organisation]:
    """Public organisations with a capability under this very code."""
    return Organisation.objects.filter(state=Organisation.State.PUBLIC, capabilities__codes=code).distinct()


def under_codes(codes: Iterable[Code]) -> QuerySet[Organisation]:
    """Public organisations with a capability under any of these very codes, freshest first."""
    found = Capability.objects.filter(codes__in=list(codes)).values("organisation")
    public = Organisation.objects.filter(state=Organisation.State.PUBLIC, pk__in=found)
    return public.order_by(F("confirmed_on").desc(nulls_last=True), "name")


def live_figures() -> dict[str, int]:
    """Counts for the home page."""
    public = Organisation.objects.filter(state=Organisation.State.PUBLIC)
    week = timezone.now() - timedelta(days=7)
    return {
        "organisations": public.count(),
        "countries": public.order_by().values("country").distinct().count(),
        "new_organisations": public.filter(created_at__gte=week).count(),
    }


def import_counts(batch: ImportBatch) -> dict[str, int]:
    """How many rows of an import are in each state."""
    return dict(batch.rows.order_by().values_list("state").annotate(count=Count("pk")))


def with_counts(imports: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
    """Imports with how many rows each has, wrote, and still waits for."""
    state = ImportRow.State
    open_states = (state.NEW, state.CHANGES, state.LIKELY, state.FAULTY)
    return imports.annotate(
        all_rows=Count("rows"),
        written_rows=Count("rows", filter=Q(rows__state=state.WRITTEN)),
        open_rows=Count("rows", filter=Q(rows__state__in=open_states)),
    ).order_by("-pk")


def databank_figures(centre: Centre) -> dict[str, Any]:
    """What a centre has on record: how many, of which kinds and countries, how complete and how fresh."""
    records = Organisation.objects.filter(centre=centre).filter(state__in=OPEN).order_by()
    year = timezone.localdate() - timedelta(days=365)
    has = {
        "about": ~Q(about={}), "capability": Q(pk__in=Capability.objects.values("organisation")),
        "code": Q(pk__in=Capability.objects.filter(codes__isnull=False).values("organisation")),
        "contact": Q(pk__in=Contact.objects.values("organisation")), "site": Q(pk__in=Site.objects.values("organisation")),
    }  # fmt: skip
    counted = records.aggregate(
        total=Count("pk"), fresh=Count("pk", filter=Q(confirmed_on__gte=year)), stale=Count("pk", filter=Q(confirmed_on__lt=year)),
        **{f"with_{name}": Count("pk", filter=clause) for name, clause in has.items()},
    )  # fmt: skip
    from .finding import facets

    present = facets(records)
    waiting = JoinRequest.objects.filter(organisation__centre=centre, state=JoinRequest.State.WAITING).order_by("created_at")
    claims = Claim.objects.filter(organisation__centre=centre, state__in=(Claim.State.TO_SEND, Claim.State.WAITING)).order_by("waits_since")
    return {
        **counted, "unconfirmed": counted["total"] - counted["fresh"] - counted["stale"],
        **{name: found[:8] for name, found in present.items()}, "countries": len(present["country"]),
        "suggested": Capability.objects.filter(organisation__centre=centre).exclude(suggested=[]).count(),
        "owned_claims": claims.count(), "oldest_owned_claim": claims.values_list("waits_since", flat=True).first(),
        "claims": waiting.count(), "oldest_claim": waiting.values_list("created_at", flat=True).first(),
    }  # fmt: skip
