"""Units of a civil-society organisation: the list, and entering many at once."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from treadle.kit.access import PUBLIC, access
from treadle.kit.forms import Form, add_errors
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.kit.tables import page_of

from . import policy, queries, units
from .models import Kind


class UnitsForm(Form):
    """Units as a list."""

    lines_typed = forms.CharField(
        label=gettext_lazy("One unit a line"), max_length=60_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Name; village; what they make; telephone. Only the name is needed: “Awa Sawadogo; Bobo; dried mango”."),
    )  # fmt: skip
    is_shown = forms.BooleanField(
        label=gettext_lazy("They agree to be in the public directory"), required=False,
        help_text=gettext_lazy("If not, only you and your centre see them. You can change this for each later."),
    )  # fmt: skip

    def clean_lines_typed(self) -> list[units.Unit]:
        """The units; every fault names its line."""
        found, faults = units.read_lines(self.cleaned_data["lines_typed"])
        if faults:
            raise forms.ValidationError([_("Line %(line)s: %(fault)s") % {"line": line, "fault": fault} for line, fault in faults])
        if not found:
            raise forms.ValidationError(_("Write at least one name."))
        return found


@access(PUBLIC)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Units of an organisation; whoever speaks for it enters more."""
    organisation = get_object_or_404(queries.for_page(request.user), pk=pk)
    may_enter = may(request.user, policy.UNITS, organisation) and organisation.kinds.filter(kind=Kind.CSO).exists()
    if request.method == "POST" and not may_enter:
        raise Http404
    form = UnitsForm(request.POST or None) if may_enter else None
    if form is not None and request.method == "POST" and form.is_valid():

        def enter() -> str:
            made = units.enter_units(
                by=request.user, organisation=organisation, units=form.cleaned_data["lines_typed"], is_shown=form.cleaned_data["is_shown"],  # type: ignore[arg-type]
            )  # fmt: skip
            messages.success(
                request, ngettext("%(count)s unit is entered.", "%(count)s units are entered.", len(made)) % {"count": len(made)}
            )
            return request.path

        try:
            return redirect(once(request, enter))
        except ValidationError as error:
            add_errors(form, error)
    rows = queries.visible_to(request.user).filter(parent=organisation).prefetch_related("capabilities").order_by("name", "pk")
    words = request.GET.get("q", "").strip()[:100]
    if words:
        rows = rows.filter(name__icontains=words) | rows.filter(town__icontains=words)
    context = {
        "organisation": organisation, "page": page_of(request, rows, 50), "form": form, "q": words, "may_enter": may_enter,
        "mine": policy.through(request.user),
    }  # fmt: skip
    return render(request, "directory/units.html", context)
