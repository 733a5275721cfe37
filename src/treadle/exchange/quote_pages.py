"""Pages of those who quote: the quotation with its draft and revisions, questions, the promise of confidentiality, taking back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.kit import files
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.nomenclature.models import Unit

from . import actions, policy
from .enquiry_pages import enquiry_or_404
from .flow import EnquiryState, IllegalMove
from .models import Enquiry, Invitation
from .partner_pages import invitation_or_404
from .quotations import current, draft_of
from .quoted import Item, Question, Quotation
from .quoting_forms import HeadForm, LineForm
from .revealing import without
from .showing import moved_meanwhile


def may_quote(person: Any, asked: Invitation) -> bool:
    """Whether a quotation may be sent, in time or late."""
    open_yet = asked.enquiry.state in (EnquiryState.OUT, EnquiryState.CLOSED) and not hasattr(asked, "introduction")
    return open_yet and asked.sent_at is not None and may(person, policy.INVITATION_ANSWER, asked)


@access(SIGNED_IN)
def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """A quotation: a line for each item, kept as a draft or sent."""
    asked = invitation_or_404(request, pk)
    if not may_quote(request.user, asked):
        raise Http404
    enquiry = asked.enquiry
    draft = draft_of(asked, request.user)
    before = draft or current(asked)
    head = HeadForm(request.POST or None, request.FILES or None, enquiry=enquiry, before=before)
    own = {line.item_id: line for line in before.lines.all()} if before else {}
    items: list[Item | None] = [*enquiry.items.prefetch_related("codes__system")] or [None]
    known = list(Unit.objects.all())
    lines = [
        LineForm(request.POST or None, item=item, enquiry=enquiry, before=own.get(item.pk if item else None), known=known) for item in items
    ]
    if request.method == "POST" and all([head.is_valid(), *(line.is_valid() for line in lines)]):
        refused: list[ValidationError] = []
        try:
            url = once(request, lambda: _keep(request, asked, head, lines, refused))
            if not refused:
                return redirect(url)
            _place(refused[0], head, lines)
        except ValidationError as error:
            _place(error, head, lines)
        except IllegalMove:
            messages.warning(request, moved_meanwhile(asked))
            return redirect(asked)
    context = {
        "invitation": asked, "enquiry": enquiry, "head": head, "rows": list(zip(items, lines, strict=True)), "draft": draft,
        "forms": [*lines, head], "files": files.of(draft) if draft else [],
        "late": enquiry.deadline is None or timezone.now() > enquiry.deadline,
        "drawings": files.of_many(filter(None, items)) if opens(asked, request.user) else {},
        "revision": before.revision if before and before.sent_at else 0,
    }  # fmt: skip
    return render(request, "exchange/quote.html", context)


def _keep(request: HttpRequest, asked: Invitation, head: HeadForm, lines: list[LineForm], refused: list[ValidationError]) -> str:
    """Keep the draft, and send it if that is asked. The draft stands when the sending is ``refused``: nothing typed is lost."""
    values = {line.item.pk if line.item else 0: line.cleaned_data for line in lines}
    draft = actions.draft_quotation(by=request.user, invitation=asked, head=head.cleaned_data, lines=values)
    if upload := head.cleaned_data.get("file"):
        actions.attach(by=request.user, quotation=draft, upload=upload)
    if request.POST.get("do") != "send":
        messages.success(request, _("The draft is kept. Nobody else sees it until you send it."))
        return request.path
    try:
        with transaction.atomic():
            return _send(request, asked, head)
    except ValidationError as error:
        refused.append(error)
        return request.path


def _send(request: HttpRequest, asked: Invitation, head: HeadForm) -> str:
    sent = actions.send_quotation(by=request.user, invitation=asked, consent=bool(head.cleaned_data.get("consent")))
    if sent.is_late:
        messages.warning(request, _("Your quotation was sent after the deadline: it is kept and marked as late."))
    else:
        messages.success(request, _("Your quotation is on its way. You can revise it until the deadline."))
    return asked.get_absolute_url()


def _place(error: ValidationError, head: HeadForm, lines: list[LineForm]) -> None:
    """Put each fault of a quotation at its field."""
    by_key = {line.prefix: line for line in lines}
    if not hasattr(error, "error_dict"):
        head.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        field, _dash, key = name.partition("-")
        if key in by_key and field in by_key[key].fields:
            by_key[key].add_error(field, errors)
        else:
            head.add_error(field if field in head.fields else None, errors)


def opens(asked: Invitation, person: Any) -> bool:
    """Whether the drawings are open to who reads the invitation."""
    return not asked.enquiry.confidential or asked.confidential_at is not None or may(person, policy.ENQUIRY_READ, asked.enquiry)


@access(SIGNED_IN)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Promise confidentiality, ask a question, throw a draft away, take an answer back."""
    asked = invitation_or_404(request, pk)
    do = request.POST.get("do", "")
    done = {
        "promise": _("The drawings are open to you."), "ask": _("Your question was sent. You will be told of the answer."),
        "drop": _("The draft is gone."), "withdraw": _("Your answer is taken back."),
    }  # fmt: skip
    if do not in done:
        raise Http404
    try:
        _act(request, asked, do)
        messages.success(request, done[do])
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        if do == "ask":
            request.session["question"] = [pk, request.POST.get("text", "")[:2000]]
    except IllegalMove:
        messages.warning(request, moved_meanwhile(asked))
    return redirect(asked)


