"""A row's cells as what they say, and everything that is wrong with them. Pure but for what is on record: countries and codes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from treadle.matching import guess_language

from . import cells
from .cells import Bad
from .columns import FROM_HEADER, plain_header
from .faults import Wrong

Values = dict[str, Any]
SHORT = 6  # words of a text, below which its language is not guessed from it alone


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are read: which column each cell is, what holds for rows that do not say, and headers for what they tell."""

    headers: Sequence[str]
    columns: Sequence[str]
    defaults: Mapping[str, str]


def check(layout: Layout, row: Sequence[str]) -> tuple[Values, list[Wrong]]:
    """What a row says, and what is wrong in it. Values that cannot be read are left out; blank cells say nothing."""
    values: Values = {}
    wrong: list[Wrong] = []
    for at, column in enumerate(layout.columns):
        text = bare(row[at]) if at < len(row) else ""
        if not column or not text or text.lower() in cells.NOTHING:
            continue
        if text in cells.ERRORS:
            wrong.append(Wrong(column, "error", text))
            continue
        try:
            _take(values, column, text, layout.headers[at])
        except Bad as bad:
            wrong.append(Wrong(column, bad.fault, text[:200], bad.params, bad.right))
    _defaults(values, layout, {each.column for each in wrong}, wrong)
    wrong += _together(values)
    return values, wrong


def _take(values: Values, column: str, text: str, header: str) -> None:
    if column == "identifier":
        found = values.setdefault("identifiers", [])
        usual = FROM_HEADER.get(plain_header(header), "")
        for each in cells.parts(text, ";|\n"):
            named = re.fullmatch(r"([A-Z]{2}-[A-Z0-9_]{1,17}|CENTRE-\d{1,12}):(.+)", each)
            pair = [named[1], named[2][:60]] if named else [usual, each[:60]]
            if pair not in found:
                found.append(pair)
    elif column in LISTS:
        known = values.setdefault(LISTS[column][0], [])
        known += [each for each in LISTS[column][1](text) if each not in known]
    elif column == "about":
        before = values.get("about", "")
        said = cells.long_text(text)
        if said not in before:
            values["about"] = cells.long_text(f"{before}\n\n{said}".strip())
    else:
        values[column] = READERS[column](text)


def bare(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


def _text(most: int) -> Callable[[str], str]:
    return lambda text: cells.line(text, most)


def _capabilities(text: str) -> list[str]:
    """Several with bars or line ends between them, else with semicolons: a text that has a bar may have semicolons of its own."""
    return [cells.long_text(part) for part in cells.parts(text, "|\n" if "|" in text or "\n" in text else ";")]


def _papers(text: str) -> list[str]:
    return [cells.line(part, 80) for part in cells.parts(text, ";,|\n")]


def _names(text: str) -> list[str]:
    return [cells.line(part, 200) for part in cells.parts(text)]


READERS: dict[str, Callable[[str], Any]] = {
    "record": lambda text: cells.whole(text, 1, 2**62),
    "reference": _text(60), "name": _text(200), "legal_name": _text(200), "town": _text(120), "street": _text(200), "postcode": _text(20),
    "contact": _text(120), "contact_role": _text(120), "scheme": lambda text: cells.line(text, 20).upper(),
    "country": cells.country, "website": cells.website, "expires_on": cells.day, "founded": cells.year,
    "latitude": lambda text: cells.degrees(text, 90), "longitude": lambda text: cells.degrees(text, 180),
    "ownership": cells.ownership, "women_led": cells.yes_or_no, "parent": _text(200),
    "employees": lambda text: cells.whole(text, 0, 2_000_000_000), "women": lambda text: cells.whole(text, 0, 2_000_000_000),
}  # fmt: skip
LISTS: dict[str, tuple[str, Callable[[str], list[Any]]]] = {
    "other_name": ("other_names", _names),
    "kinds": ("kinds", cells.kinds),
    "email": ("emails", cells.emails),
    "phone": ("phones", cells.phones),
    "capability": ("capabilities", _capabilities),
    "codes": ("codes", cells.code_keys),
    "isic": ("codes", lambda text: cells.code_keys(text, "isic")),
    "cpv": ("codes", lambda text: cells.code_keys(text, "cpv")),
    "hs": ("codes", lambda text: cells.code_keys(text, "hs")),
    **{name: (name, _papers) for name in ("certificates", "registrations", "audits", "statements")},
    "languages": ("languages", lambda text: [cells.language(part) for part in cells.parts(text, ";,|/\n")]),
    "markets": ("markets", lambda text: [cells.country(part) for part in cells.parts(text, ";,|/\n")]),
}


def _defaults(values: Values, layout: Layout, faulty: set[str], wrong: list[Wrong]) -> None:
    """What holds for rows that do not say; the name, the country and a kind must be there, but for rows that name a record."""
    for column in ("country", "kinds", "scheme"):
        if values.get(column) or column in faulty or not layout.defaults.get(column):
            continue
        values[column] = [layout.defaults[column]] if column == "kinds" else layout.defaults[column]
    if "record" not in values:
        wrong += [Wrong(column, "empty") for column in ("name", "country", "kinds") if not values.get(column) and column not in faulty]
    if values.get("about"):
        usual = layout.defaults.get("language", "") or "en"
        is_short = len(values["about"].split()) < SHORT
        values["about_language"] = usual if is_short else guess_language(values["about"]) or usual


def _together(values: Values) -> Iterable[Wrong]:
    """What is right by itself and not together."""
    employees, women = values.get("employees"), values.get("women")
    if employees is not None and women is not None and women > employees:
        del values["women"]
        yield Wrong("women", "women", str(women))
    if ("latitude" in values) != ("longitude" in values):
        lone = "latitude" if "latitude" in values else "longitude"
        yield Wrong(lone, "pair", str(values.pop(lone)))
    scheme = values.pop("scheme", "")
    for identifier in values.get("identifiers", []):
        identifier[0] = identifier[0] or scheme
        if not identifier[0]:
            yield Wrong("scheme", "register", identifier[1])
            break


def check_codes(found: Sequence[tuple[Values, list[Wrong]]]) -> None:
    """Look up the codes of many rows together; those not on record are wrong."""
    known = cells.known_codes({key for values, _wrong in found for key in values.get("codes", ())})
    for values, wrong in found:
        if "codes" not in values:
            continue
        wrong += [Wrong("codes", "code", key) for key in values["codes"] if key not in known]
        values["codes"] = list(dict.fromkeys(known[key].key for key in values["codes"] if key in known))
