"""Codes for free text, from the trained concept space and the labels on record. The person decides; the machine only proposes."""

import threading
from collections.abc import Iterator

from django.utils.translation import get_language

from treadle.kit.numbers import current
from treadle.matching import (
    Bridge,
    Classifier,
    CodeReader,
    ConceptBridge,
    JointBridge,
    Label,
    Suggestion,
    guess_language,
    question,
    shipped,
)

from .models import Code, Link
from .systems import resolve

_lock = threading.Lock()
_kept: dict[str, tuple[int, Classifier]] = {}
_known: dict[str, tuple[int, frozenset[str]]] = {}
_bridges: list[tuple[Classifier, Bridge]] = []


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


def reader(family: str) -> Classifier | CodeReader:
    """What reads codes of a family: the concept space with the labels on record, or the labels alone where there is no model."""
    trained = shipped()
    return CodeReader(trained, classifier(family)) if trained else classifier(family)


def bridge() -> Bridge:
    """Where texts in different languages meet: the same one until the nomenclature changes."""
    labels = classifier("isic")
    with _lock:
        if not _bridges or _bridges[0][0] is not labels:
            trained = shipped()
            _bridges[:] = [(labels, JointBridge(ConceptBridge(trained), labels) if trained else labels)]
        return _bridges[0][1]


def suggest(text: str, family: str, *, lang: str = "auto", top: int = 10) -> list[Suggestion]:
    """Codes for a text, best first, with scores between 0 and 1."""
    return reader(family).suggest(text, lang, top, engine_name(resolve(family).key))


def codes_on_record(family: str) -> frozenset[str]:
    """The codes in force of a family, read again when the nomenclature has changed."""
    revision = current("nomenclature")
    kept = _known.get(family)
    if kept is None or kept[0] != revision:
        found = Code.objects.filter(system__key=resolve(family).key, retired_on=None).values_list("code", flat=True)
        kept = _known[family] = (revision, frozenset(found))
    return kept[1]


def unsettled(text: str, family: str = "cpv") -> list[Code]:
    """The branches on record between which a text leaves open what is meant; empty where it decides."""
    trained = shipped()
    system = resolve(family).key
    asked = question(trained, text, engine_name(system)) if trained and text.strip() else None
    if asked is None:
        return []
    wanted = [code.code for code, _ in asked.choices]
    rows = {row.code: row for row in Code.objects.filter(system__key=system, code__in=wanted).select_related("system", "parent")}
    return [rows[number] for number in wanted if number in rows]


FEW = 2
LATIN = frozenset("en fr es pt it de nl ca ro pl cs sk sl hr hu da sv no fi et lv lt id vi tr eu gl af sq sw la".split())
PROPOSED = {"isic": 3, "hs": 2, "cpv": 2}  # codes of each family that forms propose


def suggested_codes(text: str) -> list[Code]:
    """Codes of each system that forms propose, for what was typed so far."""
    found: list[Code] = []
    for family, top in PROPOSED.items():
        system = resolve(family).key
        wanted = [each.code.code for each in _on_record(text, family, top) if each.score >= SURE[family]]
        rows = Code.objects.filter(system__key=system, code__in=wanted).select_related("system", "parent")
        codes = {row.code: row for row in rows}
        found += [codes[number] for number in wanted if number in codes]
    return found


SURE = {"isic": 0.15, "hs": 0.3, "cpv": 0.25}  # below that a suggestion is noise


def _on_record(text: str, family: str, top: int) -> list[Suggestion]:
    reads = reader(family)
    name = engine_name(resolve(family).key)
    lang = guess_language(text) or get_language() or "en"
    if len(text.split()) <= FEW and lang in LATIN:  # a word or two do not say their language: that of the page will do
        lang = get_language() if get_language() in LATIN else lang
    if isinstance(reads, CodeReader):
        return reads.suggest(text, lang, top, name, codes_on_record(family))
    return reads.suggest(text, lang, top, name)
