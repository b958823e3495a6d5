"""How the environment names what is set for the model server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import orjson

from backend.domain.events import QuestionKind
from backend.domain.model_settings import BadModelSettings, ModelSettings, model_settings

ON = "TOWNLET_MODEL"
"""The model's name; without it there is no model, whatever else is set."""

FIELDS = {
    "OPENAI_BASE_URL": "base_url",
    "OPENAI_API_KEY": "api_key",
    ON: "model",
    "TOWNLET_EMBEDDING_MODEL": "embedding_model",
    "TOWNLET_MODEL_CHEAP": "cheap_model",
    "TOWNLET_MODEL_PRICES": "prices",
    "TOWNLET_MODEL_REASONING_EFFORT": "reasoning_effort",
    "TOWNLET_MODEL_TIMEOUT": "timeout_s",
    "TOWNLET_MODEL_SLOTS": "slots",
    "TOWNLET_MODEL_CALLS_PER_MINUTE": "calls_per_minute",
    "TOWNLET_MODEL_TOKENS_PER_DAY": "tokens_per_day",
    "TOWNLET_MODEL_MONEY_PER_DAY": "money_per_day",
}
"""Variable to field of `ModelSettings`."""

OF_QUESTIONS = {f"{ON}_{kind.upper()}": kind for kind in get_args(QuestionKind) if kind != "embed"}
"""Variable to the kind of question that it names a model for."""


def is_of_models(name: str) -> bool:
    """Whether a variable is one of these, or means to be."""
    return name in FIELDS or name.startswith(f"{ON}_")


def settings_in(environment: Mapping[str, str]) -> ModelSettings | None:
    """The settings in `environment`; None where it names no model.

    Raises:
        BadModelSettings: one can't be used. The message names it by its variable and holds no value.
    """
    if not environment.get(ON):
        return None
    unknown = [
        name for name in environment if name.startswith(f"{ON}_") and name not in {*FIELDS, *OF_QUESTIONS}
    ]
    if unknown:
        known = ", ".join(sorted({*FIELDS, *OF_QUESTIONS}))
        raise BadModelSettings(f"{sorted(unknown)[0]} means nothing; there are {known}")
    document: dict[str, object] = {
        field: value.strip() if field == "api_key" else value
        for name, field in FIELDS.items()
        if (value := environment.get(name))
    }
    document["models"] = {
        kind: value for name, kind in OF_QUESTIONS.items() if (value := environment.get(name))
    }
    if "prices" in document:
        document["prices"] = _prices(environment["TOWNLET_MODEL_PRICES"])
    try:
        return model_settings(document)
    except BadModelSettings as fault:
        words = str(fault)
        for name, field in FIELDS.items():
            words = words.replace(f"{field} ", f"{name} ", 1) if words.startswith(f"{field} ") else words
        raise BadModelSettings(words) from None


def _prices(text: str) -> object:
    try:
        return orjson.loads(text)
    except ValueError:
        example = '{"MODEL": {"input": 2.0, "cached": 0.5, "output": 8.0}}'
        raise BadModelSettings(f"TOWNLET_MODEL_PRICES is no JSON; write {example}") from None
