"""The buyer's decision: a short list, an award of all or part to one or several, a word to the others; and awards that fall."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from treadle.directory.queries import speakers
from treadle.kit import events, notify
from treadle.kit.policy import require

from .. import comparing, policy
from ..flow import AWARD, ENQUIRY, INVITATION, WILLING, AwardState, EnquiryState, IllegalMove, InvitationState
from ..models import Enquiry, Invitation
from ..quotations import in_force
from ..quoted import Award, Line, NotChosen, amount_of
from .enquiries import close
from .moving import move
from .outcomes import introduce_now, not_stopped
from .quotations import take_back, tell_desk

S, E = AwardState, EnquiryState
Said = Mapping[int, tuple[str, str]]  # by invitation: why not, and a word


@transaction.atomic
def shortlist(*, by: Any, invitation: Invitation, on: bool) -> None:
    """Put a willing organisation on the short list, or take it off. Nobody is told."""
    require(by, policy.COMPARE, invitation)
    if invitation.state not in WILLING:
        raise IllegalMove(invitation.state, invitation.state)
    invitation.shortlisted_at = timezone.now() if on else None
    invitation.save(update_fields=["shortlisted_at"])
    events.record("exchange.match.shortlisted" if on else "exchange.match.unlisted", by=by, on=invitation, case=invitation.enquiry)


@transaction.atomic
def weigh_quotations(*, by: Any, enquiry: Enquiry, weights: Mapping[str, Any], currency: str) -> None:
    """Keep what counts how much among quotations (whole numbers from 0 to 100), and the currency in which they are compared."""
    require(by, policy.COMPARE, enquiry)
    kept: dict[str, int] = {}
    for name in comparing.CRITERIA:
        text = str(weights.get(name, "")).strip()
        if not text.isascii() or not text.isdigit() or int(text) > 100:
            raise ValidationError({name: _("A weight is a whole number from 0 to 100.")})
        kept[name] = int(text)
    whole = sum(kept.values())
    if not whole or kept[comparing.PRICE] > comparing.MOST_FOR_PRICE * whole:
        raise ValidationError({comparing.PRICE: _("Price may count for at most 70 of 100; give the other things more weight.")})
    before = enquiry.comparison
    enquiry.comparison = {"weights": kept, "currency": currency}
    enquiry.save(update_fields=["comparison", "updated_at"])
    events.record("exchange.match.compared", by=by, on=enquiry, changes={"comparison": [before, enquiry.comparison]})


def award(*, by: Any, enquiry: Enquiry, version: int, parts: Mapping[int, Decimal | None], not_chosen: Said) -> list[Award]:
    """Award lines of quotations, whole or in part (``parts``: quantity by line, None for what the line offers), and tell everybody.

    Each side gets the other's contact details. Raises ValidationError by field: more than was quoted or wanted, a reason that is missing,
    somebody who decided meanwhile, a record that an officer has to look at first.
    """
    require(by, policy.AWARD, enquiry)
    if not parts:
        raise ValidationError(_("Nothing is chosen. Give a quantity to one quotation at least."))
    lines = {line.pk: line for line in _lines(enquiry)}
    winners = {lines[pk].quotation.invitation_id: lines[pk].quotation.invitation for pk in parts if pk in lines}
    for invitation in winners.values():
        not_stopped(enquiry.organisation, invitation.organisation)
    return _award(by, enquiry, version, parts, not_chosen)


def _lines(enquiry: Enquiry) -> list[Line]:
    """Lines of the quotations that count."""
    return [line for quotation in in_force(enquiry).values() for line in quotation.lines.all()]


@transaction.atomic
def _award(by: Any, enquiry: Enquiry, version: int, parts: Mapping[int, Decimal | None], not_chosen: Said) -> list[Award]:
    if not Enquiry.objects.filter(pk=enquiry.pk, version=version).update(version=F("version") + 1):
        raise ValidationError(_("Somebody decided on this case a moment ago. Look at what stands now."), code="stale")
    enquiry.refresh_from_db()
    if enquiry.state == E.OUT:
        _close(by, enquiry)
    if enquiry.state not in (E.CLOSED, E.AWARDED):
        raise IllegalMove(enquiry.state, E.AWARDED)
    lines = {line.pk: line for line in _lines(enquiry)}
    amounts = dict(parts)
    _check(enquiry, lines, amounts)
    made = [
        Award.objects.create(
            enquiry=enquiry, line=lines[pk], quantity=amounts[pk] if amounts[pk] is not None else amount_of(lines[pk]), by=by
        )
        for pk in parts
    ]
    if enquiry.state == E.CLOSED:
        move(enquiry, ENQUIRY, E.AWARDED)
    for each in made:
        events.record("exchange.award.made", by=by, on=each, case=enquiry, changes={"quantity": [None, str(each.quantity or "")]})
    _tell_winners(by, enquiry, made)
    _tell_others(by, enquiry, not_chosen)
    return made


def _close(by: Any, enquiry: Enquiry) -> None:
    """To award ends the time for answers; the buyer alone does not cut it short for those who may still answer."""
    waiting = enquiry.invitations.filter(state__in=(InvitationState.SENT, InvitationState.SEEN, InvitationState.INTERESTED)).count()
    if waiting and enquiry.takes_answers and not policy.CASE_OFFICER.test(by, enquiry):
        text = _("Not everybody who was asked has answered, and they have time until the deadline. Award after it, or ask your officer.")
        raise ValidationError(text, code="early")
    close(by=None, enquiry=enquiry)


def _check(enquiry: Enquiry, lines: Mapping[int, Line], amounts: Mapping[int, Decimal | None]) -> None:
    """Nothing beyond what was quoted, nor beyond what is wanted, with what stands already."""
    faults: dict[str, Any] = {}
    standing = list(enquiry.awards.filter(state=S.STANDS).select_related("line"))
    taken = _given(standing)
    whole_taken = any(each.line.item_id is None for each in standing)
    for pk, amount in amounts.items():
        line = lines.get(pk)
        if line is None or line.price is None:
            faults[f"part-{pk}"] = _("This line is not part of a quotation that counts.")
            continue
        if any(each.line_id == pk for each in standing) or (line.item is None and (whole_taken or len(amounts) > 1)):
            faults[f"part-{pk}"] = _("This is awarded already.")
            continue
        most = amount_of(line)
        if amount is not None and (amount <= 0 or (most is not None and amount > most)):
            faults[f"part-{pk}"] = _("They quoted %(most)s. Give a quantity above 0 and not above that.") % {"most": _plain(most)}
            continue
        if line.item is not None:
            left = line.item.quantity - taken.get(line.item.pk, Decimal(0))
            given = amount if amount is not None else most or Decimal(0)
            if given > left:
                faults[f"part-{pk}"] = _("Of %(item)s only %(left)s are left to award.") % {"item": line.item.title, "left": _plain(left)}
                continue
            taken[line.item.pk] = taken.get(line.item.pk, Decimal(0)) + given
    if faults:
        raise ValidationError(faults)


def _given(standing: Iterable[Award]) -> dict[int, Decimal]:
    """What is awarded by the item's id, 0 for a whole."""
    found: dict[int, Decimal] = {}
    for each in standing:
        key = each.line.item_id or 0
        found[key] = found.get(key, Decimal(0)) + (each.quantity or 0)
    return found


