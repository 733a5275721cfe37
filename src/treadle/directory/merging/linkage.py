"""Looking through the whole databank by a model that is trained on it, and writing down the likely pairs for the desk."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import transaction

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.kit.jobs import enqueue, is_waiting, job
from treadle.matching.sameness import Facts
from treadle.matching.sameness.linking import TAKEN, Found, Pair, find

from .. import alike, keys, policy, weighing
from ..models import Centre, DuplicatePair, Organisation, Person

TOGETHER = 2000
OPEN = (Organisation.State.PUBLIC, Organisation.State.DRAFT)
State = DuplicatePair.State


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look through came to: records, likely pairs, those of them that are new to the desk, and what the model found."""

    records: int
    pairs: int
    new: int
    found: Found


@transaction.atomic
def seek(*, by: Person | None, centre: Centre) -> None:
    """Have the databank looked through by a job."""
    kit_policy.require(by, policy.IMPORT, centre)
    if not is_waiting(find_duplicates):
        enqueue(find_duplicates)
    events.record("directory.pair.sought", by=by, on=centre)


@job(atomic=False)
def find_duplicates() -> None:
    """Look through the databank for records that are likely of one body."""
    look_through(by=None)


def look_through(*, by: Person | None, engine: str = "duckdb", taken: float = TAKEN) -> Outcome:
    """Train a model on the databank, and write down the pairs that are likely of one body. What was decided is never asked again.

    What the databank and the decisions of people teach is in force from then on wherever two records are held against each other. Raises
    ImportError where the engine is not installed.
    """
    kit_policy.require(by, policy.SEEK)
    same = list(DuplicatePair.objects.filter(state=State.SAME).values_list("one", "other"))
    teaching = {pk for pair in same for pk in pair}
    found = find(_records(teaching), engine=engine, same=same, decided=weighing.decided(), taken=taken, apart=alike.other_numbers)
    open_ones = set(Organisation.objects.filter(state__in=OPEN).values_list("pk", flat=True))
    tied = set(Organisation.objects.filter(parent__isnull=False).values_list("pk", "parent"))
    pairs = [
        pair
        for pair in found.pairs
        if pair.one in open_ones and pair.other in open_ones and not {(pair.one, pair.other), (pair.other, pair.one)} & tied
    ]
    return Outcome(len(open_ones), len(pairs), _keep(by, found, pairs, len(open_ones)), found)


def _records(teaching: set[int]) -> Iterator[tuple[int, Facts]]:
    pks = list(Organisation.objects.filter(state__in=OPEN).order_by("pk").values_list("pk", flat=True))
    pks += sorted(teaching - set(pks))
    for start in range(0, len(pks), TOGETHER):
        for pk, facts in keys.facts_by_id(pks[start : start + TOGETHER]).items():
            yield pk, replace(facts, identifiers=alike.registered(facts))


@transaction.atomic
def _keep(by: Person | None, found: Found, pairs: list[Pair], records: int) -> int:
    """Write the pairs down, renew what is said of those that wait, leave those decided on as they are; gives how many are new.

    What waited by an earlier look and is not likely any more goes; what a person pointed out stays.
    """
    before = {(pair.one_id, pair.other_id): pair for pair in DuplicatePair.objects.filter(state__in=(State.WAITING, State.UNSURE))}
    renewed, known = [], set(DuplicatePair.objects.values_list("one", "other"))
    for pair in pairs:
        if (waits := before.get((pair.one, pair.other))) is not None:
            waits.probability, waits.evidence, waits.agreements = pair.probability, dict(pair.evidence), dict(pair.agreements)
            renewed.append(waits)
    likely = {(pair.one, pair.other) for pair in pairs}
    gone = [
        pair.pk
        for key, pair in before.items()
        if key not in likely and pair.state == State.WAITING and not (pair.flagged_by_id or pair.note)
    ]
    for start in range(0, len(gone), TOGETHER):
        DuplicatePair.objects.filter(pk__in=gone[start : start + TOGETHER], state=State.WAITING).delete()
    DuplicatePair.objects.bulk_update(renewed, ["probability", "evidence", "agreements"], batch_size=500)
    rows = (
        DuplicatePair(
            one_id=pair.one, other_id=pair.other, probability=pair.probability, evidence=dict(pair.evidence),
            agreements=dict(pair.agreements),
        )
        for pair in pairs
        if (pair.one, pair.other) not in before
    )  # fmt: skip
    DuplicatePair.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    if records > 1:
        weighing.keep(by=by, trained=found.trained, records=records)
    new = len(likely - known)
    head = Centre.objects.filter(sort=Centre.Sort.HEAD).select_related("organisation").first()
    if head is not None:
        events.record("directory.pair.sought", by=by, on=head.organisation, changes={"pairs": len(pairs), "new": new})
    return new
