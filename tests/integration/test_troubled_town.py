"""A town whose engine or mind fails says so, is left alone for a while, and recovers by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from backend.domain.events import Recorded
from backend.domain.questions import AnyAnswer, AnyQuestion
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database
from backend.store.queues.questions import claim_question
from backend.store.redis.hints import Hints
from backend.store.town.towns import get_town, release_lease, set_clock
from tests.integration.a_desk import a_desk
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_scenario, asked
from worker import answering
from worker.answering import answer_question
from worker.engine import standing_back
from worker.engine.live import Workshop, live_slice
from worker.engine.ports import Mind
from worker.minds import minds

A_LONG_WHILE = 1000.0
"""Real seconds: nothing that a test does takes as long."""


class Broken:
    name = "rules"

    def answer(self, _question: AnyQuestion) -> AnyAnswer:
        raise ZeroDivisionError("a fault in the mind")


@pytest.fixture
def workshop(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str], Mind]], Workshop]:
    monkeypatch.setattr(standing_back, "FIRST", A_LONG_WHILE)
    monkeypatch.setattr(standing_back, "LONGEST", 100 * A_LONG_WHILE)

    def make(mind_named: Callable[[str], Mind]) -> Workshop:
        return replace(shop, mind_named=mind_named)

    return make


def no_such_mind(name: str) -> Mind:
    raise LookupError(f"there is no mind {name!r}")


def seconds_left_alone(database: Database, town: str) -> float:
    until = get_town(database, town).lease_until
    return 0.0 if until is None else (until - datetime.now(UTC)).total_seconds()


@pytest.mark.parametrize("mind_named", [no_such_mind, lambda _: Broken()], ids=["taking up", "living"])
def test_a_town_that_fails_says_why_and_is_left_alone_longer_each_time(
    database: Database,
    found_town: FoundTown,
    workshop: Callable[[Callable[[str], Mind]], Workshop],
    mind_named: Callable[[str], Mind],
) -> None:
    town, shop, waits = found_town(), workshop(mind_named), []
    set_clock(database, town, speed=0)
    for _ in range(3):
        with pytest.raises((LookupError, ZeroDivisionError)):
            live_slice(shop, town, "me", 60.0)
        row = get_town(database, town)
        assert "tried again in" in (row.trouble or "")
        waits.append(seconds_left_alone(database, town))
        live_slice(shop, town, "another", 0.3)
        assert get_town(database, town).fence == row.fence, "nobody tries meanwhile"
        release_lease(database, town, row.fence)
    assert [round(wait / A_LONG_WHILE) for wait in waits] == [1, 2, 4]
    live_slice(workshop(minds), town, "me", 0.3)
    row = get_town(database, town)
    assert row.trouble is None
    assert row.head_seq > 0
    assert seconds_left_alone(database, town) == 0


def test_a_mind_that_fails_says_so_and_is_asked_again_later(
    database: Database,
    found_town: FoundTown,
    lead: Lead,
    hints: Hints,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = a_scenario()
    journal = lead(found_town(scenario))
    question = a_question(scenario, "ana", 5)
    journal.commit(Batch(Head(5, 0, 1), [Recorded(1, 5, 0, asked(question))], [question]))
    monkeypatch.setattr(answering, "AFTER_A_FAULT", A_LONG_WHILE)
    with pytest.raises(ZeroDivisionError):
        answer_question(a_desk(database, hints, mind=Broken()), journal.town, question.key)
    assert "a fault in the mind" in (get_town(database, journal.town).trouble or "")
    assert claim_question(database, journal.town, question.key, 600) is None
