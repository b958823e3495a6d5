"""Sets a paper in type: as text for a terminal, or as one page of HTML that needs nothing else."""

from __future__ import annotations

import textwrap
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.gazette.paper import Paper

WIDTH = 76
"""Columns of the text form."""


def as_text(paper: Paper) -> str:
    return _set("paper.txt.j2", paper)


def as_html(paper: Paper) -> str:
    return _set("paper.html.j2", paper)


def _set(template: str, paper: Paper) -> str:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["wrapped"] = _wrapped
    return environment.get_template(template).render(paper=paper, width=WIDTH)


def _wrapped(text: object, indent: int = 0, hanging: int = 0) -> str:
    return textwrap.fill(
        str(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
