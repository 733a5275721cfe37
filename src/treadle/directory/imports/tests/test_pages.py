"""The pages of the databank and its imports, without a browser's help, and the command line."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from world import World

from treadle.demo import make
from treadle.directory import alike
from treadle.directory.imports import jobs as import_jobs
from treadle.directory.imports import writing
from treadle.directory.imports.command import import_file
from treadle.directory.models import ImportBatch, Organisation, Person
from treadle.kit import jobs
from treadle.matching.sameness import Facts

pytestmark = pytest.mark.django_db
BANK = "/organisations/databank/"
HEADER = "Name,Country,E-mail,Employees"


def browser(person: Person) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_spreadsheet_goes_from_upload_to_record_and_back_without_script(world: World) -> None:
    client = browser(world.dara)
    upload = SimpleUploadedFile("list.csv", f"{HEADER}\nNew workshop,Maroc,new@workshop.example,12\n".encode())
    answer = client.post(BANK, {"centre": world.fes.pk, "upload": upload})
    batch = ImportBatch.objects.get()
    assert (answer.status_code, answer["Location"], batch.by) == (302, batch.get_absolute_url(), world.dara)
    address = batch.get_absolute_url()
    chosen = {f"column-{at}": column for at, column in enumerate(batch.columns)}
    client.post(address, {**chosen, "kinds": "cso", "country": "", "language": ""})
    assert "Being checked" in client.get(address).content.decode()
    jobs.run_all()
    assert "Write 1 row" in client.get(address).content.decode()
    client.post(f"{address}act/", {"do": "write"})
    assert "Being written" in client.get(address).content.decode()
    jobs.run_all()
    made = Organisation.objects.get(name="New workshop")
    assert list(made.kinds.values_list("kind", flat=True)) == ["cso"]
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Where each fact comes from" in page and "list.csv" in page
    assert "list.csv" not in Client().get(made.get_absolute_url()).content.decode()
    client.post(f"{address}act/", {"do": "undo"})
    jobs.run_all()
    assert not Organisation.objects.filter(name="New workshop").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"%PDF-1.4", "no spreadsheet"), (b"Name,Country\n", "no row below")],
)
def test_a_file_that_will_not_do_is_refused_on_the_page_and_nothing_is_kept(world: World, content: bytes, says: str) -> None:
    from treadle.kit.models import StoredFile

    answer = browser(world.dara).post(BANK, {"centre": world.fes.pk, "upload": SimpleUploadedFile("list.csv", content)})
    assert says in answer.content.decode()
    assert (ImportBatch.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_columns_that_will_not_do_keep_what_was_chosen(world: World) -> None:
    client = browser(world.dara)
    client.post(BANK, {"centre": world.fes.pk, "upload": SimpleUploadedFile("list.csv", b"A,B\nx,y\n")})
    batch = ImportBatch.objects.get()
    answer = client.post(batch.get_absolute_url(), {"column-0": "town", "column-1": "name", "kinds": "cso", "country": "", "language": ""})
    page = answer.content.decode()
    assert "Say which column is “Country”" in page
    assert '<option value="town" selected>' in page


def test_rows_are_repaired_and_decided_on_their_pages(world: World) -> None:
    client = browser(world.dara)
    batch = make.checked_import(world.dara, world.fes, "One,Atlantis,,", "Two,Atlantis,,", f"{world.lazaward.name},MA,,", header=HEADER)
    address = batch.get_absolute_url()
    page = client.get(f"{address}?show=faulty").content.decode()
    assert "Atlantis" in page and "2 rows" in page
    client.post(f"{address}act/", {"do": "repair", "kind": "country|country|Atlantis", "value": "TN", "show": "faulty"})
    assert list(batch.rows.order_by("number").values_list("state", flat=True)) == ["new", "new", "likely"]
    client.post(f"{address}rows/2/", {"cell-0": "One", "cell-1": "MA", "cell-2": "one@one.example", "cell-3": "many"})
    assert batch.rows.get(number=2).faults[0]["fault"] == "whole"
    client.post(f"{address}act/", {"do": f"same:{world.lazaward.pk}", "row": "4"})
    assert batch.rows.get(number=4).state == "same"
    client.post(f"{address}act/", {"do": "skip", "row": "2"})
    assert batch.rows.get(number=2).state == "skipped"
    assert client.post(f"{address}act/", {"do": "nonsense"}).status_code == 404
    assert client.post(f"{address}act/", {"do": "same:999999", "row": "4"}).status_code == 404


def test_what_is_downloaded_can_be_opened_and_formulas_are_kept_from_running(world: World) -> None:
    client = browser(world.dara)
    batch = make.checked_import(world.dara, world.fes, "=1+1,Atlantis,,", header=HEADER)
    sheet = load_workbook(io.BytesIO(client.get(f"{batch.get_absolute_url()}file/?form=xlsx").content)).active
    rows = list(sheet.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert rows[0] == ("Name", "Country", "E-mail", "Employees", "Row", "State", "What is wrong")
    assert rows[1][0] == "'=1+1"
    assert (
        client.get(f"{BANK}export/")
        .content.decode("utf-8-sig")
        .splitlines()[0]
        .startswith("Number of the record here,Your own number,Name")
    )
    assert client.get(f"{BANK}template/?form=xlsx").status_code == 200


def test_the_list_of_rows_takes_the_same_queries_for_one_and_for_three(world: World) -> None:
    client = browser(world.dara)

    def count(rows: int) -> int:
        names = [f"{world.lazaward.name},MA,,{n}" for n in range(rows)]
        batch = make.checked_import(world.dara, world.fes, *names, header=HEADER)
        batch.rows.update(state="likely", likely=[{"organisation": world.lazaward.pk, "probability": 0.9, "reasons": ["name"]}])
        client.get(batch.get_absolute_url())
        with CaptureQueriesContext(connection) as seen:
            client.get(f"{batch.get_absolute_url()}?show=likely")
        return len(seen)

    assert count(1) == count(3)


def test_the_databank_takes_the_same_queries_for_one_import_and_for_three(world: World) -> None:
    client = browser(world.dara)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make.checked_import(world.dara, world.fes, "One,MA,,", header=HEADER)
        client.get(BANK)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(BANK).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_who_is_likely_on_record_is_shown_before_an_organisation_is_entered(world: World) -> None:
    client = browser(world.hugo)
    said = {"name": "Teinturerie LAZAWARD sarl", "country": "MA", "kinds": "enterprise", "town": "Fès"}
    assert [each.organisation for each in alike.find(Facts(said["name"], country="MA", town="Fès"), world.hugo)] == [world.lazaward]
    page = client.post("/organisations/new/", said).content.decode()
    assert "It may be on record already" in page and f'href="{world.lazaward.get_absolute_url()}"' in page
    assert not Organisation.objects.filter(name=said["name"]).exists()
    assert world.lazaward.name in client.get("/organisations/alike/", said).content.decode()
    client.post("/organisations/new/", {**said, "other": "1"})
    assert Organisation.objects.filter(name=said["name"]).count() == 1


def test_records_that_one_may_not_know_of_are_not_shown_as_likely(world: World) -> None:
    Organisation.objects.filter(pk=world.lazaward.pk).update(state="closed")
    assert alike.find(Facts("Teinturerie Lazaward", country="MA"), world.hugo) == []
    assert [each.organisation.pk for each in alike.find(Facts("Teinturerie Lazaward", country="MA"), world.dara)] == [world.lazaward.pk]


def test_an_import_from_the_command_line_says_what_it_did(world: World, tmp_path: Path) -> None:
    path, said, out = tmp_path / "list.csv", io.StringIO(), tmp_path / "out.csv"
    path.write_text("Firma,Land\nOne,Morocco\nTwo,Atlantis\n", encoding="utf-8")
    assert import_file(path, "fès", to=said) == 2
    plan = tmp_path / "map.yaml"
    plan.write_text("columns: {Firma: name, Land: country}\ndefaults: {kinds: cso}\n", encoding="utf-8")
    assert import_file(path, "fès", map_file=str(plan), dry_run=True, to=said) == 0
    assert not Organisation.objects.filter(name="One").exists()
    assert import_file(path, "fès", map_file=str(plan), email="dara@example.org", out=str(out), to=said) == 1
    assert Organisation.objects.get(name="One").centre == world.fes
    assert "row 3, Country “Atlantis”: No country is called this." in said.getvalue()
    assert "New: 1, To repair: 1\nNothing was written." in said.getvalue()
    assert "No country is called this." in out.read_text(encoding="utf-8")


def test_an_import_from_the_command_line_that_takes_many_spells_goes_to_its_end(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (import_jobs, writing):
        monkeypatch.setattr(module, "TOGETHER", 1)
    monkeypatch.setattr(import_jobs, "SPELL", 0)
    path = tmp_path / "list.csv"
    path.write_text("Name,Country\nZagora smithy,MA\nLarache pottery,MA\nSefrou carpets,MA\n", encoding="utf-8")
    assert import_file(path, "fès", to=io.StringIO()) == 0
    assert Organisation.objects.filter(import_rows__state="written").count() == 3


@pytest.mark.parametrize("plan", ["columns: {Nothing: name}", "columns: {Name: nonsense}", "columns: [", "defaults: {kinds: enterprise}"])
def test_a_map_that_will_not_do_is_refused(world: World, tmp_path: Path, plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    path, file = tmp_path / "list.csv", tmp_path / "map.yaml"
    path.write_text("Name,Thing\nOne,x\n", encoding="utf-8")
    file.write_text(plan, encoding="utf-8")
    assert import_file(path, "fès", map_file=str(file), to=io.StringIO()) == 2
    assert capsys.readouterr().err.startswith("treadle: ")
    assert import_file(path, "Atlantis", to=io.StringIO()) == 2
