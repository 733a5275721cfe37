"""Rows of an import as people are shown them: what is wrong and would be right, what is new, what would change, what they are like."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from treadle.kit.texts import comma
from treadle.nomenclature.places import country_name, language_name

from .. import sources
from ..models import ImportBatch, ImportRow, Kind, Organisation
from .columns import COLUMNS
from .faults import Wrong, note

FIELDS: dict[str, str | Promise] = {
    "ownership": gettext_lazy("Ownership"), "women_led": gettext_lazy("Led by women"),
    "names": gettext_lazy("Other names"), "identifiers": gettext_lazy("Numbers in registers"), "capabilities": gettext_lazy("Capabilities"),
    "site": gettext_lazy("Town of the site"), "contact": gettext_lazy("Other contacts"),
    "contact_name": gettext_lazy("Contact person"), "contact_email": gettext_lazy("E-mail"),
    "contact_phone": gettext_lazy("Telephone"), "contact_role": gettext_lazy("Role of the contact"),
}  # fmt: skip
REASONS: dict[str, str | Promise] = {
    "name": gettext_lazy("the name"), "identifier": gettext_lazy("a number in a register"), "email": gettext_lazy("the e-mail address"),
    "domain": gettext_lazy("the domain of website or e-mail"), "phone": gettext_lazy("the telephone number"),
    "street": gettext_lazy("the address"), "town": pgettext_lazy("reason", "the town"), "postcode": gettext_lazy("the postcode"),
}  # fmt: skip


def label(name: str) -> str:
    """A field in the reader's language."""
    return str(FIELDS.get(name) or COLUMNS[name].label)


def value(name: str, raw: Any) -> str:
    """A value in the reader's language."""
    if raw in (None, "", []):
        return "–"
    if name == "country" or name == "markets":
        return comma().join(country_name(each) for each in ([raw] if isinstance(raw, str) else raw))
    if name == "languages":
        return comma().join(language_name(each) for each in raw)
    if name == "kinds":
        return comma().join(str(Kind(each).label) for each in raw)
    if name == "ownership":
        return str(Organisation.Ownership(raw).label)
    if isinstance(raw, bool):
        return gettext("Yes") if raw else gettext("No")
    if isinstance(raw, list):
        return comma().join(map(str, raw))
    if isinstance(raw, int) and name != "founded":
        return number_format(raw, force_grouping=True)
    return str(raw)


def reasons(found: Iterable[str]) -> str:
    """What speaks for two records being the same."""
    return comma().join(str(REASONS[each]) for each in found if each in REASONS)


def rows_of(batch: ImportBatch, rows: Iterable[ImportRow]) -> list[dict[str, Any]]:
    """Rows with everything that a page shows of them, with a fixed number of queries."""
    listed = list(rows)
    wanted = {each["organisation"] for row in listed for each in row.likely if "organisation" in each}
    wanted |= {row.organisation_id for row in listed if row.organisation_id}
    known = Organisation.objects.select_related("country").in_bulk(wanted)
    inside = {each["row"] for row in listed for each in row.likely if "row" in each}
    others = {row.number: row for row in ImportRow.objects.filter(batch=batch, number__in=inside)}
    return [_shown(row, known, others) for row in listed]


def _shown(row: ImportRow, known: dict[int, Organisation], others: dict[int, ImportRow]) -> dict[str, Any]:
    name = row.values.get("name") or (known[row.organisation_id].name if row.organisation_id in known else "")
    where = [
        row.values.get("street", ""),
        row.values.get("town", ""),
        country_name(row.values["country"]) if row.values.get("country") else "",
    ]
    return {
        "row": row, "name": name or _("Row %(number)s") % {"number": row.number}, "where": comma().join(filter(None, where)),
        "faults": [_fault(each) for each in row.faults],
        "changes": [(label(field), value(field, before), value(field, after)) for field, (before, after) in row.changes.items()],
        "kept": [(label(field), value(field, before), value(field, after)) for field, (before, after) in row.kept.items()],
        "organisation": known.get(row.organisation_id or 0),
        "likely": [_alike(each, known, others) for each in row.likely if each.get("organisation") in known or each.get("row") in others],
    }  # fmt: skip


