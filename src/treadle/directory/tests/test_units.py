"""Units that exist through the organisation that speaks for them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from world import World

from treadle.demo import make
from treadle.directory import actions, members, policy, queries, units
from treadle.directory.models import Membership, Organisation, Person
from treadle.directory.visibility import choose
from treadle.exchange import actions as exchange
from treadle.kit import events

BACKEND = "django.contrib.auth.backends.ModelBackend"
FORTY = "\n".join(f"Member {number}; Village {number % 7}; Dried mango" for number in range(40))


def entered(world: World, *, is_shown: bool = False) -> list[Organisation]:
    found, faults = units.read_lines(FORTY)
    assert faults == []
    return units.enter_units(by=world.efua, organisation=world.wend_panga, units=found, is_shown=is_shown)


def test_a_union_enters_forty_units_and_only_it_and_its_centre_see_them(world: World) -> None:
    made = entered(world)
    assert len(made) == 40 and made[0].capabilities.get().text == "Dried mango"
    assert made[0].stated["capability"]["who"] == "union" and made[0].centre == world.douala
    seen = {name for name, person in world.everybody().items() if queries.visible_to(person).filter(pk=made[3].pk).exists()}
    assert seen == {"efua", "esther", "farid", "grace", "root"}
    assert not queries.visible_to(None).filter(pk=made[3].pk).exists()
    assert events.history(world.wend_panga).first().verb == "directory.units.entered"  # type: ignore[union-attr]


def test_it_edits_them_shows_them_and_is_told_of_their_cases(world: World) -> None:
    unit = entered(world)[0]
    actions.edit_organisation(by=world.efua, organisation=unit, version=unit.version, fields={"employees": 3, "women": 3})
    assert unit.stated["employees"]["who"] == "union"
    units.show(by=world.efua, unit=unit, is_shown=True)
    assert queries.visible_to(None).filter(pk=unit.pk).exists()
    assert queries.speakers(unit) == [world.efua]
    draft = exchange.start(by=world.efua, organisation=unit, fields={"kind": "supply", "title": "Jars", "text": "Jars", "language": "en"})
    assert draft.organisation == unit
    units.show(by=world.efua, unit=unit, is_shown=False)
    assert not queries.visible_to(None).filter(pk=unit.pk).exists()


def test_outsiders_change_nothing(world: World) -> None:
    unit = entered(world)[0]
    for person in (world.amina, world.hugo, world.dara):
        for change in (
            lambda person=person: units.enter_units(by=person, organisation=world.wend_panga, units=[], is_shown=True),
            lambda person=person: units.show(by=person, unit=unit, is_shown=True),
            lambda person=person: units.leave(by=person, unit=unit),
        ):
            with pytest.raises(PermissionDenied):
                change()


def test_a_reader_of_the_union_speaks_for_no_unit(world: World) -> None:
    entered(world)
    make.member(world.hugo, world.wend_panga, "reader")
    assert policy.through(world.hugo) == set()


def test_an_editor_of_the_union_edits_units_and_decides_nothing_about_whose_they_are(world: World) -> None:
    unit = entered(world)[0]
    make.member(world.hugo, world.wend_panga, "editor")
    actions.edit_organisation(by=world.hugo, organisation=unit, version=unit.version, fields={"employees": 3})
    for act in (
        lambda: members.invite_member(by=world.hugo, organisation=unit, email="hugo@example.org", role="owner"),
        lambda: units.leave(by=world.hugo, unit=unit),
        lambda: choose(by=world.hugo, organisation=unit, wanted={"people": "members"}),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_unit_that_was_handed_over_as_a_draft_can_be_shown_by_its_owner(world: World, client: Client) -> None:
    unit = entered(world)[0]
    make.member(world.hugo, unit, "owner")
    client.force_login(world.hugo, backend=BACKEND)
    url = f"{unit.get_absolute_url()}act/"
    client.post(url, {"do": "leave"})
    assert client.post(url, {"do": "leave"}).status_code == 302  # said twice: told, not broken
    assert b'value="show"' in client.get(unit.get_absolute_url()).content
    client.post(url, {"do": "show"})
    unit.refresh_from_db()
    assert (unit.state, unit.parent) == ("public", None)


def test_several_numbers_in_one_cell_are_several_contacts(world: World) -> None:
    found, faults = units.read_lines("Awa; Bobo; mango; +226 70 11 22 33 / +226 70 44 55 66")
    assert faults == []
    (unit,) = units.enter_units(by=world.efua, organisation=world.wend_panga, units=found, is_shown=False)
    assert sorted(unit.contacts.values_list("phone", flat=True)) == ["+226 70 11 22 33", "+226 70 44 55 66"]


def test_an_enterprise_has_no_units_of_this_kind(world: World) -> None:
    with pytest.raises(ValidationError):
        units.enter_units(by=world.amina, organisation=world.lazaward, units=[units.Unit("Hidden")], is_shown=True)
    assert Organisation.objects.filter(name="Hidden").count() == 0


def test_the_record_is_handed_over_when_the_unit_wants_it(world: World) -> None:
    unit = entered(world)[0]
    invitation = members.invite_member(by=world.efua, organisation=unit, email="hugo@example.org", role="owner")
    members.accept_invitation(by=world.hugo, invitation=invitation)
    efua = Person.objects.get(pk=world.efua.pk)
    assert unit.pk not in policy.through(efua) and len(policy.through(efua)) == 39
    with pytest.raises(PermissionDenied):
        actions.edit_organisation(by=efua, organisation=unit, version=unit.version, fields={"town": "Elsewhere"})
    assert queries.speakers(unit) == [world.hugo]
    units.leave(by=world.hugo, unit=unit)
    unit.refresh_from_db()
    assert unit.parent is None and queries.owners(unit) == [world.hugo]
    with pytest.raises(ValidationError):
        units.leave(by=world.hugo, unit=unit)


def test_a_list_with_faults_enters_nothing_and_loses_nothing(world: World, client: Client) -> None:
    client.force_login(world.efua, backend=BACKEND)
    typed = "Awa; Bobo; mango\n; Bobo\nAwa; Bobo\nMaïmouna; Koudougou; shea; not a number"
    page = client.post(
        f"/organisations/{world.wend_panga.pk}/units/", {"lines_typed": typed}, headers={"accept-language": "en"}
    ).content.decode()
    assert all(f"Line {number}" in page for number in (2, 3, 4)) and "Line 1" not in page
    assert "Maïmouna; Koudougou; shea; not a number" in page
    assert Organisation.objects.filter(parent=world.wend_panga).count() == 0
    done = client.post(f"/organisations/{world.wend_panga.pk}/units/", {"lines_typed": "Awa; Bobo; mango; +226 70 11 22 33"})
    assert done.status_code == 302
    assert Organisation.objects.get(parent=world.wend_panga).contacts.get().phone == "+226 70 11 22 33"


def test_the_list_takes_as_many_queries_for_three_units_as_for_one(world: World, client: Client) -> None:
    client.force_login(world.efua, backend=BACKEND)
    counts = []
    for number in (1, 3):
        units.enter_units(
            by=world.efua, organisation=world.wend_panga, units=[units.Unit(f"U{number}-{at}") for at in range(number)], is_shown=False
        )
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/organisations/{world.wend_panga.pk}/units/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert Membership.objects.filter(organisation__parent=world.wend_panga).count() == 0
