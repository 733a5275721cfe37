"""Requests for quotation: items and drawings, drafts and revisions, questions without names, sister centres, split awards."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal as D
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.directory.models import Centre, Organisation, Person
from treadle.exchange import actions, policy
from treadle.exchange.flow import IllegalMove
from treadle.exchange.item_pages import may_open_drawing
from treadle.exchange.models import Enquiry, Introduction, Invitation
from treadle.exchange.quotations import current, draft_of, in_force, papers_of, table_of
from treadle.exchange.quoted import Award, NotChosen, Quotation
from treadle.exchange.standins import next_best
from treadle.kit import clock, files
from treadle.kit.jobs import run_all
from treadle.kit.models import Event, Notice
from treadle.kit.policy import Refused, may

PDF = b"%PDF-1.7 a drawing"


class Request:
    """A request of Ostermeer for three items, out to Lazaward and two more suppliers with people of their own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.enquiry = make.enquiry(world.ostermeer, world.carlos, "Knitted panels", codes=[code("1313")], currency="EUR")
        self.items = [make.item(self.enquiry, world.carlos, title, 600) for title in ("Front", "Back", "Sleeve")]
        self.suppliers = [world.lazaward, *(make.organisation(f"Dyer {at}", about="Teinture de coton", lang="fr") for at in (1, 2))]
        self.people = [world.amina, *(make.person(f"Owner{at}") for at in (1, 2))]
        for person, supplier in zip(self.people[1:], self.suppliers[1:], strict=True):
            make.member(person, supplier)

    def out(self) -> list[Invitation]:
        """Submitted, and invitations sent to all three."""
        actions.submit(by=self.world.carlos, enquiry=self.enquiry)
        self.enquiry.refresh_from_db()
        self.invitations = sorted(make.out(self.enquiry, self.world.dara, *self.suppliers), key=lambda one: one.pk)
        return self.invitations

    def quote(self, at: int, *prices: str | None, currency: str = "EUR", **line: Any) -> Quotation:
        """Supplier ``at`` quotes its items at these prices for a piece."""
        lines = {
            item.pk: {"price": D(price), "unit": "pcs", **line}
            for item, price in zip(self.items, prices, strict=False)
            if price is not None
        }
        return actions.quote(by=self.people[at], invitation=self.invitation(at), head={"currency": currency}, lines=lines)

    def invitation(self, at: int) -> Invitation:
        """As it stands now."""
        return Invitation.objects.select_related(
            "enquiry__organisation", "enquiry__centre", "enquiry__officer", "organisation", "centre"
        ).get(pk=self.invitations[at].pk)

    def line(self, at: int, item: int) -> int:
        """The line of supplier ``at`` for an item."""
        return in_force(self.enquiry)[self.invitations[at].pk].lines.get(item=self.items[item]).pk

    def award(self, parts: dict[int, Any], *others: int, by: Person | None = None) -> list[Award]:
        """The desk closes, the buyer awards; the others are told that the price decided."""
        self.enquiry.refresh_from_db()
        if self.enquiry.state == "out":
            actions.close(by=self.world.dara, enquiry=self.enquiry)
        said = {self.invitations[at].pk: ("price", "") for at in others}
        return actions.award(by=by or self.world.carlos, enquiry=self.enquiry, version=self.enquiry.version, parts=parts, not_chosen=said)


@pytest.fixture
def rfq(world: World) -> Request:
    made = Request(world)
    made.out()
    return made


def late(enquiry: Enquiry) -> None:
    """The deadline passes."""
    Enquiry.objects.filter(pk=enquiry.pk).update(answer_by=timezone.localdate() - timedelta(days=1))


# Items and drawings


def test_items_are_the_buyers_until_it_is_submitted_and_the_desks_until_it_is_out(world: World) -> None:
    request = Request(world)
    for person in (world.amina, world.hugo, world.esther, world.bai):
        with pytest.raises(Refused):
            actions.remove_item(by=person, item=request.items[0])
    actions.submit(by=world.carlos, enquiry=request.enquiry)
    request.items[0].enquiry = request.enquiry
    fields = {"quantity": D(5)}
    with pytest.raises(ValidationError):
        actions.edit_item(by=world.carlos, item=request.items[0], version=1, fields=fields)
    actions.edit_item(by=world.dara, item=request.items[0], version=1, fields=fields)
    assert request.enquiry.items.first().quantity == D(5)
    assert Event.objects.filter(verb="exchange.item.kept").count() == 4


