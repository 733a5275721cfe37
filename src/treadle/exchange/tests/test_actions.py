"""Every action of the exchange: works, is refused to each outsider, is refused in each wrong state, and records its event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.exchange import actions, flow
from treadle.exchange.models import Enquiry, Introduction, Invitation, Listing
from treadle.kit.models import Event
from treadle.kit.policy import Refused

PUBLIC_ROLES = ("hugo", "efua", "bai", "amina", "carlos", "esther", "dara", "grace")
SOON = timedelta(days=10)


class Case:
    """An enquiry of Ostermeer, an invitation to Lazaward, an introduction and a listing of Lazaward, put into any state."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
        self.invitation = Invitation.objects.create(enquiry=self.enquiry, organisation=world.lazaward)
        self.listing = make.listing(world.lazaward, world.amina, "Free capacity")
        self.introduction = Introduction(invitation=self.invitation)

    def put_enquiry(self, state: str) -> Enquiry:
        """The enquiry in a state, with what that state presupposes."""
        values: dict[str, Any] = {"state": state, "submitted_at": timezone.now()}
        Enquiry.objects.filter(pk=self.enquiry.pk).update(**values)
        self.enquiry.refresh_from_db()
        return self.enquiry

    def put_invitation(self, state: str, enquiry: str = "out") -> Invitation:
        """The invitation in a state."""
        self.put_enquiry(enquiry)
        sent = None if state == "prepared" else timezone.now()
        values: dict[str, Any] = {"state": state, "sent_at": sent, "decline_reason": "time"}
        Invitation.objects.filter(pk=self.invitation.pk).update(**values)
        return Invitation.objects.select_related("enquiry__organisation", "enquiry__centre", "organisation").get(pk=self.invitation.pk)

    def put_listing(self, state: str) -> Listing:
        """The listing in a state."""
        until = timezone.localdate() + SOON
        Listing.objects.filter(pk=self.listing.pk).update(
            state=state, submitted_at=timezone.now(), published_at=timezone.now(), expires_on=until
        )
        self.listing.refresh_from_db()
        return self.listing

    def put_introduction(self, state: str) -> Introduction:
        """An introduction in a state."""
        invitation = self.put_invitation("quoted", "closed")
        return Introduction.objects.create(invitation=invitation, state=state)


@dataclass
class Spec:
    """An action: how it is called, from which states it works, who may, and the event it leaves."""

    name: str
    put: str
    call: Callable[[Any, Any, World], Any]
    states: tuple[str, ...]
    roles: tuple[str, ...]
    event: str


