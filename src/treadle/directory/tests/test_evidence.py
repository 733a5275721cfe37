"""Evidence: verified by whom and how, reminders before it lapses, no cliff on the day it does."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from world import World

from treadle.demo import make
from treadle.directory import actions, queries
from treadle.directory.evidence import mark, verify
from treadle.directory.evidenced import Evidence, valid_today
from treadle.directory.profiles import profile_of
from treadle.kit import clock, events

BACKEND = "django.contrib.auth.backends.ModelBackend"


def paper(world: World, days: int | None = 100, **fields: object) -> Evidence:
    today = timezone.localdate()
    expires = None if days is None else today + timedelta(days=days)
    issued = today - timedelta(days=900)
    return make.certificate(world.lazaward, str(fields.pop("standard", "ISO 9001")), issued_on=issued, expires_on=expires, **fields)


def test_an_officer_says_how_they_made_sure_and_a_change_takes_it_back(world: World) -> None:
    one = paper(world)
    verify(by=world.dara, evidence=one, how="issuer", note="Called the body on 3 May")
    assert (one.standing, one.verified_by, one.verified_note) == ("verified", world.dara, "Called the body on 3 May")
    event = events.history(one).first()
    assert event is not None and (event.verb, event.reason) == ("directory.evidence.verified", "Called the body on 3 May")
    one.number = "Another"
    actions.save_part(by=world.amina, part=one)
    one.refresh_from_db()
    assert (one.standing, one.verified_on, one.verified_by, one.verified_how, one.verified_note) == ("stated", None, None, "", "")


def test_saving_without_a_change_keeps_the_verification_and_nothing_launders_a_refuted_paper(world: World) -> None:
    one, other = paper(world), paper(world, standard="SA8000")
    verify(by=world.dara, evidence=one, how="paper")
    actions.save_part(by=world.amina, part=Evidence.objects.get(pk=one.pk))
    one.refresh_from_db()
    assert one.standing == "verified"
    verify(by=world.dara, evidence=other, how="refuted", note="The body has no such number")
    other.number = "Another"
    actions.save_part(by=world.amina, part=other)
    other.refresh_from_db()
    assert other.standing == "refuted"
    verify(by=world.dara, evidence=other, how="issuer", note="The right number now")
    assert other.standing == "verified"


def test_a_paper_that_changed_under_the_officers_eyes_is_not_verified(world: World) -> None:
    one = Evidence.objects.get(pk=paper(world).pk)
    seen = mark(one)
    one.number = "Another"
    actions.save_part(by=world.amina, part=one)
    with pytest.raises(ValidationError):
        verify(by=world.dara, evidence=one, how="paper", seen=seen)
    verify(by=world.dara, evidence=one, how="paper", seen=mark(one))


def test_only_its_centre_verifies_and_never_without_saying_how(world: World) -> None:
    one = paper(world)
    for name in ("amina", "bai", "carlos", "efua", "esther", "hugo", "ines"):
        with pytest.raises(PermissionDenied):
            verify(by=world.everybody()[name], evidence=one, how="paper")
    for how, note in (("", ""), ("guess", ""), ("refuted", " ")):
        with pytest.raises(ValidationError):
            verify(by=world.dara, evidence=one, how=how, note=note)
    one.refresh_from_db()
    assert one.verified_on is None


def test_what_its_issuer_does_not_know_proves_nothing_and_is_not_shown_outside(world: World, client: Client) -> None:
    one = paper(world, standard="SA8000 hidden")
    verify(by=world.dara, evidence=one, how="refuted", note="The body has no such number")
    held = profile_of(queries.for_page(None).get(pk=world.lazaward.pk)).certificates or ()
    assert [each.standard for each in held] == ["GOTS"]
    url = world.lazaward.get_absolute_url()
    assert b"SA8000 hidden" not in client.get(url).content
    client.force_login(world.amina, backend=BACKEND)
    assert b"SA8000 hidden" in client.get(url).content and b"SA8000 hidden" not in client.get(f"{url}?visitor=1").content


def test_only_certificates_count_as_certificates(world: World) -> None:
    paper(world, standard="Trade licence", sort="registration")
    held = profile_of(queries.for_page(None).get(pk=world.lazaward.pk)).certificates or ()
    assert [each.standard for each in held] == ["GOTS"]


@pytest.mark.parametrize(
    ("days", "standing", "today"),
    [(None, "stated", True), (91, "stated", True), (90, "soon", True), (0, "soon", True), (-1, "lapsed", False), (-60, "lapsed", False),
     (-61, "expired", False)],
)  # fmt: skip
def test_what_has_expired_is_awaited_for_sixty_days(world: World, days: int | None, standing: str, today: bool) -> None:
    one = paper(world, days)
    assert one.standing == standing
    assert Evidence.objects.filter(valid_today(), pk=one.pk).exists() == today


def test_its_holder_is_reminded_ninety_thirty_and_seven_days_before_and_once_after(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    paper(world, 100)
    now, counts = timezone.now(), []
    for day in (5, 11, 40, 71, 80, 94, 102, 103):
        monkeypatch.setattr("django.utils.timezone.now", lambda day=day: now + timedelta(days=day))
        clock.run()
        counts.append(world.amina.notices.filter(rule__startswith="directory.evidence_").count())
    assert counts == [0, 1, 1, 2, 2, 3, 4, 4]
    assert world.amina.notices.filter(rule="directory.evidence_lapsed").count() == 1


def test_a_renewal_begins_the_reminders_anew_and_old_papers_are_left_in_peace(world: World) -> None:
    one = paper(world, 20)
    paper(world, -400, standard="Long gone")
    clock.run()
    assert world.amina.notices.filter(rule="directory.evidence_expiring").count() == 1
    one.expires_on = timezone.localdate() + timedelta(days=25)
    actions.save_part(by=world.amina, part=one)
    clock.run()
    assert world.amina.notices.filter(rule="directory.evidence_expiring").count() == 2
    assert world.bai.notices.count() == 0


def test_the_page_keeps_what_was_typed_and_says_what_is_missing(world: World, client: Client) -> None:
    one = paper(world)
    url = f"/organisations/{world.lazaward.pk}/evidence/{one.pk}/look/"
    client.force_login(world.dara, backend=BACKEND)
    page = client.post(url, {"note": "seen it"}, headers={"accept-language": "en"})
    assert page.status_code == 200 and b"seen it" in page.content
    assert client.post(url, {"how": "visit", "note": "seen it"}).status_code == 302
    client.force_login(world.amina, backend=BACKEND)
    assert client.post(url, {"how": "visit"}).status_code == 404
    client.force_login(world.carlos, backend=BACKEND)
    assert client.get(url).status_code == 404
