"""Enquiries and listings as the matching engine sees them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.utils import timezone

from treadle.directory.models import Centre, Organisation
from treadle.directory.profiles import databank, engine_code
from treadle.matching import (
    WEIGHTS,
    Capability,
    Certificate,
    Criterion,
    Need,
    Profile,
    Quantity,
    Result,
    concerns,
    match,
    meeting,
    part_that_fits,
)
from treadle.nomenclature.models import Code

from .dealings import dealings, never_with
from .kinds import kind_of
from .models import Enquiry, Learnt, Listing, Wanted
from .quoted import Item

MOST = 200  # matches looked at for one enquiry
NEAR = 12


Weights = Mapping[str, Mapping[str, float]]  # by kind and criterion


def kind_weights(wanted: Wanted, learnt: Weights | None = None) -> dict[str, float]:
    """How its kind leans the judgement: as it declares, or as was learnt from past cases and put in force.

    ``learnt`` saves looking those up, for whoever asks for many.
    """
    if not wanted.kind:
        return {}
    found = weights_in_force() if learnt is None else learnt
    return {**kind_of(wanted.kind).weights, **found.get(wanted.kind, {})}


def weights_in_force() -> dict[str, dict[str, float]]:
    """Learnt weights by kind."""
    return dict(Learnt.objects.filter(state=Learnt.State.IN_FORCE).values_list("kind", "after"))


def _common(wanted: Wanted, learnt: Weights | None) -> dict[str, Any]:
    per = wanted.per
    codes = tuple(engine_code(code) for code in wanted.codes.all())  # type: ignore[attr-defined]
    weights = kind_weights(wanted, learnt)
    if not codes and weights:  # words alone have to say what is wanted, or whoever counts in pieces and has time would fit
        weights["words"] = sum(weights.get(str(one), WEIGHTS[one]) for one in (Criterion.WORDS, Criterion.CODES))
    return {
        "lang": wanted.language,
        "codes": codes,
        "quantity": Quantity(float(wanted.quantity), wanted.unit, per) if wanted.quantity is not None else None,
        "batch": None if wanted.batch is None else float(wanted.batch),
        "batch_unit": wanted.batch_unit,
        "lead_time_days": wanted.lead_time_days,
        "certificates": tuple(wanted.certificates),
        "countries": tuple(wanted.countries),
        "today": timezone.localdate(),
        "weights": weights,
        "buyer_country": wanted.organisation.country_id,  # type: ignore[attr-defined]
    }


def _said(wanted: Wanted, text: str) -> str:
    """Title, text and the kind's own answers, which are words too."""
    return ". ".join(filter(None, (wanted.title, text, *(str(value) for value in wanted.details.values()))))


def need_of(
    enquiry: Enquiry, weights: Mapping[str, float] | None = None, never: Iterable[str] | None = None, learnt: Weights | None = None
) -> Need:
    """What an enquiry wants, and who must not be shown: the buyer itself, who was excluded, who is never matched with it.

    ``weights`` are tried in the place of those that are kept for the case; ``never`` and ``learnt`` save looking up the last and the
    weights in force, where they are known.
    """
    unwanted = set(never_with(enquiry.organisation_id) if never is None else never)
    excluded = {str(each.organisation_id) for each in enquiry.exclusions.all()}
    common = _common(enquiry, learnt)
    common["weights"] = {**common["weights"], **(enquiry.weights if weights is None else weights)}
    items = list(enquiry.items.all()) if enquiry.pk else []
    if items:
        common |= _of_items(common, items)
    return Need(
        id=enquiry.number,
        text=_said(enquiry, ". ".join((enquiry.text, *map(_item_said, items)))),
        least=Quantity(float(enquiry.least), enquiry.unit, enquiry.per) if enquiry.least is not None else None,
        certificates_required=enquiry.certificates_required,
        countries_required=enquiry.countries_required,
        languages=tuple(enquiry.languages),
        until=enquiry.needed_until,
        never=frozenset({str(enquiry.organisation_id)} | excluded | unwanted),
        **common,  # type: ignore[arg-type]
    )


def _item_said(item: Item) -> str:
    return ". ".join(filter(None, (item.title, item.description, item.material)))


