"""Reading what people write in cells: countries in any language, numbers and dates in any habit, several things in one cell."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from math import isfinite
from typing import Any

from babel import Locale
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import override

from treadle.kit.forms import doubtful, plain_number
from treadle.kit.texts import clean_line, clean_text
from treadle.matching import fold
from treadle.nomenclature.models import Code, Country
from treadle.nomenclature.places import LANGUAGES

from ..models import Kind, Organisation

ERRORS = frozenset(
    "#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #N/D #¡REF! #¿NOMBRE? #VALEUR! #NOM?".split()
)
NOTHING = frozenset(
    {"-", "--", "—", "–", "n/a", "na", "n.a.", "nil", "none", "null", "néant", "neant", ".", "/", "?", "x", "nc", "n.c.", "s/o"}
)
COUNTRY_ALIASES = {
    "ivory coast": "CI", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "uk": "GB", "u k": "GB", "usa": "US",
    "u s a": "US", "united states of america": "US", "korea": "KR", "south korea": "KR", "republic of korea": "KR", "north korea": "KP",
    "vietnam": "VN", "russia": "RU", "russian federation": "RU", "iran": "IR", "syria": "SY", "laos": "LA", "lao pdr": "LA",
    "moldova": "MD", "tanzania": "TZ", "bolivia": "BO", "venezuela": "VE", "brunei": "BN", "burma": "MM", "czech republic": "CZ",
    "macedonia": "MK", "swaziland": "SZ", "cape verde": "CV", "cabo verde": "CV", "drc": "CD", "dr congo": "CD", "congo kinshasa": "CD",
    "congo brazzaville": "CG", "congo": "CG", "gambia": "GM", "the gambia": "GM", "holland": "NL", "the netherlands": "NL", "uae": "AE",
    "emirates": "AE", "turkey": "TR", "turkiye": "TR", "east timor": "TL", "palestine": "PS", "taiwan": "TW", "hong kong": "HK",
    "macau": "MO", "viet nam": "VN", "republique de cote divoire": "CI", "rca": "CF", "rdc": "CD", "rep dem congo": "CD",
    "republic of south africa": "ZA", "rsa": "ZA", "ksa": "SA", "pr china": "CN", "p r china": "CN", "prc": "CN",
    "peoples republic of china": "CN", "hong kong sar": "HK", "srilanka": "LK", "slovak republic": "SK", "kingdom of morocco": "MA",
    "cote d ivoire": "CI", "bosnia": "BA", "republic of ireland": "IE",
}  # fmt: skip


class Bad(Exception):
    """A cell that cannot be read; ``right`` is a value that would do, where one can be guessed."""

    def __init__(self, fault: str, right: str = "", **params: Any) -> None:
        super().__init__(fault)
        self.fault, self.right, self.params = fault, right, params


def line(text: str, most: int) -> str:
    """One line of text."""
    said = clean_line(text)
    if said in ERRORS:
        raise Bad("error")
    if len(said) > most:
        raise Bad("long", most=most)
    return said


def long_text(text: str, most: int = 4000) -> str:
    """A text of several lines, without marks of HTML."""
    said = clean_text(re.sub(r"<[^<>]{1,400}>", " ", text) if "<" in text else text)
    if said in ERRORS:
        raise Bad("error")
    if len(said) > most:
        raise Bad("long", most=most)
    return said


def parts(text: str, marks: str = ";|\n") -> list[str]:
    """Several things in one cell, each once."""
    found = (clean_line(part) for part in re.split(f"[{re.escape(marks)}{'،' if ';' in marks else ''}]", text))
    return [part for part in dict.fromkeys(found) if part and part.lower() not in NOTHING]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text).replace("'", "").replace("’", "")).strip()


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Every name of every country, folded → ISO code."""
    known: dict[str, str] = {}
    on_record = dict(Country.objects.values_list("iso2", "iso3"))
    for language in reversed(LANGUAGES):
        territories = Locale.parse(language).territories
        known.update({_plain(str(territories[iso2])): iso2 for iso2 in on_record if iso2 in territories})
    known.update({iso3.lower(): iso2 for iso2, iso3 in on_record.items()})
    known.update({iso2.lower(): iso2 for iso2 in on_record})
    known.update({name: iso2 for name, iso2 in COUNTRY_ALIASES.items() if iso2 in on_record})
    return known


