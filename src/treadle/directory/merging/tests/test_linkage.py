"""Looking through the databank with a model trained on it: what it writes down, and what it leaves as it is."""

import itertools
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django_tasks_db.models import DBTaskResult
from world import World

from treadle import arguments, cli
from treadle.demo import make
from treadle.directory import weighing
from treadle.directory.findable import touch
from treadle.directory.merging import actions as merging
from treadle.directory.merging import desk, linkage, pairs
from treadle.directory.models import DuplicatePair, Identifier, LinkageWeights, Organisation
from treadle.kit import events
from treadle.matching.sameness import GENERAL, Facts, Weights, likeness

NAMES = "Zelkora Murinate Palvido Castuna Rivolme Dantesi Kormadu Lisbeta Fenorra Quiltame Brusako Teminal Vadroso Nilpeta Garomis".split()


def databank(world: World) -> list[Organisation]:
    """Fifteen workshops, each there twice: once as a register spells it."""
    made = []
    for at, name in enumerate(NAMES):
        for spelled in (f"Atelier {name}", f"ATELIER {name.upper()} SARL"):
            one = make.organisation(spelled, country_code="MA", town=f"Town {at}")
            make.contact(one, f"Contact {at}", f"office@{name.lower()}.example", f"+212 535 {at:03} 77{at % 10}")
            made.append(one)
    return made


def test_likely_pairs_wait_on_the_desk_with_their_reasons_and_are_written_down_once(world: World) -> None:
    made = databank(world)
    done = linkage.look_through(by=None)
    found = set(DuplicatePair.objects.values_list("one", "other"))
    truth = {(made[at].pk, made[at + 1].pk) for at in range(0, len(made), 2)}
    assert truth <= found and len(found - truth) <= 1 and done.new == len(found)
    pair = DuplicatePair.objects.get(one=made[0], other=made[1])
    assert pair.state == "waiting" and {"email", "phone"} <= set(pair.evidence) and pair.evidence["email"] > 3
    assert linkage.look_through(by=None).new == 0
    assert desk.waiting([world.fes]).count() == len(found)
    event = events.history(world.head.organisation).first()
    assert event is not None and event.verb == "directory.pair.sought"


def test_what_was_decided_is_not_asked_again_and_who_is_closed_is_left_out(world: World) -> None:
    made = databank(world)
    decided = DuplicatePair.objects.create(one=made[0], other=made[1], state="different")
    Organisation.objects.filter(pk=made[3].pk).update(state="closed")
    linkage.look_through(by=None)
    decided.refresh_from_db()
    assert decided.state == "different"
    assert not DuplicatePair.objects.filter(one=made[2], other=made[3]).exists()


def test_only_the_head_of_the_network_has_it_done(world: World) -> None:
    for name, person in world.everybody().items():
        if name not in ("farid", "root"):
            with pytest.raises(PermissionDenied):
                linkage.look_through(by=person)
    assert linkage.look_through(by=world.farid).records >= 3


