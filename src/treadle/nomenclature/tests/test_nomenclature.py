"""Loading tables, finding codes, the picker, pages."""

import csv
import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from world import code

from treadle import cli
from treadle.nomenclature import loading, publishers, queries, suggest
from treadle.nomenclature.forms import CodesField
from treadle.nomenclature.loading import Row
from treadle.nomenclature.models import Code, Link
from treadle.nomenclature.publishers import tables
from treadle.nomenclature.systems import BY_KEY, level_of, parent_code, resolve

pytestmark = pytest.mark.django_db
CPV = BY_KEY["cpv2008"]


def write(path: Path, rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8") -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return str(path)


def test_a_publishers_table_is_loaded_with_its_languages_and_again_without_effect(tmp_path: Path) -> None:
    head = ["CODE", "EN", "FR", "PL"]
    lines = [["19200000-8", "Textile fabrics", "Étoffes", "Tkaniny"], ["19210000-1", "Woven fabrics", "Tissus", "Tkane"]]
    source = write(tmp_path / "cpv.csv", [head, *lines], ";")
    report = loading.load(CPV, publishers.rows("cpv", tables.read(source)), complete=False)
    assert (report.added, report.changed, sorted(report.languages)) == (1, 1, ["en", "fr", "pl"])
    again = loading.load(CPV, publishers.rows("cpv", tables.read(source)), complete=False)
    assert (again.added, again.changed, again.retired, again.unchanged) == (0, 0, 0, 2)
    woven = Code.objects.select_related("parent").get(system__key="cpv2008", code="19210000")
    assert (woven.labels["pl"], woven.parent.code if woven.parent else "") == ("Tkane", "19200000")


def test_our_arabic_label_survives_a_table_that_has_none(tmp_path: Path) -> None:
    before = Code.objects.get(system__key="cpv2008", code="19200000").labels["ar"]
    loading.load(CPV, [Row("19200000", {"en": "Fabrics"})], complete=False)
    after = Code.objects.get(system__key="cpv2008", code="19200000").labels
    assert (after["ar"], after["en"]) == (before, "Fabrics")


def test_a_code_that_the_publisher_drops_is_retired_not_removed() -> None:
    hs = BY_KEY["hs2017"]
    loading.load(hs, [Row("01", {"en": "Animals"}), Row("02", {"en": "Meat"})])
    report = loading.load(hs, [Row("01", {"en": "Animals"})])
    assert (report.retired, Code.objects.get(system__key="hs2017", code="02").is_retired) == (1, True)
    assert Code.objects.filter(system__key="hs2022", code="02", retired_on=None).count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [("name\nonly one\n", "at least two columns"), ("a,b\n1,2\n", "Columns found: a, b")],
)
def test_a_table_that_cannot_be_read_says_what_it_found(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(content)
    with pytest.raises(ValueError, match=says):
        list(publishers.rows("cpv", tables.read(str(path))))


def test_a_table_in_another_encoding_is_read(tmp_path: Path) -> None:
    source = write(tmp_path / "x.csv", [["code", "fr"], ["19200000", "Étoffes"]], encoding="cp1252")
    (row,) = publishers.rows("cpv", tables.read(source))
    assert row.labels == {"fr": "Étoffes"}


def test_grammar_of_the_families() -> None:
    assert [parent_code("cpv", "19212500"), parent_code("cpv", "19200000"), parent_code("cpv", "19000000")] == ["19212000", "19000000", ""]
    assert [parent_code("hs", "600192"), parent_code("hs", "6001"), parent_code("ics", "01.040.01")] == ["6001", "60", "01.040"]
    assert [level_of("cpv", "19000000"), level_of("cpv", "19212500"), level_of("hs", "600192")] == [1, 5, 4]
    assert [resolve("hs").key, resolve("hs", "2017").key, resolve("isic", "5").key] == ["hs2022", "hs2017", "isic5"]
    with pytest.raises(KeyError, match="known: hs2022, hs2017"):
        resolve("hs", "1900")


@pytest.mark.parametrize(
    ("query", "expected"),
    [("1313", "1313"), ("finishing of textiles", "1313"), ("teinture", "1313"), ("CNC turning", "2592"), ("isic4:2511", "2511")],
)
def test_codes_are_found_by_number_label_and_everyday_word(query: str, expected: str) -> None:
    assert queries.find(query, ["isic4"])[0].code == expected


def test_codes_are_found_in_arabic() -> None:
    label = code("13").labels["ar"]
    assert "13" in [found.code for found in queries.find(label, ["isic4"])]


def clean(*keys: str) -> list[Code]:
    return CodesField(required=False).clean(list(keys))


def test_the_field_takes_codes_with_their_system() -> None:
    assert [found.code for found in clean("isic4:1313", "hs2022:60")] == ["1313", "60"]


def test_an_unknown_code_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValidationError) as caught:
        clean("isic4:9898")
    assert caught.value.code == "unknown"
    assert "Search by a word" in caught.value.messages[0]


