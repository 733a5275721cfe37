"""How well the engine orders a databank, beside what somebody could use in its place, in one run over the same data.

    python benchmarks/matching/retrieval.py FOLDER [--labels LABELS.csv | --model FILE] [--needs odd] [--misspelt 0.4] [--postgres URL]

FOLDER holds needs.csv and databank.csv (id, text, lang; name) and qrels.csv (need_id, organisation_id, grade 0..3).
LABELS.csv holds system, code, lang, text; they become the bridge between languages; else it is the trained model, the one that
is shipped or FILE. ``--needs odd`` counts needs with an odd number only: those that a model trained with ``--leave-out odd`` has
not read. ``--misspelt`` puts a mistake into that share of a need's longer words. Prints the mean nDCG@10
(Järvelin and Kekäläinen 2002, gain 2^grade - 1): over everyone, over profiles in the language
of the need, and over the others. A need counts where a profile of grade 2 or more is there to be found.
"""

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import peers

from treadle.matching import Background, Bridge, Classifier, ConceptBridge, Databank, Label, Need, Profile, concepts

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
    parser.add_argument("--misspelt", type=float, default=0.0)
    parser.add_argument("--postgres", default="")
    chosen = parser.parse_args(arguments)
    needs, bank = read(chosen.folder / "needs.csv"), read(chosen.folder / "databank.csv")
    grades = graded(read(chosen.folder / "qrels.csv"), needs, bank)
    if chosen.misspelt:
        needs = [{**row, "text": peers.misspelt(row["text"], chosen.misspelt, at)} for at, row in enumerate(needs)]
    same = np.array([row["lang"] for row in needs])[:, None] == np.array([row["lang"] for row in bank])[None, :]
    counting = np.array([chosen.needs == "all" or is_odd(row["id"]) for row in needs])
    pools = {"all": np.ones_like(same), "same": same, "cross": ~same}
    counted = {name: ((grades >= 2) & pool).any(axis=1) & counting for name, pool in pools.items()}
    print(f"{'':32} " + " ".join(f"{name + ' ' + str(counted[name].sum()):>10}" for name in pools))
    for name, work in engines(needs, bank, chosen).items():
        begun = time.perf_counter()
        scores = work()
        gains = " ".join(f"{mean_gain(scores, grades, pool, counted[pool_name]):10.4f}" for pool_name, pool in pools.items())
        print(f"{name:32} {gains}  {time.perf_counter() - begun:6.1f} s", flush=True)
    return 0


def engines(needs: list[Row], bank: list[Row], chosen: argparse.Namespace) -> dict[str, Callable[[], Scores]]:
    """All that are compared, by name."""
    found: dict[str, Callable[[], Scores]] = {
        "BM25 over words": lambda: peers.bm25(needs, bank, peers.words),
        "BM25 over stems": lambda: peers.bm25(needs, bank, peers.stems),
        "BM25 over three letters": lambda: peers.bm25(needs, bank, peers.trigrams),
        "TF-IDF over 3 to 5 letters": lambda: peers.tfidf(needs, bank),
        "SQLite FTS5": lambda: peers.fts5(needs, bank),
    }
    if chosen.postgres:
        found["PostgreSQL ts_rank_cd"] = lambda: peers.postgres(needs, bank, chosen.postgres)
    found["the engine"] = lambda: engine_scores(needs, bank, bridge_of(chosen.labels, chosen.model, bank))
    return found


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
