"""Pages of the items of a request for quotation, and their drawings."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.directory.actions import Stale
from treadle.kit import files
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import add_errors, number_in
from treadle.kit.once import once
from treadle.kit.policy import may

from . import actions, policy
from .enquiry_pages import after_step, enquiry_or_404, step_context, step_url
from .kinds import kind_of
from .models import Enquiry
from .quotations import still_needs_drawings
from .quoted import Item
from .quoting_forms import ItemForm


def _writable(request: HttpRequest, number: str) -> Enquiry:
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.ENQUIRY_WRITE, enquiry) or not kind_of(enquiry.kind).quoted:
        raise Http404
    return enquiry


@access(SIGNED_IN)
def items(request: HttpRequest, number: str) -> HttpResponse:
    """The step that lists what is to be quoted, each on its own."""
    enquiry = _writable(request, number)
    if request.method == "POST":
        return redirect(after_step(request, enquiry, "items"))
    rows = list(enquiry.items.all())
    drawings = files.of_many(rows)
    context = {**step_context(enquiry, kind_of(enquiry.kind), "items", None), "rows": [(row, len(drawings[row.pk])) for row in rows]}
    return render(request, "exchange/items.html", context)


@access(SIGNED_IN)
def item(request: HttpRequest, number: str, pk: int = 0) -> HttpResponse:
    """One item: enter it, change it, add and take away its drawings."""
    enquiry = _writable(request, number)
    kept = get_object_or_404(enquiry.items.select_related("enquiry__organisation", "enquiry__centre"), pk=pk) if pk else None
    if request.method == "POST" and kept is not None and request.POST.get("do") in ("remove", "drop"):
        return _remove(request, enquiry, kept)
    form = ItemForm(request.POST or None, request.FILES or None, item=kept)
    stale = None
    if request.method == "POST" and "find" not in request.POST and form.is_valid():
        try:
            return redirect(once(request, lambda: _keep(request, enquiry, kept, form)))
        except Stale as error:
            stale = error
            assert kept is not None
            kept.refresh_from_db()
        except ValidationError as error:
            add_errors(form, error)
    context: dict[str, Any] = {
        "enquiry": enquiry, "item": kept, "form": form, "stale": stale, "drawings": files.of(kept) if kept else [],
        "back": step_url(enquiry, "items"), "thing": kept,
    }  # fmt: skip
    return render(request, "exchange/item.html", context)


def _keep(request: HttpRequest, enquiry: Enquiry, kept: Item | None, form: ItemForm) -> str:
    codes, upload = form.cleaned_data["codes"], form.cleaned_data.get("drawing")
    if kept is None:
        kept = actions.add_item(by=request.user, enquiry=enquiry, fields=form.values(), codes=codes)
    else:
        version = number_in(request, "version")
        actions.edit_item(by=request.user, item=kept, version=version, fields=form.values(), codes=codes)
    if upload is not None:
        actions.add_drawing(by=request.user, item=kept, upload=upload)
    messages.success(request, _("“%(title)s” is on the list.") % {"title": kept.title})
    return step_url(enquiry, "items") + ("?then=" + request.GET["then"] if request.GET.get("then") in ("check", "case") else "")


def _remove(request: HttpRequest, enquiry: Enquiry, kept: Item) -> HttpResponse:
    try:
        if request.POST["do"] == "remove":
            actions.remove_item(by=request.user, item=kept)
            messages.success(request, _("“%(title)s” is off the list.") % {"title": kept.title})
            return redirect(step_url(enquiry, "items"))
        drawing = get_object_or_404(files.of(kept), pk=request.POST.get("drawing"))
        actions.remove_drawing(by=request.user, item=kept, drawing=drawing)
        messages.success(request, _("The drawing is gone."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("exchange:item", enquiry.number, kept.pk)


def may_open_drawing(person: Any, pk: str) -> bool:
    """Drawings: for the buyer and the desks, and for who was invited and has promised confidentiality where that is asked for."""
    found = Item.objects.select_related("enquiry__organisation", "enquiry__centre").filter(pk=pk).first()
    if found is None or person is None or not person.is_authenticated:
        return False
    enquiry = found.enquiry
    if may(person, policy.ENQUIRY_READ, enquiry):
        return True
    asked = [each for each in enquiry.invitations.filter(sent_at__isnull=False) if still_needs_drawings(each)]
    if enquiry.confidential:
        asked = [each for each in asked if each.confidential_at is not None]
    return any(policy.INVITED.test(person, each) or policy.INVITED_READER.test(person, each) for each in asked)
