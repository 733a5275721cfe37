"""From profiles to needs: found by words and codes, judged the right way round, and what would be worth adding."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import (
    Capability,
    Certificate,
    Code,
    Criterion,
    Databank,
    Dealings,
    Need,
    Profile,
    Quantity,
    Verdict,
    Wants,
    match_pair,
    similar,
)  # fmt: skip

TODAY = date(2026, 6, 1)
DYEING = Code("isic4", "1313")
DYER = Profile(
    "dyer", text="Dyeing of cotton yarn and knitted fabric", lang="en", country="MA", certificates=(),
    capabilities=(Capability(codes=(DYEING,), free=Quantity(4, "t", "month")),),
)  # fmt: skip
WANTED = Need("yarn", "Cotton yarn to be dyed", "en", codes=(DYEING,), today=TODAY)
MILK = Need("milk", "Milk powder in bags", "en", codes=(Code("isic4", "1050"),), today=TODAY)


def found(profile: Profile, *needs: Need) -> list[str]:
    return [fit.need.id for fit in Wants(needs).fitting(profile)]


def test_a_profile_finds_the_needs_that_it_fits_and_not_the_others() -> None:
    assert found(DYER, WANTED, MILK) == ["yarn"]


def test_of_two_needs_the_better_fit_comes_first_whatever_the_order_of_writing() -> None:
    smaller = replace(WANTED, id="small", quantity=Quantity(3, "t", "month"))
    larger = replace(WANTED, id="large", quantity=Quantity(6, "t", "month"))
    assert found(DYER, larger, smaller) == found(DYER, smaller, larger) == ["small", "large"]


def test_a_hard_rule_keeps_a_need_out() -> None:
    assert found(DYER, replace(WANTED, countries=("TN",), countries_required=True)) == []


def test_who_must_not_be_shown_to_a_need_is_not_shown_it() -> None:
    assert found(DYER, replace(WANTED, never=frozenset({"dyer"}))) == []


def test_a_need_that_is_taken_out_or_replaced_is_found_no_more() -> None:
    wants = Wants([WANTED])
    wants.put_many([replace(MILK, id="yarn")])
    assert wants.fitting(DYER) == []
    wants.put_many([WANTED])
    wants.remove("yarn")
    wants.remove("never there")
    assert (wants.fitting(DYER), len(wants)) == ([], 0)


@given(st.none() | st.floats(0.5, 20), st.booleans(), st.sampled_from(["", "MA", "TN"]), st.none() | st.integers(1, 90))
def test_both_directions_judge_alike(quantity: float | None, certificate: bool, country: str, employees: int | None) -> None:
    """All but the words: their likeness is measured over other texts."""
    need = replace(
        WANTED, quantity=Quantity(quantity, "t", "month") if quantity else None, certificates=("ISO 9001",) if certificate else (),
        countries=(country,) if country else (), employees_least=employees,
    )  # fmt: skip
    there = match_pair(need, Databank([DYER]), "dyer")
    back = next(fit.match for fit in Wants([need])._judged(DYER))
    assert there is not None

    def facts(match: object) -> list[object]:
        return [(one.criterion, one.verdict, one.most) for one in match.reasons if one.criterion is not Criterion.WORDS]  # type: ignore[attr-defined]

    assert facts(there) == facts(back)
    assert there.changes == back.changes


def test_additions_count_needs_that_one_thing_alone_stands_in_the_way_of() -> None:
    strict = {"certificates": ("ISO 9001",), "certificates_required": True}
    needs = [
        replace(WANTED, id="a", **strict), replace(WANTED, id="b", **strict),  # type: ignore[arg-type]
        replace(WANTED, id="c", certificates=("GOTS",), certificates_required=True),
        replace(WANTED, id="two things", countries=("TN",), countries_required=True, **strict),  # type: ignore[arg-type]
        replace(WANTED, id="far", countries=("TN",), countries_required=True),
        replace(MILK, id="other trade", **strict),  # type: ignore[arg-type]
        replace(WANTED, id="large", quantity=Quantity(40, "t", "month")),
        WANTED,
    ]  # fmt: skip
    lacking = Wants(needs).additions(DYER)
    assert [(one.rule, one.would_need.render(), one.needs) for one in lacking] == [
        ("certificates", "A valid certificate: ISO 9001", ("a", "b")),
        ("capacity", "16 t a month more free capacity", ("large",)),
        ("certificates", "A valid certificate: GOTS", ("c",)),
    ]


def test_with_what_was_to_be_added_the_needs_are_met() -> None:
    need = replace(WANTED, certificates=("ISO 9001",), certificates_required=True)
    assert found(DYER, need) == []
    assert found(replace(DYER, certificates=(Certificate("ISO 9001:2015"),)), need) == ["yarn"]


def test_needs_that_say_the_same_are_found_beside_each_other() -> None:
    again = replace(WANTED, id="again", text="Cotton yarn to be dyed, soon")
    alike = Wants([WANTED, again, MILK]).like(WANTED)
    assert [other for other, _ in alike] == ["again"]
    assert alike[0][1] > 0.6


def test_similar_profiles_leave_the_profile_itself_out() -> None:
    bank = Databank([DYER, replace(DYER, id="other", text="Dyeing of cotton yarn"), Profile("dairy", text="Milk and cheese", lang="en")])
    assert [other for other, _ in similar(DYER, bank)] == ["other"]


@given(st.text(max_size=300))
def test_any_text_finds_needs_or_none(text: str) -> None:
    assert set(found(Profile("p", text=text), WANTED, MILK)) <= {"yarn", "milk"}


def interest(need: Need, profile: Profile) -> tuple[Verdict, float | None, str]:
    match = match_pair(need, Databank([profile]), profile.id)
    assert match is not None
    reason = next(one for one in match.reasons if one.criterion is Criterion.INTEREST)
    return reason.verdict, None if reason.points is None else reason.points / reason.most, reason.offered.render()


def test_a_buyer_from_a_market_of_theirs_suits_them() -> None:
    need = replace(WANTED, buyer_country="BE")
    assert interest(need, replace(DYER, markets=("BE", "FR"))) == (Verdict.MET, 1.0, "Sells to BE")
    assert interest(need, replace(DYER, markets=("FR",))) == (Verdict.NOT, 0.0, "Does not say that it sells to BE")
    assert interest(need, DYER)[0] is Verdict.UNKNOWN


def test_an_order_under_their_smallest_batch_does_not_suit_them() -> None:
    able = replace(DYER, capabilities=(replace(DYER.capabilities[0], batch_least=500, batch_unit="kg"),))
    need = replace(WANTED, buyer_country="BE", quantity=Quantity(0.4, "t"))
    assert interest(need, able) == (Verdict.NOT, 0.0, "Makes no batch under 500 kg")
    assert interest(replace(need, quantity=Quantity(2, "t")), able)[2] == "The order is large enough"
    assert interest(replace(need, quantity=Quantity(2, "pcs")), able)[0] is Verdict.UNKNOWN  # cannot be compared


def test_who_answers_well_and_has_a_free_desk_comes_before_who_does_not() -> None:
    busy, free = replace(DYER, id="busy"), replace(DYER, id="free")
    need = replace(WANTED, dealings={"busy": Dealings(asked=8, answered=2, waiting=4), "free": Dealings(asked=2, answered=2, waiting=0)})
    bank = Databank([busy, free])
    scores = {one: match_pair(need, bank, one).score for one in ("busy", "free")}  # type: ignore[union-attr]
    assert scores["free"] > scores["busy"]
    assert interest(need, busy)[2] == "4 other requests wait for its answer · Answered 2 of 8 requests"
    assert interest(need, free)[0] is Verdict.MET


def test_who_was_asked_once_is_not_judged_by_it() -> None:
    need = replace(WANTED, dealings={"dyer": Dealings(asked=1, answered=0, waiting=0)})
    assert interest(need, DYER) == (Verdict.MET, 1.0, "No other request waits for its answer")


def test_where_nobody_keeps_count_the_criterion_is_not_asked() -> None:
    match = match_pair(WANTED, Databank([DYER]), "dyer")
    assert match is not None and Criterion.INTEREST not in {one.criterion for one in match.reasons}


def test_a_text_that_weighs_nothing_still_says_what_it_is_about() -> None:
    silent = replace(WANTED, codes=(), weights={"words": 0.0})
    assert found(replace(DYER, confirmed_on=TODAY), silent) == ["yarn"]
    assert found(replace(DYER, confirmed_on=TODAY), replace(MILK, codes=(), weights={"words": 0.0})) == []


def test_a_weight_of_zero_everywhere_gives_no_points_and_no_fault() -> None:
    match = match_pair(replace(WANTED, weights=dict.fromkeys(map(str, Criterion), 0.0)), Databank([DYER]), "dyer")
    assert match is not None
    assert (match.score, match.up_to, match.reasons) == (0, 0, ())
