"""Understand: from what people type to what can be compared.

One analyser for needs, profiles and labels, so that what should meet does meet:
clean → words → stems → fold, and character n-grams of the folded words, which survive misspelling and inflection.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from threading import local
from typing import Any

import numpy as np
import numpy.typing as npt

from .languages import guess_language, primary, stop_words

ANALYSER_VERSION = 2  # raise it when any output changes: whoever keeps analysed texts analyses them again
LONGEST = 100_000  # characters of a text that are looked at
FEW = 2  # little words of a language, from which a paragraph is taken to be in it
TELLING = 60  # characters of a paragraph, from which its own language is asked for

Keys = npt.NDArray[np.uint64]

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_NOT_LATIN = frozenset("ar fa ur he el ru uk bg be mk kk ky tg mn hy ka hi ne ta te bn si th lo my km am zh ja ko".split())
_LOAN = "en"  # Latin words in texts of another script are mostly names and terms of this language
_WRITTEN = {"ar": {"ar", "fa", "ur"}, "ru": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn"}, "el": {"el"}}

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]+")
# Letters and digits; the marks of Indic and South-East Asian scripts are part of the word that carries them.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
# Scripts written without spaces between words.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_IS_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as the engine compares it: its language and its folded stems, in order, stop words left out."""

    lang: str
    stems: tuple[str, ...]
    words: tuple[str, ...]  # what was written, one for each stem: people are shown words, not stems


def clean(text: str) -> str:
    """Drop what cannot be seen, turn control characters into spaces, compose (NFC) and cut at ``LONGEST``."""
    seen = _UNSEEN.sub("", _CONTROL.sub(" ", text[:LONGEST]))
    return seen if seen.isascii() else unicodedata.normalize("NFC", seen)


def fold(text: str) -> str:
    """Fold case, marks and letter variants by script: ``Łódź`` to ``lodz``, ``Straße`` to ``strasse``.

    Marks fall on Latin and Greek only (``й`` is not ``и``); Arabic loses harakat and tatweel, its alefs and its final
    letters are unified, ta marbuta last: :func:`stem` must have seen it. Digits of all scripts become ASCII.
    """
    return text.lower() if text.isascii() else text.casefold().translate(_FOLDS).translate(_ARABIC_LAST)


def analyse(text: str, lang: str = "") -> Analysis:
    """Analyse ``text``; the language is guessed when ``lang`` is empty or "auto". A paragraph in another language is read in that one."""
    parts = parts_of(text, lang)
    known = primary(lang) or max(parts, key=lambda part: len(part[0]))[1]
    kept = [(word, stemmed) for part, spoken in parts for word, stemmed in _stemmed(part, spoken) if stemmed]
    return Analysis(known, tuple(stemmed for _, stemmed in kept), tuple(word for word, _ in kept))


def parts_of(text: str, lang: str = "") -> list[tuple[str, str]]:
    """The paragraphs of a text, cleaned, each with its language; paragraphs of one language that follow each other are one part.

    Few words tell little: a short paragraph is of the language stated, or of the whole.
    """
    text = text[:LONGEST]
    whole = clean(text)
    stated = primary(lang)
    if "\n" not in text.strip():
        return [(whole, stated or guess_language(whole))]
    known = stated or guess_language(whole)
    parts: list[tuple[str, str]] = []
    for paragraph in filter(str.strip, map(clean, text.splitlines())):
        spoken = _language_of(paragraph, known, bool(stated)) if len(paragraph) >= TELLING else known
        if parts and parts[-1][1] == spoken:
            parts[-1] = (f"{parts[-1][0]} {paragraph}", spoken)
        else:
            parts.append((paragraph, spoken))
    return parts or [(whole, known)]


def _language_of(paragraph: str, known: str, is_stated: bool) -> str:
    """The language of a paragraph. What was stated is overruled by little words only: a list of goods reads as any language."""
    guessed = guess_language(paragraph) or known
    if not is_stated or guessed == known or (guessed in _NOT_LATIN) != (known in _NOT_LATIN):
        return guessed
    words = [word.casefold() for word in segment(paragraph)]
    said, expected = (sum(word in stop_words(lang) for word in words) for lang in (guessed, known))
    return guessed if said >= FEW and said > expected else known


def segment(text: str) -> list[str]:
    """Split cleaned text into words as written; Chinese by dictionary, other unspaced scripts into pairs of letters."""
    words = _WORD.findall(text)
    if not _IS_UNSPACED.search(text):
        return words
    return [part for word in words for run in _RUN.findall(word) for part in _cut(run)]


def spaced(text: str) -> str:
    """Fold cleaned text into words with single spaces between and around them: what :func:`gram_keys` reads."""
    return " " + " ".join(fold(word) for word in segment(text)) + " "


