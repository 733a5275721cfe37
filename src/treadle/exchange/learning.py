"""What past cases teach of weights: gathered from what became of matches, proposed, and in force only when somebody has said so."""

from collections.abc import Iterable

from treadle.matching import Criterion, Match, Reason, recall
from treadle.matching.learning import Judged, Lesson, learn

from .dealings import ANSWERED
from .flow import EnquiryState, InvitationState
from .kinds import all_kinds
from .models import Enquiry, Exclusion, Invitation
from .needs import kind_weights, matches

LEAST_CASES = 10  # of a kind, from which it can teach
SHOWN = 20  # matches that an officer is taken to have seen
PAST = (EnquiryState.OUT, EnquiryState.CLOSED, EnquiryState.CONCLUDED, EnquiryState.NOT_CONCLUDED)
NOTHING_SAID = (Exclusion.Reason.TAKEN, Exclusion.Reason.CLIENT)  # exclusions that say nothing of how well it fits


def lessons(least: int = LEAST_CASES) -> list[tuple[str, int, Lesson | None]]:
    """For each kind the number of its cases and what they teach, None where they are too few."""
    found = []
    for kind in all_kinds():
        past = Enquiry.objects.filter(kind=kind.key, state__in=PAST).select_related("organisation")
        cases = [judged(enquiry) for enquiry in past.prefetch_related("codes__system", "exclusions", "invitations__introduction__reports")]
        example = Enquiry(kind=kind.key)
        found.append((kind.key, len(cases), learn(cases, kind_weights(example)) if len(cases) >= least else None))
    return found


def judged(enquiry: Enquiry) -> list[Judged]:
    """Who was asked in a case and how far it went, and who was shown and not asked; judged as when they were chosen."""
    silent = {each.organisation_id for each in enquiry.exclusions.all() if each.reason in NOTHING_SAID}
    asked = {each.organisation_id: each for each in enquiry.invitations.all() if each.sent_at is not None and not each.by_hand}
    found = [Judged(_kept_shares(one), went(one)) for one in asked.values() if one.reasons]
    shown = [match for match in matches(enquiry).matches[:SHOWN] if int(match.profile_id) not in asked.keys() | silent]
    return found + [Judged(_shares(match), 0) for match in shown]


def went(invitation: Invitation) -> int:
    """How far it went: asked 1, answered 2, willing 3, introduced 4, a contract 5."""
    introduction = getattr(invitation, "introduction", None)
    if introduction is not None:
        return 5 if any(report.result == "contract" for report in introduction.reports.all()) else 4
    if invitation.state in (InvitationState.QUOTED, InvitationState.INTERESTED):
        return 3
    return 2 if invitation.state in ANSWERED else 1


def _kept_shares(invitation: Invitation) -> dict[Criterion, float]:
    return _of_reasons(recall(each) for each in invitation.reasons)


def _shares(match: Match) -> dict[Criterion, float]:
    return _of_reasons(match.reasons)


def _of_reasons(reasons: Iterable[Reason]) -> dict[Criterion, float]:
    return {one.criterion: one.points / one.most for one in reasons if one.points is not None and one.most}
