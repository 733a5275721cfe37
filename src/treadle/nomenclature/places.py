"""Names of countries, languages and currencies in the reader's language, from CLDR."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

LANGUAGES = (
    "en fr es ar pt ru zh de it nl pl tr vi hi bn ur sw am ha yo wo id ms th km lo my ne si ta te fa uk ro bg el cs sk hu sl hr "
    "sr da sv fi et lv lt mt ga mg rw so ti ln kk uz ko ja"
).split()


@lru_cache(maxsize=32)
def _locale(lang: str) -> Locale:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def _active(lang: str | None) -> str:
    return lang or get_language() or "en"


def country_name(iso2: str, lang: str | None = None) -> str:
    """Name of a country; the code itself when CLDR does not know it."""
    return str(_locale(_active(lang)).territories.get(iso2.upper(), iso2))


def language_name(code: str, lang: str | None = None) -> str:
    """Name of a language."""
    return str(_locale(_active(lang)).languages.get(code, code))


def currency_name(code: str, lang: str | None = None) -> str:
    """Name of a currency."""
    return str(_locale(_active(lang)).currencies.get(code, code))


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
