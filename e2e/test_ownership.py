"""Whose a record is, as people live it: an owner takes it over, a union enters its members, the head looks at the databank."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from world import World

from treadle.demo import make
from treadle.directory import actions, bulk
from treadle.directory.claimed import Claim
from treadle.directory.claims import codes
from treadle.directory.merging import pairs
from treadle.directory.models import Organisation, Site
from treadle.directory.screened import Hit, WatchList
from treadle.kit.jobs import run_all
from treadle.kit.models import Mail

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
UN = """<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-05-04T10:00:00Z"><INDIVIDUALS><INDIVIDUAL>
<FIRST_NAME>Qasim</FIRST_NAME><SECOND_NAME>Muhammad</SECOND_NAME><THIRD_NAME>Al-Tawfiq</THIRD_NAME><REFERENCE_NUMBER>QDi.9</REFERENCE_NUMBER>
<NATIONALITY><VALUE>Morocco</VALUE></NATIONALITY></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""


def listed() -> Organisation:
    """A workshop that a centre entered."""
    made = make.organisation("Atelier Zellij", country_code="MA", town="Fès", website="https://zellij.example", employees=7)
    make.contact(made, "Nora Tazi", "nora@zellij.example", "+212 535 000 111")
    actions.save_part(by=None, part=Site(organisation=made, street="3 rue des Potiers", town="Fès", country_id="MA", is_main=True))
    return made


@pytest.mark.parametrize(("language", "script", "width"), [("en", True, 1280), ("ar", False, 360)])
def test_an_owner_takes_the_record_over_confirms_it_and_looks_at_it_as_others_do(
    live_world: World, open_as: Any, language: str, script: bool, width: int
) -> None:
    made = listed()
    page = open_as("hugo", language=language, script=script, width=width)
    page.goto(made.get_absolute_url())
    page.locator(f"a[href='{made.get_absolute_url()}claim/']").click()
    page.locator("a[href='?way=email']").click()
    page.fill("[name=to]", "someone@elsewhere.example")
    page.locator("main form button.main").click()
    expect(page.locator("[name=to]")).to_have_value("someone@elsewhere.example")
    page.fill("[name=to]", "hugo@zellij.example")
    page.locator("main form button.main").click()
    code = re.search(r"\d{4} \d{4}", Mail.objects.get(to="hugo@zellij.example").subject)
    assert code is not None
    page.fill("[name=code]", code[0])
    page.locator("button[value=code]").click()
    expect(page).to_have_url(re.compile(f"{made.get_absolute_url()}$"))
    page.locator(f"a[href='{made.get_absolute_url()}confirm/']").click()
    for section in ("profile", "capability", "contact", "site", "evidence"):
        page.locator(f"button[value={section}]").click()
    expect(page.locator("main .tag.ok")).to_have_count(5)
    page.goto(f"{made.get_absolute_url()}visibility/")
    page.select_option("[name=people]", "centre")
    page.locator("main form button.main").click()
    expect(page).to_have_url(re.compile(r"as=public"))
    expect(page.locator("#profile")).not_to_contain_text("7")
    expect(page.locator("main")).not_to_contain_text("+212 535 000 111")
    assert made.memberships.get(role="owner").person == live_world.hugo


def test_a_letter_and_a_dispute_go_over_the_desk(live_world: World, open_as: Any) -> None:
    made = listed()
    claimant, officer = open_as("hugo"), open_as("dara")
    claimant.goto(f"{made.get_absolute_url()}claim/?way=letter")
    claimant.locator("main form button.main").click()
    officer.goto("/desk/")
    officer.locator("main a", has_text="Whose is Atelier Zellij?").first.click()
    officer.locator("main a", has_text="The letter").click()
    code = codes.code_of(Claim.objects.get())
    expect(officer.locator("article")).to_contain_text("3 rue des Potiers")
    expect(officer.locator("article")).to_contain_text(code)
    officer.go_back()
    officer.locator("button[value=sent]").click()
    claimant.reload()
    claimant.fill("[name=code]", code)
    claimant.locator("button[value=code]").click()
    expect(claimant.locator("h1")).to_have_text("Atelier Zellij")
    rival = open_as("carlos")
    rival.goto(f"{made.get_absolute_url()}claim/?way=papers")
    rival.set_input_files("[name=paper]", {"name": "licence.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 licence"})
    rival.locator("main form button.main").click()
    officer.goto("/organisations/databank/claims/")
    officer.locator("main a", has_text="Atelier Zellij").first.click()
    officer.locator("button[value=refuse]").click()
    expect(officer.locator(".fault").first).to_be_visible()
    officer.fill("[name=reason]", "The licence is of another workshop")
    officer.locator("button[value=refuse]").click()
    rival.reload()
    expect(rival.locator("main")).to_contain_text("The licence is of another workshop")
    claimant.goto("/account/notices/")
    expect(claimant.locator("main")).to_contain_text("Carlos")


