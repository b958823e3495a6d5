"""When inputs and answers take effect, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from backend.domain.inputs.any_input import AnyInput


@dataclass(frozen=True)
class Stamp:
    """When an input took or is to take effect: the tick, and its rank among the human inputs of that tick."""

    tick: int
    order: int


@dataclass(frozen=True)
class Arrived:
    """An input that waits for the engine. `stamp` is set where its sender scheduled it."""

    id: int
    key: str
    """Idempotency key, unique in the town."""
    input: AnyInput
    stamp: Stamp | None = None
    again: bool = False
    """It was sent on the spot in the life that the town is a branch of, and comes again at that moment."""


@dataclass(frozen=True)
class AnswerGiven:
    """A mind's answer that waits for the engine. `stamp` is set where a record says when it arrived."""

    question: str
    """The question's key."""
    mind: str
    payload: dict[str, Any]
    stamp: Stamp | None = None


@dataclass(frozen=True)
class Fate:
    """What became of an input."""

    status: Literal["waiting", "applied", "refused"]
    stamp: Stamp | None = None
    reason: str = ""
    """Refused: what was wrong and what to do."""
    error: str = ""
    """Refused: the error's name."""
