"""Standing wishes in the database: kept under their keys, found by the tokens of a record, checked before they count.

A domain keeps its searches and open needs here under a kind of its own and asks, for each record that is new or has changed, which
of them it meets (see :mod:`treadle.matching.standing`).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet

from treadle.matching.standing import ALWAYS, Groups, meets, number, packed, unpacked

from .models import Standing, StandingKey


@transaction.atomic
def put(kind: str, object_id: int, groups: Groups, keys: Iterable[str]) -> None:
    """Keep a wish, or renew it."""
    wish, _ = Standing.objects.update_or_create(kind=kind, object_id=object_id, defaults={"groups": packed(groups)})
    wish.keys.all().delete()
    StandingKey.objects.bulk_create([StandingKey(standing=wish, key=key) for key in sorted({key_of(kind, token) for token in keys})])


def drop(kind: str, object_ids: Iterable[int]) -> None:
    """Forget wishes."""
    Standing.objects.filter(kind=kind, object_id__in=list(object_ids)).delete()


def keep_only(kind: str, object_ids: Iterable[int]) -> None:
    """Forget the wishes of a kind but for these."""
    Standing.objects.filter(kind=kind).exclude(object_id__in=list(object_ids)).delete()


def met(kind: str, tokens: frozenset[str]) -> list[int]:
    """Ids of the wishes of a kind that a record with these tokens meets, in order."""
    rows = _found(kind, tokens).values_list("standing__object_id", "standing__groups")
    return sorted({object_id for object_id, groups in rows if meets(_groups(groups), tokens)})


def likeliest(kind: str, tokens: frozenset[str], most: int, among: QuerySet[Any]) -> list[int]:
    """Ids of the wishes of a kind, of those ``among``, that have most keys in common with a record; each is still to be judged."""
    found = _found(kind, tokens).filter(standing__object_id__in=among)
    rows = found.values("standing__object_id").annotate(hits=Count("pk")).order_by("-hits", "standing__object_id")
    return [row["standing__object_id"] for row in rows[:most]]


def _found(kind: str, tokens: frozenset[str]) -> QuerySet[StandingKey]:
    return StandingKey.objects.filter(key__in=[key_of(kind, token) for token in (*tokens, ALWAYS)]).order_by()


def key_of(kind: str, token: str) -> int:
    """A token of a kind of wish as a number: the kinds share a table, and no query has to tell them apart."""
    return number(f"{kind} {token}")


@lru_cache(maxsize=50_000)
def _groups(line: str) -> Groups:
    """The same wishes are looked at for every record of their kind."""
    return unpacked(line)
