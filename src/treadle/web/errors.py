"""Pages for when something goes wrong. Each carries the id that finds the request in the log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from treadle.kit.requests import request_id


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"title": title, "text": text, "id": request_id.get(), "status": status}
    return render(request, "web/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400."""
    return _page(request, 400, _("That request could not be read"), _("Go back and try again. What you typed may still be in the form."))


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403: visible, but not theirs to do."""
    return _page(
        request, 403, _("You may not do this"),
        _("Your role does not allow it. Ask an owner of the organisation, or your officer. “Who may do what” lists all roles."),
    )  # fmt: skip


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's secret is missing or old."""
    return _page(
        request, 403, _("The form has become too old"),
        _("For your safety a form works only for a while and only from this site. Go back, reload the page and send it again."),
    )  # fmt: skip


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404: not there, or not theirs to know of; the page does not tell which."""
    return _page(
        request, 404, _("There is nothing here"),
        _("The address may be wrong, the thing may be gone, or it may be for others only. If it should be yours, sign in first."),
    )  # fmt: skip


def broken(request: HttpRequest) -> HttpResponse:
    """500, drawn without a database and without anything that could fail again."""
    text = render_to_string("500.html", {"id": request_id.get()})
    return HttpResponse(text, status=500)
