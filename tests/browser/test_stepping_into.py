"""A director acts for a resident from the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

GREEN = "Brook Lane:Alder Green"


def test_a_director_steps_into_a_resident_sends_it_somewhere_and_steps_out(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Step into a resident").click()
    box = page.get_by_role("region", name="Step into a resident")
    box.get_by_label("Whom").select_option("walter")
    box.get_by_role("button", name="Step in", exact=True).click()

    expect(box.get_by_role("heading")).to_contain_text("You are Walter")
    box.get_by_label("Go to").select_option(GREEN)
    box.get_by_role("button", name="Go", exact=True).click()

    def is_sent_there() -> bool:
        chosen = [found["event"] for found in watched.events("action_chosen")]
        return any(act["resident"] == "walter" and act["arena"].startswith(GREEN) for act in chosen)

    wait_until(is_sent_there)
    expect(box.get_by_role("alert")).to_have_count(0)

    box.get_by_role("button", name="Step out").click()

    expect(box.get_by_role("button", name="Step in", exact=True)).to_be_visible()
    (out,) = watched.events("stepped_out")
    assert out["event"]["resident"] == "walter"


KEYS = {"d": (1, 0), "a": (-1, 0), "s": (0, 1), "ArrowUp": (0, -1)}


def test_a_director_leads_it_by_the_keys_as_a_visitor_walks(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Step into a resident").click()
    box = page.get_by_role("region", name="Step into a resident")
    box.get_by_label("Whom").select_option("walter")
    box.get_by_role("button", name="Step in", exact=True).click()
    dock = page.get_by_test_id("acting-dock")
    expect(dock).to_contain_text("You are Walter")

    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    walkable = watched.townlet.get(f"/api/towns/{watched.id}/scenario")["walkable"]
    x, y = position_of(state["residents"]["walter"], state["tick"])
    key = next(key for key, (dx, dy) in KEYS.items() if walkable[y + dy][x + dx] == "1")
    before = len(walks_of(watched, "walter"))
    page.keyboard.press(key)
    wait_until(lambda: len(walks_of(watched, "walter")) > before)
    assert walks_of(watched, "walter")[-1]["path"][-1] == [x + KEYS[key][0], y + KEYS[key][1]]

    dock.get_by_role("button", name="Step out").click()
    expect(dock).to_have_count(0)
    expect(box.get_by_role("button", name="Step in", exact=True)).to_be_visible()


def position_of(resident: dict[str, Any], tick: int) -> tuple[int, int]:
    walk = resident["walk"]
    if walk is None:
        x, y = resident["at"]
    else:
        x, y = walk["path"][min(max(tick - walk["start"], 0), len(walk["path"]) - 1)]
    return x, y


def walks_of(watched: Watched, resident: str) -> list[dict[str, Any]]:
    return [one["event"] for one in watched.events("walked") if one["event"]["resident"] == resident]
