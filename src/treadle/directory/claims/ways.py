"""Which ways are open to a person who says that a record is theirs.

A code goes only to where the record itself says: to an address of its own domain, an address, a number or a street on record. Whoever may
change the record could have written these, so to them only papers and registers are open.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treadle.kit.policy import may
from treadle.matching.sameness.keys import domain_of

from .. import policy
from ..claimed import Claim, Register
from ..models import Organisation

Way = Claim.Way


@dataclass(frozen=True, slots=True)
class Open:
    """A way that is open. ``choices`` are where a code may go: what is sent in the form, and what the claimant sees."""

    way: str
    text: str | Promise
    choices: tuple[tuple[str, str], ...] = ()
    domains: tuple[str, ...] = ()


def open_ways(person: Any, organisation: Organisation) -> list[Open]:
    """The ways open to this person, the quickest first. Wants contacts, sites and identifiers prefetched."""
    found: list[Open] = []
    if not may(person, policy.EDIT, organisation):
        found += _by_code(organisation)
    if Register.objects.filter(centre=organisation.centre).exists():
        found.append(
            Open(
                Way.REGISTER, _("Your number and your name are held against the register that your centre has loaded; an officer decides.")
            )
        )
    found.append(Open(Way.PAPERS, _("You send a paper that shows it; an officer of your centre looks at it and decides.")))
    return found


def _by_code(organisation: Organisation) -> list[Open]:
    contacts = list(organisation.contacts.all())
    domains = sorted({domain_of(organisation.website), *(domain_of(each.email) for each in contacts)} - {""})
    emails = [(f"contact-{each.pk}", masked_email(each.email)) for each in contacts if each.email]
    phones = [(f"contact-{each.pk}", masked_phone(each.phone)) for each in contacts if each.phone]
    sites = [(f"site-{each.pk}", str(each.town)) for each in organisation.sites.all() if each.street and each.town]
    found = []
    if domains or emails:
        found.append(Open(Way.EMAIL, _("At once: a code goes to an address of the organisation."), tuple(emails), tuple(domains)))
    if phones:
        found.append(Open(Way.PHONE, _("A code is sent or read out to the telephone number on record."), tuple(phones)))
    if sites:
        found.append(Open(Way.LETTER, _("A letter with a code goes to the address on record. It takes as long as the post."), tuple(sites)))
    return found


def masked_email(email: str) -> str:
    """An address of which only its owner knows the rest: ``a…a@lazaward.example``."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}…{name[-1:] if len(name) > 2 else ''}@{domain}"


def masked_phone(phone: str) -> str:
    """A number of which only its owner knows the rest: ``+212 … 22``."""
    digits = "".join(phone.split())
    return f"{digits[:4]} … {digits[-2:]}" if len(digits) > 7 else f"… {digits[-2:]}"
