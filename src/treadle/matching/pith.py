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
    """A long text without what is of procedure alone; all of it where nothing else would be left, or where it is short."""
    if len(text) <= LONG:
        return text
    kept = [part for part in parts_in(text) if not is_procedure(part, lang)]
    return " ".join(kept) or text


def is_procedure(part: str, lang: str = "") -> bool:
    """Whether a part speaks of terms and deadlines and of nothing that could be made or done."""
    terms = terms_in(part, lang)
    if any(term.kind != "procedure" for term in terms) or measures_in(part, lang):
        return False
    of_procedure = words_of("procedure", part, lang)
    return of_procedure >= SAID and of_procedure / len(analyse(part, lang).stems) >= PROCEDURE
