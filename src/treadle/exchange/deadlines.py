"""Deadlines: a day and a time in the zone of whoever set them, shown in the zone of whoever reads them."""

from datetime import UTC, date, datetime, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from treadle.kit.zones import zone_of

END_OF_DAY = time(23, 59)


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The moment, in UTC. An hour that a change of the clocks repeats means its second run, which leaves the most time."""
    return datetime.combine(day, at.replace(fold=1), zone_of(zone)).astimezone(UTC)


def check_exists(day: date, at: time, zone: str) -> None:
    """Raise ValidationError for a time that a change of the clocks leaves out, naming the time that would be right."""
    wanted = datetime.combine(day, at)
    back = moment_of(day, at, zone).astimezone(zone_of(zone)).replace(tzinfo=None)
    if back != wanted:
        forward = datetime.combine(day, at, zone_of(zone)).astimezone(UTC).astimezone(zone_of(zone))
        raise ValidationError(
            {"answer_at": _("On that day the clocks go forward and %(at)s does not exist. Give %(right)s instead.") % {
                "at": f"{at:%H:%M}", "right": f"{forward:%H:%M}",
            }}
        )  # fmt: skip
