"""Writing rows into the directory and taking them out again, some at a time, each step whole or not at all."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from treadle.kit.events import type_of
from treadle.kit.models import Event
from treadle.kit.numbers import next_number
from treadle.nomenclature.models import Code

from .. import actions, findable
from ..entering import Draft, enter
from ..models import (
    Capability,
    Certificate,
    Contact,
    Identifier,
    ImportBatch,
    ImportRow,
    Name,
    Organisation,
    OrganisationKind,
    RecordKey,
    Site,
)  # fmt: skip
from . import cells, judging
from .comparing import Plan

TOGETHER = 200  # rows of one transaction
State = ImportRow.State
OWN = (  # what hangs on a record by itself; anything else hangs there because somebody has worked with it
    Capability, Certificate, Contact, Identifier, ImportRow, Name, OrganisationKind, RecordKey, Site,
)  # fmt: skip


@transaction.atomic
def write_some(batch: ImportBatch) -> int:
    """Write the next rows that are fine; gives how many were looked at, 0 when none is left.

    They are judged once more under a lock: what another import has entered since the preview, or what somebody has changed, is not written
    over but shown again.
    """
    next_number("directory.imports")  # of two imports that write, the second waits here
    waiting = ImportRow.objects.filter(batch=batch, state__in=(State.NEW, State.CHANGES), number__gt=batch.progress)
    rows = list(waiting.order_by("number")[:TOGETHER])
    if not rows:
        return 0
    shown = [(row.state, row.organisation_id, _plainly(row.changes)) for row in rows]
    plans = judging.judge(batch, rows)
    chosen = [
        (row, plan)
        for row, plan, before in zip(rows, plans, shown, strict=True)
        if plan is not None and before == (row.state, row.organisation_id, _plainly(row.changes))
    ]
    _create(batch, [(row, plan) for row, plan in chosen if row.state == State.NEW])
    with findable.gathered():
        for row, plan in chosen:
            if row.state == State.CHANGES:
                _change(batch, row, plan)
    mark = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for row, _plan in chosen:
        row.state, row.event = State.WRITTEN, mark
    fields = ["state", "faults", "kinds", "changes", "kept", "likely", "organisation", "version", "is_created", "before", "event"]
    ImportRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=fields, batch_size=200)
    ImportBatch.objects.filter(pk=batch.pk).update(progress=rows[-1].number)
    batch.progress = rows[-1].number
    return len(rows)


def _plainly(changes: Any) -> Any:
    """Changes as JSON has them, so that those of now and those kept compare."""
    if isinstance(changes, dict):
        return {str(key): _plainly(value) for key, value in changes.items()}
    return [_plainly(each) for each in changes] if isinstance(changes, list | tuple) else changes


def source_of_row(batch: ImportBatch, row: ImportRow) -> dict[str, Any]:
    """Where a value comes from: which file, row, day and whose import."""
    return {
        "who": "import", "on": timezone.localdate().isoformat(), "batch": batch.pk, "row": row.number, "file": batch.name,
        "by": str(batch.by) if batch.by else "",
    }  # fmt: skip


def _create(batch: ImportBatch, chosen: Sequence[tuple[ImportRow, Plan]]) -> None:
    known = cells.known_codes({key for _row, plan in chosen for key in plan.codes})
    drafts = []
    for row, plan in chosen:
        draft = Draft({"country": "", **plan.fields}, plan.kinds, confirmed_on=None)
        draft.parts, draft.codes = _parts(plan, row, known)
        source = source_of_row(batch, row)
        named = [*plan.fields, *{part._meta.model_name or "" for part in draft.parts}]
        draft.stated = dict.fromkeys(named, source)
        drafts.append(draft)
    made = enter(drafts, by=batch.by, who="import", centre=batch.centre)
    for (row, _plan), organisation in zip(chosen, made, strict=True):
        row.organisation, row.is_created, row.version = organisation, True, organisation.version


def _parts(plan: Plan, row: ImportRow, known: Any) -> tuple[list[models.Model], dict[int, Sequence[Code]]]:
    """New parts of a record, without their organisation yet, and the codes of capabilities among them."""
    parts: list[models.Model] = [Name(sort=sort, text=name) for sort, name in plan.names]
    parts += [Identifier(scheme=scheme, number=number) for scheme, number in plan.identifiers]
    expires = plan.expires_on or None
    parts += [Certificate(standard=standard, expires_on=expires) for standard in plan.certificates]
    if plan.site and "pk" not in plan.site:
        country = row.values.get("country")
        parts.append(Site(**{"town": row.values.get("town", ""), **plan.site}, country_id=country, is_main=True))
    if plan.contact and "pk" not in plan.contact:
        name = plan.contact.get("name") or row.values.get("name", "")
        parts.append(Contact(**{**plan.contact, "name": name[:120]}, is_first=True))
    able, codes = _capabilities(plan, row, known)
    return [*parts, *able], codes


def _capabilities(plan: Plan, row: ImportRow, known: Any) -> tuple[list[Capability], dict[int, Sequence[Code]]]:
    wanted = [known[key] for key in plan.codes if key in known]
    texts = list(plan.capabilities)
    if wanted and not texts:
        texts = [row.values.get("about", "")[:1000] or "; ".join(str(code.labels) for code in wanted)]
    language = row.values.get("about_language", "")
    sort = Capability.Sort.PRODUCT
    able = [Capability(sort=sort, text=text, language=language, stated_by="import") for text in texts]
    return able, {id(each): wanted for each in able[:1]}


def _change(batch: ImportBatch, row: ImportRow, plan: Plan) -> None:
    organisation = row.organisation
    assert organisation is not None
    source = source_of_row(batch, row)
    before: dict[str, Any] = {
        "fields": {name: actions.plain(getattr(organisation, name)) for name in plan.fields}, "stated": organisation.stated,
        "confirmed_on": organisation.confirmed_on.isoformat() if organisation.confirmed_on else None, "kinds": plan.kinds,
    }  # fmt: skip
    if plan.fields or plan.kinds:
        kinds = [*organisation.kinds.values_list("kind", flat=True), *plan.kinds] if plan.kinds else None
        fields = {**plan.fields}
        if "country" in fields:
            from treadle.nomenclature.models import Country

            fields["country"] = Country.objects.get(pk=fields["country"])
        actions.edit_organisation(
            by=batch.by, organisation=organisation, version=organisation.version, fields=fields, kinds=kinds, source=source
        )  # fmt: skip
    for values, name in ((plan.site, "site"), (plan.contact, "contact")):
        if "pk" in values or (name == "site" and values and organisation.sites.exists()):
            part = organisation.sites.first() if name == "site" else Contact.objects.get(pk=values["pk"])
            assert part is not None
            before[name] = {"pk": part.pk, **{field: getattr(part, field) for field in values if field != "pk"}}
            for field, value in values.items():
                if field != "pk":
                    setattr(part, field, value)
            actions.save_part(by=batch.by, part=part, source=source)
            values.clear()
    parts, codes = _parts(plan, row, cells.known_codes(set(plan.codes)))
    for added in parts:
        added.organisation = organisation  # type: ignore[attr-defined]
        actions.save_part(by=batch.by, part=added, codes=codes.get(id(added)), source=source)
    before["parts"] = [[type_of(added), added.pk] for added in parts]
    row.before, row.version = before, Organisation.objects.values_list("version", flat=True).get(pk=organisation.pk)


def changed_since(batch: ImportBatch, most: int = 5) -> list[Organisation]:
    """Records of the batch on which somebody has worked since they were written, the first of them."""
    rows = ImportRow.objects.filter(batch=batch, state=State.WRITTEN, organisation__isnull=False)
    found: list[Organisation] = []
    for row in rows.select_related("organisation").order_by("number").iterator(chunk_size=500):
        if len(found) >= most:
            break
        if row.organisation is not None and _worked_on(row, row.organisation):
            found.append(row.organisation)
    return found


def _worked_on(row: ImportRow, organisation: Organisation) -> bool:
    if organisation.version != row.version:
        return True
    key = str(organisation.pk)
    since = Event.objects.filter(pk__gt=row.event).exclude(verb="directory.codes.suggested")
    kind = type_of(organisation)
    if since.filter(Q(object_type=kind, object_id=key) | Q(case_type=kind, case_id=key)).exists():
        return True
    return row.is_created and is_used(organisation)


def is_used(organisation: Organisation) -> bool:
    """Whether anything hangs on the record but its own parts: people, listings, invitations and so on."""
    for relation in Organisation._meta.related_objects:
        model = relation.related_model
        if isinstance(model, str) or model in OWN or model._meta.label_lower.startswith("directory.historical"):
            continue
        if model._base_manager.filter(**{relation.field.name: organisation}).exists():
            return True
    return False


@transaction.atomic
def undo_some(batch: ImportBatch) -> int:
    """Take back the next written rows, the last first; gives how many."""
    rows = list(ImportRow.objects.filter(batch=batch, state=State.WRITTEN).select_related("organisation").order_by("-number")[:TOGETHER])
    with findable.gathered():
        for row in rows:
            if row.organisation is not None and not row.is_created:
                _take_back(row, row.organisation, batch)
    findable.remove([row.organisation_id for row in rows if row.is_created and row.organisation_id])
    for row in rows:
        row.state = State.UNDONE
        if row.is_created:
            row.organisation = None
    ImportRow.objects.bulk_update(rows, ["state", "organisation"], batch_size=100)
    ImportBatch.objects.filter(pk=batch.pk).update(progress=models.F("progress") + len(rows))
    return len(rows)


def _take_back(row: ImportRow, organisation: Organisation, batch: ImportBatch) -> None:
    from django.apps import apps

    before = row.before
    for label, pk in before.get("parts", ()):
        part = apps.get_model(label)._default_manager.filter(pk=pk).first()
        if part is not None:
            actions.remove_part(by=batch.by, part=part)
    for name, model in (("site", Site), ("contact", Contact)):
        kept = dict(before.get(name, {}))
        part = model._default_manager.filter(pk=kept.pop("pk", None)).first()
        if part is not None:
            for field, value in kept.items():
                setattr(part, field, value)
            actions.save_part(by=batch.by, part=part)
    actions.restore(
        by=batch.by, organisation=organisation, fields=before["fields"], kinds_added=before["kinds"], stated=before["stated"],
        confirmed_on=before["confirmed_on"],
    )  # fmt: skip
