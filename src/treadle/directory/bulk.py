"""Work on many records at once: assign, tag, ask whether they are right, write to them."""

from collections.abc import Sequence

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from treadle.kit import events, jobs, mail
from treadle.kit import policy as kit_policy
from treadle.kit.policy import may
from treadle.kit.texts import clean_line

from . import freshness, policy, queries
from .detailed import Tag
from .letters import Letter, LetterCopy, OptOut
from .models import Centre, Organisation, Person

MOST = 5000  # records at once
PLACES = ("organisation", "person", "town")
SALT = "treadle.letters"


def _require(by: Person | None, centre: Centre, organisations: Sequence[Organisation]) -> None:
    """The centre's own records, and not too many."""
    kit_policy.require(by, policy.BULK, centre)
    if not organisations:
        raise ValidationError(_("Tick at least one record."))
    if len(organisations) > MOST:
        raise ValidationError(_("At most %(most)s records at once. Narrow the list.") % {"most": MOST})
    for stranger in (each for each in organisations if each.centre_id != centre.pk):
        kit_policy.require(by, policy.BULK, stranger)
        raise ValidationError(_("%(name)s is served by another centre.") % {"name": stranger})


@transaction.atomic
def assign(*, by: Person | None, centre: Centre, organisations: Sequence[Organisation], to: Person | None) -> int:
    """Put records into the care of somebody who works at the centre, or of nobody; gives how many changed hands."""
    _require(by, centre, organisations)
    if to is not None and to not in queries.officers(centre):
        raise ValidationError(_("%(name)s does not work at this centre.") % {"name": to})
    changed = [each for each in organisations if each.officer_id != (to.pk if to else None)]
    for each in changed:
        each.officer = to
    Organisation.objects.filter(pk__in=[each.pk for each in changed]).update(officer=to)
    events.record_many("directory.organisation.assigned", by=by, on=changed)
    return len(changed)


@transaction.atomic
def tag(*, by: Person | None, centre: Centre, organisations: Sequence[Organisation], word: str, on: bool = True) -> int:
    """Put a word on records, or take it off; only the centre's staff see it. Gives how many records that was."""
    _require(by, centre, organisations)
    word = clean_line(word).lower()[:40]
    if not word:
        raise ValidationError({"word": _("Write a word, such as “textile fair 2027”.")})
    held = Tag.objects.get_or_create(centre=centre, word=word)[0] if on else Tag.objects.filter(centre=centre, word=word).first()
    if held is None:
        return 0
    pks = {each.pk for each in organisations}
    have = set(held.organisations.filter(pk__in=pks).values_list("pk", flat=True))
    changed = pks - have if on else have
    (held.organisations.add if on else held.organisations.remove)(*changed)
    if not held.organisations.exists():
        held.delete()
    touched = [each for each in organisations if each.pk in changed]
    events.record_many("directory.organisation.tagged" if on else "directory.organisation.untagged", by=by, on=touched)
    return len(changed)


@transaction.atomic
def ask(*, by: Person | None, centre: Centre, organisations: Sequence[Organisation]) -> int:
    """Ask whoever speaks for each record whether it is still right, by a job; gives for how many records somebody speaks."""
    _require(by, centre, organisations)
    spoken_for = queries.speakers_of(organisations)
    pks = [each.pk for each in organisations if spoken_for.get(each.pk)]
    for start in range(0, len(pks), 200):
        jobs.enqueue(ask_some, pks[start : start + 200], by.pk if by else None)
    return len(pks)


@jobs.job()
def ask_some(pks: list[int], by: int | None) -> None:
    """Ask for some records, in the name of whoever had it done."""
    person = Person.objects.filter(pk=by).first() if by else None
    for organisation in Organisation.objects.filter(pk__in=pks).select_related("centre"):
        if may(person, policy.ASK, organisation):
            freshness.ask(by=person, organisation=organisation)


# Letters --------------------------------------------------------------------------------------------------------------------------------


def filled(text: str, organisation: Organisation, name: str) -> str:
    """A letter's text with the places of one copy filled in; anything else in braces stays as it is."""
    values = {"organisation": organisation.name, "person": name or organisation.name, "town": organisation.town}
    for place in PLACES:
        text = text.replace("{" + place + "}", values[place])
    return text


