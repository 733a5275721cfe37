"""Imports from the upload to the undoing: who may, what is written, what outranks it, what is left to people."""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from world import SECRET_PHONE, World, code

from treadle.demo import make
from treadle.directory import actions, policy
from treadle.directory.imports import batches, exporting, jobs, writing
from treadle.directory.imports.flow import State
from treadle.directory.merging import actions as merging
from treadle.directory.models import Capability, Centre, Contact, Identifier, ImportBatch, ImportRow, KnownColumn, Organisation, Site
from treadle.directory.profiles import databank
from treadle.kit import events, search
from treadle.kit import jobs as queue
from treadle.kit.models import Event
from treadle.kit.policy import Refused
from treadle.matching import Need, match

pytestmark = pytest.mark.django_db
HEADER = "Name,Country,Town,Address,Phone,E-mail,Employees,Description,Products"
ROWS = [
    "Atelier Zellij,Morocco,Fès,12 rue Potiers,+212 535 000 111,info@zellij-atelier.example,34,Tuiles et mosaïques,Glazed tiles; Mosaic",
    "Filature du Nord,Maroc,Tanger,5 zone Gzenaya,,,120,Filature de coton,",
    "Coop Argane,Cote d Ivoir,Agadir,,,not an address,12,Huile d'argan,",
    "Menuiserie Atlas,MA,Meknès,,,,twelve,Portes et fenêtres,",
]


def take(by: Any, centre: Centre, *rows: str, header: str = HEADER, name: str = "list.csv") -> ImportBatch:
    return batches.take_in(by=by, centre=centre, upload=ContentFile("\n".join([header, *rows]).encode()), name=name)


def run() -> None:
    while queue.run_all():
        pass


