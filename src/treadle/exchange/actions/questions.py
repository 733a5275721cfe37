"""Questions of those who were invited, answered to all of them without names."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.queries import speakers
from treadle.kit import events, notify
from treadle.kit.policy import require
from treadle.kit.texts import comma

from .. import policy
from ..flow import EnquiryState, InvitationState
from ..models import Invitation
from ..queries import desk_of
from ..quoted import Question
from ..revealing import told_by, without


def _nameless(text: str, *names: str) -> None:
    """All who were invited will read it: nobody's name or address may stand in it."""
    if found := told_by(text, *names):
        said = comma().join(f"{label} ({words})" for label, words in found)
        raise ValidationError({"text": _("All who were invited read this, without names. Take out: %(said)s.") % {"said": said}})


@transaction.atomic
def ask(*, by: Any, invitation: Invitation, text: str) -> Question:
    """Ask the buyer something, until the deadline."""
    require(by, policy.INVITATION_ANSWER, invitation)
    enquiry = invitation.enquiry
    if not enquiry.takes_answers:
        raise ValidationError(_("The time for questions is over."), code="late")
    if not text.strip():
        raise ValidationError({"text": _("The question is empty. Write what you need to know.")})
    # Not the buyer's name: to refuse it would tell who the buyer is. It is taken out before others read the question.
    _nameless(text, invitation.organisation.name)
    question = Question.objects.create(invitation=invitation, text=text.strip(), asked_by=by)
    events.record("exchange.question.asked", by=by, on=question, case=enquiry)
    desk = desk_of(enquiry)
    notify.tell(
        [*desk, *speakers(enquiry.organisation)], "exchange.question_asked", once=str(question.pk),
        link=f"{enquiry.get_absolute_url()}questions/",
        values={"title": enquiry.title, "number": enquiry.number, "text": question.text},
    )  # fmt: skip
    return question


@transaction.atomic
def answer_question(*, by: Any, question: Question, text: str) -> None:
    """Answer a question to all who were invited. An answer may be mended; all are told again."""
    enquiry = question.invitation.enquiry
    require(by, policy.QUESTION_ANSWER, enquiry)
    if enquiry.state != EnquiryState.OUT:
        raise ValidationError(
            _("Answers to questions go out while invitations are out. It is now: %(state)s.") % {"state": enquiry.get_state_display()}
        )
    if not text.strip():
        raise ValidationError({"text": _("The answer is empty.")})
    _nameless(text, question.invitation.organisation.name, enquiry.organisation.name)
    now = timezone.now()
    question.answer, question.answered_by, question.answered_at = text.strip(), by, now
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    events.record("exchange.question.answered", by=by, on=question, case=enquiry)
    asked = enquiry.invitations.filter(sent_at__isnull=False).exclude(state__in=(InvitationState.DECLINED, InvitationState.LAPSED))
    values = {"title": enquiry.title, "question": without(question.text, enquiry.organisation.name), "answer": question.answer}
    for each in asked.select_related("organisation"):
        notify.tell(
            speakers(each.organisation), "exchange.question_answered", once=f"{question.pk}-{now:%Y%m%d%H%M%S%f}",
            link=each.get_absolute_url(), values=values,
        )  # fmt: skip