def country(text: str) -> str:
    """A country by its name in any of some fifty languages, or its ISO code."""
    known, said = _countries(), _plain(line(text, 100))
    if said in known:
        return known[said]
    close = get_close_matches(said, known, n=1, cutoff=0.8)
    raise Bad("country", right=known[close[0]] if close else "")


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        names = Locale.parse(language).languages
        known.update({_plain(str(names[code])): code for code in LANGUAGES if code in names})
    return known | {code: code for code in LANGUAGES}


def language(text: str) -> str:
    """A language by its name in any language, or its code."""
    known, said = _languages(), _plain(text)
    if said in known:
        return known[said]
    close = get_close_matches(said, known, n=1, cutoff=0.8)
    raise Bad("language", right=known[close[0]] if close else "")


KIND_WORDS = {
    Kind.ENTERPRISE: "company firm business enterprise workshop factory supplier manufacturer startup sme entreprise societe atelier usine "
    "fabricant pme empresa taller fabrica proveedor fabricante pyme مؤسسة شركة مقاولة ورشة مصنع",
    Kind.CSO: "ngo cso association union cooperative foundation chamber federation ong syndicat fondation chambre asociacion sindicato "
    "cooperativa fundacion camara جمعية تعاونية اتحاد نقابة",
    Kind.INSTITUTION: "university institute school laboratory centre universite ecole laboratoire universidad instituto escuela "
    "laboratorio جامعة معهد مدرسة مختبر",
    Kind.INVESTOR: "bank fund investisseur banque fonds inversionista inversor banco fondo مستثمر بنك صندوق",
    Kind.PUBLIC_BODY: "ministry agency government ministere agence gouvernement ministerio agencia gobierno وزارة وكالة حكومة",
}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    from django.conf import settings

    known = {_plain(word): kind.value for kind, words in KIND_WORDS.items() for word in words.split()}
    for code, _name in settings.LANGUAGES:
        with override(code):
            known.update({_plain(str(label)): value for value, label in Kind.choices if value != Kind.CENTRE})
    return known | {_plain(value): value for value in Kind.values if value != Kind.CENTRE}


def kinds(text: str) -> list[str]:
    """Kinds of organisation by their names in the shipped languages, or words for them."""
    known, found = _kinds(), list[str]()
    for part in parts(text, ";,|/\n"):
        value = known.get(_plain(part))
        if value is None:
            close = get_close_matches(_plain(part), known, n=1, cutoff=0.8)
            names = ", ".join(str(label) for value, label in Kind.choices if value != Kind.CENTRE)
            raise Bad("kind", right=known[close[0]] if close else "", known=names)
        found.append(value)
    return list(dict.fromkeys(found))


OWNERSHIP_WORDS = {
    Organisation.Ownership.LOCAL: "local domestic national private locally nationale prive nacional privada privado محلية وطنية خاصة",
    Organisation.Ownership.FOREIGN: "foreign international etrangere etranger extranjera extranjero estrangeira اجنبية",
    Organisation.Ownership.MIXED: "mixed joint mixte mixta misto مختلطة",
    Organisation.Ownership.STATE: "state public government etat publique publico estatal estado عمومية حكومية",
}


AROUND_OWNERSHIP = frozenset("owned ownership capital propriete propiedad propriedade de del and et y e و ملكية".split())


@lru_cache(maxsize=1)
def _ownerships() -> dict[str, str]:
    from django.conf import settings

    known = {_plain(word): each.value for each, words in OWNERSHIP_WORDS.items() for word in words.split()}
    for code, _name in settings.LANGUAGES:
        with override(code):
            known.update({_plain(str(label)): value for value, label in Organisation.Ownership.choices})
    return known | {value: value for value in Organisation.Ownership.values}


