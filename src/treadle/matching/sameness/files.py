"""Pairs of records in a spreadsheet, each given how likely both are of one body."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from treadle.matching.sheets import Fault, Row, TableError, read_sheet

from .keys import Facts
from .score import likeness
from .weights import Weights

COLUMNS = {
    "name_a": ("name a", "name 1", "left name"), "name_b": ("name b", "name 2", "right name"), "lang_a": ("language a",),
    "lang_b": ("language b",), "address_a": ("address a", "address 1"), "address_b": ("address b", "address 2"),
    "country_iso2": ("country", "country code"), "country_a": ("country a",), "country_b": ("country b",),
}  # fmt: skip
EVEN = Weights(prior=0.0)  # a pair that somebody puts forward is as likely one body as two before it is looked at

__all__ = ["Fault", "TableError", "score_pairs"]


def score_pairs(source: str | Path, out: str | Path, progress: Callable[[int, int], Any] | None = None) -> tuple[int, list[Fault]]:
    """Write every row of ``source`` with a column ``probability`` added; gives how many and what was remarkable about the file.

    Columns name_a, name_b and, where known, lang_a, lang_b, address_a, address_b, country_iso2 (or country_a and country_b); others are
    kept. Raises TableError when the file cannot be used.
    """
    sheet = read_sheet(source, COLUMNS, ("name_a", "name_b"))
    with Path(out).open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow([*sheet.headers, "probability"])
        for done, row in enumerate(sheet.rows, 1):
            writer.writerow([*row.raw, f"{_probability(row):.6f}"])
            if progress and done % 500 == 0:
                progress(done, len(sheet.rows))
    return len(sheet.rows), sheet.faults


def _probability(row: Row) -> float:
    cells = row.cells

    def facts(side: str) -> Facts:
        country = cells.get(f"country_{side}") or cells.get("country_iso2", "")
        return Facts(cells[f"name_{side}"], country=country.upper(), street=cells.get(f"address_{side}", ""))

    return likeness(facts("a"), facts("b"), EVEN, langs=(cells.get("lang_a", ""), cells.get("lang_b", ""))).probability