OFFICERS = ("dara", "grace")
SPECS = (
    Spec("submit listing", "listing", lambda by, x, w: actions.submit_listing(by=by, listing=x), ("draft", "returned"),
         ("amina", *OFFICERS), "exchange.listing.submitted"),
    Spec("publish", "listing", lambda by, x, w: actions.publish(by=by, listing=x), ("submitted", "matched", "expired"), OFFICERS,
         "exchange.listing.published"),
    Spec("return listing", "listing", lambda by, x, w: actions.return_listing(by=by, listing=x, reason="No unit"), ("submitted",),
         OFFICERS, "exchange.listing.returned"),
    Spec("withdraw listing", "listing", lambda by, x, w: actions.withdraw_listing(by=by, listing=x),
         ("draft", "submitted", "returned", "published", "expired"), ("amina", *OFFICERS), "exchange.listing.withdrawn"),
    Spec("close listing", "listing", lambda by, x, w: actions.close_listing(by=by, listing=x), ("published", "matched"),
         ("amina", *OFFICERS), "exchange.listing.closed"),
    Spec("renew", "listing", lambda by, x, w: actions.renew(by=by, listing=x), ("published", "matched", "expired"),
         ("amina", *OFFICERS), "exchange.listing.renewed"),
    Spec("expire", "listing", lambda by, x, w: actions.expire(by=by, listing=x), ("published",), OFFICERS, "exchange.listing.expired"),
    Spec("submit", "enquiry", lambda by, x, w: actions.submit(by=by, enquiry=x), ("draft", "returned"), ("carlos", *OFFICERS),
         "exchange.enquiry.submitted"),
    Spec("take", "enquiry", lambda by, x, w: actions.take(by=by, enquiry=x), ("submitted", "returned", "approved"), OFFICERS,
         "exchange.enquiry.taken"),
    Spec("return", "enquiry", lambda by, x, w: actions.return_enquiry(by=by, enquiry=x, reason="Which shade?"), ("in_review",),
         OFFICERS, "exchange.enquiry.returned"),
    Spec("approve", "enquiry", lambda by, x, w: actions.approve(by=by, enquiry=x), ("in_review",), OFFICERS,
         "exchange.enquiry.approved"),
    Spec("close", "enquiry", lambda by, x, w: actions.close(by=by, enquiry=x), ("out",), OFFICERS, "exchange.enquiry.closed"),
    Spec("end", "enquiry", lambda by, x, w: actions.conclude(by=by, enquiry=x, with_contract=False), ("out", "closed", "awarded"),
         OFFICERS,
         "exchange.enquiry.not_concluded"),
    Spec("withdraw", "enquiry", lambda by, x, w: actions.withdraw(by=by, enquiry=x),
         ("draft", "submitted", "in_review", "returned", "approved", "out", "closed"), ("carlos", *OFFICERS),
         "exchange.enquiry.withdrawn"),
    Spec("choose", "enquiry", lambda by, x, w: actions.choose(by=by, enquiry=x, organisation=w.wend_panga),
         ("in_review", "approved", "out"), OFFICERS, "exchange.match.chosen"),
    Spec("send", "enquiry", lambda by, x, w: actions.send(by=by, enquiry=x), ("in_review", "approved", "out"), OFFICERS,
         "exchange.invitation.sent"),
    Spec("weigh", "enquiry", lambda by, x, w: actions.weigh(by=by, enquiry=x, weights={"words": 40}), ("in_review", "approved", "out"),
         OFFICERS, "exchange.match.weighed"),
    Spec("undo a choice", "invitation", lambda by, x, w: actions.drop_choice(by=by, invitation=x), ("prepared",), OFFICERS,
         "exchange.match.dropped"),
    Spec("quote", "invitation",
         lambda by, x, w: actions.quote(by=by, invitation=x, head={"currency": "EUR"}, lines={0: {"price": Decimal(7)}}),
         ("sent", "seen", "quoted", "interested", "declined", "lapsed"), ("amina", *OFFICERS), "exchange.invitation.quoted"),
    Spec("decline", "invitation",
         lambda by, x, w: actions.answer(by=by, invitation=x, state="declined", fields={"decline_reason": "time"}),
         ("sent", "seen", "quoted", "interested"), ("amina", *OFFICERS), "exchange.invitation.declined"),
    Spec("introduce", "invitation", lambda by, x, w: actions.introduce(by=by, invitation=x, consent=True), ("quoted", "interested"),
         ("carlos", *OFFICERS), "exchange.introduction.made"),
    Spec("report", "introduction",
         lambda by, x, w: actions.report(by=by, introduction=x, party="buyer" if by != w.amina else "supplier", result="nothing"),
         ("open", "reported", "disputed"), ("carlos", "amina", *OFFICERS), "exchange.outcome.reported"),
)  # fmt: skip
STATES = {
    "listing": flow.ListingState.values, "enquiry": flow.EnquiryState.values, "invitation": flow.InvitationState.values,
    "introduction": flow.IntroductionState.values,
}  # fmt: skip


