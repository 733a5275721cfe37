"""Gather the texts that the concept space is trained on, from a folder of published files.

The folder's layout is that of ``docs/concepts.md``; none of the files is part of the project. A text is a
:class:`Text`: where it comes from, which classification and code it stands for, and for tenders the notice, so that
a measurement can leave a notice out.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LANGUAGES = "bg cs da de el en es et fi fr hr hu it lt lv mt nl pl pt ro sk sl sv ru uk".split()
LONGEST = 1200
Row = dict[str, str]


class Text(NamedTuple):
    """One text of one code."""

    source: str
    system: str
    code: str
    notice: str
    text: str


def gather(data: Path, own: Path) -> list[Text]:
    """All texts, each once for a code; ``own`` is the folder of labels in the project's own words."""
    kept: dict[tuple[str, str, str], Text] = {}
    parts = (cpv_labels(data), own_labels(own), tenders(data), records(data), industries(data), goods(data))
    for found in (text for part in parts for text in part):
        text = " ".join(found.text.split())[:LONGEST]
        if text and found.code:
            kept.setdefault((found.system, found.code, text), found._replace(text=text))
    real = {found.code for found in kept.values() if found.source == "label" and found.system == "cpv"}
    return [found for found in kept.values() if found.system != "cpv" or found.code in real]


def rows(path: Path) -> Iterator[Row]:
    """Lines of a CSV file with a header; nothing when the file is not there."""
    if path.exists():
        with path.open(newline="", encoding="utf-8", errors="replace") as handle:
            yield from csv.DictReader(handle)


def cpv_labels(data: Path) -> Iterator[Text]:
    """The Common Procurement Vocabulary in 25 languages."""
    for row in rows(data / "cpv_2008/cpv_2008_main.csv"):
        for lang in LANGUAGES:
            yield Text("label", "cpv", row["code8"], "", row[lang])


def own_labels(own: Path) -> Iterator[Text]:
    """Divisions and groups in our own words, Arabic among them."""
    for row in rows(own / "cpv_upper.csv"):
        for lang in ("en", "fr", "es", "ar"):
            yield Text("label", "cpv", row["code"].ljust(8, "0"), "", row[lang])


def tenders(data: Path) -> Iterator[Text]:
    """Notices with their lots and awards."""
    folder = data / "ted_notices_cpv_DEV"
    for row in rows(folder / "ted_title_description_cpv.csv"):
        yield Text("notice", "cpv", row["cpv_main"], row["notice_id"], row["title"])
        if row["short_description"]:
            yield Text("notice", "cpv", row["cpv_main"], row["notice_id"], f"{row['title']}. {row['short_description']}")
    for row in rows(folder / "ted_lots.csv"):
        text = ". ".join(part for part in (row["lot_title"], row["lot_description"]) if part)
        yield Text("lot", "cpv", row["cpv_main_of_notice"], row["notice_id"], text)
        for code in re.findall(r"\d{8}", row["cpv_additional"] or ""):
            yield Text("second code", "cpv", code, row["notice_id"], text)
    for row in rows(folder / "ted_awarded_contractors.csv"):
        yield Text("lot", "cpv", row["cpv_main_of_notice"], row["notice_id"], row["award_title"])


def records(data: Path) -> Iterator[Text]:
    """Contracts that public bodies published with a code."""
    for path in sorted((data / "procurement_records").glob("*/records.csv")):
        for row in rows(path):
            yield Text("record", "cpv", row["cpv"][:8], "", row["text"])


def industries(data: Path) -> Iterator[Text]:
    """ISIC Rev.4 in four languages, and national classes and index entries that lead to one class of it."""
    for row in rows(data / "isic_rev4/isic_rev4.csv"):
        yield Text("label", "isic4", row["code"], "", row["label_en"])
        yield Text("label", "isic4", row["code"], "", row["label_ar"])
    for row in rows(data / "isic_rev4/isic_rev4_fr_via_nace_naf2.csv"):
        yield Text("label", "isic4", row["isic4_code"], "", row["label_fr"])
    for row in rows(data / "isic_rev4/ciiu_rev4_es_national.csv"):
        yield from (Text("label", "isic4", row["isic4_code"], "", text) for name, text in row.items() if name.startswith("label_es"))
    known = {row["code"] for row in rows(data / "isic_rev4/isic_rev4.csv")}
    leads: dict[tuple[str, str], set[str]] = {}
    for row in rows(data / "concordances/national_industry_to_isic_nace.csv"):
        if row["to_standard"] == "ISIC4" and row["to_code"] in known:
            leads.setdefault((row["from_standard"], row["from_code"].replace(".", "")), set()).add(row["to_code"])
    for row in rows(data / "national_industry_classifications/labels_long.csv"):
        target = leads.get((row["standard"], row["code"].replace(".", "")), set())
        if len(target) == 1:
            yield Text("kin", "isic4", next(iter(target)), "", row["label"])
    nace: dict[str, set[str]] = {}
    for row in rows(data / "concordances/naics2017_to_nace2.csv"):
        american, european = list(row.values())[:2]
        nace.setdefault(american, set()).add(european.replace(".", ""))
    for row in rows(data / "naics/naics_2017_index_entries_us_census.csv"):
        target = {code for one in nace.get(row["naics2017"], set()) for code in leads.get(("NACE2", one), set())}
        if len(target) == 1:
            yield Text("kin", "isic4", next(iter(target)), "", row["index_item"])


def goods(data: Path) -> Iterator[Text]:
    """The Harmonized System: labels in English and Spanish, chapters in Arabic, search words, descriptions of parcels and goods."""
    for row in rows(data / "hs_2022/hs_2022_en.csv"):
        yield Text("label", "hs", row["code"], "", row["label_en"])
    for row in rows(data / "hs_2017/hs_2017_es_uruguay_ncm.csv"):
        yield Text("label", "hs", row["hs6"], "", row["label_es_full"].replace(">", " "))
    for row in rows(data / "hs_arabic_saudi_partial/hs_chapters_ar_en.csv"):
        yield Text("label", "hs", row["chapter"], "", row["desc_ar"].replace("ـ", ""))
        yield Text("label", "hs", row["chapter"], "", row["desc_en"])
    for row in rows(data / "uk_tariff_search_terms/search_references_term_to_commodity.csv"):
        yield Text("kin", "hs", row["hs6"], "", row["term"])
    for row in rows(data / "cn_2022/cn_2022_en_selfexplanatory.csv"):
        code = row["cn"].replace(" ", "")
        if code.isdigit() and len(code) >= 4:
            yield Text("kin", "hs", code[:6], "", row["self_explanatory_text_en"])
    for row in rows(data / "ar_goods_to_hs6_DEV/ar_en_goods_to_hs6.csv"):
        for name in ("desc_ar", "desc_en"):
            yield Text("goods", "hs", row["hs6"], f"goods-{row['tariff_code12']}", row[name])
    for number, row in enumerate(rows(data / "uk_tariff_goods_descriptions_DEV/goods_description_to_commodity.csv")):
        yield Text("goods", "hs", row["hs6"], f"parcel-{number}", row["description"])
