"""Pages of the nomenclature: systems, a code, and the picker's search."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from treadle.kit.access import PUBLIC, access
from treadle.kit.registries import panels
from treadle.kit.tables import page_of

from . import queries
from .models import Code
from .places import language_name


@access(PUBLIC)
def index(request: HttpRequest) -> HttpResponse:
    """All systems, with a search over those in use."""
    query = request.GET.get("q", "").strip()[:200]
    found = queries.find(query, limit=40) if query else []
    context = {"systems": queries.systems(), "query": query, "found": found}
    return render(request, "nomenclature/index.html", context)


@access(PUBLIC)
def system(request: HttpRequest, key: str) -> HttpResponse:
    """The top of one system."""
    one = get_object_or_404(queries.systems(), key=key)
    return render(request, "nomenclature/system.html", {"system": one, "page": page_of(request, queries.tops(one), 60)})


@access(PUBLIC)
def code(request: HttpRequest, system: str, code: str) -> HttpResponse:
    """One code: labels, place in the tree, concordances, and what on record uses it."""
    one = get_object_or_404(Code.objects.select_related("system", "parent"), system__key=system, code=code)
    labels = sorted((language_name(lang), lang, text) for lang, text in one.labels.items())
    context = {
        "code": one,
        "path": queries.path(one),
        "labels": labels,
        "children": queries.children(one),
        "links": queries.links(one),
        "heirs": queries.replaced_by(one) if one.is_retired else [],
        "panels": panels("code", one, request.user),
    }
    return render(request, "nomenclature/code.html", context)


@access(PUBLIC)
def find(request: HttpRequest) -> HttpResponse:
    """Choices for the picker: a piece of HTML with checkboxes, for the script; JSON for ``?form=json``."""
    query = request.GET.get("q", "").strip()[:200]
    name = request.GET.get("name", "codes")
    if not name.isidentifier():
        raise Http404
    found = queries.find(query, limit=12)
    if request.GET.get("form") == "json":
        return JsonResponse({"codes": [{"key": one.key, "label": str(one.labels)} for one in found]})
    return render(request, "nomenclature/choices.html", {"codes": found, "name": name, "query": query, "ticked": False})


@access(PUBLIC)
def suggest(request: HttpRequest) -> HttpResponse:
    """Codes suggested for what was typed, as checkboxes."""
    from .suggest import suggested_codes, unsettled

    name = request.GET.get("name", "codes")
    text = request.GET.get("text", "")[:4000]
    if not name.isidentifier():
        raise Http404
    found = suggested_codes(text) if len(text.split()) > 1 else []
    known = {code.pk for code in found}
    between = [code for code in unsettled(text) if code.pk not in known]
    context = {"codes": found, "between": between if len(between) > 1 else [], "name": name, "query": "", "ticked": False}
    return render(request, "nomenclature/choices.html", context)
