"""Readers of publishers' own tables, one file each: ``rows(table)`` turns the publisher's columns into rows."""

import importlib
from collections.abc import Iterable

from ..loading import Row
from .tables import Table


def rows(family: str, table: Table) -> Iterable[Row]:
    """Rows of a publisher's table. Raises ValueError naming the columns that are missing and those that were found."""
    reader = importlib.import_module(f"{__name__}.{family}")
    return reader.rows(table)  # type: ignore[no-any-return]
