"""The pictures of scenarios, drawn where the page takes them from: a folder for each scenario's hash.

A town keeps the scenario that it was founded on, and so its pictures, however the scenario's folder changes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from backend.domain.scenario import Scenario
from backend.scenarios import ScenarioInvalid, list_scenarios, load_scenario
from backend.store.environment.settings import PROJECT
from frontend.art.build import code_fingerprint, draw_scenario, page_pictures

PAGE = PROJECT / "frontend"
ART = ("public/art", "dist/art")
"""Below the page's folder: what it is built from, and what is served."""
MARK = "drawn.by"
"""File beside the pictures that tells by which code; written last, so without it they are not whole."""


class NoPage(Exception):
    """There is no page, so there is no place for its pictures."""

    def __init__(self) -> None:
        super().__init__("The page's folder is not there. Run `make setup`, which makes all of it.")


class ScenarioChanged(Exception):
    """Somebody wrote into the scenario's folder while it was being drawn."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was changed while it was drawn. Draw it again.")


def draw_pictures(folder: Path, page: Path = PAGE) -> None:
    """Draws the scenario in `folder`; takes seconds for a large one.

    Raises:
        NoPage: there is nowhere to put them.
        ScenarioInvalid: it has faults.
        ScenarioChanged: it was not left alone meanwhile.
    """
    _draw(folder, load_scenario(folder), _roots(page))


def draw_missing(
    scenarios: Path, page: Path = PAGE, tell: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Draws each sound scenario in `scenarios` that has no pictures, or older ones; their names.

    Raises:
        NoPage: there is nowhere to put them.
    """
    roots = _roots(page)
    drawn = []
    if not all(is_drawn("", root) for root in roots):
        _put(roots, page_pictures())
        _put(roots, {MARK: code_fingerprint().encode()})
    for summary in list_scenarios(scenarios):
        folder = scenarios / summary.id
        try:
            scenario = load_scenario(folder)
        except ScenarioInvalid:
            tell(f"{summary.id} has faults: `townlet check {summary.id}` tells them")
            continue
        if all(is_drawn(scenario.hash, root) for root in roots):
            continue
        tell(f"drawing {summary.id}")
        _draw(folder, scenario, roots)
        drawn.append(summary.id)
    return drawn


def is_drawn(hash_: str, root: Path) -> bool:
    """Whether `root` has the pictures of the scenario of that hash, as this code would draw them.

    Without a hash, those that belong to the page and to no scenario.
    """
    mark = root / hash_ / MARK
    return mark.is_file() and mark.read_text(encoding="utf-8") == code_fingerprint()


def _draw(folder: Path, scenario: Scenario, roots: list[Path]) -> None:
    files = draw_scenario(folder)
    try:
        unchanged = load_scenario(folder).hash == scenario.hash
    except ScenarioInvalid:
        unchanged = False
    if not unchanged:
        raise ScenarioChanged(folder.name)
    _put(roots, {f"{scenario.hash}/{name}": content for name, content in files.items()})
    _put(roots, {f"{scenario.hash}/{MARK}": code_fingerprint().encode()})


def _roots(page: Path) -> list[Path]:
    if not page.is_dir():
        raise NoPage
    return [page / art for art in ART if art.startswith("public/") or (page / art).parent.is_dir()]


def _put(roots: list[Path], files: Mapping[str, bytes]) -> None:
    for root in roots:
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f".{path.name}.new")
            unfinished.write_bytes(content)
            # A page that reads it just now gets the whole old or the whole new one.
            os.replace(unfinished, path)
