"""Who may do what in the exchange."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from treadle.directory import policy as directory
from treadle.directory.models import Centre, Organisation
from treadle.directory.policy import EDITOR, MEMBERS, NETWORK_HEAD, OWNER, STAFF, WRITERS
from treadle.kit.policy import ADMINISTRATOR, MACHINE, PERSON, VISITOR, allow, role

from .models import Enquiry, Introduction, Invitation, Listing, SavedSearch


def _enquiry(thing: Any) -> Enquiry | None:
    if isinstance(thing, Enquiry):
        return thing
    if isinstance(thing, Invitation):
        return thing.enquiry
    if isinstance(thing, Introduction):
        return thing.invitation.enquiry
    return None


def centre_of(thing: Any) -> Centre | None:
    """The centre on whose desk the thing lies."""
    if isinstance(thing, Listing | Organisation):
        return thing.centre
    enquiry = _enquiry(thing)
    return enquiry.centre if enquiry is not None else None


@role(
    "case_officer",
    _("Officer of the case"),
    _("An officer, adviser or moderator of the centre on whose desk the case lies, or of the head office."),
)
def CASE_OFFICER(person: Any, thing: Any) -> bool:
    """Desk staff of the case's centre."""
    return directory.works_at(person, centre_of(thing), "officer", "adviser", "moderator", "head")


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
ENQUIRY_READ = allow("exchange.enquiry.read", _("See an enquiry"), *BUYING, CASE_OFFICER, ADMINISTRATOR)
ENQUIRY_WRITE = allow(
    "exchange.enquiry.write", _("Fill in, submit and withdraw an enquiry"), BUYER, CASE_OFFICER, MACHINE, when=_("until it is out")
)
ENQUIRY_REVIEW = allow("exchange.enquiry.review", _("Take, return, approve and close an enquiry"), CASE_OFFICER, MACHINE)
ENQUIRY_ASSIGN = allow("exchange.enquiry.assign", _("Give a case to another officer"), CASE_OFFICER, MACHINE)
ENQUIRY_MATCH = allow("exchange.enquiry.match", _("See who could meet a need, choose, exclude, invite"), CASE_OFFICER, MACHINE)
NEVER = allow("exchange.never.write", _("See and change whom an organisation is never matched with"), *WRITERS, CASE_OFFICER, MACHINE)
LEARN = allow("exchange.weights.decide", _("Put weights in force that past cases teach"), NETWORK_HEAD, ADMINISTRATOR, MACHINE)
SEARCH_KEEP = allow("exchange.search.keep", _("Save a search, to be told of what is new to it"), PERSON)
SEARCH_WRITE = allow("exchange.search.write", _("See, change and drop a saved search"), KEEPER)
EXPOSURE = allow("exchange.exposure.read", _("See how requests are spread over organisations"), STAFF)
NOTE = allow("exchange.note.write", _("Read and write internal notes of a case"), CASE_OFFICER)
INVITATION_READ = allow("exchange.invitation.read", _("See an invitation and what is wanted"), *SUPPLYING, CASE_OFFICER)
INVITATION_ANSWER = allow(
    "exchange.invitation.answer", _("Quote, show interest or decline"), INVITED, CASE_OFFICER, MACHINE, when=_("until the deadline")
)
RESPONSES_READ = allow("exchange.responses.read", _("Compare the answers to an enquiry"), *BUYING, CASE_OFFICER)
INTRODUCE = allow("exchange.introduction.make", _("Be introduced to a supplier that answered"), BUYER, CASE_OFFICER, MACHINE)
CONTACTS = allow("exchange.introduction.read", _("See the contact details of the other side"), *BUYING, *SUPPLYING, CASE_OFFICER)
OUTCOME = allow("exchange.outcome.report", _("Say what came of an introduction"), BUYER, INVITED, CASE_OFFICER, MACHINE)
SETTLE = allow("exchange.enquiry.conclude", _("End a case as concluded or not concluded"), CASE_OFFICER, MACHINE)