def checked(by: Any, centre: Centre, *rows: str, header: str = HEADER, defaults: dict[str, str] | None = None) -> ImportBatch:
    batch = take(by, centre, *rows, header=header)
    batches.confirm_columns(by=by, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise", **(defaults or {})})
    run()
    batch.refresh_from_db()
    return batch


def written(by: Any, centre: Centre, *rows: str, **more: Any) -> ImportBatch:
    batch = checked(by, centre, *rows, **more)
    batches.write(by=by, batch=batch)
    run()
    batch.refresh_from_db()
    return batch


def states(batch: ImportBatch) -> list[str]:
    return list(batch.rows.order_by("number").values_list("state", flat=True))


def test_columns_are_recognised_confirmed_and_remembered_for_the_centre(world: World) -> None:
    batch = take(world.dara, world.fes, "Tiles,Morocco,x", header="Dénomination,Pays,Code postal mystère")
    assert batch.columns == ["name", "country", ""]
    batches.confirm_columns(by=world.dara, batch=batch, chosen=["name", "country", "postcode"], defaults={"kinds": "enterprise"})
    assert KnownColumn.objects.get(centre=world.fes, header="codepostalmystere").column == "postcode"
    assert take(world.dara, world.fes, "A,MA,x", header="Name,Country,Code postal mystère").columns == ["name", "country", "postcode"]
    assert take(world.esther, world.douala, "A,MA,x", header="Name,Country,Code postal mystère").columns == ["name", "country", ""]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_the_template_is_recognised_in_every_language_and_its_example_is_right(world: World, language: str) -> None:
    from django.utils.translation import override

    with override(language):
        header, rows = exporting.template()
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    batch = batches.take_in(by=world.dara, centre=world.fes, upload=ContentFile(text.getvalue().encode()), name="template.csv")
    assert batch.columns == exporting.TEMPLATE
    batches.confirm_columns(by=world.dara, batch=batch, chosen=batch.columns, defaults={})
    run()
    assert states(batch) == ["new"]


def test_nothing_is_written_before_it_is_said_so_and_good_rows_do_not_wait(world: World) -> None:
    before = Organisation.objects.count()
    batch = checked(world.dara, world.fes, *ROWS)
    assert (states(batch), batch.state, Organisation.objects.count()) == (["new", "new", "faulty", "faulty"], State.READY, before)
    faults = [(row.number, each["column"], each["fault"], each["value"], each["right"]) for row in batch.rows.all() for each in row.faults]
    assert faults == [
        (4, "country", "country", "Cote d Ivoir", "CI"), (4, "email", "email", "not an address", ""),
        (5, "employees", "whole", "twelve", ""),
    ]  # fmt: skip
    batches.write(by=world.dara, batch=batch)
    run()
    batch.refresh_from_db()
    assert (states(batch), batch.state) == (["written", "written", "faulty", "faulty"], State.READY)
    assert Organisation.objects.count() == before + 2


def test_what_is_written_has_its_parts_its_source_its_event_and_is_found_at_once(world: World) -> None:
    batch = written(world.dara, world.fes, ROWS[0])
    made = Organisation.objects.get(name="Atelier Zellij")
    site, contact = made.sites.get(), made.contacts.get()
    assert (made.country_id, made.town, made.employees, made.centre, made.confirmed_on) == ("MA", "Fès", 34, world.fes, None)
    assert (site.street, site.town, contact.email, contact.phone) == (
        "12 rue Potiers", "Fès", "info@zellij-atelier.example", "+212 535 000 111",
    )  # fmt: skip
    assert [each.text for each in made.capabilities.all()] == ["Glazed tiles", "Mosaic"]
    source = made.stated["employees"]
    assert (source["who"], source["batch"], source["row"], source["file"], source["by"]) == ("import", batch.pk, 2, "list.csv", "Dara")
    assert [(each.verb, each.actor_name) for each in events.history(made).order_by("pk")][:1] == [
        ("directory.organisation.created", "Dara")
    ]
    assert [hit.title for hit in search.nearest("organisation", "mosaïques").best(3)] == ["Atelier Zellij"]  # type: ignore[union-attr]
    assert match(Need(id="n", text="glazed tiles"), databank()).matches[0].profile_id == str(made.pk)
    assert made.history.count() >= 1
    verbs = list(Event.objects.filter(verb__startswith="directory.import").order_by("pk").values_list("verb", flat=True))
    assert verbs == [f"directory.import.{each}" for each in ("taken", "columns", "began", "written")]


def test_free_text_gets_codes_that_are_marked_as_proposed_until_somebody_confirms(world: World) -> None:
    written(world.dara, world.fes, "Teinturerie Saïss,MA,Meknès,,,,,,Teinture de tissus de coton")
    capability = Capability.objects.get(organisation__name="Teinturerie Saïss")
    assert "isic4:1313" in capability.suggested
    assert sorted(code.key for code in capability.codes.all()) == sorted(capability.suggested)
    with pytest.raises(Refused):
        actions.confirm_codes(by=world.esther, capability=capability)
    actions.confirm_codes(by=world.dara, capability=capability)
    capability.refresh_from_db()
    assert (capability.suggested, capability.codes.filter(code="1313").exists()) == ([], True)
    assert Event.objects.filter(verb="directory.codes.confirmed", actor_id=world.dara.pk).count() == 1


def test_the_same_file_twice_changes_nothing(world: World) -> None:
    written(world.dara, world.fes, *ROWS[:2])
    before = Organisation.objects.count()
    again = checked(world.dara, world.fes, *ROWS[:2])
    assert (states(again), [note["note"] for note in again.notes]) == (["same", "same"], ["again"])
    with pytest.raises(ValidationError):
        batches.write(by=world.dara, batch=again)
    assert Organisation.objects.count() == before


def test_an_export_that_is_edited_says_what_changes_and_blank_cells_take_nothing_away(world: World) -> None:
    written(world.dara, world.fes, ROWS[0])
    made = Organisation.objects.get(name="Atelier Zellij")
    header, rows = exporting.databank(Organisation.objects.filter(pk=made.pk), world.fes)
    (row,) = ([str(cell) for cell in row] for row in rows)
    place = exporting.EXPORT.index
    text = io.StringIO()
    edited = [*row]
    edited[place("employees")], edited[place("town")], edited[place("about")] = "40", "", ""
    csv.writer(text).writerows([header, row, edited])
    batch = batches.take_in(by=world.dara, centre=world.fes, upload=ContentFile(text.getvalue().encode()), name="export.csv")
    assert batch.columns == exporting.EXPORT
    batches.confirm_columns(by=world.dara, batch=batch, chosen=batch.columns, defaults={})
    run()
    first, second = batch.rows.order_by("number")
    assert first.state == "same"
    batches.decide(by=world.dara, batch=batch, rows=[second], decision="same", organisation=made)
    second.refresh_from_db()
    assert (second.state, second.changes) == ("changes", {"employees": [34, 40]})
    batch.refresh_from_db()
    batches.write(by=world.dara, batch=batch)
    run()
    made.refresh_from_db()
    assert (made.employees, made.town, bool(made.about), made.stated["employees"]["row"]) == (40, "Fès", True, 3)


def test_what_an_owner_said_outranks_an_import(world: World) -> None:
    owner = world.lazaward
    actions.edit_organisation(by=world.amina, organisation=owner, version=owner.version, fields={"employees": 36, "town": "Fès"})
    batch = checked(world.dara, world.fes, f"{owner.pk},50,1998", header="Treadle number,Employees,Founded")
    (row,) = batch.rows.all()
    assert (row.state, row.changes, row.kept) == ("changes", {"founded": [None, 1998]}, {"employees": [36, 50]})
    batches.write(by=world.dara, batch=batch)
    run()
    owner.refresh_from_db()
    assert (owner.employees, owner.founded, owner.stated["employees"]["who"]) == (36, 1998, "owner")


def test_what_is_likely_on_record_is_asked_and_the_answer_is_kept_to(world: World) -> None:
    make.contact(world.lazaward, "Desk", "desk@lazaward-dyers.example", "+212 535 999 888")
    row = "Teinturerie Lazaward SARL,MA,Casablanca,,0535 999 888,desk@lazaward-dyers.example,,,"
    batch = checked(world.dara, world.fes, row)
    (found,) = batch.rows.all()
    assert (found.state, [each["organisation"] for each in found.likely]) == ("likely", [world.lazaward.pk])
    assert {"phone", "email", "name"} <= set(found.likely[0]["reasons"])
    batches.decide(by=world.dara, batch=batch, rows=[found], decision="same", organisation=world.lazaward)
    found.refresh_from_db()
    assert (found.state, found.organisation) == ("changes", world.lazaward)
    batches.decide(by=world.dara, batch=batch, rows=[found], decision="create")
    found.refresh_from_db()
    assert (found.state, found.organisation) == ("new", None)
    batches.decide(by=world.dara, batch=batch, rows=[found], decision="skip")
    assert states(batch) == ["skipped"]
    batches.decide(by=world.dara, batch=batch, rows=[found], decision="")
    assert states(batch) == ["likely"]


def test_two_rows_of_one_organisation_are_a_fault_and_namesakes_elsewhere_a_question(world: World) -> None:
    rows = ["Tiles,MA,Fès,1 rue A,,,,,", "TILES SARL,Maroc,Fès,1 rue A,,,,,", "Tiles,MA,Oujda,9 rue B,,,,,"]
    batch = checked(world.dara, world.fes, *rows)
    first, second, third = batch.rows.order_by("number")
    assert [first.state, second.state, third.state] == ["new", "faulty", "likely"]
    assert (second.faults[0]["fault"], second.faults[0]["params"], third.likely[0]["row"]) == ("twice", {"row": 2}, 2)


def test_all_of_a_kind_are_repaired_together_and_one_by_one(world: World) -> None:
    rows = [f"Firm {n} of {n * 7},Cote d'Ivoirre,Bouaké,{n} rue C,,,,," for n in range(1, 5)] + ["Other,MA,Fès,,,nobody,,,"]
    batch = checked(world.dara, world.fes, *rows)
    assert states(batch) == ["faulty"] * 5
    kind = batch.rows.first().kinds  # type: ignore[union-attr]
    assert batches.repair_kind(by=world.dara, batch=batch, kind=kind, value="CI") == 4
    assert states(batch) == ["new"] * 4 + ["faulty"]
    last = batch.rows.get(number=6)
    cells = list(last.cells)
    cells[5] = "somebody@other.example"
    assert batches.repair_row(by=world.dara, row=last, cells=cells).state == "new"
    assert [cells[1] for _n, cells in [(r.number, r.cells) for r in batch.rows.order_by("number")]] == ["CI"] * 4 + ["MA"]
    _header, repaired = exporting.repaired(batch)
    assert [row[5] for row in repaired][-1] == "somebody@other.example"


def test_an_import_is_undone_as_a_whole(world: World) -> None:
    owner = world.lazaward
    before = {each.pk: (each.employees, each.town) for each in Organisation.objects.all()}
    stated = Organisation.objects.get(pk=owner.pk).stated
    batch = written(
        world.dara, world.fes, f"{owner.pk},,,99,Mercerising of yarn,", ",New One,MA,5,,new@new-one.example",
        header="Treadle number,Name,Country,Employees,Products,E-mail",
    )  # fmt: skip
    made = Organisation.objects.get(name="New One")
    assert Organisation.objects.get(pk=owner.pk).capabilities.count() == 2
    assert match(Need(id="n", text="New One"), databank())
    batches.undo(by=world.dara, batch=batch)
    run()
    batch.refresh_from_db()
    assert (batch.state, states(batch)) == (State.UNDONE, ["undone", "undone"])
    assert {each.pk: (each.employees, each.town) for each in Organisation.objects.all()} == before
    assert Organisation.objects.get(pk=owner.pk).stated == stated
    assert Organisation.objects.get(pk=owner.pk).capabilities.count() == 1
    assert search.terms_of("organisation", made.pk) == set()
    assert databank().get(str(made.pk)) is None
    assert not Contact.objects.filter(email="new@new-one.example").exists()


@pytest.mark.parametrize("worked", ["edited", "part", "member", "case"])
def test_an_import_on_whose_records_somebody_has_worked_is_not_undone(world: World, worked: str) -> None:
    batch = written(world.dara, world.fes, ROWS[1])
    made = Organisation.objects.get(name="Filature du Nord")
    if worked == "edited":
        actions.edit_organisation(by=world.dara, organisation=made, version=made.version, fields={"town": "Rabat"})
    elif worked == "part":
        actions.save_part(by=world.dara, part=Site(organisation=made, town="Rabat", country_id="MA"))
    elif worked == "member":
        make.member(world.hugo, made, "owner")
    else:
        make.listing(made, world.dara, "An offer of theirs")
    with pytest.raises(ValidationError, match="Filature du Nord"):
        batches.undo(by=world.dara, batch=batch)
    assert Organisation.objects.filter(pk=made.pk).exists()


def test_what_another_import_entered_since_the_preview_is_asked_not_doubled(world: World) -> None:
    mine, theirs = checked(world.dara, world.fes, ROWS[0]), checked(world.driss, world.fes, ROWS[0])
    batches.write(by=world.dara, batch=mine)
    batches.write(by=world.driss, batch=theirs)
    run()
    assert (states(mine), states(theirs)) == (["written"], ["same"])
    assert Organisation.objects.filter(name="Atelier Zellij").count() == 1


def test_what_changed_since_the_preview_is_shown_again_and_not_written_over(world: World) -> None:
    written(world.dara, world.fes, ROWS[1])
    made = Organisation.objects.get(name="Filature du Nord")
    batch = checked(world.dara, world.fes, ROWS[1].replace(",120,", ",150,"))
    actions.edit_organisation(by=world.driss, organisation=made, version=made.version, fields={"employees": 130})
    batches.write(by=world.dara, batch=batch)
    run()
    made.refresh_from_db()
    assert (made.employees, batch.rows.get().changes) == (130, {"employees": [130, 150]})


def test_a_record_of_another_centre_is_not_changed(world: World) -> None:
    batch = checked(world.dara, world.fes, f"{world.wend_panga.pk},Elsewhere", header="Treadle number,Town")
    assert (states(batch), batch.rows.get().faults[0]["fault"]) == (["faulty"], "outside")
    batch = checked(world.farid, world.fes, f"{world.wend_panga.pk},Elsewhere", header="Treadle number,Town")
    assert states(batch) == ["changes"]


class Killed(BaseException):
    pass


def test_a_check_and_a_writing_that_are_killed_go_on_where_they_were(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "TOGETHER", 2)
    monkeypatch.setattr(writing, "TOGETHER", 2)
    rows = [f"Firm number {n * 13},MA,Fès,{n} rue D,,,,,Part number {n}" for n in range(1, 8)]
    batch = take(world.dara, world.fes, *rows)
    batches.confirm_columns(by=world.dara, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise"})
    before = Organisation.objects.count()

    def dying(work: Callable[[], None], module: Any, name: str, after: int) -> None:
        calls, real = [0], getattr(module, name)

        def once_more(*args: Any, **kwargs: Any) -> Any:
            calls[0] += 1
            if calls[0] > after:
                raise Killed
            return real(*args, **kwargs)

        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(module, name, once_more)
            work()

    dying(lambda: jobs.check_batch.call(batch.pk), jobs.judging, "read", 2)
    assert batch.rows.count() == 4
    jobs.check_batch.call(batch.pk)
    assert (states(batch), list(batch.rows.values_list("number", flat=True))) == (["new"] * 7, list(range(2, 9)))
    batch.refresh_from_db()
    batches.write(by=world.dara, batch=batch)
    dying(lambda: jobs.write_batch.call(batch.pk), writing, "_create", 1)
    assert (states(batch).count("written"), Organisation.objects.count()) == (2, before + 2)
    run()
    assert (states(batch), Organisation.objects.count()) == (["written"] * 7, before + 7)


ACTS: dict[str, tuple[Callable[[Any, ImportBatch], Any], str, tuple[str, ...]]] = {
    "columns": (
        lambda by, b: batches.confirm_columns(by=by, batch=b, chosen=b.columns, defaults={"kinds": "enterprise"}), "columns",
        (State.COLUMNS, State.READY),
    ),
    "write": (lambda by, b: batches.write(by=by, batch=b), "began", (State.READY,)),
    "undo": (lambda by, b: batches.undo(by=by, batch=b), "undoing", (State.DONE,)),
    "drop": (lambda by, b: batches.drop(by=by, batch=b), "dropped", (State.COLUMNS, State.CHECKING, State.READY)),
    "repair a row": (
        lambda by, b: batches.repair_row(by=by, row=b.rows.last(), cells=ROWS[1].split(",")), "repaired",  # type: ignore[arg-type]
        (State.READY, State.DONE),
    ),
    "repair a kind": (
        lambda by, b: batches.repair_kind(by=by, batch=b, kind="employees|whole|twelve", value="12"), "repaired", (State.READY, State.DONE),
    ),
    "decide": (lambda by, b: batches.decide(by=by, batch=b, rows=b.rows.all(), decision="skip"), "decided", (State.READY, State.DONE)),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_each_act_is_allowed_to_the_centre_s_officers_and_records_its_event(world: World, name: str) -> None:
    act, event, _states = ACTS[name]
    batch = written(world.dara, world.fes, ROWS[0]) if name == "undo" else checked(world.dara, world.fes, ROWS[0], ROWS[3])
    allowed = []
    for who in ("hugo", "efua", "amina", "carlos", "esther", "dara", "driss", "grace", "root"):
        with transaction.atomic():
            person = type(world.amina).objects.get(pk=world.everybody()[who].pk)
            try:
                act(person, ImportBatch.objects.get(pk=batch.pk))
            except Refused:
                continue
            assert Event.objects.filter(verb=f"directory.import.{event}", actor_id=person.pk).count() >= 1
            allowed.append(who)
            transaction.set_rollback(True)
    assert allowed == ["dara", "driss", "grace"]


@pytest.mark.parametrize("name", ACTS)
def test_each_act_is_refused_in_every_state_but_its_own(world: World, name: str) -> None:
    act, _event, allowed = ACTS[name]
    for state in State.values:
        batch = written(None, world.fes, ROWS[0]) if name == "undo" else checked(None, world.fes, ROWS[0], ROWS[3])
        ImportBatch.objects.filter(pk=batch.pk).update(state=state)
        batch.refresh_from_db()
        try:
            act(None, batch)
        except ValidationError:
            done = False
        else:
            done = True
        ready = state == State.READY and name == "undo"  # some of it may be written while some is left
        assert done == (state in allowed or ready), state
        ImportRow.objects.filter(batch=batch).delete()
        Organisation.objects.filter(name="Atelier Zellij").delete()


def test_only_officers_of_the_centre_take_files_in(world: World) -> None:
    allowed = []
    for who, person in world.everybody().items():
        try:
            take(person, world.fes, ROWS[0])
        except Refused:
            continue
        allowed.append(who)
    assert sorted(allowed) == ["dara", "driss", "farid", "grace"]
    assert policy.IMPORT == "directory.import"


@pytest.mark.parametrize(
    ("chosen", "defaults", "says"),
    [
        (["", "country"], {"kinds": "enterprise"}, "name"), (["name", ""], {"kinds": "enterprise"}, "Country"),
        (["name", "country"], {}, "Kind"), (["name", "name"], {"kinds": "enterprise", "country": "MA"}, "Two columns"),
    ],
)  # fmt: skip
def test_columns_that_will_not_do_are_refused_with_what_would(world: World, chosen: list[str], defaults: dict[str, str], says: str) -> None:
    batch = take(world.dara, world.fes, "Tiles,MA", header="Name,Country")
    with pytest.raises(ValidationError, match=says):
        batches.confirm_columns(by=world.dara, batch=batch, chosen=chosen, defaults=defaults)
    assert (batch.state, KnownColumn.objects.count()) == (State.COLUMNS, 0)


def test_bad_cells_of_every_kind_are_faults_and_none_gets_in(world: World) -> None:
    header = "Name,Country,Employees,Women,Latitude,Longitude,ISIC code,Valid until,Registration number,Website,Kind"
    rows = {
        "=2+3,MA,1,,,,,,,,": [], "#REF!,MA,,,,,,,,,": ["name:error"], "A,MA,10,12,,,,,,,": ["women:women"],
        "B,MA,,,91,5,,,,,": ["latitude:degrees", "longitude:pair"],
        "C,MA,,,34,,,,,,": ["latitude:pair"], "D,MA,,,,,9999,,,,": ["codes:code"], "E,MA,,,,,,03/04/2027,,,": ["expires_on:date_doubtful"],
        "F,MA,,,,,,,12345,,": ["scheme:register"], "G,MA,,,,,,,,not a site,": ["website:website"], "H,MA,,,,,,,,,spaceship": ["kinds:kind"],
        ",MA,,,,,,,,,": ["name:empty"], "I,,,,,,,,,,": ["country:empty"], "<b>J</b>,MA,,,,,,,,,": [],
        "مصنع 2020 للنسيج,MA,,,,,,,,,": [], f"{'x' * 201},MA,,,,,,,,,": ["name:long"],
    }  # fmt: skip
    batch = checked(world.dara, world.fes, *rows, header=header)
    found = [[f"{each['column']}:{each['fault']}" for each in row.faults] for row in batch.rows.order_by("number")]
    assert found == list(rows.values())


def test_the_queries_of_a_step_do_not_grow_with_its_rows(world: World) -> None:
    def count(rows: int, name: str) -> int:
        batch = take(None, world.fes, *[f"{name} {n * 17},MA,Fès,{n} rue {name},,,,,Part {n}" for n in range(rows)])
        batches.confirm_columns(by=None, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise"})
        with CaptureQueriesContext(connection) as queries:
            jobs.check_batch.call(batch.pk)
            batches.write(by=None, batch=ImportBatch.objects.get(pk=batch.pk))
            writing.write_some(ImportBatch.objects.select_related("centre", "by").get(pk=batch.pk))
        return len(queries)

    assert count(20, "Zagora smithy") - count(4, "Larache pottery") < 8  # statements are split by their size, not by rows


def test_codes_of_several_systems_are_given_to_the_capability(world: World) -> None:
    written(None, world.fes, "Tiles,MA,2392,Glazed tiles", header="Name,Country,ISIC code,Products")
    capability = Capability.objects.get(text="Glazed tiles")
    assert (list(capability.codes.all()), capability.suggested) == ([code("2392")], [])


def test_of_two_workers_that_check_one_file_none_cuts_it_short(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "TOGETHER", 2)
    batch = take(None, world.fes, *[f"Larache pottery {n * 13},MA,Fès,{n} rue F,,,,,Part {n}" for n in range(1, 8)])
    batches.confirm_columns(by=None, batch=batch, chosen=batch.columns, defaults={"kinds": "enterprise"})
    real, others = jobs._check_some, [0]

    def overtaken(mine: ImportBatch, rows: list[ImportRow]) -> int:
        others[0] += 1
        if others[0] == 1:  # the other worker takes the whole file while this one stands still
            jobs.check_batch.call(batch.pk)
        return real(mine, rows)

    monkeypatch.setattr(jobs, "_check_some", overtaken)
    jobs.check_batch.call(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.total, batch.rows.count()) == (State.READY, 7, 7)


def test_a_number_that_another_has_is_a_fault_and_never_stops_the_others(world: World) -> None:
    actions.save_part(by=None, part=Identifier(organisation=world.ostermeer, scheme="MA-ICE", number="0077"))
    header = "Name,Country,Town,ICE"
    rows = [
        "Zagora smithy,MA,Zagora,0077",
        "Larache pottery,MA,Larache,0099",
        "Sefrou carpets,MA,Sefrou,0099",
        "Azilal walnuts,MA,Azilal,0011",
    ]
    batch = written(None, world.fes, *rows, header=header)
    found = [(row.state, [each["fault"] for each in row.faults]) for row in batch.rows.order_by("number")]
    assert found == [("faulty", ["taken"]), ("written", []), ("likely", []), ("written", [])]
    batches.decide(by=None, batch=batch, rows=batch.rows.filter(number=4), decision="create")
    assert [each["fault"] for each in batch.rows.get(number=4).faults] == ["taken"]
    assert Organisation.objects.get(pk=world.ostermeer.pk).name == "Ostermeer Knitwear"


def test_a_row_that_is_refused_when_it_is_written_is_a_fault_and_the_others_go_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = checked(None, world.fes, *[f"{name},MA,{name},,,,,,{name} goods" for name in ("Zagora", "Larache", "Sefrou")])
    real = writing._create

    def refusing(of: ImportBatch, chosen: Any) -> None:
        if any(row.values["name"] == "Larache" for row, _plan in chosen):
            raise IntegrityError("no such thing")
        real(of, chosen)

    monkeypatch.setattr(writing, "_create", refusing)
    batches.write(by=None, batch=batch)
    run()
    batch.refresh_from_db()
    assert (batch.state, states(batch)) == (State.READY, ["written", "faulty", "written"])
    assert batch.rows.get(number=3).faults[0]["params"] == {"reason": "no such thing"}


def test_work_that_breaks_off_says_so_and_can_be_taken_up_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = checked(None, world.fes, ROWS[0])
    with monkeypatch.context() as patch:
        patch.setattr(writing, "_create", lambda *_args: (_ for _ in ()).throw(OperationalError("database or disk is full")))
        batches.write(by=None, batch=batch)
        run()
    batch.refresh_from_db()
    assert batch.state == State.READY and "database or disk is full" in batch.error
    batches.write(by=None, batch=batch)
    run()
    batch.refresh_from_db()
    assert (batch.state, batch.error) == (State.DONE, "")


def test_after_a_merge_an_import_means_the_kept_record(world: World) -> None:
    twin = make.organisation("Lazaward Dyers", country_code="MA", town="Fez", employees=40)
    merging.merge(by=None, kept=world.lazaward, gone=twin, choices={})
    batch = written(
        None, world.fes, f"{twin.pk},1977,", ",,Lazaward Dyers", header="Treadle number,Founded,Name", defaults={"country": "MA"}
    )
    first, second = batch.rows.order_by("number")
    assert (first.state, first.organisation) == ("written", world.lazaward)
    assert second.state == "likely" and [each["organisation"] for each in second.likely] == [world.lazaward.pk]


def test_work_between_the_asking_and_the_undoing_is_not_lost(world: World) -> None:
    batch = written(world.dara, world.fes, ROWS[0], ROWS[1])
    batches.undo(by=world.dara, batch=batch)
    kept = Organisation.objects.get(name="Filature du Nord")
    make.member(world.hugo, kept, "owner")
    run()
    batch.refresh_from_db()
    assert (states(batch), batch.state) == (["undone", "written"], State.READY)
    assert "1" in batch.error and Organisation.objects.filter(pk=kept.pk).exists()
    assert not Organisation.objects.filter(name="Atelier Zellij").exists()


def test_two_rows_that_change_one_record_do_not_keep_their_import_from_being_undone(world: World) -> None:
    pk = world.ostermeer.pk
    batch = written(world.farid, world.fes, f"{pk},7", f"{pk},8", header="Treadle number,Employees")
    while batch.state != State.DONE:
        batches.write(by=world.farid, batch=batch)
        run()
        batch.refresh_from_db()
    assert Organisation.objects.get(pk=pk).employees == 8
    batches.undo(by=world.farid, batch=batch)
    run()
    batch.refresh_from_db()
    assert (batch.state, Organisation.objects.get(pk=pk).employees) == (State.UNDONE, None)


def test_contacts_of_a_record_that_somebody_speaks_for_are_added_to_and_not_changed(world: World) -> None:
    owner = world.lazaward
    row = f"{owner.pk},Amina Private,+212 599 000 000,other@lazaward.example"
    batch = checked(world.dara, world.fes, row, header="Treadle number,Contact person,Phone,E-mail")
    contact = owner.contacts.get(name="Amina Private")
    assert contact.phone == SECRET_PHONE and "contact_phone" in batch.rows.get().kept


def test_further_numbers_and_addresses_become_contacts_of_their_own(world: World) -> None:
    written(
        None,
        world.fes,
        "Zagora smithy,MA,+212 535 000 111; +212 661 234 567,a@smithy.example; b@smithy.example",
        header="Name,Country,Phone,E-mail",
    )
    contacts = Contact.objects.filter(organisation__name="Zagora smithy")
    assert {(each.phone, each.email) for each in contacts} == {
        ("+212 535 000 111", "a@smithy.example"), ("+212 661 234 567", ""), ("", "b@smithy.example"),
    }  # fmt: skip


def test_a_certificate_on_record_is_renewed_and_the_undoing_takes_that_back(world: World) -> None:
    firm = make.organisation("Zagora smithy", country_code="MA", town="Zagora")
    paper = make.certificate(firm, "ISO 9001", expires_on=date(2026, 12, 31))
    header = "Treadle number,Certificates,Valid until"
    batch = written(world.dara, world.fes, f"{firm.pk},ISO 9001,2029-12-31", header=header)
    paper.refresh_from_db()
    assert (paper.expires_on, firm.evidence.count()) == (date(2029, 12, 31), 1)
    batches.undo(by=world.dara, batch=batch)
    run()
    paper.refresh_from_db()
    assert paper.expires_on == date(2026, 12, 31)
    owned = checked(world.dara, world.fes, f"{world.lazaward.pk},GOTS,2030-12-31", header=header)
    assert (owned.rows.get().state, list(owned.rows.get().kept)) == ("same", ["expires_on"])


def test_many_rows_decided_after_an_import_was_done_can_still_be_written(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 1)
    batch = checked(None, world.fes, *ROWS[:2])
    batches.decide(by=None, batch=batch, rows=batch.rows.all(), decision="skip")
    run()
    ImportBatch.objects.filter(pk=batch.pk).update(state=State.DONE)
    batch.refresh_from_db()
    batches.decide(by=None, batch=batch, rows=batch.rows.all(), decision="")
    run()
    batch.refresh_from_db()
    assert (batch.state, states(batch)) == (State.READY, ["new", "new"])
    batches.write(by=None, batch=batch)
    run()
    assert states(batch) == ["written", "written"]
