"""Import of a large spreadsheet: read, checked, compared and written, with the time of each and the memory at its peak.

    .venv/bin/python benchmarks/databank/imports.py [--rows 100000] [--database postgresql://…]

Without --database, on SQLite in a folder that is thrown away. The file is made up: names of two to four words, addresses, telephones,
e-mail, descriptions; one row in fifty is a duplicate of another with a slip, one in a hundred has a defect. Beside it stands what the same
rows take when they are only read with csv.
"""

import csv
import random
import resource
import sys
import time
from pathlib import Path

from throwaway import prepare, told

FIRST = "Atlas Nord Sud Delta Ourika Ziz Draa Sebou Volta Niger Tana Rift Lagos Accra Lome Dakar Kribi Mekong Lotus".split()
KINDS = "Textile Foundry Tannery Dyeing Weaving Plastics Ceramics Bakery Carpentry Machining Printing Cosmetics Packaging Leather".split()
LEGAL = "SARL Ltd SA GmbH Limited SAS Lda".split()
SAYS = "makes supplies repairs exports designs finishes cuts dyes packs".split()
GOODS = (
    "cotton shirts|steel shafts|brass fittings|leather shoes|glazed tiles|mango juice|plastic crates|printed boxes|wooden doors|soap".split(
        "|"
    )
)
COUNTRIES = "MA TN DZ EG CI SN GH NG KE TZ VN PE".split()
HEADER = "Number,Name,Country,Town,Address,Postcode,Phone,E-mail,Website,Employees,Women,Description,Products,Founded".split(",")


def rows(count: int, seed: int = 5):
    """Rows of the made-up file."""
    rand = random.Random(seed)  # noqa: S311
    kept: list[list[str]] = []
    for number in range(count):
        if kept and rand.random() < 0.02:
            row = list(rand.choice(kept))
            row[0], row[1] = str(number), row[1].replace("e", "", 1)
        else:
            stem = f"{rand.choice(FIRST)}{rand.randrange(count)}"
            name = f"{stem} {rand.choice(KINDS)} {rand.choice(KINDS)} {rand.choice(LEGAL)}"
            site = f"{stem.lower()}.example"
            country, people = rand.choice(COUNTRIES), rand.randrange(1, 900)
            row = [
                str(number), name, country, f"Town {rand.randrange(400)}", f"{rand.randrange(1, 300)} road {rand.randrange(900)}",
                f"{rand.randrange(10000, 99999)}", f"+{rand.randrange(10**10, 10**11)}", f"info@{site}", f"www.{site}", str(people),
                str(rand.randrange(people)), f"{name} {rand.choice(SAYS)} {rand.choice(GOODS)} and {rand.choice(GOODS)} in {country}",
                f"{rand.choice(GOODS)}; {rand.choice(GOODS)}", str(rand.randrange(1950, 2026)),
            ]  # fmt: skip
            if rand.random() < 0.01:
                row[rand.choice((2, 7, 9))] = "nowhere"
        if len(kept) < 5000:
            kept.append(row)
        yield row


def peak() -> int:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure one size; the memory of two sizes is compared by running it twice."""
    given = told(__doc__, "--rows", 100_000)
    measure(prepare(given.database), given.rows)


def measure(folder: Path, count: int) -> None:
    """Make the file, import it, print what each part took."""
    from django.core.files.base import File
    from django.db import connection

    from treadle.demo import make
    from treadle.directory.imports import batches, jobs, writing
    from treadle.directory.models import ImportRow
    from treadle.directory.queries import import_counts

    centre = make.centre("Exchange", "spx", country_code="MA", territory=COUNTRIES)
    path = folder / "large.csv"
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows([HEADER, *rows(count)])
    print(f"{count} rows, {path.stat().st_size / 1e6:.0f} MB, {connection.vendor}; peak before {peak()} MB")
    begun = time.perf_counter()
    with path.open(newline="", encoding="utf-8") as handle:
        read = sum(1 for _row in csv.reader(handle))
    bare = time.perf_counter() - begun
    print(f"only read with csv       {bare:8.2f} s  {read} rows")
    begun = time.perf_counter()
    with path.open("rb") as handle:
        batch = batches.take_in(by=None, centre=centre, upload=File(handle), name="large.csv")
    print(f"taken in, columns known  {time.perf_counter() - begun:8.2f} s  {[c for c in batch.columns if not c]} not recognised")
    batches.confirm_columns(by=None, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise"})
    begun = time.perf_counter()
    while batch.state == "checking":
        jobs.check_batch.call(batch.pk)
        batch.refresh_from_db()
    checked = time.perf_counter() - begun
    print(f"checked and compared     {checked:8.1f} s  {1000 * checked / count:.2f} ms a row; {import_counts(batch)}; peak {peak()} MB")
    batches.write(by=None, batch=batch)
    begun = time.perf_counter()
    while writing.write_some(batch):
        pass
    batches.finish_writing(batch)
    wrote = time.perf_counter() - begun
    print(f"written                  {wrote:8.1f} s  {1000 * wrote / count:.2f} ms a row; {import_counts(batch)}; peak {peak()} MB")
    begun = time.perf_counter()
    ImportRow.objects.filter(batch=batch).delete()
    print(f"rows dropped             {time.perf_counter() - begun:8.1f} s")


if __name__ == "__main__":
    sys.exit(main())
