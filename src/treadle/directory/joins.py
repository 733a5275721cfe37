"""Where the directory meets the rest: the search box, pages of codes, files, the desk."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from treadle.kit import files, registries, search
from treadle.kit.policy import may
from treadle.nomenclature import queries as codes
from treadle.nomenclature.places import country_name

from . import policy, queries
from .models import Claim, Evidence, Hit, JoinRequest, Organisation
from .screening.hits import of_record

FEW = 6  # codes a query is taken to mean


def _found(query: str, person: Any, limit: int) -> search.Found:
    near = search.nearest("organisation", query)
    if near is None:
        return search.Found(0, [])
    hits = [search.Hit(entry.title, entry.summary, entry.url, entry.language, country_name(entry.country)) for entry in near.best(limit)]
    return search.Found(near.entries.count(), hits, near.loose)


def _found_by_code(query: str, person: Any, limit: int) -> search.Found:
    """Organisations that use other words, perhaps of another language, but have a code that the query names or means."""
    meant = [code for code in codes.find(query, limit=FEW) if code.retired_on is None]
    near = search.nearest("organisation", query)
    rows = queries.under_codes(meant)
    if near is not None and not near.loose:
        rows = rows.exclude(pk__in=near.ids())
    hits = [
        search.Hit(row.name, row.about.best(), row.get_absolute_url(), row.about.language(), country_name(row.country_id))
        for row in rows[:limit]
    ]
    return search.Found(rows.count(), hits)


search.register(search.Provider("organisations", _("Organisations"), _found, order=10))
search.register(search.Provider("by-code", _("Organisations that say it otherwise: by code"), _found_by_code, order=15))


def _code_panel(code: Any, person: Any) -> dict[str, Any] | None:
    found = queries.using_code(code)
    count = found.count()
    return {"organisations": found.select_related("country")[:10], "count": count, "code": code} if count else None


registries.add_panel(registries.Panel("code_organisations", "code", "directory/panel_code.html", _code_panel, 10))


def _may_read_evidence(person: Any, pk: str) -> bool:
    evidence = Evidence.objects.select_related("organisation").filter(pk=pk).first()
    return evidence is not None and may(person, policy.READ_ALL, evidence)


files.readable_by("directory.evidence", _may_read_evidence)


def _join_items(person: Any, centre: Any) -> Iterator[registries.DueItem]:
    """Requests to join organisations that have no owner are the desk's to decide."""
    waiting = JoinRequest.objects.filter(state=JoinRequest.State.WAITING, organisation__centre=centre).exclude(
        organisation__memberships__role="owner"
    )
    for request in waiting.select_related("person", "organisation"):
        yield registries.DueItem(
            title=gettext("Who may speak for %(name)s?") % {"name": request.organisation},
            url=reverse("directory:members", args=[request.organisation_id]),
            subtitle=f"{gettext('Request to join')} · {request.person}",
            state=str(request.get_state_display()),
            tone="",
            waiting_for=gettext("the desk"),
            due_at=request.created_at,
            verb=gettext("Check"),
            mine=True,
        )


registries.add_due(registries.DueSource("directory.join", _join_items))


def _claim_items(person: Any, centre: Any) -> Iterator[registries.DueItem]:
    """Claims whose code is to be sent, or that an officer decides."""
    waiting = Claim.objects.filter(organisation__centre=centre, state__in=(Claim.State.TO_SEND, Claim.State.WAITING))
    for claim in waiting.select_related("person", "organisation"):
        yield registries.DueItem(
            title=gettext("Whose is %(name)s?") % {"name": claim.organisation},
            url=claim.get_absolute_url(),
            subtitle=f"{gettext('Claim')} · {claim.person}",
            state=str(claim.get_state_display()),
            tone="ask" if claim.is_disputed else "",
            waiting_for=gettext("the desk"),
            due_at=claim.waits_since,
            verb=gettext("Check"),
            mine=claim.person_id != person.pk,
        )


registries.add_due(registries.DueSource("directory.claim", _claim_items))


def _may_read_claim(person: Any, pk: str) -> bool:
    claim = Claim.objects.select_related("organisation__centre").filter(pk=pk).first()
    return claim is not None and (may(person, policy.CLAIM_OWN, claim) or may(person, policy.CLAIM_DECIDE, claim))


def _hit_items(person: Any, centre: Any) -> Iterator[registries.DueItem]:
    """Hits of screening that wait for a first or a second look."""
    waiting = Hit.objects.filter(organisation__centre=centre, state__in=(Hit.State.OPEN, Hit.State.PROPOSED)).exclude(grade=Hit.Grade.WEAK)
    for hit in waiting.select_related("organisation", "listed"):
        yield registries.DueItem(
            title=gettext("Is %(name)s on a list?") % {"name": hit.subject},
            url=reverse("directory:hit", args=[hit.pk]),
            subtitle=f"{gettext('Screening')} · {hit.organisation}",
            state=str(hit.get_grade_display()),
            tone="ask" if hit.grade == Hit.Grade.STRONG else "wait",
            waiting_for=gettext("the desk"),
            due_at=hit.created_at,
            verb=gettext("Check"),
            mine=hit.first_by_id != person.pk,
        )


registries.add_due(registries.DueSource("directory.screening", _hit_items))


def _release(person: Any, centre: Any) -> None:
    Organisation.objects.filter(centre=centre, officer=person).update(officer=None)


registries.when_leaving(_release)


def _screening_panel(organisation: Any, person: Any) -> dict[str, Any] | None:
    return of_record(organisation) if may(person, policy.SCREEN_DECIDE, organisation) else None


registries.add_panel(registries.Panel("screening", "organisation.side", "directory/panel_screening.html", _screening_panel, 5))
files.readable_by("directory.claim", _may_read_claim)
