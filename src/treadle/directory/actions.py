"""Every write to organisations' records. Membership is in :mod:`treadle.directory.members`."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from treadle.kit import events, files
from treadle.kit import policy as kit_policy
from treadle.nomenclature.models import Code

from . import policy, sources
from .detailed import Interest
from .entering import FINANCE_FIELDS, PROFILE_FIELDS, Draft, enter, stated
from .findable import touch
from .freshness import mark
from .models import Capability, Evidence, Kind, Membership, Organisation, OrganisationKind, Person


class Stale(Exception):
    """Somebody else changed the record since the form was opened; ``by`` and ``when`` say who and when."""

    def __init__(self, event: Any) -> None:
        self.by = event.actor_name if event else ""
        self.when = event.at if event else None
        super().__init__(f"Changed meanwhile by {self.by}")


def source_of(by: Person | None, organisation: Organisation) -> str:
    """Where a value comes from when this person states it: owner, the union that speaks for a unit, officer or import."""
    if by is None:
        return "import"
    if organisation.pk in policy.through(by):
        return "union"
    return "owner" if organisation.pk in policy.memberships(by) else "officer"


@transaction.atomic
def create_organisation(
    *, by: Person | None, name: str, kinds: Iterable[str], country: str, fields: Mapping[str, Any] | None = None
) -> Organisation:
    """Enter an organisation. Whoever enters it for themselves owns it; staff and imports enter it for others."""
    draft = Draft({**(fields or {}), "name": name, "country": country}, list(kinds))
    (organisation,) = enter([draft], by=by, who="owner" if by else "import")
    if by is not None and not policy.posts(by):
        Membership.objects.create(person=by, organisation=organisation, role=Membership.Role.OWNER)
        by.__dict__.pop("_memberships", None)
    return organisation


@transaction.atomic
def edit_organisation(
    *,
    by: Person | None,
    organisation: Organisation,
    version: int,
    fields: Mapping[str, Any],
    kinds: Iterable[str] | None = None,
    source: Mapping[str, Any] | None = None,
) -> Organisation:
    """Change what an organisation says of itself. Raises :class:`Stale` when it was changed since ``version``.

    ``source`` says where the values come from, when they are not the person's own: an import names its file and row.
    """
    kit_policy.require(by, policy.EDIT, organisation)
    changed = {key: value for key, value in fields.items() if key in PROFILE_FIELDS and getattr(organisation, key) != value}
    if not Organisation.objects.filter(pk=organisation.pk, version=version).update(version=F("version") + 1):
        raise Stale(events.history(organisation).first())
    before = {key: plain(getattr(organisation, key)) for key in changed}
    for key, value in changed.items():
        setattr(organisation, key, value)
    organisation.version = version + 1
    if not source:
        mark(organisation, "profile")
    organisation.stated = {**organisation.stated, **_sources(by, organisation, changed, source)}
    organisation.save(update_fields=[*changed, "version", "confirmed_on", "sections", "stated"])
    if kinds is not None:
        organisation.kinds.exclude(kind__in=[*kinds, Kind.CENTRE]).delete()
        for kind in kinds:
            OrganisationKind.objects.get_or_create(organisation=organisation, kind=kind)
    touch(organisation)
    after = {key: [None, None] if key in FINANCE_FIELDS else [before[key], plain(value)] for key, value in changed.items()}
    events.record("directory.organisation.edited", by=by, on=organisation, changes=after)
    return organisation


def _sources(
    by: Person | None, organisation: Organisation, names: Iterable[str], source: Mapping[str, Any] | None
) -> dict[str, dict[str, Any]]:
    return {name: dict(source) for name in names} if source else stated(source_of(by, organisation), names)


def plain(value: Any) -> Any:
    """A value as JSON."""
    if isinstance(value, models.Model):
        return str(value.pk)
    return dict(value) if isinstance(value, Mapping) else value if isinstance(value, int | str | list | None) else str(value)


def fingerprint(part: models.Model) -> str:
    """A short mark of everything a part says; another one after any change. "" for a part that is not kept yet."""
    if part.pk is None:
        return ""
    said = {field.name: field.value_from_object(part) for field in part._meta.concrete_fields}
    if isinstance(part, Capability | Interest):
        said["codes"] = sorted(part.codes.values_list("pk", flat=True))
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:20]


def _has_changed(part: models.Model) -> bool:
    return fingerprint(part) != fingerprint(type(part)._default_manager.get(pk=part.pk))


@transaction.atomic
def save_part(
    *,
    by: Person | None,
    part: models.Model,
    codes: Iterable[Code] | None = None,
    upload: "UploadedFile[Any] | None" = None,
    seen: str = "",
    source: Mapping[str, Any] | None = None,
) -> models.Model:
    """Add or change a name, identifier, site, contact, capability or certificate of an organisation.

    ``seen`` is the :func:`fingerprint` of the part as the person had it before them; raises Stale when somebody changed it since.
    ``source`` as in :func:`edit_organisation`.
    """
    organisation: Organisation = part.organisation  # type: ignore[attr-defined]
    kit_policy.require(by, policy.EDIT, organisation)
    new = part.pk is None
    if seen and not new:
        now = type(part)._default_manager.select_for_update().get(pk=part.pk)
        if fingerprint(now) != seen:
            raise Stale(events.history(now).filter(verb="directory.part.edited").first())
    if isinstance(part, Capability):
        part.stated_on, part.stated_by = timezone.localdate(), source["who"] if source else source_of(by, organisation)
    if isinstance(part, Evidence) and not new and not part.is_refuted and (upload is not None or _has_changed(part)):
        part.verified_on = part.verified_by = None  # what an officer saw was the paper as it stood
        part.verified_how = part.verified_note = ""  # what its issuer does not know stays so until an officer looks again
    part.save()
    if codes is not None and isinstance(part, Capability | Interest):
        part.codes.set(codes)
        if isinstance(part, Capability) and part.suggested:
            part.suggested = []
            part.save(update_fields=["suggested"])
    if upload is not None:
        files.keep(upload, belongs_to=part, by=by)
    sort = part._meta.model_name or ""
    organisation.stated = sources.with_part(organisation, part, _sources(by, organisation, [sort], source)[sort])
    if not source:
        mark(organisation, sort)
    organisation.save(update_fields=["stated", "confirmed_on", "sections"])
    touch(organisation)
    verb = "directory.part.added" if new else "directory.part.edited"
    events.record(verb, by=by, on=part, case=organisation)
    return part


@transaction.atomic
def confirm_codes(*, by: Person | None, capability: Capability) -> None:
    """Say that the codes which the machine proposed are right; a capability that it made of a text counts as stated from now on."""
    organisation = capability.organisation
    kit_policy.require(by, policy.EDIT, organisation)
    confirmed, capability.suggested = list(capability.suggested), []
    if capability.stated_by == "suggested":
        capability.stated_by, capability.stated_on = source_of(by, organisation), timezone.localdate()
    capability.save(update_fields=["suggested", "stated_by", "stated_on"])
    touch(organisation)
    events.record("directory.codes.confirmed", by=by, on=capability, case=organisation, changes={"codes": confirmed})


@transaction.atomic
def remove_part(*, by: Person | None, part: models.Model) -> None:
    """Take a part out of the record; its history stays."""
    organisation: Organisation = part.organisation  # type: ignore[attr-defined]
    kit_policy.require(by, policy.EDIT, organisation)
    events.record("directory.part.removed", by=by, on=part, case=organisation)
    organisation.stated = sources.without_part(organisation, part)
    organisation.save(update_fields=["stated"])
    part.delete()
    touch(organisation)


@transaction.atomic
def restore(
    *, by: Person | None, organisation: Organisation, fields: Mapping[str, Any], kinds_added: Iterable[str], stated: Mapping[str, Any],
    confirmed_on: str | None,
) -> None:  # fmt: skip
    """Put fields back to what they were before an import, with where they came from; kinds that it added go."""
    kit_policy.require(by, policy.EDIT, organisation)
    organisation.refresh_from_db()
    before = {name: plain(getattr(organisation, name)) for name in fields}
    for name, value in fields.items():
        setattr(organisation, "country_id" if name == "country" else name, value)
    organisation.kinds.filter(kind__in=list(kinds_added)).delete()
    organisation.stated = dict(stated)
    organisation.confirmed_on = date.fromisoformat(confirmed_on) if confirmed_on else None
    organisation.version += 1
    organisation.save()
    touch(organisation)
    changes = {name: [before[name], plain(value)] for name, value in fields.items()}
    events.record("directory.organisation.restored", by=by, on=organisation, changes=changes)


@transaction.atomic
def check(*, by: Person | None, organisation: Organisation) -> None:
    """An officer has looked at the record and found it right."""
    kit_policy.require(by, policy.CHECK, organisation)
    organisation.checked_on = timezone.localdate()
    organisation.checked_by = organisation.centre
    organisation.save(update_fields=["checked_on", "checked_by"])
    events.record("directory.organisation.checked", by=by, on=organisation)


@transaction.atomic
def set_open(*, by: Person | None, organisation: Organisation, is_open: bool, reason: str = "") -> None:
    """Close a record (it leaves the directory, matching and search) or open it again."""
    kit_policy.require(by, policy.CLOSE, organisation)
    organisation.state = Organisation.State.PUBLIC if is_open else Organisation.State.CLOSED
    organisation.save(update_fields=["state"])
    touch(organisation)
    verb = "directory.organisation.opened" if is_open else "directory.organisation.closed"
    events.record(verb, by=by, on=organisation, reason=reason)
