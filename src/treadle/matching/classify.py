"""Codes for free text, from the labels of classifications in many languages.

A text is compared with the labels in its own language by TF-IDF over word stems and character n-grams inside words
(Salton and Buckley 1988; n-grams: Cavnar and Trenkle 1994). The codes it is like, with their ancestors, are also its
place in a space that has no language: two texts in different languages meet in the codes their own words lead to.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from .codes import ancestors
from .languages import guess_language, primary
from .model import Code
from .postings import Floats, Postings, Rows, build, counted
from .text import Keys, analyse, clean, gram_keys, spaced, word_key

SHORTEST, LONGEST = 3, 6  # character n-grams
WORD_WEIGHT = 1.5  # of a stem against a character n-gram
SPREAD = 100  # labels that make up the place of a text
SHARPNESS = 3.0  # the power that scores are raised to, so that the like outweigh the many
OFTEN = 0.3  # a feature found in this share of a background counts half
OWN = 0.2  # what a code keeps of its own likeness when its branch is weighed in


@dataclass(frozen=True, slots=True)
class Label:
    """One label of one code in one language."""

    system: str
    code: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code for a text: ``score`` 0..1, the language whose labels were read, and the words that met."""

    code: Code
    score: float
    lang: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """The labels of one system in one language: unit vectors as postings, label → node."""

    labels: tuple[Label, ...]
    nodes: Rows
    postings: Postings
    idf: Floats


class Background:
    """How common features are in the texts people write, so that what all tenders or all profiles say counts little."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Count over (text, language) pairs."""
        held: list[Keys] = []
        for text, lang in texts:
            held.append(np.unique(_features(text, primary(lang) or guess_language(text))[0]))
        self._size = max(len(held), 1)
        self._keys, self._counts = counted(np.concatenate(held) if held else np.empty(0, np.uint64))

    def damp(self, keys: Keys) -> Floats:
        """Give each key a factor a / (a + share of texts that hold it), shape (keys,)."""
        if not len(self._keys):
            return np.ones(len(keys))
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        share = np.where(self._keys[at] == keys, self._counts[at], 0.0) / self._size
        return np.asarray(OFTEN / (OFTEN + share))


