"""Typed builders: one line makes a record as the platform itself would, through its actions. Used by tests and the demonstration."""

import itertools
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.utils import timezone

from treadle.directory import actions as directory
from treadle.directory.imports import batches
from treadle.directory.imports import jobs as import_jobs
from treadle.directory.models import (
    Capability,
    Centre,
    Contact,
    Evidence,
    ImportBatch,
    Kind,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Staff,
)  # fmt: skip
from treadle.directory.queries import centre_for
from treadle.exchange import actions as exchange
from treadle.exchange.models import Enquiry, Invitation, Listing
from treadle.exchange.quoted import Item
from treadle.nomenclature.models import Code, Country

_numbers = itertools.count(1)


def person(name: str, *, email: str = "", language: str = "en", password: str | None = None, **fields: Any) -> Person:
    """Somebody with a login and a confirmed address."""
    email = email or f"{name.lower()}-{next(_numbers)}@example.org"
    made = Person.objects.create_user(email, password, name=name, language=language, **fields)
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def member(who: Person, of: Organisation, role: str = "owner") -> Membership:
    """Give a person a role in an organisation."""
    who.__dict__.pop("_memberships", None)
    return Membership.objects.create(person=who, organisation=of, role=role)


def country(iso2: str) -> Country:
    """A country; made with the bare minimum when a test has no nomenclature loaded."""
    return Country.objects.get_or_create(iso2=iso2, defaults={"iso3": iso2 + "X", "m49": "000"})[0]


def centre(name: str, sort: str = "spx", *, country_code: str = "MA", territory: Iterable[str] = (), town: str = "") -> Centre:
    """A centre with its territory."""
    organisation = Organisation.objects.create(name=name, country=country(country_code), town=town)
    OrganisationKind.objects.create(organisation=organisation, kind=Kind.CENTRE)
    made = Centre.objects.create(organisation=organisation, sort=sort)
    made.territory.set([country(code) for code in territory])
    organisation.centre = made
    organisation.save(update_fields=["centre"])
    return made


def staff(who: Person, at: Centre, role: str = "officer") -> Staff:
    """Give a person a post."""
    who.__dict__.pop("_posts", None)
    return Staff.objects.create(person=who, centre=at, role=role)


def organisation(
    name: str, *, country_code: str = "MA", kinds: Iterable[str] = ("enterprise",), about: str = "", lang: str = "en", **fields: Any
) -> Organisation:
    """An organisation on record, served by its country's centre."""
    country(country_code)
    values = {**fields, "about": {lang: about}} if about else fields
    made = directory.create_organisation(by=None, name=name, kinds=kinds, country=country_code, fields=values)
    made.centre = centre_for(country_code)
    made.save(update_fields=["centre"])
    return made


def capability(of: Organisation, text: str, *, codes: Iterable[Code] = (), by: Person | None = None, **fields: Any) -> Capability:
    """Something the organisation can do."""
    made = Capability(organisation=of, text=text, **fields)
    directory.save_part(by=by, part=made, codes=list(codes))
    return made


def certificate(of: Organisation, standard: str, **fields: Any) -> Evidence:
    """A certificate."""
    made = Evidence(organisation=of, standard=standard, **fields)
    directory.save_part(by=None, part=made)
    return made


def contact(of: Organisation, name: str, email: str = "", phone: str = "", **fields: Any) -> Contact:
    """Somebody to call."""
    made = Contact(organisation=of, name=name, email=email, phone=phone, is_first=True, **fields)
    directory.save_part(by=None, part=made)
    return made


def enquiry(of: Organisation, by: Person, title: str, *, codes: Iterable[Code] = (), **fields: Any) -> Enquiry:
    """A draft enquiry, complete enough to be submitted."""
    values = {
        "kind": "capacity", "title": title, "text": title, "language": "en",
        "answer_by": timezone.localdate() + timedelta(days=14), **fields,
    }  # fmt: skip
    return exchange.start(by=by, organisation=of, fields=values, codes=codes)


def listing(
    of: Organisation,
    by: Person | None,
    title: str,
    *,
    side: str = "offer",
    kind: str = "capacity",
    codes: Iterable[Code] = (),
    **fields: Any,
) -> Listing:
    """A draft listing."""
    values = {"title": title, "summary": title, "language": "en", **fields}
    return exchange.draft_listing(by=by, organisation=of, kind=kind, side=side, fields=values, codes=codes)


def item(enquiry: Enquiry, who: Person, title: str, quantity: float = 100, unit: str = "pcs", **fields: Any) -> Item:
    """A thing that is quoted on its own."""
    values = {"title": title, "quantity": Decimal(str(quantity)), "unit": unit, **fields}
    codes = values.pop("codes", ())
    return exchange.add_item(by=who, enquiry=enquiry, fields=values, codes=codes)


def out(case: Enquiry, officer: Person, *suppliers: Organisation) -> list[Invitation]:
    """Take a submitted case to where invitations to these suppliers are out."""
    exchange.take(by=officer, enquiry=case)
    for supplier in suppliers:
        exchange.choose(by=officer, enquiry=case, organisation=supplier)
    return exchange.send(by=officer, enquiry=case)


def checked_import(by: Person | None, centre: Centre, *rows: str, header: str, **defaults: str) -> ImportBatch:
    """A spreadsheet that has come in and was checked; nothing of it is written."""
    batch = batches.take_in(by=by, centre=centre, upload=ContentFile("\n".join([header, *rows]).encode()), name="list.csv")
    batches.confirm_columns(by=by, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise", **defaults})
    while ImportBatch.objects.get(pk=batch.pk).state == ImportBatch.State.CHECKING:
        import_jobs.check_batch.call(batch.pk)
    batch.refresh_from_db()
    return batch
