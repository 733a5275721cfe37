"""ISIC: sections are letters, divisions two digits, groups three, classes four."""

from collections.abc import Iterator

from ..loading import Row
from .tables import Table


def rows(table: Table) -> Iterator[Row]:
    """Rows of all levels. A division belongs to the section named in its row, else to the last section above it."""
    code = table.column("code", "isic", "isic4_code", "codigo")
    parent = table.has("parent")
    languages = table.languages()
    columns = languages or {"en": table.column("description", "label", "title", "descripcion")}
    section = ""
    for line in table.rows:
        value = line[code].upper()
        if value.isalpha() and len(value) == 1:
            section, above = value, ""
        elif value.isdigit() and 2 <= len(value) <= 4:
            above = (line[parent] if parent else "") or (section if len(value) == 2 else value[:-1])
        else:
            continue
        labels = {lang: line[column] for lang, column in columns.items() if line.get(column)}
        yield Row(value, labels, parent=above, level=1 if value.isalpha() else len(value))
