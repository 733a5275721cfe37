"""The page of how the desk stands; each number leads to its cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.directory import policy as directory_policy
from treadle.directory.models import Centre
from treadle.kit.access import access
from treadle.kit.tables import export

from . import queries
from .models import Introduction
from .standing_figures import Chain, ages, chain


@access(directory_policy.DESK)
def figures(request: HttpRequest) -> HttpResponse:
    """Ages of the queues and the chain of a year, for one's centres, or all of them for the head office; also as CSV and XLSX."""
    mine = queries.desk_centres(request.user)
    if not mine:
        raise Http404
    everywhere = queries.sees_all(request.user)
    centres = list(Centre.objects.select_related("organisation")) if everywhere else mine
    this_year = timezone.localdate().year
    first = Introduction.objects.order_by("made_at").values_list("made_at__year", flat=True).first() or this_year
    years = list(range(this_year, min(first, this_year) - 1, -1))
    year = int(request.GET["year"]) if request.GET.get("year", "").isdecimal() and int(request.GET["year"]) in years else this_year
    rows = [row for row in chain(centres, year) if not everywhere or row.profiled or row.introductions]
    if request.GET.get("form") in ("csv", "xlsx"):
        header = [
            _("Centre"),
            _("Profiled"),
            _("Introductions"),
            _("Introduced firms"),
            _("Contracts"),
            _("Repeated"),
            _("Jobs"),
            _("Value"),
        ]
        return export(f"chain-{year}", header, (_line(row) for row in rows), request.GET["form"])
    context = {"rows": rows, "ages": ages(centres), "year": year, "years": years, "everywhere": everywhere}
    return render(request, "exchange/figures.html", context)


def _line(row: Chain) -> list[object]:
    values = "; ".join(f"{value:f} {currency}" for currency, value in row.values)
    return [str(row.centre), row.profiled, row.introductions, row.introduced, row.contracts, row.repeated, row.jobs, values]
