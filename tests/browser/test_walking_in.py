"""People walk into a town: they are seen, walk, talk and are answered."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def walk_in(page: Page, name: str, figure: int = 1) -> Locator:
    """Comes in at the gate. Returns what one can do in town."""
    page.get_by_role("button", name="Walk in").click()
    form = page.get_by_role("form", name="Walk into town")
    form.get_by_label("Your name").fill(name)
    form.get_by_label(f"Figure {figure}").check(force=True)
    form.get_by_role("button", name="Enter at the gate").click()
    dock = page.get_by_label("Your visit")
    expect(dock).to_be_visible()
    return dock


def walk_up_to(page: Page, name: str) -> None:
    """Opens a resident's panel and walks to them."""
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    page.get_by_role("button", name=f"Walk up to {name.split()[0]}").click()


def bodies(watched: Watched) -> list[dict[str, Any]]:
    """Visitors as the town has them."""
    url = f"/api/towns/{watched.id}/state"
    return list(watched.townlet.get(url)["state"]["visitors"].values())


def own_tile(page: Page) -> list[float]:
    """Where the only visitor in town is drawn."""
    tile: list[float] = page.evaluate(
        "() => window.__town.scene().actors.find(({ id }) => id.startsWith('visitor:')).tile"
    )
    return tile


def test_whoever_walks_in_stands_at_the_gate_and_is_led_by_the_keys(watched: Watched) -> None:
    walk_in(watched.page, "Ada", figure=3)
    [ada] = bodies(watched)
    assert (ada["name"], ada["looks"]) == ("Ada", 2)
    gate = ada["at"]
    assert own_tile(watched.page) == gate

    watched.page.keyboard.press("KeyA")
    watched.page.keyboard.press("KeyA")

    watched.wait_until_shown(
        "scene.actors.some(({ id, walking, tile }) =>"
        " id.startsWith('visitor:') && !walking && tile[0] < gate[0])",
        gate=gate,
    )
    watched.townlet.get(f"/api/towns/{watched.id}")
    [walked] = [event["event"]["path"] for event in watched.events("visitor_moved")][:1]
    assert walked == [gate, [gate[0] - 1, gate[1]]]
    assert watched.scene()["paused"], "a visitor walks in a paused town, too"
