"""In whose time a page tells the hour: the person's, else that of the country they act for, else the installation's."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from treadle.kit.zones import is_zone, zone_of, zone_of_country


class ZoneMiddleware:
    """Activates the reader's time zone for the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        with timezone.override(zone_of(zone_for(request))):
            return self.get_response(request)


def zone_for(request: HttpRequest) -> str:
    """The key of the reader's zone; "" for the installation's."""
    if not request.user.is_authenticated:
        return ""
    if is_zone(request.user.zone):
        return request.user.zone
    acting = getattr(request, "acting", None)
    return zone_of_country(acting.country_id) if acting is not None else ""
