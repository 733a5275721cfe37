"""Candidates out of very many profiles: an index on disk, the exact engine it is measured against, and a databank over it."""

from .bank import IndexedBank
from .exact import ExactIndex
from .port import CandidateIndex, Entry, IndexFault, Query, State, entry_of, query_of
from .tantivy_index import TantivyIndex, is_installed

__all__ = [
    "CandidateIndex",
    "Entry",
    "ExactIndex",
    "IndexFault",
    "IndexedBank",
    "Query",
    "State",
    "TantivyIndex",
    "entry_of",
    "is_installed",
    "query_of",
]
