"""Units that can be turned into one another, and the periods of rates."""

from .model import Quantity

# Each kind of unit with the size of its members in the first one.
KINDS: tuple[dict[str, float], ...] = (
    {"kg": 1, "g": 0.001, "mg": 1e-6, "t": 1000, "lb": 0.45359237, "oz": 0.028349523125, "q": 100},
    {"m": 1, "mm": 0.001, "cm": 0.01, "km": 1000, "µm": 1e-6, "in": 0.0254, "ft": 0.3048, "yd": 0.9144},
    {"m2": 1, "cm2": 1e-4, "mm2": 1e-6, "ha": 10_000, "ft2": 0.09290304},
    {"l": 1, "ml": 0.001, "cl": 0.01, "hl": 100, "m3": 1000, "gal": 3.785411784},
    {"h": 1, "min": 1 / 60, "d": 24},
    {"pcs": 1, "dozen": 12, "pairs": 2},
    {"kwh": 1, "mwh": 1000, "gj": 1000 / 3.6, "mj": 1 / 3.6},
    {"kw": 1, "w": 0.001, "mw": 1000},
)
ALIASES = {
    "kgs": "kg", "kilogram": "kg", "kilograms": "kg", "kilogrammes": "kg", "kilos": "kg", "kilo": "kg",
    "tonne": "t", "tonnes": "t", "ton": "t", "tons": "t", "toneladas": "t", "tonelada": "t", "to": "t", "mt": "t",
    "quintal": "q", "quintaux": "q", "quintales": "q", "طن": "t", "吨": "t", "т": "t", "тонн": "t",
    "gram": "g", "grams": "g", "grammes": "g", "lbs": "lb", "كغ": "kg", "كجم": "kg", "公斤": "kg",
    "hour": "h", "hours": "h", "hr": "h", "hrs": "h", "heure": "h", "heures": "h", "hora": "h", "horas": "h", "std": "h",
    "ساعة": "h", "小时": "h", "minutes": "min", "minute": "min",
    "piece": "pcs", "pieces": "pcs", "pc": "pcs", "pièce": "pcs", "pièces": "pcs", "pieza": "pcs", "piezas": "pcs",
    "unit": "pcs", "units": "pcs", "unité": "pcs", "unités": "pcs", "unidades": "pcs", "stück": "pcs", "stk": "pcs",
    "قطعة": "pcs", "件": "pcs", "paires": "pairs", "pair": "pairs", "pares": "pairs", "douzaines": "dozen",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "mètre": "m", "mètres": "m", "metros": "m", "metro": "m",
    "um": "µm", "μm": "µm", "m²": "m2", "sqm": "m2", "m³": "m3", "cbm": "m3", "cm²": "cm2", "mm²": "mm2",
    "litre": "l", "litres": "l", "liter": "l", "liters": "l", "litros": "l", "inch": "in", "inches": "in",
    "hectares": "ha", "hectáreas": "ha",
}  # fmt: skip
_SIZES = {unit: (kind, float(size)) for kind, sizes in enumerate(KINDS) for unit, size in sizes.items()}
DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}


def unit_key(unit: str) -> str:
    """Give the key of a unit as people write it ("Tonnes" → "t"); an unknown unit stays as it is, in small letters."""
    name = unit.strip().rstrip(".").lower()
    return ALIASES.get(name, name)


def factor(unit: str, into: str) -> float | None:
    """By what an amount in ``unit`` is multiplied to be in ``into``; None when they measure different things."""
    one, other = unit_key(unit), unit_key(into)
    if one == other:
        return 1.0
    if one not in _SIZES or other not in _SIZES or _SIZES[one][0] != _SIZES[other][0]:
        return None
    return _SIZES[one][1] / _SIZES[other][1]


def amount_as(quantity: Quantity, like: Quantity) -> float | None:
    """Give ``quantity`` in the unit and period of ``like``; None when the two cannot be compared.

    A month is 30.4375 days. An amount once and an amount per period are different things.
    """
    units = factor(quantity.unit, like.unit)
    if units is None or bool(quantity.per) != bool(like.per):
        return None
    if quantity.per == like.per:
        return quantity.amount * units
    if quantity.per not in DAYS or like.per not in DAYS:
        return None
    return quantity.amount * units * DAYS[like.per] / DAYS[quantity.per]
