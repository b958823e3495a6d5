"""In brief: what befell the town besides the lead."""

from __future__ import annotations

from backend.gazette.front_page import notice_report, trouble_report
from backend.gazette.paper import Paragraph
from backend.gazette.pen import Pen
from backend.gazette.record import Day, Record

MOST_BRIEFS = 5


def in_brief(record: Record, day: Day, pen: Pen, told: object) -> list[Paragraph]:
    """`told` is what the lead is about; it isn't told again."""
    pen.new_section()
    found: list[tuple[int, Paragraph]] = []
    for notice in record.notices:
        if day.has(notice.tick) and notice is not told:
            found.append((notice.tick, Paragraph(tuple(notice_report(record, pen, notice)))))
    for trouble in record.troubles:
        if day.has(trouble.tick) and trouble is not told:
            found.append((trouble.tick, Paragraph(tuple(trouble_report(record, day, pen, trouble)))))
    return [paragraph for _, paragraph in sorted(found, key=lambda brief: brief[0])[:MOST_BRIEFS]]
