"""How long retrieval takes, at 10,000 and 100,000 memories of one resident with 24 others' loaded beside.

Run `python -m benchmarks.memory`; prints JSON. The texts are a town's: themes (who, where, what) that come up
again and again in other words, so that vectors lie in clusters as they do in a town that lives. A sample of
the answers is compared with the plain formula, so that what is timed is known to be right.
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
from collections.abc import Iterator

# One query is too little work for several threads: they would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.events import MemoryKind, Remembered, Source
from worker.cognition.embedding import NgramEmbedder, Vector, encode
from worker.cognition.index import MemoryIndex, Stream
from worker.cognition.retrieve import retrieve

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


def plain(stream: Stream, query: Vector, tick: int, count: int) -> list[str]:
    """The formula word for word, in integers and float64, without any short cut."""
    wide = query.astype(np.int64)
    parts: list[list[float]] = [[], [], []]
    for row, memory in enumerate(stream):
        vector = stream.vector(row)
        assert vector is not None
        other = vector.astype(np.int64)
        length = (float(wide @ wide) * float(other @ other)) ** 0.5
        parts[0].append(0.995 ** ((tick - memory.accessed) / TICKS_PER_HOUR))
        parts[1].append(float(memory.importance))
        parts[2].append(float(wide @ other) / length if length else 0.0)
    scaled = []
    for part in parts:
        least, most = min(part), max(part)
        scaled.append([(value - least) / (most - least) for value in part])
    order = [
        (-round(sum(three), 6), -memory.tick, memory.id)
        for three, memory in zip(zip(*scaled, strict=True), stream, strict=True)
    ]
    return [memory for *_, memory in sorted(order)[:count]]


def measure(
    index: MemoryIndex, embedder: NgramEmbedder, resident: str, tick: int, runs: int
) -> dict[str, float | int]:
    """Milliseconds of a query for the 30 best; embedding it is not counted, it has a time of its own."""
    stream = index.of(resident)
    asked = [text for _, text in zip(range(runs + 20), texts(random.Random(99)), strict=False)]
    queries = [embedder.embed(f"{text}, what do you think of it?") for text in asked]
    times = []
    for number, query in enumerate(queries):
        start = time.perf_counter()
        retrieve(index, resident, query, tick, limit=30)
        if number >= 20:
            times.append((time.perf_counter() - start) * 1000)
    samples = queries[:3]
    found = 0
    for query in samples:
        right = plain(stream, query, tick, 30)
        found += len(set(right) & {one.memory for one in retrieve(index, resident, query, tick, limit=30)})
    return {
        "memories": len(stream),
        "queries": runs,
        "median_ms": round(statistics.median(times), 3),
        "p99_ms": round(float(np.quantile(times, 0.99)), 3),
        "recall_at_30": round(found / (30 * len(samples)), 4),
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
    options = parser.parse_args()

    embedder = NgramEmbedder(SYNONYMS)
    index = MemoryIndex(embedder.name, embedder.size)
    for other in range(options.others):
        fill(index, embedder, f"other-{other}", options.each, seed=other)
    results = []
    for size in options.sizes:
        resident = f"asked-{size}"
        tick = fill(index, embedder, resident, size, seed=1000)
        gc.collect()
        results.append(measure(index, embedder, resident, tick + TICKS_PER_HOUR, options.runs))
    print(
        json.dumps(
            {
                "benchmark": "memory",
                "gate_p99_ms": {"10000": 2, "100000": 15},
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


if __name__ == "__main__":
    main()
