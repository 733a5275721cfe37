"""Enquiries and listings as the matching engine sees them."""

from django.utils import timezone

from treadle.directory.models import Organisation
from treadle.directory.profiles import databank, engine_code
from treadle.matching import Criterion, Match, Need, Quantity, Result, Verdict, match

from .kinds import kind_of
from .models import Enquiry, Listing, Wanted

MOST = 200  # matches looked at for one enquiry
NEAR = 12


def _common(wanted: Wanted) -> dict[str, object]:
    per = wanted.per
    return {
        "lang": wanted.language,
        "codes": tuple(engine_code(code) for code in wanted.codes.all()),  # type: ignore[attr-defined]
        "quantity": Quantity(float(wanted.quantity), wanted.unit, per) if wanted.quantity is not None else None,
        "batch": None if wanted.batch is None else float(wanted.batch),
        "batch_unit": wanted.batch_unit,
        "lead_time_days": wanted.lead_time_days,
        "certificates": tuple(wanted.certificates),
        "countries": tuple(wanted.countries),
        "today": timezone.localdate(),
        "weights": dict(kind_of(wanted.kind).weights) if wanted.kind else {},
    }


def _said(wanted: Wanted, text: str) -> str:
    """Title, text and the kind's own answers, which are words too."""
    return ". ".join(filter(None, (wanted.title, text, *(str(value) for value in wanted.details.values()))))


def need_of(enquiry: Enquiry) -> Need:
    """What an enquiry wants, and who must not be shown: the buyer itself and who was excluded."""
    never = {str(enquiry.organisation_id), *(str(each.organisation_id) for each in enquiry.exclusions.all())}
    return Need(
        id=enquiry.number,
        text=_said(enquiry, enquiry.text),
        least=Quantity(float(enquiry.least), enquiry.unit, enquiry.per) if enquiry.least is not None else None,
        certificates_required=enquiry.certificates_required,
        countries_required=enquiry.countries_required,
        languages=tuple(enquiry.languages),
        until=enquiry.needed_until,
        never=frozenset(never),
        **_common(enquiry),  # type: ignore[arg-type]
    )


def need_of_listing(listing: Listing) -> Need:
    """What a published need wants."""
    return Need(
        id=f"listing-{listing.pk}",
        text=_said(listing, listing.summary),  # the detail is for after consent: not even its words may show
        never=frozenset({str(listing.organisation_id)}),
        **_common(listing),  # type: ignore[arg-type]
    )


def concerns(found: Match) -> bool:
    """Whether a pair is about the same thing: its words or its codes meet at least partly."""
    return any(
        reason.criterion in (Criterion.WORDS, Criterion.CODES) and reason.verdict in (Verdict.MET, Verdict.PARTLY)
        for reason in found.reasons
    )


def matches(enquiry: Enquiry) -> Result:
    """Who could meet an enquiry, best first, and whom a hard rule stopped; only those whom it concerns."""
    result = match(need_of(enquiry), databank(), k=MOST, near=MOST)
    near = tuple(filter(concerns, result.near))[:NEAR]
    return Result(tuple(filter(concerns, result.matches)), near)


def organisations(result: Result) -> dict[str, Organisation]:
    """The organisations of a result by the engine's id, in one query."""
    pks = [int(each.profile_id) for each in (*result.matches, *result.near)]
    found = Organisation.objects.filter(pk__in=pks).select_related("country").prefetch_related("kinds")
    return {str(organisation.pk): organisation for organisation in found}
