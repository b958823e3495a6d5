"""What fails again and again is tried less and less often, and nobody is stuck for it."""

from __future__ import annotations

from collections import Counter

from backend.domain import events as e
from backend.domain.pathfinding import Pathfinder
from backend.domain.wishes import Act
from backend.domain.world import Tile
from tests.a_life import brook_lane
from tests.unit.a_town import Baffled, a_town, on_the_way, sitting_down
from worker.engine.actions import set_out
from worker.engine.engine import Engine
from worker.engine.ports import Mind
from worker.engine.town import Town
from worker.minds import minds

HALF_A_DAY = 4320


class NoWay(Pathfinder):
    """Nobody gets anywhere."""

    def path(self, start: Tile, goal: Tile, _barred: frozenset[str] = frozenset()) -> tuple[Tile, ...] | None:
        return (start,) if start == goal else None


def lived(town: Town, mind: Mind) -> list[e.Recorded]:
    engine = Engine(town, mind)
    engine.found(mind.name)
    while engine.step(HALF_A_DAY):
        pass
    return town.pending


def baffled_by(kind: str) -> list[e.Recorded]:
    """The log of a town whose minds never have a fitting answer to one kind of question."""
    return lived(a_town(scenario=brook_lane()), Baffled(lambda question: question.kind == kind))


def questions_asked(log: list[e.Recorded], kind: str) -> Counter[str]:
    return Counter(r.event.resident for r in log if isinstance(r.event, e.Asked) and r.event.question == kind)


def test_a_talk_ends_when_somebody_finds_no_words() -> None:
    log = baffled_by("say")
    begun = [r.event.talk for r in log if isinstance(r.event, e.TalkStarted)]
    ended = [r.event.talk for r in log if isinstance(r.event, e.TalkEnded)]
    assert begun
    assert set(begun[:-6]) <= set(ended), "nobody stands about, waiting for words"
    assert questions_asked(log, "say").total() == len(begun)


def test_memories_that_no_mind_can_rate_keep_the_built_in_rating() -> None:
    log = baffled_by("rate")
    observed = Counter(
        r.event.resident for r in log if isinstance(r.event, e.Remembered) and r.event.memory == "observation"
    )
    asked = questions_asked(log, "rate")
    assert asked
    assert all(number <= observed[resident] / 20 for resident, number in asked.items())


def test_whoever_never_has_an_insight_reflects_no_more_often_than_others() -> None:
    taken_in = 0
    log = baffled_by("reflect")
    for r in log:
        if isinstance(r.event, e.Remembered):
            taken_in += r.event.importance
    asked = questions_asked(log, "reflect")
    assert asked
    assert asked.total() <= taken_in / 150


def test_a_mind_that_can_plan_no_day_is_asked_less_and_less_often() -> None:
    asked = questions_asked(baffled_by("plan_day"), "plan_day")
    assert all(3 <= number <= 35 for number in asked.values()), asked


def test_a_mind_that_can_detail_no_block_is_asked_less_and_less_often() -> None:
    asked = questions_asked(baffled_by("detail_plan"), "detail_plan")
    assert all(3 <= number <= 50 for number in asked.values()), asked


def test_whoever_stands_where_no_way_leads_does_not_try_every_minute() -> None:
    town = a_town(scenario=brook_lane())
    town.paths = NoWay(town.scenario.world)
    log = lived(town, minds("rules"))
    refused = Counter(
        r.event.resident for r in log if isinstance(r.event, e.ActionEnded) and r.event.how == "refused"
    )
    assert refused
    assert all(number <= 40 for number in refused.values()), refused


def test_whoever_is_stopped_on_its_way_is_met_where_it_stands() -> None:
    town = on_the_way(a_town("ana", "ben"), "ana", [(x, 1) for x in range(8)])
    town.open_tick(3)
    town.moved.clear()
    assert not set_out(town, Act("ana", sitting_down(arena="nowhere"), why="Lost."))
    assert town.state.residents["ana"].position(9) == (3, 1)
    assert "ana" in town.moved
