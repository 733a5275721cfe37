"""Where texts in different languages meet: their places in the codes that the trained model reads from them."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np

from .codes import path, tidy
from .concepts import Concepts, Reading
from .model import Code
from .postings import Floats
from .regression import branches, heaped
from .text import Keys, word_key

Place = tuple[Keys, Floats]  # nodes and their weights
# What the place in each classification weighs. Little is known of industries: they are there for codes that people declare.
SHARES = {"cpv": 1.0, "isic4": 0.1}
READERS = 0.2  # what a likelihood weighs beside a mark of the regression
# What the labels on record count for beside the trained model, in a text of a few words and in a long one; the second less where the model
# is at home: among public tenders, which it was trained on. Workshops that say what they do are read better by labels.
LABELS_SHARE, LABELS_LEAST, LABELS_AT_HOME = 1.5, 1.0, 0.3
ABROAD, AT_HOME = 0.32, 0.40  # mean of the heaviest branch over texts of a databank, by which one tells
SAMPLE = 300  # texts
SHORT, LONG = 8, 30
LEAST = 0.055  # of the root of a likelihood, to be part of a place
LEAST_MARK = 0.01  # of a mark
REMEMBERED = 2000  # texts
MEETINGS, LEAST_MEETING = 2, 0.45  # branches that are named to people, and what both texts must have there
BESIDE = 0.6  # of the heaviest, that a second must have to be named
GROUP, DEPTH = 3, 1.35  # digits to which they are named, and what a digit more makes up for in weight
MOST = 100  # nodes of a place in one classification


class Bridge(Protocol):
    """Places texts and codes in a space that has no language."""

    def place(self, text: str, lang: str = "") -> Place:
        """Keys of nodes and their weights; empty for a text that cannot be placed."""

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        """The places of many (text, language) pairs, in their order."""

    def place_code(self, code: Code) -> Keys:
        """Keys of the nodes of a declared code and its ancestors; empty for a classification that is not known."""

    def meeting(self, one: tuple[str, str], other: tuple[str, str]) -> tuple[Code, ...]:
        """The branches in which two (text, language) pairs meet, those that bring them together most; for people to read."""


class ConceptBridge:
    """Places by the concept space: how likely each code is, and with it every branch that holds it."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts
        self._keys = {
            name: np.array([node_key(name, tidy(Code(name, code))) for code in concepts.codes(name)], np.uint64) for name in self._known()
        }
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._place_one)  # a need is placed for the list, the card and the export
        self._branches = {name: branches(name, concepts.codes(name)) for name in self._known()}

    def place(self, text: str, lang: str = "") -> Place:
        """Give the likeliest nodes of each classification; ``lang`` is not needed: words of all languages are in one space."""
        return self._remembered(text)

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        """Give the places of many texts: several times faster than one by one."""
        return [self._place(read) for read in self._concepts.read_many((text for text, _ in texts), self._known())]

    def _place_one(self, text: str) -> Place:
        return self.place_many([(text, "")])[0]

    def _place(self, read: Reading) -> Place:
        keys, weights = [np.empty(0, np.uint64)], [np.empty(0)]
        for name, likely in read.likely.items():
            mass = heaped(likely, *self._branches[name])
            if name == self._concepts.marked and read.marks is not None:
                worth, least = read.marks + READERS * mass, LEAST_MARK
            else:
                worth, least = SHARES[name] * np.sqrt(mass), SHARES[name] * LEAST
            at = np.flatnonzero(worth >= least)
            at = at[np.argsort(-worth[at], kind="stable")[:MOST]]
            keys.append(self._keys[name][at])
            weights.append(worth[at])
        return np.concatenate(keys), np.concatenate(weights)

    def place_code(self, code: Code) -> Keys:
        """Give the keys of a code's path; empty for a classification that the model does not place texts in."""
        if code.system not in self._known():
            return np.empty(0, np.uint64)
        return np.array([node_key(code.system, node) for node in path(code)], np.uint64)

    def meeting(self, one: tuple[str, str], other: tuple[str, str]) -> tuple[Code, ...]:
        """The branches down to a group of CPV that both texts are in, at most two, none inside another."""
        mine, theirs = (dict(zip(*(part.tolist() for part in self.place(text)), strict=True)) for text, _ in (one, other))
        weights = {key: min(weight, theirs[key]) for key, weight in mine.items() if key in theirs and key in self._groups}
        chosen: list[Code] = []
        least = max([LEAST_MEETING, *(BESIDE * weight for weight in weights.values())])
        for key in sorted(weights, key=lambda key: -weights[key] * DEPTH ** len(tidy(self._groups[key]))):
            code = self._groups[key]
            if weights[key] >= (least if chosen else LEAST_MEETING) and not any(tidy(code)[:2] == tidy(held)[:2] for held in chosen):
                chosen.append(code)
        return tuple(chosen[:MEETINGS])

    @cached_property
    def _groups(self) -> dict[int, Code]:
        """Branches of CPV down to a group, by the key of their node."""
        codes = [Code("cpv", code) for code in self._concepts.codes("cpv")] if "cpv" in self._concepts.systems else []
        return {node_key("cpv", tidy(code)): code for code in codes if len(tidy(code)) <= GROUP}

    def _known(self) -> tuple[str, ...]:
        return tuple(name for name in SHARES if name in self._concepts.systems)


def node_key(system: str, node: str) -> int:
    """The key of a node of places: the digits of a code that say something, as :func:`codes.path` gives them."""
    return word_key(f"place {system}:{node}")


def labels_least(bridge: Bridge, texts: Sequence[str]) -> float:
    """What labels should count for beside long texts of a databank, by how sure the trained model is of some of them."""
    places = bridge.place_many([(text, "") for text in texts[:SAMPLE]])
    mean = float(np.mean([weights.max(initial=0.0) for _, weights in places])) if places else 0.0
    home = min(max((mean - ABROAD) / (AT_HOME - ABROAD), 0.0), 1.0)
    return LABELS_LEAST + home * (LABELS_AT_HOME - LABELS_LEAST)


class JointBridge:
    """Two bridges side by side: what either places alike is alike. Their nodes never meet each other."""

    def __init__(self, first: Bridge, second: Bridge, share: float = LABELS_SHARE, least: float = LABELS_LEAST) -> None:
        """``share`` is what the second counts for beside the first in a short text, ``least`` in a long one."""
        self._first = first
        self._second = second
        self._share, self._least = share, least

    def place(self, text: str, lang: str = "") -> Place:
        """Give the nodes of both."""
        return self._joined(text, self._first.place(text, lang), self._second.place(text, lang))

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        """Give the places of many texts."""
        places = zip(texts, self._first.place_many(texts), self._second.place_many(texts), strict=True)
        return [self._joined(text, one, other) for (text, _), one, other in places]

    def place_code(self, code: Code) -> Keys:
        """Give the nodes of a code in both."""
        return np.concatenate((self._first.place_code(code), self._second.place_code(code)))

    def meeting(self, one: tuple[str, str], other: tuple[str, str]) -> tuple[Code, ...]:
        """The branches in which two texts meet in either."""
        return self._first.meeting(one, other) or self._second.meeting(one, other)

    def _joined(self, text: str, one: Place, other: Place) -> Place:
        words = max(len(text.split()), len(text) // 8)  # scripts without spaces are counted by length
        told = min(max((words - SHORT) / (LONG - SHORT), 0.0), 1.0)
        share = self._share + told * (self._least - self._share)
        return np.concatenate((one[0], other[0])), np.concatenate((one[1], share * other[1]))
