"""The search box: one table of public things, one of their words, in the database itself, so what commits is found at once.

Words are folded and stemmed by the matching engine's analyser. A query finds entries that have all its words (the last one as a
beginning); the score is the sum of the words' weights, rarer words counting more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.db.models import Count, Q, Sum
from django.utils.functional import Promise
from rapidfuzz import process
from rapidfuzz.distance import OSA

from treadle.matching import text as analyser

from .models import SearchEntry, SearchTerm

TITLE, SUMMARY, MORE = 4.0, 1.5, 1.0  # weight of a word by where it stands
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    title: str
    summary: str
    url: str
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """How many there are, the first of them, and whether they have only some of the words because nothing has them all."""

    count: int
    hits: list[Hit]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Provider:
    """A kind of thing that the search page shows: ``find(query, person, limit)`` gives what there is."""

    key: str
    label: str | Promise
    find: Callable[[str, Any, int], Found]
    order: int = 50


_providers: dict[str, Provider] = {}


def register(provider: Provider) -> None:
    """Show a kind of thing on the search page."""
    _providers[provider.key] = provider


def providers() -> list[Provider]:
    """All providers in their order."""
    return sorted(_providers.values(), key=lambda provider: provider.order)


@dataclass(frozen=True, slots=True)
class Page:
    """A public thing as the search box is told of it. Words of ``more`` count less than those of title and summary."""

    object_id: int
    title: str
    url: str
    summary: str = ""
    more: Sequence[str] = ()
    language: str = ""
    country: str = ""

    def weights(self) -> dict[str, float]:
        """Each word with the weight of the best place where it stands."""
        found: dict[str, float] = {}
        for part, weight in ((self.title, TITLE), (self.summary, SUMMARY), *((text, MORE) for text in self.more)):
            for term in words(part, self.language):
                found[term] = max(found.get(term, 0.0), weight)
        return found


def put(
    kind: str, object_id: int, *, title: str, url: str, summary: str = "", more: Iterable[str] = (),
    language: str = "", country: str = "",
) -> None:  # fmt: skip
    """Make a public thing findable, or renew its entry."""
    put_many(kind, [Page(object_id, title, url, summary, tuple(more), language, country)])


def put_many(kind: str, pages: Sequence[Page]) -> None:
    """Make public things findable together, or renew their entries, with a fixed number of queries."""
    rows = [
        SearchEntry(
            kind=kind, object_id=page.object_id, title=page.title[:300], summary=page.summary[:1000], url=page.url,
            language=page.language, country=page.country,
        )
        for page in pages
    ]  # fmt: skip
    SearchEntry.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "object_id"],
        update_fields=["title", "summary", "url", "language", "country"], batch_size=500,
    )  # fmt: skip
    wanted = [page.object_id for page in pages]
    entries = dict(SearchEntry.objects.filter(kind=kind, object_id__in=wanted).values_list("object_id", "pk"))
    SearchTerm.objects.filter(entry__in=entries.values()).delete()
    terms = (
        SearchTerm(entry_id=entries[page.object_id], term=term, weight=weight) for page in pages for term, weight in page.weights().items()
    )
    SearchTerm.objects.bulk_create(terms, batch_size=2000)


def drop(kind: str, object_id: int) -> None:
    """Stop a thing from being found."""
    drop_many(kind, [object_id])


def drop_many(kind: str, object_ids: Iterable[int]) -> None:
    """Stop things from being found."""
    wanted = list(object_ids)
    if wanted:
        SearchEntry.objects.filter(kind=kind, object_id__in=wanted).delete()


def words(text: str, language: str = "") -> set[str]:
    """Words of a text, folded, each with its stem in the text's language."""
    seen = analyser.analyse(text, language)
    return {term[:LONGEST] for term in (*seen.stems, *map(analyser.fold, seen.words))}


def forms_of(query: str) -> list[set[str]]:
    """The words of a query, each in all the forms it is looked for by; little words of any of the site's languages are left out.

    Whoever searches may write in any language, whatever that of the page: a word is looked for by its stem in each of them.
    """
    languages = [code for code, _name in settings.LANGUAGES]
    said = [word for word in query.split()[:12] if not any(word.casefold() in analyser.stop_words(code) for code in languages)]
    return [forms for word in said if (forms := set().union(*(words(word, code) for code in languages)))]


def begins(beginning: str) -> Q:
    """Terms with a beginning, as the database can look them up: SQLite's LIKE reads every term, a range does not."""
    if connection.vendor == "sqlite":
        return Q(term__gte=beginning, term__lt=beginning + chr(0x10FFFF))
    return Q(term__startswith=beginning)


