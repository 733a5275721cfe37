"""Weights from past cases: gathered, proposed, decided on by the head of the network, never in force by themselves."""

from typing import Any

import pytest
from world import World, code

from treadle import cli
from treadle.demo import make
from treadle.exchange import actions, directions, learning
from treadle.exchange.flow import IllegalMove
from treadle.exchange.models import Enquiry, Learnt
from treadle.exchange.needs import kind_weights, matches, need_of
from treadle.exchange.tests.test_pages import signed_in
from treadle.kit.models import Event
from treadle.kit.policy import Refused
from treadle.matching import WEIGHTS, Criterion
from treadle.matching.learning import Lesson

C = Criterion


def lesson(**after: float) -> Lesson:
    before = dict(WEIGHTS)
    return Lesson(before, before | {C(name): weight for name, weight in after.items()}, 0.6, 0.8, 12, 90)


def proposed(**after: float) -> Learnt:
    return actions.propose_weights(by=None, kind="capacity", lesson=lesson(**after))


def past_case(world: World, chosen: Any) -> Enquiry:
    """A case that went out to one of all who fit."""
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing of cotton", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    found = next(match for match in matches(enquiry).matches if match.profile_id == str(chosen.pk))
    actions.choose(by=world.dara, enquiry=enquiry, organisation=chosen, score=found.score, reasons=found.reasons)
    actions.send(by=world.dara, enquiry=enquiry)
    return enquiry


def test_who_was_asked_and_who_was_shown_and_not_asked_are_lessons(world: World) -> None:
    other = make.organisation("Second Dyer", about="Dyeing of cotton")
    make.capability(other, "Dyeing of cotton", codes=[code("1313")])
    enquiry = past_case(world, other)
    found = learning.judged(enquiry)
    assert sorted(one.went for one in found) == [0, 1]
    actions.answer(by=world.dara, invitation=enquiry.invitations.get(), state="interested", fields={})
    assert sorted(one.went for one in learning.judged(Enquiry.objects.get(pk=enquiry.pk))) == [0, 3]


def test_who_was_excluded_for_a_reason_that_says_nothing_of_the_fit_is_no_lesson(world: World) -> None:
    other = make.organisation("Second Dyer", about="Dyeing of cotton")
    make.capability(other, "Dyeing of cotton", codes=[code("1313")])
    enquiry = past_case(world, other)
    actions.exclude(by=world.dara, enquiry=enquiry, organisation=world.lazaward, reason="taken")
    assert [one.went for one in learning.judged(Enquiry.objects.get(pk=enquiry.pk))] == [1]


def test_too_few_cases_teach_nothing(world: World) -> None:
    past_case(world, world.lazaward)
    assert {(kind, cases, found is None) for kind, cases, found in learning.lessons()} >= {("capacity", 1, True), ("supply", 0, True)}


