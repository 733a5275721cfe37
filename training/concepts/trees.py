"""Classifications laid out so that a branch is a range of codes."""

from dataclasses import dataclass

import torch

LEVELS = {"cpv": (2, 3, 4, 5, 6, 7, 8), "isic4": (2, 3, 4), "hs": (2, 4, 6)}


@dataclass
class Tree:
    """The codes of one classification in order; every branch is a range of them."""

    codes: list[str]
    ancestors: torch.Tensor  # (codes, levels), each code's path to itself, len(codes) where it has ended
    low: torch.Tensor  # (codes, levels), where the branch that a code is in begins …
    high: torch.Tensor  # … and ends
    deep: torch.Tensor  # (codes, levels), whether the code reaches that level

    def to(self, device: str) -> "Tree":
        """The same tree where the arithmetic is done."""
        return Tree(self.codes, *(one.to(device) for one in (self.ancestors, self.low, self.high, self.deep)))


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
