"""The event log: what people read as history, auditors as trail, and the feed shows. Written inside every action."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Event
from .requests import request_id

_sentences: dict[str, str | Promise] = {}
MACHINE_NAME = _("The clock")


def describe(sentences: Mapping[str, str | Promise]) -> None:
    """Say in words what each verb means, as a past tense: ``{"exchange.enquiry.submitted": _("submitted the enquiry")}``."""
    for verb, text in sentences.items():
        if verb in _sentences:
            raise ValueError(f"Event {verb} is described twice")
        _sentences[verb] = text


def sentence(verb: str) -> str:
    """The words of a verb in the reader's language."""
    return str(_sentences[verb])


def known() -> set[str]:
    """All described verbs."""
    return set(_sentences)


def type_of(thing: models.Model) -> str:
    """``exchange.enquiry`` and so on."""
    return thing._meta.label_lower


def record(
    verb: str,
    *,
    by: Any,
    on: models.Model,
    case: models.Model | None = None,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Event:
    """Write one event. ``by`` None is the clock or a job; ``case`` is the thing whose history it belongs to.

    Raises KeyError for a verb without words.
    """
    event = _event(verb, by=by, on=on, case=case, changes=changes, reason=reason)
    event.save()
    return event


def record_many(verb: str, *, by: Any, on: Iterable[models.Model], changes: Mapping[str, Any] | None = None, reason: str = "") -> None:
    """Write the same event on many things at once."""
    Event.objects.bulk_create([_event(verb, by=by, on=thing, case=None, changes=changes, reason=reason) for thing in on], batch_size=500)


def _event(verb: str, *, by: Any, on: models.Model, case: models.Model | None, changes: Mapping[str, Any] | None, reason: str) -> Event:
    _sentences[verb]
    acting = getattr(by, "acting_for", None)
    return Event(
        verb=verb,
        actor_id=getattr(by, "pk", None),
        actor_name=str(by) if by is not None else "",
        organisation_id=getattr(acting, "pk", None),
        organisation_name=str(acting)[:300] if acting else "",
        object_type=type_of(on),
        object_id=str(on.pk),
        object_label=str(on)[:300],
        case_type=type_of(case) if case is not None else "",
        case_id=str(case.pk) if case is not None else "",
        changes=dict(changes or {}),
        reason=reason,
        request_id=request_id.get(),
    )


def history(thing: models.Model) -> models.QuerySet[Event]:
    """Events on the thing itself and on what belongs to its case, newest first."""
    kind, pk = type_of(thing), str(thing.pk)
    return Event.objects.filter(models.Q(object_type=kind, object_id=pk) | models.Q(case_type=kind, case_id=pk))
