"""Every write about claims: begin, send the code, show it, decide, withdraw, lapse."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from treadle.kit import events, files, jobs, mail, notify, sms
from treadle.kit import policy as kit_policy
from treadle.matching.sameness import domain_of

from .. import policy, queries
from ..claimed import Claim, Register
from ..members import forget_rights, joined
from ..models import Membership, Organisation, Person
from . import codes, registers
from .changes import snapshot
from .flow import State, move
from .ways import Way, open_ways

PER_DAY = 5  # claims that one person may begin in a day


@transaction.atomic
def claim(
    *, by: Person, organisation: Organisation, way: str, to: str = "", register: Register | None = None, number: str = "",
    note: str = "", paper: "UploadedFile[Any] | None" = None,
) -> Claim:  # fmt: skip
    """Say that a record is one's own, in one of the ways that are open.

    ``to`` is a choice of the way, or for e-mail a whole address at one of its domains. Raises ValidationError, by field where it is one's.
    """
    kit_policy.require(by, policy.CLAIM, organisation)
    _may_begin(by, organisation)
    opened = {each.way: each for each in open_ways(by, organisation)}
    if way not in opened:
        raise ValidationError({"way": _("This way is not open for this record. Choose another.")})
    made = Claim(organisation=organisation, person=by, way=way, nonce=codes.nonce(), note=note, state=State.WAITING)
    made.is_disputed = bool(_other_owners(made))
    if way == Way.EMAIL:
        made.sent_to, made.state = _address(opened[way].domains, organisation, to), State.SENT
        made.shown = {"typed": made.sent_to == to.strip().lower()}  # only what they typed is shown to them in full
    elif way in (Way.PHONE, Way.LETTER):
        if to not in dict(opened[way].choices):
            raise ValidationError({"to": _("Choose where the code shall go.")})
        made.sent_to = _phone(organisation, to) if way == Way.PHONE else to
        made.state = State.SENT if way == Way.PHONE and sms.is_there() else State.TO_SEND
    elif way == Way.REGISTER:
        if register is None or not number.strip():
            raise ValidationError({"number": _("Give the register and your number in it.")})
        made.shown = registers.look_up(by, organisation, register, number.strip()[:60])
    elif paper is None:
        raise ValidationError({"paper": _("Choose the paper: a licence, an extract of a register, a letter of authority.")})
    _begin(made, by, paper)
    return made


def _begin(made: Claim, by: Person, paper: "UploadedFile[Any] | None") -> None:
    """Keep a claim and set going what comes next."""
    now = timezone.now()
    made.sent_at = now if made.state == State.SENT else None
    made.waits_since = now if made.state in (State.WAITING, State.TO_SEND) else None
    made.save()
    if paper is not None:
        files.keep(paper, belongs_to=made, by=by)
    events.record("directory.claim.begun", by=by, on=made, case=made.organisation, changes={"way": made.way})
    if made.way == Way.EMAIL:
        _send_email_code(made)
    elif made.way == Way.PHONE and made.state == State.SENT:
        jobs.enqueue(send_text, made.pk)
    else:
        _tell_desk(made)
    if made.is_disputed and made.state == State.WAITING:
        _tell_owners(made)


def _may_begin(by: Person, organisation: Organisation) -> None:
    if policy.memberships(by).get(organisation.pk) == Membership.Role.OWNER:
        raise ValidationError(_("You own this record already."))
    if organisation.claims.filter(person=by, state__in=Claim.OPEN).exists():
        raise ValidationError(_("You have said so already; your claim is open. Go on with it, or withdraw it first."))
    if by.claims.filter(created_at__gt=timezone.now() - timedelta(days=1)).count() >= PER_DAY:
        raise ValidationError(_("You have begun %(most)s claims today. Go on tomorrow, or ask your centre.") % {"most": PER_DAY})


def _address(domains: tuple[str, ...], organisation: Organisation, to: str) -> str:
    """The address a code goes to: one on record, by its choice, or one at a domain of the organisation, as typed.

    What is typed is never held against private addresses: nobody finds out by guessing which they are.
    """
    to = to.strip().lower()
    for contact in organisation.contacts.all():
        if contact.email and to == f"contact-{contact.pk}":
            return str(contact.email.lower())
    if to.count("@") == 1 and not to.startswith("@") and domain_of(to) in domains:
        return to
    shown = ", ".join(f"@{domain}" for domain in domains)
    raise ValidationError({"to": _("Give an address that ends in %(domains)s.") % {"domains": shown} if shown else _("Choose an address.")})


def _phone(organisation: Organisation, to: str) -> str:
    return next(str(each.phone) for each in organisation.contacts.all() if to == f"contact-{each.pk}")


def _other_owners(claim: Claim) -> list[Person]:
    return [person for person in queries.owners(claim.organisation) if person.pk != claim.person_id]


def _send_email_code(claim: Claim) -> None:
    """Write the code to the address; who can read mail there can type it in."""
    person = claim.person
    with translation.override(person.language):
        name = claim.organisation.name
        mail.post_one(
            to=claim.sent_to, name=person.name, subject=_("Your code for {name}: {code}").format(name=name, code=codes.code_of(claim)),
            body=_("{person} says that the record of {name} is theirs. If that is you, type this code on the page: {code}\n\nIf it is not, "
                   "do nothing: without the code nothing changes.").format(person=person, name=name, code=codes.code_of(claim)),
            button=_("Type in the code"), link=reverse("directory:claim", args=[claim.organisation_id]),
            why=_("You get this because this address belongs to {name} on the network.").format(name=name),
        )  # fmt: skip


@jobs.job(atomic=False)
def send_text(pk: int) -> None:
    """Send a claim's code to the telephone on record."""
    claim = Claim.objects.select_related("person", "organisation").get(pk=pk)
    if claim.state != State.SENT:
        return
    with translation.override(claim.person.language):
        text = _("{code} is the code for {name}. Tell it only to whom you trust with the record.")
    sms.send(claim.sent_to, text.format(code=codes.code_of(claim), name=claim.organisation.name))


