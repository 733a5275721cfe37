"""What a file says of ownership, of papers and of what an organisation belongs to."""

import csv
import io

import pytest
from django.core.files.base import ContentFile
from world import World

from treadle.demo import make
from treadle.directory import actions
from treadle.directory.imports import batches, cells, exporting
from treadle.directory.imports.cells import Bad
from treadle.directory.imports.shown import provenance
from treadle.directory.merging import actions as merging
from treadle.directory.models import Contact, Evidence, ImportRow, Name, Organisation
from treadle.kit.models import Event

from .test_imports import checked, run, states, take, written

pytestmark = pytest.mark.django_db
HEADER = "Name,Country,Town,Actionnariat,Women led,Belongs to,Certificates,Valid until,Licences,Audits,Policies"


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Locally owned", "local"), ("étrangère", "foreign"), ("Capital mixte", "mixed"), ("estatal", "state"),
     ("Propriété de l'État", "state"), ("أجنبية", "foreign")],
)  # fmt: skip
def test_ownership_is_read_in_the_shipped_languages(world: World, said: str, meant: str) -> None:
    assert cells.ownership(said) == meant


@pytest.mark.parametrize(("said", "right"), [("local and foreign", "mixed"), ("who knows", ""), ("", ""), ("<b>x</b>", "")])
def test_what_says_no_owner_is_asked_back(world: World, said: str, right: str) -> None:
    with pytest.raises(Bad) as bad:
        cells.ownership(said)
    assert (bad.value.fault, bad.value.right) == ("ownership", right) and bad.value.params["known"]


@pytest.mark.parametrize(("said", "meant"), [("Oui", True), ("نعم", True), ("Sí", True), ("TRUE", True), ("0", False), ("لا", False)])
def test_yes_and_no_are_read_in_the_shipped_languages(said: str, meant: bool) -> None:
    assert cells.yes_or_no(said) is meant
    with pytest.raises(Bad):
        cells.yes_or_no("perhaps")


def test_ownership_and_papers_go_in_each_as_what_it_is(world: World) -> None:
    row = "Tuilerie Zenata,MA,Fès,local,oui,,ISO 9001; GOTS,2027-05-31,Patente 88,SMETA,Code of conduct"
    batch = written(world.dara, world.fes, row, header=HEADER)
    assert states(batch) == ["written"]
    made = Organisation.objects.get(name="Tuilerie Zenata")
    assert (made.ownership, made.women_led) == ("local", True)
    held = {(each.sort, each.standard, str(each.expires_on or "")) for each in made.evidence.all()}
    assert held == {
        ("certificate", "ISO 9001", "2027-05-31"), ("certificate", "GOTS", "2027-05-31"), ("registration", "Patente 88", ""),
        ("audit", "SMETA", ""), ("statement", "Code of conduct", ""),
    }  # fmt: skip
    again = checked(world.dara, world.fes, row, header=HEADER)
    assert states(again) == ["same"]
    wrong = checked(world.dara, world.fes, "Other,MA,Fès,mine,perhaps,,,,,,", header=HEADER)
    assert {(each["column"], each["fault"]) for each in wrong.rows.get().faults} == {("ownership", "ownership"), ("women_led", "yes_or_no")}


def test_a_registration_is_not_taken_for_a_certificate_of_the_same_name(world: World) -> None:
    made = make.organisation("Tuilerie Zenata", country_code="MA", town="Fès")
    Evidence.objects.create(organisation=made, sort="registration", standard="GOTS")
    batch = checked(world.dara, world.fes, f"{made.pk},GOTS", header="Treadle number,Certificates")
    assert batch.rows.get().changes == {"certificates": [None, ["GOTS"]]}


def test_a_branch_waits_for_its_organisation_in_the_file_and_then_goes_in(world: World) -> None:
    rows = [
        "Filature Sud Agadir,MA,Agadir,,,Filature Sud,,,,,",
        "Filature Sud,MA,Fès,,,,,,,,",
        "Filature Est,MA,Oujda,,,Nobody at all,,,,,",
    ]
    batch = checked(world.dara, world.fes, *rows, header=HEADER, defaults={"kinds": "enterprise"})
    first = batch.rows.order_by("number").first()
    assert first is not None and [each["fault"] for each in first.faults] == ["parent"]
    rest = batch.rows.filter(state="likely")
    if rest:
        batches.decide(by=world.dara, batch=batch, rows=list(rest), decision="create")
    batches.write(by=world.dara, batch=batch)
    run()
    assert states(batch)[0] == "new" and states(batch)[2] == "faulty"
    batch.refresh_from_db()
    batches.write(by=world.dara, batch=batch)
    run()
    branch = Organisation.objects.get(name="Filature Sud Agadir")
    assert branch.parent == Organisation.objects.get(name="Filature Sud")
    assert Event.objects.filter(verb="directory.unit.tied", object_id=str(branch.pk)).count() == 1


