"""How a model server is reached, what it may cost and how fast it may be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from backend.domain.events import QuestionKind

MASK = "…"


class Secret:
    """A key that no log, error or repr shows; `reveal` is for the one line that sends it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    @property
    def ending(self) -> str:
        """The last four characters, to tell keys apart; none of a key so short that they would give it away."""
        return self._value[-4:] if len(self._value) >= 12 else ""

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"Secret('{MASK}{self.ending}')" if self else "Secret('')"

    __str__ = __repr__


class KeyUnusable(ValueError):
    """An API key that can't be sent in a header."""

    def __init__(self) -> None:
        super().__init__(
            "the key holds blanks, line ends or characters that no key has; copy it again, alone"
        )


def read_key(text: str) -> Secret:
    """The key in `text`, without the blanks and line ends around it. Raises KeyUnusable, without naming it."""
    stripped = text.strip()
    if not re.fullmatch(r"[\x21-\x7e]{0,4096}", stripped):
        raise KeyUnusable
    return Secret(stripped)


@dataclass(frozen=True)
class Price:
    """Of a million tokens, all in one currency."""

    input: float
    cached: float
    output: float

    def of(self, input_tokens: int, cached_tokens: int, output_tokens: int) -> float:
        fresh = input_tokens - cached_tokens
        return (fresh * self.input + cached_tokens * self.cached + output_tokens * self.output) / 1_000_000


@dataclass(frozen=True, kw_only=True)
class ModelSettings:
    """What the mind `model` goes by.

    Attributes:
        base_url: the server's address up to and with its version, "https://api.openai.com/v1".
        api_key: empty where the server wants none.
        model: for all questions that no other model is named for.
        cheap_model: for `rate`, `digest` and the like; None: `model` does these, too.
        models: by kind of question; counts before the two above.
        embedding_model: None: the built-in embeddings serve.
        prices: by model.
        timeout_s: real seconds that one attempt may take.
        slots: calls in flight at most, over all workers.
        calls_per_minute, tokens_per_day, money_per_day: None is without a limit. A day is one of UTC.
    """

    base_url: str
    api_key: Secret
    model: str
    cheap_model: str | None = None
    models: Mapping[QuestionKind, str] = field(default_factory=dict)
    embedding_model: str | None = None
    prices: Mapping[str, Price] = field(default_factory=dict)
    timeout_s: float = 60.0
    slots: int = 32
    calls_per_minute: int | None = None
    tokens_per_day: int | None = None
    money_per_day: float | None = None

    CHEAP = frozenset[QuestionKind](("rate", "digest", "react"))

    def model_for(self, kind: QuestionKind) -> str:
        """The model that a question of this kind is put to."""
        if kind == "embed" and self.embedding_model is not None:
            return self.embedding_model
        if kind in self.models:
            return self.models[kind]
        return self.cheap_model or self.model if kind in self.CHEAP else self.model

    def cost_of(self, model: str, input_tokens: int, cached_tokens: int, output_tokens: int) -> float | None:
        """What a call cost; None where the model's price is not known."""
        price = self.prices.get(model)
        return None if price is None else price.of(input_tokens, cached_tokens, output_tokens)
