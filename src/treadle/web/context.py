"""What the layout needs on every page."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from treadle.kit import notify
from treadle.kit.once import token
from treadle.kit.requests import request_id


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The main menu for this person."""
    from treadle.exchange.queries import desk_centres

    entries: list[tuple[str, str]] = []
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        if desk_centres(person):
            entries += [(reverse("exchange:desk"), _("Desk")), (reverse("exchange:enquiries"), _("Enquiries"))]
            entries += [(reverse("directory:databank"), _("Databank"))]
        else:
            entries += [(reverse("home"), _("Overview")), (reverse("exchange:enquiries"), _("My enquiries"))]
    entries += [
        (reverse("exchange:needs"), _("Needs")),
        (reverse("exchange:offers"), _("Offers")),
        (reverse("directory:index"), _("Organisations")),
        (reverse("nomenclature:index"), _("Codes")),
    ]
    here = request.path
    current = max((url for url, _text in entries if here == url or (url != "/" and here.startswith(url))), key=len, default="")
    return [{"url": url, "text": text, "current": url == current} for url, text in entries]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Layout values: menu, unread count, languages, the network's name."""
    person = getattr(request, "user", None)
    signed_in = person is not None and person.is_authenticated
    return {
        "network": settings.NETWORK_NAME,
        "languages": settings.LANGUAGES,
        "menu": cache(lambda: menu(request)),  # templates call it; pages that do not, do not pay
        "unread": cache(lambda: notify.unread(person).count() if signed_in else 0),
        "form_token": token,
        "request_id": request_id.get(),
        "acting": getattr(request, "acting", None),
        "acting_options": getattr(request, "acting_options", []),
    }
