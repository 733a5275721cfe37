"""Looking through the whole databank by a model that is trained on it, and writing down the likely pairs for the desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.matching.sameness import Facts
from treadle.matching.sameness.linking import TAKEN, Found, Pair, find

from .. import keys, policy
from ..models import Centre, DuplicatePair, Organisation, Person

TOGETHER = 2000
OPEN = (Organisation.State.PUBLIC, Organisation.State.DRAFT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look through came to: records, likely pairs, those of them that are new to the desk, and what the model found."""

    records: int
    pairs: int
    new: int
    found: Found


def look_through(*, by: Person | None, engine: str = "duckdb", taken: float = TAKEN) -> Outcome:
    """Train a model on the databank, and write down the pairs it takes for one body. What was decided of a pair is never asked again.

    Records that were merged teach the model with those they went into. Raises ImportError where the engine is not installed.
    """
    kit_policy.require(by, policy.SEEK)
    decided = list(DuplicatePair.objects.filter(state=DuplicatePair.State.SAME).values_list("one", "other"))
    teaching = {pk for pair in decided for pk in pair}
    found = find(_records(teaching), engine=engine, decided=decided, taken=taken)
    open_ones = set(Organisation.objects.filter(state__in=OPEN).values_list("pk", flat=True))
    pairs = [pair for pair in found.pairs if pair.one in open_ones and pair.other in open_ones]
    return Outcome(len(open_ones), len(pairs), _keep(by, pairs), found)


def _records(teaching: set[int]) -> Iterator[tuple[int, Facts]]:
    pks = list(Organisation.objects.filter(state__in=OPEN).order_by("pk").values_list("pk", flat=True))
    pks += sorted(teaching - set(pks))
    for start in range(0, len(pks), TOGETHER):
        yield from keys.facts_by_id(pks[start : start + TOGETHER]).items()


@transaction.atomic
def _keep(by: Person | None, pairs: list[Pair]) -> int:
    """Write the pairs down, those that are on record already as they are; gives how many are new."""
    before = DuplicatePair.objects.count()
    rows = (
        DuplicatePair(one_id=pair.one, other_id=pair.other, probability=min(pair.probability, 1.0), evidence=_speaking(pair.evidence))
        for pair in pairs
    )
    DuplicatePair.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    new = DuplicatePair.objects.count() - before
    head = Centre.objects.filter(sort=Centre.Sort.HEAD).select_related("organisation").first()
    if head is not None:
        events.record("directory.pair.sought", by=by, on=head.organisation, changes={"pairs": len(pairs), "new": new})
    return new


def _speaking(evidence: dict[str, float]) -> dict[str, float]:
    """The model's evidence under the names by which the desk tells reasons."""
    names = {"emails": "email", "phones": "phone", "identifiers": "identifier"}
    return {names.get(key, key): bits for key, bits in evidence.items() if not key.startswith("tf_")}
