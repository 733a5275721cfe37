"""Pages of claims: the claimant's, the desk's, the letter, registers, what an owner changed."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.kit import files
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import add_errors, number_in
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.kit.tables import page_of

from .. import policy, queries
from ..claimed import Claim, Register
from ..databank_pages import centres_of
from ..imports.faults import FileFault
from ..imports.shown import label, value
from ..models import Organisation
from ..parts import PARTS
from . import actions, codes, registers
from .changes import Change, changes, taken_over
from .forms import FORMS, CodeForm, DecisionForm, NumberForm, PapersForm, RegisterForm
from .ways import Open, Way, masked_email, open_ways

State = Claim.State


@access(SIGNED_IN)
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a record is one's own: choose a way, or go on with the claim that is open."""
    organisation = get_object_or_404(queries.for_page(request.user), pk=pk)
    if organisation.kinds.filter(kind="centre").exists():
        raise Http404
    mine = organisation.claims.filter(person=request.user)
    current = mine.filter(state__in=Claim.OPEN).first()
    if current is not None:
        return _go_on(request, organisation, current)
    opened = open_ways(request.user, organisation)
    wanted = next((each for each in opened if each.way == request.GET.get("way")), None)
    form = _form(request, wanted, organisation) if wanted else None
    if request.method == "POST" and wanted and form is not None and form.is_valid():
        try:
            return redirect(once(request, lambda: _begin(request, organisation, wanted, form.cleaned_data)))
        except ValidationError as error:
            add_errors(form, error)
    owned = bool(queries.owners(organisation))
    context = {
        "organisation": organisation, "ways": opened, "wanted": wanted, "form": form, "owned": owned, "last": mine.first(),
        "owns": policy.memberships(request.user).get(pk) == "owner",
    }  # fmt: skip
    return render(request, "directory/claim.html", context)


def _form(request: HttpRequest, way: Open, organisation: Organisation) -> Any:
    data, sent = request.POST or None, request.FILES or None
    if way.way == Way.REGISTER:
        return NumberForm(data, registers=Register.objects.filter(centre=organisation.centre))
    if way.way == Way.PAPERS:
        return PapersForm(data, sent)
    return FORMS[Way(way.way)](data, way=way)


def _begin(request: HttpRequest, organisation: Organisation, way: Open, data: dict[str, Any]) -> str:
    actions.claim(by=request.user, organisation=organisation, way=way.way, **data)  # type: ignore[arg-type]
    return request.path


def _taken_over(request: HttpRequest, organisation: Organisation) -> str:
    request.session["acting_for"] = organisation.pk
    messages.success(request, _("The record is yours. Look through it and say what is still right."))
    return organisation.get_absolute_url()


def _go_on(request: HttpRequest, organisation: Organisation, current: Claim) -> HttpResponse:
    form = CodeForm(request.POST if request.POST.get("do") == "code" else None)
    try:
        if request.POST.get("do") == "withdraw":
            actions.withdraw(by=request.user, claim=current)  # type: ignore[arg-type]
            messages.success(request, _("Your claim is withdrawn."))
            return redirect("directory:claim", organisation.pk)
        if form.is_bound and form.is_valid():
            if not actions.prove(by=request.user, claim=current, code=form.cleaned_data["code"]):  # type: ignore[arg-type]
                if current.state == State.LAPSED:
                    messages.error(request, _("Five codes were wrong, so this claim has ended. You may begin again."))
                    return redirect("directory:claim", organisation.pk)
                left = codes.TRIES - current.wrong_tries
                form.add_error("code", _("This is not the code. %(left)s more may be tried.") % {"left": left})
            elif current.state == State.ACCEPTED:
                return redirect(_taken_over(request, organisation))
            else:
                messages.success(request, _("The code is right. The record has an owner already, so an officer decides."))
                return redirect("directory:claim", organisation.pk)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("directory:claim", organisation.pk)
    ends = current.sent_at + codes.LASTS[Way(current.way)] if current.state == State.SENT and current.sent_at else None
    address = current.sent_to if current.shown.get("typed") else masked_email(current.sent_to)
    context = {"organisation": organisation, "claim": current, "form": form, "ends": ends, "address": address}
    return render(request, "directory/claim_open.html", context)


@access(policy.DESK)
def desk(request: HttpRequest) -> HttpResponse:
    """Claims that wait for an officer, the oldest first; then what was decided."""
    centres = centres_of(request)
    rows = Claim.objects.filter(organisation__centre__in=centres).select_related("organisation", "person", "decided_by")
    waiting = rows.filter(state__in=(State.TO_SEND, State.WAITING)).order_by("waits_since")
    shown = request.GET.get("show", "")
    wanted = {"sent": rows.filter(state=State.SENT), "decided": rows.exclude(state__in=Claim.OPEN)}.get(shown, waiting)
    counts = {"waiting": waiting.count(), "sent": rows.filter(state=State.SENT).count()}
    return render(request, "directory/claims.html", {"page": page_of(request, wanted), "shown": shown, "counts": counts})


