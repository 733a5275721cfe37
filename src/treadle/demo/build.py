"""The demonstration network: six centres, some 400 organisations, their listings, cases in every state, and the cast.

Everything is made through the actions that people's own clicks call, on the days on which it is told to have happened.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from treadle.directory import actions as directory
from treadle.directory.detailed import Interest, Society
from treadle.directory.findable import gathered
from treadle.directory.models import (
    Capability,
    Centre,
    Contact,
    Evidence,
    Identifier,
    Membership,
    Name,
    Organisation,
    Person,
    Site,
)  # fmt: skip
from treadle.exchange import actions
from treadle.kit.models import Mail, Notice
from treadle.nomenclature.models import Code, Country

from . import cases, content, make, requests
from .cast import CAST, PASSWORD
from .content.model import Able, Body, Case, Post
from .past import past
from .societies import INTERESTS, SOCIETIES

HEAD = "Network of Subcontracting Exchanges"
CENTRES = (
    (HEAD, "head", "AT", "Vienna", ()),
    ("Subcontracting Exchange of Fès", "spx", "MA", "Fès", "MA TN DZ EG JO LB IQ OM"),
    ("Bourse de sous-traitance de Douala", "spx", "CM", "Douala", "CM GA TD CG CD SN BF CI ML BJ TG NE GH GW AO CV"),
    ("Investment and Technology Promotion Office, Brussels", "itpo", "BE", "Brussels", "BE DE FR IT ES NL PL TR MD PT"),
    ("Mạng thông tin doanh nghiệp Hà Nội", "bin", "VN", "Hà Nội", "VN LK BD IN PK NP LA KH ID PH"),
    ("Centro de Producción Más Limpia, Medellín", "ncpc", "CO", "Medellín", "CO MX PE EC BO GT HN CR AR UY CL DO BR"),
)
STAFF = (
    ("Driss", "Subcontracting Exchange of Fès", "head", "fr"),
    ("Esther", "Bourse de sous-traitance de Douala", "officer", "fr"),
    ("Joost", "Investment and Technology Promotion Office, Brussels", "officer", "en"),
    ("Lan", "Mạng thông tin doanh nghiệp Hà Nội", "officer", "en"),
    ("Marta", "Centro de Producción Más Limpia, Medellín", "officer", "es"),
)
INTERFACE = {"fr": "fr", "es": "es", "ar": "ar", "pt": "en", "vi": "en", "en": "en"}
PICKED = {"isic": "isic4", "cpv": "cpv2008", "hs": "hs2022"}


SEARCHES = (  # searches that some of the cast keep
    ("carlos", "Dyers of cotton in Morocco", "organisation", {"q": "teinture coton", "country": "MA"}),
    ("amina", "Dyeing wanted", "need", {"code": "isic4:1313"}),
    ("dara", "Certified to GOTS", "organisation", {"certificate": "GOTS"}),
)


def is_wanted() -> bool:
    """Whether nobody is on record yet."""
    return not Organisation.objects.exists()


def gathered_content() -> tuple[list[Body], list[Post], list[Case]]:
    """All files of content, in the order of their names."""
    bodies: list[Body] = []
    posts: list[Post] = []
    told: list[Case] = []
    for module in sorted(pkgutil.iter_modules(content.__path__), key=lambda each: each.name):
        if module.name != "model":
            loaded = importlib.import_module(f"{content.__name__}.{module.name}")
            bodies += loaded.BODIES
            posts += loaded.POSTS
            told += loaded.CASES
    return bodies, posts, told


def build(say: Callable[[str], None]) -> None:
    """Fill an empty database. Interrupted, it leaves it empty."""
    if not is_wanted():
        say("Somebody is on record already; the demonstration is for an empty database.")
        return
    bodies, posts, told = gathered_content()
    with transaction.atomic():
        say(f"Building the demonstration network: {len(CENTRES)} centres, {len(bodies)} organisations …")
        for name, sort, country, town, territory in CENTRES:
            make.centre(name, sort, country_code=country, town=town, territory=str(territory).split() if territory else ())
        codes = Codes()
        with gathered():
            for body in bodies:
                organisation(body, codes)
        people()
        say(f"Publishing {len(posts)} listings …")
        for post in posts:
            cases.listing(post, codes)
        say(f"Working on {len(told)} enquiries …")
        for case in told:
            cases.enquiry(case, codes)
        requests.build()
        for name, title, what, wanted in SEARCHES:
            person = Person.objects.get(email=f"{name}@example.org")
            actions.save_search(by=person, title=title, what=what, delivery="daily", wanted=wanted)
        settle()


def settle() -> None:
    """What was told more than a few days ago was read then, and no mail goes out for a past that never was."""
    Notice.objects.filter(created_at__lt=timezone.now() - timedelta(days=4)).update(read_at=timezone.now())
    Mail.objects.filter(sent_at=None).update(sent_at=timezone.now())


class Codes:
    """Codes by family and number; what is not on record is left out."""

    def __init__(self) -> None:
        found = Code.objects.filter(system__key__in=PICKED.values()).select_related("system")
        self.codes = {(code.system.key, code.code): code for code in found}

    def of(self, thing: Any) -> list[Code]:
        """The codes that a piece of content names; a code too fine for what is on record is taken a step up."""
        found: list[Code] = []
        for family, system in PICKED.items():
            for number in getattr(thing, family):
                found += self._nearest(system, number)
        return list(dict.fromkeys(found))

    def _nearest(self, system: str, number: str) -> Iterator[Code]:
        stem = number.rstrip("0") if system == "cpv2008" else number
        while len(stem) >= 2:
            key = stem.ljust(8, "0") if system == "cpv2008" else stem
            if (system, key) in self.codes:
                yield self.codes[system, key]
                return
            stem = stem[:-1]


def organisation(body: Body, codes: Codes, parent: Organisation | None = None) -> Organisation:
    """One organisation with everything it says, stated on the day it was last confirmed."""
    with past(body.confirmed_days_ago):
        fields = {
            "about": {body.lang: body.about} if body.about else {}, "town": body.town, "founded": body.founded,
            "employees": body.employees, "women": body.women, "languages": list(body.languages), "markets": list(body.markets),
            "website": body.website, "women_led": True if body.women and body.employees and body.women * 5 >= body.employees * 3 else None,
            "ownership": "local" if body.kind == "enterprise" and body.founded else "",
        }  # fmt: skip
        made = directory.create_organisation(by=None, name=body.name, kinds=[body.kind], country=body.country, fields=fields)
        made.parent = parent
        made.stated = {key: {**value, "who": "owner"} for key, value in made.stated.items()}
        made.save(update_fields=["parent", "stated"])
        _parts(made, body)
        for able in body.able:
            capability(made, body, able, codes)
        _details(made)
    for unit in body.units:
        organisation(unit, codes, parent=made)
    if body.identifier or len(body.certs) > 1:
        with past(max(body.confirmed_days_ago - 5, 0)):
            directory.check(by=None, organisation=made)
    return made


def _details(made: Organisation) -> None:
    """For whom it is there as a civil-society organisation, and what it looks for."""
    if made.name in SOCIETIES:
        for_whom, kinds, fields, reach, members = SOCIETIES[made.name]
        society = Society(organisation=made, type=for_whom, kinds=list(kinds), fields=list(fields), reach=reach, members=members)
        directory.save_part(by=None, part=society)
    if made.name in INTERESTS:
        text, lang, sought, countries, least, most, currency = INTERESTS[made.name]
        interest = Interest(
            organisation=made, text=text, language=lang, sought=list(sought), countries=list(countries), least=least, most=most,
            currency=currency,
        )  # fmt: skip
        directory.save_part(by=None, part=interest)


def _parts(made: Organisation, body: Body) -> None:
    country = Country.objects.get(pk=body.country)
    if body.latitude is not None:
        place = Site(organisation=made, town=body.town, country=country, latitude=body.latitude, longitude=body.longitude, is_main=True)
        directory.save_part(by=None, part=place)
    if body.also:
        directory.save_part(by=None, part=Name(organisation=made, sort="script", text=body.also, language=body.also_lang))
    if body.identifier:
        directory.save_part(by=None, part=Identifier(organisation=made, scheme=body.identifier[0], number=body.identifier[1]))
    if body.person:
        email = f"contact-{made.pk}@example.org"
        contact = Contact(organisation=made, name=body.person, role=body.role, email=email, is_first=True, languages=list(body.languages))
        directory.save_part(by=None, part=contact)
    for cert in body.certs:
        today = timezone.localdate()
        issued = today - timedelta(days=30 * cert.issued_months_ago)
        expires = None if cert.expires_in_months is None else today + timedelta(days=30 * cert.expires_in_months)
        paper = Evidence(
            organisation=made, standard=cert.standard, issuer=cert.body, scope=cert.scope,
            issued_on=min(issued, expires) if expires else issued, expires_on=expires,
            verified_on=today if cert.seen else None, verified_how="paper" if cert.seen else "",
        )  # fmt: skip
        directory.save_part(by=None, part=paper)


def capability(made: Organisation, body: Body, able: Able, codes: Codes) -> None:
    """One capability, dated when it was stated."""
    least, most = able.batch or (None, None)
    one = Capability(
        organisation=made, sort=able.kind, text=able.text, language=body.lang, materials=able.materials[:300],
        dimensions=able.dimensions[:200], tolerance=able.tolerance[:100], unit=able.unit if able.installed is not None else "",
        installed=able.installed, used=able.used, batch_least=least, batch_most=most, batch_unit=able.batch_unit,
        lead_time_days=able.lead_time_days,
    )  # fmt: skip
    directory.save_part(by=None, part=one, codes=codes.of(able))
    stated = timezone.localdate() - timedelta(days=max(able.stated_days_ago - body.confirmed_days_ago, 0))
    Capability.objects.filter(pk=one.pk).update(stated_on=stated, stated_by="owner")


def people() -> None:
    """The cast with their password; staff of the other centres; a person without a login for each named contact."""
    secret = make_password(PASSWORD)
    for member in CAST:
        person = _person(member.name, member.email, member.language, secret)
        if member.at and member.role in Membership.Role.values:
            make.member(person, Organisation.objects.get(name=member.at), member.role)
        elif member.at:
            make.staff(person, Centre.objects.get(organisation__name=member.at), member.role)
    for name, centre, role, language in STAFF:
        make.staff(_person(name, f"{name.lower()}@example.org", language, secret), Centre.objects.get(organisation__name=centre), role)
    fes = Centre.objects.get(organisation__name="Subcontracting Exchange of Fès")
    Organisation.objects.filter(name="Ostermeer Knitwear").update(centre=fes)  # it buys in Morocco; so Carlos and Dara share cases
    held = set(Membership.objects.values_list("organisation", flat=True))
    for contact in Contact.objects.select_related("organisation").exclude(organisation__in=held):
        language = INTERFACE.get(contact.organisation.about.language(), "en")
        person = _person(contact.name, f"person-{contact.pk}@example.invalid", language, "!")
        make.member(person, contact.organisation, "owner")


def _person(name: str, email: str, language: str, secret: str) -> Person:
    person = Person.objects.create(email=email, name=name, language=language, password=secret)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person
