"""A town that is killed again and again lives the same life: nothing is lost, nothing happens twice."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from backend.domain.chance import Chance
from backend.store.environment.failpoints import FAILPOINTS
from tests.integration.a_townlet import Townlet, a_townlet
from tests.integration.test_one_life import DAY, INPUTS, SEED, at_of, headless
from tests.waiting import wait_until

KILLS = 30
SPAN = DAY // KILLS
"""Ticks that the town lives between two kills."""

FAIL_POINTS = (
    "commit-before",
    "commit-within",
    "commit-after",
    "engine-after-commit",
    "engine-after-hints",
    "mind-claimed",
    "answer-before",
    "answer-within",
    "answer-after",
)
"""Passed often while a town lives."""
INPUT_FAIL_POINTS = ("input-before", "input-within", "input-after")
"""Passed by the backend when an input comes."""
PROCESSES = ("backend", "towns-1", "towns-2", "minds-1", "talk-1", "postgres", "redis")
FLUSH = "flush"


@pytest.fixture(scope="module")
def failpoints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("failpoints")


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory, failpoints: Path) -> Iterator[Townlet]:
    environment = {"TOWNLET_MINDS": "queue", FAILPOINTS: str(failpoints)}
    home = tmp_path_factory.mktemp("killed")
    with a_townlet(home, environment=environment, towns=2, batch=0) as running:
        yield running


def plan_of_kills(seed: int) -> list[str]:
    """What dies at each of the kills: fail points and processes in turn, drawn by the seed."""
    plan = []
    for number in range(KILLS):
        chance = Chance(seed, "kills", "what", number)
        plan.append(chance.choice(FAIL_POINTS) if number % 2 == 0 else chance.choice((*PROCESSES, FLUSH)))
    return plan


def test_thirty_kills_change_nothing(townlet: Townlet, failpoints: Path, tmp_path: Path) -> None:
    town = townlet.found_town(SEED)
    pending = list(INPUTS)
    passed_by = 0
    for number, what in enumerate(plan_of_kills(SEED)):
        upto = (number + 1) * SPAN
        while pending and pending[0]["tick"] < upto:
            _send_while_the_backend_dies(townlet, failpoints, town, pending.pop(0), number)
        kill = _kill_by(townlet, failpoints, what)
        midway = number * SPAN + Chance(SEED, "kills", "when", number).below(SPAN)
        if what in FAIL_POINTS:
            kill()
            townlet.live_until(town, upto)
        else:
            townlet.live_until(town, upto)
            townlet.wait_for(town, midway)
            kill()
        townlet.wait_for(town, upto)
        passed_by += (failpoints / what).exists()
        (failpoints / what).unlink(missing_ok=True)
    assert passed_by <= KILLS // 10, "hardly any fail point is missed in a stretch of a day"
    assert townlet.digest(town, DAY) == headless(tmp_path, DAY, INPUTS)
    _nothing_is_lost_or_doubled(townlet, town)


def _kill_by(townlet: Townlet, failpoints: Path, what: str) -> Callable[[], None]:
    if what in FAIL_POINTS:
        return lambda: _arm(failpoints, what, nth=2)
    if what == FLUSH:
        return lambda: _flush(townlet)
    return lambda: _kill_process(townlet, what)


def _arm(failpoints: Path, name: str, nth: int) -> None:
    (failpoints / name).write_text(str(nth))


def _flush(townlet: Townlet) -> None:
    with redis.Redis.from_url(townlet.processes.redis_url) as client:
        client.flushall()


def _kill_process(townlet: Townlet, name: str) -> None:
    process = townlet.processes.processes[name]
    process.wait_started_again(process.kill(signal.SIGKILL))


def _send_while_the_backend_dies(
    townlet: Townlet,
    failpoints: Path,
    town: str,
    line: dict,
    number: int,  # type: ignore[type-arg]
) -> None:
    """The backend dies in the middle of taking an input; the client, not knowing, sends it again."""
    name = Chance(SEED, "kills", "input", number).choice(INPUT_FAIL_POINTS)
    backend = townlet.processes.processes["backend"]
    before = backend.restarts
    _arm(failpoints, name, nth=1)
    first = townlet.send(town, line["key"], line["input"], at_of(line))
    wait_until(lambda: backend.restarts > before)
    assert townlet.send(town, line["key"], line["input"], at_of(line)) == first


def _nothing_is_lost_or_doubled(townlet: Townlet, town: str) -> None:
    url = townlet.processes.database_url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(url) as connection:
        counted = "SELECT count(*), count(DISTINCT seq), max(seq) FROM events WHERE town = %s"
        events = connection.execute(counted, (town,)).fetchone()
        inputs = connection.execute(
            "SELECT count(*) FILTER (WHERE status = 'applied'), count(*) FROM inputs WHERE town = %s", (town,)
        ).fetchone()
        open_questions = connection.execute(
            "SELECT count(*) FROM questions q JOIN events e ON e.town = q.town AND e.payload->>'key' = q.key"
            " AND e.kind IN ('answered', 'answer_lapsed') WHERE q.town = %s AND q.status = 'open'",
            (town,),
        ).fetchone()
    assert events is not None
    assert events[0] == events[1] == events[2]
    assert inputs == (len(INPUTS), len(INPUTS))
    assert open_questions == (0,)
