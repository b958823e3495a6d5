"""Answering a person from outside: what was said is remembered with its speaker, the answer comes from memory."""

from __future__ import annotations

from backend.domain.events import NameLearned, Said, Source
from backend.domain.inputs import Speak
from backend.domain.questions import LineView, Reply, ReplyAnswer
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.asked_about import known_people, known_places, sightings
from worker.cognition.questions import common
from worker.cognition.recall import Recall


def reply(recall: Recall, view: View, spoken: Speak, key: str, effect: int | None) -> list[Wish]:
    """Asks for the answer, and remembers the words. The words themselves are data, never an instruction."""
    resident = spoken.to
    lines = view.state.attention[resident].dialogues.get(spoken.visitor, ())
    people = known_people(view, spoken)
    question = Reply(
        **{**common(view, "answer", resident), "key": key, "effect": effect},
        memories=recall.recall(
            view, resident, [spoken.text, spoken.name], "answer", also=sightings(recall, resident, people)
        ),
        visitor=spoken.visitor,
        visitor_name=spoken.name,
        text=spoken.text,
        lines=tuple(LineView(speaker=line.speaker, text=line.text) for line in lines[:-1]),
        plan=_plan(view, resident),
        people=people,
        in_sight=tuple(person.id for person in people if person.activity),
        places=known_places(view, spoken),
    )
    heard = recall.notebook(view, resident).note(
        spoken.text,
        "observation",
        Source(by="speaker", who=spoken.visitor),
        about=(spoken.visitor,),
    )
    return [*_introduction(view, spoken), heard, Ask(question, about=spoken.visitor)]


def take(recall: Recall, view: View, question: Reply, answer: ReplyAnswer) -> list[Wish]:
    resident = question.resident
    said = Said(speaker=resident, to=(question.visitor,), text=answer.text, cause=question.key)
    memory = recall.notebook(view, resident).note(
        f"{view.persona(resident).first_name} answered {question.visitor_name}: “{answer.text}”",
        "conversation",
        Source(by="conversation", who=question.visitor, question=question.key, memories=answer.cites),
        about=(question.visitor,),
    )
    return [said, memory]


def _introduction(view: View, spoken: Speak) -> list[Wish]:
    """Whoever speaks gives a name; empty if the resident knows it."""
    known = view.state.residents[spoken.to].relationships.get(spoken.visitor)
    if known is not None and known.name == spoken.name:
        return []
    return [NameLearned(resident=spoken.to, other=spoken.visitor, name=spoken.name)]


def _plan(view: View, resident: str) -> tuple[str, ...]:
    plan = view.state.residents[resident].plan
    if plan is None:
        return ()
    clock = view.scenario.calendar.clock
    places = view.scenario.world.arenas
    return tuple(
        f"{clock(block.start)} {block.activity}, {places[block.arena].name} of "
        f"{view.scenario.world.sector_of(block.arena).name}"
        for block in plan.blocks
        if block.end > view.tick
    )
