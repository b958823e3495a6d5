"""Two branches of one moment live a whole day to the same end, whoever thinks for their residents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.questions import AnyAnswer, AnyQuestion, DetailPlanAnswer, SayAnswer
from backend.scenarios import find_scenario, load_scenario
from backend.store.history.events import digest, read_events, state_at
from backend.store.model_server.meter import ModelMeter
from backend.store.model_server.settings import ModelSetup
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from backend.store.town.towns import get_town
from tests.a_life import BROOK_LANE, brook_lane
from tests.a_model_mind import settings_for
from tests.integration.a_branch import EVERYTHING, branch_of, found, live_to, log_of
from tests.integration.a_desk import a_desk
from tests.integration.test_model_town import Asked
from tests.model_server import ModelServer, model_server
from worker.answering import Desk
from worker.minds import minds
from worker.minds.model.mind import ModelMind
from worker.minds.model.servers import SERVERS
from worker.minds.model.wire import write
from worker.model_minds import ModelMinds

pytestmark = pytest.mark.slow

FORK = 3 * TICKS_PER_HOUR
EVENING = FORK + 10 * TICKS_PER_HOUR
END = FORK + TICKS_PER_DAY


def test_two_branches_of_the_ville_live_a_day_to_the_same_digest(database: Database) -> None:
    """The one in one go, the other with an engine that is put down twice and takes it up from what is stored."""
    scenario = load_scenario(find_scenario(BROOK_LANE.parent, "the_ville"))
    town = found(database, scenario)
    live_to(database, town, FORK)
    one, other = branch_of(database, town), branch_of(database, town)
    live_to(database, one, END, steps_a_commit=2000)
    for tick in (FORK + 7, EVENING, END):
        live_to(database, other, tick, steps_a_commit=500)
    assert digest(database, one) == digest(database, other) != digest(database, town)
    assert get_town(database, one).head_seq == get_town(database, other).head_seq
    assert state_at(database, one, END - 1) == state_at(database, other, END - 1)


@pytest.fixture
def asked(database: Database) -> Asked:
    finder = Asked()
    finder.database = database
    return finder


@pytest.fixture
def server(asked: Asked) -> Iterator[ModelServer]:
    """A model that never says the same thing twice."""
    number = count(1)

    def encode(question: AnyQuestion, answer: AnyAnswer) -> dict[str, Any]:
        return write(question, otherwise(answer, next(number)))

    with model_server(find=asked, encode=encode) as running:
        yield running
    SERVERS.close()


def otherwise(answer: AnyAnswer, number: int) -> AnyAnswer:
    if isinstance(answer, SayAnswer) and answer.text:
        return answer.model_copy(update={"text": f"{answer.text} ({number})"})
    if isinstance(answer, DetailPlanAnswer):
        first, *rest = answer.actions
        anew = first.model_copy(update={"activity": f"{first.activity} ({number})"})
        return answer.model_copy(update={"actions": (anew, *rest)})
    return answer


@pytest.fixture
def desk(database: Database, redis_url: str, server: ModelServer) -> Iterator[Desk]:
    """As a worker has it, with the whole way to the model's server."""
    hints = Hints(redis_url)
    setup = ModelSetup(settings_for(server.url), "environment")
    models = ModelMinds(database, ModelMeter(database, redis_url), lambda: setup, ModelMind, minds("rules"))
    yield a_desk(database, hints, model=models)
    hints.close()


def test_two_branches_live_a_day_to_the_same_digest_with_a_model(
    database: Database, desk: Desk, server: ModelServer
) -> None:
    """Its server takes nothing but what the protocol allows, and is asked once in a family."""
    town = found(database, brook_lane(), mind="model")
    live_to(database, town, FORK, desk=desk)
    one, other = branch_of(database, town), branch_of(database, town)
    live_to(database, one, END, steps_a_commit=500, desk=desk)
    calls = server.spent.calls
    live_to(database, other, EVENING, desk=desk)
    live_to(database, other, END, steps_a_commit=500, desk=desk)
    assert digest(database, one) == digest(database, other) != digest(database, town)
    assert log_of(database, one) == log_of(database, other)
    assert server.spent.calls == calls > 0, "nobody was asked again"
    assert server.spent.refused == {}
    answered = (
        recorded.event for recorded in read_events(database, other, limit=EVERYTHING, kind="answered")
    )
    assert {event.mind for event in answered if event.kind == "answered"} == {"model"}