def test_an_ambiguous_code_is_refused_with_the_choices() -> None:
    with pytest.raises(ValidationError) as caught:
        clean("60")
    assert caught.value.code == "ambiguous"
    assert "ISIC Rev.4" in caught.value.messages[0] and "HS 2022" in caught.value.messages[0]


def test_a_retired_code_is_refused_with_its_heir() -> None:
    old, new = code("1313"), code("1391")
    Link.objects.create(source=old, target=new)
    Code.objects.filter(pk=old.pk).update(retired_on=timezone.localdate())
    with pytest.raises(ValidationError) as caught:
        clean("isic4:1313")
    assert caught.value.code == "retired"
    assert "1391" in caught.value.messages[0]


def test_too_many_codes_are_refused() -> None:
    keys = [f"isic4:{one.code}" for one in Code.objects.filter(system__key="isic4")[:13]]
    with pytest.raises(ValidationError):
        clean(*keys)


def test_the_page_of_a_code_shows_labels_path_children_and_flags(client: Client) -> None:
    Link.objects.get_or_create(source=code("1313"), target=code("60", "hs2022"), defaults={"source_partial": True})
    Link.objects.filter(source=code("1313"), target=code("60", "hs2022")).update(source_partial=True, target_partial=False)
    page = client.get("/codes/isic4/131/", headers={"accept-language": "en"}).content.decode()
    assert "1313" in page and "Manufacture of textiles" in page
    page = client.get("/codes/isic4/1313/", headers={"accept-language": "en"}).content.decode()
    assert "a part of this code" in page and code("1313").labels["ar"] in page


def test_the_picker_works_with_a_script_and_without(client: Client) -> None:
    assert 'value="isic4:1313"' in client.get("/codes/find/?q=teinture&name=codes").content.decode()
    assert client.get("/codes/find/?q=x&name=not-a-name!").status_code == 404


def test_activities_of_civil_society_are_loaded_and_read_from_texts(tmp_path: Path) -> None:
    head = ["Section", "Group", "Sub-group", "Title", "Notes"]
    lines = [
        ["A", "", "", "Culture, communication and recreation", "ICNPO Group 1"], ["A", "A10", "", "Culture and arts", ""],
        ["A", "A10", "A11", "Performing and visual arts", "Includes theatres, galleries, music halls"], ["", "", "", "", ""],
        ["B", "", "", "Education", ""], ["B", "B10", "", "Primary and secondary schools", ""],
    ]  # fmt: skip
    report = loading.load(BY_KEY["icnptso"], publishers.rows("icnptso", tables.read(write(tmp_path / "i.csv", [head, *lines]))))
    assert (report.added, [code.code for code in Code.objects.filter(system__key="icnptso", parent=None)]) == (5, ["A", "B"])
    tags = [["Code", "tag", "Category", "Subcategory", "Notes"], ["AN", "Animals", "Animals", "", ""], ["AN101", "Cats", "Animals", "", ""]]
    loading.load(BY_KEY["ukcat"], publishers.rows("ukcat", tables.read(write(tmp_path / "u.csv", tags))))
    assert Code.objects.select_related("parent").get(system__key="ukcat", code="AN101").parent.code == "AN"
    assert suggest.suggest("A theatre and music hall for young people", "icnptso", lang="en")[0].code.code == "A11"
    assert suggest.suggest("Home for stray cats", "ukcat", lang="en")[0].code.code == "AN101"


@pytest.mark.parametrize(("system", "says"), [("nosuch", "no classification is called nosuch"), ("cpc", "no codes of CPC")])
def test_classify_says_which_classifications_there_are(system: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treadle.run.prepare_database", lambda: None)
    with pytest.raises(SystemExit, match=says):
        cli.main(["classify", "dyeing", "--system", system])
