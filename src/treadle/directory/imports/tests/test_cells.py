"""What people write in cells, and what is read in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import load_nomenclature

from treadle.directory.imports import cells
from treadle.directory.imports.cells import Bad


def fault_of(read: Callable[..., Any], *given: Any) -> tuple[str, str]:
    with pytest.raises(Bad) as caught:
        read(*given)
    return caught.value.fault, caught.value.right


@pytest.mark.django_db
class TestCountries:
    @pytest.fixture(autouse=True)
    def places(self) -> None:
        load_nomenclature()
        cells.forget()

    @pytest.mark.parametrize(
        ("said", "iso2"),
        [
            ("Morocco", "MA"), ("MAROC", "MA"), ("المغرب", "MA"), ("ma", "MA"), ("MAR", "MA"), ("Cote d'Ivoire", "CI"),
            ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"), ("Viet Nam", "VN"), ("Deutschland", "DE"), ("中国", "CN"), ("U.S.A.", "US"),
            ("UK", "GB"),
            ("Congo (Kinshasa)", "CD"), ("Slovak Republic", "SK"),
        ],
    )  # fmt: skip
    def test_a_country_is_known_by_any_of_its_names(self, said: str, iso2: str) -> None:
        assert cells.country(said) == iso2

    @pytest.mark.parametrize(("said", "right"), [("Morroco", "MA"), ("Tunisa", "TN"), ("Atlantis", ""), ("#REF!", "")])
    def test_a_misspelt_country_is_a_fault_with_what_may_be_meant(self, said: str, right: str) -> None:
        assert fault_of(cells.country, said) == ("error" if said == "#REF!" else "country", right)


@pytest.mark.parametrize(
    ("said", "number"), [("120", 120), ("1 200", 1200), ("12.0", 12), ("34,0", 34), ("١٢٠", 120), ("1\u00a0200", 1200), ("1'200", 1200)]
)
def test_numbers_as_people_and_spreadsheets_write_them(said: str, number: int) -> None:
    assert cells.whole(said, 0, 10_000) == number


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("10-49", ("whole", "")),
        ("about 30", ("whole", "30")),
        ("12,5", ("whole", "12")),
        ("1.250", ("doubtful", "1250")),
        ("-3", ("range", "")),
    ],
)
def test_what_is_no_whole_number_is_never_guessed(said: str, fault: tuple[str, str]) -> None:
    assert fault_of(cells.whole, said, 0, 10_000) == fault


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2027-05-31", "2027-05-31"), ("2027/5/31", "2027-05-31"), ("31/05/2027", "2027-05-31"), ("05/31/2027", "2027-05-31"),
        ("31.05.2027", "2027-05-31"), ("4.5.2027", "2027-05-04"), ("31 May 2027", "2027-05-31"), ("46538", "2027-05-31"),
        ("2027", "2027-12-31"),
        ("2027-05-31 00:00:00", "2027-05-31"),
    ],
)  # fmt: skip
def test_dates_in_many_formats(said: str, read: str) -> None:
    assert cells.day(said) == read


def test_day_and_month_that_cannot_be_told_apart_are_asked_for() -> None:
    with pytest.raises(Bad) as caught:
        cells.day("04/05/2027")
    assert (caught.value.fault, caught.value.params) == ("date_doubtful", {"one": "2027-05-04", "other": "2027-04-05"})
    assert fault_of(cells.day, "31/31/2027") == ("date", "")
    assert fault_of(cells.day, "soon") == ("date", "")


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_any_date_with_the_year_first_is_read_as_it_is(day: date) -> None:
    assert cells.day(day.isoformat()) == day.isoformat() == cells.day(f"{day.year}.{day.month}.{day.day}")


@given(st.text(max_size=60))
def test_no_reader_does_anything_but_read_or_say_what_is_wrong(text: str) -> None:
    readers: list[Callable[[str], Any]] = [
        cells.emails, cells.phones, cells.website, cells.day, cells.year, lambda t: cells.whole(t, 0, 10**9),
        lambda t: cells.degrees(t, 90),
        cells.long_text, lambda t: cells.line(t, 200), cells.code_keys, cells.parts,
    ]  # fmt: skip
    for read in readers:
        try:
            read(text)
        except Bad as bad:
            assert bad.fault  # noqa: PT017 -- either is right


def test_addresses_and_numbers_with_spaces_several_in_a_cell() -> None:
    assert cells.emails(" amina @zellij.example ; B@X.example") == ["amina@zellij.example", "b@x.example"]
    assert cells.emails("a@x.example b@x.example") == ["a@x.example", "b@x.example"]
    assert fault_of(cells.emails, "amina(at)zellij.example") == ("email", "amina@zellij.example")
    assert cells.phones("+212 535 000 111 / +212 535 000 112") == ["+212 535 000 111", "+212 535 000 112"]
    assert cells.phones("2.12535E+11") == ["212535000000"]
    assert cells.phones("٠٥٣٥٠٠٠١١١") == ["0535000111"]
    assert fault_of(cells.phones, "ask Amina") == ("phone", "")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("www.x.example", "https://www.x.example"),
        ("http://x.example/a", "http://x.example/a"),
        ("https://https://x.example", "https://x.example"),
    ],
)
def test_web_addresses(said: str, read: str) -> None:
    assert cells.website(said) == read


def test_degrees_with_minutes_and_a_side_of_the_world() -> None:
    assert (cells.degrees("34°02'N", 90), cells.degrees("5°00′W", 180), cells.degrees("34,033", 90)) == (34.033333, -5.0, 34.033)
    assert fault_of(cells.degrees, "134.5", 90) == ("degrees", "")


def test_marks_of_html_go_and_formulas_stay_text() -> None:
    assert cells.long_text("<b>Tiles</b><script>alert(1)</script> by hand") == "Tiles  alert(1)  by hand".strip()
    assert cells.line("=HYPERLINK(1)", 50) == "=HYPERLINK(1)"
