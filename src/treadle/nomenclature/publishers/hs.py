"""The Harmonized System: codes of two, four and six digits, with or without dots."""

from collections.abc import Iterator

from ..loading import Row
from ..models import Code
from .tables import Table

RESERVED = {"999999", "TOTAL"}


def rows(table: Table) -> Iterator[Row]:
    """Rows of chapters, headings and subheadings; chapters keep the section that is on record."""
    code = table.column("code", "hs", "hs6", "hs4", "commodity code", "id")
    languages = table.languages()
    plain = table.has("description", "label", "text")
    if not languages and plain is None:
        raise ValueError(f"No column of labels (label_en, description, …). Columns found: {', '.join(table.columns)}.")
    columns = languages or {"en": plain or ""}
    sections = dict(Code.objects.filter(system__family="hs", parent__isnull=False, level=2).values_list("code", "parent__code"))
    yield from _sections()
    for line in table.rows:
        digits = line[code].replace(".", "").replace(" ", "")
        if digits.isdigit() and len(digits) in (2, 4, 6) and digits not in RESERVED:
            labels = {lang: line[column] for lang, column in columns.items() if line.get(column)}
            yield Row(digits, labels, parent=sections.get(digits, "") if len(digits) == 2 else None)


def _sections() -> Iterator[Row]:
    """The sections on record: publishers' tables leave them out."""
    for section in Code.objects.filter(system__key="hs2022", level=1):
        yield Row(section.code, dict(section.labels), parent="", level=1)
