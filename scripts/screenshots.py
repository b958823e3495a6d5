"""Makes the pictures of the README and of the docs anew: `make screenshots`.

A Townlet with a database of its own lives a day of the Ville, and the first hours of Brook Lane as a fresh Townlet has
them; headless Chromium takes the pictures. Seeds and moments are fixed, so they change only with the towns or the page.
Names of pictures as arguments make those alone.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from backend.domain.calendar import TICKS_PER_HOUR, TICKS_PER_MINUTE
from backend.store.environment.settings import PROJECT
from backend.store.postgres.database import Database
from tests.browser.a_page import a_browser, open_town, sign_in
from tests.integration.a_townlet import Townlet, a_townlet
from townlet.first_town import live_ahead

SEED = 7
LAPTOP, PROJECTOR, PHONE = (1440, 900), (1920, 1080), (390, 844)
FOLDER = PROJECT / "docs" / "images"
LIVED_WITHIN_S = 600.0
WITHOUT_HINTS = "localStorage.setItem('townlet.first-minute', 'watch talk change')"
SPEECH = "() => window.__town.scene().actors.some(({ bubble }) => bubble !== null && bubble.length > 25)"
STILL = """
() => {
  const { camera, frames } = window.__town.scene();
  const now = `${camera.x} ${camera.y}`;
  const rests = window.rested === now && frames > (window.restedAt ?? frames) + 12;
  if (window.rested !== now) [window.rested, window.restedAt] = [now, frames];
  return rests;
}
"""
"""Whether the camera has not moved for a dozen frames."""
BOTH_THERE = "(at) => window.__compare?.maps().every(({ tick, frames }) => tick === at && frames > 60)"


@dataclass
class Studio:
    townlet: Townlet
    browser: Browser
    ville: str

    @contextmanager
    def page(self, size: tuple[int, int], *, hints: bool = False, phone: bool = False) -> Iterator[Page]:
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=2 if phone else 1,
            is_mobile=phone,
            has_touch=phone,
            locale="en-GB",
        )
        page = context.new_page()
        page.set_default_timeout(60_000)
        if not hints:
            page.add_init_script(WITHOUT_HINTS)
        sign_in(page, self.townlet.link)
        yield page
        context.close()

    @contextmanager
    def ville_at(self, hour: float, size: tuple[int, int] = LAPTOP, *, phone: bool = False) -> Iterator[Page]:
        tick = round(hour * TICKS_PER_HOUR)
        self.townlet.live_until(self.ville, tick)
        self.townlet.wait_for(self.ville, tick, LIVED_WITHIN_S)
        with self.page(size, phone=phone) as page:
            open_town(page, self.townlet.processes.url, self.ville)
            yield page

    def near(self, page: Page, *places: str) -> str:
        """Aims at somebody awake in one of `places`, else anywhere; its name. The list of residents stays."""
        found: list[dict[str, Any]] = self.townlet.request("GET", f"/api/towns/{self.ville}/residents").json()
        awake = [one for one in found if not one["asleep"]]
        there = [one for place in places for one in awake if place in (one["arena"] or "")]
        name: str = (there or awake or found)[0]["name"]
        page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
        page.wait_for_function(STILL)
        return name

    def talking(self) -> str | None:
        """Somebody's name who is in a talk."""
        found: list[dict[str, Any]] = self.townlet.request("GET", f"/api/towns/{self.ville}/residents").json()
        return next((one["name"] for one in found if one["talk"]), None)


def _back(page: Page) -> None:
    page.get_by_test_id("resident-panel").get_by_role("button", name="Close").click()


def morning(studio: Studio) -> None:
    with studio.ville_at(8.4) as page:
        studio.near(page, "Hobbs Cafe", "Johnson Park")
        _back(page)
        _take(page, "morning")


def cafe(studio: Studio) -> None:
    with studio.ville_at(12.6) as page:
        studio.near(page, "Hobbs Cafe")
        for _ in range(2):
            page.keyboard.press("+")
        page.wait_for_function(STILL)
        _take(page, "cafe")


