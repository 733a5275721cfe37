"""Pages of screening, for staff: lists and hits, one hit with all that speaks for and against it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from treadle.kit import files
from treadle.kit.access import access
from treadle.kit.forms import Form, add_errors
from treadle.kit.policy import may
from treadle.kit.tables import page_of

from .. import policy
from ..databank_pages import centres_of
from ..forms import countries
from ..imports.faults import FileFault
from ..screened import Hit, WatchList
from . import hits, lists

State = Hit.State
ROLES = {
    "name": pgettext_lazy("screening", "its name"), "contact": pgettext_lazy("screening", "a contact"),
    "member": pgettext_lazy("screening", "a member"),
}  # fmt: skip


class ListForm(Form):
    """A list as a file."""

    name = forms.CharField(
        label=gettext_lazy("Name of the list"), max_length=120,
        help_text=gettext_lazy("The same name as before puts the newer file in the place of the older."),
    )  # fmt: skip
    upload = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("The consolidated list of the UN Security Council as XML, or CSV or XLSX with name, aliases, birth date, "
                               "countries and a reference."),
    )  # fmt: skip


class KnownForm(Form):
    """What is known beside the name."""

    lines = (("birth", "country"),)

    birth = forms.RegexField(
        r"^\d{4}(-\d\d-\d\d)?$", label=gettext_lazy("Birth date or year, if you know it"), required=False,
        help_text=gettext_lazy("Such as 1971 or 1971-05-31."), error_messages={"invalid": gettext_lazy("Such as 1971 or 1971-05-31.")},
    )  # fmt: skip
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=countries, required=False)


class DecideForm(Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What tells the two apart, or what proves that they are one, and where you saw it."),
    )  # fmt: skip


@access(policy.DESK)
def show(request: HttpRequest) -> HttpResponse:
    """Hits that wait, those decided, and the lists in use."""
    centres = centres_of(request)
    may_load = may(request.user, policy.LISTS)
    form = ListForm(request.POST or None, request.FILES or None) if may_load else None
    if request.method == "POST" and form is None:
        raise Http404
    if form is not None and form.is_valid():
        try:
            with files.on_disk(form.cleaned_data["upload"]) as path:
                made = lists.load(by=request.user, path=path, name=form.cleaned_data["name"])  # type: ignore[arg-type]
        except FileFault as fault:
            form.add_error("upload", str(fault))
        else:
            messages.success(request, _("%(count)s names are listed. Records are held against them now.") % {"count": made.entries_count})
            return redirect("directory:screening")
    rows = Hit.objects.filter(organisation__centre__in=centres).select_related("organisation", "listed__on_list", "first_by", "second_by")
    waiting = rows.filter(state__in=(State.OPEN, State.PROPOSED))
    shown = request.GET.get("show", "")
    order = Case(*(When(grade=grade, then=at) for at, grade in enumerate(("strong", "possible", "weak"))))
    wanted = waiting.order_by(order, "created_at")
    if shown == "decided":
        wanted = rows.exclude(state__in=(State.OPEN, State.PROPOSED))
    context = {
        "page": page_of(request, wanted), "shown": shown, "waiting": waiting.count(),
        "lists": WatchList.objects.select_related("loaded_by"),
        "form": form, "roles": ROLES,
    }  # fmt: skip
    return render(request, "directory/screening.html", context)


@access(policy.DESK)
def hit(request: HttpRequest, pk: int) -> HttpResponse:
    """One hit: the two side by side, what agrees, and the decision."""
    found = get_object_or_404(Hit.objects.select_related("organisation__centre", "listed__on_list", "first_by", "second_by"), pk=pk)
    if not may(request.user, policy.SCREEN_DECIDE, found):
        raise Http404
    do = request.POST.get("do", "")
    known = KnownForm(request.POST if do == "know" else None, initial={"birth": found.known_birth, "country": found.known_country})
    decision = DecideForm(request.POST if do in ("clear", "confirm", "reopen") else None)
    form = known if do == "know" else decision
    if form.is_bound and form.is_valid():
        try:
            if do == "know":
                hits.know(by=request.user, hit=found, **known.cleaned_data)  # type: ignore[arg-type]
            else:
                {"clear": hits.clear, "confirm": hits.confirm, "reopen": hits.reopen}[do](
                    by=request.user,
                    hit=found,
                    reason=decision.cleaned_data["reason"],  # type: ignore[arg-type]
                )
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Kept."))
            return redirect("directory:hit", pk)
    context = {
        "hit": found, "listed": found.listed, "known": known, "decision": decision, "where": ROLES[found.role],
        "percent": round(100 * found.evidence.get("agreement", 0)),
        "country": hits.facts_agree(found, "countries", found.known_country or found.organisation.country_id),
        "birth": hits.facts_agree(found, "births", found.known_birth), "own": found.first_by == request.user,
    }  # fmt: skip
    return render(request, "directory/hit.html", context)