def test_an_enquiry_that_is_not_quoted_has_no_items(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "A partner", kind="partnership")
    with pytest.raises(ValidationError):
        make.item(enquiry, world.carlos, "Something")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("part.pdf", b"MZ\x90\x00\x03 this program cannot be run in DOS mode" + b"\x00" * 60),
        ("part.dxf", b"\x7fELF\x02\x01\x01" + b"\x00" * 60),
        ("part.step", b"#!/bin/sh\nrm -rf /\n"),
        ("part.exe", b"%PDF-1.7 named as a program"),
        ("part.png", PDF),
        ("part.pdf", b""),
    ],
)
def test_a_drawing_that_is_none_is_refused_and_nothing_is_kept(world: World, name: str, content: bytes) -> None:
    request = Request(world)
    with pytest.raises(ValidationError) as error:
        actions.add_drawing(by=world.carlos, item=request.items[0], upload=SimpleUploadedFile(name, content))
    assert list(error.value.message_dict) == ["drawing"]
    assert not files.of(request.items[0]).exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.dxf", b"  0\nSECTION\n  2\nHEADER\n"),
        ("b.dxf", b"999\nmade by a program\n  0\r\nSECTION\r\n"),
        ("c.stp", b"ISO-10303-21;\nHEADER;"),
        ("d.dwg", b"AC1032\x00\x00\x00\x00"),
    ],
)
def test_drawings_of_machines_are_taken(world: World, name: str, content: bytes) -> None:
    request = Request(world)
    actions.add_drawing(by=world.carlos, item=request.items[0], upload=SimpleUploadedFile(name, content))
    assert [one.name for one in files.of(request.items[0])] == [name]


def test_drawings_open_to_the_invited_only_after_their_promise(world: World) -> None:
    request = Request(world)
    item = request.items[0]
    actions.add_drawing(by=world.carlos, item=item, upload=SimpleUploadedFile("front.pdf", PDF))
    assert not may_open_drawing(world.amina, str(item.pk))
    request.out()
    who = {name: may_open_drawing(person, str(item.pk)) for name, person in {**world.everybody(), "other": request.people[1]}.items()}
    assert {name for name, opens in who.items() if opens} == {"carlos", "dara", "driss", "farid", "grace", "root"}
    with pytest.raises(Refused):
        actions.promise(by=world.bai, invitation=request.invitation(0))
    actions.promise(by=world.amina, invitation=request.invitation(0))
    actions.promise(by=world.amina, invitation=request.invitation(0))
    assert [may_open_drawing(one, str(item.pk)) for one in (world.amina, world.bai, request.people[1])] == [True, True, False]
    assert Event.objects.filter(verb="exchange.invitation.promised").count() == 1
    actions.answer(by=world.amina, invitation=request.invitation(0), state="declined", fields={"decline_reason": "time"})
    assert not may_open_drawing(world.amina, str(item.pk))
    with pytest.raises(ValidationError):
        actions.promise(by=world.amina, invitation=request.invitation(0))


