"""Registers that a centre loads as files, and holding a claimant's number against them."""

import re
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.texts import clean_line
from treadle.matching.sameness import Facts, likeness, plain_name

from .. import policy
from ..claimed import Register, RegisterEntry
from ..imports import columns
from ..imports.faults import FileFault, too_large
from ..imports.reading import Grid, open_grid
from ..models import Centre, Organisation, Person

SAME_NAME = 0.5  # probability, from which two spellings are taken for one name
AT_ONCE = 2000


@transaction.atomic
def load(*, by: Person | None, centre: Centre, path: Path, name: str, scheme: str, as_of: date) -> Register:
    """Load a register of numbers, names and who may sign; it takes the place of an older file of the same list.

    Raises FileFault when the file is no table, or lacks the column of the number or of the name.
    """
    kit_policy.require(by, policy.IMPORT, centre)
    if path.stat().st_size > settings.IMPORT_LIMIT_BYTES:
        raise too_large(path.stat().st_size, settings.IMPORT_LIMIT_BYTES)
    grid = open_grid(path, settings.IMPORT_LIMIT_BYTES)
    at = _columns(grid)
    Register.objects.filter(centre=centre, scheme=scheme).delete()
    register = Register.objects.create(centre=centre, scheme=scheme, name=clean_line(name)[:200], as_of=as_of, loaded_by=by)
    rows = (entry for _number, cells in grid.rows() if (entry := _entry(register, cells, at)) is not None)
    while some := list(islice(rows, AT_ONCE)):
        RegisterEntry.objects.bulk_create(some)
        register.entries_count += len(some)
    if not register.entries_count:
        raise FileFault(_("No row has both a number and a name. Look whether the header is in the first row."))
    register.save(update_fields=["entries_count"])
    events.record("directory.register.loaded", by=by, on=register, case=centre.organisation, changes={"entries": register.entries_count})
    return register


def _columns(grid: Grid) -> dict[str, int]:
    """Where the number, the name, who signs and the year of founding stand."""
    known = columns.recognise(grid.headers)
    at: dict[str, int] = {key: known.index(key) for key in ("identifier", "name", "contact", "founded") if key in known}
    if "identifier" not in at:
        at |= {"identifier": known.index("reference")} if "reference" in known else {}
    if "name" not in at and "legal_name" in known:
        at["name"] = known.index("legal_name")
    wanted = [label for key, label in (("identifier", _("Number in the register")), ("name", _("Name"))) if key not in at]
    if wanted:
        raise FileFault(_("No column is “%(column)s”. Name it so in the first row and load the file again.") % {"column": wanted[0]})
    return at


def _entry(register: Register, cells: list[str], at: dict[str, int]) -> RegisterEntry | None:
    def cell(key: str) -> str:
        return clean_line(cells[at[key]]) if key in at and at[key] < len(cells) else ""

    number, name = cell("identifier")[:60], cell("name")[:300]
    if not key_of(number) or not name:
        return None
    people = [each.strip()[:120] for each in re.split(r"[;|]", cell("contact")) if each.strip()][:20]
    year = re.search(r"\b(1[6-9]\d\d|20\d\d)\b", cell("founded"))
    return RegisterEntry(
        register=register, number=number, key=key_of(number), name=name, people=people, founded=int(year[1]) if year else None
    )


@transaction.atomic
def drop(*, by: Person | None, register: Register) -> None:
    """Take a register out; claims that were shown by it stand."""
    kit_policy.require(by, policy.IMPORT, register.centre)
    events.record("directory.register.dropped", by=by, on=register, case=register.centre.organisation)
    register.delete()


def key_of(number: str) -> str:
    """A number without marks, spaces and capitals, which people write as they like."""
    return re.sub(r"[^0-9a-z]+", "", number.lower())[:60]


def look_up(person: Person, organisation: Organisation, register: Register, number: str) -> dict[str, Any]:
    """What a register says of a number, held against the record and the claimant.

    ``found``, ``name_agrees``, ``person_agrees`` and ``number_agrees`` (None where the record has no number of this register),
    with the line itself for the officer.
    """
    entry = register.entries.filter(key=key_of(number)).first() if key_of(number) else None
    if entry is None:
        return {"register": str(register), "number": number, "found": False}
    names = Facts(organisation.name, tuple(each.text for each in organisation.names.all()), country=organisation.country_id)
    on_record = [each for each in organisation.identifiers.all() if each.scheme == register.scheme]
    return {
        "register": str(register), "as_of": register.as_of.isoformat(), "number": entry.number, "found": True, "name": entry.name,
        "people": entry.people, "on": timezone.localdate().isoformat(),
        "name_agrees": likeness(names, Facts(entry.name, country=organisation.country_id)).probability >= SAME_NAME,
        "person_agrees": any(same_person(person.name, each) for each in entry.people),
        "number_agrees": any(key_of(each.number) == entry.key for each in on_record) if on_record else None,
    }  # fmt: skip


def same_person(one: str, other: str) -> bool:
    """Whether two spellings name one person: the same words in any order and script, two at least, one of them may be left out."""
    mine, theirs = set(plain_name(one).split()), set(plain_name(other).split())
    shared = mine & theirs
    return len(shared) >= 2 and shared in (mine, theirs)
