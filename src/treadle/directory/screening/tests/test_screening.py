"""Screening: lists read, names in other scripts and orders, grades, two people, de-listing, nobody passes in silence."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from world import World

from treadle.demo import make
from treadle.directory import actions as directory
from treadle.directory.imports.faults import FileFault
from treadle.directory.models import Name, Organisation
from treadle.directory.screened import Hit, Listed, Screened, WatchList
from treadle.directory.screening import hits, jobs, lists, names
from treadle.exchange import actions as exchange
from treadle.kit import events

State = Hit.State
BACKEND = "django.contrib.auth.backends.ModelBackend"
XML = """<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-05-04T10:00:00Z"><INDIVIDUALS>{people}</INDIVIDUALS>
<ENTITIES>{bodies}</ENTITIES></CONSOLIDATED_LIST>"""
PERSON = """<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Qasim</FIRST_NAME><SECOND_NAME>Muhammad</SECOND_NAME>
<THIRD_NAME>Al-Tawfiq</THIRD_NAME>
<REFERENCE_NUMBER>QDi.901</REFERENCE_NUMBER><LISTED_ON>2011-03-02</LISTED_ON><COMMENTS1>Invented for tests</COMMENTS1>
<NAME_ORIGINAL_SCRIPT>قاسم محمد التوفيق</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>Morocco</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Abu Zubayr the Weaver</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><COUNTRY>Tunisia</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-05-31</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"""
OTHER = """<INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>Ivan</FIRST_NAME><SECOND_NAME>Petrovich</SECOND_NAME><THIRD_NAME>Zarubin</THIRD_NAME>
<REFERENCE_NUMBER>XXi.002</REFERENCE_NUMBER><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR>
<TO_YEAR>1963</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"""
BODY = """<ENTITY><DATAID>3</DATAID><FIRST_NAME>Karkoum Minerals Trading Company</FIRST_NAME><REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER>
<ENTITY_ALIAS><ALIAS_NAME>Karkum Mining</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS><COUNTRY>Sudan</COUNTRY></ENTITY_ADDRESS></ENTITY>"""


def a_list(tmp_path: Path, people: str = PERSON + OTHER, bodies: str = BODY, name: str = "UN") -> WatchList:
    path = tmp_path / "list.xml"
    path.write_text(XML.format(people=people, bodies=bodies), encoding="utf-8")
    return lists.load(by=None, path=path, name=name)


def record(contact: str = "", name: str = "Ordinary Works", country: str = "MA") -> Organisation:
    made = make.organisation(name, country_code=country)
    if contact:
        make.contact(made, contact)
    return made


def found(organisation: Organisation) -> list[Hit]:
    hits.screen(by=None, organisation=organisation)
    return list(organisation.screening_hits.filter(state=State.OPEN))


# Reading ----------------------------------------------------------------------------------------------------------------------------


def test_the_un_list_is_read_with_names_aliases_births_and_countries(world: World, tmp_path: Path) -> None:
    made = a_list(tmp_path)
    assert (made.as_of, made.entries_count) == (date(2026, 5, 4), 3)
    person = Listed.objects.get(reference="QDi.901")
    assert (person.kind, person.name) == ("person", "Qasim Muhammad Al-Tawfiq")
    assert person.aliases == ["Abu Zubayr the Weaver", "قاسم محمد التوفيق"]
    assert (person.births, person.countries, person.listed_on) == (["1971-05-31"], ["MA", "TN"], date(2011, 3, 2))
    assert Listed.objects.get(reference="XXi.002").births == ["1960", "1961", "1962", "1963"]
    assert (body := Listed.objects.get(kind="body")).countries == ["SD"] and body.aliases == ["Karkum Mining"]


def test_a_table_of_names_is_a_list_too(world: World, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "id;schema;name;aliases;birth_date;countries\nA1;Person;Nadia Ferrand;N. Ferrand|Nadja F;1980-02-03;fr;\nA2;Company;Zed Ltd;;;gb\n"
    )
    lists.load(by=None, path=path, name="Table")
    rows = [(each.reference, each.kind, each.aliases, each.births, each.countries) for each in Listed.objects.all()]
    assert rows == [("A1", "person", ["N. Ferrand", "Nadja F"], ["1980-02-03"], ["FR"]), ("A2", "body", [], [], ["GB"])]


LATE = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<html><body>no list</body></html>", b"<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>", b"town,street\nFez,1\n",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>',
        b"name,country\n,MA\n", b"<?xml version='1.0'?>" + b" " * 5000 + LATE,
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_and_changes_nothing(world: World, tmp_path: Path, content: bytes) -> None:
    a_list(tmp_path)
    path = tmp_path / "bad"
    path.write_bytes(content)
    with pytest.raises(FileFault):
        lists.load(by=None, path=path, name="UN")
    assert WatchList.objects.get().entries_count == 3 and Listed.objects.filter(delisted_on=None).count() == 3


# Names --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelled",
    ["Qasim Muhammad Al-Tawfiq", "AL TAWFIQ, Kassem Mohammed", "Kacem Mohamed Taoufik", "قاسم محمد التوفيق",
     "Qasim al-Tawfiq", "Касим Мухаммад Тауфик",
     "Mr. Qassem Mohamad Tawfeeq"],
)  # fmt: skip
def test_other_orders_scripts_and_spellings_are_found(world: World, tmp_path: Path, spelled: str) -> None:
    a_list(tmp_path)
    (hit,) = found(record(spelled))
    assert hit.listed.reference == "QDi.901" and hit.role == "contact"


@pytest.mark.parametrize(
    "other", ["Mohammed Alami", "Qasim", "Fatima Zahra Bennis", "Ivan Ivanov", "Petr Zarubezhny", "محمد", "Carlos Muhammad Ruiz"]
)
def test_other_people_are_not(world: World, tmp_path: Path, other: str) -> None:
    a_list(tmp_path)
    assert found(record(other)) == []


def test_bodies_are_held_against_bodies_under_every_name(world: World, tmp_path: Path) -> None:
    a_list(tmp_path)
    made = record(name="Plain Name")
    directory.save_part(by=None, part=Name(organisation=made, sort="former", text="KARKOUM MINERALS TRADING CO. LTD"))
    (hit,) = found(made)
    assert (hit.role, hit.listed.kind, hit.grade) == ("name", "body", "weak")  # another country
    assert found(record(name="Moroccan Minerals Trading Company")) == []
    assert found(record("Karkoum Minerals")) == []


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9), min_size=2, max_size=4, unique=True), st.randoms())
def test_the_order_of_words_never_counts(parts: list[str], random: object) -> None:
    turned = list(parts)
    random.shuffle(turned)  # type: ignore[attr-defined]
    weights = names.rarities([" ".join(parts)])
    if len(names.words(" ".join(parts))) >= 2:
        assert names.person_agreement(" ".join(parts), " ".join(turned), weights) > 0.95


@given(st.text(max_size=40), st.text(max_size=40))
def test_agreement_is_between_nothing_and_all_and_the_same_both_ways(one: str, other: str) -> None:
    there = names.person_agreement(one, other, {})
    assert 0 <= there <= 1
    assert abs(there - names.person_agreement(other, one, {})) < 1e-9


# Grades -------------------------------------------------------------------------------------------------------------------------------


def test_a_name_alone_is_possible_at_most_and_what_contradicts_makes_it_weak(world: World, tmp_path: Path) -> None:
    a_list(tmp_path)
    (alone,) = found(record("Ivan Petrovich Zarubin", country="KE"))
    assert alone.grade == "possible"
    hits.know(by=world.farid, hit=alone, birth="1962-08-08")
    assert alone.grade == "strong"
    hits.know(by=world.farid, hit=alone, birth="1990")
    assert alone.grade == "weak"
    (with_country,) = found(record("Qasim Muhammad Al-Tawfiq", country="TN"))
    assert with_country.grade == "strong"
    (elsewhere,) = found(record("Qasim Muhammad Al-Tawfiq", country="KE"))
    assert elsewhere.grade == "weak"
    hits.know(by=world.farid, hit=elsewhere, birth="1971")
    assert elsewhere.grade == "strong"


# Two people ---------------------------------------------------------------------------------------------------------------------------


def strong(world: World, tmp_path: Path) -> Hit:
    a_list(tmp_path)
    make.contact(world.lazaward, "Qasim Muhammad Al-Tawfiq")
    (hit,) = found(world.lazaward)
    assert hit.grade == "strong"
    return hit


def test_two_people_clear_a_hit_each_with_a_reason(world: World, tmp_path: Path) -> None:
    hit = strong(world, tmp_path)
    with pytest.raises(ValidationError):
        hits.clear(by=world.dara, hit=hit, reason="  ")
    hits.clear(by=world.dara, hit=hit, reason="Born in 1990, passport seen")
    assert hit.state == State.PROPOSED and hits.stops(world.lazaward) == [hit]
    with pytest.raises(ValidationError):
        hits.clear(by=world.dara, hit=hit, reason="I said so")
    hits.clear(by=world.driss, hit=hit, reason="Passport seen too")
    assert hit.state == State.CLEARED and hits.stops(world.lazaward) == []
    verbs = [event.verb for event in events.history(world.lazaward) if "screening" in event.verb]
    assert verbs == ["directory.screening.cleared", "directory.screening.proposed", "directory.screening.hit"]
    assert found(world.lazaward) == []  # it is not asked again
    with pytest.raises(ValidationError):
        hits.clear(by=world.driss, hit=hit, reason="Again")
    hits.reopen(by=world.dara, hit=hit, reason="Another passport turned up")
    assert hit.state == State.OPEN and hits.stops(world.lazaward) == [hit]


def test_a_name_alone_is_never_confirmed(world: World, tmp_path: Path) -> None:
    a_list(tmp_path)
    (hit,) = found(record("Ivan Petrovich Zarubin", country="MA"))
    with pytest.raises(ValidationError):
        hits.confirm(by=world.dara, hit=hit, reason="Same name")
    hits.know(by=world.dara, hit=hit, birth="1961")
    hits.confirm(by=world.dara, hit=hit, reason="Birth year in the licence")
    assert hit.state == State.CONFIRMED


def test_only_the_centre_sees_and_decides_and_never_the_record_itself(world: World, tmp_path: Path) -> None:
    hit = strong(world, tmp_path)
    for name in ("amina", "bai", "carlos", "efua", "esther", "hugo", "ines"):
        person = world.everybody()[name]
        for act in (
            lambda person=person: hits.clear(by=person, hit=hit, reason="x"),
            lambda person=person: hits.confirm(by=person, hit=hit, reason="x"),
            lambda person=person: hits.know(by=person, hit=hit, birth="1971"),
            lambda person=person: hits.reopen(by=person, hit=hit, reason="x"),
            lambda person=person: hits.screen(by=person, organisation=world.lazaward),
        ):
            with pytest.raises(PermissionDenied):
                act()
    client = Client(headers={"accept-language": "en"})
    for name in ("amina", "carlos"):
        client.force_login(world.everybody()[name], backend=BACKEND)
        assert b"Screening" not in client.get(world.lazaward.get_absolute_url()).content
        assert client.get(f"/organisations/databank/screening/{hit.pk}/").status_code == 404
    client.force_login(world.dara, backend=BACKEND)
    assert b"Qasim" in client.get(world.lazaward.get_absolute_url()).content


def test_lists_are_loaded_by_the_head_of_the_network(world: World, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(XML.format(people=PERSON, bodies=""), encoding="utf-8")
    for name, person in world.everybody().items():
        if name not in ("farid", "root"):
            with pytest.raises(PermissionDenied):
                lists.load(by=person, path=path, name="UN")
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend=BACKEND)
    upload = SimpleUploadedFile("list.xml", path.read_bytes())
    assert client.post("/organisations/databank/screening/", {"name": "UN", "upload": upload}).status_code == 404
    client.force_login(world.farid, backend=BACKEND)
    upload = SimpleUploadedFile("list.xml", path.read_bytes())
    assert client.post("/organisations/databank/screening/", {"name": "UN", "upload": upload}).status_code == 302
    assert WatchList.objects.get().entries_count == 1


def test_a_newer_list_is_seen_however_many_there_are(world: World, tmp_path: Path) -> None:
    made = record("Ivan Petrovich Zarubin", country="KE")
    for name in "ABCDE":
        a_list(tmp_path, people=PERSON, name=name)
    assert found(made) == []
    a_list(tmp_path, people=OTHER, name="A")
    assert len(found(made)) == 1


def test_a_list_that_says_no_kinds_is_held_against_bodies_and_persons(world: World, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,country\nKarkoum Minerals Trading,MA\nIvan Petrovich Zarubin,\n")
    lists.load(by=None, path=path, name="Table")
    assert len(found(record(name="Karkoum Minerals Trading"))) == 1
    assert len(found(record("Zarubin Ivan Petrovich"))) == 1
    assert len(found(record(name="Ivan Petrovich Zarubin"))) == 1  # who trades under their own name


def test_a_contact_of_the_same_name_hides_no_body(world: World, tmp_path: Path) -> None:
    a_list(tmp_path)
    made = record("Karkoum Minerals Trading Company", name="Karkoum Minerals Trading Company")
    assert [hit.listed.kind for hit in found(made)] == ["body"]


def test_rows_of_one_reference_are_names_of_one_and_rows_without_one_keep_their_identity(world: World, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("reference,name,country\n7,Nadia Ferrand,FR\n7,Nadja Ferrandi,FR\n,Ivan Petrovich Zarubin,RU\n")
    lists.load(by=None, path=path, name="Table")
    assert Listed.objects.get(reference="7").aliases == ["Nadja Ferrandi"]
    (hit,) = found(record("Zarubin Ivan Petrovich"))
    path.write_text("reference,name,country\n,Somebody Before,KE\n7,Nadia Ferrand,FR\n,Ivan Petrovich Zarubin,RU\n")
    lists.load(by=None, path=path, name="Table")
    hit.refresh_from_db()
    assert (hit.listed.name, hit.listed.delisted_on, hit.state) == ("Ivan Petrovich Zarubin", None, State.OPEN)


def test_a_decision_taken_while_the_machine_looks_stands(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hit = strong(world, tmp_path)
    real = hits.grade_of

    def meanwhile(one: Hit) -> str:
        Hit.objects.filter(pk=hit.pk).update(state=State.CONFIRMED, second_reason="Decided")
        return real(one)

    monkeypatch.setattr(hits, "grade_of", meanwhile)
    hits.screen(by=None, organisation=world.lazaward)
    hit.refresh_from_db()
    assert (hit.state, hit.second_reason) == (State.CONFIRMED, "Decided")


# Over time ----------------------------------------------------------------------------------------------------------------------------


def test_who_is_delisted_is_let_go_and_who_is_listed_later_is_found(world: World, tmp_path: Path) -> None:
    hit = strong(world, tmp_path)
    a_list(tmp_path, people=OTHER)
    hit.refresh_from_db()
    assert hit.state == State.DELISTED and hits.stops(world.lazaward) == []
    a_list(tmp_path, people=PERSON)
    told = world.dara.notices.filter(rule="directory.screening_hit").count()
    assert [each.pk for each in found(world.lazaward)] == [hit.pk]
    assert world.dara.notices.filter(rule="directory.screening_hit").count() == told + 1


def test_a_name_that_leaves_the_record_takes_its_hit_along(world: World, tmp_path: Path) -> None:
    hit = strong(world, tmp_path)
    directory.remove_part(by=world.amina, part=world.lazaward.contacts.get(name="Qasim Muhammad Al-Tawfiq"))
    found(world.lazaward)
    hit.refresh_from_db()
    assert hit.state == State.GONE


def test_a_second_hit_is_found_while_the_first_stands(world: World, tmp_path: Path) -> None:
    strong(world, tmp_path)
    make.contact(world.lazaward, "Zarubin Ivan")
    assert len(found(world.lazaward)) == 2


def test_every_record_is_held_against_the_lists_once_and_again_when_either_changes(world: World, tmp_path: Path) -> None:
    assert jobs.waiting() == []
    a_list(tmp_path)
    before = len(jobs.waiting())
    jobs.screen_records.func()  # type: ignore[attr-defined]
    assert before >= 3 and jobs.waiting() == [] and Screened.objects.count() == before
    make.contact(world.lazaward, "Qasim Muhammad Al-Tawfiq")
    assert jobs.waiting() == [world.lazaward]
    jobs.screen_records.func()  # type: ignore[attr-defined]
    assert world.dara.notices.filter(rule="directory.screening_hit").count() == 1
    a_list(tmp_path, name="Another")
    assert len(jobs.waiting()) == before


def test_nobody_is_introduced_past_a_strong_hit_and_neither_side_is_told_why(world: World, tmp_path: Path) -> None:
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing of knits")
    exchange.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    (invitation,) = make.out(case, world.dara, world.lazaward)
    exchange.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    hit = strong(world, tmp_path)
    with pytest.raises(ValidationError) as refused:
        exchange.introduce(by=world.carlos, invitation=invitation, consent=True)
    assert not {"sanction", "list", "Qasim"} & set(str(refused.value).replace(".", " ").split())
    hits.clear(by=world.dara, hit=hit, reason="Another birth date")
    hits.clear(by=world.driss, hit=hit, reason="Papers seen")
    assert exchange.introduce(by=world.carlos, invitation=invitation, consent=True).pk
