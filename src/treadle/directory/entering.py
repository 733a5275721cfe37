"""Entering organisations, one or thousands: records with their parts, history, events, words and keys, in a few statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from treadle.kit import events
from treadle.kit import policy as kit_policy
from treadle.nomenclature.models import Code

from . import policy, queries
from .findable import touch
from .models import Capability, Centre, Organisation, OrganisationKind, Person

OWNERSHIP_FIELDS = ("ownership", "women_led")
FINANCE_FIELDS = ("turnover", "turnover_currency", "turnover_year", "export_share")
PROFILE_FIELDS = ("name", "about", "country", "town", "founded", "employees", "women", "languages", "markets", "website",
                  *OWNERSHIP_FIELDS, *FINANCE_FIELDS)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """An organisation to be entered.

    ``parts`` are names, sites and so on without their organisation yet; ``codes`` those of capabilities.
    """

    fields: Mapping[str, Any]
    kinds: Sequence[str]
    parts: list[models.Model] = field(default_factory=list)
    codes: dict[int, Sequence[Code]] = field(default_factory=dict)  # by the id() of a capability in parts
    stated: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # where values came from, over what is usual
    confirmed_on: date | None = field(default_factory=timezone.localdate)  # None: nobody has said that all of it is right
    organisation: Organisation | None = None


@transaction.atomic
def enter(drafts: Sequence[Draft], *, by: Person | None, who: str, centre: Centre | None = None) -> list[Organisation]:
    """Enter organisations; gives them in the same order. ``who`` is where their values come from: owner, officer or import.

    ``centre`` serves them all; without one, each is served by the centre of its country.
    """
    kit_policy.require(by, policy.CREATE)
    serving: dict[str, Centre | None] = {}
    made = [_organisation(draft, who, centre, serving) for draft in drafts]
    bulk_create_with_history(made, Organisation, batch_size=500, default_user=by)
    kinds = [OrganisationKind(organisation=made[at], kind=kind) for at, draft in enumerate(drafts) for kind in dict.fromkeys(draft.kinds)]
    OrganisationKind.objects.bulk_create(kinds, batch_size=1000)
    for organisation, draft in zip(made, drafts, strict=True):
        draft.organisation = organisation
        for part in draft.parts:
            part.organisation = organisation  # type: ignore[attr-defined]
    add_parts(
        [part for draft in drafts for part in draft.parts], {key: codes for draft in drafts for key, codes in draft.codes.items()}, by
    )
    touch(*made)
    events.record_many("directory.organisation.created", by=by, on=made)
    return made


def _organisation(draft: Draft, who: str, centre: Centre | None, serving: dict[str, Centre | None]) -> Organisation:
    values = {key: value for key, value in draft.fields.items() if key in PROFILE_FIELDS}
    country = values.pop("country")
    organisation = Organisation(country_id=getattr(country, "pk", country), **values)
    if centre is None and organisation.country_id not in serving:
        serving[organisation.country_id] = queries.centre_for(organisation.country_id)
    organisation.centre = centre or serving[organisation.country_id]
    organisation.confirmed_on = draft.confirmed_on
    parts = {part._meta.model_name or "" for part in draft.parts}
    organisation.stated = {**stated(who, ["country", *values, *sorted(parts)]), **draft.stated}
    return organisation


def add_parts(parts: Iterable[models.Model], codes: Mapping[int, Sequence[Code]], by: Person | None) -> None:
    """Keep new parts of records, those with a history with their first version; ``codes`` are of capabilities, by their id()."""
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for part in parts:
        by_model.setdefault(type(part), []).append(part)
    for model, rows in by_model.items():
        if hasattr(model, "history"):
            bulk_create_with_history(rows, model, batch_size=500, default_user=by)
        else:
            model._default_manager.bulk_create(rows, batch_size=500)
    through = Capability.codes.through
    links = [through(capability_id=part.pk, code_id=code.pk) for part in by_model.get(Capability, []) for code in codes.get(id(part), ())]
    through._default_manager.bulk_create(links, batch_size=1000, ignore_conflicts=True)


def stated(who: str, names: Iterable[str], **more: Any) -> dict[str, dict[str, Any]]:
    """Where values come from: owner, officer or import, and since when; an import also says from which file and row, and by whom."""
    today = timezone.localdate().isoformat()
    return {name: {"who": who, "on": today, **more} for name in names}
