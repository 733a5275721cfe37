"""Pages of the directory as a whole: the list with its filters, table, map and export; organisations side by side."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from treadle.kit import search
from treadle.kit.access import PUBLIC, access
from treadle.kit.registries import panels
from treadle.kit.tables import export, order_of, page_of
from treadle.nomenclature import queries as codes

from . import queries
from .finding import box_of, facets, narrowed, origin_of
from .forms import FilterForm
from .mapping import REGIONS, draw, on_tiles
from .visibility import seen_by, to_public


@access(PUBLIC)
def index(request: HttpRequest) -> HttpResponse:
    """The public directory, filtered; as a list, a table, a map, CSV or XLSX."""
    everybody = queries.visible_to(None)
    wanted = {key: str(value) for key, value in request.GET.items() if value}
    near = search.nearest("organisation", wanted.get("q", ""))
    found = narrowed(everybody, wanted, near)
    origin, view = origin_of(wanted.get("near", "")), wanted.get("view", "")
    orders = {key: order for key, order in queries.ORDERS.items() if key != "distance" or origin}
    order = order_of(wanted, orders, "distance" if origin else "name", by_score=near is not None)
    rows = found.select_related("country").prefetch_related("kinds", "capabilities", "evidence")
    rows = queries.by_people(rows, 0) if order == ("people",) else rows.order_by(*order)
    if request.GET.get("form") in ("csv", "xlsx"):
        return _export(rows, request.GET["form"])
    page = page_of(request, [] if view == "map" else rows, 50 if view == "table" else 20)
    drawn = draw(found, box_of(wanted.get("box", "")), wanted.get("region", "")) if view == "map" else None
    tiled = drawn is not None and wanted.get("tiles") == "on" and bool(settings.TILES)
    context = {
        "form": FilterForm(request.GET or None, present=queries.countries_of(everybody)),
        "page": page,
        "rows": [(row, to_public(row)) for row in page] if view == "table" else [],
        "shown_count": found.count() if view == "map" else page.paginator.count,
        "drawn": on_tiles(drawn, settings.TILES) if drawn is not None and tiled else drawn,
        "regions": REGIONS,
        "tiles_from": urlsplit(settings.TILES).hostname,
        "view": view,
        "origin": origin,
        "nowhere": wanted.get("near") and origin is None,
        "spelled": near.spelled if near is not None else {},
        "facets": facets(found),
        "code": next(iter(codes.by_keys([wanted["code"]])), None) if "code" in wanted else None,
        "wanted": wanted,
        "loose": near is not None and near.loose,
        "list_panels": panels("organisations", wanted, request.user),
    }
    response = render(request, "directory/index.html", context)
    return _with_tiles(response) if tiled else response


def _with_tiles(response: HttpResponse) -> HttpResponse:
    """Let this one page load pictures of the map, and tell their server which site they are for, as its rules ask."""
    address = urlsplit(settings.TILES)
    response._csp_update = {"img-src": [f"{address.scheme}://{address.netloc}"]}  # type: ignore[attr-defined]
    response["Referrer-Policy"] = "strict-origin-when-cross-origin"
    return response


COMPARED = 4  # that stand side by side


@access(PUBLIC)
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four organisations side by side, each as far as this person may see it."""
    wanted = list(dict.fromkeys(int(pk) for pk in request.GET.getlist("pk") if pk.isascii() and pk.isdigit() and len(pk) < 18))
    known = queries.for_page(request.user).in_bulk(wanted[:COMPARED])
    columns = [(known[pk], seen_by(request.user, known[pk])) for pk in wanted if pk in known]
    return render(request, "directory/compare.html", {"columns": columns, "left_out": max(len(wanted) - COMPARED, 0)})


def _export(rows: Any, form: str) -> HttpResponse:
    header = [_("Name"), _("Country"), _("Town"), _("Kind"), _("People"), _("What you do"), _("Address of the page")]
    lines = (
        (
            row.name, row.country_id, row.town, ", ".join(kind.kind for kind in row.kinds.all()),
            row.employees if to_public(row).people else None,
            row.about.best(), row.get_absolute_url(),
        )
        for row in rows
    )  # fmt: skip
    return export("organisations", header, lines, form)
