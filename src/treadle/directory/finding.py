"""Finding organisations: by words, by what they are, by where they are. A new filter is one line of :data:`FACETS`.

Each facet narrows a list, offers its choices, and says which values a record has: by these, whoever saved a search is told of a record
that is new to it. None tells more of a record than its page does (see :mod:`treadle.directory.visibility`).
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Avg, Count, F, FloatField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import ASin, Cos, Least, Power, Radians, Sin, Sqrt
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treadle.kit import search
from treadle.nomenclature.places import country_called, country_name, country_point

from .detailed import Cooperation, CsoKind, CsoType, Interest, Society, Sought
from .evidenced import Evidence, valid_today
from .mapping import REGIONS
from .models import Capability, Centre, Kind, Organisation, Site
from .visibility import Seen, shown

SIZES = {"1-9": (1, 9), "10-49": (10, 49), "50-249": (50, 249), "250-": (250, 10_000_000)}
FRESH = {"year": 365, "two": 730}
EARTH = 6371.0  # mean radius in kilometres
NEAR_KM = 50.0  # where somebody names a place and no distance
Choices = Callable[[], list[tuple[str, str | Promise]]]
Narrow = Callable[[QuerySet[Organisation], str, int], QuerySet[Organisation]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with a few values. ``narrow`` is told the rank of who looks; ``values`` says which values a record has, as ``seen``."""

    key: str
    label: str | Promise
    choices: Choices
    narrow: Narrow
    values: Callable[[Organisation, Seen], Iterable[str]]
    of_kind: str = ""  # asked only where this kind of organisation is listed


def _sizes(organisation: Organisation, seen: Seen) -> list[str]:
    people = organisation.employees if seen.people else None
    return [key for key, (least, most) in SIZES.items() if people is not None and least <= people <= most]


def _fresh_since(key: str) -> Any:
    return timezone.localdate() - timedelta(days=FRESH[key])


def _society(organisation: Organisation) -> Society | None:
    return getattr(organisation, "society", None)


def _in_list(field: str) -> Callable[[str], Q]:
    """A text that stands in a list of short keys; both databases find it in the JSON by its quotes."""
    return lambda value: Q(**{f"{field}__icontains": f'"{value}"'})


def _society_facet(key: str, label: Any, choices: Any, clause: Callable[[str], Q], values: Callable[[Society], list[str]]) -> Facet:
    def narrow(rows: QuerySet[Organisation], value: str, rank: int) -> QuerySet[Organisation]:
        return rows.filter(pk__in=Society.objects.filter(clause(value)).values("organisation"))

    def of(organisation: Organisation, seen: Seen) -> list[str]:
        found = _society(organisation)
        return values(found) if found is not None else []

    return Facet(key, label, lambda: list(choices.choices), narrow, of, Kind.CSO)


def _centres() -> list[tuple[str, str | Promise]]:
    return [(str(centre.pk), str(centre)) for centre in Centre.objects.select_related("organisation")]


def _regions() -> list[tuple[str, str | Promise]]:
    return [(code, country_name(code)) for code in REGIONS]


def _in_region(field: str, code: str) -> Q:
    """A country whose area lies in a region, at any of the three depths that M49 has below it."""
    return Q(**{f"{field}__area": code}) | Q(**{f"{field}__area__parent": code}) | Q(**{f"{field}__area__parent__parent": code})


def _region_of(organisation: Organisation) -> list[str]:
    area, found = organisation.country.area, list[str]()
    while area is not None:
        found.append(area.pk)
        area = area.parent
    return [code for code in found if code in REGIONS]


ROLES: Mapping[str, tuple[str | Promise, Q]] = {
    "supplier": (_("offers products, processes or services"), Q(pk__in=Capability.objects.values("organisation"))),
    "speaks": (
        _("has branches, or speaks for members"),
        Q(pk__in=Organisation.objects.filter(state=Organisation.State.PUBLIC, parent__isnull=False).values("parent")),
    ),
    "part": (_("belongs to another organisation"), Q(parent__state=Organisation.State.PUBLIC)),
}


def _roles_of(organisation: Organisation) -> list[str]:
    whole = organisation.parent
    has = {
        "supplier": bool(organisation.capabilities.all()), "part": whole is not None and whole.state == Organisation.State.PUBLIC,
        "speaks": organisation.units.filter(state=Organisation.State.PUBLIC).exists(),
    }  # fmt: skip
    return [role for role in ROLES if has[role]]


