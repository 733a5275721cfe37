"""Train the judge of two names from labelled pairs, and say on pairs kept back how good it is.

    python training/sameness/train.py PAIRS.csv [--out src/treadle/matching/sameness/forest.npz] [--folds 5]

PAIRS.csv has name_a, name_b, country_iso2, label_same_org (0 or 1) and, where known, lang_a, lang_b, and ror_a, ror_b (which body each
name is of: pairs that share a body are kept together). Needs scikit-learn and the package itself; takes about a minute on one core.

Pairs of a benchmark are often alike by construction: their false pairs look alike and their true ones need not. A judge that learns only
from them takes "looks different" for a sign of sameness. So each name is also held against a random other body of its country, as a false
pair; and no tree may count for sameness what speaks against it (``DIRECTIONS``).
"""

import argparse
import csv
import random
import sys
from collections import Counter
from math import log2
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from treadle.matching.sameness import forest, pairs
from treadle.matching.sameness.forest import Forest
from treadle.matching.sameness.words import cut

SEED = 5
RANDOM_EACH = 6  # random false pairs of each body, those of two scripts before others …
RANDOM_WEIGHT = 0.1  # … and what each counts beside 1 for a labelled one
LEAST_COMMON = 3  # names that have a word, from which it is kept as common
SETTINGS = {"max_iter": 220, "learning_rate": 0.06, "max_leaf_nodes": 12, "l2_regularization": 1.0, "min_samples_leaf": 15}


def read(path: Path) -> list[dict[str, str]]:
    """Labelled pairs."""
    with path.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def groups(rows: list[dict[str, str]]) -> list[str]:
    """For each pair a mark of all bodies that are joined to its own by other pairs."""
    parent: dict[str, str] = {}

    def top(body: str) -> str:
        while parent.setdefault(body, body) != body:
            body = parent[body]
        return body

    for row in rows:
        parent[top(row["ror_a"])] = top(row["ror_b"])
    return [top(row["ror_a"]) for row in rows]


def random_pairs(rows: list[dict[str, str]], marks: list[str]) -> tuple[list[dict[str, str]], list[str]]:
    """Each body's name against one of another body of its country."""
    rand = random.Random(SEED)  # noqa: S311
    names: dict[str, dict[str, list[tuple[str, str, str]]]] = {}
    for row, mark in zip(rows, marks, strict=True):
        for side in "ab":
            bodies = names.setdefault(row["country_iso2"], {})
            bodies.setdefault(row[f"ror_{side}"], []).append((row[f"name_{side}"], row.get(f"lang_{side}", ""), mark))
    found, held = [], []
    for country, bodies in names.items():
        known = sorted(bodies)
        for body in known:
            strangers = [other for other in known if bodies[other][0][2] != bodies[body][0][2]]
            drawn = [
                (rand.choice(bodies[body]), rand.choice(bodies[rand.choice(strangers)])) for _ in range(3 * RANDOM_EACH if strangers else 0)
            ]
            for (a, lang_a, mark), (b, lang_b, _) in sorted(drawn, key=lambda pair: pair[0][0].isascii() == pair[1][0].isascii())[
                :RANDOM_EACH
            ]:
                found.append({"name_a": a, "name_b": b, "lang_a": lang_a, "lang_b": lang_b, "country_iso2": country})
                held.append(mark)
    return found, held


def common_words(rows: list[dict[str, str]]) -> Counter[str]:
    """How many names have each word."""
    counted: Counter[str] = Counter()
    for row in rows:
        for side in "ab":
            counted.update({part.latin for part in cut(row[f"name_{side}"], row["country_iso2"])})
    return counted


def table(rows: list[dict[str, str]]) -> np.ndarray:
    """Features of pairs, shape (pairs, features)."""
    return np.array(
        [pairs.features(r["name_a"], r["name_b"], r["country_iso2"], (r.get("lang_a", ""), r.get("lang_b", ""))) for r in rows], np.float32
    )


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> HistGradientBoostingClassifier:
    """A judge of these pairs."""
    made = HistGradientBoostingClassifier(monotonic_cst=list(pairs.DIRECTIONS), random_state=SEED, **SETTINGS)
    return made.fit(x, y, sample_weight=weight)