@transaction.atomic
def sent(*, by: Person | None, claim: Claim) -> None:
    """Note that the letter is in the post, or that the code was read out on the telephone."""
    kit_policy.require(by, policy.CLAIM_DECIDE, claim)
    _not_ones_own(by, claim)
    move(claim, State.SENT, sent_at=timezone.now(), waits_since=None)
    events.record("directory.claim.sent", by=by, on=claim, case=claim.organisation, changes={"way": claim.way})
    notify.tell(
        [claim.person], "directory.claim_sent", once=str(claim.pk), link=reverse("directory:claim", args=[claim.organisation_id]),
        values={"organisation": claim.organisation.name},
    )  # fmt: skip


@transaction.atomic
def prove(*, by: Person, claim: Claim, code: str) -> bool:
    """Type in the code. Right, and nobody else owns the record: it is theirs. Five wrong ones end the claim; gives whether it was right."""
    kit_policy.require(by, policy.CLAIM_OWN, claim)
    if claim.state != State.SENT or claim.organisation.state == Organisation.State.MERGED:
        raise ValidationError(_("This claim is at “%(state)s”; that cannot be done from there.") % {"state": claim.get_state_display()})
    if not codes.agrees(claim, code):
        Claim.objects.filter(pk=claim.pk).update(wrong_tries=F("wrong_tries") + 1)
        claim.refresh_from_db(fields=["wrong_tries"])
        if claim.wrong_tries >= codes.TRIES:
            move(claim, State.LAPSED)
            events.record("directory.claim.lapsed", by=by, on=claim, case=claim.organisation, reason=_("Five wrong codes"))
        return False
    events.record("directory.claim.proved", by=by, on=claim, case=claim.organisation)
    claim.shown = {**claim.shown, "code_on": timezone.localdate().isoformat()}
    if _other_owners(claim):
        move(claim, State.WAITING, is_disputed=True, waits_since=timezone.now(), shown=claim.shown)
        _tell_desk(claim)
        _tell_owners(claim)
    else:
        _take_over(claim, by=by)
        forget_rights(by)
    return True


