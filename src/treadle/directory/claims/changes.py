"""What a record said when its owner took it over, and what the owner changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from ..claimed import Claim
from ..models import Capability, Contact, Evidence, Identifier, Name, Organisation, Site

FIELDS = ("name", "about", "country", "town", "founded", "employees", "women", "languages", "markets", "website")
PARTS: dict[str, type[models.Model]] = {
    "capability": Capability, "evidence": Evidence, "contact": Contact, "identifier": Identifier, "name": Name, "site": Site,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A field, or a part by its kind, as the centre had it and as the owner has it; None where it was not there."""

    field: str
    before: Any
    now: Any


def snapshot(organisation: Organisation) -> dict[str, Any]:
    """A record as it stands, as JSON."""
    from ..actions import plain

    return {
        "fields": {name: plain(getattr(organisation, name)) for name in FIELDS},
        "kinds": sorted(each.kind for each in organisation.kinds.all()),
        "parts": {key: {str(part.pk): said(part) for part in model._default_manager.filter(organisation=organisation)}
                  for key, model in PARTS.items()},
    }  # fmt: skip


def said(part: models.Model) -> str:
    """A part in one line, with everything that a person would call a change."""
    if isinstance(part, Contact):
        return " · ".join(filter(None, (part.name, part.role, part.email, part.phone)))
    if isinstance(part, Site):
        return " · ".join(filter(None, (part.name, part.street, part.postcode, part.town, part.country_id)))
    if isinstance(part, Evidence):
        days = (each.isoformat() if each else "" for each in (part.issued_on, part.expires_on))
        return " · ".join(filter(None, (part.standard, part.scope, part.issuer, part.number, *days)))
    if isinstance(part, Capability):
        figures = (f"{part.used or '?'}/{part.installed} {part.unit}" if part.installed is not None else "", part.materials, part.tolerance)
        return " · ".join(filter(None, (part.text, *figures)))
    return str(part)


def taken_over(organisation: Organisation) -> Claim | None:
    """The claim by which its owner came to it last; None where nobody took it over."""
    return organisation.claims.filter(state=Claim.State.ACCEPTED).select_related("person").first()


def changes(organisation: Organisation, before: dict[str, Any]) -> Iterator[Change]:
    """What differs between a snapshot and the record as it is now."""
    now = snapshot(organisation)
    for name in FIELDS:
        if before.get("fields", {}).get(name) != now["fields"][name]:
            yield Change(name, before.get("fields", {}).get(name), now["fields"][name])
    if before.get("kinds", []) != now["kinds"]:
        yield Change("kinds", before.get("kinds", []), now["kinds"])
    for key in PARTS:
        was, is_now = before.get("parts", {}).get(key, {}), now["parts"][key]
        for pk in sorted({*was, *is_now}, key=int):
            if was.get(pk) != is_now.get(pk):
                yield Change(key, was.get(pk), is_now.get(pk))
