"""Every write to organisations' records. Membership is in :mod:`treadle.directory.members`."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from treadle.kit import events, files, search
from treadle.kit import policy as kit_policy
from treadle.kit.numbers import next_number
from treadle.nomenclature.models import Code

from . import policy, queries
from .models import Capability, Certificate, Kind, Membership, Organisation, OrganisationKind, Person

PROFILE_FIELDS = ("name", "about", "country", "town", "founded", "employees", "women", "languages", "markets", "website")


class Stale(Exception):
    """Somebody else changed the record since the form was opened; ``by`` and ``when`` say who and when."""

    def __init__(self, event: Any) -> None:
        self.by = event.actor_name if event else ""
        self.when = event.at if event else None
        super().__init__(f"Changed meanwhile by {self.by}")


def source_of(by: Person | None, organisation: Organisation) -> str:
    """Where a value comes from when this person states it: owner, officer or import."""
    if by is None:
        return "import"
    return "owner" if organisation.pk in policy.memberships(by) else "officer"


_gathering: ContextVar[set[int] | None] = ContextVar("gathering", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Index each record once at the end of many changes, in the same transaction; for imports and the demonstration."""
    touched: set[int] = set()
    mark = _gathering.set(touched)
    try:
        with transaction.atomic():
            yield
            _gathering.reset(mark)
            mark = None  # type: ignore[assignment]
            for organisation in Organisation.objects.filter(pk__in=touched):
                touch(organisation)
    finally:
        if mark is not None:
            _gathering.reset(mark)


def touch(organisation: Organisation) -> None:
    """Make the change findable: the record gets the next revision, and the search box its words, in this transaction."""
    gathering = _gathering.get()
    if gathering is not None:
        gathering.add(organisation.pk)
        return
    Organisation.objects.select_for_update().filter(pk=organisation.pk).first()  # always the record first, then the sequence
    Organisation.objects.filter(pk=organisation.pk).update(profile_revision=next_number("directory.profiles"))
    index(organisation)


def index(organisation: Organisation) -> None:
    """Renew what the search box knows of an organisation."""
    organisation = Organisation.objects.get(pk=organisation.pk)
    if organisation.state != Organisation.State.PUBLIC:
        search.drop("organisation", organisation.pk)
        return
    able = list(queries.capability_page(organisation))
    labels = {label for one in able for code in one.codes.all() for label in code.labels.values()}
    codes = {code.code for one in able for code in one.codes.all()}
    more = [
        *(one.text for one in able), *(one.materials for one in able), *(name.text for name in organisation.names.all()),
        organisation.town, " ".join(labels), " ".join(codes), *(str(c) for c in organisation.certificates.all()),
    ]  # fmt: skip
    search.put(
        "organisation",
        organisation.pk,
        title=organisation.name,
        url=organisation.get_absolute_url(),
        summary=organisation.about.best() or (able[0].text if able else ""),
        more=more,
        language=organisation.about.language(),
        country=organisation.country_id,
    )


@transaction.atomic
def create_organisation(
    *, by: Person | None, name: str, kinds: Iterable[str], country: str, fields: Mapping[str, Any] | None = None
) -> Organisation:
    """Enter an organisation. Whoever enters it for themselves owns it; staff and imports enter it for others."""
    kit_policy.require(by, policy.CREATE)
    values = {key: value for key, value in (fields or {}).items() if key in PROFILE_FIELDS}
    organisation = Organisation(name=name, country_id=country, **values)
    organisation.centre = queries.centre_for(country)
    organisation.confirmed_on = timezone.localdate()
    organisation.stated = _stated("owner" if by else "import", ["name", "country", *values])
    organisation.save()
    OrganisationKind.objects.bulk_create([OrganisationKind(organisation=organisation, kind=kind) for kind in dict.fromkeys(kinds)])
    if by is not None and not policy.posts(by):
        Membership.objects.create(person=by, organisation=organisation, role=Membership.Role.OWNER)
        by.__dict__.pop("_memberships", None)
    touch(organisation)
    events.record("directory.organisation.created", by=by, on=organisation)
    return organisation


def _stated(who: str, names: Iterable[str]) -> dict[str, dict[str, str]]:
    today = timezone.localdate().isoformat()
    return {name: {"who": who, "on": today} for name in names}


@transaction.atomic
def edit_organisation(
    *, by: Person | None, organisation: Organisation, version: int, fields: Mapping[str, Any], kinds: Iterable[str] | None = None
) -> Organisation:
    """Change what an organisation says of itself. Raises :class:`Stale` when it was changed since ``version``."""
    kit_policy.require(by, policy.EDIT, organisation)
    changed = {key: value for key, value in fields.items() if key in PROFILE_FIELDS and getattr(organisation, key) != value}
    if not Organisation.objects.filter(pk=organisation.pk, version=version).update(version=F("version") + 1):
        raise Stale(events.history(organisation).first())
    before = {key: _plain(getattr(organisation, key)) for key in changed}
    for key, value in changed.items():
        setattr(organisation, key, value)
    organisation.version = version + 1
    organisation.confirmed_on = timezone.localdate()
    organisation.stated = {**organisation.stated, **_stated(source_of(by, organisation), changed)}
    organisation.save(update_fields=[*changed, "version", "confirmed_on", "stated"])
    if kinds is not None:
        organisation.kinds.exclude(kind__in=[*kinds, Kind.CENTRE]).delete()
        for kind in kinds:
            OrganisationKind.objects.get_or_create(organisation=organisation, kind=kind)
    touch(organisation)
    after = {key: [before[key], _plain(value)] for key, value in changed.items()}
    events.record("directory.organisation.edited", by=by, on=organisation, changes=after)
    return organisation


