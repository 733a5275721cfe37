"""Matching for people with two spreadsheets: needs in one, organisations in the other, ranked matches out."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from . import phrases as say
from .bridge import Bridge, ConceptBridge, JointBridge, labels_least
from .certificates import standards_in
from .classify import Background, Classifier, Label
from .concepts import shipped
from .databank import Databank
from .engine import rank
from .explain import explain as explained
from .explain import meeting, part_that_fits
from .figures import completed
from .model import Capability, Certificate, Code, Criterion, Match, Need, Phrase, Profile, Quantity
from .phrases import plain
from .quantities import number_in
from .reading import CodeReader
from .sheets import Fault, Row, Sheet, TableError, read_sheet
from .units import DAYS, unit_key

__all__ = ["Fault", "Report", "TableError", "classify_file", "match_files"]

_SHARED = {
    "id": ("identifier", "ref", "reference", "référence", "referencia", "numero", "no", "nr", "code interne", "المعرف"),
    "name": ("nom", "nombre", "organisation", "organization", "company", "entreprise", "empresa", "raison sociale"),
    "text": ("texte", "texto", "description", "descripción", "descriptif", "besoin", "need", "title", "titre", "النص"),
    "lang": ("language", "langue", "idioma", "lengua", "اللغة"),
    "country": ("countries", "pays", "país", "paises", "البلد"),
    "codes": ("code", "códigos"),
    "isic": ("isic4", "isic rev 4", "citi", "ciiu"),
    "cpv": ("cpv2008", "code cpv"),
    "hs": ("hs2022", "sh", "sa", "hs code"),
    "nace": ("nace2",),
    "quantity": ("quantité", "cantidad", "capacity", "capacité", "capacidad", "free capacity", "amount"),
    "unit": ("unité", "unidad", "uom"),
    "per": ("period", "période", "periodo"),
    "certificates": ("certificats", "certificados", "certifications", "standards", "certificate"),
    "lead_time_days": ("lead time", "délai", "plazo", "délai jours", "plazo días"),
    "employees": ("effectif", "empleados", "staff", "employés", "headcount"),
    "languages": ("langues", "idiomas", "languages spoken"),
    "latitude": ("lat",),
    "longitude": ("lon", "lng", "long"),
    "until": ("valid until", "jusqu'au", "hasta"),
    "confirmed_on": ("confirmed", "confirmé le", "confirmado"),
}
_SYSTEMS = {"isic": "isic4", "cpv": "cpv", "hs": "hs", "nace": "nace2"}
_EXAMPLES = {
    "codes": "isic4:1313; cpv:19200000",
    "quantity": "60",
    "per": "month",
    "lead_time_days": "30",
    "employees": "120",
    "latitude": "36.8",
    "longitude": "10.2",
    "until": "2027-12-31",
    "confirmed_on": "2026-05-31",
    "id": "A-17",
    "text": "Cotton yarn, 20 t a month",
}
_PERIODS = {
    "day": "day", "jour": "day", "dia": "day", "día": "day", "week": "week", "semaine": "week", "semana": "week",
    "month": "month", "mois": "month", "mes": "month", "year": "year", "an": "year", "année": "year", "año": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What was done: rows used of each file, lines written, and every fault found on the way."""

    needs: int
    profiles: int
    written: int
    faults: tuple[Fault, ...]


Progress = Callable[[int, int], object]
Value = TypeVar("Value")


