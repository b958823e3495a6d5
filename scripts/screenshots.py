"""Makes the pictures of the README anew: `make screenshots`.

A Townlet with a database of its own lives Brook Lane until people are about and talk; headless Chromium takes the
pictures. Seed and moment are fixed, so they change only with the town or its page.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from backend.domain.calendar import TICKS_PER_HOUR, TICKS_PER_MINUTE
from backend.domain.state import TownState, initial_state
from backend.scenarios import find_scenario, load_scenario
from backend.store.settings import PROJECT
from tests.browser.a_page import a_browser, open_town, sign_in
from tests.integration.a_townlet import a_townlet
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

SEED = 7
SIZE = (1440, 900)
SHOWN_X, SHOWN_Y = range(9, 39), range(8, 28)
"""Tiles that the page shows at once, without those near its edge."""
FROM, TO = 2 * TICKS_PER_HOUR, 11 * TICKS_PER_HOUR
"""Nine in the morning to six in the evening."""
LEAD = 2 * TICKS_PER_MINUTE
FOLDER = PROJECT / "docs" / "images"
SPEECH = "() => window.__town.scene().actors.some(({ bubble }) => bubble !== null && bubble.length > 25)"


def lively_tick() -> int:
    """The tick at which the most residents are in the middle of the map, with a talk going on if there is one."""
    scenario = load_scenario(find_scenario(PROJECT / "scenarios", "brook_lane"))
    town = Town(scenario, SEED, initial_state(scenario), Cognition(scenario))
    engine = Engine(town, minds("rules"))
    engine.found("rules")
    best, found = -1.0, FROM
    for tick in range(FROM, TO, TICKS_PER_MINUTE):
        while engine.step(tick):
            pass
        liveliness = _liveliness(town.state, tick)
        if liveliness > best:
            best, found = liveliness, tick
    return found


def _liveliness(state: TownState, tick: int) -> float:
    at = {resident.id: resident.position(tick) for resident in state.residents.values()}
    shown = {resident for resident, (x, y) in at.items() if x in SHOWN_X and y in SHOWN_Y}
    talks = [
        talk for talk in state.talks.values() if shown.issuperset(talk.participants) and len(talk.lines) < 3
    ]
    outdoors = sum(at[resident][1] >= 14 for resident in shown)
    return len(shown) + 3 * min(len(talks), 1) + 0.1 * outdoors


def main() -> int:
    """Takes all pictures. Returns the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    tick = lively_tick()
    with (
        tempfile.TemporaryDirectory(prefix="townlet-pictures-") as home,
        a_townlet(Path(home), environment={}) as townlet,
        a_browser() as browser,
    ):
        town = townlet.found_town(SEED, name="Brook Lane")
        townlet.live_until(town, tick - LEAD)
        townlet.wait_for(town, tick - LEAD)
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town)
        townlet.clock(town, speed=30, pause=False)
        page.wait_for_function(SPEECH)
        page.wait_for_function("() => window.__town.scene().frames > 60")
        _take(page, "town")
        _talk(page)
        _take(page, "talk")
        page.goto(f"{townlet.processes.url}/")
        page.wait_for_load_state("networkidle")
        _take(page, "towns")
    return 0


def _talk(page: Page) -> None:
    """Opens the panel of the café's owner, introduces itself and has a word with her."""
    page.get_by_role("button", name="Marta Oyelaran").first.click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_label("What shall Marta call you?").fill("Ada")
    panel.get_by_role("button", name="That’s me").click()
    for words in ("Good day! What are you up to?", "Have you heard any news?"):
        panel.get_by_label("Say something to Marta Oyelaran").fill(words)
        panel.get_by_role("button", name="Say", exact=True).click()
        panel.locator(".dialogue .theirs:not(.draft)").nth(0 if words.startswith("Good") else 1).wait_for()
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'pending')")


def _take(page: Page, name: str) -> None:
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    print(f"{path.relative_to(PROJECT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
