"""Finding organisations: spelling, place and distance, facets, table, map, side by side."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from world import World

from treadle.demo import make
from treadle.directory import actions, queries
from treadle.directory.detailed import Interest, Society
from treadle.directory.finding import FACETS, ROLES, box_of, is_near, km_of, narrowed, origin_of
from treadle.directory.mapping import REGIONS, WORLD, Circle, Drawn, draw, on_tiles
from treadle.directory.models import Organisation, Site
from treadle.directory.visibility import choose, to_public
from treadle.exchange import percolation
from treadle.exchange.models import SavedSearch
from treadle.kit import search
from treadle.nomenclature.models import Country

BACKEND = "django.contrib.auth.backends.ModelBackend"


def at(name: str, latitude: float, longitude: float, town: str = "", country: str = "MA", **fields: Any) -> Organisation:
    made = make.organisation(name, country_code=country, **fields)
    site = Site(
        organisation=made, town=town or name, country=Country.objects.get(pk=country), latitude=latitude, longitude=longitude, is_main=True
    )
    actions.save_part(by=None, part=site)
    return made


def names(**wanted: str) -> list[str]:
    near = search.nearest("organisation", wanted.get("q", ""))
    return sorted(str(each) for each in narrowed(queries.visible_to(None), wanted, near).distinct())


# Where ----------------------------------------------------------------------------------------------------------------------------------


def test_distance_is_counted_as_the_crow_flies_from_a_town_on_record_or_a_point(world: World) -> None:
    at("Rabat works", 34.02, -6.84)
    at("Meknes works", 33.89, -5.55)
    found = narrowed(queries.visible_to(None), {"near": "fès", "km": "60"}).order_by("distance")
    assert [str(each) for each in found] == ["Teinturerie Lazaward", "Meknes works"]
    distances = {str(each): each.distance for each in narrowed(queries.visible_to(None), {"near": "34.03,-5.0", "km": "500"})}  # type: ignore[attr-defined]
    assert distances["Teinturerie Lazaward"] == pytest.approx(0, abs=0.01)
    assert distances["Meknes works"] == pytest.approx(53.1, abs=1)  # great circle of a table of distances
    assert distances["Rabat works"] == pytest.approx(169.6, abs=1.5)


def test_the_date_line_and_the_pole_are_no_edges(world: World) -> None:
    at("East of the line", -17.0, -179.5, country="FJ")
    at("West of the line", -17.0, 179.5, country="FJ")
    assert names(near="-17.0, 179.9", km="100") == ["East of the line", "West of the line"]
    at("High north", 88.0, 170.0, country="NO")
    assert names(near="89, -10", km="400") == ["High north"]


def test_a_country_is_a_place_too_and_an_unknown_one_narrows_nothing_and_says_so(world: World, client: Client) -> None:
    assert origin_of("Belgique") is not None and origin_of("Nowhere at all") is None
    page = client.get("/organisations/?near=Nowhere+at+all", headers={"accept-language": "en"}).content.decode()
    assert "Nobody on record is in a place called “Nowhere at all”" in page and "Lazaward" in page


@given(st.text(max_size=30))
def test_nothing_typed_as_a_distance_or_a_box_breaks(text: str) -> None:
    assert 1 <= km_of({"km": text}) <= 5000
    box = box_of(text)
    assert box is None or (box[0] < box[2] and box[1] < box[3])


@pytest.mark.parametrize("text", ["91,0", "0,181", "1,2,3", "nan,nan", "1e400,2"])
def test_a_point_that_is_nowhere_is_none(world: World, text: str) -> None:
    assert origin_of(text) is None


def test_a_place_that_its_owner_hides_is_neither_found_nor_drawn(world: World) -> None:
    choose(by=world.amina, organisation=world.lazaward, wanted={"position": "centre"})
    assert names(near="34.03,-5.0", km="10") == [] and origin_of("Fès") is None
    drawn = draw(queries.visible_to(None).filter(pk=world.lazaward.pk), None)
    assert [(each.country, each.count) for each in drawn.circles] == [("MA", 1)] and drawn.placed == 0


def test_who_keeps_a_search_near_a_place_is_told_of_what_is_there(world: World) -> None:
    kept = SavedSearch(wanted={"near": "34.03,-5.0", "km": "30", "kind": "enterprise"})
    assert is_near(kept.wanted, world.lazaward) and not is_near(kept.wanted, at("Far away", 10, 10))
    from treadle.exchange import actions as exchange

    exchange.save_search(by=world.hugo, title="Near", what="organisation", delivery="instant", wanted=kept.wanted)
    percolation.tell_of_organisation(at("Next door", 34.1, -5.0))
    percolation.tell_of_organisation(at("Another far one", 10, 10))
    assert [notice.values["title"] for notice in world.hugo.notices.filter(rule="exchange.search_found")] == ["Next door"]


def test_a_region_has_its_countries_at_any_depth_and_is_drawn_as_a_piece_of_the_world(world: World) -> None:
    make.organisation("Andes Mill", country_code="PE")
    make.organisation("Filature du Nord", country_code="FR")
    assert "Filature du Nord" in names(region="150") and names(region="019") == ["Andes Mill"] and "Andes Mill" not in names(region="002")
    africans = [name for country in ("MA", "TN", "BF", "CM", "GH", "SN", "CI") for name in names(country=country)]
    assert names(region="002") == sorted(africans)
    whole = draw(queries.visible_to(None), None)
    africa = draw(narrowed(queries.visible_to(None), {"region": "002"}), None, "002")
    assert africa.box == REGIONS["002"] and whole.box != africa.box
    for circle in africa.circles:
        assert africa.box[0] <= circle.x <= africa.box[2] and africa.box[1] <= -circle.y <= africa.box[3]


@given(st.floats(-179, 178), st.floats(-80, 79), st.floats(0.001, 300))
def test_tiles_cover_the_piece_of_the_map_that_is_shown_and_not_much_more(west: float, south: float, size: float) -> None:
    box = (west, south, min(west + size, 180.0), min(south + size / 2, 84.0))
    drawn = on_tiles(Drawn("", box, (), 0, 0, 1.0), "https://tiles.example/{z}/{x}/{y}.png")
    left, top, width, height = map(float, drawn.view.split())
    assert min(tile.x for tile in drawn.tiles) <= left + 0.01 and min(tile.y for tile in drawn.tiles) <= top + 0.01
    assert max(tile.x + tile.size for tile in drawn.tiles) >= left + width - 0.01
    assert max(tile.y + tile.size for tile in drawn.tiles) >= top + height - 0.01
    assert len(drawn.tiles) <= 25
    for tile in drawn.tiles:
        found = re.fullmatch(r"https://tiles\.example/(\d+)/(\d+)/(\d+)\.png", tile.address)
        assert found is not None
        zoom, column, row = map(int, found.groups())
        assert zoom <= 17 and column < 2**zoom and row < 2**zoom


def test_a_place_stands_on_the_tile_that_is_known_to_hold_it() -> None:
    """The middle of London lies on tile 16/32744/21792, by the other form of the formula: 1 - asinh(tan(latitude)) / pi."""
    circle = Circle(-0.1278, -51.5074, 0.001, 1, "London")
    drawn = on_tiles(Drawn("", (-0.135, 51.504, -0.12, 51.511), (circle,), 1, 0, 0.001), "{z}/{x}/{y}")
    zoom = int(drawn.tiles[0].address.split("/")[0])
    column, row = int(drawn.circles[0].x // 256), int(drawn.circles[0].y // 256)
    assert (column >> (zoom - 16), row >> (zoom - 16)) == (32744, 21792)


def test_pictures_come_from_another_site_only_where_a_reader_asks_for_them(world: World, client: Client) -> None:
    plain = client.get("/organisations/?view=map")
    assert "https://tile" not in plain.content.decode()
    assert "openstreetmap" not in plain["Content-Security-Policy"]
    asked = client.get("/organisations/?view=map&tiles=on")
    assert '<image href="https://tile.openstreetmap.org/2/' in asked.content.decode()
    assert "img-src 'self' data: https://tile.openstreetmap.org" in asked["Content-Security-Policy"]
    assert asked["Referrer-Policy"] == "strict-origin-when-cross-origin" and plain["Referrer-Policy"] == "same-origin"
    with override_settings(TILES=""):
        none = client.get("/organisations/?view=map&tiles=on")
    assert "openstreetmap" not in none.content.decode() + none["Content-Security-Policy"]


@pytest.mark.parametrize("box", ["500,500,600,600", "-999,-999,999,999", "170,80,190,89", "0,89.9,1,90"])
def test_a_box_off_the_world_breaks_nothing(world: World, client: Client, box: str) -> None:
    for tiles in ("", "on"):
        assert client.get(f"/organisations/?view=map&box={box}&tiles={tiles}").status_code == 200


def test_the_table_beside_the_map_tells_the_place_with_and_without_pictures(world: World, client: Client) -> None:
    at("Novosibirsk Mill", 55.0, 82.9, country="RU")
    for tiles in ("", "on"):
        page = client.get(f"/organisations/?view=map&region=150&tiles={tiles}", headers={"accept-language": "en"}).content.decode()
        assert "55.0, 82.9" in page, "a site beyond the usual frame of a region is drawn and told all the same"


def test_roles_are_found_and_told_of_a_record(world: World) -> None:
    union = make.organisation("Union des Tisseuses", country_code="MA", kinds=("cso",))
    unit = make.organisation("Unité Safia", country_code="MA")
    Organisation.objects.filter(pk=unit.pk).update(parent=union)
    draft = make.organisation("Unité cachée", country_code="MA")
    Organisation.objects.filter(pk=draft.pk).update(parent=world.lazaward, state="draft")
    assert names(role="speaks") == ["Union des Tisseuses"] and names(role="part") == ["Unité Safia"]
    assert "Teinturerie Lazaward" in names(role="supplier") and "Unité Safia" not in names(role="supplier")
    role = FACETS["role"]
    for each in Organisation.objects.filter(state="public"):
        told = list(role.values(each, to_public(each)))
        assert told == [key for key in ROLES if each.name in names(role=key)]


# What -----------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "used"), [("tenture", ""), ("teinturerei", "teinturerie"), ("tricotz", "tricots"), ("lazawrd", "lazaward")]
)
def test_a_slip_is_mended_and_said(world: World, client: Client, typed: str, used: str) -> None:
    page = client.get("/organisations/", {"q": typed}, headers={"accept-language": "en"}).content.decode()
    assert "Teinturerie Lazaward" in page or not used
    if used:
        assert f"Nothing says “{typed}”" in page


def test_words_that_are_on_record_are_never_taken_for_others(world: World) -> None:
    make.organisation("Coton et tricot", country_code="MA")
    make.organisation("Colon et cargo", country_code="MA")
    assert names(q="colon") == ["Colon et cargo"]


def test_words_of_which_only_some_are_on_record_find_those(world: World) -> None:
    assert names(q="Quirkle tricots") == ["Teinturerie Lazaward"]


def test_a_search_for_a_place_that_is_none_is_not_saved(world: World) -> None:
    from django.core.exceptions import ValidationError

    from treadle.exchange import actions as exchange

    for wanted in ({"near": "Nowhere at all"}, {"box": "nonsense"}):
        with pytest.raises(ValidationError):
            exchange.save_search(by=world.hugo, title="x", what="organisation", delivery="daily", wanted=wanted)


def test_an_organisation_with_three_sites_is_one_on_the_map(world: World) -> None:
    made = at("Velvet", 6.5, 3.4, country="NG")
    for number in (1, 2):
        site = Site(organisation=made, town="X", country=Country.objects.get(pk="NG"), latitude=6.5 + number / 1000, longitude=3.4)
        actions.save_part(by=None, part=site)
    drawn = draw(Organisation.objects.filter(pk=made.pk), None)
    assert [each.count for each in drawn.circles] == [1] and drawn.placed == 1


def test_societies_and_investors_are_found_by_what_is_asked_of_them(world: World) -> None:
    society = Society(organisation=world.wend_panga, type="members", kinds=["cooperative", "women"], fields=["agro"])
    actions.save_part(by=world.efua, part=society)
    investor = make.organisation("Northern Fund", country_code="BE", kinds=["investor"])
    actions.save_part(by=None, part=Interest(organisation=investor, text="Food processing in West Africa", sought=["equity", "training"]))
    assert names(cso="members") == names(cso_kind="women") == names(field="agro") == ["Union Wend-Panga"]
    assert names(cso="others") == names(cso_kind="union") == names(field="energy") == []
    assert names(seeks="equity") == ["Northern Fund"] == names(q="food processing") and names(seeks="loan") == []


def test_each_facet_offers_values_that_do_what_they_say_and_others_do_nothing(world: World) -> None:
    everybody = names()
    for value in ("nonsense", "1; DROP TABLE", "-1"):
        for key in ("kind", "size", "ownership", "women", "free", "centre", "fresh", "cso", "seeks", "box"):
            assert names(**{key: value}) == everybody
    assert names(centre=str(world.douala.pk)) == ["Exchange of Douala", "Union Wend-Panga"]


# How it is shown -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["", "table", "map"])
def test_each_view_shows_the_same_and_takes_as_many_queries_for_three_as_for_one(world: World, client: Client, view: str) -> None:
    counts = []
    for number in range(4):
        at(f"Velvet {number}", 33 + number, -5, women_led=True)
        if number in (0, 3):
            client.get("/organisations/", {"view": view, "q": "velvet"})
            with CaptureQueriesContext(connection) as seen:
                page = client.get("/organisations/", {"view": view, "q": "velvet"}, headers={"accept-language": "en"})
            counts.append(len(seen))
            assert f"{number + 1} organisation" in page.content.decode()
    assert counts[0] == counts[1]


def test_sites_close_together_are_one_circle_that_leads_to_them(world: World, client: Client) -> None:
    for number in range(5):
        at(f"Velvet {number}", 6.5 + number / 100, 3.4, country="NG")
    at("Velvet far", -1.3, 36.8, country="KE")
    found = narrowed(queries.visible_to(None), {}, search.nearest("organisation", "velvet"))
    drawn = draw(found, None)
    assert [each.count for each in drawn.circles] == [5, 1] and drawn.placed == 6
    assert names(q="velvet", box=drawn.circles[0].box) == [f"Velvet {number}" for number in range(5)]
    closer = draw(found, box_of(drawn.circles[0].box))
    west, south, east, north = closer.box
    assert east - west < WORLD[2] - WORLD[0] and west < 3.4 < east and south < 6.5 < north
    page = client.get("/organisations/", {"view": "map", "box": drawn.circles[0].box}, headers={"accept-language": "en"}).content.decode()
    assert "United Nations" in page and "openstreetmap.org" in page and "<table" in page


def test_up_to_four_stand_side_by_side_and_none_shows_more_than_its_page(world: World, client: Client) -> None:
    made = [make.organisation(f"Maker {number}", employees=771 + number) for number in range(5)]
    choose(by=None, organisation=made[0], wanted={"people": "centre"})
    url = "/organisations/compare/?" + "&".join(f"pk={each.pk}" for each in made)
    page = client.get(url, headers={"accept-language": "en"}).content.decode()
    assert all(f"Maker {number}" in page for number in range(4)) and "Maker 4" not in page
    assert "771" not in page and "772" in page and "1 more was ticked" in page
    hidden = make.organisation("Closed one")
    actions.set_open(by=None, organisation=hidden, is_open=False)
    assert b"Closed one" not in client.get(f"/organisations/compare/?pk={hidden.pk}&pk={made[0].pk}&pk=x&pk=99999999999999999999").content
