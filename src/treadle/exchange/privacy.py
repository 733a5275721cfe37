"""What the exchange keeps of people and of what they write."""

from typing import Any

from treadle.kit import privacy
from treadle.kit.privacy import Class, classify, needs_class

from . import watching
from .followed import FollowUp
from .models import Enquiry, Exclusion, Introduction, Invitation, Learnt, Listing, NeverMatch, Note, Report, SavedSearch
from .quoted import Award, Item, Line, NotChosen, Question, Quotation, Referral

WORK = {
    "by",
    "created_by",
    "officer",
    "chosen_by",
    "decided_by",
    "answered_by",
    "made_by",
    "phoned_by",
    "note",
    "text",
    "message",
    "returned_reason",
    "asked_by",
    "confidential_by",
    "answer",
    "payment",
    "place",
    "description",
    "samples",
    "reason",
    "detail",
}
for model in (Enquiry, Exclusion, Introduction, Invitation, Learnt, Listing, NeverMatch, Note, Report, Award, Item, Line, NotChosen,
Question,
              Quotation, Referral, FollowUp):  # fmt: skip
    classify(
        model, **{name: Class.SECRET if name == "token" else Class.WORK if name in WORK else Class.NONE for name in needs_class(model)}
    )

classify(SavedSearch, **dict.fromkeys(needs_class(SavedSearch), Class.SECRET))


def _export(person: Any) -> dict[str, Any]:
    return {
        "enquiries_started": list(Enquiry.objects.filter(created_by=person).values("number", "title", "created_at")),
        "cases": list(Enquiry.objects.filter(officer=person).values("number", "title")),
        "answers": list(Invitation.objects.filter(answered_by=person).values("enquiry__number", "state", "answered_at", "note")),
        "notes": list(Note.objects.filter(by=person).values("enquiry__number", "text", "at")),
        "saved_searches": list(SavedSearch.objects.filter(person=person).values("title", "what", "wanted", "text", "delivery", "made_at")),
        "quotations": list(Quotation.objects.filter(by=person).values("invitation__enquiry__number", "revision", "sent_at", "note")),
        "questions": list(Question.objects.filter(asked_by=person).values("invitation__enquiry__number", "text", "asked_at")),
        "reports": list(Report.objects.filter(by=person).values("introduction_id", "party", "result", "at")),
    }


def _erase(person: Any) -> None:
    """Cases belong to organisations and stay; the links to the person go."""
    for found in SavedSearch.objects.filter(person=person):
        watching.forget(found)
        found.delete()
    Enquiry.objects.filter(officer=person).update(officer=None)
    for model, field in ((Enquiry, "created_by"), (Listing, "created_by"), (Invitation, "answered_by"), (Invitation, "chosen_by"),
                         (Introduction, "made_by"), (Report, "by"), (Note, "by"), (Exclusion, "by"),
                         (NeverMatch, "by"), (Learnt, "decided_by"), (Quotation, "by"), (Question, "asked_by"), (Question, "answered_by"),
                         (Referral, "officer"), (Referral, "asked_by"), (Award, "by"), (NotChosen, "by"),
                         (Invitation, "confidential_by")):  # fmt: skip
        model._default_manager.filter(**{field: person}).update(**{field: None})


privacy.personal_data("exchange", export=_export, erase=_erase)
