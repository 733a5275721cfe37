"""Judge: hard rules first, then every criterion the need asks for, then points that add up.

Hard rules are no weights: whoever breaks one is no match, however well the rest fits. What is unknown neither earns nor
loses: its points stay open, and ``up_to`` counts them in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import criteria
from . import phrases as say
from .codes import nearest
from .criteria import Finding
from .databank import Signals
from .model import Capability, Change, Criterion, Need, Phrase, Profile, Quantity, Verdict
from .text import analyse
from .units import amount_as

# What the criteria weigh against each other. Those a need asks for are scaled to 100 points together.
WEIGHTS: Mapping[Criterion, float] = {
    Criterion.WORDS: 30,
    Criterion.CODES: 25,
    Criterion.CAPACITY: 20,
    Criterion.CERTIFICATES: 15,
    Criterion.PLACE: 10,
    Criterion.LEAD_TIME: 10,
    Criterion.BATCH: 5,
    Criterion.SIZE: 5,
    Criterion.LANGUAGES: 5,
    Criterion.FRESHNESS: 5,
    Criterion.INTEREST: 8,
}
LEAST_SHARE = 0.5  # of the quantity wanted, that one supplier must have where the need does not say

_JUDGES: Mapping[Criterion, Callable[[Need, Profile, Capability], Finding]] = {
    Criterion.CODES: criteria.codes,
    Criterion.CAPACITY: criteria.capacity,
    Criterion.CERTIFICATES: criteria.certificates,
    Criterion.PLACE: criteria.place,
    Criterion.LEAD_TIME: criteria.lead_time,
    Criterion.BATCH: criteria.batch,
    Criterion.SIZE: criteria.size,
    Criterion.LANGUAGES: criteria.languages,
    Criterion.FRESHNESS: criteria.freshness,
    Criterion.INTEREST: criteria.interest,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A pair judged: findings beside what each could earn, and their exact sum."""

    profile: Profile
    signals: Signals
    findings: tuple[Finding, ...]
    most: tuple[int, ...]
    about: bool  # whether the two speak of the same thing, by words or codes, whatever those weigh
    exact: float  # rounded to 9 decimals, so that the order does not hang on the last bit

    @property
    def score(self) -> int:
        """Whole points out of 100, halves up."""
        return int(self.exact + 0.5)

    def points(self) -> list[int | None]:
        """Share the score out in whole points by largest remainder; None where unknown. They add up to the score."""
        shares = [None if one.share is None else one.share * most for one, most in zip(self.findings, self.most, strict=True)]
        points = [None if share is None else int(share) for share in shares]
        left = self.score - sum(point or 0 for point in points)
        by_remainder = sorted(
            (at for at, share in enumerate(shares) if share is not None),
            key=lambda at: (int(shares[at] or 0) - (shares[at] or 0), at),
        )
        for at in by_remainder[:left]:
            points[at] = (points[at] or 0) + 1
        return points


def judge(need: Need, profile: Profile, signals: Signals, most: Mapping[Criterion, int] | None = None) -> Judgement:
    """Judge one pair by every criterion the need asks for; ``most`` saves working out :func:`points_at_stake` for each pair.

    Raises ValueError when the need's weights name no criterion or are negative.
    """
    most = points_at_stake(need) if most is None else most
    capability = in_question(need, profile)
    findings = tuple(
        criteria.words(need, profile, signals) if one is Criterion.WORDS else _JUDGES[one](need, profile, capability) for one in most
    )
    exact = sum(points * (found.share or 0.0) for points, found in zip(most.values(), findings, strict=True))
    about = is_about(need, profile, signals, capability, findings)
    return Judgement(profile, signals, findings, tuple(most.values()), about, round(exact, 9))


def is_about(need: Need, profile: Profile, signals: Signals, capability: Capability, findings: Sequence[Finding] = ()) -> bool:
    """Whether words or codes meet at least partly; those among ``findings`` are not judged again."""
    judged = {found.criterion: found for found in findings}
    words = judged.get(Criterion.WORDS) or criteria.words(need, profile, signals)
    if words.verdict in (Verdict.MET, Verdict.PARTLY):
        return True
    codes = judged.get(Criterion.CODES) or (criteria.codes(need, profile, capability) if need.codes else None)
    return codes is not None and codes.verdict in (Verdict.MET, Verdict.PARTLY)


def asked(need: Need) -> list[Criterion]:
    """Name the criteria a need asks for. How fresh a profile is always counts."""
    located = need.latitude is not None and need.longitude is not None
    wanted = {
        Criterion.WORDS: bool(need.text.strip()),
        Criterion.CODES: bool(need.codes),
        Criterion.CAPACITY: need.quantity is not None,
        Criterion.CERTIFICATES: bool(need.certificates),
        Criterion.PLACE: bool(need.countries) or located,
        Criterion.LEAD_TIME: need.lead_time_days is not None,
        Criterion.BATCH: need.batch is not None,
        Criterion.SIZE: need.employees_least is not None or need.employees_most is not None,
        Criterion.LANGUAGES: bool(need.languages),
        Criterion.FRESHNESS: True,
        Criterion.INTEREST: bool(need.buyer_country) or need.dealings is not None,
    }
    return [criterion for criterion, is_asked in wanted.items() if is_asked]


