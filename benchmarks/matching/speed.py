"""How fast candidates are found and judged among very many profiles, beside full-text search that a database offers, in one run.

    python benchmarks/matching/speed.py [--profiles 100000] [--queries 200] [--growth] [--postgres URL]

Profiles are made up: about 40 words each, drawn by Zipf's law from a vocabulary of 60,000 and from that of one of a thousand trades; a
country, codes, a place in the concept space. All engines get the same words. Peers look for any of the words of a need, the best twenty
by their own ranking: SQLite FTS5 (bm25), PostgreSQL (GIN, ts_rank_cd) where a URL is given, and tantivy alone. Times are milliseconds
of one process on whatever machine this runs: read them as ratios. ``--growth`` runs 10,000, 100,000 and 1,000,000 one after the
other and draws the cost of each against the number of profiles into growth.svg.
"""

import argparse
import gc
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from treadle.matching import Capability, Code, Need, Profile, Quantity, match
from treadle.matching.codes import path
from treadle.matching.index import Entry, IndexedBank, TantivyIndex, query_of
from treadle.matching.index.port import CHANNELS, FACET, NODE_BYTES, NODES, WORD_BYTES, code_keys, packed, tokens
from treadle.matching.text import word_key

VOCABULARY, TRADES, OWN = 60_000, 1_000, 30
COUNTRIES = "MA TN CM VN PE BD KE CO EG TR FR DE".split()
SIZES = (10_000, 100_000, 1_000_000)


class World:
    """Profiles and needs by number, each the same whenever it is asked for."""

    def __init__(self) -> None:
        chance = np.random.default_rng(1)
        letters = np.array(list("abdefgiklmnoprstuvz"))
        self.words = ["".join(chance.choice(letters, size)) for size in chance.integers(4, 11, VOCABULARY)]
        self.common = np.cumsum(1 / (np.arange(VOCABULARY) + 2.7) ** 1.05)
        self.own = chance.integers(200, VOCABULARY, (TRADES, OWN))
        self.keys = np.array([word_key(word) for word in self.words], np.uint64)
        self.word_tokens = np.array(tokens(self.keys, WORD_BYTES))
        self.nodes = np.array([word_key(f"node {at}") for at in range(9_000)], np.uint64)
        self.trade_nodes = chance.integers(0, 9_000, (TRADES, 12))
        self.codes = [str(at) for at in chance.integers(1_000, 9_999, TRADES)]

    def drawn(self, chance: np.random.Generator, trade: int, size: int, share: float) -> list[int]:
        """Words by number: some of the trade, the others as they come."""
        of_trade = int(size * share)
        general = np.searchsorted(self.common, chance.random(size - of_trade) * self.common[-1])
        return [*self.own[trade][chance.integers(0, OWN, of_trade)].tolist(), *general.tolist()]

    def facts(self, number: int) -> tuple[int, list[int], str]:
        """Trade, words and country of a profile."""
        chance = np.random.default_rng([2, number])
        trade = int(chance.integers(TRADES))
        return trade, self.drawn(chance, trade, int(chance.integers(10, 75)), 0.4), COUNTRIES[int(chance.integers(len(COUNTRIES)))]

    def place(self, number: int, trade: int) -> tuple[Any, Any]:
        """Branches of the trade, and a few others."""
        chance = np.random.default_rng([3, number])
        at = np.concatenate((self.trade_nodes[trade], chance.integers(0, 9_000, NODES - 12)))
        return self.nodes[at], np.sort(chance.random(NODES))[::-1] + 0.05

    def entry(self, number: int) -> Entry:
        """A profile as the index holds it."""
        trade, words, country = self.facts(number)
        keys, weights = self.place(number, trade)
        nodes = tokens(keys, NODE_BYTES)
        often = np.ceil(4 * weights / weights.max()).astype(int).tolist()
        codes = tokens(code_keys("isic4", path(Code("isic4", self.codes[trade]))), WORD_BYTES)
        places = tuple(node for node, times in zip(nodes, often, strict=True) for _ in range(times))
        facets = (f"{FACET}c:{country}", f"{FACET}l:en")
        return Entry(number, tuple(self.word_tokens[words].tolist()), places, tuple(codes), facets, packed(keys, weights), ("en",))

    def text(self, number: int) -> str:
        """The words of a profile."""
        return " ".join(self.words[at] for at in self.facts(number)[1])

    def profile(self, number: int) -> Profile:
        """A profile as the judge sees it."""
        trade, _, country = self.facts(number)
        able = Capability(codes=(Code("isic4", self.codes[trade]),), free=Quantity(number % 40, "t", "month"), lead_time_days=number % 60)
        return Profile(str(number), text=self.text(number), lang="en", country=country, capabilities=(able,))

    def need(self, number: int) -> Need:
        """A need of two to twelve words."""
        chance = np.random.default_rng([4, number])
        trade = int(chance.integers(TRADES))
        text = " ".join(self.words[at] for at in self.drawn(chance, trade, int(chance.integers(2, 13)), 0.6))
        code = (Code("isic4", self.codes[trade]),) if number % 2 else ()
        return Need(str(number), text, "en", codes=code, quantity=Quantity(20, "t", "month"), lead_time_days=30, countries=("MA", "TN"))


