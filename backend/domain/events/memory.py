"""Memories: formed, rated, reflected on."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from backend.domain.events.event import Event

MemoryKind = Literal["observation", "conversation", "plan", "reflection", "planted"]


class Source(BaseModel):
    """Where a memory comes from; exactly what can be followed back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["scenario", "perception", "speaker", "conversation", "intervention", "thought"]
    who: str | None = None
    """The speaker."""
    talk: str | None = None
    memories: tuple[str, ...] = ()
    """The memories it was drawn from: the speaker's own for something told, one's own for a reflection."""
    question: str | None = None


class Remembered(Event):
    """A memory was formed (paper, section 4.1)."""

    kind: Literal["remembered"] = "remembered"
    id: str
    resident: str
    memory: MemoryKind
    text: str
    importance: int
    """1 to 10; the built-in rating until a mind has rated it."""
    source: Source
    about: tuple[str, ...] = ()
    """Residents, visitors and objects it is about."""
    depth: int = 0
    """0 for what was noticed, heard, planned or planted; a reflection is one deeper than the deepest of its grounds."""
    percept: str | None = None
    """What was perceived; nothing is perceived twice within the last 8."""
    news: str | None = None
    """Id of the item of news that it carries."""
    vector: str | None = None
    """Embedding: base64 of int8, made once, never recomputed."""
    embedder: str | None = None


class Rated(Event):
    kind: Literal["rated"] = "rated"
    resident: str
    ratings: dict[str, int]
    """Memory id to importance; only those that differ from the built-in rating."""
    upto: int
    """All observations formed up to this tick count as rated."""
    cause: str | None = None


class Reflected(Event):
    """The importance taken in since the last reflection starts again from 0."""

    kind: Literal["reflected"] = "reflected"
    resident: str
    cause: str | None = None


class Embedded(Event):
    """Memories got their vectors from an embedding model; those of another embedder are never compared with them."""

    kind: Literal["embedded"] = "embedded"
    resident: str
    embedder: str
    vectors: dict[str, str]
    """Memory id, or a text by which memories are looked for, to base64 of int8 as in `Remembered`.

    Empty where the model gave none; it is not asked again.
    """
    cause: str | None = None
