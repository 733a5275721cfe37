"""Every write about centres and who works there."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, notify, registries
from treadle.kit import policy as kit_policy
from treadle.kit.zones import is_zone
from treadle.matching import fold
from treadle.nomenclature.models import Country

from . import policy
from .actions import create_organisation
from .members import forget_rights
from .models import Centre, Kind, Person, Staff


@transaction.atomic
def open_centre(*, by: Person | None, name: str, sort: str, country: str, territory: Iterable[str] = (), town: str = "") -> Centre:
    """Enter a centre that serves a territory; the country's own when none is named."""
    kit_policy.require(by, policy.OPEN_CENTRE)
    alike = next((each for each in Centre.objects.select_related("organisation") if fold(str(each)) == fold(name)), None)
    if alike is not None:
        raise ValidationError({"name": _("There is a centre of this name already. Open it from the list, or give another name.")})
    organisation = create_organisation(by=None, name=name, kinds=[Kind.CENTRE], country=country, fields={"town": town})
    centre = Centre.objects.create(organisation=organisation, sort=sort)
    centre.territory.set(Country.objects.filter(pk__in=list(territory) or [country]))
    organisation.centre = centre
    organisation.save(update_fields=["centre"])
    events.record("directory.centre.opened", by=by, on=organisation)
    return centre


@transaction.atomic
def change_centre(*, by: Person | None, centre: Centre, sort: str, territory: Iterable[str]) -> None:
    """Say anew what kind of office it is and which countries it serves. Cases that are open stay where they are."""
    kit_policy.require(by, policy.OPEN_CENTRE)
    wanted = sorted(set(territory))
    if not wanted:
        raise ValidationError({"territory": _("A centre serves at least one country. Choose one.")})
    before = {"sort": centre.sort, "territory": sorted(centre.territory.values_list("pk", flat=True))}
    centre.sort = sort
    centre.save(update_fields=["sort"])
    centre.territory.set(Country.objects.filter(pk__in=wanted))
    after = {"sort": sort, "territory": wanted}
    changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    events.record("directory.centre.changed", by=by, on=centre.organisation, changes=changes)


@transaction.atomic
def keep_calendar(*, by: Person | None, centre: Centre, rest_days: Iterable[int], holidays: dict[str, str], zone: str) -> None:
    """Say on which days of the week a centre rests and on which it is closed. The clock waits for its staff on those days."""
    kit_policy.require(by, policy.APPOINT, centre)
    rest = sorted(set(rest_days))
    if len(rest) > 6 or any(day not in range(7) for day in rest):
        raise ValidationError({"rest_days": _("A centre works on one day of the week at least.")})
    if zone and not is_zone(zone):
        raise ValidationError({"zone": _("There is no such time zone. Choose one of the list.")})
    before = {"rest_days": centre.rest_days, "holidays": len(centre.holidays), "zone": centre.zone}
    centre.rest_days, centre.holidays, centre.zone = rest, dict(sorted(holidays.items())), zone
    centre.save(update_fields=["rest_days", "holidays", "zone"])
    after = {"rest_days": rest, "holidays": len(holidays), "zone": zone}
    changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    events.record("directory.centre.calendar_kept", by=by, on=centre.organisation, changes=changes)


@transaction.atomic
def appoint(*, by: Person | None, person: Person, centre: Centre, role: str) -> Staff:
    """Give a person a post at a centre, or another post than before. The last head of a head office keeps it."""
    kit_policy.require(by, policy.APPOINT, centre)
    if role != Staff.Role.HEAD:
        _keep_a_head(Staff.objects.filter(person=person, centre=centre).first())
    post, _new = Staff.objects.update_or_create(person=person, centre=centre, defaults={"role": role})
    forget_rights(person)
    events.record("directory.staff.appointed", by=by, on=post, case=centre.organisation, changes={"role": role})
    notify.tell(
        [person] if by is None or by.pk != person.pk else [], "directory.appointed", once=f"{post.pk}-{role}",
        link=centre.get_absolute_url(), values={"centre": str(centre), "person": str(by or centre)},
    )  # fmt: skip
    return post


@transaction.atomic
def dismiss(*, by: Person | None, post: Staff) -> None:
    """End a post. The person keeps the login; their open cases go back to the centre, unassigned."""
    kit_policy.require(by, policy.APPOINT, post.centre)
    _keep_a_head(post)
    events.record("directory.staff.dismissed", by=by, on=post, case=post.centre.organisation, changes={"role": [post.role, ""]})
    person, centre = post.person, post.centre
    post.delete()
    forget_rights(person)
    registries.leave(person, centre)


def _keep_a_head(post: Staff | None) -> None:
    """A head office without a head could not be mended from the pages."""
    if post is None or post.role != Staff.Role.HEAD or post.centre.sort != Centre.Sort.HEAD:
        return
    if not Staff.objects.filter(centre=post.centre, role=Staff.Role.HEAD).exclude(pk=post.pk).exists():
        raise ValidationError(_("A head office needs a head. Appoint another head first."))
