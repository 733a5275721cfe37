"""Rows of an uploaded spreadsheet, one after the other: CSV in any usual encoding and dialect, and XLSX. A file is never held whole."""

import codecs
import csv
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from treadle.matching import cell_text, merged_cells

from . import columns
from .faults import FileFault, too_large

MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
SAMPLE = 200_000  # bytes that tell the encoding
SWALLOWED = 3  # lines of one cell, from which they may be rows that a stray quotation mark swallowed
BOMB = 1_500_000_000  # bytes that an XLSX may unfold to
STRINGS = 600_000_000  # bytes that its table of texts may unfold to; it is held on disk while it is read
LOOK = 10  # rows among which the header is sought
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(slots=True)
class Grid:
    """A file opened: where its header stands, what is remarkable about it. :meth:`rows` reads it from the beginning each time."""

    path: Path
    headers: list[str] = field(default_factory=list)
    header_row: int = 1
    notes: list[dict[str, Any]] = field(default_factory=list)
    examples: list[list[str]] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ","

    def rows(self, after: int = 0) -> Iterator[tuple[int, list[str]]]:
        """Number in the file and cells of every row below the header that has any, those after row ``after`` only."""
        width = len(self.headers)
        for number, cells in self._numbered():
            if number <= max(self.header_row, after) or not any(cells):
                continue
            if number <= self.header_row + 2 and _is_header_again(cells, self.headers):
                continue
            yield number, (cells + [""] * width)[:width]

    def about(self) -> int:
        """About how many rows there are, without reading them all."""
        if not zipfile.is_zipfile(self.path):
            with self.path.open("rb") as handle:
                return max(sum(block.count(b"\n") for block in iter(lambda: handle.read(1 << 20), b"")) - self.header_row + 1, 1)
        from .books import Book

        with Book(self.path, with_texts=False) as book:
            rows = book.worksheets[0].max_row or 0
        return min(max(rows - self.header_row, 1), MOST_ROWS)

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        try:
            yield from enumerate(_xlsx(self.path) if zipfile.is_zipfile(self.path) else _csv(self.path, self.encoding, self.delimiter), 1)
        except (csv.Error, zipfile.BadZipFile, ParseError, ValueError, KeyError, IndexError, TypeError, EOFError, zlib.error) as error:
            raise FileFault(_("The file is damaged. Open it in your spreadsheet program and save it again.")) from error


def open_grid(path: Path, most: int) -> Grid:
    """Look at a file: its kind, encoding, header and oddities. Raises FileFault when it cannot be used at all."""
    size = path.stat().st_size
    if size == 0:
        raise FileFault(_("The file is empty. Choose a file with a header and at least one row."))
    if size > most:
        raise too_large(size, most)
    grid = Grid(path)
    with path.open("rb") as handle:
        head = handle.read(8)
    if zipfile.is_zipfile(path):
        _look_at_book(grid)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileFault(_("This is a file of an old Excel (XLS), or one with a password. Save it as XLSX or CSV, without a password."))
    elif head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!")):
        raise FileFault(_("This is no spreadsheet. Save the table as XLSX or CSV."))
    else:
        _look_at_text(grid)
    _find_header(grid)
    return grid


def _look_at_text(grid: Grid) -> None:
    grid.encoding = _encoding(grid.path)
    with grid.path.open(encoding=grid.encoding, errors="replace", newline="") as handle:
        sample = handle.read(SAMPLE)
    if sample.count("\0") or not sample.strip():
        raise FileFault(_("This is no spreadsheet. Save the table as XLSX or CSV."))
    grid.delimiter = _delimiter(sample)
    if not grid.encoding.startswith("utf"):
        grid.notes.append({"note": "encoding", "encoding": grid.encoding})
    if (swallowed := _swallowed(grid)) is not None:
        grid.notes.append(swallowed)
    if grid.delimiter != ",":
        grid.notes.append({"note": "separator", "separator": {"\t": "⇥"}.get(grid.delimiter, grid.delimiter)})


def _swallowed(grid: Grid) -> dict[str, Any] | None:
    """Whether a quotation mark that does not end makes one cell of many rows: lines of one cell that are cut like rows themselves."""
    csv.field_size_limit(max(csv.field_size_limit(), 10_000_000))
    with grid.path.open(encoding=grid.encoding, errors="replace", newline="") as handle:
        rows, before, width = csv.reader(handle, delimiter=grid.delimiter), 0, 0
        try:
            for cells in rows:
                lines = rows.line_num - before
                width = max(width, len(cells)) if lines == 1 else width
                if lines > SWALLOWED and any(_like_rows(cell, grid.delimiter, width) for cell in cells):
                    return {"note": "swallowed", "line": before + 1, "lines": lines}
                before = rows.line_num
        except csv.Error:
            return None  # the file is damaged otherwise; reading its rows says so
    return None


def _like_rows(cell: str, delimiter: str, width: int) -> bool:
    lines = cell.splitlines()[1:-1]
    return len(lines) >= SWALLOWED - 1 and width > 1 and sum(line.count(delimiter) >= width - 1 for line in lines) * 2 > len(lines)


def _encoding(path: Path) -> str:
    """UTF-8 where the whole file is; else what the mark at its beginning or its letters show."""
    with path.open("rb") as handle:
        head = handle.read(SAMPLE)
        for mark, name in _BOMS.items():
            if head.startswith(mark):
                return name
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(head)
            while block := handle.read(1 << 20):
                decoder.decode(block)
        except UnicodeDecodeError:
            pass
        else:
            return "utf-8"
    if b"\0" in head[:1000]:
        return "utf-16-be" if head[:1000:2].count(0) > head[1:1000:2].count(0) else "utf-16-le"
    likely = ["cp1252", "cp1256", "cp1251", "cp1250", "cp1254", "cp1253", "gb18030", "big5", "shift_jis", "euc_kr", "cp850", "mac_roman"]
    found = from_bytes(head, cp_isolation=likely).best()
    return str(found.encoding) if found is not None else "cp1252"


