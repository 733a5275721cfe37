"""What a merge would do, before it is done: field by field, what moves, what stays, who would see more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .. import keys, queries
from ..imports.shown import label, value
from ..models import Kind, Membership, Organisation
from .relations import conflicts, relations

FIELDS = ("name", "about", "country", "town", "founded", "employees", "women", "languages", "markets", "website",
          "ownership", "women_led")  # fmt: skip
KEPT, GONE = "kept", "gone"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of both records; ``chosen`` is which of the two is proposed or was chosen."""

    name: str
    label: str
    kept: str
    gone: str
    chosen: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Moving:
    """Rows of one kind: those that move and those that stay with the old record because the kept one has their like."""

    label: str
    moves: list[str]
    stays: list[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """All of it. ``facts`` are of parts, to compare by: label, what the kept and the other record say.

    ``gain`` are people who would see and may change the kept record, as pairs of name and role.
    """

    fields: list[Field]
    facts: list[tuple[str, str, str]]
    moving: list[Moving]
    gain: list[tuple[str, str]]
    conflicts: list[str]
    other_centre: bool


def preview(kept: Organisation, gone: Organisation, choices: Mapping[str, str] | None = None) -> Preview:
    """What merging ``gone`` into ``kept`` would do."""
    given = choices or {}
    fields = [_field(name, kept, gone, given.get(name) or proposed(name, kept, gone)) for name in FIELDS]
    fields = [field for field in fields if field.differs or field.kept != value(field.name, None)]
    moving = []
    for relation in relations():
        if relation.label:
            moves, stays = relation.moving(gone, kept)
            if moves or stays:
                moving.append(Moving(str(relation.label), [str(row) for row in moves], [str(row) for row in stays]))
    inside = set(kept.memberships.values_list("person", flat=True))
    new = Membership.objects.filter(organisation=gone).exclude(person__in=inside).select_related("person")
    gain = [(str(each.person), str(each.get_role_display())) for each in [*new, *_speakers(kept, gone, inside)]]
    return Preview(fields, _facts(kept, gone), moving, gain, conflicts(kept, gone), kept.centre_id != gone.centre_id)


def _speakers(kept: Organisation, gone: Organisation, inside: set[int]) -> Iterable[Membership]:
    """Who would speak for the kept record because the other belongs to a civil-society organisation: nobody where either has an owner."""
    if kept.parent_id is not None or gone.parent is None or kept.pk in queries.ancestors(gone):
        return ()
    owned = Membership.objects.filter(organisation__in=(kept, gone), role=Membership.Role.OWNER).exists()
    if owned or not gone.parent.kinds.filter(kind=Kind.CSO).exists():
        return ()
    found = gone.parent.memberships.filter(role__in=(Membership.Role.OWNER, Membership.Role.EDITOR)).exclude(person__in=inside)
    return found.select_related("person")


def _facts(kept: Organisation, gone: Organisation) -> list[tuple[str, str, str]]:
    """Addresses, telephones, e-mail and numbers of both, where either has any."""
    mine, theirs = keys.facts_of(kept), keys.facts_of(gone)
    found = []
    if kept.parent_id or gone.parent_id:
        found.append((label("parent"), str(kept.parent or "–"), str(gone.parent or "–")))
    for name, field in (
        ("street", "street"),
        ("postcode", "postcode"),
        ("phone", "phones"),
        ("email", "emails"),
        ("identifiers", "identifiers"),
    ):
        both = [getattr(facts, field) for facts in (mine, theirs)]
        if any(both):
            shown = [value(name, list(each) if isinstance(each, tuple) else each) for each in both]
            found.append((label(name), shown[0], shown[1]))
    return found


def proposed(name: str, kept: Organisation, gone: Organisation) -> str:
    """Which record a field is best taken from: the kept one where it says anything; an owner's word before others'."""
    mine, theirs = getattr(kept, name), getattr(gone, name)
    if not theirs:
        return KEPT
    if not mine:
        return GONE
    owners = [record.stated.get(name, {}).get("who") == "owner" for record in (kept, gone)]
    return GONE if owners == [False, True] else KEPT


def _field(name: str, kept: Organisation, gone: Organisation, chosen: str) -> Field:
    mine, theirs = getattr(kept, name), getattr(gone, name)
    if name == "country":
        mine, theirs = kept.country_id, gone.country_id
    if name == "about":
        mine, theirs = mine.best(), theirs.best()
    return Field(name, label(name), value(name, mine), value(name, theirs), chosen, mine != theirs)