class Placed:
    """A stand-in for the concept space: a need is placed at the branches of a trade, at no cost that would be measured."""

    def __init__(self, world: World) -> None:
        self.world = world

    def place(self, text: str, lang: str = "") -> tuple[Any, Any]:
        """Branches of the trade whose word comes first."""
        return self.world.place(len(text), len(text) % TRADES)

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[tuple[Any, Any]]:
        """Of many."""
        return [self.place(text) for text, _ in texts]

    def place_code(self, code: Code) -> Any:
        """Declared codes add nothing here."""
        return np.empty(0, np.uint64)


class Made:
    """Entries made up one after the other, and the seconds that making them up took: no part of what is measured."""

    def __init__(self, world: World, numbers: range) -> None:
        self.world, self.numbers, self.took = world, numbers, 0.0

    def __iter__(self) -> Iterator[Entry]:
        for number in self.numbers:
            began = time.perf_counter()
            entry = self.world.entry(number)
            self.took += time.perf_counter() - began
            yield entry


def timed(work: Callable[[Any], Any], items: Sequence[Any]) -> tuple[float, float]:
    """Milliseconds of each, the median and the 95th percentile; once before for the caches."""
    for item in items[:20]:
        work(item)
    took = []
    for item in items:
        began = time.perf_counter()
        work(item)
        took.append(1000 * (time.perf_counter() - began))
    return float(np.median(took)), float(np.quantile(took, 0.95))


def ours(world: World, size: int, needs: list[Need], folder: Path) -> Iterator[tuple[str, Any]]:
    """Build, find, judge, and write a little more."""
    made_up = Made(world, range(1, size + 1))
    began = time.perf_counter()
    index = TantivyIndex(folder / "index")
    index.apply(made_up, (), 1)
    yield "index: build, s", time.perf_counter() - began - made_up.took
    yield "index: disk, MB", index.state().bytes / 1e6
    queries = [query_of(need, bridge=Placed(world)) for need in needs]
    yield "tantivy alone, words, best 20", timed(lambda query: index.search("words", query, 20), queries)
    yield "three channels, best 250 of each", timed(lambda query: [index.search(each, query, 250) for each in CHANNELS], queries)
    known = {}

    def fetch(ids: Sequence[int]) -> list[Profile]:
        known.update({one: world.profile(one) for one in ids if one not in known})
        return [known[one] for one in ids]

    bank = IndexedBank(index, fetch, Placed(world))
    for need in needs:
        match(need, bank, 20)  # profiles come from a database that is not measured here
    gc.collect()
    gc.freeze()  # as the web server does
    gc.set_threshold(25_000, 20, 50)
    yield "candidates with their signals, 200", timed(lambda need: list(bank.likely(need, 200)), needs)
    yield "whole explained match, best 20", timed(lambda need: match(need, bank, 20), needs)
    more = [world.entry(number) for number in range(size + 1, size + 31)]
    yield "one record added and visible", timed(lambda entry: index.apply([entry], (), 2), more)
    more = [world.entry(number) for number in range(size + 100, size + 1100)]
    began = time.perf_counter()
    index.apply(more, (), 3)
    yield "1,000 records added and visible, ms", 1000 * (time.perf_counter() - began)


def fts5(world: World, size: int, needs: list[Need], folder: Path) -> Iterator[tuple[str, Any]]:
    """SQLite's own full text, any of the words, by its bm25."""
    base = sqlite3.connect(folder / "fts.sqlite3")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(words, content='', detail=full)")
    texts = [(number, world.text(number)) for number in range(1, size + 1)]
    began = time.perf_counter()
    base.executemany("INSERT INTO t(rowid, words) VALUES (?, ?)", texts)
    base.commit()
    yield "FTS5: build, s", time.perf_counter() - began
    yield "FTS5: disk, MB", (folder / "fts.sqlite3").stat().st_size / 1e6
    ask = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 20"
    yield "FTS5, words, best 20", timed(lambda need: base.execute(ask, (" OR ".join(need.text.split()),)).fetchall(), needs)


