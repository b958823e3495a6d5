"""``townlet gazette``: prints a day of a headless run as the town's newspaper."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from backend.gazette import Record, as_html, as_text, compose
from townlet.run_folder import read_run


class Form(StrEnum):
    TEXT = "text"
    HTML = "html"


def gazette(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder that `townlet run … --out DIR` has written.")
    ],
    day: Annotated[
        int | None,
        typer.Option(min=1, help="1 is the day the town started; left out, the newest lived for half a day."),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="html is one page that needs nothing else.")
    ] = Form.TEXT,
) -> None:
    """Print a day of a run as the town's newspaper, written from its log alone."""
    record = Record(read_run(folder))
    paper = compose(record, record.day(day))
    setting = as_html if form is Form.HTML else as_text
    # In UTF-8 wherever it goes: a pipe on a machine without a locale would refuse its quotation marks.
    sys.stdout.buffer.write(setting(paper).encode("utf-8", "replace"))
