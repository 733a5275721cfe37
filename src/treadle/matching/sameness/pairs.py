"""Whether two names are names of one body: what of them meets, in whatever language and script, and what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from .forest import shipped
from .names import core, plain_name
from .words import COUNTRY, UNREAD, Part, cut

FEATURES = (
    "met_own", "left_own", "met_known", "left_known_least", "left_known_most", "left_own_least", "left_own_most", "likest_left", "order",
    "digits", "initials", "same_script", "same_words", "alike", "contained", "length", "share_least", "share_most", "rare_share_least",
    "rare_share_most", "rare_left_least", "rare_left_most", "left_alike", "left_own_alike", "left_read_least", "left_read_most",
    "unread", "same_language",
)  # fmt: skip
# Which way each may move the verdict: 1 speaks for one body, -1 against, 0 only changes what others mean.
DIRECTIONS = (1, -1, 1, -1, -1, -1, -1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, -1, -1, 1, 1, -1, -1, 0, 0)
ALIKE = 0.82  # of two spellings of one word


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two names meet: pairs of parts with how alike they are, and the parts of each that are left over."""

    met: tuple[tuple[Part, Part, float], ...]
    left: tuple[tuple[Part, ...], tuple[Part, ...]]


def meet(one: Sequence[Part], other: Sequence[Part]) -> Meeting:
    """Pair the parts of two names, the likest first, each once. Words of one meaning meet whatever they look like."""
    found = []
    for at, part in enumerate(one):
        for to, theirs in enumerate(other):
            likeness = part_likeness(part, theirs)
            if likeness >= ALIKE:
                found.append((likeness, -abs(at - to), at, to))
    met, mine, theirs_left = [], set(range(len(one))), set(range(len(other)))
    for likeness, _near, at, to in sorted(found, reverse=True):
        if at in mine and to in theirs_left:
            mine.remove(at)
            theirs_left.remove(to)
            met.append((one[at], other[to], likeness))
    return Meeting(tuple(met), (tuple(one[at] for at in sorted(mine)), tuple(other[to] for to in sorted(theirs_left))))


@lru_cache(maxsize=200_000)
def spelling(one: str, other: str) -> float:
    """How alike two words are in Latin letters, from 0 to 1, where another script's spelling may stand behind either."""
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one)):
        return 0.9
    plain = JaroWinkler.normalized_similarity(one, other)
    bare = JaroWinkler.normalized_similarity(_consonants(one), _consonants(other)) if min(len(one), len(other)) > 3 else 0.0
    return max(plain, bare - 0.04)


def _consonants(word: str) -> str:
    """A word as several romanisations agree on it."""
    plain = word.replace("ph", "f").replace("kh", "h").replace("sh", "s").replace("ch", "s").replace("ts", "s").replace("zh", "s")
    plain = plain.translate(str.maketrans("czqwjyg", "sskviik"))
    return plain[:1] + "".join(char for char in plain[1:] if char not in "aeiouh")


def part_likeness(one: Part, other: Part) -> float:
    """How alike two parts of names are."""
    if one.means and one.means == other.means:
        return 1.0
    if bool(one.means) != bool(other.means) and min(len(one.latin), len(other.latin)) < 6:
        return 0.0
    return spelling(one.latin, other.latin)


def features(one: str, other: str, country: str = "", langs: tuple[str, str] = ("", "")) -> tuple[float, ...]:
    """What speaks for and against two names being of one body, in the order of ``FEATURES``; the same whichever comes first.

    ``langs`` are the languages of the two names where they are known.
    """
    (one, lang), (other, theirs) = sorted(((one, langs[0]), (other, langs[1])))
    left, right = cut(one, country), cut(other, country)
    meeting = meet(left, right)
    return (
        *_meeting_features(meeting, left, right),
        *_spelling_features(one, other, left, right),
        *_shares(meeting),
        _language(lang, theirs),
    )


def _meeting_features(meeting: Meeting, left: Sequence[Part], right: Sequence[Part]) -> tuple[float, ...]:
    own_met = sum(likeness for part, theirs, likeness in meeting.met if not (part.means or theirs.means))
    known_met = sum(1 for part, theirs, _likeness in meeting.met if part.means == theirs.means and part.means not in ("", COUNTRY))
    own_left = [sum(1 for part in side if not part.means) for side in meeting.left]
    known_left = [sum(part.weight for part in side if part.means and part.means != COUNTRY) for side in meeting.left]
    own = [sum(1 for part in side if not part.means) for side in (left, right)]
    return (
        own_met / max(1, min(own)), sum(own_left) / max(1, sum(own)), float(known_met), min(known_left), max(known_left), min(own_left),
        max(own_left), _likest(meeting.left), _order(meeting), _digits(left, right),
    )  # fmt: skip


