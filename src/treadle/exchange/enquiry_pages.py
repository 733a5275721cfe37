"""Pages of enquiries for those who bring them: steps, check your answers, the case."""

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_POST

from treadle.directory.actions import Stale
from treadle.directory.models import Organisation, Person
from treadle.directory.queries import officers
from treadle.kit import clock, events, files
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.once import once
from treadle.kit.policy import may, require
from treadle.kit.tables import order_of, page_of

from . import actions, policy, queries
from .actions.enquiries import missing
from .flow import EnquiryState, IllegalMove
from .forms import AmountForm, ConditionsForm, KindForm, WhatForm, WhenForm
from .kinds import Kind, kind_of
from .listing_pages import listing_or_404, shown_details
from .models import Enquiry
from .quoting_forms import TermsForm
from .revealing import reveals
from .showing import moved_meanwhile, public_history
from .standing_figures import WAITING

STEPS: dict[str, tuple[Any, Any, Any]] = {
    "what": (gettext_lazy("What"), gettext_lazy("What do you need?"), WhatForm),
    "items": (gettext_lazy("Items"), gettext_lazy("Which things, each quoted on its own?"), None),
    "amount": (gettext_lazy("How much"), gettext_lazy("How much, and how is it split?"), AmountForm),
    "when": (gettext_lazy("When"), gettext_lazy("Until when?"), WhenForm),
    "terms": (gettext_lazy("Terms"), gettext_lazy("On which terms?"), TermsForm),
    "conditions": (gettext_lazy("Conditions"), gettext_lazy("What else must hold?"), ConditionsForm),
}


def enquiry_or_404(request: HttpRequest, number: str) -> Enquiry:
    """The enquiry, if this person may know of it."""
    return get_object_or_404(queries.enquiries_visible_to(request.user), number=number)


def steps_of(enquiry: Enquiry) -> list[str]:
    """The steps that an enquiry needs: items and terms where it can be quoted; where it has items, they say how much."""
    kind = kind_of(enquiry.kind)
    left_out = set() if kind.quoted else {"items", "terms"}
    if not kind.asks_quantity or (kind.quoted and enquiry.pk and enquiry.items.exists()):
        left_out.add("amount")
    return [step for step in STEPS if step not in left_out]


def step_url(enquiry: Enquiry, step: str) -> str:
    """Where a step is answered."""
    return reverse("exchange:items", args=[enquiry.number]) if step == "items" else reverse("exchange:step", args=[enquiry.number, step])


@access(SIGNED_IN)
def index(request: HttpRequest) -> HttpResponse:
    """Enquiries one may see, newest first."""
    found = queries.enquiries_visible_to(request.user)
    state = request.GET.get("state", "")
    if state in EnquiryState.values:
        found = found.filter(state=state)
    waiting = re.fullmatch(r"(\d{1,9})-(\d{1,9})", request.GET.get("waiting", ""))
    if waiting:  # what a figure of "How the desk stands" counts
        found = found.filter(centre=waiting[1], state__in=WAITING)
        found = found.filter(officer=int(waiting[2])) if int(waiting[2]) else found.filter(officer=None)
    if words := request.GET.get("q", "").strip():
        found = (
            found.filter(title__icontains=words) | found.filter(number__icontains=words) | found.filter(organisation__name__icontains=words)
        )
    order = order_of(request.GET, queries.ENQUIRY_ORDERS, "new")
    context = {
        "sort": request.GET.get("sort", "new"),
        "page": page_of(request, found.order_by(*order)),
        "states": EnquiryState.choices,
        "state": state,
        "words": words,
    }
    return render(request, "exchange/enquiries.html", context)


@access(SIGNED_IN)
def start(request: HttpRequest) -> HttpResponse:
    """The first question, then a draft is kept from the first step on."""
    organisation: Organisation | None = getattr(request, "acting", None)
    if organisation is None:
        messages.info(request, _("Enter your organisation first; an enquiry is brought in its name."))
        return redirect("directory:create")
    require(request.user, policy.ENQUIRY_START, organisation)
    form = KindForm(request.GET or None, side="need")
    if "kind" not in request.GET or not form.is_valid():
        return render(request, "exchange/kind.html", {"form": form, "side": "need", "what": "enquiry"})
    kind = kind_of(form.cleaned_data["kind"])
    blank = Enquiry(kind=kind.key, organisation=organisation, language="")
    step = WhatForm(request.POST or None, enquiry=blank, kind=kind)
    if request.method == "POST" and "find" not in request.POST and step.is_valid():

        def act() -> str:
            enquiry = actions.start(
                by=request.user, organisation=organisation, fields={**step.values(), "kind": kind.key}, codes=step.cleaned_data["codes"]
            )
            return after_step(request, enquiry, "what")

        return redirect(once(request, act))
    return render(request, "exchange/step.html", step_context(blank, kind, "what", step))


