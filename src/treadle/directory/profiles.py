"""Organisations as the matching engine sees them, and the databank that every process keeps in step with the database.

Each change to a record takes the next number of the sequence ``directory.profiles`` inside its transaction. Before a process
answers, it reads the records whose number is higher than the last it has seen: what has committed is findable, everywhere, at once.
"""

import logging
import threading
from collections.abc import Iterable
from datetime import date

from treadle.kit.numbers import current
from treadle.matching import Bank, Databank, Profile, Quantity, Source, completed, standards_in
from treadle.matching import Capability as Able
from treadle.matching import Certificate as Held
from treadle.matching import Code as EngineCode
from treadle.matching.index import CandidateIndex, IndexedBank, IndexFault
from treadle.nomenclature.models import Code
from treadle.nomenclature.suggest import bridge, engine_name

from . import indexing
from .models import Capability, Departed, Evidence, Organisation
from .visibility import to_members

log = logging.getLogger(__name__)
FETCH = 500


def engine_code(code: Code) -> EngineCode:
    """A code as the engine names it."""
    return EngineCode(engine_name(code.system.key), code.code)


def profile_of(organisation: Organisation) -> Profile:
    """An organisation's record as a profile. Wants kinds, sites, capabilities with codes, and certificates prefetched."""
    site = next(iter(sorted(organisation.sites.all(), key=lambda site: (not site.is_main, site.pk))), None)
    seen = to_members(organisation)
    certificates = tuple(
        Held(each.standard, each.scope, each.expires_on, each.verified_on is not None)
        for each in organisation.evidence.all() if seen.evidence and each.sort == Evidence.Sort.CERTIFICATE and not each.is_refuted
    )  # fmt: skip
    return Profile(
        id=str(organisation.pk),
        name=organisation.name,
        text=organisation.about.best(),
        lang=organisation.about.language(),
        capabilities=tuple(_able(each, shown=seen.capacity) for each in organisation.capabilities.all()),
        country=organisation.country_id,
        town=site.town if site else organisation.town,
        latitude=site.latitude if site and seen.position else None,
        longitude=site.longitude if site and seen.position else None,
        certificates=certificates or None,
        employees=organisation.employees if seen.people else None,
        languages=tuple(organisation.languages),
        markets=tuple(organisation.markets) if seen.markets else (),
        confirmed_on=organisation.confirmed_on,
        named=standards_in(" . ".join((organisation.about.best(), *(each.text for each in organisation.capabilities.all())))),
        sources={name: _source(stated) for name, stated in organisation.stated.items()},
    )


def _source(stated: dict[str, str]) -> Source:
    return Source(stated.get("who", ""), date.fromisoformat(stated["on"]) if stated.get("on") else None)


def _able(capability: Capability, *, shown: bool) -> Able:
    unit, per = capability.unit, capability.per
    free, installed = (capability.free, capability.installed) if shown else (None, None)
    text = " ".join(filter(None, (capability.text, capability.materials, capability.dimensions, capability.tolerance)))
    able = Able(
        text=text,
        lang=capability.language,
        codes=tuple(engine_code(code) for code in capability.codes.all()),
        free=Quantity(float(free), unit, per) if free is not None else None,
        installed=Quantity(float(installed), unit, per) if installed is not None else None,
        batch_least=None if capability.batch_least is None else float(capability.batch_least),
        batch_most=None if capability.batch_most is None else float(capability.batch_most),
        batch_unit=capability.batch_unit,
        lead_time_days=capability.lead_time_days,
        source=Source(capability.stated_by, capability.stated_on),
    )
    return completed(able, text, capability.language)


def profiles(pks: Iterable[int]) -> list[Profile]:
    """Profiles of organisations, with a fixed number of queries."""
    found = Organisation.objects.filter(pk__in=list(pks)).prefetch_related("sites", "evidence", "capabilities__codes__system")
    return [profile_of(organisation) for organisation in found]


class Kept:
    """The databank of this process and how far it has read."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.databank: Bank | None = None
        self.index: CandidateIndex | None = None
        self.revision = 0
        self.nomenclature = -1
        self.stamp: tuple[str, int] = ("", 0)

    def current(self) -> Bank:
        """The databank, brought up to what has committed."""
        with self.lock:
            words = current("nomenclature")
            if self.databank is None or self.nomenclature != words or self._index_moved():
                self._begin()
                self.nomenclature = words
            assert self.databank is not None
            latest = current("directory.profiles")
            if latest != self.revision:
                self._read(self.databank)
                self.revision = latest
            return self.databank

    def _begin(self) -> None:
        """Begin with the index where there is one that can be read, else with nothing."""
        self.stamp = indexing.stamp()  # before it is opened: what is written meanwhile is seen the next time
        try:
            self.index = indexing.in_use()
        except IndexFault:
            log.warning("The index cannot be read; organisations are kept in memory until it is made anew", exc_info=True)
            self.index = None
        if self.index is None:
            self.databank, self.revision = Databank(bridge=bridge()), 0
        else:
            self.databank, self.revision = IndexedBank(self.index, profiles, bridge()), self.index.sequence

    def _index_moved(self) -> bool:
        """Whether another index is in use, or this one has been written."""
        return self.stamp != indexing.stamp()

    def _read(self, databank: Bank) -> None:
        changed = Organisation.objects.filter(profile_revision__gt=self.revision)
        states = dict(changed.values_list("pk", "state"))
        public = [pk for pk, state in states.items() if state == Organisation.State.PUBLIC]
        departed = Departed.objects.filter(profile_revision__gt=self.revision).values_list("organisation", flat=True)
        for pk in (states.keys() - set(public)) | set(departed):
            databank.remove(str(pk))
        for start in range(0, len(public), FETCH):
            databank.put_many(profiles(public[start : start + FETCH]))


_kept = Kept()


def databank() -> Bank:
    """Everybody on record, as of now."""
    return _kept.current()


def forget() -> None:
    """Drop what this process keeps; for tests, whose transactions roll back."""
    global _kept
    _kept = Kept()
