"""Pages of those who are asked: an invitation, an introduction, what came of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.directory.visibility import RANKS, Level, Seen
from treadle.kit import files
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import add_errors
from treadle.kit.once import once
from treadle.kit.policy import may

from . import actions, policy, queries
from .actions.outcomes import party_of
from .flow import WILLING, IllegalMove
from .forms import ANSWERS, ReportForm
from .kinds import kind_of
from .listing_pages import shown_details
from .models import Introduction, Invitation, Report
from .quotations import current, draft_of, papers_of, still_needs_drawings
from .quoted import Award
from .showing import moved_meanwhile
from .shown import kept_rows


def invitation_or_404(request: HttpRequest, pk: int) -> Invitation:
    """The invitation, if this person may know of it."""
    invitation = get_object_or_404(queries.invitations_visible_to(request.user), pk=pk)
    if not may(request.user, policy.INVITATION_READ, invitation):
        raise Http404
    return invitation


@access(SIGNED_IN)
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """What is wanted, why this organisation was thought of, and the answer. The buyer is not named."""
    asked = invitation_or_404(request, pk)
    actions.see(by=request.user, invitation=asked)
    enquiry = asked.enquiry
    in_time = enquiry.takes_answers
    do = request.POST.get("answer") or request.GET.get("answer", "")
    forms = _forms(request, asked, do)
    if request.method == "POST":
        if do not in ANSWERS:
            raise Http404
        form = forms[do]
        if form.is_valid():

            def act() -> str:
                fields = {key: value for key, value in form.cleaned_data.items() if key != "consent"}
                actions.answer(by=request.user, invitation=asked, state=do, fields=fields)
                messages.success(request, _("Your answer is on its way. You can change it until the deadline."))
                return asked.get_absolute_url()

            try:
                return redirect(once(request, act))
            except ValidationError as error:
                add_errors(form, error)
            except IllegalMove:
                messages.warning(request, moved_meanwhile(asked))
                return redirect(asked)
    context = {
        **_quoting(request, asked), "invitation": asked, "enquiry": enquiry, "kind": kind_of(enquiry.kind),
        "details": shown_details(enquiry),
        "codes": enquiry.codes.select_related("system"), "forms": forms, "answer": do, "reasons": kept_rows(asked), "in_time": in_time,
        "may_answer": may(request.user, policy.INVITATION_ANSWER, asked) and in_time and not hasattr(asked, "introduction"),
    }  # fmt: skip
    return render(request, "exchange/invitation.html", context)


def _quoting(request: HttpRequest, asked: Invitation) -> dict[str, Any]:
    """What of a request for quotation the invited organisation sees beside the need."""
    from .quote_pages import answered, may_quote, opens

    enquiry = asked.enquiry
    open_to, needed = opens(asked, request.user), still_needs_drawings(asked)
    items = list(enquiry.items.prefetch_related("codes__system"))
    kept = files.of_many(items)
    rows = [(item, kept[item.pk]) for item in items]
    typed = request.session.pop("question", None) or [0, ""]
    quotation = current(asked)
    return {
        "items": [(item, drawings if open_to and needed else []) for item, drawings in rows],
        "locked": not open_to and needed and any(found for _item, found in rows),
        "may_promise": may(request.user, policy.CONFIDENTIALITY, asked), "questions": answered(enquiry),
        "own_questions": asked.questions.filter(answered_at=None), "typed": typed[1] if typed[0] == asked.pk else "",
        "may_quote": may_quote(request.user, asked), "draft": draft_of(asked, request.user), "quotation": quotation,
        "revisions": asked.quotations.filter(sent_at__isnull=False), "papers": papers_of([quotation])[quotation.pk] if quotation else [],
        "awards": Award.objects.filter(line__quotation__invitation=asked, state="stands").select_related("line__item", "enquiry"),
        "reasons_to_withdraw": Invitation.Decline.choices,
        "may_withdraw": asked.state in WILLING and enquiry.state in ("out", "closed", "awarded")
        and may(request.user, policy.INVITATION_ANSWER, asked),
    }  # fmt: skip


def _forms(request: HttpRequest, asked: Invitation, do: str) -> dict[str, Any]:
    """The ways to answer without prices; only the one that was sent is bound."""
    initial: dict[str, dict[str, Any]] = {
        "interested": {"note": asked.note},
        "declined": {"decline_reason": asked.decline_reason, "note": asked.note},
    }
    data = request.POST if request.method == "POST" else None
    return {key: form(data if key == do else None, initial=initial[key], prefix=None) for key, form in ANSWERS.items()}


def introduction_or_404(request: HttpRequest, pk: int) -> Introduction:
    """The introduction, if this person is on one of its sides or on its desk."""
    found = get_object_or_404(queries.introductions_visible_to(request.user), pk=pk)
    if not may(request.user, policy.CONTACTS, found):
        raise Http404
    return found


@access(SIGNED_IN)
def introduce(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Say what will be revealed, then introduce."""
    asked = get_object_or_404(
        Invitation.objects.select_related("enquiry__organisation", "enquiry__centre", "organisation"), pk=pk, enquiry__number=number
    )
    visible = queries.enquiries_visible_to(request.user).filter(pk=asked.enquiry_id).exists()
    if not visible or not may(request.user, policy.INTRODUCE, asked) or asked.state not in ("quoted", "interested"):
        raise Http404
    fault = ""
    if request.method == "POST":

        def act() -> str:
            made = actions.introduce(by=request.user, invitation=asked, consent=request.POST.get("consent") == "yes")
            return made.get_absolute_url()

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            fault = " ".join(error.messages)
        except IllegalMove:
            messages.warning(request, moved_meanwhile(asked))
            return redirect(asked.enquiry)
    return render(request, "exchange/introduce.html", {"invitation": asked, "enquiry": asked.enquiry, "fault": fault})