YES: list[tuple[str, str | Promise]] = [("on", _("Yes"))]
FACETS = {
    facet.key: facet
    for facet in (
        Facet("kind", _("Kind"), lambda: list(Kind.choices), lambda rows, value, rank: rows.filter(kinds__kind=value),
              lambda each, seen: [kind.kind for kind in each.kinds.all()]),
        Facet("size", _("People"), lambda: [("1-9", "1–9"), ("10-49", "10–49"), ("50-249", "50–249"), ("250-", "250+")],
              lambda rows, value, rank: rows.filter(shown("people", rank), employees__range=SIZES[value]), _sizes),
        Facet("ownership", _("Ownership"), lambda: list(Organisation.Ownership.choices),
              lambda rows, value, rank: rows.filter(shown("ownership", rank), ownership=value),
              lambda each, seen: [each.ownership] if each.ownership and seen.ownership else []),
        Facet("women", _("Led by women"), lambda: YES,
              lambda rows, value, rank: rows.filter(shown("ownership", rank), women_led=True),
              lambda each, seen: ["on"] if each.women_led and seen.ownership else []),
        Facet("region", _("Region"), _regions, lambda rows, value, rank: rows.filter(_in_region("country", value)),
              lambda each, seen: _region_of(each)),
        Facet("role", _("Role"), lambda: [(key, label) for key, (label, _clause) in ROLES.items()],
              lambda rows, value, rank: rows.filter(ROLES[value][1]), lambda each, seen: _roles_of(each)),
        Facet("free", _("With free capacity"), lambda: YES,
              lambda rows, value, rank: rows.filter(
                  shown("capacity", rank), pk__in=Capability.objects.filter(installed__gt=F("used")).values("organisation")),
              lambda each, seen: ["on"] if seen.capacity and any((able.free or 0) > 0 for able in each.capabilities.all()) else []),
        Facet("centre", _("Centre"), _centres, lambda rows, value, rank: rows.filter(centre=int(value)),
              lambda each, seen: [str(each.centre_id)] if each.centre_id else []),
        Facet("fresh", _("Confirmed"), lambda: [("year", _("within a year")), ("two", _("within two years"))],
              lambda rows, value, rank: rows.filter(confirmed_on__gte=_fresh_since(value)),
              lambda each, seen: [key for key in FRESH if each.confirmed_on and each.confirmed_on >= _fresh_since(key)]),
        _society_facet("cso", _("There for"), CsoType, lambda value: Q(type=value), lambda one: [one.type]),
        _society_facet("cso_kind", _("Kind of civil-society organisation"), CsoKind, _in_list("kinds"), lambda one: one.kinds),
        _society_facet("field", _("Field of cooperation"), Cooperation, _in_list("fields"), lambda one: one.fields),
        Facet("seeks", _("Looks for"), lambda: list(Sought.choices),
              lambda rows, value, rank: rows.filter(pk__in=Interest.objects.filter(_in_list("sought")(value)).values("organisation")),
              lambda each, seen: sorted({key for interest in each.interests.all() for key in interest.sought}), Kind.INVESTOR),
    )
}  # fmt: skip


def understood(wanted: Mapping[str, str]) -> dict[str, str]:
    """The facets that are asked for with a value that they offer; anything else filters nothing out."""
    return {
        key: wanted[key] for key, facet in FACETS.items() if wanted.get(key) and wanted[key] in {value for value, _text in facet.choices()}
    }


def narrowed(
    organisations: QuerySet[Organisation], wanted: Mapping[str, str], near: search.Nearest | None = None, rank: int = 0
) -> QuerySet[Organisation]:
    """Narrow a list by what its words found (``near``), the facets, country, code with all below it, certificate valid today, and place.

    ``rank`` is how near whoever looks stands to the records. What is not understood filters nothing out.
    """
    if near is not None:
        organisations = organisations.filter(pk__in=near.ids()).annotate(score=near.score_of())
    for key, value in understood(wanted).items():
        organisations = FACETS[key].narrow(organisations, value, rank)
    if country := wanted.get("country"):
        organisations = organisations.filter(country=country)
    if code := wanted.get("code"):
        organisations = organisations.filter(pk__in=having_code(code))
    if standard := wanted.get("certificate", "").strip():
        held = Evidence.objects.filter(valid_today(), sort=Evidence.Sort.CERTIFICATE, standard__icontains=standard)
        organisations = organisations.filter(shown("evidence", rank), pk__in=held.values("organisation"))
    if (origin := origin_of(wanted.get("near", ""))) is not None:
        organisations = _within(organisations.filter(shown("position", rank)), origin, km_of(wanted))
    if (box := box_of(wanted.get("box", ""))) is not None:
        west, south, east, north = box
        inside = Site.objects.filter(latitude__range=(south, north), longitude__range=(west, east))
        organisations = organisations.filter(shown("position", rank), pk__in=inside.values("organisation"))
    return organisations


def having_code(key: str) -> QuerySet[Any]:
    """Ids of organisations with a capability under the code ``system:code`` or any code below it."""
    system, _colon, code = key.partition(":")
    stem = code.rstrip("0").ljust(2, "0") if system.startswith("cpv") else code
    return Capability.objects.filter(codes__system__key=system, codes__code__startswith=stem).values("organisation")


