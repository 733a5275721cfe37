"""Kinds of listings and enquiries, one file each. A new file here is a new kind: nothing else is edited."""

import importlib
import pkgutil
from functools import cache

from .base import Field, Kind

__all__ = ["Field", "Kind", "all_kinds", "kind_of"]


@cache
def _found() -> dict[str, Kind]:
    names = (module.name for module in pkgutil.iter_modules(__path__) if module.name != "base")
    kinds = [importlib.import_module(f"{__name__}.{name}").KIND for name in names]
    return {kind.key: kind for kind in sorted(kinds, key=lambda kind: (kind.order, kind.key))}


def all_kinds(side: str | None = None) -> list[Kind]:
    """All kinds in their order; of one side only, if named."""
    return [kind for kind in _found().values() if side is None or side in kind.sides]


def kind_of(key: str) -> Kind:
    """The kind with this key; raises KeyError."""
    return _found()[key]
