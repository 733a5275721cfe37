"""How long the directory takes to search and to count its facets, among very many records.

    .venv/bin/python benchmarks/databank/search.py [--records 1000000] [--database postgresql://…]

Without --database, on SQLite in a folder that is thrown away. Records are made up (as in online.py), each with a kind, a site and its words
in the search box. A look is what a page of the directory asks for: how many, the first twenty, and how many of each kind and country.
Beside it stands a list narrowed by text anywhere in the name, as directories without an index of words do it.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from typing import Any

from online import KINDS, names
from throwaway import prepare, told

TOGETHER = 5000
TRIES = 20


def main() -> None:
    """Fill, look, print."""
    given = told(__doc__, "--records", 1_000_000)
    prepare(given.database)
    begun = time.perf_counter()
    fill(given.records)
    print(f"{given.records} records in {time.perf_counter() - begun:.0f} s")
    look(given.records)


def fill(count: int) -> None:
    """Records with what the directory filters by."""
    from django.db import connection, transaction

    from treadle.directory.models import Organisation, OrganisationKind, Site
    from treadle.kit.models import SearchEntry, SearchTerm
    from treadle.kit.search import words

    rand, made = random.Random(5), names(count)  # noqa: S311
    while some := list(islice(made, TOGETHER)):
        with transaction.atomic():
            rows = Organisation.objects.bulk_create(
                [Organisation(name=name, country_id=country, town=f"Town {rand.randrange(500)}", employees=rand.randrange(500),
                              women_led=rand.random() < 0.2) for name, country in some]
            )  # fmt: skip
            OrganisationKind.objects.bulk_create([OrganisationKind(organisation=row, kind="enterprise") for row in rows])
            Site.objects.bulk_create([_site(row, rand) for row in rows])
            entries = SearchEntry.objects.bulk_create(
                [SearchEntry(kind="organisation", object_id=row.pk, title=row.name, url="/", country=row.country_id) for row in rows]
            )
            terms = (SearchTerm(entry=entry, term=term, weight=4.0) for entry in entries for term in words(entry.title, "en"))
            SearchTerm.objects.bulk_create(terms, batch_size=20_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _site(row: Any, rand: random.Random) -> Any:
    from treadle.directory.models import Site  # Django is set up by now

    latitude, longitude = rand.uniform(-35, 60), rand.uniform(-20, 50)
    return Site(organisation=row, town=row.town, country_id=row.country_id, latitude=latitude, longitude=longitude)


def look(count: int) -> None:
    """The time of each kind of look."""
    from django.db import connection

    from treadle.directory import queries
    from treadle.directory.finding import facets, narrowed
    from treadle.kit import search

    known = [name.split()[0] for name, _country in islice(names(count), TRIES)]
    slips = [word[:3] + word[4:] if len(word) > 6 else word[:-2] + word[-1] + word[-2] for word in known]

    def page(wanted: dict[str, str]) -> None:
        near = search.nearest("organisation", wanted.get("q", ""))
        found = narrowed(queries.visible_to(None), wanted, near)
        found.count(), list(found.order_by("-score" if near else "name")[:20]), facets(found)

    def anywhere(word: str) -> None:
        found = queries.visible_to(None).filter(name__icontains=word)
        found.count(), list(found.order_by("name")[:20]), facets(found)

    rand = random.Random(9)  # noqa: S311
    places = [f"{rand.uniform(-35, 60):.2f},{rand.uniform(-20, 50):.2f}" for _at in range(TRIES)]
    looks: list[tuple[str, Callable[[Any], None], list[Any]]] = [
        ("a name", page, [{"q": word} for word in known]),
        ("a name with a slip", page, [{"q": word} for word in slips]),
        ("a word of every fifth record", page, [{"q": word} for word in KINDS[:5]]),
        ("a name and a country", page, [{"q": word, "country": "MA"} for word in known]),
        ("within 50 km", page, [{"near": place, "km": "50"} for place in places]),
        ("led by women, 10 to 49 people", page, [{"women": "on", "size": "10-49"}] * 5),
        ("text anywhere in the name (no index of words)", anywhere, known[:5]),
    ]
    for label, do, asked in looks:
        took = []
        for each in asked:
            begun = time.perf_counter()
            do(each)
            took.append(1000 * (time.perf_counter() - begun))
        cut = sorted(took)[int(0.95 * len(took)) - 1 if len(took) > 1 else 0]
        print(f"{connection.vendor:10} {label:46} p50 {statistics.median(took):8.1f} ms  p95 {cut:8.1f} ms", flush=True)


if __name__ == "__main__":
    sys.exit(main())