def _plain(amount: Decimal | None) -> str:
    return "–" if amount is None else f"{amount.normalize():f}"


def _tell_winners(by: Any, enquiry: Enquiry, made: Iterable[Award]) -> None:
    for invitation in dict.fromkeys(each.line.quotation.invitation for each in made):
        introduction = introduce_now(by, invitation)
        notify.tell(
            speakers(invitation.organisation), "exchange.awarded", once=f"{invitation.pk}-{timezone.now():%Y%m%d%H%M%S%f}",
            link=introduction.get_absolute_url(),
            values={"title": enquiry.title, "buyer": str(enquiry.organisation), "organisation": str(invitation.organisation)},
        )  # fmt: skip


def _tell_others(by: Any, enquiry: Enquiry, not_chosen: Said) -> None:
    """A word to everybody who was willing and got nothing; once all is awarded, each is owed the reason."""
    won = set(enquiry.awards.filter(state=S.STANDS).values_list("line__quotation__invitation", flat=True))
    NotChosen.objects.filter(invitation__in=won).delete()
    over = _all_awarded(enquiry)  # until then, who has nothing yet may still get the rest
    faults: dict[str, Any] = {}
    others = enquiry.invitations.filter(state__in=WILLING, not_chosen=None).exclude(pk__in=won).select_related("organisation")
    for invitation in others:
        reason, word = not_chosen.get(invitation.pk, ("", ""))
        if not reason and not over:
            continue
        if reason not in NotChosen.Reason.values:
            faults[f"why-{invitation.pk}"] = _("Say why %(name)s was not chosen; they are told.") % {"name": invitation.organisation}
        elif reason == NotChosen.Reason.OTHER and not word.strip():
            faults[f"word-{invitation.pk}"] = _("Say which reason.")
        else:
            _tell_not_chosen(by, invitation, reason, word)
    if faults:
        raise ValidationError(faults)


