"""Keeping lists: loading one, or a newer one in its place."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.texts import clean_line

from .. import policy
from ..imports.faults import FileFault, too_large
from ..models import Person
from ..screened import Hit, Listed, WatchList
from .reading import Entry, read

FIELDS = ("kind", "name", "aliases", "births", "countries", "note", "listed_on", "delisted_on")


@transaction.atomic
def load(*, by: Person | None, path: Path, name: str, as_of: date | None = None) -> WatchList:
    """Load a list. Whom an older file of it named and this does not is de-listed, and hits on them are closed.

    Raises FileFault, and changes nothing, for a file that is no list.
    """
    kit_policy.require(by, policy.LISTS)
    name = clean_line(name)[:120]
    if path.stat().st_size > settings.IMPORT_LIMIT_BYTES:
        raise too_large(path.stat().st_size, settings.IMPORT_LIMIT_BYTES)
    day, entries = read(path)
    found = _together(entries)
    if not found:
        raise FileFault(_("The list names nobody. Look whether the file is whole."))
    made, _new = WatchList.objects.get_or_create(name=name)
    known = {each.reference: each for each in made.entries.all()}
    new = [_filled(Listed(on_list=made, reference=reference), entry) for reference, entry in found.items() if reference not in known]
    old = [_filled(known[reference], entry) for reference, entry in found.items() if reference in known]
    Listed.objects.bulk_create(new, batch_size=1000)
    Listed.objects.bulk_update(old, FIELDS, batch_size=500)
    as_of = as_of or day or timezone.localdate()
    gone = made.entries.filter(delisted_on=None, pk__in=[each.pk for reference, each in known.items() if reference not in found])
    gone.update(delisted_on=as_of)
    Hit.objects.filter(listed__on_list=made, listed__delisted_on__lte=timezone.localdate(), state__in=OPEN).update(
        state=Hit.State.DELISTED, decided_at=timezone.now()
    )
    made.as_of, made.loaded_by, made.entries_count = as_of, by, made.entries.filter(delisted_on=None).count()
    made.save()
    events.record("directory.list.loaded", by=by, on=made, changes={"named": made.entries_count, "new": len(new)})
    return made


OPEN = (Hit.State.OPEN, Hit.State.PROPOSED, Hit.State.CONFIRMED)


def _together(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by their reference; further rows of one reference are other names of it."""
    found: dict[str, Entry] = {}
    for entry in entries:
        first = found.setdefault(entry.reference, entry)
        if first is not entry:
            first.aliases = list(dict.fromkeys([*first.aliases, *({entry.name} - {first.name}), *entry.aliases]))
            first.births = list(dict.fromkeys([*first.births, *entry.births]))
            first.countries = list(dict.fromkeys([*first.countries, *entry.countries]))
    return found


def _filled(row: Listed, entry: Entry) -> Listed:
    for field in FIELDS:
        setattr(row, field, getattr(entry, field))
    return row


def stamp() -> str:
    """What changes whenever a list is loaded; "" while there is none."""
    loaded = [f"{pk}:{at:%Y%m%d%H%M%S%f}" for pk, at in WatchList.objects.order_by("pk").values_list("pk", "loaded_at")]
    return sha256("|".join(loaded).encode()).hexdigest() if loaded else ""
