"""Who may do what in the exchange."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from treadle.directory import policy as directory
from treadle.directory.models import Centre, Organisation
from treadle.directory.policy import EDITOR, MEMBERS, NETWORK_HEAD, OWNER, STAFF, WRITERS
from treadle.kit.policy import ADMINISTRATOR, MACHINE, PERSON, VISITOR, allow, role

from .models import Enquiry, Introduction, Invitation, Listing, SavedSearch
from .quoted import Referral


def _enquiry(thing: Any) -> Enquiry | None:
    if isinstance(thing, Enquiry):
        return thing
    if isinstance(thing, Invitation):
        return thing.enquiry
    if isinstance(thing, Introduction):
        return thing.invitation.enquiry
    if isinstance(thing, Referral):
        return thing.enquiry
    return None


DESK_ROLES = ("officer", "adviser", "moderator", "head")


def desk_centre_ids(person: Any) -> list[int]:
    """Centres at whose desk a person works."""
    return [post.centre_id for post in directory.posts(person) if post.role in DESK_ROLES]


def answers_it(person: Any, enquiry: Enquiry) -> bool:
    """Whether an organisation of the person was asked in the case: then they do not work on it, whatever their post."""
    own = directory.memberships(person)
    return bool(own) and enquiry.pk is not None and enquiry.invitations.filter(organisation__in=own, sent_at__isnull=False).exists()


def centre_of(thing: Any) -> Centre | None:
    """The centre on whose desk the thing lies."""
    if isinstance(thing, Listing | Organisation):
        return thing.centre
    enquiry = _enquiry(thing)
    return enquiry.centre if enquiry is not None else None


@role(
    "case_officer",
    _("Officer of the case"),
    _(
        "An officer, adviser or moderator of the centre on whose desk the case lies, or of the head office; not one whose own "
        "organisation was asked in the case."
    ),
)
def CASE_OFFICER(person: Any, thing: Any) -> bool:
    """Desk staff of the case's centre, without a stake in it."""
    if not directory.works_at(person, centre_of(thing), *DESK_ROLES):
        return False
    enquiry = _enquiry(thing)
    return enquiry is None or not answers_it(person, enquiry)


@role(
    "sister_officer", _("Officer of a sister centre"),
    _("An officer, adviser or moderator of a centre to which the case was sent on; sees what that centre does in it."),
)  # fmt: skip
def SISTER(person: Any, thing: Any) -> bool:
    """Desk staff of a centre the case was sent on to."""
    enquiry = _enquiry(thing)
    mine = desk_centre_ids(person) if person is not None and person.is_authenticated else []
    if enquiry is None or not mine or answers_it(person, enquiry):
        return False
    if isinstance(thing, Invitation):
        return thing.centre_id in mine
    if isinstance(thing, Referral):
        return thing.centre_id in mine
    return not isinstance(thing, Introduction) and enquiry.pk is not None and enquiry.referrals.filter(centre__in=mine).exists()


@role("case_head", _("Head of the case's centre"), _("The head of the centre on whose desk the case lies, or of the head office."))
def CASE_HEAD(person: Any, thing: Any) -> bool:
    """Head of the case's centre."""
    return directory.works_at(person, centre_of(thing), "head")


@role("buyer", _("Buyer"), _("An owner or editor of the organisation that brought the enquiry."))
def BUYER(person: Any, thing: Any) -> bool:
    """Writers of the enquiring organisation."""
    enquiry = _enquiry(thing)
    return enquiry is not None and directory.memberships(person).get(enquiry.organisation_id) in ("owner", "editor")


@role("buyer_reader", _("Reader at the buyer"), _("A reader of the organisation that brought the enquiry."))
def BUYER_READER(person: Any, thing: Any) -> bool:
    """Readers of the enquiring organisation."""
    enquiry = _enquiry(thing)
    return enquiry is not None and directory.memberships(person).get(enquiry.organisation_id) == "reader"


def _invited(person: Any, thing: Any, *roles: str) -> bool:
    invitation = thing.invitation if isinstance(thing, Introduction) else thing
    if not isinstance(invitation, Invitation) or invitation.sent_at is None:
        return False
    return directory.memberships(person).get(invitation.organisation_id) in roles


@role("invited", _("Invited supplier"), _("An owner or editor of an organisation that was invited to answer."))
def INVITED(person: Any, thing: Any) -> bool:
    """Writers of the invited organisation."""
    return _invited(person, thing, "owner", "editor")


@role("invited_reader", _("Reader at an invited supplier"), _("A reader of an organisation that was invited to answer."))
def INVITED_READER(person: Any, thing: Any) -> bool:
    """Readers of the invited organisation."""
    return _invited(person, thing, "reader")


@role("keeper", _("Who keeps the search"), _("The person who saved a search."))
def KEEPER(person: Any, thing: Any) -> bool:
    """Whose search it is."""
    return isinstance(thing, SavedSearch) and person is not None and thing.person_id == person.pk


BUYING = (BUYER, BUYER_READER)
SUPPLYING = (INVITED, INVITED_READER)

