"""The memories of a town's residents in RAM, ready for retrieval: append-only, rebuilt from the log.

Each resident has a stream of its own, so no query of one can ever touch another's memories. Vectors lie in
spaces, one an embedder, which are never compared with each other (see space.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

from backend.domain.events import Asked, Embedded, Rated, Recorded, Remembered
from backend.domain.memory.space import Space
from backend.domain.memory.vectors import MAX_LENGTH, Vector, decode

CHARACTERS_PER_TOKEN = 4


class UnknownMemory(KeyError):
    """A memory id that the resident does not have."""

    def __init__(self, memory: str, resident: str | None = None) -> None:
        whose = f"{resident} has" if resident is not None else "nobody has"
        super().__init__(f"{whose} no memory {memory!r}: add its Remembered event to the index first")


class MemoryTwice(ValueError):
    """A memory with an id that was added before; the log has been learned twice."""

    def __init__(self, memory: str) -> None:
        super().__init__(
            f"memory {memory!r} is in the index already: start from an empty index to rebuild it"
        )


class UnfitVector(ValueError):
    """A vector that cannot be compared with the index's others."""

    def __init__(self, memory: str, fault: str) -> None:
        super().__init__(f"the vector of memory {memory!r} {fault}: embed its text again")


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory as it stands now."""

    event: Remembered
    tick: int
    """When it was formed."""
    accessed: int
    """When it was last put before a mind; its forming counts as the first time."""
    importance: int
    """1 to 10; the mind's rating where there is one."""

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def text(self) -> str:
        return self.event.text


