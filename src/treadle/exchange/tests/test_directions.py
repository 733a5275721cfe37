"""The other directions on pages: what fits one's organisation, what stands beside a listing, whom one is never matched with, weights."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from world import World, code

from treadle.demo import make
from treadle.exchange import actions, dealings, directions
from treadle.exchange.models import Enquiry, Listing, NeverMatch
from treadle.exchange.needs import matches, need_of
from treadle.exchange.tests.test_pages import invited, signed_in, submitted
from treadle.kit.models import Event
from treadle.kit.policy import Refused
from treadle.matching import WEIGHTS
from treadle.matching.learning import Lesson


def need(world: World, title: str = "Dyeing of knitted cotton", number: str = "1313", **fields: Any) -> Listing:
    """A published need of Ostermeer."""
    listing = make.listing(world.ostermeer, world.carlos, title, side="need", codes=[code(number)], **fields)
    actions.submit_listing(by=world.carlos, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    return listing


def offer(world: World, title: str = "Dyeing of cotton, 4 t a month free") -> Listing:
    listing = make.listing(world.lazaward, world.amina, title, codes=[code("1313")])
    actions.submit_listing(by=world.amina, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    return listing


def titles(found: list[directions.Found]) -> list[str]:
    return [one.listing.title for one in found]


def test_a_published_need_is_for_whom_it_fits_and_no_longer_when_it_ends(world: World) -> None:
    listing = need(world)
    need(world, "Milk powder in bags", "1050")
    assert titles(directions.for_you(world.lazaward)) == ["Dyeing of knitted cotton"]
    assert titles(directions.for_you(world.ostermeer)) == []  # its own
    actions.close_listing(by=world.carlos, listing=listing)
    assert titles(directions.for_you(world.lazaward)) == []


def test_a_need_not_yet_published_is_for_nobody(world: World) -> None:
    make.listing(world.ostermeer, world.carlos, "Dyeing of knitted cotton", side="need", codes=[code("1313")])
    assert directions.for_you(world.lazaward) == []


def test_the_page_says_why_and_not_whose_need_it_is(world: World) -> None:
    need(world)
    page = signed_in(world.amina).get("/for-you/").content.decode()
    assert "Dyeing of knitted cotton" in page and "of 100" in page
    assert "Ostermeer" not in page
    overview = signed_in(world.amina).get("/").content.decode()
    assert "Needs that fit you" in overview and "Ostermeer" not in overview


def test_who_acts_for_nobody_is_shown_how_to_begin(world: World) -> None:
    page = signed_in(world.hugo).get("/for-you/")
    assert (page.status_code, page.headers["location"]) == (302, "/organisations/new/")


def test_beside_a_need_stand_the_offers_that_fit_and_beside_an_offer_the_needs(world: World) -> None:
    wanted, offered = need(world), offer(world)
    need(world, "Milk powder in bags", "1050")
    assert titles(directions.counterparts(wanted)) == [offered.title]
    assert titles(directions.counterparts(offered)) == [wanted.title]
    page = Client(headers={"accept-language": "en"}).get(wanted.get_absolute_url()).content.decode()
    assert "Offers that fit" in page and offered.title in page
    assert "Lazaward" not in page


def test_a_listing_of_the_same_organisation_is_no_counterpart(world: World) -> None:
    wanted = need(world)
    own = make.listing(world.ostermeer, world.carlos, "Dyeing of cotton", codes=[code("1313")])
    actions.submit_listing(by=world.carlos, listing=own)
    actions.publish(by=world.dara, listing=own)
    assert directions.counterparts(wanted) == []


def test_a_need_posted_twice_is_pointed_out_to_its_own_people_and_the_desk(world: World) -> None:
    need(world)
    again = make.listing(world.ostermeer, world.carlos, "Dyeing of knitted cotton", side="need", codes=[code("1313")])
    actions.submit_listing(by=world.carlos, listing=again)
    assert titles(directions.doubles(again)) == ["Dyeing of knitted cotton"]
    assert b"seems to have published this already" in signed_in(world.dara).get(again.get_absolute_url()).content


def test_another_organisations_like_need_is_similar_but_no_double(world: World) -> None:
    need(world)
    other = make.listing(world.wend_panga, world.efua, "Dyeing of knitted cotton", side="need", codes=[code("1313")])
    actions.submit_listing(by=world.efua, listing=other)
    actions.publish(by=world.grace, listing=other)
    assert titles(directions.beside(other)) == ["Dyeing of knitted cotton"]
    assert directions.doubles(other) == []


def test_organisations_that_do_the_same_are_shown_and_not_the_others(world: World) -> None:
    other = make.organisation("Second Dyer", about="Teinture de coton et de tricots", lang="fr")
    make.capability(other, "Teinture de tricots de coton", codes=[code("1313")], language="fr")
    make.organisation("Dairy", about="Lait et fromages", lang="fr")
    assert [each.name for each in directions.alike(world.lazaward)] == ["Second Dyer"]


def strict(world: World, of: Any, by: Any, standard: str) -> None:
    """A case that went out and requires a certificate."""
    enquiry = make.enquiry(of, by, f"Secret dyeing for {of}", codes=[code("1313")], certificates=[standard], certificates_required=True)
    actions.submit(by=by, enquiry=enquiry)
    Enquiry.objects.filter(pk=enquiry.pk).update(state="out")


def test_a_certificate_is_named_only_where_several_buyers_asked_for_it(world: World) -> None:
    need(world)
    strict(world, world.ostermeer, world.carlos, "ISO 50001")
    strict(world, world.ostermeer, world.carlos, "House rule of Ostermeer")
    assert directions.additions(world.lazaward) == ([], 3)
    strict(world, world.wend_panga, world.efua, "ISO 50001")
    lacking, of = directions.additions(world.lazaward)
    assert ([(one.would_need.render(), len(one.needs)) for one in lacking], of) == ([("A valid certificate: ISO 50001", 2)], 4)
    page = signed_in(world.amina).get(world.lazaward.get_absolute_url()).content.decode()
    assert "A valid certificate: ISO 50001: 2 more needs" in page
    assert "Secret dyeing" not in page and "House rule" not in page


def test_a_case_not_yet_sent_out_or_of_somebody_kept_apart_is_not_counted(world: World) -> None:
    for of, by in ((world.ostermeer, world.carlos), (world.wend_panga, world.efua)):
        strict(world, of, by, "ISO 50001")
    actions.never_match(by=world.amina, organisation=world.lazaward, other=world.ostermeer)
    assert directions.additions(world.lazaward)[0] == []
    Enquiry.objects.update(state="in_review")
    assert directions.additions(world.lazaward) == ([], 0)


def test_what_has_ended_is_not_counted_after_weights_have_changed(world: World) -> None:
    strict(world, world.ostermeer, world.carlos, "ISO 50001")
    listing = need(world)
    assert directions.additions(world.lazaward)[1] == 2
    Enquiry.objects.update(state="withdrawn")
    actions.close_listing(by=world.carlos, listing=listing)
    lesson = Lesson(dict(WEIGHTS), dict(WEIGHTS), 0.6, 0.8, 12, 90)
    actions.adopt_weights(by=world.farid, learnt=actions.propose_weights(by=None, kind="capacity", lesson=lesson))
    assert directions.for_you(world.lazaward) == []
    assert directions.additions(world.lazaward)[1] == 1  # the need was published this year


def test_never_matched_holds_in_both_directions_and_can_be_undone(world: World) -> None:
    listing, wanted = need(world), submitted(world)[0]
    kept = actions.never_match(by=world.amina, organisation=world.lazaward, other=world.ostermeer, note="Owes us money")
    ids = {match.profile_id for match in matches(wanted).matches}
    assert (str(world.lazaward.pk) in ids, directions.for_you(world.lazaward)) == (False, [])
    assert directions.counterparts(offer(world)) == []
    assert Event.objects.filter(verb="exchange.never.set").count() == 1
    actions.allow_again(by=world.amina, never=kept)
    assert str(world.lazaward.pk) in {match.profile_id for match in matches(wanted).matches}
    assert titles(directions.for_you(world.lazaward)) == [listing.title]
    assert Event.objects.filter(verb="exchange.never.lifted").count() == 1


@pytest.mark.parametrize("name", ["hugo", "efua", "bai", "carlos"])
def test_never_is_refused_to_outsiders_and_readers(world: World, name: str) -> None:
    person = getattr(world, name)
    with pytest.raises(Refused):
        actions.never_match(by=person, organisation=world.lazaward, other=world.wend_panga)
    kept = actions.never_match(by=world.amina, organisation=world.lazaward, other=world.wend_panga)
    with pytest.raises(Refused):
        actions.allow_again(by=person, never=kept)
    assert NeverMatch.objects.count() == 1


def test_never_with_oneself_is_refused(world: World) -> None:
    with pytest.raises(ValidationError, match="another organisation"):
        actions.never_match(by=world.amina, organisation=world.lazaward, other=world.lazaward)


def test_the_other_side_does_not_learn_of_it(world: World) -> None:
    actions.never_match(by=world.amina, organisation=world.lazaward, other=world.ostermeer, note="Owes us money")
    for url in ("/", world.lazaward.get_absolute_url(), f"/organisations/{world.ostermeer.pk}/history/", "/never/"):
        assert b"Owes us money" not in signed_in(world.carlos).get(url).content
    assert b"Owes us money" in signed_in(world.amina).get("/never/").content


def test_an_organisation_is_put_on_the_list_from_its_page_and_taken_off_on_the_list(world: World) -> None:
    client = signed_in(world.amina)
    page = client.get(world.ostermeer.get_absolute_url()).content.decode()
    assert "Never match us" in page
    back = client.post("/never/", {"other": world.ostermeer.pk, "next": world.ostermeer.get_absolute_url()})
    assert back.headers["location"] == world.ostermeer.get_absolute_url()
    assert b"Ostermeer" in client.get("/never/").content
    client.post("/never/", {"do": "allow", "other": world.ostermeer.pk})
    assert NeverMatch.objects.count() == 0


@pytest.mark.parametrize("other", ["", "x", "0", "999999"])
def test_an_organisation_that_does_not_exist_is_not_found(world: World, other: str) -> None:
    assert signed_in(world.amina).post("/never/", {"other": other}).status_code == 404


def test_two_that_are_kept_apart_cannot_be_chosen_by_hand(world: World) -> None:
    enquiry = taken(world)
    actions.never_match(by=world.amina, organisation=world.lazaward, other=world.ostermeer)
    with pytest.raises(ValidationError, match="never to be matched"):
        actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward, by_hand=True)


def test_the_desks_note_does_not_reach_the_buyer_and_the_officer_can_undo(world: World) -> None:
    enquiry = taken(world)
    url = f"/enquiries/{enquiry.number}/matches/"
    data = {"do": "exclude", "organisation": world.lazaward.pk, "reason": "other", "note": "Insolvent, in confidence", "never": "1"}
    page = signed_in(world.dara).post(url, data, follow=True).content.decode()
    assert "Never matched with this buyer" in page
    for seen in ("/never/", f"/organisations/{world.ostermeer.pk}/history/"):
        assert b"Insolvent" not in signed_in(world.carlos).get(seen).content
    signed_in(world.dara).post(url, {"do": "include", "organisation": world.lazaward.pk})
    signed_in(world.dara).post(url, {"do": "allow", "organisation": world.lazaward.pk})
    assert NeverMatch.objects.count() == 0
    assert str(world.lazaward.pk) in {match.profile_id for match in matches(enquiry).matches}


def test_the_invited_do_not_read_the_buyers_country_among_the_reasons(world: World) -> None:
    type(world.lazaward).objects.filter(pk=world.lazaward.pk).update(markets=["BE"])
    enquiry = taken(world)
    found = next(match for match in matches(enquiry).matches if match.profile_id == str(world.lazaward.pk))
    invitation = actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward, score=found.score, reasons=found.reasons)
    actions.send(by=world.dara, enquiry=enquiry)
    page = signed_in(world.amina).get(invitation.get_absolute_url()).content.decode()
    assert "Belgi" not in page and "Ostermeer" not in page


def test_an_officer_excludes_for_every_case_of_the_buyer(world: World) -> None:
    first, second = submitted(world, 2)
    actions.take(by=world.dara, enquiry=first)
    data = {"do": "exclude", "organisation": world.lazaward.pk, "reason": "client", "note": "", "never": "1"}
    signed_in(world.dara).post(f"/enquiries/{first.number}/matches/", data)
    assert str(world.lazaward.pk) not in {match.profile_id for match in matches(second).matches}


def taken(world: World) -> Enquiry:
    (enquiry,) = submitted(world)
    actions.take(by=world.dara, enquiry=enquiry)
    enquiry.refresh_from_db()
    return enquiry


def test_weights_order_the_list_at_once_and_are_kept_only_on_request(world: World) -> None:
    enquiry = taken(world)
    client, url = signed_in(world.dara), f"/enquiries/{enquiry.number}/matches/"
    page = client.get(url, {"w.words": "50", "w.codes": "0"}).content.decode()
    assert "Keep for this case" in page
    enquiry.refresh_from_db()
    assert enquiry.weights == {}
    client.post(url, {"do": "weigh", "w.words": "50", "w.codes": "0"})
    enquiry.refresh_from_db()
    assert enquiry.weights == {"words": 50.0, "codes": 0.0}
    assert need_of(enquiry).weights["codes"] == 0
    client.post(url, {"do": "unweigh"})
    enquiry.refresh_from_db()
    assert enquiry.weights == {}


@pytest.mark.parametrize(
    "given", [{"w.words": "0", "w.codes": "0"}, {"w.words": "-1"}, {"w.words": "x"}, {"w.nothing": "3"}, {"w.words": "nan"}]
)
def test_weights_that_are_none_are_refused_with_a_reason_and_nothing_is_kept(world: World, given: dict[str, str]) -> None:
    enquiry = taken(world)
    url = f"/enquiries/{enquiry.number}/matches/"
    assert signed_in(world.dara).get(url, given).status_code == 200
    page = signed_in(world.dara).post(url, {"do": "weigh", **given}, follow=True).content.decode()
    assert "A weight is a number" in page or "At least one thing must count" in page
    enquiry.refresh_from_db()
    assert enquiry.weights == {}


def test_the_points_follow_the_weights(world: World) -> None:
    enquiry = taken(world)
    by_codes = matches(enquiry, {"words": 0, "codes": 50, "freshness": 0, "interest": 0}).matches
    lazaward = next(match for match in by_codes if match.profile_id == str(world.lazaward.pk))
    assert (lazaward.score, [str(one.criterion) for one in lazaward.reasons]) == (100, ["codes"])


def test_a_card_says_what_both_are_about(world: World) -> None:
    cleaner = make.organisation("Nettoyage Atlas", about="Prestations de nettoyage des locaux, des écoles et des vitres", lang="fr")
    make.capability(cleaner, "Nettoyage de bâtiments de la commune", language="fr")
    enquiry = make.enquiry(
        world.ostermeer, world.carlos, "Cleaning services for the buildings of the municipality: offices, schools, windows"
    )
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    page = signed_in(world.dara).get(f"/enquiries/{enquiry.number}/matches/").content.decode()
    assert "Nettoyage Atlas" in page and "Both are about:" in page and "/codes/cpv2008/90" in page


def test_requests_are_counted_for_the_desk_and_nobody_else(world: World) -> None:
    invited(world, 4)
    rows = dealings.asked_most()
    assert [(row.asked, row.answered, row.waiting) for row in rows] == [(1, 1, 0)] * 4
    found = dealings.exposure(rows)
    assert (found.requests, found.organisations, found.share_of_few) == (4, 4, 75)
    assert signed_in(world.dara).get("/desk/requests/").status_code == 200
    assert signed_in(world.amina).get("/desk/requests/").status_code == 404
    lines = signed_in(world.dara).get("/desk/requests/?form=csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Organisation,Country,Asked,Answered,Waiting,Introduced" and len(lines) == 5


def test_a_centre_counts_the_requests_of_its_own_cases(world: World) -> None:
    invited(world, 1)
    assert [row.asked for row in dealings.asked_most([world.douala])] == []
    assert [row.asked for row in dealings.asked_most([world.fes])] == [1]


def test_how_an_organisation_answers_is_part_of_the_reasons(world: World) -> None:
    invited(world, 2)
    enquiry = submitted(world)[0]
    found = dealings.dealings()
    assert {(one.asked, one.answered, one.waiting) for one in found.values()} == {(1, 1, 0)}
    assert all(any(str(reason.criterion) == "interest" for reason in match.reasons) for match in matches(enquiry).matches)
