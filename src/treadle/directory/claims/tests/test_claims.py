"""Taking a record over: each way, each refusal, disputes, the clock, what the owner changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from world import World

from treadle.demo import make
from treadle.directory import actions as directory
from treadle.directory import members, policy, queries
from treadle.directory.claimed import Claim, Register
from treadle.directory.claims import actions, codes, registers
from treadle.directory.claims.changes import changes, taken_over
from treadle.directory.claims.ways import masked_email, masked_phone, open_ways
from treadle.directory.imports.faults import FileFault
from treadle.directory.models import Identifier, Organisation, Person, Site
from treadle.kit import clock, events, files
from treadle.kit.models import Mail
from treadle.nomenclature.models import Country

State, Way = Claim.State, Claim.Way
BACKEND = "django.contrib.auth.backends.ModelBackend"


def listed(**fields: str) -> Organisation:
    """A workshop that a centre entered, which nobody has taken over."""
    made = make.organisation("Atelier Zellij", country_code="MA", town="Fès", website="https://www.zellij.example/contact", **fields)
    make.contact(made, "Hidden Person", "hidden.person@gmail.com", "+212 535 000 111")
    site = Site(organisation=made, street="3 hidden street", town="Fès", country=Country.objects.get(pk="MA"))
    directory.save_part(by=None, part=site)
    return made


def fresh(organisation: Organisation) -> Organisation:
    return queries.for_page(None).get(pk=organisation.pk) if organisation.state == "public" else organisation


def by_mail(person: Person, organisation: Organisation, to: str = "nora@zellij.example") -> Claim:
    return actions.claim(by=person, organisation=organisation, way=Way.EMAIL, to=to)


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("licence.pdf", b"%PDF-1.7 licence")


# The ways ----------------------------------------------------------------------------------------------------------------------


def test_ways_are_those_that_the_record_allows_and_show_nothing_private(world: World) -> None:
    opened = {each.way: each for each in open_ways(world.hugo, listed())}
    assert set(opened) == {"email", "phone", "letter", "papers"}
    assert opened["email"].domains == ("zellij.example",)
    shown = repr([each.choices for each in opened.values()])
    assert "hidden.person" not in shown and "000 111" not in shown and "hidden street" not in shown
    bare = make.organisation("Nothing known", country_code="MA")
    assert [each.way for each in open_ways(world.hugo, bare)] == ["papers"]


def test_whoever_may_change_the_record_cannot_write_the_address_that_proves_it(world: World) -> None:
    organisation = listed()
    make.member(world.hugo, organisation, "editor")
    assert [each.way for each in open_ways(world.hugo, organisation)] == ["papers"]
    assert [each.way for each in open_ways(world.dara, organisation)] == ["papers"]
    with pytest.raises(ValidationError):
        by_mail(world.hugo, organisation)


def test_a_code_to_an_address_at_the_organisations_domain_makes_its_reader_the_owner(world: World) -> None:
    organisation = listed()
    claim = by_mail(world.hugo, organisation, " Nora@Zellij.example ")
    mail = Mail.objects.get(to="nora@zellij.example")
    assert codes.code_of(claim) in mail.text and codes.code_of(claim) in mail.subject
    assert claim.state == State.SENT and claim.nonce not in mail.text
    assert actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim).replace(" ", ""))
    assert claim.state == State.ACCEPTED
    assert queries.owners(organisation) == [world.hugo]
    assert policy.memberships(world.hugo)[organisation.pk] == "owner"
    assert [event.verb for event in events.history(organisation)][:3] == [
        "directory.claim.accepted", "directory.claim.proved", "directory.claim.begun",
    ]  # fmt: skip
    assert world.hugo.notices.filter(rule="directory.claim_decided").count() == 1


@pytest.mark.parametrize("to", ["nora@elsewhere.example", "hugo@gmail.com", "@zellij.example", "zellij.example", "a@b@zellij.example", ""])
def test_another_address_gets_no_code(world: World, to: str) -> None:
    with pytest.raises(ValidationError) as caught:
        by_mail(world.hugo, listed(), to)
    assert list(caught.value.message_dict) == ["to"]
    assert Mail.objects.count() == 0 and Claim.objects.count() == 0


def test_an_address_on_record_is_chosen_never_guessed_and_never_shown(world: World, client: Client) -> None:
    organisation = listed()
    with pytest.raises(ValidationError):
        by_mail(world.hugo, organisation, "hidden.person@gmail.com")  # the right guess is answered like any wrong one
    client.force_login(world.hugo, backend=BACKEND)
    url, choice = f"/organisations/{organisation.pk}/claim/", f"contact-{organisation.contacts.get().pk}"
    assert client.post(f"{url}?way=email", {"on_record": choice}).status_code == 302
    assert Claim.objects.get().sent_to == "hidden.person@gmail.com" and Mail.objects.get().to == "hidden.person@gmail.com"
    page = client.get(url, headers={"accept-language": "en"}).content.decode()
    assert "hidden.person" not in page and "h…n@gmail.com" in page


def test_however_the_choice_of_an_address_is_spelled_the_address_stays_private(world: World, client: Client) -> None:
    organisation = listed()
    client.force_login(world.hugo, backend=BACKEND)
    url, choice = f"/organisations/{organisation.pk}/claim/", f" CONTACT-{organisation.contacts.get().pk} "
    client.post(f"{url}?way=email", {"to": choice})
    assert Claim.objects.get().sent_to == "hidden.person@gmail.com"
    assert b"hidden.person" not in client.get(url, headers={"accept-language": "en"}).content


def test_five_wrong_codes_end_a_claim_and_the_right_one_comes_too_late(world: World) -> None:
    claim = by_mail(world.hugo, listed())
    wrong = "0000 0000" if codes.code_of(claim) != "0000 0000" else "1111 1111"
    assert [actions.prove(by=world.hugo, claim=claim, code=wrong) for _try in range(5)] == [False] * 5
    assert claim.state == State.LAPSED
    with pytest.raises(ValidationError):
        actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))
    assert queries.owners(claim.organisation) == []


def test_codes_are_each_claims_own_and_may_be_typed_in_any_digits(world: World) -> None:
    one = by_mail(world.hugo, listed())
    other = by_mail(world.efua, one.organisation)
    assert codes.code_of(one) != codes.code_of(other)
    arabic = codes.code_of(one).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert codes.agrees(one, arabic) and not codes.agrees(other, arabic)
    assert not codes.agrees(one, "") and not codes.agrees(one, "²²²²²²²²")


def test_without_a_gateway_an_officer_reads_the_code_out_on_the_number_on_record(world: World) -> None:
    organisation = listed()
    (choice,) = next(each for each in open_ways(world.hugo, organisation) if each.way == Way.PHONE).choices
    claim = actions.claim(by=world.hugo, organisation=organisation, way=Way.PHONE, to=choice[0])
    assert (claim.state, claim.sent_to) == (State.TO_SEND, "+212 535 000 111")
    assert world.dara.notices.filter(rule="directory.claim_waits").count() == 1
    with pytest.raises(ValidationError):
        actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))
    actions.sent(by=world.dara, claim=claim)
    actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))
    assert queries.owners(organisation) == [world.hugo]


def test_a_gateway_gets_the_number_on_record_and_the_code(world: World, settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SMS_URL = "https://sms.example/send"  # type: ignore[attr-defined]
    told: list[tuple[str, str]] = []
    monkeypatch.setattr("treadle.kit.sms.send", lambda to, text: told.append((to, text)))
    organisation = listed()
    (choice,) = next(each for each in open_ways(world.hugo, organisation) if each.way == Way.PHONE).choices
    claim = actions.claim(by=world.hugo, organisation=organisation, way=Way.PHONE, to=choice[0])
    assert claim.state == State.SENT
    actions.send_text.func(claim.pk)  # type: ignore[attr-defined]
    assert told[0][0] == "+212 535 000 111" and codes.code_of(claim) in told[0][1]


def test_a_letter_is_printed_posted_and_typed_in(world: World, client: Client) -> None:
    organisation = listed()
    site = organisation.sites.get()
    claim = actions.claim(by=world.hugo, organisation=organisation, way=Way.LETTER, to=f"site-{site.pk}")
    client.force_login(world.dara, backend=BACKEND)
    page = client.get(f"/organisations/databank/claims/{claim.pk}/letter/", headers={"accept-language": "en"}).content.decode()
    assert codes.code_of(claim) in page and "3 hidden street" in page
    client.force_login(world.hugo, backend=BACKEND)
    assert client.get(f"/organisations/databank/claims/{claim.pk}/letter/").status_code == 404
    actions.sent(by=world.dara, claim=claim)
    assert actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))


def test_papers_are_for_the_officer_and_the_claimant_only(world: World) -> None:
    claim = actions.claim(by=world.hugo, organisation=listed(), way=Way.PAPERS, paper=paper(), note="I founded it")
    (stored,) = files.of(claim)
    readers = {name for name, person in world.everybody().items() if files.may_read(person, stored)}
    assert readers == {"hugo", "dara", "driss", "farid", "grace"}
    actions.decide(by=world.dara, claim=claim, accept=True, reason="Licence 12 seen")
    assert queries.owners(claim.organisation) == [world.hugo]
    assert world.hugo.notices.get(rule="directory.claim_decided").values["reason"] == "Licence 12 seen"


# Registers ---------------------------------------------------------------------------------------------------------------------


def register(world: World, tmp_path: Path, text: str, scheme: str = "MA-RC") -> Register:
    path = tmp_path / "register.csv"
    path.write_text(text, encoding="utf-8")
    return registers.load(by=world.dara, centre=world.fes, path=path, name="register.csv", scheme=scheme, as_of=date(2026, 1, 31))


LINES = "Registration number,Name,Contact person\n12-345,ATELIER ZELLIJ SARL,Hugo Amrani; Nora Tazi\n,nobody,\n77,Other Works,Hugo Amrani\n"


def test_what_agrees_with_the_register_is_shown_to_the_officer_who_decides(world: World, tmp_path: Path) -> None:
    loaded = register(world, tmp_path, LINES)
    assert loaded.entries_count == 2
    world.hugo.name = "AMRANI Hugo"
    world.hugo.save()
    claim = actions.claim(by=world.hugo, organisation=listed(), way=Way.REGISTER, register=loaded, number="12345")
    # People choose their own names and registers are public: agreement is a reason, not a proof.
    assert claim.state == State.WAITING and queries.owners(claim.organisation) == []
    seen = {key: claim.shown[key] for key in ("found", "name_agrees", "person_agrees", "number_agrees")}
    assert seen == {"found": True, "name_agrees": True, "person_agrees": True, "number_agrees": None}
    actions.decide(by=world.dara, claim=claim, accept=True, reason="Identity card seen")
    assert queries.owners(claim.organisation) == [world.hugo]


@pytest.mark.parametrize(
    ("person", "number", "on_record"),
    [
        ("Hugo Someone", "12-345", ""),
        ("Hugo Amrani", "77", ""),
        ("Hugo Amrani", "999", ""),
        ("Hugo Amrani", "12-345", "88"),
        ("Hugo", "12-345", ""),
    ],
)
def test_whatever_does_not_agree_says_so(world: World, tmp_path: Path, person: str, number: str, on_record: str) -> None:
    loaded, organisation = register(world, tmp_path, LINES), listed()
    if on_record:
        directory.save_part(by=None, part=Identifier(organisation=organisation, scheme="MA-RC", number=on_record))
    world.hugo.name = person
    world.hugo.save()
    claim = actions.claim(by=world.hugo, organisation=organisation, way=Way.REGISTER, register=loaded, number=number)
    assert claim.state == State.WAITING and queries.owners(organisation) == []
    agree = [claim.shown.get(key) for key in ("found", "name_agrees", "person_agrees")]
    assert False in [*agree, claim.shown.get("number_agrees")]


def test_a_newer_file_takes_the_place_of_the_older_and_a_bad_one_of_nothing(world: World, tmp_path: Path) -> None:
    register(world, tmp_path, LINES)
    register(world, tmp_path, "number,name\n5,New Works\n")
    assert list(Register.objects.values_list("entries_count", flat=True)) == [1]
    for text in ("name,town\nA,B\n", "number,name\n,\n", "\x00\x01"):
        with pytest.raises(FileFault):
            register(world, tmp_path, text)
    assert list(Register.objects.values_list("entries_count", flat=True)) == [1]


# Disputes ----------------------------------------------------------------------------------------------------------------------


def owned(world: World) -> Organisation:
    organisation = listed()
    actions_claim = by_mail(world.carlos, organisation)
    actions.prove(by=world.carlos, claim=actions_claim, code=codes.code_of(actions_claim))
    return organisation


def test_a_claim_on_an_owned_record_is_never_decided_by_a_code(world: World) -> None:
    organisation = owned(world)
    claim = by_mail(world.hugo, organisation)
    assert claim.is_disputed
    actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))
    assert claim.state == State.WAITING and queries.owners(organisation) == [world.carlos]
    assert world.carlos.notices.filter(rule="directory.claim_disputed").count() == 1
    with pytest.raises(ValidationError):
        actions.decide(by=world.dara, claim=claim, accept=True, reason=" ")
    actions.decide(by=world.dara, claim=claim, accept=True, alone=True, reason="Sold in May; contract seen")
    assert queries.owners(organisation) == [world.hugo]
    assert organisation.memberships.get(person=world.carlos).role == "reader"
    assert world.carlos.notices.filter(rule="directory.claim_settled").count() == 1


def test_who_claims_second_while_both_codes_are_out_waits_for_an_officer(world: World) -> None:
    organisation = listed()
    first, second = by_mail(world.hugo, organisation), by_mail(world.efua, organisation)
    actions.prove(by=world.hugo, claim=first, code=codes.code_of(first))
    actions.prove(by=world.efua, claim=second, code=codes.code_of(second))
    assert second.state == State.WAITING and second.is_disputed
    actions.decide(by=world.dara, claim=second, accept=True, reason="They are partners")
    assert {person.name for person in queries.owners(organisation)} == {"Hugo", "Efua"}


def test_a_claim_on_a_record_one_owns_is_refused(world: World) -> None:
    with pytest.raises(ValidationError):
        actions.claim(by=world.amina, organisation=world.lazaward, way=Way.PAPERS, paper=paper())


def test_a_second_claim_while_one_is_open_and_a_sixth_in_a_day_are_refused(world: World) -> None:
    by_mail(world.hugo, organisation := listed())
    with pytest.raises(ValidationError):
        by_mail(world.hugo, organisation)
    for number in range(4):
        actions.claim(by=world.hugo, organisation=make.organisation(f"Another {number}"), way=Way.PAPERS, paper=paper())
    with pytest.raises(ValidationError):
        actions.claim(by=world.hugo, organisation=make.organisation("The sixth"), way=Way.PAPERS, paper=paper())


def test_only_the_claimant_goes_on_and_only_the_centre_decides(world: World) -> None:
    claim = by_mail(world.hugo, listed())
    for name, person in world.everybody().items():
        if name != "hugo":
            with pytest.raises(PermissionDenied):
                actions.prove(by=person, claim=claim, code=codes.code_of(claim))
            with pytest.raises(PermissionDenied):
                actions.withdraw(by=person, claim=claim)
        if name not in ("dara", "driss", "farid", "grace"):
            with pytest.raises(PermissionDenied):
                actions.decide(by=person, claim=claim, accept=True, reason="x")
            with pytest.raises(PermissionDenied):
                actions.sent(by=person, claim=claim)
    actions.withdraw(by=world.hugo, claim=claim)
    for go_on in (lambda: actions.withdraw(by=world.hugo, claim=claim), lambda: actions.sent(by=world.dara, claim=claim)):
        with pytest.raises(ValidationError):
            go_on()


def test_an_officer_does_not_decide_their_own_claim(world: World) -> None:
    claim = actions.claim(by=world.dara, organisation=listed(), way=Way.PAPERS, paper=paper())
    with pytest.raises(ValidationError):
        actions.decide(by=world.dara, claim=claim, accept=True, reason="I know myself")
    actions.decide(by=world.driss, claim=claim, accept=True, reason="Papers seen")
    assert queries.owners(claim.organisation) == [world.dara]


def test_a_code_that_has_not_been_typed_in_cannot_be_skipped_by_an_officer(world: World) -> None:
    claim = by_mail(world.hugo, listed())
    with pytest.raises(ValidationError):
        actions.decide(by=world.dara, claim=claim, accept=True, reason="They seem nice")


def test_whoever_was_ousted_gets_back_in_by_no_door_left_open(world: World) -> None:
    organisation = owned(world)
    invitation = members.invite_member(by=world.carlos, organisation=organisation, email="efua@example.org", role="owner")
    make.member(world.esther, organisation, "editor")
    claim = by_mail(world.hugo, organisation)
    actions.prove(by=world.hugo, claim=claim, code=codes.code_of(claim))
    actions.decide(by=world.dara, claim=claim, accept=True, alone=True, reason="Contract seen")
    with pytest.raises((ValidationError, type(invitation).DoesNotExist)):
        members.accept_invitation(by=world.efua, invitation=invitation)
    roles = dict(organisation.memberships.values_list("person__name", "role"))
    assert roles == {"Hugo": "owner", "Carlos": "reader", "Esther": "reader"}


def test_a_record_under_claim_is_not_merged_away(world: World) -> None:
    from treadle.directory.merging.relations import conflicts

    claim = by_mail(world.hugo, listed())
    assert any("claims" in reason for reason in conflicts(world.lazaward, claim.organisation))
    actions.withdraw(by=world.hugo, claim=claim)
    assert not any("claims" in reason for reason in conflicts(world.lazaward, claim.organisation))


def test_who_erases_themselves_takes_their_papers_along(world: World) -> None:
    from treadle.directory.privacy import erase
    from treadle.kit.models import Event, StoredFile

    actions.claim(by=world.hugo, organisation=listed(), way=Way.PAPERS, paper=paper())
    path = Path(StoredFile.objects.get(belongs_to="directory.claim").content.path)
    erase(by=world.hugo, person=world.hugo)
    assert not StoredFile.objects.filter(belongs_to="directory.claim").exists() and not path.exists()
    assert not Event.objects.filter(object_label__contains="Hugo").exists()


# The clock, and what changed -----------------------------------------------------------------------------------------------------


def test_the_desk_is_warned_its_head_told_and_a_code_lapses(world: World) -> None:
    waiting = actions.claim(by=world.hugo, organisation=listed(), way=Way.PAPERS, paper=paper())
    coded = by_mail(world.efua, waiting.organisation)
    clock.run(timezone.now() + timedelta(days=2))
    coded.refresh_from_db()
    assert coded.state == State.LAPSED and world.dara.notices.filter(rule="directory.claim_late").count() == 0
    clock.run(timezone.now() + timedelta(days=3, hours=1))
    assert world.dara.notices.filter(rule="directory.claim_late").count() == 1
    clock.run(timezone.now() + timedelta(days=8))
    assert world.driss.notices.filter(rule="directory.claim_very_late").count() == 1


def test_what_the_owner_changed_stands_beside_what_the_centre_had(world: World) -> None:
    organisation = owned(world)
    contact = organisation.contacts.get()
    directory.edit_organisation(
        by=world.carlos, organisation=organisation, version=organisation.version, fields={"town": "Meknès", "employees": 12}
    )
    contact.phone = "+212 600 999 888"
    directory.save_part(by=world.carlos, part=contact)
    claim = taken_over(organisation)
    assert claim is not None
    found = {each.field: (each.before, each.now) for each in changes(organisation, claim.before)}
    assert found["town"] == ("Fès", "Meknès") and found["employees"] == (None, 12)
    assert set(found) == {"town", "employees", "contact"} and "999 888" in found["contact"][1]


def test_masks_show_only_what_the_owner_knows_anyway() -> None:
    assert masked_email("amina.private@lazaward.example") == "a…e@lazaward.example"
    assert masked_email("ab@x.example") == "a…@x.example"
    assert masked_phone("+212 600 111 222") == "+212 … 22" and masked_phone("12 345") == "… 45"


# In the browser's words ----------------------------------------------------------------------------------------------------------


def test_the_page_leads_from_the_way_to_the_record(world: World, client: Client) -> None:
    organisation = listed()
    client.force_login(world.hugo, backend=BACKEND)
    client.cookies.load({"language": "en"})
    url = f"/organisations/{organisation.pk}/claim/"
    assert b"@zellij.example" in client.get(url).content
    bad = client.post(f"{url}?way=email", {"to": "me@elsewhere.example"})
    assert bad.status_code == 200 and b"me@elsewhere.example" in bad.content
    assert client.post(f"{url}?way=email", {"to": "nora@zellij.example"}).status_code == 302
    claim = Claim.objects.get()
    assert client.post(url, {"do": "code", "code": "1"}).status_code == 200
    done = client.post(url, {"do": "code", "code": codes.code_of(claim)})
    assert done["Location"] == organisation.get_absolute_url()
    assert client.session["acting_for"] == organisation.pk


def test_handing_over_after_a_claim_makes_another_member_owner(world: World) -> None:
    organisation = owned(world)
    make.member(world.hugo, organisation, "editor")
    members.hand_over(by=world.carlos, organisation=organisation, to=organisation.memberships.get(person=world.hugo))
    assert queries.owners(organisation) == [world.hugo]
