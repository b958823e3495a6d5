"""A replay's file, as somebody opens it who was sent it: from disk, with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.a_page import PATIENCE_MS
from tests.browser.conftest import SEED, TEN_O_CLOCK
from tests.integration.a_townlet import Townlet

HOSTILE = '</script><script>document.title = "owned"</script><img src=x onerror="document.title = 1">'
FROM = 360
"""Eight o'clock."""


@pytest.fixture(scope="module")
def file(townlet: Townlet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of two hours in which somebody from outside said something in markup, to a resident who answered."""
    town = townlet.found_town(SEED)
    townlet.live_until(town, TEN_O_CLOCK)
    townlet.wait_for(town, TEN_O_CLOCK)
    said = {"kind": "speak", "visitor": "visitor:zoe", "name": "Zoe", "to": "marta", "text": HOSTILE}
    townlet.do(town, "a-line", said)
    townlet.live_until(town, TEN_O_CLOCK + 30)
    townlet.wait_for(town, TEN_O_CLOCK + 30)
    answer = townlet.http.get(f"{townlet.processes.url}/api/towns/{town}/replay.html", params={"from": FROM})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"].startswith("attachment")
    townlet.request("DELETE", f"/api/towns/{town}")
    path = tmp_path_factory.mktemp("replay") / "replay.html"
    path.write_bytes(answer.content)
    return path


@pytest.fixture
def replay(browser: Browser, file: Path) -> Iterator[Page]:
    """The file in a browser without a network; the test fails if it asks for anything, or a script of it fails."""
    context = browser.new_context(offline=True, locale="en-GB", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")) and request.url != page.url:
            faults.append(request.url)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{file.as_uri()}?r=canvas")
    page.on("request", asked)
    page.wait_for_function("() => window.__replay !== undefined && window.__replay.scene().frames > 5")
    yield page
    context.close()
    assert faults == []


def scene(page: Page) -> dict[str, Any]:
    shown: dict[str, Any] = page.evaluate("() => window.__replay.scene()")
    return shown


def test_the_town_plays_from_the_file_alone(replay: Page) -> None:
    assert scene(replay)["clock"] == "08:00"
    assert len(scene(replay)["actors"]) == 6
    replay.get_by_role("button", name="300 times").click()
    replay.get_by_role("button", name="Play", exact=True).click()
    replay.wait_for_function(f"() => window.__replay.scene().tick > {FROM + 60}")
    replay.get_by_role("button", name="Pause", exact=True).click()
    stopped = scene(replay)["tick"]
    replay.get_by_role("slider", name="Moment").press("Shift+ArrowRight")
    replay.wait_for_function("(tick) => window.__replay.scene().tick > tick + 50", arg=stopped)
    replay.get_by_role("slider", name="Moment").press("Home")
    expect(replay.get_by_test_id("clock")).to_contain_text("08:00")


def test_what_was_said_is_told_as_it_was_said_and_leads_to_its_moment(replay: Page) -> None:
    replay.get_by_role("tab", name="What happened").click()
    replay.get_by_role("slider", name="Moment").press("End")
    told = replay.get_by_role("tabpanel").get_by_role("button").filter(has_text=HOSTILE)
    expect(told).to_have_count(1)
    told.click()
    replay.wait_for_function(f"() => Math.floor(window.__replay.scene().tick) === {TEN_O_CLOCK}")
    assert replay.title() == "A test: a replay"
    assert replay.locator("img[onerror]").count() == 0


def test_somebody_s_page_tells_what_it_does_and_says_and_nothing_that_it_thinks(replay: Page) -> None:
    replay.get_by_role("slider", name="Moment").press("End")
    replay.get_by_role("button", name="Marta Oyelaran").click()
    panel = replay.get_by_test_id("resident-panel")
    expect(panel.get_by_role("heading", name="Marta Oyelaran")).to_be_visible()
    expect(panel).to_contain_text("document.title")
    expect(panel.get_by_role("heading", name="What came to be remembered")).to_have_count(0)
    replay.keyboard.press("Escape")
    expect(replay.get_by_role("tab", name="People")).to_be_visible()


def test_a_file_that_was_cut_off_says_so(browser: Browser, file: Path, tmp_path: Path) -> None:
    whole = file.read_text(encoding="utf-8")
    start = whole.index('id="town">') + 2000
    cut = tmp_path / "cut.html"
    cut.write_text(whole[:start] + whole[start + 400 :], encoding="utf-8")
    context = browser.new_context(offline=True, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(cut.as_uri())
    expect(page.get_by_role("status")).to_contain_text("not whole")
    context.close()
