"""Verifying evidence, and the clock that reminds its holder before it lapses."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.kit import events, files, notify
from treadle.kit import policy as kit_policy
from treadle.kit.clock import Ladder, Step, register

from . import policy, queries
from .actions import fingerprint
from .evidenced import GRACE, Evidence
from .findable import touch
from .models import Organisation, Person

DAYS = (90, 30, 7)  # before it expires, when its holder is reminded


def mark(evidence: Evidence) -> str:
    """A short mark of a paper and its files; another one after any change."""
    return f"{fingerprint(evidence)}-{files.of(evidence).count()}"


@transaction.atomic
def verify(*, by: Person | None, evidence: Evidence, how: str, note: str = "", seen: str = "") -> None:
    """An officer made sure of a paper, or found that it is not what it says; how, and what they noted, stays beside it.

    ``seen`` is the :func:`mark` of the paper as they had it before them; raises ValidationError when it has changed since.
    """
    kit_policy.require(by, policy.CHECK, evidence)
    if seen and seen != mark(Evidence.objects.select_for_update().get(pk=evidence.pk)):
        raise ValidationError(_("The paper was changed while you looked at it. Look at it again."))
    if how not in Evidence.How.values:
        raise ValidationError({"how": _("Say how you made sure.")})
    if how == Evidence.How.REFUTED and not note.strip():
        raise ValidationError({"note": _("Say whom you asked and what they answered. The organisation reads it.")})
    evidence.verified_on, evidence.verified_by, evidence.verified_how, evidence.verified_note = timezone.localdate(), by, how, note
    evidence.save(update_fields=["verified_on", "verified_by", "verified_how", "verified_note"])
    touch(evidence.organisation)
    verb = "directory.evidence.refuted" if how == Evidence.How.REFUTED else "directory.evidence.verified"
    events.record(verb, by=by, on=evidence, case=evidence.organisation, reason=note, changes={"how": how})


def _expires(evidence: Evidence) -> datetime | None:
    """The end of its last day. Offices open later: nothing lapses at midnight, see :data:`GRACE`."""
    return None if evidence.expires_on is None else timezone.make_aware(datetime.combine(evidence.expires_on, time(23, 59, 59)))


def _remind(evidence: Evidence, rule: str, step: str) -> None:
    notify.tell(
        queries.speakers(evidence.organisation), rule, once=f"{evidence.pk}-{evidence.expires_on}-{step}",
        link=f"{evidence.organisation.get_absolute_url()}#evidence",
        values={
            "organisation": evidence.organisation.name, "paper": evidence.standard, "day": str(evidence.expires_on),
            "until": str(evidence.expires_on + GRACE) if evidence.expires_on else "",
        },
    )  # fmt: skip
    events.record("directory.evidence.reminded", by=None, on=evidence, case=evidence.organisation)


def _step(days: int) -> Step:
    return Step(
        f"before-{days}", timedelta(days=-days), lambda each: _remind(each, "directory.evidence_expiring", str(days)),
        {90: _("Reminds the holder ninety days before"), 30: _("Reminds the holder thirty days before"),
         7: _("Reminds the holder seven days before")}[days],
    )  # fmt: skip


def _cases() -> object:
    """Papers about to lapse, or lapsed lately, of organisations on record; old ones are not begun with."""
    today = timezone.localdate()
    window = (today - GRACE, today + timedelta(days=DAYS[0] + 1))
    open_states = (Organisation.State.PUBLIC, Organisation.State.DRAFT)
    found = Evidence.objects.filter(expires_on__range=window, organisation__state__in=open_states)
    return found.exclude(verified_how=Evidence.How.REFUTED).select_related("organisation")


register(
    Ladder(
        "directory.evidence",
        _("Evidence that expires"),
        cases=_cases,  # type: ignore[arg-type]
        due=_expires,
        steps=(
            *(_step(days) for days in DAYS),
            Step("lapsed", timedelta(days=1), lambda each: _remind(each, "directory.evidence_lapsed", "lapsed"),
                 _("Tells the holder that it has expired and counts less each day")),
        ),
    )
)  # fmt: skip
