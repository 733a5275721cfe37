"""Pages of the directory: a record, its parts."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.kit import events, files
from treadle.kit.access import PUBLIC, SIGNED_IN, access
from treadle.kit.forms import add_errors, number_in
from treadle.kit.once import once
from treadle.kit.policy import may, require
from treadle.kit.registries import panels
from treadle.kit.tables import page_of
from treadle.matching.sameness import Facts

from . import actions, alike, freshness, members, policy, queries, units
from .claims.changes import taken_over
from .detailed import details
from .evidence import mark, verify
from .evidenced import STANDINGS
from .forms import JoinForm, OrganisationForm
from .imports.shown import provenance, reasons
from .models import JoinRequest, Organisation
from .part_forms import VerifyForm
from .parts import PARTS
from .visibility import FIELDS, RANKS, Level, Seen, choose, level_of, rank_of, seen_by


def organisation_or_404(request: HttpRequest, pk: int) -> Organisation:
    """The record, if this person may know of it."""
    return get_object_or_404(queries.for_page(request.user), pk=pk)


@access(PUBLIC)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A record: the public page, with more for its members and its centre. The address of one that was merged away leads to the other."""
    if (other := queries.became(pk)) is not None and queries.visible_to(request.user).filter(pk=other.pk).exists():
        return redirect(other)
    organisation = organisation_or_404(request, pk)
    inside = may(request.user, policy.READ_ALL, organisation)
    rank, preview = rank_of(request.user, organisation), "public" if "visitor" in request.GET else request.GET.get("as", "")
    as_visitor = inside and preview in RANKS and RANKS[preview] < RANKS[Level.CENTRE]
    seen = Seen(organisation, min(rank, RANKS[preview]) if as_visitor else rank)
    context = {
        "organisation": organisation,
        "seen": seen,
        "preview": preview if as_visitor else "",
        "previews": [(level, label) for level, label in Level.choices if RANKS[level] < RANKS[Level.CENTRE]],
        "may_choose": may(request.user, policy.VISIBILITY, organisation) and not as_visitor,
        "inside": inside and not as_visitor,
        "may_see_inside": inside,
        "may_edit": may(request.user, policy.EDIT, organisation) and not as_visitor,
        "may_check": may(request.user, policy.CHECK, organisation) and not as_visitor,
        "member": organisation.pk in policy.memberships(request.user) and organisation.pk not in policy.through(request.user),
        "through": organisation.pk in policy.through(request.user),
        "owned": bool(queries.owners(organisation)),
        "claim": taken_over(organisation) if inside and not as_visitor else None,
        "parent": queries.visible_to(request.user).filter(pk=organisation.parent_id).first() if organisation.parent_id else None,
        "units": queries.visible_to(request.user).filter(parent=organisation).order_by("name")[:12],
        "units_count": queries.visible_to(request.user).filter(parent=organisation).count(),
        "may_enter_units": may(request.user, policy.UNITS, organisation) and "cso" in _kinds(organisation),
        "may_leave": organisation.parent_id is not None and not as_visitor and may(request.user, policy.LEAVE, organisation),
        "provenance": provenance(organisation) if inside and not as_visitor else [],
        "evidence": [each for each in organisation.evidence.all() if seen.evidence and (inside and not as_visitor or not each.is_refuted)],
        **details(organisation),
        "may_seek": may(request.user, policy.EDIT, organisation) and not as_visitor and bool(_kinds(organisation) & SEEKING),
        "panels": panels("organisation", organisation, request.user),
        "side_panels": [] if as_visitor else panels("organisation.side", organisation, request.user),
    }
    return render(request, "directory/show.html", context)


STAFF_ONLY = ("directory.organisation.tagged", "directory.organisation.untagged", "directory.organisation.assigned")
SEEKING = {"investor", "enterprise"}  # kinds of organisation that may say what cooperation they look for


def _kinds(organisation: Organisation) -> set[str]:
    return {each.kind for each in organisation.kinds.all()}


