"""Published needs and offers for other sites: an Atom feed, and a small list to embed, which sets no cookie and runs no script."""

from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from treadle.kit import search
from treadle.kit.access import PUBLIC, access
from treadle.nomenclature.places import country_name

from . import queries
from .kinds import kind_of
from .models import Listing

MOST_IN_FEED, MOST_EMBEDDED = 50, 10
PAGES = {"need": "exchange:needs", "offer": "exchange:offers"}


def found(side: str, request: HttpRequest, most: int) -> list[Listing]:
    """What the public list shows under the same filters, the newest first."""
    wanted = {key: str(value) for key, value in request.GET.items() if value}
    near = search.nearest("listing", wanted.get("q", ""))
    return list(queries.filter_listings(queries.published(side), wanted, near).order_by("-published_at", "-pk")[:most])


class Listings(Feed[Listing, dict[str, Any]]):
    """An Atom feed of one side, in the language of the address; whose a listing is stays untold, as in the list."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:  # type: ignore[override]
        """The side, and what is in the list."""
        side = kwargs["side"]
        return {"side": side, "rows": found(side, request, MOST_IN_FEED)}

    def title(self, obj: dict[str, Any]) -> str:
        """Side and network."""
        return f"{_('Needs') if obj['side'] == 'need' else _('Offers')} · {settings.NETWORK_NAME}"

    def link(self, obj: dict[str, Any]) -> str:
        """The list itself."""
        return settings.BASE_URL + reverse(PAGES[obj["side"]])

    def items(self, obj: dict[str, Any]) -> list[Listing]:
        """The listings."""
        return obj["rows"]

    def item_title(self, item: Listing) -> str:  # type: ignore[override]
        """Its title."""
        return item.title

    def item_description(self, item: Listing) -> str:  # type: ignore[override]
        """Its summary."""
        return item.summary

    def item_link(self, item: Listing) -> str:
        """Its page."""
        return settings.BASE_URL + item.get_absolute_url()

    def item_guid(self, item: Listing) -> str:
        """The same for as long as it is the same publication."""
        return f"{settings.BASE_URL}{item.get_absolute_url()}#{item.published_at:%Y%m%d%H%M%S}"

    def item_pubdate(self, item: Listing) -> Any:
        """When it was published."""
        return item.published_at

    def item_updateddate(self, item: Listing) -> Any:
        """The same: a published listing does not change."""
        return item.published_at

    def item_categories(self, item: Listing) -> tuple[str, ...]:  # type: ignore[override]
        """Kind and country."""
        return (str(kind_of(item.kind).label), country_name(item.organisation.country_id))


_listings = Listings()


@access(PUBLIC)
def feed(request: HttpRequest, side: str) -> HttpResponse:
    """The feed of needs or of offers."""
    return _listings(request, side=side)


@access(PUBLIC)
@xframe_options_exempt
def embed(request: HttpRequest, side: str) -> HttpResponse:
    """The newest of a list for another site's frame, with its filters. ``?in=fr`` chooses the language: nothing is remembered."""
    wanted = request.GET.get("in", "")
    language = wanted if wanted in dict(settings.LANGUAGES) else translation.get_language() or "en"
    with translation.override(language):
        rows = [(row, kind_of(row.kind)) for row in found(side, request, MOST_EMBEDDED)]
        context = {"rows": rows, "side": side, "base": settings.BASE_URL, "all": settings.BASE_URL + reverse(PAGES[side])}
        response = render(request, "exchange/embed.html", context)
    response._csp_replace = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]
    response["Content-Language"] = language
    return response
