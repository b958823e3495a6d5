"""A day of a town as its newspaper, written from the log of a headless run alone.

Everything that it says is backed by events: a `Sentence` carries the `seq` of those that it was written from.
"""

from __future__ import annotations

from townlet.gazette.compose import compose
from townlet.gazette.layout import as_html, as_text
from townlet.gazette.paper import Paper, Section, Sentence
from townlet.gazette.record import DayNotLived, Record
from townlet.gazette.run_folder import RunFault, read_run

__all__ = [
    "DayNotLived",
    "Paper",
    "Record",
    "RunFault",
    "Section",
    "Sentence",
    "as_html",
    "as_text",
    "compose",
    "read_run",
]
