"""Standards as people write them: the same one found under its spellings, editions compared."""

import re
from dataclasses import dataclass

from .text import clean, fold

_EDITION = re.compile(r"[:\-–/ ]\s*((?:19|20)\d\d)$")
_VERSION = re.compile(r"\s+v?\d{1,2}(?:\.\d+)*$")  # GOTS 7.0; the numbers of ISO and EN have three digits and more
_ISSUERS = re.compile(r"^(?:(?:bs|din|nf|une|uni|en|ds|ss|afnor)[\s-]*)+(?=(?:en\s*)?iso)")
# Standards known by name, with the spellings they are found under in a text.
_NAMED = (
    r"ISO(?:\s?/\s?(?:IEC|TS))?\s?\d{3,5}(?:-\d{1,3})?(?:\s?:\s?(?:19|20)\d\d)?|IATF\s?16949(?:\s?:\s?20\d\d)?|AS\s?9100\s?[A-D]?|"
    r"EN\s?\d{3,5}(?:-\d+)?(?:\s?:\s?(?:19|20)\d\d)?|OEKO-?\s?TEX(?:\s?(?:STANDARD\s?)?100)?|GOTS|GRS|HACCP|GMP|"
    r"GLOBAL\s?G\.?A\.?P\.?|FSSC\s?22000|BRC(?:GS)?|IFS(?:\sFood)?|SA\s?8000|OHSAS\s?18001|BSCI|SEDEX|SMETA|WRAP|FSC|PEFC|"
    r"FAIRTRADE|RAINFOREST ALLIANCE|REACH|ROHS|HALAL|KOSHER"
)
_FOUND = re.compile(rf"(?<![^\W_])(?:{_NAMED})(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard by its key (``iso9001``) and the year of its edition; 0 when none was written."""

    key: str
    edition: int = 0


def standard(written: str) -> Standard:
    """Read a standard: ``ISO 9001:2015``, ``iso9001`` and ``EN ISO 9001 : 2015`` have one key."""
    text = fold(clean(written)).strip()
    found = _EDITION.search(text)
    edition = int(found.group(1)) if found else 0
    name = _ISSUERS.sub("", text[: found.start()] if found else text)
    name = _VERSION.sub("", name)
    name = re.sub(r"^(iso|iec)\s*/\s*(iec|ts)", "iso", name)
    return Standard(re.sub(r"[\W_]+", "", name).replace("oekotexstandard", "oekotex"), edition)


def is_kind_of(held: str, asked: str) -> bool:
    """Whether a standard held is the one asked for or a named kind of it: ``FSC Chain of Custody`` is FSC, ISO 90011 is not ISO 9001."""
    have, want = standard(held).key, standard(asked).key
    return have == want or (len(want) >= 3 and want.isalpha() and have.startswith(want))


def standards_in(text: str) -> tuple[str, ...]:
    """Find the standards a text names, as written, each once."""
    written = [re.sub(r"\s+", " ", match.group(0)).strip() for match in _FOUND.finditer(clean(text))]
    return tuple({standard(one): one for one in reversed(written)}.values())[::-1]