@access(PUBLIC)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what, for members and staff."""
    organisation = organisation_or_404(request, pk)
    if not may(request.user, policy.READ_ALL, organisation):
        raise Http404
    found = events.history(organisation)
    if not may(request.user, policy.SCREEN_DECIDE, organisation):
        found = found.exclude(verb__startswith="directory.screening.").exclude(verb__in=STAFF_ONLY)
    page = page_of(request, found, 40)
    return render(request, "directory/history.html", {"organisation": organisation, "page": page})


@access(SIGNED_IN)
def create(request: HttpRequest) -> HttpResponse:
    """Enter an organisation; what is likely on record already is shown first."""
    form = OrganisationForm(request.POST or None)
    likely: list[alike.Alike] = []
    if request.method == "POST" and form.is_valid() and "other" not in request.POST:
        likely = alike.find(_facts(form.cleaned_data), request.user)
    if request.method == "POST" and form.is_valid() and not likely:

        def act() -> str:
            organisation = actions.create_organisation(
                by=request.user, name=form.cleaned_data["name"], kinds=form.cleaned_data["kinds"],
                country=form.cleaned_data["country"],
                fields={key: value for key, value in form.fields_for(None).items() if key not in ("name", "country")},
            )  # fmt: skip
            request.session["acting_for"] = organisation.pk
            messages.success(request, _("%(name)s is on record. Now say what it can do.") % {"name": organisation.name})
            return reverse("directory:add_part", args=[organisation.pk, "capability"])

        return redirect(once(request, act))
    return render(request, "directory/edit.html", {"form": form, "organisation": None, "likely": _shown(likely)})


def _facts(said: Mapping[str, Any]) -> Facts:
    return Facts(str(said.get("name", ""))[:200], **{name: str(said.get(name) or "")[:300] for name in ("country", "town", "website")})


def _shown(likely: list[alike.Alike]) -> list[tuple[alike.Alike, str]]:
    return [(each, reasons(each.reasons)) for each in likely]


@access(SIGNED_IN)
def look_alike(request: HttpRequest) -> HttpResponse:
    """What is likely on record already, while somebody types."""
    likely = alike.find(_facts(request.GET), request.user)
    return render(request, "directory/alike.html", {"likely": _shown(likely)})


@access(SIGNED_IN)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the front of a record."""
    organisation = organisation_or_404(request, pk)
    require(request.user, policy.EDIT, organisation)
    form = OrganisationForm(request.POST or None, organisation=organisation, seen=seen_by(request.user, organisation))
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_organisation(
                by=request.user, organisation=organisation, version=number_in(request, "version"),
                fields=form.fields_for(organisation), kinds=form.cleaned_data["kinds"],
            )  # fmt: skip
        except actions.Stale as error:
            stale = error
            organisation.refresh_from_db()
        else:
            messages.success(request, _("Kept."))
            return redirect(organisation)
    return render(request, "directory/edit.html", {"form": form, "organisation": organisation, "stale": stale})


@access(SIGNED_IN)
def edit_part(request: HttpRequest, pk: int, part: str, item: int | None = None) -> HttpResponse:
    """Add or change a part of a record."""
    organisation = organisation_or_404(request, pk)
    require(request.user, policy.EDIT, organisation)
    kind = PARTS.get(part)
    if kind is None:
        raise Http404
    instance = kind.model(organisation=organisation)  # type: ignore[misc]
    if item is not None:
        instance = get_object_or_404(kind.model._default_manager.filter(organisation=organisation), pk=item)
    seen = actions.fingerprint(instance)
    stale: actions.Stale | None = None
    form = kind.form(request.POST or None, request.FILES or None, instance=instance)
    if request.method == "POST" and "find" not in request.POST and form.is_valid():

        def act() -> str:
            data = form.cleaned_data
            actions.save_part(
                by=request.user,
                part=form.save(commit=False),
                codes=data.get("codes"),
                upload=data.get("upload"),
                seen=request.POST.get("seen", ""),
            )
            messages.success(request, _("Kept."))
            return f"{organisation.get_absolute_url()}#{part}"

        try:
            return redirect(once(request, act))
        except actions.Stale as error:
            stale = error
        except IntegrityError:
            form.add_error(None, _("This is on record already; a number in a register belongs to one organisation only."))
    kept = request.POST.get("seen", "") if request.method == "POST" and stale is None else seen
    context = {"organisation": organisation, "kind": kind, "form": form, "item": instance if item else None, "seen": kept, "stale": stale}
    return render(request, "directory/part.html", context)


@access(SIGNED_IN)
def remove_part(request: HttpRequest, pk: int, part: str, item: int) -> HttpResponse:
    """Take a part out, after asking."""
    organisation = organisation_or_404(request, pk)
    require(request.user, policy.EDIT, organisation)
    kind = PARTS.get(part)
    if kind is None:
        raise Http404
    instance = get_object_or_404(kind.model._default_manager.filter(organisation=organisation), pk=item)
    if request.method == "POST":
        actions.remove_part(by=request.user, part=instance)
        messages.success(request, _("Removed. The history keeps what it was."))
        return redirect(f"{organisation.get_absolute_url()}#{part}")
    return render(request, "directory/remove.html", {"organisation": organisation, "kind": kind, "item": instance})


