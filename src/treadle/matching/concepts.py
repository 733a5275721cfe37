"""A concept space: texts in any language meet in the codes that a small trained model reads from them.

Several readers see a text as a bag of hashed words and character n-grams, each with a vector; their sum, divided by the root of their
number, is multiplied with a vector for every code, and a softmax gives how likely each code is (Joulin et al. 2017, "Bag of Tricks for
Efficient Text Classification"; a code's vector is the sum of its own and its ancestors', so that rare codes learn from their branch).
Each reader learnt from another part of the tenders; their likelihoods are averaged. Beside them a regression marks how far a text
belongs to every branch of one classification (:mod:`.regression`). Neither knows of languages: they were trained on labels in 25
languages and on public tenders, and words of one meaning ended up alike.

Only numbers are shipped, as small whole numbers with a scale for each row; ``training/concepts`` makes them. Inference needs numpy alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .postings import Floats
from .regression import Regression
from .rounding import Numbers, Rows
from .text import Keys, clean, gram_keys, spaced, word_key

FILE = Path(__file__).with_name("concepts.npz")
VERSION = 2  # of the features and of the model's shape: weights made for another version are not used
GRAMS = (3, 5)
CHUNK = 600  # characters read at once: the model was trained on texts of this size
CHUNKS = 8  # of a long text; the rest is not read
BLOCK = 128  # chunks that are read together

Ids = npt.NDArray[np.int64]


def features(text: str, buckets: int) -> Ids:
    """Give the hashed words and character n-grams of one chunk of text, each once: numbers from 1 to ``buckets`` - 1, sorted by key."""
    seen = spaced(clean(text[:CHUNK]))
    grams, _ = gram_keys(seen, *GRAMS)
    words = np.array([word_key("w:" + word) for word in seen.split()], np.uint64)
    keys: Keys = np.unique(np.concatenate((grams, words)))
    return (keys % np.uint64(buckets - 1)).astype(np.int64) + 1


def chunks(text: str) -> list[str]:
    """Cut a long text at spaces into pieces that the model can read."""
    pieces: list[str] = []
    while text and len(pieces) < CHUNKS:
        cut = len(text) if len(text) <= CHUNK else max(text.rfind(" ", CHUNK // 2, CHUNK), CHUNK // 2)
        pieces.append(text[:cut])
        text = text[cut:].lstrip()
    return pieces


@dataclass(frozen=True, slots=True)
class System:
    """The codes of one classification, in order, as every reader knows them.

    ``vectors`` has the shape (readers, codes, size), ``offsets`` (readers, codes): how often a code is met.
    """

    codes: tuple[str, ...]
    vectors: Numbers
    offsets: Numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of one text: by classification how likely each code is, and its marks where a regression gives any."""

    likely: dict[str, Floats]
    marks: Floats | None = None


