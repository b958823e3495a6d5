"""What is told of a town, as the wire has it: each line with the notes that it rests on."""

from __future__ import annotations

from typing import Any

from backend.domain.questions import InvalidAnswer, Line, Tell, TellAnswer
from backend.domain.questions.tell import LONGEST_LINE, MOST_NOTES
from worker.minds.model.fields import Part
from worker.minds.model.forms import HANDLES, TEXT, Form, closed, listed
from worker.minds.model.handles import Names


def _read_telling(question: Tell, part: Part, names: Names) -> TellAnswer:
    headline = None
    if question.form == "gazette":
        headline = _read_line(part, "headline", "headline_notes", names)
    lines = tuple(_read_line(line, "text", "notes", names) for line in part.parts("lines", MOST_NOTES))
    if not lines:
        raise InvalidAnswer("lines: is empty; tell something")
    return TellAnswer(headline=headline, lines=lines)


def _read_line(part: Part, text: str, notes: str, names: Names) -> Line:
    words = part.text(text, LONGEST_LINE)
    rests_on = part.all_named(notes, names.notes, MOST_NOTES)
    if not rests_on:
        raise part.fault(notes, "is empty; name the notes that say it")
    return Line(text=words, notes=rests_on)


def _write_telling(question: Tell, answer: TellAnswer, names: Names) -> dict[str, Any]:
    headline = answer.headline
    return {
        "headline": "" if headline is None else headline.text,
        "headline_notes": [] if headline is None else _handles(headline, names),
        "lines": [{"text": line.text, "notes": _handles(line, names)} for line in answer.lines],
    }


def _handles(line: Line, names: Names) -> list[str]:
    return [names.notes.of(note) for note in line.notes]


TELL = Form(
    schema=closed(headline=TEXT, headline_notes=HANDLES, lines=listed(closed(text=TEXT, notes=HANDLES))),
    read=_read_telling,
    write=_write_telling,
)
