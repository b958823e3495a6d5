"""Taking up a town where its log ends: the engine that goes on is the one that stopped."""

from __future__ import annotations

from backend.store.journal.resume import Loaded
from worker.engine.ports import Cognition
from worker.engine.town import Town


def take_up(loaded: Loaded, cognition: Cognition) -> Town:
    """The town at its open tick, with the events of that tick, its open questions and all memories."""
    state = loaded.state()
    cognition.restore(loaded.memories, state.accesses, state.importances)
    town = Town(loaded.scenario, loaded.town.seed, state, cognition)
    town.tick = loaded.town.head_tick
    town.happened = [recorded.event for recorded in loaded.open_tick]
    town.questions = {key: loaded.open_questions[key] for key in state.questions}
    return town
