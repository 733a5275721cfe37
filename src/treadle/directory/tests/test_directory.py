"""Organisations, their parts, members, what is found, and bad input."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from world import World, code

from treadle.demo import make
from treadle.directory import actions, findable, freshness, members, queries
from treadle.directory.evidence import verify
from treadle.directory.finding import narrowed
from treadle.directory.forms import OrganisationForm
from treadle.directory.models import Capability, Contact, Membership, Name, Organisation
from treadle.directory.part_forms import CapabilityForm, EvidenceForm, SiteForm
from treadle.directory.profiles import databank
from treadle.kit import search
from treadle.kit.models import Event
from treadle.kit.policy import Refused
from treadle.matching import Need, match

pytestmark = pytest.mark.django_db
EVERYBODY = ("hugo", "efua", "bai", "amina", "carlos", "esther", "dara", "grace")


def membership(world: World) -> Membership:
    return world.lazaward.memberships.get(person=world.bai)


WRITES: dict[str, tuple[Callable[[Any, World], Any], str, tuple[str, ...]]] = {
    "edit": (
        lambda by, w: actions.edit_organisation(by=by, organisation=fresh(w), version=fresh(w).version, fields={"town": by.name}),
        "directory.organisation.edited", ("amina", "dara", "grace"),
    ),
    "add a part": (
        lambda by, w: actions.save_part(by=by, part=Name(organisation=w.lazaward, sort="trading", text="Lazaward")),
        "directory.part.added", ("amina", "dara", "grace"),
    ),
    "remove a part": (
        lambda by, w: actions.remove_part(by=by, part=make.contact(w.lazaward, "Gone")), "directory.part.removed",
        ("amina", "dara", "grace"),
    ),
    "confirm": (
        lambda by, w: freshness.confirm(by=by, organisation=fresh(w)), "directory.organisation.confirmed", ("amina", "dara", "grace"),
    ),
    "check": (lambda by, w: actions.check(by=by, organisation=fresh(w)), "directory.organisation.checked", ("dara", "grace")),
    "close": (lambda by, w: actions.set_open(by=by, organisation=fresh(w), is_open=False), "directory.organisation.closed", ("amina",)),
    "verify evidence": (
        lambda by, w: verify(by=by, evidence=w.lazaward.evidence.get(), how="paper"), "directory.evidence.verified",
        ("dara", "grace"),
    ),
    "invite": (
        lambda by, w: members.invite_member(by=by, organisation=w.lazaward, email=f"new-{by.pk}@example.org", role="reader"),
        "directory.member.invited", ("amina", "dara", "grace"),
    ),
    "change a role": (
        lambda by, w: members.change_role(by=by, membership=membership(w), role="editor"), "directory.member.role_changed",
        ("amina", "dara", "grace"),
    ),
    "hand over": (
        lambda by, w: members.hand_over(by=by, organisation=w.lazaward, to=membership(w)), "directory.member.handed_over", ("amina",),
    ),
}  # fmt: skip


def fresh(world: World) -> Organisation:
    return Organisation.objects.select_related("centre").get(pk=world.lazaward.pk)


@pytest.mark.parametrize("name", WRITES)
def test_each_write_is_allowed_to_exactly_its_roles_and_records_its_event(world: World, name: str) -> None:
    write, event, roles = WRITES[name]
    allowed = []
    for who in EVERYBODY:
        with transaction.atomic():
            person = type(world.amina).objects.get(pk=world.everybody()[who].pk)
            before = Event.objects.filter(verb=event, actor_id=person.pk).count()
            try:
                write(person, world)
            except Refused:
                continue
            assert Event.objects.filter(verb=event, actor_id=person.pk).count() == before + 1
            allowed.append(who)
            transaction.set_rollback(True)
    assert sorted(allowed) == sorted(roles)


def test_whoever_enters_an_organisation_owns_it_and_officers_enter_it_for_others(world: World) -> None:
    own = actions.create_organisation(by=world.hugo, name="Own", kinds=["enterprise"], country="MA")
    other = actions.create_organisation(by=world.dara, name="Other", kinds=["cso"], country="MA")
    assert [list(each.memberships.values_list("person__name", "role")) for each in (own, other)] == [[("Hugo", "owner")], []]
    assert (own.centre, own.stated["name"]["who"]) == (world.fes, "owner")


def test_the_second_editor_is_told_of_the_first_and_nothing_is_lost(world: World) -> None:
    version = fresh(world).version
    actions.edit_organisation(by=world.amina, organisation=fresh(world), version=version, fields={"town": "Fès"})
    with pytest.raises(actions.Stale) as caught:
        actions.edit_organisation(by=world.dara, organisation=fresh(world), version=version, fields={"town": "Meknès"})
    assert (caught.value.by, fresh(world).town) == ("Amina", "Fès")


def test_a_changed_certificate_must_be_seen_again(world: World) -> None:
    certificate = world.lazaward.evidence.get()
    verify(by=world.dara, evidence=certificate, how="paper")
    certificate.scope = "dyeing"
    actions.save_part(by=world.amina, part=certificate)
    certificate.refresh_from_db()
    assert certificate.verified_on is None


# Bad input --------------------------------------------------------------------------------------------------------------------


def errors(form: Any) -> dict[str, list[str]]:
    form.is_valid()
    return {name: [str(text) for text in found] for name, found in form.errors.items()}


def capability(**data: Any) -> dict[str, list[str]]:
    return errors(CapabilityForm({"sort": "process", "per": "month", "text": "Turning", **data}, instance=Capability()))


def test_capacity_without_a_unit_asks_of_what() -> None:
    found = capability(installed="12")
    assert found == {"unit": ["12 of what? Choose a unit, for example tonnes."]}


@pytest.mark.django_db
def test_used_above_installed_is_refused_by_the_form_and_by_the_database(world: World) -> None:
    assert capability(installed="10", used="12", unit="t") == {"used": ["Used (12) is more than installed (10). Check both numbers."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        Capability.objects.create(organisation=world.lazaward, text="x", unit="t", installed=1, used=2)


def test_a_batch_range_that_runs_backwards_is_refused() -> None:
    assert list(capability(batch_least="9", batch_most="3", batch_unit="kg")) == ["batch_most"]


def test_a_certificate_that_expires_before_it_is_issued_is_refused() -> None:
    data = {"sort": "certificate", "standard": "ISO 9001", "issued_on": "2026-05-01", "expires_on": "2025-05-01"}
    assert errors(EvidenceForm(data)) == {"expires_on": ["It would expire before it was issued. Check both dates."]}


def test_a_paper_that_is_not_what_its_name_says_is_refused() -> None:
    upload = {"upload": SimpleUploadedFile("iso.pdf", b"\x89PNG\r\n\x1a\n")}
    assert list(errors(EvidenceForm({"sort": "certificate", "standard": "ISO 9001"}, upload))) == ["upload"]


@pytest.mark.django_db
def test_more_women_than_people_and_a_founding_year_to_come_are_refused(world: World) -> None:
    data = {"name": "X", "kinds": ["enterprise"], "country": "MA", "employees": "3", "women": "5", "founded": "2999"}
    assert sorted(errors(OrganisationForm(data))) == ["founded", "women"]


@pytest.mark.django_db
def test_half_a_coordinate_is_refused(world: World) -> None:
    assert list(errors(SiteForm({"town": "Fès", "country": "MA", "latitude": "34"}))) == ["longitude"]
    assert list(errors(SiteForm({"town": "Fès", "country": "MA", "latitude": "134", "longitude": "5"}))) == ["latitude"]


def test_text_with_control_characters_is_cleaned_and_100_000_characters_are_refused_kindly(world: World, client: Client) -> None:
    client.force_login(world.amina, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/organisations/{world.lazaward.pk}/capability/add/"
    client.post(url, {"sort": "process", "per": "month", "text": "Tein\x07ture \u202eABC حرير"})
    assert world.lazaward.capabilities.last().text == "Teinture ABC حرير"  # type: ignore[union-attr]
    page = client.post(url, {"sort": "process", "per": "month", "text": "x" * 100_000}, headers={"accept-language": "en"})
    assert page.status_code == 200 and b"at most 4000 characters" in page.content and b"x" * 5000 in page.content


def test_the_same_number_in_a_register_belongs_to_one_organisation(world: World, client: Client) -> None:
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    data = {"scheme": "ma-ice", "number": "001"}
    assert client.post(f"/organisations/{world.lazaward.pk}/identifier/add/", data).status_code == 302
    page = client.post(f"/organisations/{world.ostermeer.pk}/identifier/add/", data, headers={"accept-language": "en"})
    assert page.status_code == 200 and b"already exists" in page.content or b"on record already" in page.content


# Members ----------------------------------------------------------------------------------------------------------------------


def test_a_request_to_join_is_told_decided_and_told_back(world: World) -> None:
    request = members.request_to_join(by=world.hugo, organisation=world.lazaward, message="I work here")
    assert members.request_to_join(by=world.hugo, organisation=world.lazaward).pk == request.pk
    assert world.amina.notices.filter(rule="directory.join_requested").count() == 1
    members.decide_request(by=world.amina, request=request, accept=True, role="editor")
    members.decide_request(by=world.amina, request=request, accept=False)
    assert world.lazaward.memberships.get(person=world.hugo).role == "editor"
    assert world.hugo.notices.filter(rule="directory.join_decided").count() == 1


def test_an_invitation_works_once_for_its_address_and_for_fourteen_days(world: World) -> None:
    invitation = members.invite_member(by=world.amina, organisation=world.lazaward, email="HUGO@example.org", role="reader")
    with pytest.raises(ValidationError):
        members.accept_invitation(by=world.efua, invitation=invitation)
    members.accept_invitation(by=world.hugo, invitation=invitation)
    with pytest.raises(ValidationError):
        members.accept_invitation(by=world.hugo, invitation=invitation)
    old = members.invite_member(by=world.amina, organisation=world.lazaward, email="efua@example.org", role="reader")
    old.created_at = timezone.now() - timedelta(days=15)
    old.save()
    with pytest.raises(ValidationError):
        members.accept_invitation(by=world.efua, invitation=old)


def test_an_organisation_keeps_an_owner(world: World) -> None:
    owner = world.lazaward.memberships.get(person=world.amina)
    with pytest.raises(ValidationError):
        members.end_membership(by=world.amina, membership=owner)
    with pytest.raises(ValidationError):
        members.change_role(by=world.dara, membership=owner, role="reader")
    members.hand_over(by=world.amina, organisation=world.lazaward, to=membership(world))
    roles = dict(world.lazaward.memberships.values_list("person__name", "role"))
    assert roles == {"Amina": "editor", "Bai": "owner", "Ines": "editor"}


def test_one_may_always_leave(world: World) -> None:
    members.end_membership(by=world.bai, membership=membership(world))
    assert world.lazaward.memberships.filter(person=world.bai).count() == 0


# Finding ----------------------------------------------------------------------------------------------------------------------


def found(**wanted: str) -> list[str]:
    return sorted(
        narrowed(queries.visible_to(None), wanted, search.nearest("organisation", wanted.get("q", "")))
        .values_list("name", flat=True)
        .distinct()
    )


def test_the_directory_is_filtered_by_words_kind_country_code_certificate_size_and_free_capacity(world: World) -> None:
    make.certificate(world.ostermeer, "GOTS", expires_on=timezone.localdate() - timedelta(days=1))
    lazaward = ["Teinturerie Lazaward"]
    assert found(q="tricots") == lazaward
    assert found(kind="cso") == ["Union Wend-Panga"]
    assert found(country="BE") == ["Ostermeer Knitwear"]
    assert found(code="isic4:131") == lazaward
    assert found(certificate="gots") == lazaward
    assert found(size="10-49") == lazaward
    assert found(free="on") == lazaward


def test_a_closed_record_leaves_directory_search_and_matching(world: World) -> None:
    need = Need(id="n", text="teinture de tricots de coton", lang="fr")

    def ids() -> list[str]:
        return [each.profile_id for each in match(need, databank(), k=20).matches]

    pk = str(world.lazaward.pk)
    assert pk in ids()
    actions.set_open(by=world.amina, organisation=fresh(world), is_open=False)
    assert (pk in ids(), found(q="tricots")) == (False, [])
    actions.set_open(by=world.amina, organisation=fresh(world), is_open=True)
    assert pk in ids()


def test_what_is_written_is_matched_at_once_in_a_process_that_has_looked_before(world: World) -> None:
    databank()
    made = make.organisation("Fonderie du Wouri", country_code="CM", about="Fonte grise et ductile", lang="fr")
    make.capability(made, "Moulage de fonte ductile", codes=[code("2431")], language="fr")
    result = match(Need(id="n", text="fonte ductile", lang="fr"), databank(), k=5)
    assert result.matches[0].profile_id == str(made.pk)


def test_many_changes_gathered_are_indexed_once_each(world: World, django_assert_max_num_queries: Any) -> None:
    with findable.gathered():
        for number in range(3):
            actions.save_part(by=None, part=Contact(organisation=world.lazaward, name=f"C{number}"))
    assert Organisation.objects.get(pk=world.lazaward.pk).profile_revision > 0


def test_a_centre_stays_one_when_its_record_is_edited(world: World) -> None:
    centre = world.fes.organisation
    actions.edit_organisation(by=world.dara, organisation=centre, version=centre.version, fields={"town": "Fès"}, kinds=["institution"])
    assert sorted(centre.kinds.values_list("kind", flat=True)) == ["centre", "institution"]


def test_a_name_that_looks_like_a_day_that_never_was_breaks_nothing(world: World) -> None:
    odd = make.organisation("2026-02-30")
    make.member(world.efua, odd, "owner")
    members.request_to_join(by=world.hugo, organisation=odd)
    assert world.efua.notices.filter(rule="directory.join_requested").count() == 1


def test_erasing_forgets_addresses_names_and_mail(world: World) -> None:
    from allauth.account.models import EmailAddress

    from treadle.directory.privacy import erase
    from treadle.kit.models import Mail

    freshness.confirm(by=world.amina, organisation=fresh(world))
    members.change_role(by=world.dara, membership=world.lazaward.memberships.get(person=world.amina), role="owner")
    erase(by=world.amina, person=world.amina)
    left = [
        EmailAddress.objects.filter(email="amina@example.org").count(), Mail.objects.filter(to="amina@example.org").count(),
        Event.objects.filter(actor_name="Amina").count(), Event.objects.filter(object_label__startswith="Amina ·").count(),
    ]  # fmt: skip
    assert left == [0, 0, 0, 0]


def test_of_two_who_change_the_same_capability_the_second_sees_what_the_first_did(world: World) -> None:
    part = world.lazaward.capabilities.get()
    url = f"/organisations/{world.lazaward.pk}/capability/{part.pk}/"
    first, second = Client(), Client()
    first.force_login(world.amina)
    second.force_login(world.dara)
    seen = second.get(url).context["seen"]
    typed = {"sort": part.sort, "text": part.text, "codes": [], "unit": part.unit, "per": part.per, "installed": "100", "used": "10"}
    first.post(url, {**typed, "seen": seen, "form_token": "one"})
    answer = second.post(url, {**typed, "installed": "70", "seen": seen, "form_token": "two"})
    page = answer.content.decode()
    assert "Amina changed this part" in page and 'value="70"' in page
    part.refresh_from_db()
    assert part.installed == 100
    second.post(url, {**typed, "installed": "70", "seen": answer.context["seen"], "form_token": "three"})
    part.refresh_from_db()
    assert part.installed == 70


def test_a_form_with_a_fault_still_knows_what_was_seen(world: World) -> None:
    part = world.lazaward.capabilities.get()
    url = f"/organisations/{world.lazaward.pk}/capability/{part.pk}/"
    client = Client()
    client.force_login(world.dara)
    seen = client.get(url).context["seen"]
    part.materials = "Wool"
    actions.save_part(by=world.amina, part=part)
    answer = client.post(url, {"sort": part.sort, "text": "", "seen": seen})
    assert answer.context["seen"] == seen


def test_the_directory_is_sorted_as_asked_and_by_fit_where_words_are_given(client: Client, world: World) -> None:
    for name, people in (("Zinc Works", 5), ("Alpha Zinc Zinc", 900)):
        make.organisation(name, country_code="MA", employees=people, about="zinc coating")

    def names(query: str) -> list[str]:
        return [row.name for row in client.get(f"/organisations/?{query}").context["page"]]

    assert names("q=zinc&sort=name") == ["Alpha Zinc Zinc", "Zinc Works"]
    assert names("sort=people")[0] == "Alpha Zinc Zinc"
    assert set(names("q=zinc")) == {"Zinc Works", "Alpha Zinc Zinc"}


def test_a_search_that_finds_only_some_of_the_words_says_so(client: Client, world: World) -> None:
    page = client.get("/search/?q=lazaward+zeppelin&lang=en").content.decode()
    assert "Nothing has all of these words" in page and "Teinturerie Lazaward" in page
    assert "Nothing has all of these words" not in client.get("/search/?q=lazaward&lang=en").content.decode()
    assert "Nothing has all of these words" in client.get("/organisations/?q=lazaward+zeppelin&lang=en").content.decode()


def test_the_search_box_crosses_languages_by_code(client: Client, world: World) -> None:
    part = world.lazaward.capabilities.get()
    assert part.codes.exists()
    made = make.organisation("Mill without those words", country_code="MA", about="Prose")
    make.capability(made, "Something said in another way", codes=list(part.codes.all()))
    query = part.codes.first().code
    groups = {group["provider"].key: [hit.title for hit in group["hits"]] for group in client.get(f"/search/?q={query}").context["groups"]}
    assert "Mill without those words" in groups["organisations"] + groups["by-code"]
