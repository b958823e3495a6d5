"""The town's newspaper, a paper a day, written from the log alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.forms.openapi import problems_of
from backend.api.parts import Parts, PartsOf, TownOf
from backend.api.problems import DayNotLived as NotLived
from backend.api.problems import InvalidRequest, TownGone, UnknownTown
from backend.api.views.paper import Moments, PaperView, notes_of, rewritten, view_of
from backend.api.views.telling import told_by_the_towns_mind
from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, Calendar
from backend.domain.events import Recorded, TownFounded
from backend.gazette import (
    FROM_FAR,
    LOOKS_BACK,
    OF_THE_DAY,
    TOLD_FROM,
    DayNotLived,
    Record,
    Run,
    compose,
)
from backend.store.history.span import events_of_span
from backend.store.postgres.database import Database
from backend.store.town.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

LAST_DAY = 100_000
MOST_LINES = 40
"""Of a paper, in the words of the town's mind."""

DayOf = Annotated[int, Path(ge=1, le=LAST_DAY, description="1 is the day the town started.", examples=[1])]


@router.get(
    "/gazette/{day}",
    responses=problems_of(UnknownTown, TownGone, NotLived, InvalidRequest),
    name="read the gazette",
)
def gazette(
    row: TownOf,
    parts: PartsOf,
    day: DayOf,
) -> PaperView:
    """A day's paper. Each sentence names the events that it was written from."""
    return _told(row, parts, day, ask=False)


@router.post(
    "/gazette/{day}",
    status_code=202,
    responses=problems_of(UnknownTown, TownGone, NotLived, InvalidRequest),
    name="have a day told by the town's mind",
)
def have_it_told(row: TownOf, parts: PartsOf, day: DayOf) -> PaperView:
    """The same, and has the town's mind write it where that is a model and the day is over: ask for the paper again."""
    return _told(row, parts, day, ask=True)


def _told(row: TownRow, parts: Parts, day: int, *, ask: bool) -> PaperView:
    calendar = Calendar(parts.scenarios.of(row).start)
    days = calendar.day(row.head_tick) + 1
    if day > days:
        raise NotLived(day, days)
    whole = row.head_tick >= calendar.tick_of(day - 1, MINUTES_PER_DAY)
    # A day that is over stays as it was; of today the paper is that of the town's last event.
    edition = (row.id, day) if whole else (row.id, day, row.head_tick, row.head_seq)
    paper = parts.papers.get(edition, lambda: _paper(parts.database, row, calendar, day))
    paper = paper.model_copy(update={"days": days})
    if not whole:
        return paper
    notes = notes_of(paper)
    end = calendar.tick_of(day - 1, MINUTES_PER_DAY) - 1
    title = f"{paper.name}, {paper.date}"
    told = told_by_the_towns_mind(
        parts, row, "gazette", title, end, [one for one, _ in notes], MOST_LINES, ask=ask
    )
    return rewritten(paper, notes, told)


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
    return view_of(compose(record, about), Moments(log, about.start), day, about.whole)


def _log(database: Database, row: TownRow, dawn: int, end: int) -> list[Recorded]:
    """What the paper of the day from `dawn` on rests on, up to `end`."""
    long_ago = max(-1, dawn - LOOKS_BACK * TICKS_PER_DAY - 1)
    return [
        *events_of_span(database, row.id, -1, long_ago, FROM_FAR, remembered="news"),
        *events_of_span(database, row.id, long_ago, dawn - 1, TOLD_FROM - OF_THE_DAY),
        *events_of_span(database, row.id, dawn - 1, end, TOLD_FROM),
    ]
