"""Activities of non-profit organisations: sections are letters, groups A10, subgroups A11; each code stands in the column of its level."""

from collections.abc import Iterator

from ..loading import Row
from .tables import Table


def rows(table: Table) -> Iterator[Row]:
    """Rows of sections, groups and subgroups; what a note says it includes is part of the label that texts are compared with."""
    levels = [table.column("section"), table.column("group"), table.column("sub-group", "subgroup")]
    title, notes = table.column("title", "label", "description"), table.has("notes")
    for line in table.rows:
        held = [line[column].strip() for column in levels]
        named = [code for code in held if code]
        if named and line[title].strip():
            note = line[notes].strip() if notes else ""
            label = f"{line[title].strip()}. {note}" if note.startswith("Includes") else line[title].strip()
            yield Row(named[-1], {"en": label}, parent=named[-2] if len(named) > 1 else "", level=len(named))
