"""Small things that several pages of the exchange say."""

from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from treadle.kit import events

INTERNAL = ("exchange.match.", "exchange.note.", "exchange.clock.")


def public_history(thing: Any) -> Any:
    """Events that everybody concerned may know of; whom staff chose, excluded or noted is not among them."""
    found = events.history(thing).exclude(verb__in=("exchange.enquiry.assigned", "exchange.question.asked"))
    for prefix in INTERNAL:
        found = found.exclude(verb__startswith=prefix)
    return found


def moved_meanwhile(thing: Any) -> str:
    """What somebody reads whose decision came second: who was first, when, and where the thing stands now."""
    last = public_history(thing).first()
    who = last.actor_name if last and last.actor_id else _("The clock")
    when = formats.date_format(last.at, "DATETIME_FORMAT") if last else ""
    what = events.sentence(last.verb) if last else ""
    return _("Nothing was changed: %(who)s %(what)s on %(when)s. It is now: %(state)s.") % {
        "who": who, "what": what, "when": when, "state": thing.get_state_display(),
    }  # fmt: skip
