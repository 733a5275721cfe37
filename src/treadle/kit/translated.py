"""Text in several languages, in one JSON column: ``{"en": "Dyeing", "fr": "Teinture"}``."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language


class Translated(Mapping[str, str]):
    """A text in one or more languages. ``str()`` gives the best for the reader's language."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._texts = {lang: text for lang, text in (texts or {}).items() if text}

    def __getitem__(self, lang: str) -> str:
        return self._texts[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._texts.items())))

    def language(self, wanted: str | None = None) -> str:
        """The language that :meth:`best` answers in: the wanted one, else its base, else English, else the first."""
        wanted = wanted or get_language() or "en"
        for lang in (wanted, wanted.split("-")[0], "en"):
            if lang in self._texts:
                return lang
        return next(iter(self._texts), "")

    def best(self, wanted: str | None = None) -> str:
        """The text in the wanted language (default: the reader's), or in the nearest that exists; "" when empty."""
        return self._texts.get(self.language(wanted), "")

    def __str__(self) -> str:
        return self.best()

    def __repr__(self) -> str:
        return f"Translated({self._texts!r})"


class _Always(DeferredAttribute):
    """Whatever mapping is assigned, a :class:`Translated` is read."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.to_python(value)


class TranslatedField(models.JSONField):
    """Stores a :class:`Translated`; accepts any mapping of language to text."""

    descriptor_class = _Always

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Translated:
        """JSON text of the column as :class:`Translated`."""
        return Translated(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Translated:
        """Any mapping as :class:`Translated`."""
        return value if isinstance(value, Translated) else Translated(value)

    def get_prep_value(self, value: Any) -> Any:
        """A plain dict, which JSON knows."""
        return super().get_prep_value(dict(value) if isinstance(value, Mapping) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """As :meth:`get_prep_value`; JSONField prepares here."""
        return super().get_db_prep_value(dict(value) if isinstance(value, Mapping) else value, connection, prepared)
