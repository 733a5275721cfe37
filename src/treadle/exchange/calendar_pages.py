"""The calendar of one's due dates: the file that programs read, and the page that says how."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from treadle.directory.models import Person
from treadle.kit.access import PUBLIC, SIGNED_IN, access

from . import calendars


@access(PUBLIC)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of whoever the address was made for, in their language."""
    person = calendars.person_of(token)
    if person is None:
        raise Http404
    with translation.override(person.language), timezone.override(person.timezone()):
        response = HttpResponse(calendars.calendar_of(person), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="treadle.ics"'
    response["Cache-Control"] = "private, max-age=300"
    return response


@access(SIGNED_IN)
def subscribe(request: HttpRequest) -> HttpResponse:
    """The address of one's calendar, and what to do with it."""
    return render(request, "exchange/calendar.html", {"address": calendars.address_of(cast(Person, request.user))})
