"""Reminders, warnings and lapses: each once, at its time, and again when the day moves."""

from datetime import timedelta

import pytest
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.directory.models import Centre
from treadle.exchange import actions
from treadle.exchange.models import Enquiry, Invitation, Listing
from treadle.kit import clock
from treadle.kit.models import ClockStep


@pytest.fixture
def invitation(world: World) -> Invitation:
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    return make.out(case, world.dara, world.lazaward)[0]


def at(invitation: Invitation, days: float) -> None:
    """Run the clock so many days from the last day for answers (its end)."""
    end = timezone.make_aware(timezone.datetime.combine(invitation.enquiry.answer_by, timezone.datetime.max.time()))
    clock.run(end + timedelta(days=days))


def test_the_invited_are_reminded_once_before_the_deadline(invitation: Invitation, world: World) -> None:
    at(invitation, -5)
    assert world.amina.notices.filter(rule="exchange.invitation_reminder").count() == 0
    at(invitation, -2.5)
    at(invitation, -2.4)
    assert world.amina.notices.filter(rule="exchange.invitation_reminder").count() == 1


def test_the_officer_is_warned_before_the_answers_are_due(invitation: Invitation, world: World) -> None:
    at(invitation, -1)
    assert world.dara.notices.filter(rule="exchange.officer_warned").count() == 1


def test_invitations_lapse_and_the_case_closes_by_itself(invitation: Invitation, world: World) -> None:
    at(invitation, 1)
    assert Invitation.objects.get(pk=invitation.pk).state == "lapsed"
    assert Enquiry.objects.get(pk=invitation.enquiry_id).state == "closed"


def test_a_clock_that_stood_still_does_not_remind_of_what_is_over(invitation: Invitation, world: World) -> None:
    at(invitation, 3)
    assert world.amina.notices.filter(rule="exchange.invitation_reminder").count() == 0
    steps = dict(ClockStep.objects.filter(ladder="exchange.invitation").values_list("step", "how"))
    assert steps == {"remind": "overtaken", "lapse": "taken"}


def test_a_moved_deadline_starts_the_ladder_again(invitation: Invitation, world: World) -> None:
    at(invitation, -2.5)
    later = invitation.enquiry.answer_by + timedelta(days=10)
    Enquiry.objects.filter(pk=invitation.enquiry_id).update(answer_by=later)
    invitation.enquiry.refresh_from_db()
    at(invitation, -2.5)
    assert world.amina.notices.filter(rule="exchange.invitation_reminder").count() == 2


def test_a_case_nobody_reads_is_escalated_to_the_head(world: World) -> None:
    Centre.objects.update(rest_days=[])  # whatever day it is today
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing")
    actions.submit(by=world.carlos, enquiry=case)
    clock.run(timezone.now() + timedelta(days=3, hours=1))
    assert world.dara.notices.filter(rule="exchange.officer_warned").count() == 1
    assert world.driss.notices.filter(rule="exchange.head_told").count() == 0
    clock.run(timezone.now() + timedelta(days=7, hours=1))
    assert world.driss.notices.filter(rule="exchange.head_told").count() == 1


def test_a_listing_is_reminded_of_then_expires_and_renews_in_one_click(world: World) -> None:
    listing = make.listing(world.lazaward, world.amina, "Free capacity")
    actions.submit_listing(by=world.amina, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    end = timezone.now() + (listing.expires_on - timezone.localdate())
    clock.run(end - timedelta(days=5))
    assert world.amina.notices.filter(rule="exchange.listing_expiring").count() == 1
    clock.run(end + timedelta(days=2))
    expired = Listing.objects.get(pk=listing.pk)
    assert expired.state == "expired"
    actions.renew(by=world.amina, listing=expired)
    assert (expired.state, expired.expires_on > timezone.localdate()) == ("published", True)


def test_both_sides_are_asked_what_came_of_it_after_a_month(invitation: Invitation, world: World) -> None:
    actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    clock.run(timezone.now() + timedelta(days=31))
    asked = [person.notices.filter(rule="exchange.outcome_asked").count() for person in (world.amina, world.carlos)]
    assert asked == [1, 1]