def _delimiter(sample: str) -> str:
    """The mark that cuts the first rows into the most columns, the same number in each."""

    def worth(mark: str) -> float:
        rows = [len(cells) for cells in islice(csv.reader(sample.splitlines(keepends=True), delimiter=mark), 30) if cells]
        width, times = Counter(rows).most_common(1)[0] if rows else (1, 1)
        return (width - 1) * times / max(len(rows), 1)

    csv.field_size_limit(max(csv.field_size_limit(), SAMPLE * 2))
    return max((",", ";", "\t", "|"), key=worth)


def _csv(path: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), 10_000_000))
    with path.open(encoding=encoding, errors="replace", newline="") as handle:
        for cells in csv.reader(handle, delimiter=delimiter):
            yield [cell.strip().replace("\0", "")[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]]


def _look_at_book(grid: Grid) -> None:
    """Refuse what unfolds to more than can be read, and remark what a reader of rows does not see."""
    try:
        with zipfile.ZipFile(grid.path) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
            squeezed = sum(info.compress_size for info in archive.infolist()) or 1
    except (zipfile.BadZipFile, OSError) as error:
        raise FileFault(_("The file is damaged. Open it in your spreadsheet program and save it again.")) from error
    if "xl/workbook.xml" not in sizes:
        raise FileFault(_("This is no spreadsheet. Save the table as XLSX or CSV."))
    total = sum(sizes.values())
    if total > BOMB or sizes.get("xl/sharedStrings.xml", 0) > STRINGS or (total > 200_000_000 and total > 300 * squeezed):
        raise FileFault(_("Unpacked, this file is too large to be read. Save the table as CSV."))
    _remark_on_book(grid)


def _remark_on_book(grid: Grid) -> None:
    from .books import Book

    try:
        with Book(grid.path, with_texts=False) as book:
            count, title = len(book.worksheets), book.worksheets[0].title
            inner = str(getattr(book.worksheets[0], "_worksheet_path", ""))
    except Exception as error:
        raise FileFault(_("The file is damaged. Open it in your spreadsheet program and save it again.")) from error
    if count > 1:
        grid.notes.append({"note": "sheets", "count": count, "sheet": title})
    if merged := merged_cells(grid.path, inner):
        grid.notes.append({"note": "merged", "cells": ", ".join(merged[:5]) + ("…" if len(merged) > 5 else "")})
    if hidden := _hidden(grid.path, inner):
        grid.notes.append({"note": "hidden", "cells": hidden})


def _hidden(path: Path, inner: str) -> str:
    """Hidden columns and rows, found in the XML: reading row by row does not tell of them."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        if inner not in archive.namelist():
            return ""
        with archive.open(inner) as handle:
            tail = b""
            while block := handle.read(1 << 20):
                tail += block
                for tag in re.findall(rb'<(?:col|row) [^>]*hidden="(?:1|true)"[^>]*>', tail):
                    mark = re.search(rb'(min|r)="(\d+)"', tag)
                    if mark:
                        found.append(_letter(int(mark[2])) if mark[1] == b"min" else mark[2].decode())
                tail = tail[tail.rfind(b"<") :] if b"<" in tail else b""
    return ", ".join(found[:8]) + ("…" if len(found) > 8 else "")


def _letter(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _xlsx(path: Path) -> Iterator[list[str]]:
    from .books import Book

    with Book(path) as book:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
            yield [cell_text(cell)[:LONGEST_CELL] for cell in row]


def _find_header(grid: Grid) -> None:
    """The header is the first row with the most names that we know; without any, the first row with as many cells as most have."""
    first = list(islice(((number, cells) for number, cells in grid._numbered() if any(cells)), LOOK))
    if not first:
        raise FileFault(_("The file is empty. Choose a file with a header and at least one row."))
    known = [columns.hits(cells) for _number, cells in first]
    filled = [sum(map(bool, cells)) for _number, cells in first]
    best = max(range(len(first)), key=lambda at: (known[at], -at)) if max(known) else _first_full(filled)
    number, cells = first[best]
    while cells and not cells[-1]:
        cells = cells[:-1]
    grid.header_row, grid.headers = number, [cell[:200] for cell in cells]
    if best:
        grid.notes.append({"note": "title", "row": number})
    again = [n for n, row in first[best + 1 : best + 3] if _is_header_again(row, grid.headers)]
    if again:
        grid.notes.append({"note": "second_header", "row": again[0]})
    for header, times in Counter(header for header in grid.headers if header).items():
        if times > 1:
            grid.notes.append({"note": "headers", "header": header})
    grid.examples = [cells for _number, cells in islice(grid.rows(), 3)]
    if not grid.examples:
        raise FileFault(_("There is a header and no row below it."))


def _first_full(filled: list[int]) -> int:
    usual = max(filled)
    return next(at for at, count in enumerate(filled) if count >= usual * 0.7)


def _is_header_again(cells: list[str], headers: list[str]) -> bool:
    """Whether a row below the header is a header too: most of its cells are names of columns, in whatever language."""
    filled = sum(map(bool, cells))
    same = sum(1 for cell, header in zip(cells, headers, strict=False) if cell and cell == header)
    return filled >= 2 and (columns.hits(cells) > filled * 0.6 or same > filled * 0.6)