def _fault(kept: dict[str, Any]) -> dict[str, Any]:
    wrong = Wrong(**kept)
    return {
        "column": label(wrong.column), "value": wrong.value, "wrong": wrong.wrong, "would_do": wrong.would_do,
        "right": wrong.right, "right_word": value(wrong.column, wrong.right) if wrong.column == "country" and wrong.right else wrong.right,
        "kind": wrong.kind, "fault": wrong.fault,
    }  # fmt: skip


def _alike(each: dict[str, Any], known: dict[int, Organisation], others: dict[int, ImportRow]) -> dict[str, Any]:
    if "row" in each:
        other = others[each["row"]]
        said = comma().join(filter(None, (other.values.get("street", ""), other.values.get("town", ""))))
        return {"row": other.number, "name": other.values.get("name", ""), "said": said, "reasons": reasons(each["reasons"])}
    organisation = known[each["organisation"]]
    return {
        "organisation": organisation, "name": organisation.name, "said": organisation.town, "reasons": reasons(each["reasons"]),
        "percent": round(each["probability"] * 100),
    }  # fmt: skip


def kinds_of_faults(batch: ImportBatch, most: int = 40) -> list[dict[str, Any]]:
    """Faults that can be repaired together: the same column, fault and value, with how many rows have them, most first."""
    counted: Counter[str] = Counter()
    first: dict[str, dict[str, Any]] = {}
    faulty = ImportRow.objects.filter(batch=batch, state=ImportRow.State.FAULTY).values_list("faults", flat=True)
    for faults in faulty.iterator(chunk_size=2000):
        for kept in faults:
            kind = Wrong(**kept).kind
            counted[kind] += 1
            first.setdefault(kind, kept)
    return [{**_fault(first[kind]), "count": count} for kind, count in counted.most_common(most)]


def notes(batch: ImportBatch) -> list[str]:
    """Remarks on the file in the reader's language."""
    from datetime import date

    said = (
        {**each, "day": date_format(date.fromisoformat(each["day"]), "SHORT_DATE_FORMAT")} if "day" in each else each
        for each in batch.notes
    )
    return [note(each) for each in said]


WHO: dict[str, str | Promise] = {
    "owner": pgettext_lazy("source", "its owner"), "union": pgettext_lazy("source", "the organisation that speaks for it"),
    "officer": pgettext_lazy("source", "an officer"),
    "import": pgettext_lazy("source", "an import"), "suggested": pgettext_lazy("source", "proposed by the machine"),
}  # fmt: skip
PARTS: dict[str, str | Promise] = {
    "capability": gettext_lazy("Capabilities"), "evidence": gettext_lazy("Evidence"),
    "society": gettext_lazy("Civil-society organisation"), "interest": gettext_lazy("What it looks for"),
    "certificate": gettext_lazy("Certificates"), "contact": gettext_lazy("Contact"),
    "site": gettext_lazy("Sites"), "name": gettext_lazy("Name"), "identifier": gettext_lazy("Registers"),
}  # fmt: skip


SORTS = PARTS.keys() - {"name"}  # told part by part; "name" is also the organisation's own


def provenance(organisation: Organisation) -> list[dict[str, Any]]:
    """For each field and each part of a record who said it last, when, and from which file and row."""
    fields = [(str(COLUMNS[name].label), source) for name, source in organisation.stated.items() if name in COLUMNS and name not in SORTS]
    parts = [(f"{PARTS[sort]}: {part}"[:120], source) for sort, part, source in sources.of_parts(organisation) if sort in PARTS]
    single = [(str(PARTS["society"]), organisation.stated["society"])] if "society" in organisation.stated else []
    return [_sourced(label, source) for label, source in sorted(fields, key=lambda pair: pair[0]) + single + parts]


def _sourced(label: str, source: Any) -> dict[str, Any]:
    on = date.fromisoformat(source["on"]) if source.get("on") else None
    return {**source, "label": label, "said_by": str(WHO.get(source.get("who", ""), "")), "on": on}
