"""Whoever is new or has changed is held against every saved search, published need and open case; those whom it concerns are told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from treadle.directory import policy as directory_policy
from treadle.directory.finding import is_near
from treadle.directory.models import Organisation
from treadle.directory.profiles import databank
from treadle.directory.queries import speakers
from treadle.kit import notify, standing
from treadle.kit.jobs import enqueue, job
from treadle.kit.models import Delivery, Notice
from treadle.kit.numbers import current, is_begun, move_to
from treadle.matching import Criterion, Match, Need, Verdict, fits, match, match_pair

from . import directions, watching
from .dealings import dealings, never_with
from .models import Enquiry, Listing, SavedSearch
from .needs import need_of, need_of_listing, weights_in_force
from .queries import desk_of, published

WATCHED = "exchange.watched"  # the last change of the directory that was looked at
AT_ONCE = 100  # records looked at by one job: others wait for it
JUDGED = 30  # different needs, for one record
ALIKE_MOST = 2000  # searches for things like one, for one record: many keep the same
TOLD = 30  # organisations told of one need
TELLING = 55  # points, from which somebody is told


@job(every=timedelta(minutes=1), atomic=False)
def watch_organisations() -> None:
    """Look at the organisations that are new or have changed since the last time. What stood there at the very first is passed over.

    Each is a little work of its own and is told of once, however often it is looked at: killed in between, a few are looked at again.
    """
    newest = current("directory.profiles")
    if not is_begun(WATCHED):
        move_to(WATCHED, newest)
        return
    since = current(WATCHED)
    if since >= newest:
        return
    changed = Organisation.objects.filter(profile_revision__gt=since).order_by("profile_revision")
    batch = list(changed[:AT_ONCE])
    for organisation in batch:
        if organisation.state == Organisation.State.PUBLIC:
            tell_of_organisation(organisation)
        move_to(WATCHED, organisation.profile_revision)
    if len(batch) == AT_ONCE:
        enqueue(watch_organisations)
    else:
        move_to(WATCHED, newest)


@job(atomic=False)
def watch_listing(pk: int) -> None:
    """Look at a listing that was published."""
    listing = published().prefetch_related("codes__system").filter(pk=pk).first()
    if listing is not None:
        tell_of_listing(listing)


@job(atomic=False)
def watch_case(pk: int) -> None:
    """Look at organisations for a case from now on, as it reads now."""
    enquiry = Enquiry.objects.filter(pk=pk, state__in=watching.OPEN_CASES).select_related("organisation").first()
    if enquiry is not None:
        watching.keep_case(enquiry)


@job(every=timedelta(days=1), atomic=False)
def renew_wishes() -> None:
    """Keep every search, need and case anew, by what is rare today."""
    watching.renew_all()


def tell_of_organisation(organisation: Organisation) -> None:
    """Tell those who keep a search that it meets, its own people of needs that fit it, and officers of their cases."""
    tokens = watching.tokens_of_organisation(organisation)
    for found in _met("organisation", tokens, organisation.pk, lambda wish: fits_pair(wish, organisation) is not None):
        if organisation.pk not in directory_policy.memberships(found.person) and is_near(found.wanted, organisation):
            _tell_searcher(found, str(organisation), organisation.get_absolute_url(), f"organisation-{organisation.pk}")
    apart, learnt = never_with(organisation.pk), weights_in_force()
    for listing in _likeliest(published("need").prefetch_related("codes__system"), watching.LISTING, tokens):
        if str(listing.organisation_id) not in apart and fits_pair(need_of_listing(listing, learnt), organisation):
            _tell_able(listing, organisation)
    cases = Enquiry.objects.filter(state__in=watching.OPEN_CASES).select_related("centre", "officer", "organisation")
    asked = dealings()
    for enquiry in _likeliest(cases.prefetch_related("codes__system", "exclusions", "items__codes__system"), watching.CASE, tokens):
        need = replace(need_of(enquiry, learnt=learnt), dealings=asked)  # as the list of matches asks
        fit = fits_pair(need, organisation)
        if fit and not enquiry.invitations.filter(organisation=organisation).exists():
            _tell_officer(enquiry, organisation, fit)


def tell_of_listing(listing: Listing) -> None:
    """Tell those who keep a search that it meets; of a need those who could meet it, of an offer those whose need it meets."""
    if listing.side == "need":
        watching.keep_listing(listing)
    tokens = watching.tokens_of_listing(listing)
    shelf = directions.shelf()
    wants = shelf.needs if listing.side == "need" else shelf.offers
    key = f"listing-{listing.pk}"
    for found in _met(listing.side, tokens, listing.pk, lambda wish: wants.likeness(wish, key) >= directions.ALIKE):
        if listing.organisation_id not in directory_policy.memberships(found.person):
            _tell_searcher(found, listing.title, listing.get_absolute_url(), f"{key}-{listing.published_at:%Y%m%d}")
    apart = never_with(listing.organisation_id)
    if listing.side == "need":
        best = [
            one
            for one in match(need_of_listing(listing), databank(), TOLD, 0).matches
            if worth_telling(one) and one.profile_id not in apart
        ]
        rows = Organisation.objects.in_bulk([int(one.profile_id) for one in best])
        for one in best:
            _tell_able(listing, rows[int(one.profile_id)])
    else:
        for beside in directions.counterparts(listing, TOLD):
            if beside.match is not None and worth_telling(beside.match):
                _tell_wanting(beside.listing, listing)


def fits_pair(need: Need, organisation: Organisation) -> Match | None:
    """How an organisation fits a need, by the same judge as the list of matches; None when it does not, or may not be shown."""
    found = match_pair(need, databank(), str(organisation.pk))
    return found if found is not None and not found.changes and worth_telling(found) else None


def worth_telling(found: Match) -> bool:
    """Whether a match is good enough to be told to somebody who did not ask: its words or codes are met, and most of the points are had."""
    met = {reason.criterion for reason in found.reasons if reason.verdict is Verdict.MET}
    return fits(found) and found.score >= TELLING and bool(met & {Criterion.WORDS, Criterion.CODES})


def _met(what: str, tokens: frozenset[str], source: int, judged: Callable[[Need], bool]) -> list[SavedSearch]:
    """Searches that a record meets: by their filters, or as one of the things like another that is not it (``source``)."""
    live = SavedSearch.objects.filter(person__is_active=True).exclude(delivery=SavedSearch.Tell.OFF).select_related("person")
    met = list(live.in_bulk(standing.met(f"{watching.SEARCH}.{what}", tokens)).values())
    others = live.exclude(source=source)
    near = others.in_bulk(standing.likeliest(f"{watching.LIKE}.{what}", tokens, ALIKE_MOST, others.values("pk")))
    verdicts: dict[tuple[str, str], bool] = {}  # many keep the same one: each is judged once
    for found in near.values():
        if (asked := (found.text, found.language)) not in verdicts and len(verdicts) < JUDGED:
            verdicts[asked] = judged(watching.need_of_search(found))
        if verdicts.get(asked):
            met.append(found)
    return met


def _likeliest(rows: QuerySet[Any], kind: str, tokens: frozenset[str]) -> list[Any]:
    """Those of the rows that have most keys in common with a record."""
    return list(rows.in_bulk(standing.likeliest(kind, tokens, JUDGED, rows.order_by().values("pk"))).values())


def _tell_searcher(found: SavedSearch, title: str, link: str, once: str) -> None:
    told = notify.tell(
        [found.person], "exchange.search_found", once=f"{found.pk}-{once}", link=link, how=Delivery(found.delivery),
        values={"search": found.title, "title": title},
    )  # fmt: skip
    if told:
        SavedSearch.objects.filter(pk=found.pk).update(found=F("found") + 1, found_at=timezone.now())


def _tell_able(listing: Listing, organisation: Organisation) -> None:
    link = listing.get_absolute_url()  # whoever keeps a search that it meets has been told of it already
    told = set(Notice.objects.filter(rule="exchange.search_found", link=link).values_list("person", flat=True))
    people = [person for person in speakers(organisation) if person.pk not in told]
    notify.tell(
        people, "exchange.need_fits", once=f"{listing.pk}-{organisation.pk}-{listing.published_at:%Y%m%d}",
        link=link, values={"title": listing.title, "organisation": str(organisation)},
    )  # fmt: skip


def _tell_wanting(need: Listing, offer: Listing) -> None:
    notify.tell(
        speakers(need.organisation), "exchange.offer_fits", once=f"{need.pk}-{offer.pk}-{offer.published_at:%Y%m%d}",
        link=offer.get_absolute_url(), values={"title": offer.title, "need": need.title, "organisation": str(need.organisation)},
    )  # fmt: skip


def _tell_officer(enquiry: Enquiry, organisation: Organisation, found: Match) -> None:
    desk = desk_of(enquiry)
    notify.tell(
        desk, "exchange.case_match", once=f"{enquiry.pk}-{organisation.pk}", link=f"{enquiry.get_absolute_url()}matches/",
        values={"number": enquiry.number, "title": enquiry.title, "organisation": str(organisation), "score": found.score},
    )  # fmt: skip
