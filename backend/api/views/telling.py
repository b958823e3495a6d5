"""What the built-in mind tells of a town, told again by the town's own mind where that is a model.

No request waits for a model: it gets the built-in words, and what is being written comes with a later one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import orjson

from backend.api.parts import Parts
from backend.domain.questions import NoteView, Tell, TellAnswer
from backend.domain.questions.tell import MOST_NOTES
from backend.domain.teller import PERSONA, TELLER, telling_key
from backend.live.frames import View
from backend.store.history.events import state_at
from backend.store.queues.tellings import MODEL, Telling, ask_to_tell, telling_of
from backend.store.town.towns import TownRow

Form = Literal["recap", "gazette"]
BUILT_IN_SPEAKS = "English"


class WrittenView(View):
    """Whose words they are."""

    by: Literal["built_in", "unasked", "writing", "model", "stand_in"]
    """The built-in mind's, for the town has no other, or for the day is not over; its, for nobody has asked the town's
    mind yet, or that is still writing; the town's mind's; or those of the built-in one in its place."""
    why: str | None = None
    """Why the built-in mind stood in: off, away, budget, timeout, refused or invalid."""
    language: str = BUILT_IN_SPEAKS
    """What they are in, by its English name."""


BUILT_IN = WrittenView(by="built_in")


@dataclass(frozen=True)
class Note:
    """Something that the built-in mind tells."""

    tick: int
    text: str
    part: str = ""


@dataclass(frozen=True)
class Told:
    view: WrittenView
    answer: TellAnswer | None = None
    """In the town's mind's words; each line names notes by their numbers in the order in which they were given."""


def told_by_the_towns_mind(
    parts: Parts,
    row: TownRow,
    form: Form,
    title: str,
    end: int,
    notes: Sequence[Note],
    most: int,
    *,
    ask: bool,
) -> Told:
    """What the town's mind has made of the notes, if it was asked.

    Args:
        end: the last tick that is told of.
        most: sentences at most.
        ask: has it written if nobody has asked for it; returns at once.
    """
    if not notes:
        return Told(BUILT_IN)
    question = _question(parts, row, form, title, end, notes[:MOST_NOTES], most)
    known = telling_of(parts.database, row.id, question.key)
    if known is None and state_at(parts.database, row.id, row.head_tick).mind == "rules":
        return Told(BUILT_IN)
    if ask and (known is None or _stood_in(known)):
        known = ask_to_tell(parts.database, row.id, question)
        if known.answer is None:
            parts.hints.tell(row.root, question.key)
    if known is None:
        return Told(WrittenView(by="unasked"))
    if known.answer is None or known.mind is None:
        return Told(WrittenView(by="writing"))
    if _stood_in(known):
        return Told(WrittenView(by="stand_in", why=known.mind.partition(":")[2]))
    return Told(WrittenView(by="model", language=question.language), known.answer)


def _stood_in(known: Telling) -> bool:
    return known.mind is not None and known.mind != MODEL


def _question(
    parts: Parts, row: TownRow, form: Form, title: str, end: int, notes: Sequence[Note], most: int
) -> Tell:
    scenario = parts.scenarios.of(row)
    calendar = scenario.calendar
    question = Tell(
        key="",
        resident=TELLER,
        tick=end,
        effect=None,
        seed=row.seed,
        now=f"{calendar.at(end):%A %H:%M}",
        minute=calendar.minute_of_day(end),
        persona=PERSONA,
        activity="",
        mind="model",
        language=scenario.language,
        form=form,
        title=title,
        notes=tuple(
            NoteView(
                id=str(number), when=f"{calendar.at(note.tick):%A %H:%M}", text=note.text, part=note.part
            )
            for number, note in enumerate(notes)
        ),
        people=tuple(sorted(persona.name for persona in scenario.personas.values())),
        most=most,
    )
    asked = orjson.dumps(
        question.model_dump(mode="json", exclude={"people", "persona"}), option=orjson.OPT_SORT_KEYS
    )
    return question.model_copy(update={"key": telling_key(end, asked)})
