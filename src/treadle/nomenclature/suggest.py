"""Codes for free text, from the labels on record in all their languages. The person decides; the machine only proposes."""

import threading
from collections.abc import Iterator

from treadle.kit.numbers import current
from treadle.matching import Classifier, Label, Suggestion

from .models import Code, Link
from .systems import resolve

_lock = threading.Lock()
_kept: dict[str, tuple[int, Classifier]] = {}


def classifier(family: str) -> Classifier:
    """The classifier of a family in this process, made anew when the nomenclature has changed."""
    revision = current("nomenclature")
    with _lock:
        kept = _kept.get(family)
        if kept is None or kept[0] != revision:
            kept = _kept[family] = (revision, Classifier(labels(family)))
        return kept[1]


def labels(family: str) -> Iterator[Label]:
    """Labels and everyday words of the family's revision in force, and labels of national codes that stand for all of one."""
    system = resolve(family).key
    name = engine_name(system)
    for code in Code.objects.filter(system__key=system, retired_on=None).iterator():
        for lang, text in code.labels.items():
            yield Label(name, code.code, lang, text)
        for lang, words in code.synonyms.items():
            yield from (Label(name, code.code, lang, word) for word in words)
    if system == "isic4":
        yield from _national_labels(name)


def _national_labels(name: str) -> Iterator[Label]:
    linked = Link.objects.filter(target__system__key="isic4", source_partial=False).select_related("source", "target")
    for link in linked.iterator():
        for lang, text in link.source.labels.items():
            yield Label(name, link.target.code, lang, text)


def engine_name(system: str) -> str:
    """How the matching engine names a system: CPV and HS by family, industry classifications by revision."""
    return {"cpv2008": "cpv", "hs2022": "hs", "hs2017": "hs"}.get(system, system)


def suggest(text: str, family: str, *, lang: str = "auto", top: int = 10) -> list[Suggestion]:
    """Codes for a text, best first, with scores between 0 and 1."""
    return classifier(family).suggest(text, lang=lang, top=top)


def suggested_codes(text: str, *, top: int = 2) -> list[Code]:
    """Codes of each system that forms propose, for what was typed so far."""
    found: list[Code] = []
    for family in ("isic", "hs", "cpv"):
        system = resolve(family).key
        wanted = [each.code.code for each in suggest(text, family, top=top) if each.score >= SURE]
        rows = Code.objects.filter(system__key=system, code__in=wanted).select_related("system", "parent")
        codes = {row.code: row for row in rows}
        found += [codes[number] for number in wanted if number in codes]
    return found


SURE = 0.2  # below that a suggestion is noise