class Classifier:
    """Suggests codes. Indexes are built per language when first asked for; safe to share between threads."""

    def __init__(self, entries: Iterable[Label], background: Background | None = None) -> None:
        """Take labels of any systems and languages; labels without text are left out."""
        self._background = background
        self._held: dict[tuple[str, str], list[Label]] = defaultdict(list)
        self._indexes: dict[tuple[str, str], _Index] = {}
        self._nodes: dict[Code, int] = {}
        self._paths: list[Rows] = []
        self._lock = Lock()
        for entry in entries:
            if entry.text.strip():
                self._held[entry.system, primary(entry.lang)].append(entry)

    @property
    def systems(self) -> tuple[str, ...]:
        """The classifications there are labels of."""
        return tuple(dict.fromkeys(system for system, _ in self._held))

    def languages(self, system: str = "") -> frozenset[str]:
        """The languages there are labels in, of one system or of any."""
        return frozenset(lang for held, lang in self._held if not system or held == system)

    def suggest(self, text: str, lang: str = "auto", top: int = 10, system: str = "") -> list[Suggestion]:
        """Give the ``top`` codes for ``text``, best first; none when no label language is the text's language."""
        known = primary(lang) or guess_language(clean(text))
        found: list[tuple[float, Code, _Index, int]] = []
        for name in (system,) if system else self.systems:
            index = self._index(name, known)
            if index is not None:
                found += self._ranked(index, text, known, top)
        found.sort(key=lambda item: (-item[0], item[1].system, item[1].code))
        mine = analyse(text, known) if found else None
        return [
            Suggestion(code, score, known, _met(mine.stems, mine.words, index.labels[at], known) if mine else ())
            for score, code, index, at in found[:top]
        ]

    def place(self, text: str, lang: str = "") -> tuple[Keys, Floats]:
        """Place a text in the space of codes: keys of nodes, ancestors included, and their weights.

        The weights of the narrowest codes of one system sum to 1. Empty when there are no labels in the language.
        """
        known = primary(lang) or guess_language(clean(text))
        nodes, weights = [np.empty(0, np.int64)], [np.empty(0)]
        for system in self.systems:
            index = self._index(system, known)
            if index is None:
                continue
            at, likeness = _spread(self._likeness(index, text, known))
            for node, weight in zip(index.nodes[at], likeness, strict=True):
                path = self._paths[node]
                nodes.append(path)
                weights.append(np.full(len(path), weight))
        different, inverse = np.unique(np.concatenate(nodes), return_inverse=True)
        return different.astype(np.uint64), np.bincount(inverse, np.concatenate(weights)).astype(float)

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[tuple[Keys, Floats]]:
        """Place many (text, language) pairs."""
        return [self.place(text, lang) for text, lang in texts]

    def place_code(self, code: Code) -> Keys:
        """Give the keys of the nodes of a code and its ancestors; empty for a system without labels."""
        if code.system not in self.systems:
            return np.empty(0, np.uint64)
        with self._lock:
            return self._paths[self._node(code)].astype(np.uint64)

    def meeting(self, one: tuple[str, str], other: tuple[str, str]) -> tuple[Code, ...]:
        """Labels alone name no branch that two texts share."""
        return ()

    def _ranked(self, index: _Index, text: str, lang: str, top: int) -> list[tuple[float, Code, _Index, int]]:
        """Rank codes by their own likeness weighed by that of their branch."""
        scores = self._likeness(index, text, lang)
        at, share = _spread(scores)
        if not len(at):
            return []
        branch = np.zeros(len(self._nodes))
        for node, weight in zip(index.nodes[at], share, strict=True):
            branch[self._paths[node]] += weight
        weighed = np.array([branch[self._paths[node]].mean() for node in index.nodes[at]])
        both = scores[at] * (OWN + (1 - OWN) * weighed)
        best: dict[Code, tuple[float, int]] = {}
        for place in np.argsort(-both, kind="stable"):
            label = index.labels[at[place]]
            best.setdefault(Code(label.system, label.code), (float(min(both[place], 1.0)), int(at[place])))
        return [(score, code, index, row) for code, (score, row) in list(best.items())[:top]]

    def _likeness(self, index: _Index, text: str, lang: str) -> Floats:
        """Cosine of ``text`` with every label, shape (labels,)."""
        keys, counts = _features(text, lang)
        present, at = index.postings.find(keys)
        weights = np.sqrt(counts)
        if self._background is not None:
            weights = weights * self._background.damp(keys)
        mine = weights[present] * index.idf[at]
        places, owner = index.postings.gather(at)
        scores = np.bincount(index.postings.rows[places], mine[owner] * index.postings.weights[places], len(index.labels))
        norm = np.sqrt((mine**2).sum())
        return np.asarray(scores / norm if norm else scores)

    def _index(self, system: str, lang: str) -> _Index | None:
        held = self._held.get((system, lang))
        if held is None:
            return None
        index = self._indexes.get((system, lang))
        if index is None:
            with self._lock:
                index = self._indexes.get((system, lang)) or self._build(tuple(held), lang)
                self._indexes[system, lang] = index
        return index

    def _build(self, labels: tuple[Label, ...], lang: str) -> _Index:
        """Index labels: features counted over all of them at once, then weighed and made unit vectors."""
        texts = [spaced(clean(label.text))[1:] for label in labels]
        offsets = np.cumsum([0] + [len(text) for text in texts])
        grams, places = gram_keys(" " + "".join(texts), SHORTEST, LONGEST)
        rows = np.searchsorted(offsets, places, side="right") - 1
        stems = [(word_key("w:" + stem), at) for at, label in enumerate(labels) for stem in analyse(label.text, lang).stems]
        keys = np.concatenate((grams, np.array([key for key, _ in stems], np.uint64)))
        rows = np.concatenate((rows, np.array([at for _, at in stems], np.int64)))
        weights = np.concatenate((np.ones(len(grams)), np.full(len(stems), WORD_WEIGHT**2)))
        raw = build(keys, rows, weights)
        owners = raw.owners()
        idf = 1.0 + np.log((1.0 + len(labels)) / (1.0 + np.diff(raw.starts)))
        values = np.sqrt(raw.weights) * idf[owners]
        norms = np.sqrt(np.bincount(raw.rows, values**2, len(labels)))
        unit = (values / np.maximum(norms[raw.rows], 1e-12)).astype(np.float32)
        nodes = np.array([self._node(Code(label.system, label.code)) for label in labels], np.int64)
        return _Index(labels, nodes, Postings(raw.keys, raw.starts, raw.rows, unit), idf)

    def _node(self, code: Code) -> int:
        """Number a code and its ancestors; call under the lock."""
        chain = [*ancestors(code), code]
        numbers = [self._nodes.setdefault(one, len(self._nodes)) for one in chain]
        while len(self._paths) < len(self._nodes):
            self._paths.append(np.empty(0, np.int64))
        for size, number in enumerate(numbers, 1):
            self._paths[number] = np.array(numbers[:size], np.int64)
        return numbers[-1]


def _features(text: str, lang: str) -> tuple[Keys, Floats]:
    """Count the features of a text: character n-grams and stems."""
    grams, _ = gram_keys(spaced(clean(text)), SHORTEST, LONGEST)
    stems = np.array([word_key("w:" + stem) for stem in analyse(text, lang).stems], np.uint64)
    keys, counts = counted(grams)
    words, often = counted(stems)
    return np.concatenate((keys, words)), np.concatenate((counts, often * WORD_WEIGHT**2))


def _spread(scores: Floats) -> tuple[Rows, Floats]:
    """Give the best labels and their sharpened scores, summing to 1."""
    at = np.argsort(-scores, kind="stable")[:SPREAD]
    at = at[scores[at] > 0]
    sharp = scores[at] ** SHARPNESS
    return at, sharp / sharp.sum() if len(at) else sharp


def _met(stems: tuple[str, ...], words: tuple[str, ...], label: Label, lang: str) -> tuple[str, ...]:
    """Give the words of a text, as written, whose stems are in the label."""
    wanted = set(analyse(label.text, lang).stems)
    return tuple(dict.fromkeys(word for stem, word in zip(stems, words, strict=True) if stem in wanted))