def facets(organisations: QuerySet[Organisation]) -> dict[str, list[tuple[str, int]]]:
    """How many organisations of a list are in each kind and country, most first."""
    base = organisations.order_by()
    kinds = base.values_list("kinds__kind").annotate(count=Count("pk", distinct=True)).order_by("-count")
    countries = base.values_list("country").annotate(count=Count("pk", distinct=True)).order_by("-count")
    return {"kind": [(kind, count) for kind, count in kinds if kind], "country": list(countries)}


# Where ----------------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """A point on the map, and what it was called."""

    latitude: float
    longitude: float
    name: str


def origin_of(text: str) -> Origin | None:
    """Where a place is: latitude and longitude as typed, else the middle of the sites in a town of this name, else of the country.

    None for no place, or one that nobody on record is at.
    """
    text = text.strip()[:120]
    if not text:
        return None
    if found := re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*", text):
        latitude, longitude = float(found[1]), float(found[2])
        return Origin(latitude, longitude, text) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
    public = Organisation.objects.filter(shown("position", 0), state=Organisation.State.PUBLIC)
    there = Site.objects.filter(town__iexact=text, latitude__isnull=False, organisation__in=public)
    middle = there.aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
    if middle["latitude"] is not None:
        return Origin(middle["latitude"], middle["longitude"], text)
    point = country_point(country_called(text))
    return Origin(*point, text) if point else None


def km_of(wanted: Mapping[str, str]) -> float:
    """The distance asked for in kilometres, from 1 to 5,000."""
    text = wanted.get("km", "").strip()
    return min(max(float(text), 1.0), 5000.0) if re.fullmatch(r"\d{1,5}(\.\d+)?", text) else NEAR_KM


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a piece of the map; None for anything else."""
    parts = text.split(",")
    if len(parts) != 4 or not all(re.fullmatch(r"-?\d{1,3}(\.\d+)?", part) for part in parts):
        return None
    west, south, east, north = (max(-most, min(most, float(part))) for part, most in zip(parts, (180, 90, 180, 90), strict=True))
    return (west, south, east, north) if west < east and south < north else None


def _within(organisations: QuerySet[Organisation], origin: Origin, km: float) -> QuerySet[Organisation]:
    """Those with a site within a distance, with ``distance`` in kilometres as the crow flies (haversine)."""
    sites = _sites_around(origin, km).annotate(distance=_distance(origin)).filter(distance__lte=km)
    nearest = sites.filter(organisation=OuterRef("pk")).order_by("distance").values("distance")[:1]
    return organisations.filter(pk__in=sites.values("organisation")).annotate(distance=Subquery(nearest, output_field=FloatField()))


def _sites_around(origin: Origin, km: float) -> QuerySet[Site]:
    """Sites in the square around a point: what an index can tell before distances are counted."""
    north = math.degrees(km / EARTH)
    found = Site.objects.filter(latitude__range=(origin.latitude - north, origin.latitude + north))
    if abs(origin.latitude) + north >= 89:
        return found
    east = math.degrees(math.asin(min(math.sin(km / EARTH) / math.cos(math.radians(origin.latitude)), 1)))
    west_end, east_end = origin.longitude - east, origin.longitude + east
    clause = Q(longitude__range=(west_end, east_end))
    if west_end < -180:
        clause |= Q(longitude__gte=west_end + 360)
    if east_end > 180:
        clause |= Q(longitude__lte=east_end - 360)
    return found.filter(clause)


def _distance(origin: Origin) -> Any:
    here_lat, here_lon = math.radians(origin.latitude), math.radians(origin.longitude)
    north = Power(Sin((Radians(F("latitude")) - Value(here_lat)) / Value(2.0)), Value(2.0))
    east = Power(Sin((Radians(F("longitude")) - Value(here_lon)) / Value(2.0)), Value(2.0))
    half = north + Cos(Radians(F("latitude"))) * Value(math.cos(here_lat)) * east
    return Value(2 * EARTH) * ASin(Sqrt(Least(half, Value(1.0), output_field=FloatField())), output_field=FloatField())


def is_near(wanted: Mapping[str, str], organisation: Organisation) -> bool:
    """Whether a record is where a saved search looks; true where it looks everywhere."""
    placed = {key: wanted[key] for key in ("near", "km", "box") if wanted.get(key)}
    if not placed:
        return True
    return is_somewhere(placed) and narrowed(Organisation.objects.filter(pk=organisation.pk), placed).exists()


def is_somewhere(wanted: Mapping[str, str]) -> bool:
    """Whether a place or piece of the map that is asked for is one."""
    return origin_of(wanted.get("near", "")) is not None or box_of(wanted.get("box", "")) is not None
