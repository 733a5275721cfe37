"""Finding records of one body in sets whose truth is known, beside measures of strings.

    .venv/bin/python benchmarks/databank/linkage.py FOLDER

FOLDER holds chicago_early_childhood_orgs_true_ids.csv, patstat_nl_applicant_names.csv and febrl_dataset4a/b.csv. Precision, recall and F1
are of pairs within groups: pairs that are taken join their groups. Ours takes pairs from a probability on that nobody chose for the set; a
peer has the threshold that suits it best on the very truth, over the same candidates: more than it could know.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

import tutorial
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from treadle.matching.sameness import Facts, keys_of, likeness
from treadle.matching.sameness.linking import clusters_of, find

CROWDED = 200
Pairs = set[tuple[int, int]]


def read(path: Path) -> list[dict[str, str]]:
    """Rows with bare headers and cells."""
    with path.open(newline="", encoding="utf-8") as handle:
        return [{key.strip(): (value or "").strip() for key, value in row.items()} for row in csv.DictReader(handle)]


def chicago(folder: Path) -> tuple[list[Facts], list[str]]:
    """Early-childhood sites: name and address."""
    rows = read(folder / "chicago_early_childhood_orgs_true_ids.csv")
    return [Facts(r["site_name"], country="US", street=r["address"], postcode=r["zip"]) for r in rows], [r["true_id"] for r in rows]


def patstat(folder: Path) -> tuple[list[Facts], list[str]]:
    """Applicants for patents: names alone."""
    rows = read(folder / "patstat_nl_applicant_names.csv")
    return [Facts(r["name"], country="NL") for r in rows], [r["leuven_cluster_id"] for r in rows]


def febrl(folder: Path) -> tuple[list[Facts], list[str]]:
    """Made-up people with slips: not bodies, but a set that everybody measures with."""
    rows = read(folder / "febrl_dataset4a.csv") + read(folder / "febrl_dataset4b.csv")
    facts = [
        Facts(
            f"{r['given_name']} {r['surname']}", country="AU", street=f"{r['street_number']} {r['address_1']} {r['address_2']}".strip(),
            town=r["suburb"], postcode=r["postcode"], phones=(r["date_of_birth"],),  # eight digits that hardly two share
        )
        for r in rows
    ]  # fmt: skip
    return facts, [r["rec_id"].split("-")[1] for r in rows]


def candidates(facts: list[Facts]) -> Pairs:
    """Pairs that share a key which tells something."""
    held: dict[int, list[int]] = {}
    for at, each in enumerate(facts):
        for key in keys_of(each):
            held.setdefault(key, []).append(at)
    found = {pair for some in held.values() if len(some) <= CROWDED for pair in combinations(some, 2)}
    for some in held.values():  # of those under a crowded key each is held against the next: the same name joins them all the same
        if len(some) > CROWDED:
            ordered = sorted(some, key=lambda at: facts[at].name)
            found |= {(min(pair), max(pair)) for pair in zip(ordered, ordered[1:], strict=False)}
    return found


def joined(pairs: Iterable[tuple[int, int]], size: int) -> list[int]:
    """For each record the group that these pairs join it to, by the first of the group; its own where none does."""
    groups = list(range(size))
    for ids in clusters_of(pairs):
        for at in ids:
            groups[at] = ids[0]
    return groups


def within(groups: Iterable[Hashable]) -> int:
    """How many pairs there are within groups."""
    return sum(many * (many - 1) // 2 for many in Counter(groups).values())


def score(values: dict[tuple[int, int], float], least: float, marks: list[str]) -> tuple[float, float, float]:
    """Precision, recall, F1 of all pairs within the groups that pairs from ``least`` on join."""
    groups = joined((pair for pair, value in values.items() if value >= least), len(marks))
    right = within((group, mark) for group, mark in zip(groups, marks, strict=True) if mark)
    precision, recall = right / max(1, within(groups)), right / within(filter(None, marks))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best(values: dict[tuple[int, int], float], marks: list[str]) -> tuple[float, float, float]:
    """The same with the threshold that has the best F1, of a hundred each among all values and among the highest."""
    ranked = sorted(values.values(), reverse=True)
    true = within(filter(None, marks))
    tops = {min(len(ranked), most) for most in (len(ranked), 4 * true, true * 6 // 5)}
    steps = {ranked[(most - 1) * step // 100] for most in tops for step in range(101)}
    return max((score(values, least, marks) for least in steps), key=lambda each: each[2])


def texts(facts: list[Facts]) -> list[str]:
    """A record as one text, for measures of strings."""
    return [" ".join(filter(None, (each.name, each.street, each.town, each.postcode))).lower() for each in facts]


def judges(facts: list[Facts], marks: list[str]) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Every judge with what it found."""
    said = texts(facts)
    found = {(pair.one, pair.other): pair.probability for pair in find(enumerate(facts), taken=0.0).pairs}
    for least in (0.1, 0.5, 0.9):
        yield f"look through the databank, from {least}", score(found, least, marks)
    yield "look through the databank, best threshold", best(found, marks)
    judged = {pair: likeness(facts[pair[0]], facts[pair[1]]).probability for pair in found}
    yield "general weights, from .5", score(judged, 0.5, marks)
    yield "general weights, best threshold", best(judged, marks)
    yield "splink as its tutorial, best threshold", best(tutorial.pairs(facts), marks)
    measures: dict[str, Callable[[str, str], float]] = {
        "rapidfuzz WRatio, best threshold": fuzz.WRatio, "rapidfuzz token set, best threshold": fuzz.token_set_ratio,
        "Jaro-Winkler, best threshold": JaroWinkler.normalized_similarity,
    }  # fmt: skip
    pairs = candidates(facts)
    for name, measure in measures.items():
        yield name, best({(a, b): measure(said[a], said[b]) for a, b in pairs}, marks)


def main() -> None:
    """Every set with every judge."""
    folder = Path(sys.argv[1])
    for name, load in (("Chicago", chicago), ("PATSTAT", patstat), ("FEBRL 4", febrl)):
        facts, marks = load(folder)
        print(f"{name}: {len(facts)} records, {within(filter(None, marks))} true pairs")
        begun = time.perf_counter()
        for judge, (precision, recall, f1) in judges(facts, marks):
            print(f"  {judge:44} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {time.perf_counter() - begun:6.1f} s")
            begun = time.perf_counter()


if __name__ == "__main__":
    sys.exit(main())