def exported(judge: HistGradientBoostingClassifier, y: np.ndarray, weight: np.ndarray, names: int, common: Counter[str]) -> Forest:
    """A judge as plain numbers."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = []
    for (tree,) in judge._predictors:
        base = len(nodes)
        roots.append(base)
        for node in tree.nodes:
            if node["is_leaf"]:
                nodes.append((-1, 0.0, 0, 0, float(node["value"])))
            else:
                threshold = float(np.float32(node["num_threshold"]))
                nodes.append((int(node["feature_idx"]), threshold, base + int(node["left"]), base + int(node["right"]), 0.0))
    odds = weight[y == 1].sum() / weight[y == 0].sum()
    kept = {word: count for word, count in common.most_common() if count >= LEAST_COMMON}
    return Forest(tuple(nodes), tuple(roots), float(judge._baseline_prediction.ravel()[0]), log2(odds), names, kept)


def marks_of(truth: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    """Average precision and the best F1."""
    order = np.argsort(-given, kind="stable")
    hits, places = np.cumsum(truth[order]), np.arange(1, len(truth) + 1)
    return float((truth[order] * hits / places).sum() / truth.sum()), float((2 * hits / (places + truth.sum())).max())


def main() -> None:
    """Train, measure on folds, write."""
    given = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    given.add_argument("pairs", type=Path)
    given.add_argument("--out", type=Path, default=forest.FILE)
    given.add_argument("--folds", type=int, default=5)
    told = given.parse_args()
    rows = read(told.pairs)
    common = common_words(rows)
    blank = Forest(((-1, 0.0, 0, 0, 0.0),), (0,), 0.0, 0.0, 2 * len(rows), {w: c for w, c in common.items() if c >= LEAST_COMMON})
    pairs.shipped = lambda: blank  # rarity comes from these very names, as it will from the forest that is written
    marks = groups(rows)
    others, other_marks = random_pairs(rows, marks)
    x, y = table(rows), np.array([int(row["label_same_org"]) for row in rows])
    z = table(others)
    found, at_random = np.zeros(len(y)), np.zeros(len(z))
    for learn, keep in GroupKFold(told.folds).split(x, y, marks) if told.folds > 1 else []:
        held = {marks[at] for at in keep}
        mine = np.array([mark not in held for mark in other_marks])
        weight = np.r_[np.ones(len(learn)), np.full(mine.sum(), RANDOM_WEIGHT)]
        judge = fit(np.vstack([x[learn], z[mine]]), np.r_[y[learn], np.zeros(mine.sum())], weight)
        found[keep] = judge.predict_proba(x[keep])[:, 1]
        at_random[~mine] = judge.predict_proba(z[~mine])[:, 1]
    if told.folds > 1:
        print("kept back: average precision {:.3f}, best F1 {:.3f}".format(*marks_of(y, found)))
        everything = np.r_[y, np.zeros(len(at_random))], np.r_[found, at_random]
        print("with random false pairs: average precision {:.3f}, best F1 {:.3f}".format(*marks_of(*everything)))
        two = np.array([o["name_a"].isascii() != o["name_b"].isascii() for o in others])
        taken = at_random > 0.5
        print(f"random false pairs taken for one body: {taken.mean():.3f}; of two scripts {taken[two].mean():.3f}")
    weight = np.r_[np.ones(len(y)), np.full(len(z), RANDOM_WEIGHT)]
    truth = np.r_[y, np.zeros(len(z))]
    judge = fit(np.vstack([x, z]), truth, weight)
    made = exported(judge, truth, weight, 2 * len(rows), common)
    worst = max(abs(made.probability(row) - p) for row, p in zip(x[:500].tolist(), judge.predict_proba(x[:500])[:, 1], strict=True))
    forest.write(told.out, made)
    size = told.out.stat().st_size
    print(f"{len(made.roots)} trees, {len(made.nodes)} nodes, {size} bytes; prior {made.prior:.2f} bits; differs {worst:.1e}")


if __name__ == "__main__":
    sys.exit(main())
