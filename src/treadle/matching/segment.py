"""A part of the databank that never changes, save that rows die: what retrieval reads.

New profiles make new segments, small ones are merged, and the statistics (how many hold a key, how long a text is) are
taken over the living rows of all segments: the scores are exact whatever the order of writing was.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from .bridge import Bridge
from .codes import path
from .model import Need, Profile
from .pith import pith
from .postings import Floats, Postings, Rows, build, counted, merge
from .text import Keys, analyse, clean, gram_keys, spaced, word_key
from .vocabulary import THINGS, terms_in

PROCESS = 2.0  # what a process counts for beside a material
GRAMS = (3, 5)  # shortest and longest character n-grams
K1, B = 1.2, 0.75  # BM25: how fast repetition stops counting, how much long texts are held back

Mask = npt.NDArray[np.bool_]
CHANNELS = ("words", "grams", "places", "codes", "things")


@dataclass(frozen=True, slots=True)
class Features:
    """What one text, or one profile, is found by."""

    words: Keys
    grams: Keys
    places: tuple[Keys, Floats]
    codes: Keys
    langs: frozenset[str]
    things: frozenset[str] = frozenset()  # materials and processes that are named: "process:dyeing"


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of profiles; ``lengths`` are counts of words and of n-grams, shape (rows,)."""

    profiles: tuple[Profile, ...]
    langs: tuple[frozenset[str], ...]
    alive: Mask
    word_lengths: Floats
    gram_lengths: Floats
    words: Postings
    grams: Postings
    places: Postings
    codes: Postings
    things: Postings

    def without(self, row: int) -> "Segment":
        """Give the segment with a row dead."""
        alive = self.alive.copy()
        alive[row] = False
        return replace(self, alive=alive)


def texts_of(profile: Profile) -> list[tuple[str, str]]:
    """Give the texts of a profile with their languages ("" where not stated)."""
    texts = [(profile.name, profile.lang), (profile.text, profile.lang)]
    texts += [(capability.text, capability.lang or profile.lang) for capability in profile.capabilities]
    return [(text, lang) for text, lang in texts if text.strip()]


def told_by(profile: Profile) -> tuple[str, str]:
    """All that a profile tells as one text, with its language: a text is better placed whole than in pieces.

    A name is a poor witness of a language; it speaks only where nothing else does.
    """
    texts = texts_of(profile)
    told = [pair for pair in texts if pair[0] != profile.name] or texts
    return " . ".join(text for text, _ in told), told[0][1] if told else ""


def many_features(profiles: Sequence[Profile], bridge: Bridge | None) -> list[Features]:
    """Analyse profiles, their texts placed together."""
    places: Sequence[tuple[Keys, Floats]] = [(np.empty(0, np.uint64), np.empty(0))] * len(profiles)
    if bridge is not None:
        places = bridge.place_many([told_by(profile) for profile in profiles])
    return [profile_features(profile, bridge, place) for profile, place in zip(profiles, places, strict=True)]


def profile_features(profile: Profile, bridge: Bridge | None, place: tuple[Keys, Floats]) -> Features:
    """Analyse a profile. Its declared codes are places too: what it says of itself weighs as much as its text."""
    codes = [code for capability in profile.capabilities for code in capability.codes]
    texts = texts_of(profile)
    more_than_a_name = any(text != profile.name for text, _ in texts)
    found = replace(text_features(*told_by(profile), None), places=place)
    words, grams = [found.words], [found.grams]
    langs = set(found.langs)
    for text, lang in texts:
        if text == profile.name and more_than_a_name:
            words.append(_word_keys(text, lang)[0])
            grams.append(gram_keys(spaced(clean(text)), *GRAMS)[0])
        elif lang and lang not in langs:
            words.append(_word_keys(text, lang)[0])
            langs.add(lang)
    declared = [bridge.place_code(code) for code in codes] if bridge else []
    return Features(
        np.concatenate(words),
        np.concatenate(grams),
        _with_declared(found.places, declared),
        np.array([word_key(node) for code in codes for node in _node_names(code.system, path(code))], np.uint64),
        frozenset(langs),
        things_in(texts),
    )


def need_features(need: Need, bridge: Bridge | None) -> Features:
    """Analyse a need: of a long one the parts that say what is wanted."""
    wanted = pith(need.text, need.lang)
    found = replace(text_features(wanted, need.lang, bridge), things=things_in([(wanted, need.lang)]))
    declared = [bridge.place_code(code) for code in need.codes] if bridge else []
    return replace(found, places=_with_declared(found.places, declared))