def recipients(organisations: Sequence[Organisation]) -> list[LetterCopy]:
    """To whom a letter would go: those who speak for each record, else its first contact; each address once, none that wants no letters.

    Unsaved copies.
    """
    stopped = {email.lower() for email in OptOut.objects.values_list("email", flat=True)}
    found: dict[str, LetterCopy] = {}
    spoken_for = queries.speakers_of(organisations)
    prefetch_related_objects(list(organisations), "contacts")
    for organisation in organisations:
        speakers = spoken_for.get(organisation.pk, [])
        people = [(person.email, person.name, person.language) for person in speakers if person.reachable]
        if not people:
            contacts = [each for each in organisation.contacts.all() if each.email][:1]
            people = [(each.email, each.name, (each.languages or [organisation.about.language() or "en"])[0]) for each in contacts]
        for email, name, language in people:
            if email.lower() not in stopped:
                found.setdefault(email.lower(), LetterCopy(organisation=organisation, email=email.lower(), name=name, language=language))
    return list(found.values())


@transaction.atomic
def write(*, by: Person | None, centre: Centre, organisations: Sequence[Organisation], subject: str, body: str) -> Letter:
    """Write one letter to many. Each address gets one copy; a job posts them, and each says how to get no more of them."""
    _require(by, centre, organisations)
    if not subject.strip() or not body.strip():
        raise ValidationError(_("A letter needs a subject and a text."))
    copies = recipients(organisations)
    if not copies:
        raise ValidationError(_("None of these records has anybody to write to."))
    made = Letter.objects.create(centre=centre, by=by, subject=clean_line(subject)[:200], body=body)
    for copy in copies:
        copy.letter = made
    LetterCopy.objects.bulk_create(copies, batch_size=1000)
    events.record("directory.letter.written", by=by, on=made, case=centre.organisation, changes={"copies": len(copies)})
    jobs.enqueue(post_letter, made.pk)
    return made


@jobs.job(atomic=False)
def post_letter(pk: int) -> None:
    """Put the copies that are still to be posted into the outbox, each in a step of its own: whoever had theirs gets no second."""
    letter = Letter.objects.select_related("centre__organisation").get(pk=pk)
    while some := list(letter.copies.filter(posted_at=None).select_related("organisation")[:100]):
        with transaction.atomic():
            for copy in some:
                _post(letter, copy)


def _post(letter: Letter, copy: LetterCopy) -> None:
    if not LetterCopy.objects.filter(pk=copy.pk, posted_at=None).update(posted_at=timezone.now()):
        return
    if OptOut.objects.filter(email__iexact=copy.email).exists():
        return
    with translation.override(copy.language if copy.language in dict(settings.LANGUAGES) else "en"):
        mail.post_one(
            to=copy.email, name=copy.name, subject=filled(letter.subject, copy.organisation, copy.name),
            body=filled(letter.body, copy.organisation, copy.name), button=_("See your record"), link=copy.organisation.get_absolute_url(),
            why=_("{centre} writes to organisations that it serves. To get no more such letters: {link}").format(
                centre=letter.centre, link=stop_link(copy.email)),
        )  # fmt: skip


def stop_link(email: str) -> str:
    """Where the reader of an address says that they want no more letters to many."""
    return settings.BASE_URL + reverse("directory:stop_letters", args=[signing.dumps(email, salt=SALT)])


def address_of(token: str) -> str | None:
    """The address that a link is of; None for one that we did not make."""
    try:
        return str(signing.loads(token, salt=SALT))
    except signing.BadSignature:
        return None


@transaction.atomic
def stop(*, email: str, on: bool = True) -> None:
    """Send no more letters to many to an address, or send them again. Whoever reads mail there may say so; nothing else changes."""
    if on:
        OptOut.objects.get_or_create(email=email.lower())
    else:
        OptOut.objects.filter(email__iexact=email).delete()


def tagged(organisations: QuerySet[Organisation], word: str, centre: Centre) -> QuerySet[Organisation]:
    """Those with a word of the centre on them."""
    return organisations.filter(tags__word=word.lower(), tags__centre=centre)