def noon(studio: Studio) -> None:
    with studio.ville_at(12.7) as page:
        studio.near(page, "Johnson Park", "Oak Hill College")
        _back(page)
        _take(page, "noon")


def conversation(studio: Studio) -> None:
    tick = round(13.0 * TICKS_PER_HOUR)
    while (name := _someone_talking(studio, tick)) is None:
        tick += 2 * TICKS_PER_MINUTE
    with studio.page(LAPTOP) as page:
        open_town(page, studio.townlet.processes.url, studio.ville)
        page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
        page.keyboard.press("+")
        studio.townlet.clock(studio.ville, speed=10, pause=False)
        page.wait_for_function(SPEECH)
        studio.townlet.clock(studio.ville, pause=True)
        page.wait_for_function(STILL)
        _take(page, "conversation")


def _someone_talking(studio: Studio, tick: int) -> str | None:
    studio.townlet.live_until(studio.ville, tick)
    studio.townlet.wait_for(studio.ville, tick, LIVED_WITHIN_S)
    return studio.talking()


def phone(studio: Studio) -> None:
    with studio.ville_at(15.5, PHONE, phone=True) as page:
        page.wait_for_function(STILL)
        _take(page, "phone")


def projector(studio: Studio) -> None:
    with studio.ville_at(13.6, PROJECTOR) as page:
        studio.near(page, "Hobbs Cafe")
        _back(page)
        _take(page, "projector")


def rain(studio: Studio) -> None:
    with studio.ville_at(17.2) as page:
        studio.townlet.send(studio.ville, "rain", {"kind": "set_weather", "weather": "rain"})
        studio.near(page, "Johnson Park", "Hobbs Cafe", "Willows")
        _back(page)
        page.wait_for_function("() => window.__town.scene().frames > 90")
        _take(page, "rain")
        studio.townlet.send(studio.ville, "sun", {"kind": "set_weather", "weather": "clear"})


def dusk(studio: Studio) -> None:
    with studio.ville_at(19.5) as page:
        studio.near(page, "Johnson Park", "Rose and Crown", "Hobbs Cafe")
        _back(page)
        _take(page, "dusk")


def night(studio: Studio) -> None:
    with studio.ville_at(21.6) as page:
        studio.near(page, "Rose and Crown", "house")
        _back(page)
        _take(page, "night")


def party(studio: Studio) -> None:
    """Isabella's party of the second day."""
    with studio.ville_at(24 + 17.6) as page:
        studio.near(page, "Hobbs Cafe")
        page.keyboard.press("+")
        page.wait_for_function(STILL)
        _take(page, "party")


def compare(studio: Studio) -> None:
    """The day that was lived beside a branch of its morning, in which one announcement was made; and a look back."""
    here, end = f"/api/towns/{studio.ville}", studio.townlet.head(studio.ville)
    wish = {"tick": 9 * TICKS_PER_HOUR, "name": "With a concert", "key": "concert"}
    branch = studio.townlet.request("POST", f"{here}/branches", wish).json()["id"]
    words = "There is a concert in Johnson Park at noon, and everybody is welcome!"
    studio.townlet.send(branch, "concert", {"kind": "announce", "place": None, "text": words})
    studio.townlet.live_until(branch, end)
    studio.townlet.wait_for(branch, end, LIVED_WITHIN_S)
    with studio.page(LAPTOP) as page:
        page.goto(f"{studio.townlet.processes.url}/compare/{studio.ville}/{branch}")
        at = round(12.5 * TICKS_PER_HOUR)
        page.wait_for_function(BOTH_THERE, arg=end)
        page.get_by_role("slider").fill(str(at))
        page.wait_for_function(BOTH_THERE, arg=at)
        page.get_by_text("Up to Monday 12:30").wait_for()
        page.locator(".apart .side-other").first.click()
        page.wait_for_timeout(1500)  # both maps have flown there
        _take(page, "compare")
        open_town(page, studio.townlet.processes.url, studio.ville)
        page.get_by_test_id("timeline").focus()
        for _ in range(4):
            page.keyboard.press("PageDown")
        page.wait_for_function("() => window.__town.scene().past")
        page.wait_for_function(STILL)
        _take(page, "past")
    studio.townlet.request("DELETE", f"/api/towns/{branch}")


