"""Pages of an import: its columns, its progress, its rows, what is wrong and what they are like."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.kit.access import access
from treadle.kit.policy import may
from treadle.kit.tables import export, page_of

from .. import policy, queries
from ..models import ImportBatch, ImportRow
from . import batches, exporting, judging, shown
from .flow import BUSY, State
from .forms import DefaultsForm, column_choices

Row = ImportRow.State
TABS = (Row.FAULTY, Row.LIKELY, Row.NEW, Row.CHANGES, Row.SAME, Row.WRITTEN, Row.SKIPPED, Row.UNDONE)


def batch_or_404(request: HttpRequest, pk: int) -> ImportBatch:
    """The import, if this person may work on it."""
    batch = get_object_or_404(ImportBatch.objects.select_related("centre__organisation", "by"), pk=pk)
    if not may(request.user, policy.IMPORT, batch):
        raise Http404
    return batch


@access(policy.DESK)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """An import where it stands."""
    batch = batch_or_404(request, pk)
    if batch.state == State.COLUMNS or ("columns" in request.GET and batch.state == State.READY):
        return _columns(request, batch)
    if batch.state in BUSY:
        return render(request, "directory/import_busy.html", {"batch": batch, "percent": _percent(batch)})
    counts = queries.import_counts(batch)
    tab = request.GET.get("show", "")
    if tab not in TABS:
        tab = next((each for each in TABS if counts.get(each)), Row.NEW)
    rows = batch.rows.filter(state=tab)
    if kind := request.GET.get("kind", ""):
        rows = rows.filter(kinds__contains=kind)
    page = page_of(request, rows.order_by("number"))
    context = {
        "batch": batch, "counts": [(each, Row(each).label, counts.get(each, 0)) for each in TABS if counts.get(each)], "tab": tab,
        "page": page, "rows": shown.rows_of(batch, page), "notes": shown.notes(batch), "kind": kind,
        "fine": counts.get(Row.NEW, 0) + counts.get(Row.CHANGES, 0), "written": counts.get(Row.WRITTEN, 0),
        "fresh": counts.get(Row.NEW, 0), "changing": counts.get(Row.CHANGES, 0), "total": sum(counts.values()),
        "faults": shown.kinds_of_faults(batch) if tab == Row.FAULTY and not kind else [],
    }  # fmt: skip
    return render(request, "directory/import.html", context)


def _percent(batch: ImportBatch) -> int | None:
    """How far a long work is, for the bar; None where that is not known."""
    if batch.state == State.CHECKING and batch.total:
        return min(round(100 * batch.progress / batch.total), 99)
    if batch.state == State.WRITING:
        last = batch.rows.filter(state__in=(Row.NEW, Row.CHANGES, Row.WRITTEN)).order_by("-number").values_list("number", flat=True).first()
        return min(round(100 * batch.progress / last), 99) if last else None
    if batch.state == State.UNDOING:
        left = batch.rows.filter(state=Row.WRITTEN).count()
        return min(round(100 * batch.progress / (batch.progress + left)), 99) if batch.progress + left else None
    return None


def _columns(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    """Which column is which, and what holds for rows that do not say."""
    form = DefaultsForm(request.POST or None, initial=batch.defaults)
    chosen = list(batch.columns)
    if request.method == "POST":
        chosen = [request.POST.get(f"column-{at}", "") for at in range(len(batch.headers))]
        if form.is_valid():
            defaults = {key: value for key, value in form.cleaned_data.items() if value}
            try:
                batches.confirm_columns(by=request.user, batch=batch, chosen=chosen, defaults=defaults)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return redirect(batch)
    places = [
        {"at": at, "header": header, "column": chosen[at], "examples": [row[at] for row in batch.examples if at < len(row) and row[at]][:3]}
        for at, header in enumerate(batch.headers)
    ]
    context = {"batch": batch, "form": form, "places": places, "choices": column_choices(), "notes": shown.notes(batch)}
    return render(request, "directory/import_columns.html", context)


@access(policy.DESK)
def row(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One row: its cells, to be repaired."""
    batch = batch_or_404(request, pk)
    found = get_object_or_404(batch.rows, number=number)
    cells = list(found.cells)
    error = ""
    if request.method == "POST":
        cells = [request.POST.get(f"cell-{at}", "") for at in range(len(batch.headers))]
        try:
            found = batches.repair_row(by=request.user, row=found, cells=cells)
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            if found.state != Row.FAULTY:
                messages.success(request, _("Row %(number)s: %(state)s.") % {"number": number, "state": found.get_state_display()})
                return redirect(f"{batch.get_absolute_url()}?show={request.POST.get('back', '')}")
            messages.warning(request, _("There is still something to repair."))
    (seen,) = shown.rows_of(batch, [found])
    wrong = {each["column"]: each for each in seen["faults"]}
    places = [
        {"at": at, "header": header, "value": cells[at] if at < len(cells) else "", "column": shown.label(column) if column else "",
         "fault": wrong.get(shown.label(column)) if column else None, "long": len(cells[at]) > 60 if at < len(cells) else False}
        for at, (header, column) in enumerate(zip(batch.headers, batch.columns, strict=False))
    ]  # fmt: skip
    outside = [each for name, each in wrong.items() if name not in {place["column"] for place in places}]
    context = {
        "batch": batch,
        "seen": seen,
        "places": places,
        "outside": outside,
        "error": error,
        "is_open": found.state not in (Row.WRITTEN, Row.UNDONE),
    }
    return render(request, "directory/import_row.html", context)


