"""The main job, as people do it: a need comes in, matches are explained, a workshop answers, two meet, the outcome is confirmed."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect
from world import PASSWORD, World, code

from treadle.demo import make
from treadle.directory.models import Organisation, Person
from treadle.exchange import actions
from treadle.exchange.models import Enquiry, Introduction
from treadle.kit.jobs import run_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


LIST = """Name,Country,Town,Phone,E-mail,Description
Zellige Saïss,Morocco,Fès,+212 535 000 222,info@zellige-saiss.example,Hand-cut tiles and mosaic panels
Forge du Rif,Maroco,Tétouan,,forge@rif.example,Forging of steel shafts
Couture Atlas,Maroco,Agadir,,not an address,Sewing of work clothes
"""


def bring_in_a_spreadsheet(page: Page, script: bool) -> str:
    """The officer's part: upload, confirm the columns, look, repair all of a kind and one by one, write. Returns the import's address."""
    page.goto("/organisations/databank/")
    page.set_input_files("input[type=file]", {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    page.locator("main form button.main").click()
    expect(page.locator("select[name=column-0]")).to_have_value("name")
    page.locator("main form button.main").first.click()
    address = page.url
    done(page, script)
    expect(page.locator("main")).to_contain_text("Zellige Saïss" if page.locator("nav.tabs").count() == 0 else "Maroco")
    return address


def done(page: Page, script: bool) -> None:
    """What the worker does meanwhile; a page without script is looked at again."""
    run_all()
    if not script:
        page.reload()
    expect(page.locator("nav.tabs")).to_be_visible(timeout=15000)


def press(page: Page, value: str) -> None:
    """A button by what it does, whatever the language."""
    page.locator(f"main button[value='{value}']").first.click()


def post_a_need(page: Page, script: bool) -> str:
    """The buyer's part: four steps, check, send. Returns the number."""
    page.goto("/enquiries/new/")
    page.check("input[value=capacity]")
    page.locator("main button").first.click()
    page.fill("[name=title]", "Reactive dyeing of knitted cotton")
    page.fill("[name=text]", "Single jersey and rib, six shades, navy and black two thirds of the volume.")
    page.fill("[name=codes_query]", "1313")
    if script:
        page.locator("[data-found] input").first.check()
    else:
        page.locator("button[name=find]").click()
        page.locator("input[value='isic4:1313']").check()
    press(page, "next")
    press(page, "next")  # no items: it is one thing
    page.fill("[name=quantity]", "12")
    press(page, "next")
    expect(page.locator(".faults")).to_be_visible()
    page.select_option("[name=unit]", "t")
    page.select_option("[name=per]", "month")
    press(page, "next")
    page.fill("[name=lead_time_days]", "21")
    press(page, "next")
    page.select_option("[name=incoterm]", "DAP")
    press(page, "next")
    page.fill("[name=certificates]", "GOTS")
    press(page, "next")
    expect(page.locator("main")).to_contain_text("12 t")
    page.locator("main form button.main").click()
    found = re.search(r"/enquiries/([\d-]+)/", page.url)
    assert found is not None
    return found[1]


def choose_and_send(page: Page, number: str) -> None:
    """The officer's part: take, look at the reasons, choose, preview, send."""
    page.goto(f"/enquiries/{number}/")
    press(page, "take")
    page.goto(f"/enquiries/{number}/matches/")
    card = page.locator("article.match").first
    expect(card).to_contain_text("Teinturerie Lazaward")
    expect(card.locator(".why tbody tr").first).to_be_attached()
    card.locator("button[value=choose]").click()
    page.goto(f"/enquiries/{number}/preview/")
    expect(page.locator("main")).to_contain_text("Teinturerie Lazaward")
    page.locator("main form button.main").last.click()
    page.wait_for_url("**/invitations/")


def answer(page: Page) -> None:
    """The workshop's part: from its overview to a quotation."""
    page.goto("/")
    page.locator("a[href^='/invitations/']").first.click()
    expect(page.locator("main")).not_to_contain_text("Ostermeer")
    page.locator("main a[href$='/quote/']").click()
    page.fill("[name='0-price']", "3,20")
    page.select_option("[name='0-unit']", "kg")
    page.select_option("[name=currency]", "EUR")
    press(page, "send")
    expect(page.locator(".faults")).to_be_visible()
    page.check("[name=consent]")
    press(page, "send")
    page.wait_for_url("**/invitations/*/")


