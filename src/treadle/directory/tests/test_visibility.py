"""Who sees which field, on the page, in lists, in filters, in what the engine is told."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from world import SECRET_PHONE, SECRET_STREET, World

from treadle.demo import make
from treadle.directory import actions, queries
from treadle.directory.finding import narrowed
from treadle.directory.merging import actions as merging
from treadle.directory.models import Identifier, Organisation
from treadle.directory.profiles import profile_of
from treadle.directory.visibility import FIELDS, RANKS, Level, choose, level_of, rank_of, shown
from treadle.exchange import actions as exchange
from treadle.kit import events

BACKEND = "django.contrib.auth.backends.ModelBackend"


def told(world: World) -> Organisation:
    """Lazaward with something in every field."""
    made = world.lazaward
    fields = {
        "founded": 1987, "website": "https://secret-site.example", "markets": ["JP"], "ownership": "foreign", "women_led": True,
        "turnover": Decimal("7654321"), "turnover_currency": "MAD", "turnover_year": 2025, "export_share": 37,
    }  # fmt: skip
    actions.edit_organisation(by=world.amina, organisation=made, version=made.version, fields=fields)
    actions.save_part(by=world.amina, part=Identifier(organisation=made, scheme="MA-ICE", number="00998877"))
    return made


SHOWN = {  # what of each field stands on the page
    "founded": "1987", "people": "34, of whom 15", "ownership": "Owned abroad", "website": "secret-site.example", "markets": "Japan",
    "capacity": "38 t", "identifiers": "00998877", "evidence": "GOTS", "contacts": SECRET_PHONE, "street": SECRET_STREET,
    "finance": "7,654,321",
}  # fmt: skip


def page(world: World, name: str, organisation: Organisation, query: str = "") -> str:
    client = Client(headers={"accept-language": "en"})
    if name:
        client.force_login(world.everybody()[name], backend=BACKEND)
    return client.get(organisation.get_absolute_url() + query).content.decode()


def seen(text: str) -> set[str]:
    return {key for key, words in SHOWN.items() if words in text}


def introduced(world: World) -> None:
    case = make.enquiry(world.ostermeer, world.carlos, "Dyeing of knits")
    exchange.submit(by=world.carlos, enquiry=case)
    case.refresh_from_db()
    (invitation,) = make.out(case, world.dara, world.lazaward)
    exchange.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    exchange.introduce(by=world.carlos, invitation=invitation, consent=True)


def test_each_stands_where_they_stand_and_sees_what_is_usual(world: World) -> None:
    made = told(world)
    ranks = {name: rank_of(person, made) for name, person in world.everybody().items()}
    assert ranks == {
        "amina": 4, "bai": 4, "ines": 4, "dara": 3, "driss": 3, "farid": 3, "grace": 3, "root": 3, "carlos": 1, "efua": 1, "esther": 1,
        "salma": 1,
        "hugo": 0,
    }  # fmt: skip
    usual = set(SHOWN) - {"contacts", "street", "finance"}
    assert seen(page(world, "", made)) == seen(page(world, "carlos", made)) == usual
    introduced(world)
    assert seen(page(world, "carlos", made)) == usual | {"contacts", "street"}
    assert seen(page(world, "efua", made)) == usual
    assert seen(page(world, "dara", made)) == seen(page(world, "amina", made)) == set(SHOWN)


@pytest.mark.parametrize("key", sorted(set(FIELDS) - {"position"}))
def test_each_field_is_seen_from_its_level_on_and_by_nobody_further_away(world: World, key: str) -> None:
    made = told(world)
    introduced(world)
    for level in FIELDS[key].levels:
        choose(by=world.amina, organisation=made, wanted={key: level})
        made.refresh_from_db()
        who = {"": 0, "efua": 1, "carlos": 2, "dara": 3, "amina": 4}
        assert {name for name in who if key in seen(page(world, name, made))} == {
            name for name, rank in who.items() if rank >= RANKS[level]
        }


def test_others_views_can_be_looked_at_and_nobody_sees_more_than_they_do(world: World) -> None:
    made = told(world)
    for level in ("public", "members", "partners"):
        wanted = {key for key in SHOWN if RANKS[level_of(made, key)] <= RANKS[level]}
        assert seen(page(world, "amina", made, f"?as={level}")) == wanted
        assert seen(page(world, "", made, f"?as={level}")) == set(SHOWN) - {"contacts", "street", "finance"}
    assert seen(page(world, "carlos", made, "?as=owner")) == set(SHOWN) - {"contacts", "street", "finance"}


def test_filters_lists_and_the_engine_tell_no_more_than_the_page(world: World, client: Client) -> None:
    made = told(world)
    hide = {"people": "centre", "capacity": "centre", "evidence": "partners", "position": "centre", "markets": "centre"}
    choose(by=world.amina, organisation=made, wanted=hide)
    made = queries.for_page(None).get(pk=made.pk)
    for wanted in ({"size": "10-49"}, {"free": "on"}, {"certificate": "gots"}):
        assert list(narrowed(queries.visible_to(None), wanted)) == []
    profile = profile_of(made)
    assert (profile.employees, profile.certificates, profile.latitude, profile.markets) == (None, None, None, ())
    assert (profile.capabilities[0].free, profile.capabilities[0].installed) == (None, None)
    assert b",34," not in client.get("/organisations/?form=csv").content
    choose(by=world.amina, organisation=made, wanted=dict.fromkeys(hide, "public"))
    assert made.visibility == {}
    assert list(narrowed(queries.visible_to(None), {"size": "10-49"})) == [made]


def test_a_hidden_number_orders_no_list(world: World, client: Client) -> None:
    made = told(world)
    choose(by=world.amina, organisation=made, wanted={"people": "centre"})
    make.organisation("Aaa small", employees=2)
    page = client.get("/organisations/?sort=people", headers={"accept-language": "en"}).content.decode()
    assert page.index("Aaa small") < page.index("Teinturerie Lazaward")
    choose(by=world.amina, organisation=made, wanted={"people": "public"})
    page = client.get("/organisations/?sort=people", headers={"accept-language": "en"}).content.decode()
    assert page.index("Aaa small") > page.index("Teinturerie Lazaward")


def test_what_either_record_hid_stays_hidden_after_a_merge_and_comes_back_with_its_undoing(world: World) -> None:
    gone = make.organisation("Hides its papers", country_code="MA")
    choose(by=None, organisation=gone, wanted={"evidence": "centre", "people": "members"})
    choose(by=world.amina, organisation=world.lazaward, wanted={"people": "partners"})
    kept = queries.for_page(None).get(pk=world.lazaward.pk)
    merge = merging.merge(by=world.dara, kept=kept, gone=gone, choices={})
    kept.refresh_from_db()
    assert kept.visibility == {"evidence": "centre", "people": "partners"}
    merging.undo(by=world.dara, made=merge)
    kept.refresh_from_db()
    assert kept.visibility == {"people": "partners"}


def test_what_only_staff_may_know_is_not_in_the_history_that_members_read(world: World) -> None:
    events.record("directory.screening.hit", by=None, on=world.lazaward, reason="hidden reason")
    events.record("directory.organisation.tagged", by=world.dara, on=world.lazaward)
    url = f"{world.lazaward.get_absolute_url()}history/"
    for name, seen_there in (("amina", False), ("bai", False), ("dara", True)):
        client = Client(headers={"accept-language": "en"})
        client.force_login(world.everybody()[name], backend=BACKEND)
        page = client.get(url).content.decode()
        assert ("may be on a list" in page) == ("put a tag" in page) == seen_there


def test_the_clause_agrees_with_the_page_for_every_level_and_rank(world: World) -> None:
    made = told(world)
    for key, field in FIELDS.items():
        for level in field.levels:
            choose(by=world.amina, organisation=made, wanted={key: level})
            for rank in RANKS.values():
                assert Organisation.objects.filter(shown(key, rank), pk=made.pk).exists() == (RANKS[level_of(made, key)] <= rank)


def test_owner_and_union_choose_and_nobody_else(world: World) -> None:
    made = told(world)
    for name in ("bai", "carlos", "dara", "driss", "farid", "hugo", "ines"):
        with pytest.raises(PermissionDenied):
            choose(by=world.everybody()[name], organisation=made, wanted={"people": "members"})
    for wanted in ({"finance": "public"}, {"contacts": "owner"}, {"nonsense": "public"}, {"people": "nobody"}):
        with pytest.raises(ValidationError):
            choose(by=world.amina, organisation=made, wanted=wanted)
    choose(by=world.amina, organisation=made, wanted={"people": "members"})
    event = events.history(made).first()
    assert event is not None and event.changes == {"people": ["public", "members"]}


def test_figures_that_only_the_owner_sees_are_not_in_the_officers_form_nor_in_the_history(world: World) -> None:
    made = told(world)
    choose(by=world.amina, organisation=made, wanted={"finance": Level.OWNER})
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.dara, backend=BACKEND)
    url = made.get_absolute_url()
    for text in (client.get(f"{url}edit/").content, client.get(f"{url}history/").content, client.get(url).content):
        assert b"7654321" not in text and b"7,654,321" not in text
    made.refresh_from_db()
    client.post(f"{url}edit/", {"version": made.version, "name": made.name, "kinds": "enterprise", "country": "MA", "turnover": "1"})
    made.refresh_from_db()
    assert made.turnover == Decimal("7654321")