def _all_awarded(enquiry: Enquiry) -> bool:
    """Whether nothing of what is wanted is left to award."""
    standing = list(enquiry.awards.filter(state=S.STANDS).select_related("line"))
    given = _given(standing)
    items = list(enquiry.items.all())
    return all(given.get(item.pk, Decimal(0)) >= item.quantity for item in items) if items else bool(standing)


def _tell_not_chosen(by: Any, invitation: Invitation, reason: str, word: str) -> None:
    said = NotChosen.objects.create(invitation=invitation, reason=reason, note=word.strip()[:500], by=by)
    events.record("exchange.invitation.not_chosen", by=by, on=invitation, case=invitation.enquiry, reason=str(said.get_reason_display()))
    for person in speakers(invitation.organisation):
        with translation.override(person.language):
            values = {"title": invitation.enquiry.title, "reason": str(said.get_reason_display())}
        values["word"] = f"\n\n{said.note}" if said.note else ""
        notify.tell([person], "exchange.not_chosen", once=str(said.pk), link=invitation.get_absolute_url(), values=values)


@transaction.atomic
def drop_award(*, by: Any, award: Award, reason: str) -> None:
    """The buyer takes an award back, with the reason; the organisation is told."""
    require(by, policy.AWARD, award.enquiry)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the award is taken back; the organisation is told.")})
    _fall(by, award, reason.strip())
    invitation = award.line.quotation.invitation
    notify.tell(
        speakers(invitation.organisation), "exchange.award_taken_back", once=str(award.pk), link=invitation.get_absolute_url(),
        values={"title": award.enquiry.title, "reason": reason.strip()},
    )  # fmt: skip


def _fall(by: Any, award: Award, reason: str) -> None:
    """An award no longer stands; without any, the case is open for a decision again, also for those who were told no."""
    move(award, AWARD, S.FELL, reason=reason[:500], fell_at=timezone.now())
    enquiry = award.enquiry
    events.record("exchange.award.fell", by=by, on=award, case=enquiry, reason=reason)
    Enquiry.objects.filter(pk=enquiry.pk).update(version=F("version") + 1)
    if enquiry.state == E.AWARDED and not enquiry.awards.filter(state=S.STANDS).exists():
        move(enquiry, ENQUIRY, E.CLOSED)
    NotChosen.objects.filter(invitation__enquiry=enquiry).delete()


@transaction.atomic
def withdraw_quotation(*, by: Any, invitation: Invitation, reason: str, note: str = "") -> None:
    """A supplier takes its answer back, with the reason, also after an award: what it was awarded falls, and the next best is named."""
    require(by, policy.INVITATION_ANSWER, invitation)
    enquiry = invitation.enquiry
    if enquiry.state not in (E.OUT, E.CLOSED, E.AWARDED):
        raise IllegalMove(enquiry.state, InvitationState.DECLINED)
    if reason not in Invitation.Decline.values:
        raise ValidationError({"decline_reason": _("Choose a reason; it makes the next invitation fit better.")})
    move(invitation, INVITATION, InvitationState.DECLINED, decline_reason=reason, note=note.strip(), shortlisted_at=None)
    take_back(invitation)
    events.record("exchange.invitation.withdrawn", by=by, on=invitation, case=enquiry, reason=reason)
    fallen = list(Award.objects.filter(line__quotation__invitation=invitation, state=S.STANDS).select_related("enquiry", "line__item"))
    for each in fallen:
        each.enquiry = enquiry
        _fall(by, each, str(invitation.get_decline_reason_display()))
    rule = "exchange.award_given_back" if fallen else "exchange.quotation_withdrawn"
    tell_desk(invitation, rule, f"{invitation.pk}-{timezone.now():%Y%m%d%H%M%S%f}", speakers(enquiry.organisation))
