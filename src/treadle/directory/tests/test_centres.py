"""Centres: who opens them, what they serve, who works there, what happens when somebody leaves."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from world import World

from treadle.directory import centres, policy, queries
from treadle.directory.models import Centre, Staff
from treadle.exchange import actions
from treadle.exchange.models import Enquiry
from treadle.kit import events
from treadle.kit.models import Notice
from treadle.kit.policy import Refused

OUTSIDERS = ("amina", "carlos", "dara", "driss", "esther", "grace", "hugo")


def test_a_centre_is_opened_for_its_territory_and_staffed(world: World) -> None:
    centre = centres.open_centre(by=world.farid, name="Exchange of Kigali", sort="spx", country="RW", territory=["RW", "UG"])
    centres.appoint(by=world.farid, person=world.hugo, centre=centre, role="officer")
    assert (queries.centre_for("UG"), [str(person) for person in queries.officers(centre)]) == (centre, ["Hugo"])
    assert policy.works(world.hugo)
    verbs = {event.verb for event in events.history(centre.organisation)}
    assert {"directory.centre.opened", "directory.staff.appointed"} <= verbs
    assert Notice.objects.get(person=world.hugo).rule == "directory.appointed"


@pytest.mark.parametrize("name", OUTSIDERS)
def test_only_the_head_of_the_network_opens_and_changes_centres(world: World, name: str) -> None:
    person = getattr(world, name)
    with pytest.raises(Refused):
        centres.open_centre(by=person, name="Mine", sort="spx", country="MA")
    with pytest.raises(Refused):
        centres.change_centre(by=person, centre=world.fes, sort="itpo", territory=["FR"])
    assert sorted(world.fes.territory.values_list("pk", flat=True)) == ["MA", "TN"]
    assert not Centre.objects.filter(organisation__name="Mine").exists()


def test_what_a_centre_serves_is_changed_and_kept_in_its_history(world: World) -> None:
    centres.change_centre(by=world.farid, centre=world.fes, sort="itpo", territory=["MA", "SN"])
    assert queries.centre_for("SN") == world.fes
    event = events.history(world.fes.organisation).filter(verb="directory.centre.changed").get()
    assert event.changes == {"sort": ["spx", "itpo"], "territory": [["MA", "TN"], ["MA", "SN"]]}


def test_a_centre_that_serves_nobody_is_refused(world: World) -> None:
    with pytest.raises(ValidationError, match="at least one country"):
        centres.change_centre(by=world.farid, centre=world.fes, sort="spx", territory=[])


@pytest.mark.parametrize("name", ["amina", "dara", "esther", "grace", "hugo"])
def test_only_heads_appoint_and_dismiss(world: World, name: str) -> None:
    person = getattr(world, name)
    post = Staff.objects.get(person=world.dara, centre=world.fes)
    with pytest.raises(Refused):
        centres.appoint(by=person, person=world.hugo, centre=world.fes, role="head")
    with pytest.raises(Refused):
        centres.dismiss(by=person, post=post)
    assert Staff.objects.filter(pk=post.pk).exists()
    assert not Staff.objects.filter(person=world.hugo).exists()


def test_open_cases_of_whoever_leaves_go_back_to_the_desk(world: World) -> None:
    enquiry = actions.enter_call(
        by=world.dara, organisation=world.ostermeer, phoned_by="Jan", codes=[],
        fields={"kind": "capacity", "title": "Dyeing", "text": "Dyeing of cotton", "language": "en", "quantity": None, "unit": "",
                "per": "", "answer_by": timezone.localdate() + timedelta(days=14)},
    )  # fmt: skip
    assert Enquiry.objects.get(pk=enquiry.pk).officer == world.dara
    centres.dismiss(by=world.driss, post=Staff.objects.get(person=world.dara))
    assert Enquiry.objects.get(pk=enquiry.pk).officer is None
    assert Notice.objects.filter(person=world.driss, rule="exchange.case_released").count() == 1
    assert events.history(enquiry).filter(verb="exchange.enquiry.assigned").first().changes == {"officer": ["Dara", ""]}
    client = Client()
    client.force_login(world.dara)
    assert client.get("/desk/").status_code == 404


def test_a_head_office_keeps_a_head(world: World) -> None:
    post = Staff.objects.get(person=world.farid)
    with pytest.raises(ValidationError, match="needs a head"):
        centres.dismiss(by=world.farid, post=post)
    with pytest.raises(ValidationError, match="needs a head"):
        centres.appoint(by=world.farid, person=world.farid, centre=world.head, role="officer")


def test_the_pages_open_appoint_and_dismiss(world: World) -> None:
    client = Client()
    client.force_login(world.farid)
    asked = {"name": "Exchange of Kigali", "sort": "spx", "country": "RW", "territory": ["RW", "UG"], "form_token": "one"}
    answer = client.post("/organisations/centres/new/", asked)
    centre = Centre.objects.get(organisation__name="Exchange of Kigali")
    assert answer["Location"] == centre.get_absolute_url()
    unknown = client.post(centre.get_absolute_url(), {"do": "appoint", "email": "nobody@example.org", "role": "head"})
    assert "Nobody has signed up with nobody@example.org" in unknown.content.decode()
    client.post(centre.get_absolute_url(), {"do": "appoint", "email": "hugo@example.org", "role": "officer", "form_token": "two"})
    post = Staff.objects.get(centre=centre)
    client.post(centre.get_absolute_url(), {"do": "role", "item": post.pk, "role": "head"})
    assert Staff.objects.get(centre=centre).role == "head"
    client.post(centre.get_absolute_url(), {"do": "end", "item": post.pk})
    assert not Staff.objects.filter(centre=centre).exists()


def test_visitors_see_what_a_centre_serves_and_nobody_by_name(client: Client, world: World) -> None:
    page = client.get(world.fes.get_absolute_url()).content.decode()
    assert "Tunisia" in page
    assert "Dara" not in page
    assert "Driss" not in page
    assert client.post(world.fes.get_absolute_url(), {"do": "appoint", "email": "hugo@example.org", "role": "head"}).status_code == 404
