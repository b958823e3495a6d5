"""Which model server a town may ask, by which names, and what it may spend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from backend.domain.events import QuestionKind

CHEAP: frozenset[QuestionKind] = frozenset({"rate", "detail_plan", "react", "digest"})
"""Questions that the cheap model answers, where there is one and no other is named for them."""

ModelName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!-~](?:[ -~]*[!-~])?$")]
"""Printable ASCII without spaces at its ends."""


class BadModelSettings(ValueError):
    """The settings can't be used; the message names the setting and says what to do, and never quotes a key."""


class Price(BaseModel):
    """Per million tokens, in whatever currency the budget is in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: Annotated[float, Field(ge=0)]
    cached: Annotated[float, Field(ge=0)] | None = None
    """For input that the server had seen just before; None: as `input`."""
    output: Annotated[float, Field(ge=0)] = 0.0

    def cost(self, input_tokens: int, cached_tokens: int, output_tokens: int) -> float:
        """Of one call; `cached_tokens` are among the `input_tokens`."""
        cached = self.input if self.cached is None else self.cached
        fresh = max(0, input_tokens - cached_tokens)
        return (fresh * self.input + cached_tokens * cached + output_tokens * self.output) / 1e6


class ModelSettings(BaseModel):
    """One model server. `str` and `repr` hide the key; a validation error never quotes its input."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    base_url: str = "https://api.openai.com/v1"
    api_key: SecretStr = SecretStr("")
    """Empty for servers that want none, as a local Ollama."""
    model: ModelName
    cheap_model: ModelName | None = None
    models: Mapping[QuestionKind, ModelName] = Field(default_factory=dict)
    """By kind of question, before `cheap_model` and `model`."""
    embedding_model: ModelName | None = None
    """None: the built-in embeddings serve."""
    prices: Mapping[str, Price] = Field(default_factory=dict)
    """By model name."""
    reasoning_effort: Literal["none", "minimal", "low", "medium", "high"] | None = None
    """For reasoning models; None: the server's own."""
    timeout_s: Annotated[float, Field(gt=0, le=600)] = 60.0
    """For one attempt, from its first byte to the last of the answer."""
    slots: Annotated[int, Field(ge=1, le=1024)] = 8
    """Calls in flight at most, over all workers."""
    calls_per_minute: Annotated[int, Field(ge=1)] | None = None
    tokens_per_day: Annotated[int, Field(ge=1)] | None = None
    """Input and output together, by the real day in UTC."""
    money_per_day: Annotated[float, Field(gt=0)] | None = None

    @field_validator("base_url")
    @classmethod
    def _an_address(cls, address: str) -> str:
        address = address.strip().rstrip("/")
        try:
            parts = urlsplit(address)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise ValueError("is no address; give one such as http://127.0.0.1:11434/v1") from error
        if parts.scheme not in ("http", "https") or not host or not address.isascii() or " " in address:
            raise ValueError("is no address; give one such as http://127.0.0.1:11434/v1")
        if parts.username is not None or parts.password is not None:
            raise ValueError("holds a name or password; give the key by itself (OPENAI_API_KEY)")
        if parts.query or parts.fragment:
            raise ValueError("has a query or fragment; give the address up to /v1 alone")
        if parts.path.endswith(("/completions", "/embeddings", "/models", "/responses")):
            raise ValueError("goes too far; give the address up to /v1 alone")
        return address

    @field_validator("api_key")
    @classmethod
    def _a_key(cls, key: SecretStr) -> SecretStr:
        text = key.get_secret_value()
        for place, letter in enumerate(text, 1):
            if letter in "\r\n":
                raise ValueError(
                    f"holds a line break (character {place} of {len(text)}); paste it again as one line"
                )
            if not "!" <= letter <= "~":
                raise ValueError(
                    f"holds a space or an unusual letter (character {place} of {len(text)}); paste it again"
                )
        return key

    def model_for(self, kind: QuestionKind) -> str:
        """The name of the model that answers questions of this kind."""
        if kind == "embed" and self.embedding_model is not None:
            return self.embedding_model
        if (named := self.models.get(kind)) is not None:
            return named
        return self.cheap_model if self.cheap_model is not None and kind in CHEAP else self.model

    def cost(
        self, model: str, input_tokens: int, cached_tokens: int = 0, output_tokens: int = 0
    ) -> float | None:
        """What a call came to; None where the model has no price."""
        price = self.prices.get(model)
        return None if price is None else price.cost(input_tokens, cached_tokens, output_tokens)


def model_settings(document: Mapping[str, object]) -> ModelSettings:
    """The settings in `document`, whose keys are the fields' names.

    Raises:
        BadModelSettings: naming the field and its fault, never its value.
    """
    try:
        return ModelSettings.model_validate(document)
    except ValidationError as error:
        faults = [
            f"{'.'.join(map(str, fault['loc']))} {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise BadModelSettings("; ".join(faults)) from None
