"""Saved searches, open needs and open cases: whoever is new or has changed is told of to those whom it concerns, and to nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.directory.finding import narrowed
from treadle.directory.models import Organisation
from treadle.exchange import actions, percolation, watching
from treadle.exchange.models import Listing, SavedSearch
from treadle.exchange.needs import matches
from treadle.exchange.tests.test_pages import signed_in
from treadle.kit import jobs, notify, search, standing
from treadle.kit.models import Delivery, Event, Mail, Notice, Standing
from treadle.kit.policy import Refused


def saved(person: Any, what: str = "organisation", delivery: str = "instant", **wanted: str) -> SavedSearch:
    return actions.save_search(by=person, title=" ".join(wanted.values()), what=what, delivery=delivery, wanted=wanted)


def told(person: Any, rule: str) -> list[str]:
    return [str(notify.show(notice).subject) for notice in Notice.objects.filter(person=person, rule=rule).order_by("pk")]


def found(person: Any) -> list[str]:
    rows = Notice.objects.filter(person=person, rule="exchange.search_found").order_by("pk")
    return [notice.values["title"] for notice in rows]


@pytest.fixture
def watched(world: World) -> World:
    """What stands there now has been looked at."""
    percolation.watch_organisations.call()
    return world


def look() -> None:
    """Everything that waits is done."""
    jobs.run_all()
    percolation.watch_organisations.call()
    jobs.run_all()


def published(world: World, title: str, side: str = "need", of: Any = None, by: Any = None, number: str = "1313") -> Listing:
    listing = make.listing(of or world.ostermeer, by, title, side=side, codes=[code(number)])
    actions.submit_listing(by=None, listing=listing)
    actions.publish(by=None, listing=listing)
    return listing


def test_a_new_organisation_is_told_of_once_to_whom_keeps_a_search_that_it_meets(watched: World) -> None:
    saved(watched.hugo, q="velvet", country="MA")
    saved(watched.efua, q="velvet", country="KE")
    velvet = make.organisation("Velvet House", about="Velvet for theatres")
    make.organisation("Linen House", about="Linen for theatres")
    look()
    make.capability(velvet, "Velvet curtains")
    look()
    assert found(watched.hugo) == ["Velvet House"]
    assert found(watched.efua) == []
    assert SavedSearch.objects.get(person=watched.hugo).found == 1


def test_what_stood_there_before_the_first_look_is_passed_over(world: World) -> None:
    saved(world.hugo, q="velvet")
    make.organisation("Old Velvet", about="Velvet for theatres")
    look()
    make.organisation("New Velvet", about="Velvet for theatres")
    look()
    assert found(world.hugo) == ["New Velvet"]


def test_a_record_that_comes_to_meet_a_search_is_told_of_and_a_hidden_one_is_not(watched: World) -> None:
    saved(watched.hugo, q="velvet")
    changed = make.organisation("Weaver", about="Linen")
    hidden = make.organisation("Hidden", about="Velvet")
    from treadle.directory import actions as directory_actions

    directory_actions.set_open(by=None, organisation=hidden, is_open=False)
    look()
    assert found(watched.hugo) == []
    make.capability(changed, "Velvet curtains")
    look()
    assert found(watched.hugo) == ["Weaver"]


def test_nobody_is_told_of_their_own_and_nobody_who_has_left(watched: World) -> None:
    saved(watched.amina, q="velvet")
    saved(watched.efua, q="velvet")
    type(watched.efua).objects.filter(pk=watched.efua.pk).update(is_active=False)
    make.capability(watched.lazaward, "Velvet curtains")
    look()
    assert found(watched.amina) == found(watched.efua) == []


ROWS: list[tuple[str, dict[str, Any]]] = [
    ("Velvet Fès", {"about": "Velvet upholstery for theatres", "employees": 40, "women_led": True}),
    ("Velvet Douala", {"about": "Rideaux de velours et velvet", "lang": "fr", "country_code": "CM", "employees": 300}),
    ("Linen Fès", {"about": "Linen and upholstery", "kinds": ("enterprise", "cso"), "employees": 5, "ownership": "local"}),
]
FILTERS = [
    {"q": "velv"}, {"q": "upholstery for theatres"}, {"q": "rideaux de velours"}, {"q": "upholstery in"},
    {"q": "velvet"}, {"q": "velvet upholstery"}, {"q": "upholstery"}, {"country": "CM"}, {"country": "MA", "q": "upholstery"},
    {"kind": "cso"}, {"size": "10-49"}, {"size": "250-"}, {"free": "on"}, {"certificate": "ISO 9001"}, {"code": "isic4:13"},
    {"code": "isic4:1392", "q": "velvet"}, {"kind": "bank", "q": "velvet"}, {"women": "on"}, {"ownership": "local"}, {"fresh": "year"},
    {"ownership": "local", "kind": "cso"},
]  # fmt: skip


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_who_keeps_a_search_is_told_of_what_the_list_would_show(watched: World, wanted: dict[str, str]) -> None:
    made = [make.organisation(name, **fields) for name, fields in ROWS]
    make.capability(made[0], "Curtains", codes=[code("1392")], installed=10, used=4, unit="t", per="month")
    make.capability(made[1], "Rideaux", codes=[code("1391")], installed=10, used=10, unit="t", per="month")
    make.certificate(made[0], "ISO 9001:2015")
    make.certificate(made[1], "ISO 9001:2015", expires_on=timezone.localdate() - timedelta(days=1))
    near = search.nearest("organisation", wanted.get("q", ""))
    shown = narrowed(Organisation.objects.filter(pk__in=[one.pk for one in made]), wanted, near)
    kept = saved(watched.hugo, **wanted)
    met = [one for one in made if kept.pk in standing.met("exchange.search.organisation", watching.tokens_of_organisation(one))]
    assert {str(one) for one in met} == {str(one) for one in shown}


@pytest.mark.parametrize(
    ("wanted", "meets"),
    [({"q": "dyeing"}, True), ({"q": "milk"}, False), ({"country": "BE", "q": "dyeing"}, True), ({"country": "MA"}, False),
     ({"kind": "capacity"}, True), ({"kind": "technology"}, False), ({"code": "isic4:13"}, True), ({"code": "isic4:14"}, False)],
)  # fmt: skip
def test_a_published_need_is_told_of_to_whom_keeps_a_search_that_it_meets(watched: World, wanted: dict[str, str], meets: bool) -> None:
    Organisation.objects.filter(pk=watched.ostermeer.pk).update(country="BE")
    saved(watched.hugo, "need", **wanted)
    saved(watched.efua, "offer", **wanted)
    published(watched, "Dyeing of knitted cotton")
    look()
    assert found(watched.hugo) == (["Dyeing of knitted cotton"] if meets else [])
    assert found(watched.efua) == []


def test_a_need_that_is_published_again_is_news_and_one_that_waits_is_not(watched: World) -> None:
    saved(watched.hugo, "need", q="dyeing")
    make.listing(watched.ostermeer, watched.carlos, "Dyeing of silk", side="need", codes=[code("1313")])
    listing = published(watched, "Dyeing of cotton")
    look()
    actions.expire(by=None, listing=listing)
    Listing.objects.filter(pk=listing.pk).update(published_at=timezone.now() - timedelta(days=90))
    Notice.objects.update(once=f"{SavedSearch.objects.get().pk}-listing-{listing.pk}-20200101")
    listing.refresh_from_db()
    actions.renew(by=watched.carlos, listing=listing)
    look()
    assert found(watched.hugo) == ["Dyeing of cotton"] * 2


def test_things_like_one_are_found_by_what_they_say(watched: World) -> None:
    first = published(watched, "Dyeing of knitted cotton in small batches")
    client = signed_in(watched.hugo)
    client.post("/searches/new/", {"what": "need", "like": first.pk, "delivery": "instant"})
    kept = SavedSearch.objects.get()
    assert (kept.title, kept.codes) == ("Like “Dyeing of knitted cotton in small batches”", [["isic4", "1313"]])
    published(watched, "Dyeing knitted cotton, small batches", of=watched.wend_panga)
    published(watched, "Milk powder in bags", of=watched.wend_panga, number="1050")
    look()
    assert found(watched.hugo) == ["Dyeing knitted cotton, small batches"]
    page = client.get(f"/searches/{kept.pk}/").content.decode()
    assert "Dyeing knitted cotton, small batches" in page
    assert "Milk powder" not in page


def test_organisations_like_one_are_found_by_the_same_judge_as_matches(watched: World) -> None:
    signed_in(watched.hugo).post("/searches/new/", {"what": "organisation", "like": watched.lazaward.pk, "delivery": "instant"})
    twin = make.organisation("Second Dyer", about="Teinture de coton et de tricots", lang="fr")
    make.capability(twin, "Teinture de tricots de coton", codes=[code("1313")], language="fr")
    make.organisation("Dairy", about="Lait et fromages", lang="fr")
    look()
    make.capability(watched.lazaward, "Teinture de coton bio", codes=[code("1313")], language="fr")
    look()
    assert found(watched.hugo) == ["Second Dyer"]  # and not the one whose like is sought
    assert b"Second Dyer" in signed_in(watched.hugo).get(f"/searches/{SavedSearch.objects.get().pk}/").content


def test_however_many_keep_the_same_one_all_of_them_are_told(watched: World) -> None:
    for at in range(35):
        signed_in(make.person(f"Seeker {at}")).post(
            "/searches/new/", {"what": "organisation", "like": watched.lazaward.pk, "title": "Mine", "delivery": "daily"}
        )
    twin = make.organisation("Second Dyer", about="Teinture de coton et de tricots", lang="fr")
    make.capability(twin, "Teinture de tricots de coton", codes=[code("1313")], language="fr")
    look()
    assert Notice.objects.filter(rule="exchange.search_found").values("person").distinct().count() == 35


def test_a_returned_case_that_comes_back_is_looked_at_as_it_reads_now(watched: World) -> None:
    enquiry = make.enquiry(watched.ostermeer, watched.carlos, "Milk powder in bags", codes=[code("1050")])
    actions.submit(by=watched.carlos, enquiry=enquiry)
    actions.take(by=watched.dara, enquiry=enquiry)
    actions.return_enquiry(by=watched.dara, enquiry=enquiry, reason="Which?")
    fields = {"title": "Dyeing of knitted cotton", "text": "Dyeing of knitted cotton"}
    actions.edit(by=watched.carlos, enquiry=enquiry, version=enquiry.version, fields=fields, codes=[code("1313")])
    percolation.renew_wishes.call()
    actions.submit(by=watched.carlos, enquiry=enquiry)
    look()
    dyer = make.organisation("Second Dyer", about="Dyeing of knitted cotton")
    make.capability(dyer, "Dyeing of knitted cotton", codes=[code("1313")])
    look()
    (notice,) = Notice.objects.filter(person=watched.dara, rule="exchange.case_match")
    (shown,) = [one for one in matches(enquiry).matches if one.profile_id == str(dyer.pk)]
    assert (notice.values["organisation"], notice.values["score"]) == ("Second Dyer", shown.score)


def test_the_log_of_events_does_not_tell_what_somebody_seeks(world: World) -> None:
    kept = actions.save_search(by=world.hugo, title="Secret takeover", what="need", delivery="daily", wanted={"q": "secretword"})
    actions.change_search(by=world.hugo, search=kept, title="Secret renamed", delivery="off")
    actions.drop_search(by=world.hugo, search=kept)
    told = str(list(Event.objects.values()))
    assert "ecret" not in told


def test_a_need_that_fits_is_told_to_those_who_could_meet_it_and_not_whose_it_is(watched: World) -> None:
    dyer = make.organisation("Second Dyer", about="Dyeing of knitted cotton")
    make.member(watched.hugo, dyer, "owner")
    make.capability(dyer, "Dyeing of knitted cotton", codes=[code("1313")])
    actions.never_match(by=None, organisation=watched.ostermeer, other=dyer)
    published(watched, "Dyeing of knitted cotton")
    look()
    assert told(watched.amina, "exchange.need_fits") == [f"A need that fits {watched.lazaward}: Dyeing of knitted cotton"]
    assert told(watched.carlos, "exchange.need_fits") == told(watched.hugo, "exchange.need_fits") == []
    assert "Ostermeer" not in str(Notice.objects.filter(person=watched.amina).values_list("values", "link"))


def test_a_new_organisation_is_told_of_needs_that_were_there_before(watched: World) -> None:
    published(watched, "Dyeing of knitted cotton")
    published(watched, "Milk powder in bags", number="1050")
    jobs.run_all()
    dyer = make.organisation("Second Dyer", about="Dyeing of knitted cotton")
    make.member(watched.hugo, dyer, "owner")
    make.capability(dyer, "Dyeing of knitted cotton", codes=[code("1313")])
    look()
    assert told(watched.hugo, "exchange.need_fits") == ["A need that fits Second Dyer: Dyeing of knitted cotton"]


def test_an_offer_that_fits_is_told_to_whom_published_the_need(watched: World) -> None:
    published(watched, "Dyeing of knitted cotton")
    published(watched, "Dyeing of cotton, 4 t a month free", "offer", watched.lazaward, watched.amina)
    look()
    assert told(watched.carlos, "exchange.offer_fits") == ["An offer that fits your need: Dyeing of cotton, 4 t a month free"]
    assert "Lazaward" not in str(Notice.objects.filter(person=watched.carlos).values_list("values", "link"))


@pytest.mark.parametrize("state", ["draft", "submitted", "in_review", "approved", "withdrawn", "excluded"])
def test_the_officer_is_told_of_who_is_new_and_fits_a_case_in_hand(watched: World, state: str) -> None:
    enquiry = make.enquiry(watched.ostermeer, watched.carlos, "Dyeing of knitted cotton", codes=[code("1313")])
    if state != "draft":
        actions.submit(by=watched.carlos, enquiry=enquiry)
    if state not in ("draft", "submitted"):
        actions.take(by=watched.dara, enquiry=enquiry)
    if state == "approved":
        actions.approve(by=watched.dara, enquiry=enquiry)
    if state == "withdrawn":
        actions.withdraw(by=watched.dara, enquiry=enquiry, reason="No longer")
    jobs.run_all()
    dyer = make.organisation("Second Dyer", about="Dyeing of knitted cotton")
    make.capability(dyer, "Dyeing of knitted cotton", codes=[code("1313")])
    make.organisation("Dairy", about="Milk and cheese")
    if state == "excluded":
        actions.exclude(by=watched.dara, enquiry=enquiry, organisation=dyer, reason="quality")
    look()
    expected = [f"Fits {enquiry.number}: Second Dyer"] if state in ("in_review", "approved") else []
    assert told(watched.dara, "exchange.case_match") == expected


def test_it_is_told_as_the_search_asks_and_never_by_mail_where_all_such_mail_is_muted(watched: World) -> None:
    saved(watched.hugo, q="velvet")
    saved(watched.efua, delivery="weekly", q="velvet")
    saved(watched.bai, q="velvet")
    saved(watched.carlos, delivery="off", q="velvet")
    notify.prefer(by=watched.bai, wanted={"exchange.search_found": "off"})
    Mail.objects.all().delete()
    make.organisation("Velvet House", about="Velvet for theatres")
    look()
    assert [mail.to for mail in Mail.objects.all()] == [watched.hugo.email]
    assert found(watched.bai) == ["Velvet House"]
    assert found(watched.carlos) == []
    assert (notify.digest(Delivery.DAILY), notify.digest(Delivery.WEEKLY)) == (0, 1)
    assert [mail.to for mail in Mail.objects.order_by("pk")] == [watched.hugo.email, watched.efua.email]


def test_the_same_search_twice_is_one_and_renewing_all_finds_the_same(watched: World) -> None:
    saved(watched.hugo, q="velvet")
    saved(watched.hugo, q="velvet", delivery="weekly")
    published(watched, "Dyeing of knitted cotton")
    jobs.run_all()
    kept = set(Standing.objects.values_list("kind", "object_id", "groups"))
    percolation.renew_wishes.call()
    assert set(Standing.objects.values_list("kind", "object_id", "groups")) == kept
    assert [(one.title, one.delivery) for one in SavedSearch.objects.all()] == [("velvet", "weekly")]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"wanted": {}}, "Filter the list first"),
        ({"wanted": {"sort": "new"}}, "Filter the list first"),
        ({"wanted": {"q": "…"}}, "Filter the list first"),
        ({"wanted": {"code": "isic4:"}}, "Filter the list first"),
        ({"wanted": {"size": "10-49"}}, "Filter the list first"),
        ({"wanted": {"q": "x"}, "what": "people"}, "what is searched for"),
        ({"wanted": {"q": "x"}, "delivery": "hourly"}, "when to tell"),
    ],
)
def test_a_search_that_says_nothing_is_not_kept(world: World, fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        actions.save_search(**{"by": world.hugo, "title": "x", "what": "need", "delivery": "daily", **fields})
    assert not SavedSearch.objects.exists()


def test_there_is_a_limit_and_it_is_said(world: World) -> None:
    SavedSearch.objects.bulk_create(
        [SavedSearch(person=world.hugo, title="x", what="need", wanted={"q": str(at)}, digest=str(at)) for at in range(100)]
    )
    with pytest.raises(ValidationError, match="You keep 100 searches"):
        saved(world.hugo, q="one more")


def test_only_who_keeps_a_search_sees_changes_and_drops_it(world: World) -> None:
    kept = saved(world.hugo, q="velvet")
    for name in ("amina", "dara", "farid", "root"):
        client = signed_in(world.everybody()[name])
        assert client.get(f"/searches/{kept.pk}/").status_code == 404
        assert client.post("/searches/", {"search": kept.pk, "do": "drop"}).status_code == 404
        assert b"velvet" not in client.get("/searches/").content
        with pytest.raises(Refused):
            actions.drop_search(by=world.everybody()[name], search=kept)
        with pytest.raises(Refused):
            actions.change_search(by=world.everybody()[name], search=kept, title="x", delivery="off")
    client = signed_in(world.hugo)
    client.post("/searches/", {"search": kept.pk, "do": "change", "title": "Velvets", "delivery": "weekly"})
    kept.refresh_from_db()
    assert (kept.title, kept.delivery) == ("Velvets", "weekly")
    client.post("/searches/", {"search": kept.pk, "do": "change", "title": " ", "delivery": "weekly"})
    client.post("/searches/", {"search": kept.pk, "do": "drop"})
    assert not SavedSearch.objects.exists() and not Standing.objects.exists()
    verbs = list(Event.objects.filter(verb__startswith="exchange.search").order_by("at").values_list("verb", flat=True))
    assert verbs == ["exchange.search.kept", "exchange.search.changed", "exchange.search.dropped"]


def test_a_visitor_keeps_no_search(world: World) -> None:
    from django.contrib.auth.models import AnonymousUser

    with pytest.raises(Refused):
        saved(AnonymousUser(), q="velvet")
    assert Client().post("/searches/new/", {"what": "need", "f.q": "x"}).status_code == 302
    assert not SavedSearch.objects.exists()


def test_a_list_is_saved_from_its_page_with_its_filters(world: World) -> None:
    client = signed_in(world.hugo)
    page = client.get("/organisations/?q=coton&country=MA&sort=name").content.decode()
    assert 'name="f.country" value="MA"' in page and "Be told of new ones" in page
    assert "Be told of new ones" not in client.get("/organisations/").content.decode()
    assert "Be told of new ones" in client.get("/needs/?kind=capacity").content.decode()
    client.post("/searches/new/", {"what": "organisation", "f.q": "coton", "f.country": "MA", "f.evil": "x", "delivery": "daily"})
    kept = SavedSearch.objects.get()
    assert (kept.title, kept.wanted) == ("coton, Morocco", {"q": "coton", "country": "MA"})
    assert kept.get_absolute_url() == "/organisations/?q=coton&country=MA"
    page = client.get("/searches/").content.decode()
    assert "coton, Morocco" in page and "Nothing new since it was saved" in page