def test_what_items_say_counts_in_the_matching(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Panels")
    from treadle.exchange.needs import need_of

    make.item(enquiry, world.carlos, "Dyed front", 3, "t", per="month", codes=[code("1313")], certificates=["GOTS"])
    make.item(enquiry, world.carlos, "Dyed back", 4, "t", per="month")
    need = need_of(enquiry)
    assert "Dyed front" in need.text
    assert (need.quantity.amount, need.quantity.unit, need.quantity.per) == (7.0, "t", "month")  # type: ignore[union-attr]
    assert [one.code for one in need.codes] == ["1313"]
    assert need.certificates == ("GOTS",)


# Quotations


def test_a_draft_is_seen_by_nobody_else_and_begins_again_from_what_was_kept(rfq: Request) -> None:
    invitation = rfq.invitation(0)
    line = {rfq.items[0].pk: {"price": D(3), "unit": "pcs"}}
    actions.draft_quotation(by=rfq.world.amina, invitation=invitation, head={"currency": "MAD"}, lines=line)
    actions.draft_quotation(by=rfq.world.ines, invitation=invitation, head={"currency": "EUR"}, lines=line)
    assert invitation.quotations.count() == 1
    assert rfq.invitation(0).state == "sent"
    assert (in_force(rfq.enquiry), table_of(rfq.enquiry)[0].bids) == ({}, ())
    with pytest.raises(Refused):
        actions.draft_quotation(by=rfq.world.bai, invitation=invitation, head={}, lines={})


def test_sending_names_every_field_that_is_missing_or_wrong(rfq: Request) -> None:
    first, second, third = rfq.items
    lines = {first.pk: {"quantity": D(10)}, second.pk: {"price": D(2), "quantity": D(601)}, third.pk: {"note": "later"}}
    with pytest.raises(ValidationError) as error:
        actions.quote(by=rfq.world.amina, invitation=rfq.invitation(0), head={}, lines=lines, consent=False)
    wrong = {f"price-{first.pk}", f"quantity-{second.pk}", f"price-{third.pk}", "currency", "consent"}
    assert set(error.value.message_dict) == wrong
    assert rfq.invitation(0).quotations.count() == 0  # drafting and sending in one: nothing half done


def test_a_line_for_an_item_of_another_request_is_refused(rfq: Request, world: World) -> None:
    other = make.item(make.enquiry(world.ostermeer, world.carlos, "Other"), world.carlos, "Other item")
    with pytest.raises(ValidationError):
        actions.draft_quotation(by=world.amina, invitation=rfq.invitation(0), head={}, lines={other.pk: {"price": D(1)}})


def test_revisions_until_the_deadline_and_the_last_one_counts(rfq: Request) -> None:
    rfq.quote(0, "3", "3", "3")
    rfq.quote(0, "2.5", "3")
    found = in_force(rfq.enquiry)[rfq.invitations[0].pk]
    assert (found.revision, [line.price for line in found.lines.all()]) == (2, [D("2.5"), D(3)])
    assert list(rfq.invitation(0).quotations.values_list("revision", flat=True)) == [2, 1]
    told = Notice.objects.filter(person=rfq.world.carlos, rule__in=("exchange.answered", "exchange.quotation_revised"))
    assert sorted(told.values_list("rule", flat=True)) == ["exchange.answered", "exchange.quotation_revised"]


def test_late_ones_are_kept_and_marked_and_take_no_place_of_what_came_in_time(rfq: Request) -> None:
    rfq.quote(0, "3", "3", "3")
    late(rfq.enquiry)
    rfq.quote(0, "1", "1", "1")
    rfq.quote(1, "2", "2", "2")
    found = in_force(rfq.enquiry)
    assert {(pk, one.is_late, one.revision) for pk, one in found.items()} == {
        (rfq.invitations[0].pk, False, 1), (rfq.invitations[1].pk, True, 1),
    }  # fmt: skip
    assert current(rfq.invitation(0)).revision == 1  # type: ignore[union-attr]
    assert Event.objects.filter(verb="exchange.invitation.quoted_late").count() == 2
    assert Notice.objects.filter(rule="exchange.quoted_late", person=rfq.world.carlos).count() == 2


def test_a_quotation_is_taken_after_the_invitation_lapsed_and_not_after_the_award(rfq: Request) -> None:
    rfq.quote(0, "3", "3", "3")
    late(rfq.enquiry)
    rfq.enquiry.refresh_from_db()
    actions.close(by=rfq.world.dara, enquiry=rfq.enquiry)
    assert rfq.invitation(1).state == "lapsed"
    assert rfq.quote(1, "2").is_late
    rfq.award({rfq.line(0, 0): None}, 1)
    with pytest.raises(ValidationError):
        rfq.quote(2, "1")


def test_a_quotation_without_any_price_is_not_sent(rfq: Request) -> None:
    with pytest.raises(ValidationError) as error:
        actions.quote(by=rfq.world.amina, invitation=rfq.invitation(0), head={"currency": "EUR"}, lines={})
    assert list(error.value.message_dict) == ["lines"]


def test_what_was_taken_back_never_counts_again(rfq: Request) -> None:
    rfq.quote(0, "10")
    actions.withdraw_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), reason="capacity")
    assert (current(rfq.invitation(0)), in_force(rfq.enquiry)) == (None, {})
    late(rfq.enquiry)
    rfq.quote(0, "15")
    assert [line.price for line in in_force(rfq.enquiry)[rfq.invitations[0].pk].lines.all()] == [D(15)]
    assert [one.price for bid in table_of(rfq.enquiry)[0].bids for one in bid.lines.values()] == [D(15)]


def test_declining_after_a_quotation_takes_it_back(rfq: Request) -> None:
    rfq.quote(0, "10")
    actions.answer(by=rfq.world.amina, invitation=rfq.invitation(0), state="declined", fields={"decline_reason": "time"})
    assert current(rfq.invitation(0)) is None


def test_staff_neither_see_nor_touch_a_draft_that_the_organisation_has_begun(rfq: Request) -> None:
    line = {rfq.items[0].pk: {"price": D(3), "unit": "pcs"}}
    actions.draft_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), head={"currency": "EUR"}, lines=line)
    assert (draft_of(rfq.invitation(0), rfq.world.dara), draft_of(rfq.invitation(0), rfq.world.ines) is None) == (None, False)
    for attempt in (
        lambda: actions.draft_quotation(by=rfq.world.dara, invitation=rfq.invitation(0), head={}, lines=line),
        lambda: actions.send_quotation(by=rfq.world.dara, invitation=rfq.invitation(0), consent=True),
        lambda: actions.drop_draft(by=rfq.world.dara, invitation=rfq.invitation(0)),
    ):
        with pytest.raises(ValidationError) as error:
            attempt()
        assert error.value.code == "theirs"
    assert rfq.invitation(0).quotations.get().by == rfq.world.amina
    actions.draft_quotation(by=rfq.world.dara, invitation=rfq.invitation(1), head={"currency": "EUR"}, lines=line)  # after a call
    assert draft_of(rfq.invitation(1), rfq.world.dara) is not None


def test_what_comes_before_the_deadline_is_in_time_though_the_desk_has_closed(rfq: Request) -> None:
    actions.close(by=rfq.world.dara, enquiry=rfq.enquiry)
    assert not rfq.quote(0, "3").is_late


def test_files_of_earlier_revisions_stay_with_the_one_that_counts(rfq: Request) -> None:
    line = {rfq.items[0].pk: {"price": D(3), "unit": "pcs"}}
    draft = actions.draft_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), head={"currency": "EUR"}, lines=line)
    actions.attach(by=rfq.world.amina, quotation=draft, upload=SimpleUploadedFile("offer.pdf", PDF))
    actions.send_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), consent=True)
    rfq.quote(0, "2")
    counted = in_force(rfq.enquiry)[rfq.invitations[0].pk]
    assert [one.name for one in papers_of([counted])[counted.pk]] == ["offer.pdf"]


