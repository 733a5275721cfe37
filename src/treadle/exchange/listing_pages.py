"""Pages of listings: the public lists, one listing, writing one, an officer's decision."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.directory.actions import Stale
from treadle.directory.models import Organisation
from treadle.kit import events, search
from treadle.kit.access import PUBLIC, SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.once import once
from treadle.kit.policy import may, require
from treadle.kit.tables import export, order_of, page_of

from . import actions, directions, policy, queries
from .flow import IllegalMove, ListingState
from .forms import KindForm, ListingFilterForm, ListingForm
from .kinds import kind_of
from .models import Listing, SavedSearch
from .search_pages import savable
from .showing import moved_meanwhile


def listing_or_404(request: HttpRequest, pk: int) -> Listing:
    """The listing, if this person may know of it."""
    return get_object_or_404(queries.listings_visible_to(request.user).prefetch_related("codes__system"), pk=pk)


@access(PUBLIC)
def needs(request: HttpRequest) -> HttpResponse:
    """Published needs."""
    return _index(request, "need")


@access(PUBLIC)
def offers(request: HttpRequest) -> HttpResponse:
    """Published offers."""
    return _index(request, "offer")


def _index(request: HttpRequest, side: str) -> HttpResponse:
    everything = queries.published(side)
    wanted = {key: str(value) for key, value in request.GET.items() if value}
    near = search.nearest("listing", wanted.get("q", ""))
    found = queries.filter_listings(everything, wanted, near)
    found = found.order_by(*order_of(wanted, queries.LISTING_ORDERS, "new", by_score=near is not None))
    if request.GET.get("form") in ("csv", "xlsx"):
        header = [_("Title"), _("Kind"), _("Country"), _("Summary"), _("Published"), _("Shown until"), _("Address of the page")]
        rows = (
            (row.title, row.kind, row.organisation.country_id, row.summary, row.published_at, row.expires_on, row.get_absolute_url())
            for row in found
        )
        return export(f"{side}s", header, rows, request.GET["form"])
    present = list(everything.order_by().values_list("organisation__country", flat=True).distinct())
    page = page_of(request, found)
    context = {
        "side": side, "page": page, "form": ListingFilterForm(request.GET or None, present=present), "wanted": wanted,
        "loose": near is not None and near.loose, "feed": _address(f"exchange:{side}s_feed", wanted),
        "embed": _address(f"exchange:{side}s_embed", {**wanted, "in": get_language() or "en"}),
        "rows": [(row, kind_of(row.kind)) for row in page], "savable": savable(wanted), "tells": SavedSearch.Tell.choices,
    }  # fmt: skip
    return render(request, "exchange/listings.html", context)


def _address(name: str, wanted: dict[str, str]) -> str:
    """Where a feed or an embedded list of this page is read, with its filters."""
    kept = {key: value for key, value in wanted.items() if key not in ("page", "sort", "lang", "form")}
    return settings.BASE_URL + reverse(name) + (f"?{urlencode(kept)}" if kept else "")


@access(PUBLIC)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A listing: its summary for everybody, the rest for its owner, its officer and partners it was opened to."""
    listing = listing_or_404(request, pk)
    inside = may(request.user, policy.LISTING_DETAIL, listing)
    context = {
        "listing": listing,
        "kind": kind_of(listing.kind),
        "details": shown_details(listing),
        "inside": inside,
        "opened": inside or _introduced(request, listing),
        "may_write": may(request.user, policy.LISTING_WRITE, listing),
        "may_moderate": may(request.user, policy.LISTING_MODERATE, listing),
        "editable": listing.state in (ListingState.DRAFT, ListingState.RETURNED),
        "events": events.history(listing)[:20] if inside else [],
        "doubles": directions.doubles(listing) if inside else [],
        "beside": directions.beside(listing) if listing.state == ListingState.PUBLISHED else [],
        "counterparts": directions.counterparts(listing) if listing.state == ListingState.PUBLISHED else [],
    }
    return render(request, "exchange/listing.html", context)


