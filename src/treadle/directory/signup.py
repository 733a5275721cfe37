"""Signing up: a name and a language beside the address; mail goes through our outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from treadle.kit.texts import clean_line

from . import account_mail
from .models import Person


class SignupForm(forms.Form):
    """What is asked beside e-mail and password."""

    name = forms.CharField(label=_("Your name"), max_length=120, help_text=_("As others should address you."))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, help_text=_("Of the pages and of mail to you."))
    field_order = ("name", "email", "password1", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()

    def clean_name(self) -> str:
        """One line without control characters."""
        return clean_line(self.cleaned_data["name"])

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Keep what was asked here; allauth keeps the rest."""
        user.name, user.language = self.cleaned_data["name"], self.cleaned_data["language"]
        user.save(update_fields=["name", "language"])


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hooks."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the letter into the outbox, in the person's language."""
        person = context.get("user") or Person.objects.filter(email=email.lower()).first()
        with override(getattr(person, "language", None) or get_language()):
            account_mail.post(template_prefix, email, person, {"ip": self.get_client_ip(self.request), **context})
