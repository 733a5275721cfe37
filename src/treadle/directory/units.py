"""Every write about units: bodies without papers, telephone or e-mail that are on record through the organisation that speaks for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.texts import clean_line
from treadle.matching import guess_language

from . import policy, queries
from .entering import Draft, enter
from .findable import touch
from .imports.cells import Bad, phones
from .members import forget_rights
from .models import Capability, Contact, Kind, Organisation, Person

MOST = 200  # units that are entered at once


@dataclass(frozen=True, slots=True)
class Unit:
    """What is said of a unit; all but the name may be unknown."""

    name: str
    town: str = ""
    does: str = ""
    phone: str = ""


def read_lines(text: str) -> tuple[list[Unit], list[tuple[int, str]]]:
    """Units as people list them, one a line: name; village; what they make; telephone. Gives them, and the faults by line."""
    units, faults, seen = list[Unit](), list[tuple[int, str]](), dict[str, int]()
    for number, line in enumerate(text.splitlines(), 1):
        cells = [clean_line(cell) for cell in line.replace("\t", ";").replace("؛", ";").split(";")]
        if not any(cells):
            continue
        name, town, does, phone = [*cells, "", "", ""][:4]
        fault = _fault(name, town, phone) or (_("The same name and village stand in line %(line)s.") % {"line": seen[key]}
                                              if (key := f"{name} {town}".casefold()) in seen else "")  # fmt: skip
        seen.setdefault(f"{name} {town}".casefold(), number)
        if fault:
            faults.append((number, fault))
        else:
            units.append(Unit(name, town, does[:4000], phone))
    if len(units) > MOST:
        faults.append((MOST + 1, _("At most %(most)s at once. Enter these first, then the rest.") % {"most": MOST}))
    return units, faults


def _fault(name: str, town: str, phone: str) -> str:
    if not name:
        return _("The name is missing. It comes first.")
    if len(name) > 200 or len(town) > 120:
        return _("This is too long: 200 characters for the name, 120 for the village.")
    try:
        phones(phone)
    except Bad:
        return _("“%(phone)s” is no telephone number. The order is: name; village; what they make; telephone.") % {"phone": phone}
    return ""


@transaction.atomic
def enter_units(*, by: Person | None, organisation: Organisation, units: Sequence[Unit], is_shown: bool) -> list[Organisation]:
    """Enter units of a civil-society organisation, which speaks for them until they have an owner.

    They are in the directory when they agreed to it (``is_shown``); else the organisation and its centre see them. Raises ValidationError
    for an organisation of another kind.
    """
    kit_policy.require(by, policy.UNITS, organisation)
    if not organisation.kinds.filter(kind=Kind.CSO).exists():
        raise ValidationError(_("Only a civil-society organisation enters units. Say first that this is one."))
    lang = organisation.about.language() or (by.language if by else "en")
    drafts = [_draft(unit, organisation, lang) for unit in units]
    who = "union" if by is not None and organisation.pk in policy.memberships(by) else "officer" if by is not None else "import"
    made = enter(drafts, by=by, who=who, centre=organisation.centre)
    state = Organisation.State.PUBLIC if is_shown else Organisation.State.DRAFT
    for unit in made:
        unit.parent, unit.state = organisation, state
    Organisation.objects.bulk_update(made, ["parent", "state"], batch_size=500)
    touch(*made)
    events.record("directory.units.entered", by=by, on=organisation, changes={"units": len(made), "shown": is_shown})
    if by is not None:
        forget_rights(by)
    return made


def _draft(unit: Unit, organisation: Organisation, lang: str) -> Draft:
    parts: list[models.Model] = []
    if unit.does:
        parts.append(Capability(text=unit.does, language=guess_language(unit.does) or lang, sort=Capability.Sort.PRODUCT))
    for at, phone in enumerate(phones(unit.phone)):
        parts.append(Contact(name=unit.name[:120], phone=phone[:40], is_first=at == 0))
    fields: dict[str, Any] = {"name": unit.name, "country": organisation.country, "town": unit.town or organisation.town}
    return Draft(fields, [Kind.ENTERPRISE], parts)


@transaction.atomic
def show(*, by: Person | None, unit: Organisation, is_shown: bool) -> None:
    """Put a unit into the directory because it agreed to it, or take it out again."""
    kit_policy.require(by, policy.EDIT, unit)
    states = (Organisation.State.DRAFT, Organisation.State.PUBLIC)
    if unit.state not in states or (unit.parent_id is None and not is_shown):
        raise ValidationError(_("This is no unit that could be shown or hidden."))
    unit.state = states[is_shown]
    unit.save(update_fields=["state"])
    touch(unit)
    events.record("directory.unit.shown" if is_shown else "directory.unit.hidden", by=by, on=unit)


@transaction.atomic
def tie(*, by: Person | None, part: Organisation, whole: Organisation) -> None:
    """Say that one organisation is a branch, unit or member of another: they are two bodies, and neither is a duplicate.

    Raises ValidationError where it belongs to another one already, or the other to it.
    """
    for record in (part, whole):
        kit_policy.require(by, policy.MERGE, record)
    held = {each.pk: each for each in Organisation.objects.select_for_update().filter(pk__in=(part.pk, whole.pk)).order_by("pk")}
    part, whole = held[part.pk], held[whole.pk]
    if part.parent is not None and part.parent != whole:
        raise ValidationError(_("%(name)s belongs to %(other)s. End that first.") % {"name": part, "other": part.parent})
    if part.pk == whole.pk or Organisation.State.MERGED in (part.state, whole.state):
        raise ValidationError(_("Choose two records."))
    if part.pk in queries.ancestors(whole):
        raise ValidationError(_("%(other)s belongs to %(name)s already.") % {"name": part, "other": whole})
    events.record("directory.unit.tied", by=by, on=part, case=whole, changes={"parent": ["", whole.name]})
    part.parent = whole
    part.save(update_fields=["parent"])
    touch(part)


@transaction.atomic
def leave(*, by: Person | None, unit: Organisation) -> None:
    """End that a unit belongs to another organisation; one that has no owner is then its centre's alone to keep."""
    kit_policy.require(by, policy.LEAVE, unit)
    if unit.parent is None:
        raise ValidationError(_("It belongs to no other organisation."))
    events.record("directory.unit.left", by=by, on=unit, changes={"parent": [unit.parent.name, ""]})
    unit.parent = None
    unit.save(update_fields=["parent"])
    touch(unit)
    if by is not None:
        forget_rights(by)
