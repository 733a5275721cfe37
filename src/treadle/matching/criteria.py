"""Judge, one criterion at a time: what share of what was asked for is offered, and the sentences that say so.

Every function takes (need, profile, …) and gives a :class:`Finding`. A share of None is unknown: nobody said. It is
never taken for 0.
"""

from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

import numpy as np

from . import phrases as say
from .certificates import is_kind_of, standard
from .codes import Relation, nearest
from .databank import Signals, share_of
from .model import Capability, Certificate, Criterion, Dealings, Need, Phrase, Profile, Quantity, Source, Verdict
from .units import amount_as, factor

FRESH_DAYS, STALE_DAYS = 365, 3 * 365  # a profile counts fully up to the first, not at all from the second
EARTH_KM = 6371.0088  # mean radius
RADIUS_KM = 200.0  # where a place is wanted without a radius
# Shares from which a text is met, and below which it speaks of other things. Of tenders and firms that have nothing to do with each other
# three in four lie below the second, and one in a hundred above the first.
LIKE, UNLIKE = 0.65, 0.18
FULL_DESK = 5  # requests that wait for an answer, at which nobody has time for another
ASKED_ENOUGH = 2  # requests, from which it can be said how somebody answers
GRACE_DAYS = 60  # after its last day a certificate counts less each day: a renewal takes time, and no day is a cliff
EDITION_SHARE = SOON_SHARE = 0.5  # another edition is held; a certificate ends before the work does
NAMED_SHARE = 0.5  # a text says that it is held
UNSTATED = Source()


@dataclass(frozen=True, slots=True)
class Finding:
    """How one criterion came out, before points."""

    criterion: Criterion
    share: float | None
    wanted: Phrase
    offered: Phrase
    source: Source = UNSTATED
    evidence: tuple[str, ...] = ()
    met_from: float = 1.0
    not_below: float = 1e-9

    @property
    def verdict(self) -> Verdict:
        """Read the verdict off the share."""
        if self.share is None:
            return Verdict.UNKNOWN
        if self.share >= self.met_from:
            return Verdict.MET
        return Verdict.PARTLY if self.share >= self.not_below else Verdict.NOT


def words(need: Need, profile: Profile, signals: Signals) -> Finding:
    """Judge the text by the likeness that retrieval found. The words that met are added when it is explained."""
    wanted = Phrase(say.WORDS_WANTED, {"text": need.text})
    told = profile.text.strip() or profile.name.strip() or any(one.text.strip() for one in profile.capabilities)
    if not told:
        return Finding(Criterion.WORDS, None, wanted, Phrase(say.WORDS_MISSING))
    share = likeness_share(signals.likeness)
    offered = Phrase(say.WORDS_ALIKE if share >= UNLIKE else say.WORDS_NONE)
    source = profile.sources.get("text", Source())
    return Finding(Criterion.WORDS, share, wanted, offered, source, met_from=LIKE, not_below=UNLIKE)


def likeness_share(likeness: float) -> float:
    """What a likeness earns of the points."""
    return float(share_of(np.array(likeness)))


_CODE_PHRASES = {
    Relation.SAME: say.CODE_SAME, Relation.NARROWER: say.CODE_NARROWER, Relation.WIDER: say.CODE_WIDER,
    Relation.TOO_NARROW: say.CODE_TOO_NARROW, Relation.TOO_WIDE: say.CODE_TOO_WIDE,
    Relation.SIBLING: say.CODE_SIBLING, Relation.RELATED: say.CODE_RELATED, Relation.NONE: say.CODE_OTHER,
}  # fmt: skip


