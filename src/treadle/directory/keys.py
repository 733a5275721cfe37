"""Under which keys organisations are found as likely the same, kept in step with the records in every action's own transaction."""

from collections.abc import Iterable, Mapping, Sequence

from treadle.matching.sameness import Facts, keys_of

from .models import Organisation, RecordKey


def facts_of(organisation: Organisation) -> Facts:
    """What tells a record from others. Wants names, sites, contacts and identifiers prefetched."""
    sites, contacts = list(organisation.sites.all()), list(organisation.contacts.all())
    site = sites[0] if sites else None
    return Facts(
        name=organisation.name,
        names=tuple(name.text for name in organisation.names.all()),
        country=organisation.country_id,
        town=(site.town if site else "") or organisation.town,
        street=site.street if site else "",
        postcode=site.postcode if site else "",
        website=organisation.website,
        emails=tuple(contact.email for contact in contacts if contact.email),
        phones=tuple(contact.phone for contact in contacts if contact.phone),
        identifiers=tuple(f"{each.scheme}:{each.number}" for each in organisation.identifiers.all()),
    )


def write(organisations: Sequence[Organisation]) -> None:
    """Renew the keys of records; those that are closed keep theirs, so that nobody enters them anew by mistake."""
    RecordKey.objects.filter(organisation__in=organisations).delete()
    there = [each for each in organisations if each.state != Organisation.State.MERGED]
    rows = (RecordKey(organisation=each, key=key) for each in there for key in sorted(keys_of(facts_of(each))))
    RecordKey.objects.bulk_create(rows, batch_size=2000)


def facts_by_id(pks: Iterable[int]) -> dict[int, Facts]:
    """Facts of records, with a fixed number of queries."""
    wanted = Organisation.objects.filter(pk__in=list(pks)).defer("about", "stated")
    return {each.pk: facts_of(each) for each in wanted.prefetch_related("names", "sites", "contacts", "identifiers")}


CROWDED = 200  # records under one key, from which it tells nothing by itself


def candidates(facts: Facts, most: int) -> list[int]:
    """Ids of records that share keys with these facts, rarer keys counting more. The look-up does not grow with the directory."""
    held: dict[int, list[int]] = {}
    for key in keys_of(facts):
        found = RecordKey.objects.filter(key=key).values_list("organisation_id", flat=True)
        held[key] = list(found[: CROWDED + 1])
    return nearest(frozenset(held), held, most)


def nearest(wanted: frozenset[int], held: Mapping[int, Sequence[int]], most: int) -> list[int]:
    """Those that share keys, rarer keys counting more; a key that very many have tells nothing."""
    shared: dict[int, float] = {}
    for key in wanted:
        holders = held.get(key, ())
        if len(holders) <= CROWDED:
            for pk in holders:
                shared[pk] = shared.get(pk, 0.0) + 1 / len(holders)
    return sorted(shared, key=lambda pk: (-shared[pk], pk))[:most]


def holders(keys: Iterable[int]) -> Mapping[int, list[int]]:
    """For each of many keys, the records that have it."""
    held: dict[int, list[int]] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), 5000):
        for key, pk in RecordKey.objects.filter(key__in=wanted[start : start + 5000]).values_list("key", "organisation_id"):
            held.setdefault(key, []).append(pk)
    return held