def beginning_of(forms: Iterable[str]) -> str:
    """The beginning that the last word of a query is also looked for by; "" for one too short to tell."""
    longest = max(forms, key=lambda form: (len(form), form), default="")
    return longest if len(longest) > 2 else ""


def terms_of(kind: str, object_id: int) -> set[str]:
    """All words, folded and stemmed, that a thing is found by; none for a thing that is not found."""
    return set(SearchTerm.objects.filter(entry__kind=kind, entry__object_id=object_id).values_list("term", flat=True))


def shares(kind: str, terms: Iterable[str]) -> dict[str, float]:
    """What part of the entries of a kind has each of some words; a word that none has is left out."""
    size = SearchEntry.objects.filter(kind=kind).count() or 1
    found = SearchTerm.objects.filter(entry__kind=kind, term__in=list(terms)).order_by().values_list("term")
    return {term: count / size for term, count in found.annotate(count=Count("pk"))}


@dataclass(frozen=True, slots=True)
class Nearest:
    """Entries for a query, with ``score``; ``loose`` when nothing has all its words and these have some.

    ``spelled`` says which words were taken for which on record, because nothing has them as they were typed.
    """

    entries: models.QuerySet[SearchEntry]
    loose: bool
    spelled: dict[str, str] = field(default_factory=dict)

    def best(self, limit: int) -> list[SearchEntry]:
        """The first of them, best first."""
        return list(self.entries.order_by("-score", "title")[:limit])  # type: ignore[misc]

    def ids(self) -> models.QuerySet[Any]:
        """Ids of the things found, as a subquery for another list."""
        return self.entries.values("object_id")

    def score_of(self, pk: str = "pk") -> models.Subquery:
        """The score of the thing with this id, to order another list by."""
        return models.Subquery(self.entries.filter(object_id=models.OuterRef(pk)).values("score")[:1])  # type: ignore[misc]


def nearest(kind: str, query: str, among: Any = None) -> Nearest | None:
    """Entries of a kind with all words of the query; where nothing has them all, those with any. None without a word.

    ``among`` is a queryset of ids: only these count.
    """
    spelled: dict[str, str] = {}
    for every in (True, None, False):
        if every is None:
            spelled = spelling(kind, query)
            query = " ".join(spelled.get(word, word) for word in query.split())
            if not spelled:
                continue
        found = matching(kind, query, every=every is not False)
        if found is None:
            return None
        if among is not None:
            found = found.filter(object_id__in=among)
        if every is False or found.exists():
            return Nearest(found, loose=every is False and len(query.split()) > 1, spelled=spelled)
    return None


def spelling(kind: str, query: str) -> dict[str, str]:
    """Words of a query that nothing has, each with the word on record that it is likely meant to be: one letter off, two in a long word.

    Looked for among words that begin alike, so that the look-up does not grow with what is on record.
    """
    found = {}
    for word in query.split()[:8]:
        (forms, *_rest) = forms_of(word) or [set()]
        stem = max(forms, key=len, default="")
        terms = SearchTerm.objects.filter(entry__kind=kind)
        if len(stem) < 4 or terms.filter(Q(term__in=forms) | begins(stem)).exists():
            continue
        near = terms.filter(begins(stem[:2])).order_by().values_list("term", flat=True).distinct()[:20_000]
        limit = 1 if len(stem) < 7 else 2
        best = process.extractOne(stem, near, scorer=OSA.distance, score_cutoff=limit)
        if best is not None:
            found[word] = str(best[0])
    return found


def matching(kind: str, query: str, every: bool = True) -> models.QuerySet[SearchEntry] | None:
    """Entries with all words of the query (or any of them), with ``score``; None when the query has no word."""
    wanted = forms_of(query)
    if not wanted:
        return None
    entries = SearchEntry.objects.filter(kind=kind)
    anywhere = Q()
    for number, forms in enumerate(wanted):
        clause = Q(term__in=forms)
        if number == len(wanted) - 1:
            clause |= begins(beginning) if (beginning := beginning_of(forms)) else Q()
        anywhere |= clause
        if every:
            entries = entries.filter(pk__in=SearchTerm.objects.filter(clause).values("entry"))
    if not every:
        entries = entries.filter(pk__in=SearchTerm.objects.filter(anywhere).values("entry"))
    terms = SearchTerm.objects.filter(anywhere, entry=models.OuterRef("pk")).order_by()
    total = terms.values("entry").annotate(total=Sum("weight")).values("total")
    return entries.annotate(score=models.Subquery(total, output_field=models.FloatField()))
