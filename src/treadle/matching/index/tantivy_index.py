"""The engine on disk: tantivy, a full-text index whose segments are mapped into memory, one writer and any number of readers."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .port import VERSION, Entry, IndexFault, Query, State

if TYPE_CHECKING:
    import tantivy

MEMORY = 128_000_000  # bytes the writer may use before it writes a segment
STATE = "treadle.json"  # beside tantivy's own files: the version and how far it has read


def is_installed() -> bool:
    """Whether tantivy can be imported here."""
    try:
        import tantivy  # noqa: F401
    except ImportError:
        return False
    return True


def _schema() -> "tantivy.Schema":
    import tantivy

    build = tantivy.SchemaBuilder()
    build.add_integer_field("id", stored=True, indexed=True, fast=True)  # tantivy deletes by term only where it is signed
    for channel in ("words", "places"):
        build.add_text_field(channel, tokenizer_name="whitespace", index_option="freq")
    for channel in ("codes", "facets"):
        build.add_text_field(channel, tokenizer_name="whitespace", index_option="basic")
    build.add_bytes_field("vector", stored=True, indexed=False, fast=False)
    return build.build()


class TantivyIndex:
    """An index in a folder of its own.

    ``basis`` names what its entries were made with beside this program, such as a revision of the nomenclature. Opening one of another
    version or basis, one that is damaged, or, without ``create``, one that is not there raises IndexFault: it is a cache, and is made anew.
    """

    def __init__(self, folder: Path, basis: str = "", create: bool = True) -> None:
        import tantivy

        self.folder = folder
        self.basis = basis
        held = folder / STATE
        try:
            if held.exists():
                kept = json.loads(held.read_text("utf-8"))
                if kept["version"] != VERSION:
                    raise IndexFault(f"The index is of version {kept['version']}; this program writes {VERSION}.")
                if kept.get("basis", "") != basis:
                    raise IndexFault("The index was made with another nomenclature or model.")
                self.sequence = int(kept["sequence"])
                self._index = tantivy.Index.open(str(folder))
            elif not create:
                raise IndexFault(f"There is no index in {folder}.")
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self._index = tantivy.Index(_schema(), path=str(folder), reuse=False)
                self.sequence = 0
                self._keep(0)
            self._schema = self._index.schema
            self._searcher = self._index.searcher()
        except (ValueError, OSError, KeyError) as error:
            raise IndexFault(f"The index in {folder} cannot be opened: {error}") from error

    def apply(self, entries: Iterable[Entry], gone: Iterable[int], sequence: int) -> None:
        """Write in one commit. Another process that writes at this moment raises IndexFault; so does a full disk, and nothing changes."""
        try:
            writer = self._index.writer(heap_size=MEMORY, num_threads=1)
        except ValueError as error:
            raise IndexFault(f"Somebody else is writing this index: {error}") from error
        try:
            writer.garbage_collect_files()  # what a killed writer left half-written would stand in the way
            old = self._searcher.num_docs > 0
            for one in gone:
                writer.delete_documents_by_term("id", one)
            for entry in entries:
                if old:
                    writer.delete_documents_by_term("id", entry.id)
                writer.add_document(_document(entry))
            writer.commit()
            writer.wait_merging_threads()
            self._keep(sequence)
        except (ValueError, OSError) as error:
            raise IndexFault(f"The index could not be written: {error}") from error
        finally:
            del writer
        self.refresh()

    @property
    def entries(self) -> int:
        """How many it has."""
        return int(self._searcher.num_docs)

    def refresh(self) -> None:
        """See what has been committed since, by any process."""
        self._index.reload()
        self._searcher = self._index.searcher()
        kept = json.loads((self.folder / STATE).read_text("utf-8"))
        self.sequence = int(kept["sequence"])

    def search(self, channel: str, query: Query, k: int, among: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """The best ``k`` by one channel."""
        import tantivy

        wanted: Mapping[str, float] = getattr(query, channel)
        if not wanted or k < 1 or (among is not None and not len(among)):
            return []
        terms = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, channel, token, "freq"), weight))
            for token, weight in wanted.items()
        ]
        clauses: list[Any] = [(tantivy.Occur.Must, tantivy.Query.boolean_query(terms))]
        facets = [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "facets", facet, "basic")) for facet in query.facets]
        filters = [tantivy.Query.boolean_query(facets)] if facets else []
        if among is not None:
            filters.append(tantivy.Query.term_set_query(self._schema, "id", list(among)))
        clauses += [(tantivy.Occur.Must, tantivy.Query.const_score_query(each, 0.0)) for each in filters]
        whole = tantivy.Query.boolean_query(clauses) if filters else clauses[0][1]
        hits = self._searcher.search(whole, k, count=False).hits
        ids = self._searcher.fast_field_values("id", [address for _, address in hits])
        return [(int(one or 0), float(score)) for one, (score, _) in zip(ids, hits, strict=True)]

    def vectors(self, ids: Sequence[int]) -> dict[int, tuple[bytes, tuple[str, ...]]]:
        """Places and languages of entries."""
        import tantivy

        if not len(ids):
            return {}
        query = tantivy.Query.const_score_query(tantivy.Query.term_set_query(self._schema, "id", list(ids)), 1.0)
        found = {}
        for _, address in self._searcher.search(query, len(ids), count=False).hits:
            document = self._searcher.doc(address)
            langs, _, vector = bytes(document["vector"][0]).partition(b"\0")
            found[document["id"][0]] = (vector, tuple(langs.decode("ascii").split()))
        return found

    def holders(self, channel: str, tokens: Sequence[str]) -> list[int]:
        """How many entries hold each token; those taken out count until their segment is merged."""
        return [self._searcher.doc_freq(channel, token) for token in tokens]

    def state(self) -> State:
        """How far it has come and how large it is on disk."""
        return State(VERSION, self.sequence, self.entries, sum(map(_size, self.folder.glob("*"))))

    def _keep(self, sequence: int) -> None:
        """Remember how far it has read, after what was read: killed between the two, it reads a little again."""
        aside = self.folder / f"{STATE}.new"
        aside.write_text(json.dumps({"version": VERSION, "basis": self.basis, "sequence": sequence}), "utf-8")
        os.replace(aside, self.folder / STATE)
        self.sequence = sequence


def _size(path: Path) -> int:
    """Bytes of a file; 0 for one that a writer takes away at this moment."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _document(entry: Entry) -> "tantivy.Document":
    import tantivy

    document = tantivy.Document()
    document.add_integer("id", entry.id)
    document.add_text("words", " ".join(entry.words))
    document.add_text("places", " ".join(entry.places))
    document.add_text("codes", " ".join(entry.codes))
    document.add_text("facets", " ".join(entry.facets))
    document.add_bytes("vector", " ".join(entry.langs).encode("ascii", "replace") + b"\0" + entry.vector)
    return document
