"""What happened in town, to be written from notes. Asked outside the log: no answer ever comes into a town's life."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Frozen

MOST_NOTES = 80
LONGEST_LINE = 500
_JOINERS = "\u200c\u200d\ufe0f"
_QUOTED = re.compile(r"[“„\"«]([^“”„\"«»]+)[”“\"»]")
_WORD = re.compile(r"[^\W_]+")


class NoteView(Frozen):
    """Something that happened, as the built-in mind tells it."""

    id: str
    when: str
    """Local weekday and time, "Monday 09:20"."""
    text: str
    part: str = ""
    """The part of the paper that it belongs to; "" is its headline and story, or a recap."""


class Tell(Question):
    kind: Literal["tell"] = "tell"
    form: Literal["recap", "gazette"]
    title: str
    """What is told of: a span, or a paper's name and date."""
    notes: Annotated[tuple[NoteView, ...], Field(min_length=1, max_length=MOST_NOTES)]
    """In order; all that may be told."""
    people: tuple[str, ...] = ()
    """Full names of those who live in town."""
    most: int
    """Sentences at most."""


class Line(Frozen):
    """A sentence or two that rest on some of the notes."""

    text: Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]
    notes: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_NOTES)]
    """Ids of the notes that say it."""


class TellAnswer(Answer):
    kind: Literal["tell"] = "tell"
    headline: Line | None = None
    """Of a paper; a recap has none."""
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=MOST_NOTES)]
    """In the order in which they are read."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Tell)
        if (self.headline is not None) != (question.form == "gazette"):
            raise InvalidAnswer("has the headline of a paper; a paper has one, and a recap none")
        if len(self.lines) > question.most:
            raise InvalidAnswer(f"has {len(self.lines)} lines; give at most {question.most}")
        notes = {note.id: note.text for note in question.notes}
        for line in (*([self.headline] if self.headline else []), *self.lines):
            _check(line, notes, question.people)


def _check(line: Line, notes: dict[str, str], people: tuple[str, ...]) -> None:
    """Raises InvalidAnswer where a line says what its notes can't have told."""
    begins = f"{line.text[:40]!r}"
    if unknown := [note for note in line.notes if note not in notes]:
        raise InvalidAnswer(f"{begins} rests on {unknown[0]!r}, which is no note; name only given notes")
    if not line.text.strip() or not all(one.isprintable() or one in _JOINERS for one in line.text):
        raise InvalidAnswer(f"{begins} can't be read; write plain text on one line")
    told = " ".join(notes[note] for note in line.notes)
    said, noted = set(_WORD.findall(line.text)), set(_WORD.findall(told))
    for name in people:
        first = name.split()[0]
        if first in said and first not in noted:
            raise InvalidAnswer(
                f"{begins} names {name}, whom none of its notes names; tell what the notes say"
            )
    heard = _plain(told)
    for quoted in _QUOTED.findall(line.text):
        if _plain(quoted) not in heard:
            raise InvalidAnswer(
                f"{begins} quotes what none of its notes quotes; quote word by word, or not at all"
            )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