@pytest.mark.parametrize("script", [True, False])
def test_a_union_enters_forty_units_edits_one_shows_it_and_hands_it_over(live_world: World, open_as: Any, script: bool) -> None:
    union = live_world.wend_panga.get_absolute_url()
    page = open_as("efua", language="fr", script=script, width=360)
    page.goto(f"{union}units/")
    lines = [f"Membre {number}; Village {number % 7}; Mangue séchée" for number in range(40)]
    page.fill("[name=lines_typed]", "\n".join([*lines, "; sans nom"]))
    page.locator("#enter form button.main").click()
    expect(page.locator("main .fault").first).to_contain_text("41")
    expect(page.locator("[name=lines_typed]")).to_have_value(re.compile("Membre 39"))
    page.fill("[name=lines_typed]", "\n".join(lines))
    page.locator("#enter form button.main").click()
    assert Organisation.objects.filter(parent=live_world.wend_panga).count() == 40
    page.fill("[name=q]", "Membre 17")
    page.locator("form[role=search] button:visible").last.click()
    page.locator("main li a", has_text="Membre 17").first.click()
    page.locator("button[value=show]").click()
    unit = Organisation.objects.get(name="Membre 17")
    assert unit.state == "public"
    page.goto(f"{unit.get_absolute_url()}members/")
    page.fill("[name=email]", "hugo@example.org")
    page.select_option("form:has([name=email]) [name=role]", "owner")
    page.locator("button[value=invite]").click()
    guest = open_as("hugo", script=script)
    guest.goto(f"/organisations/invitation/{unit.member_invitations.get().token}/")
    guest.locator("main form button").first.click()
    assert unit.memberships.get(role="owner").person == live_world.hugo
    page.goto(unit.get_absolute_url())
    expect(page.locator(f"a[href='{unit.get_absolute_url()}edit/']")).to_have_count(0)


def test_the_head_of_the_network_loads_a_list_and_two_people_clear_a_hit(live_world: World, open_as: Any) -> None:
    make.contact(live_world.lazaward, "Kassem Mohammed Taoufik")
    head, officer, second = open_as("farid"), open_as("dara"), open_as("driss")
    head.goto("/organisations/databank/screening/")
    head.fill("[name=name]", "UN Security Council")
    head.set_input_files("[name=upload]", {"name": "list.xml", "mimeType": "text/xml", "buffer": UN.encode()})
    head.locator("main form button.main").click()
    assert WatchList.objects.get().entries_count == 1
    from treadle.directory.screening.jobs import screen_records

    screen_records.enqueue()
    run_all()
    officer.goto("/desk/")
    officer.locator("main a", has_text="Kassem Mohammed Taoufik").first.click()
    expect(officer.locator("main table")).to_contain_text("Qasim Muhammad Al-Tawfiq")
    for page, reason in ((officer, "Born 1990, identity card seen"), (second, "Identity card seen too")):
        page.goto(f"/organisations/databank/screening/{Hit.objects.get().pk}/")
        page.fill("[name=reason]", reason)
        page.locator("button[value=clear]").click()
    assert Hit.objects.get().state == "cleared"
    head.goto(f"/organisations/databank/?centre={live_world.fes.pk}")
    expect(head.locator(".figures")).to_contain_text("Screening")
    expect(head.locator("main table").first).to_contain_text("Enterprise")


