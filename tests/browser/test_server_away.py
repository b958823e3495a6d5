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
    watched.wait_until_shown("scene.lastSeq === seq", seq=_last_seq(watched))
    # Who walks stands on its way to the next tile: the page stops within the tick, the town is told at its start.
    watched.wait_until_shown(
        "scene.actors.every(({ id, tile }) => tile.every((at, axis) => Math.abs(at - tiles[id][axis]) < 1))",
        tiles=watched.told_tiles(),
    )


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


def _last_seq(watched: Watched) -> int:
    """Number of the newest event once the town stands still."""
    seen: list[int] = []

    def stands() -> bool:
        seen.append(watched.told()["horizon"]["seq"])
        return len(seen) > 5 and len(set(seen[-5:])) == 1

    wait_until(stands)
    return seen[-1]