def ownership(text: str) -> str:
    """Whose it is, by the words of the shipped languages."""
    known, said = _ownerships(), _plain(line(text, 60))
    words = [word for word in said.split() if word not in AROUND_OWNERSHIP]
    found = {known[said]} if said in known else {known[word] for word in words if word in known}
    if len(found) == 1 and (said in known or all(word in known for word in words)):
        return found.pop()
    names = ", ".join(str(label) for _value, label in Organisation.Ownership.choices)
    raise Bad("ownership", right=Organisation.Ownership.MIXED if found == {"local", "foreign"} else "", known=names)


YES = frozenset("yes y true 1 oui vrai si verdadero sim نعم صحيح".split())
NO = frozenset("no n false 0 non faux falso nao لا خطا".split())


def yes_or_no(text: str) -> bool:
    """Yes or no, in the shipped languages."""
    said = _plain(line(text, 20))
    if said in YES or said in NO:
        return said in YES
    raise Bad("yes_or_no", right="yes" if said == "ok" else "")


def whole(text: str, least: int, most: int) -> int:
    """A whole number: ``1 200``, ``1,200`` and ``1200.0`` are the same; of ``10-49`` and ``about 30`` nothing is guessed."""
    said = line(text, 60)
    if doubtful(said):
        digits = re.sub(r"\D", "", said)
        raise Bad("doubtful", right=digits)
    try:
        number = float(plain_number(said))
    except ValueError:
        found = re.findall(r"\d+", said)
        raise Bad("whole", right=found[0] if len(found) == 1 else "") from None
    if not isfinite(number):
        raise Bad("whole")
    if number != int(number):
        raise Bad("whole", right=str(round(number)))
    if not least <= number <= most:
        raise Bad("range", least=least, most=most)
    return int(number)


def year(text: str) -> int:
    """A year, also out of a date."""
    found = re.search(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)", text.translate(_DIGITS))
    if found is None:
        raise Bad("whole")
    return whole(found[0], 1600, date.today().year)


_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_DMS = re.compile(r"^\s*(\d{1,3})\s*[°º]\s*(\d{1,2})?\s*['′’]?\s*(\d{1,2}(?:[.,]\d+)?)?\s*[\"″”]?\s*([NSEWO])?\s*$", re.IGNORECASE)


def degrees(text: str, most: int) -> float:
    """Degrees with a point or comma, or degrees, minutes and seconds with the side of the world."""
    said = line(text, 60).translate(_DIGITS)
    if found := _DMS.match(said):
        whole_part, minutes, seconds, side = found.groups()
        number = int(whole_part) + int(minutes or 0) / 60 + float((seconds or "0").replace(",", ".")) / 3600
        number = -number if (side or "").upper() in ("S", "W", "O") else number
    else:
        try:
            number = float(said.replace(",", "."))
        except ValueError:
            raise Bad("degrees") from None
    if not -most <= number <= most:
        raise Bad("degrees")
    return round(number, 6)


def emails(text: str) -> list[str]:
    """Addresses with spaces inside or several in one cell."""
    found = []
    for part in re.split(r"[;,|/\n]|\s+(?=\S+@)", text):
        said = re.sub(r"\s+", "", clean_line(part)).removeprefix("mailto:").strip("<>.").lower()
        if not said or said in NOTHING:
            continue
        try:
            validate_email(said)
        except ValidationError:
            near = re.sub(r"\(at\)|\[at\]", "@", said).replace("(dot)", ".")
            raise Bad("email", right=near if near != said else "") from None
        if len(said) > 254:
            raise Bad("long", most=254)
        found.append(said)
    return list(dict.fromkeys(found))


