"""Lists as their publishers give them: the consolidated list of the UN Security Council (XML), and tables (CSV, XLSX)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.conf import settings
from django.utils.translation import gettext as _

from treadle.kit.texts import clean_line

from ..imports import cells
from ..imports.columns import plain_header
from ..imports.faults import FileFault
from ..imports.reading import open_grid


@dataclass(slots=True)
class Entry:
    """Whom a list names; what it does not know stays empty. ``births`` are ``1957-03-10`` or ``1957``."""

    reference: str
    kind: str  # person, body or unknown
    name: str
    aliases: list[str] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    note: str = ""
    listed_on: date | None = None
    delisted_on: date | None = None


def read(path: Path) -> tuple[date | None, Iterator[Entry]]:
    """The day a list is of, where it says so, and its entries. Raises FileFault for what is no list."""
    with path.open("rb") as handle:
        head = handle.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise FileFault(_("The file is empty. Choose a file with a header and at least one row."))
    if head.startswith(b"<"):
        if b"<!DOCTYPE" in head.upper() or b"<!ENTITY" in head.upper():
            raise FileFault(_("This XML declares entities of its own and is not read. Take the list from its publisher."))
        return _generated(head), _from_xml(path)
    return None, _from_table(path)


# The UN's XML ---------------------------------------------------------------------------------------------------------------------


def _generated(head: bytes) -> date | None:
    found = re.search(rb'dateGenerated="(\d{4}-\d\d-\d\d)', head)
    return date.fromisoformat(found[1].decode()) if found else None


def _from_xml(path: Path) -> Iterator[Entry]:
    found = False
    try:
        for _event, node in iterparse(path):
            if node.tag in ("INDIVIDUAL", "ENTITY"):
                found = True
                if (entry := _entry(node)) is not None:
                    yield entry
                node.clear()
    except (ElementTree.ParseError, DefusedXmlException) as error:
        raise FileFault(_("The XML is damaged: %(error)s. Load the file again from its publisher.") % {"error": error}) from error
    if not found:
        raise FileFault(_("This XML names no INDIVIDUAL and no ENTITY, as the consolidated list of the UN does."))


def _entry(node: ElementTree.Element) -> Entry | None:
    def text(tag: str, of: ElementTree.Element = node) -> str:
        return clean_line(of.findtext(tag) or "")

    kind = "person" if node.tag == "INDIVIDUAL" else "body"
    names = (text(f"{place}_NAME") for place in ("FIRST", "SECOND", "THIRD", "FOURTH"))
    name = " ".join(filter(None, names))[:300]
    reference = text("REFERENCE_NUMBER") or text("DATAID")
    if not name or not reference:
        return None
    aliases = [text("ALIAS_NAME", alias) for alias in node.findall(f"{node.tag}_ALIAS")]
    aliases += [text("NAME_ORIGINAL_SCRIPT")] + [text("ALIAS_NAME_ORIGINAL_SCRIPT", alias) for alias in node.findall(f"{node.tag}_ALIAS")]
    places = [each.text or "" for each in node.findall("NATIONALITY/VALUE")]
    places += [text("COUNTRY", address) for address in node.findall(f"{node.tag}_ADDRESS")]
    return Entry(
        reference[:80], kind, name, _once(aliases), _births(node), _countries(places), text("COMMENTS1")[:4000],
        _day(text("LISTED_ON")), _day(text("DELISTED_ON")),
    )  # fmt: skip


def _births(node: ElementTree.Element) -> list[str]:
    found = []
    for birth in node.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        day = _day(birth.findtext("DATE") or "")
        years = [year for tag in ("YEAR", "FROM_YEAR", "TO_YEAR") if (year := re.sub(r"\D", "", birth.findtext(tag) or ""))]
        if day:
            found.append(day.isoformat())
        elif len(years) == 2:
            found += [str(year) for year in range(int(years[0]), min(int(years[1]), int(years[0]) + 20) + 1)]
        else:
            found += years
    return _once(found)


# Tables ---------------------------------------------------------------------------------------------------------------------------

HEADERS = {
    "reference": ("id", "reference", "referencenumber", "uid", "number", "numero", "reference", "referencia"),
    "name": ("name", "nom", "nombre", "fullname", "caption", "الاسم"),
    "aliases": ("aliases", "alias", "aka", "othernames", "autresnoms", "otrosnombres"),
    "kind": ("schema", "kind", "type", "entitytype", "genre", "tipo"),
    "births": ("birthdate", "dateofbirth", "dob", "born", "datedenaissance", "fechadenacimiento"),
    "countries": ("countries", "country", "nationality", "pays", "pais", "nationalite", "nacionalidad"),
    "listed_on": ("listedon", "firstseen", "datelisted", "inscritle"),
    "delisted_on": ("delistedon", "delisted", "radiele"),
    "note": ("note", "notes", "comment", "comments", "reason", "sanctions", "motif", "motivo"),
}


def _from_table(path: Path) -> Iterator[Entry]:
    grid = open_grid(path, settings.IMPORT_LIMIT_BYTES)
    plain = [plain_header(header) for header in grid.headers]
    at = {key: plain.index(next(name for name in names if name in plain)) for key, names in HEADERS.items() if set(names) & set(plain)}
    if "name" not in at:
        raise FileFault(_("No column is “%(column)s”. Name it so in the first row and load the file again.") % {"column": _("Name")})
    for _number, row in grid.rows():

        def cell(key: str, row: list[str] = row) -> str:
            return clean_line(row[at[key]]) if key in at and at[key] < len(row) else ""

        name = cell("name")[:300]
        if not name:
            continue
        births = [found[0] for part in re.split(r"[;|]", cell("births")) if (found := re.search(r"\d{4}(-\d\d-\d\d)?", part))]
        said = cell("kind")
        body = re.search(r"(?i)organi|compan|entit|legal|vessel|body|firm|sociét|empresa", said)
        kind = "body" if body else "person" if said else "unknown"
        reference = cell("reference")[:80] or sha256("|".join((name, *births, cell("countries"))).encode()).hexdigest()[:24]
        yield Entry(
            reference, kind, name, _once(re.split(r"[;|]", cell("aliases"))),
            _once(births), _countries(re.split(r"[;|,]", cell("countries"))), cell("note")[:4000], _day(cell("listed_on")),
            _day(cell("delisted_on")),
        )  # fmt: skip


def _once(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(text.strip()[:300] for text in texts if text.strip()))


def _countries(names: list[str]) -> list[str]:
    found = []
    for name in names:
        try:
            found.append(cells.country(name.strip()))
        except cells.Bad:
            continue  # "stateless", "unknown" and the like
    return _once([each for each in found if each])


def _day(text: str) -> date | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
