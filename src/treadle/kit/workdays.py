"""Working days: which days of the week an office rests, which days it is closed, and counting days between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONGEST = 366  # days that are looked through for the next working one


@dataclass(frozen=True, slots=True)
class Calendar:
    """An office's days. ``rest`` holds weekdays (Monday is 0), ``closed`` single days; both in the office's ``zone``."""

    rest: frozenset[int]
    closed: frozenset[date]
    zone: ZoneInfo

    def is_working(self, day: date) -> bool:
        """Whether the office works on a day."""
        return day.weekday() not in self.rest and day not in self.closed

    def next_working(self, moment: datetime) -> datetime:
        """The moment itself on a working day, else the same hour of the next working day.

        An office that never works is never waited for: then the moment itself.
        """
        here = moment.astimezone(self.zone)
        for ahead in range(LONGEST):
            day = here.date() + timedelta(days=ahead)
            if self.is_working(day):
                return datetime.combine(day, here.timetz().replace(tzinfo=None), self.zone) if ahead else moment
        return moment

    def after(self, moment: datetime, days: int) -> datetime:
        """The moment so many working days later, at the same hour; a moment on a day of rest counts from the next working day."""
        here = self.next_working(moment).astimezone(self.zone)
        day, left = here.date(), days
        for _ in range(LONGEST * 3):
            if not left:
                break
            day += timedelta(days=1)
            left -= self.is_working(day)
        return datetime.combine(day, here.timetz().replace(tzinfo=None), self.zone)


def days_in(lines: Iterable[str]) -> tuple[list[date], list[str]]:
    """Days written one on a line as ``2026-12-25``, with a word behind it or not; and the lines that are none."""
    found, wrong = [], []
    for line in lines:
        text = line.strip()
        if not text:
            continue
        try:
            found.append(date.fromisoformat(text.split()[0]))
        except ValueError:
            wrong.append(text)
    return found, wrong
