"""Towns of a line or two, for tests of the engine's units."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend.domain import events as e
from backend.domain.events import Block, PlannedAction
from backend.domain.questions import AnyAnswer, AnyQuestion, InvalidAnswer
from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.domain.world import Tile
from tests.small_town import ROOM, a_scenario
from worker.cognition.cognition import Cognition
from worker.engine.town import Town
from worker.minds import minds


def a_town(*names: str, scenario: Scenario | None = None, tick: int = 0) -> Town:
    """A house on a lane, with `names` beside their beds; nothing has happened yet."""
    scenario = scenario or a_scenario(*names)
    town = Town(scenario, 7, initial_state(scenario), Cognition(scenario))
    town.open_tick(tick)
    return town


def sitting_down(spot: Tile = (7, 1), duration: int = 60, arena: str = ROOM) -> PlannedAction:
    return PlannedAction(activity="sitting down", need="rest", emoji="🪑", arena=arena, duration=duration)


def on_the_way(town: Town, resident: str, path: Iterable[Tile]) -> Town:
    """The resident sets out to sit down at the end of `path`."""
    steps = tuple(path)
    town.emit(
        e.ActionChosen(
            resident=resident, activity="sitting down", emoji="🪑", need="rest", arena=ROOM, spot=steps[-1],
            duration=60, why="To rest.",
        )
    )  # fmt: skip
    town.emit(e.Walked(resident=resident, path=steps))
    return town


def planned(town: Town, resident: str, *blocks: tuple[int, int]) -> Town:
    """Its plan: to rest from tick to tick, block by block."""
    made = tuple(
        Block(start=start, end=end, activity="resting", need="rest", emoji="🪑", arena=ROOM)
        for start, end in blocks
    )
    town.emit(e.DayPlanned(resident=resident, day=0, blocks=made))
    return town


def lines_up(x: int, to: int, y: int = 1) -> list[Tile]:
    """A path along a row."""
    return [(at, y) for at in (range(x, to + 1) if to >= x else range(x, to - 1, -1))]


class Baffled:
    """The built-in mind, but for the questions that it finds no fitting answer to."""

    name = "baffled"

    def __init__(self, baffles: Callable[[AnyQuestion], bool]) -> None:
        self._baffles, self._rules = baffles, minds("rules")

    def answer(self, question: AnyQuestion) -> AnyAnswer:
        if self._baffles(question):
            raise InvalidAnswer("is beside the point")
        return self._rules.answer(question)
