"""Explain: a judgement in sentences, with points that add up."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from unicodedata import name

import numpy as np

from . import phrases as say
from .bridge import Bridge
from .judge import Judgement
from .model import Change, Code, Criterion, Match, Need, Phrase, Profile, Reason, Verdict
from .pith import FORMAL, is_procedure, parts_in
from .postings import Floats
from .segment import texts_of, told_by
from .text import Analysis, Keys, analyse
from .vocabulary import Term, terms_in

MOST_WORDS = 8  # shown as evidence
LONG_TO_READ, TOLD = 900, 240  # characters of a need, from which the part that fits is shown; characters that are shown of it


def explain(need: Need, judged: Judgement, changes: Sequence[Change] = ()) -> Match:
    """Turn a judgement into a match; ``changes`` make it a near miss."""
    reasons = tuple(_with_words(need, judged, reason) if reason.criterion is Criterion.WORDS else reason for reason in _reasons(judged))
    smallest_first = tuple(sorted(changes, key=lambda change: (change.size, change.rule)))
    return Match(
        profile_id=judged.profile.id,
        score=judged.score,
        up_to=judged.score + int(sum(reason.most for reason in reasons if reason.points is None)),
        reasons=reasons,
        summary=_summary(reasons, smallest_first),
        hint=_hint(judged.score, reasons),
        changes=smallest_first,
        retrieval=judged.exact,
        about=judged.about,
    )


def meeting(need: Need, profile: Profile, bridge: Bridge | None) -> tuple[Code, ...]:
    """The branches in which a need and a profile meet, where their words leave that open: what they are both about."""
    text, lang = told_by(profile)
    return bridge.meeting((need.text, need.lang), (text, lang)) if bridge and text.strip() and need.text.strip() else ()


def _reasons(judged: Judgement) -> list[Reason]:
    return [
        Reason(
            criterion=found.criterion,
            verdict=found.verdict,
            points=points,
            most=most,
            wanted=found.wanted,
            offered=found.offered,
            source=found.source,
            evidence=found.evidence,
        )
        for found, points, most in zip(judged.findings, judged.points(), judged.most, strict=True)
    ]


def _with_words(need: Need, judged: Judgement, reason: Reason) -> Reason:
    """Add the words that met, as the profile writes them, and the language they met across."""
    wanted = _analysed(need.text, need.lang)
    stems, met, langs = set(wanted.stems), dict[str, str](), list[str]()
    for text, lang in texts_of(judged.profile):
        theirs = _analysed(text, lang)
        langs.append(theirs.lang)
        for stem, word in zip(theirs.stems, theirs.words, strict=True):
            if stem in stems:
                met.setdefault(stem, word)
    terms = _terms_that_meet(need, judged.profile)
    said = {word.casefold() for term in terms for word in term.split()}
    telling = (met[stem] for stem in dict.fromkeys(wanted.stems) if stem in met and _tells(met[stem]))
    evidence = tuple(islice((*terms, *(word for word in telling if word.casefold() not in said)), MOST_WORDS))
    across = "" if judged.signals.same_language or not langs else next((lang for lang in langs if lang), "")
    alike = reason.points is not None and judged.signals.likeness > 0 and reason.verdict is not Verdict.NOT
    if evidence and alike:
        return replace(reason, offered=Phrase(say.WORDS_MET, {"words": evidence}), evidence=evidence, across=across)
    return replace(reason, across=across)


def _terms_that_meet(need: Need, profile: Profile) -> list[str]:
    """Materials and processes that both name, in whatever languages, as the profile writes them; those of the need's order first."""
    theirs: dict[Term, str] = {}
    for text, lang in texts_of(profile):
        theirs = {**terms_in(text, lang), **theirs}
    return [theirs[term] for term in terms_in(need.text, need.lang) if term in theirs and term.kind not in FORMAL]


@lru_cache(maxsize=8192)
def _analysed(text: str, lang: str) -> Analysis:
    """The same profiles are explained for the list, the card and the next need."""
    return analyse(text, lang)


def _tells(word: str) -> bool:
    """Whether a word says anything to a person: figures, units and little words of Latin letters meet everywhere."""
    if any(char.isdigit() for char in word):
        return False
    return len(word) > 2 or not all(name(char, "").startswith("LATIN") for char in word)


def _summary(reasons: Sequence[Reason], changes: Sequence[Change]) -> Phrase:
    if changes:
        return Phrase(say.SUMMARY_NEAR, {"reason": changes[0].stopped_by})
    verdicts = [reason.verdict for reason in reasons]
    counts = {verdict.value: verdicts.count(verdict) for verdict in Verdict}
    partly, unknown = counts["partly"], counts["unknown"]
    both = say.SUMMARY_BOTH if partly and unknown else say.SUMMARY_PARTLY if partly else say.SUMMARY_UNKNOWN
    return Phrase(both if partly or unknown else say.SUMMARY_ALL, {**counts, "asked": len(reasons)})


def _hint(score: int, reasons: Sequence[Reason]) -> Phrase | None:
    """Name the one unknown or partly met fact that would raise the score most; None when nothing would.

    Likeness of words is no fact that somebody could add.
    """
    open_ = [
        (reason.most - (reason.points or 0), reason)
        for reason in reasons
        if reason.verdict in (Verdict.UNKNOWN, Verdict.PARTLY) and reason.criterion is not Criterion.WORDS
    ]
    gain, reason = max(open_, key=lambda pair: pair[0], default=(0, None))
    if reason is None or gain <= 0:
        return None
    return Phrase(say.HINT, {"change": Phrase(say.HINTS[reason.criterion]), "score": score + int(gain)})


def part_that_fits(text: str, lang: str, profile: Profile, bridge: Bridge | None) -> str:
    """The part of a long need that a profile fits most, for people to read; "" where the need is short or no part stands out."""
    parts = parts_in(text) if len(text) > LONG_TO_READ else []
    if len(parts) < 2:
        return ""
    told, spoken = told_by(profile)
    theirs = frozenset(analyse(told, spoken).stems)
    terms = {term for term in terms_in(told, spoken) if term.kind not in FORMAL}
    place = bridge.place(told, spoken) if bridge else None
    scores = []
    for part in parts:
        stems = analyse(part, lang).stems
        common = sum(stem in theirs for stem in stems) / (len(stems) or 1)
        named = sum(term in terms for term in terms_in(part, lang))
        near = _cosine(bridge.place(part, lang), place) if bridge and place else 0.0
        scores.append((near + common + named) * (0.2 if is_procedure(part, lang) else 1.0))
    best = max(range(len(parts)), key=lambda at: (scores[at], -at))
    found = parts[best]
    return "" if scores[best] <= 0.1 else found if len(found) <= TOLD else found[: TOLD - 1].rsplit(" ", 1)[0] + "…"


def _cosine(one: tuple[Keys, Floats], other: tuple[Keys, Floats]) -> float:
    """Likeness of two places, every branch counting alike."""
    keys, mine, theirs = np.intersect1d(one[0], other[0], return_indices=True)
    lengths = float(np.sqrt((one[1] ** 2).sum() * (other[1] ** 2).sum()))
    return float((one[1][mine] * other[1][theirs]).sum()) / lengths if len(keys) and lengths else 0.0
