"""Reasons as plain data that can be kept and shown years later, in whatever language the reader has then."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .model import Certificate, Code, Criterion, Phrase, Quantity, Reason, Source, Verdict


def keep(reason: Reason) -> dict[str, Any]:
    """Give a reason as JSON-ready data; :func:`recall` gives it back."""
    return {
        "criterion": str(reason.criterion),
        "verdict": str(reason.verdict),
        "points": reason.points,
        "most": reason.most,
        "wanted": _plain(reason.wanted),
        "offered": _plain(reason.offered),
        "source": [reason.source.who, reason.source.on.isoformat() if reason.source.on else None],
        "evidence": list(reason.evidence),
        "across": reason.across,
    }


def recall(kept: Mapping[str, Any]) -> Reason:
    """Give back the reason that was kept. Raises KeyError or ValueError for data that :func:`keep` did not write."""
    who, on = kept["source"]
    return Reason(
        criterion=Criterion(kept["criterion"]),
        verdict=Verdict(kept["verdict"]),
        points=kept["points"],
        most=kept["most"],
        wanted=_phrase(kept["wanted"]),
        offered=_phrase(kept["offered"]),
        source=Source(who, date.fromisoformat(on) if on else None),
        evidence=tuple(kept["evidence"]),
        across=kept["across"],
    )


def _phrase(value: Any) -> Phrase:
    found = _value(value)
    if not isinstance(found, Phrase):
        raise ValueError(f"{value!r} is no phrase")
    return found


def _plain(value: Any) -> Any:
    """A value of a phrase as JSON: what JSON knows as it is, the rest as a list that begins with its kind."""
    if isinstance(value, Phrase):
        return ["phrase", value.text, {name: _plain(part) for name, part in value.values.items()}]
    if isinstance(value, Quantity):
        return ["quantity", value.amount, value.unit, value.per]
    if isinstance(value, Code):
        return ["code", value.system, value.code]
    if isinstance(value, Certificate):
        return ["certificate", value.standard, value.scope, value.expires.isoformat() if value.expires else None, value.seen]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, tuple | list | frozenset | set):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return ["list", *(_plain(item) for item in items)]
    return value


def _value(kept: Any) -> Any:
    if not isinstance(kept, list):
        return kept
    kind, *parts = kept
    if kind == "phrase":
        return Phrase(parts[0], {name: _value(part) for name, part in parts[1].items()})
    if kind == "certificate":
        return Certificate(parts[0], parts[1], date.fromisoformat(parts[2]) if parts[2] else None, parts[3])
    if kind == "list":
        return tuple(_value(part) for part in parts)
    makers: dict[str, Any] = {"quantity": Quantity, "code": Code, "date": date.fromisoformat}
    return makers[kind](*parts)
