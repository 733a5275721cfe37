"""Every address, as every role. The table is in permissions.csv, to be read in every review that changes it."""

import csv
import os
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from world import SECRET_MAIL, SECRET_PHONE, SECRET_STREET, World, code

from treadle.demo import make
from treadle.directory import actions as directory
from treadle.directory import bulk
from treadle.directory.claims import actions as claims
from treadle.directory.merging import actions as merging
from treadle.directory.models import JoinRequest, MemberInvitation, Organisation, Site
from treadle.directory.screened import Hit, Listed, WatchList
from treadle.exchange import actions, calendars
from treadle.exchange.models import Enquiry, Invitation
from treadle.exchange.quoted import Referral
from treadle.kit import files, notify
from treadle.kit.models import StoredFile

TABLE = Path(__file__).parent / "permissions.csv"
ROLES = ("visitor", "hugo", "efua", "bai", "ines", "amina", "carlos", "esther", "salma", "dara", "driss", "grace", "farid", "root")
# Addresses of the sign-in library are its own to guard; its tests are its own too.
FOREIGN = ("account_", "mfa_", "usersessions_")


def patterns(resolver: Any = None, prefix: str = "", space: str = "") -> list[tuple[str, str]]:
    """Every named address of ours: (name, route)."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += patterns(entry, route, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and entry.name and not entry.name.startswith(FOREIGN):
            found.append((space + entry.name, route))
    return found


def databank_addresses(world: World) -> dict[str, str]:
    """Addresses of the databank: an import that waits, two records that may be one, two that were made one."""
    lazaward, dara = world.lazaward, world.dara
    batch = make.checked_import(dara, world.fes, "Hidden workshop,MA,secret@hidden.example", header="Name,Country,E-mail")
    brought = f"/organisations/databank/imports/{batch.pk}/"
    twin = make.organisation("Hidden twin", country_code="MA")
    again = make.organisation("Merged once", country_code="MA")
    merged = merging.merge(by=dara, kept=again, gone=make.organisation("Merged away", country_code="MA"), choices={})
    return {
        "directory:databank": "/organisations/databank/", "directory:databank_export": "/organisations/databank/export/",
        "directory:import_template": "/organisations/databank/template/", "directory:import": brought,
        "directory:act_import": f"{brought}act/", "directory:import_file": f"{brought}file/", "directory:import_row": f"{brought}rows/2/",
        "directory:duplicates": "/organisations/databank/duplicates/",
        "directory:merge": f"/organisations/{lazaward.pk}/merge/{twin.pk}/", "directory:flag": f"/organisations/{lazaward.pk}/twice/",
        "directory:undo_merge": f"/organisations/databank/merges/{merged.pk}/undo/",
        "directory:alike": "/organisations/alike/?name=Lazaward&country=MA",
        "directory:records": "/organisations/databank/records/", **trust_addresses(world, twin),
    }  # fmt: skip


def trust_addresses(world: World, unowned: Organisation) -> dict[str, str]:
    """Addresses of claims, registers, screening and letters: a claim by letter, a hit, a link to stop letters."""
    site = Site(organisation=unowned, street="5 secret lane", town="Fès", country_id="MA")
    directory.save_part(by=None, part=site)
    claim = claims.claim(by=world.hugo, organisation=unowned, way="letter", to=f"site-{site.pk}")
    listed = Listed.objects.create(on_list=WatchList.objects.create(name="A list"), reference="1", kind="person", name="Secret Person")
    hit = Hit.objects.create(organisation=unowned, listed=listed, subject="Secret Person", role="contact", grade="possible")
    own = f"/organisations/{world.lazaward.pk}/"
    return {
        "directory:claims": "/organisations/databank/claims/", "directory:decide_claim": f"/organisations/databank/claims/{claim.pk}/",
        "directory:claim_letter": f"/organisations/databank/claims/{claim.pk}/letter/",
        "directory:registers": "/organisations/databank/registers/", "directory:screening": "/organisations/databank/screening/",
        "directory:hit": f"/organisations/databank/screening/{hit.pk}/", "directory:claim": f"/organisations/{unowned.pk}/claim/",
        "directory:since": f"{own}since/", "directory:units": f"/organisations/{world.wend_panga.pk}/units/",
        "directory:confirm": f"{own}confirm/", "directory:visibility": f"{own}visibility/",
        "directory:compare": f"/organisations/compare/?pk={world.lazaward.pk}&pk={world.ostermeer.pk}",
        "directory:stop_letters": bulk.stop_link("secret@letters.example").removeprefix(settings.BASE_URL),
    }  # fmt: skip


def request_for_quotation(world: World) -> tuple[Enquiry, Invitation, Referral, StoredFile]:
    """A request with a drawing, sent on to a sister centre that asked a supplier of its own, with a question and a quotation."""
    rfq = make.enquiry(world.ostermeer, world.carlos, "Secret knitted panels", codes=[code("1313")])
    item = make.item(rfq, world.carlos, "Secret front panel")
    drawing = actions.add_drawing(by=world.carlos, item=item, upload=SimpleUploadedFile("front.pdf", b"%PDF-1.7 front"))
    actions.submit(by=world.carlos, enquiry=rfq)
    rfq.refresh_from_db()
    (quoted,) = make.out(rfq, world.dara, world.lazaward)
    (referral,) = actions.refer(by=world.dara, enquiry=rfq, centres=[world.tunis])
    actions.ask(by=world.amina, invitation=quoted, text="A secret question?")
    line = {item.pk: {"price": Decimal("7.77"), "unit": "pcs"}}
    actions.quote(by=world.amina, invitation=quoted, head={"currency": "EUR", "note": "Secret conditions"}, lines=line)
    return rfq, quoted, referral, drawing


def quoting_addresses(world: World, draft: Enquiry) -> dict[str, str]:
    """Addresses of a request for quotation that is out and sent on."""
    rfq, quoted, referral, _drawing = request_for_quotation(world)
    return {
        "exchange:items": f"/enquiries/{draft.number}/items/", "exchange:add_item": f"/enquiries/{draft.number}/items/new/",
        "exchange:item": f"/enquiries/{rfq.number}/items/{rfq.items.get().pk}/",
        "exchange:questions": f"/enquiries/{rfq.number}/questions/",
        "exchange:refer": f"/enquiries/{rfq.number}/refer/", "exchange:award": f"/enquiries/{rfq.number}/award/",
        "exchange:act_referral": f"/enquiries/{rfq.number}/referrals/{referral.pk}/",
        "exchange:weigh_quotations": f"/enquiries/{rfq.number}/responses/weigh/",
        "exchange:shortlist": f"/enquiries/{rfq.number}/responses/shortlist/", "exchange:quote": f"/invitations/{quoted.pk}/quote/",
        "exchange:act_invitation": f"/invitations/{quoted.pk}/act/",
    }  # fmt: skip


@pytest.fixture
def addresses(world: World) -> dict[str, str]:
    """An address for every name, leading to something real: a case that went all the way, and drafts."""
    lazaward, dara = world.lazaward, world.dara
    draft = make.enquiry(world.ostermeer, world.carlos, "Undecided matter", codes=[code("1313")])
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing of secret knits", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    (invitation,) = make.out(case, dara, lazaward)
    actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    met = actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    listing = make.listing(lazaward, world.amina, "Hidden draft offer")
    certificate = lazaward.evidence.get()
    paper = files.keep(SimpleUploadedFile("gots.pdf", b"%PDF-1.7 paper"), belongs_to=certificate, by=world.amina)
    kept = actions.save_search(by=world.amina, title="Kept secretly", what="need", delivery="daily", text="Dyeing of cotton", language="en")
    (notice,) = notify.unread(world.carlos)[:1]
    token = MemberInvitation.objects.create(organisation=lazaward, email="x@example.org", token="t" * 20).token
    JoinRequest.objects.create(person=world.hugo, organisation=world.wend_panga)
    own, able, fes = f"/organisations/{lazaward.pk}/", lazaward.capabilities.get().pk, f"/organisations/centres/{world.fes.pk}/"
    return {
        "home": "/", "search": "/search/?q=secret", "about": "/about/", "roles": "/about/who-may-do-what/",
        "privacy": "/about/privacy/", "accessibility": "/about/accessibility/", "figures": "/about/figures/", "health": "/health/",
        "language": "/language/", "file": f"/files/{paper.pk}/", "notices": "/account/notices/",
        "open_notice": f"/account/notices/{notice.pk}/", "my_data": "/account/data/", "erase_me": "/account/erase/",
        "stop_mail": notify.stop_link(world.carlos, ["exchange.invited"]).removeprefix(settings.BASE_URL),
        "act_for": "/account/act-for/", "account": "/account/", "nomenclature:index": "/codes/",
        "nomenclature:find": "/codes/find/?q=dyeing", "nomenclature:suggest": "/codes/suggest/?text=dyeing+cotton",
        "nomenclature:system": "/codes/isic4/", "nomenclature:code": "/codes/isic4/1313/", "directory:index": "/organisations/",
        **databank_addresses(world),
        "directory:create": "/organisations/new/", "exchange:save_search": "/searches/new/", "exchange:searches": "/searches/",
        "directory:centres": "/organisations/centres/", "directory:open_centre": "/organisations/centres/new/",
        "directory:centre": fes, "directory:calendar": f"{fes}calendar/", "directory:edit_centre": f"{fes}edit/",
        "directory:accept": f"/organisations/invitation/{token}/",
        "directory:organisation": f"/organisations/{lazaward.pk}/", "directory:edit": f"/organisations/{lazaward.pk}/edit/",
        "directory:history": f"/organisations/{lazaward.pk}/history/", "directory:act": f"/organisations/{lazaward.pk}/act/",
        "directory:join": f"/organisations/{lazaward.pk}/join/", "directory:members": f"/organisations/{lazaward.pk}/members/",
        "directory:evidence": f"/organisations/{lazaward.pk}/evidence/{certificate.pk}/look/",
        "directory:add_part": f"{own}contact/add/", "directory:edit_part": f"{own}capability/{able}/",
        "directory:remove_part": f"{own}capability/{able}/remove/", "exchange:needs": "/needs/", "exchange:offers": "/offers/",
        "exchange:listing": f"/listings/{listing.pk}/", "exchange:edit_listing": f"/listings/{listing.pk}/edit/",
        "exchange:act_listing": f"/listings/{listing.pk}/act/", "exchange:ask": f"/listings/{listing.pk}/ask/",
        "exchange:draft_listing": "/listings/new/offer/", "exchange:enquiries": "/enquiries/", "exchange:start": "/enquiries/new/",
        "exchange:call": "/enquiries/call/", "exchange:requests": "/desk/requests/", "exchange:for_you": "/for-you/",
        "exchange:search": f"/searches/{kept.pk}/",
        "exchange:never": "/never/", "exchange:weights": "/desk/weights/", "exchange:enquiry": f"/enquiries/{case.number}/",
        "exchange:act": f"/enquiries/{case.number}/act/", "exchange:check": f"/enquiries/{draft.number}/check/",
        "exchange:history": f"/enquiries/{case.number}/history/", "exchange:matches": f"/enquiries/{case.number}/matches/",
        "exchange:by_hand": f"/enquiries/{case.number}/matches/by-hand/", "exchange:preview": f"/enquiries/{case.number}/preview/",
        "exchange:invitations": f"/enquiries/{case.number}/invitations/",
        "exchange:responses": f"/enquiries/{case.number}/responses/",
        "exchange:introduce": f"/enquiries/{case.number}/introduce/{invitation.pk}/",
        "exchange:step": f"/enquiries/{draft.number}/step/what/", "exchange:invitation": f"/invitations/{invitation.pk}/",
        "exchange:decline": f"/invitations/{invitation.pk}/decline/", "exchange:introduction": f"/introductions/{met.pk}/",
        "exchange:report": f"/introductions/{met.pk}/report/buyer/", "exchange:desk": "/desk/", "exchange:figures": "/desk/figures/",
        "exchange:subscribe": "/calendar/", "exchange:needs_feed": "/needs/feed/", "exchange:offers_feed": "/offers/feed/",
        "exchange:needs_embed": "/needs/embed/", "exchange:offers_embed": "/offers/embed/",
        "exchange:calendar": calendars.address_of(world.carlos).removeprefix(settings.BASE_URL),
        "exchange:follow_up": actions.follow_up(by=None, introduction=met, months=3)[0].get_absolute_url(),
        "exchange:rates": "/desk/rates/",
        **quoting_addresses(world, draft),
    }  # fmt: skip


def client_of(role: str, world: World) -> Client:
    """A browser of that role, in English."""
    client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    if role != "visitor":
        client.force_login(world.everybody()[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def answer(client: Client, url: str) -> str:
    """The status; a redirect to sign in is ``sign in``."""
    response = client.get(url)
    if response.status_code == 302 and "/accounts/login/" in response["Location"]:
        return "sign in"
    return str(response.status_code)


def test_every_address_has_a_line_in_the_walk(addresses: dict[str, str]) -> None:
    assert {name for name, _route in patterns()} == set(addresses)


def test_every_view_states_its_policy() -> None:
    views: list[Callable[..., Any]] = []

    def collect(resolver: Any) -> None:
        for entry in resolver.url_patterns:
            collect(entry) if isinstance(entry, URLResolver) else views.append(entry.callback)

    collect(get_resolver())
    without = [view.__module__ for view in views if not hasattr(view, "policy") and not view.__module__.startswith("allauth.")]
    assert without == []


def test_walk_every_address_as_every_role(world: World, addresses: dict[str, str]) -> None:
    found = [[name, *(answer(client_of(role, world), url) for role in ROLES)] for name, url in sorted(addresses.items())]
    if os.environ.get("TREADLE_WRITE_PERMISSIONS"):
        with TABLE.open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows([["address", *ROLES], *found])
    with TABLE.open(newline="", encoding="utf-8") as handle:
        expected = list(csv.reader(handle))
    assert [["address", *ROLES], *found] == expected


@pytest.mark.parametrize("role", ["visitor", "hugo", "efua", "esther"])
def test_nothing_private_leaks_to_outsiders(world: World, addresses: dict[str, str], role: str) -> None:
    client = client_of(role, world)
    private = (SECRET_MAIL, SECRET_PHONE, SECRET_STREET, "Dyeing of secret knits", "Hidden draft offer", "Undecided matter",
               "Hidden workshop", "secret@hidden.example", "Secret knitted panels", "Secret front panel", "A secret question?",
               "Secret conditions")  # fmt: skip
    leaks = [
        (name, text)
        for name, url in addresses.items()
        if name not in ("file", "exchange:follow_up", "exchange:calendar")  # the last two are tokens that only who may read has
        for text in private
        if text.encode() in client.get(url).content
    ]
    assert leaks == []


def test_a_person_removed_from_an_organisation_loses_its_pages_at_once(world: World, addresses: dict[str, str]) -> None:
    client = client_of("bai", world)
    assert answer(client, addresses["directory:history"]) == "200"
    world.bai.memberships.all().delete()
    assert answer(client, addresses["directory:history"]) == "404"
    assert answer(client, addresses["exchange:invitation"]) == "404"


def test_invisible_is_not_found_and_says_no_more_than_for_what_never_was(world: World, addresses: dict[str, str]) -> None:
    client = client_of("hugo", world)
    there, never = client.get(addresses["exchange:enquiry"]), client.get("/enquiries/1999-9999/")
    assert (there.status_code, never.status_code) == (404, 404)
    assert b"Dyeing" not in there.content
    assert len(there.content) - len(never.content) < 200


def test_an_answer_after_the_deadline_gets_no_form(world: World) -> None:
    case = make.enquiry(world.ostermeer, world.carlos, "Late", answer_by=timezone.localdate() + timedelta(days=1))
    actions.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    (invitation,) = make.out(case, world.dara, world.lazaward)
    type(case).objects.filter(pk=case.pk).update(answer_by=timezone.localdate() - timedelta(days=1))
    page = client_of("amina", world).get(invitation.get_absolute_url())
    assert b"The time to answer ended" in page.content
    assert b"Send a quotation" not in page.content
