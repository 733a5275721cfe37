"""A row held against the directory: which record it means, what it would add and change there, and which records it is like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q

from treadle.kit.translated import Translated
from treadle.matching import fold
from treadle.matching.sameness import Facts, Weights, keys_of, likeness, name_key, strong_keys_of

from .. import keys, queries, weighing
from ..alike import LOCAL, alike_facts, other_numbers
from ..models import Centre, Identifier, Organisation
from .checking import Values

MOST_ALIKE = 3  # records that a person is shown


@dataclass(slots=True)
class Plan:
    """What writing a row would do. ``shown`` is field → [before, after] for people; ``kept`` what an owner said against the file."""

    fields: dict[str, Any] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    names: list[tuple[str, str]] = field(default_factory=list)
    site: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    more_contacts: list[dict[str, str]] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    papers: list[tuple[str, str]] = field(default_factory=list)  # sort of evidence, and its name
    parent: Organisation | None = None
    expires_on: str = ""
    renewed: list[int] = field(default_factory=list)  # certificates on record that are valid until that day from now on
    capabilities: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    shown: dict[str, list[Any]] = field(default_factory=dict)
    kept: dict[str, list[Any]] = field(default_factory=dict)

    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.shown


def facts_of_row(values: Values, centre: Centre) -> Facts:
    """What tells the row's organisation from others."""
    numbers = [f"{scheme}:{number}" for scheme, number in values.get("identifiers", ())]
    if values.get("reference"):
        numbers.append(f"{LOCAL % centre.pk}:{values['reference']}")
    return Facts(
        name=values.get("name", ""),
        names=tuple(filter(None, (values.get("legal_name", ""), *values.get("other_names", ())))),
        country=values.get("country", ""), town=values.get("town", ""), street=values.get("street", ""),
        postcode=values.get("postcode", ""), website=values.get("website", ""), emails=tuple(values.get("emails", ())),
        phones=tuple(values.get("phones", ())), identifiers=tuple(numbers),
    )  # fmt: skip


def identifiers_of(values: Values, centre: Centre) -> list[tuple[str, str]]:
    """The numbers a row gives in registers, the centre's own among them."""
    own = LOCAL % centre.pk  # a centre's numbers are its own to give
    found = [
        (scheme, number)
        for scheme, number in values.get("identifiers", ())
        if scheme and (scheme == own or not scheme.startswith(LOCAL % ""))
    ]
    if values.get("reference"):
        found.append((LOCAL % centre.pk, values["reference"]))
    return found


PAPERS = {"certificate": "certificates", "registration": "registrations", "audit": "audits", "statement": "statements"}
PLAIN = ("ownership", "women_led", "name", "town", "founded", "employees", "women", "languages", "markets", "website")


def plan(values: Values, organisation: Organisation | None, centre: Centre, whole: Organisation | None = None) -> Plan:
    """What writing these values would do to the record; to a new one where there is none yet. Blank cells change nothing.

    ``whole`` is the record that it belongs to by what the row says.
    """
    made = Plan()
    _plan_fields(made, values, organisation)
    _plan_parts(made, values, organisation, centre)
    if whole is not None and organisation is not None and organisation.parent_id != whole.pk and organisation.memberships.all():
        made.kept["parent"] = [organisation.parent.name if organisation.parent else None, whole.name]  # its people say where it belongs
    elif whole is not None and (organisation is None or organisation.parent_id != whole.pk):
        made.parent = whole
        made.shown["parent"] = [organisation.parent.name if organisation and organisation.parent else None, whole.name]
    return made


def _plan_fields(made: Plan, values: Values, organisation: Organisation | None) -> None:
    for name in PLAIN:
        if name in values:
            before = getattr(organisation, name) if organisation else None
            _weigh(made, made.fields, name, before, values[name], _said_by_owner(organisation, name))
    if "country" in values:
        before = organisation.country_id if organisation else None
        _weigh(made, made.fields, "country", before, values["country"], _said_by_owner(organisation, "country"))
    if values.get("about"):
        about, language = (organisation.about if organisation else Translated()), values["about_language"]
        after = Translated({**about, language: values["about"]})
        if _flat(values["about"]) in map(_flat, about.values()):
            return
        owner = _said_by_owner(organisation, "about") and bool(about)
        (made.kept if owner else made.shown)["about"] = [about.get(language, ""), values["about"]]
        if not owner:
            made.fields["about"] = after