class Stream(Sequence[Memory]):
    """One resident's memories in the order they were formed: a sequence, and arrays with a value each."""

    def __init__(self, resident: str, size: int) -> None:
        self.resident = resident
        self.events: list[Remembered] = []
        self.space = Space(size)
        """Of the built-in embedder."""
        self.model: Space | None = None
        """Of the town's embedding model; None before its first vector."""
        self._ticks = np.zeros(64, dtype=np.int64)
        self._accessed = np.zeros(64, dtype=np.int64)
        self._importance = np.zeros(64, dtype=np.int64)
        self._tokens = np.zeros(64, dtype=np.int64)

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, at: int) -> Memory: ...
    @overload
    def __getitem__(self, at: slice) -> list[Memory]: ...
    def __getitem__(self, at: int | slice) -> Memory | list[Memory]:
        if isinstance(at, slice):
            return [self._memory(row) for row in range(*at.indices(len(self)))]
        return self._memory(range(len(self))[at])

    def __iter__(self) -> Iterator[Memory]:
        return (self._memory(row) for row in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Stream)
            and self.resident == other.resident
            and list(self) == list(other)
            and self.space == other.space
            and self.model == other.model
        )

    __hash__ = None  # type: ignore[assignment]

    def _memory(self, row: int) -> Memory:
        return Memory(
            self.events[row], int(self._ticks[row]), int(self._accessed[row]), int(self._importance[row])
        )

    @property
    def ticks(self) -> npt.NDArray[np.int64]:
        """When each was formed."""
        return self._ticks[: len(self)]

    @property
    def accessed(self) -> npt.NDArray[np.int64]:
        """Tick of each one's last access."""
        return self._accessed[: len(self)]

    @property
    def importance(self) -> npt.NDArray[np.int64]:
        return self._importance[: len(self)]

    @property
    def tokens(self) -> npt.NDArray[np.int64]:
        """About how many tokens each one's text takes in a prompt, at least 1."""
        return self._tokens[: len(self)]

    @property
    def lengths(self) -> npt.NDArray[np.float64]:
        """Euclidean length of each one's vector; -1 where the vector has not come yet."""
        return self.space.lengths

    def vector(self, row: int) -> Vector | None:
        return self.space.vector(row)

    def dots(self, query: Vector) -> npt.NDArray[np.float32]:
        """As `Space.dots`, in the built-in space."""
        return self.space.dots(query)

    def append(self, event: Remembered, tick: int, vector: Vector | None) -> int:
        """Returns the row."""
        row = len(self.events)
        if row == len(self._ticks):
            self._grow()
        self._ticks[row] = self._accessed[row] = tick
        self._importance[row] = event.importance
        self._tokens[row] = max(1, -(-len(event.text) // CHARACTERS_PER_TOKEN))
        self.events.append(event)
        self.space.append(vector)
        if self.model is not None:
            self.model.append(None)
        return row

    def place_of_model(self, row: int, vector: Vector) -> None:
        """A vector of the embedding model."""
        if self.model is None:
            self.model = Space(vector.size)
            for _ in self.events:
                self.model.append(None)
        self.model.place(row, vector)

    def access(self, row: int, tick: int) -> None:
        self._accessed[row] = max(int(self._accessed[row]), tick)

    def rate(self, row: int, importance: int) -> None:
        self._importance[row] = importance

    def _grow(self) -> None:
        room = 2 * len(self._ticks)
        self._ticks = np.resize(self._ticks, room)
        self._accessed = np.resize(self._accessed, room)
        self._importance = np.resize(self._importance, room)
        self._tokens = np.resize(self._tokens, room)


class MemoryIndex:
    """All residents' streams. A vector that was not made by `embedder` counts as not come yet."""

    def __init__(self, embedder: str, size: int, model: str | None = None) -> None:
        """`embedder` is the built-in embedder's name, `size` how many values its vectors have.

        `model` is the town's embedding model, whose vectors lie in a space of their own; None for none.
        """
        self.embedder = embedder
        self.size = size
        self.model = model
        self.model_size: int | None = None
        """Values of the model's vectors; None before the first has come."""
        self._texts: dict[str, Vector] = {}
        """The model's vectors by text: none is asked for twice."""
        self._waiting: dict[str, dict[str, None]] = {}
        self._streams: dict[str, Stream] = {}
        self._rows: dict[str, tuple[Stream, int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, memory: object) -> bool:
        return memory in self._rows

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, MemoryIndex)
            and (self.embedder, self.size, self.model) == (other.embedder, other.size, other.model)
            and self._streams == other._streams
        )

    __hash__ = None  # type: ignore[assignment]

    def of(self, resident: str) -> Stream:
        """The resident's memories, in the order they were formed; empty for one who has none."""
        stream = self._streams.get(resident)
        return stream if stream is not None else Stream(resident, self.size)

    def events(self) -> list[Remembered]:
        """All that anybody remembers, by resident, oldest first."""
        return [event for stream in self._streams.values() for event in stream.events]

    def get(self, memory: str) -> Memory:
        """Raises UnknownMemory."""
        stream, row = self._row(memory)
        return stream[row]

    def add(self, event: Remembered, tick: int) -> None:
        """A memory was formed at `tick`. Raises MemoryTwice, UnfitVector, BrokenVector; then adds nothing."""
        if event.id in self._rows:
            raise MemoryTwice(event.id)
        vector: Vector | None = None
        if event.vector is not None and event.embedder == self.embedder:
            vector = self._fit(event.id, decode(event.vector))
        stream = self._streams.get(event.resident)
        if stream is None:
            stream = self._streams[event.resident] = Stream(event.resident, self.size)
        row = stream.append(event, tick, vector)
        self._rows[event.id] = (stream, row)
        if self.model is not None:
            known = self._texts.get(event.text)
            if known is None:
                self._waiting.setdefault(event.resident, {})[event.id] = None
            else:
                stream.place_of_model(row, known)

    def waiting(self, resident: str) -> list[str]:
        """The resident's memories for which the model has not been heard yet, oldest first."""
        return list(self._waiting.get(resident, ()))

    def knows_text(self, text: str) -> bool:
        return text in self._texts

    def of_model(self, resident: str, text: str) -> Vector | None:
        """The model's vector of a text, if the resident's memories can be compared with it."""
        return None if self.of(resident).model is None else self._texts.get(text)

    def access(self, resident: str, memories: Iterable[str], tick: int) -> None:
        """They were put before the mind at `tick`. Raises UnknownMemory, and then changes nothing."""
        stream = self.of(resident)
        for row in [self._row(memory, resident)[1] for memory in memories]:
            stream.access(row, tick)

    def rate(self, resident: str, ratings: Mapping[str, int]) -> None:
        """Importance (1 to 10) by memory id. Raises UnknownMemory, and then changes nothing."""
        stream = self.of(resident)
        for row, importance in [(self._row(memory, resident)[1], n) for memory, n in ratings.items()]:
            stream.rate(row, importance)

    def learn(self, recorded: Recorded) -> None:
        """Takes in one event of the log, in its order; those that are not about memory change nothing."""
        match recorded.event:
            case Remembered() as formed:
                self.add(formed, recorded.tick)
            case Asked() as asked:
                self.access(asked.resident, asked.memories, recorded.tick)
            case Rated() as rated:
                self.rate(rated.resident, rated.ratings)
            case Embedded() as embedded if embedded.embedder == self.model:
                self._place_of_model(embedded)
            case _:
                pass

    def _place_of_model(self, embedded: Embedded) -> None:
        """Its vectors fit each other: the one who wrote the event has seen to it."""
        waiting = self._waiting.get(embedded.resident, {})
        for key, text in embedded.vectors.items():
            waiting.pop(key, None)
            if not text:
                continue
            vector = decode(text)
            self.model_size = vector.size
            if key in self._rows:
                stream, row = self._rows[key]
                stream.place_of_model(row, vector)
                key = stream.events[row].text
            self._texts[key] = vector

    def _row(self, memory: str, resident: str | None = None) -> tuple[Stream, int]:
        found = self._rows.get(memory)
        if found is None or (resident is not None and found[0].resident != resident):
            raise UnknownMemory(memory, resident)
        return found

    def _fit(self, memory: str, vector: Vector) -> Vector:
        if vector.shape != (self.size,):
            raise UnfitVector(memory, f"has {vector.size} values, not {self.size}")
        if float(np.square(vector, dtype=np.float64).sum()) > MAX_LENGTH**2:
            raise UnfitVector(
                memory, f"is longer than {MAX_LENGTH:.0f}, so its dot products would not be exact"
            )
        return vector
