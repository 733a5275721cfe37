"""Pages of centres: which there are, what each serves, who works there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.kit.access import PUBLIC, SIGNED_IN, access
from treadle.kit.forms import add_errors, number_in
from treadle.kit.once import once
from treadle.kit.policy import may, require

from . import centres, policy, queries
from .forms import CalendarForm, CentreForm, PostForm
from .models import Centre, Staff


@access(PUBLIC)
def index(request: HttpRequest) -> HttpResponse:
    """All centres and the countries each serves."""
    context = {"centres": queries.centres(), "may_open": may(request.user, policy.OPEN_CENTRE)}
    return render(request, "directory/centres.html", context)


@access(PUBLIC)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A centre; its staff see who works there, its head appoints."""
    centre = get_object_or_404(queries.centres(), pk=pk)
    form = PostForm(request.POST if request.POST.get("do") == "appoint" else None)
    if request.method == "POST":
        if not may(request.user, policy.APPOINT, centre):
            raise Http404
        try:
            if _act(request, centre, form):
                return redirect(centre)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(centre)
    context = {
        "centre": centre, "form": form, "roles": Staff.Role.choices,
        "staff": queries.staff_of(centre) if may(request.user, policy.STAFF_READ, centre) else None,
        "may_appoint": may(request.user, policy.APPOINT, centre), "may_change": may(request.user, policy.OPEN_CENTRE),
    }  # fmt: skip
    return render(request, "directory/centre.html", context)


def _act(request: HttpRequest, centre: Centre, form: PostForm) -> bool:
    """Do what the button says; False when the form must be shown again."""
    do = request.POST.get("do", "")
    if do == "appoint":
        if not form.is_valid():
            return False

        def act() -> str:
            centres.appoint(by=request.user, person=form.cleaned_data["email"], centre=centre, role=form.cleaned_data["role"])
            return request.path

        once(request, act)
    else:
        post = get_object_or_404(centre.staff.select_related("person", "centre"), pk=number_in(request, "item"))
        role = request.POST.get("role", "")
        if do == "role" and role in Staff.Role.values:
            centres.appoint(by=request.user, person=post.person, centre=centre, role=role)
        elif do == "end":
            centres.dismiss(by=request.user, post=post)
        else:
            raise Http404
    messages.success(request, _("Done."))
    return True


@access(SIGNED_IN)
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """On which days a centre works; the clock waits for its staff on the others."""
    centre = get_object_or_404(queries.centres(), pk=pk)
    if not may(request.user, policy.APPOINT, centre):
        raise Http404
    said = "\n".join(f"{day} {word}".strip() for day, word in centre.holidays.items())
    form = CalendarForm(request.POST or None, initial={"rest_days": centre.rest_days, "holidays": said, "zone": centre.zone})
    if request.method == "POST" and form.is_valid():
        try:
            centres.keep_calendar(by=request.user, centre=centre, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect(centre)
        except ValidationError as error:
            add_errors(form, error)
    return render(request, "directory/calendar.html", {"form": form, "centre": centre})


@access(SIGNED_IN)
def create(request: HttpRequest) -> HttpResponse:
    """Enter a centre."""
    require(request.user, policy.OPEN_CENTRE)
    form = CentreForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = centres.open_centre(by=request.user, **form.cleaned_data)
            messages.success(request, _("The centre is entered. Appoint whoever heads it."))
            return made.get_absolute_url()

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            add_errors(form, error)
    return render(request, "directory/centre_form.html", {"form": form})


@access(SIGNED_IN)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a centre is and serves. Its name and the rest are on its record."""
    require(request.user, policy.OPEN_CENTRE)
    centre = get_object_or_404(queries.centres(), pk=pk)
    first: dict[str, Any] = {"sort": centre.sort, "territory": [country.pk for country in centre.territory.all()]}
    form = CentreForm(request.POST or None, initial=first, known=True)
    if request.method == "POST" and form.is_valid():
        try:
            centres.change_centre(by=request.user, centre=centre, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect(centre)
        except ValidationError as error:
            add_errors(form, error)
    return render(request, "directory/centre_form.html", {"form": form, "centre": centre})
