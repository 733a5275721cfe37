"""Deadlines are moments: set in the buyer's zone, read in the reader's, and never an hour that the clocks leave out."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from world import World, code

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.deadlines import check_exists, moment_of
from treadle.exchange.forms import WhenForm
from treadle.exchange.kinds import kind_of
from treadle.exchange.models import Enquiry
from treadle.kit.zones import moment, zone_choices, zone_of_country


def test_a_deadline_is_the_buyers_evening() -> None:
    assert moment_of(date(2026, 12, 14), time(23, 59), "Africa/Casablanca") == datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
    assert moment_of(date(2026, 12, 14), time(23, 59), "Asia/Kolkata") == datetime(2026, 12, 14, 18, 29, tzinfo=UTC)


def test_an_hour_that_comes_twice_means_the_second() -> None:
    assert moment_of(date(2026, 10, 25), time(2, 30), "Europe/Brussels") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_hour_that_does_not_exist_is_refused_with_the_one_that_would_be_right() -> None:
    with pytest.raises(ValidationError) as error:
        check_exists(date(2027, 3, 28), time(2, 30), "Europe/Brussels")
    assert "03:30" in error.value.message_dict["answer_at"][0]
    check_exists(date(2027, 3, 28), time(3, 30), "Europe/Brussels")
    check_exists(date(2027, 3, 28), time(2, 30), "Africa/Douala")


def test_a_deadline_across_a_change_of_the_clocks_keeps_its_hour() -> None:
    before = moment_of(date(2027, 3, 27), time(12), "Europe/Brussels")
    after = moment_of(date(2027, 3, 28), time(12), "Europe/Brussels")
    assert after - before == timedelta(hours=23)


@pytest.mark.django_db
def test_the_form_names_the_field_for_past_and_impossible_moments(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    today = timezone.localdate()
    cases = {
        "answer_by": {"answer_by": today - timedelta(days=1), "zone": "Europe/Brussels"},
        "answer_at": {"answer_by": date(2027, 3, 28), "answer_at": "02:30", "zone": "Europe/Brussels"},
        "zone": {"answer_by": today + timedelta(days=5), "zone": "Mars/Olympus"},
    }
    for field, data in cases.items():
        form = WhenForm(data, enquiry=enquiry, kind=kind_of("capacity"))
        assert (field, list(form.errors)) == (field, [field])


@pytest.mark.django_db
def test_today_is_a_day_for_an_answer_while_the_hour_lies_ahead(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    fields = {"answer_by": timezone.now().date(), "answer_at": time(0, 0), "zone": "Pacific/Kiritimati"}
    actions.edit(by=world.carlos, enquiry=enquiry, version=enquiry.version, fields=fields)
    with pytest.raises(ValidationError) as error:
        actions.submit(by=world.carlos, enquiry=enquiry)
    assert list(error.value.message_dict) == ["answer_by"]


@pytest.mark.django_db
def test_no_action_keeps_a_moment_that_does_not_exist(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    fields = {"answer_by": date(2027, 3, 28), "answer_at": time(2, 30), "zone": "Europe/Brussels"}
    with pytest.raises(ValidationError):
        actions.edit(by=world.carlos, enquiry=enquiry, version=enquiry.version, fields=fields)
    assert Enquiry.objects.get(pk=enquiry.pk).zone == ""


def test_a_moment_is_told_in_the_readers_time_and_words() -> None:
    at = datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
    with translation.override("en"), timezone.override("Africa/Casablanca"):
        assert moment(at).endswith("(Morocco Time)")
        assert "23:59" in moment(at)
    with translation.override("fr"), timezone.override("Europe/Brussels"):
        assert "23:59" in moment(at)
        assert "Belgique" in moment(at)


def test_a_country_with_one_zone_has_it_and_one_with_several_has_none() -> None:
    assert (zone_of_country("MA"), zone_of_country("US")) == ("Africa/Casablanca", "")
    with translation.override("es"):
        assert dict(zone_choices())["Africa/Casablanca"] == "hora de Marruecos"
