"""Who may do what with organisations and what belongs to them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from treadle.kit.policy import ADMINISTRATOR, MACHINE, PERSON, VISITOR, allow, role

from .models import Centre, Claim, Kind, Membership, Organisation, Staff


def organisation_of(thing: Any) -> Organisation | None:
    """The organisation that a thing is or belongs to."""
    if isinstance(thing, Organisation) or thing is None:
        return thing
    return getattr(thing, "organisation", None)


def memberships(person: Any) -> dict[int, str]:
    """The person's role in each organisation, read once per person object.

    Owners and editors of a civil-society organisation are editors of the units that it entered, as long as nobody owns those.
    """
    if person is None or not person.is_authenticated:
        return {}
    if not hasattr(person, "_memberships"):
        own = dict(Membership.objects.filter(person=person).values_list("organisation_id", "role"))
        person._memberships = {**dict.fromkeys(_units_of(own), str(Membership.Role.EDITOR)), **own}
        person._through = person._memberships.keys() - own.keys()
        person._owned = {pk for pk, role in own.items() if role == Membership.Role.OWNER}
    return dict(person._memberships)


def _units_of(own: dict[int, str]) -> list[int]:
    writes = [pk for pk, role in own.items() if role in (Membership.Role.OWNER, Membership.Role.EDITOR)]
    if not writes:
        return []
    units = Organisation.objects.filter(parent__in=writes, parent__kinds__kind=Kind.CSO)
    owned = Membership.objects.filter(role=Membership.Role.OWNER, organisation__parent__in=writes)
    return list(units.exclude(pk__in=owned.values("organisation")).values_list("pk", flat=True))


def through(person: Any) -> set[int]:
    """The units that a person speaks for through their organisation, not as a member."""
    memberships(person)
    return set(getattr(person, "_through", ()))


def posts(person: Any) -> list[Staff]:
    """The person's posts in centres, read once per person object."""
    if person is None or not person.is_authenticated:
        return []
    if not hasattr(person, "_posts"):
        person._posts = list(Staff.objects.filter(person=person).select_related("centre__organisation"))
    return list(person._posts)


def works_at(person: Any, centre: Centre | None, *roles: str) -> bool:
    """Whether the person has a post at the centre or at the head office (one of the roles, if given)."""
    for post in posts(person):
        here = centre is not None and post.centre_id == centre.pk
        if (here or post.centre.sort == Centre.Sort.HEAD) and (not roles or post.role in roles):
            return True
    return False


def speaks(person: Any) -> bool:
    """Whether the person is owner or editor anywhere: such are told of cases."""
    return any(role in ("owner", "editor") for role in memberships(person).values())


def works(person: Any) -> bool:
    """Whether the person has a post anywhere."""
    return bool(posts(person))


def heads(person: Any) -> bool:
    """Whether the person heads a centre."""
    return any(post.role == Staff.Role.HEAD for post in posts(person))


def _has(person: Any, thing: Any, *roles: str) -> bool:
    organisation = organisation_of(thing)
    return organisation is not None and memberships(person).get(organisation.pk) in roles


def _centre_of(thing: Any) -> Centre | None:
    if isinstance(thing, Centre):
        return thing
    organisation = organisation_of(thing)
    return organisation.centre if organisation is not None else getattr(thing, "centre", None)


@role("reader", _("Reader"), _("A member of the organisation who may see all of it and change nothing."))
def READER(person: Any, thing: Any) -> bool:
    """Reader of the thing's organisation."""
    return _has(person, thing, "reader")


@role("editor", _("Editor"), _("A member of the organisation who may change what it says of itself."))
def EDITOR(person: Any, thing: Any) -> bool:
    """Editor of the thing's organisation."""
    return _has(person, thing, "editor")


@role("owner", _("Owner"), _("A member who answers for the organisation: also decides who else may act for it."))
def OWNER(person: Any, thing: Any) -> bool:
    """Owner of the thing's organisation."""
    return _has(person, thing, "owner")


@role(
    "union",
    _("Organisation that speaks for a unit"),
    _("An owner of the civil-society organisation that entered a unit, as long as the unit has no owner of its own."),
)
def UNION(person: Any, thing: Any) -> bool:
    """Owners of the organisation that speaks for the unit."""
    organisation = organisation_of(thing)
    return organisation is not None and organisation.pk in through(person) and organisation.parent_id in person._owned


@role("claimant", _("Claimant"), _("Who says that a record is theirs."))
def CLAIMANT(person: Any, thing: Any) -> bool:
    """Whoever made the claim."""
    return isinstance(thing, Claim) and person is not None and thing.person_id == person.pk


@role("officer", _("Officer"), _("An officer, adviser or moderator of the centre that serves the organisation, or of the head office."))
def OFFICER(person: Any, thing: Any) -> bool:
    """Desk staff of the centre concerned."""
    return works_at(person, _centre_of(thing), "officer", "adviser", "moderator", "head")


