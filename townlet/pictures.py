"""The pictures of one scenario, drawn where a page that is served already takes them from."""

from __future__ import annotations

import os
from pathlib import Path

from backend.store.settings import PROJECT
from frontend.art.build import draw_scenario

PAGE = PROJECT / "frontend"
ART = ("public/art", "dist/art")
"""Below the page's folder: what it is built from, and what is served."""


class NoPage(Exception):
    """The page was never built, so there is no place for its pictures."""

    def __init__(self) -> None:
        super().__init__("The page was not built yet. Run `make setup`, which draws all pictures.")


def draw_pictures(folder: Path, page: Path = PAGE) -> None:
    """Draws the scenario in `folder`, which has to be free of faults; takes seconds for a large one.

    Raises:
        NoPage: there is nowhere to put them.
    """
    roots = [page / art for art in ART if (page / art).is_dir()]
    if not roots:
        raise NoPage
    for name, content in draw_scenario(folder).items():
        for root in roots:
            path = root / folder.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f".{path.name}.new")
            unfinished.write_bytes(content)
            os.replace(
                unfinished, path
            )  # a page that reads it just now gets the whole old or the whole new one
