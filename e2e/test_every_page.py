"""Every page: no violation of the axe rules, no sideways scrolling on a phone, within its bytes, nothing from elsewhere."""

import gzip
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from world import World, code

from treadle.demo import make
from treadle.directory import actions as directory
from treadle.directory import bulk, units
from treadle.directory.claimed import Register
from treadle.directory.claims import actions as claims
from treadle.directory.detailed import Interest, Society
from treadle.directory.merging import actions as merging
from treadle.directory.merging import pairs
from treadle.directory.models import MemberInvitation, Site
from treadle.directory.screened import Hit, Listed, WatchList
from treadle.exchange import actions
from treadle.kit import notify

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME, ANY = 30 * 1024, 60 * 1024


def network(world: World) -> SimpleNamespace:
    """Listings and cases at every point, so that no page is empty."""
    listing = make.listing(world.lazaward, world.amina, "Free capacity", codes=[code("1313")], quantity=11, unit="t", per="month")
    actions.submit_listing(by=world.amina, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    need = make.listing(
        world.ostermeer, world.carlos, "Dyeing wanted", side="need", codes=[code("1313")], quantity=12, unit="t", per="month"
    )
    actions.submit_listing(by=world.carlos, listing=need)
    actions.publish(by=world.dara, listing=need)
    draft = make.enquiry(world.ostermeer, world.carlos, "Draft")
    review = make.enquiry(
        world.ostermeer,
        world.carlos,
        "Teinture de tricots de coton",
        language="fr",
        codes=[code("1313")],
        quantity=12,
        unit="t",
        per="month",
    )
    actions.submit(by=world.carlos, enquiry=review)
    actions.take(by=world.dara, enquiry=review)
    out = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")], quantity=12, unit="t", per="month")
    actions.submit(by=world.carlos, enquiry=out)
    out.refresh_from_db()
    (invitation,) = make.out(out, world.dara, world.lazaward)
    actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    open_one = make.enquiry(world.ostermeer, world.carlos, "Softening", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=open_one)
    open_one.refresh_from_db()
    (asked,) = make.out(open_one, world.dara, world.lazaward)
    willing = make.enquiry(world.ostermeer, world.carlos, "Bleaching", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=willing)
    willing.refresh_from_db()
    (ready,) = make.out(willing, world.dara, world.lazaward)
    actions.answer(by=world.amina, invitation=ready, state="interested", fields={})
    met = actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    return SimpleNamespace(listing=listing, draft=draft, review=review, out=out, ready=ready, asked=asked, met=met)


def quoting(world: World) -> SimpleNamespace:
    """A request for quotation out to two and sent on, with a drawing, questions, quotations and a draft."""
    rfq = make.enquiry(world.ostermeer, world.carlos, "Knitted panels", codes=[code("1313")], incoterm="DAP", place="Ghent")
    items = [make.item(rfq, world.carlos, title, 600, description="Dyed and cut", material="Cotton") for title in ("Front", "Back")]
    actions.add_drawing(by=world.carlos, item=items[0], upload=SimpleUploadedFile("front.pdf", b"%PDF-1.7 front"))
    sketch = make.enquiry(world.ostermeer, world.carlos, "Sketch", codes=[code("1313")])
    item = make.item(sketch, world.carlos, "Sleeve", 10)
    actions.submit(by=world.carlos, enquiry=rfq)
    rfq.refresh_from_db()
    other = make.organisation("Dyer of Sefrou", country_code="MA")
    first, second = sorted(make.out(rfq, world.dara, world.lazaward, other), key=lambda one: one.organisation_id)
    actions.refer(by=world.dara, enquiry=rfq, centres=[world.tunis], note="Anybody?")
    actions.answer_question(by=world.carlos, question=actions.ask(by=world.amina, invitation=first, text="Which shade?"), text="Black")
    actions.ask(by=world.amina, invitation=first, text="Which lot?")
    for who, asked, currency in ((world.amina, first, "EUR"), (world.dara, second, "MAD")):
        lines = {each.pk: {"price": 3, "unit": "pcs", "lead_time_days": 9, "quantity": 400} for each in items}
        actions.quote(by=who, invitation=asked, head={"currency": currency, "note": "Net"}, lines=lines)
    actions.draft_quotation(by=world.amina, invitation=first, head={"currency": "EUR"}, lines={items[0].pk: {"price": 2}})
    return SimpleNamespace(rfq=rfq, sketch=sketch, item=item, first=first)


def databank(world: World) -> list[str]:
    """The officer's pages of the databank, with imports at every point and records that may be one."""
    brought = make.checked_import(
        world.dara, world.fes, "New workshop,MA,x@new.example,12", "Other workshop,Atlantis,y,twelve",
        "Teinturerie Lazaward,MA,,40", f"{world.lazaward.name} SARL,MA,,41", header="Name,Country,E-mail,Employees",
    )  # fmt: skip
    fresh = make.checked_import(world.dara, world.fes, "A,MA", header="Name,Country")
    type(fresh).objects.filter(pk=fresh.pk).update(state="columns")
    busy = make.checked_import(world.dara, world.fes, "B,MA", header="Name,Country")
    type(busy).objects.filter(pk=busy.pk).update(state="writing")
    bank = "/organisations/databank/"
    twin = make.organisation("Lazaward Dyers", country_code="MA", about="Dyeing", lang="en")
    third = make.organisation("Lazaward Trading", country_code="MA")
    for other in (twin, third):
        pairs.flag(by=world.hugo, organisation=world.lazaward, other=other, note="Same door")
    merging.merge(by=world.dara, kept=make.organisation("A", country_code="MA"), gone=make.organisation("B", country_code="MA"), choices={})
    own = world.lazaward.get_absolute_url()
    return [
        f"{bank}duplicates/", f"{bank}duplicates/?show=merged", f"{bank}duplicates/?show=groups",
        f"{bank}duplicates/?show=weights", f"{own}merge/{twin.pk}/", f"{own}twice/",
        bank, f"{bank}imports/{fresh.pk}/", f"{bank}imports/{busy.pk}/", f"{bank}imports/{brought.pk}/",
        f"{bank}imports/{brought.pk}/?show=likely", f"{bank}imports/{brought.pk}/?show=new", f"{bank}imports/{brought.pk}/rows/3/", own,
    ]  # fmt: skip


def trust(world: World) -> SimpleNamespace:
    """Claims at every point, a register, lists and a hit, units, a society and an investor."""
    unowned = make.organisation("Atelier Zellij", country_code="MA", website="https://zellij.example")
    make.contact(unowned, "Nora Tazi", "nora@zellij.example", "+212 535 000 111")
    site = Site(organisation=unowned, street="3 rue des Potiers", town="Fès", country_id="MA", latitude=34.06, longitude=-4.98)
    directory.save_part(by=None, part=site)
    letter = claims.claim(by=world.hugo, organisation=unowned, way="letter", to=f"site-{site.pk}")
    claims.claim(by=world.efua, organisation=unowned, way="email", to="nora@zellij.example")
    paper = SimpleUploadedFile("licence.pdf", b"%PDF-1.7")
    papers = claims.claim(by=world.carlos, organisation=unowned, way="papers", paper=paper, note="I founded it")
    disputed = claims.claim(by=world.hugo, organisation=world.lazaward, way="papers", paper=paper)
    register = Register.objects.create(centre=world.fes, scheme="MA-RC", name="register.csv", as_of=date(2026, 1, 31), entries_count=2)
    on_list = WatchList.objects.create(name="UN Security Council", as_of=date(2026, 5, 4), entries_count=1)
    listed = Listed.objects.create(
        on_list=on_list, reference="QDi.9", kind="person", name="Nora Tazzi", aliases=["نورا"], births=["1971"], countries=["MA"]
    )
    hit = Hit.objects.create(
        organisation=unowned,
        listed=listed,
        subject="Nora Tazi",
        role="contact",
        grade="strong",
        evidence={"agreement": 0.96, "listed_as": "Nora"},
    )
    units.enter_units(by=world.efua, organisation=world.wend_panga, units=[units.Unit("Awa", "Bobo", "Mangue")], is_shown=False)
    society = Society(organisation=world.wend_panga, type="members", kinds=["cooperative", "women"], fields=["agro"], reach="national")
    directory.save_part(by=world.efua, part=society)
    fund = make.organisation("Northern Fund", country_code="BE", kinds=["investor"])
    directory.save_part(by=None, part=Interest(organisation=fund, text="Food processing", sought=["equity"], countries=["BF"]))
    bulk.tag(by=world.dara, centre=world.fes, organisations=[world.lazaward], word="fair 2027")
    bulk.write(by=world.dara, centre=world.fes, organisations=[world.lazaward], subject="Fair", body="Come")
    return SimpleNamespace(unowned=unowned, letter=letter, papers=papers, disputed=disputed, register=register, hit=hit, fund=fund)


def addresses(world: World) -> dict[str, list[str]]:
    """Pages by who opens them, each with something to show."""
    made = network(world)
    listing, draft, review, out, ready, asked, met = made.listing, made.draft, made.review, made.out, made.ready, made.asked, made.met
    own = f"/organisations/{world.lazaward.pk}/"
    able, paper = world.lazaward.capabilities.get().pk, world.lazaward.evidence.get().pk
    sketch = make.listing(world.lazaward, world.amina, "Sketch")
    trusted = trust(world)
    bank, theirs, union = "/organisations/databank/", trusted.unowned.get_absolute_url(), world.wend_panga.get_absolute_url()
    asked_in = MemberInvitation.objects.create(organisation=world.lazaward, email="amina@example.org", token="t" * 24)
    actions.save_search(by=world.carlos, title="Cotton", what="need", delivery="daily", wanted={"q": "cotton", "country": "MA"})
    like = actions.save_search(by=world.carlos, title="Like it", what="offer", delivery="daily", text=listing.summary, language="en")
    return {
        "": [
            "/", "/needs/", "/offers/", "/organisations/", own, f"/listings/{listing.pk}/", "/search/?q=coton", "/codes/", "/codes/isic4/",
            "/codes/isic4/1313/", "/about/", "/about/who-may-do-what/", "/about/privacy/", "/about/accessibility/", "/about/figures/",
            "/organisations/centres/", f"/organisations/centres/{world.fes.pk}/",
            "/organisations/?view=map", "/organisations/?view=map&region=002", "/organisations/?view=table&near=F%C3%A8s&km=100",
            "/organisations/?view=map&box=-6,33,-4,35",
            "/organisations/?q=teinturerei&kind=enterprise", f"/organisations/compare/?pk={world.lazaward.pk}&pk={trusted.unowned.pk}",
            union, f"{union}units/", trusted.fund.get_absolute_url(), bulk.stop_link("x@example.org").removeprefix(settings.BASE_URL),
            actions.follow_up(by=None, introduction=met, months=3)[0].get_absolute_url(),
            notify.stop_link(world.carlos, ["exchange.invited", "exchange.answered"]).removeprefix(settings.BASE_URL),
            "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/nothing/",
        ],
        "amina": [
            "/", own, f"{own}edit/", f"{own}members/", f"{own}history/", f"{own}capability/add/", f"{own}evidence/add/",
            f"{own}contact/add/", f"{own}site/add/", asked.get_absolute_url(), met.get_absolute_url(), "/listings/new/offer/?kind=capacity",
            "/account/", "/account/notices/", "/account/erase/", "/accounts/2fa/", "/accounts/email/", "/accounts/password/change/",
            f"{own}capability/{able}/remove/", f"{own}evidence/{paper}/look/", f"{own}name/add/",
            f"{own}identifier/add/", "/listings/new/offer/",
            f"/listings/{sketch.pk}/", f"/listings/{sketch.pk}/edit/", f"/organisations/invitation/{asked_in.token}/",
            "/organisations/new/", f"{own}confirm/", f"{own}visibility/", f"{own}?as=members", f"{own}since/", f"{own}claim/",
        ],
        "efua": [f"{union}units/", union, f"{union}society/add/", f"{theirs}claim/"],
        "bai": [f"{theirs}claim/", f"{theirs}claim/?way=email", f"{theirs}claim/?way=papers", f"{theirs}claim/?way=register"],
        "carlos": [
            "/calendar/", "/for-you/", "/never/", "/searches/", f"/searches/{like.pk}/", "/needs/?kind=capacity", "/organisations/?q=coton",
            "/enquiries/", "/enquiries/new/", "/enquiries/new/?kind=capacity", f"/enquiries/{draft.number}/step/amount/",
            f"/enquiries/{draft.number}/step/when/", f"/enquiries/{draft.number}/step/conditions/", f"/enquiries/{draft.number}/check/",
            f"/enquiries/{out.number}/responses/", f"/introductions/{met.pk}/report/buyer/",
            f"{own}join/", f"/enquiries/{ready.enquiry.number}/introduce/{ready.pk}/", f"/enquiries/{draft.number}/step/what/",
        ],
        "hugo": [f"{theirs}claim/"], "driss": [f"/organisations/centres/{world.fes.pk}/{page}" for page in ("", "calendar/")],
        "farid": [
            f"{bank}screening/",
            "/", "/desk/", "/desk/figures/", "/desk/rates/", "/desk/weights/", "/organisations/centres/", "/organisations/centres/new/",
            f"/organisations/centres/{world.fes.pk}/edit/",
        ],
        "dara": [
            *databank(world),
            f"{bank}claims/", trusted.papers.get_absolute_url(), trusted.disputed.get_absolute_url(), trusted.letter.get_absolute_url(),
            f"{trusted.letter.get_absolute_url()}letter/", f"{bank}registers/", f"{bank}screening/", f"{bank}screening/{trusted.hit.pk}/",
            f"{bank}records/", f"{own}evidence/{paper}/look/", theirs,
            "/desk/", f"/enquiries/{review.number}/", f"/enquiries/{review.number}/matches/",
            f"/enquiries/{review.number}/matches/by-hand/",
            f"/enquiries/{review.number}/preview/", f"/enquiries/{out.number}/invitations/", f"/enquiries/{out.number}/history/",
            "/enquiries/call/", "/desk/requests/", f"/enquiries/{review.number}/matches/?w.words=50&w.codes=3",
        ],
    }  # fmt: skip


def quoting_addresses(world: World) -> dict[str, list[str]]:
    """Pages of a request for quotation, by who opens them."""
    priced = quoting(world)
    rfq, drawn, asked = f"/enquiries/{priced.rfq.number}/", f"/enquiries/{priced.sketch.number}/", priced.first.get_absolute_url()
    return {
        "": ["/needs/embed/", "/offers/embed/?in=ar"],
        "amina": [asked, f"{asked}quote/"], "salma": [rfq, f"{rfq}matches/", f"{rfq}invitations/", "/desk/"],
        "dara": [rfq, f"{rfq}invitations/"],
        "carlos": [
            rfq, f"{rfq}responses/", f"{rfq}questions/", f"{rfq}award/", f"{drawn}items/", f"{drawn}items/new/",
            f"{drawn}items/{priced.item.pk}/", f"{drawn}step/terms/", f"{drawn}check/",
        ],
    }  # fmt: skip


def look(page: Any, url: str, axe: Axe) -> list[str]:
    """What is wrong with one page."""
    responses: list[Any] = []

    def seen(response: Any) -> None:
        responses.append(response)

    page.on("response", seen)
    page.goto(url)
    page.wait_for_load_state("load")
    page.remove_listener("response", seen)
    ours = [each for each in responses if each.url.startswith(("http://localhost", "http://127.0.0.1"))]
    strange = [each.url for each in responses if each not in ours and not each.url.startswith("data:")]
    weight = sum(len(gzip.compress(page.request.get(each.url).body(), 9)) for each in ours if each.ok)
    limit = HOME if url == "/" else ANY
    faults = [f"{url}: from elsewhere: {each}" for each in strange]
    faults += [f"{url}: {each.status} for {each.url}" for each in ours if each.status >= 500]
    if weight > limit:
        faults.append(f"{url}: {weight} bytes")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{url}: scrolls sideways")
    found = axe.run(page).response["violations"]
    return faults + [f"{url}: {each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (360, "ar")])
def test_every_page_keeps_the_rules(live_world: World, open_as: Any, width: int, language: str) -> None:
    axe, faults = Axe(), []
    for who, urls in [*addresses(live_world).items(), *quoting_addresses(live_world).items()]:
        page = open_as(who, language=language, width=width)
        for url in urls:
            faults += look(page, url, axe)
    assert "\n".join(faults) == ""
