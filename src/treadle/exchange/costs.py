"""What a gap in a record costs: how many of the needs it could meet judge it lower because a value is unknown."""

from collections import Counter
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.directory.profiles import databank, profiles
from treadle.matching import Criterion, Databank, Need, Reason, Verdict, concerns, match, phrases

from .flow import OPEN_ENQUIRY
from .models import Enquiry, Listing
from .needs import need_of, need_of_listing, weights_in_force

LOOKED_AT = 40  # newest needs


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the record does not say; ``cost`` of ``of`` needs that concern the organisation ask for it."""

    label: str | Promise
    anchor: str
    cost: int
    of: int


GAPS: dict[Criterion, tuple[str | Promise, str]] = {
    Criterion.CAPACITY: (_("Free capacity"), "capability"),
    Criterion.LEAD_TIME: (_("Lead time"), "capability"),
    Criterion.BATCH: (_("Batch size"), "capability"),
    Criterion.CERTIFICATES: (_("Certificates"), "certificate"),
    Criterion.PLACE: (_("Place on the map"), "site"),
    Criterion.SIZE: (_("Number of people"), "profile"),
    Criterion.LANGUAGES: (_("Languages you write"), "profile"),
    Criterion.CODES: (_("Codes"), "capability"),
}


def missing(organisation: Organisation) -> list[Gap]:
    """Gaps of a record, the most costly first."""
    own = profiles([organisation.pk])
    if not own:
        return []
    alone = Databank(bridge=databank().bridge)
    alone.put(own[0])
    counts: Counter[Criterion] = Counter()
    concerned = 0
    for need in _needs(organisation):
        found = match(need, alone, k=1, near=0).matches
        if not found or not concerns(found[0]):
            continue
        concerned += 1
        counts.update({reason.criterion for reason in found[0].reasons if reason.verdict is Verdict.UNKNOWN and _is_missing(reason)})
    return [Gap(*GAPS[criterion], cost=cost, of=concerned) for criterion, cost in counts.most_common() if criterion in GAPS]


def _is_missing(reason: Reason) -> bool:
    """Whether nothing was stated; a value in a unit that cannot be compared is stated."""
    return reason.offered.text not in (phrases.CAPACITY_OTHER_UNIT, phrases.BATCH_OTHER_UNIT, phrases.CODES_OTHER_SYSTEM)


def _needs(organisation: Organisation) -> list[Need]:
    enquiries = (
        Enquiry.objects.filter(state__in=OPEN_ENQUIRY).exclude(organisation=organisation).select_related("organisation").order_by("-pk")
    )
    listings = Listing.objects.filter(state="published", side="need").exclude(organisation=organisation).select_related("organisation")
    asked = enquiries.select_related("organisation").prefetch_related("codes__system", "exclusions", "items__codes__system")[:LOOKED_AT]
    learnt = weights_in_force()
    return [need_of(each, never=(), learnt=learnt) for each in asked] + [
        need_of_listing(each, learnt) for each in listings.prefetch_related("codes__system")[:LOOKED_AT]
    ]
