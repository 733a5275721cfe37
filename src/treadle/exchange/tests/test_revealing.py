"""What of a need would tell suppliers who asks."""

import pytest
from django.test import Client
from world import World

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.revealing import reveals


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Write to carlos@ostermeer.example please", ["carlos@ostermeer.example"]),
        ("Tel. +32 470 11 22 33", ["+32 470 11 22 33"]),
        ("Call 0470/112233 or 0032 (9) 000.11.22", ["0032 (9) 000.11.22"]),
        ("See https://ostermeer.example/needs", ["https://ostermeer.example/needs"]),
        ("We at OSTERMEER  knitwear, Ghent", ["Ostermeer Knitwear"]),
        ("12 000 pieces, 0.05 mm, DN 100-300, ISO 9001:2015, 60 °C, 220 g/m2, EN 10204, 2026-11-27, 38,000 a month", []),
    ],
)
def test_addresses_numbers_and_names_are_found_and_measures_are_not(world: World, text: str, words: list[str]) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", text=text)
    assert [found for _label, found in reveals(enquiry)] == words


def test_the_buyer_and_the_officer_are_warned_before_it_goes_out(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", text="Write to carlos@ostermeer.example")
    buyer, officer = Client(), Client()
    buyer.force_login(world.carlos)
    officer.force_login(world.dara)
    assert "Suppliers would read who asks" in buyer.get(f"/enquiries/{enquiry.number}/check/?lang=en").content.decode()
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward)
    for page in ("", "preview/"):
        shown = officer.get(f"/enquiries/{enquiry.number}/{page}?lang=en").content.decode()
        assert "Suppliers would read who asks" in shown and "carlos@ostermeer.example" in shown


def test_an_officer_mends_what_is_wanted_and_comes_back_to_the_case(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", text="Write to carlos@ostermeer.example")
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    officer = Client()
    officer.force_login(world.dara)
    answer = officer.post(
        f"/enquiries/{enquiry.number}/step/what/?then=case",
        {"title": "Dyeing", "text": "Of knits", "language": "en", "codes": ["isic4:1313"], "version": enquiry.version, "do": "next"},
    )
    assert answer["Location"] == enquiry.get_absolute_url()
    enquiry.refresh_from_db()
    assert (enquiry.text, [code.code for code in enquiry.codes.all()]) == ("Of knits", ["1313"])


def test_saving_and_leaving_keeps_what_is_not_complete_yet(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing")
    buyer = Client()
    buyer.force_login(world.carlos)
    url = f"/enquiries/{enquiry.number}/step/amount/"
    buyer.post(url, {"quantity": "8", "unit": "", "per": "", "version": enquiry.version, "do": "leave"})
    enquiry.refresh_from_db()
    assert (enquiry.quantity, enquiry.unit) == (8, "")
    page = buyer.get(f"/enquiries/{enquiry.number}/check/?lang=en").content.decode()
    assert "Give the quantity its unit" in page
    buyer.post(url, {"quantity": "8", "unit": "", "per": "", "version": enquiry.version, "do": "next"})
    assert "8 of what" in buyer.post(url, {"quantity": "8", "unit": "", "version": enquiry.version, "do": "next"}).content.decode()


def test_leaving_with_a_least_share_above_the_whole_keeps_the_rest(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", quantity=12, unit="t", per="month", least=6)
    buyer = Client()
    buyer.force_login(world.carlos)
    typed = {"quantity": "3", "unit": "t", "per": "month", "least": "6", "version": enquiry.version, "do": "leave"}
    assert buyer.post(f"/enquiries/{enquiry.number}/step/amount/", typed).status_code == 302
    enquiry.refresh_from_db()
    assert (enquiry.quantity, enquiry.least) == (3, None)
