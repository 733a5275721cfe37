"""What the directory keeps of people."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.crypto import get_random_string

from treadle.kit import events, files, notify, privacy
from treadle.kit import models as kit
from treadle.kit.privacy import Class, classify, needs_class

from .models import (
    Capability,
    Centre,
    Claim,
    Contact,
    Departed,
    DuplicatePair,
    Evidence,
    Hit,
    Identifier,
    ImportBatch,
    ImportRow,
    ImportRowKey,
    Interest,
    JoinRequest,
    KnownColumn,
    Letter,
    LetterCopy,
    LinkageWeights,
    Listed,
    MemberInvitation,
    Membership,
    Merge,
    Name,
    OptOut,
    Organisation,
    OrganisationKind,
    Person,
    RecordKey,
    Register,
    RegisterEntry,
    Screened,
    Site,
    Society,
    Staff,
    StoredEntry,
    StoredState,
    StoredToken,
    Tag,
    WatchList,
)  # fmt: skip

model: type[Model]
for model in (
    Capability, Centre, Departed, Screened, Identifier, ImportRowKey, KnownColumn, Name, Organisation, OrganisationKind, RecordKey,
    Interest, Society, StoredEntry, StoredState, StoredToken, Tag,
):  # fmt: skip
    classify(model, **dict.fromkeys(needs_class(model), Class.NONE))
for model in (
    DuplicatePair, Evidence, Hit, ImportBatch, ImportRow, JoinRequest, Letter, LinkageWeights, Listed, MemberInvitation, Membership, Merge,
    Register, RegisterEntry, Staff, WatchList,
):  # fmt: skip
    classify(model, **dict.fromkeys(needs_class(model), Class.WORK))
classify(Claim, **{**dict.fromkeys(needs_class(Claim), Class.WORK), "nonce": Class.SECRET, "sent_to": Class.CONTACT})
classify(LetterCopy, **dict.fromkeys(needs_class(LetterCopy), Class.CONTACT))
classify(OptOut, email=Class.CONTACT)
classify(Contact, name=Class.CONTACT, role=Class.CONTACT, email=Class.CONTACT, phone=Class.CONTACT, languages=Class.CONTACT)
classify(Person, email=Class.CONTACT, name=Class.WORK, password=Class.SECRET, zone=Class.WORK)
classify(Site, name=Class.PUBLIC, street=Class.CONTACT, town=Class.PUBLIC, postcode=Class.CONTACT)
for model in (kit.Event, kit.Notice, kit.Preference, kit.Mail, kit.StoredFile):
    classify(model, **dict.fromkeys(needs_class(model), Class.WORK))
for model in (kit.SearchEntry, kit.SearchTerm, kit.ClockStep, kit.Schedule, kit.SentForm, kit.Sequence, kit.Standing, kit.StandingKey):
    classify(model, **dict.fromkeys(needs_class(model), Class.NONE))


def _export(person: Person) -> dict[str, Any]:
    return {
        "person": {"email": person.email, "name": person.name, "language": person.language, "since": person.created_at},
        "memberships": list(person.memberships.values("organisation__name", "role", "since")),
        "posts": list(person.posts.values("centre__organisation__name", "role", "since")),
        "join_requests": list(person.join_requests.values("organisation__name", "message", "state", "created_at")),
        "claims": list(person.claims.values("organisation__name", "way", "state", "note", "reason", "created_at")),
        "notices": [{"subject": shown.subject, "at": shown.notice.created_at} for shown in map(notify.show, person.notices.all())],
        "events": list(kit.Event.objects.filter(actor_id=person.pk).values("at", "verb", "object_label", "reason")),
    }


def _erase(person: Person) -> None:
    """The login goes and the name with it; the event log keeps that somebody acted, under a number."""
    for claim in person.claims.all():
        for stored in files.of(claim):
            stored.content.delete(save=False)
            stored.delete()
    Hit.objects.filter(role="member", subject=person.name, organisation__memberships__person=person).update(subject=f"#{person.pk}")
    for related in (person.memberships, person.posts, person.join_requests, person.claims, person.notices, person.preferences):
        related.all().delete()
    kit.Mail.objects.filter(to__iexact=person.email).delete()
    MemberInvitation.objects.filter(email__iexact=person.email).delete()
    LetterCopy.objects.filter(email__iexact=person.email).delete()
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    # The one change that the log admits: it forgets the name and keeps the number.
    log: QuerySet[kit.Event] = QuerySet(kit.Event)
    log.filter(actor_id=person.pk).update(actor_name="")
    if person.name:
        about_people = [
            "directory.membership",
            "directory.staff",
            "directory.joinrequest",
            "directory.person",
            "directory.claim",
            "directory.hit",
        ]
        log.filter(object_type__in=about_people, object_label__startswith=person.name).update(object_label="")
    person.email = f"erased-{person.pk}-{get_random_string(8).lower()}@erased.invalid"
    person.name = ""
    person.is_active = False
    person.set_unusable_password()
    person.save()


privacy.personal_data("directory", export=_export, erase=_erase)


@transaction.atomic
def erase(*, by: Person, person: Person) -> None:
    """Erase what is kept of a person; only they themselves or an administrator may ask for it."""
    if by.pk != person.pk and not by.is_superuser:
        raise PermissionError("Only the person or an administrator")
    privacy.erase_person(person)
    events.record("directory.person.erased", by=None, on=person)
