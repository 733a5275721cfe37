"""Listings and enquiries of the demonstration, brought to the point that their content tells."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from treadle.directory.models import Membership, Organisation, Person, Staff
from treadle.directory.profiles import databank
from treadle.exchange import actions
from treadle.exchange.models import Enquiry, Introduction, Invitation
from treadle.exchange.needs import matches, need_of
from treadle.matching import match_pair

from .content.model import Case, Post
from .past import past

SIGNS = {"€": "EUR", "$": "USD", "DH": "MAD", "dirhams": "MAD", "FCFA": "XAF", "CFA": "XAF", "F CFA": "XAF", "R$": "BRL", "S/": "PEN"}
PRICE = re.compile(r"(\d[\d\s\u00a0\u202f.,]*)\s*(EUR|USD|MAD|XAF|XOF|TND|EGP|VND|KES|COP|MXN|BRL|€|DH|FCFA|CFA|F CFA|dirhams)\b")
REASONS = ("capacity", "time", "price", "process")


def owner_of(organisation: Organisation) -> Person:
    """Who speaks for an organisation; somebody is found for one that has nobody."""
    held = Membership.objects.filter(organisation=organisation, role="owner").select_related("person").first()
    if held is not None:
        return held.person
    person = Person.objects.create(email=f"owner-{organisation.pk}@example.invalid", name=organisation.name[:100], language="en")
    Membership.objects.create(person=person, organisation=organisation, role="owner")
    return person


def officer_of(thing: Any) -> Person:
    """An officer of the desk on which a thing lies."""
    posts = Staff.objects.filter(centre=thing.centre).select_related("person").order_by("role", "pk")
    officers = [post.person for post in posts if post.role == "officer"] or [post.person for post in posts]
    return officers[0]


def listing(post: Post, codes: Any) -> None:
    """A listing, drafted and submitted when told, then published, returned or ended."""
    organisation = Organisation.objects.select_related("centre__organisation").get(name=post.by)
    owner = owner_of(organisation)
    amount, unit, per = post.quantity or (None, "", "")
    fields: dict[str, Any] = {
        "title": post.title[:140], "summary": post.summary[:1200], "detail": post.detail, "language": post.lang,
        "quantity": None if amount is None else Decimal(str(amount)), "unit": unit, "per": per, "certificates": list(post.certificates),
        "countries": list(post.countries), "lead_time_days": post.lead_time_days,
    }  # fmt: skip
    with past(post.published_days_ago + 2):
        made = actions.draft_listing(
            by=owner, organisation=organisation, kind=post.kind, side=post.side, fields=fields, codes=codes.of(post)
        )
        if post.state == "draft":
            return
    with past(post.published_days_ago + 1):
        actions.submit_listing(by=owner, listing=made)
    if post.state == "submitted":
        return
    officer = officer_of(made)
    with past(post.published_days_ago):
        if post.state == "returned":
            actions.return_listing(by=officer, listing=made, reason=post.reason or "Please add the quantity and its unit.")
            return
        actions.publish(by=officer, listing=made)
    with past(max(post.published_days_ago - 6, 0)):
        if post.state == "withdrawn":
            actions.withdraw_listing(by=owner, listing=made)
        elif post.state == "closed":
            actions.close_listing(by=owner, listing=made)


def enquiry(case: Case, codes: Any) -> None:
    """An enquiry, taken as far as its content tells."""
    buyer = Organisation.objects.select_related("centre__organisation", "country").get(name=case.by)
    ago = case.submitted_days_ago
    ended = case.state in ("closed", "concluded", "not_concluded")
    ago = max(ago, 40) if ended else ago
    owner = owner_of(buyer)
    with past(ago + 1):
        answer_by = timezone.localdate() + timedelta(days=ago + 1 + case.answer_in_days if not ended else 12)
        made = actions.start(by=owner, organisation=buyer, fields={**_fields(case), "answer_by": answer_by}, codes=codes.of(case))
    if case.state == "draft":
        return
    with past(ago):
        actions.submit(by=owner, enquiry=made)
    if case.state == "withdrawn":
        with past(max(ago - 2, 0)):
            actions.withdraw(by=owner, enquiry=made, reason="")
        return
    if case.state == "submitted":
        return
    officer = officer_of(made)
    with past(max(ago - 1, 0)):
        actions.take(by=officer, enquiry=made)
    if case.state == "returned":
        with past(max(ago - 1, 0), hour=11):
            actions.return_enquiry(by=officer, enquiry=made, reason=case.returned_because or "Please give the quantity with its unit.")
        return
    if case.state == "approved":
        with past(max(ago - 2, 0)):
            actions.approve(by=officer, enquiry=made)
            _choose(made, officer, 2)
    elif case.state != "in_review":
        _send_out(made, officer, case, max(ago - 2, 0.5))


def _fields(case: Case) -> dict[str, Any]:
    amount, unit, per = case.quantity or (None, "", "")
    batch, batch_unit = case.batch or (None, "")
    return {
        "kind": case.kind, "title": case.title[:140], "text": case.text, "language": case.lang,
        "quantity": None if amount is None else Decimal(str(amount)), "unit": unit, "per": per,
        "least": None if case.least is None else Decimal(str(case.least)), "batch": None if batch is None else Decimal(str(batch)),
        "batch_unit": batch_unit, "certificates": list(case.certificates), "certificates_required": case.certificates_required,
        "countries": list(case.countries), "countries_required": case.countries_required, "languages": list(case.languages),
        "lead_time_days": case.lead_time_days,
    }  # fmt: skip


def _choose(made: Enquiry, officer: Person, count: int, always: str = "") -> list[Invitation]:
    """The officer chooses the best few, as the page would."""
    found = [each for each in matches(made).matches if each.score >= 20][:count]
    pinned = Organisation.objects.filter(name=always).first() if always else None
    if pinned is not None and str(pinned.pk) not in {each.profile_id for each in found}:
        pair = match_pair(need_of(made), databank(), str(pinned.pk))
        found = [*([pair] if pair else []), *found][:count]
    chosen = []
    for each in found:
        organisation = Organisation.objects.get(pk=int(each.profile_id))
        chosen.append(actions.choose(by=officer, enquiry=made, organisation=organisation, score=each.score, reasons=each.reasons))
    return chosen


def _send_out(made: Enquiry, officer: Person, case: Case, ago: float) -> None:
    """Invitations go out; answers come back over the following days."""
    pinned = {"Pompes du Wouri Assemblage": "Mbanga Précision", "Ostermeer Knitwear": "Teinturerie Lazaward"}.get(case.by, "")
    with past(ago):
        if not _choose(made, officer, 4, pinned):
            actions.approve(by=officer, enquiry=made)
            return
        invitations = actions.send(by=officer, enquiry=made)
    for number, invitation in enumerate(invitations):
        if case.state == "out" and number >= 3:
            continue  # has not answered yet
        with past(max(ago - 1 - number, 0), hour=9 + number):
            _answer(invitation, case, number)
    if case.state == "out":
        return
    with past(max(ago - 13, 0.2)):
        made.refresh_from_db()
        actions.close(by=officer, enquiry=made)
    if case.state == "closed":
        return
    willing = next((each for each in invitations if each.state in ("quoted", "interested")), None)
    if willing is None or case.state == "not_concluded":
        with past(max(ago - 20, 0.1)):
            actions.conclude(by=officer, enquiry=made, with_contract=False, reason=case.disputed)
        return
    with past(max(ago - 14, 0.1)):
        willing.refresh_from_db()
        met = actions.introduce(by=owner_of(made.organisation), invitation=willing, consent=True)
    _outcome(met, case, max(ago - 25, 0.1))


def price_in(note: str) -> tuple[float, str] | None:
    """The first price that a supplier's note names: ``212 000 DH`` is (212000, MAD)."""
    found = PRICE.search(note)
    if found is None:
        return None
    digits = re.sub(r"[\s\u00a0\u202f]", "", found[1]).rstrip(".,")
    decimal = re.sub(r"[.,](?=\d{3}(\D|$))", "", digits).replace(",", ".")
    return float(decimal), SIGNS.get(found[2], found[2])


