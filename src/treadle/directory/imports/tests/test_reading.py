"""Files as office programs make them, and files that are something else."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from treadle.directory.imports.faults import FileFault
from treadle.directory.imports.reading import Grid, open_grid

MOST = 10_000_000
TABLE = "Nom;Pays;Effectif\nTeinturerie Müller;Sénégal;12\nAtelier Noël;Côte d’Ivoire;7\n"


def grid(tmp_path: Path, content: bytes, name: str = "list.csv") -> Grid:
    path = tmp_path / name
    path.write_bytes(content)
    return open_grid(path, MOST)


def book(tmp_path: Path, rows: list[list[Any]], change: Any = None) -> Grid:
    made = Workbook()
    for row in rows:
        made.active.append(row)  # type: ignore[union-attr]
    if change:
        change(made)
    made.save(tmp_path / "list.xlsx")
    return open_grid(tmp_path / "list.xlsx", MOST)


def said(found: Grid) -> list[str]:
    return [each["note"] for each in found.notes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    found = grid(tmp_path, TABLE.encode(encoding))
    assert list(found.rows()) == [(2, ["Teinturerie Müller", "Sénégal", "12"]), (3, ["Atelier Noël", "Côte d’Ivoire", "7"])]
    assert ("encoding" in said(found)) == (encoding == "cp1252")


def test_arabic_of_an_old_program_is_recognised(tmp_path: Path) -> None:
    table = "الاسم,البلد\n" + "".join(f"شركة النسيج رقم {n},المغرب\n" for n in range(1, 30))
    found = grid(tmp_path, table.encode("cp1256"))
    assert next(iter(found.rows()))[1] == ["شركة النسيج رقم 1", "المغرب"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_usual_separator_is_recognised(tmp_path: Path, mark: str) -> None:
    lines = [["Name", "Country", "About"], ["Tiles, Ltd; and sons", "MA", 'with "quotes" and\nlines']]
    text = "\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    assert list(grid(tmp_path, text.encode()).rows()) == [(2, lines[1])]


def test_a_quotation_mark_that_does_not_end_is_pointed_out_and_honest_line_ends_are_not(tmp_path: Path) -> None:
    rows = [f"Atelier {number},MA,Cuts and sews\n" for number in range(9)]
    stray = "Name,Country,Description\n" + "".join(rows[:2]) + 'Atelier,MA,"Sews\n' + "".join(rows[2:])
    note = next(each for each in grid(tmp_path, stray.encode()).notes if each["note"] == "swallowed")
    assert (note["line"], note["lines"]) == (4, 8)
    honest = (
        "Name,Country,Description\n"
        + "".join(rows[:2])
        + 'Atelier,MA,"Sews:\n- coats, vests\n- hats\n- gloves, scarves\n- bags"\n'
        + rows[3]
    )
    assert "swallowed" not in said(grid(tmp_path, honest.encode()))


def test_titles_above_and_a_second_header_below_are_left_out(tmp_path: Path) -> None:
    found = grid(tmp_path, "Our members 2026,,\n,,\nName,Country,Phone\nNom,Pays,Téléphone\nTiles,MA,1234567\n".encode())
    assert (found.header_row, found.headers, list(found.rows())) == (3, ["Name", "Country", "Phone"], [(5, ["Tiles", "MA", "1234567"])])
    assert said(found) == ["title", "second_header"]


def test_headers_that_stand_twice_are_remarked_on(tmp_path: Path) -> None:
    found = grid(tmp_path, b"Name,Name,Country\nA,B,MA\n")
    assert said(found) == ["headers"]


def test_rows_of_other_lengths_are_filled_and_cut(tmp_path: Path) -> None:
    assert list(grid(tmp_path, b"Name,Country\nA\nB,MA,more\n\n,\nC,TN\n").rows()) == [(2, ["A", ""]), (3, ["B", "MA"]), (6, ["C", "TN"])]


def test_reading_goes_on_after_a_row(tmp_path: Path) -> None:
    found = grid(tmp_path, b"Name,Country\nA,MA\nB,MA\nC,MA\n")
    assert [number for number, _cells in found.rows(after=3)] == [4]


def test_merged_and_hidden_cells_and_more_sheets_are_remarked_on(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        sheet = made.worksheets[0]
        sheet.merge_cells("A2:A3")
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[3].hidden = True
        made.create_sheet("More")

    found = book(tmp_path, [["Name", "Country", "Phone"], ["A", "MA", 212535000111], [None, "TN", 5.0]], change)
    assert sorted(said(found)) == ["hidden", "merged", "sheets"]
    assert next(each["cells"] for each in found.notes if each["note"] == "hidden") == "C, 3"
    assert list(found.rows()) == [(2, ["A", "MA", "212535000111"]), (3, ["", "TN", "5"])]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"), (b"\n\n , \n", "no spreadsheet|empty"), (b"Name,Country\n", "no row below"), (b"%PDF-1.7 paper", "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel"), (b"PK\x03\x04 not really", "damaged|no spreadsheet|header"),
        (b"\0" * 4000, "no spreadsheet"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_what_would_do(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(FileFault, match=says):
        grid(tmp_path, content)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as handle:
        handle.truncate(300_000_000)
    with pytest.raises(FileFault, match="300 MB"):
        open_grid(path, 100_000_000)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as inner:
            for _ in range(310):
                inner.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(FileFault, match="Unpacked"):
        open_grid(path, MOST)


def test_a_document_in_a_zip_is_no_spreadsheet(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(FileFault, match="no spreadsheet"):
        grid(tmp_path, buffer.getvalue(), "letter.xlsx")
