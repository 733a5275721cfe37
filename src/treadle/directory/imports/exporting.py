"""Spreadsheets that can be edited and read again: the template, the databank of a centre, an import with its repairs."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..models import Centre, ImportBatch, ImportRow, Organisation
from .columns import COLUMNS
from .comparing import LOCAL, PAPERS
from .faults import Wrong

TEMPLATE = [
    "reference", "name", "legal_name", "other_name", "kinds", "country", "town", "street", "postcode", "latitude", "longitude", "website",
    "contact", "contact_role", "email", "phone", "about", "capability", "codes", "certificates", "expires_on", "registrations",
    "audits", "statements", "founded", "employees", "women", "ownership", "women_led", "parent", "languages", "markets", "scheme",
    "identifier",
]  # fmt: skip
EXPORT = ["record", *(key for key in TEMPLATE if key not in ("scheme", "expires_on"))]


def template() -> tuple[list[str], list[list[str]]]:
    """Header and one example row, in the reader's language."""
    return [str(COLUMNS[key].label) for key in TEMPLATE], [[COLUMNS[key].example for key in TEMPLATE]]


def databank(organisations: QuerySet[Organisation], centre: Centre) -> tuple[list[str], Iterator[list[Any]]]:
    """Header and rows of records as an import reads them again: what nobody changes in the file comes back as the same."""
    found = organisations.prefetch_related(
        "kinds", "names", "identifiers", "sites", "contacts", "evidence", "capabilities__codes__system"
    ).order_by("pk")
    return [str(COLUMNS[key].label) for key in EXPORT], (_row(each, centre) for each in found.iterator(chunk_size=500))


def _row(organisation: Organisation, centre: Centre) -> list[Any]:
    names = list(organisation.names.all())
    site = next(iter(organisation.sites.all()), None)
    contact = next(iter(organisation.contacts.all()), None)
    able = list(organisation.capabilities.all())
    own = LOCAL % centre.pk
    numbers = [(each.scheme, each.number) for each in organisation.identifiers.all()]
    papers = list(organisation.evidence.all())
    texts = [" ".join(each.text.split()) for each in able]
    cells: dict[str, Any] = {
        "record": organisation.pk, "reference": next((number for scheme, number in numbers if scheme == own), ""),
        "name": organisation.name,
        "legal_name": next((name.text for name in names if name.sort == "legal"), ""),
        "other_name": "; ".join(name.text for name in names if name.sort != "legal"),
        "kinds": "; ".join(each.kind for each in organisation.kinds.all()), "country": organisation.country_id, "town": organisation.town,
        "website": organisation.website, "about": organisation.about.best(), "founded": organisation.founded,
        "capability": " | ".join(texts) + (" |" if len(texts) == 1 and ";" in texts[0] else ""),
        "codes": "; ".join(dict.fromkeys(code.key for each in able for code in each.codes.all())),
        **{name: "; ".join(dict.fromkeys(each.standard for each in papers if each.sort == sort)) for sort, name in PAPERS.items()},
        "ownership": organisation.ownership,
        "women_led": "" if organisation.women_led is None else "yes" if organisation.women_led else "no",
        "parent": organisation.parent_id,
        "employees": organisation.employees, "women": organisation.women, "languages": "; ".join(organisation.languages),
        "markets": "; ".join(organisation.markets),
        "identifier": "; ".join(f"{scheme}:{number}" for scheme, number in numbers if scheme != own),
    }  # fmt: skip
    if site is not None:
        cells |= {name: getattr(site, name) for name in ("street", "postcode", "latitude", "longitude")}
    if contact is not None:
        cells |= {"contact": contact.name, "contact_role": contact.role, "email": contact.email, "phone": contact.phone}
    return ["" if cells.get(key) is None else cells.get(key, "") for key in EXPORT]


def repaired(batch: ImportBatch) -> tuple[list[str], Iterator[list[Any]]]:
    """The file as it stands now, with what each row is and what is still wrong in it."""
    header = [*batch.headers, _("Row"), _("State"), _("What is wrong")]
    rows = batch.rows.order_by("number").iterator(chunk_size=1000)
    return header, (_with_state(row) for row in rows)


def _with_state(row: ImportRow) -> list[Any]:
    wrong = [Wrong(**kept) for kept in row.faults]
    said = "; ".join(f"{COLUMNS[each.column].label}: {each.wrong} {each.would_do}" for each in wrong)
    return [*row.cells, row.number, row.get_state_display(), said]
