"""How much better than plain BM25 the engine orders a databank, in one run over the same data.

    python benchmarks/matching/retrieval.py FOLDER [--labels LABELS.csv | --model FILE] [--needs odd]

FOLDER holds needs.csv and databank.csv (id, text, lang; name) and qrels.csv (need_id, organisation_id, grade 0..3).
LABELS.csv holds system, code, lang, text; they become the bridge between languages; else it is the trained model, the one that
is shipped or FILE. ``--needs odd`` counts needs with an odd number only: those that a model trained with ``--leave-out odd`` has
not read. Prints the mean nDCG@10
(Järvelin and Kekäläinen 2002, gain 2^grade - 1) of both and their ratio: over everyone, over profiles in the language
of the need, and over the others. A need counts where a profile of grade 2 or more is there to be found.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from treadle.matching import Background, Bridge, Classifier, ConceptBridge, Databank, Label, Need, Profile, analyse, concepts

CUT = 10
Row = dict[str, str]
Scores = npt.NDArray[np.float64]


def main(arguments: list[str]) -> int:
    """Measure and print; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--model", type=Path, default=concepts.FILE)
    parser.add_argument("--needs", choices=("all", "odd"), default="all")
    chosen = parser.parse_args(arguments)
    needs, bank = read(chosen.folder / "needs.csv"), read(chosen.folder / "databank.csv")
    grades = graded(read(chosen.folder / "qrels.csv"), needs, bank)
    begun = time.perf_counter()
    ours = engine_scores(needs, bank, bridge_of(chosen.labels, chosen.model, bank))
    took = time.perf_counter() - begun
    plain = bm25_scores(needs, bank)
    needed, told = np.array([row["lang"] for row in needs]), np.array([row["lang"] for row in bank])
    same = needed[:, None] == told[None, :]
    print(f"{'pool':6} {'needs':>6} {'BM25':>7} {'ours':>7} {'ratio':>6}")
    for name, pool in (("all", np.ones_like(same)), ("same", same), ("cross", ~same)):
        counted = ((grades >= 2) & pool).any(axis=1) & np.array([chosen.needs == "all" or is_odd(row["id"]) for row in needs])
        one, other = (mean_gain(scores, grades, pool, counted) for scores in (plain, ours))
        ratio = f"{other / one:6.2f}" if one else "     -"
        print(f"{name:6} {counted.sum():6} {one:7.4f} {other:7.4f} {ratio}")
    print(f"ours: {took:.1f} s in all for {len(bank)} profiles and {len(needs)} needs")
    return 0


def read(path: Path) -> list[Row]:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def graded(rows: Iterable[Row], needs: list[Row], bank: list[Row]) -> npt.NDArray[np.int64]:
    """Lay the grades out, shape (needs, profiles)."""
    need_at = {row["id"]: at for at, row in enumerate(needs)}
    profile_at = {row["id"]: at for at, row in enumerate(bank)}
    grades = np.zeros((len(needs), len(bank)), np.int64)
    for row in rows:
        grades[need_at[row["need_id"]], profile_at[row["organisation_id"]]] = int(row["grade"])
    return grades


def is_odd(need_id: str) -> bool:
    """Whether the number in an id such as ``N2705-2021`` is odd."""
    number = need_id.lstrip("N").split("-")[0]
    return number.isdigit() and int(number) % 2 == 1


def bridge_of(labels: Path | None, model: Path, bank: list[Row]) -> Bridge | None:
    """What lets languages meet."""
    if labels:
        entries = [Label(row["system"], row["code"], row["lang"], row["text"]) for row in read(labels)]
        return Classifier(entries, Background((row["text"], row["lang"]) for row in bank))
    trained = concepts.read(model)
    return ConceptBridge(trained) if trained else None


def engine_scores(needs: list[Row], bank: list[Row], bridge: Bridge | None) -> Scores:
    """Score every pair by the engine's likeness, shape (needs, profiles)."""
    held = Databank((Profile(row["id"], row.get("name", ""), row["text"], row["lang"]) for row in bank), bridge)
    at = {row["id"]: place for place, row in enumerate(bank)}
    scores = np.zeros((len(needs), len(bank)))
    for place, row in enumerate(needs):
        for profile_id, signals in held.candidates(Need(row["id"], row["text"], row["lang"]), len(bank)):
            scores[place, at[profile_id]] = signals.likeness
    return scores


def bm25_scores(needs: list[Row], bank: list[Row], k1: float = 1.2, b: float = 0.75) -> Scores:
    """Score every pair by BM25 over stems alone, shape (needs, profiles): the plain engine to compare with."""
    texts = [analyse(row["text"], row["lang"]).stems for row in bank]
    number = {stem: at for at, stem in enumerate(dict.fromkeys(stem for text in texts for stem in text))}
    counts = np.zeros((len(bank), len(number)), np.float32)
    for at, text in enumerate(texts):
        np.add.at(counts[at], [number[stem] for stem in text], 1)
    lengths = counts.sum(axis=1, keepdims=True)
    holders = (counts > 0).sum(axis=0)
    idf = np.log(1 + (len(bank) - holders + 0.5) / (holders + 0.5))
    damped = idf * counts * (k1 + 1) / (counts + k1 * (1 - b + b * lengths / lengths.mean()))
    scores = np.zeros((len(needs), len(bank)))
    for at, row in enumerate(needs):
        stems = {number[stem] for stem in analyse(row["text"], row["lang"]).stems if stem in number}
        scores[at] = damped[:, sorted(stems)].sum(axis=1)
    return scores


def mean_gain(scores: Scores, grades: npt.NDArray[np.int64], pool: npt.NDArray[np.bool_], counted: npt.NDArray[np.bool_]) -> float:
    """Mean nDCG@10 over the needs that count, within the pool of each."""
    found = [ndcg(scores[at][pool[at]], grades[at][pool[at]]) for at in np.flatnonzero(counted)]
    return float(np.mean(found)) if found else 0.0


def ndcg(scores: Scores, grades: npt.NDArray[np.int64]) -> float:
    """Discounted gain of the best ten by score against the best ten there are; equal scores in the order given."""
    best = np.sort(grades)[::-1][:CUT]
    return discounted(grades[np.argsort(-scores, kind="stable")[:CUT]]) / discounted(best)


def discounted(grades: npt.NDArray[np.int64]) -> float:
    """Sum of gains, each divided by the logarithm of its place."""
    return float(((2.0**grades - 1) / np.log2(np.arange(len(grades)) + 2)).sum())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
