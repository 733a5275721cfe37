"""Materials and processes by name, in the languages that workshops write in: what two texts can be said to have in common across them.

The names are in ``vocabulary.csv``, one line for each thing; a new line is all that a new thing needs. A name is found in all its forms,
save where it begins with ``=``: "turning" is a process, "in turn" is none.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .text import analyse, clean, fold, parts_of, segment, stem

FILE = Path(__file__).with_name("vocabulary.csv")
LANGUAGES = ("en", "fr", "es", "ar", "pt", "de")
THINGS = ("material", "process")
LONGEST_NAME = 5  # words of a place's name
LOAN = "en"  # names of things in this language stand in texts of any


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A material or a process: ``Term("process", "dyeing")``."""

    kind: str
    key: str


def terms_in(text: str, lang: str = "") -> dict[Term, str]:
    """The materials and processes that a text names, in their order, each as the text writes it."""
    return dict(_terms_in(text, lang))


def places_in(text: str, names: Mapping[str, str]) -> list[str]:
    """The places that a text names, each once, by the key that ``names`` gives for a folded name; of names that overlap the longest."""
    words = [fold(word) for word in segment(clean(text))]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        size = next((size for size in range(LONGEST_NAME, 0, -1) if " ".join(words[at : at + size]) in names), 0)
        if size:
            found.setdefault(names[" ".join(words[at : at + size])])
        at += size or 1
    return list(found)


def words_of(kind: str, text: str, lang: str = "") -> int:
    """How many words of a text belong to names of a kind, each time that they are said."""
    return sum(size for term, _, size in _met(text, lang) if term.kind == kind)


@lru_cache(maxsize=8192)
def _terms_in(text: str, lang: str) -> tuple[tuple[Term, str], ...]:
    """The same texts are explained for the list, the card and the next need."""
    found: dict[Term, str] = {}
    for term, written, _ in _met(text, lang):
        found.setdefault(term, written)
    return tuple(found.items())


def _met(text: str, lang: str) -> Iterator[tuple[Term, str, int]]:
    """Every name in a text, as written, with the number of its words; each part of the text is read in its own language."""
    for part, spoken in parts_of(text, lang):
        seen = analyse(part, spoken)
        names = _names(seen.lang)
        for at, word in enumerate(seen.words):
            for first in _forms(word, seen.stems[at], seen.lang):
                for stems, term in names.get(first, ()):
                    if (first, *seen.stems[at + 1 : at + len(stems)]) == stems:
                        yield term, " ".join(seen.words[at : at + len(stems)]), len(stems)
                        break


def _forms(word: str, known: str, lang: str) -> tuple[str, ...]:
    """The stem of a word, and the word itself; in Arabic, where "and" is written together with what follows, also without it."""
    forms = (known, f"={fold(word)}")
    return (*forms, stem(word[1:], lang)) if lang == "ar" and word.startswith("و") and len(word) > 4 else forms


@lru_cache(maxsize=32)
def _names(lang: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """Names by the stem they begin with, longest first: in a language, and the loan words."""
    held: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term, name, written in _lines():
        if written == lang or (written == LOAN and term.kind in THINGS):
            stems = (f"={fold(name[1:])}",) if name.startswith("=") else analyse(name, lang if written == lang else LOAN).stems
            if stems:
                held.setdefault(stems[0], []).append((stems, term))
    return {first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in held.items()}


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[Term, str, str], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[Term, str, str]]:
    with FILE.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            for lang in LANGUAGES:
                for name in row[lang].split("|"):
                    yield Term(row["kind"], row["key"]), name.strip(), lang