def _plain(value: Any) -> Any:
    """A value as JSON."""
    if isinstance(value, models.Model):
        return str(value.pk)
    return dict(value) if isinstance(value, Mapping) else value if isinstance(value, int | str | list | None) else str(value)


def fingerprint(part: models.Model) -> str:
    """A short mark of everything a part says; another one after any change. "" for a part that is not kept yet."""
    if part.pk is None:
        return ""
    said = {field.name: field.value_from_object(part) for field in part._meta.concrete_fields}
    if isinstance(part, Capability):
        said["codes"] = sorted(part.codes.values_list("pk", flat=True))
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:20]


@transaction.atomic
def save_part(
    *,
    by: Person | None,
    part: models.Model,
    codes: Iterable[Code] | None = None,
    upload: "UploadedFile[Any] | None" = None,
    seen: str = "",
) -> models.Model:
    """Add or change a name, identifier, site, contact, capability or certificate of an organisation.

    ``seen`` is the :func:`fingerprint` of the part as the person had it before them; raises Stale when somebody changed it since.
    """
    organisation: Organisation = part.organisation  # type: ignore[attr-defined]
    kit_policy.require(by, policy.EDIT, organisation)
    new = part.pk is None
    if seen and not new:
        now = type(part)._default_manager.select_for_update().get(pk=part.pk)
        if fingerprint(now) != seen:
            raise Stale(events.history(now).filter(verb="directory.part.edited").first())
    if isinstance(part, Capability):
        part.stated_on, part.stated_by = timezone.localdate(), source_of(by, organisation)
    if isinstance(part, Certificate) and not new:
        part.seen_on = part.seen_by = None  # what an officer saw was the paper as it stood
    part.save()
    if codes is not None and isinstance(part, Capability):
        part.codes.set(codes)
    if upload is not None:
        files.keep(upload, belongs_to=part, by=by)
    organisation.stated = {**organisation.stated, **_stated(source_of(by, organisation), [part._meta.model_name or ""])}
    organisation.confirmed_on = timezone.localdate()
    organisation.save(update_fields=["stated", "confirmed_on"])
    touch(organisation)
    verb = "directory.part.added" if new else "directory.part.edited"
    events.record(verb, by=by, on=part, case=organisation)
    return part


@transaction.atomic
def remove_part(*, by: Person | None, part: models.Model) -> None:
    """Take a part out of the record; its history stays."""
    organisation: Organisation = part.organisation  # type: ignore[attr-defined]
    kit_policy.require(by, policy.EDIT, organisation)
    events.record("directory.part.removed", by=by, on=part, case=organisation)
    part.delete()
    touch(organisation)


@transaction.atomic
def confirm(*, by: Person | None, organisation: Organisation) -> None:
    """Say that the record is still right; it counts as fresh from today."""
    kit_policy.require(by, policy.EDIT, organisation)
    organisation.confirmed_on = timezone.localdate()
    organisation.save(update_fields=["confirmed_on"])
    touch(organisation)
    events.record("directory.organisation.confirmed", by=by, on=organisation)


@transaction.atomic
def check(*, by: Person | None, organisation: Organisation) -> None:
    """An officer has looked at the record and found it right."""
    kit_policy.require(by, policy.CHECK, organisation)
    organisation.checked_on = timezone.localdate()
    organisation.checked_by = organisation.centre
    organisation.save(update_fields=["checked_on", "checked_by"])
    events.record("directory.organisation.checked", by=by, on=organisation)


@transaction.atomic
def see_certificate(*, by: Person | None, certificate: Certificate) -> None:
    """An officer has seen the paper."""
    kit_policy.require(by, policy.CHECK, certificate)
    certificate.seen_on, certificate.seen_by = timezone.localdate(), by
    certificate.save(update_fields=["seen_on", "seen_by"])
    touch(certificate.organisation)
    events.record("directory.certificate.seen", by=by, on=certificate, case=certificate.organisation)


@transaction.atomic
def set_open(*, by: Person | None, organisation: Organisation, is_open: bool, reason: str = "") -> None:
    """Close a record (it leaves the directory, matching and search) or open it again."""
    kit_policy.require(by, policy.CLOSE, organisation)
    organisation.state = Organisation.State.PUBLIC if is_open else Organisation.State.CLOSED
    organisation.save(update_fields=["state"])
    touch(organisation)
    verb = "directory.organisation.opened" if is_open else "directory.organisation.closed"
    events.record(verb, by=by, on=organisation, reason=reason)