def _claim_or_404(request: HttpRequest, pk: int) -> Claim:
    found = get_object_or_404(Claim.objects.select_related("organisation__centre__organisation", "person", "decided_by"), pk=pk)
    if not may(request.user, policy.CLAIM_DECIDE, found):
        raise Http404
    return found


@access(policy.DESK)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """A claim with all that speaks for it, for the officer who sends its code or decides."""
    current = _claim_or_404(request, pk)
    do = request.POST.get("do", "")
    form = DecisionForm(request.POST if do in ("accept", "alone", "refuse") else None)
    try:
        if do == "sent":
            actions.sent(by=request.user, claim=current)  # type: ignore[arg-type]
            messages.success(request, _("Noted. The claimant can type in the code now."))
            return redirect(current)
        if form.is_bound and form.is_valid():
            actions.decide(
                by=request.user, claim=current, accept=do != "refuse", alone=do == "alone", reason=form.cleaned_data["reason"],  # type: ignore[arg-type]
            )  # fmt: skip
            messages.success(request, _("The record has a new owner.") if do != "refuse" else _("The claim is refused."))
            return redirect("directory:claims")
    except ValidationError as error:
        add_errors(form, error) if form.is_bound else messages.error(request, " ".join(error.messages))
    context = {
        "claim": current, "organisation": current.organisation, "form": form, "files": files.of(current),
        "own": current.person == request.user,
        "owners": queries.owners(current.organisation), "code": codes.code_of(current) if current.state == State.TO_SEND else "",
        "others": current.organisation.claims.exclude(pk=current.pk).select_related("person")[:10],
    }  # fmt: skip
    return render(request, "directory/claim_decide.html", context)


@access(policy.DESK)
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter with the code, to be printed."""
    current = _claim_or_404(request, pk)
    if current.way != Way.LETTER or current.state not in (State.TO_SEND, State.SENT) or current.person == request.user:
        raise Http404
    site = get_object_or_404(current.organisation.sites.select_related("country"), pk=int(current.sent_to.removeprefix("site-")))
    context = {"claim": current, "organisation": current.organisation, "site": site, "code": codes.code_of(current),
               "base_url": settings.BASE_URL}  # fmt: skip
    return render(request, "directory/claim_letter.html", context)


@access(policy.DESK)
def show_registers(request: HttpRequest) -> HttpResponse:
    """Registers that a centre has loaded, and loading another."""
    centres = centres_of(request)
    if request.POST.get("do") == "drop":
        register = get_object_or_404(Register.objects.filter(centre__in=centres), pk=number_in(request, "item"))
        registers.drop(by=request.user, register=register)  # type: ignore[arg-type]
        messages.success(request, _("The register is out. Records stay as they are."))
        return redirect("directory:registers")
    form = RegisterForm(request.POST or None, request.FILES or None, centres=centres)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with files.on_disk(data["upload"]) as path:
                register = registers.load(
                    by=request.user, centre=data["centre"], path=path, name=data["upload"].name, scheme=data["scheme"], as_of=data["as_of"],  # type: ignore[arg-type]
                )  # fmt: skip
        except FileFault as fault:
            form.add_error("upload", str(fault))
        else:
            messages.success(request, _("%(count)s numbers are loaded.") % {"count": register.entries_count})
            return redirect("directory:registers")
    loaded = Register.objects.filter(centre__in=centres).select_related("centre__organisation", "loaded_by")
    return render(request, "directory/registers.html", {"form": form, "registers": loaded, "centres": centres})


@access(SIGNED_IN)
def since(request: HttpRequest, pk: int) -> HttpResponse:
    """What the owner changed since they took the record over, against what the centre had."""
    organisation = get_object_or_404(queries.for_page(request.user), pk=pk)
    if not may(request.user, policy.READ_ALL, organisation):
        raise Http404
    by = taken_over(organisation)
    rows = [_shown(each) for each in changes(organisation, by.before)] if by else []
    return render(request, "directory/since.html", {"organisation": organisation, "claim": by, "rows": rows})


def _shown(change: Change) -> dict[str, Any]:
    if change.field in PARTS:
        return {"label": PARTS[change.field].title, "before": change.before or "–", "now": change.now or "–"}
    if change.field == "about":
        before, now = ("\n".join((each or {}).values()) or "–" for each in (change.before, change.now))
        return {"label": label("about"), "before": before, "now": now}
    return {"label": label(change.field), "before": value(change.field, change.before), "now": value(change.field, change.now)}
