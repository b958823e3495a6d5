"""The tasks of the workers: a message carries an id, the work is a row."""

from __future__ import annotations

import logging

from celery import Task

from backend.domain.calls import Call
from backend.store.model_server.check import tell_check
from backend.store.model_server.spending import record_spending
from backend.store.postgres.database import StoreUnavailable
from backend.store.redis.first_day import read_wanted, tell_first_day
from backend.store.redis.hints import ANSWER, CHECK, FIRST_DAY, LIVE, SKETCH, TALK, TELL
from backend.store.redis.sketches import read_wanted_sketch, tell_sketch
from worker import parts
from worker.answering import answer_question
from worker.app import app
from worker.engine.live import live_slice
from worker.first_day import first_day as live_first_day
from worker.model_check import check_models
from worker.sketching import sketch as sketch_newcomer
from worker.telling import tell as tell_of_town

log = logging.getLogger(__name__)


@app.task(name=LIVE, bind=True)
def live(task: Task[..., None], town: str) -> None:
    """Lives a town for a slice, unless another engine does."""
    owner = f"{task.request.hostname}:{task.request.id}"
    try:
        live_slice(parts.workshop(), town, owner)
    except StoreUnavailable as fault:
        log.warning("%s stands still: %s", town, fault)


@app.task(name=ANSWER)
def answer(town: str, key: str) -> None:
    """Has a question answered."""
    _answer(town, key)


@app.task(name=TALK)
def talk(town: str, key: str) -> None:
    """Has a question answered that a person waits for, before all others."""
    _answer(town, key)


@app.task(name=TELL)
def tell(root: str, key: str) -> None:
    """Has a town told of, for people who were away."""
    try:
        tell_of_town(parts.desk(), root, key)
    except StoreUnavailable as fault:
        log.warning("%s of %s waits: %s", key, root, fault)


@app.task(name=CHECK)
def check(number: str) -> None:
    """Tries the model server for whoever asked under this number."""

    def spent_on(call: Call) -> None:
        record_spending(parts.database(), call)

    try:
        tell_check(parts.hints().redis_url, number, check_models(parts.model_setup(), spent_on))
    except StoreUnavailable as fault:
        log.warning("The model server is not tried: %s", fault)


@app.task(name=FIRST_DAY)
def first_day(number: str) -> None:
    """Lives somebody's first day for whoever asked under this number."""
    url = parts.hints().redis_url
    wanted = read_wanted(url, number)
    if wanted is not None:
        tell_first_day(url, number, live_first_day(wanted.scenario, wanted.resident, wanted.seed))


@app.task(name=SKETCH)
def sketch(number: str) -> None:
    """Makes a form of what was said under this number, for whoever waits for it."""
    url = parts.hints().redis_url
    wanted = read_wanted_sketch(url, number)
    if wanted is None:
        return
    try:
        tell_sketch(url, number, sketch_newcomer(parts.desk(), wanted))
    except StoreUnavailable as fault:
        log.warning("A description waits in vain: %s", fault)


def _answer(town: str, key: str) -> None:
    try:
        answer_question(parts.desk(), town, key)
    except StoreUnavailable as fault:
        log.warning("%s of %s waits: %s", key, town, fault)
