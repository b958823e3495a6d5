"""The town's newspaper, a paper a day, written from the log alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import DayNotLived as NotLived
from backend.api.problems import InvalidRequest, TownGone, UnknownTown
from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, Calendar
from backend.domain.events import Recorded, TownFounded
from backend.gazette import (
    FROM_FAR,
    LOOKS_BACK,
    OF_THE_DAY,
    TOLD_FROM,
    DayNotLived,
    Paper,
    Paragraph,
    Record,
    Run,
    Sentence,
    compose,
)
from backend.live.frames import View
from backend.store.database import Database
from backend.store.span import events_of_span
from backend.store.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

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
    responses=problems_of(UnknownTown, TownGone, NotLived, InvalidRequest),
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
    whole = row.head_tick >= calendar.tick_of(day - 1, MINUTES_PER_DAY)
    # A day that is over stays as it was; of today the paper is that of the town's last event.
    edition = (row.id, day) if whole else (row.id, day, row.head_tick, row.head_seq)
    paper = parts.papers.get(edition, lambda: _paper(parts.database, row, calendar, day))
    return paper.model_copy(update={"days": days})


def _paper(database: Database, row: TownRow, calendar: Calendar, day: int) -> PaperView:
    """Raises NotLived where the town has not even begun."""
    dawn, midnight = (calendar.tick_of(day - 1, minute) for minute in (0, MINUTES_PER_DAY))
    log = _log(database, row, max(0, dawn), min(row.head_tick, midnight - 1))
    founded = log[0].event if log else None
    if not isinstance(founded, TownFounded):
        raise NotLived(day, 0)
    record = Record(Run(founded, tuple(log), min(row.head_tick, midnight)))
    try:
        about = record.day(day)
    except DayNotLived as fault:
        raise NotLived(day, 0) from fault
    return _view(compose(record, about), _Moments(log, about.start), day, about.whole)


def _log(database: Database, row: TownRow, dawn: int, end: int) -> list[Recorded]:
    """What the paper of the day from `dawn` on rests on, up to `end`."""
    long_ago = max(-1, dawn - LOOKS_BACK * TICKS_PER_DAY - 1)
    return [
        *events_of_span(database, row.id, -1, long_ago, FROM_FAR, remembered="news"),
        *events_of_span(database, row.id, long_ago, dawn - 1, TOLD_FROM - OF_THE_DAY),
        *events_of_span(database, row.id, dawn - 1, end, TOLD_FROM),
    ]


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
