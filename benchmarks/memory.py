"""How long retrieval takes, at 10,000 and 100,000 memories of one resident with 24 others' loaded beside.

Run `python -m benchmarks.memory`; prints JSON. The texts are a town's: themes (who, where, what) that come up
again and again in other words, so that vectors lie in clusters as they do in a town that lives. What is timed is the
whole score: recency, importance and relevance of every memory, each scaled between its least and its greatest.

For each size, under `retrieval`:

- `the_best_30`: one query, the 30 best. The gates are for this one.
- `a_budget`: two queries, as for a line of talk, and as many memories as fit into 1,000 tokens.

and for each of the two `median_ms`, `p99_ms`, and what a sample of `compared` queries gave against the formula worked
out word for word: `recall` (share of the right memories), `exact` (the same memories in the same order with the same
scores). `within_gate` says whether both sizes keep the gate and all is exact. `clustering` tells how far from random
the vectors are: the mean cosine of two memories, and that of a memory with the closest of 1,000 others.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# One query is too little work for several threads: they would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt

from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.events import MemoryKind, Remembered, Source
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import CHARACTERS_PER_TOKEN, MemoryIndex, Stream
from backend.domain.memory.retrieve import retrieve
from backend.domain.memory.vectors import Vector, encode

WHO = (
    "Isabella Rodriguez",
    "Klaus Mueller",
    "Maria Lopez",
    "Sam Moore",
    "Tom Moreno",
    "John Lin",
    "Mei Lin",
    "Eddy Lin",
    "Ayesha Khan",
    "Wolfgang Schulz",
    "Latoya Williams",
    "Abigail Chen",
    "Rajiv Patel",
    "Carlos Gomez",
    "Adam Smith",
    "Giorgio Rossi",
)
WHERE = (
    "Hobbs Cafe",
    "the library",
    "Johnson Park",
    "the Rose and Crown pub",
    "the pharmacy",
    "the college classroom",
    "the co-living kitchen",
    "the supply store",
    "the common room",
    "the garden",
)
WHAT = (
    "planning a party for the evening",
    "reading a book about gentrification",
    "running for mayor in the local election",
    "composing a piece of music",
    "making coffee for the customers",
    "filling a prescription",
    "painting a landscape",
    "looking for a lost cat",
    "writing a research paper",
    "cleaning the counter",
    "having breakfast with toast and eggs",
    "arguing about the price of rent",
    "practising a song on the guitar",
    "watching the rain from the window",
)
HOW = (
    "{who} is {what} at {where}",
    "{who} told {other} that {third} is {what}",
    "talked with {who} at {where} about {what}",
    "saw {who} {what} together with {other}",
    "{who} wants to meet {other} at {where} before {what}",
    "thinks that {who} enjoys {what} more than {other} does",
)
KINDS: tuple[MemoryKind, ...] = ("observation", "observation", "observation", "conversation", "reflection")

GATES_MS = {10_000: 2.0, 100_000: 15.0}
"""The 99th percentile of the 30 best, by memories (design, section 9)."""
WARMING = 20
"""Queries before the first that counts."""
SYNONYMS = (("party", "celebration"), ("cafe", "coffee shop"), ("mayor", "candidate"))


def texts(chance: random.Random) -> Iterator[str]:
    """Without end; some themes come up far more often than others, as in a resident's days."""
    themes = [(chance.choice(WHO), chance.choice(WHERE), chance.choice(WHAT)) for _ in range(200)]
    while True:
        who, where, what = themes[min(chance.randrange(200), chance.randrange(200), chance.randrange(200))]
        other, third = chance.sample(WHO, 2)
        told = chance.choice(HOW).format(who=who, where=where, what=what, other=other, third=third)
        yield f"{told}, {chance.randrange(60)} minutes past {chance.randrange(24)}"


def fill(index: MemoryIndex, embedder: NgramEmbedder, resident: str, count: int, seed: int) -> int:
    """Forms `count` memories, 400 a day, some put before the mind again later; returns the last tick."""
    chance = random.Random(seed)
    source = Source(by="perception")
    tick = 0
    for number, text in zip(range(count), texts(chance), strict=False):
        tick = number * TICKS_PER_DAY // 400
        event = Remembered(
            id=f"{resident}-{number}",
            resident=resident,
            memory=chance.choice(KINDS),
            text=text,
            importance=min(10, 1 + int(chance.expovariate(0.5))),
            source=source,
            vector=encode(embedder.embed(text)),
            embedder=embedder.name,
        )
        index.add(event, tick)
        if number % 10 == 9:
            index.access(resident, [f"{resident}-{chance.randrange(number)}"], tick)
    return tick


