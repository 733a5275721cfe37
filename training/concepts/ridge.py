"""The regression: from features and places to marks of all branches of CPV, fitted by conjugate gradients and cut to a low rank."""

from dataclasses import dataclass

import numpy as np
import torch
from readers import BUCKETS, Corpus, Reader
from trees import Tree

from treadle.matching import regression
from treadle.matching.rounding import Rows

SYSTEM = "cpv"
REAL = ("notice", "lot", "record")  # what people wrote, whose codes the regression learns to mark
WEIGHTS = {"notice": 6.0, "lot": 6.0, "record": 1.0, "label": 0.1}
RIDGE = 0.5
RANK = 256  # main directions of the targets that are fitted
ROUNDS = 45  # of conjugate gradients
EVEN = 0.25  # how far rare branches are brought up beside common ones: the power of 1 / share
BLOCK = 4096

Sparse = tuple[torch.Tensor, torch.Tensor]  # (2, entries) rows and columns; values


@dataclass
class Fitted:
    """The map before it is rounded; ``table`` has a row for each bucket and, after those, for each branch."""

    rarity: torch.Tensor
    branch_rarity: torch.Tensor
    table: torch.Tensor
    use: torch.Tensor  # (buckets + branches,), how much a feature is used
    out: torch.Tensor
    mean: torch.Tensor

    def rounded(self, coarse: float) -> regression.Regression:
        """Round the map, features that are much used more finely: so that the marks lose as little as possible for the bytes."""
        deviation = (self.table**2).mean(1).sqrt()
        used = self.use.clamp(min=float(self.use[self.use > 0].quantile(0.2)))
        steps = (coarse * (deviation * used.sqrt()).mean() / used.sqrt()).cpu().numpy().astype(np.float32)
        table = self.table.cpu().numpy()
        rows, branch_rows = (Rows.of(table[part], levels=127, steps=steps[part]) for part in (slice(BUCKETS), slice(BUCKETS, None)))
        rarity, branch_rarity, out, mean = (one.cpu().numpy() for one in (self.rarity, self.branch_rarity, self.out, self.mean))
        return regression.Regression(SYSTEM, rarity, rows, branch_rarity, branch_rows, out, mean)


def fit(corpus: Corpus, trees: dict[str, Tree], readers: list[Reader], fold: np.ndarray, learnt: np.ndarray) -> Fitted:
    """Fit the map. ``fold`` says which reader has not read a text, ``learnt`` which texts may be learnt from; both of shape (texts,)."""
    rows = np.flatnonzero(learnt & (corpus.system == SYSTEM) & np.isin(corpus.source, [*REAL, "label"]))
    rows = rows[np.argsort(corpus.source[rows] == "label", kind="stable")]
    real = int((corpus.source[rows] != "label").sum())
    device = corpus.flat.device
    at = torch.from_numpy(rows).to(device)
    weights = torch.tensor([WEIGHTS[source] for source in corpus.source[rows]], device=device)
    rarity, words = word_part(corpus, at, real)
    branch_rarity, places = place_part(corpus, trees, readers, at[:real], fold[rows[:real]])
    size = BUCKETS + len(branch_rarity)
    share = regression.SHARE
    entries = torch.cat((words[0], places[0] + torch.tensor([[0], [BUCKETS]], device=device)), 1)
    values = torch.cat((words[1] * (1 - share) ** 0.5, places[1] * share**0.5))
    known = torch.sparse_coo_tensor(entries, values, (len(rows), size)).coalesce()
    wanted, basis, mean, scale = targets(trees[SYSTEM], corpus.target[at], weights, real)
    forth, back = known.to_sparse_csr(), known.t().coalesce().to_sparse_csr()
    fitted, left = solve(forth, back, weights, wanted)
    print(f"regression over {len(rows)} texts, {known.values().numel()} entries; {left:.3f} of the gradient left", flush=True)
    predicted = forth @ fitted
    _, turn = torch.linalg.eigh((predicted.T @ (weights[:, None] * predicted)).double())
    table, out = fitted @ turn.float(), (basis @ turn.float()) / scale[:, None]
    use = torch.zeros(size, device=device).index_add_(0, known.indices()[1], known.values() ** 2 * weights[known.indices()[0]])
    return Fitted(rarity, branch_rarity, table, use, out, mean)


def unit(entries: torch.Tensor, values: torch.Tensor, size: int) -> Sparse:
    """Bring every row to length 1."""
    lengths = torch.zeros(size, device=values.device).index_add_(0, entries[0], values**2).sqrt().clamp(min=1e-9)
    return entries, values / lengths[entries[0]]


