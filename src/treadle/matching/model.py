"""What the engine is given and what it answers: plain, frozen data.

The engine knows nothing of databases, users or languages of an interface. Whoever calls it turns records into
:class:`Need` and :class:`Profile` and turns :class:`Match` into words with :meth:`Phrase.render`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """How a criterion came out. Unknown is not the same as not."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"
    UNKNOWN = "unknown"


class Criterion(StrEnum):
    """What a pair is judged by."""

    WORDS = "words"
    CODES = "codes"
    CAPACITY = "capacity"
    CERTIFICATES = "certificates"
    PLACE = "place"
    LEAD_TIME = "lead_time"
    BATCH = "batch"
    SIZE = "size"
    LANGUAGES = "languages"
    FRESHNESS = "freshness"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence that is not yet in any language: an English template and its values.

    ``text`` has named places (``"{share} of {wanted}"``); every template in use is marked with
    :func:`treadle.matching.phrases.N_` so that a translation catalogue finds it. A value may be a str, a number, a date,
    a :class:`Quantity`, a :class:`Code`, another Phrase, or a tuple of these.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(
        self,
        translate: Callable[[str], str] = str,
        show: Callable[[str, Any], str] | None = None,
        plural: Callable[[str, str, int], str] | None = None,
    ) -> str:
        """Give the sentence.

        ``show(name, value)`` turns a value into text in the reader's language; ``plural(one, many, number)`` chooses the form that
        goes with a number, as gettext's ``ngettext`` does; without it English forms are chosen.
        """
        from .phrases import PLURALS, plain

        shown = show or plain
        parts = {
            name: value.render(translate, show, plural) if isinstance(value, Phrase) else shown(name, value)
            for name, value in self.values.items()
        }
        if self.text not in PLURALS:
            return translate(self.text).format(**parts)
        many, count = PLURALS[self.text]
        number = round(abs(self.values[count]))
        chosen = plural(self.text, many, number) if plural else translate(self.text if number == 1 else many)
        return chosen.format(**parts)


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a classification: ``Code("isic4", "1313")``, ``Code("cpv", "19200000")``, ``Code("hs", "60")``.

    CPV codes are written with all eight digits; trailing zeros say the level.
    """

    system: str
    code: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit (a key such as ``h``, ``t``, ``kg``, ``pcs``) and, for a rate, its period."""

    amount: float
    unit: str
    per: str = ""  # "", "day", "week", "month" or "year"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate held: the standard as people write it (``ISO 9001:2015``), its scope and last day."""

    standard: str
    scope: str = ""
    expires: date | None = None
    seen: bool = False  # an officer has seen the paper


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: who stated it ("owner", "officer", "import", "text", …) and when."""

    who: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing an organisation can do or supply. What is None was not stated: unknown, never zero."""

    text: str = ""
    lang: str = ""
    codes: tuple[Code, ...] = ()
    free: Quantity | None = None
    installed: Quantity | None = None
    batch_least: float | None = None
    batch_most: float | None = None
    batch_unit: str = ""
    lead_time_days: int | None = None
    source: Source = Source()
    told: frozenset[str] = frozenset()  # names of those of these that were not stated but read from a text

    def source_of(self, name: str) -> Source:
        """Where one of its values comes from."""
        return Source("text", self.source.on) if name in self.told else self.source


@dataclass(frozen=True, slots=True)
class Profile:
    """An organisation as the engine sees it."""

    id: str
    name: str = ""
    text: str = ""
    lang: str = ""
    capabilities: tuple[Capability, ...] = ()
    country: str = ""  # ISO 3166-1 alpha-2
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    certificates: tuple[Certificate, ...] | None = None  # None: nobody ever said; (): stated to have none
    employees: int | None = None
    languages: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    confirmed_on: date | None = None
    named: tuple[str, ...] = ()  # standards that its texts name, whether it holds them or not
    sources: Mapping[str, Source] = field(default_factory=dict)  # by field name of this class


@dataclass(frozen=True, slots=True)
class Dealings:
    """How requests to an organisation went of late: whom everybody asks has less time for each."""

    asked: int = 0  # requests whose time to answer is over
    answered: int = 0  # of those
    waiting: int = 0  # requests that wait for its answer now


@dataclass(frozen=True, slots=True)
class Need:
    """What is wanted. What is empty or None is not asked for and is no criterion."""

    id: str
    text: str
    lang: str = ""
    codes: tuple[Code, ...] = ()
    quantity: Quantity | None = None
    least: Quantity | None = None  # least share acceptable from one supplier; None: half of the quantity
    batch: float | None = None
    batch_unit: str = ""
    lead_time_days: int | None = None
    certificates: tuple[str, ...] = ()
    certificates_required: bool = False  # hard rule
    countries: tuple[str, ...] = ()
    countries_required: bool = False  # hard rule
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    employees_least: int | None = None
    employees_most: int | None = None
    languages: tuple[str, ...] = ()
    until: date | None = None  # certificates must last until then
    today: date | None = None  # the day that ages are counted from
    never: frozenset[str] = frozenset()  # ids of profiles that must not be shown (the buyer itself, a never-match list)
    weights: Mapping[str, float] = field(default_factory=dict)  # by Criterion value; overrides the defaults
    buyer_country: str = ""  # ISO 3166-1 alpha-2, where it would be sold to
    dealings: Mapping[str, Dealings] | None = None  # by profile id; None: nobody keeps count of requests


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion of one pair. ``points`` is None when the verdict is unknown; ``most`` is what could be had."""

    criterion: Criterion
    verdict: Verdict
    points: float | None
    most: float
    wanted: Phrase
    offered: Phrase
    source: Source = Source()
    evidence: tuple[str, ...] = ()  # the words or codes that met
    across: str = ""  # language the words met across, when it differs from the need's


@dataclass(frozen=True, slots=True)
class Change:
    """A hard rule that stopped a pair and the smallest change that would lift it."""

    rule: str
    stopped_by: Phrase
    would_need: Phrase
    size: float = 0.0  # comparable effort: smaller comes first


@dataclass(frozen=True, slots=True)
class Match:
    """A scored pair with its reasons.

    ``score`` is the sum of the points of ``reasons`` rounded to whole points out of 100; ``up_to`` is what it would be if
    every unknown criterion turned out met. ``changes`` is empty for a match and names the hard rules that stopped a near miss.
    """

    profile_id: str
    score: int
    up_to: int
    reasons: tuple[Reason, ...]
    summary: Phrase
    hint: Phrase | None = None  # the one fact that would raise it most
    changes: tuple[Change, ...] = ()
    retrieval: float = 0.0  # unrounded; orders equal scores
    about: bool = False  # whether words or codes meet at least partly, whatever they weigh


@dataclass(frozen=True, slots=True)
class Result:
    """Ranked matches, and near misses that a hard rule stopped (best first)."""

    matches: tuple[Match, ...]
    near: tuple[Match, ...]