def test_a_quotation_sent_twice_by_the_same_form_is_one_and_leaves_no_draft(rfq: Request) -> None:
    client = Client()
    client.force_login(rfq.world.amina, backend="django.contrib.auth.backends.ModelBackend")
    first, token = rfq.items[0].pk, "6fa459ea-ee8a-4ca4-894e-db77e160355e"
    data = {f"{first}-price": "3", f"{first}-unit": "pcs", "currency": "EUR", "do": "send", "consent": "on", "form_token": token}
    answers = [client.post(f"{rfq.invitations[0].get_absolute_url()}quote/", data) for _twice in range(2)]
    assert {answer["Location"] for answer in answers} == {rfq.invitations[0].get_absolute_url()}
    assert [(one.revision, one.sent_at is None) for one in rfq.invitation(0).quotations.all()] == [(1, False)]


def test_a_failed_sending_keeps_the_draft_and_its_file(rfq: Request) -> None:
    client = Client()
    client.force_login(rfq.world.amina, backend="django.contrib.auth.backends.ModelBackend")
    first = rfq.items[0].pk
    data = {f"{first}-price": "3", f"{first}-unit": "pcs", "currency": "EUR", "do": "send", "file": SimpleUploadedFile("offer.pdf", PDF)}
    page = client.post(f"{rfq.invitations[0].get_absolute_url()}quote/", data)
    assert (page.status_code, list(page.context["head"].errors)) == (200, ["consent"])
    draft = rfq.invitation(0).quotations.get()
    assert (draft.sent_at, draft.lines.get().price, [one.name for one in files.of(draft)]) == (None, D(3), ["offer.pdf"])


# Questions


def test_questions_and_answers_go_to_all_without_names(rfq: Request) -> None:
    world = rfq.world
    question = actions.ask(by=world.amina, invitation=rfq.invitation(0), text="Which shade of black?")
    for person in (world.amina, world.hugo, rfq.people[1], world.bai):
        with pytest.raises(Refused):
            actions.answer_question(by=person, question=question, text="Jet")
    actions.answer_question(by=world.carlos, question=question, text="Jet black, 19-0303.")
    notices = Notice.objects.filter(rule="exchange.question_answered")
    assert set(notices.values_list("person__name", flat=True)) == {"Amina", "Ines", "Owner1", "Owner2"}
    assert not any("Lazaward" in str(notice.values) or "Amina" in str(notice.values) for notice in notices)
    actions.answer_question(by=world.dara, question=question, text="Jet black, 19-4006.")
    assert notices.all().count() == 8


def test_a_question_does_not_find_out_who_the_buyer_is(rfq: Request) -> None:
    guess = actions.ask(by=rfq.world.amina, invitation=rfq.invitation(0), text="Is this for Ostermeer Knitwear?")
    actions.ask(by=rfq.world.amina, invitation=rfq.invitation(0), text="Is this for Some Other Firm?")
    actions.answer_question(by=rfq.world.carlos, question=guess, text="That is told after an introduction.")
    told = Notice.objects.filter(rule="exchange.question_answered")
    assert {notice.values["question"] for notice in told} == {"Is this for …?"}
    client = Client()
    client.force_login(rfq.people[1], backend="django.contrib.auth.backends.ModelBackend")
    assert b"Ostermeer" not in client.get(rfq.invitations[1].get_absolute_url()).content


def test_the_buyer_does_not_learn_from_the_history_who_asks(rfq: Request) -> None:
    actions.ask(by=rfq.people[1], invitation=rfq.invitation(1), text="Which shade?")
    client = Client()
    client.force_login(rfq.world.carlos, backend="django.contrib.auth.backends.ModelBackend")
    for page in ("history", "questions"):
        assert b"Owner1" not in client.get(f"{rfq.enquiry.get_absolute_url()}{page}/").content


@pytest.mark.parametrize(
    "text", ["", "   ", "Call us: +212 535 111 222", "Write to me@lazaward.example", "Teinturerie Lazaward asks: which shade?"]
)
def test_a_question_that_says_who_asks_is_not_sent(rfq: Request, text: str) -> None:
    with pytest.raises(ValidationError) as error:
        actions.ask(by=rfq.world.amina, invitation=rfq.invitation(0), text=text)
    assert list(error.value.message_dict) == ["text"]
    assert not Notice.objects.filter(rule="exchange.question_asked").exists()


def test_no_answer_tells_who_the_buyer_is_and_none_comes_after_the_end(rfq: Request) -> None:
    question = actions.ask(by=rfq.world.amina, invitation=rfq.invitation(0), text="Which shade?")
    with pytest.raises(ValidationError):
        actions.answer_question(by=rfq.world.carlos, question=question, text="As on the label of Ostermeer Knitwear")
    late(rfq.enquiry)
    with pytest.raises(ValidationError):
        actions.ask(by=rfq.world.amina, invitation=rfq.invitation(0), text="And the sleeves?")


