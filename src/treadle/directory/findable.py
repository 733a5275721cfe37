"""Making changes findable: the next revision for the matching engine, words for the search box, keys for likely duplicates."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import F, QuerySet

from treadle.kit import search
from treadle.kit.numbers import next_number

from . import keys
from .imported import Departed
from .models import Organisation

TOGETHER = 500  # records indexed together
_gathering: ContextVar[set[int] | None] = ContextVar("gathering", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """Index each record once at the end of many changes, in the same transaction; for imports and the demonstration."""
    touched: set[int] = set()
    mark = _gathering.set(touched)
    try:
        with transaction.atomic():
            yield
            _gathering.reset(mark)
            mark = None  # type: ignore[assignment]
            touch(*Organisation.objects.filter(pk__in=touched))
    finally:
        if mark is not None:
            _gathering.reset(mark)


def touch(*organisations: Organisation) -> None:
    """Make changes findable: each record gets the next revision, the search box their words, in this transaction."""
    pks = [organisation.pk for organisation in organisations]
    gathering = _gathering.get()
    if gathering is not None:
        gathering.update(pks)
        return
    for start in range(0, len(pks), TOGETHER):
        some = Organisation.objects.filter(pk__in=pks[start : start + TOGETHER])
        _renumber(list(some.select_for_update().order_by("pk").values_list("pk", flat=True)))  # the records first, then the sequence
        index(some)


def _renumber(held: Sequence[int]) -> None:
    """Give each record a revision of its own: in one statement where their numbers lie close together, as those of new records do."""
    if not held:
        return
    span = held[-1] - held[0] + 1
    if span <= 4 * len(held):
        first = next_number("directory.profiles", span)
        Organisation.objects.filter(pk__in=held).update(profile_revision=F("pk") + (first - held[0]))
        return
    for number, pk in enumerate(held, next_number("directory.profiles", len(held))):
        Organisation.objects.filter(pk=pk).update(profile_revision=number)


def remove(pks: Iterable[int]) -> None:
    """Take records out of the database for good, and tell every process that keeps them."""
    for organisation in Organisation.objects.filter(pk__in=list(pks)).select_for_update():
        search.drop("organisation", organisation.pk)
        Departed.objects.create(organisation=organisation.pk, profile_revision=next_number("directory.profiles"))
        organisation.delete()


def index(organisations: QuerySet[Organisation]) -> None:
    """Renew what the search box knows of organisations, and the keys by which likely duplicates meet."""
    found = (
        organisations.select_related("society")
        .prefetch_related("names", "sites", "contacts", "identifiers", "capabilities__codes__system", "evidence", "interests")
        .order_by("pk")
    )
    public = [each for each in found if each.state == Organisation.State.PUBLIC]
    search.put_many("organisation", [_page(each) for each in public])
    search.drop_many("organisation", {each.pk for each in found} - {each.pk for each in public})
    keys.write(list(found))


def _page(organisation: Organisation) -> search.Page:
    from .visibility import to_public

    able = list(organisation.capabilities.all())
    papers = [str(each) for each in organisation.evidence.all() if not each.is_refuted] if to_public(organisation).evidence else []
    more = [
        *(one.text for one in able), *(one.materials for one in able), *(name.text for name in organisation.names.all()), organisation.town,
        " ".join({label for one in able for code in one.codes.all() for label in code.labels.values()}),
        *(one.text for one in organisation.interests.all()), getattr(organisation, "society", None) and organisation.society.acronym or "",
        " ".join({code.code for one in able for code in one.codes.all()}), *papers,
    ]  # fmt: skip
    return search.Page(
        organisation.pk, organisation.name, organisation.get_absolute_url(), organisation.about.best() or (able[0].text if able else ""),
        more, organisation.about.language(), organisation.country_id,
    )  # fmt: skip
