"""Merging two records and taking them apart again: one transaction, with all that is needed to undo it kept."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.translated import Translated

from .. import policy, queries, sources, weighing
from ..actions import plain
from ..entering import FINANCE_FIELDS
from ..findable import touch
from ..models import DuplicatePair, Membership, Merge, Name, Organisation, Person
from ..visibility import strictest
from . import pairs
from .preview import FIELDS, GONE, KEPT, proposed
from .relations import conflicts, relations


@transaction.atomic
def merge(
    *, by: Person | None, kept: Organisation, gone: Organisation, choices: Mapping[str, str], reason: str = "", version: int | None = None
) -> Merge:
    """Make ``gone`` a part of ``kept``; its address and numbers lead to the kept record from now on.

    ``choices`` is field → "kept" or "gone"; what is not chosen is taken as :func:`proposed`. ``version`` is that of the kept record as the
    person saw it. Raises ValidationError where something stands against it, or the kept record has changed meanwhile.
    """
    for record in (kept, gone):
        kit_policy.require(by, policy.MERGE, record)
    if kept.pk == gone.pk:
        raise ValidationError(_("Choose two records."))
    held = {each.pk: each for each in Organisation.objects.select_for_update().filter(pk__in=(kept.pk, gone.pk)).order_by("pk")}
    kept, gone = held[kept.pk], held[gone.pk]
    if Organisation.State.MERGED in (kept.state, gone.state):
        raise ValidationError(_("One of the two has been merged already."))
    if version is not None and kept.version != version:
        raise ValidationError(_("The record has been changed meanwhile. Look at the two again."))
    if standing := conflicts(kept, gone):
        raise ValidationError(standing)
    found = pairs.compared(kept, gone)
    made = Merge(kept=kept, gone=gone, by=by, reason=reason[:500], state_before=gone.state)
    _take_fields(made, kept, gone, choices)
    _keep_stronger_roles(made, kept, gone)
    _move_rows(made, kept, gone)
    gone.state, gone.merged_into = Organisation.State.MERGED, kept
    gone.save(update_fields=["state", "merged_into"])
    made.save()
    touch(kept, gone)
    one, other = sorted((kept.pk, gone.pk))
    agreements = dict(found.agreements) if found else {}
    decided = {"state": DuplicatePair.State.SAME, "decided_by": by, "decided_at": timezone.now(), "agreements": agreements}
    DuplicatePair.objects.update_or_create(one_id=one, other_id=other, defaults=decided)
    made.stated[ASKED] = _ask_of_kept(kept, gone)
    made.save(update_fields=["stated"])
    weighing.learn()
    changes = {name: [made.before[name], made.after[name]] for name in made.before}
    events.record("directory.organisation.merged", by=by, on=kept, changes={**changes, "from": gone.name}, reason=reason)
    events.record("directory.organisation.merged_away", by=by, on=gone, changes={"into": kept.name}, reason=reason)
    return made


ASKED = "asked"  # where a merge keeps the pairs that it asked about in the place of others


def _ask_of_kept(kept: Organisation, gone: Organisation) -> list[int]:
    """What waits between the record that goes and a third is asked of the kept one, unless the two have been asked about already."""
    made = []
    waiting = DuplicatePair.objects.filter(Q(one=gone) | Q(other=gone), state__in=(DuplicatePair.State.WAITING, DuplicatePair.State.UNSURE))
    for pair in waiting:
        third = pair.other_id if pair.one_id == gone.pk else pair.one_id
        one, other = sorted((kept.pk, third))
        if one != other and not DuplicatePair.objects.filter(one_id=one, other_id=other).exists():
            both = Organisation.objects.in_bulk((one, other))
            found = pairs.compared(both[one], both[other])
            told = (
                {"probability": found.probability, "evidence": dict(found.evidence), "agreements": dict(found.agreements)} if found else {}
            )
            asked = DuplicatePair.objects.create(one_id=one, other_id=other, flagged_by=pair.flagged_by, note=pair.note, **told)
            made.append(asked.pk)
    return made


def _take_fields(made: Merge, kept: Organisation, gone: Organisation, choices: Mapping[str, str]) -> None:
    """Take from the record that goes what was chosen; other languages of its text are added, its name becomes another name."""
    chosen = {name: choices.get(name) or proposed(name, kept, gone) for name in FIELDS}
    if not set(chosen.values()) <= {KEPT, GONE}:
        raise ValidationError(_("Choose one of the two for each field."))
    stated, names = dict(kept.stated), {kept.name, gone.name}
    for name in FIELDS:
        before, theirs = getattr(kept, name), getattr(gone, name)
        after = theirs if chosen[name] == GONE else before
        if name == "about":
            after = Translated({**before, **theirs}) if chosen[name] == GONE else Translated({**theirs, **before})
        if after == before:
            continue
        made.before[name], made.after[name] = plain(before), plain(after)
        setattr(kept, name, after)
        made.stated[name] = kept.stated.get(name)
        if name in gone.stated:
            stated[name] = gone.stated[name]
    if kept.women is not None and kept.employees is not None and kept.women > kept.employees:
        raise ValidationError(_("There cannot be more women than people. Check both numbers."))
    _keep_finance(made, kept, gone)
    _keep_parent(made, kept, gone)
    stricter = strictest(kept, gone)
    if stricter != kept.visibility:
        made.before["visibility"], made.after["visibility"] = kept.visibility, stricter
        kept.visibility = stricter
    kept.stated = stated
    kept.version += 1
    kept.save()
    known = {kept.name, *kept.names.values_list("text", flat=True), *gone.names.values_list("text", flat=True)}
    for name in sorted(names - known):
        other = Name.objects.create(organisation=kept, sort=Name.Sort.TRADING, text=name)
        made.created.append([events.type_of(other), other.pk, name])


def _keep_parent(made: Merge, kept: Organisation, gone: Organisation) -> None:
    """What the record that goes belonged to, the kept one belongs to, unless it belongs to another or the other to it."""
    if kept.parent_id is None and gone.parent_id is not None and kept.pk not in queries.ancestors(gone):
        made.before["parent_id"], made.after["parent_id"] = None, gone.parent_id
        kept.parent_id = gone.parent_id


def _keep_finance(made: Merge, kept: Organisation, gone: Organisation) -> None:
    """Figures of finance belong together: those of the record that goes are taken where the kept one has none at all."""
    if any(getattr(kept, name) not in (None, "") for name in FINANCE_FIELDS):
        return
    for name in FINANCE_FIELDS:
        if getattr(gone, name) not in (None, ""):
            made.before[name], made.after[name] = plain(getattr(kept, name)), plain(getattr(gone, name))
            setattr(kept, name, getattr(gone, name))


STRENGTH = (Membership.Role.READER, Membership.Role.EDITOR, Membership.Role.OWNER)
ROLES = "roles"  # where a merge keeps what roles were before


def _keep_stronger_roles(made: Merge, kept: Organisation, gone: Organisation) -> None:
    """Whoever acts for both keeps the stronger of the two roles."""
    theirs = {each.person_id: each.role for each in Membership.objects.filter(organisation=gone)}
    for mine in Membership.objects.filter(organisation=kept, person__in=theirs):
        stronger = theirs[mine.person_id]
        if STRENGTH.index(stronger) > STRENGTH.index(mine.role):
            made.stated.setdefault(ROLES, []).append([mine.pk, mine.role, stronger])
            mine.role = stronger
            mine.save(update_fields=["role"])


def _move_rows(made: Merge, kept: Organisation, gone: Organisation) -> None:
    for relation in relations():
        rows, _stays = relation.moving(gone, kept)
        for row in rows:
            made.moved.append([row._meta.label_lower, row.pk, relation.field])
        relation.model._base_manager.filter(pk__in=[row.pk for row in rows]).update(**{relation.field: kept})
    kept.stated = sources.taken_over(kept, gone, made.moved)
    kept.save(update_fields=["stated"])


@transaction.atomic
def undo(*, by: Person | None, made: Merge) -> None:
    """Take two records apart again. What has happened since stays with the kept one; fields go back unless somebody has changed them since.

    Raises ValidationError when it was undone before, or the kept record has itself been merged away.
    """
    for record in (made.kept, made.gone):
        kit_policy.require(by, policy.MERGE, record)
    made = Merge.objects.select_for_update().get(pk=made.pk)
    held = {each.pk: each for each in Organisation.objects.select_for_update().filter(pk__in=(made.kept_id, made.gone_id)).order_by("pk")}
    kept, gone = held[made.kept_id], held[made.gone_id]
    if made.undone_at is not None:
        raise ValidationError(_("This merge has been undone before."))
    if kept.state == Organisation.State.MERGED:
        raise ValidationError(_("The record has itself been merged into another since. Undo that first."))
    changes = _give_back_fields(made, kept)
    _give_back_rows(made, kept, gone)
    gone.state, gone.merged_into = made.state_before, None
    gone.save(update_fields=["state", "merged_into"])
    made.undone_at, made.undone_by = timezone.now(), by
    made.save(update_fields=["undone_at", "undone_by"])
    one, other = sorted((kept.pk, gone.pk))
    DuplicatePair.objects.filter(one_id=one, other_id=other).update(
        state=DuplicatePair.State.DIFFERENT, decided_by=by, decided_at=timezone.now()
    )
    weighing.learn()
    touch(kept, gone)
    events.record("directory.organisation.unmerged", by=by, on=kept, changes={**changes, "from": gone.name})
    events.record("directory.organisation.unmerged", by=by, on=gone)


def _give_back_fields(made: Merge, kept: Organisation) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, before in made.before.items():
        if plain(getattr(kept, name)) != made.after[name]:
            continue  # somebody has changed it since: theirs stays
        setattr(kept, "country_id" if name == "country" else name, before)
        said = made.stated.get(name)
        kept.stated = {**{key: value for key, value in kept.stated.items() if key != name}, **({name: said} if said else {})}
        changes[name] = [made.after[name], before]
    if kept.women is not None and kept.employees is not None and kept.women > kept.employees:
        for name in ("women", "employees"):  # one of the two has been changed since: the pair stays as it is now
            if name in changes:
                setattr(kept, name, changes.pop(name)[0])
    kept.version += 1
    kept.save()
    return changes


def _give_back_rows(made: Merge, kept: Organisation, gone: Organisation) -> None:
    by_kind: dict[tuple[str, str], list[Any]] = {}
    for kind, pk, field in made.moved:
        by_kind.setdefault((kind, field), []).append(pk)
    for (kind, field), pks in by_kind.items():
        model: type[models.Model] = apps.get_model(kind)
        model._base_manager.filter(pk__in=pks, **{field: kept}).update(**{field: gone})
    DuplicatePair.objects.filter(pk__in=made.stated.get(ASKED, ()), state=DuplicatePair.State.WAITING).delete()
    sources.give_back(kept, gone, made.moved)
    for record in (kept, gone):
        record.save(update_fields=["stated"])
    for pk, before, after in made.stated.get(ROLES, ()):
        Membership.objects.filter(pk=pk, organisation=kept, role=after).update(role=before)
    for kind, pk, text in made.created:
        apps.get_model(kind)._base_manager.filter(pk=pk, organisation=kept, text=text).delete()
