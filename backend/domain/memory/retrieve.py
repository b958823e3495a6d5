"""Retrieval: which memories come to a resident's mind (paper, section 4.1; design, section 5).

The score is recency + importance + relevance, each scaled to [0, 1] between the least and the greatest of all
the resident's memories. Every memory is a candidate. Nothing here changes anything: that a memory was
retrieved becomes known by the `Asked` event that cites it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.memory.index import MemoryIndex, Stream
from backend.domain.memory.space import Space
from backend.domain.memory.vectors import Vector

DECAY = Decimal("0.995")
"""Recency's loss a simulated hour (paper, section 4.1)."""

PLACES = 1_000_000
"""Scores are rounded to 1e-6, so that two ways of adding them up rank alike."""

FORGOTTEN = 150_000
"""Simulated hours after which recency is 0 in float64; some 17 years."""

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the score counts; settable per town."""

    recency: float = 1.0
    importance: float = 1.0
    relevance: float = 1.0


EVEN = Weights()


@dataclass(frozen=True, slots=True)
class Scored:
    """A retrieved memory. The three parts are scaled to [0, 1] and unweighted; `score` is rounded to 1e-6."""

    memory: str
    score: float
    recency: float
    importance: float
    relevance: float


class NoBound(ValueError):
    """Retrieval without a limit and without a budget."""

    def __init__(self) -> None:
        super().__init__("say how much to retrieve: a limit in memories, a budget in tokens, or both")


def retrieve(
    index: MemoryIndex,
    resident: str,
    queries: Vector | Sequence[Vector],
    tick: int,
    *,
    limit: int | None = None,
    tokens: int | None = None,
    weights: Weights = EVEN,
    of_model: Sequence[Vector] = (),
) -> list[Scored]:
    """The resident's best memories at `tick`, best first; among equals the newest, then the least id.

    Args:
        queries: What the mind is on. Of several, a memory's relevance is that to the one it is closest to.
        limit: At most this many memories.
        tokens: As many of the best as fit in this budget, at about four characters a token. The first that
            does not fit ends it; one that would not fit into the whole budget is passed over.
        of_model: Further queries, as vectors of the embedding model; they are compared with its vectors alone.

    Raises:
        NoBound: Neither `limit` nor `tokens` is given.
    """
    if limit is None and tokens is None:
        raise NoBound
    stream = index.of(resident)
    if len(stream) == 0:
        return []
    recency = scaled(recencies(stream.accessed, tick))
    importance = scaled(stream.importance.astype(np.float64))
    built_in = [queries] if isinstance(queries, np.ndarray) else queries
    relevance = scaled(relevances(stream, built_in, of_model))
    score = weights.recency * recency + weights.importance * importance + weights.relevance * relevance
    points = np.rint(score * PLACES).astype(np.int64)
    return [
        Scored(
            stream.events[row].id,
            int(points[row]) / PLACES,
            float(recency[row]),
            float(importance[row]),
            float(relevance[row]),
        )
        for row in _best(stream, points, len(stream) if limit is None else max(limit, 0), tokens)
    ]


def scaled(values: Floats) -> Floats:
    """From 0 for the least to 1 for the greatest; 0 for all where all are equal."""
    least = values.min()
    span = values.max() - least
    if span == 0.0:
        return np.zeros_like(values)
    return np.asarray((values - least) / span, dtype=np.float64)


def recencies(accessed: Ints, tick: int) -> Floats:
    """0.995 ** simulated hours from the last access to `tick`: 1 for just now, less for longer ago."""
    ages = np.maximum(tick - accessed, 0)
    hours, rest = np.divmod(ages, TICKS_PER_HOUR)
    hours = np.minimum(hours, FORGOTTEN)
    # Tables instead of powers: numpy's power differs in its last bits between processors.
    return _by_hour(_table_size(int(hours.max())))[hours] * _within_hour()[rest]


def relevances(stream: Stream, queries: Sequence[Vector], of_model: Sequence[Vector] = ()) -> Floats:
    """Cosine to the closest query; the mean of all for a memory whose vector has not come yet.

    Where there are queries in both spaces each counts from its least to its greatest cosine: how cosines lie is
    another matter in each space.
    """
    if not of_model or stream.model is None:
        return _closest(stream.space, queries)
    if not queries:
        return _closest(stream.model, of_model)
    found = [scaled(_closest(stream.space, [query])) for query in queries]
    found += [scaled(_closest(stream.model, [query])) for query in of_model]
    return np.asarray(np.max(found, axis=0), dtype=np.float64)


def _closest(space: Space, queries: Sequence[Vector]) -> Floats:
    lengths = space.lengths
    divisors = np.where(lengths > 0.0, lengths, 1.0)
    closest = np.full(len(space), -1.0 if queries else 0.0)
    for query in queries:
        wide = query.astype(np.float64)
        length = float(np.sqrt(np.square(wide).sum()))
        cosines = space.dots(query) / (divisors * (length or 1.0))
        np.maximum(closest, cosines, out=closest)
    if not space.complete:
        known = lengths >= 0.0
        closest[~known] = closest[known].mean() if known.any() else 0.0
    return closest


def _best(stream: Stream, points: Ints, limit: int, tokens: int | None) -> list[int]:
    """Rows of the best, best first."""
    if tokens is None:
        return _top(stream, points, np.arange(len(points)), limit)
    fitting = np.flatnonzero(stream.tokens <= tokens)
    limit = min(limit, len(fitting))
    looked_at = 64
    while True:
        rows = _top(stream, points, fitting, min(looked_at, limit))
        spent = np.cumsum(stream.tokens[rows])
        taken = int(np.searchsorted(spent, tokens, side="right"))
        if taken < len(rows) or len(rows) == limit:
            return rows[:taken]
        looked_at *= 4


def _top(stream: Stream, points: Ints, rows: Ints, limit: int) -> list[int]:
    """The `limit` best of `rows`: most points, then newest, then least id."""
    if limit <= 0:
        return []
    if limit < len(rows):
        rows = _at_least(rows, points[rows], limit)
        # Many may be equal at the edge: only the newest of them need to be put in order.
        edge = points[rows].min()
        above, level = rows[points[rows] > edge], rows[points[rows] == edge]
        rows = np.concatenate((above, _at_least(level, stream.ticks[level], limit - len(above))))
    ranked = sorted(
        (-score, -tick, stream.events[row].id, row)
        for score, tick, row in zip(
            points[rows].tolist(), stream.ticks[rows].tolist(), rows.tolist(), strict=True
        )
    )
    return [row for *_, row in ranked[:limit]]


def _at_least(rows: Ints, values: Ints, count: int) -> Ints:
    """Those of `rows` whose value is no less than the `count`-th greatest of `values`, one value a row."""
    edge = int(np.partition(values, len(values) - count)[len(values) - count])
    return rows[values >= edge]


def _table_size(hours: int) -> int:
    """A power of two above `hours`, so that few tables are ever made."""
    return max(1024, 1 << hours.bit_length())


@lru_cache(maxsize=8)
def _by_hour(size: int) -> Floats:
    return np.array([float(DECAY**hours) for hours in range(size)])


@lru_cache(maxsize=1)
def _within_hour() -> Floats:
    return np.array([float(DECAY ** (Decimal(ticks) / TICKS_PER_HOUR)) for ticks in range(TICKS_PER_HOUR)])
