"""Writing rows into the directory and taking them out again, some at a time, each step whole or not at all."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Max
from django.utils import timezone

from treadle.kit.events import type_of
from treadle.kit.models import Event
from treadle.kit.numbers import next_number
from treadle.kit.policy import may
from treadle.nomenclature.models import Code

from .. import actions, findable, policy, units
from ..entering import Draft, enter
from ..models import (
    Capability,
    Contact,
    Evidence,
    Hit,
    Identifier,
    ImportBatch,
    ImportRow,
    Name,
    Organisation,
    OrganisationKind,
    Person,
    RecordKey,
    Screened,
    Site,
)  # fmt: skip
from . import cells, judging
from .comparing import Plan
from .faults import Wrong

log = logging.getLogger(__name__)
TOGETHER = 200  # rows of one transaction
State = ImportRow.State
OWN = (  # what hangs on a record by itself; anything else hangs there because somebody has worked with it
    Capability, Evidence, Contact, Hit, Identifier, ImportRow, Name, OrganisationKind, RecordKey, Screened, Site,
)  # fmt: skip


def write_some(batch: ImportBatch) -> int:
    """Write the next rows that are fine; gives how many were looked at, 0 when none is left.

    They are judged once more under a lock: what another import has entered since the preview, or what somebody has changed, is not written
    over but shown again. Where a step is refused its rows are written one by one, and what is refused is a fault of its row.
    """
    try:
        with transaction.atomic():
            return _write_rows(batch, TOGETHER)
    except REFUSALS:
        log.info("A step of import %s was refused; its rows are written one by one", batch.pk)
    looked_at = 0
    for _at in range(TOGETHER):
        try:
            with transaction.atomic():
                done = _write_rows(batch, 1)
        except REFUSALS as error:
            done = _refuse_next(batch, error)
        if not done:
            break
        looked_at += done
    return looked_at


REFUSALS = (IntegrityError, DataError, ValidationError, PermissionDenied, actions.Stale, ValueError)


def _waiting(batch: ImportBatch) -> models.QuerySet[ImportRow]:
    """Rows still to be written, after those that were looked at; the batch is held, so that no two processes take the same."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if held.state != ImportBatch.State.WRITING:
        return ImportRow.objects.none()
    found = ImportRow.objects.filter(batch=batch, state__in=(State.NEW, State.CHANGES), number__gt=held.progress)
    return found.select_related("organisation").order_by("number")


def _write_rows(batch: ImportBatch, most: int) -> int:
    next_number("directory.imports")  # of two imports that write, the second waits here
    rows = list(_waiting(batch)[:most])
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
    _keep(batch, rows)
    return len(rows)


def _keep(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    fields = ["state", "faults", "kinds", "changes", "kept", "likely", "organisation", "version", "is_created", "before", "event"]
    ImportRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=fields, batch_size=200)
    ImportBatch.objects.filter(pk=batch.pk).update(progress=rows[-1].number)


@transaction.atomic
def _refuse_next(batch: ImportBatch, error: Exception) -> int:
    """Make what was refused a fault of the next row, and pass it by."""
    row = _waiting(batch).first()
    if row is None:
        return 0
    reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    judging.add_fault(row, Wrong("name", "refused", params={"reason": reason[:200]}))
    row.state = State.FAULTY
    _keep(batch, [row])
    return 1


def actor(batch: ImportBatch) -> Person | None:
    """In whose name rows are written or taken back: whoever asked for it, while they may; else the machine, asked while they might."""
    asked = batch.asked_by
    return asked if asked is not None and may(asked, policy.IMPORT, batch) else None


def _plainly(changes: Any) -> Any:
    """Changes as JSON has them, so that those of now and those kept compare."""
    if isinstance(changes, dict):
        return {str(key): _plainly(value) for key, value in changes.items()}
    return [_plainly(each) for each in changes] if isinstance(changes, list | tuple) else changes


