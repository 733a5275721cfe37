"""How well codes are read from texts, beside what somebody could use in the reader's place, in one run over the same data.

    python benchmarks/matching/codes.py TEXTS.csv LABELS.csv --system hs [--digits 2,4,6] [--model FILE]

TEXTS.csv holds id, text, lang and codes (several with semicolons: any of them is right), LABELS.csv code, lang and text. The model is
the one that is shipped or FILE: give texts that it has not read. Prints, for every length of code asked for, the share of texts
with a right code at rank one, and among ten codes. Peers rank labels in any language by what they share with the text.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import peers
from retrieval import read

from treadle.matching import Classifier, CodeReader, Label, concepts

TEN = 10
Codes = list[list[str]]


def main(arguments: list[str]) -> int:
    """Measure and print; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--system", required=True)
    parser.add_argument("--digits", default="2,4,6")
    parser.add_argument("--model", type=Path, default=concepts.FILE)
    chosen = parser.parse_args(arguments)
    texts, labels = read(chosen.texts), read(chosen.labels)
    truth = [row["codes"].split(";") for row in texts]
    digits = [int(size) for size in chosen.digits.split(",")]
    heads = [f"{size}@{top}" for size in digits for top in (1, TEN)]
    print(f"{len(texts)} texts, {len(labels)} labels".ljust(34) + " ".join(f"{head:>6}" for head in heads))
    for name, work in readers(texts, labels, chosen.system, concepts.read(chosen.model)).items():
        begun = time.perf_counter()
        found = work()
        shares = [hit(found, truth, size, top) for size in digits for top in (1, TEN)]
        print(f"{name:34}" + " ".join(f"{share:6.3f}" for share in shares) + f"  {time.perf_counter() - begun:6.1f} s", flush=True)
    return 0


def readers(
    texts: list[peers.Row], labels: list[peers.Row], system: str, model: concepts.Concepts | None
) -> dict[str, Callable[[], Codes]]:
    """All that are compared, by name."""
    held = Classifier(Label(system, row["code"], row["lang"], row["text"]) for row in labels)

    def ours(reader: Classifier | CodeReader) -> Codes:
        return [[one.code.code for one in reader.suggest(row["text"], row["lang"], TEN, system)] for row in texts]

    found: dict[str, Callable[[], Codes]] = {
        "BM25 over stems": lambda: ranked(peers.bm25(texts, labels), labels),
        "BM25 over three letters": lambda: ranked(peers.bm25(texts, labels, peers.trigrams), labels),
        "TF-IDF of 3 to 5 letters": lambda: ranked(peers.tfidf(texts, labels), labels),
        "labels alone": lambda: ours(held),
    }
    if model is not None and system in model.systems:
        found["the model alone"] = lambda: ours(CodeReader(model))
        found["the model and labels"] = lambda: ours(CodeReader(model, held))
    return found


def ranked(scores: peers.Scores, labels: list[peers.Row]) -> Codes:
    """The codes of the best labels of each text, each code once."""
    found = []
    for row in scores:
        best = (labels[at]["code"] for at in np.argsort(-row, kind="stable")[: 20 * TEN] if row[at] > 0)
        found.append(list(dict.fromkeys(best))[:TEN])
    return found


def hit(found: Codes, truth: Iterable[list[str]], size: int, top: int) -> float:
    """Share of texts with a right code among the first ``top``, by its first ``size`` digits."""
    right = [
        bool({code[:size] for code in codes[:top]} & {code[:size] for code in wanted}) for codes, wanted in zip(found, truth, strict=True)
    ]
    return float(np.mean(right))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
