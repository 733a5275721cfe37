"""Working days: counting over ends of weeks and holidays, in the office's own zone, and never for ever."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from treadle.kit.workdays import Calendar, days_in

FES = Calendar(frozenset({5, 6}), frozenset({date(2026, 11, 18)}), ZoneInfo("Africa/Casablanca"))
CAIRO = Calendar(frozenset({4, 5}), frozenset(), ZoneInfo("Africa/Cairo"))
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)


def test_three_working_days_from_friday_end_on_wednesday_at_the_same_hour() -> None:
    assert FES.after(FRIDAY, 3) == FRIDAY + timedelta(days=5)


def test_a_holiday_is_no_working_day() -> None:
    assert FES.after(datetime(2026, 11, 16, 9, tzinfo=UTC), 3) == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert FES.next_working(datetime(2026, 11, 18, 9, tzinfo=UTC)) == datetime(2026, 11, 19, 9, tzinfo=UTC)


def test_another_centre_rests_on_other_days() -> None:
    assert CAIRO.next_working(FRIDAY) == FRIDAY + timedelta(days=2)
    assert FES.next_working(FRIDAY) == FRIDAY


def test_the_day_is_that_of_the_office() -> None:
    late = datetime(2026, 11, 26, 22, 30, tzinfo=UTC)  # Friday already in Cairo
    assert CAIRO.next_working(late) == late + timedelta(days=2)
    assert FES.next_working(late) == late


def test_an_office_that_never_works_is_not_waited_for() -> None:
    never = Calendar(frozenset(range(7)), frozenset(), ZoneInfo("UTC"))
    assert never.next_working(FRIDAY) == FRIDAY


calendars = st.builds(
    Calendar, st.frozensets(st.integers(0, 6), max_size=6), st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=20),
    st.sampled_from([ZoneInfo("UTC"), ZoneInfo("Africa/Cairo"), ZoneInfo("Europe/Brussels")]),
)  # fmt: skip
moments = st.integers(0, 545 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(calendars, moments, st.integers(0, 12))
def test_after_lands_on_a_working_day_and_grows_with_the_days(calendar: Calendar, moment: datetime, days: int) -> None:
    landed = calendar.after(moment, days)
    assert calendar.is_working(landed.astimezone(calendar.zone).date())
    assert landed.date() >= moment.astimezone(calendar.zone).date()
    assert calendar.after(moment, days + 1) > landed


def test_days_are_read_with_what_is_celebrated_behind_them() -> None:
    assert days_in(["2027-01-01 New Year", "", "2027-02-30 never", "soon"]) == ([date(2027, 1, 1)], ["2027-02-30 never", "soon"])
