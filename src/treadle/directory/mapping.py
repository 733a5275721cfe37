"""Organisations on a world map drawn on the server: circles of how many there are, each leading to what it stands for."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Avg, Count, F, FloatField, Max, Min, QuerySet, Value
from django.db.models.functions import Floor
from django.utils.translation import gettext as _

from treadle.nomenclature.places import country_name, country_point

from .models import Organisation, Site
from .visibility import shown

WORLD = (-180.0, -60.0, 180.0, 85.0)  # west, south, east, north
REGIONS = {  # after M49, with the piece of the map that shows them
    "002": (-26.0, -36.0, 58.0, 38.0), "019": (-130.0, -56.0, -30.0, 62.0), "142": (25.0, -12.0, 150.0, 56.0),
    "150": (-26.0, 34.0, 62.0, 72.0), "009": (110.0, -50.0, 180.0, 16.0),
}  # fmt: skip
CELLS = 36  # into which the longer side of the map is divided: sites in one cell are one circle
SMALLEST = 4.0  # degrees of longitude that a piece of the map shows at least
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Circle:
    """Some sites, or the organisations of a country without a place of their own, at ``x`` and ``y`` of the map."""

    x: float
    y: float
    radius: float
    count: int
    label: str
    latitude: float = 0.0
    longitude: float = 0.0
    box: str = ""  # the piece of the map it stands for
    country: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A square picture of a piece of the map from a tile server, at ``x`` and ``y``, ``size`` wide and high."""

    address: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map: what it shows in degrees (``view`` as an SVG view box), its circles, and the country of every one of them as a table."""

    view: str
    box: Box
    circles: Sequence[Circle]
    placed: int
    placeless: int
    thickness: float
    tiles: Sequence[Tile] = ()


def draw(organisations: QuerySet[Organisation], box: Box | None, region: str = "") -> Drawn:
    """Draw the organisations of a list: on the whole world, a region of it, or the piece of the map that a box names."""
    west, south, east, north = frame = _framed(box) if box else REGIONS.get(region, WORLD)
    cell = max((east - west), (north - south)) / CELLS
    visible = organisations.filter(shown("position", 0)).order_by()
    sites = Site.objects.filter(organisation__in=visible.values("pk"), latitude__isnull=False, longitude__isnull=False)
    if box is not None:
        sites = sites.filter(latitude__range=(south, north), longitude__range=(west, east))
    size = Value(cell, FloatField())
    cells = (
        sites.order_by()
        .annotate(column=Floor((F("longitude") - Value(west)) / size), row=Floor((F("latitude") - Value(south)) / size))
        .values("column", "row")
        .annotate(count=Count("organisation", distinct=True), x=Avg("longitude"), y=Avg("latitude"), west=Min("longitude"),
                  east=Max("longitude"), south=Min("latitude"), north=Max("latitude"))
    )  # fmt: skip
    circles = [_circle(each, cell) for each in cells]
    placed = sites.order_by().values("organisation").distinct().count()
    if box is None:
        circles += _countries(organisations, cell)
    if box is None:
        west, south, east, north = frame = _widened(frame, circles)
    circles.sort(key=lambda each: -each.count)
    placeless = sum(each.count for each in circles if each.country)
    view = f"{west:.2f} {-north:.2f} {east - west:.2f} {north - south:.2f}"
    return Drawn(view, frame, circles, placed, placeless, round(cell / 12, 3))


def _widened(frame: Box, circles: Sequence[Circle]) -> Box:
    """A frame that holds every circle: some countries of a region lie far out."""
    west, south, east, north = frame
    lons, lats = [west, east, *(each.longitude for each in circles)], [south, north, *(each.latitude for each in circles)]
    return max(min(lons) - (min(lons) < west), -180), max(min(lats) - (min(lats) < south), -85), min(max(lons), 180), min(max(lats), 85)


def _framed(box: Box) -> Box:
    """A piece of the map, not too small, twice as wide as high."""
    west, south, east, north = box
    width = max(east - west, (north - south) * 2, SMALLEST) * 1.1
    lon, lat = (west + east) / 2, (south + north) / 2
    return max(lon - width / 2, -180), max(lat - width / 4, -85), min(lon + width / 2, 180), min(lat + width / 4, 85)


def _circle(cell: Mapping[str, Any], size: float) -> Circle:
    """The organisations with a site in one cell, at the middle of the sites."""
    edge, count = size * 0.02, cell["count"]
    box = f"{cell['west'] - edge:.3f},{cell['south'] - edge:.3f},{cell['east'] + edge:.3f},{cell['north'] + edge:.3f}"
    label = _("%(count)s here") % {"count": count}
    return Circle(cell["x"], -cell["y"], _radius(count, size), count, label, cell["y"], cell["x"], box)


def _countries(organisations: QuerySet[Organisation], cell: float) -> list[Circle]:
    """Those without a place that everybody sees stand at one point of their country."""
    known = Site.objects.filter(latitude__isnull=False, organisation__in=organisations.filter(shown("position", 0)).order_by().values("pk"))
    rest = organisations.order_by().exclude(pk__in=known.values("organisation"))
    found = []
    for iso2, count in rest.values_list("country").annotate(count=Count("pk", distinct=True)):
        if (point := country_point(iso2)) is not None:
            found.append(Circle(point[1], -point[0], _radius(count, cell), count, country_name(iso2), *point, country=iso2))
    return found


def _radius(count: int, cell: float) -> float:
    """The area of a circle grows with its count, and it stays within reach of its cell."""
    return round(min(cell * (0.1 + 0.2 * math.log10(count + 1)), cell * 0.7), 3)


# Tiles ----------------------------------------------------------------------------------------------------------------------------------

SIDE = 256.0  # of a tile, in the map's own measure
ACROSS = 4.0  # tiles that the longer side of a map is wide
DEEPEST = 17  # of the zooms of a tile server that every one has
HIGHEST = 85.0511  # degrees north and south at which the square of all tiles ends


def on_tiles(drawn: Drawn, template: str) -> Drawn:
    """The same map over tiles in Web Mercator, each an address made from ``template`` with ``{z}``, ``{x}`` and ``{y}``.

    The formulas of the tile's number are those that every tile server of this kind follows: 2 to the power of the zoom is how many tiles
    are side by side around the world.
    """
    west, south, east, north = drawn.box
    south, north = max(south, -HIGHEST), min(north, HIGHEST)
    left, top, right, bottom = *_mercator(west, north, 0), *_mercator(east, south, 0)
    zoom = max(0, min(DEEPEST, math.floor(math.log2(ACROSS * SIDE / max(right - left, bottom - top)))))
    left, top, right, bottom = (edge * 2**zoom for edge in (left, top, right, bottom))
    count = 2**zoom
    tiles = [
        Tile(template.format(z=zoom, x=column, y=row), column * SIDE, row * SIDE, SIDE)
        for row in range(max(0, int(top // SIDE)), min(count - 1, int(bottom // SIDE)) + 1)
        for column in range(max(0, int(left // SIDE)), min(count - 1, int(right // SIDE)) + 1)
    ]
    scale = (right - left) / (east - west)
    circles = [_projected(each, zoom, scale) for each in drawn.circles]
    view = f"{left:.2f} {top:.2f} {right - left:.2f} {bottom - top:.2f}"
    return replace(drawn, view=view, circles=circles, tiles=tiles, thickness=round(drawn.thickness * scale, 3))


def _mercator(longitude: float, latitude: float, zoom: int) -> tuple[float, float]:
    """A point in the measure of all tiles at a zoom, from the north-west."""
    whole = SIDE * 2**zoom
    sine = math.sin(math.radians(max(-HIGHEST, min(HIGHEST, latitude))))
    return (longitude + 180) / 360 * whole, (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * whole


def _projected(circle: Circle, zoom: int, scale: float) -> Circle:
    x, y = _mercator(circle.x, -circle.y, zoom)
    return replace(circle, x=x, y=y, radius=round(circle.radius * scale, 3))