def points_at_stake(need: Need) -> dict[Criterion, int]:
    """Give what each criterion asked for can earn, in whole points that add up to 100; weight 0 leaves one out."""
    return dict(_at_stake(tuple(asked(need)), tuple(sorted(need.weights.items()))))


def weights_of(need: Need) -> dict[Criterion, float]:
    """What each criterion weighs for a need. Where no code says what is wanted, its words have to, and weigh what codes would."""
    return _weights(tuple(asked(need)), tuple(sorted(need.weights.items())))


def stopped(need: Need, profile: Profile) -> tuple[Change, ...]:
    """Name the hard rules that stop a pair, each with the smallest change that would lift it."""
    return tuple(change for rule in (_country_rule, _certificate_rule, _capacity_rule) for change in rule(need, profile))


def in_question(need: Need, profile: Profile) -> Capability:
    """Choose the capability a need is about: nearest code, then most words in common, then the first."""
    held = profile.capabilities
    if len(held) < 2:
        return held[0] if held else Capability()
    wanted = set(_stems(need.text, need.lang))

    def fit(one: Capability) -> tuple[float, int]:
        found = nearest(need.codes, one.codes)
        return (found.share if found else 0.0, len(wanted & set(_stems(one.text, one.lang or profile.lang))))

    return max(held, key=fit)


def _weights(wanted: tuple[Criterion, ...], overrides: tuple[tuple[str, float], ...]) -> dict[Criterion, float]:
    own = {Criterion(name): weight for name, weight in overrides}
    weights = {**WEIGHTS, **own}
    if Criterion.CODES not in wanted and Criterion.WORDS not in own:
        weights[Criterion.WORDS] += weights[Criterion.CODES]
    return weights


@lru_cache(maxsize=256)
def _at_stake(wanted: tuple[Criterion, ...], overrides: tuple[tuple[str, float], ...]) -> tuple[tuple[Criterion, int], ...]:
    weights = _weights(wanted, overrides)
    if any(not weight >= 0 for weight in weights.values()):
        raise ValueError("A weight must be 0 or more.")
    held = [one for one in wanted if weights[one] > 0]
    total = sum(weights[one] for one in held)
    exact = [100 * weights[one] / total for one in held]
    whole = [int(share) for share in exact]
    order = sorted(range(len(held)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[: 100 - sum(whole)]:
        whole[at] += 1
    return tuple(zip(held, whole, strict=True))


@lru_cache(maxsize=4096)
def _stems(text: str, lang: str) -> tuple[str, ...]:
    return analyse(text, lang).stems


def _country_rule(need: Need, profile: Profile) -> Sequence[Change]:
    """A required country must be known to be met: not stated is not enough here."""
    if not need.countries_required or not need.countries:
        return ()
    values = {"country": profile.country, "countries": need.countries}
    if not profile.country:
        return (Change("country", Phrase(say.COUNTRY_UNKNOWN, values), Phrase(say.COUNTRY_TO_STATE), 0.1),)
    if profile.country.upper() in {one.upper() for one in need.countries}:
        return ()
    return (Change("country", Phrase(say.COUNTRY_STOPPED, values), Phrase(say.COUNTRY_NEEDS, values), 1.0),)


def _certificate_rule(need: Need, profile: Profile) -> Sequence[Change]:
    """A required certificate must be held and valid; to renew one is a smaller change than to earn one."""
    if not need.certificates_required:
        return ()
    changes = []
    for wanted in need.certificates:
        values = {"standard": wanted}
        if profile.certificates is None:
            stop = Phrase(say.CERTIFICATE_UNKNOWN, values)
            changes.append(Change("certificates", stop, Phrase(say.CERTIFICATE_NEEDS, values), 0.1))
            continue
        worth, finding = criteria.holding(wanted, profile.certificates, need)
        if worth < 1 and finding.text != say.CERTIFICATE_LAPSED:
            once_held = finding.text != say.CERTIFICATE_NOT
            lift = Phrase(say.CERTIFICATE_RENEW if once_held else say.CERTIFICATE_NEEDS, values)
            stop = Phrase(say.CERTIFICATE_STOPPED, {"finding": finding})
            changes.append(Change("certificates", stop, lift, 0.3 if once_held else 0.7))
    return changes


def _capacity_rule(need: Need, profile: Profile) -> Sequence[Change]:
    """Free capacity must reach the least that one supplier must have. Where it is not stated nobody is stopped."""
    wanted = need.quantity or need.least
    free = in_question(need, profile).free if wanted else None
    if wanted is None or free is None:
        return ()
    least = need.least or Quantity(wanted.amount * LEAST_SHARE, wanted.unit, wanted.per)
    amount = amount_as(free, least)
    if amount is None or amount >= least.amount - 1e-9:
        return ()
    missing = Quantity(round(least.amount - amount, 3), least.unit, least.per)
    stop = Phrase(say.CAPACITY_STOPPED, {"free": free, "least": least})
    return (Change("capacity", stop, Phrase(say.CAPACITY_NEEDS, {"missing": missing}), 1 - amount / least.amount),)