def test_a_proposal_changes_nothing_until_it_is_adopted(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing of cotton", codes=[code("1313")])
    usual = kind_weights(enquiry)
    learnt = proposed(place=33.0)
    assert kind_weights(enquiry) == usual
    actions.adopt_weights(by=world.farid, learnt=learnt)
    assert kind_weights(enquiry)["place"] == need_of(enquiry).weights["place"] == 33.0
    enquiry.weights = {"place": 4.0}
    assert need_of(enquiry).weights["place"] == 4.0  # what an officer keeps for a case comes first
    actions.retire_weights(by=world.farid, learnt=Learnt.objects.get())
    assert kind_weights(enquiry) == usual
    assert list(Event.objects.filter(verb__startswith="exchange.weights.").order_by("pk").values_list("verb", flat=True)) == [
        "exchange.weights.proposed", "exchange.weights.adopted", "exchange.weights.retired",
    ]  # fmt: skip


def test_what_is_published_is_judged_anew_when_weights_change(world: World) -> None:
    listing = make.listing(world.ostermeer, world.carlos, "Dyeing of knitted cotton", side="need", codes=[code("1313")], countries=["TN"])
    actions.submit_listing(by=world.carlos, listing=listing)
    actions.publish(by=world.dara, listing=listing)
    (before,) = directions.for_you(world.lazaward)
    actions.adopt_weights(by=world.farid, learnt=proposed(place=0.0))
    (after,) = directions.for_you(world.lazaward)
    assert before.match is not None and after.match is not None
    assert after.match.score > before.match.score


def test_of_one_kind_one_is_in_force_and_one_proposed(world: World) -> None:
    first, second = proposed(place=1.0), proposed(place=2.0)
    first.refresh_from_db()
    assert (first.state, second.state) == ("declined", "proposed")
    actions.adopt_weights(by=world.farid, learnt=second)
    third = proposed(place=3.0)
    actions.adopt_weights(by=world.farid, learnt=third)
    second.refresh_from_db()
    assert (second.state, third.state) == ("replaced", "in_force")


ACTIONS = {"adopt": actions.adopt_weights, "decline": actions.decline_weights, "retire": actions.retire_weights}


@pytest.mark.parametrize("name", ["hugo", "amina", "carlos", "dara", "driss"])
@pytest.mark.parametrize("verb", ACTIONS)
def test_nobody_but_the_head_of_the_network_decides(world: World, name: str, verb: str) -> None:
    learnt = proposed(place=1.0)
    with pytest.raises(Refused):
        ACTIONS[verb](by=getattr(world, name), learnt=learnt)
    assert Learnt.objects.get().state == "proposed"


@pytest.mark.parametrize(
    ("verb", "state"),
    [("adopt", "in_force"), ("adopt", "declined"), ("adopt", "replaced"), ("decline", "in_force"), ("decline", "declined"),
     ("decline", "replaced"), ("retire", "proposed"), ("retire", "declined"), ("retire", "replaced")],
)  # fmt: skip
def test_what_was_decided_is_not_decided_again(world: World, verb: str, state: str) -> None:
    learnt = proposed(place=1.0)
    Learnt.objects.update(state=state)
    learnt.refresh_from_db()
    with pytest.raises(IllegalMove):
        ACTIONS[verb](by=world.farid, learnt=learnt)
    assert Learnt.objects.get().state == state


def test_the_head_of_the_network_decides_on_the_page(world: World) -> None:
    learnt = proposed(place=33.0)
    client = signed_in(world.farid)
    page = client.get("/desk/weights/").content.decode()
    assert "60 % came out in the order" in page and "these weights 80 %" in page
    page = client.post("/desk/weights/", {"learnt": learnt.pk, "do": "adopt"}, follow=True).content.decode()
    assert "In force" in page
    again = client.post("/desk/weights/", {"learnt": learnt.pk, "do": "decline"}, follow=True).content.decode()
    assert "decided this meanwhile" in again
    assert signed_in(world.dara).get("/desk/weights/").status_code == 403


@pytest.mark.parametrize("learnt", ["", "x", "999"])
def test_a_proposal_that_does_not_exist_is_not_found(world: World, learnt: str) -> None:
    assert signed_in(world.farid).post("/desk/weights/", {"learnt": learnt, "do": "adopt"}).status_code == 404


def test_the_command_says_what_it_learnt_and_proposes_only_what_is_better(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    worse = Lesson(dict(WEIGHTS), dict(WEIGHTS), 0.8, 0.8, 12, 90)
    monkeypatch.setattr(
        learning, "lessons", lambda least: [("capacity", 12, lesson(place=9.0)), ("supply", 12, worse), ("technology", 1, None)]
    )
    assert cli.main(["matching", "learn"]) == 0
    said = capsys.readouterr().out
    assert "60 % of 90 pairs right before, 80 % after" in said and "nothing proposed" in said and "too few" in said
    assert [(one.kind, one.state) for one in Learnt.objects.all()] == [("capacity", "proposed")]
