"""Codes read from a text by the concept space and by labels together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from .classify import Classifier, Suggestion
from .codes import path, tidy
from .concepts import Concepts
from .languages import guess_language, primary
from .model import Code
from .postings import Floats, Rows
from .text import clean

# What a label's likeness counts for, and the power that it is raised to: descriptions of goods are a little like many labels, which says
# nothing of them. Of CPV, which tenders taught the model, that holds for the first code; in a longer list every hint helps.
LABELS, POWERS, FIRST_POWERS = {"hs": 1.0}, {"hs": 2.0}, {"hs": 2.0, "cpv": 2.0}
SOME = 0.8  # what it counts for otherwise
# What a likelihood counts for beside it: tenders taught the model CPV; of industries and goods it has read little but labels.
TRUST = {"cpv": 1.0, "isic4": 0.35, "hs": 0.6}
MARKS_FIRST = 1.0  # the same for the first: marks know best which branch it is
MARKS = 0.2  # what the mark of a class counts for beside how likely its codes are, in the order of classes
AGAIN = 0.2  # what a second code of one class counts, so that a short list shows different things
LOOKED_AT = 400
CLASS = 4  # digits of what is called a class here: of CPV a class, of ISIC a class, of HS a heading


class CodeReader:
    """Suggests codes. Takes labels too: everyday words and codes that the trained model does not know."""

    def __init__(self, concepts: Concepts, labels: Classifier | None = None) -> None:
        self._concepts = concepts
        self._labels = labels

    def suggest(
        self, text: str, lang: str = "auto", top: int = 10, system: str = "", among: Iterable[str] | None = None
    ) -> list[Suggestion]:
        """Give ``top`` codes of a classification for ``text``, best first; only those of ``among`` where it is given.

        A code that is not among them lends what it has to the nearest code above it that is.
        """
        names = (system,) if system else self._concepts.systems
        wanted = frozenset(among) if among is not None else None
        found = [suggestion for name in names for suggestion in self._read(text, lang, top, name, wanted)]
        return sorted(found, key=lambda one: -one.score)[:top] if len(names) > 1 else found

    def _read(self, text: str, lang: str, top: int, system: str, among: frozenset[str] | None) -> list[Suggestion]:
        if not text.strip() or top < 1:
            return []
        by_label = self._labels.suggest(text, lang, 4 * top, system) if self._labels else []
        words = {one.code.code: one for one in by_label if among is None or one.code.code in among}
        likely: dict[str, float] = {}
        marks: dict[str, float] = {}
        if system in self._concepts.systems:
            names, mass, marked = self._mass(text, system, among)
            for at in np.argsort(-mass, kind="stable")[:LOOKED_AT]:
                if mass[at] > 0:
                    likely[names[at]] = float(mass[at]) * TRUST.get(system, 1.0)
                    marks[names[at]] = float(marked[at])
        liked = {code: one.score for code, one in words.items()}
        first, scores = (_joined(likely, liked, powers.get(system, 1.0), LABELS.get(system, SOME)) for powers in (FIRST_POWERS, POWERS))
        known = primary(lang) or guess_language(clean(text))
        return [
            Suggestion(Code(system, code), score, known, words[code].words if code in words else ())
            for code, score in _varied(scores, marks, top, first)
        ]

    def _mass(self, text: str, system: str, among: frozenset[str] | None) -> tuple[tuple[str, ...], Floats, Floats]:
        """How likely each code is, and its mark; with ``among`` each of those has what the codes below it have that are not in it."""
        read = next(self._concepts.read_many([text], (system,), marks=system == self._concepts.marked))
        codes, likely = self._concepts.codes(system), read.likely[system]
        marks = read.marks if read.marks is not None else np.zeros(len(codes))
        if among is None:
            return codes, likely, marks
        names, at = _nearest_above(system, codes, among)
        highest = np.zeros(len(names) + 1)
        np.maximum.at(highest, at, marks)
        return names, np.bincount(at, likely, len(names) + 1)[:-1].astype(float), highest[:-1]


@lru_cache(maxsize=8)
def _nearest_above(system: str, codes: tuple[str, ...], among: frozenset[str]) -> tuple[tuple[str, ...], Rows]:
    """Number for each code the nearest of ``among`` on its path; the count of them where there is none."""
    names = tuple(sorted(among))
    held = {tidy(Code(system, name)): at for at, name in enumerate(names)}
    nearest = [next((held[node] for node in reversed(path(Code(system, code))) if node in held), len(names)) for code in codes]
    return names, np.array(nearest, np.int64)


def _joined(likely: dict[str, float], liked: dict[str, float], power: float, share: float) -> dict[str, float]:
    """What speaks for each code: that the model finds it likely, or that a label of it is like the text."""
    return likely | {code: 1 - (1 - likely.get(code, 0.0)) * (1 - share * like**power) for code, like in liked.items()}


def _varied(scores: dict[str, float], marks: dict[str, float], top: int, first: dict[str, float]) -> list[tuple[str, float]]:
    """The best codes one after the other, by what their class is worth and how much of that is theirs.

    Each time a class has had its turn, its next code counts less. ``first`` are the scores by which the first is chosen.
    """
    begin = _chosen(first, marks, 1, MARKS_FIRST, ())
    codes = [*begin, *_chosen(scores, marks, top - 1, MARKS, begin)]
    return [(code, min(scores.get(code, 0.0), 1.0)) for code in codes]


def _chosen(scores: dict[str, float], marks: dict[str, float], top: int, share: float, taken: Sequence[str]) -> list[str]:
    """Choose some codes beside those that are taken; ``share`` is what the mark of a class counts for."""
    left = dict(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:LOOKED_AT])
    worth: dict[str, float] = {}
    best: dict[str, float] = {}
    highest: dict[str, float] = {}
    for code, score in left.items():
        name = code[:CLASS]
        worth[name] = worth.get(name, 0.0) + score
        best[name] = max(best.get(name, 0.0), score)
        highest[name] = max(highest.get(name, 0.0), marks.get(code, 0.0))
    turns = Counter(code[:CLASS] for code in taken)
    for code in taken:
        left.pop(code, None)

    def value(code: str) -> float:
        name = code[:CLASS]
        return (worth[name] + share * highest[name]) * left[code] / (best[name] or 1.0) * AGAIN ** turns[name]

    chosen: list[str] = []
    while left and len(chosen) < top:
        code = max(left, key=value)
        turns[code[:CLASS]] += 1
        del left[code]
        chosen.append(code)
    return chosen
