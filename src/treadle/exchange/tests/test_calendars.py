"""Due dates as a calendar: what is in it, in whose time, and who can read it."""

from django.test import Client
from icalendar import Calendar
from world import World, code

from treadle.demo import make
from treadle.exchange import actions, calendars
from treadle.exchange.models import Enquiry


def out(world: World, title: str = "Dyeing, six shades; navy") -> Enquiry:
    enquiry = make.enquiry(world.ostermeer, world.carlos, title, codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    make.out(enquiry, world.dara, world.lazaward)
    enquiry.refresh_from_db()
    return enquiry


def read(address: str) -> dict[str, object]:
    answer = Client().get("/" + address.split("/", 3)[3])
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return {str(event["summary"]): event["dtend"].dt for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_everybody_has_the_moments_that_are_due_to_them(world: World) -> None:
    enquiry = out(world)
    for person in (world.dara, world.amina, world.carlos):
        assert read(calendars.address_of(person)) == {enquiry.title: enquiry.deadline}
    for person in (world.hugo, world.esther, world.efua):
        assert read(calendars.address_of(person)) == {}


def test_a_supplier_does_not_read_who_asks(world: World) -> None:
    out(world)
    path = "/" + calendars.address_of(world.amina).split("/", 3)[3]
    assert b"Ostermeer" not in Client().get(path).content


def test_what_was_answered_is_no_longer_due(world: World) -> None:
    enquiry = out(world)
    actions.answer(by=world.amina, invitation=enquiry.invitations.get(), state="interested", fields={})
    assert read(calendars.address_of(world.amina)) == {}


def test_a_forged_address_and_one_from_before_a_new_password_lead_nowhere(world: World) -> None:
    address = calendars.address_of(world.dara)
    path = "/" + address.split("/", 3)[3]
    world.dara.set_password("another one, quite long")
    world.dara.save()
    assert Client().get(path).status_code == 404
    assert Client().get("/calendar/forged.ics").status_code == 404
    type(world.dara).objects.filter(pk=world.dara.pk).update(is_active=False)
    assert Client().get("/" + calendars.address_of(world.dara).split("/", 3)[3]).status_code == 404
