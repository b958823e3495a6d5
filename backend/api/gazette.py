"""The town's newspaper, a paper a day, written from the log alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import BadSpan, InvalidRequest, TownGone, UnknownTown
from backend.api.problems import DayNotLived as NotLived
from backend.domain.calendar import MINUTES_PER_DAY, Calendar
from backend.domain.events import Recorded, TownFounded
from backend.gazette import TOLD_FROM, DayNotLived, Paper, Paragraph, Record, Run, Sentence, compose
from backend.live.frames import View
from backend.store.span import events_of_span

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

MOST_EVENTS = 250_000
MOST_SEQS = 20
LAST_DAY = 100_000


class PaperSentence(View):
    text: str
    """In English, like all that is said in town."""
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


@router.get(
    "/gazette/{day}",
    responses=problems_of(UnknownTown, TownGone, NotLived, BadSpan, InvalidRequest),
    name="read the gazette",
)
def gazette(
    row: TownOf,
    parts: PartsOf,
    day: Annotated[int, Path(ge=1, le=LAST_DAY, description="1 is the day the town started.", examples=[1])],
) -> PaperView:
    """A day's paper. Each sentence names the events that it was written from."""
    calendar = Calendar(parts.scenarios.of(row).start)
    days = calendar.day(row.head_tick) + 1
    if day > days:
        raise NotLived(day, days)
    midnight = calendar.tick_of(day - 1, MINUTES_PER_DAY)
    log = events_of_span(
        parts.database, row.id, -1, min(row.head_tick, midnight), TOLD_FROM, limit=MOST_EVENTS + 1
    )
    if len(log) > MOST_EVENTS:
        raise BadSpan("The town has lived too long for this day's paper. Read that of an earlier day.")
    founded = log[0].event if log else None
    if not isinstance(founded, TownFounded):
        raise NotLived(day, 0)
    record = Record(Run(founded, tuple(log), min(row.head_tick, midnight)))
    try:
        about = record.day(day)
    except DayNotLived as fault:
        raise NotLived(day, days) from fault
    return _view(compose(record, about), _Moments(log, about.start), days, about.whole)


class _Moments:
    """When what a sentence rests on happened."""

    def __init__(self, log: Sequence[Recorded], start: int) -> None:
        self._ticks = {recorded.seq: recorded.tick for recorded in log}
        self._start = start

    def of(self, seqs: Sequence[int]) -> int:
        """The tick of the first of the events that is of the day; of the first at all where none is."""
        ticks = [self._ticks[seq] for seq in seqs]
        return next((tick for tick in ticks if tick >= self._start), ticks[0] if ticks else self._start)


def _view(paper: Paper, moments: _Moments, days: int, whole: bool) -> PaperView:
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


def _paragraphs(paragraphs: tuple[Paragraph, ...], moments: _Moments) -> list[PaperParagraph]:
    return [
        PaperParagraph(
            sentences=[_sentence(one, moments) for one in paragraph.sentences], quoted=paragraph.quoted
        )
        for paragraph in paragraphs
    ]


def _sentence(one: Sentence, moments: _Moments) -> PaperSentence:
    return PaperSentence(text=one.text, tick=moments.of(one.events), seqs=list(one.events[:MOST_SEQS]))
