"""Events, notices, mail, files, search, forms sent twice, texts, translated text, tables, privacy."""

import io
import uuid
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.core import mail as outbox
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from world import World

from treadle.kit import events, files, mail, notify, once, privacy, search, tables, texts
from treadle.kit.forms import DecimalField, Form, plain_number
from treadle.kit.models import Delivery, Event, Mail, Notice, Preference
from treadle.kit.translated import Translated


def test_events_are_append_only(world: World) -> None:
    event = events.record("directory.organisation.confirmed", by=world.amina, on=world.lazaward)
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
    with pytest.raises(TypeError):
        Event.objects.filter(pk=event.pk).update(reason="other")
    with pytest.raises(TypeError):
        Event.objects.all().delete()


def test_an_event_without_words_is_refused(world: World) -> None:
    with pytest.raises(KeyError):
        events.record("directory.unknown", by=world.amina, on=world.lazaward)


def tell(person: Any, once: str = "1") -> list[Notice]:
    values = {"organisation": "Lazaward", "role": "Owner", "person": "Dara"}
    return notify.tell([person], "directory.role_changed", values=values, link="/x/", once=once)


def test_the_same_thing_is_told_once_and_a_later_change_again(world: World) -> None:
    assert [len(tell(world.amina)), len(tell(world.amina)), len(tell(world.amina, "2"))] == [1, 0, 1]
    assert Mail.objects.filter(to=world.amina.email).count() == 2


def test_mail_says_why_it_came_in_the_readers_language_and_goes_out_once(world: World) -> None:
    Mail.objects.all().delete()
    tell(world.hugo)
    with translation.override("es"):
        why = notify.show(Notice.objects.get(person=world.hugo)).why
    row = Mail.objects.get()
    assert (row.language, why in row.text, why in row.html) == ("es", True, True)
    assert (mail.deliver(), mail.deliver()) == (1, 0)
    (sent,) = outbox.outbox
    assert sent.extra_headers["Message-ID"] == f"<{row.key}@treadle>"


def test_who_wants_no_mail_is_told_in_the_site_only(world: World) -> None:
    Preference.objects.create(person=world.amina, rule="directory.role_changed", delivery=Delivery.OFF)
    Mail.objects.all().delete()
    tell(world.amina)
    assert (Mail.objects.count(), world.amina.notices.count()) == (0, 1)


def test_the_daily_mail_gathers_what_is_new_and_nobody_gets_an_empty_one(world: World) -> None:
    Preference.objects.create(person=world.amina, rule="directory.role_changed", delivery=Delivery.DAILY)
    Mail.objects.all().delete()
    tell(world.amina)
    tell(world.amina, "2")
    assert (notify.digest(Delivery.DAILY), Mail.objects.count()) == (1, 1)
    assert (notify.digest(Delivery.DAILY), Mail.objects.count()) == (0, 1)


def test_a_mail_that_fails_waits_and_the_rest_goes_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    Mail.objects.all().delete()
    for person in (world.amina, world.bai):
        tell(person)
    real = mail.EmailMultiAlternatives.send

    def send(self: Any, *args: Any) -> int:
        if self.to == [world.amina.email]:
            raise OSError("refused")
        return real(self, *args)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send)
    assert mail.deliver() == 1
    assert Mail.objects.get(to=world.amina.email).error == "refused"


