"""The Common Procurement Vocabulary: a column of codes (with or without check digit) and a column per language."""

from collections.abc import Iterator

from ..loading import Row
from .tables import Table


def rows(table: Table) -> Iterator[Row]:
    """Rows with eight-digit codes. The check digit is dropped: hundreds of official codes break its rule."""
    code = table.column("code", "code8", "cpv", "cpv code", "main code")
    languages = table.languages()
    if not languages:
        raise ValueError(f"No column named after a language (en, fr, …). Columns found: {', '.join(table.columns)}.")
    for line in table.rows:
        digits = line[code].split("-")[0].replace(" ", "")
        if len(digits) == 8 and digits.isdigit():
            yield Row(digits, {lang: line[column] for lang, column in languages.items() if line.get(column)})
