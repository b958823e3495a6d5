"""Tomorrow: what news the town has of the coming day, and what residents already plan for it."""

from __future__ import annotations

from datetime import timedelta

from backend.domain import events as e
from backend.domain.calendar import MINUTES_PER_DAY
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Day, Record

MOST_PLANS = 3
PLAN_WORDS = 4


def tomorrow(record: Record, day: Day, pen: Pen) -> list[Paragraph]:
    pen.new_section()
    if not day.whole:
        return []
    news = [
        Paragraph(
            (
                pen.write(
                    "tomorrow_news",
                    [seq for tick, seq in story.knew.values() if tick < day.end],
                    text=story.text,
                ),
            )
        )
        for story in record.stories
        if story.news and story.knowers(day.end) and _of_tomorrow(day, story.text)
    ]
    news += [
        Paragraph((pen.write("tomorrow_news", notice.events, text=notice.text),))
        for notice in record.notices
        if notice.heard and notice.tick < day.end and _of_tomorrow(day, notice.text)
    ]
    return [*news, *_plans(record, day, pen)]


def _of_tomorrow(day: Day, text: str) -> bool:
    """Whether a text names the coming day."""
    coming = day.date + timedelta(days=1)
    dated = (f"{coming:%B} {coming.day}", f"{coming.day} {coming:%B}")
    if any(
        f"{written}{after}" in text for written in dated for after in ("st", "nd", "rd", "th", ",", ".", " ")
    ):
        return True
    others = any(month in text for month in _MONTHS)
    return f"{coming:%A}" in text and not others


_MONTHS = (
    "January", "February", "March", "April", "May ", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def _plans(record: Record, day: Day, pen: Pen) -> list[Paragraph]:
    """Plans for the coming day that were made before it: those that not everybody makes."""
    midnight = record.calendar.tick_of(day.number - 1, MINUTES_PER_DAY)
    planned: dict[str, list[tuple[e.Block, int]]] = {}
    for recorded in record.log:
        if isinstance(recorded.event, e.DayPlanned) and recorded.tick < day.end:
            coming = [
                (block, recorded.seq)
                for block in recorded.event.blocks
                if midnight + 1800 <= block.start < midnight + 8640
                and len(block.activity.split()) >= PLAN_WORDS
            ]
            planned[recorded.event.resident] = coming
    often = [block.activity for blocks in planned.values() for block, _ in blocks]
    said: list[Sentence] = []
    for who in sorted(planned):
        own = [(block, seq) for block, seq in planned[who] if often.count(block.activity) == 1]
        if own and len(said) < MOST_PLANS:
            block, seq = own[0]
            said.append(
                pen.write(
                    "tomorrow_plan",
                    [seq],
                    who=folk(who),
                    doing=block.activity,
                    place=record.places.at(block.arena),
                    when=At(block.start),
                )
            )
    return [Paragraph(tuple(said))] if said else []
