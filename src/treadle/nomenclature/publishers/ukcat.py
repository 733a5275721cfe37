"""Tags of what charities do: two letters for a category, with three digits below it."""

from collections.abc import Iterator

from ..loading import Row
from .tables import Table


def rows(table: Table) -> Iterator[Row]:
    """Rows of categories and tags; a tag is labelled with its category and subcategory, without which few of them say what is meant."""
    code, tag = table.column("code"), table.column("tag", "name", "label")
    category, below, notes = table.has("category"), table.has("subcategory"), table.has("notes")
    for line in table.rows:
        value = line[code].strip().upper()
        if not value or not line[tag].strip():
            continue
        above = value[:2] if len(value) > 2 else ""
        parts = [line[tag], *(line[column] for column in (category, below) if column and line[column] != line[tag])]
        note = line[notes].strip() if notes else ""
        label = ", ".join(dict.fromkeys(part.strip() for part in parts if part.strip()))
        yield Row(value, {"en": f"{label}. {note}" if note else label}, parent=above, level=1 if not above else 2)