def _of_items(common: Mapping[str, Any], items: Sequence[Item]) -> dict[str, Any]:
    """What the items of a request add: their codes and certificates, and what they come to where all are counted alike."""
    codes = dict.fromkeys((*common["codes"], *(engine_code(code) for item in items for code in item.codes.all())))
    certificates = dict.fromkeys((*common["certificates"], *(one for item in items for one in item.certificates)))
    found: dict[str, Any] = {"codes": tuple(codes), "certificates": tuple(certificates)}
    if common["quantity"] is None and len({(item.unit, item.per) for item in items}) == 1:
        found["quantity"] = Quantity(float(sum(item.quantity for item in items)), items[0].unit, items[0].per)
    return found


def need_of_listing(listing: Listing, learnt: Weights | None = None) -> Need:
    """What a published need wants."""
    return Need(
        id=f"listing-{listing.pk}",
        text=_said(listing, listing.summary),  # the detail is for after consent: not even its words may show
        never=frozenset({str(listing.organisation_id)}),
        **_common(listing, learnt),  # type: ignore[arg-type]
    )


def offer_of(listing: Listing) -> Profile:
    """A published offer as somebody who could meet a need."""
    common = _common(listing, {})
    quantity = common["quantity"]
    able = Capability(
        codes=common["codes"],  # type: ignore[arg-type]
        free=quantity if isinstance(quantity, Quantity) else None,
        lead_time_days=listing.lead_time_days,
    )
    return Profile(
        id=f"listing-{listing.pk}",
        text=_said(listing, listing.summary),
        lang=listing.language,
        capabilities=(able,),
        country=listing.organisation.country_id,
        certificates=tuple(Certificate(one) for one in listing.certificates) or None,
        markets=tuple(listing.countries),
        confirmed_on=listing.published_at.date() if listing.published_at else None,
    )


def matches(enquiry: Enquiry, weights: Mapping[str, float] | None = None, most: int = MOST) -> Result:
    """Who could meet an enquiry, best first, and whom a hard rule stopped; only those whom it concerns."""
    need = replace(need_of(enquiry, weights), dealings=dealings())
    result = match(need, databank(), k=most, near=MOST)
    near = tuple(filter(concerns, result.near))[:NEAR]
    return Result(tuple(filter(concerns, result.matches)), near)


def in_reach(result: Result, centre: Centre) -> Result:
    """Of a result only the organisations that are a centre's to ask: on its books, or in its territory."""
    pks = [int(each.profile_id) for each in (*result.matches, *result.near)]
    mine = Q(centre=centre) | Q(country__in=centre.territory.all())
    ids = {str(pk) for pk in Organisation.objects.filter(mine, pk__in=pks).values_list("pk", flat=True)}
    return Result(*(tuple(each for each in found if each.profile_id in ids) for found in (result.matches, result.near)))


def both_about(need: Need, ids: Iterable[str]) -> dict[str, list[Code]]:
    """What a need and each of these organisations are both about, as codes on record, by the engine's id."""
    bank = databank()
    found = {one: meeting(need, profile, bank.bridge) for one in ids if (profile := bank.get(one)) is not None}
    wanted = {code.code for codes in found.values() for code in codes}
    rows = {row.code: row for row in Code.objects.filter(system__key="cpv2008", code__in=wanted).select_related("system")}
    return {one: [rows[code.code] for code in codes if code.code in rows] for one, codes in found.items()}


def parts_that_fit(need: Need, ids: Iterable[str]) -> dict[str, str]:
    """The part of a long need that each of these organisations fits most, by the engine's id, where one stands out."""
    bank = databank()
    found = {one: part_that_fits(need.text, need.lang, profile, bank.bridge) for one in ids if (profile := bank.get(one)) is not None}
    return {one: part for one, part in found.items() if part}


def organisations(result: Result) -> dict[str, Organisation]:
    """The organisations of a result by the engine's id, in one query."""
    pks = [int(each.profile_id) for each in (*result.matches, *result.near)]
    found = Organisation.objects.filter(pk__in=pks).select_related("country").prefetch_related("kinds")
    return {str(organisation.pk): organisation for organisation in found}
