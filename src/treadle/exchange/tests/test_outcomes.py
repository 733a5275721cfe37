"""What two sides say came of an introduction, when it takes time or they disagree; reasons kept with an invitation."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from world import World

from treadle.demo import make
from treadle.exchange import actions
from treadle.exchange.flow import IllegalMove
from treadle.exchange.models import Introduction, Invitation
from treadle.exchange.needs import matches
from treadle.exchange.shown import kept_rows
from treadle.kit import clock
from treadle.kit.policy import Refused

from .test_actions import Case

CONTRACT: dict[str, Any] = {"result": "contract", "value": Decimal(100), "currency": "EUR"}


def test_a_side_that_is_still_talking_has_not_reported_and_is_asked_again(world: World) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", result="talking")
    assert Introduction.objects.get(pk=met.pk).state == "reported"
    actions.report(by=world.amina, introduction=met, party="supplier", result="talking")
    assert Introduction.objects.get(pk=met.pk).state == "reported"
    asked = world.carlos.notices.filter(rule="exchange.outcome_asked")
    clock.run(timezone.now() + timedelta(days=31))
    assert asked.count() == 1
    actions.report(by=world.carlos, introduction=met, party="buyer", **CONTRACT)
    actions.report(by=world.amina, introduction=met, party="supplier", **CONTRACT)
    assert Introduction.objects.get(pk=met.pk).state == "confirmed"


def test_one_side_still_talking_does_not_contradict_the_other(world: World) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", **CONTRACT)
    actions.report(by=world.amina, introduction=met, party="supplier", result="talking")
    assert Introduction.objects.get(pk=met.pk).state == "reported"


def test_a_side_agrees_with_the_other_in_one_click(world: World) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", **CONTRACT)
    actions.report(by=world.amina, introduction=met, party="supplier", **{**CONTRACT, "value": Decimal(90)})
    client = Client()
    client.force_login(world.amina)
    assert "Agree" in client.get(met.get_absolute_url() + "?lang=en").content.decode()
    client.post(f"{met.get_absolute_url()}report/supplier/", {"do": "agree", "form_token": "one"})
    assert Introduction.objects.get(pk=met.pk).state == "confirmed"
    assert set(met.reports.values_list("value", flat=True)) == {Decimal(100)}


def test_there_is_nothing_to_agree_with_before_the_other_side_has_spoken(world: World) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", result="talking")
    with pytest.raises(ValidationError, match="not said"):
        actions.agree(by=world.amina, introduction=met, party="supplier")


@pytest.mark.parametrize("name", ["bai", "efua", "esther", "hugo"])
def test_outsiders_agree_to_nothing(world: World, name: str) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", **CONTRACT)
    with pytest.raises(Refused):
        actions.agree(by=getattr(world, name), introduction=met, party="supplier")
    assert met.reports.count() == 1


def test_a_confirmed_outcome_is_not_agreed_to_again(world: World) -> None:
    met = Case(world).put_introduction("open")
    actions.report(by=world.carlos, introduction=met, party="buyer", **CONTRACT)
    actions.agree(by=world.amina, introduction=met, party="supplier")
    with pytest.raises(IllegalMove):
        actions.agree(by=world.amina, introduction=Introduction.objects.get(pk=met.pk), party="supplier")


def test_reasons_kept_with_an_invitation_are_shown_in_the_language_of_who_reads_them(world: World) -> None:
    enquiry = make.enquiry(world.ostermeer, world.carlos, "Dyeing of knitted cotton", quantity=12, unit="t", per="month")
    actions.submit(by=world.carlos, enquiry=enquiry)
    actions.take(by=world.dara, enquiry=enquiry)
    found = next(each for each in matches(enquiry).matches if each.profile_id == str(world.lazaward.pk))
    actions.choose(by=world.dara, enquiry=enquiry, organisation=world.lazaward, score=found.score, reasons=found.reasons)
    (invitation,) = actions.send(by=world.dara, enquiry=enquiry)
    client = Client()
    client.force_login(world.amina)
    url = Invitation.objects.get(pk=invitation.pk).get_absolute_url()
    english, french = (client.get(f"{url}?lang={lang}").content.decode() for lang in ("en", "fr"))
    assert "12 t a month wanted" in english
    assert "12 t par mois" in french
    assert "a month wanted" not in french
    assert [row["points"] for row in kept_rows(Invitation.objects.get(pk=invitation.pk))] == [each.points for each in found.reasons]