# Sister centres


def approved(world: World) -> Enquiry:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    return enquiry


def test_a_sister_centre_asks_the_suppliers_of_its_own_territory(world: World) -> None:
    enquiry = approved(world)
    assert not may(world.esther, policy.ENQUIRY_READ, enquiry)
    (referral,) = actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala, world.fes], note="Dyers?")
    assert Notice.objects.filter(rule="exchange.referred", person=world.esther).count() == 1
    actions.take_referral(by=world.esther, referral=referral)
    with pytest.raises(ValidationError):
        actions.choose(by=world.esther, enquiry=enquiry, organisation=world.lazaward)
    own = make.organisation("Dyer of Douala", country_code="CM")
    chosen = actions.choose(by=world.esther, enquiry=enquiry, organisation=own)
    assert chosen.centre == world.douala
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward)
    sent = actions.send(by=world.esther, enquiry=enquiry)
    assert [one.organisation for one in sent] == [own]
    enquiry.refresh_from_db()
    referral.refresh_from_db()
    assert (enquiry.state, referral.state, enquiry.invitations.get(organisation=world.lazaward).state) == ("out", "done", "prepared")
    assert Notice.objects.filter(rule="exchange.referral_done", person=world.dara).count() == 1


def test_a_sister_centre_sees_its_own_part_and_no_more(world: World) -> None:
    enquiry = approved(world)
    actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    own = make.organisation("Dyer of Douala", country_code="CM")
    actions.choose(by=world.esther, enquiry=enquiry, organisation=own)
    actions.send(by=world.esther, enquiry=enquiry)
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward)
    actions.send(by=world.dara, enquiry=enquiry)
    theirs, ours = enquiry.invitations.get(organisation=world.lazaward), enquiry.invitations.get(organisation=own)
    verbs = (policy.RESPONSES_READ, policy.NOTE, policy.ENQUIRY_REVIEW, policy.REFER, policy.AWARD, policy.ENQUIRY_EXCLUDE)
    assert [may(world.esther, verb, enquiry) for verb in verbs] == [False] * 6
    assert [may(world.esther, policy.INVITATION_READ, one) for one in (theirs, ours)] == [False, True]


def test_a_sister_centre_says_that_nobody_fits_and_why(world: World) -> None:
    enquiry = approved(world)
    (referral,) = actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    for person in (world.carlos, world.dara, world.amina):
        with pytest.raises(Refused):
            actions.decline_referral(by=person, referral=referral, reason="No")
    with pytest.raises(ValidationError):
        actions.decline_referral(by=world.esther, referral=referral, reason=" ")
    actions.decline_referral(by=world.esther, referral=referral, reason="No dyer here")
    with pytest.raises(IllegalMove):
        actions.decline_referral(by=world.esther, referral=referral, reason="No dyer here")
    assert Notice.objects.get(rule="exchange.referral_declined", person=world.dara).values["reason"] == "No dyer here"


def test_who_said_that_nobody_fits_may_find_somebody_after_all(world: World) -> None:
    enquiry = approved(world)
    (referral,) = actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    actions.decline_referral(by=world.esther, referral=referral, reason="No dyer here")
    actions.choose(by=world.esther, enquiry=enquiry, organisation=make.organisation("Dyer of Douala", country_code="CM"))
    actions.send(by=world.esther, enquiry=enquiry)
    referral.refresh_from_db()
    assert referral.state == "done"


@pytest.mark.parametrize("end", ["withdraw", "close"])
def test_a_case_that_ends_ends_for_sister_centres_too(world: World, end: str) -> None:
    enquiry = approved(world)
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward)
    actions.send(by=world.dara, enquiry=enquiry)
    (referral,) = actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    getattr(actions, end)(by=world.dara, enquiry=enquiry)
    clock.run(enquiry.deadline + timedelta(hours=2))  # type: ignore[operator]
    referral.refresh_from_db()
    assert (referral.state, Notice.objects.filter(rule="exchange.referral_lapsed").count()) == ("lapsed", 0)


def test_sister_officers_are_led_to_what_they_may_see(world: World) -> None:
    enquiry = approved(world)
    actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    actions.choose(by=world.esther, enquiry=enquiry, organisation=world.wend_panga)
    (invitation,) = actions.send(by=world.esther, enquiry=enquiry)
    actions.quote(by=world.efua, invitation=invitation, head={"currency": "EUR"}, lines={0: {"price": D(3)}})
    client = Client()
    client.force_login(world.esther, backend="django.contrib.auth.backends.ModelBackend")
    for notice in Notice.objects.filter(person=world.esther, rule="exchange.answered"):
        assert client.get(notice.link).status_code == 200


