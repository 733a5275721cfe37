"""The ladders of claims: a desk that lets one wait is warned and its head is told; a code that nobody types in lapses."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, notify
from treadle.kit.clock import Ladder, Step, register

from .. import queries
from ..claimed import Claim
from . import actions
from .codes import LASTS

WITHIN = timedelta(days=3)  # an officer sends a code, or decides, within


def _tell(claim: Claim, rule: str, *roles: str) -> None:
    for person in queries.officers(claim.organisation.centre, *roles):
        if person.pk != claim.person_id:
            with translation.override(person.language):
                way = str(claim.get_way_display())
            values = {"organisation": claim.organisation.name, "person": str(claim.person), "way": way}
            notify.tell([person], rule, once=f"{claim.pk}-{claim.state}", link=claim.get_absolute_url(), values=values)
    verb = "directory.claim.warned" if rule == "directory.claim_late" else "directory.claim.escalated"
    events.record(verb, by=None, on=claim, case=claim.organisation)


def _waiting() -> Any:
    open_here = Claim.objects.filter(state__in=(Claim.State.TO_SEND, Claim.State.WAITING))
    return open_here.select_related("organisation__centre__organisation", "person")


def _ends(claim: Claim) -> datetime | None:
    return None if claim.sent_at is None else claim.sent_at + LASTS[Claim.Way(claim.way)]


register(
    Ladder(
        "directory.claim",
        _("Claim that waits for the desk"),
        cases=_waiting,
        due=lambda claim: claim.waits_since + WITHIN if claim.waits_since else None,
        steps=(
            Step("warn", timedelta(0), lambda claim: _tell(claim, "directory.claim_late", "officer"), _("Warns the officers")),
            Step("escalate", timedelta(days=4), lambda claim: _tell(claim, "directory.claim_very_late", "head"),
                 _("Tells the head of the centre")),
        ),
    )
)  # fmt: skip
register(
    Ladder(
        "directory.claim.code",
        _("Code of a claim that was not typed in"),
        cases=lambda: Claim.objects.filter(state=Claim.State.SENT).select_related("organisation", "person"),
        due=_ends,
        steps=(Step("lapse", timedelta(0), lambda claim: actions.lapse(by=None, claim=claim), _("The claim lapses")),),
    )
)
