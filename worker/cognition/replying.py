"""Answering a person from outside: what was said is remembered with its speaker, the answer comes from memory."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.events import NameLearned, Said, Source
from backend.domain.questions import LineView, Reply, ReplyAnswer
from backend.domain.spoken import Spoken
from backend.domain.view import EARSHOT, View
from backend.domain.wishes import Ask, Wish
from worker.cognition.acquaintance import acquaintance, last_words
from worker.cognition.asked_about import known_people, known_places, sightings
from worker.cognition.departing import knows_gone
from worker.cognition.greeting import closeness, take_greeting, warmed
from worker.cognition.hurry import hurry
from worker.cognition.questions import common
from worker.cognition.recall import Recall


def reply(recall: Recall, view: View, spoken: Spoken, key: str, effect: int | None) -> list[Wish]:
    """Asks for the answer, and remembers the words. The words themselves are data, never an instruction."""
    question = _question(recall, view, spoken, key, effect)
    heard = recall.notebook(view, spoken.to).note(
        spoken.text,
        "observation",
        Source(by="speaker", who=spoken.visitor),
        about=(spoken.visitor,),
    )
    return [*_introduction(view, spoken), heard, Ask(question, about=spoken.visitor)]


def _question(recall: Recall, view: View, spoken: Spoken, key: str, effect: int | None) -> Reply:
    resident = spoken.to
    # Their last line is the one to be answered.
    lines = view.state.attention[resident].dialogues.get(spoken.visitor, ())
    shared = acquaintance(view, resident, spoken.visitor, lines[:-1])
    people = known_people(view, spoken)
    also = [
        *(gone for one in people if (gone := knows_gone(recall, view, resident, one.id)) is not None),
        *sightings(recall, resident, people),
        *(last_words(recall, resident, spoken.visitor, shared.before) if not shared.lines else ()),
    ]
    return Reply(
        **{**common(view, "answer", resident), "key": key, "effect": effect},
        memories=recall.recall(view, resident, [spoken.text, spoken.name], "answer", also=also),
        visitor=spoken.visitor,
        visitor_name=spoken.name,
        text=spoken.text,
        lines=shared.lines,
        before=shared.before,
        minutes_since=shared.minutes_since,
        closeness=closeness(view, resident, spoken.visitor),
        hurry=hurry(view, resident),
        plan=_plan(view, resident),
        people=people,
        in_sight=tuple(person.id for person in people if person.activity),
        places=known_places(view, spoken),
        aloud=spoken.aloud,
        others=spoken.others,
    )


def take(recall: Recall, view: View, question: Reply, answer: ReplyAnswer) -> list[Wish]:
    if not question.text:
        return [*take_greeting(recall, view, question, answer), *warmed(view, question, answer)]
    if not answer.text:
        return [*_next_answer(recall, view, question, answer)]
    resident = question.resident
    said = Said(
        speaker=resident,
        to=(question.visitor,),
        text=answer.text,
        ends=answer.ends or bool(question.hurry),
        cause=question.key,
    )
    memory = recall.notebook(view, resident).note(
        f"{view.persona(resident).first_name} answered {question.visitor_name}: “{answer.text}”",
        "conversation",
        Source(by="conversation", who=question.visitor, question=question.key, memories=answer.cites),
        about=(question.visitor,),
    )
    return [said, memory, *warmed(view, question, answer), *_next_answer(recall, view, question, answer)]


def _next_answer(recall: Recall, view: View, question: Reply, answer: ReplyAnswer) -> Iterator[Ask]:
    """Whoever means to add something does so knowing what was answered, if it still hears the visitor."""
    for number, other in enumerate(question.others, start=1):
        they = view.state.residents.get(other)
        if they is None or they.asleep or question.visitor not in view.state.visitors:
            continue
        if not view.in_sight(other, question.visitor, EARSHOT):
            continue
        spoken = Spoken(
            question.visitor, question.visitor_name, other, question.text, True, question.others[number:]
        )
        key = f"answer:{other}@{question.key.rpartition('@')[2]}"
        asked = _question(recall, view, spoken, key, question.effect)
        said = question.said_before
        if answer.text:
            said = (*said, LineView(speaker=question.resident, text=answer.text))
        yield Ask(asked.model_copy(update={"said_before": said}), about=question.visitor)
        return


def _introduction(view: View, spoken: Spoken) -> list[Wish]:
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
