"""Lists as people leave with them: CSV and XLSX of what the filters show, and pages of twenty."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

PER_PAGE = 20


def page_of(request: HttpRequest, rows: Any, per_page: int = PER_PAGE) -> Page:
    """The page that ``?page=`` names; the nearest one when there is none such."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def order_of(wanted: Mapping[str, str], orders: Mapping[str, Sequence[Any]], default: str, *, by_score: bool = False) -> Sequence[Any]:
    """The order that ``?sort=`` names; without one, the best fit first where words were searched for, else the default."""
    if wanted.get("sort") in orders:
        return orders[wanted["sort"]]
    return ("-score", *orders[default]) if by_score else orders[default]


def _safe(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value


def export(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> HttpResponse:
    """A download as ``csv`` or ``xlsx``."""
    return _xlsx(name, header, rows) if form == "xlsx" else _csv(name, header, rows)


def _csv(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(header)
    for row in rows:
        writer.writerow([value.isoformat() if isinstance(value, date | datetime) else _safe(value) for value in row])
    return response


def _xlsx(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    heads = [WriteOnlyCell(sheet, value=str(text)) for text in header]
    for cell in heads:
        cell.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append([value.replace(tzinfo=None) if isinstance(value, datetime) else _safe(value) for value in row])
    buffer = BytesIO()
    book.save(buffer)
    response = HttpResponse(buffer.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
