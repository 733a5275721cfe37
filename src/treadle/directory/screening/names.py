"""How far a name on a record and one on a list agree: in any script and order, with parts left out, spelled as people spell.

Names of persons are compared word by word: every word of the shorter name looks for its like in the other, rare words count more, as in
Fellegi and Sunter's weights by frequency. Names of bodies are judged by :func:`treadle.matching.sameness.likeness`.
"""

import math
import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import JaroWinkler

from treadle.matching.sameness import Facts, Weights, likeness, plain_name

ALIKE = 0.86  # Jaro-Winkler of two words, from which one may be a spelling of the other
# What stands between the parts of a name, and no part by itself.
BETWEEN = frozenset("al el bin ben ibn bint abu abou abd abdul de da dos van von der den la le y i e".split())
# Letters that are written in each other's place when a name is carried from one script into another.
SPELLINGS = (
    (r"(.)\1+", r"\1"), (r"kh|gh|q|c(?=[aou])|k", "k"), (r"sch|sh|ch|tch", "s"), (r"ph", "f"), (r"dh|th|tt", "t"), (r"dj|zh|j", "j"),
    (r"ou|oo|u|w", "o"), (r"ee|ie|y|i", "e"), (r"v", "f"), (r"z", "s"), (r"h", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip


def words(name: str) -> list[str]:
    """The parts of a person's name in Latin letters, without what stands between them; all of them where nothing else is left."""
    parts = [part for part in plain_name(name).split() if not part.isdigit()]
    own = [part for part in parts if part not in BETWEEN and len(part) > 1]
    return own or parts


def sound(word: str) -> str:
    """A word as it would sound, whatever the way it was transcribed: ``Mohammed``, ``Muhammad`` and ``Mohamad`` are one."""
    for pattern, instead in SPELLINGS:
        word = re.sub(pattern, instead, word)
    return word[:1] + re.sub(r"[aeo]", "", word[1:])


def rarities(names: Iterable[str]) -> Mapping[str, float]:
    """How much each sound tells, in bits, by how many names of a list have it; at least one bit."""
    counts: dict[str, int] = {}
    total = 0
    for name in names:
        total += 1
        for each in {sound(word) for word in words(name)}:
            counts[each] = counts.get(each, 0) + 1
    return {each: max(math.log2((total + 1) / count), 1.0) for each, count in counts.items()}


def person_agreement(one: str, other: str, weights: Mapping[str, float]) -> float:
    """0 to 1: what the words that both names have tell, of all that the two tell. One word in common never reaches 0.5."""
    mine, theirs = words(one), words(other)
    if not mine or not theirs:
        return 0.0
    pairs = sorted(((_alike(a, b), at, to) for at, a in enumerate(mine) for to, b in enumerate(theirs)), reverse=True)
    usual = sum(weights.values()) / len(weights) if weights else 1.0

    def weight(word: str) -> float:
        return weights.get(sound(word), usual)

    taken_a, taken_b, shared, count = set[int](), set[int](), 0.0, 0
    for alike, at, to in pairs:
        if alike and at not in taken_a and to not in taken_b:
            taken_a.add(at)
            taken_b.add(to)
            shared += alike * min(weight(mine[at]), weight(theirs[to]))
            count += 1
    ends = [sum(map(weight, mine)), sum(map(weight, theirs))]
    covered = (shared / min(ends), shared / max(ends))
    agreement = min(0.75 * covered[0] + 0.25 * covered[1], 1.0)
    return min(agreement, 0.49) if count < 2 else agreement


def _alike(one: str, other: str) -> float:
    """1 for the same word, a little less for one that sounds the same, less for a near spelling, else 0."""
    if one == other:
        return 1.0
    if sound(one) == sound(other) and len(sound(one)) > 1:
        return 0.95
    near = JaroWinkler.similarity(one, other)
    return near * 0.9 if near >= ALIKE and min(len(one), len(other)) > 3 else 0.0


def body_agreement(one: str, other: str) -> float:
    """0 to 1: how likely two names of bodies are of one, with nothing else known."""
    return likeness(Facts(one), Facts(other), Weights(prior=0.0)).probability
