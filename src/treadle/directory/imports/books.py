"""Opening an XLSX so that memory does not grow with it: its table of texts goes to a file, or is not read at all where nobody needs it."""

import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, overload

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

ITEM = f"{{{SHEET_MAIN_NS}}}si"


class TextsOnDisk(Sequence[str]):
    """Texts that are written once, one after the other, and read by their number. What stays in memory is eight bytes a text."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 -- it is closed with the book
        self._ends = array("Q", [0])

    def append(self, text: str) -> None:
        """Add a text at the end."""
        self._ends.append(self._ends[-1] + self._file.write(text.encode("utf-8", "surrogatepass")))

    def done(self) -> None:
        """Nothing more is added; from now on texts can be read."""
        self._file.flush()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        begin, end = self._ends[at], self._ends[at + 1]
        return os.pread(self._file.fileno(), end - begin, begin).decode("utf-8", "surrogatepass")


class _Reader(ExcelReader):  # type: ignore[misc]
    """openpyxl's reader of rows with the texts on disk, or (``texts`` is None) without any."""

    def __init__(self, path: Path, texts: TextsOnDisk | None) -> None:
        super().__init__(path, read_only=True, data_only=True)
        self._texts = texts

    def read_strings(self) -> None:
        """Write the table of texts to disk, one text at a time."""
        if self._texts is None:
            return
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                events = iterparse(source, ("start", "end"))
                _start, root = next(events)
                for event, node in events:
                    if event == "end" and node.tag == ITEM:
                        self._texts.append(Text.from_tree(node).content.replace("x005F_", ""))
                        root.clear()
        self._texts.done()
        self.shared_strings = self._texts


class Book:
    """A workbook opened for reading its rows once; closed by leaving ``with``."""

    def __init__(self, path: Path, *, with_texts: bool = True) -> None:
        self._texts = TextsOnDisk() if with_texts else None
        reader = _Reader(path, self._texts)
        reader.read()
        self._book: Any = reader.wb

    def __enter__(self) -> Any:
        return self._book

    def __exit__(self, *_error: object) -> None:
        self._book.close()
        if self._texts is not None:
            self._texts.close()