def act(spec: Spec, world: World, role: str, state: str) -> Any:
    thing = getattr(Case(world), f"put_{spec.put}")(state)
    return spec.call(world.everybody()[role], thing, world)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_works_in_each_right_state_and_records_its_event(world: World, spec: Spec) -> None:
    for state in spec.states:
        before = Event.objects.filter(verb=spec.event).count()
        act(spec, world, spec.roles[-1], state)
        assert (state, Event.objects.filter(verb=spec.event).count() > before) == (state, True)
    last = Event.objects.filter(verb=spec.event).first()
    assert last is not None
    assert last.actor_id == world.everybody()[spec.roles[-1]].pk


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_is_allowed_to_exactly_its_roles(world: World, spec: Spec) -> None:
    allowed = []
    for role in PUBLIC_ROLES:
        try:
            act(spec, world, role, spec.states[0])
        except Refused:
            continue
        allowed.append(role)
    assert sorted(allowed) == sorted(spec.roles)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_is_refused_in_each_wrong_state_and_changes_nothing(world: World, spec: Spec) -> None:
    for state in set(STATES[spec.put]) - set(spec.states):
        with pytest.raises((flow.IllegalMove, ValidationError)):
            act(spec, world, spec.roles[-1], state)


def test_a_returned_thing_needs_a_reason(world: World) -> None:
    case = Case(world)
    with pytest.raises(ValidationError):
        actions.return_enquiry(by=world.dara, enquiry=case.put_enquiry("in_review"), reason="  ")
    with pytest.raises(ValidationError):
        actions.return_listing(by=world.dara, listing=case.put_listing("submitted"), reason="")


def test_two_officers_decide_the_same_case_and_the_second_changes_nothing(world: World) -> None:
    first = Case(world).put_enquiry("in_review")
    second = Enquiry.objects.get(pk=first.pk)
    actions.return_enquiry(by=world.dara, enquiry=first, reason="Which shade?")
    with pytest.raises(flow.IllegalMove) as caught:
        actions.approve(by=world.grace, enquiry=second)
    assert (caught.value.now, second.state) == ("returned", "returned")
    assert Event.objects.filter(verb="exchange.enquiry.approved").count() == 0


def test_two_people_edit_the_same_enquiry_and_the_second_is_told_of_the_first(world: World) -> None:
    from treadle.directory.actions import Stale

    enquiry = Case(world).enquiry
    other = Enquiry.objects.get(pk=enquiry.pk)
    actions.edit(by=world.carlos, enquiry=enquiry, version=1, fields={"title": "Mine"})
    with pytest.raises(Stale) as caught:
        actions.edit(by=world.grace, enquiry=other, version=1, fields={"title": "Theirs"})
    assert (caught.value.by, Enquiry.objects.get(pk=enquiry.pk).title) == ("Carlos", "Mine")


def test_the_story_from_need_to_confirmed_outcome(world: World) -> None:
    enquiry = Case(world).enquiry
    enquiry.invitations.all().delete()
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward, score=89)
    (invitation,) = actions.send(by=world.dara, enquiry=enquiry)
    actions.see(by=world.amina, invitation=invitation)
    actions.quote(by=world.amina, invitation=invitation, head={"currency": "EUR"}, lines={0: {"price": Decimal("3.20"), "unit": "kg"}})
    met = actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    contract: dict[str, Any] = {"result": "contract", "value": Decimal(230_000), "currency": "EUR"}
    actions.report(by=world.carlos, introduction=met, party="buyer", **contract)
    assert Introduction.objects.get(pk=met.pk).state == "reported"
    actions.report(by=world.amina, introduction=met, party="supplier", **contract)
    assert Introduction.objects.get(pk=met.pk).state == "confirmed"
    assert Enquiry.objects.get(pk=enquiry.pk).state == "concluded"


def test_disagreement_is_kept_as_such(world: World) -> None:
    met = Case(world).put_introduction("open")
    said = {"result": "contract", "currency": "EUR"}
    actions.report(by=world.carlos, introduction=met, party="buyer", value=Decimal(100), **said)
    actions.report(by=world.amina, introduction=met, party="supplier", value=Decimal(90), **said)
    assert Introduction.objects.get(pk=met.pk).state == "disputed"
    assert sorted(met.reports.values_list("value", flat=True)) == [Decimal(90), Decimal(100)]
    actions.report(by=world.amina, introduction=met, party="supplier", value=Decimal(100), **said)
    assert Introduction.objects.get(pk=met.pk).state == "confirmed"


