"""The parts of a record that are edited one by one: what they are called and which form asks for them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .detailed import Interest, Society
from .models import Capability, Contact, Evidence, Identifier, Name, Site
from .part_forms import (
    CapabilityForm,
    ContactForm,
    EvidenceForm,
    IdentifierForm,
    InterestForm,
    NameForm,
    SiteForm,
    SocietyForm,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of part."""

    key: str
    model: type[models.Model]
    form: type[forms.ModelForm[Any]]
    title: str | Promise
    add: str | Promise


PARTS = {
    part.key: part
    for part in (
        Part("capability", Capability, CapabilityForm, _("Capability"), _("Add a capability")),
        Part("evidence", Evidence, EvidenceForm, _("Evidence"), _("Add evidence")),
        Part("contact", Contact, ContactForm, _("Contact"), _("Add a contact")),
        Part("site", Site, SiteForm, _("Site"), _("Add a site")),
        Part("name", Name, NameForm, _("Other name"), _("Add a name")),
        Part("society", Society, SocietyForm, _("Civil-society organisation"), _("Say what it is as a civil-society organisation")),
        Part("interest", Interest, InterestForm, _("What it looks for"), _("Say what you look for")),
        Part("identifier", Identifier, IdentifierForm, _("Number in a register"), _("Add a number")),
    )
}
