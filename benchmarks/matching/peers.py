"""What somebody could use in the engine's place: full-text search as it is offered, and the usual baselines of retrieval.

Every function takes the rows of needs and of a databank (id, text, lang) and gives scores of shape (needs, profiles).
"""

import re
import sqlite3
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from treadle.matching import analyse, clean, fold
from treadle.matching.text import gram_keys, segment, spaced

Row = dict[str, str]
Scores = npt.NDArray[np.float64]
Tokens = Sequence[object]


def words(row: Row) -> Tokens:
    """Folded words."""
    return [fold(word) for word in segment(clean(row["text"]))]


def stems(row: Row) -> Tokens:
    """Stems by the language that is stated, without stop words."""
    return analyse(row["text"], row["lang"]).stems


def trigrams(row: Row) -> Tokens:
    """Three letters in a row, inside words."""
    keys, _ = gram_keys(spaced(clean(row["text"])), 3, 3)
    return list(keys.tolist())


def bm25(needs: list[Row], bank: list[Row], read: Callable[[Row], Tokens] = stems, k1: float = 1.2, b: float = 0.75) -> Scores:
    """Plain BM25 over what ``read`` makes of a text."""
    texts = [read(row) for row in bank]
    number = {token: at for at, token in enumerate(dict.fromkeys(token for text in texts for token in text))}
    counts = np.zeros((len(bank), len(number)), np.float32)
    for at, text in enumerate(texts):
        np.add.at(counts[at], [number[token] for token in text], 1)
    lengths = counts.sum(axis=1, keepdims=True)
    holders = (counts > 0).sum(axis=0)
    idf = np.log(1 + (len(bank) - holders + 0.5) / (holders + 0.5))
    damped = idf * counts * (k1 + 1) / (counts + k1 * (1 - b + b * lengths / lengths.mean()))
    scores = np.zeros((len(needs), len(bank)))
    for at, row in enumerate(needs):
        wanted = {number[token] for token in read(row) if token in number}
        scores[at] = damped[:, sorted(wanted)].sum(axis=1)
    return scores


def tfidf(needs: list[Row], bank: list[Row]) -> Scores:
    """Cosine of TF-IDF over character n-grams of 3 to 5 letters inside words; the vocabulary is that of the databank."""

    def counted(row: Row) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]:
        keys, often = np.unique(gram_keys(spaced(clean(row["text"])), 3, 5)[0], return_counts=True)
        return keys, 1 + np.log(often)

    held = [counted(row) for row in bank]
    known, holders = np.unique(np.concatenate([keys for keys, _ in held]), return_counts=True)
    idf = np.log((1 + len(bank)) / (1 + holders)) + 1
    matrix = np.zeros((len(bank), len(known)), np.float32)
    for at, (keys, weights) in enumerate(held):
        matrix[at, np.searchsorted(known, keys)] = weights
    matrix *= idf.astype(np.float32)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    scores = np.zeros((len(needs), len(bank)))
    for at, row in enumerate(needs):
        keys, weights = counted(row)
        place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        there = known[place] == keys
        vector = weights[there] * idf[place[there]]
        scores[at] = matrix[:, place[there]] @ vector / (np.linalg.norm(vector) or 1.0)
    return scores


def fts5(needs: list[Row], bank: list[Row]) -> Scores:
    """SQLite FTS5 with its own tokeniser, any of the words, by its bm25."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    base.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", [(at, row["text"]) for at, row in enumerate(bank)])
    scores = np.zeros((len(needs), len(bank)))
    for at, row in enumerate(needs):
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", row["text"])))
        for place, rank in base.execute("SELECT rowid, bm25(t) FROM t WHERE t MATCH ?", (asked,)) if asked else ():
            scores[at, place] = -rank
    return scores


def postgres(needs: list[Row], bank: list[Row], url: str) -> Scores:
    """PostgreSQL full text with the dictionary 'simple', any of the words, by ts_rank_cd."""
    import psycopg

    scores = np.zeros((len(needs), len(bank)))
    with psycopg.connect(url) as base:
        base.execute("CREATE TEMP TABLE t (id int, v tsvector)")
        rows = [(at, row["text"].replace("\0", " ")) for at, row in enumerate(bank)]
        base.cursor().executemany("INSERT INTO t VALUES (%s, to_tsvector('simple', %s))", rows)
        for at, row in enumerate(needs):
            asked = " | ".join(dict.fromkeys(re.findall(r"\w+", row["text"])))
            found = base.execute("SELECT id, ts_rank_cd(v, q) FROM t, to_tsquery('simple', %s) q WHERE v @@ q", (asked,)).fetchall()
            for place, rank in found:
                scores[at, place] = rank
    return scores


def misspelt(text: str, share: float, seed: int) -> str:
    """A text with a mistake in a share of its longer words: two letters swapped, one left out, doubled or wrong."""
    chance = np.random.default_rng(seed)

    def mistake(found: "re.Match[str]") -> str:
        word = found.group()
        if len(word) < 4 or word.isdigit() or chance.random() >= share:
            return word
        at, how = int(chance.integers(1, len(word) - 1)), int(chance.integers(4))
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        wrong = word[:at] + word[int(chance.integers(len(word)))] + word[at + 1 :]
        return (swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], wrong)[how]

    return re.sub(r"\w+", mistake, text)
