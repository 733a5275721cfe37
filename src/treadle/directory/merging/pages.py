"""Pages of duplicates: the desk where likely pairs and groups wait, two records side by side, pointing out a duplicate, undoing a merge."""

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.policy import may
from treadle.kit.tables import page_of

from .. import alike, keys, policy, queries, units, weighing
from ..databank_pages import centres_of
from ..imports.shown import reasons
from ..models import DuplicatePair, Merge, Organisation
from . import actions, desk, linkage, pairs
from .preview import FIELDS, GONE, KEPT, preview

State = DuplicatePair.State
PART = "part"  # the answer that one belongs to the other


TABS = ("", "groups", "unsure", "merged", "weights")


@access(policy.DESK)
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs and groups that wait for a decision; what was merged, to be undone; what the judge weighs."""
    centres = centres_of(request)
    if request.method == "POST":
        linkage.seek(by=request.user, centre=centres[0])
        messages.success(request, _("The databank is being looked through. Likely pairs appear here."))
        return redirect("directory:duplicates")
    tab = request.GET.get("show", "")
    context: dict[str, Any] = {
        "shown": tab if tab in TABS else "", "waiting": desk.waiting(centres).count(),
        "unsure": desk.waiting(centres, State.UNSURE).count(),
    }  # fmt: skip
    if tab == "groups":
        page = page_of(request, desk.groups(centres))
        context |= {"page": page, "groups": desk.shown(centres, page.object_list)}
    elif tab == "merged":
        merges = Merge.objects.filter(kept__centre__in=centres).select_related("kept", "gone", "by")
        context["merges"] = page_of(request, merges)
    elif tab == "weights":
        context["weighed"] = desk.weighed()
        context["fields"] = [(reasons([name]) or _("the country"), *both) for name, *both in context["weighed"].fields]
    else:
        page = page_of(request, desk.waiting(centres, State.UNSURE if tab == "unsure" else State.WAITING))
        context |= {"page": page, "rows": [(pair, reasons(_speaking(pair.evidence))) for pair in page]}
    return render(request, "directory/duplicates.html", context)


def _speaking(evidence: dict[str, float]) -> list[str]:
    return [name for name, bits in sorted(evidence.items(), key=lambda pair: -pair[1]) if bits > 0.5]


@access(policy.DESK)
def merge(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Two records side by side: make them one, or say that they are two."""
    both = {each.pk: each for each in queries.for_page(request.user).filter(pk__in=(pk, other))}
    if len(both) != 2 or not all(may(request.user, policy.MERGE, each) for each in both.values()):
        raise Http404
    keep = other if request.GET.get("keep", request.POST.get("keep", "")) == str(other) else pk
    kept, gone = both[keep], both[other if keep == pk else pk]
    choices = {name: request.POST[name] for name in FIELDS if request.POST.get(name) in (KEPT, GONE)}
    if request.method == "POST":
        try:
            return _decide(request, kept, gone, choices)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    pair = DuplicatePair.objects.filter(one_id=min(pk, other), other_id=max(pk, other)).first()
    found = alike.alike_facts(keys.facts_of(kept), keys.facts_of(gone), weighing.current(), 0.0)
    skipping = desk.after(centres_of(request), (), skipped=pair) if pair else None
    context = {
        "skipping": skipping, "kept": kept, "gone": gone, "seen": preview(kept, gone, choices), "pair": pair,
        "evidence": _bits(found.evidence if found else {}),
        "percent": round(100 * found.probability) if found else None,
    }  # fmt: skip
    return render(request, "directory/merge.html", context)


def _bits(evidence: Any) -> list[tuple[str, float, bool]]:
    """What speaks for and against, strongest first, with its weight in bits."""
    named = [(reasons([name]), round(bits, 1), bits > 0) for name, bits in evidence.items() if reasons([name])]
    return sorted(named, key=lambda each: -abs(each[1]))


def _decide(request: HttpRequest, kept: Organisation, gone: Organisation, choices: dict[str, str]) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "merge":
        version, reason = number_in(request, "version"), request.POST.get("reason", "")
        actions.merge(by=request.user, kept=kept, gone=gone, choices=choices, reason=reason, version=version)
        messages.success(request, _("%(gone)s is now a part of %(kept)s. Its old address leads here.") % {"gone": gone, "kept": kept})
        return _next(request, kept)
    if do not in (State.DIFFERENT, State.UNSURE, PART):
        raise Http404
    one, other = sorted((kept, gone), key=lambda each: each.pk)
    with transaction.atomic():
        pair, _new = DuplicatePair.objects.get_or_create(one=one, other=other)
        pairs.decide(by=request.user, pair=pair, state=State.DIFFERENT if do == PART else do)
        if do == PART:
            units.tie(by=request.user, part=gone, whole=kept)
    messages.success(request, _("Kept. You are not asked about these two again."))
    return _next(request, kept, gone)


def _next(request: HttpRequest, *records: Organisation) -> HttpResponse:
    """On to the next pair that waits, so that a desk is worked through without going back to its list; a merge of the last one is shown."""
    following = desk.after(centres_of(request), [each.pk for each in records])
    if following is not None:
        return redirect(following)
    return redirect(records[0]) if len(records) == 1 else redirect("directory:duplicates")


@access(policy.DESK)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take two records apart again."""
    made = get_object_or_404(Merge.objects.select_related("kept__centre", "gone"), pk=pk)
    if not all(may(request.user, policy.MERGE, record) for record in (made.kept, made.gone)):
        raise Http404
    try:
        actions.undo(by=request.user, made=made)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(made.kept)
    messages.success(
        request,
        _("%(gone)s is a record of its own again. What happened since stays with %(kept)s.") % {"gone": made.gone, "kept": made.kept},
    )
    return redirect(made.gone)


@access(SIGNED_IN)
def flag(request: HttpRequest, pk: int) -> HttpResponse:
    """Point out that a record is there twice."""
    organisation = get_object_or_404(queries.for_page(request.user), pk=pk)
    typed, note = request.POST.get("other", "").strip(), request.POST.get("note", "")
    error = ""
    if request.method == "POST":
        found = re.search(r"(?:/organisations/)?(\d{1,18})/?$", typed)
        other = queries.visible_to(request.user).filter(pk=int(found[1])).first() if found else None
        if other is None or other == organisation:
            error = _("No other record has this number or address. Open the other record and copy its address.")
        else:
            pairs.flag(by=request.user, organisation=organisation, other=other, note=note)
            messages.success(request, _("Thank you. An officer will look at the two."))
            return redirect(organisation)
    likely = alike.find(keys.facts_of(organisation), request.user, alone=organisation.pk)
    context = {
        "organisation": organisation,
        "likely": [(each, reasons(each.reasons)) for each in likely],
        "typed": typed,
        "note": note,
        "error": error,
    }
    return render(request, "directory/flag.html", context)