LISTING_READ = allow("exchange.listing.read", _("See the summary of a published listing"), VISITOR, when=_("while it is published"))
LISTING_DETAIL = allow(
    "exchange.listing.detail", _("See all of a listing"), *MEMBERS, CASE_OFFICER, ADMINISTRATOR, when=_("in every state")
)
LISTING_WRITE = allow("exchange.listing.write", _("Draft and submit a listing, renew or withdraw it"), *WRITERS, CASE_OFFICER, MACHINE)
LISTING_MODERATE = allow("exchange.listing.moderate", _("Publish a listing or return it with a reason"), CASE_OFFICER, MACHINE)
ENQUIRY_START = allow("exchange.enquiry.start", _("Bring an enquiry for one's organisation"), EDITOR, OWNER, CASE_OFFICER, STAFF)
ENQUIRY_READ = allow("exchange.enquiry.read", _("See an enquiry"), *BUYING, CASE_OFFICER, SISTER, ADMINISTRATOR)
ENQUIRY_WRITE = allow(
    "exchange.enquiry.write", _("Fill in, submit and withdraw an enquiry"), BUYER, CASE_OFFICER, MACHINE, when=_("until it is out")
)
ENQUIRY_REVIEW = allow("exchange.enquiry.review", _("Take, return, approve and close an enquiry"), CASE_OFFICER, MACHINE)
ENQUIRY_ASSIGN = allow("exchange.enquiry.assign", _("Give a case to another officer"), CASE_OFFICER, MACHINE)
ENQUIRY_MATCH = allow("exchange.enquiry.match", _("See who could meet a need, choose, invite"), CASE_OFFICER, SISTER, MACHINE)
ENQUIRY_EXCLUDE = allow(
    "exchange.enquiry.exclude", _("Exclude an organisation from a case, say what counts how much in it"), CASE_OFFICER, MACHINE
)
INVITATION_SEND = allow("exchange.invitation.send", _("Undo a choice before it is sent"), CASE_OFFICER, SISTER, MACHINE)
REFER = allow("exchange.enquiry.refer", _("Send a case on to sister centres"), CASE_OFFICER, MACHINE)
REFERRAL_ANSWER = allow(
    "exchange.referral.answer", _("Take a case that was sent on, or say that nobody fits"), SISTER, MACHINE, when=_("until the deadline")
)
NEVER = allow("exchange.never.write", _("See and change whom an organisation is never matched with"), *WRITERS, CASE_OFFICER, MACHINE)
LEARN = allow("exchange.weights.decide", _("Put weights in force that past cases teach"), NETWORK_HEAD, ADMINISTRATOR, MACHINE)
SEARCH_KEEP = allow("exchange.search.keep", _("Save a search, to be told of what is new to it"), PERSON)
SEARCH_WRITE = allow("exchange.search.write", _("See, change and drop a saved search"), KEEPER)
EXPOSURE = allow("exchange.exposure.read", _("See how requests are spread over organisations"), STAFF)
NOTE = allow("exchange.note.write", _("Read and write internal notes of a case"), CASE_OFFICER)
INVITATION_READ = allow("exchange.invitation.read", _("See an invitation and what is wanted"), *SUPPLYING, CASE_OFFICER, SISTER)
INVITATION_ANSWER = allow(
    "exchange.invitation.answer",
    _("Quote, ask, show interest or decline"),
    INVITED,
    CASE_OFFICER,
    SISTER,
    MACHINE,
    when=_("until the deadline; a quotation also later, marked as late"),
)
RESPONSES_READ = allow("exchange.responses.read", _("Compare the answers to an enquiry"), *BUYING, CASE_OFFICER)
CONFIDENTIALITY = allow("exchange.invitation.promise", _("Promise confidentiality, to see the drawings"), INVITED)
COMPARE = allow("exchange.quotations.compare", _("Put answers on a short list, say what counts how much among them"), BUYER, CASE_OFFICER)
QUESTION_ANSWER = allow("exchange.question.answer", _("Answer a supplier's question to all who were invited"), BUYER, CASE_OFFICER)
AWARD = allow("exchange.award.make", _("Award a request for quotation, or take an award back"), BUYER, CASE_OFFICER)
RATES_LOAD = allow("exchange.rates.load", _("Load rates of exchange"), NETWORK_HEAD, ADMINISTRATOR, MACHINE)
RATES_READ = allow("exchange.rates.read", _("See the rates of exchange on record"), STAFF, ADMINISTRATOR)
INTRODUCE = allow("exchange.introduction.make", _("Be introduced to a supplier that answered"), BUYER, CASE_OFFICER, MACHINE)
CONTACTS = allow("exchange.introduction.read", _("See the contact details of the other side"), *BUYING, *SUPPLYING, CASE_OFFICER)
OUTCOME = allow("exchange.outcome.report", _("Say what came of an introduction"), BUYER, INVITED, CASE_OFFICER, MACHINE)
FOLLOW_UP = allow("exchange.follow_up.ask", _("Ask both sides months later what became of an introduction"), CASE_OFFICER, MACHINE)
FOLLOW_UP_ANSWER = allow(
    "exchange.follow_up.answer", _("Say months later what became of an introduction"), VISITOR, when=_("by the link of the mail alone")
)
SETTLE = allow("exchange.enquiry.conclude", _("End a case as concluded or not concluded"), CASE_OFFICER, MACHINE)
