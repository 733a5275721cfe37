"""The International Classification for Standards: 01, 01.040, 01.040.01."""

import re
from collections.abc import Iterator

from ..loading import Row
from .tables import Table

SHAPE = re.compile(r"^\d{2}(\.\d{3}(\.\d{2})?)?$")


def rows(table: Table) -> Iterator[Row]:
    """Rows of fields, groups and subgroups."""
    code = table.column("code", "ics", "identifier")
    languages = table.languages()
    columns = languages or {"en": table.column("title", "titleen", "label", "description")}
    for line in table.rows:
        if SHAPE.match(line[code]):
            yield Row(line[code], {lang: line[column] for lang, column in columns.items() if line.get(column)})
