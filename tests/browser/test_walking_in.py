"""People walk into a town: they are seen, walk, talk and are answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched
from tests.waiting import wait_until

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
    """Opens a resident's panel, walks there, and waits until they would hear one."""
    first = name.split()[0]
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    page.get_by_role("button", name=f"Walk up to {first}").click()
    expect(page.get_by_test_id("reach")).to_contain_text(f"{first} hears you", timeout=60_000)


def own_tile(page: Page) -> list[float]:
    """Where the only visitor in town is drawn."""
    tile: list[float] = page.evaluate(
        "() => window.__town.scene().actors.find(({ id }) => id.startsWith('visitor:')).tile"
    )
    return tile


def test_whoever_walks_in_stands_at_the_gate_and_is_led_by_the_keys(watched: Watched) -> None:
    walk_in(watched.page, "Ada", figure=3)
    [ada] = [recorded["event"] for recorded in watched.events("visitor_entered")]
    assert (ada["name"], ada["looks"]) == ("Ada", 2)
    gate = ada["at"]
    assert own_tile(watched.page) == gate

    watched.page.keyboard.press("KeyD")
    watched.page.keyboard.press("KeyD")

    watched.wait_until_shown(
        "scene.actors.some(({ id, walking, tile }) =>"
        " id.startsWith('visitor:') && !walking && tile[0] > gate[0])",
        gate=gate,
    )
    wait_until(lambda: bool(watched.events("visitor_moved")))
    first = watched.events("visitor_moved")[0]["event"]
    assert first["path"] == [gate, [gate[0] + 1, gate[1]]]
    assert watched.scene()["paused"], "a visitor walks in a paused town, too"


def test_who_walks_up_to_a_resident_is_told_whom_it_reaches_and_is_answered(watched: Watched) -> None:
    dock = walk_in(watched.page, "Ada")
    expect(dock.get_by_test_id("reach")).to_contain_text("Nobody is near enough")
    expect(dock.get_by_role("button", name="Say")).to_be_disabled()

    walk_up_to(watched.page, "Marta Oyelaran")
    dock.get_by_label("Say something").fill("Good morning! What are you doing?")
    dock.get_by_role("button", name="Say").click()

    log = dock.get_by_label("What you said and heard")
    expect(log.locator(".by-me")).to_contain_text("Good morning! What are you doing?")
    expect(log.locator(".to-me")).to_contain_text("Marta:")
    mine, hers = (event["event"] for event in watched.events("said") if event["event"]["talk"] is None)
    assert (mine["to"], hers["speaker"], hers["to"]) == (["marta"], "marta", [mine["speaker"]])
