"""What the exchange tells people about requests for quotation: questions, sister centres, revisions, awards."""

from django.utils.translation import gettext_lazy as _

from treadle.directory.policy import speaks, works
from treadle.kit.notify import Rule, register

from .notices import OFFICER_WHY, OWNER_WHY

CASE_WHY = _("You get this because the case is yours, or on your desk.")
ASKED_WHY = _("You get this because your organisation was asked.")
SISTER_WHY = _("You get this because you work at {centre}.")

register(
    Rule(
        "exchange.quotation_revised",
        label=_("A quotation was revised"),
        subject=_("{organisation} has revised its quotation: {title}"),
        body=_("{organisation} has sent a new revision for {number}. The last one that came in time counts."),
        button=_("Compare the quotations"),
        why=CASE_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.quoted_late",
        label=_("A quotation came after the deadline"),
        subject=_("Late: {organisation} has quoted for {title}"),
        body=_("{organisation} has sent a quotation for {number} after the deadline. It is kept and marked as late."),
        button=_("Compare the quotations"),
        why=CASE_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.quotation_withdrawn",
        label=_("A supplier takes its answer back"),
        subject=_("{organisation} takes its answer back: {title}"),
        body=_("{organisation} no longer offers what it quoted for {number}. The reason is with the case."),
        button=_("See the answers"),
        why=CASE_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.question_asked",
        label=_("A supplier asks a question"),
        subject=_("A question about {title}"),
        body=_("A supplier asks about {number}:\n\n{text}\n\nYour answer goes to all who were invited, without names."),
        button=_("Answer it"),
        why=CASE_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.question_answered",
        label=_("A question about a need was answered"),
        subject=_("Question and answer: {title}"),
        body=_("Somebody asked:\n\n{question}\n\nThe answer:\n\n{answer}"),
        button=_("Read the need and answer"),
        why=ASKED_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.referred",
        label=_("A sister centre sends a case on to yours"),
        subject=_("{lead} asks your centre: {title}"),
        body=_(
            "{lead} has sent case {number}, {title}, on to {centre}. Please look among the suppliers of your territory, and ask those who "
            "fit; if nobody does, say so.{note}"
        ),
        button=_("Open the case"),
        why=SISTER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.referral_waits",
        label=_("A case that was sent on waits for your centre"),
        subject=_("Waits for {centre}: {number} {title}"),
        body=_("{lead} waits for the suppliers of {centre}. Ask those who fit, or say that nobody does."),
        button=_("Open the case"),
        why=SISTER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.referral_silent",
        label=_("A sister centre has not looked at a case"),
        subject=_("{centre} has not acted: {number} {title}"),
        body=_("{centre} was reminded, and so was its head. A call may help; or look for suppliers elsewhere."),
        button=_("Open the case"),
        why=OFFICER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.referral_done",
        label=_("A sister centre has asked its suppliers"),
        subject=_("{centre} has asked {count}: {title}"),
        body=_("{centre} has sent its invitations in case {number}: {count}."),
        button=_("Open the case"),
        why=OFFICER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.referral_declined",
        label=_("A sister centre has nobody who fits"),
        subject=_("Nobody fits at {centre}: {title}"),
        body=_("{centre} has nobody for case {number}:\n\n{reason}"),
        button=_("Open the case"),
        why=OFFICER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.referral_lapsed",
        label=_("A sister centre asked nobody in time"),
        subject=_("Lapsed at {centre}: {number} {title}"),
        body=_("The time for answers is over, and {centre} has asked nobody in case {number}."),
        button=_("Open the case"),
        why=OFFICER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.next_best",
        label=_("The next organisation to ask in a case"),
        subject=_("Instead of {organisation}: {other}"),
        body=_(
            "{organisation} does not answer {number}, {title}. The next best match is {other}: {score} of 100 points. Nothing was sent."
        ),
        button=_("See and decide"),
        why=OFFICER_WHY,
        hears=works,
    ),
    Rule(
        "exchange.awarded",
        label=_("Your quotation won"),
        subject=_("Yours: {title}"),
        body=_("{buyer} has chosen {organisation} for: {title}. You see each other's contact details now; agree on the order between you."),
        button=_("See what was awarded and whom to call"),
        why=OWNER_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.not_chosen",
        label=_("Another quotation was chosen"),
        subject=_("Not this time: {title}"),
        body=_("Thank you for your answer. The buyer has chosen another one. The reason given: {reason}.{word}"),
        button=_("See your answer"),
        why=ASKED_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.award_taken_back",
        label=_("An award was taken back"),
        subject=_("No longer awarded: {title}"),
        body=_("The buyer has taken back what it had awarded to you. The reason given:\n\n{reason}"),
        button=_("See the need"),
        why=ASKED_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.award_given_back",
        label=_("A supplier gives an award back"),
        subject=_("{organisation} cannot deliver: {title}"),
        body=_("{organisation} takes back what it quoted for {number}; its award has fallen. Award it to the next best quotation."),
        button=_("See who is next"),
        why=CASE_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.follow_up",
        label=_("You are asked months later what became of an introduction"),
        subject=_("Two questions about {other}"),
        body=_(
            "On {day} you were introduced to {other}, for: {title}. What came of it, and does it go on? "
            "Two questions, no signing in. On the same page you can say that you do not want to be asked again."
        ),
        button=_("Answer in a minute"),
        why=OWNER_WHY,
        hears=speaks,
    ),
    Rule(
        "exchange.follow_up_by_telephone",
        label=_("Somebody without e-mail is to be asked what became of an introduction"),
        subject=_("Please call {organisation}: what became of {number}?"),
        body=_("Nobody at {organisation} can be written to. Please ask them what came of it with {other}, and enter the answer for them."),
        button=_("Enter the answer"),
        why=OFFICER_WHY,
        hears=works,
    ),
)
