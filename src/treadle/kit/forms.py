"""How forms are drawn and what every form of ours does with text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
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


class Form(Cleaned, forms.Form):
    """A plain form. ``lines`` names the fields that stand side by side."""

    lines: tuple[tuple[str, ...], ...] = ()


class ModelForm(Cleaned, forms.ModelForm):  # type: ignore[type-arg]
    """A form of a model. ``lines`` as in :class:`Form`."""

    lines: tuple[tuple[str, ...], ...] = ()


class DateInput(forms.DateInput):
    """A date control; old browsers show a text field that takes the language's ways of writing a date."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


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
            value = plain_number(value)
        return super().to_python(value)


def plain_number(text: str) -> str:
    """A number as a program writes it. The last of comma and point that leaves one or two, or more than three, digits is decimal."""
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
    text = "".join(text.translate(digits).split()).replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > -1 and point > -1:
        decimal = "," if comma > point else "."
        other = "." if decimal == "," else ","
        return text.replace(other, "").replace(decimal, ".")
    if text.count(",") == 1 and len(text) - comma - 1 != 3:
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
