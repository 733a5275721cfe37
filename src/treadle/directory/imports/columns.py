"""What a column of a databank may be, and the headers by which it is recognised in the shipped languages and a few more."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treadle.matching import fold

HEADERS = Path(__file__).with_name("headers.txt")


@dataclass(frozen=True, slots=True)
class Column:
    """``example`` stands in the template; what is ``many`` may stand in several columns of a file."""

    key: str
    label: str | Promise
    example: str = ""
    many: bool = False


COLUMNS = {
    column.key: column
    for column in (
        Column("record", _("Number of the record here"), ""),
        Column("reference", _("Your own number"), "A-17"),
        Column("name", _("Name"), "Atelier Zellij"),
        Column("legal_name", _("Legal name"), "Zellij SARL"),
        Column("other_name", _("Other name or acronym"), "زليج", many=True),
        Column("kinds", _("Kind"), "enterprise"),
        Column("country", _("Country"), "MA"),
        Column("town", _("Town"), "Fès"),
        Column("street", _("Street or whole address"), "12, rue des Potiers"),
        Column("postcode", _("Postcode"), "30000"),
        Column("latitude", _("Latitude"), "34.033"),
        Column("longitude", _("Longitude"), "-5.0"),
        Column("website", _("Website"), "www.zellij.example"),
        Column("contact", _("Contact person"), "Amina Tazi"),
        Column("contact_role", _("Role of the contact"), "Manager"),
        Column("email", _("E-mail"), "amina@zellij.example", many=True),
        Column("phone", _("Telephone"), "+212 535 000 111", many=True),
        Column("about", _("What it does"), "Hand-cut tiles and mosaics", many=True),
        Column("capability", _("Product, process or service"), "Glazed tiles; mosaic panels", many=True),
        Column("codes", _("Codes"), "isic4:2392"),
        Column("isic", _("ISIC code"), "2392"),
        Column("cpv", _("CPV code"), ""),
        Column("hs", _("HS code"), ""),
        Column("certificates", _("Certificates"), "ISO 9001; GOTS"),
        Column("expires_on", _("Certificates valid until"), "2027-05-31"),
        Column("registrations", _("Registrations and licences"), ""),
        Column("audits", _("Audits and inspections"), ""),
        Column("statements", _("Statements and policies"), ""),
        Column("founded", _("Founded in"), "1998"),
        Column("employees", _("People working there"), "34"),
        Column("women", _("of whom women"), "15"),
        Column("ownership", _("Who owns it"), "local"),
        Column("women_led", _("Led by women"), "yes"),
        Column("parent", _("Belongs to"), ""),
        Column("languages", _("Languages it writes"), "fr; ar"),
        Column("markets", _("Countries it serves"), "FR; ES"),
        Column("scheme", _("Register"), "MA-ICE"),
        Column("identifier", _("Number in the register"), "001234567000089", many=True),
    )
}
FROM_HEADER = {  # a header that names its register, where the country leaves no doubt about the list
    "ice": "MA-ICE", "siret": "FR-SIRET", "siren": "FR-SIRENE", "ninea": "SN-NINEA", "cnpj": "BR-CNPJ", "rfc": "MX-RFC",
}  # fmt: skip


def plain_header(header: str) -> str:
    """A header without accents, marks, capitals and spaces."""
    return re.sub(r"[\W_]+", "", fold(header))


def _read_headers() -> dict[str, str]:
    """Plain header → column, from ``headers.txt``; a header that stands under two columns means the first."""
    found: dict[str, str] = {}
    for line in HEADERS.read_text(encoding="utf-8").splitlines():
        key, colon, headers = line.partition(": ")
        if colon and key in COLUMNS:
            for header in (key, *headers.split("|")):
                found.setdefault(plain_header(header), key)
    return found


_BY_HEADER = _read_headers()


def labelled() -> dict[str, str]:
    """Plain header → column, for the labels of the template in every shipped language."""
    from django.conf import settings
    from django.utils.translation import override

    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.update({plain_header(str(column.label)): column.key for column in COLUMNS.values()})
    return found


def recognise(headers: Sequence[str], known: Mapping[str, str] | None = None) -> list[str]:
    """Which column each header is, "" where it is none of ours.

    ``known`` is plain header → column, what the centre's earlier files meant by it; it comes before what we know. A column that may not
    stand twice is taken where it stands first.
    """
    labels, taken, found = labelled(), set[str](), list[str]()
    for header in headers:
        plain = plain_header(header)
        key = (known or {}).get(plain)
        if key is None:
            key = labels.get(plain) or _BY_HEADER.get(plain, "")
        if key not in COLUMNS or (key in taken and not COLUMNS[key].many):
            key = ""
        taken.add(key)
        found.append(key)
    return found


def hits(cells: Iterable[str]) -> int:
    """How many cells of a row are headers that we know; the row with most of them is the header."""
    labels = labelled()
    return sum(1 for cell in cells if cell and len(cell) < 60 and (plain_header(cell) in _BY_HEADER or plain_header(cell) in labels))
