"""What becomes of rows: to repair, likely on record already, new, with changes, or the same. Decisions of people are kept to."""

from collections.abc import Mapping, Sequence
from typing import Any

from treadle.kit.policy import may
from treadle.matching import fold
from treadle.matching.sameness import Facts, Weights, keys_of

from .. import policy, queries, weighing
from ..keys import nearest
from ..models import ImportBatch, ImportRow, ImportRowKey, Organisation, Person
from . import checking, comparing
from .checking import Layout, Values
from .comparing import Plan
from .faults import Wrong

State = ImportRow.State
SKIP, CREATE, SAME = "skip", "create", "same"


def layout_of(batch: ImportBatch) -> Layout:
    """How the rows of a batch are read."""
    return Layout(batch.headers, batch.columns, batch.defaults)


def read(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """Read the cells of rows into values and faults, and judge them. Nothing is saved."""
    layout = layout_of(batch)
    found = [checking.check(layout, row.cells) for row in rows]
    checking.check_codes(found)
    for row, (values, wrong) in zip(rows, found, strict=True):
        row.values = values
        _fault(row, wrong)
    judge(batch, rows)


def judge(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[Plan | None]:
    """Compare rows with each other and with the directory; gives what writing each would do. Nothing is saved."""
    _twice(batch, rows)
    found = comparing.find([row.values for row in rows], batch.centre)
    plans: list[Plan | None] = []
    numbers = [pair for row in rows for pair in comparing.identifiers_of(row.values, batch.centre)]
    taken = comparing.holders_of(numbers)
    wholes = comparing.wholes_of([row.values for row in rows], batch.centre)
    for row, meant, alike in zip(rows, found.meant, found.alike, strict=True):
        belongs = wholes.get((row.values.get("parent", ""), row.values.get("country", "")))
        plans.append(_judge(batch, row, meant, alike, found.records, taken, belongs))
    return plans


def _against_record(row: ImportRow, plan: Plan, target: Organisation | None, taken: Mapping[tuple[str, str], Organisation]) -> list[Wrong]:
    """What is right in the row by itself and not beside what is on record."""
    wrong = []
    for pair in plan.identifiers:
        holder = taken.get(pair)
        if holder is not None and holder != target:
            wrong.append(Wrong("identifier", "taken", pair[1], {"name": holder.name}))
    employees = plan.fields.get("employees", target.employees if target else None)
    women = plan.fields.get("women", target.women if target else None)
    if employees is not None and women is not None and women > employees:
        wrong.append(Wrong("women", "women", str(women)))
    return wrong


def add_fault(row: ImportRow, wrong: Wrong) -> None:
    """Add what is wrong to a row's faults."""
    _fault(row, [*map(_wrong, row.faults), wrong])


def _judge(
    batch: ImportBatch, row: ImportRow, meant: int | None, alike: list[Any], records: Any, taken: Mapping[tuple[str, str], Organisation],
    belongs: Sequence[Organisation] | None,
) -> Plan | None:  # fmt: skip
    if row.decision == SKIP:
        row.state = State.SKIPPED
        return None
    if belongs is not None and len(belongs) != 1:
        add_fault(row, _no_whole(row.values["parent"], belongs))
    if row.faults:
        row.state = State.FAULTY
        return None
    target = _target(row, meant, records)
    if row.values.get("record") and target is None:
        _fault(row, [Wrong("record", "record", str(row.values["record"]))])
        row.state = State.FAULTY
        return None
    if target is None and row.decision != CREATE and (alike or any("row" in each for each in row.likely)):
        inside = [each for each in row.likely if "row" in each]
        row.likely = [{"organisation": pk, "probability": p, "reasons": why} for pk, p, why in alike] + inside
        row.state = State.LIKELY
        return None
    if target is not None and not _may_change(batch.by, target):
        _fault(row, [Wrong("record" if row.values.get("record") else "name", "outside", target.name)])
        row.state = State.FAULTY
        return None
    plan = comparing.plan(row.values, target, batch.centre, belongs[0] if belongs else None)
    if plan.parent is not None and (fault := _no_tie(batch, row, target, plan.parent)) is not None:
        add_fault(row, fault)
        row.state = State.FAULTY
        return None
    if wrong := _against_record(row, plan, target, taken):
        _fault(row, wrong)
        row.state = State.FAULTY
        return None
    row.likely = []
    row.organisation = target
    row.version = target.version if target else 0
    row.changes, row.kept = plan.shown, plan.kept
    row.state = State.NEW if target is None else State.SAME if plan.is_empty() else State.CHANGES
    return plan


def _no_tie(batch: ImportBatch, row: ImportRow, target: Organisation | None, whole: Organisation) -> Wrong | None:
    """Why a record may not be tied to what a row says that it belongs to; None where it may."""
    said = row.values["parent"]
    if batch.by is not None and not may(batch.by, policy.MERGE, whole):
        return Wrong("parent", "outside", said)
    if target is None:
        return None
    if target.pk == whole.pk or target.pk in queries.ancestors(whole):
        return Wrong("parent", "parent_ring", said)
    if target.parent is not None:
        return Wrong("parent", "parent_other", said, {"name": target.parent.name})
    return None


def _no_whole(said: str, found: Sequence[Organisation]) -> Wrong:
    """What a row says that it belongs to is not on record, or is not one record only."""
    if not found:
        return Wrong("parent", "parent", said)
    known = ", ".join(f"{each.pk} ({each.town or each.country_id})" for each in found[:5])
    return Wrong("parent", "parents", said, {"known": known})


def _target(row: ImportRow, meant: int | None, records: Any) -> Organisation | None:
    if row.decision == SAME and row.organisation_id:
        return records.get(row.organisation_id) or next(iter(comparing.load([row.organisation_id]).values()), None)
    return records.get(meant) if meant is not None else None


def _may_change(by: Person | None, organisation: Organisation) -> bool:
    return by is None or may(by, policy.EDIT, organisation)


def _fault(row: ImportRow, wrong: Sequence[Wrong]) -> None:
    row.faults = [each.kept() for each in wrong]
    row.kinds = "\n".join(dict.fromkeys(each.kind for each in wrong))


def _twice(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """Rows of one file that tell of the same organisation: at the same place it is a fault, else a question."""
    wanted = {row.number: keys_of(facts) for row in rows if (facts := _facts(batch, row)).name}
    held: dict[int, list[int]] = {}
    kept = ImportRowKey.objects.filter(batch=batch, key__in=set().union(*wanted.values())).exclude(row__state__in=OUT)
    for key, number in kept.values_list("key", "row__number"):
        held.setdefault(key, []).append(number)
    mine = {row.number: row for row in rows}
    for number, keys in wanted.items():
        for key in keys:
            if number not in held.setdefault(key, []) and mine[number].decision != SKIP:
                held[key].append(number)
    near = {number: [n for n in nearest(keys, held, comparing.LOOKED_AT) if n != number] for number, keys in wanted.items()}
    absent = {n for some in near.values() for n in some} - mine.keys()
    others = {
        **mine,
        **{row.number: row for row in ImportRow.objects.filter(batch=batch, number__in=absent).only("number", "values", "batch")},
    }
    weights = weighing.current()
    for row in rows:
        row.faults = [each for each in row.faults if each["fault"] not in ANEW]
        row.likely = []
        if row.decision not in (SKIP, CREATE, SAME):
            _held_against(batch, row, [others[n] for n in sorted(near.get(row.number, ())) if n < row.number], weights)
        _fault(row, [*map(_wrong, row.faults)])


def _held_against(batch: ImportBatch, row: ImportRow, earlier: Sequence[ImportRow], weights: Weights) -> None:
    own = _facts(batch, row)
    for other in earlier:
        theirs = _facts(batch, other)
        same_name = comparing.name_key(own.name, own.country) == comparing.name_key(theirs.name, theirs.country)
        if same_name and _same(row.values, other.values):
            row.faults = [*row.faults, Wrong("name", "twice", params={"row": other.number}).kept()]
            return
        if set(own.identifiers) & set(theirs.identifiers):
            row.likely = [{"row": other.number, "probability": 1.0, "reasons": ["identifier"]}]
            return
        if (found := comparing.alike_facts(own, theirs, weights)) is not None:
            row.likely = [{"row": other.number, "probability": round(found.probability, 3), "reasons": found.reasons}]
            return


OUT = (State.SKIPPED, State.UNDONE)
ANEW = (
    "parent",
    "parents",
    "parent_other",
    "parent_ring",
    "twice",
    "taken",
    "outside",
    "record",
)  # faults that judging finds, each time anew


def _facts(batch: ImportBatch, row: ImportRow) -> Facts:
    return comparing.facts_of_row(row.values, batch.centre)


def keep_keys(batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
    """Renew the keys by which other rows of the file find these."""
    ImportRowKey.objects.filter(batch=batch, row__in=rows).delete()
    made = (ImportRowKey(batch=batch, row=row, key=key) for row in rows if row.values.get("name") for key in keys_of(_facts(batch, row)))
    ImportRowKey.objects.bulk_create(made, batch_size=2000)


def _wrong(kept: dict[str, Any]) -> Wrong:
    return Wrong(**kept)


def _same(one: Values, other: Values) -> bool:
    """At the same place, and with the same number where both have one."""
    if one.get("reference") and other.get("reference") and one["reference"] != other["reference"]:
        return False
    return all(fold(str(one.get(name, ""))) == fold(str(other.get(name, ""))) for name in ("town", "street", "postcode"))
