"""Every read of the nomenclature."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from treadle.matching.text import fold

from .models import Code, Country, Link, System, Unit

PICKED = ("isic4", "hs2022", "cpv2008")  # systems that needs and capabilities are described with
LOOKED_AT = 400  # hits ranked in Python


def systems() -> QuerySet[System]:
    """All systems."""
    return System.objects.all()


def find(query: str, systems: Iterable[str] = PICKED, *, lang: str | None = None, limit: int = 20) -> list[Code]:
    """Codes by code, by words of a label in any language, or by everyday words; best first, retired ones last."""
    folded = fold(query)
    words = folded.split()
    if not words:
        return []
    codes = Code.objects.filter(system__key__in=list(systems)).select_related("system", "parent")
    digits = query.strip().split(":")[-1].replace(" ", "")
    clause = Q(code__istartswith=digits) if any(char.isdigit() for char in digits) or len(digits) == 1 else Q(pk__in=[])
    by_words = Q()
    for word in words:
        by_words &= Q(words__contains=word)
    found = list(codes.filter(clause | by_words)[:LOOKED_AT])
    return sorted(found, key=lambda code: _rank(code, folded, digits, lang))[:limit]


def _rank(code: Code, folded: str, digits: str, lang: str | None) -> tuple[object, ...]:
    exact = code.code.lower() == digits.lower()
    label = fold(code.labels.best(lang))
    lines = code.words.split(" \n")
    return (
        code.retired_on is not None,
        not exact,
        not any(line == folded for line in lines),
        not label.startswith(folded),
        folded not in label,
        not any(line.startswith(folded) for line in lines),
        len(label),
        code.code,
    )


def by_keys(keys: Iterable[str]) -> list[Code]:
    """Codes named ``system:code``, in the order given; unknown ones are left out."""
    wanted = list(dict.fromkeys(keys))
    by_system: dict[str, list[str]] = {}
    for key in wanted:
        system, _, code = key.partition(":")
        by_system.setdefault(system, []).append(code)
    clause = Q(pk__in=[])
    for system, codes in by_system.items():
        clause |= Q(system__key=system, code__in=codes)
    found = {code.key: code for code in Code.objects.filter(clause).select_related("system")}
    return [found[key] for key in wanted if key in found]


def replaced_by(code: Code) -> list[Code]:
    """Codes in force that a retired code leads to."""
    return [
        link.target
        for link in Link.objects.filter(source=code, target__retired_on=None).select_related("target__system")
        if link.target.system.family == code.system.family
    ]


def path(code: Code) -> list[Code]:
    """From the top of the tree to the code itself."""
    steps = [code]
    while steps[0].parent_id is not None and len(steps) < 12:
        steps.insert(0, Code.objects.select_related("system").get(pk=steps[0].parent_id))
    return steps


def with_ancestors(code: Code) -> list[str]:
    """The codes of a path, top first."""
    return [step.code for step in path(code)]


def children(code: Code) -> QuerySet[Code]:
    """Codes one step down."""
    return code.children.select_related("system").order_by("code")


def tops(system: System) -> QuerySet[Code]:
    """Codes of a system that have no parent."""
    return system.codes.filter(parent=None).select_related("system").order_by("code")


def links(code: Code) -> list[tuple[Code, bool, bool]]:
    """What a code corresponds to, with the partial flags of this side and of the other."""
    away = [(link.target, link.source_partial, link.target_partial) for link in code.links_from.select_related("target__system")]
    here = [(link.source, link.target_partial, link.source_partial) for link in code.links_to.select_related("source__system")]
    seen: dict[int, tuple[Code, bool, bool]] = {}
    for other, mine, theirs in (*away, *here):
        seen.setdefault(other.pk, (other, mine, theirs))
    return sorted(seen.values(), key=lambda row: (row[0].system.position, row[0].code))


def units() -> QuerySet[Unit]:
    """Units of measure."""
    return Unit.objects.all()


_unit_words: dict[str, dict[str, str]] = {}


def unit_word(code: str) -> str:
    """A unit for the reader: its symbol, in Arabic its word, since Latin symbols tear Arabic lines; a code that is not known as it is."""
    lang = get_language() or "en"
    if lang not in _unit_words:
        found = {row.code: row.names.best(lang) if lang == "ar" else row.symbol for row in Unit.objects.all()}
        if not found:
            return code
        _unit_words[lang] = found  # units change with the program only
    return _unit_words[lang].get(code, code)


def countries() -> QuerySet[Country]:
    """Countries and territories."""
    return Country.objects.select_related("area")
