"""Work on many records at once: picked by filters, assigned, tagged, asked, written to."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from world import World

from treadle.demo import make
from treadle.directory import bulk, centres
from treadle.directory.detailed import Tag
from treadle.directory.letters import Letter, LetterCopy, OptOut
from treadle.directory.models import Organisation, Staff
from treadle.kit import events
from treadle.kit.models import Mail

BACKEND = "django.contrib.auth.backends.ModelBackend"
LETTER = {"subject": "To {organisation}", "body": "Dear {person}"}
URL = "/organisations/databank/records/"


def some(world: World) -> list[Organisation]:
    quiet = make.organisation("Quiet works", country_code="MA", town="Salé")
    make.contact(quiet, "Nora", "nora@quiet.example", languages=["fr"])
    return [world.lazaward, quiet, make.organisation("Nobody there", country_code="MA")]


def officer(world: World, name: str = "dara") -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.everybody()[name], backend=BACKEND)
    return client


def test_records_are_assigned_to_somebody_of_the_centre(world: World) -> None:
    rows = some(world)
    assert bulk.assign(by=world.dara, centre=world.fes, organisations=rows, to=world.driss) == 3
    assert bulk.assign(by=world.dara, centre=world.fes, organisations=rows, to=world.driss) == 0
    world.lazaward.refresh_from_db()
    assert world.lazaward.officer == world.driss
    event = events.history(world.lazaward).first()
    assert event is not None and event.verb == "directory.organisation.assigned"
    with pytest.raises(ValidationError):
        bulk.assign(by=world.dara, centre=world.fes, organisations=rows, to=world.esther)
    centres.dismiss(by=world.farid, post=Staff.objects.get(person=world.driss))
    world.lazaward.refresh_from_db()
    assert world.lazaward.officer is None


def test_tags_are_put_on_and_taken_off_and_only_the_centre_sees_them(world: World, client: Client) -> None:
    rows = some(world)
    assert bulk.tag(by=world.dara, centre=world.fes, organisations=rows[:2], word=" Hidden Fair  2027 ") == 2
    assert bulk.tag(by=world.dara, centre=world.fes, organisations=rows, word="hidden fair 2027") == 1
    page = officer(world).get(URL, {"tag": "hidden fair 2027"}).content.decode()
    assert "hidden fair 2027" in page and "3 records" in page
    assert b"hidden fair" not in client.get(world.lazaward.get_absolute_url()).content
    assert b"hidden fair" not in officer(world, "esther").get(URL).content
    assert bulk.tag(by=world.dara, centre=world.fes, organisations=rows, word="hidden fair 2027", on=False) == 3
    assert Tag.objects.count() == 0
    with pytest.raises(ValidationError):
        bulk.tag(by=world.dara, centre=world.fes, organisations=rows, word="  ")


def test_those_who_speak_for_them_are_asked(world: World) -> None:
    assert bulk.ask(by=world.dara, centre=world.fes, organisations=some(world)) == 1
    bulk.ask_some.func([world.lazaward.pk], world.dara.pk)  # type: ignore[attr-defined]
    assert world.amina.notices.filter(rule="directory.confirm_asked").count() == 1


def test_nobody_else_works_on_them_and_no_centre_on_anothers(world: World) -> None:
    rows = some(world)
    acts: list[Any] = [
        lambda by, rows=rows: bulk.assign(by=by, centre=world.fes, organisations=rows, to=None),
        lambda by, rows=rows: bulk.tag(by=by, centre=world.fes, organisations=rows, word="x"),
        lambda by, rows=rows: bulk.ask(by=by, centre=world.fes, organisations=rows),
        lambda by, rows=rows: bulk.write(by=by, centre=world.fes, organisations=rows, subject="s", body="b"),
    ]
    for act in acts:
        for name in ("amina", "bai", "carlos", "efua", "esther", "hugo"):
            with pytest.raises(PermissionDenied):
                act(world.everybody()[name])
        with pytest.raises(PermissionDenied):
            act(world.dara, rows=[world.wend_panga])
        with pytest.raises(ValidationError):
            act(world.dara, rows=[])
    assert Tag.objects.count() == Letter.objects.count() == 0


def test_a_letter_goes_once_to_each_who_speaks_else_to_the_first_contact(world: World) -> None:
    rows = some(world)
    letter = bulk.write(
        by=world.dara,
        centre=world.fes,
        organisations=rows,
        subject="News for {organisation}",
        body="Dear {person} in {town}, {nonsense} {0}",
    )
    assert sorted(letter.copies.values_list("email", flat=True)) == ["amina@example.org", "ines@example.org", "nora@quiet.example"]
    bulk.post_letter.func(letter.pk)  # type: ignore[attr-defined]
    bulk.post_letter.func(letter.pk)  # type: ignore[attr-defined]
    mails = {mail.to: mail for mail in Mail.objects.filter(subject__startswith="News for")}
    assert len(mails) == 3 and Mail.objects.filter(subject__startswith="News for").count() == 3
    nora = mails["nora@quiet.example"]
    assert nora.subject == "News for Quiet works" and "Dear Nora in Salé, {nonsense} {0}" in nora.text and nora.language == "fr"
    assert bulk.stop_link("nora@quiet.example") in nora.text


def test_who_wants_no_letters_gets_none_even_of_one_on_its_way(world: World, client: Client) -> None:
    rows = some(world)
    letter = bulk.write(by=world.dara, centre=world.fes, organisations=rows, subject="First", body="b")
    path = bulk.stop_link("nora@quiet.example").partition("/organisations")
    url = "/organisations" + path[2]
    assert b"nora@quiet.example" in client.get(url).content and OptOut.objects.count() == 0  # a look changes nothing
    client.post(url, {"do": "stop"})
    bulk.post_letter.func(letter.pk)  # type: ignore[attr-defined]
    assert not Mail.objects.filter(to="nora@quiet.example").exists()
    assert "nora@quiet.example" not in [copy.email for copy in bulk.recipients(rows)]
    client.post(url, {"do": "again"})
    assert "nora@quiet.example" in [copy.email for copy in bulk.recipients(rows)]
    assert client.get("/organisations/letters/stop/forged/").status_code == 404


def test_a_letter_without_words_or_readers_is_not_sent(world: World) -> None:
    for subject, body in (("", "b"), ("s", " ")):
        with pytest.raises(ValidationError):
            bulk.write(by=world.dara, centre=world.fes, organisations=some(world)[:1], subject=subject, body=body)
    with pytest.raises(ValidationError):
        bulk.write(by=world.dara, centre=world.fes, organisations=[make.organisation("Silent", country_code="MA")], subject="s", body="b")
    assert LetterCopy.objects.count() == 0


def test_the_page_picks_by_tick_or_all_that_the_filters_find(world: World) -> None:
    some(world)
    client = officer(world)
    client.post(f"{URL}?q=quiet", {"do": "tag", "word": "one", "all": "1"})
    assert [str(each) for each in Tag.objects.get(word="one").organisations.all()] == ["Quiet works"]
    client.post(URL, {"do": "tag", "word": "two", "pk": [world.lazaward.pk, world.wend_panga.pk, "x"]})
    assert [str(each) for each in Tag.objects.get(word="two").organisations.all()] == ["Teinturerie Lazaward"]
    assert client.post(URL, {"do": "nonsense", "all": "1"}).status_code == 404


def test_a_letter_is_seen_before_it_goes_and_goes_once(world: World) -> None:
    some(world)
    client = officer(world)
    ask = client.post(f"{URL}?q=quiet", {"do": "write", "all": "1"}).content.decode()
    assert "1 address gets a copy" in ask
    seen = client.post(f"{URL}?q=quiet", {"do": "preview", "all": "1", **LETTER}).content.decode()
    assert "To Quiet works" in seen and "Dear Nora" in seen and Letter.objects.count() == 0
    token = seen.partition('name="form_token" value="')[2].partition('"')[0]
    for _time in range(2):
        client.post(f"{URL}?q=quiet", {"do": "send", "all": "1", **LETTER, "form_token": token})
    assert Letter.objects.count() == 1


def test_writing_to_more_takes_no_more_queries(world: World) -> None:
    rows, counts = some(world), []
    rows += [make.organisation(f"Further {number}", country_code="MA") for number in range(6)]
    for size in (2, 9):
        fresh = list(Organisation.objects.filter(pk__in=[each.pk for each in rows[:size]]))
        with CaptureQueriesContext(connection) as seen:
            bulk.recipients(fresh)
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "query", ["?near=Nowhere&sort=distance", "?officer=%C2%B2", "?officer=999999999999999999999", "?box=1,2,3", "?sort=people"]
)
def test_nothing_typed_into_the_address_breaks_the_list(world: World, query: str) -> None:
    assert officer(world).get(URL + query).status_code == 200


def test_the_list_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = officer(world), []
    for number in range(3):
        made = make.organisation(f"Velvet {number}", country_code="MA")
        bulk.tag(by=world.dara, centre=world.fes, organisations=[made], word="velvet")
        if number in (0, 2):
            client.get(URL, {"tag": "velvet"})
            with CaptureQueriesContext(connection) as seen:
                client.get(URL, {"tag": "velvet"})
            counts.append(len(seen))
    assert counts[0] == counts[1]
