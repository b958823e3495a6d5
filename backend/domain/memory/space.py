"""Vectors of one embedder, a row for each memory of a stream, ready to be compared with a query.

They lie in blocks with one row a dimension: a query reads only the dimensions in which it is not 0.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from backend.domain.memory.vectors import Vector

BLOCK = 2048
"""Memories a block of vectors; with 256 int8 values each, half a megabyte."""


class Space:
    """Rows are added in order; a row's vector may come later, or never."""

    def __init__(self, size: int) -> None:
        """`size` is how many values a vector has."""
        self.size = size
        self._rows = 0
        self._blocks: list[npt.NDArray[np.int8]] = []
        self._lengths = np.zeros(64, dtype=np.float64)
        self._without_vector = 0

    def __len__(self) -> int:
        return self._rows

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Space)
            and len(self) == len(other)
            and np.array_equal(self.lengths, other.lengths)
            and all(
                np.array_equal(mine, others) for mine, others in zip(self._blocks, other._blocks, strict=True)
            )
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def lengths(self) -> npt.NDArray[np.float64]:
        """Euclidean length of each row's vector; -1 where it has not come yet."""
        return self._lengths[: self._rows]

    @property
    def complete(self) -> bool:
        """Whether every row has its vector."""
        return self._without_vector == 0

    def vector(self, row: int) -> Vector | None:
        if self._lengths[row] < 0:
            return None
        return self._blocks[row // BLOCK][:, row % BLOCK].copy()

    def dots(self, query: Vector) -> npt.NDArray[np.float32]:
        """The dot product of `query` with each row's vector: whole numbers, exact (see embedding.py)."""
        used = np.flatnonzero(query)
        factors = query[used].astype(np.float32)
        products = np.zeros(len(self._blocks) * BLOCK, dtype=np.float32)
        taken = np.empty((len(used), BLOCK), dtype=np.int8)
        floats = np.empty((len(used), BLOCK), dtype=np.float32)
        for number, block in enumerate(self._blocks):
            # "clip" never clips here; it lets numpy write into `taken` without a buffer of its own.
            np.take(block, used, axis=0, out=taken, mode="clip")
            floats[...] = taken
            np.dot(factors, floats, out=products[number * BLOCK : (number + 1) * BLOCK])
        return products[: self._rows]

    def append(self, vector: Vector | None) -> None:
        row = self._rows
        if row == len(self._lengths):
            self._lengths = np.resize(self._lengths, 2 * row)
        if row % BLOCK == 0:
            self._blocks.append(np.zeros((self.size, BLOCK), dtype=np.int8))
        self._lengths[row] = -1.0
        self._without_vector += 1
        self._rows += 1
        if vector is not None:
            self.place(row, vector)

    def place(self, row: int, vector: Vector) -> None:
        wide = vector.astype(np.int64)
        self._without_vector -= bool(self._lengths[row] < 0)
        self._lengths[row] = np.sqrt(float(wide @ wide))
        self._blocks[row // BLOCK][:, row % BLOCK] = vector
