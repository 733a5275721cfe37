"""Whether a record is still right: section by section, asked once a year."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from world import World

from treadle.demo import make
from treadle.directory import actions, freshness
from treadle.directory.models import Organisation
from treadle.kit import clock, events

BACKEND = "django.contrib.auth.backends.ModelBackend"


def old(world: World, days: int) -> Organisation:
    made = world.lazaward
    made.sections, made.confirmed_on = {}, timezone.localdate() - timedelta(days=days)
    made.save(update_fields=["sections", "confirmed_on"])
    return made


def test_a_record_is_as_fresh_as_its_oldest_section(world: World) -> None:
    made, today = old(world, 400), timezone.localdate()
    for number, section in enumerate(freshness.SECTIONS, 1):
        freshness.confirm(by=world.amina, organisation=made, section=section)
        assert made.confirmed_on == (today if number == len(freshness.SECTIONS) else today - timedelta(days=400))
    event = events.history(made).first()
    assert event is not None and event.changes == {"section": "evidence"}


def test_changing_a_section_says_that_it_is_right_and_nothing_of_the_others(world: World) -> None:
    made, today = old(world, 400), timezone.localdate()
    actions.save_part(by=world.amina, part=made.contacts.get())
    made.refresh_from_db()
    found = freshness.dates(made)
    assert found["contact"] == today and found["capability"] == today - timedelta(days=400) == made.confirmed_on
    freshness.confirm(by=world.amina, organisation=made)
    assert set(freshness.dates(made).values()) == {today}


def test_a_record_that_nobody_has_confirmed_is_fresh_only_when_all_of_it_was(world: World) -> None:
    made = old(world, 0)
    made.confirmed_on = None
    freshness.confirm(by=world.amina, organisation=made, section="profile")
    assert made.confirmed_on is None
    freshness.confirm(by=world.amina, organisation=made)
    assert made.confirmed_on == timezone.localdate()


def test_only_who_may_change_it_confirms_it(world: World) -> None:
    for name in ("bai", "carlos", "efua", "esther", "hugo"):
        with pytest.raises(PermissionDenied):
            freshness.confirm(by=world.everybody()[name], organisation=world.lazaward)
        with pytest.raises(PermissionDenied):
            freshness.ask(by=world.everybody()[name], organisation=world.lazaward)


def test_its_owner_is_asked_after_a_year_again_after_a_month_then_the_desk_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    old(world, 364)
    make.organisation("Nobody owns it", country_code="MA")
    now, asked, told = timezone.now(), [], []
    for day in (0, 2, 3, 33, 34, 93, 94):
        monkeypatch.setattr("django.utils.timezone.now", lambda day=day: now + timedelta(days=day))
        clock.run()
        asked.append(world.amina.notices.filter(rule="directory.confirm_asked").count())
        told.append(world.dara.notices.filter(rule="directory.record_stale").count())
    assert asked == [0, 1, 1, 2, 2, 2, 2]
    assert told == [0, 0, 0, 0, 0, 1, 1]


def test_who_confirms_is_not_asked(world: World) -> None:
    made = old(world, 366)
    freshness.confirm(by=world.amina, organisation=made)
    clock.run()
    assert world.amina.notices.filter(rule="directory.confirm_asked").count() == 0


def test_an_officer_asks_once_a_month(world: World) -> None:
    assert freshness.ask(by=world.dara, organisation=world.lazaward) == 2
    assert freshness.ask(by=world.dara, organisation=world.lazaward) == 0
    assert world.bai.notices.count() == 0


def test_one_click_per_section(world: World, client: Client) -> None:
    made = old(world, 400)
    client.force_login(world.amina, backend=BACKEND)
    url = f"{made.get_absolute_url()}confirm/"
    assert client.post(url, {"section": "capability"})["Location"] == url
    made.refresh_from_db()
    assert made.sections["capability"] == timezone.localdate().isoformat() != made.sections["site"]
    assert client.post(url, {"section": "nonsense"}).status_code == 404
    client.force_login(world.bai, backend=BACKEND)
    assert client.get(url).status_code == 403