def _spelling_features(one: str, other: str, left: Sequence[Part], right: Sequence[Part]) -> tuple[float, ...]:
    same_script = bool({part.script for part in left} & {part.script for part in right}) or not (left and right)
    latin = plain_name(one), plain_name(other)
    return (
        _initials(one, other), float(same_script), float(sorted(core(one)) == sorted(core(other))), fuzz.token_sort_ratio(*latin) / 100,
        fuzz.token_set_ratio(*latin) / 100, float(min(len(left), len(right))),
    )  # fmt: skip


def _shares(meeting: Meeting) -> tuple[float, ...]:
    """How much of each name is met, by what its parts carry and by how rare they are, and how alike what is left over is."""
    found: list[float] = []
    for worth in (_carries, rarity):
        pairs = [(worth(one) * likeness, worth(other) * likeness) for one, other, likeness in meeting.met]
        met = [sum(pair[side] for pair in pairs) for side in (0, 1)]
        left = [sum(map(worth, meeting.left[side])) for side in (0, 1)]
        found += sorted(met[side] / max(0.1, met[side] + left[side]) for side in (0, 1))
    own = [[part for part in side if not part.means] for side in meeting.left]
    found += sorted(max(map(rarity, side), default=0.0) for side in own)
    read = sorted(sum(1 for part in side if part.script != UNREAD) for side in own)
    unread = any(part.script == UNREAD for side in meeting.left for part in side)
    return (*found, _mean_alike(*meeting.left), _mean_alike(*own), *map(float, read), float(unread))


def _carries(part: Part) -> float:
    return (part.weight if part.means else 9) + 0.5


def rarity(part: Part) -> float:
    """How rare a part is among names, as the logarithm of how many names there are for one that has it."""
    model = shipped()
    return model.rarity(part.latin) if model else 5.0


def _mean_alike(one: Sequence[Part], other: Sequence[Part]) -> float:
    """How alike the parts of the shorter side are to their likest of the other; 1 where a side has none."""
    short, long = sorted((one, other), key=len)
    if not short:
        return 1.0
    return sum(max(spelling(part.latin, theirs.latin) for theirs in long) for part in short) / len(short)


def _language(one: str, other: str) -> float:
    """1 for the same language, 0 for two, 0.5 where either is not known."""
    return 0.5 if not (one and other) else float(one == other)


def _likest(left: tuple[tuple[Part, ...], tuple[Part, ...]]) -> float:
    """How alike the likest two of what is left over are; 0 where nothing is."""
    return max((spelling(a.latin, b.latin) for a in left[0] for b in left[1] if not (a.means and b.means)), default=0.0)


def _order(meeting: Meeting) -> float:
    """The share of met parts whose meaning or spelling is the very same."""
    return sum(1 for _a, _b, likeness in meeting.met if likeness == 1.0) / max(1, len(meeting.met))


def _digits(left: Sequence[Part], right: Sequence[Part]) -> float:
    """1 where both have the same numbers, -1 where they have others, 0 where one has none."""
    numbers = [{part.latin for part in side if part.latin.isdigit()} for side in (left, right)]
    if not numbers[0] or not numbers[1]:
        return -0.5 if numbers[0] or numbers[1] else 0.0
    return 1.0 if numbers[0] == numbers[1] else -1.0


def _initials(one: str, other: str) -> float:
    """Whether one name is, or begins with, the initials of the other."""
    for short, long in ((one, other), (other, one)):
        words = plain_name(long).split()
        initials = {"".join(word[0] for word in words), "".join(word[0] for word in core(long))}
        for word in plain_name(short).split():
            if len(word) > 2 and word in initials and word not in plain_name(long).split():
                return 1.0
    return 0.0


STRONGEST = 8.0  # bits that a name gives or takes at most
SAME_WORDS = 6.0  # bits that the same words give at least


@lru_cache(maxsize=100_000)
def name_probability(one: str, other: str, country: str = "", langs: tuple[str, str] = ("", "")) -> float:
    """How likely two names are of one body, among pairs of which about every third is."""
    model = shipped()
    if model is None:
        return 0.5
    return model.probability(features(one, other, country, langs))


def name_weight(one: str, other: str, country: str = "", langs: tuple[str, str] = ("", "")) -> float:
    """Weight of evidence in bits that two names are of one body; 0 where there is nothing to compare."""
    mine, theirs = core(one), core(other)
    if not mine or not theirs:
        return 0.0
    probability = min(max(name_probability(one, other, country, langs), 1e-6), 1 - 1e-6)
    model = shipped()
    bits = log2(probability / (1 - probability)) - (model.prior if model else 0.0)
    bits = max(-STRONGEST, min(STRONGEST, bits))
    if bits > 0 and _strangers(one, other, country):
        bits = 0.0
    return max(bits, SAME_WORDS + bits / 100) if sorted(mine) == sorted(theirs) else bits


def _strangers(one: str, other: str, country: str) -> bool:
    """Whether both have names of their own that can be read and none of them meets: what else they share says nothing of who they are."""
    found = dict(zip(FEATURES, features(one, other, country), strict=True))
    return found["left_read_least"] > 0 and found["met_own"] == 0 and found["initials"] == 0