def text_features(text: str, lang: str, bridge: Bridge | None) -> Features:
    """Analyse one text."""
    words, known = _word_keys(text, lang)
    none = np.empty(0, np.uint64)
    return Features(
        words,
        gram_keys(spaced(clean(text)), *GRAMS)[0],
        bridge.place(text, known) if bridge and text.strip() else (none, np.empty(0)),
        none,
        frozenset({known} if known else ()),
    )


def build_segment(profiles: Sequence[Profile], features: Sequence[Features]) -> Segment:
    """Make one segment of analysed profiles."""
    return Segment(
        tuple(profiles),
        tuple(one.langs for one in features),
        np.ones(len(profiles), bool),
        np.array([len(one.words) for one in features], float),
        np.array([len(one.grams) for one in features], float),
        _postings([one.words for one in features]),
        _postings([one.grams for one in features]),
        _postings([one.places[0] for one in features], [one.places[1] for one in features]),
        _postings([np.unique(one.codes) for one in features]),
        _postings([thing_keys(sorted(one.things)) for one in features]),
    )


def merge_segments(segments: Sequence[Segment]) -> Segment:
    """Make one segment of many, without the dead rows."""
    maps, next_row = [], 0
    for segment in segments:
        rows = np.where(segment.alive, np.cumsum(segment.alive) - 1 + next_row, -1)
        next_row += int(segment.alive.sum())
        maps.append(rows.astype(np.int64))
    living = [np.flatnonzero(segment.alive) for segment in segments]
    joined = [merge([getattr(segment, name) for segment in segments], maps) for name in CHANNELS]
    return Segment(
        tuple(one.profiles[row] for one, rows in zip(segments, living, strict=True) for row in rows),
        tuple(one.langs[row] for one, rows in zip(segments, living, strict=True) for row in rows),
        np.ones(next_row, bool),
        np.concatenate([one.word_lengths[rows] for one, rows in zip(segments, living, strict=True)]),
        np.concatenate([one.gram_lengths[rows] for one, rows in zip(segments, living, strict=True)]),
        *joined,
    )


def bm25(segments: Sequence[Segment], keys: Keys, channel: str) -> list[Floats]:
    """Score the rows of every segment by BM25 (Robertson and Zaragoza 2009) as a share 0..1 of the best thinkable.

    ``channel`` is "words" or "grams". A row that repeated every key of the query without end would have 1. Keys that
    no living row holds count against everyone: a need that is met in one word out of ten is not met.
    """
    wanted, often = counted(keys)
    lengths = [getattr(segment, "word_lengths" if channel == "words" else "gram_lengths") for segment in segments]
    size = sum(int(segment.alive.sum()) for segment in segments)
    total = sum(float(length[segment.alive].sum()) for segment, length in zip(segments, lengths, strict=True))
    mean = max(total / max(size, 1), 1e-9)
    holders, hits = _holders(segments, wanted, channel)
    idf = np.log(1 + (size - holders + 0.5) / (holders + 0.5))
    weights = idf * np.sqrt(often)
    best = float(weights.sum()) * (K1 + 1) or 1.0
    scores = []
    for segment, length, (present, places, owner) in zip(segments, lengths, hits, strict=True):
        held: Postings = getattr(segment, channel)
        rows, counts = held.rows[places], held.weights[places].astype(float)
        damped = counts * (K1 + 1) / (counts + K1 * (1 - B + B * length[rows] / mean))
        scores.append(np.bincount(rows, weights[present[owner]] * damped, len(segment.profiles)) / best)
    return scores


def node_idf(segments: Sequence[Segment]) -> Callable[[Keys], Floats]:
    """Give the function that weighs nodes by how little the living profiles are placed at them."""
    size = sum(int(segment.alive.sum()) for segment in segments)

    def idf(keys: Keys) -> Floats:
        mass = np.zeros(len(keys))
        for segment in segments:
            present, at = segment.places.find(keys)
            places, owner = segment.places.gather(at)
            weights = segment.places.weights[places] * segment.alive[segment.places.rows[places]]
            mass += np.bincount(present[owner], weights, len(keys))
        return np.asarray(np.log((1 + size) / (1 + mass)).clip(min=0) + 0.01)

    return idf


def place_norms(segments: Sequence[Segment]) -> list[Floats]:
    """Give the length of every row's weighed place vector."""
    idf, norms = node_idf(segments), []
    for segment in segments:
        held = segment.places
        values = held.weights * idf(held.keys)[held.owners()]
        norms.append(np.sqrt(np.bincount(held.rows, values**2, len(segment.profiles))))
    return norms


