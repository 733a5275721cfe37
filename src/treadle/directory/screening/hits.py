"""Holding a record against the lists, and deciding about what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events, notify
from treadle.kit import policy as kit_policy
from treadle.matching.sameness import core

from .. import policy, queries
from ..models import Organisation, Person
from ..screened import Hit, Listed, Screened, WatchList
from . import names
from .flow import move
from .lists import stamp

State, Grade = Hit.State, Hit.Grade
LOOKED_AT = 0.62  # agreement of names, from which somebody has to look
CLOSE = 0.85  # and from which a name alone makes it possible


@dataclass(frozen=True, slots=True)
class Subject:
    """A name that stands on a record, and where: ``name``, ``contact`` or ``member``."""

    text: str
    role: str


class Held:
    """The lists in memory: entries by the sounds in their names, and how much each sound tells."""

    def __init__(self) -> None:
        self.entries = {each.pk: each for each in Listed.objects.filter(delisted_on=None)}
        every = [(pk, name) for pk, each in self.entries.items() for name in (each.name, *each.aliases)]
        self.weights = names.rarities([name for pk, name in every if self.entries[pk].kind != Listed.Kind.BODY])
        self.by_key: dict[tuple[str, str], set[int]] = {}
        for pk, name in every:
            for kind in _as(self.entries[pk].kind):
                for key in _keys(name, kind):
                    self.by_key.setdefault((kind, key), set()).add(pk)

    def found(self, subject: Subject) -> Iterable[tuple[Listed, float, str]]:
        """Entries whose name agrees with the subject's, with how far and which of their names.

        The name of a record may be a body's or, of somebody who trades alone, a person's; contacts and members are persons.
        """
        best: dict[int, tuple[float, str]] = {}
        for kind in (Listed.Kind.BODY, Listed.Kind.PERSON) if subject.role == "name" else (Listed.Kind.PERSON,):
            near = {pk for key in _keys(subject.text, kind) for pk in self.by_key.get((kind, key), ())}
            for pk in near:
                entry = self.entries[pk]
                judged = max((self._agreement(kind, subject.text, name), name) for name in (entry.name, *entry.aliases))
                best[pk] = max(best.get(pk, (0.0, "")), judged)
        for pk, (agreement, name) in sorted(best.items()):
            if agreement >= LOOKED_AT:
                yield self.entries[pk], agreement, name

    def _agreement(self, kind: str, one: str, other: str) -> float:
        if kind == Listed.Kind.PERSON:
            return names.person_agreement(one, other, self.weights)
        return names.body_agreement(one, other)


def _as(kind: str) -> tuple[str, ...]:
    """As what an entry is looked for: as both, where its list does not say."""
    return (Listed.Kind.PERSON, Listed.Kind.BODY) if kind == Listed.Kind.UNKNOWN else (kind,)


def _keys(name: str, kind: str) -> set[str]:
    parts = names.words(name) if kind == Listed.Kind.PERSON else core(name)
    return {names.sound(part) for part in parts if len(part) > 1}


@lru_cache(maxsize=1)
def _held(_stamp: str) -> Held:
    return Held()


def subjects(organisation: Organisation) -> list[Subject]:
    """Every name on a record, once as the organisation's and once as a person's."""
    found = [Subject(organisation.name, "name"), *(Subject(each.text, "name") for each in organisation.names.all())]
    found += [Subject(each.name, "contact") for each in organisation.contacts.all()]
    found += [Subject(each.person.name, "member") for each in organisation.memberships.select_related("person")]
    return list({(each.text, each.role == "name"): each for each in found if each.text}.values())


@transaction.atomic
def screen(*, by: Person | None, organisation: Organisation) -> list[Hit]:
    """Hold a record against the lists in use; gives the hits that are new. What was decided before stays decided."""
    kit_policy.require(by, policy.SCREEN, organisation)
    now = stamp()
    found: dict[tuple[int, str], tuple[Subject, Listed, float, str]] = {}
    for subject in subjects(organisation) if now else ():
        for entry, agreement, name in _held(now).found(subject):
            found[entry.pk, subject.text[:200]] = (subject, entry, agreement, name)
    known = {(hit.listed_id, hit.subject): hit for hit in organisation.screening_hits.all()}
    made = []
    for key, (subject, entry, agreement, name) in found.items():
        hit = known.get(key) or Hit(organisation=organisation, listed=entry, subject=subject.text[:200], role=subject.role)
        new = hit.pk is None or hit.state in (State.GONE, State.DELISTED)
        hit.evidence, hit.state = {"agreement": round(agreement, 3), "listed_as": name}, State.OPEN if new else hit.state
        hit.grade = grade_of(hit)
        if new:
            hit.save()
            made.append(hit)
        else:
            hit.save(update_fields=["evidence", "grade"])  # what somebody decides meanwhile stands
    lost = [hit.pk for key, hit in known.items() if key not in found and hit.state in (State.OPEN, State.PROPOSED)]
    Hit.objects.filter(pk__in=lost).update(state=State.GONE, decided_at=timezone.now())
    against = [{"list": str(each), "as_of": str(each.as_of)} for each in WatchList.objects.all()]
    values = {"revision": organisation.profile_revision, "lists": now, "against": against}
    Screened.objects.update_or_create(organisation=organisation, defaults=values)
    _tell(organisation, made)
    return made


def grade_of(hit: Hit) -> str:
    """How much speaks for a hit. A name alone is possible at most; what contradicts it makes it weak."""
    facts = [facts_agree(hit, "countries", hit.known_country or hit.organisation.country_id)]
    if hit.listed.kind != Listed.Kind.BODY:
        facts.append(facts_agree(hit, "births", hit.known_birth))
    close = hit.evidence["agreement"] >= CLOSE
    if False in facts and facts != [False, True]:
        return Grade.WEAK  # another birth date, or another country and nothing else that agrees
    if close and True in facts:
        return Grade.STRONG
    return Grade.POSSIBLE if close or True in facts else Grade.WEAK


def facts_agree(hit: Hit, field: str, known: str) -> bool | None:
    """Whether a fact that both sides know agrees; None where one does not know it. Birth dates agree within a year."""
    listed = getattr(hit.listed, field)
    if not listed or not known:
        return None
    if field == "births":
        exact = known in listed or any(len(known) != len(each) and known[:4] == each[:4] for each in listed)
        return exact or any(abs(int(known[:4]) - int(each[:4])) <= 1 for each in listed)
    return known in listed


def _tell(organisation: Organisation, made: list[Hit]) -> None:
    if not made:
        return
    events.record("directory.screening.hit", by=None, on=organisation, changes={"hits": len(made)})
    notify.tell(
        queries.officers(organisation.centre, "officer", "head"), "directory.screening_hit",
        once=f"{made[0].pk}-{len(made)}-{timezone.now():%Y%m%d%H%M%S%f}", link=f"/organisations/databank/screening/{made[0].pk}/",
        values={"organisation": organisation.name, "count": len(made)},
    )  # fmt: skip


@transaction.atomic
def know(*, by: Person | None, hit: Hit, birth: str = "", country: str = "") -> None:
    """Say what is known of the subject beside the name; the hit is graded anew."""
    kit_policy.require(by, policy.SCREEN_DECIDE, hit)
    _still_open(hit)
    hit.known_birth, hit.known_country = birth, country
    hit.grade = grade_of(hit)
    hit.save(update_fields=["known_birth", "known_country", "grade"])
    changes = {"birth": bool(birth), "country": country, "grade": hit.grade}
    events.record("directory.screening.known", by=by, on=hit, case=hit.organisation, changes=changes)


@transaction.atomic
def clear(*, by: Person, hit: Hit, reason: str) -> None:
    """Say that the subject is somebody else. The first who says so proposes it; another person makes it so. Each gives a reason."""
    kit_policy.require(by, policy.SCREEN_DECIDE, hit)
    _still_open(hit)
    _with_reason(reason)
    if hit.state == State.OPEN:
        move(hit, State.PROPOSED, first_by=by, first_reason=reason, first_at=timezone.now())
        verb = "directory.screening.proposed"
    else:
        if hit.first_by_id == by.pk:
            raise ValidationError(_("You have said so already. A second person has to look at it."))
        move(hit, State.CLEARED, second_by=by, second_reason=reason, decided_at=timezone.now())
        verb = "directory.screening.cleared"
    events.record(verb, by=by, on=hit, case=hit.organisation, reason=reason)


@transaction.atomic
def confirm(*, by: Person, hit: Hit, reason: str) -> None:
    """Say that it is the same, with what proves it beyond the name; introductions with the record stop."""
    kit_policy.require(by, policy.SCREEN_DECIDE, hit)
    _still_open(hit)
    _with_reason(reason)
    if hit.grade != Grade.STRONG:
        raise ValidationError(_("A name alone is no proof. Say first what else is known: the birth date or the country."))
    move(hit, State.CONFIRMED, second_by=by, second_reason=reason, decided_at=timezone.now())
    events.record("directory.screening.confirmed", by=by, on=hit, case=hit.organisation, reason=reason)


@transaction.atomic
def reopen(*, by: Person, hit: Hit, reason: str) -> None:
    """Take a decision or a proposal back."""
    kit_policy.require(by, policy.SCREEN_DECIDE, hit)
    _with_reason(reason)
    if hit.state not in (State.PROPOSED, State.CLEARED, State.CONFIRMED):
        raise ValidationError(_("There is no decision to take back."))
    none = {"first_by": None, "second_by": None, "decided_at": None, "first_at": None, "first_reason": "", "second_reason": ""}
    move(hit, State.OPEN, **none)
    events.record("directory.screening.reopened", by=by, on=hit, case=hit.organisation, reason=reason)


def _still_open(hit: Hit) -> None:
    if hit.state not in (State.OPEN, State.PROPOSED):
        raise ValidationError(_("This was decided: “%(state)s”. Take the decision back first.") % {"state": hit.get_state_display()})


def _with_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why. It stays beside the decision.")})


def stops(organisation: Organisation) -> list[Hit]:
    """Hits that stop introductions: confirmed ones, and strong ones that nobody has cleared. The record is looked at now if it was not."""
    seen = Screened.objects.filter(organisation=organisation, revision=organisation.profile_revision, lists=stamp()).exists()
    if not seen:
        screen(by=None, organisation=organisation)
    hits = organisation.screening_hits.select_related("listed__on_list")
    confirmed = hits.filter(state=State.CONFIRMED)
    return list(confirmed | hits.filter(state__in=(State.OPEN, State.PROPOSED), grade=Grade.STRONG))


def of_record(organisation: Organisation) -> dict[str, Any]:
    """What staff see of a record: its hits and when it was held against which lists."""
    hits = organisation.screening_hits.exclude(state__in=(State.GONE, State.DELISTED, State.CLEARED)).select_related("listed__on_list")
    return {"hits": list(hits), "screened": Screened.objects.filter(organisation=organisation).first(), "lists": WatchList.objects.exists()}