def test_the_head_of_a_silent_sister_centre_is_told_over_the_end_of_a_week(world: World) -> None:
    make.staff(world.farid, world.douala, "head")
    tuesday = datetime(2027, 1, 5, 10, tzinfo=UTC)
    with time_machine.travel(tuesday, tick=False) as now:
        actions.refer(by=world.dara, enquiry=approved(world), centres=[world.douala])
        for _hour in range(24 * 9):
            clock.run()
            now.shift(timedelta(hours=1))
    rules = Notice.objects.filter(rule__in=("exchange.referral_waits", "exchange.referral_silent"))
    assert sorted(rules.values_list("rule", "person__name")) == [
        ("exchange.referral_silent", "Dara"), ("exchange.referral_waits", "Esther"), ("exchange.referral_waits", "Farid"),
    ]  # fmt: skip


def test_the_clock_reminds_a_silent_sister_centre_then_its_head_then_the_first_centre_each_once(world: World) -> None:
    Centre.objects.update(rest_days=[])  # whatever day it is today
    enquiry = approved(world)
    make.staff(world.farid, world.douala, "head")
    (referral,) = actions.refer(by=world.dara, enquiry=enquiry, centres=[world.douala])
    for days in (1, 2.1, 2.2, 4.1, 4.2, 5.1, 5.2):
        clock.run(referral.asked_at + timedelta(days=days))
    rules = Notice.objects.filter(rule__in=("exchange.referral_waits", "exchange.referral_silent"))
    assert sorted(rules.values_list("rule", "person__name")) == [
        ("exchange.referral_silent", "Dara"), ("exchange.referral_waits", "Esther"), ("exchange.referral_waits", "Farid"),
    ]  # fmt: skip
    clock.run(enquiry.deadline + timedelta(hours=2))  # type: ignore[operator]
    referral.refresh_from_db()
    assert referral.state == "lapsed"


# Whoever has a stake does not work on the case


def test_an_officer_whose_own_firm_was_asked_no_longer_works_on_the_case(rfq: Request) -> None:
    world = rfq.world
    assert may(world.dara, policy.RESPONSES_READ, rfq.enquiry)
    make.member(world.dara, world.lazaward, "editor")
    dara = Person.objects.get(pk=world.dara.pk)
    verbs = (policy.RESPONSES_READ, policy.AWARD, policy.ENQUIRY_REVIEW, policy.NOTE, policy.ENQUIRY_MATCH, policy.QUESTION_ANSWER)
    assert [may(dara, verb, rfq.enquiry) for verb in verbs] == [False] * 6
    assert may(dara, policy.INVITATION_ANSWER, rfq.invitation(0))
    assert not may(dara, policy.INVITATION_READ, rfq.invitation(1))
    from treadle.exchange import calendars, queries

    assert not queries.enquiries_visible_to(dara).filter(pk=rfq.enquiry.pk).exists()
    actions.ask(by=rfq.people[1], invitation=rfq.invitation(1), text="Which shade?")
    client = Client()
    client.force_login(dara, backend="django.contrib.auth.backends.ModelBackend")
    said = client.get("/desk/?show=all").content + calendars.calendar_of(dara)
    assert b"Which shade?" not in said
    assert b"Ostermeer" not in said


def test_an_officer_does_not_choose_their_own_firm(world: World) -> None:
    enquiry = approved(world)
    make.member(world.dara, world.lazaward, "editor")
    with pytest.raises(ValidationError):
        actions.choose(by=Person.objects.get(pk=world.dara.pk), enquiry=enquiry, organisation=world.lazaward)


# Comparing and awarding


def test_only_the_buyer_and_the_desk_compare_and_price_alone_is_never_all(rfq: Request) -> None:
    rfq.quote(0, "3")
    weights = {"price": "40", "time": "30", "quantity": "20", "fit": "10"}
    for person in (rfq.world.amina, rfq.world.hugo, rfq.world.esther):
        with pytest.raises(Refused):
            actions.weigh_quotations(by=person, enquiry=rfq.enquiry, weights=weights, currency="EUR")
    for bad in ({"price": "100", "time": "0", "quantity": "0", "fit": "0"}, {**weights, "fit": "-1"}, {**weights, "time": "x"}, {}):
        with pytest.raises(ValidationError):
            actions.weigh_quotations(by=rfq.world.carlos, enquiry=rfq.enquiry, weights=bad, currency="EUR")
    actions.weigh_quotations(by=rfq.world.carlos, enquiry=rfq.enquiry, weights=weights, currency="MAD")
    assert table_of(Enquiry.objects.get(pk=rfq.enquiry.pk))[0].currency == "MAD"


