"""What happened in town, as the notes have it: they were written by rules."""

from __future__ import annotations

from backend.domain.questions import Line, NoteView, Tell, TellAnswer


def tell(question: Tell) -> TellAnswer:
    """Each note is a line of its own; a paper has its first one as headline."""
    notes = list(question.notes)
    headline = _line(notes[0]) if question.form == "gazette" else None
    rest = notes[1:] if headline is not None and len(notes) > 1 else notes
    return TellAnswer(headline=headline, lines=tuple(map(_line, rest[: question.most])))


def _line(note: NoteView) -> Line:
    return Line(text=note.text, notes=(note.id,))
