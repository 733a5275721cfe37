"""How long it takes to say who is likely on record already, while somebody types, among very many records.

    .venv/bin/python benchmarks/databank/online.py [--records 1000000] [--database postgresql://…]

Without --database, on SQLite in a folder that is thrown away. Records are made up: names of three or four words of which two are in every
tenth name, a town, a website for every other one. Asked for are names on record with a slip, and names that nobody has.
"""

import random
import statistics
import sys
import time
from itertools import islice

from throwaway import prepare, told

KINDS = "Textile Foundry Tannery Dyeing Weaving Plastics Ceramics Bakery Carpentry Machining".split()
PARTS = "ba ko ri mu sa te lo ni du ga fe zi pa ro ke tu mi la so ne".split()
COUNTRIES = "MA TN CI SN GH NG KE VN".split()
TOGETHER = 5000


def names(count: int, seed: int = 3):
    """Made-up names with the country of each."""
    rand = random.Random(seed)  # noqa: S311
    for _at in range(count):
        own = "".join(rand.choices(PARTS, k=rand.choice((3, 4)))).title()
        yield f"{own} {rand.choice(KINDS)} {rand.choice(KINDS)} SARL", rand.choice(COUNTRIES)


def main() -> None:
    """Fill, ask, print."""
    given = told(__doc__, "--records", 1_000_000)
    prepare(given.database)
    fill(given.records)
    ask(given.records)


def fill(count: int) -> None:
    """Records and their keys, without anything else of theirs."""
    from django.db import transaction

    from treadle.directory.models import Organisation, RecordKey
    from treadle.matching.sameness import Facts, keys_of

    begun, made = time.perf_counter(), names(count)
    while some := list(islice(made, TOGETHER)):
        with transaction.atomic():
            rows = Organisation.objects.bulk_create([Organisation(name=name, country_id=country, town="Town") for name, country in some])
            keys = (RecordKey(organisation=row, key=key) for row in rows for key in keys_of(Facts(row.name, country=row.country_id)))
            RecordKey.objects.bulk_create(keys, batch_size=10_000)
    print(f"{count} records with {RecordKey.objects.count()} keys in {time.perf_counter() - begun:.0f} s")


def ask(count: int) -> None:
    """The time of one look, for names on record with a slip and for new ones."""
    from django.db import connection

    from treadle.directory import alike
    from treadle.matching.sameness import Facts

    known = list(islice(names(count), 200))
    new = list(islice(names(200, seed=99), 200))
    slips = [(name[:2] + name[3:], country) for name, country in known]
    for label, asked in (("on record, with a slip", slips), ("on record", known), ("new", new)):
        took, found = [], 0
        for name, country in asked:
            begun = time.perf_counter()
            found += bool(alike.find(Facts(name, country=country), None))
            took.append(1000 * (time.perf_counter() - begun))
        cut = statistics.quantiles(took, n=20)
        middle = statistics.median(took)
        print(f"{connection.vendor:10} {label:24} p50 {middle:6.1f} ms  p95 {cut[18]:6.1f} ms  likely ones for {found} of {len(asked)}")


if __name__ == "__main__":
    sys.exit(main())
