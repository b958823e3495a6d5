"""What somebody's first day would look like: the town is lived with the built-in mind until it has a plan."""

from __future__ import annotations

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.scenario import Scenario
from backend.domain.state import Plan, initial_state
from backend.store.redis.first_day import Hour
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

STRETCH = 360
"""Ticks between two looks at whether there is a plan."""


def first_day(scenario: Scenario, resident: str, seed: int) -> list[Hour]:
    """The plan of its first day, block for block; empty where it made none within a day."""
    town = Town(scenario, seed, initial_state(scenario), Cognition(scenario))
    engine = Engine(town, minds("rules"))
    engine.found("rules")
    while town.state.residents[resident].plan is None and town.tick < TICKS_PER_DAY:
        limit = town.tick + STRETCH
        while engine.step(limit) and town.state.residents[resident].plan is None:
            pass
        engine.taken.answers.clear()
        town.pending.clear()
    plan = town.state.residents[resident].plan
    return [] if plan is None else _hours(scenario, plan)


def _hours(scenario: Scenario, plan: Plan) -> list[Hour]:
    clock = scenario.calendar.clock
    return [Hour(clock(block.start), block.activity, block.emoji, block.arena) for block in plan.blocks]