def _act(request: HttpRequest, asked: Invitation, do: str) -> None:
    if do == "promise":
        if request.POST.get("sure") != "yes":
            raise ValidationError(_("Tick the promise first."))
        actions.promise(by=request.user, invitation=asked)
    elif do == "ask":
        actions.ask(by=request.user, invitation=asked, text=request.POST.get("text", "")[:2000])
    elif do == "drop":
        actions.drop_draft(by=request.user, invitation=asked)
    else:
        reason, note = request.POST.get("reason", ""), request.POST.get("note", "")[:1000]
        actions.withdraw_quotation(by=request.user, invitation=asked, reason=reason, note=note)


@access(SIGNED_IN)
def questions(request: HttpRequest, number: str) -> HttpResponse:
    """Questions of those who were invited, for the buyer and the officer to answer to all."""
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.RESPONSES_READ, enquiry):
        raise Http404
    found = Question.objects.filter(invitation__enquiry=enquiry).select_related(
        "invitation__organisation", "invitation__enquiry__organisation", "answered_by"
    )
    typed: tuple[int, str] = (0, "")
    if request.method == "POST":
        question = get_object_or_404(found, pk=number_in(request, "question"))
        typed = question.pk, request.POST.get("text", "")[:4000]
        try:
            actions.answer_question(by=request.user, question=question, text=typed[1])
            messages.success(request, _("The answer went to all who were invited."))
            return redirect("exchange:questions", number)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    staff = may(request.user, policy.ENQUIRY_REVIEW, enquiry)
    context = {
        "enquiry": enquiry, "tab": "questions", "staff": staff, "questions": found, "typed": typed,
        "open": enquiry.state == EnquiryState.OUT,
        "may_answer": may(request.user, policy.QUESTION_ANSWER, enquiry),
    }  # fmt: skip
    return render(request, "exchange/questions.html", context)


def answered(enquiry: Enquiry) -> list[Question]:
    """Questions with answers, as all who were invited read them: neither who asked nor who the buyer is."""
    found = list(Question.objects.filter(invitation__enquiry=enquiry, answered_at__isnull=False).only("text", "answer", "answered_at"))
    for question in found:
        question.text = without(question.text, enquiry.organisation.name)
    return found


def may_open_paper(person: Any, pk: str) -> bool:
    """A quotation's file: for its organisation, and once it was sent for the buyer and the case's desk."""
    quotation = Quotation.objects.select_related("invitation__enquiry__organisation", "invitation__enquiry__centre").filter(pk=pk).first()
    if quotation is None or person is None or not person.is_authenticated:
        return False
    asked = quotation.invitation
    if policy.INVITED.test(person, asked) or policy.INVITED_READER.test(person, asked):
        return True
    return quotation.sent_at is not None and may(person, policy.RESPONSES_READ, asked.enquiry)
