"""Months later both sides are asked again by a mail that needs no login; what they say becomes their report; a year of clock, once each."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.demo.past import past
from treadle.directory.models import Membership
from treadle.exchange import actions
from treadle.exchange.followed import FollowUp
from treadle.exchange.models import Introduction
from treadle.exchange.standing_figures import ages, chain, quantile
from treadle.kit import clock
from treadle.kit.models import ClockStep, Event, Notice
from treadle.kit.policy import Refused


def introduced(world: World, supplier: Any = None) -> Introduction:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    enquiry.refresh_from_db()
    (invitation,) = make.out(enquiry, world.dara, supplier or world.lazaward)
    actions.answer(by=world.dara, invitation=invitation, state="interested", fields={})
    return actions.introduce(by=world.carlos, invitation=invitation, consent=True)


@pytest.fixture
def met(world: World) -> Introduction:
    return introduced(world)


def asking(met: Introduction, party: str = "buyer", months: int = 3) -> FollowUp:
    actions.follow_up(by=None, introduction=met, months=months)
    return met.follow_ups.get(party=party, months=months)


def test_a_year_of_clock_asks_both_sides_three_times_and_never_twice(met: Introduction) -> None:
    for day in range(0, 400, 3):
        now = met.made_at + timedelta(days=day)
        clock.run(now)
        clock.run(now)
    steps = ClockStep.objects.filter(ladder="exchange.follow_up").values_list("step", "how")
    assert sorted(steps) == [("after_12", "taken"), ("after_3", "taken"), ("after_6", "taken")]
    assert met.follow_ups.count() == 6
    told = Notice.objects.filter(rule="exchange.follow_up").values_list("person__name", flat=True)
    assert sorted(told) == sorted(["Amina", "Ines", "Carlos"] * 3)
    assert Event.objects.filter(verb="exchange.outcome.followed_up").count() == 3


def test_officers_may_ask_and_outsiders_may_not(met: Introduction, world: World) -> None:
    for person in (world.hugo, world.amina, world.carlos, world.esther, world.salma):
        with pytest.raises(Refused):
            actions.follow_up(by=person, introduction=met, months=3)
    assert len(actions.follow_up(by=world.dara, introduction=met, months=3)) == 2
    assert actions.follow_up(by=world.dara, introduction=met, months=3) == []


def test_the_mail_needs_no_login_and_looking_keeps_nothing(met: Introduction) -> None:
    url = asking(met).get_absolute_url()
    page = Client().get(f"{url}?result=contract")
    assert (page.status_code, met.follow_ups.filter(answered_at__isnull=False).count()) == (200, 0)
    assert page["Referrer-Policy"] == "no-referrer"
    answer = {"result": "contract", "goes_on": "yes", "value": "1200", "currency": "EUR", "jobs": "4", "do": "answer"}
    assert Client().post(url, answer).status_code == 302
    said = met.follow_ups.get(party="buyer")
    assert (said.result, said.goes_on, said.value, said.jobs) == ("contract", True, Decimal(1200), 4)
    assert met.reports.get(party="buyer").is_repeat
    assert Event.objects.filter(verb="exchange.outcome.follow_up_answered").count() == 1


def test_another_token_leads_nowhere(met: Introduction) -> None:
    token = asking(met).token
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x", token.upper()):
        assert Client().get(f"/follow-up/{wrong}/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"result": ""}, "result"), ({"result": "maybe"}, "result"), ({"result": "contract", "value": "12"}, "currency"),
     ({"result": "contract", "value": "-1", "currency": "EUR"}, "value"), ({"result": "contract", "jobs": "many"}, "jobs")],
)  # fmt: skip
def test_a_bad_answer_names_its_field_and_keeps_nothing(met: Introduction, fields: dict[str, str], field: str) -> None:
    page = Client().post(asking(met).get_absolute_url(), {**fields, "do": "answer"})
    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert not met.follow_ups.filter(answered_at__isnull=False).exists()


def test_both_sides_confirm_by_mail_alone_and_one_that_denies_makes_it_disputed(met: Introduction, world: World) -> None:
    contract: dict[str, Any] = {"result": "contract", "goes_on": True, "value": Decimal(900), "currency": "EUR"}
    actions.answer_follow_up(asking=asking(met), **contract)
    actions.answer_follow_up(asking=asking(met, "supplier"), result="nothing", goes_on=None)
    assert Introduction.objects.get(pk=met.pk).state == "disputed"
    assert Notice.objects.filter(rule="exchange.outcome_disputed", person=world.dara).count() == 1
    actions.answer_follow_up(asking=met.follow_ups.get(party="supplier"), **contract)
    assert Introduction.objects.get(pk=met.pk).state == "confirmed"


def test_a_contract_without_a_value_is_kept_and_not_yet_a_report(met: Introduction) -> None:
    actions.answer_follow_up(asking=asking(met), result="contract", goes_on=True)
    assert (met.follow_ups.get(party="buyer").result, met.reports.count()) == ("contract", 0)


def test_what_was_said_before_is_not_wiped_by_still_talking(met: Introduction, world: World) -> None:
    contract: dict[str, Any] = {"result": "contract", "value": Decimal(100), "currency": "EUR", "note": "By ship", "jobs": 2}
    actions.report(by=world.carlos, introduction=met, party="buyer", starts_on=timezone.localdate(), **contract)
    actions.answer_follow_up(asking=asking(met), result="talking", goes_on=None)
    assert (met.reports.get().result, met.reports.get().note) == ("contract", "By ship")
    actions.answer_follow_up(asking=asking(met), result="contract", goes_on=True, value=Decimal(150), currency="EUR")
    said = met.reports.get()
    assert (said.value, said.note, said.jobs, said.starts_on is None) == (Decimal(150), "By ship", 2, False)


def test_who_asks_to_be_left_alone_is_and_the_other_side_is_still_asked(met: Introduction) -> None:
    url = asking(met).get_absolute_url()
    for _twice in range(2):
        assert Client().post(url, {"do": "stop"}).status_code == 302
    assert Event.objects.filter(verb="exchange.outcome.follow_up_stopped").count() == 1
    made = actions.follow_up(by=None, introduction=met, months=6)
    assert [one.party for one in made] == ["supplier"]


def test_after_some_months_the_link_takes_no_answer(met: Introduction) -> None:
    one = asking(met)
    FollowUp.objects.filter(pk=one.pk).update(asked_at=timezone.now() - timedelta(days=80))
    with pytest.raises(ValidationError):
        actions.answer_follow_up(asking=FollowUp.objects.get(pk=one.pk), result="nothing", goes_on=None)
    assert b"over" in Client().get(one.get_absolute_url()).content


def test_where_nobody_can_be_written_to_the_officer_is_asked_to_call(world: World) -> None:
    silent = make.organisation("Dyer without people")
    met = introduced(world, silent)
    assert not Membership.objects.filter(organisation=silent).exists()
    actions.follow_up(by=None, introduction=met, months=3)
    (notice,) = Notice.objects.filter(rule="exchange.follow_up_by_telephone")
    assert (notice.person, notice.values["organisation"]) == (world.dara, "Dyer without people")


def test_the_chain_counts_introductions_and_introduced_firms_apart(world: World) -> None:
    first, _second = introduced(world), introduced(world)
    contract: dict[str, Any] = {"result": "contract", "value": Decimal(900), "currency": "EUR", "is_repeat": True, "jobs": 3}
    actions.report(by=world.carlos, introduction=first, party="buyer", **contract)
    (row,) = chain([world.fes], timezone.now().year)
    assert (row.introductions, row.introduced, row.contracts) == (2, 1, 0)
    actions.report(by=world.amina, introduction=first, party="supplier", **{**contract, "jobs": 5})
    (row,) = chain([world.fes], timezone.now().year)
    assert (row.contracts, row.repeated, row.jobs, row.values) == (1, 1, 5, (("EUR", Decimal(900)),))
    (other,) = chain([world.douala], timezone.now().year)
    assert (other.introductions, other.contracts) == (0, 0)


def test_shares_as_the_published_counters_give_them(world: World) -> None:
    from treadle.exchange.standing_figures import Chain

    row = Chain(world.fes, 573, 153, 153, 14, 0, 0, ())
    assert (round(100 * (row.introduced_share or 0), 2), round(100 * (row.contract_share or 0), 2)) == (26.70, 9.15)


def test_quantiles_and_the_age_of_each_queue(world: World) -> None:
    assert [quantile([1, 2, 3, 4], share) for share in (0, 0.5, 0.9, 1)] == [1, 2.5, pytest.approx(3.7), 4]
    assert quantile([], 0.5) is None
    for days in (10, 2, 4):
        with past(days):
            enquiry = make.enquiry(world.ostermeer, world.carlos, f"Dyeing {days}")
            actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    found = {age.who: (age.count, age.median, age.oldest) for age in ages([world.fes, world.douala])}
    assert found == {"": (2, 6, 10), "Dara": (1, 4, 4)}