def match_files(
    needs: str | Path,
    databank: str | Path,
    out: str | Path,
    top: int = 20,
    explain: bool = False,
    labels: Iterable[Label] | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> Report:
    """Match every need in one file with the organisations in the other and write the ``top`` of each to ``out``.

    Both files need the columns id and text. Rows with faults are left out or read as far as they go, and reported.
    ``labels`` let texts in different languages meet. ``progress`` is told (needs done, needs in all).
    Raises TableError when a file cannot be used at all.
    """
    faults: list[Fault] = []
    wanted = [_need(row, values, today) for row, values in _usable(read_sheet(needs, _SHARED, ("id", "text")), faults)]
    bank_sheet = read_sheet(databank, _SHARED, ("id", "text"))
    profiles = [_profile(row, values) for row, values in _usable(bank_sheet, faults)]
    held = None if labels is None else list(labels)
    names = {(one.system, one.code): one.text for one in held or () if one.lang == "en"}
    bank = Databank(profiles, _bridge(held, profiles))
    written = 0
    with _writer(out, ["need_id", "rank", "organisation_id", "score", *(_explained_header() if explain else ())]) as put:
        for done, need in enumerate(wanted, 1):
            for place, judged in enumerate(rank(need, bank, max(top, bank.pool)).passing[:top], 1):
                about = meeting(need, judged.profile, bank.bridge) if explain else ()
                part = part_that_fits(need.text, need.lang, judged.profile, bank.bridge) if explain else ""
                more = _explained(explained(need, judged), [_named(code, names) for code in about], part) if explain else ()
                put([need.id, place, judged.profile.id, judged.score, *more])
                written += 1
            if progress:
                progress(done, len(wanted))
    return Report(len(wanted), len(profiles), written, tuple(faults))


def classify_file(
    source: str | Path,
    out: str | Path,
    classifier: Classifier | CodeReader,
    system: str = "",
    lang: str = "",
    top: int = 10,
    progress: Progress | None = None,
) -> Report:
    """Suggest ``top`` codes for every text of a file (columns id, text and, where there is one, lang).

    ``lang`` is the language of rows that do not say theirs; "" guesses. Raises TableError as :func:`match_files` does.
    """
    faults: list[Fault] = []
    rows = list(_usable(read_sheet(source, _SHARED, ("id", "text")), faults))
    written = 0
    with _writer(out, ["id", "rank", "code", "score"]) as put:
        for done, (row, _) in enumerate(rows, 1):
            found = classifier.suggest(row.cells["text"], row.cells.get("lang") or lang, top, system)
            for place, suggestion in enumerate(found, 1):
                put([row.cells["id"], place, suggestion.code.code, f"{suggestion.score:.4f}"])
            written += len(found)
            if progress:
                progress(done, len(rows))
    return Report(len(rows), 0, written, tuple(faults))


def _bridge(labels: Iterable[Label] | None, profiles: Sequence[Profile]) -> Bridge | None:
    """The trained concept space and the labels there are, with what is common in these very texts counting little."""
    trained = shipped()
    space = ConceptBridge(trained) if trained else None
    if labels is None:
        return space
    held = Classifier(labels, Background((profile.text, profile.lang) for profile in profiles))
    return JointBridge(space, held, least=labels_least(space, [profile.text for profile in profiles])) if space else held


@contextmanager
def _writer(out: str | Path, header: Sequence[str]) -> Iterator[Callable[[Sequence[object]], object]]:
    with Path(out).open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(header)
        yield writer.writerow


def _explained_header() -> list[str]:
    return ["both_about", "part", *(f"{one.value}_{part}" for one in Criterion for part in ("verdict", "points", "offered")), "summary"]


def _named(code: Code, names: dict[tuple[str, str], str]) -> str:
    name = names.get((code.system, code.code.rstrip("0").ljust(2, "0"))) or names.get((code.system, code.code), "")
    return f"{plain('', code)} {name}".strip()


def _explained(match: Match, about: list[str], part: str) -> list[object]:
    """What both are about and the part of a long need that fits; for each criterion verdict, points and what is offered, with the language
    that words met across.
    """
    reasons = {reason.criterion: reason for reason in match.reasons}
    cells: list[object] = ["; ".join(about), part]
    for one in Criterion:
        reason = reasons.get(one)
        across = f" (across {reason.across})" if reason and reason.across else ""
        cells += [reason.verdict.value, reason.points, reason.offered.render() + across] if reason else ["", "", ""]
    return [*cells, match.summary.render()]


def _usable(sheet: Sheet, faults: list[Fault]) -> Iterator[tuple[Row, "_Values"]]:
    """Give the rows with an id of their own and a text, with their other cells read; faults are collected."""
    faults += sheet.faults
    seen: dict[str, int] = {}
    for row in sheet.rows:
        values = _Values(sheet, row, faults)
        empty = [name for name in ("id", "text") if not row.cells[name]]
        for name in empty:
            values.fault(name, Phrase(say.ROW_EMPTY), Phrase(say.ROW_EMPTY_RIGHT, {"example": _EXAMPLES[name]}))
        if empty:
            continue
        first = seen.setdefault(row.cells["id"], row.number)
        if first != row.number:
            wrong = Phrase(say.ROW_TWICE, {"value": row.cells["id"], "row": first})
            values.fault("id", wrong, Phrase(say.ROW_TWICE_RIGHT))
            continue
        yield row, values


class _Values:
    """Reads the cells of one row; what is not understood is reported and taken as not stated."""

    def __init__(self, sheet: Sheet, row: Row, faults: list[Fault]) -> None:
        self._sheet, self._row, self._faults = sheet, row, faults

    def fault(self, name: str, wrong: Phrase, right: Phrase) -> None:
        header = self._sheet.columns.get(name, name)
        self._faults.append(Fault(self._sheet.name, self._row.number, header, wrong, right))

    def text(self, name: str) -> str:
        return self._row.cells.get(name, "")

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"[;,|\n]", self.text(name)) if part.strip())

    def read(self, name: str, how: Callable[[str], Value]) -> Value | None:
        written = self.text(name)
        if not written:
            return None
        try:
            return how(written)
        except (ValueError, KeyError):
            wrong = Phrase(say.ROW_VALUE, {"value": written})
            self.fault(name, wrong, Phrase(say.ROW_VALUE_RIGHT, {"example": _EXAMPLES.get(name, "…")}))
            return None

    def quantity(self) -> Quantity | None:
        amount = self.read("quantity", _amount)
        per = self.read("per", _period) or ""
        return None if amount is None else Quantity(amount, unit_key(self.text("unit")), per)

    def codes(self) -> tuple[Code, ...]:
        found = self.read("codes", lambda _: tuple(map(_code, self.many("codes")))) or ()
        return found + tuple(Code(system, code) for name, system in _SYSTEMS.items() for code in self.many(name))


