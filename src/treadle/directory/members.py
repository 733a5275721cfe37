"""Every write about who may act for an organisation."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, mail, notify
from treadle.kit import policy as kit_policy
from treadle.kit.zones import is_zone

from . import policy, queries
from .models import JoinRequest, MemberInvitation, Membership, Organisation, Person
from .screened import Screened


def keep_zone(*, by: Person, zone: str) -> None:
    """Keep in whose time a person is told the hour; "" goes back to that of the country they act for. An unknown zone changes nothing."""
    if not zone or is_zone(zone):
        by.zone = zone
        by.save(update_fields=["zone"])


INVITATION_LASTS = timedelta(days=14)


def joined(organisation: Organisation) -> None:
    """Whoever joins puts another name on the record: it is held against the lists anew."""
    Screened.objects.filter(organisation=organisation).delete()


def forget_rights(person: Person) -> None:
    """Drop what the person object remembers of its rights."""
    person.__dict__.pop("_memberships", None)
    person.__dict__.pop("_through", None)
    person.__dict__.pop("_posts", None)


@transaction.atomic
def request_to_join(*, by: Person, organisation: Organisation, message: str = "") -> JoinRequest:
    """Ask to act for an organisation. Asking again while one waits changes nothing."""
    kit_policy.require(by, policy.JOIN)
    if organisation.pk in policy.memberships(by):
        raise ValidationError(_("You already act for %(name)s."), params={"name": organisation.name})
    request, new = JoinRequest.objects.get_or_create(
        person=by, organisation=organisation, state=JoinRequest.State.WAITING, defaults={"message": message}
    )
    if new:
        events.record("directory.member.requested", by=by, on=request, case=organisation)
        deciders = queries.owners(organisation) or queries.officers(organisation.centre)
        notify.tell(
            deciders, "directory.join_requested", once=str(request.pk), link=reverse("directory:members", args=[organisation.pk]),
            values={"person": str(by), "organisation": organisation.name, "message": message},
        )  # fmt: skip
    return request


@transaction.atomic
def decide_request(*, by: Person | None, request: JoinRequest, accept: bool, role: str = Membership.Role.READER) -> None:
    """Accept or refuse a waiting request. Deciding a decided one changes nothing."""
    kit_policy.require(by, policy.MEMBERS_CHANGE, request)
    state = JoinRequest.State.ACCEPTED if accept else JoinRequest.State.REFUSED
    waiting = JoinRequest.objects.filter(pk=request.pk, state=JoinRequest.State.WAITING)
    if not waiting.update(state=state, decided_by=by):
        return
    if accept:
        Membership.objects.get_or_create(person=request.person, organisation=request.organisation, defaults={"role": role})
        forget_rights(request.person)
        joined(request.organisation)
    verb = "directory.member.accepted" if accept else "directory.member.refused"
    events.record(verb, by=by, on=request, case=request.organisation)
    with translation.override(request.person.language):
        decision = str(_("accepted") if accept else _("refused"))
    notify.tell(
        [request.person], "directory.join_decided", once=str(request.pk), link=reverse("home"),
        values={"organisation": request.organisation.name, "decision": decision},
    )  # fmt: skip


@transaction.atomic
def invite_member(*, by: Person | None, organisation: Organisation, email: str, role: str) -> MemberInvitation:
    """Ask somebody by e-mail to act for the organisation. The link in the mail works for fourteen days, once."""
    kit_policy.require(by, policy.MEMBERS_CHANGE, organisation)
    email = email.strip().lower()
    if Membership.objects.filter(organisation=organisation, person__email=email).exists():
        raise ValidationError(_("%(email)s already acts for this organisation."), params={"email": email})
    invitation = MemberInvitation.objects.create(
        organisation=organisation, email=email, role=role, token=secrets.token_urlsafe(32), invited_by=by
    )
    link = reverse("directory:accept", args=[invitation.token])
    mail.post_one(
        to=email,
        name=email,
        subject=str(_("{person} invites you to act for {organisation}")).format(person=by, organisation=organisation.name),
        body=str(
            _(
                "{person} would like you to act for {organisation} on the network. Open the link, sign in or sign up with this "
                "address, and accept."
            )
        ).format(person=by, organisation=organisation.name),
        button=str(_("See the invitation")),
        link=link,
        why=str(_("You get this because somebody at {organisation} gave your address.")).format(organisation=organisation.name),
    )
    events.record("directory.member.invited", by=by, on=invitation, case=organisation)
    return invitation


@transaction.atomic
def accept_invitation(*, by: Person, invitation: MemberInvitation) -> Membership:
    """Take up an invitation sent to one's own address. Raises ValidationError when it is another's, used or too old."""
    if invitation.email != by.email.lower():
        raise ValidationError(
            _("This invitation was sent to %(email)s. Sign in with that address, or ask for a new invitation."),
            params={"email": invitation.email},
        )
    if invitation.created_at < timezone.now() - INVITATION_LASTS:
        raise ValidationError(_("This invitation is more than 14 days old. Ask for a new one."))
    if not MemberInvitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=timezone.now()):
        raise ValidationError(_("This invitation was used already."))
    membership, _new = Membership.objects.get_or_create(person=by, organisation=invitation.organisation, defaults={"role": invitation.role})
    forget_rights(by)
    joined(invitation.organisation)
    events.record("directory.member.joined", by=by, on=membership, case=invitation.organisation)
    return membership


def _keep_an_owner(membership: Membership) -> None:
    others = Membership.objects.filter(organisation=membership.organisation, role=Membership.Role.OWNER).exclude(pk=membership.pk)
    if membership.role == Membership.Role.OWNER and not others.exists():
        raise ValidationError(_("An organisation needs an owner. Hand over ownership first."))


@transaction.atomic
def change_role(*, by: Person | None, membership: Membership, role: str) -> None:
    """Give a member another role; the last owner stays owner."""
    kit_policy.require(by, policy.MEMBERS_CHANGE, membership)
    if role != Membership.Role.OWNER:
        _keep_an_owner(membership)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    forget_rights(membership.person)
    events.record("directory.member.role_changed", by=by, on=membership, case=membership.organisation, changes={"role": [before, role]})
    with translation.override(membership.person.language):
        shown = str(membership.get_role_display())
    notify.tell(
        [membership.person], "directory.role_changed", once=f"{membership.pk}-{role}-{timezone.now():%Y%m%d%H%M}",
        link=reverse("home"), values={"organisation": membership.organisation.name, "role": shown, "person": str(by)},
    )  # fmt: skip


@transaction.atomic
def end_membership(*, by: Person | None, membership: Membership) -> None:
    """Take away a person's right to act for the organisation; one may always leave oneself. The last owner stays."""
    if by is None or by.pk != membership.person_id:
        kit_policy.require(by, policy.MEMBERS_CHANGE, membership)
    _keep_an_owner(membership)
    events.record("directory.member.ended", by=by, on=membership, case=membership.organisation)
    membership.delete()
    forget_rights(membership.person)


@transaction.atomic
def hand_over(*, by: Person | None, organisation: Organisation, to: Membership) -> None:
    """Make another member the owner; the one who hands over becomes editor."""
    kit_policy.require(by, policy.HAND_OVER, organisation)
    if to.organisation_id != organisation.pk:
        raise ValidationError(_("Ownership can be handed over to a member only."))
    to.role = Membership.Role.OWNER
    to.save(update_fields=["role"])
    if by is not None:
        Membership.objects.filter(organisation=organisation, person=by).exclude(pk=to.pk).update(role=Membership.Role.EDITOR)
        forget_rights(by)
    forget_rights(to.person)
    events.record("directory.member.handed_over", by=by, on=to, case=organisation)
