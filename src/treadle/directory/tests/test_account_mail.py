"""Letters about a login: in the reader's language, with a link to this site only."""

from pathlib import Path

import allauth
import pytest
from django.test import Client
from world import PASSWORD, World

from treadle.directory.account_mail import CHANGES, LETTERS
from treadle.kit.models import Mail

ASKED = {"name": "Nadia", "email": "nadia@example.org", "password1": "weft-and-selvedge-9", "language": "fr"}


def test_who_signs_up_is_asked_to_confirm_in_their_language(world: World) -> None:
    client = Client(SERVER_NAME="localhost")  # another host than the site's own
    assert client.post("/accounts/signup/", ASKED).status_code == 302
    mail = Mail.objects.get()
    assert (mail.to, mail.language) == ("nadia@example.org", "fr")
    assert "Nadia" in mail.text
    assert "http://testserver/accounts/confirm-email/" in mail.text
    assert "localhost" not in mail.text + mail.html


def test_an_address_in_use_is_told_to_its_owner_and_not_to_the_stranger(world: World) -> None:
    taken = {**ASKED, "email": "amina@example.org"}
    fresh = Client().post("/accounts/signup/", ASKED)
    second = Client().post("/accounts/signup/", taken)
    assert (second.status_code, second["Location"]) == (fresh.status_code, fresh["Location"])
    mail = Mail.objects.get(to="amina@example.org")
    assert "/accounts/password/reset/" in mail.text
    assert "confirm-email" not in mail.text


def test_a_forgotten_password_is_answered_whether_or_not_there_is_a_login(world: World) -> None:
    for email in ("dara@example.org", "nobody@example.org"):
        assert Client().post("/accounts/password/reset/", {"email": email}).status_code == 302
    assert "/accounts/password/reset/key/" in Mail.objects.get(to="dara@example.org").text
    assert "/accounts/signup/" in Mail.objects.get(to="nobody@example.org").text


def test_a_changed_password_is_told(world: World) -> None:
    client = Client()
    client.force_login(world.dara)
    answer = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "treadle-and-heddle-7", "password2": "treadle-and-heddle-7"},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert "127.0.0.1" in Mail.objects.get(to="dara@example.org").text


@pytest.mark.parametrize("folder", ["account", "mfa"])
def test_every_letter_of_the_sign_in_library_is_written(folder: str) -> None:
    places = Path(allauth.__file__).parent / "templates" / folder / "email"
    theirs = {f"{folder}/email/{path.name.removesuffix('_subject.txt')}" for path in places.glob("*_subject.txt")}
    not_used = {"account/email/login_code", "account/email/password_reset_code"}  # codes by mail are not switched on
    assert theirs - not_used <= {*LETTERS, *CHANGES}
