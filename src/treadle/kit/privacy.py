"""What each field says about a person, declared in code; export and erasure of a person.

A domain's ``privacy.py`` classifies the fields of its models; a test fails when a field that could hold personal data has no class.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.db import models


class Class(StrEnum):
    """How private a field is."""

    NONE = "none"  # says nothing about a person
    PUBLIC = "public"  # about a person, meant to be seen
    CONTACT = "contact"  # revealed by an introduction
    WORK = "work"  # seen by the centre's staff and the case's parties
    SECRET = "secret"  # noqa: S105 -- seen by nobody


_classes: dict[tuple[str, str], Class] = {}
_exports: dict[str, Callable[[Any], Any]] = {}
_erasures: dict[str, Callable[[Any], None]] = {}
TEXTUAL = (models.CharField, models.TextField, models.JSONField, models.FileField, models.GenericIPAddressField)


def classify(model: type[models.Model], **classes: Class) -> None:
    """Give each field its class. Raises when the model has no such field."""
    for name, level in classes.items():
        model._meta.get_field(name)
        _classes[(model._meta.label_lower, name)] = level


def needs_class(model: type[models.Model]) -> list[str]:
    """Fields that could hold personal data: text, JSON, files without fixed choices, and links to a person."""
    from django.contrib.auth import get_user_model

    person = get_user_model()
    return [
        field.name
        for field in model._meta.concrete_fields
        if (isinstance(field, TEXTUAL) and not field.choices) or (field.is_relation and field.related_model is person)
    ]


def class_of(model: type[models.Model], field: str) -> Class | None:
    """The declared class, or None."""
    return _classes.get((model._meta.label_lower, field))


def personal_data(key: str, *, export: Callable[[Any], Any], erase: Callable[[Any], None]) -> None:
    """Register what a domain keeps of a person: how to hand it out and how to erase it."""
    _exports[key], _erasures[key] = export, erase


def export_person(person: Any) -> dict[str, Any]:
    """Everything kept about a person, by domain, as JSON-ready data."""
    return {key: export(person) for key, export in sorted(_exports.items())}


def erase_person(person: Any) -> None:
    """Run every domain's erasure; the caller holds the transaction."""
    for _key, erase in sorted(_erasures.items()):
        erase(person)
