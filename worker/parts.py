"""What the tasks of this process are made of, each part made when it is first asked for."""

from __future__ import annotations

import os
import threading
from functools import cache

from backend.domain.scenario import Scenario
from backend.store.environment.settings import settings
from backend.store.model_server.meter import ModelMeter
from backend.store.model_server.sealing import Seal
from backend.store.model_server.settings import ModelSetup, read_model_setup
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from worker.answering import CLAIM_SECONDS, Desk
from worker.cognition.cognition import Cognition
from worker.engine.live import Workshop
from worker.engine.standing_back import StandingBack
from worker.engine.warm import WarmEngines
from worker.keeping import Keeping
from worker.minds import minds
from worker.minds.model.mind import ModelMind
from worker.model_minds import ModelMinds

stopping = threading.Event()
"""Set when this process is told to stop."""


CONNECTIONS = 24
"""Kept open at most, and as many again when all threads of the process want one at once."""


@cache
def database() -> Database:
    return Database(settings().database_url, pool_size=CONNECTIONS, overflow=CONNECTIONS)


@cache
def hints() -> Hints:
    return Hints(settings().redis_url)


@cache
def meter() -> ModelMeter:
    return ModelMeter(database(), settings().redis_url)


def model_setup() -> ModelSetup:
    """What is set for the model server now. Raises StoreUnavailable."""
    return read_model_setup(database(), Seal(settings().home), settings().models)


@cache
def keeping() -> Keeping:
    return Keeping(database(), meter(), CLAIM_SECONDS)


@cache
def desk() -> Desk:
    built_in = minds("rules")
    models = ModelMinds(database(), meter(), model_setup, ModelMind, built_in)
    return Desk(database(), hints(), built_in, models, keeping())


@cache
def workshop() -> Workshop:
    return Workshop(
        database=database(),
        hints=hints(),
        make_cognition=Cognition,
        mind_named=minds,
        inline=settings().minds == "inline",
        warm=WarmEngines(),
        standing_back=StandingBack(),
        stopping=stopping,
        make_of_model=_with_embeddings,
    )


def _with_embeddings(scenario: Scenario) -> Cognition:
    """As it is set up when a worker takes the town up; another model embeds everything anew."""
    settings_now = model_setup().settings
    return Cognition(scenario, embedder=None if settings_now is None else settings_now.embedding_model)


def _forget() -> None:
    """A forked child must not share its parent's connections."""
    for part in (database, hints, meter, keeping, desk, workshop):
        part.cache_clear()


os.register_at_fork(after_in_child=_forget)
