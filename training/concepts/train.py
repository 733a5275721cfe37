"""Train the concept space and write its weights. Needs torch; a laptop is enough.

    python training/concepts/train.py DATA [--out FILE] [--steps 4500] [--leave-out odd]

DATA is a folder of published files (docs/concepts.md says which). ``--leave-out odd`` keeps tenders with an odd number out, to
measure on them. The seed is fixed: the same machine, data and versions give the same weights.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import torch
from gather import Text, gather
from torch.nn import functional

from treadle.matching import concepts

OWN = Path(concepts.__file__).parent.parent / "nomenclature" / "data"
BUCKETS, SIZE = 1 << 17, 96
BATCH, RATE, DROP = 768, 0.004, 0.65
SEED = 1
# How often a text is drawn. Labels are many and clean, tenders few and what people write.
SHARES = {"label": 0.5, "notice": 12.0, "lot": 9.0, "second code": 3.0, "record": 1.5, "kin": 1.0, "goods": 2.5}
TURNS = ("cpv", "cpv", "cpv", "cpv", "isic4", "hs")  # whose batch it is
LEVELS = {"cpv": (2, 3, 4, 5, 6, 7, 8), "isic4": (2, 3, 4), "hs": (2, 4, 6)}
LEVEL_WEIGHTS = (0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3)
EXACT_WEIGHT = 0.3


@dataclass
class Tree:
    """The codes of one classification in order; every branch is a range of them."""

    codes: list[str]
    ancestors: torch.Tensor  # (codes, levels), each code's path to itself, len(codes) where it has ended
    low: torch.Tensor  # (codes, levels), where the branch that a code is in begins …
    high: torch.Tensor  # … and ends
    deep: torch.Tensor  # (codes, levels), whether the code reaches that level


def path(code: str, system: str, known: set[str]) -> list[str]:
    """A code's branches from the top to itself, as far as they are codes."""
    if not code.isdigit():
        return [code]
    if system != "cpv":
        return [code[:size] for size in LEVELS[system] if size <= len(code) and code[:size] in known]
    depth = max(len(code.rstrip("0")), 2)
    names = [code[:size].ljust(8, "0") for size in LEVELS["cpv"] if size <= depth]
    return [name for name in dict.fromkeys(names) if name in known]


def tree(codes: set[str], system: str) -> Tree:
    """Lay a classification out."""
    ordered = sorted(codes)
    paths = [path(code, system, codes) for code in ordered]
    levels = max(map(len, paths))
    at = {code: number for number, code in enumerate(ordered)}
    ancestors = torch.full((len(ordered), levels), len(ordered))
    low, high = torch.zeros(len(ordered), levels, dtype=torch.long), torch.zeros(len(ordered), levels, dtype=torch.long)
    for level in range(levels):
        held: dict[str, list[int]] = {}
        for number, steps in enumerate(paths):
            if level < len(steps):
                ancestors[number, level] = at[steps[level]]
                held.setdefault(steps[level], []).append(number)
        for members in held.values():
            low[members, level], high[members, level] = members[0], members[-1] + 1
    return Tree(ordered, ancestors, low, high, ancestors < len(ordered))


