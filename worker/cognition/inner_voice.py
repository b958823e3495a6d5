"""An inner voice: a thought that comes to a resident from outside and that it takes as its own (paper, section 3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.calendar import minutes
from backend.domain.events import GoalSet, PlannedAction, Remembered, Source
from backend.domain.naming import name_words
from backend.domain.questions import MemoryView, Option, React, ReactAnswer
from backend.domain.view import View
from backend.domain.wishes import Act, Ask, Wish
from worker.cognition.planning import anew, may_change
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.telling import known_arenas, place

BEWILDERED_FOR = minutes(10)
MOST_AIM = 200
"""Characters of an aim."""
AT_LEAST = 2
"""Words of a place's name that a thought has to have in common with it; all of them, where it has fewer."""


def plant(
    recall: Recall,
    view: View,
    resident: str,
    text: str,
    *,
    source: str | None = None,
    weight: int | None = None,
    about: tuple[str, ...] = (),
) -> Remembered:
    """A memory that an intervention puts into a resident.

    Args:
        source: Who is remembered to have told it; with one it is hearsay and may be told on, without one it is a
            memory of the resident's own, which it keeps to itself.
        weight: Its importance, 1 to 10; None for the built-in rating.
        about: Whom it is about, beside those whom the text names.
    """
    of_source = (source,) if source is not None else ()
    about = tuple(sorted({*mentioned(view, resident, text), *of_source, *about}))
    notebook = recall.notebook(view, resident)
    return notebook.note(text, "planted", Source(by="intervention", who=source), about=about, weight=weight)


def mentioned(view: View, resident: str, text: str) -> tuple[str, ...]:
    """The others whose whole names are in the text and whom the resident knows by name."""
    known = view.state.residents[resident].relationships
    return tuple(
        other
        for other, persona in view.scenario.personas.items()
        if other in known and known[other].knows_name and persona.name in text
    )


def moved(recall: Recall, view: View, resident: str) -> list[Wish]:
    """Somebody who was put elsewhere remembers it, and looks around there for a while."""
    arena = view.arena_of(resident)
    name, where = view.persona(resident).first_name, place(view, arena)
    memory = plant(recall, view, resident, f"All of a sudden {name} was {where}, without having gone there.")
    if arena is None:
        return [memory]
    looking = PlannedAction(
        activity="looking around in wonder", need="watch", emoji="😲", arena=arena, duration=BEWILDERED_FOR
    )
    return [memory, Act(resident, looking, why="How did I get here?", cites=(memory.id,))]


def whisper(recall: Recall, view: View, resident: str, text: str) -> list[Wish]:
    """The memory of a thought; and, of whoever is awake, the question what to do about it."""
    name = view.persona(resident).first_name
    memory = plant(recall, view, resident, f"{name} thought: “{text}”")
    if view.state.residents[resident].asleep:
        return [memory]
    shown = MemoryView(
        id=memory.id, memory=memory.memory, text=memory.text, importance=memory.importance,
        tick=view.tick, news=None, about=memory.about,
    )  # fmt: skip
    others = recall.recall(view, resident, [text], "react")
    question = React(
        **common(view, "react", resident, part=int(memory.id.rpartition(".")[2]), about=memory.about),
        memories=(shown, *others),
        noticed=text,
        noticed_memory=memory.id,
        subject="thought",
        options=tuple(_options(recall, view, resident, text)),
    )
    return [memory, Ask(question)]


def _options(recall: Recall, view: View, resident: str, text: str) -> Iterator[Option]:
    """Letting it go first; then what its words name, as far as the resident knows it."""
    yield Option(id="go_on", target=None, text="let the thought go by")
    where = named_place(view, resident, text)
    if where is not None and where != view.arena_of(resident):
        yield Option(id="look_into", target=where, text=f"go there, {place(view, where)}")
    for other in _near(view, resident, text):
        yield Option(id="talk", target=other, text=f"talk with {view.scenario.personas[other].name}")
    yield Option(id="aim", target=None, text="make it an aim of one's own")
    if may_change(recall, view, resident):
        yield Option(
            id="replan", target=None, text="make it an aim, and plan the rest of the day anew for it"
        )


def named_place(view: View, resident: str, text: str) -> str | None:
    """The arena that the text names best, of those that the resident knows; None if it names none."""
    words, world, found = name_words(text), view.scenario.world, []
    for arena in known_arenas(view, resident):
        of_sector = name_words(world.sectors[arena.sector].name)
        shared = len(words & of_sector)
        if shared >= min(AT_LEAST, len(of_sector)):
            own = len(words & name_words(arena.name))
            found.append((-shared, -own, -len(arena.tiles), arena.id))
    return min(found)[3] if found else None


def _near(view: View, resident: str, text: str) -> Iterator[str]:
    """Those in sight and free whose first name it knows and the text has."""
    words, me = name_words(text), view.state.residents[resident]
    for other, persona in view.scenario.personas.items():
        them = view.state.residents.get(other)
        if them is None or other == resident or them.asleep or not me.knows_name_of(other):
            continue
        is_free = me.talk is None and them.talk is None
        if is_free and name_words(persona.first_name) <= words and view.in_sight(resident, other):
            yield other


def take_to_heart(recall: Recall, view: View, question: React, answer: ReactAnswer) -> Iterator[Wish]:
    """The thought becomes an aim, and the rest of the day is planned for it where that was chosen."""
    aim = (answer.activity or question.noticed)[:MOST_AIM]
    goals = view.state.residents[question.resident].goals
    if all(goal.text != aim or goal.status != "open" for goal in goals.values()):
        yield GoalSet(
            resident=question.resident,
            goal=f"goal:{question.resident}@{view.tick}.{question.key.rpartition('.')[2]}i",
            text=aim,
            status="open",
            memories=(question.noticed_memory,),
            cause=question.key,
        )
    if answer.option == "replan":
        asked = anew(recall, view, question.resident, question.noticed)
        if asked is not None:
            yield recall.ablations.routine(asked)