def source_of_row(batch: ImportBatch, row: ImportRow) -> dict[str, Any]:
    """Where a value comes from: which file, row, day and whose import."""
    return {
        "who": "import", "on": timezone.localdate().isoformat(), "batch": batch.pk, "row": row.number, "file": batch.name,
        "by": str(batch.asked_by or batch.by or ""),
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
    made = enter(drafts, by=actor(batch), who="import", centre=batch.centre)
    for (row, _plan), organisation in zip(chosen, made, strict=True):
        row.organisation, row.is_created, row.version = organisation, True, organisation.version
    for organisation, (_row, plan) in zip(made, chosen, strict=True):
        if plan.parent is not None:
            units.tie(by=actor(batch), part=organisation, whole=plan.parent)


def _parts(plan: Plan, row: ImportRow, known: Any) -> tuple[list[models.Model], dict[int, Sequence[Code]]]:
    """New parts of a record, without their organisation yet, and the codes of capabilities among them."""
    parts: list[models.Model] = [Name(sort=sort, text=name) for sort, name in plan.names]
    parts += [Identifier(scheme=scheme, number=number) for scheme, number in plan.identifiers]
    expires = plan.expires_on or None
    parts += [
        Evidence(sort=sort, standard=name, expires_on=expires if sort == Evidence.Sort.CERTIFICATE else None) for sort, name in plan.papers
    ]
    if plan.site and "pk" not in plan.site:
        country = row.organisation.country_id if row.organisation is not None else row.values.get("country")
        parts.append(Site(**{"town": row.values.get("town", ""), **plan.site}, country_id=country, is_main=True))
    if plan.contact and "pk" not in plan.contact:
        name = plan.contact.get("name") or row.values.get("name", "")
        parts.append(Contact(**{**plan.contact, "name": name[:120]}, is_first=row.organisation is None))
    name = (row.values.get("contact") or row.values.get("name", ""))[:120] or row.values.get("name", "–")[:120]
    parts += [Contact(name=name, **more) for more in plan.more_contacts]
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
            by=actor(batch), organisation=organisation, version=organisation.version, fields=fields, kinds=kinds, source=source
        )  # fmt: skip
    for values, name in ((plan.site, "site"), (plan.contact, "contact")):
        if "pk" in values or (name == "site" and values and organisation.sites.exists()):
            part = organisation.sites.first() if name == "site" else Contact.objects.get(pk=values["pk"])
            assert part is not None
            part.organisation = organisation
            before[name] = {"pk": part.pk, **{field: getattr(part, field) for field in values if field != "pk"}}
            for field, value in values.items():
                if field != "pk":
                    setattr(part, field, value)
            actions.save_part(by=actor(batch), part=part, source=source)
            values.clear()
    if plan.parent is not None:
        before["parent"] = organisation.parent_id
        units.tie(by=actor(batch), part=organisation, whole=plan.parent)
    before["renewed"] = []
    for paper in Evidence.objects.filter(pk__in=plan.renewed):
        before["renewed"].append([paper.pk, paper.expires_on.isoformat() if paper.expires_on else None])
        paper.organisation, paper.expires_on = organisation, date.fromisoformat(plan.expires_on)
        actions.save_part(by=actor(batch), part=paper, source=source)
    parts, codes = _parts(plan, row, cells.known_codes(set(plan.codes)))
    for added in parts:
        added.organisation = organisation  # type: ignore[attr-defined]
        actions.save_part(by=actor(batch), part=added, codes=codes.get(id(added)), source=source)
    before["parts"] = [[type_of(added), added.pk] for added in parts]
    row.before, row.version = before, Organisation.objects.values_list("version", flat=True).get(pk=organisation.pk)


def changed_since(batch: ImportBatch, most: int = 5) -> list[Organisation]:
    """Records of the batch on which somebody has worked since they were written, the first of them."""
    written = ImportRow.objects.filter(batch=batch, state=State.WRITTEN, organisation__isnull=False)
    found: list[int] = []
    pks = list(written.order_by("organisation").values_list("organisation", flat=True).distinct())
    for start in range(0, len(pks), TOGETHER):
        found += _worked_on(batch, pks[start : start + TOGETHER])
        if len(found) >= most:
            break
    return list(Organisation.objects.filter(pk__in=found[:most]).order_by("name"))


def _worked_on(batch: ImportBatch, pks: Sequence[int]) -> list[int]:
    """Those of these records on which somebody has worked since this batch last wrote them; a fixed number of queries."""
    rows = ImportRow.objects.filter(batch=batch, state=State.WRITTEN, organisation__in=pks).order_by()
    last = {pk: (version, event) for pk, version, event in rows.values_list("organisation").annotate(Max("version"), Max("event"))}
    created = set(rows.filter(is_created=True).values_list("organisation", flat=True))
    versions = dict(Organisation.objects.filter(pk__in=pks).values_list("pk", "version"))
    since = Event.objects.filter(pk__gt=min((event for _version, event in last.values()), default=0)).exclude(
        verb="directory.codes.suggested"
    )
    kind, names = type_of(Organisation()), [str(pk) for pk in pks]
    latest: dict[int, int] = {}
    for field in ("object", "case"):
        kept = since if field == "object" else since.exclude(verb="directory.unit.tied")  # what belongs to it was tied, not the whole
        found = kept.filter(**{f"{field}_type": kind, f"{field}_id__in": names}).order_by().values_list(f"{field}_id")
        for name, event in found.annotate(Max("pk")):
            latest[int(name)] = max(latest.get(int(name), 0), event)
    changed = {pk for pk, (version, event) in last.items() if versions.get(pk) != version or latest.get(pk, 0) > event}
    return sorted(changed | used(created & last.keys(), batch))


