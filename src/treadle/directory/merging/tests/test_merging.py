"""Two records made one and taken apart again: what moves, what stays, who may, what stands against it, and that nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from world import SECRET_MAIL, SECRET_PHONE, World, code

from treadle.demo import make
from treadle.directory import actions, alike, keys, policy, queries, units
from treadle.directory.merging import actions as merging
from treadle.directory.merging import desk, linkage, pairs, relations
from treadle.directory.merging.preview import preview
from treadle.directory.models import Contact, DuplicatePair, Identifier, Merge, Name, Organisation
from treadle.directory.profiles import databank
from treadle.exchange import actions as exchange
from treadle.kit import jobs, search
from treadle.kit import policy as kit_policy
from treadle.kit.models import Event
from treadle.kit.policy import Refused

pytestmark = pytest.mark.django_db
EVERYBODY = ("hugo", "efua", "bai", "amina", "carlos", "esther", "dara", "driss", "grace", "farid")


@pytest.fixture
def twin(world: World) -> Organisation:
    """A second record of the dyeing workshop, entered by another officer."""
    made = make.organisation(
        "Lazaward Dyers", country_code="MA", about="Dyeing of knits", lang="en", town="Fez", founded=1998, employees=40
    )
    make.capability(made, "Pigment printing", codes=[code("1313")], language="en")
    make.contact(made, "Desk", "desk@lazaward.example", "+212 535 777 000")
    make.member(world.hugo, made, "editor")
    make.member(world.bai, made, "owner")
    actions.save_part(by=None, part=Identifier(organisation=made, scheme="MA-ICE", number="000777"))
    return made


def merge(world: World, twin: Organisation, **more: Any) -> Merge:
    return merging.merge(**{"by": world.dara, "kept": world.lazaward, "gone": twin, "choices": {}, **more})


def everything() -> dict[str, Any]:
    """All that a merge may touch, to be compared before and after."""
    rows = {}
    for relation in relations.relations():
        if not relation.stays:
            pairs_ = relation.model._base_manager.order_by("pk").values_list("pk", relation.field)
            rows[f"{relation.model.__name__}.{relation.field}"] = list(pairs_)
    fields = ("name", "about", "town", "founded", "employees", "women", "state", "merged_into", "stated")
    return {**rows, "organisations": list(Organisation.objects.order_by("pk").values("pk", *fields))}


def test_every_relation_to_an_organisation_says_what_becomes_of_it() -> None:
    assert relations.undeclared() == []


def test_a_relation_that_is_not_declared_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(relations._relations)
    del known["directory.contact", "organisation"]
    monkeypatch.setattr(relations, "_relations", known)
    assert relations.undeclared() == ["directory.Contact.organisation"]


def test_what_hangs_on_the_record_that_goes_moves_and_its_words_find_the_kept_one(world: World, twin: Organisation) -> None:
    listing = make.listing(twin, world.hugo, "Free printing capacity", codes=[code("1313")])
    merge(world, twin)
    kept = Organisation.objects.get(pk=world.lazaward.pk)
    listing.refresh_from_db()
    assert listing.organisation == kept
    assert sorted(kept.capabilities.values_list("text", flat=True)) == ["Pigment printing", "Teinture réactive de tricots de coton"]
    assert set(kept.contacts.values_list("email", flat=True)) == {SECRET_MAIL, "desk@lazaward.example"}
    assert dict(kept.memberships.values_list("person__name", "role")) == {
        "Amina": "owner", "Bai": "owner", "Ines": "editor", "Hugo": "editor",
    }  # fmt: skip
    assert (kept.founded, kept.employees, kept.town) == (1998, 34, "Fès")
    assert dict(kept.about) == {"fr": "Nous teignons des tricots de coton.", "en": "Dyeing of knits"}
    assert kept.names.get().text == "Lazaward Dyers"
    assert [entry.object_id for entry in search.nearest("organisation", "pigment printing").best(5)] == [kept.pk]  # type: ignore[union-attr]
    assert databank().get(str(twin.pk)) is None
    assert kept.pk in keys.candidates(keys.Facts("Lazaward Dyers", country="MA"), 5)


def test_fields_are_chosen_one_by_one_and_keep_where_they_came_from(world: World, twin: Organisation) -> None:
    actions.edit_organisation(by=world.hugo, organisation=twin, version=twin.version, fields={"employees": 41})
    twin.refresh_from_db()
    merge(world, twin, choices={"employees": "gone", "name": "gone", "founded": "kept"})
    kept = Organisation.objects.get(pk=world.lazaward.pk)
    assert (kept.name, kept.employees, kept.founded, kept.stated["employees"]["who"]) == ("Lazaward Dyers", 41, None, "owner")
    assert kept.names.get().text == "Teinturerie Lazaward"


def test_the_old_address_and_numbers_lead_to_the_kept_record(world: World, twin: Organisation) -> None:
    merge(world, twin)
    answer = Client().get(twin.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, world.lazaward.get_absolute_url())
    assert Identifier.objects.get(scheme="MA-ICE", number="000777").organisation == world.lazaward
    third = make.organisation("Third", country_code="MA")
    merging.merge(by=world.dara, kept=third, gone=Organisation.objects.get(pk=world.lazaward.pk), choices={})
    assert queries.became(twin.pk) == third
    assert not queries.visible_to(world.farid).filter(pk=twin.pk).exists()


def test_undoing_puts_everything_back(world: World, twin: Organisation) -> None:
    make.listing(twin, world.hugo, "Free printing capacity")
    before = everything()
    made = merge(world, twin, choices={"employees": "gone", "name": "gone"})
    assert everything() != before
    merging.undo(by=world.dara, made=made)
    assert everything() == before
    assert databank().get(str(twin.pk)) is not None


def test_what_happened_since_stays_when_a_merge_is_undone_after_both_were_edited(world: World, twin: Organisation) -> None:
    made = merge(world, twin, choices={"town": "gone", "founded": "gone"})
    kept = Organisation.objects.get(pk=world.lazaward.pk)
    actions.edit_organisation(by=world.amina, organisation=kept, version=kept.version, fields={"town": "Sefrou"})
    make.contact(kept, "New since", "since@lazaward.example")
    moved = Contact.objects.get(email="desk@lazaward.example")
    moved.role = "Manager"
    actions.save_part(by=world.amina, part=moved)
    merging.undo(by=world.dara, made=made)
    kept.refresh_from_db()
    twin.refresh_from_db()
    assert (kept.town, kept.founded, twin.town, twin.state) == ("Sefrou", None, "Fez", "public")
    assert set(kept.contacts.values_list("email", flat=True)) == {SECRET_MAIL, "since@lazaward.example"}
    assert list(twin.contacts.values_list("email", "role")) == [("desk@lazaward.example", "Manager")]


def test_a_merge_is_undone_once_and_not_under_a_later_one(world: World, twin: Organisation) -> None:
    made = merge(world, twin)
    third = make.organisation("Third", country_code="MA")
    later = merging.merge(by=world.dara, kept=third, gone=Organisation.objects.get(pk=world.lazaward.pk), choices={})
    with pytest.raises(ValidationError, match="Undo that first"):
        merging.undo(by=world.dara, made=made)
    merging.undo(by=world.dara, made=later)
    merging.undo(by=world.dara, made=made)
    with pytest.raises(ValidationError, match="undone before"):
        merging.undo(by=world.dara, made=made)


def test_two_sides_of_one_case_are_not_made_one(world: World, twin: Organisation) -> None:
    case = make.enquiry(world.lazaward, world.amina, "Printing", codes=[code("1313")])
    exchange.submit(by=world.amina, enquiry=case)
    case.refresh_from_db()
    make.out(case, world.dara, twin)
    for kept, gone in ((world.lazaward, twin), (twin, world.lazaward)):
        with pytest.raises(ValidationError, match=case.number):
            merge(world, twin, kept=kept, gone=gone)
        assert preview(kept, gone).conflicts != []
    assert Merge.objects.count() == 0


def test_of_two_invitations_to_one_case_the_kept_record_s_counts_and_none_is_lost(world: World, twin: Organisation) -> None:
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing", codes=[code("1313")])
    exchange.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    make.out(case, world.dara, world.lazaward, twin)
    before = sorted(case.invitations.values_list("pk", "organisation"))
    made = merge(world, twin)
    assert sorted(case.invitations.values_list("pk", "organisation")) == before
    merging.undo(by=world.dara, made=made)
    assert sorted(case.invitations.values_list("pk", "organisation")) == before


def test_a_unit_and_its_union_and_centres_are_not_merged(world: World, twin: Organisation) -> None:
    Organisation.objects.filter(pk=twin.pk).update(parent=world.lazaward)
    twin.refresh_from_db()
    for kept, gone in ((world.lazaward, twin), (twin, world.lazaward), (world.lazaward, world.fes.organisation)):
        with pytest.raises(ValidationError):
            merging.merge(by=None, kept=kept, gone=gone, choices={})
    assert Merge.objects.count() == 0


@pytest.mark.parametrize("wrong", ["itself", "merged", "changed", "choice"])
def test_what_cannot_be_merged_is_refused_and_nothing_is_half_done(world: World, twin: Organisation, wrong: str) -> None:
    before = everything()
    if wrong == "merged":
        merge(world, twin)
        before = everything()
    tries: dict[str, dict[str, Any]] = {
        "itself": {"gone": world.lazaward}, "merged": {}, "changed": {"version": 99}, "choice": {"choices": {"town": "nonsense"}},
    }  # fmt: skip
    with pytest.raises(ValidationError), transaction.atomic():
        merge(world, twin, **tries[wrong])
    assert everything() == before


ACTS: dict[str, tuple[Callable[[Any, World, Organisation], Any], str, tuple[str, ...]]] = {
    "merge": (lambda by, w, t: merge(w, t, by=by), "directory.organisation.merged", ("dara", "driss", "grace", "farid")),
    "undo": (
        lambda by, w, t: merging.undo(by=by, made=merge(w, t, by=None)), "directory.organisation.unmerged",
        ("dara", "driss", "grace", "farid"),
    ),
    "decide": (
        lambda by, w, t: pairs.decide(by=by, pair=pairs.flag(by=None, organisation=w.lazaward, other=t), state="different"),
        "directory.pair.decided", ("dara", "driss", "grace", "farid"),
    ),
    "seek": (lambda by, w, t: linkage.seek(by=by, centre=w.fes), "directory.pair.sought", ("dara", "driss", "grace", "farid")),
    "tie": (lambda by, w, t: units.tie(by=by, part=t, whole=w.lazaward), "directory.unit.tied", ("dara", "driss", "grace", "farid")),
    "flag": (lambda by, w, t: pairs.flag(by=by, organisation=w.lazaward, other=t), "directory.pair.flagged", EVERYBODY),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_each_act_is_allowed_to_exactly_its_roles_and_records_its_event(world: World, twin: Organisation, name: str) -> None:
    act, event, roles = ACTS[name]
    allowed = []
    for who in EVERYBODY:
        with transaction.atomic():
            person = type(world.amina).objects.get(pk=world.everybody()[who].pk)
            try:
                act(person, world, twin)
            except Refused:
                transaction.set_rollback(True)
                continue
            assert Event.objects.filter(verb=event, actor_id=person.pk).count() >= 1
            allowed.append(who)
            transaction.set_rollback(True)
    assert sorted(allowed) == sorted(roles)


def test_officers_of_one_centre_do_not_merge_a_record_of_another(world: World) -> None:
    with pytest.raises(Refused):
        merging.merge(by=world.dara, kept=world.lazaward, gone=world.wend_panga, choices={})
    pair = pairs.flag(by=world.hugo, organisation=world.lazaward, other=world.wend_panga)
    for officer in (world.dara, world.esther):
        with pytest.raises(Refused):
            pairs.decide(by=officer, pair=pair, state="different")
    made = merging.merge(by=None, kept=world.lazaward, gone=world.wend_panga, choices={})
    for officer in (world.dara, world.esther):
        with pytest.raises(Refused):
            merging.undo(by=officer, made=made)


def test_the_databank_is_looked_through_and_a_decision_is_never_asked_again(world: World, twin: Organisation) -> None:
    other = make.organisation("Teinturerie Lazaward SARL", country_code="MA", town="Fès")
    linkage.seek(by=world.dara, centre=world.fes)
    jobs.run_all()
    found = desk.waiting([world.fes]).get(one=world.lazaward, other=other)
    assert found.evidence["name"] > 0
    pairs.decide(by=world.dara, pair=found, state="different")
    linkage.seek(by=world.dara, centre=world.fes)
    jobs.run_all()
    found.refresh_from_db()
    assert (found.state, desk.waiting([world.fes]).filter(pk=found.pk).exists()) == ("different", False)
    pairs.flag(by=world.hugo, organisation=other, other=world.lazaward, note="Same door")
    found.refresh_from_db()
    assert (found.state, found.flagged_by, found.note) == ("waiting", world.hugo, "Same door")
    assert DuplicatePair.objects.filter(one=world.lazaward, other=other).count() == 1


def test_whoever_is_no_officer_is_not_told_that_private_facts_agree(world: World, twin: Organisation) -> None:
    make.contact(twin, "Same", SECRET_MAIL, SECRET_PHONE)
    facts = keys.facts_of(Organisation.objects.get(pk=world.lazaward.pk))
    told = [reason for each in alike.find(facts, world.hugo, alone=world.lazaward.pk) for reason in each.reasons]
    assert not {"phone", "email", "street", "postcode"} & set(told)
    officer = [reason for each in alike.find(facts, world.dara, alone=world.lazaward.pk) for reason in each.reasons]
    assert {"phone", "email"} <= set(officer)


def test_two_are_looked_at_merged_and_taken_apart_on_the_pages(world: World, twin: Organisation) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/organisations/{world.lazaward.pk}/merge/{twin.pk}/"
    page = client.get(address).content.decode()
    assert "Hugo (Editor) would see all of the kept record" in page and "Pigment printing" in page
    assert f'name="keep" value="{twin.pk}"' in client.get(f"{address}?keep={twin.pk}").content.decode()
    version = Organisation.objects.get(pk=world.lazaward.pk).version
    client.post(address, {"do": "merge", "keep": world.lazaward.pk, "version": version, "employees": "gone", "reason": "one door"})
    assert Organisation.objects.get(pk=world.lazaward.pk).employees == 40
    assert "one door" in client.get("/organisations/databank/duplicates/?show=merged").content.decode()
    client.post(f"/organisations/databank/merges/{Merge.objects.get().pk}/undo/")
    assert Organisation.objects.get(pk=twin.pk).state == "public"
    client.post(address, {"do": "different"})
    assert DuplicatePair.objects.get().state == "different"


def test_anybody_points_out_a_duplicate_by_its_address(world: World, twin: Organisation) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.carlos, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/organisations/{world.lazaward.pk}/twice/"
    assert "No other record" in client.post(address, {"other": "nonsense", "note": "kept text"}).content.decode()
    assert "kept text" in client.post(address, {"other": world.lazaward.pk, "note": "kept text"}).content.decode()
    client.post(address, {"other": f"https://example.org{twin.get_absolute_url()}", "note": "Same door"})
    assert DuplicatePair.objects.get().note == "Same door"
    assert Name.objects.count() == 0


def test_a_branch_is_said_to_belong_to_the_other_and_is_asked_about_no_more(world: World, twin: Organisation) -> None:
    pairs.flag(by=world.hugo, organisation=world.lazaward, other=twin)
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/organisations/{world.lazaward.pk}/merge/{twin.pk}/"
    assert f"{twin} belongs to {world.lazaward}" in client.get(address).content.decode()
    client.post(address, {"do": "part", "keep": world.lazaward.pk})
    twin.refresh_from_db()
    assert twin.parent == world.lazaward and DuplicatePair.objects.get().state == "different"
    DuplicatePair.objects.update(state="waiting")
    assert not desk.waiting([world.fes]).exists()
    with pytest.raises(ValidationError, match="belongs to"):
        units.tie(by=world.dara, part=world.lazaward, whole=twin)
    with pytest.raises(ValidationError):
        merge(world, twin)


def test_a_record_that_belongs_elsewhere_is_not_tied_again_and_nothing_half_done_is_left(world: World, twin: Organisation) -> None:
    union = make.organisation("Union Zellij", country_code="MA", kinds=("cso",))
    Organisation.objects.filter(pk=twin.pk).update(parent=union)
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend="django.contrib.auth.backends.ModelBackend")
    page = client.post(f"/organisations/{world.lazaward.pk}/merge/{twin.pk}/", {"do": "part", "keep": world.lazaward.pk})
    assert "belongs to Union Zellij. End that first" in page.content.decode()
    twin.refresh_from_db()
    assert twin.parent == union and not DuplicatePair.objects.exists()


def test_what_a_record_belonged_to_goes_on_after_a_merge_and_comes_back_with_its_undoing(world: World, twin: Organisation) -> None:
    union = make.organisation("Union Zellij", country_code="MA", kinds=("cso",))
    Organisation.objects.filter(pk=twin.pk).update(parent=union)
    twin.refresh_from_db()
    made = merge(world, twin)
    assert Organisation.objects.get(pk=world.lazaward.pk).parent == union
    merging.undo(by=world.dara, made=made)
    assert Organisation.objects.get(pk=world.lazaward.pk).parent is None and Organisation.objects.get(pk=twin.pk).parent == union


def test_a_merge_that_would_close_a_ring_of_belonging_is_refused(world: World, twin: Organisation) -> None:
    between = make.organisation("Union Zellij", country_code="MA", kinds=("cso",))
    Organisation.objects.filter(pk=world.lazaward.pk).update(parent=between)
    Organisation.objects.filter(pk=between.pk).update(parent=twin)
    with pytest.raises(ValidationError, match="unit or member"):
        merge(world, twin)


def test_a_ring_that_is_there_all_the_same_stops_nothing(world: World, twin: Organisation) -> None:
    other = make.organisation("Atelier Ring", country_code="MA", town="Fès")
    Organisation.objects.filter(pk=twin.pk).update(parent=other)
    Organisation.objects.filter(pk=other.pk).update(parent=twin)
    assert queries.ancestors(Organisation.objects.get(pk=twin.pk)) == [other.pk, twin.pk]
    units.tie(
        by=world.dara, part=make.organisation("Atelier Three", country_code="MA", town="Fès"), whole=Organisation.objects.get(pk=twin.pk)
    )


def test_the_preview_names_those_who_come_to_speak_for_it_through_their_union(world: World, twin: Organisation) -> None:
    union = make.organisation("Union Zellij", country_code="MA", kinds=("cso",))
    make.member(world.carlos, union, "owner")
    lone = make.organisation("Atelier Seul", country_code="MA", town="Fès")
    unit = make.organisation("Atelier Seule", country_code="MA", town="Fès")
    Organisation.objects.filter(pk=unit.pk).update(parent=union)
    unit.refresh_from_db()
    seen = preview(lone, unit)
    assert [name for name, _role in seen.gain] == ["Carlos"]
    assert ("Belongs to", "–", "Union Zellij") in [(str(label), mine, theirs) for label, mine, theirs in seen.facts]
    merging.merge(by=world.dara, kept=lone, gone=unit, choices={})
    assert kit_policy.may(type(world.carlos).objects.get(pk=world.carlos.pk), policy.EDIT, Organisation.objects.get(pk=lone.pk))


def test_undoing_takes_back_what_was_asked_in_the_place_of_the_other(world: World, twin: Organisation) -> None:
    third = make.organisation("Lazaward Trading", country_code="MA", town="Fès")
    pairs.flag(by=world.hugo, organisation=twin, other=third, note="Same door")
    made = merge(world, twin)
    assert DuplicatePair.objects.filter(one=world.lazaward, other=third, state="waiting").exists()
    merging.undo(by=world.dara, made=made)
    assert not DuplicatePair.objects.filter(one=world.lazaward, other=third).exists()
    assert DuplicatePair.objects.get(one=twin, other=third).note == "Same door"


def test_the_public_page_names_no_organisation_that_the_public_may_not_see(world: World, twin: Organisation) -> None:
    Organisation.objects.filter(pk=world.lazaward.pk).update(name="Secret Draft Holding", state="draft")
    Organisation.objects.filter(pk=twin.pk).update(parent=world.lazaward)
    page = Client(headers={"accept-language": "en"}).get(twin.get_absolute_url()).content.decode()
    assert "Lazaward Dyers" in page and "Secret Draft Holding" not in page