def introduce(page: Page, number: str) -> None:
    """The buyer meets the supplier, after being told what is revealed."""
    page.goto(f"/enquiries/{number}/responses/")
    page.locator("a[href*='/introduce/']").first.click()
    page.locator("main form button.main").click()
    expect(page.locator(".faults")).to_be_visible()
    page.check("[name=consent]")
    page.locator("main form button.main").click()
    page.wait_for_url("**/introductions/*/")
    expect(page.locator("main")).to_contain_text("amina.private@lazaward.example")


def report(page: Page, introduction: Introduction, party: str) -> None:
    """One side says what came of it."""
    page.goto(f"/introductions/{introduction.pk}/report/{party}/")
    page.check("[name=result][value=contract]")
    page.fill("[name=value]", "230 000")
    page.select_option("[name=currency]", "EUR")
    page.locator("main form button.main").click()
    page.wait_for_url("**/introductions/*/")


@pytest.mark.parametrize(
    ("buyer", "supplier", "script"),
    [("en", "en", True), ("fr", "ar", True), ("en", "en", False)],
    ids=["english", "french-arabic", "without-script"],
)
def test_from_need_to_confirmed_outcome(live_world: World, open_as: Any, buyer: str, supplier: str, script: bool) -> None:
    Person.objects.filter(pk=live_world.amina.pk).update(language=supplier)
    carlos = open_as("carlos", language=buyer, script=script)
    number = post_a_need(carlos, script)
    choose_and_send(open_as("dara", script=script), number)
    amina = open_as("amina", language=supplier, script=script, width=360)
    assert amina.locator("html").get_attribute("dir") == ("rtl" if supplier == "ar" else "ltr")
    answer(amina)
    introduce(carlos, number)
    met = Introduction.objects.get()
    report(carlos, met, "buyer")
    report(amina, met, "supplier")
    assert (Introduction.objects.get().state, Enquiry.objects.get().state) == ("confirmed", "concluded")


def test_sign_up_confirm_enter_an_organisation_and_be_found(live_world: World, open_as: Any) -> None:
    from treadle.kit.models import Mail

    page = open_as()
    page.goto("/accounts/signup/?lang=en")
    page.fill("[name=name]", "Nadia")
    page.fill("[name=email]", "nadia@example.org")
    page.fill("[name=password1]", "weft-and-selvedge-9")
    page.locator("main form button[type=submit]").first.click()
    text = Mail.objects.get(to="nadia@example.org").text
    link = re.search(r"http://\S+(/accounts/confirm-email/\S+)", text)
    assert link is not None, text
    page.goto(link[1])
    page.locator("main form button").first.click()
    if "/accounts/login/" in page.url:
        page.fill("[name=login]", "nadia@example.org")
        page.fill("[name=password]", "weft-and-selvedge-9")
        page.locator("main form button[type=submit]").first.click()
    page.goto("/organisations/new/")
    page.fill("[name=name]", "Sfax Turning")
    page.check("input[name=kinds][value=enterprise]")
    page.fill("[name=about]", "Turned bushings in bronze")
    page.select_option("[name=country]", "TN")
    page.locator("main form button.main").click()
    page.fill("[name=text]", "CNC turning of bronze bushings up to 120 mm")
    press(page, "save")
    page.goto("/search/?q=bushings")
    expect(page.locator("main")).to_contain_text("Sfax Turning")


def test_the_keyboard_alone_is_enough_to_search(live_world: World, open_as: Any) -> None:
    page = open_as()
    page.goto("/?lang=en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("lazaward")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Teinturerie Lazaward")


def test_a_passkey_is_registered_and_opens_the_door_without_a_password(live_world: World, open_as: Any) -> None:
    page = open_as("dara")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip
    page.goto("/accounts/2fa/webauthn/add/")
    if "reauthenticate" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.locator("main form button").first.click()
    page.fill("[name=name]", "Desk telephone")
    if page.locator("[name=passwordless]").count():
        page.check("[name=passwordless]")
    page.locator("#mfa_webauthn_add, main form button").first.click()
    page.wait_for_url(lambda url: "add" not in url)
    assert Authenticator.objects.filter(user=live_world.dara, type="webauthn").count() == 1
    page.context.clear_cookies()
    page.goto("/accounts/login/?lang=en")
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda url: "login" not in url)
    page.goto("/desk/")
    expect(page.locator("main")).to_contain_text("Exchange of Fès")


