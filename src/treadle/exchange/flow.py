"""The states of listings, enquiries, invitations and introductions, and the moves between them, as tables."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

REFERRAL_WITHIN = 3  # working days within which a sister centre looks at what was sent on, and a buyer answers a question


class IllegalMove(Exception):
    """The thing is not in a state from which this move leads anywhere; ``now`` is the state it is in."""

    def __init__(self, now: str, to: str) -> None:
        self.now, self.to = now, to
        super().__init__(f"{now} → {to} is no move")


class ListingState(models.TextChoices):
    """A listing's life."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    PUBLISHED = "published", _("Published")
    MATCHED = "matched", _("Matched")
    CLOSED = "closed", _("Closed")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class EnquiryState(models.TextChoices):
    """An enquiry's life."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    OUT = "out", _("Invitations out")
    CLOSED = "closed", _("Answers in")
    AWARDED = "awarded", _("Awarded")
    CONCLUDED = "concluded", _("Concluded")
    NOT_CONCLUDED = "not_concluded", _("Not concluded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class InvitationState(models.TextChoices):
    """An invitation's life."""

    PREPARED = "prepared", _("Chosen")
    SENT = "sent", _("Sent")
    SEEN = "seen", _("Seen")
    QUOTED = "quoted", _("Quoted")
    INTERESTED = "interested", _("Interested")
    DECLINED = "declined", _("Declined")
    LAPSED = "lapsed", _("Lapsed")


class ReferralState(models.TextChoices):
    """What a sister centre does with a case that was sent on to it."""

    ASKED = "asked", _("Sent on")
    TAKEN = "taken", _("Being looked at")
    DONE = "done", _("Suppliers were asked")
    DECLINED = "declined", pgettext_lazy("referral", "Nobody fits")
    LAPSED = "lapsed", _("Lapsed")


class AwardState(models.TextChoices):
    """Whether an award still holds."""

    STANDS = "stands", _("Stands")
    FELL = "fell", _("Fell")


class IntroductionState(models.TextChoices):
    """What is known of an introduction's outcome."""

    OPEN = "open", _("Outcome not yet known")
    REPORTED = "reported", _("Reported by one side")
    CONFIRMED = "confirmed", _("Confirmed by both sides")
    DISPUTED = "disputed", _("The two sides disagree")


L, E, V, N, R = ListingState, EnquiryState, InvitationState, IntroductionState, ReferralState
Moves = Mapping[str, frozenset[str]]


def _table(moves: dict[str, set[str]]) -> Moves:
    return {str(state): frozenset(map(str, to)) for state, to in moves.items()}


LEARNT: Moves = _table({"proposed": {"in_force", "declined"}, "in_force": {"replaced"}, "replaced": set(), "declined": set()})
LISTING: Moves = _table(
    {
        L.DRAFT: {L.SUBMITTED, L.WITHDRAWN},
        L.SUBMITTED: {L.PUBLISHED, L.RETURNED, L.WITHDRAWN},
        L.RETURNED: {L.SUBMITTED, L.WITHDRAWN},
        L.PUBLISHED: {L.MATCHED, L.CLOSED, L.EXPIRED, L.WITHDRAWN},
        L.MATCHED: {L.CLOSED, L.PUBLISHED},
        L.EXPIRED: {L.PUBLISHED, L.WITHDRAWN},
        L.CLOSED: set(),
        L.WITHDRAWN: set(),
    }
)
ENQUIRY: Moves = _table(
    {
        E.DRAFT: {E.SUBMITTED, E.WITHDRAWN},
        E.SUBMITTED: {E.IN_REVIEW, E.WITHDRAWN},
        E.IN_REVIEW: {E.RETURNED, E.APPROVED, E.WITHDRAWN},
        E.RETURNED: {E.IN_REVIEW, E.WITHDRAWN},
        E.APPROVED: {E.OUT, E.IN_REVIEW, E.WITHDRAWN},
        E.OUT: {E.CLOSED, E.WITHDRAWN},
        E.CLOSED: {E.AWARDED, E.CONCLUDED, E.NOT_CONCLUDED, E.OUT, E.WITHDRAWN},
        E.AWARDED: {E.CLOSED, E.CONCLUDED, E.NOT_CONCLUDED},
        E.CONCLUDED: set(),
        E.NOT_CONCLUDED: set(),
        E.WITHDRAWN: set(),
    }
)
INVITATION: Moves = _table(
    {
        V.PREPARED: {V.SENT},
        V.SENT: {V.SEEN, V.QUOTED, V.INTERESTED, V.DECLINED, V.LAPSED},
        V.SEEN: {V.QUOTED, V.INTERESTED, V.DECLINED, V.LAPSED},
        V.QUOTED: {V.QUOTED, V.DECLINED},
        V.INTERESTED: {V.QUOTED, V.DECLINED},
        V.DECLINED: {V.QUOTED, V.INTERESTED},
        V.LAPSED: {V.QUOTED, V.INTERESTED},
    }
)
REFERRAL: Moves = _table(
    {
        R.ASKED: {R.TAKEN, R.DONE, R.DECLINED, R.LAPSED},
        R.TAKEN: {R.DONE, R.DECLINED, R.LAPSED},
        R.DONE: {R.TAKEN},
        R.DECLINED: {R.TAKEN, R.DONE},
        R.LAPSED: {R.TAKEN, R.DONE},
    }
)
AWARD: Moves = _table({"stands": {"fell"}, "fell": set()})
INTRODUCTION: Moves = _table(
    {
        N.OPEN: {N.REPORTED},
        N.REPORTED: {N.REPORTED, N.CONFIRMED, N.DISPUTED},
        N.DISPUTED: {N.REPORTED, N.CONFIRMED, N.DISPUTED},
        N.CONFIRMED: set(),
    }
)
OPEN_ENQUIRY = (E.SUBMITTED, E.IN_REVIEW, E.RETURNED, E.APPROVED, E.OUT, E.CLOSED, E.AWARDED)
ANSWERED = (V.QUOTED, V.INTERESTED, V.DECLINED)
WILLING = (V.QUOTED, V.INTERESTED)


def check(moves: Moves, now: str, to: str) -> None:
    """Raise :class:`IllegalMove` unless the table has the move."""
    if str(to) not in moves[str(now)]:
        raise IllegalMove(str(now), str(to))


def diagram(moves: Moves) -> str:
    """The table as lines for a README: ``draft → submitted, withdrawn``."""
    return "\n".join(f"{state} → {', '.join(sorted(to))}" for state, to in moves.items() if to)