def plain(
    stream: Stream, queries: Sequence[Vector], tick: int, count: int, tokens: int | None
) -> list[tuple[str, float]]:
    """The formula word for word, in integers and float64, without any short cut: memories and scores, best first."""
    wide = [query.astype(np.int64) for query in queries]
    parts: list[list[float]] = [[], [], []]
    for row, memory in enumerate(stream):
        vector = stream.vector(row)
        assert vector is not None
        parts[0].append(0.995 ** ((tick - memory.accessed) / TICKS_PER_HOUR))
        parts[1].append(float(memory.importance))
        parts[2].append(max(_cosine(query, vector.astype(np.int64)) for query in wide))
    scaled = []
    for part in parts:
        least, most = min(part), max(part)
        scaled.append([(value - least) / (most - least) for value in part])
    order = [
        (-round(sum(three), 6), -memory.tick, memory.id, -(-len(memory.text) // CHARACTERS_PER_TOKEN))
        for three, memory in zip(zip(*scaled, strict=True), stream, strict=True)
    ]
    best, spent = [], 0
    for score, _, memory_id, length in sorted(order)[:count]:
        spent += length
        if tokens is not None and spent > tokens:
            break
        best.append((memory_id, -score))
    return best


def _cosine(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> float:
    length = (float(one @ one) * float(other @ other)) ** 0.5
    return float(one @ other) / length if length else 0.0


@dataclass(frozen=True)
class Use:
    """A way of asking for memories."""

    queries: int
    limit: int
    tokens: int | None


USES = {"the_best_30": Use(1, 30, None), "a_budget": Use(2, 100_000, 1000)}


def measure(
    index: MemoryIndex, embedder: NgramEmbedder, resident: str, tick: int, use: Use, runs: int, compared: int
) -> dict[str, float | int | bool]:
    """Milliseconds of a retrieval; embedding the queries is not counted, it has a time of its own."""
    stream = index.of(resident)
    asked = texts(random.Random(99))
    queries = [
        [embedder.embed(f"{next(asked)}, what do you think of it?") for _ in range(use.queries)]
        for _ in range(runs + WARMING)
    ]
    times = []
    for number, given in enumerate(queries):
        start = time.perf_counter()
        retrieve(index, resident, given, tick, limit=use.limit, tokens=use.tokens)
        if number >= WARMING:
            times.append((time.perf_counter() - start) * 1000)
    right, found, same = 0, 0, True
    for given in queries[:compared]:
        wanted = plain(stream, given, tick, use.limit, use.tokens)
        got = [
            (one.memory, one.score)
            for one in retrieve(index, resident, given, tick, limit=use.limit, tokens=use.tokens)
        ]
        right += len(wanted)
        found += len({memory for memory, _ in wanted} & {memory for memory, _ in got})
        same = same and wanted == got
    return {
        "queries": runs,
        "median_ms": round(statistics.median(times), 3),
        "p99_ms": round(float(np.quantile(times, 0.99)), 3),
        "compared": compared,
        "recall": round(found / right, 4),
        "exact": same,
    }


def clustering(stream: Stream) -> dict[str, float]:
    """Cosines within a sample of 1,000 memories, spread over the whole stream."""
    rows = range(0, len(stream), max(1, len(stream) // 1000))
    vectors = np.array(
        [vector for row in rows if (vector := stream.vector(row)) is not None], dtype=np.float64
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, np.nan)
    return {
        "mean_cosine": round(float(np.nanmean(cosines)), 3),
        "mean_cosine_to_the_closest": round(float(np.nanmax(cosines, axis=1).mean()), 3),
    }


def measure_embedding(runs: int = 5000) -> dict[str, float]:
    """Microseconds a text that has not been embedded before."""
    embedder = NgramEmbedder(SYNONYMS)
    asked = [text for _, text in zip(range(runs), texts(random.Random(7)), strict=False)]
    start = time.perf_counter()
    for text in asked:
        embedder.embed(text)
    return {"microseconds_a_text": round((time.perf_counter() - start) / runs * 1e6, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10_000, 100_000], help="memories of the one asked"
    )
    parser.add_argument("--others", type=int, default=24, help="residents loaded beside")
    parser.add_argument("--each", type=int, default=10_000, help="memories of each of them")
    parser.add_argument("--runs", type=int, default=500, help="queries timed at each size")
    parser.add_argument(
        "--compared", type=int, default=5, help="queries of each kind held against the formula"
    )
    options = parser.parse_args()

    embedder = NgramEmbedder(SYNONYMS)
    index = MemoryIndex(embedder.name, embedder.size)
    for other in range(options.others):
        fill(index, embedder, f"other-{other}", options.each, seed=other)
    results: list[dict[str, Any]] = []
    for size in options.sizes:
        resident = f"asked-{size}"
        tick = fill(index, embedder, resident, size, seed=1000) + TICKS_PER_HOUR
        gc.collect()
        measured = {
            name: measure(index, embedder, resident, tick, use, options.runs, options.compared)
            for name, use in USES.items()
        }
        results.append({"memories": size, "clustering": clustering(index.of(resident)), **measured})
    print(
        json.dumps(
            {
                "benchmark": "memory",
                "gate_p99_ms": {str(size): gate for size, gate in GATES_MS.items()},
                "within_gate": all(keeps_gate(result) for result in results),
                "others": options.others,
                "memories_of_each_other": options.each,
                "embedder": embedder.name,
                "embedding": measure_embedding(),
                "retrieval": results,
                "python": platform.python_version(),
                "numpy": np.__version__,
                "processor": platform.machine(),
            },
            indent=2,
        )
    )


def keeps_gate(result: dict[str, Any]) -> bool:
    gate = GATES_MS.get(result["memories"], float("inf"))
    return result["the_best_30"]["p99_ms"] < gate and all(result[use]["exact"] for use in USES)


if __name__ == "__main__":
    main()