def test_countries_are_chosen_by_typing_and_shown_as_chips(live_world: World, open_as: Any) -> None:
    page = open_as("amina")
    page.goto(f"/organisations/{live_world.lazaward.pk}/edit/?lang=en")
    markets = page.locator("[data-options]").nth(1)
    markets.locator("[data-filter]").fill("cote d")
    expect(markets.locator(".list label:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(markets.locator(".chips button").last).to_have_text("Côte d’Ivoire")
    markets.locator(".chips button").last.click()
    expect(markets.locator("input[value=CI]")).not_to_be_checked()
    markets.locator("input[value=SN]").check()
    press(page, "save") if page.locator("[name=do][value=save]").count() else page.locator("main form.stack-3 button.main").click()
    page.wait_for_url(f"**/organisations/{live_world.lazaward.pk}/")
    assert "SN" in type(live_world.lazaward).objects.get(pk=live_world.lazaward.pk).markets


def weighed_case(live_world: World) -> Any:
    """A case on Dara's desk that two dyers fit: one by its words, one by its code."""
    enquiry = make.enquiry(live_world.ostermeer, live_world.carlos, "Dyeing of knitted cotton with reactive dyes", codes=[code("1313")])
    actions.submit(by=live_world.carlos, enquiry=enquiry)
    actions.take(by=live_world.dara, enquiry=enquiry)
    make.organisation("Words House", about="Dyeing of knitted cotton with reactive dyes, for knitters")
    coded = make.organisation("Codes House", about="Painting of walls and ceilings")
    make.capability(coded, "Painting of walls", codes=[code("1313")])
    return enquiry


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_officer_slides_weights_and_the_list_orders_itself(live_world: World, open_as: Any, script: bool) -> None:
    enquiry = weighed_case(live_world)
    page = open_as("dara", script=script)
    page.goto(f"/enquiries/{enquiry.number}/matches/")

    def order() -> list[str]:
        names = [text.split(". ")[-1].strip() for text in page.locator("[data-ranked] .match h3").all_inner_texts()]
        return [name for name in names if name.endswith("House")]

    def weigh(**weights: int) -> None:
        for name, value in weights.items():
            page.locator(f"#w-{name}").fill(str(value))
        if not script:
            page.get_by_role("button", name="Order anew").click()

    weigh(words=50, codes=0)
    page.wait_for_url("**/matches/?*w.codes=0*")
    page.get_by_role("button", name="Keep for this case").wait_for()
    assert order()[0] == "Words House"
    weigh(words=0, codes=50)
    page.wait_for_url("**/matches/?*w.codes=50*")
    page.locator("[data-ranked] .match h3", has_text="Codes House").wait_for()
    assert order().index("Codes House") < (order().index("Words House") if "Words House" in order() else 99)
    page.get_by_role("button", name="Keep for this case").click()
    page.get_by_text("Kept for this case.").wait_for()
    enquiry.refresh_from_db()
    assert (enquiry.weights["words"], enquiry.weights["codes"]) == (0, 50)


@pytest.mark.parametrize("script", [True, False])
def test_an_officer_brings_in_a_spreadsheet_repairs_it_and_undoes_it(live_world: World, open_as: Any, script: bool) -> None:
    page = open_as("dara", script=script)
    address = bring_in_a_spreadsheet(page, script)
    kind = page.locator("main li", has_text="Maroco").locator("form").first
    expect(kind.locator("input[name=value]")).to_have_value("MA")
    kind.locator("button[value=repair]").click()
    page.goto(f"{address}?show=faulty")
    page.locator("main a b", has_text="Couture Atlas").click()
    page.fill("[name=cell-4]", "couture@atlas.example")
    page.locator("main form button.main").click()
    page.goto(address)
    page.locator("main button[value=write]").click()
    done(page, script)
    expect(page.locator("main .notice").last).to_contain_text("3")
    assert sorted(Organisation.objects.filter(centre=live_world.fes, import_rows__isnull=False).values_list("name", flat=True)) == [
        "Couture Atlas", "Forge du Rif", "Zellige Saïss",
    ]  # fmt: skip
    page.locator("main ul.tasks a", has_text="Forge du Rif").click()
    page.locator("summary", has_text="Where each fact comes from").click()
    expect(page.locator("details.card")).to_contain_text("list.csv")
    page.goto(address)
    page.locator("summary.btn").click()
    page.locator("main button[value=undo]").click()
    done(page, script)
    assert not Organisation.objects.filter(name__in=["Couture Atlas", "Forge du Rif", "Zellige Saïss"]).exists()
