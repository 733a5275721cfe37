"""What an officer is asked when a spreadsheet comes in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from treadle.kit.forms import Form

from ..forms import KINDS, countries, languages
from ..models import Centre
from .columns import COLUMNS


class UploadForm(Form):
    """A file for a centre."""

    centre = forms.ModelChoiceField(label=_("For"), queryset=Centre.objects.none(), empty_label=None)
    upload = forms.FileField(
        label=_("Spreadsheet"), help_text=_("CSV or XLSX, up to 200,000 rows. Nothing is written before you have seen what it would do.")
    )

    def __init__(self, *args: Any, centres: Sequence[Centre], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = Centre.objects.filter(pk__in=[each.pk for each in centres]).select_related("organisation")  # type: ignore[attr-defined]
        self.initial.setdefault("centre", centres[0].pk if centres else None)
        if len(centres) == 1:
            self.fields["centre"].widget = forms.HiddenInput()


class DefaultsForm(Form):
    """What holds for rows that do not say."""

    lines = (("country", "kinds", "scheme", "language"),)

    country = forms.ChoiceField(label=_("Country"), choices=countries, required=False)
    kinds = forms.ChoiceField(label=_("Kind"), choices=[("", "—"), *KINDS], required=False)
    scheme = forms.CharField(label=_("Register"), max_length=20, required=False, help_text=_("The code of the list, such as MA-ICE."))
    language = forms.ChoiceField(label=_("Language of short texts"), choices=languages, required=False)


def column_choices() -> list[tuple[str, str]]:
    """What a column may be, with "left out" first."""
    return [("", str(_("– left out –"))), *((key, str(column.label)) for key, column in COLUMNS.items())]
