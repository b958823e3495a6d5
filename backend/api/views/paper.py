"""A day's paper as the page sees it, and the same in the words of the town's mind."""

from __future__ import annotations

from collections.abc import Sequence

from backend.api.views.telling import BUILT_IN, Note, Told, WrittenView
from backend.domain.events import Recorded
from backend.domain.questions import Line
from backend.gazette import Paper, Paragraph, Sentence
from backend.live.frames import View

MOST_SEQS = 20


class PaperSentence(View):
    text: str
    """In the language that `written` names; what is quoted, and parts of which the town's mind tells nothing, are the
    built-in mind's."""
    tick: int
    """The moment that it leads to."""
    seqs: list[int]
    """The events on which it rests, in order; at most 20."""


class PaperParagraph(View):
    sentences: list[PaperSentence]
    quoted: bool
    """Lines of talk, each to be set on its own."""


class PaperSection(View):
    title: str
    paragraphs: list[PaperParagraph]


class PaperFigure(View):
    """A line of the box of numbers."""

    what: str
    count: str


class PaperView(View):
    name: str
    date: str
    issue: int
    """The day's number, 1 on the day the town started."""
    days: int
    """How many days the town has lived, today's begun one too."""
    whole: bool
    """Whether the day was lived to its end; else the paper is as of now."""
    headline: PaperSentence
    lead: list[PaperParagraph]
    sections: list[PaperSection]
    figures: list[PaperFigure]
    imprint: str
    written: WrittenView = BUILT_IN


class Moments:
    """When what a sentence rests on happened."""

    def __init__(self, log: Sequence[Recorded], start: int) -> None:
        self._ticks = {recorded.seq: recorded.tick for recorded in log}
        self._start = start

    def of(self, seqs: Sequence[int]) -> int:
        """The tick of the first of the events that is of the day; of the first at all where none is."""
        ticks = [self._ticks[seq] for seq in seqs]
        return next((tick for tick in ticks if tick >= self._start), ticks[0] if ticks else self._start)


def view_of(paper: Paper, moments: Moments, days: int, whole: bool) -> PaperView:
    return PaperView(
        name=paper.name,
        date=paper.date,
        issue=paper.issue,
        days=days,
        whole=whole,
        headline=_sentence(paper.headline, moments),
        lead=_paragraphs(paper.lead, moments),
        sections=[
            PaperSection(title=section.title, paragraphs=_paragraphs(section.paragraphs, moments))
            for section in paper.sections
        ],
        figures=[PaperFigure(what=figure.what, count=figure.count) for figure in paper.figures],
        imprint=paper.imprint,
    )


def _paragraphs(paragraphs: tuple[Paragraph, ...], moments: Moments) -> list[PaperParagraph]:
    return [
        PaperParagraph(
            sentences=[_sentence(one, moments) for one in paragraph.sentences], quoted=paragraph.quoted
        )
        for paragraph in paragraphs
    ]


def _sentence(one: Sentence, moments: Moments) -> PaperSentence:
    return PaperSentence(text=one.text, tick=moments.of(one.events), seqs=list(one.events[:MOST_SEQS]))


NoteOf = tuple[Note, PaperSentence]
"""What a mind is told, and the sentence that it is made of."""


def notes_of(paper: PaperView) -> list[NoteOf]:
    """What of a paper may be told in other words: all but what is quoted."""
    found = [*_notes("", [PaperParagraph(sentences=[paper.headline], quoted=False), *paper.lead])]
    for section in paper.sections:
        found += _notes(section.title, section.paragraphs)
    return found


def _notes(part: str, paragraphs: Sequence[PaperParagraph]) -> list[NoteOf]:
    sentences = [one for paragraph in paragraphs if not paragraph.quoted for one in paragraph.sentences]
    return [(Note(one.tick, one.text, part), one) for one in sentences]


def rewritten(paper: PaperView, notes: Sequence[NoteOf], told: Told) -> PaperView:
    """The paper in other words; parts of which nothing is told stay as they are, and quotations everywhere."""
    if told.answer is None:
        return paper.model_copy(update={"written": told.view})
    parts: dict[str, list[PaperSentence]] = {}
    for line in told.answer.lines:
        part = notes[int(line.notes[0])][0].part
        parts.setdefault(part, []).append(_written(line, notes))
    headline = told.answer.headline
    return paper.model_copy(
        update={
            "written": told.view,
            "headline": paper.headline if headline is None else _written(headline, notes),
            "lead": _with(parts.get(""), paper.lead),
            "sections": [
                section.model_copy(update={"paragraphs": _with(parts.get(section.title), section.paragraphs)})
                for section in paper.sections
            ],
        }
    )


def _with(lines: list[PaperSentence] | None, known: list[PaperParagraph]) -> list[PaperParagraph]:
    if lines is None:
        return known
    return [
        PaperParagraph(sentences=lines, quoted=False),
        *(paragraph for paragraph in known if paragraph.quoted),
    ]


def _written(line: Line, notes: Sequence[NoteOf]) -> PaperSentence:
    rests_on = [notes[int(number)][1] for number in line.notes]
    seqs = sorted({seq for one in rests_on for seq in one.seqs})
    return PaperSentence(text=line.text, tick=rests_on[0].tick, seqs=seqs[:MOST_SEQS])