@access(SIGNED_IN)
def introduction(request: HttpRequest, pk: int) -> HttpResponse:
    """Contacts of the two sides, and what each says came of it."""
    met = introduction_or_404(request, pk)
    enquiry = met.invitation.enquiry
    reports = {report.party: report for report in met.reports.select_related("by")}
    own = party_of(request.user, met)
    context = {
        "introduction": met, "enquiry": enquiry, "reports": [reports.get("buyer"), reports.get("supplier")], "own": own,
        "sides": [
            (each, each.contacts.all(), each.sites.all(), Seen(each, RANKS[Level.PARTNERS]).street)
            for each in (enquiry.organisation, met.invitation.organisation)
        ],
        "theirs": next((each for each in reports.values() if own and each.party != own and each.result != Report.Result.TALKING), None),
        "talking": bool(reports) and all(each.result == Report.Result.TALKING for each in reports.values()),
        "may_report": may(request.user, policy.OUTCOME, met) and met.state != "confirmed", "parties": Report.Party.choices,
    }  # fmt: skip
    return render(request, "exchange/introduction.html", context)


@access(SIGNED_IN)
def report(request: HttpRequest, pk: int, party: str) -> HttpResponse:
    """Say what came of an introduction; an officer may enter what one side said on the telephone."""
    met = introduction_or_404(request, pk)
    own = party_of(request.user, met)
    if party not in Report.Party.values or not may(request.user, policy.OUTCOME, met) or (own and own != party):
        raise Http404
    before = met.reports.filter(party=party).first()
    names = ("result", "value", "currency", "starts_on", "is_repeat", "jobs", "note")
    form = ReportForm(request.POST or None, initial={name: getattr(before, name) for name in names} if before else None)
    if request.method == "POST" and (request.POST.get("do") == "agree" or form.is_valid()):

        def act() -> str:
            if request.POST.get("do") == "agree":
                actions.agree(by=request.user, introduction=met, party=party)
                messages.success(request, _("Both sides now say the same."))
                return met.get_absolute_url()
            actions.report(by=request.user, introduction=met, party=party, **form.cleaned_data)
            messages.success(request, _("Kept. Only what both sides say alike counts as confirmed."))
            return met.get_absolute_url()

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            add_errors(form, error)
        except IllegalMove:
            messages.warning(request, moved_meanwhile(met))
            return redirect(met)
    return render(request, "exchange/report.html", {"introduction": met, "form": form, "party": party, "enquiry": met.invitation.enquiry})


@access(SIGNED_IN)
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline in one click from the list."""
    asked = invitation_or_404(request, pk)
    try:
        actions.answer(by=request.user, invitation=asked, state="declined", fields={"decline_reason": request.POST.get("reason", "")})
        messages.success(request, _("Declined. Thank you for saying so."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, moved_meanwhile(asked))
    return redirect(asked)
