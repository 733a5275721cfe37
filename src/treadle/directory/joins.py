"""Where the directory meets the rest: the search box, pages of codes, files, the desk."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from treadle.kit import files, registries, search
from treadle.kit.policy import may
from treadle.nomenclature.places import country_name

from . import policy, queries
from .models import Certificate, JoinRequest


def _found(query: str, person: Any, limit: int) -> tuple[int, list[search.Hit]]:
    count, entries = search.find("organisation", query, limit)
    hits = [search.Hit(entry.title, entry.summary, entry.url, entry.language, country_name(entry.country)) for entry in entries]
    return count, hits


search.register(search.Provider("organisations", _("Organisations"), _found, order=10))


def _code_panel(code: Any, person: Any) -> dict[str, Any] | None:
    found = queries.using_code(code)
    count = found.count()
    return {"organisations": found.select_related("country")[:10], "count": count, "code": code} if count else None


registries.add_panel(registries.Panel("code_organisations", "code", "directory/panel_code.html", _code_panel, 10))


def _may_read_certificate(person: Any, pk: str) -> bool:
    certificate = Certificate.objects.select_related("organisation").filter(pk=pk).first()
    return certificate is not None and may(person, policy.READ_ALL, certificate)


files.readable_by("directory.certificate", _may_read_certificate)


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
