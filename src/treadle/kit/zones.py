"""Time zones by the names that CLDR has for them, and that of a country."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import get_timezone_location
from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import get_language


def zone_of(key: str) -> ZoneInfo:
    """The zone of an IANA key; "" is that of the installation."""
    return ZoneInfo(key or settings.TIME_ZONE)


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, str]:
    """Country by IANA key, for the zones that belong to one."""
    return {
        key: country for key, country in get_global("zone_territories").items() if "/" in key and len(country) == 2 and country != "001"
    }


def zone_of_country(country: str) -> str:
    """The zone of a country that has only one; "" for others."""
    found = [key for key, owner in _zones().items() if owner == country]
    return found[0] if len(found) == 1 else ""


def is_zone(key: str) -> bool:
    """Whether the key is one that can be chosen."""
    return key in _zones()


@lru_cache(maxsize=16)
def _choices(language: str) -> list[tuple[str, str]]:
    return sorted(((key, zone_name(key, language)) for key in _zones()), key=lambda pair: pair[1])


def zone_choices() -> list[tuple[str, str]]:
    """Zones by the name that the reader's language has for them: the country, and the town where it has several."""
    return _choices(get_language() or "en")


@lru_cache(maxsize=2000)
def zone_name(key: str, language: str) -> str:
    """``Morocco Time``, ``United States (New York) Time``, in the words of a language."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return str(get_timezone_location(zone_of(key), locale=locale))


def moment(at: datetime) -> str:
    """A moment in the reader's time and words, with whose time it is: ``14 December 2026 23:59, Morocco Time``."""
    key = timezone.get_current_timezone_name()
    name = zone_name(key, get_language() or "en") if is_zone(key) else key
    return f"{formats.date_format(timezone.localtime(at), 'DATETIME_FORMAT')} ({name})"
