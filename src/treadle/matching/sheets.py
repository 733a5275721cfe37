"""Read what people call a spreadsheet: CSV in the encodings and dialects that office programs write, and XLSX."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from . import phrases as say
from .model import Phrase
from .text import fold

LONGEST_CELL = 10_000_000  # characters; the csv module stops at 131,072 otherwise


class TableError(Exception):
    """A file that cannot be used at all. ``phrase`` says why, for translation."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.render())
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, or in the file (row 0), and what would be right. The header is row 1."""

    file: str
    row: int
    column: str
    wrong: Phrase
    right: Phrase

    def __str__(self) -> str:
        place = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{place}{', ' + self.column if self.column else ''}: {self.wrong.render()} {self.right.render()}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its cells by the engine's column name ("" where there is none), and all of them as they stand."""

    number: int
    cells: Mapping[str, str]
    raw: Sequence[str] = ()


@dataclass(slots=True)
class Sheet:
    """A file read: its rows, the header found for each known column, and faults of the file as a whole."""

    name: str
    columns: Mapping[str, str]
    rows: list[Row]
    faults: list[Fault] = field(default_factory=list)
    headers: Sequence[str] = ()


def read_sheet(path: str | Path, aliases: Mapping[str, Sequence[str]], required: Sequence[str]) -> Sheet:
    """Read ``path``. ``aliases`` gives for each column name the headers it is known under.

    Raises TableError when the file is empty, is no spreadsheet, or lacks a column in ``required``; OSError when it
    cannot be opened.
    """
    path = Path(path)
    faults: list[Fault] = []
    grid = _xlsx(path, faults) if zipfile.is_zipfile(path) else _csv(path, faults)
    numbered = ((number, cells) for number, cells in enumerate(grid, 1) if any(cells))
    _, headers = next(numbered, (0, None))
    if headers is None:
        raise TableError(Phrase(say.TABLE_EMPTY, {"file": path.name}))
    places = _places(headers, aliases)
    for column in required:
        if column not in places:
            found = tuple(header for header in headers if header)
            raise TableError(Phrase(say.TABLE_COLUMN, {"file": path.name, "column": column, "found": found}))
    width = len(headers)
    rows = [
        Row(number, {name: cells[at] if at < len(cells) else "" for name, at in places.items()}, (cells + [""] * width)[:width])
        for number, cells in numbered
    ]
    return Sheet(path.name, {name: headers[at] for name, at in places.items()}, rows, faults, headers)


def _places(headers: Sequence[str], aliases: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Find each column by header, whatever its capitals, spaces and accents. The earlier alias wins."""
    known = {_plain(header): at for at, header in reversed(list(enumerate(headers))) if header}
    places = {}
    for name, spellings in aliases.items():
        found = next((known[_plain(one)] for one in (name, *spellings) if _plain(one) in known), None)
        if found is not None:
            places[name] = found
    return places


def _plain(header: str) -> str:
    return re.sub(r"[\W_]+", "", fold(header))


def _csv(path: Path, faults: list[Fault]) -> Iterator[list[str]]:
    text, encoding = _decoded(path)
    if encoding:
        wrong = Phrase(say.TABLE_ENCODING, {"encoding": encoding})
        faults.append(Fault(path.name, 0, "", wrong, Phrase(say.TABLE_ENCODING_RIGHT)))
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    header = re.sub(r'"[^"]*"', "", text[: (text.find("\n") + 1) or len(text)])
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return ([cell.strip() for cell in cells] for cells in reader)


def _decoded(path: Path) -> tuple[str, str]:
    """Decode a file; also names the encoding where it had to be guessed."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), ""
    if b"\0" in data[:1000]:
        # No text holds this character, unless every other byte of it is 0.
        zeros_first = data[:1000:2].count(0) > data[1:1000:2].count(0)
        if data[:1000].count(0) < len(data[:1000]) // 4:
            raise TableError(Phrase(say.TABLE_UNREADABLE, {"file": path.name}))
        return data.decode("utf-16-be" if zeros_first else "utf-16-le", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def _xlsx(path: Path, faults: list[Fault]) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
    except (KeyError, ValueError, OSError, IndexError, zipfile.BadZipFile) as error:
        raise TableError(Phrase(say.TABLE_UNREADABLE, {"file": path.name})) from error
    merged = merged_cells(path, str(getattr(sheet, "_worksheet_path", "")))
    if merged:
        wrong = Phrase(say.TABLE_MERGED, {"cells": merged})
        faults.append(Fault(path.name, 0, "", wrong, Phrase(say.TABLE_MERGED_RIGHT)))
    return ([cell_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))


def merged_cells(path: Path, inner: str) -> tuple[str, ...]:
    """Find merged cells in the XML: reading without a whole workbook in memory does not tell of them."""
    with zipfile.ZipFile(path) as archive:
        if inner not in archive.namelist():
            return ()
        with archive.open(inner) as handle:
            found, tail = list[str](), b""
            while block := handle.read(1 << 20):
                tail += block
                found += [ref.decode() for ref in re.findall(rb'<mergeCell ref="([A-Z0-9:]+)"', tail)]
                tail = tail[tail.rfind(b"<") :] if b"<" in tail else b""
    return tuple(dict.fromkeys(found))


def cell_text(cell: Any) -> str:
    """Show a cell as it would stand in a CSV file."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
