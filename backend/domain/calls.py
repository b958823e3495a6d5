"""A call of a model server as it is recorded, and what keeps one from being made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from backend.domain.events import QuestionKind

Outcome = Literal[
    "ok", "invalid", "refused", "timeout", "rate_limited", "server_error", "cut", "empty", "too_long", "bad_request",
]  # fmt: skip
"""What became of one attempt; docs/models.md has the table of them."""

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True)
class Message:
    """One message of a prompt."""

    role: Role
    text: str

    @cached_property
    def hash(self) -> str:
        """blake2b (16 bytes, hex) of its canonical JSON: the same message has it everywhere."""
        document = json.dumps(
            {"role": self.role, "text": self.text}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.blake2b(document.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Call:
    """One attempt at one question. Holds no key and no header, so that it may be stored and shown."""

    question: str
    """The question's key."""
    resident: str
    kind: QuestionKind
    tick: int
    attempt: int
    """1, 2, …; re-asks and retries count on."""
    model: str
    prompt: tuple[Message, ...]
    answer: str
    """What the server sent as its answer, at most 64 kB; empty where it sent none."""
    outcome: Outcome
    fault: str = ""
    """Why it is not "ok", in words for people."""
    input_tokens: int = 0
    cached_tokens: int = 0
    """How many of `input_tokens` the server had seen just before."""
    output_tokens: int = 0
    cost: float | None = None
    """In the currency of the settings' prices; None where the model has none."""
    latency_ms: int = 0
    first_token_ms: int | None = None
    """Until the first word of a streamed answer; None where it was not streamed or none came."""

    @property
    def hash(self) -> str:
        """blake2b (16 bytes, hex) of the whole prompt and the model's name."""
        document = " ".join((self.model, *(message.hash for message in self.prompt)))
        return hashlib.blake2b(document.encode(), digest_size=16).hexdigest()


class BudgetReached(Exception):
    """The day's tokens or money, or the minute's calls, are spent: the built-in mind stands in meanwhile."""

    def __init__(self, what: Literal["tokens", "money", "calls_per_minute"], limit: float) -> None:
        self.what = what
        self.limit = limit
        spent = f"the day's budget of {limit:g} {what} is spent"
        if what == "calls_per_minute":
            spent = f"the minute's {limit:g} calls are made"
        super().__init__(f"{spent}; raise it in the model settings, or wait")


class Busy(Exception):
    """All slots are taken, or the minute's calls are used up; try again after `retry_after` real seconds."""

    def __init__(self, what: Literal["slots", "calls_per_minute"], retry_after: float) -> None:
        self.what = what
        self.retry_after = retry_after
        super().__init__(f"no {what.replace('_', ' ')} left for {retry_after:.1f} s")