def cosine(segments: Sequence[Segment], place: tuple[Keys, Floats], norms: Sequence[Floats]) -> list[Floats]:
    """Cosine of a place with those of every row, nodes weighed by :func:`node_idf`; 0 for rows without a place."""
    keys, weights = place
    idf = node_idf(segments)(keys)
    mine = weights * idf
    length = float(np.sqrt((mine**2).sum())) or 1.0
    _, hits = _holders(segments, keys, "places")
    scores = []
    for segment, norm, (present, places, owner) in zip(segments, norms, hits, strict=True):
        held = segment.places
        at = present[owner]
        dots = np.bincount(held.rows[places], mine[at] * idf[at] * held.weights[places], len(segment.profiles))
        scores.append(dots / (np.maximum(norm, 1e-12) * length))
    return scores


def code_depth(segments: Sequence[Segment], need: Need) -> list[Floats]:
    """Give every row the share of a wanted code's path that it has, the best over the codes wanted."""
    best = [np.zeros(len(segment.profiles)) for segment in segments]
    for code in need.codes:
        nodes = _node_names(code.system, path(code))
        for depth, node in enumerate(nodes, 1):
            _, hits = _holders(segments, np.array([word_key(node)], np.uint64), "codes")
            for scores, segment, (_, places, _) in zip(best, segments, hits, strict=True):
                rows = segment.codes.rows[places]
                scores[rows] = np.maximum(scores[rows], depth / len(nodes))
    return best


def things_in(texts: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The materials and processes that some texts name."""
    return frozenset(f"{term.kind}:{term.key}" for text, lang in texts for term in terms_in(text, lang) if term.kind in THINGS)


def thing_keys(things: Sequence[str]) -> Keys:
    """Things as keys."""
    return np.array([word_key(f"thing {thing}") for thing in things], np.uint64)


def thing_weights(things: Sequence[str]) -> Floats:
    """What each of some things counts for, 1 in all: a process says more of who can do it than a material."""
    weights = np.array([PROCESS if thing.startswith("process:") else 1.0 for thing in things])
    return np.asarray(weights / (weights.sum() or 1.0))


def things_named(segments: Sequence[Segment], things: frozenset[str]) -> list[Floats]:
    """What part of some things the rows of every segment name, 0..1."""
    wanted = sorted(things)
    weights = thing_weights(wanted)
    _, hits = _holders(segments, thing_keys(wanted), "things")
    found = []
    for segment, (present, places, owner) in zip(segments, hits, strict=True):
        found.append(np.bincount(segment.things.rows[places], weights[present[owner]], len(segment.profiles)).astype(float))
    return found


def _holders(segments: Sequence[Segment], keys: Keys, channel: str) -> tuple[Floats, list[tuple[Rows, Rows, Rows]]]:
    """Count the living rows that hold each key, and give the postings found, segment by segment."""
    holders, hits = np.zeros(len(keys)), []
    for segment in segments:
        held: Postings = getattr(segment, channel)
        present, at = held.find(keys)
        places, owner = held.gather(at)
        holders += np.bincount(present[owner], segment.alive[held.rows[places]], len(keys))
        hits.append((present, places, owner))
    return holders, hits


def _postings(keys: Sequence[Keys], weights: Sequence[Floats] | None = None) -> Postings:
    rows = np.repeat(np.arange(len(keys)), [len(one) for one in keys])
    flat = np.concatenate([*keys, np.empty(0, np.uint64)])
    return build(flat, rows, None if weights is None else np.concatenate([*weights, np.empty(0)]))


def _with_declared(place: tuple[Keys, Floats], declared: Sequence[Keys]) -> tuple[Keys, Floats]:
    """Add the paths of declared codes, together worth as much as the text."""
    if not any(len(one) for one in declared):
        return place
    share = 1.0 / len(declared)
    keys = np.concatenate([place[0], *declared])
    weights = np.concatenate([place[1], *(np.full(len(one), share) for one in declared)])
    different, inverse = np.unique(keys, return_inverse=True)
    return different, np.bincount(inverse, weights).astype(float)


def _word_keys(text: str, lang: str) -> tuple[Keys, str]:
    found = analyse(text, lang)
    return np.array([word_key(stem) for stem in found.stems], np.uint64), found.lang


def _node_names(system: str, nodes: Sequence[str]) -> list[str]:
    return [f"{system}:{node}" for node in nodes]
