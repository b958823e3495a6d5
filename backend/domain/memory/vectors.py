"""Embeddings as they are stored: integers, so that every machine compares them alike (design, section 5).

Vectors hold integers of -127 to 127 and have a length of at most 4096, so a dot product of any two of them stays
within 2**24 and fp32 computes it exactly, in whatever order it adds.
"""

from __future__ import annotations

import base64
import binascii
import math

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.int8]

MAX_VALUE = 127
MAX_LENGTH = 4096.0
"""Euclidean: two vectors no longer than this have a dot product, and partial sums of it, of at most 2**24."""


class BrokenVector(ValueError):
    """A stored vector that is not base64; the memory it belongs to has to be embedded again."""


def quantise(values: npt.ArrayLike) -> Vector:
    """Any embedding as integers of -127 to 127 with its direction kept; zeros where it has none.

    Raises ValueError for values that are not finite numbers.
    """
    floats = np.asarray(values, dtype=np.float64)
    if not np.isfinite(floats).all():
        raise ValueError("an embedding holds finite numbers only: ask the embedding model again")
    largest = float(np.abs(floats).max(initial=0.0))
    if largest == 0.0:
        return np.zeros(floats.shape, dtype=np.int8)
    units = floats / largest
    # Rounding may lengthen each value by a half, so the bound is kept for the rounded vector by that margin.
    room = MAX_LENGTH - 0.5 * math.sqrt(units.size)
    scale = min(float(MAX_VALUE), room / math.sqrt(float(units @ units)))
    return np.rint(units * scale).astype(np.int8)


def encode(vector: Vector) -> str:
    """For the log: base64 of the values as int8."""
    return base64.b64encode(np.asarray(vector, dtype=np.int8).tobytes()).decode("ascii")


def decode(text: str) -> Vector:
    """The vector that `encode` was given, read-only. Raises BrokenVector."""
    try:
        return np.frombuffer(base64.b64decode(text, validate=True), dtype=np.int8)
    except (binascii.Error, ValueError) as fault:
        raise BrokenVector(f"a stored vector is broken ({fault}): embed the memory's text again") from fault
