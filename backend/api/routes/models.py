"""Setting up the model server: where it is, which models, what it may cost. Its key goes in and never comes out."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import Field, SecretStr

from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import Parts, PartsOf
from backend.api.problems import InvalidRequest
from backend.api.views.budget import Budget, budget_under
from backend.domain.events import QuestionKind
from backend.domain.model_settings import BadModelSettings, ModelSettings
from backend.live.frames import View
from backend.store.model_server.check import Finding, NobodyChecks, ask_for_check
from backend.store.model_server.sealing import SealBroken
from backend.store.model_server.settings import (
    KeyOfAnother,
    ModelSetup,
    Source,
    forget_model_settings,
    read_model_setup,
    save_model_settings,
)

router = APIRouter(prefix="/api/models", tags=["models"])

Effort = Literal["none", "minimal", "low", "medium", "high"]
ModelName = Annotated[str, Field(min_length=1, max_length=200)]
SHORT = 12
"""Of a key that is shorter, not even the end is shown."""


class PriceWish(Wish):
    """Of a million tokens, in whatever currency the budget is in."""

    input: Annotated[float, Field(ge=0)]
    cached: Annotated[float, Field(ge=0)] | None = None
    """For input that the server has read before; left out, as `input`."""
    output: Annotated[float, Field(ge=0)] = 0.0


class ModelsWish(Wish):
    """What is to count from now on, as a whole: what is left out is as it is by itself."""

    base_url: Annotated[str, Field(max_length=2000)] = "https://api.openai.com/v1"
    """The server's address up to and with /v1."""
    api_key: Annotated[SecretStr, Field(max_length=4096)] | None = None
    """Left out, the one that is kept stays, for the same server; "" where the server wants none."""
    model: ModelName
    cheap_model: ModelName | None = None
    """For short questions, of which there are many."""
    models: Annotated[dict[QuestionKind, ModelName], Field(default_factory=dict, max_length=20)]
    """By kind of question, before the two above."""
    embedding_model: ModelName | None = None
    """Left out, the built-in embeddings serve."""
    prices: Annotated[dict[ModelName, PriceWish], Field(default_factory=dict, max_length=50)]
    """By model."""
    reasoning_effort: Effort | None = None
    timeout_s: Annotated[float, Field(gt=0, le=600)] = 60.0
    """For one attempt, in real seconds."""
    slots: Annotated[int, Field(ge=1, le=1024)] = 8
    """Calls in flight at most, over all workers."""
    calls_per_minute: Annotated[int, Field(ge=1, le=2**31)] | None = None
    tokens_per_day: Annotated[int, Field(ge=1, le=2**53)] | None = None
    """In and out together."""
    money_per_day: Annotated[float, Field(gt=0, le=1e12)] | None = None


class PriceView(View):
    input: float
    cached: float | None
    output: float


class KeyView(View):
    """Whether there is a key, and by what one tells it from another."""

    set: bool
    ending: str
    """Its last four characters; empty where it is short."""


class ModelSettingsView(View):
    base_url: str
    api_key: KeyView
    model: str
    cheap_model: str | None
    models: dict[QuestionKind, str]
    embedding_model: str | None
    prices: dict[str, PriceView]
    reasoning_effort: Effort | None
    timeout_s: float
    slots: int
    calls_per_minute: int | None
    tokens_per_day: int | None
    money_per_day: float | None


class ModelsView(View):
    """How the model server is set up, and what it has cost today."""

    source: Source
    """`page`: as a director saved it; `environment`: as the server was started; `off`: there is no model."""
    settings: ModelSettingsView | None
    """null where there is no model, or what is set can't be used."""
    fault: str | None
    """Why it can't be used, and what to do."""
    changed_at: str | None
    """When a director saved it; ISO 8601, UTC."""
    budget: Budget


class FindingView(View):
    """One thing that was looked at."""

    part: str
    fine: bool
    words: str
    """How it is; where it isn't fine, what to do."""


class ModelsCheck(View):
    fine: bool
    findings: list[FindingView]


_EXAMPLE = {
    "base_url": "http://127.0.0.1:11434/v1",
    "model": "qwen3:8b",
    "slots": 2,
    "tokens_per_day": 5_000_000,
}


@router.get("", responses=problems_of(), name="look at the model server's settings")
def look(parts: PartsOf) -> ModelsView:
    """What counts now: as a director saved it, else as the environment says. The key is never told."""
    return _view(parts, _setup(parts))


@router.put("", responses=problems_of(InvalidRequest), name="set up the model server")
def set_up(wish: Annotated[ModelsWish, Body(examples=[_EXAMPLE])], parts: PartsOf) -> ModelsView:
    """Saves it for all towns; workers go by it within two seconds. POST /api/models/check tries it."""
    key = None if wish.api_key is None else wish.api_key.get_secret_value()
    document = wish.model_dump(mode="json", exclude={"api_key"})
    try:
        setup = save_model_settings(parts.database, parts.seal, parts.model_environment, document, key)
    except (BadModelSettings, KeyOfAnother, SealBroken) as fault:
        raise InvalidRequest(str(fault)) from None
    return _view(parts, setup)


@router.delete("", responses=problems_of(), name="forget the model server's settings")
def forget(parts: PartsOf) -> ModelsView:
    """What a director saved is gone, the key with it; the environment counts again."""
    forget_model_settings(parts.database)
    return _view(parts, _setup(parts))


@router.post("/check", responses=problems_of(), name="try the model server")
def check(parts: PartsOf) -> ModelsCheck:
    """Has a worker ask the server as it is set up now, and says what to do about what is wrong. Costs a few tokens."""
    try:
        findings = ask_for_check(parts.hints, parts.presence)
    except NobodyChecks as fault:
        findings = [Finding("Workers", False, str(fault))]
    return ModelsCheck(
        fine=all(finding.fine for finding in findings), findings=[_finding(one) for one in findings]
    )


def _setup(parts: Parts) -> ModelSetup:
    return read_model_setup(parts.database, parts.seal, parts.model_environment)


def _view(parts: Parts, setup: ModelSetup) -> ModelsView:
    return ModelsView(
        source=setup.source,
        settings=None if setup.settings is None else _settings(setup.settings),
        fault=setup.fault,
        changed_at=None if setup.changed_at is None else setup.changed_at.isoformat(),
        budget=budget_under(parts, setup.settings),
    )


def _settings(settings: ModelSettings) -> ModelSettingsView:
    key = settings.api_key.get_secret_value()
    document = settings.model_dump(mode="json", exclude={"api_key"})
    shown = KeyView(set=bool(key), ending=key[-4:] if len(key) >= SHORT else "")
    return ModelSettingsView.model_validate({**document, "api_key": shown})


def _finding(finding: Finding) -> FindingView:
    return FindingView(part=finding.part, fine=finding.fine, words=finding.words)
