"""Putting a table of codes on record: what is added, changed and retired, the same however often it is run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from treadle.kit.numbers import next_number
from treadle.matching.text import fold

from .models import Code, Link, System
from .systems import Known, level_of, parent_code

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a code with labels by language. ``parent`` None means: by the grammar of the family."""

    code: str
    labels: Mapping[str, str]
    parent: str | None = None
    level: int | None = None


@dataclass(slots=True)
class Report:
    """What loading did."""

    system: str
    added: int = 0
    changed: int = 0
    retired: int = 0
    unchanged: int = 0
    languages: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.system}: {self.added} added, {self.changed} changed, {self.retired} retired, {self.unchanged} unchanged; "
            f"{len(self.languages)} languages"
        )


def system_row(known: Known, position: int = 100) -> System:
    """The system's record, made when it is new."""
    return System.objects.update_or_create(
        key=known.key,
        defaults={
            "family": known.family, "name": known.name, "publisher": known.publisher, "country": known.country,
            "is_current": known.current, "position": position,
        },
    )[0]  # fmt: skip


def words_of(code: Code) -> str:
    """Everything a code can be found by, folded."""
    said = [*code.labels.values(), *(word for words in code.synonyms.values() for word in words)]
    return " \n".join(fold(text) for text in said)


@transaction.atomic
def load(
    known: Known,
    rows: Iterable[Row],
    *,
    complete: bool = True,
    position: int = 100,
    on: date | None = None,
    progress: Callable[[int], None] = lambda count: None,
) -> Report:
    """Put rows on record. A label in a language that the table lacks is kept; with ``complete`` a code that the table lacks
    is retired. Rows must come with parents before or after, in any order.
    """
    system = system_row(known, position)
    report = Report(known.name)
    on_record = {code.code: code for code in system.codes.all()}
    wanted = {row.code: row for row in rows}
    above = _parents(system, wanted, on_record, report)
    altered: list[Code] = []
    levels: dict[int, list[Row]] = {}
    for number, row in enumerate(wanted.values()):
        report.languages |= set(row.labels)
        code = on_record.get(row.code)
        if code is None:
            levels.setdefault(_depth(row.code, above), []).append(row)
        elif _changed(code, row, on_record.get(above[row.code])):
            altered.append(code)
        else:
            report.unchanged += 1
        if number % BATCH == 0:
            progress(number)
    for _depth_of, fresh in sorted(levels.items()):
        made = [_made(system, row, on_record.get(above[row.code])) for row in fresh]
        on_record.update((code.code, code) for code in Code.objects.bulk_create(made, batch_size=BATCH))
        report.added += len(made)
    Code.objects.bulk_update(altered, ["labels", "words", "retired_on", "parent"], batch_size=200)
    report.changed = len(altered)
    if complete:
        gone = [code.pk for code in on_record.values() if code.code not in wanted and code.retired_on is None]
        report.retired = Code.objects.filter(pk__in=gone).update(retired_on=on or date.today())
    if report.added or report.changed or report.retired:
        next_number("nomenclature")
    return report


def _parents(system: System, wanted: Mapping[str, Row], on_record: Mapping[str, Code], report: Report) -> dict[str, str]:
    """The parent of each wanted code, by name; "" for the top. A parent that no table has is reported."""
    above = {}
    for row in wanted.values():
        name = parent_code(system.family, row.code) if row.parent is None else row.parent
        while row.parent is None and name and name not in wanted and name not in on_record:
            name = parent_code(system.family, name)
        if name and name not in wanted and name not in on_record:
            report.problems.append(f"{row.code}: parent {name} is not in the table")
            name = ""
        above[row.code] = "" if name == row.code else name
    return above


def _depth(code: str, above: Mapping[str, str]) -> int:
    """Steps from the top among the wanted codes; a circle ends at the first code seen twice."""
    seen = {code}
    while (code := above.get(code, "")) and code not in seen:
        seen.add(code)
    return len(seen)


def _made(system: System, row: Row, parent: Code | None) -> Code:
    level = row.level or level_of(system.family, row.code)
    code = Code(system=system, code=row.code, level=level, parent=parent, labels=dict(row.labels))
    code.words = words_of(code)
    return code


def _changed(code: Code, row: Row, parent: Code | None) -> bool:
    """Bring a code up to the row; tells whether anything was different."""
    labels = {**code.labels, **row.labels}
    parent_id = parent.pk if parent is not None else None
    if labels == dict(code.labels) and code.retired_on is None and code.parent_id == parent_id:
        return False
    code.labels, code.retired_on, code.parent = labels, None, parent
    code.words = words_of(code)
    return True


@transaction.atomic
def link(source: str, target: str, pairs: Iterable[tuple[str, str, bool | None, bool | None]], origin: str) -> int:
    """Put a concordance on record: pairs of codes with partial flags; None derives a flag from how often a code occurs.

    Pairs whose codes are not on record are left out. Returns how many links are new.
    """
    lines = list(pairs)
    ours = dict(Code.objects.filter(system__key=source).values_list("code", "pk"))
    theirs = dict(Code.objects.filter(system__key=target).values_list("code", "pk"))
    left: dict[str, int] = {}
    right: dict[str, int] = {}
    for one, other, _one, _other in lines:
        left[one] = left.get(one, 0) + 1
        right[other] = right.get(other, 0) + 1
    made = [
        Link(
            source_id=ours[one],
            target_id=theirs[other],
            source_partial=left[one] > 1 if part is None else part,
            target_partial=right[other] > 1 if other_part is None else other_part,
            origin=origin,
        )
        for one, other, part, other_part in lines
        if one in ours and other in theirs
    ]
    before = Link.objects.count()
    Link.objects.bulk_create(made, batch_size=2000, ignore_conflicts=True)
    return Link.objects.count() - before


@transaction.atomic
def add_synonyms(lines: Iterable[tuple[str, str, str, list[str]]]) -> int:
    """Everyday words for codes: (system, code, language, words). Returns how many codes changed."""
    wanted: dict[tuple[str, str], dict[str, list[str]]] = {}
    for system, code, lang, words in lines:
        wanted.setdefault((system, code), {})[lang] = words
    changed = []
    for row in Code.objects.filter(system__key__in={system for system, _ in wanted}).select_related("system"):
        more = wanted.get((row.system.key, row.code))
        if more and {**row.synonyms, **more} != row.synonyms:
            row.synonyms = {**row.synonyms, **more}
            row.words = words_of(row)
            changed.append(row)
    Code.objects.bulk_update(changed, ["synonyms", "words"], batch_size=BATCH)
    if changed:
        next_number("nomenclature")
    return len(changed)
