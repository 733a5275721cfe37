"""What the exchange tells people."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.notify import Rule, register

OFFICER_WHY = _("You get this because the case is on your desk.")
OWNER_WHY = _("You get this because you act for {organisation}.")

register(
    Rule(
        "exchange.invited",
        label=_("Your organisation is invited to answer a need"),
        subject=_("Can you do this? {title}"),
        body=_(
            "{centre} thinks that {organisation} can meet this need: {title}.\n\n"
            "Please read it and answer by {answer_by}: quote, say that you are interested, or decline in one click. "
            "The buyer sees your name and answer; contact details are shown only when both sides agree.{message}"
        ),
        button=_("Read the need and answer"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.invitation_reminder",
        label=_("An invitation's deadline is near"),
        subject=_("Answer wanted by {answer_by}: {title}"),
        body=_("{organisation} has not answered yet. The buyer waits until {answer_by}; declining helps too."),
        button=_("Answer"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.enquiry_withdrawn",
        label=_("A need you were asked about was withdrawn"),
        subject=_("No longer needed: {title}"),
        body=_("The buyer has withdrawn this need. You need do nothing more."),
        button=_("See it"),
        why=_("You get this because your organisation was invited."),
    ),
    Rule(
        "exchange.listing_submitted",
        label=_("A listing waits to be read"),
        subject=_("To be read: {title}"),
        body=_("{organisation} has submitted a listing: {title}."),
        button=_("Read and decide"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.listing_published",
        label=_("Your listing was published"),
        subject=_("Published: {title}"),
        body=_("Your listing is shown to everybody until {expires}."),
        button=_("See your listing"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.listing_returned",
        label=_("Your listing was returned"),
        subject=_("Please change your listing: {title}"),
        body=_("Your officer asks for a change before the listing can be published:\n\n{reason}"),
        button=_("Change it"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.listing_expiring",
        label=_("Your listing is about to end"),
        subject=_("Ends on {expires}: {title}"),
        body=_("Your listing is shown until {expires}. If it still holds, one click renews it."),
        button=_("Renew or let it end"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.listing_expired",
        label=_("Your listing has ended"),
        subject=_("No longer shown: {title}"),
        body=_("The last day of your listing has passed. You can renew it in one click."),
        button=_("Renew it"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.enquiry_submitted",
        label=_("A new enquiry is on the desk"),
        subject=_("New enquiry {number}: {title}"),
        body=_("{organisation} has submitted an enquiry."),
        button=_("Open the case"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.enquiry_returned",
        label=_("Your enquiry was returned"),
        subject=_("One more thing about your enquiry {number}"),
        body=_("Your officer asks for something before {title} can go out:\n\n{reason}"),
        button=_("Complete it"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.enquiry_closed",
        label=_("All answers to your enquiry are in"),
        subject=_("Answers are in: {title}"),
        body=_("No more answers are taken for enquiry {number}. Willing suppliers: {count}. Compare them side by side."),
        button=_("Compare the answers"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.case_assigned",
        label=_("A case was given to you"),
        subject=_("Yours now: {number} {title}"),
        body=_("{person} gave you this case."),
        button=_("Open the case"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.answered",
        label=_("A supplier has answered"),
        subject=_("{organisation} can do it: {title}"),
        body=_("{organisation} has answered enquiry {number}."),
        button=_("See the answers"),
        why=_("You get this because the enquiry is yours."),
    ),
    Rule(
        "exchange.declined",
        label=_("A supplier has declined"),
        subject=_("{organisation} declines: {title}"),
        body=_("{organisation} will not answer enquiry {number}. The reason is with the case."),
        button=_("See the answers"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.introduced",
        label=_("You were introduced to a partner"),
        subject=_("You can now talk to {other}"),
        body=_(
            "Both sides agreed. The contact details of {other} are now shown to you, and yours to them, for: {title}. "
            "Nobody else sees them. Later we ask both what came of it."
        ),
        button=_("See the contact details"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.introduction_made",
        label=_("An introduction was made in your case"),
        subject=_("Introduced: {buyer} and {supplier}"),
        body=_("In case {number}, {buyer} and {supplier} now know each other's contact details."),
        button=_("Open the case"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.outcome_asked",
        label=_("You are asked what came of an introduction"),
        subject=_("What came of it? {title}"),
        body=_("Please say in a minute what came of the introduction in {number}. Only what both sides confirm is counted."),
        button=_("Say what came of it"),
        why=OWNER_WHY,
    ),
    Rule(
        "exchange.outcome_disputed",
        label=_("Two sides disagree on an outcome"),
        subject=_("Answers disagree: {number} {title}"),
        body=_("Buyer and supplier report different outcomes. Both reports are kept; a call may settle it."),
        button=_("Compare the reports"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.officer_warned",
        label=_("A case on your desk is late or about to be"),
        subject=_("{what}: {number} {title}"),
        body=_("{what}. The case waits for you."),
        button=_("Open the case"),
        why=OFFICER_WHY,
    ),
    Rule(
        "exchange.head_told",
        label=_("A case of your centre is long overdue"),
        subject=_("Overdue: {number} {title}"),
        body=_("{what}. Its officer was warned before."),
        button=_("Open the case"),
        why=_("You get this because you head the centre."),
    ),
)
