"""Opening a publisher's file, from disk or an address, as rows by column name."""

import csv
import io
import re
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

LANGUAGE = re.compile(r"^(?:label[_ ]|name[_ ]|desc(?:ription)?[_ ])?([a-z]{2})$", re.IGNORECASE)
TIMEOUT = 60
LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a sheet; ``columns`` are the header's names as written."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def column(self, *names: str) -> str:
        """The first of these columns that exists, whatever its case; raises ValueError saying which were found."""
        found = self.has(*names)
        if found is None:
            raise ValueError(f"No column named {' or '.join(names)}. Columns found: {', '.join(self.columns)}.")
        return found

    def has(self, *names: str) -> str | None:
        """As :meth:`column`, None when there is none."""
        by_name = {column.strip().lower(): column for column in self.columns}
        return next((by_name[name] for name in names if name in by_name), None)

    def languages(self) -> dict[str, str]:
        """Columns that hold labels of one language, by language: ``fr``, ``label_fr``, ``name_fr``."""
        found = ((LANGUAGE.match(column.strip()), column) for column in self.columns)
        return {match[1].lower(): column for match, column in found if match}


def read(source: str) -> Table:
    """Read CSV (any usual delimiter), XLSX, or a ZIP that holds one of these, from a path or an http(s) address.

    Raises ValueError when the content is no table.
    """
    content = _fetch(source)
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "xl/workbook.xml" in names:
                return _sheet(content)
            inner = next((name for name in names if name.lower().endswith((".csv", ".xlsx", ".txt"))), None)
            if inner is None:
                raise ValueError(f"The archive holds no CSV or XLSX file, only: {', '.join(names[:5])}.")
            if archive.getinfo(inner).file_size > LARGEST:
                raise ValueError(f"{inner} is larger than {LARGEST // 1048576} MB.")
            content = archive.read(inner)
        return _sheet(content) if content[:4] == b"PK\x03\x04" else _text(content)
    return _text(content)


def _fetch(source: str) -> bytes:
    if source.startswith(("http://", "https://")):
        with urllib.request.urlopen(source, timeout=TIMEOUT) as answer:
            return bytes(answer.read(LARGEST + 1))[:LARGEST]
    return Path(source).read_bytes()


def _text(content: bytes) -> Table:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", errors="replace")
    head = text[:8000]
    first = head.splitlines()[0] if head.strip() else ""
    delimiter = max(",;\t|", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = tuple(reader.fieldnames or ())
    if len(columns) < 2:
        raise ValueError("The file has no table with a header row and at least two columns.")
    rows = ({key: (value or "").strip() for key, value in row.items() if key} for row in reader)
    return Table(columns, tuple(rows))


def _sheet(content: bytes) -> Table:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    lines: Iterator[tuple[object, ...]] = book.worksheets[0].iter_rows(values_only=True)
    header = tuple(str(cell or "").strip() for cell in next(lines, ()))
    if len(header) < 2:
        raise ValueError("The first sheet has no table with a header row and at least two columns.")
    rows = ({name: "" if cell is None else str(cell).strip() for name, cell in zip(header, line, strict=False)} for line in lines)
    return Table(header, tuple(rows))
