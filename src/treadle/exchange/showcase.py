"""The example on the home page: a real open need and its best match, told without naming who asks."""

from typing import Any

from django.core.cache import cache

from .flow import ListingState
from .models import Listing
from .needs import need_of_listing
from .shown import cards

KEY = "exchange.showcase"
MINUTES = 10


def showcase() -> dict[str, Any] | None:
    """A published need with its best match, or None when nothing matches. The choice is kept for ten minutes."""
    from treadle.directory.profiles import databank
    from treadle.matching import match

    listings = Listing.objects.filter(state=ListingState.PUBLISHED, side="need", quantity__isnull=False)
    wanted = cache.get(KEY)
    chosen = listings.filter(pk=wanted).first() if wanted else None
    best: tuple[int, Any, Any] | None = None
    for listing in [chosen] if chosen else listings.order_by("-published_at")[:8]:
        result = match(need_of_listing(listing), databank(), k=1, near=0)
        if result.matches and (best is None or result.matches[0].score > best[0]):
            best = (result.matches[0].score, listing, result)
    if best is None:
        return None
    cache.set(KEY, best[1].pk, MINUTES * 60)
    found = cards(best[2].matches)
    return {"listing": best[1], "card": found[0]} if found else None