def test_nobody_reports_for_the_other_side(world: World) -> None:
    met = Case(world).put_introduction("open")
    with pytest.raises(ValidationError):
        actions.report(by=world.carlos, introduction=met, party="supplier", result="nothing")


def test_no_introduction_without_the_buyers_consent(world: World) -> None:
    invitation = Case(world).put_invitation("quoted")
    with pytest.raises(ValidationError):
        actions.introduce(by=world.carlos, invitation=invitation, consent=False)
    assert Introduction.objects.count() == 0


def test_introducing_twice_makes_one_introduction_and_tells_once(world: World) -> None:
    invitation = Case(world).put_invitation("quoted")
    first = actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    assert actions.introduce(by=world.carlos, invitation=invitation, consent=True).pk == first.pk
    assert world.amina.notices.filter(rule="exchange.introduced").count() == 1


def test_excluding_needs_a_reason_and_can_be_taken_back(world: World) -> None:
    enquiry = Case(world).put_enquiry("in_review")
    with pytest.raises(ValidationError):
        actions.exclude(by=world.dara, enquiry=enquiry, organisation=world.wend_panga, reason="other", note="")
    exclusion = actions.exclude(by=world.dara, enquiry=enquiry, organisation=world.wend_panga, reason="quality")
    actions.include_again(by=world.dara, exclusion=exclusion)
    assert enquiry.exclusions.count() == 0


def test_a_listing_cannot_expire_in_the_past(world: World) -> None:
    listing = make.listing(world.lazaward, world.amina, "Old", expires_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(ValidationError) as caught:
        actions.submit_listing(by=world.amina, listing=listing)
    assert "in the future" in str(caught.value)


def test_an_answer_after_the_deadline_is_refused_with_whom_to_write_to(world: World) -> None:
    invitation = Case(world).put_invitation("sent")
    Enquiry.objects.filter(pk=invitation.enquiry_id).update(answer_by=timezone.localdate() - timedelta(days=1))
    invitation.enquiry.refresh_from_db()
    with pytest.raises(ValidationError) as caught:
        actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    assert caught.value.code == "late"
    assert "Exchange of Fès" in " ".join(caught.value.messages)


def test_an_enquiry_from_abroad_goes_to_the_desk_of_the_country_it_names(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Turned shafts", countries=["CM"])
    actions.submit(by=world.carlos, enquiry=enquiry)
    assert enquiry.centre == world.douala


def test_an_officer_enters_a_call_and_has_the_case(world: World) -> None:
    fields = {"kind": "supply", "title": "Cartons", "text": "40,000 cartons", "answer_by": timezone.localdate() + SOON}
    enquiry = actions.enter_call(by=world.esther, organisation=world.wend_panga, phoned_by="Efua", fields=fields)
    assert (enquiry.state, enquiry.officer, enquiry.centre) == ("in_review", world.esther, world.douala)


def test_a_case_is_given_to_staff_of_its_centre_only(world: World) -> None:
    enquiry = Case(world).put_enquiry("in_review")
    actions.assign(by=world.dara, enquiry=enquiry, officer=world.driss)
    assert enquiry.officer == world.driss
    assert world.driss.notices.filter(rule="exchange.case_assigned").count() == 1
    with pytest.raises(ValidationError):
        actions.assign(by=world.dara, enquiry=enquiry, officer=world.amina)


def test_internal_notes_are_for_staff(world: World) -> None:
    enquiry = Case(world).put_enquiry("in_review")
    assert actions.add_note(by=world.dara, enquiry=enquiry, text="Call again").text == "Call again"
    with pytest.raises(Refused):
        actions.add_note(by=world.carlos, enquiry=enquiry, text="What do they say?")
