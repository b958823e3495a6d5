"""A model never says the same thing twice; branches that are left alone live the same life all the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest

from backend.domain.inputs import Announce
from backend.domain.questions import AnyAnswer, AnyQuestion, DetailPlanAnswer, SayAnswer
from backend.store.model_server.calls import list_calls, record_call
from backend.store.postgres.database import Database
from backend.store.queues.recorded import share_answer
from backend.store.redis.hints import Hints
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send
from tests.integration.a_desk import Streamed, a_desk
from tests.integration.test_calls import a_call
from tests.small_town import a_question, a_scenario
from worker.answering import Desk
from worker.minds import minds

FORK, END = 300, 700


@dataclass
class Fickle:
    """Answers as the built-in mind does, each time in other words."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    number: Iterator[int] = field(default_factory=lambda: count(1))

    def answer(self, town: str, question: AnyQuestion, _streamed: Streamed) -> tuple[AnyAnswer, str]:
        self.asked.append((town, question.key))
        answer = minds("rules").answer(question)
        again = f" ({next(self.number)})"
        if isinstance(answer, SayAnswer) and answer.text:
            answer = answer.model_copy(update={"text": answer.text + again})
        if isinstance(answer, DetailPlanAnswer):
            first, *rest = answer.actions
            anew = first.model_copy(update={"activity": first.activity + again})
            answer = answer.model_copy(update={"actions": (anew, *rest)})
        return answer, "model"


@pytest.fixture
def model() -> Fickle:
    return Fickle()


@pytest.fixture
def desk(database: Database, redis_url: str, model: Fickle) -> Iterator[Desk]:
    hints = Hints(redis_url)
    yield a_desk(database, hints, model=model)  # type: ignore[arg-type]
    hints.close()


def a_lived_town(database: Database, desk: Desk) -> str:
    town = found(database, brook_lane(), mind="model")
    live_to(database, town, END, desk=desk)
    return town


def test_branches_that_are_left_alone_take_the_answers_of_their_family(
    database: Database, desk: Desk, model: Fickle
) -> None:
    town = a_lived_town(database, desk)
    asked = len(model.asked)
    one, other = branch_of(database, town, tick=FORK), branch_of(database, town, tick=FORK)
    for branch in (one, other):
        live_to(database, branch, END, desk=desk)
        assert log_of(database, branch) == log_of(database, town)
    assert len(model.asked) == asked, "nobody was asked again"
    for branch in (other, one):
        live_to(database, branch, END + 200, desk=desk)
    assert log_of(database, one) == log_of(database, other)
    assert {where for where, _ in model.asked} == {town, other}
    shared = model.asked[-1][1]
    record_call(database, other, a_call(shared))
    assert [call.key for call in list_calls(database, one, 5, question=shared)] == [shared]
    assert list_calls(database, town, 5, question=shared) == []
    assert log_of(database, a_lived_town(database, desk)) != log_of(database, town), "the model is fickle"


def test_where_a_branch_is_asked_otherwise_the_model_answers_anew(
    database: Database, desk: Desk, model: Fickle
) -> None:
    town = a_lived_town(database, desk)
    branch = branch_of(database, town, tick=FORK)
    send(database, branch, "news", Announce(text="There is a fire in the mill!"))
    live_to(database, branch, END, desk=desk)
    assert branch in {where for where, _ in model.asked}
    own, parents = log_of(database, branch), log_of(database, town)
    differs = next(n for n, (mine, theirs) in enumerate(zip(own, parents, strict=False)) if mine != theirs)
    assert '"kind":"announced"' in own[differs][3]


def test_of_two_answers_at_once_one_is_everybodys(database: Database) -> None:
    scenario = a_scenario()
    town = found(database, scenario, mind="model")
    towns = [town, *(branch_of(database, town) for _ in range(7))]
    question = a_question(scenario, "ana", 5)
    together = threading.Barrier(len(towns))
    counts: list[str] = []

    def answer(where: str) -> None:
        together.wait()
        shared = share_answer(database, where, question, "model", {"kind": "react", "option": where})
        counts.append(shared.payload["option"])

    threads = [threading.Thread(target=answer, args=(where,)) for where in towns]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == len(towns)
    assert len(set(counts)) == 1
