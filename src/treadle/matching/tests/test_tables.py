"""Spreadsheets as people have them."""

import csv
from pathlib import Path

import openpyxl
import pytest

from treadle.matching import Classifier, Label, Report, TableError, classify_file, match_files

NEEDS = "ID;Texte;Langue\nn1;fil de coton;fr\n"
BANK = "id,Organisation,description,language,pays\no1,Filature,Fil de coton peigné,fr,TN\no2,Cuir,Chaussures,fr,MA\n"


def run(folder: Path, needs: str | bytes, bank: str | bytes = BANK, explain: bool = False) -> tuple[Report, list[dict[str, str]]]:
    for name, content in (("needs.csv", needs), ("bank.csv", bank)):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    report = match_files(folder / "needs.csv", folder / "bank.csv", folder / "out.csv", explain=explain)
    with (folder / "out.csv").open(encoding="utf-8", newline="") as handle:
        return report, list(csv.DictReader(handle))


def test_headers_are_found_in_other_languages(tmp_path: Path) -> None:
    report, rows = run(tmp_path, NEEDS)
    assert [row["organisation_id"] for row in rows] == ["o1", "o2"]
    assert (report.needs, report.profiles, report.written, report.faults) == (1, 2, 2, ())
    assert int(rows[0]["score"]) >= int(rows[1]["score"])


def test_reasons_as_columns(tmp_path: Path) -> None:
    _, rows = run(tmp_path, NEEDS, explain=True)
    assert rows[0]["words_verdict"] == "met" and rows[0]["codes_verdict"] == ""
    assert sum(int(value) for name, value in rows[0].items() if name.endswith("_points") and value) == int(rows[0]["score"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    report, rows = run(tmp_path, NEEDS, BANK.encode(encoding))
    assert rows[0]["organisation_id"] == "o1"
    assert bool(report.faults) is (encoding in ("cp1252", "latin-1"))


def test_a_missing_column_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no column “text”.*id, colour"):
        run(tmp_path, "id,colour\n1,red\n")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04 broken", bytes(range(256)) * 8])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(TableError):
        run(tmp_path, content)


def test_faults_name_row_and_column_and_do_not_stop(tmp_path: Path) -> None:
    bank = "id,text,effectif,quantity,codes\na,,5,1,\nb,yarn,many,-3,1313\nb,yarn,5,2,isic4:1313\n,x,1,1,\n"
    report, _ = run(tmp_path, NEEDS, bank)
    assert [(fault.row, fault.column) for fault in report.faults] == [
        (2, "text"),
        (3, "codes"),
        (3, "quantity"),
        (3, "effectif"),
        (4, "id"),
        (5, "id"),
    ]
    assert "row 3, effectif: “many” is not understood A value such as 120" in str(report.faults[3])
    assert report.profiles == 1


def test_workbooks_and_merged_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["id", "Text", "Employees"], ["o1", "fil de coton", 12.0], ["o2", "chaussures", None]):
        sheet.append(row)
    sheet.merge_cells("C2:C3")
    book.save(tmp_path / "bank.xlsx")
    (tmp_path / "needs.csv").write_text(NEEDS, encoding="utf-8")
    report = match_files(tmp_path / "needs.csv", tmp_path / "bank.xlsx", tmp_path / "out.csv")
    assert report.profiles == 2
    (fault,) = report.faults
    assert "C2:C3" in str(fault)


def test_fifty_thousand_rows(tmp_path: Path) -> None:
    bank = "id,text,lang\n" + "".join(f"o{at},cotton yarn {at % 97},en\n" for at in range(50_000))
    report, rows = run(tmp_path, NEEDS, bank)
    assert report.profiles == 50_000 and len(rows) == 20


def test_classifying_a_file(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text,lang\n1,leather shoes,en\n2,???,en\n", encoding="utf-8")
    labels = [Label("isic4", "1520", "en", "Leather shoes"), Label("isic4", "3100", "en", "Furniture")]
    report = classify_file(tmp_path / "in.csv", tmp_path / "out.csv", Classifier(labels), top=3)
    assert report.needs == 2
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1].startswith("1,1,1520,")
