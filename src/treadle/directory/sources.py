"""Where each part of a record came from: who said it, when, and from which file and row.

``stated`` of an organisation has a source under the sort of part (``contact``), which holds for every part of that sort that has none of
its own (``contact:12``).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models

from .models import Organisation

Source = Mapping[str, Any]
SHOWN = ("names", "identifiers", "sites", "contacts", "capabilities", "evidence", "interests")  # the parts of a record that have sources


def with_part(organisation: Organisation, part: models.Model, source: Source) -> dict[str, Any]:
    """What is stated of an organisation, with the source of one part; its other parts keep theirs."""
    sort = part._meta.model_name or ""
    stated = dict(organisation.stated)
    if (before := stated.get(sort)) is not None:
        others = type(part)._default_manager.filter(organisation=organisation).exclude(pk=part.pk).values_list("pk", flat=True)
        for pk in others:
            stated.setdefault(f"{sort}:{pk}", before)
    stated[f"{sort}:{part.pk}"] = source
    if sort != "name":  # that is the source of the organisation's own name
        stated[sort] = source
    return stated


def without_part(organisation: Organisation, part: models.Model) -> dict[str, Any]:
    """What is stated of an organisation without one part."""
    return {name: said for name, said in organisation.stated.items() if name != f"{part._meta.model_name}:{part.pk}"}


def taken_over(kept: Organisation, gone: Organisation, moved: Iterable[tuple[str, int, str]]) -> dict[str, Any]:
    """What is stated of a record with the sources of parts that moved to it; ``moved`` are model, key and field."""
    stated = dict(kept.stated)
    for label, pk, field in moved:
        sort = label.rpartition(".")[2]
        if field == "organisation":
            stated[f"{sort}:{pk}"] = gone.stated.get(f"{sort}:{pk}") or gone.stated.get(sort) or {}  # of nobody, and not the kept record's
    return stated


def give_back(kept: Organisation, gone: Organisation, moved: Iterable[tuple[str, int, str]]) -> None:
    """Take the sources of parts that go back to a record with them; what was said of them since goes too. Nothing is saved."""
    mine, theirs = dict(kept.stated), dict(gone.stated)
    for label, pk, _field in moved:
        sort = label.rpartition(".")[2]
        source = mine.pop(f"{sort}:{pk}", None)
        if source and source != (theirs.get(f"{sort}:{pk}") or theirs.get(sort)):
            theirs[f"{sort}:{pk}"] = source
    kept.stated, gone.stated = mine, theirs


def of_parts(organisation: Organisation) -> Iterator[tuple[str, models.Model, Source]]:
    """Sort, part and source of every part whose source is known."""
    for relation in SHOWN:
        for part in getattr(organisation, relation).all():
            sort = part._meta.model_name
            source = organisation.stated.get(f"{sort}:{part.pk}", organisation.stated.get(sort))
            if source:
                yield sort, part, source