class Model(torch.nn.Module):
    """Vectors of features, of codes (each adds to its ancestors'), and how often a code is met."""

    def __init__(self, trees: dict[str, Tree]) -> None:
        super().__init__()
        self.trees = trees
        self.bag = torch.nn.Parameter(torch.randn(BUCKETS, SIZE) * 0.1)
        self.own = torch.nn.ParameterDict(
            {name: torch.nn.Parameter(torch.randn(len(one.codes) + 1, SIZE) * 0.1) for name, one in trees.items()}
        )
        self.offsets = torch.nn.ParameterDict({name: torch.nn.Parameter(torch.zeros(len(one.codes))) for name, one in trees.items()})

    def table(self, name: str) -> torch.Tensor:
        """Vectors of all codes, shape (codes, SIZE)."""
        own = torch.cat((self.own[name][:-1], torch.zeros(1, SIZE)))
        return own[self.trees[name].ancestors].sum(1)

    def forward(self, name: str, ids: torch.Tensor, starts: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
        """Logits of all codes, shape (texts, codes)."""
        vectors = functional.embedding_bag(ids, self.bag, starts, mode="sum") / counts.clamp(min=1).sqrt()[:, None]
        return vectors @ self.table(name).T + self.offsets[name]


def loss_of(logits: torch.Tensor, target: torch.Tensor, branches: Tree) -> torch.Tensor:
    """How surprised the model is by the code and by every branch that holds it."""
    likely = functional.log_softmax(logits, 1)
    heaped = functional.pad(likely.exp().cumsum(1), (1, 0))
    mass = heaped.gather(1, branches.high[target]) - heaped.gather(1, branches.low[target])
    weights = torch.tensor(LEVEL_WEIGHTS[: branches.high.shape[1]]) * branches.deep[target]
    return EXACT_WEIGHT * functional.nll_loss(likely, target) - (mass.clamp(min=1e-6).log() * weights).sum(1).mean()


class Texts:
    """The features of all texts, one after the other, and what is drawn from them."""

    def __init__(self, texts: list[Text], trees: dict[str, Tree], left_out: str) -> None:
        with Pool() as pool:
            found = pool.starmap(concepts.features, [(one.text, BUCKETS) for one in texts], chunksize=2000)
        self.flat = torch.from_numpy(np.concatenate(found).astype(np.int32))
        self.starts = torch.from_numpy(np.concatenate(([0], np.cumsum([len(ids) for ids in found]))))
        at = {name: {code: number for number, code in enumerate(one.codes)} for name, one in trees.items()}
        self.target = torch.tensor([at[one.system].get(one.code, -1) for one in texts])
        shares = torch.tensor([0.0 if held_back(one, left_out) else SHARES[one.source] for one in texts]) * (self.target >= 0)
        names = np.array([one.system for one in texts])
        self.of = {name: torch.from_numpy(np.flatnonzero((names == name) & (shares.numpy() > 0))) for name in trees}
        self.heaps = {name: shares[rows].double().cumsum(0) for name, rows in self.of.items()}

    def draw(self, name: str, size: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """A batch: features with many of them dropped, where each text begins, how many it has left, its code."""
        heap = self.heaps[name]
        rows = self.of[name][torch.searchsorted(heap, torch.rand(size, dtype=torch.float64) * heap[-1]).clamp(max=len(heap) - 1)]
        first, counts = self.starts[rows], self.starts[rows + 1] - self.starts[rows]
        owner = torch.repeat_interleave(torch.arange(size), counts)
        begin = torch.cat((torch.zeros(1, dtype=torch.long), counts.cumsum(0)))
        ids = self.flat[torch.arange(int(begin[-1])) - begin[owner] + first[owner]].long()
        kept = torch.rand(len(ids)) > DROP
        ids, left = ids[kept], torch.bincount(owner[kept], minlength=size)
        return ids, torch.cat((torch.zeros(1, dtype=torch.long), left.cumsum(0)))[:-1], left.float(), self.target[rows]


def held_back(text: Text, left_out: str) -> bool:
    """Whether a measurement keeps this text for itself."""
    number = text.notice.split("-")[0]
    return left_out == "odd" and number.isdigit() and int(number) % 2 == 1


def main(arguments: list[str]) -> int:
    """Train, write, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=concepts.FILE)
    parser.add_argument("--steps", type=int, default=4500)
    parser.add_argument("--leave-out", choices=("", "odd"), default="")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    torch.manual_seed(SEED)
    texts = gather(given.data, OWN)
    codes: dict[str, set[str]] = {name: set() for name in LEVELS}
    for one in texts:
        codes[one.system].add(one.code)
    codes["hs"] |= {code[:size] for code in codes["hs"] if code.isdigit() for size in (2, 4)}
    trees = {name: tree(held, name) for name, held in codes.items()}
    drawn = Texts(texts, trees, given.leave_out)
    codes_in_all = sum(len(one.codes) for one in trees.values())
    print(f"{len(texts)} texts, {len(drawn.flat)} features, {codes_in_all} codes, {time.monotonic() - began:.0f} s")
    model = Model(trees)
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=given.steps, pct_start=0.1)
    for step in range(given.steps):
        name = TURNS[step % len(TURNS)]
        ids, starts, counts, target = drawn.draw(name, BATCH if name == "cpv" else BATCH // 4)
        loss = loss_of(model(name, ids, starts, counts), target, trees[name])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 200 == 0:
            print(f"step {step}: {name} {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)
    with torch.no_grad():
        systems = {
            name: concepts.System(tuple(one.codes), model.table(name).numpy(), model.offsets[name].numpy()) for name, one in trees.items()
        }
        concepts.write(given.out, model.bag.numpy(), systems)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB after {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
