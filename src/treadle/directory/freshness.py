"""Whether what is on record is still right: said section by section, asked once a year."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, notify
from treadle.kit import policy as kit_policy
from treadle.kit.clock import Ladder, Step, register

from . import policy, queries
from .findable import touch
from .models import Membership, Organisation, Person

SECTIONS = {
    "profile": _("What it is and does"), "capability": _("Capabilities and free capacity"), "contact": _("Contacts"),
    "site": _("Sites"), "evidence": _("Evidence"),
}  # fmt: skip
OF_PART = {
    "name": "profile",
    "identifier": "profile",
    "society": "profile",
    "interest": "profile",
}  # parts that belong to a section of another name
YEAR = timedelta(days=365)
STEPS = (0, 30, 90)  # days after the year is over
CATCH_UP = timedelta(days=8)  # for which a clock that stood still asks after all


def dates(organisation: Organisation) -> dict[str, date | None]:
    """When each section was last said to be right; None for never."""
    said = organisation.sections
    return {key: date.fromisoformat(said[key]) if said.get(key) else organisation.confirmed_on for key in SECTIONS}


def mark(organisation: Organisation, *sections: str) -> None:
    """Note, unsaved, that sections are right as of today; the record is as fresh as its oldest section."""
    today = timezone.localdate()
    found = {**dates(organisation), **dict.fromkeys((OF_PART.get(each, each) for each in sections), today)}
    organisation.sections = {key: day.isoformat() for key, day in found.items() if day is not None}
    known = [day for day in found.values() if day is not None]
    organisation.confirmed_on = min(known) if len(known) == len(SECTIONS) else None


@transaction.atomic
def confirm(*, by: Person | None, organisation: Organisation, section: str = "") -> None:
    """Say that a section of the record, or all of it, is still right as of today."""
    kit_policy.require(by, policy.EDIT, organisation)
    if section and section not in SECTIONS:
        raise KeyError(section)
    mark(organisation, *([section] if section else SECTIONS))
    organisation.save(update_fields=["confirmed_on", "sections"])
    touch(organisation)
    changes = {"section": section} if section else {}
    events.record("directory.organisation.confirmed", by=by, on=organisation, changes=changes)


@transaction.atomic
def ask(*, by: Person | None, organisation: Organisation, once: str = "") -> int:
    """Ask whoever speaks for a record whether it is still right; gives how many were told.

    Once a month at most where an officer asks; the clock asks ``once`` for each of its steps.
    """
    kit_policy.require(by, policy.ASK, organisation)
    when = once or timezone.localdate().strftime("%Y-%m")
    told = notify.tell(
        queries.speakers(organisation), "directory.confirm_asked", once=f"{organisation.pk}-{when}",
        link=f"{organisation.get_absolute_url()}confirm/",
        values={"organisation": organisation.name, "day": str(organisation.confirmed_on or "–")},
    )  # fmt: skip
    if told:
        events.record("directory.organisation.asked", by=by, on=organisation)
    return len(told)


def _ask(organisation: Organisation, step: str) -> None:
    ask(by=None, organisation=organisation, once=f"{step}-{organisation.confirmed_on}")


def _tell_desk(organisation: Organisation) -> None:
    notify.tell(
        queries.officers(organisation.centre, "officer"), "directory.record_stale", once=f"{organisation.pk}-{organisation.confirmed_on}",
        link=organisation.get_absolute_url(), values={"organisation": organisation.name, "day": str(organisation.confirmed_on)},
    )  # fmt: skip


def _due(organisation: Organisation) -> datetime | None:
    day = organisation.confirmed_on
    return None if day is None else timezone.make_aware(datetime.combine(day + YEAR, time(9)))


def _cases() -> Any:
    """Records with an owner whose year was over on one of the days that ask, or a few days ago: not every old record at every tick."""
    today, clause = timezone.localdate(), Q()
    for days in STEPS:
        latest = today - YEAR - timedelta(days=days)
        clause |= Q(confirmed_on__range=(latest - CATCH_UP, latest))
    owned = Membership.objects.filter(role=Membership.Role.OWNER, person__is_active=True).values("organisation")
    return Organisation.objects.filter(clause, state=Organisation.State.PUBLIC, pk__in=owned).select_related("centre")


register(
    Ladder(
        "directory.freshness",
        _("Record that nobody has confirmed for a year"),
        cases=_cases,
        due=_due,
        steps=(
            Step("ask", timedelta(0), lambda each: _ask(each, "ask"), _("Asks its owner, section by section")),
            Step("again", timedelta(days=STEPS[1]), lambda each: _ask(each, "again"), _("Asks once more")),
            Step("desk", timedelta(days=STEPS[2]), _tell_desk, _("Tells the officers that it grows old")),
        ),
    )
)
