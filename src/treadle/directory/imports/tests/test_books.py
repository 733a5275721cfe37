"""Workbooks whose texts stand in a table of their own, as spreadsheet programs write them."""

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from treadle.directory.imports.books import Book, TextsOnDisk
from treadle.directory.imports.reading import open_grid

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
PART = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}"/>'


@given(st.lists(st.text(max_size=40), max_size=30))
def test_texts_on_disk_are_a_list_of_them(texts: list[str]) -> None:
    held = TextsOnDisk()
    for text in texts:
        held.append(text)
    held.done()
    assert list(held) == texts and held[1:3] == texts[1:3] and len(held) == len(texts)
    with pytest.raises(IndexError):
        held[len(texts)]
    held.close()


def shared(path: Path, rows: list[list[str]], table: str = "") -> Path:
    """A workbook whose cells name texts of a table; ``table`` replaces that table."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    plain = path.with_suffix(".plain.xlsx")
    book.save(plain)
    texts: list[str] = []

    def named(found: "re.Match[str]") -> str:
        texts.append(found[2])
        return f'<c r="{found[1]}" t="s"><v>{len(texts) - 1}</v></c>'

    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(r'<c r="([A-Z]+\d+)" t="inlineStr"><is><t>(.*?)</t></is></c>', named, data)
            if name == "[Content_Types].xml" and "sharedStrings" not in data:
                data = data.replace("</Types>", f"{PART}</Types>")
            if name != "xl/sharedStrings.xml":
                target.writestr(name, data)
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        made = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'
        target.writestr("xl/sharedStrings.xml", table or made)
    return path


def test_texts_of_a_table_are_read_in_any_script(tmp_path: Path) -> None:
    path = shared(tmp_path / "list.xlsx", [["Name", "Country"], ["ورشة الزليج 12", "Maroc"], ["Atelier &amp; Fils", "MA"]])
    grid = open_grid(path, 10**7)
    assert list(grid.rows()) == [(2, ["ورشة الزليج 12", "Maroc"]), (3, ["Atelier &amp; Fils", "MA"])]
    with Book(path, with_texts=False) as book:
        assert book.worksheets[0].title == "Sheet"


@pytest.mark.parametrize("table", ["<sst>", "not xml", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'])
def test_a_damaged_table_is_said_and_nothing_is_read(tmp_path: Path, table: str) -> None:
    from treadle.directory.imports.faults import FileFault

    path = shared(tmp_path / "list.xlsx", [["Name", "Country"], ["Atelier", "MA"]], table)
    with pytest.raises(FileFault):
        open_grid(path, 10**7)
