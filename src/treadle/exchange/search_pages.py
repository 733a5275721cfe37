"""Pages of saved searches: saving one from a list, keeping things like one in view, changing and dropping."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.directory import queries as directory
from treadle.directory.finding import FACETS, km_of, understood
from treadle.directory.profiles import databank, profiles
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.tables import page_of
from treadle.matching import as_need, fits, match
from treadle.nomenclature import queries as codes
from treadle.nomenclature.models import Code
from treadle.nomenclature.places import country_name

from . import actions, directions, queries
from .kinds import kind_of
from .models import SavedSearch
from .needs import need_of_listing
from .watching import need_of_search

MOST = 50  # shown of what a search for things like one finds


def savable(wanted: Mapping[str, str]) -> bool:
    """Whether a list is narrowed by anything that can be kept."""
    return any(wanted.get(name) for name in actions.FILTERS if name not in ("sort", "view", "km"))


@access(SIGNED_IN)
def searches(request: HttpRequest) -> HttpResponse:
    """The searches one keeps, each with how one is told of what is new to it."""
    if request.method == "POST":
        return _change(request)
    page = page_of(request, SavedSearch.objects.filter(person=request.user.pk), 20)
    context = {"page": page, "rows": _in_words(page), "tells": SavedSearch.Tell.choices}
    return render(request, "exchange/searches.html", context)


def _change(request: HttpRequest) -> HttpResponse:
    found = get_object_or_404(SavedSearch, person=request.user, pk=number_in(request, "search"))
    try:
        if request.POST.get("do") == "drop":
            actions.drop_search(by=request.user, search=found)
            messages.success(request, _("“%(title)s” is dropped. You are told of it no more.") % {"title": found.title})
        else:
            title, delivery = request.POST.get("title", ""), request.POST.get("delivery", "")
            actions.change_search(by=request.user, search=found, title=title, delivery=delivery)
            messages.success(request, _("Saved."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("exchange:searches")


@access(SIGNED_IN)
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save the search of a list, or one for things like a listing or an organisation."""
    what, delivery = request.POST.get("what", ""), request.POST.get("delivery", SavedSearch.Tell.DAILY)
    wanted = {name: value for name in actions.FILTERS if (value := request.POST.get(f"f.{name}", ""))}
    title = request.POST.get("title", "").strip()
    try:
        if request.POST.get("like"):
            like = _like(request, what)
            of = like.pop("of")
            title = title or _("Like “%(title)s”") % {"title": of}
            found = actions.save_search(by=request.user, title=title, what=what, delivery=delivery, **like)
        else:
            kept = SavedSearch.objects.filter(person=request.user.pk, digest=actions.digest_of(what, wanted, "")).first()
            title = title or (kept.title if kept else ", ".join(part for _label, part in _filters(what, wanted, _codes([wanted]))))
            found = actions.save_search(by=request.user, title=title, what=what, delivery=delivery, wanted=wanted)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("exchange:searches")
    messages.success(request, _("“%(title)s” is saved. You can change or drop it here.") % {"title": found.title})
    return redirect("exchange:searches")


def _like(request: HttpRequest, what: str) -> dict[str, Any]:
    """What one listing or organisation says, to seek others by."""
    if what == "organisation":
        organisation = get_object_or_404(directory.visible_to(None), pk=number_in(request, "like"))
        need, of, source = as_need(profiles([organisation.pk])[0]), str(organisation), organisation.pk
    else:
        listing = get_object_or_404(queries.published(what), pk=number_in(request, "like"))
        need, of, source = need_of_listing(listing), listing.title, listing.pk
    return {"text": need.text, "language": need.lang, "codes": need.codes, "of": of, "source": source}


@access(SIGNED_IN)
def search(request: HttpRequest, pk: int) -> HttpResponse:
    """What a search for things like one finds now."""
    found = get_object_or_404(SavedSearch, person=request.user, pk=pk)
    if not found.text:
        return redirect(found.get_absolute_url())
    wish = need_of_search(found)
    if found.what == "organisation":
        best = [one for one in match(wish, databank(), MOST, 0).matches if fits(one)]
        rows = directory.visible_to(None).select_related("country").in_bulk([int(one.profile_id) for one in best])
        things: list[Any] = [rows[pk] for one in best if (pk := int(one.profile_id)) in rows and pk != found.source]
    else:
        shelf = directions.shelf()
        wants = shelf.needs if found.what == "need" else shelf.offers
        alike = [int(key.partition("-")[2]) for key, _likeness in wants.like(wish, MOST, directions.ALIKE)]
        listings = queries.published(found.what).in_bulk(alike)
        things = [listings[pk] for pk in alike if pk in listings and pk != found.source]
    page = page_of(request, things, 20)
    return render(request, "exchange/search.html", {"found": found, "page": page, "said": Truncator(found.text).chars(600)})


def _in_words(found: Iterable[SavedSearch]) -> list[tuple[SavedSearch, list[tuple[str, str]]]]:
    """Searches with what each narrows by, as pairs of a label and a value in the reader's language."""
    rows = list(found)
    known = _codes(row.wanted for row in rows)
    return [(row, [(_("Like"), Truncator(row.text).chars(120))] if row.text else _filters(row.what, row.wanted, known)) for row in rows]


def _codes(wanted: Iterable[Mapping[str, str]]) -> dict[str, Code]:
    """The codes that searches name, looked up together."""
    keys = {filters["code"] for filters in wanted if filters.get("code")}
    return {code.key: code for code in codes.by_keys(sorted(keys))}


def _filters(what: str, wanted: Mapping[str, str], known: Mapping[str, Code]) -> list[tuple[str, str]]:
    if what not in SavedSearch.What.values:
        raise Http404
    code, asked = known.get(wanted.get("code", "")), understood(wanted) if what == "organisation" else {}
    shown = [
        (_("Words"), wanted.get("q", "")),
        (_("Kind"), _kind(what, wanted.get("kind", ""))),
        (_("Country"), country_name(wanted["country"]) if wanted.get("country") else ""),
        (_("Code"), str(code) if code else wanted.get("code", "")),
        (_("Certificate"), wanted.get("certificate", "")),
        (_("Near"), f"{wanted['near']}, {km_of(wanted):g} km" if wanted.get("near") else ""),
        (_("Piece of the map"), wanted.get("box", "")),
        *((facet.label, str(dict(facet.choices())[asked[key]])) for key, facet in FACETS.items() if key in asked and key != "kind"),
    ]
    return [(str(label), value) for label, value in shown if value]


def _kind(what: str, key: str) -> str:
    if not key:
        return ""
    try:
        from treadle.directory.models import Kind

        return str(Kind(key).label if what == "organisation" else kind_of(key).label)
    except (ValueError, KeyError):
        return key
