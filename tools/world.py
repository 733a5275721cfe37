"""Draw the world map and find each country's place from Natural Earth, which is in the public domain.

    python tools/world.py LAND.json COUNTRIES.json

LAND.json and COUNTRIES.json are TopoJSON of Natural Earth's countries at 1:110m and 1:50m. Writes the map that pages show and the points
at which countries without sites of known position stand.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[1] / "src/treadle"
MAP = SOURCE / "web/static/web/world.svg"
POINTS = SOURCE / "nomenclature/data/country_points.csv"
Ring = list[tuple[float, float]]
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -85 360 145"><style>path{fill:#e2d9c8;stroke:#f8f5ee;stroke-width:.35}'
    "@media(prefers-color-scheme:dark){path{fill:#2c3540;stroke:#13171e}}</style>"
)


class World:
    """A TopoJSON file: arcs that countries share."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs: list[Ring] = []
        for arc in data["arcs"]:
            x = y = 0
            line = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                line.append((x * sx + tx, y * sy + ty))
            self.arcs.append(line)
        self.shapes: list[dict[str, Any]] = data["objects"]["countries"]["geometries"]

    def rings(self, shape: dict[str, Any]) -> Iterator[Ring]:
        """The outer rings of a country."""
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            ring: Ring = []
            for number in polygon[0]:
                arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
                ring += arc if not ring else arc[1:]
            yield ring


def area_and_centre(ring: Ring) -> tuple[float, float, float]:
    """Area in square degrees and the centre of gravity."""
    doubled = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
        cross = ax * by - bx * ay
        doubled, x, y = doubled + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not doubled:
        return 0.0, ring[0][0], ring[0][1]
    return abs(doubled) / 2, x / (3 * doubled), y / (3 * doubled)


def path_of(ring: Ring) -> str:
    """A ring as a path, in tenths of a degree, north up, each step from the last point."""
    steps, last = [], (0, 0)
    for at, (lon, lat) in enumerate(ring):
        here = (round(lon * 10), round(-lat * 10))
        if at and here == last:
            continue
        dx, dy = here[0] - last[0], here[1] - last[1]
        pair = re.sub(r"(?<!\d)0\.", ".", f"{dx / 10:g} {dy / 10:g}")
        steps.append(f"{'M' if not steps else 'l' if len(steps) == 1 else ' '}{pair}")
        last = here
    return "".join(steps) + "z"


def whole(ring: Ring) -> Iterator[Ring]:
    """A ring as it is; one that crosses the edge of the map unrolled, at both edges, to be cut by the frame."""
    unrolled, shift = [ring[0]], 0
    for (before, _lat), (lon, lat) in zip(ring, ring[1:], strict=False):
        shift += 360 if lon - before < -180 else -360 if lon - before > 180 else 0
        unrolled.append((lon + shift, lat))
    yield unrolled
    if any(not -180 <= lon <= 180 for lon, _lat in unrolled):
        turn = -360 if max(lon for lon, _lat in unrolled) > 180 else 360
        yield [(lon + turn, lat) for lon, lat in unrolled]


def main() -> None:
    """Write both files."""
    land, countries = World(Path(sys.argv[1])), World(Path(sys.argv[2]))
    drawn = [path_of(part) for shape in land.shapes if shape.get("id") != "010" for ring in land.rings(shape) for part in whole(ring)]
    MAP.write_text(f'{HEAD}<path d="{"".join(drawn)}"/></svg>\n', encoding="utf-8")
    lines = []
    for shape in countries.shapes:
        if shape.get("id"):
            _area, lon, lat = max(area_and_centre(ring) for ring in countries.rings(shape))
            lines.append(f"{int(shape['id']):03},{lat:.1f},{lon:.1f}")
    POINTS.write_text("\n".join(["m49,latitude,longitude", *sorted(lines)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