def test_the_command_says_what_it_found_and_what_is_not_installed(world: World, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    databank(world)
    monkeypatch.setattr("treadle.run.prepare_database", lambda: None)
    given = arguments.parser().parse_args(["duplicates", "find", "--weights"])
    assert cli._duplicates_run(given) == 0
    said = capsys.readouterr().out
    assert "likely pairs, " in said and "emails" in said

    def missing(*_args: Any, **_kwargs: Any) -> None:
        raise ModuleNotFoundError("No module named 'pyspark'", name="pyspark")

    monkeypatch.setattr(linkage, "find", missing)
    with pytest.raises(SystemExit, match="pyspark is not installed"):
        cli._duplicates_run(arguments.parser().parse_args(["duplicates", "find", "--engine", "spark"]))


def decide(world: World, made: list[Organisation]) -> None:
    """Twelve pairs merged, twelve found to be two: the street tells them apart although names agree."""
    for at in range(0, 24, 2):
        merging.merge(by=None, kept=made[at], gone=made[at + 1], choices={})
    for at in range(12):
        one = make.organisation(f"Garage Atlas {at}", country_code="MA", town="Fès")
        other = make.organisation(f"Garage Atlas {at}", country_code="MA", town="Oujda")
        pairs.decide(by=world.dara, pair=pairs.flag(by=None, organisation=one, other=other), state="different")


def test_decisions_teach_the_judge_and_the_next_look_keeps_what_they_taught(world: World) -> None:
    """One town differing has come to mean more against, and the desk, the form and the import judge by it from then on."""
    facts = Facts("Garage Atlas 3", country="MA", town="Oujda"), Facts("Garage Atlas 3", country="MA", town="Fès")
    before = likeness(*facts, weighing.current()).probability
    decide(world, databank(world))
    assert likeness(*facts, weighing.current()).probability < before
    row = LinkageWeights.objects.get()
    assert (row.decided, row.records, row.trained) == (24, 0, GENERAL.kept())
    done = linkage.look_through(by=world.farid)
    assert LinkageWeights.objects.count() == 2 and weighing.current() == done.found.weights != done.found.trained
    last = LinkageWeights.objects.first()
    assert last is not None and (last.records, last.decided, last.by) == (done.records, 24, world.farid)


def test_pairs_that_wait_are_said_anew_by_the_weights_in_force(world: World) -> None:
    made = databank(world)
    linkage.look_through(by=None)
    pair = DuplicatePair.objects.get(one=made[0], other=made[1])
    DuplicatePair.objects.filter(pk=pair.pk).update(probability=0.2, evidence={}, state="unsure")
    linkage.look_through(by=None)
    again = DuplicatePair.objects.get(pk=pair.pk)
    assert (again.probability, again.evidence, again.state) == (pair.probability, pair.evidence, "unsure")


def test_what_is_not_likely_any_more_waits_no_longer_unless_a_person_pointed_it_out(world: World) -> None:
    databank(world)
    stale = DuplicatePair.objects.create(one=world.lazaward, other=make.organisation("Nothing Alike", country_code="VN"), probability=0.4)
    said = pairs.flag(by=world.hugo, organisation=world.lazaward, other=world.wend_panga)
    linkage.look_through(by=None)
    assert not DuplicatePair.objects.filter(pk=stale.pk).exists()
    assert DuplicatePair.objects.get(pk=said.pk).state == "waiting"


def test_what_waits_of_a_record_that_was_merged_is_asked_of_the_one_it_went_into(world: World) -> None:
    one, two, three, four = (make.organisation(f"Atelier {name}", country_code="MA") for name in ("Uno", "Dos", "Tres", "Quatro"))
    pairs.flag(by=world.hugo, organisation=two, other=three, note="Same door")
    pairs.decide(by=world.dara, pair=pairs.flag(by=None, organisation=two, other=four), state="different")
    merging.merge(by=None, kept=one, gone=two, choices={})
    asked = DuplicatePair.objects.get(one=one, other=three)
    assert (asked.state, asked.note, asked.flagged_by) == ("waiting", "Same door", world.hugo)
    assert not DuplicatePair.objects.filter(one=one, other=four).exists()


def test_groups_are_worked_through_pair_by_pair_and_nothing_of_another_centre_is_among_them(world: World) -> None:
    """Three spellings of one body wait as a group; a merge leads to the next of its pairs, skipping to the next in the list."""
    three = [make.organisation(f"Atelier Zelkora {end}", country_code="MA", town="Fès") for end in ("", "SARL", "et Fils")]
    far = [make.organisation(f"Garage Bobo {end}", country_code="BF") for end in ("un", "deux", "trois")]
    for some in (three, far):
        for one, other in itertools.combinations(some, 2):
            pairs.flag(by=world.hugo, organisation=one, other=other)
    lone = pairs.flag(by=None, organisation=world.lazaward, other=three[2])
    DuplicatePair.objects.filter(pk=lone.pk).update(probability=0.05, flagged_by=None)
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/organisations/databank/duplicates/?show=groups").content.decode()
    assert "Atelier Zelkora" in page and "Look at 3 pairs" in page and "Garage Bobo" not in page and "Lazaward" not in page
    assert desk.groups([world.fes]) == [[each.pk for each in three]]
    first = desk.waiting([world.fes]).first()
    assert first is not None
    second = desk.waiting([world.fes])[1]
    assert f'href="{second.get_absolute_url()}"' in client.get(first.get_absolute_url()).content.decode()
    kept = first.one
    done = client.post(first.get_absolute_url(), {"do": "merge", "keep": kept.pk, "version": kept.version})
    following = DuplicatePair.objects.get(pk=int(desk.waiting([world.fes])[0].pk))
    assert done["Location"] == following.get_absolute_url() and kept.pk in (following.one_id, following.other_id)
    client.post(following.get_absolute_url(), {"do": "different"})
    assert desk.groups([world.fes]) == []


def test_the_desk_asks_the_same_number_of_questions_for_one_group_and_for_three(world: World, django_assert_num_queries: Any) -> None:
    def group(name: str) -> list[int]:
        made = [make.organisation(f"{name} {end}", country_code="MA") for end in ("un", "deux", "trois")]
        for one, other in itertools.combinations(made, 2):
            pairs.flag(by=None, organisation=one, other=other)
        return [each.pk for each in made]

    some = [group(name) for name in ("Alfa", "Beta", "Gama")]
    for count in (1, 3):
        with django_assert_num_queries(2):
            assert [len(each.pairs) for each in desk.shown([world.fes], some[:count])] == [3] * count


def test_the_desk_tells_what_the_judge_weighs_and_from_what_it_learnt(world: World) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    address = "/organisations/databank/duplicates/?show=weights"
    assert "general weights" in client.get(address).content.decode()
    values = Weights({**GENERAL.fields, "town": (0.3, -2.7)}, -5.0, 1.0)
    weighing.keep(by=world.farid, trained=values, records=812)
    page = client.get(address).content.decode()
    assert "from 812 records" in page and "-2.7" in page.replace("−", "-") and "general weights" not in page


def test_numbers_that_a_spreadsheet_cut_are_one_and_numbers_that_differ_are_two(world: World) -> None:
    """Fifteen pairs as before; two more at one telephone: one with a number that lost its zeros, one with another number."""
    databank(world)
    pairs_of = []
    for at, (one, other) in enumerate((("001234567000089", "1234567000089"), ("001234567000011", "001234567000012"))):
        said: dict[str, Any] = {"country_code": "MA", "town": "Fès", "phone": f"+212 535 99{at} 123"}
        both = [make.organisation(f"Savonnerie Kelmora {at}", **said) for _twice in range(2)]
        for each, number in zip(both, (one, other), strict=True):
            Identifier.objects.create(organisation=each, scheme="MA-ICE", number=number)
        touch(*both)
        pairs_of.append(both)
    linkage.look_through(by=None)
    assert [DuplicatePair.objects.filter(one=one, other=other).exists() for one, other in pairs_of] == [True, False]


def test_decisions_made_while_the_databank_is_looked_through_stay_in_force(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = databank(world)
    real = linkage.find

    def slow(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        decide(world, made)
        return found

    monkeypatch.setattr(linkage, "find", slow)
    linkage.look_through(by=None)
    last = LinkageWeights.objects.first()
    assert last is not None and last.decided == 24 and last.values != last.trained


def test_asking_twice_looks_through_the_databank_once(world: World) -> None:
    for _twice in range(2):
        linkage.seek(by=world.dara, centre=world.fes)
    assert DBTaskResult.objects.filter(task_path=linkage.find_duplicates.module_path).count() == 1