class Concepts:
    """The trained model. Reading a text changes nothing, so one instance serves all threads."""

    def __init__(self, bag: Rows, systems: dict[str, System], regression: Regression | None = None) -> None:
        """``bag`` has a row for each bucket: the vectors of all readers, one after the other."""
        self._bag = bag
        self._systems = systems
        self._regression = regression
        self._zero = np.zeros(bag.bytes.shape[1], np.float32)

    @property
    def systems(self) -> tuple[str, ...]:
        """The classifications it knows."""
        return tuple(self._systems)

    @property
    def marked(self) -> str:
        """The classification whose codes are marked; "" without a regression."""
        return self._regression.system if self._regression else ""

    def codes(self, system: str) -> tuple[str, ...]:
        """All codes of a classification, in the order of the likelihoods and marks."""
        return self._systems[system].codes

    def likelihoods(self, text: str, system: str) -> Floats:
        """How likely each code is for a text, summing to 1, shape (codes,); all zeros for a text without a letter or digit."""
        return next(self.read_many([text], (system,), marks=False)).likely[system]

    def read_many(self, texts: Iterable[str], systems: Sequence[str], marks: bool = True) -> Iterator[Reading]:
        """Read many texts, in their order: several times faster than one by one. ``marks`` asks for those too."""
        waiting: list[list[Ids]] = []
        for text in texts:
            waiting.append([ids for piece in chunks(text) if len(ids := features(piece, len(self._bag.scales)))])
            if len(waiting) >= BLOCK:
                yield from self._read(waiting, systems, marks)
                waiting = []
        yield from self._read(waiting, systems, marks)

    def _read(self, texts: list[list[Ids]], systems: Sequence[str], marks: bool) -> Iterator[Reading]:
        vectors = [self._bag.sum_of(ids) / np.sqrt(np.float32(len(ids))) for pieces in texts for ids in pieces]
        stacked = np.stack(vectors) if vectors else self._zero[None][:0]
        owners = np.repeat(np.arange(len(texts)), [len(pieces) for pieces in texts])
        wanted = dict.fromkeys((*systems, *(self._regression.places if self._regression and marks else ())))
        likely = {name: self._likely(self._systems[name], stacked, owners, len(texts)) for name in wanted}
        for at, pieces in enumerate(texts):
            mine = {name: likely[name][at] for name in wanted}
            given = self._regression.marks(pieces, mine) if self._regression and marks else None
            yield Reading({name: mine[name] for name in systems}, given)

    def _likely(self, system: System, vectors: Numbers, owners: Ids, size: int) -> Floats:
        """Likelihoods of texts, the mean over their chunks and over the readers, shape (size, codes)."""
        readers, _codes, width = system.vectors.shape
        odds = np.zeros((len(vectors), len(system.codes)), np.float32)
        for reader in range(readers):
            logits = vectors[:, reader * width : (reader + 1) * width] @ system.vectors[reader].T + system.offsets[reader]
            np.exp(logits - logits.max(axis=1, keepdims=True), out=logits)
            odds += logits / (readers * logits.sum(axis=1, keepdims=True))
        if len(vectors) == size == len(np.unique(owners)):  # one chunk each, as most texts have
            return odds.astype(float)
        found = np.zeros((size, len(system.codes)))
        np.add.at(found, owners, odds)
        return np.asarray(found / np.maximum(np.bincount(owners, minlength=size), 1)[:, None])


def write(path: Path, bag: Rows, systems: dict[str, System], regression: Regression | None = None) -> None:
    """Write a model."""
    held: dict[str, npt.NDArray[np.generic]] = {"version": np.array(VERSION), "bag": bag.bytes, "bag_scales": bag.scales}
    for name, system in systems.items():
        table = Rows.of(system.vectors.reshape(-1, system.vectors.shape[2]), levels=15)
        held |= {
            f"{name}_codes": np.array(system.codes),
            f"{name}_rows": table.bytes.reshape(system.vectors.shape),
            f"{name}_scales": table.scales,
            f"{name}_offsets": system.offsets.astype(np.float16),
        }
    if regression:
        held |= {f"regression_{name}": value for name, value in regression.arrays().items()}
    np.savez_compressed(path, **held)  # type: ignore[arg-type]


def read(path: Path = FILE) -> Concepts | None:
    """Read a model; None when there is none or it was made for other features."""
    if not path.exists():
        return None
    with np.load(path) as held:
        if int(held["version"]) != VERSION:
            return None
        systems = {}
        for name in (key.removesuffix("_codes") for key in held.files if key.endswith("_codes")):
            rows = held[f"{name}_rows"]
            vectors = Rows(rows.reshape(-1, rows.shape[2]), held[f"{name}_scales"]).whole().reshape(rows.shape)
            codes = tuple(str(code) for code in held[f"{name}_codes"])
            systems[name] = System(codes, vectors, held[f"{name}_offsets"].astype(np.float32))
        parts = {key.removeprefix("regression_"): held[key] for key in held.files if key.startswith("regression_")}
        orders = {name: system.codes for name, system in systems.items()}
        return Concepts(Rows(held["bag"], held["bag_scales"]), systems, Regression.of(parts, orders) if parts else None)


@lru_cache(maxsize=1)
def shipped() -> Concepts | None:
    """The model that comes with the engine, read once; None in a copy without it."""
    return read()
