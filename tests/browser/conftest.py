"""One Townlet and one Chromium for all browser tests; each test gets a town and a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import PATIENCE_MS, a_browser, open_town, sign_in
from tests.integration.a_townlet import Townlet, a_townlet

expect.set_options(timeout=PATIENCE_MS)

TEN_O_CLOCK = 3 * TICKS_PER_HOUR
"""Ticks: everybody is up."""
SEED = 7


@dataclass(frozen=True)
class Watched:
    """A town and the page that shows it."""

    page: Page
    townlet: Townlet
    id: str

    def scene(self) -> dict[str, Any]:
        """What is on the map just now, see `frontend/src/views/town/testHook.ts`."""
        shown: dict[str, Any] = self.page.evaluate("() => window.__town.scene()")
        return shown

    def tiles(self) -> dict[str, list[int]]:
        return {actor["id"]: actor["tile"] for actor in self.scene()["actors"]}

    def told(self) -> dict[str, Any]:
        """The town as the API tells it."""
        return self.townlet.get(f"/api/towns/{self.id}")

    def told_tiles(self) -> dict[str, list[int]]:
        """Where the residents are as the API tells it."""
        url = f"{self.townlet.processes.url}/api/towns/{self.id}/residents"
        residents = self.townlet.http.get(url).raise_for_status().json()
        return {resident["id"]: resident["tile"] for resident in residents}

    def events(self, kind: str, after: int = 0) -> list[dict[str, Any]]:
        page = self.townlet.get(f"/api/towns/{self.id}/events?kind={kind}&after={after}&limit=1000")
        found: list[dict[str, Any]] = page["events"]
        return found

    def wait_until_shown(self, condition: str, **values: Any) -> None:
        """`condition` is JavaScript over the `scene` and `values`."""
        names = ", ".join(["scene", *values])
        check = f"(values) => (({names}) => {condition})(window.__town.scene(), ...Object.values(values))"
        self.page.wait_for_function(check, arg=values)


@pytest.fixture(scope="package")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    with a_townlet(tmp_path_factory.mktemp("browser"), environment={}, batch=0) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with a_browser() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, townlet: Townlet) -> Iterator[Page]:
    """An empty page of a director; the test fails if a script of it does."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    sign_in(opened, townlet.link)
    faults: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # That the server can't be reached is what some tests are about.
        is_network = message.text.startswith(("Failed to load resource", "WebSocket connection"))
        if message.type == "error" and not is_network:
            faults.append(message.text)

    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", note)
    yield opened
    context.close()
    assert faults == []


@pytest.fixture
def town(townlet: Townlet) -> Iterator[str]:
    """A town at ten in the morning, paused."""
    founded = townlet.found_town(SEED)
    townlet.live_until(founded, TEN_O_CLOCK)
    townlet.wait_for(founded, TEN_O_CLOCK)
    yield founded
    # Else its engine would keep one of the worker's slots for a while.
    townlet.request("DELETE", f"/api/towns/{founded}?branches=true")


@pytest.fixture
def watched(page: Page, townlet: Townlet, town: str) -> Watched:
    """The same, with its page open."""
    open_town(page, townlet.processes.url, town)
    return Watched(page, townlet, town)
