"""What other sites show of needs and offers: the same listings as the public list, under the same filters, without cookies and names."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from world import World, code

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.models import Listing

ATOM = "{http://www.w3.org/2005/Atom}"


def published(world: World, title: str, side: str = "offer", kind: str = "capacity") -> Listing:
    listing = make.listing(
        world.lazaward, world.amina, title, side=side, kind=kind, codes=[code("1313")], detail="Confidential price list",
        details={"skill": "x", "composition": "x", "form": "loan", "amount": "1"},
    )  # fmt: skip
    actions.submit_listing(by=world.amina, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    return listing


def entries(url: str) -> dict[str, str]:
    answer = Client().get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    root = ElementTree.fromstring(answer.content)  # noqa: S314 -- our own answer
    found = {}
    for entry in root.findall(f"{ATOM}entry"):
        title, link = entry.find(f"{ATOM}title"), entry.find(f"{ATOM}link")
        assert title is not None
        assert link is not None
        found[str(title.text)] = str(link.get("href"))
    return found


def test_a_feed_has_what_the_list_has_and_leads_to_it(world: World) -> None:
    offer, _need = published(world, "Dyeing & softening <fast>"), published(world, "Wanted", "need")
    make.listing(world.lazaward, world.amina, "A draft nobody sees")
    assert list(entries("/offers/feed/")) == ["Dyeing & softening <fast>"]
    assert entries("/offers/feed/")[offer.title].endswith(offer.get_absolute_url())
    assert list(entries("/needs/feed/")) == ["Wanted"]


def test_filters_of_the_list_hold_for_feed_and_frame(world: World) -> None:
    published(world, "Dyeing")
    published(world, "Hygiene", kind="training")
    assert list(entries("/offers/feed/?kind=training")) == ["Hygiene"]
    assert list(entries("/offers/feed/?country=FR")) == []
    page = Client().get("/offers/embed/?kind=training").content
    assert (b"Hygiene" in page, b"Dyeing" in page) == (True, False)


@pytest.mark.parametrize("url", ["/offers/feed/", "/offers/embed/"])
def test_neither_says_whose_a_listing_is_or_what_is_for_after_consent(world: World, url: str) -> None:
    published(world, "Dyeing")
    content = Client().get(url).content
    assert b"Dyeing" in content
    assert b"Lazaward" not in content
    assert b"Confidential price list" not in content


def test_the_frame_sets_no_cookie_runs_no_script_and_may_stand_anywhere(world: World) -> None:
    published(world, "Dyeing")
    answer = Client().get("/offers/embed/?in=fr")
    assert answer.cookies == {}
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert b"<script" not in answer.content
    assert b'lang="fr"' in answer.content
    assert "frame-ancestors *" not in Client().get("/offers/")["Content-Security-Policy"]


def test_the_page_gives_the_line_to_copy_with_its_filters(world: World) -> None:
    page = Client(headers={"accept-language": "en"}).get("/offers/?kind=training&page=2").content.decode()
    assert "/offers/embed/?kind=training&amp;in=en" in page
    assert "/offers/feed/?kind=training" in page
