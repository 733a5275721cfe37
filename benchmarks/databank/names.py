"""How well names of one body are told, beside what measures of strings make of them.

    .venv/bin/python benchmarks/databank/names.py PAIRS.csv

PAIRS.csv has name_a, name_b, country_iso2, label_same_org and, where known, lang_a, lang_b. The judge that ships may have been trained on
these very pairs: what it makes of bodies that it has not read is printed by training/sameness/train.py.
"""

import csv
import sys
from collections.abc import Callable

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from treadle.matching.sameness.pairs import name_probability

Judge = Callable[[dict[str, str]], float]


def marks(truth: list[int], given: list[float]) -> tuple[float, float]:
    """Average precision and the best F1 over all thresholds."""
    hits, total, best = 0, 0.0, 0.0
    for place, (_score, label) in enumerate(sorted(zip(given, truth, strict=True), key=lambda pair: -pair[0]), 1):
        hits += label
        total += label * hits / place
        best = max(best, 2 * hits / (place + sum(truth)))
    return total / sum(truth), best


def main() -> None:
    """Print a line for each judge."""
    with open(sys.argv[1], newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    truth = [int(row["label_same_org"]) for row in rows]
    judges: dict[str, Judge] = {
        "the judge that ships (may have read these pairs)": lambda row: name_probability(
            row["name_a"], row["name_b"], row["country_iso2"], (row.get("lang_a", ""), row.get("lang_b", ""))
        ),
        "rapidfuzz WRatio": lambda row: fuzz.WRatio(row["name_a"], row["name_b"]),
        "rapidfuzz token set": lambda row: fuzz.token_set_ratio(row["name_a"], row["name_b"]),
        "Jaro-Winkler": lambda row: JaroWinkler.normalized_similarity(row["name_a"].lower(), row["name_b"].lower()),
        "yes to all": lambda row: 1.0,
    }
    for name, judge in judges.items():
        print("{:50} average precision {:.3f}  best F1 {:.3f}".format(name, *marks(truth, [judge(row) for row in rows])))


if __name__ == "__main__":
    sys.exit(main())
