"""Lets two minds talk to each other, the way an engine would."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.persona import Persona
from backend.domain.questions import LineView, MemoryView, SayAnswer
from tests.unit.a_question import a_person, say_question
from worker.minds import Mind


@dataclass
class Speaker:
    """One side of a talk and what it knows of the other."""

    persona: Persona
    knows_name: bool = True
    closeness: float = 0.2
    memories: tuple[MemoryView, ...] = ()
    untold: tuple[str, ...] = ()
    told: list[str] = field(default_factory=list)


@dataclass
class Dialogue:
    lines: list[LineView]
    answers: list[SayAnswer]
    ended: bool
    """Both were done before the talk was broken off."""


def dialogue(
    mind: Mind,
    first: Speaker,
    second: Speaker,
    *,
    seed: int = 7,
    minute: int = 600,
    most_lines: int = 12,
    talk: str = "talk:1",
) -> Dialogue:
    """The talk of two, to its end or to `most_lines`."""
    lines: list[LineView] = []
    answers: list[SayAnswer] = []
    sides = (first, second)
    named = {side.persona.id: side.knows_name for side in sides}
    done: set[str] = set()
    while len(lines) < most_lines:
        me, other = sides[len(lines) % 2], sides[(len(lines) + 1) % 2]
        person = a_person(
            other.persona.name if named[me.persona.id] else None, id=other.persona.id, closeness=me.closeness,
            activity="standing about", knows_me=named[other.persona.id],
        )  # fmt: skip
        untold = tuple(key for key in me.untold if key not in me.told)
        question = say_question(
            me.persona, person, tuple(lines), minute, seed=seed, talk=talk, memories=me.memories, untold=untold,
            most_lines=most_lines, tick=minute * 6 + 6 * len(lines),
        )  # fmt: skip
        answer = mind.answer(question)
        assert isinstance(answer, SayAnswer)
        lines.append(LineView(speaker=me.persona.id, text=answer.text))
        answers.append(answer)
        me.told.extend(answer.tells)
        if answer.introduces:
            named[other.persona.id] = True
        if answer.ends:
            done.add(me.persona.id)
        if len(done) == 2:
            return Dialogue(lines, answers, True)
    return Dialogue(lines, answers, False)
