"""A concept space: texts in any language meet in the codes that a small trained model reads from them.

The model is a bag of hashed words and character n-grams, each with a vector; their sum, divided by the root of their number, is
multiplied with a vector for every code, and a softmax gives how likely each code is (Joulin et al. 2017, "Bag of Tricks for Efficient
Text Classification"; a code's vector is the sum of its own and its ancestors', so that rare codes learn from their branch). It knows
nothing of languages: it was trained on labels in 25 languages and on public tenders, and words of one meaning ended up alike.

Only numbers are shipped, as bytes with a scale for each row; ``training/concepts`` makes them. Inference needs numpy alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .postings import Floats
from .text import Keys, clean, gram_keys, spaced, word_key

FILE = Path(__file__).with_name("concepts.npz")
VERSION = 1  # of the features: weights made for another version are not used
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
class Rows:
    """A matrix kept as bytes with a scale for each row, shape (rows, size)."""

    bytes: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float16]

    def sum_of(self, at: Ids) -> npt.NDArray[np.float32]:
        """Add up rows, shape (size,)."""
        return np.asarray(self.scales[at].astype(np.float32) @ self.bytes[at].astype(np.float32), np.float32)

    def whole(self) -> npt.NDArray[np.float32]:
        """The matrix as floats."""
        return self.bytes.astype(np.float32) * self.scales.astype(np.float32)[:, None]


def as_bytes(matrix: npt.NDArray[np.float32]) -> Rows:
    """Round a matrix to bytes with a scale for each row."""
    scales = (np.abs(matrix).max(axis=1) / 127 + 1e-12).astype(np.float16)
    scaled = matrix / np.maximum(scales.astype(np.float32), 1e-7)[:, None]
    return Rows(np.clip(np.rint(scaled), -127, 127).astype(np.int8), scales)


@dataclass(frozen=True, slots=True)
class System:
    """The codes of one classification, in order, with their vectors and how often each is met."""

    codes: tuple[str, ...]
    vectors: npt.NDArray[np.float32]
    offsets: npt.NDArray[np.float32]


class Concepts:
    """The trained model. Reading a text changes nothing, so one instance serves all threads."""

    def __init__(self, bag: Rows, systems: dict[str, System]) -> None:
        self._bag = bag
        self._systems = systems
        self._zero = np.zeros(bag.bytes.shape[1], np.float32)

    @property
    def systems(self) -> tuple[str, ...]:
        """The classifications it knows."""
        return tuple(self._systems)

    def codes(self, system: str) -> tuple[str, ...]:
        """All codes of a classification, in the order of the likelihoods."""
        return self._systems[system].codes

    def vector(self, text: str) -> npt.NDArray[np.float32]:
        """Give the vector of one chunk of text, shape (size,); zeros for a text without a letter or digit."""
        ids = features(text, len(self._bag.scales))
        return self._bag.sum_of(ids) / np.sqrt(np.float32(len(ids))) if len(ids) else self._zero

    def likelihoods(self, text: str, system: str) -> Floats:
        """How likely each code is for a text, summing to 1, shape (codes,); all zeros for a text without a letter or digit."""
        return next(self.read_many([text], (system,)))[system]

    def read_many(self, texts: Iterable[str], systems: Sequence[str]) -> Iterator[dict[str, Floats]]:
        """Give the :meth:`likelihoods` of many texts by system, in their order: several times faster than one by one."""
        waiting: list[npt.NDArray[np.float32]] = []
        counts: list[int] = []
        for text in texts:
            vectors = [vector for piece in chunks(text) if (vector := self.vector(piece)).any()]
            waiting += vectors
            counts.append(len(vectors))
            if len(waiting) >= BLOCK or len(counts) >= BLOCK:
                yield from self._read(waiting, counts, systems)
                waiting, counts = [], []
        yield from self._read(waiting, counts, systems)

    def _read(self, vectors: list[npt.NDArray[np.float32]], counts: list[int], systems: Sequence[str]) -> Iterator[dict[str, Floats]]:
        ends = np.cumsum(counts)
        read = {name: self._odds(self._systems[name], vectors) for name in systems}
        for count, end in zip(counts, ends.tolist(), strict=True):
            yield {
                name: odds[end - count : end].mean(axis=0) if count else np.zeros(len(self._systems[name].codes))
                for name, odds in read.items()
            }

    def _odds(self, system: System, vectors: list[npt.NDArray[np.float32]]) -> Floats:
        """Likelihoods of chunks, shape (chunks, codes)."""
        if not vectors:
            return np.zeros((0, len(system.codes)))
        logits = np.stack(vectors) @ system.vectors.T + system.offsets
        odds = np.exp(logits - logits.max(axis=1, keepdims=True)).astype(float)
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def write(path: Path, bag: npt.NDArray[np.float32], systems: dict[str, System]) -> None:
    """Write a model as bytes."""
    rows = as_bytes(bag)
    held: dict[str, npt.NDArray[np.generic]] = {"version": np.array(VERSION), "bag": rows.bytes, "bag_scales": rows.scales}
    for name, system in systems.items():
        table = as_bytes(system.vectors)
        held |= {
            f"{name}_codes": np.array(system.codes),
            f"{name}_rows": table.bytes,
            f"{name}_scales": table.scales,
            f"{name}_offsets": system.offsets.astype(np.float16),
        }
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
            vectors = Rows(held[f"{name}_rows"], held[f"{name}_scales"]).whole()
            offsets = held[f"{name}_offsets"].astype(np.float32)
            systems[name] = System(tuple(str(code) for code in held[f"{name}_codes"]), vectors, offsets)
        return Concepts(Rows(held["bag"], held["bag_scales"]), systems)


@lru_cache(maxsize=1)
def shipped() -> Concepts | None:
    """The model that comes with the engine, read once; None in a copy without it."""
    return read()
