"""Small things that several pages of the exchange say."""

from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from treadle.kit import events


def moved_meanwhile(thing: Any) -> str:
    """What somebody reads whose decision came second: who was first, when, and where the thing stands now."""
    last = events.history(thing).first()
    who = last.actor_name if last and last.actor_id else _("The clock")
    when = formats.date_format(last.at, "DATETIME_FORMAT") if last else ""
    what = events.sentence(last.verb) if last else ""
    return _("Nothing was changed: %(who)s %(what)s on %(when)s. It is now: %(state)s.") % {
        "who": who, "what": what, "when": when, "state": thing.get_state_display(),
    }  # fmt: skip
