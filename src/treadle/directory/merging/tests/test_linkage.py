"""Looking through the databank with a model trained on it: what it writes down, and what it leaves as it is."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from world import World

from treadle import cli
from treadle.demo import make
from treadle.directory.merging import linkage, pairs
from treadle.directory.models import DuplicatePair, Organisation
from treadle.kit import events

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
    assert pairs.waiting([world.fes]).count() == len(found)
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
    given = cli.parser().parse_args(["duplicates", "find", "--weights"])
    assert cli._duplicates_run(given) == 0
    said = capsys.readouterr().out
    assert "likely pairs in" in said and "emails" in said

    def missing(*_args: Any, **_kwargs: Any) -> None:
        raise ModuleNotFoundError("No module named 'pyspark'", name="pyspark")

    monkeypatch.setattr(linkage, "find", missing)
    with pytest.raises(SystemExit, match="pyspark is not installed"):
        cli._duplicates_run(cli.parser().parse_args(["duplicates", "find", "--engine", "spark"]))
