"""The other directions of matching: from an organisation to needs, from a listing to listings, from organisation to organisation.

Every process keeps what is published in memory and, before it answers, takes in what was published or ended since.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from treadle.directory.models import Organisation
from treadle.directory.profiles import databank, profiles
from treadle.matching import Addition, Bridge, Databank, Match, Wants, fits, match, similar

from .dealings import never_with
from .flow import EnquiryState, ListingState
from .models import Enquiry, Listing
from .needs import Weights, need_of, need_of_listing, offer_of, weights_in_force
from .queries import published

ONCE_PUBLISHED = (ListingState.PUBLISHED, ListingState.MATCHED, ListingState.CLOSED, ListingState.EXPIRED)
SENT_OUT = (EnquiryState.OUT, EnquiryState.CLOSED, EnquiryState.CONCLUDED, EnquiryState.NOT_CONCLUDED)
SEVERAL = 2  # buyers that must ask for a certificate before it is named to others
DAYS = 365
MOST_ADDITIONS = 3
SAME = 0.8  # likeness from which two listings of one side are taken for one and the same
ALIKE = 0.45  # … and from which they are shown as similar


@dataclass(frozen=True, slots=True)
class Found:
    """A listing found, and how it fits: ``match`` of a need with what is offered, or ``likeness`` of two of one side."""

    listing: Listing
    match: Match | None = None
    likeness: float = 0.0


class Shelf:
    """What is published, kept by this process."""

    def __init__(self, bridge: Bridge | None) -> None:
        self.lock = threading.Lock()
        self.needs, self.offers, self.offered, self.year = (
            Wants(bridge=bridge),
            Wants(bridge=bridge),
            Databank(bridge=bridge),
            Wants(bridge=bridge),
        )
        self.held: dict[str, tuple[Any, ...]] = {}
        self.of_year: dict[str, tuple[Any, ...]] = {}
        self.learnt: Weights = {}
        self.day = timezone.localdate()

    def renew(self) -> None:
        """Take in what was published or ended since the last time: one light query when nothing was."""
        with self.lock:
            learnt, today = weights_in_force(), timezone.localdate()
            if (learnt, today) != (self.learnt, self.day):
                self.learnt, self.day = learnt, today  # all are read again; what has ended since still goes
                self.held, self.of_year = dict.fromkeys(self.held, ()), dict.fromkeys(self.of_year, ())
            now = {f"listing-{pk}": tuple(rest) for pk, *rest in published().values_list("pk", "side", "version", "published_at")}
            for gone in self.held.keys() - now.keys():
                for wants in (self.needs, self.offers):
                    wants.remove(gone)
                self.offered.remove(gone)
            fresh = [int(key.partition("-")[2]) for key, stamp in now.items() if self.held.get(key) != stamp]
            listings = list(Listing.objects.filter(pk__in=fresh).select_related("organisation").prefetch_related("codes__system"))
            self.needs.put_many(need_of_listing(one, learnt) for one in listings if one.side == "need")
            self.offers.put_many(need_of_listing(one, learnt) for one in listings if one.side == "offer")
            self.offered.put_many(offer_of(one) for one in listings if one.side == "offer")
            self.held = now

    def renew_year(self) -> None:
        """Take in the needs of the last year, open or past."""
        since = timezone.now() - timedelta(days=DAYS)
        listed = Listing.objects.filter(side="need", state__in=ONCE_PUBLISHED, published_at__gte=since)
        asked = Enquiry.objects.filter(submitted_at__gte=since, state__in=SENT_OUT)
        with self.lock:
            now = {f"listing-{pk}": tuple(rest) for pk, *rest in listed.values_list("pk", "organisation", "version")}
            now |= {number: tuple(rest) for number, *rest in asked.values_list("number", "organisation", "version")}
            for gone in self.of_year.keys() - now.keys():
                self.year.remove(gone)
            fresh = {key for key, stamp in now.items() if self.of_year.get(key) != stamp}
            listings = listed.filter(pk__in=[int(key[8:]) for key in fresh if key.startswith("listing-")]).select_related("organisation")
            self.year.put_many(need_of_listing(one, self.learnt) for one in listings.prefetch_related("codes__system"))
            enquiries = (
                asked.filter(number__in=fresh)
                .select_related("organisation")
                .prefetch_related("codes__system", "exclusions", "items__codes__system")
            )
            self.year.put_many(need_of(one, never=(), learnt=self.learnt) for one in enquiries)
            self.of_year = now


_kept: list[Shelf] = []
_making = threading.Lock()


def shelf() -> Shelf:
    """What is published, as of now. Made anew when the nomenclature has, and with it the space that texts meet in."""
    bridge = databank().bridge
    with _making:
        if not _kept or _kept[0].needs.bridge is not bridge:
            _kept[:] = [Shelf(bridge)]
        kept = _kept[0]
    kept.renew()
    return kept


def forget() -> None:
    """Drop what this process keeps; for tests, whose transactions roll back."""
    _kept.clear()


def for_you(organisation: Organisation, most: int = 20) -> list[Found]:
    """Published needs that an organisation could meet, best first; its own, and those of whom it is never matched with, left out."""
    own = profiles([organisation.pk])
    if not own or organisation.state != Organisation.State.PUBLIC:
        return []
    fitting = shelf().needs.fitting(own[0], most + 20)
    listings = _listings(fit.need.id for fit in fitting)
    never = never_with(organisation.pk)
    found = [Found(listings[fit.need.id], fit.match) for fit in fitting if fit.need.id in listings]
    return [one for one in found if str(one.listing.organisation_id) not in never][:most]


def counterparts(listing: Listing, most: int = 4) -> list[Found]:
    """For a need the published offers that fit it, for an offer the needs; none of the same organisation."""
    kept = shelf()
    if listing.side == "need":
        pairs = [(one.profile_id, one) for one in match(need_of_listing(listing), kept.offered, most + 10, 0).matches if fits(one)]
    else:
        pairs = [(fit.need.id, fit.match) for fit in kept.needs.fitting(offer_of(listing), most + 10)]
    listings = _listings(key for key, _ in pairs)
    never = never_with(listing.organisation_id) | {str(listing.organisation_id)}
    found = [Found(listings[key], each) for key, each in pairs if key in listings]
    return [one for one in found if str(one.listing.organisation_id) not in never][:most]


def beside(listing: Listing, most: int = 4) -> list[Found]:
    """Published listings of the same side that say the same, likeliest first."""
    kept = shelf()
    wants = kept.needs if listing.side == "need" else kept.offers
    alike = dict(wants.like(need_of_listing(listing), most, ALIKE))
    listings = _listings(alike)
    return [Found(listings[key], likeness=likeness) for key, likeness in alike.items() if key in listings]


def doubles(listing: Listing) -> list[Found]:
    """Published listings of the same organisation that a listing seems to repeat."""
    return [one for one in beside(listing, 10) if one.likeness >= SAME and one.listing.organisation_id == listing.organisation_id]


def additions(organisation: Organisation) -> tuple[list[Addition], int]:
    """What an organisation would have to add to have met more needs of the last year, and how many needs there were.

    Enquiries are not public: a certificate is named only where several buyers asked for it, so that nobody learns what one of them wants.
    """
    own = profiles([organisation.pk])
    kept = shelf()
    kept.renew_year()
    if not own:
        return [], len(kept.year)
    buyers = {key: stamp[0] for key, stamp in kept.of_year.items()}
    apart = {int(one) for one in never_with(organisation.pk)} | {organisation.pk}
    found = []
    for one in kept.year.additions(own[0], 20):
        needs = tuple(key for key in one.needs if buyers.get(key) not in apart)
        asking = {buyers.get(key) for key in needs}
        if needs and (one.rule != "certificates" or len(asking) >= SEVERAL):
            found.append(replace(one, needs=needs))
    return sorted(found, key=lambda one: -len(one.needs))[:MOST_ADDITIONS], len(kept.year)


def alike(organisation: Organisation, most: int = 5) -> list[Organisation]:
    """Organisations in the directory that do the same."""
    own = profiles([organisation.pk])
    if not own:
        return []
    found = [int(pk) for pk, _ in similar(own[0], databank(), most)]
    rows = Organisation.objects.filter(pk__in=found, state=Organisation.State.PUBLIC).select_related("country").in_bulk()
    return [rows[pk] for pk in found if pk in rows]


def _listings(keys: Iterable[str]) -> dict[str, Listing]:
    pks = [int(key.partition("-")[2]) for key in keys]
    return {f"listing-{one.pk}": one for one in published().filter(pk__in=pks)}
