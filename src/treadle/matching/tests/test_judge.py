"""Hard rules, criteria and points."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import (
    Capability,
    Certificate,
    Change,
    Code,
    Criterion,
    Databank,
    Match,
    Need,
    Profile,
    Quantity,
    Reason,
    Verdict,
    kilometres,
    match,
    match_pair,
    points_at_stake,
)
from treadle.matching.units import amount_as

TODAY = date(2026, 6, 1)
NEED = Need(id="n", text="sewing of working clothes", lang="en", today=TODAY)
HOURS = Quantity(60, "h", "month")


def judged(need: Need, profile: Profile) -> Match:
    found = match_pair(need, Databank([profile]), profile.id)
    assert found is not None
    return found


def reason(need: Need, profile: Profile, criterion: Criterion) -> Reason:
    return next(one for one in judged(need, profile).reasons if one.criterion is criterion)


def shop(**more: object) -> Profile:
    return replace(Profile(id="shop", text="We sew working clothes", lang="en"), **more)  # type: ignore[arg-type]


def able(**more: object) -> Profile:
    return shop(capabilities=(replace(Capability(), **more),))  # type: ignore[arg-type]


def test_56_free_hours_of_60_are_93_per_cent() -> None:
    need = replace(NEED, quantity=HOURS)
    found = reason(need, able(free=Quantity(56, "h", "month")), Criterion.CAPACITY)
    assert found.verdict is Verdict.PARTLY
    assert found.points is not None and abs(found.points - found.most * 56 / 60) < 1
    assert found.offered.render() == "56 h a month free: 93 % of what is wanted"
    assert found.wanted.render() == "60 h a month wanted"


def test_periods_and_units_are_converted() -> None:
    assert amount_as(Quantity(1, "t", "day"), Quantity(0, "kg", "month")) == pytest.approx(30_437.5)
    assert amount_as(Quantity(12, "t", "year"), Quantity(0, "t", "month")) == pytest.approx(1)
    assert amount_as(Quantity(1, "t"), Quantity(1, "h")) is None
    assert amount_as(Quantity(1, "t"), Quantity(1, "t", "month")) is None


def test_units_that_cannot_be_compared_are_unknown() -> None:
    need = replace(NEED, quantity=HOURS)
    found = reason(need, able(free=Quantity(5, "t", "month")), Criterion.CAPACITY)
    assert found.verdict is Verdict.UNKNOWN and found.points is None
    assert "cannot be compared" in found.offered.render()


def test_too_little_capacity_is_a_near_miss_that_says_how_much_more() -> None:
    bank = Databank([able(free=Quantity(20, "h", "month"))])
    result = match(replace(NEED, quantity=HOURS), bank)
    assert not result.matches
    (change,) = result.near[0].changes
    assert change.rule == "capacity"
    assert change.would_need.render() == "10 h a month more free capacity"
    asked_less = replace(NEED, quantity=HOURS, least=Quantity(20, "h", "month"))
    assert match(asked_less, bank).matches


def test_unknown_is_not_not() -> None:
    need = replace(NEED, certificates=("ISO 9001",), employees_least=10, languages=("fr",), lead_time_days=10)
    unknown = judged(need, shop())
    told = judged(need, shop(certificates=(), employees=2, languages=("zh",)))
    assert [one.verdict for one in unknown.reasons if one.criterion is Criterion.CERTIFICATES] == [Verdict.UNKNOWN]
    assert [one.verdict for one in told.reasons if one.criterion is Criterion.CERTIFICATES] == [Verdict.NOT]
    assert unknown.score == told.score and unknown.up_to > told.up_to


def test_an_expired_certificate_is_not_held_and_says_since_when() -> None:
    held = (Certificate("ISO 9001:2015", expires=date(2026, 3, 1)),)
    need = replace(NEED, certificates=("ISO 9001",))
    found = reason(need, shop(certificates=held), Criterion.CERTIFICATES)
    assert found.verdict is Verdict.NOT
    assert found.offered.render() == "ISO 9001:2015 expired on 2026-03-01"
    near = match(replace(need, certificates_required=True), Databank([shop(certificates=held)])).near
    assert "expired on 2026-03-01" in near[0].summary.render()


def test_a_certificate_loses_a_little_each_day_after_its_last_and_stops_nobody_meanwhile() -> None:
    need = replace(NEED, certificates=("ISO 9001",), certificates_required=True, today=date(2027, 1, 1))
    shares = []
    for days in (-1, 0, 1, 2, 30, 60, 61):
        held = (Certificate("ISO 9001:2015", expires=date(2027, 1, 1) - timedelta(days=days)),)
        shares.append(reason(need, shop(certificates=held), Criterion.CERTIFICATES).points)
        assert bool(match(need, Databank([shop(certificates=held)])).matches) == (days <= 60)
    assert shares == sorted(shares, reverse=True)
    assert all(before - after < 0.06 * shares[0] for before, after in zip(shares[:3], shares[1:4], strict=True))


def test_a_renewed_certificate_beats_the_expired_one() -> None:
    held = (Certificate("ISO 9001", expires=date(2020, 1, 1)), Certificate("ISO 9001", expires=date(2030, 1, 1)))
    need = replace(NEED, certificates=("ISO 9001",))
    assert reason(need, shop(certificates=held), Criterion.CERTIFICATES).verdict is Verdict.MET
    until = replace(need, until=date(2031, 1, 1))
    assert reason(until, shop(certificates=held), Criterion.CERTIFICATES).verdict is Verdict.PARTLY


def test_a_required_country_stops_and_the_never_list_is_silent() -> None:
    bank = Databank([shop(country="TN"), shop(id="other", country="KE"), shop(id="buyer", country="TN")])
    need = replace(NEED, countries=("TN",), countries_required=True, never=frozenset({"buyer"}))
    result = match(need, bank)
    assert [one.profile_id for one in result.matches] == ["shop"]
    assert [one.profile_id for one in result.near] == ["other"]
    assert [type(one) for one in result.near[0].changes] == [Change]
    assert match_pair(need, bank, "buyer") is None


@pytest.mark.parametrize(
    ("wanted", "offered", "verdict"),
    [
        ("251", "2511", Verdict.MET),
        ("2511", "251", Verdict.MET),
        ("2511", "25", Verdict.NOT),
        ("25", "2511", Verdict.NOT),
        ("2511", "2512", Verdict.PARTLY),
    ],
)
def test_codes_meet_one_level_up_or_down(wanted: str, offered: str, verdict: Verdict) -> None:
    need = replace(NEED, codes=(Code("isic4", wanted),))
    assert reason(need, able(codes=(Code("isic4", offered),)), Criterion.CODES).verdict is verdict


def test_a_sibling_is_called_one() -> None:
    need = replace(NEED, codes=(Code("isic4", "2511"),))
    found = reason(need, able(codes=(Code("isic4", "2512"),)), Criterion.CODES)
    assert "neighbour" in found.offered.render()
    assert found.points is not None and found.points < found.most / 2


def test_the_haversine_distance_of_two_known_towns() -> None:
    assert kilometres(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343.6, abs=1)
    assert kilometres(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_place_by_distance_then_by_country() -> None:
    need = replace(NEED, latitude=36.8, longitude=10.2, radius_km=50, countries=("TN",))
    here = shop(country="TN", latitude=36.9, longitude=10.2)
    far = shop(country="TN", latitude=33.9, longitude=10.1)
    assert reason(need, here, Criterion.PLACE).verdict is Verdict.MET
    assert reason(need, far, Criterion.PLACE).verdict is Verdict.NOT
    assert reason(need, shop(country="TN"), Criterion.PLACE).verdict is Verdict.MET
    assert reason(need, shop(), Criterion.PLACE).verdict is Verdict.UNKNOWN


def test_the_hint_names_the_fact_worth_most() -> None:
    need = replace(NEED, quantity=HOURS, languages=("en",))
    found = judged(need, shop(confirmed_on=TODAY))
    assert found.hint is not None
    stake = points_at_stake(need)[Criterion.CAPACITY]
    expected = f"With all the capacity that was asked for it would score {found.score + stake}."
    assert found.hint.render() == expected


def test_weights_are_checked() -> None:
    with pytest.raises(ValueError):
        points_at_stake(replace(NEED, weights={"beauty": 1}))
    with pytest.raises(ValueError):
        points_at_stake(replace(NEED, weights={"words": -1}))
    assert points_at_stake(replace(NEED, weights={"freshness": 0})) == {Criterion.WORDS: 100}


amounts = st.one_of(st.none(), st.floats(0.1, 1000))
counts = st.one_of(st.none(), st.integers(0, 400))


@given(amounts, counts, counts, st.booleans(), st.dictionaries(st.sampled_from(list(Criterion)), st.floats(0.1, 50)))
def test_points_add_up(free: float | None, days: int | None, staff: int | None, dated: bool, weights: dict[str, float]) -> None:
    need = replace(
        NEED,
        codes=(Code("isic4", "1410"),),
        quantity=HOURS,
        least=Quantity(0, "h", "month"),
        lead_time_days=30,
        employees_least=20,
        employees_most=100,
        certificates=("GOTS", "ISO 9001"),
        weights=weights,
    )
    ability = Capability(
        codes=(Code("isic4", "1411"),),
        free=None if free is None else Quantity(free, "h", "month"),
        lead_time_days=days,
    )
    held = (Certificate("GOTS"),) if dated else None
    found = judged(need, shop(capabilities=(ability,), employees=staff, certificates=held, confirmed_on=TODAY if dated else None))
    assert found.score == sum(one.points or 0 for one in found.reasons)
    assert sum(one.most for one in found.reasons) == 100
    assert all(one.points is None or 0 <= one.points <= one.most for one in found.reasons)
    assert all((one.points is None) is (one.verdict is Verdict.UNKNOWN) for one in found.reasons)
    assert found.up_to == found.score + sum(one.most for one in found.reasons if one.points is None) <= 100
    assert "{" not in found.summary.render() + "".join(one.wanted.render() + one.offered.render() for one in found.reasons)


def test_little_words_of_any_latin_alphabet_are_no_evidence_and_chinese_words_are() -> None:
    def evidence(need: str, profile: str, lang: str) -> tuple[str, ...]:
        bank = Databank([Profile("p", text=profile, lang=lang)])
        (reason,) = (one for one in match(Need("n", need, lang=lang), bank).matches[0].reasons if one.criterion is Criterion.WORDS)
        return reason.evidence

    assert evidence("Phay tiện và Ø 30 mm đồ gá", "Gia công phay tiện, và đồ gá Ø 60", "vi") == ("phay", "tiện")
    assert "染色" in evidence("棉布染色", "棉布染色和印花", "zh")
