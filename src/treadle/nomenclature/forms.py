"""The field by which forms ask for codes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import queries
from .models import Code


class CodesWidget(forms.Widget):
    """Checkboxes of what is chosen, found or suggested; a search box and its button that work without JavaScript."""

    template_name = "nomenclature/picker.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.found: list[Code] = []
        self.suggested: list[Code] = []
        self.query = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Chosen codes first, then what the search found, then what is suggested."""
        context = super().get_context(name, value, attrs)
        chosen = queries.by_keys(value or [])
        seen = {code.key for code in chosen}
        context["widget"].update(
            chosen=chosen,
            found=[code for code in self.found if code.key not in seen],
            suggested=[code for code in self.suggested if code.key not in seen | {code.key for code in self.found}],
            query=self.query,
        )
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Ticked codes; also runs the search that was asked for."""
        self.query = (data.get(f"{name}_query") or "").strip()
        if self.query:
            self.found = queries.find(self.query, limit=12)
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return [value for value in values if value]

    def id_for_label(self, id_: str) -> str:
        """The label leads to the search box."""
        return f"{id_}_query"


class CodesField(forms.Field):
    """Codes named ``system:code``. Unknown, ambiguous and retired ones are refused with what would be right."""

    widget = CodesWidget

    def __init__(self, *, most: int = 12, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def to_python(self, value: Any) -> list[Code]:
        """The codes themselves. A bare code (``1313``) is understood when only one system in use has it."""
        return [self._one(key) for key in dict.fromkeys(value or [])]

    def _one(self, key: str) -> Code:
        found = queries.by_keys([key]) if ":" in key else self._bare(key)
        if not found:
            raise ValidationError(
                _("There is no code %(code)s. Search by a word of what is made, such as “dyeing”."),
                code="unknown", params={"code": key},
            )  # fmt: skip
        code = found[0]
        if code.is_retired:
            raise ValidationError(_retired(code), code="retired")
        return code

    def _bare(self, key: str) -> list[Code]:
        found = [code for code in queries.find(key, limit=50) if code.code == key]
        if len(found) > 1:
            systems = ", ".join(f"{code.system.name}: {code.labels}" for code in found)
            raise ValidationError(
                _("%(code)s stands for several things (%(systems)s). Choose one of them."),
                code="ambiguous", params={"code": key, "systems": systems},
            )  # fmt: skip
        return found

    def validate(self, value: list[Code]) -> None:
        """Required, and not more than a person could mean."""
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(
                _("%(count)s codes are too many to say anything. Keep the %(most)s that fit best."),
                code="too-many", params={"count": len(value), "most": self.most},
            )  # fmt: skip

    def prepare_value(self, value: Any) -> list[str]:
        """Keys for the widget."""
        return [item.key if isinstance(item, Code) else item for item in (value or [])]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other codes are ticked."""
        return set(self.prepare_value(initial)) != set(self.prepare_value(data))


def _retired(code: Code) -> str:
    heirs = queries.replaced_by(code)
    if heirs:
        names = ", ".join(str(heir) for heir in heirs[:3])
        return str(_("%(code)s was withdrawn by its publisher. Use %(heirs)s.")) % {"code": code.code, "heirs": names}
    return str(_("%(code)s was withdrawn by its publisher. Search for the code in force.")) % {"code": code.code}
