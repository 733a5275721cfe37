"""One pipeline for everything people are told: in the site at once, by mail as they prefer.

A rule says what is told, why, and how to mute it. The same thing (``once``) is never told twice; a later change with another
``once`` is told again. Text is rendered in the reader's language when it is read or mailed.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise

from . import mail, zones
from .models import Delivery, Notice, Preference

Text = str | Promise
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of message. ``subject``, ``body`` and ``why`` are templates with named places filled from the notice's values."""

    key: str
    label: Text
    subject: Text
    body: Text
    button: Text
    why: Text
    default: Delivery = Delivery.INSTANT
    hears: Callable[[Any], bool] = bool  # whether a person could ever be told this; everybody, if nothing is said


_rules: dict[str, Rule] = {}


def register(*rules: Rule) -> None:
    """Declare kinds of messages."""
    for rule in rules:
        if rule.key in _rules:
            raise ValueError(f"Notice rule {rule.key} is declared twice")
        _rules[rule.key] = rule


def rules() -> list[Rule]:
    """All rules."""
    return list(_rules.values())


def rules_for(person: Any) -> list[Rule]:
    """What this person may be told, or has been: the rules on the page of preferences."""
    told = set(Notice.objects.filter(person=person).values_list("rule", flat=True).distinct())
    return [rule for rule in _rules.values() if rule.key in told or rule.hears(person)]


@transaction.atomic
def prefer(*, by: Any, wanted: Mapping[str, str]) -> None:
    """Keep how a person wants the mails of rules, by rule; values that are none are left as they were."""
    known = {rule.key for rule in rules()}
    for rule, value in wanted.items():
        if rule in known and value in Delivery.values:
            Preference.objects.update_or_create(person=by, rule=rule, defaults={"delivery": value})


def read_all(*, by: Any) -> int:
    """Mark everything one was told as read; returns how much that was."""
    return unread(by).update(read_at=timezone.now())


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice in the reader's language."""

    notice: Notice
    subject: str
    body: str
    button: str
    why: str


def show(notice: Notice) -> Shown:
    """Fill a notice's templates in the active language."""
    rule = _rules[notice.rule]
    values = {key: _apart(_local(value)) for key, value in notice.values.items()}
    subject, body, why = (str(part).format(**values) for part in (rule.subject, rule.body, rule.why))
    return Shown(notice, subject, body, str(rule.button), why)


def _apart(value: Any) -> Any:
    """A text of another direction keeps its own order between words from right to left."""
    return f"\u2068{value}\u2069" if isinstance(value, str) and value and translation.get_language_bidi() else value


def _local(value: Any) -> Any:
    """A date or moment written as ISO becomes one of the reader's language and time."""
    from django.utils.dateparse import parse_date
    from django.utils.formats import date_format

    if isinstance(value, str) and len(value) > 18 and value[10] == "T" and (at := _moment(value)) is not None:
        return zones.moment(at)
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        try:
            found = parse_date(value)
        except ValueError:  # well-formed and no day: a name, not a date
            return value
        return date_format(found, "j F Y") if found else value
    return value


def _moment(text: str) -> datetime | None:
    """A moment written as ISO, with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def tell(people: Iterable[Any], rule: str, *, values: Mapping[str, Any], link: str, once: str, how: Delivery | None = None) -> list[Notice]:
    """Tell each person once; returns the notices that are new. Values must be JSON; dates as ISO text.

    ``how`` is for what a person has asked to be told in a way of its own, such as a saved search; a rule that they have muted stays so.
    """
    _rules[rule]
    made = []
    for person in people:
        wanted = {"values": dict(values), "link": link, "delivery": how or ""}
        notice, new = Notice.objects.get_or_create(person=person, rule=rule, once=once, defaults=wanted)
        if new:
            made.append(notice)
            preferred = delivery(person, rule)
            if (how if how and preferred != Delivery.OFF else preferred) == Delivery.INSTANT and person.reachable:
                _mail(person, [notice])
    return made


def delivery(person: Any, rule: str) -> Delivery:
    """How this person wants this rule."""
    own = Preference.objects.filter(person=person, rule=rule).values_list("delivery", flat=True).first()
    return Delivery(own) if own else _rules[rule].default


def _mail(person: Any, notices: list[Notice]) -> None:
    with translation.override(person.language), timezone.override(person.timezone()):
        shown = [show(notice) for notice in notices]
        subject = shown[0].subject if len(shown) == 1 else mail.digest_subject(len(shown))
        stop = stop_link(person, [notice.rule for notice in notices])
        mail.post(to=person.email, name=person.name, subject=subject, items=shown, base=settings.BASE_URL, stop=stop)
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=timezone.now())


STOP = "kit.notify.stop"


def stop_link(person: Any, told: Iterable[str]) -> str:
    """The address at which one click ends the mails of these rules for a person, without signing in. They still see them in the site."""
    token = signing.dumps([person.pk, sorted(set(told))], salt=STOP, compress=True)
    return f"{settings.BASE_URL}{reverse('stop_mail', args=[token])}"


def stopped_by(token: str) -> tuple[int, list[Rule]]:
    """Whom a token is for and which rules it ends. Raises BadSignature for one that we did not make."""
    pk, told = signing.loads(token, salt=STOP)
    return pk, [_rules[rule] for rule in told if rule in _rules]


@transaction.atomic
def stop(*, token: str) -> list[Rule]:
    """End the mails that a token is for; returns their rules. Once more changes nothing. Raises BadSignature."""
    pk, told = stopped_by(token)
    person = get_user_model().objects.filter(pk=pk).first()
    if person is not None:
        for rule in told:
            Preference.objects.update_or_create(person=person, rule=rule.key, defaults={"delivery": Delivery.OFF})
    return told


def unread(person: Any) -> models.QuerySet[Notice]:
    """Notices not yet read, newest first."""
    return Notice.objects.filter(person=person, read_at=None)


def digest(how: Delivery) -> int:
    """Send one mail per person with what is new since the last; nobody gets an empty one. Returns how many were sent."""
    people: dict[Any, list[Notice]] = {}
    waiting = Notice.objects.filter(mailed_at=None, read_at=None, person__is_active=True).select_related("person")
    wanted = {(row.person_id, row.rule) for row in Preference.objects.filter(delivery=how)}
    stated = {(row.person_id, row.rule) for row in Preference.objects.all()}
    muted = {(row.person_id, row.rule) for row in Preference.objects.filter(delivery=Delivery.OFF)}
    for notice in waiting.order_by("id"):
        pair = (notice.person_id, notice.rule)
        by_default = pair not in stated and _rules[notice.rule].default == how
        asked = notice.delivery == how and pair not in muted if notice.delivery else pair in wanted or by_default
        if asked and notice.person.reachable:
            people.setdefault(notice.person, []).append(notice)
    for person, notices in people.items():
        try:
            with transaction.atomic():
                _mail(person, notices)
        except Exception:
            log.exception("No digest for person %s", person.pk)
    return len(people)
