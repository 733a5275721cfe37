"""Matrices of a trained model as small whole numbers with a scale for each row: what is shipped."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]
# Steps between levels in parts of a row's deviation, by how many levels there are on either side of zero: the finer, the wider they reach
# (Max 1960, "Quantizing for Minimum Distortion", for normal values).
_STEPS = {3: 0.9, 7: 0.36, 15: 0.21, 127: 0.05}


@dataclass(frozen=True, slots=True)
class Rows:
    """A matrix of shape (rows, size), each row whole numbers times a scale."""

    bytes: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float16]

    @classmethod
    def of(cls, matrix: Numbers, levels: int, steps: Numbers | None = None) -> "Rows":
        """Round a matrix to ``levels`` (3, 7, 15 or 127) on either side of zero.

        ``steps``, shape (rows,), says how far apart the levels are; without it, it goes by the size of each row.
        """
        if steps is None:
            steps = np.sqrt((matrix.astype(np.float64) ** 2).mean(axis=1)).astype(np.float32) * _STEPS[levels]
        scales = np.clip(steps, 1e-7, 6e4).astype(np.float16)
        rounded = np.rint(matrix / np.maximum(scales.astype(np.float32), 1e-7)[:, None])
        return cls(np.clip(rounded, -levels, levels).astype(np.int8), scales)

    def sum_of(self, at: npt.NDArray[np.int64], weights: Numbers | None = None) -> Numbers:
        """Add up rows, each times its weight, shape (size,)."""
        factors = self.scales[at].astype(np.float32)
        return np.asarray((factors if weights is None else factors * weights) @ self.bytes[at].astype(np.float32), np.float32)

    def whole(self) -> Numbers:
        """The matrix as floats."""
        return np.asarray(self.bytes.astype(np.float32) * self.scales.astype(np.float32)[:, None])