def test_a_split_award_tells_everybody_and_opens_contacts_to_those_who_won(rfq: Request) -> None:
    for at, prices in enumerate((("3", "3", "3"), ("2", "4", "4"), ("5", "5", "5"))):
        rfq.quote(at, *prices)
    rfq.award({rfq.line(0, 0): D(400), rfq.line(1, 0): D(200), rfq.line(0, 1): None}, 2)
    rfq.enquiry.refresh_from_db()
    assert rfq.enquiry.state == "awarded"
    stands = Award.objects.filter(state="stands").values_list("line__quotation__invitation", "line__item__title", "quantity")
    first, second, third = (one.pk for one in rfq.invitations)
    assert sorted(stands) == [(first, "Back", D(600)), (first, "Front", D(400)), (second, "Front", D(200))]
    assert set(Introduction.objects.values_list("invitation", flat=True)) == {first, second}
    told = Notice.objects.filter(rule__in=("exchange.awarded", "exchange.not_chosen")).values_list("rule", "person__name")
    assert sorted(told) == [
        ("exchange.awarded", "Amina"), ("exchange.awarded", "Ines"), ("exchange.awarded", "Owner1"), ("exchange.not_chosen", "Owner2"),
    ]  # fmt: skip
    assert NotChosen.objects.get().invitation_id == third
    rfq.award({rfq.line(2, 2): D(600)})  # the rest, later, to who had been told that others were chosen
    assert (Award.objects.filter(state="stands").count(), NotChosen.objects.count()) == (4, 0)


@pytest.mark.parametrize("amount", [D(301), D(0), D(-4)])
def test_an_award_above_what_was_quoted_is_refused_naming_the_line(rfq: Request, amount: D) -> None:
    rfq.quote(0, "3", quantity=D(300))
    line = rfq.line(0, 0)
    with pytest.raises(ValidationError) as error:
        rfq.award({line: amount})
    assert list(error.value.message_dict) == [f"part-{line}"]
    rfq.enquiry.refresh_from_db()
    assert (rfq.enquiry.state, Award.objects.count(), Introduction.objects.count()) == ("closed", 0, 0)


def test_the_buyer_does_not_cut_the_time_short_for_those_who_may_still_answer(rfq: Request) -> None:
    rfq.quote(0, "3")
    parts: dict[int, D | None] = {rfq.line(0, 0): None}
    version = rfq.enquiry.version
    with pytest.raises(ValidationError) as error:
        actions.award(by=rfq.world.carlos, enquiry=rfq.enquiry, version=version, parts=parts, not_chosen={})
    assert (error.value.code, rfq.invitation(1).state) == ("early", "sent")
    for at in (1, 2):  # interested, they may still give a price
        actions.answer(by=rfq.people[at], invitation=rfq.invitation(at), state="interested", fields={})
    with pytest.raises(ValidationError) as error:
        actions.award(by=rfq.world.carlos, enquiry=rfq.enquiry, version=version, parts=parts, not_chosen={})
    assert error.value.code == "early"
    rfq.enquiry.refresh_from_db()
    actions.award(by=rfq.world.dara, enquiry=rfq.enquiry, version=rfq.enquiry.version, parts=parts, not_chosen={})
    assert rfq.invitation(1).state == "interested"


def test_awards_together_never_exceed_what_is_wanted(rfq: Request) -> None:
    rfq.quote(0, "3")
    rfq.quote(1, "2")
    with pytest.raises(ValidationError):
        rfq.award({rfq.line(0, 0): D(400), rfq.line(1, 0): D(201)})
    rfq.award({rfq.line(0, 0): D(400), rfq.line(1, 0): D(200)})
    with pytest.raises(ValidationError):
        rfq.award({rfq.line(0, 0): D(1)})


def test_of_two_awards_at_once_one_holds_and_the_other_is_told(rfq: Request) -> None:
    rfq.quote(0, "3")
    rfq.quote(1, "2")
    actions.close(by=rfq.world.dara, enquiry=rfq.enquiry)
    seen = Enquiry.objects.get(pk=rfq.enquiry.pk)
    rfq.award({rfq.line(0, 0): D(600)}, 1)
    with pytest.raises(ValidationError) as error:
        actions.award(by=rfq.world.dara, enquiry=seen, version=seen.version, parts={rfq.line(1, 0): D(600)}, not_chosen={})
    assert error.value.code == "stale"
    assert Award.objects.count() == 1


def test_the_page_of_an_award_can_be_sent_again_after_each_refusal(rfq: Request) -> None:
    rfq.quote(0, "3", "3", "3")
    rfq.quote(1, "2")
    actions.close(by=rfq.world.dara, enquiry=rfq.enquiry)
    client = Client()
    client.force_login(rfq.world.carlos, backend="django.contrib.auth.backends.ModelBackend")
    url = f"{rfq.enquiry.get_absolute_url()}award/"
    data = {f"part-{rfq.line(0, at)}": "600" for at in range(3)} | {"do": "award", "version": "0"}
    page = client.post(url, data)  # somebody decided meanwhile
    assert (page.status_code, Award.objects.count()) == (200, 0)
    page = client.post(url, {**data, "version": page.context["version"]})  # a reason is missing
    assert f"why-{rfq.invitations[1].pk}" in page.context["form"].errors
    assert client.post(url, {**data, "version": page.context["version"], f"why-{rfq.invitations[1].pk}": "price"}).status_code == 302
    assert Award.objects.count() == 3


def test_once_all_is_awarded_whoever_is_not_chosen_is_owed_a_reason(rfq: Request) -> None:
    rfq.quote(0, "3", "3", "3")
    rfq.quote(1, "2")
    with pytest.raises(ValidationError) as error:
        rfq.award({rfq.line(0, at): None for at in range(3)})
    assert list(error.value.message_dict) == [f"why-{rfq.invitations[1].pk}"]
    assert (Award.objects.count(), NotChosen.objects.count()) == (0, 0)