@access(SIGNED_IN)
@require_POST
def from_listing(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask about a published listing: an enquiry with its words and figures."""
    listing = listing_or_404(request, pk)
    organisation = getattr(request, "acting", None)
    if organisation is None:
        messages.info(request, _("Enter your organisation first; an enquiry is brought in its name."))
        return redirect("directory:create")

    def act() -> str:
        enquiry = actions.start_from_listing(by=request.user, organisation=organisation, listing=listing)
        return reverse("exchange:step", args=[enquiry.number, "what"])

    return redirect(once(request, act))


def after_step(request: HttpRequest, enquiry: Enquiry, step: str) -> str:
    """Where a kept step leads: away, to the check, or to the next step."""
    if request.POST.get("do") == "leave":
        messages.success(request, _("The draft is kept. Come back to it whenever you like."))
        return enquiry.get_absolute_url()
    if request.GET.get("then") == "case" or enquiry.state not in (EnquiryState.DRAFT, EnquiryState.RETURNED):
        messages.success(request, _("Changed."))
        return enquiry.get_absolute_url()
    order = steps_of(enquiry)
    later = order[order.index(step) + 1 :]
    if not later or request.GET.get("then") == "check":
        return reverse("exchange:check", args=[enquiry.number])
    return step_url(enquiry, later[0])


def step_context(enquiry: Enquiry, kind: Kind, step: str, form: Any, stale: Any = None) -> dict[str, Any]:
    """What a page of one step shows."""
    order = steps_of(enquiry)
    here = order.index(step) if step in order else 0
    return {
        "enquiry": enquiry, "kind": kind, "form": form, "stale": stale, "step": step, "heading": STEPS[step][1],
        "number": here + 1, "total": len(order) + 1,
        "steps": [(key, STEPS[key][0], "done" if at < here else "here" if at == here else "") for at, key in enumerate(order)],
    }  # fmt: skip


@access(SIGNED_IN)
def step(request: HttpRequest, number: str, step: str) -> HttpResponse:
    """One step of an enquiry."""
    enquiry = enquiry_or_404(request, number)
    if step not in STEPS or STEPS[step][2] is None or not may(request.user, policy.ENQUIRY_WRITE, enquiry):
        raise Http404
    kind = kind_of(enquiry.kind)
    form = STEPS[step][2](request.POST or None, enquiry=enquiry, kind=kind)
    stale = None
    leaving = request.POST.get("do") == "leave" and enquiry.state in (EnquiryState.DRAFT, EnquiryState.RETURNED)
    if request.method == "POST" and "find" not in request.POST and (form.is_valid() or leaving):
        try:
            actions.edit(
                by=request.user, enquiry=enquiry, version=number_in(request, "version"), fields=form.values(),
                codes=form.cleaned_data.get("codes"), step=step,
            )  # fmt: skip
            if not form.is_valid():
                messages.warning(request, _("What could be read is kept; this step is not complete yet."))
        except Stale as error:
            stale = error
            enquiry.refresh_from_db()
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect(after_step(request, enquiry, step))
    return render(request, "exchange/step.html", step_context(enquiry, kind, step, form, stale))


@access(SIGNED_IN)
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Check your answers, then submit."""
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.ENQUIRY_WRITE, enquiry):
        raise Http404
    if request.method == "POST":

        def act() -> str:
            actions.submit(by=request.user, enquiry=enquiry)
            messages.success(request, _("Submitted. Your officer reads it within three days; you will be told."))
            return enquiry.get_absolute_url()

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except IllegalMove:
            messages.warning(request, moved_meanwhile(enquiry))
        return redirect("exchange:check", number)
    context = {**_case(enquiry), "missing": missing(enquiry), "steps": named_steps(enquiry)}
    return render(request, "exchange/check.html", context)


