"""A director's hand in one resident's mind: thoughts, memories, aims, what others are to it. Nobody else notices."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.named_by_words import id_by_words
from worker.engine.carry_out import carry_out
from worker.engine.nearest import nearest
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_resident, two_residents
from worker.engine.refusals import UnknownGoal
from worker.engine.town import Town


def _whisper(town: Town, given: i.Whisper) -> None:
    resident = known_resident(town, given.resident)
    carry_out(town, town.cognition.whisper(town.view(), resident, given.text))


def _plant_memory(town: Town, given: i.PlantMemory) -> None:
    resident = known_resident(town, given.resident)
    if given.source is not None:
        two_residents(town, resident, given.source)
    planted = town.cognition.plant(
        town.view(), resident, given.text, source=given.source, weight=given.importance
    )
    carry_out(town, planted)


def _edit_goal(town: Town, given: i.EditGoal) -> None:
    """A new aim has the id "goal:RESIDENT@TICK.HASH"; that it came to have it is a memory, as its ground."""
    resident = known_resident(town, given.resident)
    goals = town.state.residents[resident].goals
    if given.goal is not None and given.goal not in goals:
        raise UnknownGoal(
            f"{_first_name(town, resident)} has no aim {given.goal!r}; {nearest(given.goal, goals)}"
        )
    goal = given.goal or id_by_words(f"goal:{resident}@{town.tick}", given.text, goals)
    grounds = goals[goal].memories if goal in goals else ()
    if given.status == "open" and (goal not in goals or goals[goal].text != given.text):
        grounds = _planted(town, resident, f"{_first_name(town, resident)} has an aim: {given.text}")
    town.emit(e.GoalSet(resident=resident, goal=goal, text=given.text, status=given.status, memories=grounds))


def _edit_relationship(town: Town, given: i.EditRelationship) -> None:
    """Who is something to a resident is known to it by name."""
    resident, other = two_residents(town, given.resident, given.other)
    known = town.state.residents[resident].relationships.get(other)
    note = given.note if given.note is not None else known.note if known is not None else ""
    if known is None or not known.knows_name:
        name = town.scenario.personas[other].name
        town.emit(e.NameLearned(resident=resident, other=other, name=name))
    if note and (known is None or known.note != note):
        carry_out(town, town.cognition.plant(town.view(), resident, note, about=(other,)))
    town.emit(
        e.RelationshipChanged(
            resident=resident,
            other=other,
            closeness=given.closeness,
            note=note,
            reason="A director's hand changed it.",
        )
    )


def _planted(town: Town, resident: str, text: str) -> tuple[str, ...]:
    """Plants a memory; its id, or nothing where an experiment keeps memories away."""
    wishes = town.cognition.plant(town.view(), resident, text)
    carry_out(town, wishes)
    return tuple(wish.id for wish in wishes if isinstance(wish, e.Remembered))


def _first_name(town: Town, resident: str) -> str:
    return town.scenario.personas[resident].first_name


HANDLERS: Handlers = {
    "whisper": _whisper,
    "plant_memory": _plant_memory,
    "edit_goal": _edit_goal,
    "edit_relationship": _edit_relationship,
}
