"""Searches that people keep."""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from treadle.directory.finding import FACETS, is_somewhere
from treadle.kit import events
from treadle.kit.policy import require
from treadle.matching import Code

from .. import policy, watching
from ..models import SavedSearch

FILTERS = ("q", "country", "code", "certificate", "near", "km", "box", "view", "sort", *FACETS)
MOST = 100  # searches of one person


@transaction.atomic
def save_search(
    *, by: Any, title: str, what: str, delivery: str, wanted: Mapping[str, str] | None = None,
    text: str = "", language: str = "", codes: Iterable[Code] = (), source: int = 0,
) -> SavedSearch:  # fmt: skip
    """Keep a search by the filters of a list (``wanted``), or for things like one (its ``text`` and ``codes``).

    The same search twice is the same one, with the title and the way of telling given last.
    """
    require(by, policy.SEARCH_KEEP)
    kept = {name: str(value)[:200] for name, value in (wanted or {}).items() if name in FILTERS and value}
    if what not in SavedSearch.What.values or delivery not in SavedSearch.Tell.values:
        raise ValidationError(_("Say what is searched for, and when to tell you."))
    if (
        not text.strip() and not watching.groups_of(what, kept) and not is_somewhere(kept)
    ):  # nothing, or nothing that narrows: … or an unknown size
        raise ValidationError(_("Filter the list first: a search for everything would tell you of everything."))
    digest = digest_of(what, kept, text.strip()[:8000])
    if by.searches.exclude(digest=digest).count() >= MOST:
        raise ValidationError(_("You keep %(most)s searches. Drop one that you need no more."), params={"most": MOST})
    found, new = SavedSearch.objects.update_or_create(
        person=by, digest=digest,
        defaults={
            "title": title.strip()[:120] or str(_("Kept search")), "delivery": delivery, "language": language, "what": what,
            "wanted": kept, "text": text.strip()[:8000], "codes": [[code.system, code.code] for code in codes], "source": source,
        },
    )  # fmt: skip
    _look(found)
    events.record("exchange.search.kept" if new else "exchange.search.changed", by=by, on=found)
    return found


@transaction.atomic
def change_search(*, by: Any, search: SavedSearch, title: str, delivery: str) -> None:
    """Call a search otherwise, or be told otherwise."""
    require(by, policy.SEARCH_WRITE, search)
    if not title.strip():
        raise ValidationError({"title": _("Give the search a name.")})
    if delivery not in SavedSearch.Tell.values:
        raise ValidationError({"delivery": _("Choose when to tell you.")})
    changes = {"delivery": [search.delivery, delivery]} if search.delivery != delivery else None
    search.title, search.delivery = title.strip()[:120], delivery
    search.save(update_fields=["title", "delivery"])
    _look(search)
    events.record("exchange.search.changed", by=by, on=search, changes=changes)


@transaction.atomic
def drop_search(*, by: Any, search: SavedSearch) -> None:
    """Keep a search no more."""
    require(by, policy.SEARCH_WRITE, search)
    watching.forget(search)
    events.record("exchange.search.dropped", by=by, on=search)
    search.delete()


def digest_of(what: str, wanted: Mapping[str, str], text: str) -> str:
    """A short name for what a search wants, whatever it is called and however its filters are ordered."""
    said = json.dumps([what, sorted((name, value) for name, value in wanted.items() if name != "sort"), text], ensure_ascii=True)
    return blake2b(said.encode(), digest_size=16).hexdigest()


def _look(found: SavedSearch) -> None:
    if found.delivery == SavedSearch.Tell.OFF:
        watching.forget(found)
    else:
        watching.keep(found)
