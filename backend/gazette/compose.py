"""Puts a day's paper together, section by section."""

from __future__ import annotations

from backend.gazette.encounters import encounters
from backend.gazette.figures import figures
from backend.gazette.front_page import front_page
from backend.gazette.hours import hours
from backend.gazette.in_brief import in_brief
from backend.gazette.odd_corners import odd_corners
from backend.gazette.paper import Paper, Section
from backend.gazette.pen import Pen, clean
from backend.gazette.record import Day, Record
from backend.gazette.tomorrow import tomorrow
from backend.gazette.town_talk import town_talk


def compose(record: Record, day: Day) -> Paper:
    """The paper of a day; the same record and day give the same paper."""
    pen = Pen(record, day)
    headline, lead, subject = front_page(record, day, pen)
    sections = (
        Section("In brief", tuple(in_brief(record, day, pen, subject))),
        Section("The day by its hours", tuple(hours(record, day, pen, subject))),
        Section("Talk of the town", tuple(town_talk(record, day, pen, subject))),
        Section("Encounters", tuple(encounters(record, day, pen))),
        Section("Odd corners", tuple(odd_corners(record, day, pen))),
        Section("Tomorrow", tuple(tomorrow(record, day, pen))),
    )
    return Paper(
        name=clean(f"{record.town} Gazette"),
        date=f"{day.date:%A}, {day.date.day} {day.date:%B} {day.date.year}",
        issue=day.number,
        headline=headline,
        lead=tuple(lead),
        sections=tuple(section for section in sections if section.paragraphs),
        figures=figures(record, day),
        imprint=clean(f"Written from the log of {record.founded.scenario}, seed {record.founded.seed}."),
    )