def office(inner: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(inner, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("paper.pdf", b"", "empty"),
        ("paper.pdf", b"\x89PNG\r\n\x1a\n....", "mismatch"),
        ("paper.png", b"%PDF-1.7", "mismatch"),
        ("paper.pdf", b"MZ\x90\x00program", "kind"),
        ("paper.docx", office("xl/workbook.xml"), "kind"),
        ("paper.docx", b"PK\x03\x04broken", "kind"),
        ("paper", b"%PDF-1.7", "mismatch"),
    ],
)
def test_a_file_is_judged_by_its_content(name: str, content: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        files.check(SimpleUploadedFile(name, content))
    assert caught.value.code == code


def test_a_file_too_large_is_refused_with_the_limit(settings: Any) -> None:
    settings.FILE_LIMIT_BYTES = 1024 * 1024
    with pytest.raises(ValidationError) as caught:
        files.check(SimpleUploadedFile("a.pdf", b"%PDF-" + b"x" * 1024 * 1024))
    assert "at most 1 MB" in caught.value.messages[0]


def test_good_files_are_accepted() -> None:
    assert files.check(SimpleUploadedFile("a.PDF", b"%PDF-1.7")) == files.PDF
    assert files.check(SimpleUploadedFile("a.docx", office("word/document.xml"))) == files.DOCX


@pytest.mark.django_db
def test_search_finds_what_was_just_written_by_word_stem_beginning_and_in_arabic() -> None:
    search.put("organisation", 1, title="Teinturerie Lazaward", url="/1/", summary="Teint des tricots", language="fr")
    search.put("organisation", 2, title="مصبغة اللازورد", url="/2/", language="ar")
    found = {query: [entry.object_id for entry in near.best(9)] if (near := search.nearest("organisation", query)) else [] for query in
             ("lazaward", "TEINTURERIE", "teintur", "tricot lazaward", "absent", "tricot absent", "اللازورد", "")}  # fmt: skip
    assert found == {
        "lazaward": [1], "TEINTURERIE": [1], "teintur": [1], "tricot lazaward": [1],
        "absent": [], "tricot absent": [1], "اللازورد": [2], "": [],
    }  # fmt: skip
    search.drop("organisation", 1)
    assert not search.nearest("organisation", "lazaward").best(9)


def test_the_same_form_sent_twice_has_one_effect(world: World) -> None:
    made: list[int] = []
    token = str(uuid.uuid4())

    def sent() -> str:
        request = RequestFactory().post("/", {once.FIELD: token})
        request.user = world.amina
        return once.once(request, lambda: made.append(1) or "/first/")  # type: ignore[func-returns-value]

    assert [sent(), sent(), len(made)] == ["/first/", "/first/", 1]


def test_a_form_that_failed_can_be_sent_again(world: World) -> None:
    token = str(uuid.uuid4())
    request = RequestFactory().post("/", {once.FIELD: token})
    request.user = world.amina

    def fail() -> str:
        raise ValidationError("no")

    with pytest.raises(ValidationError):
        once.once(request, fail)
    assert once.once(request, lambda: "/then/") == "/then/"


@given(st.text())
def test_cleaned_text_has_no_control_characters_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = texts.clean_text(text)
    assert not any(ord(char) < 32 and char not in "\n\t" for char in cleaned)
    assert texts.clean_text(cleaned) == cleaned


def test_overrides_of_direction_go_and_isolates_are_closed() -> None:
    assert texts.clean_text("a\u202eb\x00c") == "abc"
    assert texts.clean_text("\u2067نص") == "\u2067نص\u2069"


def test_a_text_of_100_000_characters_is_cleaned() -> None:
    assert len(texts.clean_text("é" * 100_000)) == 100_000


def test_long_texts_are_drawn_without_script_image_or_style() -> None:
    drawn = texts.drawn("**bold** <script>x</script> ![i](http://x/y.png) [l](javascript:alert(1)) [k](https://x.example)")
    assert "<strong>bold</strong>" in drawn
    assert [bad for bad in ("<script", "<img", 'href="javascript', "style=") if bad in drawn] == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 200,5", "1200.5"),
        ("1,200.5", "1200.5"),
        ("1.200,5", "1200.5"),
        ("12", "12"),
        ("0,05", "0.05"),
        ("12,000", "12000"),
        ("١٢٫٥", "12.5"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, number: str) -> None:
    assert plain_number(typed) == number


def test_translated_text_answers_in_the_nearest_language() -> None:
    text = Translated({"fr": "Teinture", "en": "Dyeing", "es": ""})
    assert [text.best("fr"), text.best("fr-MA"), text.best("ar"), Translated({"vi": "Nhuộm"}).best("en")] == [
        "Teinture", "Teinture", "Dyeing", "Nhuộm",
    ]  # fmt: skip


def test_a_download_does_not_carry_formulas() -> None:
    response = tables.export("list", ["Name"], [["=HYPERLINK(1)"], ["plain"]], "csv")
    assert response.content.decode("utf-8-sig").splitlines() == ["Name", "'=HYPERLINK(1)", "plain"]
    assert tables.export("list", ["Name"], [["=1"]], "xlsx").content[:2] == b"PK"


def test_every_field_that_could_hold_personal_data_has_a_class() -> None:
    models = [model for app in ("kit", "nomenclature", "directory", "exchange") for model in apps.get_app_config(app).get_models()]
    without = [
        f"{model._meta.label}.{field}"
        for model in models
        if not model.__name__.startswith("Historical")
        for field in privacy.needs_class(model)
        if privacy.class_of(model, field) is None
    ]
    assert without == []


def test_what_is_kept_of_a_person_can_be_taken_and_erased(world: World) -> None:
    from treadle.directory.privacy import erase

    kept = privacy.export_person(world.amina)
    assert kept["directory"]["memberships"][0]["organisation__name"] == "Teinturerie Lazaward"
    erase(by=world.amina, person=world.amina)
    world.amina.refresh_from_db()
    assert (world.amina.name, world.amina.is_active, world.amina.email.endswith("@erased.invalid")) == ("", False, True)
    with pytest.raises(PermissionError):
        erase(by=world.bai, person=world.carlos)


@pytest.mark.django_db
def test_an_error_page_carries_the_number_that_finds_it_in_the_log(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert response["X-Request-Id"] in response.content.decode()


def test_preferences_name_only_what_a_person_could_be_told(world: World) -> None:
    buyer, head = ({rule.key for rule in notify.rules_for(person)} for person in (world.carlos, world.driss))
    assert "exchange.head_told" in head and "exchange.head_told" not in buyer
    assert "exchange.invited" in buyer and "exchange.invited" not in head
    notify.tell([world.carlos], "exchange.head_told", values={"what": "", "number": "", "title": ""}, link="/", once="1")
    assert "exchange.head_told" in {rule.key for rule in notify.rules_for(world.carlos)}


def test_one_setting_serves_for_all_rules(world: World) -> None:
    client = Client()
    client.force_login(world.carlos)
    client.post("/account/notices/", {"do": "all", "every": "weekly"})
    assert {str(notify.delivery(world.carlos, rule.key)) for rule in notify.rules_for(world.carlos)} == {"weekly"}
    client.post("/account/notices/", {"do": "all", "every": "hourly"})
    assert {str(notify.delivery(world.carlos, rule.key)) for rule in notify.rules_for(world.carlos)} == {"weekly"}


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [("es", "1.000", None), ("fr", "1,250", None), ("en", "1.000", None), ("en", "1,000", "1000"), ("es", "0,125", "0.125"),
     ("fr", "1.2500", "1.25"), ("es", "1.000,5", "1000.5"), ("ar", "12.000", None), ("fr", "1 000", "1000")],
)  # fmt: skip
def test_a_number_that_can_be_read_in_two_ways_is_asked_back(language: str, typed: str, number: str | None) -> None:
    field = DecimalField(max_digits=14, decimal_places=3)
    with translation.override(language):
        if number is None:
            with pytest.raises(ValidationError, match=typed.replace(".", "[.]")):
                field.clean(typed)
        else:
            assert field.clean(typed) == Decimal(number)


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_number_that_is_shown_is_read_back_the_same(number: Decimal) -> None:
    field = DecimalField(max_digits=14, decimal_places=4)
    for language in ("en", "fr", "es", "ar"):
        with translation.override(language):
            assert field.clean(field.prepare_value(number)) == number


def test_raw_messages_of_the_framework_are_put_in_our_words() -> None:
    class Asked(Form):
        name = forms.CharField()
        year = forms.IntegerField(min_value=1600)
        site = forms.URLField(assume_scheme="https")

    form = Asked({"name": "", "year": "12", "site": "no"})
    assert [errors[0] for errors in form.errors.values()] == [
        "An answer is needed here.", "Give 1600 or more.", "Give an address such as www.example.org.",
    ]  # fmt: skip
