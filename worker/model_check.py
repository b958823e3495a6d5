"""Trying the model server as it is set up: is it there, does it take the key, do the models that are named answer."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from backend.domain.calls import Call
from backend.domain.model_settings import ModelSettings
from backend.store.model_server.check import Finding
from backend.store.model_server.settings import ModelSetup
from worker.model_probe import probe_embeddings, probe_model

WITHIN_SECONDS = 10.0
MOST_NAMED = 8
"""Models of the server that a finding lists."""


def check_models(setup: ModelSetup, spent_on: Callable[[Call], None]) -> list[Finding]:
    """What is right and wrong with it; no finding holds the key.

    Args:
        spent_on: is told of each call, for they cost something.
    """
    if setup.fault is not None:
        return [Finding("Settings", False, setup.fault)]
    if setup.settings is None:
        words = (
            "no model is set up; residents are answered for by the built-in mind. docs/models.md tells how"
        )
        return [Finding("Settings", True, words)]
    return _server(setup.settings, spent_on)


def _server(settings: ModelSettings, spent_on: Callable[[Call], None]) -> list[Finding]:
    key = settings.api_key.get_secret_value()
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        answer = httpx.get(f"{settings.base_url}/models", headers=headers, timeout=WITHIN_SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        words = f"{settings.base_url} does not answer ({type(error).__name__}). Start it, or correct base_url"
        return [Finding("Server", False, words)]
    if answer.status_code in (401, 403):
        words = f"{settings.base_url} answers {answer.status_code}: give its key again, or another one"
        return [Finding("Key", False, words)]
    if answer.status_code == 404:
        words = f"{settings.base_url} answers, but has no list of models: does base_url end with /v1?"
        return [Finding("Server", False, words)]
    if not answer.is_success:
        return [
            Finding("Server", False, f"{settings.base_url} answers {answer.status_code}; see its own log")
        ]
    there = Finding("Server", True, f"{settings.base_url} answers")
    known = _models(answer)
    return [there, *(_model(settings, name, known, spent_on) for name in _named(settings))]


def _model(
    settings: ModelSettings, name: str, known: list[str] | None, spent_on: Callable[[Call], None]
) -> Finding:
    # Ollama lists "NAME:latest" and takes "NAME".
    if known and name not in known and f"{name}:latest" not in known:
        others = ", ".join(known[:MOST_NAMED])
        return Finding(
            "Model", False, f"the server has no {name!r}; it has {others}. Load it, or name another"
        )
    if name == settings.embedding_model:
        return probe_embeddings(settings, name, spent_on)
    return probe_model(settings, name, spent_on)


def _models(answer: httpx.Response) -> list[str] | None:
    """The names in a server's list; None where it has another form."""
    try:
        return sorted(str(model["id"])[:200] for model in answer.json()["data"])
    except (ValueError, KeyError, TypeError):
        return None


def _named(settings: ModelSettings) -> list[str]:
    """All models that questions may be put to, each once."""
    named = [settings.model, settings.cheap_model, *settings.models.values(), settings.embedding_model]
    return list(dict.fromkeys(name for name in named if name))