def _case(enquiry: Enquiry) -> dict[str, Any]:
    items = list(enquiry.items.prefetch_related("codes__system"))
    drawings = files.of_many(items)
    return {
        "enquiry": enquiry,
        "kind": kind_of(enquiry.kind) if enquiry.kind else None,
        "details": shown_details(enquiry),
        "codes": enquiry.codes.select_related("system"),
        "reveals": reveals(enquiry),
        "items": [(item, drawings[item.pk]) for item in items],
    }


def named_steps(enquiry: Enquiry) -> list[tuple[str, str, Any]]:
    """Key, address and name of each step."""
    return [(key, step_url(enquiry, key), STEPS[key][0]) for key in steps_of(enquiry)] if enquiry.kind else []


@access(SIGNED_IN)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """The case: what is wanted, where it stands, what may be done."""
    enquiry = enquiry_or_404(request, number)
    staff = may(request.user, policy.ENQUIRY_REVIEW, enquiry)
    context = {
        **_case(enquiry),
        "tab": "need",
        "staff": staff,
        "referral": actions.referral_for(request.user, enquiry),
        "referrals": enquiry.referrals.select_related("centre__organisation", "officer"),
        "awards": enquiry.awards.filter(state="stands").select_related("line__item", "line__quotation__invitation__organisation"),
        "may_write": may(request.user, policy.ENQUIRY_WRITE, enquiry),
        "editable": enquiry.state in (EnquiryState.DRAFT, EnquiryState.RETURNED),
        "notes": enquiry.notes.select_related("by") if staff else [],
        "officers": officers(enquiry.centre) if staff else [],
        "recent": events.history(enquiry)[:6],
        "outlook": clock.outlook(enquiry) if staff else [],
        "steps": named_steps(enquiry),
    }
    return render(request, "exchange/enquiry.html", context)


@access(SIGNED_IN)
def history(request: HttpRequest, number: str) -> HttpResponse:
    """Everything that happened in the case; internal steps are for staff only."""
    enquiry = enquiry_or_404(request, number)
    if actions.referral_for(request.user, enquiry):
        raise Http404  # a sister centre sees its own part of a case, not who else did what
    staff = may(request.user, policy.ENQUIRY_REVIEW, enquiry)
    found = events.history(enquiry) if staff else public_history(enquiry)
    context = {"enquiry": enquiry, "tab": "history", "page": page_of(request, found, 50), "staff": staff}
    return render(request, "exchange/history.html", context)


DONE = {
    "take": gettext_noop("The case is yours."), "return": gettext_noop("Returned to the buyer."),
    "approve": gettext_noop("Approved. It may be matched and sent out."), "close": gettext_noop("Closed for answers."),
    "withdraw": gettext_noop("Withdrawn."), "conclude": gettext_noop("The case has ended with a contract."),
    "not_conclude": gettext_noop("The case has ended without a contract."), "note": gettext_noop("The note is kept."),
    "assign": gettext_noop("The case was given on."),
}  # fmt: skip


@access(SIGNED_IN)
@require_POST
def act(request: HttpRequest, number: str) -> HttpResponse:
    """What officers and buyers decide about a case with one button."""
    enquiry = enquiry_or_404(request, number)
    do, reason, by = request.POST.get("do", ""), request.POST.get("reason", ""), request.user
    verbs = {
        "take": lambda: actions.take(by=by, enquiry=enquiry),
        "return": lambda: actions.return_enquiry(by=by, enquiry=enquiry, reason=reason),
        "approve": lambda: actions.approve(by=by, enquiry=enquiry),
        "close": lambda: actions.close(by=by, enquiry=enquiry),
        "withdraw": lambda: actions.withdraw(by=by, enquiry=enquiry, reason=reason),
        "conclude": lambda: actions.conclude(by=by, enquiry=enquiry, with_contract=True, reason=reason),
        "not_conclude": lambda: actions.conclude(by=by, enquiry=enquiry, with_contract=False, reason=reason),
        "note": lambda: actions.add_note(by=by, enquiry=enquiry, text=request.POST.get("text", "")),
        "assign": lambda: actions.assign(by=by, enquiry=enquiry, officer=get_object_or_404(Person, pk=number_in(request, "officer"))),
    }
    if do not in verbs:
        raise Http404

    def run() -> str:
        verbs[do]()
        messages.success(request, _(DONE[do]))
        return enquiry.get_absolute_url()

    try:
        return redirect(once(request, run))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, moved_meanwhile(enquiry))
    return redirect(enquiry)
