"""Pages of the other directions: needs that fit one's organisation, whom it is never matched with, how requests are spread."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from treadle.directory import policy as directory_policy
from treadle.directory import queries as directory
from treadle.directory.models import Centre
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.policy import may
from treadle.kit.tables import export, page_of

from . import actions, dealings, directions, policy, queries
from .kinds import kind_of
from .models import NeverMatch
from .shown import addition_rows, fit_cards


def _acting(request: HttpRequest) -> Any:
    organisation = getattr(request, "acting", None)
    if organisation is None:
        messages.info(request, _("Enter your organisation first."))
    return organisation


@access(SIGNED_IN)
def for_you(request: HttpRequest) -> HttpResponse:
    """Published needs that fit the organisation one acts for, with the reasons, and what it could add."""
    organisation = _acting(request)
    if organisation is None or not may(request.user, directory_policy.READ_ALL, organisation):
        return redirect("directory:create")
    page = page_of(request, directions.for_you(organisation, 50), 10)
    lacking, of = directions.additions(organisation)
    context = {
        "organisation": organisation, "page": page, "additions": addition_rows(lacking), "of": of,
        "rows": [(one, kind_of(one.listing.kind)) for one in fit_cards((each.listing, each.match) for each in page if each.match)],
    }  # fmt: skip
    return render(request, "exchange/for_you.html", context)


@access(SIGNED_IN)
def never(request: HttpRequest) -> HttpResponse:
    """Whom the organisation one acts for is never matched with."""
    organisation = _acting(request)
    if organisation is None:
        return redirect("directory:create")
    if not may(request.user, policy.NEVER, organisation):
        raise Http404
    if request.method == "POST":
        return _change(request, organisation)
    found = NeverMatch.objects.filter(organisation=organisation).select_related("other__country", "by")
    return render(request, "exchange/never.html", {"organisation": organisation, "page": page_of(request, found)})


def _change(request: HttpRequest, organisation: Any) -> HttpResponse:
    try:
        if request.POST.get("do") == "allow":
            kept = get_object_or_404(NeverMatch, organisation=organisation, other=number_in(request, "other"))
            actions.allow_again(by=request.user, never=kept)
            messages.success(request, _("You may be matched with %(name)s again.") % {"name": kept.other})
        else:
            other = get_object_or_404(directory.visible_to(request.user), pk=number_in(request, "other"))
            actions.never_match(by=request.user, organisation=organisation, other=other, note=request.POST.get("note", ""))
            messages.success(request, _("You are not matched with %(name)s any more. They are not told.") % {"name": other})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if safe else "exchange:never")


@access(directory_policy.DESK)
def requests(request: HttpRequest) -> HttpResponse:
    """How the requests of the last year were spread over organisations, so that not always the same few are asked."""
    centres = queries.desk_centres(request.user)
    if not centres:
        raise Http404
    everywhere = any(centre.sort == Centre.Sort.HEAD for centre in centres)
    rows = dealings.asked_most(None if everywhere else centres)
    if request.GET.get("form") in ("csv", "xlsx"):
        header = [_("Organisation"), _("Country"), _("Asked"), _("Answered"), _("Waiting"), _("Introduced")]
        lines = rows.values_list("name", "country", "asked", "answered", "waiting", "introduced")
        return export("requests", header, lines, request.GET["form"])
    context = {"page": page_of(request, rows), "exposure": dealings.exposure(rows), "everywhere": everywhere}
    context["may_learn"] = may(request.user, policy.LEARN)
    return render(request, "exchange/requests.html", context)
