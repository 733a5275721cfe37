"""Saved searches and open needs as standing wishes, and records as what meets them.

The words of a record are those that the search page finds it by, the filters those of its lists: whoever keeps a search is told of
what the list would show them. A code is met a step wider too: the one above it may mean it.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from treadle.directory.evidenced import valid_today
from treadle.directory.finding import FACETS, understood
from treadle.directory.models import Evidence, Organisation
from treadle.directory.profiles import databank, engine_code, profiles
from treadle.directory.visibility import to_public
from treadle.kit import search, standing
from treadle.kit.models import SearchEntry
from treadle.matching import Code as EngineCode
from treadle.matching import Need
from treadle.matching.standing import (
    Groups,
    certificate_group,
    certificate_tokens,
    code_group,
    code_tokens,
    keys,
    need_keys,
    place_tokens,
)
from treadle.nomenclature.suggest import engine_name

from .flow import EnquiryState
from .models import Enquiry, Listing, SavedSearch
from .needs import need_of, need_of_listing, offer_of
from .queries import published

SEARCH, LIKE, LISTING, CASE = "exchange.search", "exchange.like", "exchange.need", "exchange.case"
ENTRIES = {"need": "listing", "offer": "listing", "organisation": "organisation"}  # what the search page calls them
OPEN_CASES = (EnquiryState.IN_REVIEW, EnquiryState.APPROVED, EnquiryState.OUT)
LONGEST_BEGINNING = 12  # letters of a word that is looked for by its beginning
# What part of the records have a token that is no word, about: chosen wrongly it costs time and nothing else.
TYPICAL = {
    "#p": 0.02, "#kind": 0.2, "#size": 0.3, "#free": 0.3, "#ownership": 0.3, "#women": 0.2, "#centre": 0.2, "#fresh": 0.6, "#cso": 0.05,
    "#field": 0.05, "#seeks": 0.02, "#standard": 0.05, "#under": 0.02, "#code": 0.01,
}  # fmt: skip


def kind_of_search(found: SavedSearch) -> str:
    """Under which kind of wish a search is kept: a wish is held against records of its own sort only."""
    return f"{LIKE if found.text else SEARCH}.{found.what}"


def groups_of(what: str, wanted: Mapping[str, str]) -> Groups:
    """What a record must have, by the filters of the list; what is not understood narrows nothing."""
    words = search.forms_of(wanted.get("q", ""))
    groups = [frozenset(f"#w:{form}" for form in forms) for forms in words]
    if words and (beginning := search.beginning_of(words[-1])):  # the list takes the last word as a beginning too
        groups[-1] |= {f"#p:{beginning[:LONGEST_BEGINNING]}"}
    for name in ("country",) if what == "organisation" else ("kind", "country"):
        if value := wanted.get(name):
            groups.append(frozenset({f"#{name}:{value}"}))
    if code := wanted.get("code"):
        system, _, digits = code.partition(":")
        groups.append(code_group(EngineCode(engine_name(system), digits)))
    if what == "organisation":
        if standard := wanted.get("certificate", "").strip():
            groups.append(certificate_group(standard))
        groups += [frozenset({f"#{key}:{value}"}) for key, value in understood(wanted).items()]
    return tuple(group for group in groups if group)


def keep(found: SavedSearch) -> None:
    """Have a search looked at for every new record of its sort."""
    if found.text:
        _keep_need(kind_of_search(found), found.pk, need_of_search(found), ENTRIES[found.what])
    else:
        groups = groups_of(found.what, found.wanted)
        standing.put(kind_of_search(found), found.pk, groups, keys(groups, _shares(ENTRIES[found.what])))


def forget(found: SavedSearch) -> None:
    """Look at a search no more."""
    standing.drop(kind_of_search(found), [found.pk])


def need_of_search(found: SavedSearch) -> Need:
    """What somebody seeks who seeks things like one: its words and codes."""
    codes = tuple(EngineCode(*code) for code in found.codes)
    return Need(f"search-{found.pk}", found.text, found.language, codes=codes, today=timezone.localdate())


def keep_listing(listing: Listing) -> None:
    """Have a published need looked at for every organisation that is new or changes."""
    _keep_need(LISTING, listing.pk, need_of_listing(listing, {}), "organisation")


def keep_case(enquiry: Enquiry) -> None:
    """The same for a case on a desk."""
    _keep_need(CASE, enquiry.pk, need_of(enquiry, never=(), learnt={}), "organisation")


def _keep_need(kind: str, pk: int, need: Need, entry: str) -> None:
    words = frozenset(f"#w:{term}" for term in search.words(need.text, need.lang))
    standing.put(kind, pk, (), need_keys(need, words, databank().bridge, _shares(entry)))


def tokens_of_listing(listing: Listing) -> frozenset[str]:
    """What a published listing meets wishes with."""
    codes = code_tokens(engine_code(code) for code in listing.codes.all())
    facets = {f"#kind:{listing.kind}", f"#country:{listing.organisation.country_id}"}
    return frozenset(_words("listing", listing.pk) | facets) | codes | place_tokens(offer_of(listing), databank().bridge)


def tokens_of_organisation(organisation: Organisation) -> frozenset[str]:
    """What an organisation meets wishes with: what its page tells everybody, and nothing else."""
    (profile,) = profiles([organisation.pk])
    public = to_public(organisation)
    facets = {f"#{facet.key}:{value}" for facet in FACETS.values() for value in facet.values(organisation, public)}
    facets.add(f"#country:{organisation.country_id}")
    valid = (
        Evidence.objects.filter(valid_today(), organisation=organisation, sort=Evidence.Sort.CERTIFICATE)
        if public.evidence
        else Evidence.objects.none()
    )
    held = certificate_tokens(valid.values_list("standard", flat=True))
    codes = code_tokens(code for capability in profile.capabilities for code in capability.codes)
    return frozenset(_words("organisation", organisation.pk) | facets) | held | codes | place_tokens(profile, databank().bridge)


def _words(entry: str, pk: int) -> set[str]:
    terms = search.terms_of(entry, pk)
    return {f"#w:{term}" for term in terms} | {f"#p:{term[:size]}" for term in terms for size in range(3, LONGEST_BEGINNING + 1)}


def _shares(entry: str) -> Any:
    """A function that tells of what part of the records of a sort each of some tokens is."""

    def share(tokens: frozenset[str]) -> dict[str, float]:
        words = {token.removeprefix("#w:"): token for token in tokens if token.startswith("#w:")}
        found = {words[term]: part for term, part in search.shares(entry, words).items()}
        for token in tokens:
            sort, _, value = token.partition(":")
            if sort == "#country":
                found[token] = _living_in(entry, value)
            elif sort in TYPICAL:
                found[token] = TYPICAL[sort]
        return found

    return share


def _living_in(entry: str, country: str) -> float:
    entries = SearchEntry.objects.filter(kind=entry)
    return entries.filter(country=country).count() / max(entries.count(), 1)


def renew_all() -> int:
    """Keep every search, published need and open case anew: what tells most about them changes with the records. Gives how many."""
    count = 0
    for found in SavedSearch.objects.exclude(delivery="off").iterator():
        keep(found)
        count += 1
    listings = published("need").prefetch_related("codes__system")
    for listing in listings:
        keep_listing(listing)
    cases = (
        Enquiry.objects.filter(state__in=OPEN_CASES)
        .select_related("organisation")
        .prefetch_related("codes__system", "exclusions", "items__codes__system")
    )
    for enquiry in cases:
        keep_case(enquiry)
    for kind, live in ((LISTING, listings), (CASE, cases)):
        standing.keep_only(kind, live.values_list("pk", flat=True))
    return count + len(listings) + len(cases)