def first(studio: Studio) -> None:
    """Brook Lane as a fresh Townlet opens; a word with its café's owner; a resident of one's own; the list of towns."""
    database = Database(studio.townlet.processes.database_url)
    town = live_ahead(database).id
    database.dispose()
    with studio.page(LAPTOP, hints=True) as page:
        open_town(page, studio.townlet.processes.url, town)
        page.get_by_role("button", name="Show me").click()
        page.wait_for_function(SPEECH)
        page.wait_for_function(STILL)
        _take(page, "town")
        studio.townlet.clock(town, pause=True)
        _talk(page)
        _take(page, "talk")
        _own(page)
        _take(page, "own")
        page.goto(f"{studio.townlet.processes.url}/")
        page.wait_for_load_state("networkidle")
        _take(page, "towns")


def _talk(page: Page) -> None:
    """Has a word with the café's owner."""
    page.get_by_test_id("resident-panel").get_by_role("button", name="Close").click()
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Marta Oyelaran").click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_label("call you").fill("Ada")
    panel.get_by_role("button", name="That’s me").click()
    for number, words in enumerate(("Good day! What are you up to?", "Have you heard any news?")):
        panel.get_by_label("Say something").fill(words)
        panel.get_by_role("button", name="Say", exact=True).click()
        panel.locator(".dialogue .theirs:not(.draft)").nth(number).wait_for()
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'pending')")


def _own(page: Page) -> None:
    page.get_by_test_id("resident-panel").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Make a resident").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("Nora Lind")
    for trait in ("curious", "warm", "witty"):
        form.get_by_role("button", name=trait).click()
    form.get_by_label("Lives in").select_option("Signal Cottage")
    form.get_by_label("Works at").select_option("The Blue Kettle:main room")
    form.get_by_label("As", exact=True).fill("waitress")
    form.get_by_label("What is on their mind").fill("Nora wants to open a small print shop.")
    for part, look in (
        ("Skin", "fair"),
        ("Hair", "auburn"),
        ("Cut", "bun"),
        ("Top", "mustard"),
        ("Bottom", "denim"),
    ):
        form.get_by_label(part, exact=True).select_option(look)
    form.locator(".own-day li").nth(5).wait_for()


PICTURES: dict[str, Callable[[Studio], None]] = {
    "morning": morning,
    "cafe": cafe,
    "noon": noon,
    "conversation": conversation,
    "projector": projector,
    "phone": phone,
    "rain": rain,
    "dusk": dusk,
    "night": night,
    "party": party,
    "compare": compare,
    "first": first,
}
"""In the order of their hours: a town lives but once."""


def main(wanted: list[str]) -> int:
    """Takes the pictures that are `wanted`, else all. Returns the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="townlet-pictures-") as home,
        a_townlet(Path(home), environment={}) as townlet,
        a_browser() as browser,
    ):
        wish = {"scenario": "the_ville", "seed": SEED, "mind": "rules", "paused": True}
        studio = Studio(townlet, browser, townlet.request("POST", "/api/towns", wish).json()["id"])
        for name, picture in PICTURES.items():
            if not wanted or name in wanted:
                picture(studio)
    return 0


def _take(page: Page, name: str) -> None:
    path = FOLDER / f"{name}.png"
    page.mouse.move(300, 4)  # what lies below the pointer looks different
    page.screenshot(path=path)
    print(f"{path.relative_to(PROJECT)}: {path.stat().st_size // 1000} kB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