def _need(row: Row, values: _Values, today: date | None) -> Need:
    return Need(
        id=row.cells["id"],
        text=row.cells["text"],
        lang=values.text("lang"),
        codes=values.codes(),
        quantity=values.quantity(),
        lead_time_days=values.read("lead_time_days", _whole),
        certificates=values.many("certificates"),
        languages=values.many("languages"),
        until=values.read("until", date.fromisoformat),
        latitude=values.read("latitude", _degrees),
        longitude=values.read("longitude", _degrees),
        today=today,
    )


def _profile(row: Row, values: _Values) -> Profile:
    certificates = tuple(Certificate(one) for one in values.many("certificates"))
    codes, free, days = values.codes(), values.quantity(), values.read("lead_time_days", _whole)
    capability = completed(Capability(codes=codes, free=free, lead_time_days=days), row.cells["text"], values.text("lang"))
    return Profile(
        id=row.cells["id"],
        name=values.text("name"),
        text=row.cells["text"],
        lang=values.text("lang"),
        country=values.text("country"),
        capabilities=(capability,) if codes or free or days is not None or capability.told else (),
        certificates=certificates or None,  # an empty cell says nothing; it does not say "none"
        employees=values.read("employees", _whole),
        languages=values.many("languages"),
        latitude=values.read("latitude", _degrees),
        longitude=values.read("longitude", _degrees),
        confirmed_on=values.read("confirmed_on", date.fromisoformat),
        named=standards_in(row.cells["text"]),
    )


def _code(written: str) -> Code:
    system, colon, code = written.partition(":")
    if not (colon and system.strip() and code.strip()):
        raise ValueError(written)
    return Code(system.strip().lower(), code.strip())


def _amount(written: str) -> float:
    amount = number_in(written)
    if not 0 <= amount < float("inf"):
        raise ValueError(written)
    return amount


def _whole(written: str) -> int:
    amount = _amount(written)
    if amount != int(amount):
        raise ValueError(written)
    return int(amount)


def _degrees(written: str) -> float:
    degrees = float(written.replace(",", "."))
    if not -180 <= degrees <= 180:
        raise ValueError(written)
    return degrees


def _period(written: str) -> str:
    period = written.strip().lower().removeprefix("per ").removeprefix("par ").removeprefix("por ")
    return _PERIODS[period] if period not in DAYS else period
