"""The server dies under the page; the page says so and goes on by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.waiting import wait_until

pytestmark = pytest.mark.browser


def test_a_page_whose_backend_was_killed_recovers_by_itself_and_misses_nothing(watched: Watched) -> None:
    page, processes = watched.page, watched.townlet.processes.processes
    watched.townlet.clock(watched.id, speed=300, pause=False)
    watched.wait_until_shown("!scene.paused")

    killed = processes["backend"].kill()

    expect(page.get_by_test_id("away")).to_contain_text("The server is away")
    processes["backend"].wait_started_again(killed)
    expect(page.get_by_test_id("away")).to_have_count(0)
    watched.wait_until_shown("scene.connection === 'live'")
    watched.townlet.clock(watched.id, pause=True)
    wait_until(lambda: bool(watched.told()["clock"]["paused"]))
    # Its engine hears of the pause a moment later, and lives on until then.
    wait_until(lambda: watched.scene()["lastSeq"] == watched.told()["horizon"]["seq"])
    wait_until(lambda: stand_alike(watched.tiles(), watched.told_tiles()))


def test_what_is_said_while_the_workers_are_dead_is_answered_when_they_are_back(watched: Watched) -> None:
    page, processes = watched.page, watched.townlet.processes.processes
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Marta Oyelaran").click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_label("call you").fill("Ada")
    panel.get_by_role("button", name="That’s me").click()
    panel.get_by_label("Say something").fill("Are you still there?")

    killed = processes["towns-1"].kill()
    panel.get_by_role("button", name="Say", exact=True).click()

    processes["towns-1"].wait_started_again(killed)
    expect(panel.locator(".dialogue .theirs:not(.draft)")).to_be_visible()
    expect(panel.locator(".dialogue .mine")).to_have_count(1)


def stand_alike(shown: dict[str, list[int]], told: dict[str, list[int]]) -> bool:
    """Who walks is on its way to the next tile: the page stops within the tick, the town is told at its start."""
    return all(
        abs(at - there) < 1 for who, tile in shown.items() for at, there in zip(tile, told[who], strict=True)
    )