def test_undoing_takes_a_tie_back(world: World) -> None:
    whole = make.organisation("Groupe Zenata", country_code="MA", town="Fès")
    part = make.organisation("Zenata Textile", country_code="MA", town="Fès")
    batch = written(world.dara, world.fes, f"{part.pk},{whole.pk}", header="Treadle number,Groupe")
    part.refresh_from_db()
    assert part.parent == whole
    batch.refresh_from_db()
    batches.undo(by=world.dara, batch=batch)
    run()
    part.refresh_from_db()
    assert part.parent is None


def test_of_several_of_one_name_the_right_one_is_asked_for_by_its_number(world: World) -> None:
    two = [make.organisation("Groupe Zenata", country_code="MA", town=town) for town in ("Fès", "Oujda")]
    part = make.organisation("Zenata Textile", country_code="MA", town="Fès")
    batch = checked(world.dara, world.fes, f"{part.pk},Maroc,Groupe Zenata", header="Treadle number,Country,Groupe")
    row: ImportRow = batch.rows.get()
    assert [each["fault"] for each in row.faults] == ["parents"]
    assert all(str(each.pk) in row.faults[0]["params"]["known"] for each in two)
    batches.repair_kind(by=world.dara, batch=batch, kind=row.kinds.split("\n")[0], value=str(two[1].pk))
    row.refresh_from_db()
    assert row.changes == {"parent": [None, "Groupe Zenata"]}


def test_what_belongs_to_it_cannot_own_it_too(world: World) -> None:
    whole = make.organisation("Groupe Zenata", country_code="MA", town="Fès")
    part = make.organisation("Zenata Textile", country_code="MA", town="Fès")
    Organisation.objects.filter(pk=part.pk).update(parent=whole)
    batch = checked(world.dara, world.fes, f"{whole.pk},{part.pk}", header="Treadle number,Groupe")
    assert [each["fault"] for each in batch.rows.get().faults] == ["parent_ring"]
    whole.refresh_from_db()
    assert whole.parent is None


def test_an_export_with_all_of_it_comes_back_as_the_same(world: World) -> None:
    whole = make.organisation("Groupe Zenata", country_code="MA", town="Fès")
    row = f"Tuilerie Zenata,MA,Fès,local,non,{whole.pk},ISO 9001,,Patente 88,SMETA,Code of conduct"
    written(world.dara, world.fes, row, header=HEADER)
    header, rows = exporting.databank(Organisation.objects.filter(name="Tuilerie Zenata"), world.fes)
    (cells_of,) = ([str(cell) for cell in each] for each in rows)
    text = io.StringIO()
    csv.writer(text).writerows([header, cells_of])
    batch = batches.take_in(by=world.dara, centre=world.fes, upload=ContentFile(text.getvalue().encode()), name="export.csv")
    batches.confirm_columns(by=world.dara, batch=batch, chosen=batch.columns, defaults={})
    run()
    assert states(batch) == ["same"]


def test_each_part_tells_its_own_file_row_and_person(world: World) -> None:
    """Two contacts of one record from two files, a third by an officer: what one says does not stand under another's name."""
    made = make.organisation("Tuilerie Zenata", country_code="MA", town="Fès")
    for name, file in (("Amina Tazi", "one.csv"), ("Bilal Idrissi", "two.csv")):
        batch = take(world.dara, world.fes, f"{made.pk},{name}", header="Treadle number,Contact person", name=file)
        batches.confirm_columns(by=world.dara, batch=batch, chosen=batch.columns, defaults={})
        run()
        batch.refresh_from_db()
        batches.write(by=world.dara, batch=batch)
        run()
    made.refresh_from_db()
    actions.save_part(by=world.driss, part=Contact(organisation=made, name="Chama Alaoui"))
    found = provenance(Organisation.objects.get(pk=made.pk))
    assert [(each["label"], each.get("file"), each["who"]) for each in found if ":" in each["label"]] == [
        ("Contact: Amina Tazi", "one.csv", "import"),
        ("Contact: Bilal Idrissi", "two.csv", "import"),
        ("Contact: Chama Alaoui", None, "officer"),
    ]
    actions.remove_part(by=world.driss, part=made.contacts.get(name="Chama Alaoui"))
    other = make.organisation("Zenata Tuiles", country_code="MA", town="Fès")
    merging.merge(by=None, kept=other, gone=made, choices={})
    told = {each["label"]: each.get("file") for each in provenance(Organisation.objects.get(pk=other.pk)) if "Contact" in each["label"]}
    assert told == {"Contact: Amina Tazi": "one.csv", "Contact: Bilal Idrissi": "two.csv"}


