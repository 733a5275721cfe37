"""The index of candidates inside the database, for where tantivy cannot be installed: slower, and nothing to look after.

An entry is a row, and each of its tokens is one with how often it occurs; BM25 is worked out in SQL. Readers see a change when it is
committed, whole or not at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import log

from django.db import DatabaseError, models, transaction
from django.db.models import Avg, Case, Count, ExpressionWrapper, F, FloatField, Sum, Value, When

from treadle.matching.index import Entry, IndexFault, Query, State
from treadle.matching.index.port import CHANNELS, VERSION
from treadle.matching.segment import K1, B

FACETS = "facets"
TOGETHER = 500  # entries written together


class StoredEntry(models.Model):
    """One organisation as the index holds it."""

    number = models.BigIntegerField(primary_key=True)  # of the organisation; no foreign key: it goes when the index has read on
    words = models.PositiveIntegerField()  # how many tokens it has in each channel
    places = models.PositiveIntegerField()
    codes = models.PositiveIntegerField()
    vector = models.BinaryField()
    langs = models.TextField()

    def __str__(self) -> str:
        return str(self.number)


class StoredToken(models.Model):
    """How often an entry has a token."""

    entry = models.ForeignKey(StoredEntry, models.CASCADE, related_name="tokens")
    channel = models.CharField(max_length=6)
    token = models.CharField(max_length=12)
    often = models.PositiveSmallIntegerField()

    class Meta:
        indexes = (models.Index(fields=("channel", "token", "entry"), name="stored_token"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.token}"


class StoredState(models.Model):
    """How far the index has come and what it was made with; one row."""

    version = models.CharField(max_length=20)
    basis = models.CharField(max_length=200)
    sequence = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.version} {self.sequence}"


class StoredIndex:
    """Candidates scored by the database. One of another version or basis raises IndexFault when it is opened."""

    def __init__(self, basis: str = "") -> None:
        self.basis = basis
        held = StoredState.objects.first()
        if held is not None and (held.version, held.basis) != (VERSION, basis):
            raise IndexFault("The index in the database was made by another version, or with another nomenclature or model.")
        self.sequence = held.sequence if held else 0
        self._means: dict[str, float] | None = None

    @property
    def entries(self) -> int:
        """How many it has."""
        return StoredEntry.objects.count()

    def apply(self, entries: Iterable[Entry], gone: Iterable[int], sequence: int) -> None:
        """Write in one transaction."""
        try:
            with transaction.atomic():
                StoredEntry.objects.filter(number__in=list(gone)).delete()
                waiting = iter(entries)
                while batch := list(islice(waiting, TOGETHER)):
                    _write(batch)
                StoredState.objects.all().delete()
                StoredState.objects.create(version=VERSION, basis=self.basis, sequence=sequence)
        except (DatabaseError, OSError) as error:
            raise IndexFault(f"The index could not be written: {error}") from error
        self.sequence, self._means = sequence, None

    def search(self, channel: str, query: Query, k: int, among: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """The best ``k`` by one channel."""
        wanted: Mapping[str, float] = getattr(query, channel)
        if not wanted or k < 1 or (among is not None and not len(among)):
            return []
        found = StoredToken.objects.filter(channel=channel, token__in=list(wanted))
        if among is not None:
            found = found.filter(entry__in=list(among))
        if query.facets:
            there = StoredToken.objects.filter(channel=FACETS, token__in=query.facets)
            found = found.filter(entry__in=there.values("entry"))
        ranked = found.order_by().values("entry").annotate(score=Sum(self._worth(channel, wanted))).order_by("-score", "entry")
        return [(row["entry"], row["score"]) for row in ranked[:k]]

    def vectors(self, ids: Sequence[int]) -> dict[int, tuple[bytes, tuple[str, ...]]]:
        """Places and languages of entries."""
        rows = StoredEntry.objects.filter(number__in=list(ids)).values_list("number", "vector", "langs")
        return {number: (bytes(vector), tuple(langs.split())) for number, vector, langs in rows}

    def holders(self, channel: str, tokens: Sequence[str]) -> list[int]:
        """How many entries hold each token."""
        rows = StoredToken.objects.filter(channel=channel, token__in=list(tokens)).order_by().values("token")
        counts = dict(rows.annotate(entries=Count("pk")).values_list("token", "entries"))
        return [counts.get(token, 0) for token in tokens]

    def state(self) -> State:
        """How far it has come; its size is part of the database's."""
        return State(VERSION, self.sequence, self.entries, 0)

    def _worth(self, channel: str, wanted: Mapping[str, float]) -> ExpressionWrapper:
        """BM25 of one token of one entry (Robertson and Zaragoza 2009)."""
        size = self.entries
        if self._means is None:
            means = StoredEntry.objects.aggregate(**{f"mean_{each}": Avg(each) for each in CHANNELS})
            self._means = {each: max(float(means[f"mean_{each}"] or 0), 1e-9) for each in CHANNELS}
        held = zip(wanted, self.holders(channel, list(wanted)), strict=True)
        idf = {token: log(1 + (size - holders + 0.5) / (holders + 0.5)) for token, holders in held}
        whens = [When(token=token, then=Value(weight * idf[token] * (K1 + 1))) for token, weight in wanted.items()]
        length = Value(K1 * (1 - B)) + Value(K1 * B / self._means[channel]) * F(f"entry__{channel}")
        often = F("often") * Value(1.0)
        return ExpressionWrapper(Case(*whens, output_field=FloatField()) * often / (often + length), output_field=FloatField())


def _write(batch: Sequence[Entry]) -> None:
    StoredEntry.objects.filter(number__in=[entry.id for entry in batch]).delete()
    StoredEntry.objects.bulk_create(
        StoredEntry(
            number=entry.id, words=len(entry.words), places=len(entry.places), codes=len(entry.codes), vector=entry.vector,
            langs=" ".join(entry.langs),
        )
        for entry in batch
    )  # fmt: skip
    StoredToken.objects.bulk_create(
        [
            StoredToken(entry_id=entry.id, channel=channel, token=token, often=often)
            for entry in batch
            for channel in (*CHANNELS, FACETS)
            for token, often in Counter(getattr(entry, channel)).items()
        ],
        batch_size=2000,
    )