def word_part(corpus: Corpus, at: torch.Tensor, real: int) -> tuple[torch.Tensor, Sparse]:
    """What each bucket counts for, by how many real texts have it, and the texts' vectors over the buckets."""
    ids, counts = corpus.features_of(at)
    owner = torch.repeat_interleave(torch.arange(len(at), device=at.device), counts)
    often = torch.bincount(ids[owner < real], minlength=BUCKETS)
    rarity = torch.log((1 + real) / (1 + often.float()))
    return rarity, unit(torch.stack((owner, ids)), rarity[ids], len(at))


@torch.no_grad()
def place_part(
    corpus: Corpus, trees: dict[str, Tree], readers: list[Reader], at: torch.Tensor, fold: np.ndarray
) -> tuple[torch.Tensor, Sparse]:
    """What each branch counts for, and the texts' vectors over the branches, each read by the reader that had not read it."""
    bounds = {
        name: [torch.from_numpy(one).to(at.device) for one in regression.branches(name, tuple(trees[name].codes))]
        for name in regression.PLACES
    }
    entries, values = [], []
    for number, reader in enumerate(readers):
        mine = torch.from_numpy(np.flatnonzero(fold == number)).to(at.device)
        for block in mine.split(BLOCK):
            ids, counts = corpus.features_of(at[block])
            before = 0
            for name, (low, high) in bounds.items():
                sums = torch.nn.functional.pad(torch.softmax(reader(name, ids, counts), 1).cumsum(1), (1, 0))
                mass = sums[:, high] - sums[:, low]
                row, branch = (mass >= regression.LEAST).nonzero().T
                entries.append(torch.stack((block[row], branch + before)))
                values.append(regression.PLACES[name] * mass[row, branch].sqrt())
                before += len(low)
    where, weight = torch.cat(entries, 1), torch.cat(values)
    size = sum(len(low) for low, _ in bounds.values())
    mass = torch.zeros(size, device=at.device).index_add_(0, where[1], weight) / len(at) * 1000
    rarity = torch.log(1001 / (1 + mass)).clamp(min=0) + 0.01
    return rarity, unit(where, weight * rarity[where[1]], len(at))


def targets(tree: Tree, target: torch.Tensor, weights: torch.Tensor, real: int) -> tuple[torch.Tensor, ...]:
    """The branches of every text in their main directions, shape (texts, RANK), with those, the mean, and the scale of branches."""
    size, device = len(tree.codes), target.device
    held = tree.ancestors[target]
    deep = held < size
    owner = torch.arange(len(target), device=device)[:, None].expand_as(held)[deep]
    branch = torch.sparse_coo_tensor(
        torch.stack((owner, held[deep])), torch.ones(len(owner), device=device), (len(target), size)
    ).coalesce()
    often = torch.bincount(held[:real][deep[:real]], minlength=size).float() / real
    scale = (1 / (often + 0.001)) ** EVEN
    mean = torch.sparse.mm(branch.t(), weights[:, None])[:, 0] / weights.sum()
    weighed = torch.sparse_coo_tensor(branch.indices(), branch.values() * weights[branch.indices()[0]], branch.shape).coalesce()

    def spread(vectors: torch.Tensor) -> torch.Tensor:
        scaled = scale[:, None] * vectors
        found = torch.sparse.mm(weighed.t(), torch.sparse.mm(branch, scaled)) - weights.sum() * mean[:, None] * (mean @ scaled)
        return scale[:, None] * found

    torch.manual_seed(0)
    basis = torch.randn(size, RANK + 40, device=device)
    for _ in range(8):
        basis = torch.linalg.qr(spread(basis))[0]
    _, turn = torch.linalg.eigh((basis.T @ spread(basis)).double())
    basis = (basis.double() @ turn)[:, -RANK:].float()
    wanted = torch.sparse.mm(branch, scale[:, None] * basis) - (mean * scale) @ basis
    return wanted, basis, mean, scale


def solve(forth: torch.Tensor, back: torch.Tensor, weights: torch.Tensor, wanted: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Ridge regression of every direction by conjugate gradients; gives the map and how much of the gradient is left."""
    start = back @ (weights[:, None] * wanted)
    fitted, residue, step = torch.zeros_like(start), start.clone(), start.clone()
    size = (residue**2).sum(0)
    for _ in range(ROUNDS):
        seen = back @ (weights[:, None] * (forth @ step)) + RIDGE * step
        stride = size / (step * seen).sum(0).clamp(min=1e-30)
        fitted += stride * step
        residue -= stride * seen
        after = (residue**2).sum(0)
        step = residue + (after / size.clamp(min=1e-30)) * step
        size = after
    return fitted, float((size.sum() / (start**2).sum()).sqrt())