def test_a_file_with_a_whole_and_its_part_is_undone_as_a_whole(world: World) -> None:
    rows = ["Filature Sud,MA,Fès,,,,,,,,", "Savonnerie Zenata,MA,Agadir,,,Filature Sud,,,,,"]
    batch = written(world.dara, world.fes, *rows, header=HEADER)
    batches.write(by=world.dara, batch=batch)
    run()
    assert states(batch) == ["written", "written"]
    assert Organisation.objects.get(name="Savonnerie Zenata").parent is not None
    batch.refresh_from_db()
    batches.undo(by=world.dara, batch=batch)
    run()
    assert (
        states(batch) == ["undone", "undone"] and not Organisation.objects.filter(name__in=("Filature Sud", "Savonnerie Zenata")).exists()
    )


@pytest.mark.parametrize("said", ["²", "1e5", "٣", "-1", "999999999999999999999"])
def test_what_is_no_number_of_a_record_is_a_name_that_nobody_has(world: World, said: str) -> None:
    batch = checked(world.dara, world.fes, f"Tuilerie,MA,Fès,,,{said},,,,,", header=HEADER)
    assert [each["fault"] for each in batch.rows.get().faults] == ["parent"]


def test_the_preview_says_what_could_not_be_tied(world: World) -> None:
    """Another centre's organisation, one that it belongs to already, itself: each is a fault of the cell before anything is written."""
    whole, other = (make.organisation(name, country_code="MA", town="Fès") for name in ("Groupe Zenata", "Groupe Atlas"))
    part = make.organisation("Zenata Textile", country_code="MA", town="Fès")
    Organisation.objects.filter(pk=part.pk).update(parent=whole)
    rows = [f"{part.pk},{world.wend_panga.pk}", f"{part.pk},{other.pk}", f"{other.pk},{other.pk}", f"{whole.pk},{part.pk}"]
    batch = checked(world.dara, world.fes, *rows, header="Treadle number,Groupe")
    found = [row.faults[0]["fault"] for row in batch.rows.order_by("number") if row.faults]
    assert found == ["outside", "parent_other", "parent_ring", "parent_ring"]


def test_a_tie_that_an_owner_ended_is_not_made_again_by_a_file(world: World) -> None:
    whole = make.organisation("Groupe Zenata", country_code="MA", town="Fès")
    batch = checked(world.dara, world.fes, f"{world.lazaward.pk},{whole.pk}", header="Treadle number,Groupe")
    row = batch.rows.get()
    assert (row.state, row.kept) == ("same", {"parent": [None, "Groupe Zenata"]})


@pytest.mark.parametrize("said", ["public limited company", "non-state", "private limited company"])
def test_a_legal_form_says_nothing_of_who_owns_it(world: World, said: str) -> None:
    with pytest.raises(Bad):
        cells.ownership(said)


def test_a_part_that_moves_without_a_source_does_not_get_that_of_the_kept_record(world: World) -> None:
    kept, gone = (make.organisation(name, country_code="MA", town="Fès") for name in ("Tuilerie Zenata", "Zenata Tuiles"))
    Organisation.objects.filter(pk=gone.pk).update(stated={})
    Contact.objects.create(organisation=gone, name="Nobody Said")
    actions.save_part(by=world.driss, part=Contact(organisation=kept, name="Chama Alaoui"))
    kept.refresh_from_db()
    gone.refresh_from_db()
    merging.merge(by=None, kept=kept, gone=gone, choices={})
    told = [each["label"] for each in provenance(Organisation.objects.get(pk=kept.pk)) if "Contact" in each["label"]]
    assert told == ["Contact: Chama Alaoui"]


def test_another_name_says_nothing_of_where_the_first_one_came_from(world: World) -> None:
    made = make.organisation("Tuilerie Zenata", country_code="MA", town="Fès")
    before = made.stated["name"]
    actions.save_part(
        by=world.driss, part=Name(organisation=made, sort="trading", text="Zenata"), source={"who": "import", "file": "x.csv"}
    )
    made.refresh_from_db()
    found = provenance(Organisation.objects.get(pk=made.pk))
    assert made.stated["name"] == before and [each["file"] for each in found if each["label"] == "Name: Zenata"] == ["x.csv"]
