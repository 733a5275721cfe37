"""The clock asks nothing of staff on days of rest, each centre has its own, and a case says what the clock did and will do."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from world import World, code

from treadle.demo import make
from treadle.directory import centres
from treadle.directory.models import Centre
from treadle.exchange import actions
from treadle.exchange.models import Enquiry
from treadle.kit import clock
from treadle.kit.models import Event, Notice
from treadle.kit.policy import Refused

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


def submitted(world: World, at: datetime = MONDAY) -> Enquiry:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    Enquiry.objects.filter(pk=enquiry.pk).update(submitted_at=at)
    enquiry.refresh_from_db()
    return enquiry


def warned() -> int:
    return Notice.objects.filter(rule="exchange.officer_warned").count()


def keep(by: Any, centre: Centre, **more: Any) -> None:
    centres.keep_calendar(by=by, centre=centre, **{"rest_days": [5, 6], "holidays": {}, "zone": "", **more})


def test_three_working_days_run_over_the_end_of_the_week(world: World) -> None:
    submitted(world, MONDAY + timedelta(days=3))  # a Thursday
    clock.run(MONDAY + timedelta(days=6, hours=1))
    clock.run(MONDAY + timedelta(days=7, hours=1))
    assert warned() == 0
    clock.run(MONDAY + timedelta(days=8, hours=1))
    assert warned() == 1


def test_what_falls_on_a_holiday_waits_for_the_next_day(world: World) -> None:
    keep(world.driss, world.fes, holidays={"2026-12-03": "A feast"})
    submitted(world)
    clock.run(MONDAY + timedelta(days=3, hours=1))
    assert warned() == 0
    clock.run(MONDAY + timedelta(days=4, hours=1))
    clock.run(MONDAY + timedelta(days=4, hours=2))
    assert warned() == 1


def test_the_days_of_one_centre_are_not_those_of_another(world: World) -> None:
    keep(world.driss, world.fes, rest_days=[4, 5])
    assert Centre.objects.get(pk=world.douala.pk).rest_days == [5, 6]
    assert (world.fes.calendar.is_working(MONDAY.date() + timedelta(days=6)),
    world.douala.calendar.is_working(MONDAY.date() + timedelta(days=6))) == (
        True, False,
    )  # fmt: skip


def test_only_heads_change_them_and_a_week_has_a_working_day(world: World) -> None:
    for person in (world.dara, world.hugo, world.amina, world.esther, world.salma):
        with pytest.raises(Refused):
            keep(person, world.fes)
    for bad in ({"rest_days": range(7)}, {"rest_days": [9]}, {"zone": "Mars/Olympus"}):
        with pytest.raises(ValidationError):
            keep(world.driss, world.fes, **bad)
    keep(world.driss, world.fes, rest_days=[6])
    assert Event.objects.filter(verb="directory.centre.calendar_kept").count() == 1


def test_the_page_keeps_what_was_typed_and_names_the_line_that_is_no_day(world: World) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.driss, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/organisations/centres/{world.fes.pk}/calendar/"
    page = client.post(url, {"rest_days": ["4", "5"], "holidays": "2027-01-01 New Year\nsoon", "zone": ""}).content.decode()
    assert "“soon” does not begin with a day" in page
    assert "2027-01-01 New Year" in page
    assert client.post(url, {"rest_days": ["4", "5"], "holidays": "2027-01-01 New Year", "zone": "Africa/Cairo"}).status_code == 302
    kept = Centre.objects.get(pk=world.fes.pk)
    assert (kept.rest_days, kept.holidays, kept.zone) == ([4, 5], {"2027-01-01": "New Year"}, "Africa/Cairo")


def test_a_case_says_what_the_clock_did_and_will_do(world: World) -> None:
    enquiry = submitted(world)
    clock.run(MONDAY + timedelta(days=3, hours=1))
    found = [(str(one.text), one.how) for one in clock.outlook(enquiry)]
    assert sorted(found) == sorted([("Warns the officer", "taken"), ("Tells the head of the centre", "")])
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    assert "What the clock does" in client.get(enquiry.get_absolute_url()).content.decode()
    client.force_login(world.carlos, backend="django.contrib.auth.backends.ModelBackend")
    assert "What the clock does" not in client.get(enquiry.get_absolute_url()).content.decode()


def test_two_clocks_at_the_same_moment_take_a_step_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    submitted(world)
    now = MONDAY + timedelta(days=3, hours=1)
    real = clock._run_case

    def twice(ladder: clock.Ladder, case: Any, at: datetime, known: set[Any]) -> int:
        return real(ladder, case, at, set()) + real(ladder, case, at, set())  # both read before either wrote

    monkeypatch.setattr(clock, "_run_case", twice)
    clock.run(now)
    assert warned() == 1
