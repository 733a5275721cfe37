"""Who sees what of a record, field by field.

Levels go from everybody to the organisation alone; whoever stands nearer sees all that those further away see. What the matching engine
is told shows in the reasons that members read, so it is told what members may see.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from treadle.kit import events
from treadle.kit import policy as kit_policy

from . import policy
from .findable import touch
from .models import Organisation, Person


class Level(models.TextChoices):
    """From everybody to the organisation alone."""

    PUBLIC = "public", pgettext_lazy("visibility", "Everybody")
    MEMBERS = "members", pgettext_lazy("visibility", "Members of the network")
    PARTNERS = "partners", pgettext_lazy("visibility", "Partners after an introduction")
    CENTRE = "centre", pgettext_lazy("visibility", "Your centre")
    OWNER = "owner", pgettext_lazy("visibility", "Only you")


RANKS = {level: rank for rank, level in enumerate(Level.values)}


@dataclass(frozen=True, slots=True)
class Field:
    """Something of a record whose visibility its owner may choose; ``levels`` are those that make sense for it."""

    key: str
    label: str | Promise
    usual: Level
    levels: tuple[Level, ...]
    holds: tuple[str, ...] = ()  # fields of Organisation


OPEN = (Level.PUBLIC, Level.MEMBERS, Level.PARTNERS, Level.CENTRE)
FIELDS = {
    field.key: field
    for field in (
        Field("founded", gettext_lazy("Year of founding"), Level.PUBLIC, OPEN, ("founded",)),
        Field("people", gettext_lazy("People, and how many are women"), Level.PUBLIC, OPEN, ("employees", "women")),
        Field("ownership", gettext_lazy("Ownership, and whether it is led by women"), Level.PUBLIC, OPEN, ("ownership", "women_led")),
        Field("website", gettext_lazy("Website"), Level.PUBLIC, OPEN, ("website",)),
        Field("markets", gettext_lazy("Countries you serve"), Level.PUBLIC, OPEN, ("markets",)),
        Field("capacity", gettext_lazy("Installed and free capacity"), Level.PUBLIC, (Level.PUBLIC, Level.MEMBERS, Level.CENTRE)),
        Field("position", gettext_lazy("Place on the map"), Level.PUBLIC, OPEN),
        Field("identifiers", gettext_lazy("Numbers in registers"), Level.PUBLIC, OPEN),
        Field("evidence", gettext_lazy("Evidence"), Level.PUBLIC, OPEN),
        Field("contacts", gettext_lazy("Contacts"), Level.PARTNERS, (Level.PUBLIC, Level.MEMBERS, Level.PARTNERS)),
        Field("street", gettext_lazy("Streets and postcodes of sites"), Level.PARTNERS, OPEN),
        Field("finance", gettext_lazy("Turnover and share of exports"), Level.CENTRE, (Level.PARTNERS, Level.CENTRE, Level.OWNER),
              ("turnover", "turnover_currency", "turnover_year", "export_share")),
    )
}  # fmt: skip

_introduced: list[Callable[[Any, Organisation], bool]] = []


def introduced_by(test: Callable[[Any, Organisation], bool]) -> None:
    """Register what makes a person a partner of an organisation: ``test(person, organisation)``."""
    _introduced.append(test)


def level_of(organisation: Organisation, key: str) -> str:
    """Who sees a field of a record: its owner's choice, else what is usual."""
    return str(organisation.visibility.get(key) or FIELDS[key].usual)


def rank_of(person: Any, organisation: Organisation) -> int:
    """How near a person stands to a record: 0 everybody, 1 members, 2 partners, 3 its centre, 4 those who act for it."""
    if person is None or not person.is_authenticated:
        return 0
    if organisation.pk in policy.memberships(person):
        return RANKS[Level.OWNER]
    if person.is_superuser or policy.works_at(person, organisation.centre):
        return RANKS[Level.CENTRE]
    if any(test(person, organisation) for test in _introduced):
        return RANKS[Level.PARTNERS]
    return RANKS[Level.MEMBERS] if policy.memberships(person) or policy.posts(person) else 0


class Seen:
    """What somebody of a rank sees of a record: ``seen.people``, ``seen.contacts`` and so on are true or false, for templates too."""

    def __init__(self, organisation: Organisation, rank: int) -> None:
        self._organisation, self.rank = organisation, rank

    def __getattr__(self, key: str) -> bool:
        if key not in FIELDS:
            raise AttributeError(key)
        return RANKS[level_of(self._organisation, key)] <= self.rank


def seen_by(person: Any, organisation: Organisation) -> Seen:
    """What a person sees of a record."""
    return Seen(organisation, rank_of(person, organisation))


def to_members(organisation: Organisation) -> Seen:
    """What every member of the network sees of a record."""
    return Seen(organisation, RANKS[Level.MEMBERS])


def to_public(organisation: Organisation) -> Seen:
    """What everybody sees of a record."""
    return Seen(organisation, 0)


def shown(key: str, rank: int) -> Q:
    """Records of which somebody of a rank sees a field; for filters, which must not tell what the page does not."""
    nearer = [level for level, place in RANKS.items() if place > rank]
    if RANKS[FIELDS[key].usual] > rank:
        return Q(**{f"visibility__{key}__in": [level for level in RANKS if level not in nearer]})
    return Q(**{f"visibility__{key}__isnull": True}) | ~Q(**{f"visibility__{key}__in": nearer})


def strictest(one: Organisation, other: Organisation) -> dict[str, str]:
    """For each field the level further in of two records, as far as it is not the usual one: what either hid stays hidden."""
    levels = {key: max(level_of(one, key), level_of(other, key), key=RANKS.__getitem__) for key in FIELDS}
    return {key: level for key, level in levels.items() if level != FIELDS[key].usual}


@transaction.atomic
def choose(*, by: Person | None, organisation: Organisation, wanted: Mapping[str, str]) -> None:
    """Say who sees which field. Raises ValidationError by field where a level makes no sense for it."""
    kit_policy.require(by, policy.VISIBILITY, organisation)
    wrong = {
        key: _("Choose one of the levels shown.") for key, level in wanted.items() if key not in FIELDS or level not in FIELDS[key].levels
    }
    if wrong:
        raise ValidationError(wrong)
    before = {key: level_of(organisation, key) for key in wanted}
    kept = {**organisation.visibility, **wanted}
    organisation.visibility = {key: level for key, level in kept.items() if level != FIELDS[key].usual}
    organisation.save(update_fields=["visibility"])
    touch(organisation)
    changes = {key: [before[key], level] for key, level in wanted.items() if before[key] != level}
    events.record("directory.visibility.chosen", by=by, on=organisation, changes=changes)
