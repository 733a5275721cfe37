"""How forms are drawn and what every form of ours does with text."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .texts import clean_line, clean_text

LONGEST = 100_000


class Renderer(TemplatesSetting):
    """Fields with label, hint, fault and control, in that order."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"


def clean_fields(form: forms.BaseForm, data: dict[str, Any]) -> dict[str, Any]:
    """Text of a cleaned form without control characters, on one line where the control has one."""
    for name, value in data.items():
        if isinstance(value, str) and name in form.fields:
            long = isinstance(form.fields[name].widget, forms.Textarea)
            data[name] = clean_text(value) if long else clean_line(value)
    return data


class Cleaned:
    """Mixin for forms: cleans all text before the form's own checks."""

    def clean(self) -> dict[str, Any]:
        """Clean, then go on."""
        data = super().clean()  # type: ignore[misc]
        return clean_fields(self, self.cleaned_data if data is None else data)  # type: ignore[arg-type, attr-defined]


class Spoken:
    """Mixin for forms: what is wrong in plain words, and what would be right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            speak(field)


def speak(field: forms.Field) -> None:
    """Put our words in the place of the framework's, where a field has none of its own."""
    own = type(field).default_error_messages.get("required", forms.Field.default_error_messages["required"])
    if field.error_messages.get("required") == own:
        field.error_messages["required"] = _("An answer is needed here.")
    field.error_messages["min_value"] = _("Give %(limit_value)s or more.")
    field.error_messages["max_value"] = _("Give %(limit_value)s or less.")
    if isinstance(field, forms.URLField):
        field.error_messages["invalid"] = _("Give an address such as www.example.org.")
    if isinstance(field, forms.IntegerField | forms.DecimalField | forms.FloatField):
        field.error_messages["invalid"] = _("Write a number, such as 12.")


class Form(Spoken, Cleaned, forms.Form):
    """A plain form. ``lines`` names the fields that stand side by side."""

    lines: tuple[tuple[str, ...], ...] = ()


class ModelForm(Spoken, Cleaned, forms.ModelForm):  # type: ignore[type-arg]
    """A form of a model. ``lines`` as in :class:`Form`."""

    lines: tuple[tuple[str, ...], ...] = ()


class DateInput(forms.DateInput):
    """A date control; old browsers show a text field that takes the language's ways of writing a date."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time control, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "short", **(attrs or {})}, format="%H:%M")


class NumberInput(forms.TextInput):
    """A number typed as people write it, with the right keyboard on a phone."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "class": "short", **(attrs or {})})


class DecimalField(forms.DecimalField):
    """A number with comma or point, with or without spaces between thousands."""

    widget = NumberInput

    def to_python(self, value: Any) -> Any:
        """``1 200,5`` and ``1,200.5`` and ``1200.5`` are the same."""
        if isinstance(value, str):
            if doubtful(value):
                whole = "".join(char for char in value if char.isdigit())
                raise ValidationError(
                    _("%(typed)s can be read in two ways. Write %(whole)s for the large number, or %(part)s0 for the small one."),
                    code="doubtful", params={"typed": value.strip(), "whole": whole, "part": value.strip()},
                )  # fmt: skip
            value = plain_number(value)
        number = super().to_python(value)
        return Decimal(f"{number.normalize():f}") if isinstance(number, Decimal) and number.is_finite() else number

    def prepare_value(self, value: Any) -> Any:
        """Without needless zeros; three decimals get a fourth, so that nobody takes them for thousands."""
        if not isinstance(value, Decimal):
            return value
        text = f"{value.normalize():f}"
        return text + "0" if doubtful(text) else text


def doubtful(text: str) -> bool:
    """Whether a number may be meant as thousands or as thousandths: ``1.250``; in English a comma before three digits is thousands."""
    found = re.fullmatch(r"\s*[1-9]\d{0,2}([.,])\d{3}\s*", text)
    return found is not None and not (found[1] == "," and (get_language() or "en").startswith("en"))


def plain_number(text: str) -> str:
    """A number as a program writes it. The last of comma and point that leaves one or two, or more than three, digits is decimal."""
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
    text = "".join(text.translate(digits).split()).replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > -1 and point > -1:
        decimal = "," if comma > point else "."
        other = "." if decimal == "," else ","
        return text.replace(other, "").replace(decimal, ".")
    if text.count(",") == 1 and (len(text) - comma - 1 != 3 or text.startswith("0,")):
        return text.replace(",", ".")
    return text.replace(",", "")


def number_in(request: HttpRequest, name: str) -> int:
    """A whole number of a form that no person types, such as a version or an id; 0 when it is none."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


class ListField(forms.CharField):
    """Several short texts with commas or line ends between them."""

    def __init__(self, *, most: int = 20, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """The parts, once each."""
        if isinstance(value, list):
            return value
        text = clean_text(super().to_python(value) or "")
        parts = [part.strip() for line in text.split("\n") for part in line.replace(";", ",").replace("،", ",").split(",")]
        return list(dict.fromkeys(part for part in parts if part))

    def validate(self, value: Any) -> None:
        """Required, and not too many."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(value) > self.most:
            raise ValidationError(_("At most %(most)s, separated by commas."), params={"most": self.most})

    def run_validators(self, value: Any) -> None:
        """Each part is short enough."""
        for part in value:
            super().run_validators(part)

    def prepare_value(self, value: Any) -> Any:
        """Parts with commas."""
        return ", ".join(value) if isinstance(value, list | tuple) else value


class Options(forms.CheckboxSelectMultiple):
    """Several of very many: a list of boxes to tick, what is chosen first. Scripts add a search and chips of what is chosen."""

    template_name = "web/options.html"

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Chosen ones first, each part in the order of the choices."""
        return sorted(super().optgroups(name, value, attrs), key=lambda group: not group[1][0]["selected"])


class Choices(forms.MultipleChoiceField):
    """Several of a long list, such as countries."""

    widget = Options


def shown(error: ValidationError) -> str:
    """An action's refusal as one text."""
    return " ".join(error.messages)


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Put an action's refusal where its field is, or at the top."""
    if hasattr(error, "error_dict"):
        for name, errors in error.error_dict.items():
            form.add_error(name if name in form.fields else None, errors)
    else:
        form.add_error(None, error)