def stem(word: str, lang: str) -> str:
    """Give the folded stem of one casefolded word. Snowball stemmers need the accents: folding comes after.

    In Arabic harakat, tatweel and the alefs go first and ta marbuta is folded last, because the stemmer knows the
    letter as an ending.
    """
    if lang == "ar":
        word = word.translate(_FOLDS)
        if word.endswith("ات") and not word.startswith("ال") and len(word) > 4:
            word = "ال" + word  # the stemmer takes this plural ending off only behind the article
    stemmer = _stemmer(lang)
    return fold(stemmer.stemWord(word) if stemmer else word)


def gram_keys(text: str, shortest: int, longest: int) -> tuple[Keys, npt.NDArray[np.int64]]:
    """Hash every character n-gram inside the words of ``text`` (as :func:`spaced` gives it) to 64 bits.

    Returns the keys and the place in ``text`` at which each n-gram starts, both of shape (n-grams,). A word is seen
    with the space on either side, so that beginnings and endings count; no n-gram spans two words.
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    spaces = np.concatenate(([0], np.cumsum(points == 32)))
    keys, places = [], []
    rolling = points * _PRIME
    for size in range(2, longest + 1):
        count = len(points) - size + 1
        if count <= 0:
            break
        rolling = rolling[:count] * _PRIME + points[size - 1 :]
        if size < shortest:
            continue
        inside = np.flatnonzero(spaces[size - 1 : size - 1 + count] == spaces[1 : 1 + count])
        keys.append(_mix(rolling[inside] + np.uint64(size)))
        places.append(inside)
    if not keys:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    return np.concatenate(keys), np.concatenate(places)


@lru_cache(maxsize=200_000)
def word_key(word: str) -> int:
    """Hash a stem (or any name) to 64 bits, the same in every process."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


_PRIME = np.uint64(0x9E3779B97F4A7C15)


def _mix(keys: Keys) -> Keys:
    """Spread the bits of rolling hashes (the finaliser of MurmurHash3)."""
    keys = (keys ^ (keys >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    return keys ^ (keys >> np.uint64(33))


def _stemmed(text: str, lang: str) -> list[tuple[str, str]]:
    """Pair each word with its stem; "" as the stem of a stop word or of a single Latin letter."""
    stops = stop_words(lang)
    known: dict[str, str] = {}
    pairs = []
    for word in segment(text):
        folded = word.casefold()
        if folded not in known:
            noise = folded in stops or (len(folded) == 1 and folded.isascii() and not folded.isdigit())
            known[folded] = "" if noise else stem(folded, _spoken(folded, lang))
        pairs.append((word, known[folded]))
    return pairs


def _spoken(word: str, lang: str) -> str:
    """The language that a word is stemmed in: that of its text, save where it is written in another script."""
    if word.isascii():
        return _LOAN if lang in _NOT_LATIN else lang
    at = word[0]
    script = "ar" if "\u0600" <= at <= "\u06ff" else "ru" if "\u0400" <= at <= "\u04ff" else "el" if "\u0370" <= at <= "\u03ff" else ""
    return lang if not script or lang in _WRITTEN[script] else script


def _cut(run: str) -> list[str]:
    """Cut a run of one kind of script. Without the dictionary, or in Japanese or Thai, into overlapping pairs."""
    if not _IS_UNSPACED.match(run) or len(run) <= 2:
        return [run]
    if all(map(_IS_HAN.match, run)):
        cut = _chinese()
        if cut is not None:
            return [str(part) for part in cut(run)]
    return [run[at : at + 2] for at in range(len(run) - 1)]


@lru_cache(maxsize=1)
def _chinese() -> Any:
    """Give the dictionary segmenter, or None where its wheel is not to be had."""
    try:
        import rjieba
    except ImportError:
        return None
    return rjieba.cut


_stemmers = local()  # a Snowball stemmer keeps state: one per thread


def _stemmer(lang: str) -> Any:
    name = _STEMMERS.get(lang)
    if name is None:
        return None
    mine: dict[str, Any] = _stemmers.__dict__
    if name not in mine:
        import Stemmer

        mine[name] = Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None
    return mine[name]


_SAME = {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
_SAME |= {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": "", "ک": "ك", "ی": "ي"}


class _Folds(dict[int, str]):
    """A translation table that works out each character when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = self._fold(chr(point))
        return found

    def _fold(self, char: str) -> str:
        if char in _SAME:
            return _SAME[char]
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            return str(digit)
        if "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u065f" or char == "\u0670":
            return ""
        parts = unicodedata.normalize("NFKD", char)
        if parts == char:
            return char
        if unicodedata.name(parts[0], "").startswith(("LATIN", "GREEK")):
            return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        return unicodedata.normalize("NFKC", char).casefold()


_FOLDS = _Folds()
_ARABIC_LAST = str.maketrans({"ة": "ه", "ى": "ي"})
