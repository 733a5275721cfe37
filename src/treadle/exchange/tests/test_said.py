"""What the text of a draft says is proposed in the steps that ask for it, and nowhere else."""

from decimal import Decimal
from typing import Any

import pytest
from world import World

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.models import Enquiry
from treadle.exchange.said import named, said
from treadle.exchange.tests.test_pages import signed_in


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Teinture de coton, 20 t par mois, GOTS, délai 3 semaines", "fr",
         {"quantity": Decimal(20), "unit": "t", "per": "month", "lead_time_days": 21, "certificates": ["GOTS"]}),
        ("Turning of shafts, diameter 20 mm ±0.05 mm, 5,000 pcs in batches of 500 pcs", "en",
         {"quantity": Decimal(5000), "unit": "pcs", "per": "", "batch": Decimal(500), "batch_unit": "pcs"}),
        ("صباغة القطن 2.5 t شهريا", "ar", {"quantity": Decimal("2.5"), "unit": "t", "per": ""}),
        ("Total 1,500 pcs in lots of 500 pcs", "en",
         {"quantity": Decimal(1500), "unit": "pcs", "per": "", "batch": Decimal(500), "batch_unit": "pcs"}),
        ("9" * 400 + " kg a month", "en", {}),
        ("Nothing in figures", "en", {}),
        ("3 quux, 12 mm thick", "en", {}),
    ],
)  # fmt: skip
def test_figures_of_the_text(world: World, text: str, lang: str, found: dict[str, Any]) -> None:
    assert said(Enquiry(title="Wanted", text=text, language=lang)) == found


def test_a_step_proposes_what_it_leaves_empty_and_says_so(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing, 20 t a month, in batches of 500 kg, lead time 3 weeks, GOTS")
    client = signed_in(world.carlos)
    page = client.get(f"/enquiries/{enquiry.number}/step/amount/").content.decode()
    assert 'value="20"' in page and 'value="500"' in page
    assert "Read from your text: Quantity, Unit, Period, Size of one batch, Unit of the batch." in page
    assert 'value="21"' in client.get(f"/enquiries/{enquiry.number}/step/when/").content.decode()
    assert 'value="GOTS"' in client.get(f"/enquiries/{enquiry.number}/step/conditions/").content.decode()
    actions.edit(by=world.carlos, enquiry=enquiry, version=enquiry.version, fields={"quantity": Decimal(7), "unit": "t", "per": "month"})
    page = client.get(f"/enquiries/{enquiry.number}/step/amount/").content.decode()
    assert 'value="7"' in page and 'value="20"' not in page


def test_what_was_left_empty_on_purpose_is_not_proposed_again(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing, 20 t a month, GOTS")
    client = signed_in(world.carlos)
    address = f"/enquiries/{enquiry.number}/step/conditions/"
    assert 'value="GOTS"' in client.get(address).content.decode()
    client.post(address, {"version": enquiry.version, "certificates": "", "do": "next"})
    page = client.get(address).content.decode()
    assert 'value="GOTS"' not in page and "Read from your text" not in page


def test_only_fields_that_are_there_are_named(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Cotton yarn, 20 t a month in batches of 500 kg", kind="supply")
    page = signed_in(world.carlos).get(f"/enquiries/{enquiry.number}/step/amount/").content.decode()
    assert "Read from your text: Quantity, Unit, Period." in page


def test_nothing_is_proposed_once_the_desk_has_it(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing, 20 t a month")
    actions.submit(by=world.carlos, enquiry=enquiry)
    assert said(enquiry) == {}
    assert b"Read from your text" not in signed_in(world.dara).get(f"/enquiries/{enquiry.number}/step/amount/").content


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Dyers in Morocco or Tunisia", ["MA", "TN"]),
        ("Livraison en Côte d’Ivoire et au Maroc", ["CI", "MA"]),
        ("مورد من المغرب أو مصر", ["MA", "EG"]),
        ("Fabricantes de la República Dominicana, no de Dominica", ["DO", "DM"]),
        ("Single jersey 160 g/m2", []),
        ("Nowhere at all", []),
        ("", []),
    ],
)
def test_countries_that_a_text_names_are_pointed_out_and_not_chosen(world: World, text: str, places: list[str]) -> None:
    assert named(Enquiry(title="", text=text)) == places
    if len(places) == 2 and "Tunisia" in text:
        enquiry = make.enquiry(world.ostermeer, world.carlos, text)
        page = signed_in(world.carlos).get(f"/enquiries/{enquiry.number}/step/conditions/").content.decode()
        assert "Named in your text: Morocco, Tunisia." in page
        enquiry.refresh_from_db()
        assert enquiry.countries == []
