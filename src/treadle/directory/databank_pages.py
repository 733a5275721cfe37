"""The databank of a centre: what is in it and how good it is, spreadsheets in and out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from treadle.kit.access import SIGNED_IN, access
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.kit.tables import export, page_of

from . import policy, queries
from .imports import batches, exporting
from .imports.faults import FileFault
from .imports.forms import UploadForm
from .merging import desk
from .models import Centre, Hit, ImportBatch, Organisation


def centres_of(request: HttpRequest) -> list[Centre]:
    """The centres whose databank this person may work on; 404 where there is none."""
    found = [centre for centre in queries.centres() if may(request.user, policy.IMPORT, centre)]
    if not found:
        raise Http404
    own = {post.centre_id for post in policy.posts(request.user)}
    return sorted(found, key=lambda centre: centre.pk not in own)


def chosen(request: HttpRequest, centres: list[Centre]) -> Centre:
    """The centre that ``?centre=`` names, else the first."""
    return next((centre for centre in centres if str(centre.pk) == request.GET.get("centre", "")), centres[0])


@access(policy.DESK)
def show(request: HttpRequest) -> HttpResponse:
    """What a centre has on record, and its imports; a spreadsheet is uploaded here."""
    centres = centres_of(request)
    form = UploadForm(request.POST or None, request.FILES or None, centres=centres)
    if request.method == "POST" and form.is_valid():
        upload, centre = form.cleaned_data["upload"], form.cleaned_data["centre"]
        person = request.user if request.user.is_authenticated else None

        def take() -> str:
            return batches.take_in(by=person, centre=centre, upload=upload, name=upload.name).get_absolute_url()

        try:
            return redirect(once(request, take))
        except FileFault as fault:
            form.add_error("upload", str(fault))
    centre = chosen(request, centres)
    imports = ImportBatch.objects.filter(centre=centre).exclude(state=ImportBatch.State.DROPPED).select_related("by")
    context = {
        "centre": centre, "centres": centres, "form": form, "page": page_of(request, queries.with_counts(imports), 10),
        "figures": queries.databank_figures(centre), "duplicates": desk.waiting([centre]).count(),
        "hits": Hit.objects.filter(organisation__centre=centre, state__in=(Hit.State.OPEN, Hit.State.PROPOSED)).count(),
    }  # fmt: skip
    return render(request, "directory/databank.html", context)


@access(SIGNED_IN)
def template(request: HttpRequest) -> HttpResponse:
    """An empty spreadsheet with its columns and an example."""
    header, rows = exporting.template()
    return export("organisations", header, rows, "xlsx" if request.GET.get("form") == "xlsx" else "csv")


@access(policy.DESK)
def databank(request: HttpRequest) -> HttpResponse:
    """The centre's records as a spreadsheet that can be edited and imported again."""
    centre = chosen(request, centres_of(request))
    records = Organisation.objects.filter(centre=centre, state__in=queries.OPEN)
    header, rows = exporting.databank(records, centre)
    return export("databank", header, rows, "xlsx" if request.GET.get("form") == "xlsx" else "csv")
