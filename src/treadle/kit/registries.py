"""Where domains that may not import each other meet: panels on a page, what is due on the desk, whoever leaves a post."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece of another domain on a page, such as listings on an organisation's page.

    ``context(thing, person)`` gives what ``template`` needs, or None when there is nothing this person may see.
    """

    key: str
    place: str
    template: str
    context: Callable[[Any, Any], dict[str, Any] | None]
    order: int = 50


@dataclass(frozen=True, slots=True)
class DueItem:
    """One line of the desk's queue."""

    title: str
    url: str
    subtitle: str
    state: str
    tone: str  # ok, ask, wait or "": the tag's look
    waiting_for: str
    due_at: datetime | None
    verb: str
    mine: bool = False
    waits_for_others: bool = False


@dataclass(frozen=True, slots=True)
class DueSource:
    """What a domain puts on the desk of a centre: ``items(person, centre)``."""

    key: str
    items: Callable[[Any, Any], Iterable[DueItem]]


_panels: dict[str, Panel] = {}
_due: dict[str, DueSource] = {}
_leaving: list[Callable[[Any, Any], None]] = []


def add_panel(panel: Panel) -> None:
    """Register a panel."""
    _panels[panel.key] = panel


def panels(place: str, thing: Any, person: Any) -> list[tuple[Panel, dict[str, Any]]]:
    """Panels of a place that have something to show, in their order."""
    found = sorted((panel for panel in _panels.values() if panel.place == place), key=lambda panel: panel.order)
    return [(panel, context) for panel in found if (context := panel.context(thing, person)) is not None]


def add_due(source: DueSource) -> None:
    """Register a source of due items."""
    _due[source.key] = source


def due_items(person: Any, centre: Any) -> list[DueItem]:
    """All that is on a centre's desk: dated first, oldest date first."""
    items = [item for source in _due.values() for item in source.items(person, centre)]
    return sorted(items, key=lambda item: (item.due_at is None, item.due_at.timestamp() if item.due_at else 0, item.title))


def when_leaving(release: Callable[[Any, Any], None]) -> None:
    """Register what a domain takes back from ``person`` when their post at ``centre`` ends."""
    _leaving.append(release)


def leave(person: Any, centre: Any) -> None:
    """Take back everything that the person held for the centre."""
    for release in _leaving:
        release(person, centre)
