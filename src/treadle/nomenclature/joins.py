"""Where the nomenclature meets the rest: the search box."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from treadle.kit import search

from . import queries


def _found(query: str, person: Any, limit: int) -> search.Found:
    codes = queries.find(query, limit=200)
    hits = [
        search.Hit(f"{code.code} {code.labels}", code.system.name, code.get_absolute_url(), code.labels.language())
        for code in codes[:limit]
    ]
    return search.Found(len(codes), hits)


search.register(search.Provider("codes", _("Codes"), _found, order=90))