def codes(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge by the nearest pair of codes over all capabilities."""
    wanted = Phrase(say.CODES_WANTED, {"codes": need.codes})
    offers = [(code, one.source) for one in profile.capabilities for code in one.codes]
    if not offers:
        return Finding(Criterion.CODES, None, wanted, Phrase(say.CODES_MISSING))
    found = nearest(need.codes, [code for code, _ in offers])
    if found is None:
        stated = tuple(dict.fromkeys(code for code, _ in offers))
        return Finding(Criterion.CODES, None, wanted, Phrase(say.CODES_OTHER_SYSTEM, {"codes": stated}))
    offered = Phrase(_CODE_PHRASES[found.relation], {"offered": found.offered, "wanted": found.wanted})
    source = next(source for code, source in offers if code == found.offered)
    return Finding(Criterion.CODES, found.share, wanted, offered, source, (found.offered.code,) if found.share else ())


def capacity(need: Need, profile: Profile, capability: Capability) -> Finding:
    """Judge free capacity against the quantity wanted, in its unit and period."""
    assert need.quantity is not None
    wanted = Phrase(say.CAPACITY_WANTED, {"quantity": need.quantity})
    free, installed = capability.free, capability.installed
    source = capability.source_of("installed" if free is None else "free")
    if free is None:
        phrase = Phrase(say.CAPACITY_INSTALLED, {"installed": installed}) if installed else Phrase(say.CAPACITY_MISSING)
        return Finding(Criterion.CAPACITY, None, wanted, phrase, source)
    amount = amount_as(free, need.quantity)
    if amount is None or need.quantity.amount <= 0:
        phrase = Phrase(say.CAPACITY_OTHER_UNIT, {"free": free, "quantity": need.quantity})
        return Finding(Criterion.CAPACITY, None, wanted, phrase, source)
    share = min(max(amount / need.quantity.amount, 0.0), 1.0)
    percent = int(100 * share + 0.5)
    offered = Phrase(say.CAPACITY_SHARE, {"free": free, "percent": min(percent, 99)})
    return Finding(Criterion.CAPACITY, share, wanted, Phrase(say.CAPACITY_ALL, {"free": free}) if share == 1 else offered, source)


def certificates(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge how many of the certificates asked for are held, valid today and until the day needed."""
    wanted = Phrase(say.CERTIFICATES_WANTED, {"certificates": need.certificates})
    named = [one for one in need.certificates if any(is_kind_of(written, one) for written in profile.named)]
    if profile.certificates is None and not named:
        return Finding(Criterion.CERTIFICATES, None, wanted, Phrase(say.CERTIFICATES_MISSING))
    found = [_held_or_named(one, profile, need) for one in need.certificates]
    share = sum(worth for worth, _ in found) / len(found)
    offered = found[0][1] if len(found) == 1 else Phrase(say.LIST, {"items": tuple(phrase for _, phrase in found)})
    evidence = tuple(one for one, (worth, _) in zip(need.certificates, found, strict=True) if worth == 1)
    source = Source("text") if profile.certificates is None else profile.sources.get("certificates", Source())
    return Finding(Criterion.CERTIFICATES, share, wanted, offered, source, evidence)


def _held_or_named(wanted: str, profile: Profile, need: Need) -> tuple[float, Phrase]:
    """What a certificate on record is worth, or that a text names it: a word is worth half of a paper."""
    worth, phrase = holding(wanted, profile.certificates or (), need)
    written = next((one for one in profile.named if is_kind_of(one, wanted)), "")
    if written and phrase.text == say.CERTIFICATE_NOT:
        return NAMED_SHARE, Phrase(say.CERTIFICATE_NAMED, {"standard": written})
    return worth, phrase


def holding(wanted: str, held: tuple[Certificate, ...], need: Need) -> tuple[float, Phrase]:
    """Give the worth 0..1 of the best certificate held for one wanted, and what is to be said of it."""
    found = [_worth(wanted, one, need) for one in held if is_kind_of(one.standard, wanted)]
    return max(found, key=lambda pair: pair[0], default=(0.0, Phrase(say.CERTIFICATE_NOT, {"wanted": wanted})))


def _worth(wanted: str, held: Certificate, need: Need) -> tuple[float, Phrase]:
    values = {"standard": held.standard, "day": held.expires, "until": need.until, "wanted": wanted}
    edition = standard(wanted).edition
    if held.expires and need.today and held.expires < need.today:
        late = (need.today - held.expires).days
        if late > GRACE_DAYS:
            return 0.0, Phrase(say.CERTIFICATE_EXPIRED, values)
        return round(1 - late / (GRACE_DAYS + 1), 3), Phrase(say.CERTIFICATE_LAPSED, values)
    if edition and standard(held.standard).edition != edition:
        return EDITION_SHARE, Phrase(say.CERTIFICATE_EDITION, values)
    if held.expires and need.until and held.expires < need.until:
        return SOON_SHARE, Phrase(say.CERTIFICATE_TOO_SOON, values)
    return 1.0, Phrase(say.CERTIFICATE_UNTIL if held.expires else say.CERTIFICATE_HELD, values)


def place(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge by distance where both sides are on the map, else by country."""
    wanted = Phrase(say.COUNTRIES_WANTED, {"countries": need.countries})
    source = profile.sources.get("country", Source())
    if need.latitude is not None and need.longitude is not None:
        radius = need.radius_km or RADIUS_KM
        if need.radius_km or not need.countries:
            wanted = Phrase(say.RADIUS_WANTED, {"radius": radius})
        if profile.latitude is not None and profile.longitude is not None:
            away = kilometres(need.latitude, need.longitude, profile.latitude, profile.longitude)
            share = 1.0 if away <= radius else radius / away if away <= 2 * radius else 0.0
            return Finding(Criterion.PLACE, share, wanted, Phrase(say.DISTANCE, {"distance": round(away)}), source)
    if not profile.country or not need.countries:
        return Finding(Criterion.PLACE, None, wanted, Phrase(say.PLACE_MISSING), source)
    inside = profile.country.upper() in {one.upper() for one in need.countries}
    offered = Phrase(say.IN_COUNTRY, {"country": profile.country})
    return Finding(Criterion.PLACE, float(inside), wanted, offered, source)


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance by the haversine formula, on a sphere; degrees in."""
    one, other = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2
    chord = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * across
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def lead_time(need: Need, profile: Profile, capability: Capability) -> Finding:
    """Judge the days to delivery: up to twice the days wanted earns a part."""
    assert need.lead_time_days is not None
    wanted = Phrase(say.LEAD_TIME_WANTED, {"days": need.lead_time_days})
    days = capability.lead_time_days
    if days is None:
        return Finding(Criterion.LEAD_TIME, None, wanted, Phrase(say.LEAD_TIME_MISSING), capability.source_of("lead_time_days"))
    offered = Phrase(say.LEAD_TIME_OFFERED, {"days": days})
    return Finding(Criterion.LEAD_TIME, _near(need.lead_time_days, max(days, 0)), wanted, offered, capability.source_of("lead_time_days"))


def batch(need: Need, profile: Profile, capability: Capability) -> Finding:
    """Judge the batch size wanted against the smallest and largest made."""
    assert need.batch is not None
    least, most, unit = capability.batch_least, capability.batch_most, capability.batch_unit
    wanted = Phrase(say.BATCH_WANTED, {"quantity": Quantity(need.batch, need.batch_unit)})
    if least is None and most is None:
        return Finding(Criterion.BATCH, None, wanted, Phrase(say.BATCH_MISSING), capability.source_of("batch_least"))
    by = factor(unit, need.batch_unit) if unit and need.batch_unit else 1.0
    if by is None:
        phrase = Phrase(say.BATCH_OTHER_UNIT, {"offered": unit, "wanted": need.batch_unit})
        return Finding(Criterion.BATCH, None, wanted, phrase, capability.source_of("batch_least"))
    share = 1.0
    if least is not None and need.batch < least * by:
        share = _near(need.batch, least * by)
    if most is not None and need.batch > most * by:
        share = _near(most * by, need.batch)
    values = {"least": least and Quantity(least, unit), "most": most and Quantity(most, unit)}
    text = say.BATCH_BETWEEN if least is not None and most is not None else say.BATCH_FROM
    return Finding(
        Criterion.BATCH, share, wanted, Phrase(say.BATCH_UP_TO if least is None else text, values), capability.source_of("batch_least")
    )


def size(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge the number of employees."""
    least, most, count = need.employees_least, need.employees_most, profile.employees
    both = say.SIZE_BETWEEN if least is not None and most is not None else say.SIZE_LEAST
    wanted = Phrase(say.SIZE_MOST if least is None else both, {"least": least, "most": most})
    source = profile.sources.get("employees", Source())
    if count is None:
        return Finding(Criterion.SIZE, None, wanted, Phrase(say.SIZE_MISSING), source)
    share = 1.0
    if least is not None and count < least:
        share = _near(count, least)
    if most is not None and count > most:
        share = _near(most, count)
    return Finding(Criterion.SIZE, share, wanted, Phrase(say.SIZE_OFFERED, {"employees": count}), source)


def languages(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge whether the two have a language in common; one is enough."""
    wanted = Phrase(say.LANGUAGES_WANTED, {"languages": need.languages})
    source = profile.sources.get("languages", Source())
    if not profile.languages:
        return Finding(Criterion.LANGUAGES, None, wanted, Phrase(say.LANGUAGES_MISSING), source)
    common = tuple(one for one in need.languages if one in profile.languages)
    offered = Phrase(say.LANGUAGES_OFFERED, {"languages": profile.languages})
    return Finding(Criterion.LANGUAGES, float(bool(common)), wanted, offered, source, common)


def freshness(need: Need, profile: Profile, _: Capability) -> Finding:
    """Judge how long ago the profile was confirmed: a year is fresh, three years are stale, between is part."""
    wanted = Phrase(say.FRESHNESS_WANTED, {"days": FRESH_DAYS})
    day: date | None = profile.confirmed_on
    if day is None:
        return Finding(Criterion.FRESHNESS, None, wanted, Phrase(say.CONFIRMED_NEVER))
    if need.today is None:
        return Finding(Criterion.FRESHNESS, None, wanted, Phrase(say.CONFIRMED_UNDATED, {"day": day}))
    days = max((need.today - day).days, 0)
    share = min(max((STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS), 0.0), 1.0)
    offered = Phrase(say.CONFIRMED, {"day": day, "days": days})
    return Finding(Criterion.FRESHNESS, share, wanted, offered, profile.sources.get("confirmed_on", Source()), met_from=0.95)


def interest(need: Need, profile: Profile, capability: Capability) -> Finding:
    """Judge whether the other side would want it: its markets, its smallest batch, how it answers, how many wait for it.

    The share is the mean over what is known.
    """
    wanted = Phrase(say.INTEREST_WANTED)
    known = [one for one in (_market(need, profile), _order(need, capability), *_requests(need, profile)) if one]
    if not known:
        return Finding(Criterion.INTEREST, None, wanted, Phrase(say.INTEREST_MISSING))
    share = sum(worth for worth, _ in known) / len(known)
    offered = Phrase(say.SENTENCES, {"sentences": tuple(phrase for _, phrase in known)})
    return Finding(Criterion.INTEREST, share, wanted, offered, met_from=0.8, not_below=0.25)


def _market(need: Need, profile: Profile) -> tuple[float, Phrase] | None:
    if not need.buyer_country or not (profile.markets or profile.country):
        return None
    values = {"country": need.buyer_country}
    if need.buyer_country in profile.markets or need.buyer_country == profile.country:
        return 1.0, Phrase(say.INTEREST_MARKET, values)
    return (0.0, Phrase(say.INTEREST_NO_MARKET, values)) if profile.markets else None


def _order(need: Need, capability: Capability) -> tuple[float, Phrase] | None:
    """Whether all that is wanted makes up one batch of theirs, where the two can be compared."""
    least = capability.batch_least
    if least is None or need.quantity is None or not capability.batch_unit:
        return None
    by = factor(capability.batch_unit, need.quantity.unit)
    if by is None:
        return None
    if need.quantity.amount >= least * by:
        return 1.0, Phrase(say.INTEREST_ORDER)
    return 0.0, Phrase(say.INTEREST_SMALL, {"least": Quantity(least, capability.batch_unit)})


def _requests(need: Need, profile: Profile) -> list[tuple[float, Phrase]]:
    """How it answers, once it was asked often enough to say; and how many wait: five are a full desk."""
    if need.dealings is None:
        return []
    found = need.dealings.get(profile.id, Dealings())
    busy = Phrase(say.INTEREST_BUSY, {"waiting": found.waiting}) if found.waiting else Phrase(say.INTEREST_FREE)
    parts = [(max(1.0 - found.waiting / FULL_DESK, 0.0), busy)]
    if found.asked >= ASKED_ENOUGH:
        parts.append((found.answered / found.asked, Phrase(say.INTEREST_ANSWERS, {"answered": found.answered, "asked": found.asked})))
    return parts


def _near(smaller: float, larger: float) -> float:
    """Give the ratio of two amounts; less than half is not near."""
    share = 1.0 if smaller >= larger else smaller / larger
    return share if share >= 0.5 else 0.0
