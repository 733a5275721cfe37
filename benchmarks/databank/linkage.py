"""Finding records of one body in sets whose truth is known, beside measures of strings.

    .venv/bin/python benchmarks/databank/linkage.py FOLDER

FOLDER holds chicago_early_childhood_orgs_true_ids.csv, patstat_nl_applicant_names.csv and febrl_dataset4a/b.csv. Precision, recall and F1
are of pairs within groups: pairs that are taken join their groups. Ours takes pairs from .5 on, as an import does; a measure of strings has
the threshold that suits it best on the very truth, over the same candidates: more than it could know.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from treadle.matching.sameness import Facts, keys_of, likeness
from treadle.matching.sameness.linking import TAKEN, find

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


def truth_of(marks: list[str]) -> Pairs:
    """All pairs of one body."""
    groups: dict[str, list[int]] = {}
    for at, mark in enumerate(marks):
        if mark:
            groups.setdefault(mark, []).append(at)
    return {pair for some in groups.values() for pair in combinations(some, 2)}


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


def joined(pairs: Pairs, size: int) -> Pairs:
    """All pairs within the groups that these pairs join."""
    parent = list(range(size))

    def top(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in pairs:
        parent[top(one)] = top(other)
    groups: dict[int, list[int]] = {}
    for at in range(size):
        groups.setdefault(top(at), []).append(at)
    return {pair for some in groups.values() for pair in combinations(some, 2)}


def score(found: Pairs, truth: Pairs) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = len(found & truth)
    precision, recall = right / max(1, len(found)), right / len(truth)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best(values: dict[tuple[int, int], float], truth: Pairs, size: int) -> tuple[float, float, float]:
    """The same with the threshold that has the best F1, of forty."""
    ranked = sorted(values.values())
    steps = sorted({ranked[min(len(ranked) - 1, len(ranked) * step // 40)] for step in range(40)} | {ranked[-1 - len(ranked) // 50]})
    taken = (joined({pair for pair, value in values.items() if value >= least}, size) for least in steps)
    return max((score(found, truth) for found in taken), key=lambda each: each[2])


def texts(facts: list[Facts]) -> list[str]:
    """A record as one text, for measures of strings."""
    return [" ".join(filter(None, (each.name, each.street, each.town, each.postcode))).lower() for each in facts]


def judges(facts: list[Facts], truth: Pairs) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Every judge with what it found."""
    pairs, said, size = candidates(facts), texts(facts), len(facts)
    judged = {pair: likeness(facts[pair[0]], facts[pair[1]]).probability for pair in pairs}
    yield "ours, from .5", score(joined({pair for pair, value in judged.items() if value >= 0.5}, size), truth)
    yield "ours, best threshold", best(judged, truth, size)
    trained = {(pair.one, pair.other): pair.probability for pair in find(enumerate(facts), taken=0.01).pairs}
    yield "trained on the set, from .9", score(joined({pair for pair, value in trained.items() if value >= TAKEN}, size), truth)
    yield "trained on the set, best threshold", best(trained, truth, size)
    measures: dict[str, Callable[[str, str], float]] = {
        "rapidfuzz WRatio, best threshold": fuzz.WRatio, "rapidfuzz token set, best threshold": fuzz.token_set_ratio,
        "Jaro-Winkler, best threshold": JaroWinkler.normalized_similarity,
    }  # fmt: skip
    for name, measure in measures.items():
        yield name, best({(a, b): measure(said[a], said[b]) for a, b in pairs}, truth, size)


def main() -> None:
    """Every set with every judge."""
    folder = Path(sys.argv[1])
    for name, load in (("Chicago", chicago), ("PATSTAT", patstat), ("FEBRL 4", febrl)):
        facts, marks = load(folder)
        truth = truth_of(marks)
        print(f"{name}: {len(facts)} records, {len(truth)} true pairs")
        begun = time.perf_counter()
        for judge, (precision, recall, f1) in judges(facts, truth):
            print(f"  {judge:38} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {time.perf_counter() - begun:6.1f} s")
            begun = time.perf_counter()


if __name__ == "__main__":
    sys.exit(main())
