"""The readers: bags of features over the codes of three classifications, each trained on its own part of the texts."""

import time
from dataclasses import dataclass
from multiprocessing import Pool

import numpy as np
import torch
from gather import Text
from torch.nn import functional
from trees import Tree

from treadle.matching import concepts

BUCKETS, SIZE = 1 << 17, 32
BATCH, RATE, DROP = 1024, 0.004, 0.65
# How often a text is drawn. Labels are many and clean, tenders few and what people write.
SHARES = {"label": 0.5, "notice": 12.0, "lot": 9.0, "second code": 3.0, "record": 1.5, "kin": 1.0, "goods": 2.5}
TURNS = ("cpv", "cpv", "cpv", "cpv", "isic4", "hs")  # whose batch it is
LEVEL_WEIGHTS = (0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3)
EXACT_WEIGHT = 0.3


@dataclass
class Corpus:
    """The features of all texts, one after the other, and the number of the code that each stands for."""

    flat: torch.Tensor
    starts: torch.Tensor  # (texts + 1,)
    target: torch.Tensor  # (texts,)
    system: np.ndarray
    source: np.ndarray

    @classmethod
    def of(cls, texts: list[Text], trees: dict[str, Tree], device: str) -> "Corpus":
        """Work the features out, on all cores."""
        with Pool() as pool:
            found = pool.starmap(concepts.features, [(one.text, BUCKETS) for one in texts], chunksize=2000)
        at = {name: {code: number for number, code in enumerate(one.codes)} for name, one in trees.items()}
        return cls(
            torch.from_numpy(np.concatenate(found).astype(np.int32)).to(device),
            torch.from_numpy(np.concatenate(([0], np.cumsum([len(ids) for ids in found])))).to(device),
            torch.tensor([at[one.system][one.code] for one in texts], device=device),
            np.array([one.system for one in texts]),
            np.array([one.source for one in texts]),
        )

    def features_of(self, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The features of some texts, one after the other, and how many each has."""
        first, counts = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        owner = torch.repeat_interleave(torch.arange(len(rows), device=rows.device), counts)
        begin = functional.pad(counts.cumsum(0), (1, 0))
        return self.flat[torch.arange(int(begin[-1]), device=rows.device) - begin[owner] + first[owner]].long(), counts


class Reader(torch.nn.Module):
    """Vectors of features, of codes (each adds to its ancestors'), and how often a code is met."""

    def __init__(self, trees: dict[str, Tree], device: str) -> None:
        super().__init__()
        self.trees = trees
        self.bag = torch.nn.Parameter(torch.randn(BUCKETS, SIZE, device=device) * 0.1)
        self.own = torch.nn.ParameterDict(
            {name: torch.nn.Parameter(torch.randn(len(one.codes) + 1, SIZE, device=device) * 0.1) for name, one in trees.items()}
        )
        self.offsets = torch.nn.ParameterDict(
            {name: torch.nn.Parameter(torch.zeros(len(one.codes), device=device)) for name, one in trees.items()}
        )

    def table(self, name: str) -> torch.Tensor:
        """Vectors of all codes, shape (codes, SIZE)."""
        return functional.pad(self.own[name][:-1], (0, 0, 0, 1))[self.trees[name].ancestors].sum(1)

    def forward(self, name: str, ids: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
        """Logits of all codes for texts of ``counts`` features each, shape (texts, codes)."""
        starts = functional.pad(counts.cumsum(0), (1, 0))[:-1]
        vectors = functional.embedding_bag(ids, self.bag, starts, mode="sum") / counts.clamp(min=1).float().sqrt()[:, None]
        return vectors @ self.table(name).T + self.offsets[name]


def loss_of(logits: torch.Tensor, target: torch.Tensor, tree: Tree) -> torch.Tensor:
    """How surprised a reader is by the code and by every branch that holds it."""
    likely = functional.log_softmax(logits, 1)
    heaped = functional.pad(likely.exp().cumsum(1), (1, 0))
    mass = heaped.gather(1, tree.high[target]) - heaped.gather(1, tree.low[target])
    weights = torch.tensor(LEVEL_WEIGHTS[: tree.high.shape[1]], device=logits.device) * tree.deep[target]
    return EXACT_WEIGHT * functional.nll_loss(likely, target) - (mass.clamp(min=1e-6).log() * weights).sum(1).mean()


class Draws:
    """Batches of texts, drawn by their shares, with many of their features dropped."""

    def __init__(self, corpus: Corpus, read: np.ndarray) -> None:
        """``read`` says which texts are drawn from, shape (texts,)."""
        self.corpus = corpus
        device = corpus.flat.device
        shares = np.array([SHARES[source] for source in corpus.source]) * read
        rows = {name: np.flatnonzero((corpus.system == name) & (shares > 0)) for name in set(TURNS)}
        self.rows = {name: torch.from_numpy(found).to(device) for name, found in rows.items()}
        self.heaps = {name: torch.from_numpy(np.cumsum(shares[found])).to(device) for name, found in rows.items()}

    def batch(self, name: str, size: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Features, how many each text has left, and its code."""
        heap = self.heaps[name]
        drawn = torch.rand(size, dtype=torch.float64, device=heap.device) * heap[-1]
        rows = self.rows[name][torch.searchsorted(heap, drawn).clamp(max=len(heap) - 1)]
        ids, counts = self.corpus.features_of(rows)
        kept = torch.rand(len(ids), device=ids.device) > DROP
        owner = torch.repeat_interleave(torch.arange(size, device=ids.device), counts)
        return ids[kept], torch.bincount(owner[kept], minlength=size), self.corpus.target[rows]


def train(corpus: Corpus, trees: dict[str, Tree], read: np.ndarray, steps: int, seed: int) -> Reader:
    """Train one reader on the texts that ``read`` names: Adam, one cycle."""
    began = time.monotonic()
    torch.manual_seed(seed)
    model, draws = Reader(trees, str(corpus.flat.device)), Draws(corpus, read)
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    for step in range(steps):
        name = TURNS[step % len(TURNS)]
        ids, counts, target = draws.batch(name, BATCH if name == "cpv" else BATCH // 4)
        loss = loss_of(model(name, ids, counts), target, trees[name])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 500 == 0:
            print(f"reader {seed}, step {step}: {name} {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return model.eval()