def _answer(invitation: Invitation, case: Case, number: int) -> None:
    owner = owner_of(invitation.organisation)
    actions.see(by=owner, invitation=invitation)
    today = timezone.localdate()
    if number == 2:
        fields = {"decline_reason": REASONS[invitation.pk % len(REASONS)], "note": case.decline_note}
        actions.answer(by=owner, invitation=invitation, state="declined", fields=fields)
    elif number == 1:
        actions.answer(by=owner, invitation=invitation, state="interested", fields={"note": ""})
    else:
        price = case.outcome or price_in(case.quote_note)
        if price is None:
            actions.answer(by=owner, invitation=invitation, state="interested", fields={"note": case.quote_note})
            return
        value, currency = price
        line: dict[str, Any] = {
            "price": Decimal(str(round(value * (1 + number / 10), 2))), "lead_time_days": case.lead_time_days or 21,
            "quantity": Decimal(str(case.quantity[0])) if case.quantity else None,
        }  # fmt: skip
        head = {"currency": currency, "valid_until": today + timedelta(days=60), "note": case.quote_note}
        actions.quote(by=owner, invitation=invitation, head=head, lines={0: line})


def _outcome(met: Introduction, case: Case, ago: float) -> None:
    """Both sides say what came of it; where the content tells of a dispute, they disagree."""
    value, currency = case.outcome or (5000.0, "EUR")
    contract: dict[str, Any] = {"result": "contract", "value": Decimal(str(value)), "currency": currency}
    buyer, supplier = owner_of(met.invitation.enquiry.organisation), owner_of(met.invitation.organisation)
    with past(ago):
        actions.report(by=buyer, introduction=met, party="buyer", is_repeat=True, jobs=3, **contract)
    with past(max(ago - 1, 0)):
        if case.disputed:
            less = {**contract, "value": contract["value"] * Decimal("0.9")}
            actions.report(by=supplier, introduction=met, party="supplier", note=case.disputed, **less)
        else:
            actions.report(by=supplier, introduction=met, party="supplier", **contract)