@access(SIGNED_IN)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """One-click actions on a record: confirm, check, close, open, confirm proposed codes, show a unit, end that it is one."""
    organisation = organisation_or_404(request, pk)
    try:
        _act(request, organisation, request.POST.get("do", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(organisation if queries.visible_to(request.user).filter(pk=pk).exists() else "directory:index")


def _act(request: HttpRequest, organisation: Organisation, do: str) -> None:
    """Do what the button says."""
    if do == "confirm":
        freshness.confirm(by=request.user, organisation=organisation)
        messages.success(request, _("Thank you. The record counts as fresh from today."))
    elif do == "ask":
        told = freshness.ask(by=request.user, organisation=organisation)
        messages.success(request, _("They are asked.") if told else _("Nobody speaks for it, or they were asked this month already."))
    elif do == "check":
        actions.check(by=request.user, organisation=organisation)
        messages.success(request, _("Marked as checked today."))
    elif do in ("close", "open"):
        actions.set_open(by=request.user, organisation=organisation, is_open=do == "open", reason=request.POST.get("reason", ""))
        messages.success(request, _("The record is public again.") if do == "open" else _("The record is closed."))
    elif do.startswith("codes-") and do[6:].isascii() and do[6:].isdigit():
        capability = get_object_or_404(organisation.capabilities, pk=int(do[6:]))
        actions.confirm_codes(by=request.user, capability=capability)
        messages.success(request, _("The codes count as stated from now on."))
    elif do in ("show", "hide"):
        units.show(by=request.user, unit=organisation, is_shown=do == "show")
        messages.success(request, _("It is in the directory now.") if do == "show" else _("Only you and your centre see it now."))
    elif do == "leave":
        units.leave(by=request.user, unit=organisation)
        messages.success(request, _("It no longer belongs to another organisation."))
    else:
        raise Http404


@access(PUBLIC)
def look_at_evidence(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """A paper with its files, for members and staff; an officer says here how they made sure of it."""
    organisation = organisation_or_404(request, pk)
    if not may(request.user, policy.READ_ALL, organisation):
        raise Http404
    evidence = get_object_or_404(organisation.evidence.select_related("verified_by"), pk=item)
    may_verify = may(request.user, policy.CHECK, evidence)
    form = VerifyForm(request.POST or None) if may_verify else None
    if request.method == "POST" and not may_verify:
        raise Http404
    if form is not None and form.is_valid():
        try:
            verify(by=request.user, evidence=evidence, seen=request.POST.get("seen", ""), **form.cleaned_data)  # type: ignore[arg-type]
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Kept, with your name and today's date."))
            return redirect("directory:evidence", pk, item)
    context = {
        "organisation": organisation, "evidence": evidence, "files": files.of(evidence), "form": form,
        "may_edit": may(request.user, policy.EDIT, organisation), "standing": STANDINGS[evidence.standing],
        "seen": mark(evidence),
    }  # fmt: skip
    return render(request, "directory/evidence.html", context)


@access(SIGNED_IN)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to act for an organisation."""
    organisation = organisation_or_404(request, pk)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            members.request_to_join(by=request.user, organisation=organisation, message=form.cleaned_data["message"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Your request is on its way. You will be told of the answer."))
            return redirect(organisation)
    waiting = JoinRequest.objects.filter(person=request.user, organisation=organisation, state="waiting").exists()
    return render(request, "directory/join.html", {"organisation": organisation, "form": form, "waiting": waiting})


@access(SIGNED_IN)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The record section by section; one click each says that it is still right."""
    organisation = organisation_or_404(request, pk)
    require(request.user, policy.EDIT, organisation)
    section = request.POST.get("section", "")
    if request.method == "POST":
        if section and section not in freshness.SECTIONS:
            raise Http404
        freshness.confirm(by=request.user, organisation=organisation, section=section)
        messages.success(request, _("Thank you. It counts as fresh from today."))
        return redirect("directory:confirm", pk)
    rows = [(key, freshness.SECTIONS[key], day, day is None or day < timezone.localdate() - freshness.YEAR)
            for key, day in freshness.dates(organisation).items()]  # fmt: skip
    return render(request, "directory/confirm.html", {"organisation": organisation, "rows": rows})


@access(SIGNED_IN)
def choose_visibility(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sees which field."""
    organisation = organisation_or_404(request, pk)
    require(request.user, policy.VISIBILITY, organisation)
    if request.method == "POST":
        try:
            choose(by=request.user, organisation=organisation, wanted={key: request.POST[key] for key in FIELDS if key in request.POST})
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("Kept. Look at your page as others see it."))
            return redirect(f"{organisation.get_absolute_url()}?as=public")
    rows = [(field, level_of(organisation, field.key)) for field in FIELDS.values()]
    return render(request, "directory/visibility.html", {"organisation": organisation, "rows": rows})
