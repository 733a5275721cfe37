"""How fast one new record is held against very many saved searches, beside looking at each of them, in one run.

    python benchmarks/matching/percolation.py [--searches 100000] [--records 300] [--database URL]

Records and words are those of speed.py. A search wants up to four words, none of the commonest, the last also as a beginning, one in
three a country too, one in four a code. The database is an SQLite file of its own, or the one at the URL (an empty PostgreSQL
database). ``first`` is the first look at each record by a process that has just begun, ``again`` one that has read the searches before.
Times are milliseconds: read them as ratios.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
from speed import COUNTRIES, TRADES, World, timed

COMMONEST = 100  # words that nobody looks for: stop words


def searches(world: World, many: int) -> list[tuple[frozenset[str], ...]]:
    """Groups of each search."""
    from treadle.matching import Code
    from treadle.matching.standing import code_group

    found = []
    for number in range(many):
        chance = np.random.default_rng([5, number])
        trade = int(chance.integers(TRADES))
        words = [at for at in world.drawn(chance, trade, int(chance.integers(1, 5)), 0.6) if at >= COMMONEST]
        groups = [frozenset({f"#w:{world.words[at]}"}) for at in words or world.own[trade][:1]]
        (last,) = groups[-1]
        groups[-1] |= {f"#p:{last[3:15]}"}
        if chance.random() < 1 / 3:
            groups.append(frozenset({f"#country:{COUNTRIES[int(chance.integers(len(COUNTRIES)))]}"}))
        if chance.random() < 1 / 4:
            groups.append(code_group(Code("isic4", world.codes[trade])))
        found.append(tuple(groups))
    return found


def tokens_of(world: World, number: int) -> frozenset[str]:
    """What a record meets searches with."""
    from treadle.matching import Code
    from treadle.matching.standing import code_tokens

    trade, words, country = world.facts(number)
    said = [world.words[at] for at in words]
    beginnings = {f"#p:{word[:size]}" for word in said for size in range(3, 13)}
    found = {f"#w:{word}" for word in said} | beginnings | {f"#country:{country}"}
    return frozenset(found) | code_tokens([Code("isic4", world.codes[trade])])


def fill(world: World, wishes: list[tuple[frozenset[str], ...]]) -> float:
    """Write the searches into the database under their keys; seconds."""
    from django.db import connection

    from treadle.kit.models import Standing, StandingKey
    from treadle.kit.standing import key_of
    from treadle.matching.standing import keys, packed

    often: Counter[str] = Counter()
    for record in range(1, 3001):
        often.update(tokens_of(world, record))
    shares = {token: count / 3000 for token, count in often.items()}
    began = time.perf_counter()
    rows = [Standing(kind="measured", object_id=at, groups=packed(groups)) for at, groups in enumerate(wishes)]
    made = Standing.objects.bulk_create(rows, batch_size=2000)
    kept = [
        StandingKey(standing=row, key=key_of("measured", token))
        for row, groups in zip(made, wishes, strict=True)
        for token in keys(groups, lambda _: shares)
    ]
    StandingKey.objects.bulk_create(kept, batch_size=2000)
    took = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself before long
    return took


def main() -> None:
    """Fill, look, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--searches", type=int, default=100_000)
    asked.add_argument("--records", type=int, default=300)
    asked.add_argument("--database", default="")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TREADLE_DATA": folder, "TREADLE_DATABASE_URL": options.database, "TREADLE_SECRET_KEY": folder * 5}
        os.environ["DJANGO_SETTINGS_MODULE"] = "treadle.settings"
        import django

        django.setup()
        from django.core.management import call_command

        from treadle.kit import standing
        from treadle.matching.standing import meets

        call_command("migrate", verbosity=0)
        world = World()
        wishes = searches(world, options.searches)
        print(f"{len(wishes):,} searches written in {fill(world, wishes):.1f} s")
        if not options.database:
            print(f"database: {(Path(folder) / 'treadle.sqlite3').stat().st_size / 1e6:.0f} MB")
        records = [tokens_of(world, 1_000_000 + number) for number in range(options.records)]
        for name in ("first", "again"):
            found = timed(lambda tokens: standing.met("measured", tokens), records)
            print(f"from the database, {name}: {found[0]:.2f} / {found[1]:.2f} ms")
        hits = [len(standing.met("measured", tokens)) for tokens in records]
        print(f"searches met by a record: {np.mean(hits):.1f} on average, {max(hits)} at most")
        few = records[:40]
        plain = [[at for at, groups in enumerate(wishes) if meets(groups, tokens)] for tokens in few]
        assert plain == [standing.met("measured", tokens) for tokens in few], (
            "what looking at each finds, and this does not, or the other way"
        )
        print("looking at each: {:.2f} / {:.2f} ms".format(*timed(lambda tokens: [1 for groups in wishes if meets(groups, tokens)], few)))


if __name__ == "__main__":
    main()