@role("centre_head", _("Head of the centre"), _("The head of the centre that serves the organisation, or of the head office."))
def CENTRE_HEAD(person: Any, thing: Any) -> bool:
    """Head of the centre concerned."""
    return works_at(person, _centre_of(thing), "head")


@role("staff", _("Staff of any centre"), _("Anybody with a post at a centre of the network."))
def STAFF(person: Any, thing: Any) -> bool:
    """Any post."""
    return bool(posts(person))


@role("network_head", _("Head of the network"), _("The head of a head office: enters centres and appoints whoever heads them."))
def NETWORK_HEAD(person: Any, thing: Any) -> bool:
    """Head of the head office."""
    return works_at(person, None, "head")


MEMBERS = (READER, EDITOR, OWNER)
WRITERS = (EDITOR, OWNER)

READ = allow("directory.organisation.read", _("See an organisation's public page"), VISITOR, when=_("while it is public"))
READ_ALL = allow(
    "directory.organisation.read_all", _("See contact details, internal figures and history"), *MEMBERS, OFFICER, ADMINISTRATOR
)
CREATE = allow("directory.organisation.create", _("Enter an organisation"), PERSON, MACHINE)
EDIT = allow("directory.organisation.edit", _("Change an organisation's record"), *WRITERS, OFFICER, MACHINE)
VISIBILITY = allow("directory.organisation.visibility", _("Choose who sees which field of a record"), OWNER, UNION, MACHINE)
ASK = allow("directory.organisation.ask", _("Ask whoever speaks for a record whether it is still right"), OFFICER, MACHINE)
CHECK = allow("directory.organisation.check", _("Mark a record or a certificate as checked"), OFFICER, MACHINE)
CLOSE = allow("directory.organisation.close", _("Close an organisation's record or open it again"), OWNER, CENTRE_HEAD, MACHINE)
JOIN = allow("directory.member.request", _("Ask to act for an organisation"), PERSON)
MEMBERS_READ = allow("directory.member.read", _("See who may act for an organisation"), *MEMBERS, OFFICER)
MEMBERS_CHANGE = allow(
    "directory.member.change", _("Invite members, accept requests, change roles, end memberships"), OWNER, UNION, OFFICER, MACHINE
)
UNITS = allow("directory.unit.enter", _("Enter units that belong to a civil-society organisation"), *WRITERS, OFFICER, MACHINE)
LEAVE = allow("directory.unit.leave", _("End that a unit belongs to another organisation"), OWNER, UNION, OFFICER, MACHINE)
CLAIM = allow("directory.claim.begin", _("Say that a record is one's own"), PERSON)
CLAIM_OWN = allow("directory.claim.own", _("Type in the code of one's claim, or withdraw it"), CLAIMANT)
CLAIM_DECIDE = allow("directory.claim.decide", _("Send the code of a claim, accept or refuse it"), OFFICER, when=_("never one's own claim"))
CLAIM_LAPSE = allow("directory.claim.lapse", _("End a claim whose code nobody typed in"), MACHINE)
HAND_OVER = allow("directory.member.hand_over", _("Hand over ownership"), OWNER, CENTRE_HEAD)
IMPORT = allow("directory.import", _("Import a spreadsheet of organisations for a centre, repair, write and undo it"), OFFICER, MACHINE)
MERGE = allow("directory.merge", _("Merge two records, undo a merge, decide whether two are the same"), OFFICER, MACHINE)
SEEK = allow("directory.duplicates.seek", _("Look through the whole databank for duplicates"), NETWORK_HEAD, ADMINISTRATOR, MACHINE)
FLAG = allow("directory.flag", _("Point out that two records may be of one organisation"), PERSON, MACHINE)
LISTS = allow("directory.list.load", _("Load a list of sanctions or exclusions"), NETWORK_HEAD, MACHINE)
SCREEN = allow("directory.screening.run", _("Hold a record against lists of sanctions and exclusions"), OFFICER, MACHINE)
SCREEN_DECIDE = allow(
    "directory.screening.decide", _("See and decide about a hit of screening"), OFFICER, when=_("two people clear one, each with a reason")
)
BULK = allow("directory.bulk", _("Assign, tag, ask and write to many records at once"), OFFICER, MACHINE)
DESK = allow("directory.desk.open", _("Open the desk of a centre"), STAFF)
OPEN_CENTRE = allow("directory.centre.open", _("Enter a centre, say what it serves"), NETWORK_HEAD, ADMINISTRATOR, MACHINE)
STAFF_READ = allow("directory.staff.read", _("See who works at a centre"), STAFF, ADMINISTRATOR)
APPOINT = allow("directory.staff.appoint", _("Appoint staff of a centre"), CENTRE_HEAD, ADMINISTRATOR, MACHINE)