@pytest.mark.parametrize("script", [True, False])
def test_an_officer_tags_those_ticked_and_writes_to_all_that_a_filter_finds(live_world: World, open_as: Any, script: bool) -> None:
    listed()
    page = open_as("dara", script=script)
    page.goto("/organisations/databank/records/")
    page.check(f"input[name=pk][value='{live_world.lazaward.pk}']")
    page.fill("[name=word]", "fair 2027")
    page.locator("button[value=tag]").click()
    expect(page.locator("tbody .tag", has_text="fair 2027")).to_have_count(1)
    page.goto("/organisations/databank/records/?q=zellij")
    page.check("[name=all]")
    page.locator("button[value=write]").click()
    page.fill("[name=subject]", "To {organisation}")
    page.fill("[name=body]", "Dear {person}")
    page.locator("button[value=preview]").click()
    expect(page.locator("article")).to_contain_text("To Atelier Zellij")
    page.locator("button[value=send]").click()
    run_all()
    mail = Mail.objects.get(subject="To Atelier Zellij")
    assert mail.to == "nora@zellij.example" and "Dear Nora Tazi" in mail.text
    reader = open_as("", script=script)
    reader.goto("/organisations" + bulk.stop_link(mail.to).partition("/organisations")[2])
    reader.locator("button[value=stop]").click()
    expect(reader.locator("main")).to_contain_text("nora@zellij.example gets no more letters")


def test_a_visitor_finds_by_place_looks_at_the_map_and_compares(live_world: World, open_as: Any) -> None:
    listed()
    page = open_as("", script=False)
    page.goto("/organisations/?near=F%C3%A8s&km=20")
    expect(page.locator("main li.x, main .hits li")).to_have_count(1)
    page.goto("/organisations/?kind=enterprise")
    page.locator("nav.tabs a", has_text="Map").click()
    page.locator("figure a circle:not(.whole)").first.locator("..").click()
    expect(page).to_have_url(re.compile("box="))
    page.locator("nav.tabs a", has_text="Table").click()
    page.goto("/organisations/?kind=enterprise")
    for box in page.locator("input[name=pk]").all()[:2]:
        box.check()
    page.locator("main form button", has_text="Compare").click()
    expect(page.locator("main table thead th")).to_have_count(2)


def tab_to(page: Any, selector: str, most: int = 80) -> None:
    """Press Tab until the element has the focus, and see that one can see it."""
    page.locator("h1").evaluate("element => { element.tabIndex = -1; element.focus() }")
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"{selector} is not reached by keyboard")


@pytest.mark.parametrize("script", [True, False])
def test_an_officer_works_the_desk_of_duplicates_off_by_keyboard_alone(live_world: World, open_as: Any, script: bool) -> None:
    """A group of three, one pair merged with a field chosen, one found to be two; then what was merged is taken apart again."""
    mill = make.organisation("Atelier Zelkora", country_code="MA", town="Fès", employees=12, phone="+212 535 000 111")
    twin = make.organisation("Atelier Zelkora SARL", country_code="MA", town="Fès", employees=40, phone="+212 535 000 111")
    third = make.organisation("Zelkora Distribution", country_code="MA", town="Fès")
    for other in (twin, third):
        pairs.flag(by=live_world.hugo, organisation=mill, other=other, note="Same door")
    page = open_as("dara", script=script)
    page.goto("/organisations/databank/duplicates/")
    tab_to(page, "a[href='?show=groups']")
    page.keyboard.press("Enter")
    tab_to(page, f"a.btn[href='/organisations/{mill.pk}/merge/{twin.pk}/']")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Is it the same organisation?")
    tab_to(page, "[name=employees]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "button[value=merge]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/organisations/{mill.pk}/merge/{third.pk}/$"))
    tab_to(page, "button[value=different]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/databank/duplicates/$"))
    assert Organisation.objects.get(pk=mill.pk).employees == 40
    tab_to(page, "a[href='?show=merged']")
    page.keyboard.press("Enter")
    tab_to(page, "main form[action$='/undo/'] button")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Atelier Zelkora SARL")
    assert Organisation.objects.get(pk=mill.pk).employees == 12