def test_nobody_else_awards(rfq: Request) -> None:
    rfq.quote(0, "3")
    for person in (rfq.world.amina, rfq.world.hugo, rfq.world.esther, rfq.world.bai, rfq.people[1]):
        with pytest.raises(Refused):
            rfq.award({rfq.line(0, 0): None}, by=person)


def test_a_supplier_who_withdraws_after_the_award_gives_it_back_and_the_next_best_can_have_it(rfq: Request) -> None:
    rfq.quote(0, "3")
    rfq.quote(1, "4")
    rfq.award({rfq.line(0, 0): None}, 1)
    with pytest.raises(ValidationError):
        actions.withdraw_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), reason="")
    actions.withdraw_quotation(by=rfq.world.amina, invitation=rfq.invitation(0), reason="capacity")
    rfq.enquiry.refresh_from_db()
    assert (rfq.enquiry.state, Award.objects.get().state, NotChosen.objects.count()) == ("closed", "fell", 0)
    assert Notice.objects.filter(rule="exchange.award_given_back", person=rfq.world.carlos).count() == 1
    rfq.award({rfq.line(1, 0): None})
    assert Award.objects.filter(state="stands").get().line.quotation.invitation_id == rfq.invitations[1].pk


def test_the_buyer_takes_awards_back_before_withdrawing(rfq: Request) -> None:
    rfq.quote(0, "3")
    (award,) = rfq.award({rfq.line(0, 0): None})
    rfq.enquiry.refresh_from_db()
    with pytest.raises(ValidationError):
        actions.withdraw(by=rfq.world.carlos, enquiry=rfq.enquiry)
    with pytest.raises(ValidationError):
        actions.drop_award(by=rfq.world.carlos, award=award, reason=" ")
    actions.drop_award(by=rfq.world.carlos, award=award, reason="The season was cancelled")
    with pytest.raises(IllegalMove):
        actions.drop_award(by=rfq.world.carlos, award=award, reason="Again")
    rfq.enquiry.refresh_from_db()
    actions.withdraw(by=rfq.world.carlos, enquiry=rfq.enquiry)
    assert Notice.objects.filter(rule="exchange.award_taken_back", person=rfq.world.amina).count() == 1


def test_a_split_award_ends_when_both_contracts_are_confirmed(rfq: Request) -> None:
    rfq.quote(0, "3")
    rfq.quote(1, "2")
    rfq.award({rfq.line(0, 0): D(400), rfq.line(1, 0): D(200)})
    said: dict[str, Any] = {"result": "contract", "value": D(1200), "currency": "EUR"}
    for at, expected in ((0, "awarded"), (1, "concluded")):
        met = Introduction.objects.get(invitation=rfq.invitations[at])
        actions.report(by=rfq.world.carlos, introduction=met, party="buyer", **said)
        actions.report(by=rfq.people[at], introduction=met, party="supplier", **said)
        assert Enquiry.objects.get(pk=rfq.enquiry.pk).state == expected


def test_the_short_list_is_the_buyers_and_tells_nobody(rfq: Request) -> None:
    rfq.quote(0, "3")
    before = Notice.objects.count()
    actions.shortlist(by=rfq.world.carlos, invitation=rfq.invitation(0), on=True)
    assert rfq.invitation(0).shortlisted_at is not None
    actions.shortlist(by=rfq.world.carlos, invitation=rfq.invitation(0), on=False)
    assert (rfq.invitation(0).shortlisted_at, Notice.objects.count()) == (None, before)
    with pytest.raises(IllegalMove):
        actions.shortlist(by=rfq.world.carlos, invitation=rfq.invitation(1), on=True)


# Next best


def test_after_a_refusal_the_next_match_is_proposed_and_nothing_is_sent(world: World) -> None:
    first, second = (make.organisation(f"Dyer {at}", about="Teinture de tricots de coton", lang="fr") for at in (1, 2))
    for organisation in (first, second):
        make.capability(organisation, "Teinture de tricots de coton", codes=[code("1313")], language="fr")
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing of knitted cotton", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    (invitation,) = make.out(enquiry, world.dara, world.lazaward)
    run_all()
    before = enquiry.invitations.count()
    actions.answer(by=world.amina, invitation=invitation, state="declined", fields={"decline_reason": "time"})
    run_all()
    (notice,) = Notice.objects.filter(rule="exchange.next_best")
    found = next_best(enquiry)
    assert found is not None
    assert notice.person == world.dara
    assert notice.values["other"] == str(found[0])
    assert found[0] in (first, second)
    assert enquiry.invitations.count() == before


def test_there_is_no_next_best_when_everybody_was_asked(world: World) -> None:
    enquiry = approved(world)
    for organisation in Organisation.objects.filter(state="public").exclude(pk=world.ostermeer.pk):
        actions.choose(by=world.dara, enquiry=enquiry, organisation=organisation)
    assert next_best(enquiry) is None