def _weigh(made: Plan, into: dict[str, Any], name: str, before: Any, after: Any, owner: bool, shown: str = "") -> None:
    """Take a value unless it is there already, or the owner said otherwise."""
    if before == after or (isinstance(before, str) and isinstance(after, str) and before.strip() == after.strip()):
        return
    if isinstance(before, list) and isinstance(after, list) and sorted(before) == sorted(after):
        return
    if owner and before not in (None, "", []):
        made.kept[shown or name] = [before, after]
        return
    into[name] = after
    made.shown[shown or name] = [before, after]


def _said_by_owner(organisation: Organisation | None, name: str) -> bool:
    """Whether an owner said it last; of parts, whether anybody acts for the organisation: where each of several came from is not kept."""
    if organisation is None:
        return False
    if name in ("site", "contact"):
        return bool(organisation.memberships.all())
    return organisation.stated.get(name, {}).get("who") in ("owner", "union")


def _plan_parts(made: Plan, values: Values, organisation: Organisation | None, centre: Centre) -> None:
    """Kinds, names, numbers, certificates and capabilities are added; a site and a contact are changed where they are known."""
    have = _Have(organisation)
    made.kinds = [kind for kind in values.get("kinds", ()) if kind not in have.kinds]
    legal = [("legal", values["legal_name"])] if values.get("legal_name") else []
    names = legal + [("trading", name) for name in values.get("other_names", ())]
    made.names = [(sort, name) for sort, name in names if _flat(name) not in have.names and name != values.get("name")]
    made.identifiers = [pair for pair in identifiers_of(values, centre) if pair not in have.identifiers]
    for sort, column in PAPERS.items():
        new = [each for each in values.get(column, ()) if (sort, _flat(each)) not in have.papers]
        made.papers += [(sort, each) for each in new]
        if new:
            made.shown[column] = [None, new]
    made.expires_on = values.get("expires_on", "")
    _plan_renewals(made, values, organisation)
    made.capabilities = [text for text in values.get("capabilities", ()) if _flat(text) not in have.capabilities]
    made.codes = [key for key in values.get("codes", ()) if key not in have.codes]
    for name in ("kinds", "capabilities", "codes"):
        if added := getattr(made, name):
            made.shown[name] = [None, list(added)]
    for name, pairs in (("names", made.names), ("identifiers", made.identifiers)):
        if pairs:
            made.shown[name] = [None, [" ".join(pair) if name == "identifiers" else pair[1] for pair in pairs]]
    _plan_site(made, values, organisation)
    _plan_contact(made, values, organisation)


def _plan_renewals(made: Plan, values: Values, organisation: Organisation | None) -> None:
    """Certificates on record that the file says are valid until another day; not of a record that somebody speaks for."""
    if organisation is None or not made.expires_on:
        return
    named = {_flat(each) for each in values.get("certificates", ())}
    held = [each for each in organisation.evidence.all() if each.sort == "certificate" and _flat(each.standard) in named]
    other = [each for each in held if (each.expires_on.isoformat() if each.expires_on else "") != made.expires_on]
    if not other:
        return
    before = ", ".join(each.expires_on.isoformat() if each.expires_on else "–" for each in other)
    if organisation.memberships.all():
        made.kept["expires_on"] = [before, made.expires_on]
        return
    made.renewed = [each.pk for each in other]
    made.shown["expires_on"] = [before, made.expires_on]


class _Have:
    """What parts a record has, in a form to be looked up."""

    def __init__(self, organisation: Organisation | None) -> None:
        if organisation is None:
            self.papers = frozenset[tuple[str, str]]()
            self.kinds = self.names = self.capabilities = self.codes = frozenset[str]()
            self.identifiers = frozenset[tuple[str, str]]()
            return
        able = list(organisation.capabilities.all())
        self.kinds = frozenset(each.kind for each in organisation.kinds.all())
        self.names = frozenset({_flat(organisation.name), *(_flat(name.text) for name in organisation.names.all())})
        self.identifiers = frozenset((each.scheme, each.number) for each in organisation.identifiers.all())
        self.papers = frozenset((each.sort, _flat(each.standard)) for each in organisation.evidence.all())
        self.capabilities = frozenset(_flat(each.text) for each in able)
        self.codes = frozenset(code.key for each in able for code in each.codes.all())