def _introduced(request: HttpRequest, listing: Listing) -> bool:
    """Whether the person's organisation was introduced to the listing's owner in a case that came from it."""
    introductions = queries.introductions_visible_to(request.user)
    return introductions.filter(invitation__enquiry__listing=listing, invitation__organisation=listing.organisation_id).exists()


def shown_details(wanted: Any) -> list[tuple[Any, Any]]:
    """Answers to the kind's own questions, in words."""
    fields = kind_of(wanted.kind).fields if wanted.kind else ()
    return [(field.label, field.shown(wanted.details[field.key])) for field in fields if wanted.details.get(field.key)]


@access(SIGNED_IN)
def draft(request: HttpRequest, side: str) -> HttpResponse:
    """Write a listing: first its kind, then the rest."""
    organisation: Organisation | None = getattr(request, "acting", None)
    if side not in ("need", "offer"):
        raise Http404
    if organisation is None:
        messages.info(request, _("Enter your organisation first; a listing is posted in its name."))
        return redirect("directory:create")
    require(request.user, policy.LISTING_WRITE, Listing(organisation=organisation, centre=organisation.centre))
    key = request.GET.get("kind", "")
    chooser = KindForm(request.GET or None, side=side)
    if not key or not chooser.is_valid():
        return render(request, "exchange/kind.html", {"form": chooser, "side": side, "what": "listing"})
    form = ListingForm(request.POST or None, kind=kind_of(key))
    if request.method == "POST" and "find" not in request.POST and form.is_valid():

        def act() -> str:
            listing = actions.draft_listing(
                by=request.user, organisation=organisation, kind=key, side=side, fields=form.values(), codes=form.cleaned_data["codes"]
            )
            messages.success(request, _("The draft is kept. Check it, then submit it."))
            return listing.get_absolute_url()

        return redirect(once(request, act))
    context = {"form": form, "kind": kind_of(key), "side": side, "organisation": organisation}
    return render(request, "exchange/listing_form.html", context)


@access(SIGNED_IN)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft or a returned listing."""
    listing = listing_or_404(request, pk)
    if not may(request.user, policy.LISTING_WRITE, listing):
        raise Http404
    form = ListingForm(request.POST or None, kind=kind_of(listing.kind), listing=listing)
    stale = None
    if request.method == "POST" and "find" not in request.POST and form.is_valid():
        try:
            actions.edit_listing(
                by=request.user, listing=listing, version=number_in(request, "version"), fields=form.values(),
                codes=form.cleaned_data["codes"],
            )  # fmt: skip
        except Stale as error:
            stale = error
            listing.refresh_from_db()
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Kept."))
            return redirect(listing)
    context = {"form": form, "kind": kind_of(listing.kind), "listing": listing, "side": listing.side, "stale": stale}
    return render(request, "exchange/listing_form.html", context)


DONE = {
    "submit": gettext_noop("Submitted. Your officer reads it within three days."),
    "publish": gettext_noop("Published."), "return": gettext_noop("Returned."),
    "withdraw": gettext_noop("Withdrawn."),
    "close": gettext_noop("Closed."), "renew": gettext_noop("Renewed."),
}  # fmt: skip


@access(SIGNED_IN)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Submit, publish, return, withdraw, close, renew."""
    listing = listing_or_404(request, pk)
    do, reason = request.POST.get("do", ""), request.POST.get("reason", "")
    verbs = {
        "submit": lambda: actions.submit_listing(by=request.user, listing=listing),
        "publish": lambda: actions.publish(by=request.user, listing=listing),
        "return": lambda: actions.return_listing(by=request.user, listing=listing, reason=reason),
        "withdraw": lambda: actions.withdraw_listing(by=request.user, listing=listing, reason=reason),
        "close": lambda: actions.close_listing(by=request.user, listing=listing),
        "renew": lambda: actions.renew(by=request.user, listing=listing),
    }
    if do not in verbs:
        raise Http404
    try:
        verbs[do]()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, moved_meanwhile(listing))
    else:
        messages.success(request, _(DONE[do]))
    return redirect(reverse("exchange:desk") if do in ("publish", "return") else listing.get_absolute_url())
