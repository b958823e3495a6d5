"""Puts a day's paper together, section by section."""

from __future__ import annotations

from townlet.gazette.encounters import encounters
from townlet.gazette.figures import figures
from townlet.gazette.front_page import front_page
from townlet.gazette.hours import hours
from townlet.gazette.in_brief import in_brief
from townlet.gazette.odd_corners import odd_corners
from townlet.gazette.paper import Paper, Section
from townlet.gazette.pen import Pen, clean
from townlet.gazette.record import Day, Record
from townlet.gazette.tomorrow import tomorrow
from townlet.gazette.town_talk import town_talk


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