def phones(text: str) -> list[str]:
    """Telephone numbers, several in one cell; a number that a spreadsheet took for an amount gets its digits back."""
    found = []
    for part in re.split(r"[;,|\n]|\s+/\s*|/(?=\s*[+0(])", text):
        said = clean_line(part).translate(_DIGITS)
        if not said or said.lower() in NOTHING:
            continue
        if re.fullmatch(r"\d(\.\d+)?E\+?\d+", said, re.IGNORECASE):
            said = str(int(float(said))) if isfinite(float(said)) else ""
        said = re.sub(r"(?i)^(tel|phone|mob|gsm|fax|tél)\.?\s*:?\s*", "", said)
        if not 6 <= sum(char.isdecimal() for char in said) <= 20 or re.search(r"[^\d\s+().\-–/x]", said):
            raise Bad("phone")
        found.append(said[:40])
    return list(dict.fromkeys(found))


_URL = URLValidator(schemes=["http", "https"])


def website(text: str) -> str:
    """A web address, with or without its beginning."""
    said = line(text, 300).strip("<>")
    said = re.sub(r"^(?:https?[:/]+)+", "", said, flags=re.IGNORECASE).replace(" ", "")
    address = f"https://{said}" if said else ""
    try:
        _URL(address)
    except ValidationError:
        raise Bad("website", right=said.replace(",", ".") if "," in said else "") from None
    if len(address) > 300:
        raise Bad("long", most=300)
    return address if not text.lower().strip().startswith("http://") else f"http://{said}"


def day(text: str) -> str:
    """A date with the year first, or the day, or the month in letters; where day and month may be either, nothing is guessed."""
    said = line(text, 40).translate(_DIGITS)
    if re.fullmatch(r"\d{5}", said):  # a spreadsheet's own count of days
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(said)).isoformat()
    if found := re.match(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", said):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said):
        one, other, of = int(found[1]), int(found[2]), int(found[3])
        if one <= 12 and other <= 12 and one != other and "." not in said:
            raise Bad("date_doubtful", one=f"{of}-{other:02}-{one:02}", other=f"{of}-{one:02}-{other:02}")
        return _date(of, other, one) if other <= 12 else _date(of, one, other)
    for pattern in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y"):
        try:
            return datetime.strptime(said, pattern).date().isoformat()
        except ValueError:
            continue
    if re.fullmatch(r"(19|20)\d\d", said):
        return f"{said}-12-31"
    raise Bad("date")


def _date(of: int, month: int, on: int) -> str:
    try:
        return date(of, month, on).isoformat()
    except ValueError:
        raise Bad("date") from None


def code_keys(text: str, system: str = "") -> list[str]:
    """Codes as they are named here, ``isic4:2392``; ``system`` is meant where the cell names none. They are looked up later, together."""
    found = []
    for part in parts(text, ";,|\n"):
        named, colon, number = part.rpartition(":")
        key = (named.strip().lower() if colon else system) or ""
        number = re.sub(r"[^0-9A-Za-z-]", "", number.split(" ")[0] if not colon else number.strip().split(" ")[0])
        if not key or not number:
            raise Bad("code")
        found.append(f"{key}:{number}")
    return list(dict.fromkeys(found))


def known_codes(keys: set[str]) -> Mapping[str, Code]:
    """Codes on record by the names that files use for them; ``isic`` is the current ISIC, and so on."""
    from treadle.nomenclature import queries
    from treadle.nomenclature.systems import resolve

    spelled: dict[str, list[str]] = {}
    for key in keys:
        system, _colon, number = key.partition(":")
        try:
            full = resolve(system).key
        except KeyError:
            continue
        spelled[key] = [
            f"{full}:{number}",
            f"{full}:{number.replace('-', '')}",
            f"{full}:{number[:8]}",
            f"{full}:{number.replace('.', '')}",
        ]
    on_record = {code.key: code for code in queries.by_keys(sorted({each for some in spelled.values() for each in some}))}
    return {key: on_record[each] for key, some in spelled.items() for each in some if each in on_record}


def forget() -> None:
    """Read countries and languages anew; for tests that change what is on record."""
    for kept in (_countries, _languages, _kinds, _ownerships):
        kept.cache_clear()
