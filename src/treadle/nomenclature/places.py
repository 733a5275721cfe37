"""Names of countries, languages and currencies in the reader's language, from CLDR."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

LANGUAGES = (
    "en fr es ar pt ru zh de it nl pl tr vi hi bn ur sw am ha yo wo id ms th km lo my ne si ta te fa uk ro bg el cs sk hu sl hr "
    "sr da sv fi et lv lt mt ga mg rw so ti ln kk uz ko ja"
).split()


@lru_cache(maxsize=32)
def locale_of(lang: str) -> Locale:
    """What CLDR knows of a language; English where it knows none."""
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def _active(lang: str | None) -> str:
    return lang or get_language() or "en"


def country_name(iso2: str, lang: str | None = None) -> str:
    """Name of a country; the code itself when CLDR does not know it."""
    return str(locale_of(_active(lang)).territories.get(iso2.upper(), iso2))


def language_name(code: str, lang: str | None = None) -> str:
    """Name of a language."""
    return str(locale_of(_active(lang)).languages.get(code, code))


def currency_name(code: str, lang: str | None = None) -> str:
    """Name of a currency."""
    return str(locale_of(_active(lang)).currencies.get(code, code))


def country_choices(lang: str | None = None) -> list[tuple[str, str]]:
    """All countries and territories on record, by name."""
    from .models import Country

    names = ((iso2, country_name(iso2, lang)) for iso2 in Country.objects.values_list("iso2", flat=True))
    return sorted(names, key=lambda pair: pair[1])


def language_choices(lang: str | None = None) -> list[tuple[str, str]]:
    """Languages people may write in, by name."""
    return sorted(((code, language_name(code, lang)) for code in LANGUAGES), key=lambda pair: pair[1])


CURRENCIES = (
    "EUR USD XOF XAF MAD TND DZD EGP GHS NGN KES UGX TZS ETB RWF ZMW MZN ZAR MGA VND INR PKR BDT LKR NPR LAK KHR IDR PHP JOD "
    "LBP IQD OMR MXN COP PEN BOB GTQ HNL CRC ARS UYU CLP DOP BRL CVE AOA GBP CHF PLN TRY MDL CNY JPY"
).split()


def currency_choices(lang: str | None = None) -> list[tuple[str, str]]:
    """Currencies with code and name, the most used first."""
    return [(code, f"{code} · {currency_name(code, lang)}") for code in CURRENCIES]


@lru_cache(maxsize=1)
def _points() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the middle of each country's largest piece, by ISO code."""
    import csv
    from pathlib import Path

    from .models import Country

    by_number = dict(Country.objects.values_list("m49", "iso2"))
    with (Path(__file__).with_name("data") / "country_points.csv").open(encoding="utf-8") as handle:
        rows = [(by_number.get(row["m49"]), float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(handle)]
    return {iso2: (latitude, longitude) for iso2, latitude, longitude in rows if iso2}


def country_point(iso2: str) -> tuple[float, float] | None:
    """Where a country is drawn as one point: latitude and longitude; None for none, or one too small for the map."""
    return _points().get(iso2) if iso2 else None


def country_called(name: str) -> str:
    """The ISO code of the country that is called so in one of the shipped languages; "" where none is."""
    from django.conf import settings

    wanted = name.strip().casefold()
    for lang, _name in settings.LANGUAGES:
        for iso2, text in locale_of(lang).territories.items():
            if text.casefold() == wanted and len(iso2) == 2 and iso2.isalpha():
                return str(iso2)
    return ""
