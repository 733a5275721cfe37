"""Long needs: the parts that say what is wanted, apart from terms of payment, deadlines and law that stand in every other need.

A part is a sentence or a line. It is left out of what a long text is placed and compared by where most of what it says is of procedure and
it names no material, no process and no amount; short texts are taken as they are.
"""

import re
from functools import lru_cache

from .quantities import measures_in
from .text import LONGEST, analyse
from .vocabulary import terms_in, words_of

LONG = 400  # characters, from which a text is read in parts
SHORT = 20  # characters of a part, below which it belongs to the one before
MOST = 60  # parts that are looked at; the rest is one part
FORMAL = frozenset({"procedure", "formality"})  # kinds of terms that speak of how a contract is made
CONTRACT = 8  # words of procedure in a text, from which it is taken for one with terms in it
ORDERED = frozenset("kg g t q pcs dozen pairs l hl m m2 m3 h".split())
SAID, PROCEDURE = 2, 0.16  # words of procedure in a part, and their share, from which it says nothing of what is wanted

_ENDS = re.compile(r"(?<=[.!?؟。；;])\s+|\s*[\r\n\u2022•●▪]+\s*|(?<=\.)\s*(?=\d+[.)])")


def parts_in(text: str) -> list[str]:
    """Cut a text into sentences and lines, very short ones joined to the one before."""
    parts: list[str] = []
    for piece in filter(None, map(str.strip, _ENDS.split(text[:LONGEST]))):
        if parts and (len(piece) < SHORT or len(parts) >= MOST):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts


@lru_cache(maxsize=1024)
def pith(text: str, lang: str = "") -> str:
    """What a long text wants, apart from terms; all of it where it has few of them, or where nothing else can be told apart.

    Where a part names what is to be made, it and what speaks of things too is kept, and how the text begins. Else only what is of procedure
    is left out, and nothing where the text begins with law, insurance or printed forms: what is wanted may be just that.
    """
    if len(text) <= LONG or sum(words_of(kind, text, lang) for kind in FORMAL) < CONTRACT:
        return text
    first, *more = parts_in(text)
    begins_so = is_procedure(first, lang) and words_of("procedure", first, lang) >= SAID
    if any(_names_the_work(part, lang) for part in (first, *more)):
        kept = [part for part in more if _names_the_work(part, lang) or _speaks_of_things(part, lang)]
        return " ".join(kept if begins_so else [first, *kept])
    if not begins_so and any(term.kind in FORMAL for term in terms_in(first, lang)):
        return text
    kept = [part for part in more if not is_procedure(part, lang)]
    return " ".join(kept if begins_so else [first, *kept]) or text


def _names_the_work(part: str, lang: str) -> bool:
    """Whether a part names two materials or processes, or one with an amount that is ordered, and speaks of terms less than of them."""
    things = sum(term.kind not in FORMAL for term in terms_in(part, lang))
    amounts = any(one.unit in ORDERED for one in measures_in(part, lang))
    return (things >= SAID or (things > 0 and amounts)) and things >= _formal(part, lang)


def _speaks_of_things(part: str, lang: str) -> bool:
    return any(term.kind not in FORMAL for term in terms_in(part, lang)) and not _formal(part, lang)


def _formal(part: str, lang: str) -> int:
    return sum(words_of(kind, part, lang) for kind in FORMAL)


def is_procedure(part: str, lang: str = "") -> bool:
    """Whether a part speaks of terms and deadlines and of nothing that could be made or done."""
    terms = terms_in(part, lang)
    if any(term.kind not in FORMAL for term in terms) or measures_in(part, lang):
        return False
    acting = words_of("procedure", part, lang)  # who bids, must, pays, accepts; law or insurance alone may be what is wanted
    said = acting + words_of("formality", part, lang)
    return acting > 0 and said >= SAID and said / len(analyse(part, lang).stems) >= PROCEDURE