@access(policy.DESK)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, undo, drop; repair all of a kind; decide what rows are."""
    batch = batch_or_404(request, pk)
    try:
        said = _do(request, batch, request.POST.get("do", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        if said:
            messages.success(request, said)
    if batch.state == State.DROPPED:
        return redirect("directory:databank")
    tab = request.POST.get("show", "")
    return redirect(f"{batch.get_absolute_url()}?show={tab}" if tab in TABS else batch.get_absolute_url())


def _do(request: HttpRequest, batch: ImportBatch, do: str) -> str:
    if do == "write":
        batches.write(by=request.user, batch=batch)
        return ""
    if do == "undo":
        batches.undo(by=request.user, batch=batch)
        return ""
    if do == "drop":
        batches.drop(by=request.user, batch=batch)
        return _("“%(name)s” is put aside. Nothing of it was written.") % {"name": batch.name}
    if do in ("repair", "blank"):
        value = request.POST.get("value", "") if do == "repair" else ""
        count = batches.repair_kind(by=request.user, batch=batch, kind=request.POST.get("kind", ""), value=value)
        return _("%(count)s rows were repaired and checked again.") % {"count": count}
    if do == "skip-kind":
        kind = request.POST.get("kind", "")
        rows = [each for each in batch.rows.filter(state=Row.FAULTY, kinds__contains=kind) if kind in each.kinds.split("\n")]
        count = batches.decide(by=request.user, batch=batch, rows=rows, decision=judging.SKIP)
        return _("%(count)s rows are left out.") % {"count": count}
    return _decide(request, batch, do)


def _decide(request: HttpRequest, batch: ImportBatch, do: str) -> str:
    chosen, _colon, pk = do.partition(":")
    if chosen not in ("create", "same", "skip", "again"):
        raise Http404
    numbers = [int(each) for each in request.POST.getlist("row") if each.isascii() and each.isdigit()]
    rows: Any = batch.rows.filter(number__in=numbers) if numbers else batch.rows.none()
    if request.POST.get("all"):
        rows = batch.rows.filter(state=Row.LIKELY)
    organisation = None
    if chosen == "same":
        organisation = get_object_or_404(queries.visible_to(request.user), pk=int(pk) if pk.isascii() and pk.isdigit() else 0)
    decision = {"create": judging.CREATE, "same": judging.SAME, "skip": judging.SKIP, "again": ""}[chosen]
    count = batches.decide(by=request.user, batch=batch, rows=rows, decision=decision, organisation=organisation)
    return _("%(count)s rows were decided.") % {"count": count}


@access(policy.DESK)
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it stands now."""
    batch = batch_or_404(request, pk)
    header, rows = exporting.repaired(batch)
    form = "xlsx" if request.GET.get("form") == "xlsx" else "csv"
    return export(batch.name.rpartition(".")[0] or "import", header, rows, form)