def _plan_site(made: Plan, values: Values, organisation: Organisation | None) -> None:
    site = next(iter(organisation.sites.all()), None) if organisation else None
    given: dict[str, Any] = {name: values[name] for name in ("street", "postcode", "latitude", "longitude") if name in values}
    if not given and not (site is None and values.get("town") and organisation is None):
        return
    if "town" in values:
        given["town"] = values["town"]
    for name, after in given.items():
        before = getattr(site, name) if site else None
        owner = _said_by_owner(organisation, "site") and site is not None
        shown = name if name != "town" else "site"
        _weigh(made, made.site, name, before, after, owner, shown)
    if set(made.site) <= {"town"} and site is None:
        made.site.clear()
        made.shown.pop("site", None)
    elif made.shown.get("site", [None])[0] is None:
        made.shown.pop("site", None)  # the town of a new site goes without saying


def _plan_contact(made: Plan, values: Values, organisation: Organisation | None) -> None:
    given = {
        "name": values.get("contact", ""), "role": values.get("contact_role", ""),
        "email": next(iter(values.get("emails", ())), ""), "phone": next(iter(values.get("phones", ())), ""),
    }  # fmt: skip
    given = {name: said for name, said in given.items() if said}
    if not set(given) - {"role"}:
        return
    known = None
    for contact in organisation.contacts.all() if organisation else ():
        if (given.get("email") and contact.email.lower() == given["email"]) or _flat(contact.name) == _flat(given.get("name", "\0")):
            known = contact
            break
        if "email" not in given and "name" not in given and contact.phone == given.get("phone"):
            known = contact
            break
    have = {said for contact in (organisation.contacts.all() if organisation else ()) for said in (contact.email.lower(), contact.phone)}
    more = [{"email": said} for said in values.get("emails", ())[1:]] + [{"phone": said} for said in values.get("phones", ())[1:]]
    made.more_contacts = [each for each in more if not set(each.values()) & have]
    if made.more_contacts:
        made.shown["contact"] = [None, [said for each in made.more_contacts for said in each.values()]]
    owner = _said_by_owner(organisation, "contact") and known is not None
    for name, after in given.items():
        _weigh(made, made.contact, name, getattr(known, name) if known else None, after, owner, f"contact_{name}")
    if made.contact and known is not None:
        made.contact["pk"] = known.pk


def _flat(text: str) -> str:
    return " ".join(fold(text).split())


@dataclass(slots=True)
class Found:
    """What the directory holds for rows of one step: records by id, and for each row the one it means or those it is like."""

    records: Mapping[int, Organisation]
    meant: list[int | None]
    alike: list[list[tuple[int, float, list[str]]]]


def find(rows: Sequence[Values], centre: Centre) -> Found:
    """For each row the record that it means beyond doubt (by its number here, a number in a register, or the same name at the same place),
    else those that are likely the same, with the probability and what speaks for it. A fixed number of queries for any number of rows.
    """
    facts = [facts_of_row(values, centre) for values in rows]
    wanted = [_lookup_keys(each) for each in facts]
    held = keys.holders(set().union(*wanted)) if wanted else {}
    candidates = [keys.nearest(each, held, LOOKED_AT) for each in wanted]
    known = keys.facts_by_id(_open({pk for some in candidates for pk in some}, centre))
    named = _on_record({values["record"] for values in rows if "record" in values})
    weights = weighing.current()
    meant, alike = list[int | None](), list[list[tuple[int, float, list[str]]]]()
    for values, own, some in zip(rows, facts, candidates, strict=True):
        some = [pk for pk in some if pk in known]
        target = named.get(values.get("record", 0)) or _certain(own, some, known)
        meant.append(target)
        alike.append([] if target is not None else _alike(own, some, known, weights))
    return Found(load({pk for pk in meant if pk is not None}), meant, alike)


