"""What waits at the desk of duplicates: pairs, groups that pairs join, which comes next, and what the judge weighs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from treadle.matching.sameness import GENERAL, Weights, weights_of
from treadle.matching.sameness.linking import clusters_of

from ..models import Centre, DuplicatePair, LinkageWeights, Organisation

State = DuplicatePair.State
LIKELY = 0.5  # probability, from which a pair joins a group


@dataclass(slots=True)
class Group:
    """Records that likely pairs join, three and more. ``pairs`` are those that wait, the likeliest first."""

    records: list[Organisation]
    pairs: list[DuplicatePair] = field(default_factory=list)

    @property
    def probability(self) -> float:
        """Of its likeliest pair."""
        return max(pair.probability for pair in self.pairs)


def waiting(centres: Sequence[Centre], state: str = State.WAITING) -> QuerySet[DuplicatePair]:
    """Pairs that wait for a decision (or are in another state) and whose records both belong to these centres, the likeliest first."""
    mine = Q(one__centre__in=centres, other__centre__in=centres)
    merged = Q(one__state=Organisation.State.MERGED) | Q(other__state=Organisation.State.MERGED)
    tied = Q(one__parent=F("other")) | Q(other__parent=F("one"))  # one belongs to the other: no duplicates
    found = (
        DuplicatePair.objects.filter(mine, state=state)
        .exclude(merged)
        .exclude(tied)
        .select_related("one__country", "other__country", "flagged_by")
    )
    return found.order_by("-probability", "pk")


def groups(centres: Sequence[Centre]) -> list[list[int]]:
    """Groups of three and more records that likely pairs join, as ids, the largest first."""
    pairs = waiting(centres).filter(Q(probability__gte=LIKELY) | Q(flagged_by__isnull=False)).values_list("one", "other")
    return [ids for ids in clusters_of(pairs) if len(ids) > 2]


def shown(centres: Sequence[Centre], some: Sequence[Sequence[int]]) -> list[Group]:
    """These groups with their records and pairs, by a fixed number of queries."""
    wanted = {pk for ids in some for pk in ids}
    records = Organisation.objects.select_related("country").in_bulk(wanted)
    at = {pk: number for number, ids in enumerate(some) for pk in ids}
    found = [Group([records[pk] for pk in ids if pk in records]) for ids in some]
    for pair in waiting(centres).filter(one__in=wanted, other__in=wanted):
        if at[pair.one_id] == at[pair.other_id]:
            found[at[pair.one_id]].pairs.append(pair)
    return [group for group in found if group.pairs]


def after(centres: Sequence[Centre], records: Sequence[int], skipped: DuplicatePair | None = None) -> DuplicatePair | None:
    """The pair to look at next: of the same records if one waits, else the likeliest; None when none waits.

    A pair that was skipped is passed over, and those before it.
    """
    found = waiting(centres)
    if skipped is not None:
        later = Q(probability__lt=skipped.probability) | Q(probability=skipped.probability, pk__gt=skipped.pk)
        return found.filter(later).first()
    near = found.filter(Q(one__in=records) | Q(other__in=records)).filter(probability__gte=LIKELY)
    return near.first() or found.first()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the judge goes by: field → bits where it agrees and where it differs, generally and here."""

    fields: list[tuple[str, tuple[float, float], tuple[float, float]]]
    last: LinkageWeights | None


def weighed() -> Weighed:
    """The weights in force beside the general ones."""
    last = LinkageWeights.objects.select_related("by").first()
    here: Weights = weights_of(last.values) if last else GENERAL
    return Weighed([(name, general, here.fields[name]) for name, general in GENERAL.fields.items()], last)