def postgres(world: World, size: int, needs: list[Need], url: str) -> Iterator[tuple[str, Any]]:
    """PostgreSQL's own full text, any of the words, by ts_rank_cd."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as base:
        base.execute("SET jit = off")
        base.execute("CREATE TEMP TABLE t (id int, v tsvector)")
        rows = [(number, " ".join(sorted(set(world.text(number).split())))) for number in range(1, size + 1)]
        began = time.perf_counter()
        with base.cursor().copy("COPY t FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        base.execute("CREATE INDEX ON t USING gin (v)")
        base.execute("ANALYZE t")
        yield "PostgreSQL: build, s", time.perf_counter() - began
        ask = "SELECT id FROM t, to_tsquery('simple', %s) q WHERE v @@ q ORDER BY ts_rank_cd(v, q) DESC LIMIT 20"
        yield (
            "PostgreSQL ts_rank_cd, words, best 20",
            timed(lambda need: base.execute(ask, (" | ".join(need.text.split()),)).fetchall(), needs),
        )


def measure(size: int, queries: int, url: str) -> dict[str, Any]:
    """Everything at one size, printed as it comes."""
    world, folder = World(), Path(tempfile.mkdtemp())
    needs = [world.need(number) for number in range(queries)]
    found: dict[str, Any] = {}
    try:
        parts = [ours(world, size, needs, folder), fts5(world, size, needs, folder)]
        for part in [*parts, *([postgres(world, size, needs, url)] if url else [])]:
            for name, value in part:
                found[name] = value
                shown = f"{value[0]:9.2f} {value[1]:9.2f}" if isinstance(value, tuple) else f"{value:9.1f}"
                print(f"{size:>9,}  {name:40} {shown}", flush=True)
    finally:
        shutil.rmtree(folder)
    print(f"{size:>9,}  most memory of this process, MB          {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:9.0f}")
    return found


def main(arguments: list[str]) -> int:
    """Measure and print; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--postgres", default="")
    chosen = parser.parse_args(arguments)
    if not chosen.growth:
        measure(chosen.profiles, chosen.queries, chosen.postgres)
        return 0
    draw({size: measure(size, chosen.queries, chosen.postgres) for size in SIZES}, Path("growth.svg"))
    return 0


def draw(by_size: dict[int, dict[str, Any]], out: Path) -> None:
    """Draw the median of what was timed against the number of profiles, both on scales of powers of ten."""
    names = [
        name for name, value in by_size[SIZES[0]].items() if isinstance(value, tuple) and not name.startswith(("one record", "candidates"))
    ]
    inks = ("#1d3a66", "#3f78b5", "#7a9cc6", "#b3541e", "#8a8478", "#c49a2c")
    left, top, wide, high = 70, 20, 420, 300

    def point(size: int, value: float) -> tuple[float, float]:
        return left + wide * (np.log10(size) - 4) / 2, top + high * (1 - (np.log10(max(value, 0.1)) + 1) / 4.5)

    lines = []
    for power in range(-1, 4):
        at = point(SIZES[0], 10.0**power)[1]
        lines.append(f'<path d="M{left} {at:.0f}h{wide}" stroke="#ddd6c8"/>')
        lines.append(f'<text x="{left - 8}" y="{at + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    for size in SIZES:
        lines.append(f'<text x="{point(size, 1)[0]:.0f}" y="{top + high + 20}" text-anchor="middle">{size:,}</text>')
    for name, ink in zip(names, inks, strict=False):
        points = [point(size, found[name][0]) for size, found in by_size.items() if name in found]
        way = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        lines.append(f'<polyline points="{way}" fill="none" stroke="{ink}" stroke-width="2.5"/>')
        lines.append(f'<text x="{points[-1][0] + 8:.0f}" y="{points[-1][1] + 4:.0f}" fill="{ink}">{name}</text>')
    body = "\n".join(lines)
    out.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 370" font-family="sans-serif" font-size="13" role="img">'
        f"<title>Milliseconds (median) against the number of profiles</title>\n{body}\n</svg>\n",
        "utf-8",
    )
    print(f"{out} is drawn")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