def _open(pks: Iterable[int], centre: Centre) -> list[int]:
    """Records that rows may be compared with: public ones and the centre's own; none that was merged into another."""
    found = Organisation.objects.filter(pk__in=list(pks)).exclude(state=Organisation.State.MERGED)
    return list(found.filter(Q(state=Organisation.State.PUBLIC) | Q(centre=centre)).values_list("pk", flat=True))


def _on_record(pks: Iterable[int]) -> dict[int, int]:
    """Numbers that name a record → the record; one that was merged into another means that other."""
    found = {}
    for pk, state in Organisation.objects.filter(pk__in=list(pks)).values_list("pk", "state"):
        merged = queries.became(pk) if state == Organisation.State.MERGED else None
        found[pk] = merged.pk if merged is not None else pk
    return found


def load(pks: Iterable[int]) -> dict[int, Organisation]:
    """Records with all that rows are compared with."""
    found = Organisation.objects.filter(pk__in=list(pks)).prefetch_related(
        "kinds", "names", "identifiers", "sites", "contacts", "evidence", "capabilities__codes__system", "memberships"
    )
    return {record.pk: record for record in found.select_related("centre__organisation", "parent")}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


def wholes_of(rows: Iterable[Values], centre: Centre) -> Mapping[tuple[str, str], list[Organisation]]:
    """What rows say they belong to → the records it may mean: by its number here, else by its whole name in the row's country."""
    wanted = {(values["parent"], values.get("country", "")) for values in rows if values.get("parent")}
    numbers = {int(text) for text, _country in wanted if _is_number(text)}
    named = _on_record(numbers)
    by_name = keys.holders({name_key(text, country) for text, country in wanted}) if wanted else {}
    pks = {*named.values(), *(pk for some in by_name.values() for pk in some)}
    known = Organisation.objects.select_related("parent").in_bulk(_open(pks, centre))
    found = {}
    for text, country in wanted:
        number = int(text) if _is_number(text) else 0
        some = [named[number]] if number in named else by_name.get(name_key(text, country), [])
        found[text, country] = [known[pk] for pk in some if pk in known]
    return found


def holders_of(numbers: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Organisation]:
    """Who has numbers in registers."""
    wanted = set(numbers)
    found = Identifier.objects.filter(number__in={number for _scheme, number in wanted}).select_related("organisation")
    return {(each.scheme, each.number): each.organisation for each in found if (each.scheme, each.number) in wanted}


def _lookup_keys(facts: Facts) -> frozenset[int]:
    return keys_of(facts) if facts.name else strong_keys_of(facts)


LOOKED_AT = 5  # candidates of a row that are judged


def _certain(own: Facts, some: Sequence[int], known: Mapping[int, Facts]) -> int | None:
    """By a number in a register; or by the same name in the same country, where nothing that both say of the place differs."""
    for pk in some:
        if set(own.identifiers) & set(known[pk].identifiers) and _names_may_be_one(own, known[pk]):
            return pk
    if not own.name:
        return None
    wanted = name_key(own.name, own.country)
    same = [pk for pk in some if name_key(known[pk].name, known[pk].country) == wanted and _same_place(own, known[pk])]
    return same[0] if len(same) == 1 else None


def _names_may_be_one(one: Facts, other: Facts) -> bool:
    """Whether a number that both have is believed: not where their names speak clearly for two bodies; then one of the numbers is wrong."""
    return not one.name or likeness(replace(one, identifiers=()), replace(other, identifiers=())).evidence.get("name", 0) > -1


def _same_place(one: Facts, other: Facts) -> bool:
    if other_numbers(one, other):
        return False
    said = [(a, b) for a, b in ((one.street, other.street), (one.town, other.town), (one.postcode, other.postcode)) if a and b]
    return bool(said) and all(_flat(a) == _flat(b) for a, b in said)


def _alike(own: Facts, some: Sequence[int], known: Mapping[int, Facts], weights: Weights) -> list[tuple[int, float, list[str]]]:
    judged = [(pk, found) for pk in some if (found := alike_facts(own, known[pk], weights)) is not None]
    return sorted(((pk, round(found.probability, 3), found.reasons) for pk, found in judged), key=lambda one: -one[1])[:MOST_ALIKE]
