"""Who answers in a headless run: the built-in mind, a model, or each for some (design, section 6)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from backend.domain.calls import Call
from backend.domain.inputs import AnswerGiven
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import AnyQuestion, InvalidAnswer, Unanswerable, no_answer
from backend.store.environment.dot_env import read_dot_env
from backend.store.environment.model_environment import ON, settings_in
from backend.store.environment.settings import PROJECT
from townlet.local_meter import LocalMeter
from worker.engine.elsewhere import AnsweringThreads, Elsewhere
from worker.engine.ports import Mind
from worker.minds import MINDS, UnknownMind, minds
from worker.minds.model.mind import ModelMind
from worker.minds.model.ports import CallLog
from worker.minds.model.servers import SERVERS

OF_MODELS = ("model", "auto")
"""The minds that need a model server."""


class NoModel(Exception):
    """A model was asked for, and none is set."""

    def __init__(self, mind: str) -> None:
        super().__init__(
            f"--mind {mind} needs a model server: set OPENAI_BASE_URL, OPENAI_API_KEY and {ON} in the environment "
            "or in .env (docs/models.md), or leave --mind out for the built-in mind"
        )


class NothingKept:
    """A log of calls for runs that keep none."""

    def record(self, call: Call) -> None:
        pass


@dataclass(frozen=True)
class RunMinds:
    """What `live_headless` and `Cognition` are handed."""

    mind: Mind
    """The engine's own."""
    founded_as: str
    elsewhere: Elsewhere | None = None
    embedder: str | None = None
    """The embedding model, where there is one."""


def check_mind(name: str) -> None:
    """Raises UnknownMind."""
    if name not in OF_MODELS and name not in MINDS:
        raise UnknownMind(name)


def settings_for(name: str, environment: Mapping[str, str]) -> ModelSettings | None:
    """The model server for the mind of this name, by `environment`, else by .env; None: it needs none.

    Raises:
        UnknownMind: no mind has this name.
        NoModel: it needs one, and none is set.
        BadModelSettings: what is set can't be used.
    """
    check_mind(name)
    if name not in OF_MODELS:
        return None
    settings = settings_in({**read_dot_env(PROJECT / ".env"), **environment})
    if settings is None:
        raise NoModel(name)
    return settings


@contextmanager
def run_minds(
    name: str, settings: ModelSettings | None, log: CallLog | None = None, *, town: str = "run"
) -> Iterator[RunMinds]:
    """The minds of one run, for as long as it lasts.

    Args:
        name: rules, model or auto.
        settings: as `settings_for` gives them.
        log: where each call is recorded; None keeps none.
        town: by which calls are named to the server (X-Client-Request-Id).
    """
    own = minds("rules")
    if settings is None:
        yield RunMinds(own, name)
        return
    answer = answers_of_model(settings, log or NothingKept(), town)
    try:
        with AnsweringThreads(answer, settings.slots) as slots:
            yield RunMinds(own, name, slots, settings.embedding_model)
    finally:
        SERVERS.close()


def answers_of_model(
    settings: ModelSettings, log: CallLog, town: str, sleep: Callable[[float], None] = time.sleep
) -> Callable[[AnyQuestion], AnswerGiven]:
    """What answers one question, for `AnsweringThreads`: as long as it takes, and always with an answer."""
    stand_in = minds("rules")
    mind = ModelMind(settings, LocalMeter(settings), log, stand_in, town=town, sleep=sleep)

    def answer(question: AnyQuestion) -> AnswerGiven:
        while True:
            try:
                given = mind.answer(question)
            except Unanswerable as fault:
                sleep(fault.retry_after)
            except InvalidAnswer as fault:
                return AnswerGiven(question.key, stand_in.name, no_answer(fault))
            else:
                return AnswerGiven(question.key, given.mind, given.answer.model_dump(mode="json"))

    return answer
