"""Train the concept space and write its weights. Needs torch; a laptop is enough.

    python training/concepts/train.py DATA [--out FILE] [--steps 3000] [--leave-out odd] [--device cpu]

DATA is a folder of published files (docs/concepts.md says which). ``--leave-out odd`` keeps tenders with an odd number out, goods of
a heading with an odd number, and every second parcel, to measure on them. The seeds are fixed: the same machine, data and versions
give the same weights.
"""

import argparse
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import readers
import ridge
import torch
from gather import Text, gather
from trees import LEVELS, Tree, tree

from treadle.matching import concepts
from treadle.matching.rounding import Rows

OWN = Path(concepts.__file__).parent.parent / "nomenclature" / "data"
LARGEST = 15_800_000  # bytes of the file
READERS = 4  # each reads all tenders and records but those of its fold


def main(arguments: list[str]) -> int:
    """Train, write, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=concepts.FILE)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--leave-out", choices=("", "odd"), default="")
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    texts = gather(given.data, OWN)
    trees = laid_out(texts, given.device)
    corpus = readers.Corpus.of(texts, trees, given.device)
    print(f"{len(texts)} texts, {len(corpus.flat)} features, {time.monotonic() - began:.0f} s", flush=True)
    learnt = np.array([not held_back(one, given.leave_out) for one in texts])
    folded = np.isin(corpus.source, [*ridge.REAL, "second code"])
    fold = np.array([zlib.crc32((one.notice or one.text).encode()) % READERS for one in texts])
    trained = [readers.train(corpus, trees, learnt & ~(folded & (fold == one)), given.steps, seed=one) for one in range(READERS)]
    print(f"readers after {time.monotonic() - began:.0f} s", flush=True)
    with torch.no_grad():
        marks = ridge.fit(corpus, trees, trained, fold, learnt)
        systems = {
            name: concepts.System(
                tuple(one.codes),
                torch.stack([reader.table(name) for reader in trained]).cpu().numpy(),
                torch.stack([reader.offsets[name] for reader in trained]).cpu().numpy(),
            )
            for name, one in trees.items()
        }
        bag = Rows.of(torch.cat([reader.bag for reader in trained], 1).cpu().numpy(), levels=3)
        write(given.out, bag, systems, marks)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB after {time.monotonic() - began:.0f} s")
    return 0


def write(path: Path, bag: Rows, systems: dict[str, concepts.System], marks: ridge.Fitted) -> None:
    """Write the model, the map as finely as the file may be large."""
    fine, coarse = 0.3, 4.0
    for _ in range(6):
        middle = (fine * coarse) ** 0.5
        concepts.write(path, bag, systems, marks.rounded(middle))
        fine, coarse = (fine, middle) if path.stat().st_size <= LARGEST else (middle, coarse)
    concepts.write(path, bag, systems, marks.rounded(coarse))
    print(f"levels {coarse:.2f} apart")


def laid_out(texts: list[Text], device: str) -> dict[str, Tree]:
    """The classifications with all codes that a text stands for."""
    codes: dict[str, set[str]] = {name: set() for name in LEVELS}
    for one in texts:
        codes[one.system].add(one.code)
    codes["hs"] |= {code[:size] for code in codes["hs"] if code.isdigit() for size in (2, 4)}
    return {name: tree(held, name).to(device) for name, held in codes.items()}


def held_back(text: Text, left_out: str) -> bool:
    """Whether a measurement keeps this text for itself."""
    kind, _, number = text.notice.partition("-")
    if kind == "goods":  # by heading: goods whose neighbours were read are no test
        number = text.code[:4]
    elif kind != "parcel":
        number = kind
    return left_out == "odd" and number.isdigit() and int(number) % 2 == 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
