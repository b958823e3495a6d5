"""A day of a town as its newspaper, written from its log alone.

Everything that it says is backed by events: a `Sentence` carries the `seq` of those that it was written from.
"""

from __future__ import annotations

from backend.gazette.compose import compose
from backend.gazette.layout import as_html, as_text
from backend.gazette.paper import Paper, Paragraph, Section, Sentence
from backend.gazette.record import DayNotLived, GazetteFault, Record
from backend.gazette.run import FROM_FAR, LOOKS_BACK, OF_THE_DAY, TOLD_FROM, Run

__all__ = [
    "FROM_FAR",
    "LOOKS_BACK",
    "OF_THE_DAY",
    "TOLD_FROM",
    "DayNotLived",
    "GazetteFault",
    "Paper",
    "Paragraph",
    "Record",
    "Run",
    "Section",
    "Sentence",
    "as_html",
    "as_text",
    "compose",
]
