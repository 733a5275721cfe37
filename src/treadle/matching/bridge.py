"""Where texts in different languages meet: their places in the codes that the trained model reads from them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from .codes import path, tidy
from .concepts import Concepts
from .model import Code
from .postings import Floats, Rows
from .text import Keys, word_key

Place = tuple[Keys, Floats]  # nodes and their weights
SHARES = {"cpv": 1.0, "isic4": 0.5}  # what the place in each classification weighs
LABELS_SHARE = 2.0  # what the labels on record count for beside the trained model
SHARP = 0.5  # the power that likelihoods are raised to before texts are compared
LEAST = 0.003  # of a likelihood, to be part of a place
REMEMBERED = 2000  # texts
MOST = 150  # nodes of a place in one classification


class Bridge(Protocol):
    """Places texts and codes in a space that has no language."""

    def place(self, text: str, lang: str = "") -> Place:
        """Keys of nodes and their weights; empty for a text that cannot be placed."""

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        """The places of many (text, language) pairs, in their order."""

    def place_code(self, code: Code) -> Keys:
        """Keys of the nodes of a declared code and its ancestors; empty for a classification that is not known."""


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

    def _place(self, read: Mapping[str, Floats]) -> Place:
        keys, weights = [np.empty(0, np.uint64)], [np.empty(0)]
        for name, likely in read.items():
            heaped = np.concatenate(([0.0], np.cumsum(likely)))
            low, high = self._branches[name]
            mass = heaped[high] - heaped[low]
            at = np.flatnonzero(mass >= LEAST)
            at = at[np.argsort(-mass[at], kind="stable")[:MOST]]
            keys.append(self._keys[name][at])
            weights.append(SHARES[name] * mass[at] ** SHARP)
        return np.concatenate(keys), np.concatenate(weights)

    def place_code(self, code: Code) -> Keys:
        """Give the keys of a code's path; empty for a classification that the model does not place texts in."""
        if code.system not in self._known():
            return np.empty(0, np.uint64)
        return np.array([node_key(code.system, node) for node in path(code)], np.uint64)

    def _known(self) -> tuple[str, ...]:
        return tuple(name for name in SHARES if name in self._concepts.systems)


def node_key(system: str, node: str) -> int:
    """The key of a node of places: the digits of a code that say something, as :func:`codes.path` gives them."""
    return word_key(f"place {system}:{node}")


def branches(system: str, codes: tuple[str, ...]) -> tuple[Rows, Rows]:
    """Where the branch under each code begins and ends in the ordered codes, itself included; both of shape (codes,)."""
    stems = [tidy(Code(system, code)) for code in codes]
    ordered = np.array(codes)
    low = np.searchsorted(ordered, np.array(stems))
    high = np.searchsorted(ordered, np.array([stem + "\uffff" for stem in stems]))
    return low.astype(np.int64), high.astype(np.int64)


class JointBridge:
    """Two bridges side by side: what either places alike is alike. Their nodes never meet each other."""

    def __init__(self, first: Bridge, second: Bridge, share: float = LABELS_SHARE) -> None:
        """``share`` is what the second counts for beside the first."""
        self._first = first
        self._second = second
        self._share = share

    def place(self, text: str, lang: str = "") -> Place:
        """Give the nodes of both."""
        return self._joined(self._first.place(text, lang), self._second.place(text, lang))

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        """Give the places of many texts."""
        return [self._joined(one, other) for one, other in zip(self._first.place_many(texts), self._second.place_many(texts), strict=True)]

    def place_code(self, code: Code) -> Keys:
        """Give the nodes of a code in both."""
        return np.concatenate((self._first.place_code(code), self._second.place_code(code)))

    def _joined(self, one: Place, other: Place) -> Place:
        return np.concatenate((one[0], other[0])), np.concatenate((one[1], self._share * other[1]))
