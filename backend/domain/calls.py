"""One call of a model server: what was put before it, what came back, what it cost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from backend.domain.events import QuestionKind

CallOutcome = Literal[
    "ok",
    "invalid",
    "refused",
    "timeout",
    "rate_limited",
    "server_error",
    "cut",
    "empty",
    "too_long",
    "bad_request",
]
"""`ok` alone led to an answer; each of the others is one kind of fault."""


@dataclass(frozen=True)
class Message:
    """One message of a prompt."""

    role: Literal["system", "user", "assistant", "tool"]
    text: str

    @cached_property
    def hash(self) -> str:
        """BLAKE2b, 16 bytes in hex, of its canonical JSON: equal messages are stored once."""
        canonical = json.dumps([self.role, self.text], ensure_ascii=False, separators=(",", ":"))
        return hashlib.blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Call:
    """One attempt to have a question answered.

    Attributes:
        question: the question's key, unique in its town.
        tick: when it was asked.
        attempt: from 1; the next ones of the same question are retries and re-asks.
        answer: what the server said, as far as it came.
        fault: what was wrong with it, in words; empty where nothing was.
        cached_tokens: of the input tokens, those that the server had read before.
        cost: in the currency of the prices; None where no price is known.
        latency_ms: real milliseconds from the request to the end of the answer.
        first_token_ms: ... to its first piece; None where it was not streamed, or nothing came.
    """

    question: str
    resident: str
    kind: QuestionKind
    tick: int
    attempt: int
    model: str
    prompt: tuple[Message, ...]
    answer: str
    outcome: CallOutcome
    fault: str = ""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    latency_ms: int = 0
    first_token_ms: int | None = None