def used(pks: Iterable[int], batch: ImportBatch) -> set[int]:
    """Those of some records on which anything hangs but their own parts and what this batch entered: people, listings and so on."""
    wanted, found = list(pks), set[int]()
    for relation in Organisation._meta.related_objects:
        model = relation.related_model
        if isinstance(model, str) or model in OWN or model._meta.label_lower.startswith("directory.historical"):
            continue
        name = relation.field.name
        rows = model._base_manager.filter(**{f"{name}__in": wanted})
        if model is Organisation:
            mine = ImportRow.objects.filter(batch=batch, state=State.WRITTEN, organisation__isnull=False)
            rows = rows.exclude(pk__in=mine.values("organisation"))
        found |= set(rows.values_list(name, flat=True))
    return found


STAYS = "stays"  # the decision of a row that is not taken back, because somebody has worked on its record since


@transaction.atomic
def undo_some(batch: ImportBatch) -> int:
    """Take back the next written rows, the last first; gives how many were looked at.

    A record on which somebody has worked since the undoing was asked for stays, and its row with it.
    """
    ImportBatch.objects.select_for_update().get(pk=batch.pk)
    waiting = ImportRow.objects.filter(batch=batch, state=State.WRITTEN).exclude(decision=STAYS)
    rows = list(waiting.select_related("organisation").order_by("-number")[:TOGETHER])
    pks = sorted({row.organisation_id for row in rows if row.organisation_id})
    list(Organisation.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk"))
    stay = set(_worked_on(batch, pks))
    going = [row for row in rows if row.organisation_id not in stay]
    with findable.gathered():
        for row in going:
            if row.organisation is not None and not row.is_created:
                _take_back(row, row.organisation, batch)
    findable.remove([row.organisation_id for row in going if row.is_created and row.organisation_id])
    for row in rows:
        if row.organisation_id in stay:
            row.decision = STAYS
            continue
        row.state = State.UNDONE
        if row.is_created:
            row.organisation = None
    ImportRow.objects.bulk_update(rows, ["state", "decision", "organisation"], batch_size=100)
    _now_as_left(batch, {row.organisation_id for row in going if row.organisation_id})
    ImportBatch.objects.filter(pk=batch.pk).update(progress=models.F("progress") + len(rows))
    return len(rows)


def _now_as_left(batch: ImportBatch, pks: set[int]) -> None:
    """What taking back has changed itself is not somebody's work: rows of the same records that are still written are as new."""
    mark = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for pk, version in Organisation.objects.filter(pk__in=pks).values_list("pk", "version"):
        ImportRow.objects.filter(batch=batch, organisation=pk, state=State.WRITTEN).update(version=version, event=mark)


def _take_back(row: ImportRow, organisation: Organisation, batch: ImportBatch) -> None:
    from django.apps import apps

    before = row.before
    for label, pk in before.get("parts", ()):
        part = apps.get_model(label)._default_manager.filter(pk=pk).first()
        if part is not None:
            actions.remove_part(by=actor(batch), part=part)
    if "parent" in before:
        organisation.parent_id = before["parent"]
        organisation.save(update_fields=["parent"])
    for pk, day in before.get("renewed", ()):
        paper = Evidence.objects.filter(pk=pk).first()
        if paper is not None:
            paper.expires_on = date.fromisoformat(day) if day else None
            actions.save_part(by=actor(batch), part=paper)
    for name, model in (("site", Site), ("contact", Contact)):
        kept = dict(before.get(name, {}))
        part = model._default_manager.filter(pk=kept.pop("pk", None)).first()
        if part is not None:
            for field, value in kept.items():
                setattr(part, field, value)
            actions.save_part(by=actor(batch), part=part)
    actions.restore(
        by=actor(batch), organisation=organisation, fields=before["fields"], kinds_added=before["kinds"], stated=before["stated"],
        confirmed_on=before["confirmed_on"],
    )  # fmt: skip
