"""A secret planted in one resident of a town that lives by a model: what really went over the wire, and came back."""

from __future__ import annotations

import pytest

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.inputs import AnswerGiven
from backend.domain.questions import AnyQuestion
from tests.a_life import Chronicle, Life, brook_lane
from tests.a_model_mind import Desk, a_mind, settings_for
from tests.canary import TOLD, Canary, Leak, with_canary
from tests.model_server import Exchange, model_server
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import AnsweringThreads
from worker.engine.headless import live_headless
from worker.minds import minds
from worker.minds.model.servers import SERVERS
from worker.minds.model.wire import write

OWNER, SEED, SLOTS = "jonah", 11, 8

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def lived() -> tuple[Canary, list[Exchange]]:
    """A day in which a model answers every question of every resident."""
    scenario = with_canary(brook_lane(), OWNER)
    asked: dict[str, AnyQuestion] = {}
    with model_server(find=lambda _, key: asked.get(key), encode=write, keep=True) as server:
        settings = settings_for(server.url)

        def answer(question: AnyQuestion) -> AnswerGiven:
            asked[question.key] = question
            given = a_mind(settings, Desk()).answer(question)
            return AnswerGiven(question.key, given.mind, given.answer.model_dump(mode="json"))

        chronicle = Chronicle()
        with AnsweringThreads(answer, SLOTS) as slots:
            live_headless(
                scenario, SEED, TICKS_PER_DAY, cognition=Cognition(scenario), mind=minds("rules"),
                journal=chronicle, founded_as="model", elsewhere=slots,
            )  # fmt: skip
        SERVERS.close()
    life = Life(
        scenario, SEED, TICKS_PER_DAY, chronicle.log, chronicle.questions, chronicle.fates, chronicle.answers
    )
    return Canary(life, OWNER), server.exchanges


def test_the_model_answered_and_nobody_has_what_it_was_not_told(
    lived: tuple[Canary, list[Exchange]],
) -> None:
    canary, _ = lived
    minded = [answer.mind for answer in canary.life.answers.values()]
    assert minded.count("model") > 0.95 * len(minded)
    assert [str(leak) for leak in canary.leaks()] == []


def test_what_went_over_the_wire_holds_the_secret_for_those_who_were_told_alone(
    lived: tuple[Canary, list[Exchange]],
) -> None:
    canary, exchanges = lived
    assert len(exchanges) > 200
    leaks: list[Leak] = []
    prompted: set[str] = set()
    for exchange in exchanges:
        question = canary.life.questions[exchange.request_id.partition("/")[2]]
        for text, where in ((exchange.prompt, "the prompt"), (exchange.answer, "the answer")):
            leaks += canary.check(question.resident, question.tick, text, f"{where} of {question.key}")
        if TOLD in exchange.prompt.lower():
            prompted.add(question.resident)
    assert [str(leak) for leak in leaks] == []
    assert prompted >= {OWNER}
    assert len(prompted) >= 2