def _take_over(claim: Claim, by: Person | None, **decided: Any) -> None:
    """The claimant becomes an owner; the record as it stands is kept, so that later changes can be seen."""
    organisation = claim.organisation
    members = set(organisation.memberships.values_list("person", flat=True))
    spoke = [person for person in queries.speakers(organisation) if person.pk != claim.person_id and person.pk not in members]
    move(claim, State.ACCEPTED, decided_at=timezone.now(), before=snapshot(organisation), shown=claim.shown, **decided)
    Membership.objects.update_or_create(person=claim.person, organisation=organisation, defaults={"role": Membership.Role.OWNER})
    organisation.member_invitations.filter(accepted_at=None).delete()  # the new owner says whom they invite
    organisation.join_requests.filter(person=claim.person, state="waiting").update(state="accepted", decided_by=by)
    forget_rights(claim.person)
    joined(organisation)
    for person in spoke:
        forget_rights(person)
    notify.tell(
        spoke, "directory.claim_taken", once=str(claim.pk), link=organisation.get_absolute_url(),
        values={"organisation": organisation.name, "person": str(claim.person)},
    )  # fmt: skip
    events.record("directory.claim.accepted", by=by, on=claim, case=organisation, changes={"way": claim.way})
    _tell_claimant(claim)


@transaction.atomic
def decide(*, by: Person | None, claim: Claim, accept: bool, reason: str, alone: bool = False) -> None:
    """An officer accepts or refuses, always with a reason; ``alone`` ends the ownership of whoever owned the record before."""
    kit_policy.require(by, policy.CLAIM_DECIDE, claim)
    _not_ones_own(by, claim)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: what you saw, or what is missing. The claimant reads it.")})
    owned_by = _other_owners(claim)
    if not accept:
        move(claim, State.REFUSED, reason=reason, decided_by=by, decided_at=timezone.now())
        events.record("directory.claim.refused", by=by, on=claim, case=claim.organisation, reason=reason)
        _tell_claimant(claim)
    else:
        if claim.state != State.WAITING:
            raise ValidationError(_("The code has not been typed in yet. Wait for it, or refuse the claim."))
        claim.shown = {**claim.shown, "by_officer": timezone.localdate().isoformat()}
        if alone:
            former = Membership.objects.filter(organisation=claim.organisation).exclude(person=claim.person)
            for membership in former.select_related("person"):
                forget_rights(membership.person)
            former.update(role=Membership.Role.READER)
        _take_over(claim, by, reason=reason, decided_by=by)
    for person in owned_by:
        with translation.override(person.language):
            answer = (
                _("They own it beside you.") if accept and not alone else _("You can still read it.") if accept else _("Nothing changes.")
            )
        notify.tell(
            [person], "directory.claim_settled", once=str(claim.pk), link=claim.organisation.get_absolute_url(),
            values={"organisation": claim.organisation.name, "person": str(claim.person), "answer": answer, "reason": reason},
        )  # fmt: skip


def _not_ones_own(by: Person | None, claim: Claim) -> None:
    if by is not None and by.pk == claim.person_id:
        raise ValidationError(_("This claim is your own. Another officer has to see to it."))


@transaction.atomic
def withdraw(*, by: Person, claim: Claim) -> None:
    """Take one's claim back."""
    kit_policy.require(by, policy.CLAIM_OWN, claim)
    move(claim, State.WITHDRAWN)
    events.record("directory.claim.withdrawn", by=by, on=claim, case=claim.organisation)


@transaction.atomic
def lapse(*, by: Person | None, claim: Claim) -> None:
    """End a claim whose code was never typed in."""
    kit_policy.require(by, policy.CLAIM_LAPSE, claim)
    move(claim, State.LAPSED)
    events.record("directory.claim.lapsed", by=by, on=claim, case=claim.organisation)
    _tell_claimant(claim)


def _tell_desk(claim: Claim) -> None:
    people = [person for person in queries.officers(claim.organisation.centre, "officer", "head") if person.pk != claim.person_id]
    for person in people:
        with translation.override(person.language):
            way = str(claim.get_way_display())
        notify.tell(
            [person], "directory.claim_waits", once=f"{claim.pk}-{claim.state}", link=claim.get_absolute_url(),
            values={"organisation": claim.organisation.name, "person": str(claim.person), "way": way},
        )  # fmt: skip


def _tell_owners(claim: Claim) -> None:
    notify.tell(
        _other_owners(claim), "directory.claim_disputed", once=str(claim.pk), link=claim.organisation.get_absolute_url(),
        values={"organisation": claim.organisation.name, "person": str(claim.person)},
    )  # fmt: skip


def _tell_claimant(claim: Claim) -> None:
    with translation.override(claim.person.language):
        answer = str(claim.get_state_display())
    notify.tell(
        [claim.person], "directory.claim_decided", once=f"{claim.pk}-{claim.state}", link=claim.organisation.get_absolute_url(),
        values={"organisation": claim.organisation.name, "answer": answer, "reason": claim.reason},
    )  # fmt: skip
