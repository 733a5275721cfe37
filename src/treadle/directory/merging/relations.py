"""What becomes of everything that points at an organisation when it is merged into another. A test fails for what is not declared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .. import models as directory
from .. import queries
from ..models import Organisation

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of ``model`` whose ``field`` names the record that goes.

    They move to the one that is kept; with ``once``, a row stays where it is when the kept record has one with the same values in these
    fields. With ``single`` a record has one at
    most. With ``stays`` none moves: what they tell is of the old record. ``label`` names them in the preview; "" for
    what nobody need be told of.
    """

    model: type[models.Model]
    field: str
    label: Text = ""
    once: tuple[str, ...] = ()
    stays: bool = False
    single: bool = False

    def rows(self, organisation: Organisation) -> models.QuerySet[Any]:
        """Rows that name an organisation."""
        return self.model._base_manager.filter(**{self.field: organisation})

    def moving(self, gone: Organisation, kept: Organisation) -> tuple[list[Any], list[Any]]:
        """Rows that would move, and those that would stay because the kept record has their like."""
        if self.stays:
            return [], []
        rows = list(self.rows(gone).order_by("pk"))
        if self.single and self.rows(kept).exists():
            return [], rows
        if not self.once:
            return rows, []
        have = {tuple(getattr(row, name) for name in self._attributes()) for row in self.rows(kept)}
        stay = [row for row in rows if self._key(row) in have or kept.pk in self._key(row)]
        return [row for row in rows if row not in stay], stay

    def _attributes(self) -> list[str]:
        return [self.model._meta.get_field(name).attname for name in self.once]  # type: ignore[union-attr]

    def _key(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in self._attributes())


_relations: dict[tuple[str, str], Relation] = {}
_conflicts: list[Callable[[Organisation, Organisation], Iterator[str]]] = []


def declare(*relations: Relation) -> None:
    """Say what becomes of rows that point at an organisation."""
    for relation in relations:
        _relations[relation.model._meta.label_lower, relation.field] = relation


def conflicts_with(check: Callable[[Organisation, Organisation], Iterator[str]]) -> None:
    """Register what may stand against a merge: ``check(kept, gone)`` gives reasons in the reader's language."""
    _conflicts.append(check)


def _not_two(kept: Organisation, gone: Organisation) -> Iterator[str]:
    """Branches, member units and centres are bodies of their own: that one belongs to the other is a relation, not a duplicate."""
    if gone.pk in queries.ancestors(kept) or kept.pk in queries.ancestors(gone):
        yield gettext("One of the two is a unit or member of the other. They are two organisations.")
    if directory.Centre.objects.filter(organisation__in=(kept, gone)).exists():
        yield gettext("One of the two is a centre. Centres are not merged.")


_conflicts.append(_not_two)


def _not_claimed(kept: Organisation, gone: Organisation) -> Iterator[str]:
    """Whoever has a code on its way, or waits for an officer, would be left with a record that is gone."""
    if gone.claims.filter(state__in=directory.Claim.OPEN).exists():
        yield gettext("Somebody claims the record that would go. Decide about the claim first.")


_conflicts.append(_not_claimed)


def relations() -> list[Relation]:
    """All of them, in order of declaration."""
    return list(_relations.values())


def conflicts(kept: Organisation, gone: Organisation) -> list[str]:
    """Everything that stands against merging these two."""
    return [reason for check in _conflicts for reason in check(kept, gone)]


def undeclared() -> list[str]:
    """Fields that point at an organisation and say nothing of merging; versions of records are left out."""
    found = []
    for field in Organisation._meta.get_fields(include_hidden=True):
        if not (field.auto_created and not field.concrete and field.is_relation) or field.many_to_many:  # its table is one by itself
            continue
        model, name = field.related_model, field.field.name  # type: ignore[union-attr]
        if isinstance(model, str) or model._meta.model_name is None or model._meta.model_name.startswith("historical"):  # type: ignore[union-attr]
            continue
        if (model._meta.label_lower, name) not in _relations:  # type: ignore[union-attr]
            found.append(f"{model._meta.label}.{name}")  # type: ignore[union-attr]
    return found


declare(
    Relation(directory.Capability, "organisation", _("Capabilities")),
    Relation(directory.Evidence, "organisation", _("Evidence")),
    Relation(directory.Contact, "organisation", _("Contacts")),
    Relation(directory.Site, "organisation", _("Sites")),
    Relation(directory.Name, "organisation", _("Names")),
    Relation(directory.Identifier, "organisation", _("Numbers in registers")),
    Relation(directory.OrganisationKind, "organisation", _("Kinds"), once=("kind",)),
    Relation(directory.Membership, "organisation", _("Members"), once=("person",)),
    Relation(directory.JoinRequest, "organisation", _("Requests to join"), once=("person",)),
    Relation(directory.Claim, "organisation", _("Claims"), once=("person",)),
    Relation(directory.MemberInvitation, "organisation", _("Invitations to join")),
    Relation(directory.Organisation, "parent", _("Member units")),
    Relation(directory.Organisation, "merged_into", stays=True),
    Relation(directory.Centre, "organisation", stays=True),
    Relation(directory.ImportRow, "organisation", stays=True),
    Relation(directory.RecordKey, "organisation", stays=True),
    Relation(directory.DuplicatePair, "one", stays=True),
    Relation(directory.DuplicatePair, "other", stays=True),
    Relation(directory.Society, "organisation", _("Civil-society organisation"), single=True),
    Relation(directory.Interest, "organisation", _("What it looks for")),
    Relation(directory.Tag.organisations.through, "organisation", once=("tag",)),
    Relation(directory.LetterCopy, "organisation"),
    Relation(directory.Hit, "organisation", once=("listed", "subject")),
    Relation(directory.Screened, "organisation", stays=True),
    Relation(directory.Merge, "kept", stays=True),
    Relation(directory.Merge, "gone", stays=True),
)
