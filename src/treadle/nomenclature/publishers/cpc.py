"""The Central Product Classification: codes of one to five digits."""

from collections.abc import Iterator

from ..loading import Row
from .tables import Table


def rows(table: Table) -> Iterator[Row]:
    """Rows of sections, divisions, groups, classes and subclasses."""
    code = table.column("code", "cpc", "cpc21code", "cpc21")
    languages = table.languages()
    columns = languages or {"en": table.column("description", "label", "title", "cpc21title")}
    for line in table.rows:
        digits = line[code]
        if digits.isdigit() and 1 <= len(digits) <= 5:
            labels = {lang: line[column] for lang, column in columns.items() if line.get(column)}
            yield Row(digits, labels, parent=digits[:-1], level=len(digits))
