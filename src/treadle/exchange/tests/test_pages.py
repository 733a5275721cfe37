"""Pages of the exchange: the same queries for one row and for three, forms that keep what was typed, the two layers."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.kinds import all_kinds, kind_of
from treadle.exchange.models import Enquiry, Invitation, Listing
from treadle.exchange.needs import matches

BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(person: Any) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(person, backend=BACKEND)
    return client


def published(world: World, number: int = 1, side: str = "offer") -> list[Listing]:
    made = []
    for at in range(number):
        listing = make.listing(
            world.lazaward, world.amina, f"Offer {at}", side=side, detail="Confidential price list", codes=[code("1313")]
        )
        actions.submit_listing(by=world.amina, listing=listing)
        actions.publish(by=world.dara, listing=listing)
        made.append(listing)
    return made


def submitted(world: World, number: int = 1) -> list[Enquiry]:
    made = []
    for at in range(number):
        enquiry = make.enquiry(world.ostermeer, world.carlos, f"Dyeing {at}", codes=[code("1313")])
        actions.submit(by=world.carlos, enquiry=enquiry)
        made.append(enquiry)
    return made


def suppliers(world: World, rows: int) -> list[Any]:
    made = [make.organisation(f"Dyer {at}-{rows}", about="Teinture de coton", lang="fr") for at in range(rows)]
    for organisation in made:
        make.capability(organisation, "Teinture de tricots de coton", codes=[code("1313")], language="fr")
    return made


def invited(world: World, rows: int) -> None:
    """So many more suppliers are asked in the one case."""
    enquiry = Enquiry.objects.filter(state="out").first()
    if enquiry is None:
        (enquiry,) = submitted(world)
        actions.take(by=world.dara, enquiry=enquiry)
    for organisation in suppliers(world, rows):
        actions.choose(by=world.dara, enquiry=enquiry, organisation=organisation)
    actions.send(by=world.dara, enquiry=enquiry)
    for invitation in enquiry.invitations.filter(state="sent"):
        actions.answer(by=world.dara, invitation=invitation, state="interested", fields={})


def joined(world: World, rows: int) -> None:
    for at in range(rows):
        make.member(make.person(f"Member {at}"), world.lazaward, "reader")


def employed(world: World, rows: int) -> None:
    for at in range(rows):
        make.staff(make.person(f"Officer {at}"), world.fes, "officer")


def wanted_by_many(world: World, rows: int) -> None:
    """Cases on the desk whose matches are not yet looked at (the desk shows the best of the newest, however many there are)."""
    for enquiry in submitted(world, rows):
        actions.take(by=world.dara, enquiry=enquiry)
        actions.return_enquiry(by=world.dara, enquiry=enquiry, reason="Which shade?")


NUMBER = f"{timezone.localdate().year}-0001"


def fitting(world: World, rows: int) -> None:
    """Needs of somebody else that a dyer could meet."""
    for at in range(rows):
        listing = make.listing(world.ostermeer, world.carlos, f"Dyeing of cotton {at}", side="need", codes=[code("1313")])
        actions.submit_listing(by=world.carlos, listing=listing)
        actions.publish(by=world.dara, listing=listing)


def kept_apart(world: World, rows: int) -> None:
    for at in range(rows):
        other = make.organisation(f"Rival {at}-{rows}")
        actions.never_match(by=world.amina, organisation=world.lazaward, other=other)


def kept_in_view(world: World, rows: int) -> None:
    for at in range(rows):
        wanted = {"q": f"x{at}-{rows}", "country": "MA", "kind": "enterprise", "code": ["isic4:1313", "isic4:1391", "isic4:1392"][at]}
        actions.save_search(by=world.amina, title="x", what="organisation", delivery="daily", wanted=wanted)


def quoted(world: World, rows: int) -> None:
    """So many more suppliers ask, and quote the items of the one request; each item has a drawing."""
    enquiry = Enquiry.objects.filter(state="out").first()
    if enquiry is None:
        enquiry = make.enquiry(world.ostermeer, world.carlos, "Panels", codes=[code("1313")])
        for title in ("Front", "Back"):
            item = make.item(enquiry, world.carlos, title)
            actions.add_drawing(by=world.carlos, item=item, upload=SimpleUploadedFile(f"{title}.pdf", b"%PDF-1.7"))
        actions.submit(by=world.carlos, enquiry=enquiry)
        make.out(enquiry, world.dara, world.lazaward)
        enquiry.refresh_from_db()
    for organisation in suppliers(world, rows):
        actions.choose(by=world.dara, enquiry=enquiry, organisation=organisation)
    actions.send(by=world.dara, enquiry=enquiry)
    for invitation in enquiry.invitations.filter(state="sent").exclude(organisation=world.lazaward):
        actions.ask(by=world.dara, invitation=invitation, text="Which shade?")
        lines = {item.pk: {"price": 3, "unit": "pcs"} for item in enquiry.items.all()}
        actions.draft_quotation(by=world.dara, invitation=invitation, head={"currency": "EUR"}, lines=lines)
        draft = invitation.quotations.get()
        actions.attach(by=world.dara, quotation=draft, upload=SimpleUploadedFile("offer.pdf", b"%PDF-1.7"))
        actions.send_quotation(by=world.dara, invitation=invitation, consent=True)


def listed(world: World, rows: int) -> None:
    """So many more items on the one draft."""
    enquiry = Enquiry.objects.first() or make.enquiry(world.ostermeer, world.carlos, "Panels", codes=[code("1313")])
    for at in range(rows):
        item = make.item(enquiry, world.carlos, f"Item {at}", codes=[code("1313")])
        actions.add_drawing(by=world.carlos, item=item, upload=SimpleUploadedFile("a.pdf", b"%PDF-1.7"))


def offered(world: World, rows: int) -> None:
    """So many more items in a request to one supplier."""
    Enquiry.objects.update(state="draft")
    listed(world, rows)
    enquiry = Enquiry.objects.get()
    Enquiry.objects.update(state="out")
    if not enquiry.invitations.exists():
        Invitation.objects.create(enquiry=enquiry, organisation=world.lazaward, state="sent", sent_at=timezone.now())


def referred(world: World, rows: int) -> None:
    """The one case is sent on to so many more centres."""
    invited(world, 1)
    enquiry = Enquiry.objects.get()
    made = [make.centre(f"C{at}-{rows}", "spx", country_code="MA") for at in range(rows)]
    actions.refer(by=world.dara, enquiry=enquiry, centres=made)


LISTS: dict[str, tuple[str, Any]] = {
    f"/enquiries/{NUMBER}/responses/#quoted": ("carlos", quoted),
    f"/enquiries/{NUMBER}/award/": ("carlos", quoted),
    f"/enquiries/{NUMBER}/questions/": ("dara", quoted),
    f"/enquiries/{NUMBER}/#items": ("carlos", listed),
    f"/enquiries/{NUMBER}/items/": ("carlos", listed),
    "/invitations/LAST/quote/": ("amina", offered),
    f"/enquiries/{NUMBER}/check/": ("carlos", listed),
    f"/enquiries/{NUMBER}/invitations/#referred": ("dara", referred),
    "/desk/?show=all#questions": ("dara", quoted),
    "/desk/figures/": ("dara", submitted),
    "/needs/": ("visitor", lambda world, rows: published(world, rows, "need")),
    "/offers/": ("visitor", published),
    "/search/?q=coton": ("visitor", suppliers),
    "/organisations/?kind=enterprise": ("visitor", suppliers),
    "/enquiries/": ("carlos", submitted),
    "/account/notices/": ("dara", submitted),
    "/desk/?show=all": ("dara", wanted_by_many),
    "/organisations/centres/": ("visitor", lambda world, rows: [make.centre(f"C{at}", "spx", country_code="MA") for at in range(rows)]),
    "/organisations/centres/FES/": ("driss", employed),
    "/organisations/?q=coton": ("visitor", suppliers),
    "/organisations/LAZAWARD/members/": ("amina", joined),
    "/organisations/LAZAWARD/history/": ("amina", lambda world, rows: [make.contact(world.lazaward, f"C{at}") for at in range(rows)]),
    "/organisations/LAZAWARD/": (
        "visitor",
        lambda world, rows: [make.capability(world.lazaward, "x", codes=[code("1313")]) for _ in range(rows)],
    ),
    f"/enquiries/{NUMBER}/invitations/": ("dara", invited),
    f"/enquiries/{NUMBER}/responses/": ("carlos", invited),
    f"/enquiries/{NUMBER}/history/": ("carlos", invited),
    f"/enquiries/{NUMBER}/matches/": ("dara", invited),
    "/for-you/": ("amina", fitting),
    "/organisations/LAZAWARD/#own": ("amina", lambda world, rows: (submitted(world, rows), fitting(world, rows))),
    "/": ("amina", fitting),
    "/never/": ("amina", kept_apart),
    "/searches/": ("amina", kept_in_view),
    "/desk/requests/": ("dara", invited),
}


@pytest.mark.parametrize("url", LISTS)
def test_a_list_takes_the_same_queries_for_one_row_and_for_three(world: World, url: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    who, fill = LISTS[url]
    address = url.replace("LAZAWARD", str(world.lazaward.pk)).replace("FES", str(world.fes.pk))
    client = Client() if who == "visitor" else signed_in(world.everybody()[who])
    counts = []
    for more in (1, 2):
        fill(world, more)
        if "LAST" in address:
            address = address.replace("LAST", str(Invitation.objects.latest("pk").pk))
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_the_detail_of_a_listing_is_for_its_own_people_and_their_officer(world: World) -> None:
    (listing,) = published(world)
    seen = {
        name: b"Confidential price list" in signed_in(person).get(f"/listings/{listing.pk}/").content
        for name, person in world.everybody().items()
    }
    assert {name for name, sees in seen.items() if sees} == {"amina", "bai", "ines", "dara", "driss", "farid", "grace", "root"}
    assert b"Confidential price list" not in Client().get(f"/listings/{listing.pk}/").content


def test_a_listing_does_not_say_whose_it_is(world: World) -> None:
    (listing,) = published(world)
    for url in (f"/listings/{listing.pk}/", "/offers/", "/offers/?form=csv", "/search/?q=Offer"):
        assert b"Lazaward" not in Client().get(url).content


def test_an_enquiry_in_steps_keeps_drafts_and_what_was_typed(world: World) -> None:
    client = signed_in(world.carlos)
    first = client.post(
        "/enquiries/new/?kind=capacity", {"title": "Dyeing", "text": "Knits", "language": "en", "codes": ["isic4:1313"], "do": "next"}
    )
    enquiry = Enquiry.objects.get()
    assert first["Location"] == f"/enquiries/{enquiry.number}/items/"
    first = client.post(first["Location"], {"do": "next"})
    assert first["Location"] == f"/enquiries/{enquiry.number}/step/amount/"
    bad = client.post(first["Location"], {"version": "1", "quantity": "12", "unit": ""})
    assert "12 of what?" in bad.content.decode() and 'value="12"' in bad.content.decode()
    good = {"version": "1", "quantity": "12", "unit": "t", "per": "month", "least": "6", "do": "leave"}
    assert client.post(first["Location"], good)["Location"] == enquiry.get_absolute_url()
    enquiry.refresh_from_db()
    assert (enquiry.state, str(enquiry.quantity), enquiry.unit) == ("draft", "12.000", "t")


def test_the_least_share_is_within_the_quantity_and_the_day_lies_ahead(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing")
    client = signed_in(world.carlos)
    page = client.post(f"/enquiries/{enquiry.number}/step/amount/", {"version": "1", "quantity": "5", "unit": "t", "least": "9"})
    assert b"more than the whole quantity" in page.content
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    page = client.post(f"/enquiries/{enquiry.number}/step/when/", {"version": "1", "answer_by": yesterday})
    assert b"Give a day in the future" in page.content


def test_finding_a_code_without_a_script_keeps_what_was_typed(world: World) -> None:
    page = (
        signed_in(world.carlos)
        .post(
            "/enquiries/new/?kind=capacity",
            {"title": "My dyeing", "text": "Knits", "language": "en", "codes_query": "teinture", "find": "codes"},
        )
        .content.decode()
    )
    assert 'value="My dyeing"' in page and 'value="isic4:1313"' in page
    assert Enquiry.objects.count() == 0


def test_a_form_sent_twice_makes_one_enquiry(world: World) -> None:
    client = signed_in(world.carlos)
    data = {"title": "Dyeing", "text": "Knits", "language": "en", "form_token": "6fa459ea-ee8a-4ca4-894e-db77e160355e", "do": "next"}
    first, second = (client.post("/enquiries/new/?kind=capacity", data)["Location"] for _ in range(2))
    assert (first == second, Enquiry.objects.count()) == (True, 1)


def test_the_second_officer_reads_what_the_first_did(world: World) -> None:
    (enquiry,) = submitted(world)
    dara, grace = signed_in(world.dara), signed_in(world.grace)
    dara.post(f"/enquiries/{enquiry.number}/act/", {"do": "take"})
    dara.post(f"/enquiries/{enquiry.number}/act/", {"do": "return", "reason": "Which shade?"})
    page = grace.post(f"/enquiries/{enquiry.number}/act/", {"do": "approve"}, follow=True).content.decode()
    assert "Nothing was changed: Dara returned the enquiry" in page


def test_the_supplier_is_not_told_who_asks_before_the_introduction(world: World) -> None:
    (enquiry,) = submitted(world)
    (invitation,) = make.out(enquiry, world.dara, world.lazaward)
    amina = signed_in(world.amina)
    assert b"Ostermeer" not in amina.get(invitation.get_absolute_url()).content
    assert b"carlos.private@ostermeer.example" not in amina.get("/").content
    invitation.refresh_from_db()
    actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    met = actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    page = amina.get(met.get_absolute_url()).content.decode()
    assert "carlos.private@ostermeer.example" in page and "+32 9 000 11 22" in page


def test_an_invitation_says_it_in_the_receivers_language(world: World) -> None:
    (enquiry,) = submitted(world)
    actions.take(by=world.dara, enquiry=enquiry)
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward)
    page = signed_in(world.dara).get(f"/enquiries/{enquiry.number}/preview/").content.decode()
    assert 'lang="fr"' in page and "Dyeing 0" in page
    actions.send(by=world.dara, enquiry=enquiry)
    from treadle.kit.models import Mail

    assert Mail.objects.get(to="amina@example.org").language == "fr"


def test_matches_say_why_and_near_misses_what_would_have_to_change(world: World) -> None:
    enquiry = make.enquiry(
        world.ostermeer, world.carlos, "Teinture de tricots de coton", language="fr", codes=[code("1313")], quantity=60, unit="t",
        per="month", countries=["MA"], countries_required=True,
    )  # fmt: skip
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    result = matches(enquiry)
    assert ([each.profile_id for each in result.matches], [each.profile_id for each in result.near]) == ([], [str(world.lazaward.pk)])
    page = signed_in(world.dara).get(f"/enquiries/{enquiry.number}/matches/").content.decode()
    assert "Would need" in page and "Teinturerie Lazaward" in page


def test_choose_exclude_and_take_back_on_the_match_page(world: World) -> None:
    (enquiry,) = submitted(world)
    actions.take(by=world.dara, enquiry=enquiry)
    client, url = signed_in(world.dara), f"/enquiries/{enquiry.number}/matches/"
    client.post(url, {"do": "choose", "organisation": world.lazaward.pk})
    invitation = enquiry.invitations.get()
    assert invitation.state == "prepared" and invitation.score and invitation.reasons
    client.post(url, {"do": "exclude", "organisation": world.lazaward.pk, "reason": "quality"})
    assert (enquiry.invitations.count(), enquiry.exclusions.count()) == (0, 1)
    client.post(url, {"do": "include", "organisation": world.lazaward.pk})
    assert enquiry.exclusions.count() == 0


def test_answers_are_exported_as_they_stand(world: World) -> None:
    (enquiry,) = submitted(world)
    (invitation,) = make.out(enquiry, world.dara, world.lazaward)
    actions.quote(by=world.amina, invitation=invitation, head={"currency": "EUR"}, lines={0: {"price": 3}})
    lines = signed_in(world.carlos).get(f"/enquiries/{enquiry.number}/responses/?form=csv").content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("Dyeing 0,,,Teinturerie Lazaward,MA,Quoted,3.000,EUR,,3.0000,3.0000")


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
@pytest.mark.parametrize("side", ["need", "offer"])
def test_contract_of_kinds_every_kind_can_be_posted_and_shown(world: World, kind: Any, side: str) -> None:
    client = signed_in(world.amina)
    data: dict[str, Any] = {"title": "A title", "summary": "A summary", "language": "en", "codes": ["isic4:1313"], "do": "save"}
    data.update({f"detail_{field.key}": field.choices[0][0] if field.choices else "answered" for field in kind.fields})
    page = client.post(f"/listings/new/{side}/?kind={kind.key}", data, follow=True)
    listing = Listing.objects.get()
    assert (page.status_code, listing.kind, listing.side) == (200, kind.key, side)
    assert set(listing.details) == {field.key for field in kind.fields}
    assert kind_of(kind.key).expires_after_days > 0 and str(kind.explained) and str(kind.example)


def test_an_organisation_is_chosen_whatever_its_number(world: World) -> None:
    """From 1,000 on numbers are shown with a separator; ids are not."""
    from treadle.directory import acting
    from treadle.directory.models import Organisation

    far = Organisation.objects.create(pk=1_234_567, name="Far Dyer", country_id="MA", about={"en": "Dyeing of cotton"})
    make.capability(far, "Dyeing of cotton", codes=[code("1313")])
    (enquiry,) = submitted(world)
    actions.take(by=world.dara, enquiry=enquiry)
    client, url = signed_in(world.dara), f"/enquiries/{enquiry.number}/matches/"
    page = client.get(url).content.decode()
    assert 'name="organisation" value="1234567"' in page
    client.post(url, {"do": "choose", "organisation": "1234567"})
    assert enquiry.invitations.get().organisation_id == 1_234_567
    for organisation in (far, world.wend_panga):
        make.member(world.hugo, organisation, "owner")
    switching = signed_in(world.hugo)
    for organisation in (world.wend_panga, far):
        assert f'value="{organisation.pk}"' in switching.get("/").content.decode()
        switching.post("/account/act-for/", {"organisation": str(organisation.pk)})
        assert switching.session[acting.SESSION_KEY] == organisation.pk


def introduced_over(world: World, listing: Listing, supplier: Any, by: Any) -> Any:
    """Carlos asks about a listing; another supplier answers and is introduced to him."""
    enquiry = actions.start_from_listing(by=world.carlos, organisation=world.ostermeer, listing=listing)
    actions.edit(by=world.carlos, enquiry=enquiry, version=1, fields={"answer_by": timezone.localdate() + timedelta(days=9)})
    actions.submit(by=world.carlos, enquiry=enquiry)
    enquiry.refresh_from_db()
    (invitation,) = make.out(enquiry, world.dara, supplier)
    actions.answer(by=by, invitation=invitation, state="interested", fields={})
    return actions.introduce(by=world.carlos, invitation=invitation, consent=True)


def test_the_detail_of_a_listing_stays_closed_to_whom_its_owner_never_met(world: World) -> None:
    (listing,) = published(world)
    introduced_over(world, listing, world.wend_panga, world.efua)
    for person in (world.efua, world.carlos):
        assert b"Confidential price list" not in signed_in(person).get(f"/listings/{listing.pk}/").content


def test_the_detail_of_a_listing_opens_to_whom_its_owner_was_introduced(world: World) -> None:
    (listing,) = published(world)
    introduced_over(world, listing, world.lazaward, world.amina)
    assert b"Confidential price list" in signed_in(world.carlos).get(f"/listings/{listing.pk}/").content


def test_an_excluded_organisation_does_not_read_why(world: World) -> None:
    (enquiry,) = submitted(world)
    actions.take(by=world.dara, enquiry=enquiry)
    actions.exclude(by=world.dara, enquiry=enquiry, organisation=world.lazaward, reason="other", note="Late twice before")
    assert b"Late twice before" not in signed_in(world.amina).get(f"/organisations/{world.lazaward.pk}/history/").content
    assert b"Late twice before" in signed_in(world.dara).get(f"/enquiries/{enquiry.number}/history/").content


def test_the_buyers_history_names_organisations_not_their_people(world: World) -> None:
    (enquiry,) = submitted(world)
    (invitation,) = make.out(enquiry, world.dara, world.lazaward)
    client = signed_in(world.amina)
    client.post(invitation.get_absolute_url(), {"answer": "interested", "consent": "on"})
    page = signed_in(world.carlos).get(f"/enquiries/{enquiry.number}/history/").content.decode()
    assert "Teinturerie Lazaward" in page and "Amina" not in page
    assert "chose an organisation" not in page


def test_a_closed_organisations_listings_leave_the_public_lists(world: World) -> None:
    from treadle.directory import actions as directory

    (listing,) = published(world)
    directory.set_open(by=world.amina, organisation=world.lazaward, is_open=False)
    assert Client().get(f"/listings/{listing.pk}/").status_code == 404
    assert b"Offer 0" not in Client().get("/search/?q=Offer").content


def test_who_was_asked_is_told_when_the_buyer_withdraws(world: World) -> None:
    (enquiry,) = submitted(world)
    (invitation,) = make.out(enquiry, world.dara, world.lazaward)
    actions.withdraw(by=world.carlos, enquiry=enquiry)
    invitation.refresh_from_db()
    assert (invitation.state, world.amina.notices.filter(rule="exchange.enquiry_withdrawn").count()) == ("lapsed", 1)


@pytest.mark.parametrize("version", ["", "x", "²", "9" * 40])
def test_a_version_that_is_no_number_is_answered_as_changed_meanwhile(world: World, version: str) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing")
    page = signed_in(world.carlos).post(
        f"/enquiries/{enquiry.number}/step/when/", {"version": version, "answer_by": (timezone.localdate() + timedelta(days=5)).isoformat()}
    )
    assert page.status_code == 200 and b"while you had it open" in page.content


@pytest.mark.parametrize("url", ["/needs/?country=%00", "/organisations/?q=a%00b", "/codes/isic4/%00/", "/enquiries/?q=%00"])
def test_a_nul_character_is_refused_as_a_bad_request(world: World, url: str) -> None:
    assert signed_in(world.carlos).get(url).status_code == 400
