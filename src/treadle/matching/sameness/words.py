"""What words of names mean: a word list in many languages, read once. Names are cut into parts, each a known word or a name of its own."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii
from babel import Locale

from treadle.matching.text import fold

from .names import ABBREVIATION, JOINED, LEGAL, LITTLE

FILE = Path(__file__).with_name("words.txt")
LEAST_BEGINNING = 4  # letters of a Latin beginning; shorter ones count as whole words only
LANGUAGES = (
    "en fr es pt de it nl pl cs sk hu ro bg el ru uk sr hr sl lt lv et fi sv da nb is ga tr az ar fa he ur hi bn ta te th vi id ms "
    "zh ja ko ka hy sw sq mk ca eu gl uz kk mn km lo my ne si so am af zu mt"
).split()
COUNTRY = "country"
UNREAD = "unread"  # the script of a part whose reading is not written: Chinese characters in Japan
_TOGETHER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f]+")  # scripts without spaces, and Korean
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a name: in Latin letters, what it means ("" for a name of its own), and how much of the whole it carries (0 to 9)."""

    latin: str
    means: str
    weight: int
    script: str


@dataclass(frozen=True, slots=True)
class Known:
    """The word list: whole words, beginnings by their length, phrases of several words, and words of scripts without spaces."""

    words: dict[str, str]
    beginnings: dict[str, str]
    phrases: dict[str, str]
    joined: dict[str, str]
    weights: dict[str, int]
    countries: dict[str, list[str]]


@lru_cache(maxsize=1)
def known() -> Known:
    """The word list as it is looked up."""
    found = Known({}, {}, {}, {}, {}, {})
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            found.countries[line[1:3]] = line[3:].split()
            continue
        concept, weight, *spellings = line.split()
        found.weights[concept] = int(weight)
        for spelling in spellings:
            _keep(found, concept, spelling)
    return found


def _keep(found: Known, concept: str, spelling: str) -> None:
    is_beginning = spelling.endswith("*")
    text = plain_word(spelling.rstrip("*").replace("*", " "))
    if not text:
        return
    if _TOGETHER.fullmatch(text):
        found.joined.setdefault(text, concept)
    elif " " in text:
        found.phrases.setdefault(text, concept)
    elif is_beginning and len(text) >= (LEAST_BEGINNING if text.isascii() else 3):
        found.beginnings.setdefault(text, concept)
    else:
        found.words.setdefault(text, concept)


def plain_word(text: str) -> str:
    """Without accents and case, in its own script; the Arabic article goes."""
    plain = fold(unicodedata.normalize("NFKC", text))
    return plain.removeprefix("ال") if len(plain) > 4 else plain


def meaning(word: str) -> str:
    """What a word of a name means, "" where it is not in the list: by the whole word, else its longest beginning."""
    list_ = known()
    if word in list_.words:
        return list_.words[word]
    for end in range(len(word), 2, -1):
        if (found := list_.beginnings.get(word[:end])) is not None:
            return found
    return ""


@lru_cache(maxsize=300)
def country_beginnings(country: str) -> frozenset[str]:
    """Beginnings by which names of a country, and what is of it, are known in many languages."""
    found = set(known().countries.get(country, ()))
    for language in LANGUAGES:
        name = Locale.parse(language).territories.get(country, "")
        for word in _WORD.findall(plain_word(str(name))) if name else ():
            if _TOGETHER.fullmatch(word):
                found.add(word)
            elif len(word) >= LEAST_BEGINNING:
                found.add(word[: max(LEAST_BEGINNING, len(word) - 4)])
    return frozenset(found)


@lru_cache(maxsize=100_000)
def cut(name: str, country: str = "") -> tuple[Part, ...]:
    """The parts of a name, without legal forms and little words."""
    text = JOINED.sub(" ", unicodedata.normalize("NFKC", name))
    text = ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)
    parts = _parts(plain_word(text), country_beginnings(country) if country else frozenset())
    return tuple(replace(part, script=UNREAD) if country == "JP" and part.script == "cjk" and not part.means else part for part in parts)


def _parts(text: str, own: frozenset[str]) -> Iterator[Part]:
    list_ = known()
    words = _WORD.findall(text)
    at = 0
    while at < len(words):
        for size in (3, 2):
            phrase = " ".join(words[at : at + size])
            if phrase in list_.phrases:
                concept = list_.phrases[phrase]
                yield Part(anyascii(phrase), concept, list_.weights[concept], "latin")
                at += size
                break
        else:
            yield from _word_parts(words[at], own)
            at += 1


def _word_parts(word: str, own: frozenset[str]) -> Iterator[Part]:
    if _TOGETHER.search(word):
        yield from _joined_parts(word, own)
        return
    word = word.removeprefix("ال") if len(word) > 4 else word
    latin = re.sub(r"[^a-z0-9]+", "", anyascii(word).lower())
    if not latin or word in LITTLE or word in LEGAL or (len(word) == 1 and not word.isdigit()):
        return
    script = "latin" if word.isascii() else unicodedata.name(word[0], "?").split()[0].lower()
    if any(word.startswith(each) for each in own):
        yield Part(latin, COUNTRY, 0, script)
        return
    concept = meaning(word)
    yield Part(latin, concept, known().weights.get(concept, 9) if concept else 9, script)


def _joined_parts(word: str, own: frozenset[str]) -> Iterator[Part]:
    """Cut a run of a script without spaces by the longest words known; what is left over is a name."""
    list_, rest, at = known(), "", 0
    script = unicodedata.name(word[0], "?").split()[0].lower()
    longest = 6

    def left() -> Iterator[Part]:
        if rest and (latin := re.sub(r"[^a-z0-9]+", "", anyascii(rest).lower())):
            yield Part(latin, "", 9, "kana" if re.search(r"[\u3040-\u30ff]", rest) else script)

    while at < len(word):
        for size in range(min(longest, len(word) - at), 0, -1):
            piece = word[at : at + size]
            concept = COUNTRY if piece in own else list_.joined.get(piece, "")
            if concept and (size > 1 or at + size == len(word)):
                yield from left()
                rest = ""
                yield Part(re.sub(r"[^a-z0-9]+", "", anyascii(piece).lower()), concept, list_.weights.get(concept, 0), script)
                at += size
                break
        else:
            rest += word[at]
            at += 1
    yield from left()
