"""One click ends mails like the one that was read: the headers of RFC 8058, the page, and what it must not do."""

import pytest
from django.core import mail as outbox
from django.test import Client
from world import World

from treadle.kit import mail, notify
from treadle.kit.models import Mail, Notice

RULE = "exchange.case_assigned"


def told(world: World, once: str) -> Mail | None:
    before = Mail.objects.count()
    notify.tell([world.dara], RULE, once=once, link="/", values={"title": "T", "number": "1", "person": "P"})
    return Mail.objects.latest("pk") if Mail.objects.count() > before else None


def test_a_mail_names_the_address_of_one_click(world: World) -> None:
    row = told(world, "1")
    assert row is not None
    mail.deliver()
    (sent,) = outbox.outbox
    assert sent.extra_headers["List-Unsubscribe"] == f"<{row.stop}>"
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert row.stop in row.text
    assert row.stop in row.html


def test_a_look_changes_nothing_and_one_post_without_a_cookie_ends_it(world: World) -> None:
    row = told(world, "1")
    assert row is not None
    path = "/" + row.stop.split("/", 3)[3]
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(path).status_code == 200
    assert told(world, "2") is not None
    for _twice in range(2):
        assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert told(world, "3") is None
    assert Notice.objects.filter(person=world.dara, rule=RULE).count() == 3


def test_whoever_wants_the_mails_back_has_them(world: World) -> None:
    row = told(world, "1")
    assert row is not None
    notify.stop(token=row.stop.rstrip("/").rsplit("/", 1)[1])
    assert told(world, "2") is None
    notify.prefer(by=world.dara, wanted={RULE: "instant"})
    assert told(world, "3") is not None


@pytest.mark.parametrize("token", ["x", "eyJ4IjoxfQ:1abc:forged", "a:b:c"])
def test_a_forged_address_ends_nothing(world: World, token: str) -> None:
    assert Client().get(f"/mail/stop/{token}/").status_code == 404
    assert Client().post(f"/mail/stop/{token}/").status_code == 404
    assert told(world, "1") is not None
