"""Residents are looked at and talked to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"window.robbed=1\"><b>Hello</b> & 'friends'"
STILL = """
() => {
  const { x, y } = window.__town.scene().camera;
  const still = window.before?.x === x && window.before?.y === y;
  window.before = { x, y };
  return still;
}
"""
"""Whether the camera has not moved since the last frame."""
TILE = 16
"""Art pixels a side."""


def panel_of(page: Page, name: str) -> Locator:
    """Opens a resident's panel from the list."""
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    return page.get_by_test_id("resident-panel")


def introduce(panel: Locator, name: str) -> None:
    panel.get_by_label("call you").fill(name)
    panel.get_by_role("button", name="That’s me").click()


def say(panel: Locator, words: str) -> None:
    panel.get_by_label("Say something").fill(words)
    panel.get_by_role("button", name="Say", exact=True).click()


def test_whoever_is_clicked_on_the_map_has_their_panel_opened(watched: Watched) -> None:
    # Choosing her in the list brings her into view.
    panel = panel_of(watched.page, "Marta Oyelaran")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    watched.page.wait_for_function(STILL)
    scene, box = watched.scene(), watched.page.locator("#map").bounding_box()
    assert box is not None
    middle, zoom, (x, y) = scene["camera"], scene["zoom"], watched.tiles()["marta"]
    across = ((x + 0.5) * TILE - middle["x"]) * zoom + box["width"] / 2
    down = ((y + 1) * TILE - 12 - middle["y"]) * zoom + box["height"] / 2

    watched.page.mouse.click(box["x"] + across, box["y"] + down)

    expect(watched.page.get_by_test_id("resident-panel")).to_be_visible()
    assert watched.scene()["selected"] == "marta"


def test_a_resident_s_panel_tells_day_memories_and_acquaintances(watched: Watched) -> None:
    panel = panel_of(watched.page, "Marta Oyelaran")
    resident = watched.townlet.get(f"/api/towns/{watched.id}/residents/marta")
    memories = watched.townlet.get(f"/api/towns/{watched.id}/residents/marta/memories?limit=5")["memories"]

    expect(panel.get_by_text(resident["action"]["activity"]).first).to_be_visible()
    expect(panel.get_by_role("tabpanel").locator("[aria-current=step]")).to_be_visible()
    panel.get_by_role("tab", name="Memories").click()
    expect(panel.get_by_text(memories[0]["text"]).first).to_be_visible()
    panel.get_by_role("tab", name="Knows").click()
    expect(panel.get_by_role("button", name="Ivo Lindgren")).to_be_visible()


def test_a_resident_answers_a_visitor_also_in_a_paused_town(watched: Watched) -> None:
    panel = panel_of(watched.page, "Marta Oyelaran")
    introduce(panel, "Ada")
    say(panel, "Good morning! What are you doing?")

    talk = panel.locator(".dialogue")
    expect(talk.locator(".mine")).to_contain_text("Good morning! What are you doing?")
    expect(talk.locator(".theirs:not(.draft)")).to_be_visible()
    mine, hers = (event["event"] for event in watched.events("said") if event["event"]["talk"] is None)
    assert (mine["to"], hers["speaker"], hers["to"]) == (["marta"], "marta", [mine["speaker"]])
    expect(talk.locator(".theirs:not(.draft)")).to_contain_text(hers["text"])


def test_words_with_markup_are_shown_as_they_were_written(watched: Watched) -> None:
    page, panel = watched.page, panel_of(watched.page, "Marta Oyelaran")
    introduce(panel, "Ada")
    say(panel, MARKUP)

    expect(panel.locator(".dialogue .mine")).to_contain_text(MARKUP)
    expect(panel.locator(".dialogue .theirs:not(.draft)")).to_be_visible()
    watched.townlet.send(watched.id, "cry", {"kind": "announce", "place": None, "text": MARKUP})
    expect(page.locator(".banners")).to_contain_text(MARKUP)
    panel.get_by_role("button", name="Close").click()
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel").get_by_text(MARKUP).first).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("() => window.robbed") is None


def test_a_name_with_markup_is_refused_in_words_and_asked_for_again(watched: Watched) -> None:
    panel = panel_of(watched.page, "Marta Oyelaran")
    introduce(panel, "<b>Ada</b>")
    expect(panel.get_by_role("alert")).to_contain_text("use letters")
    expect(panel.get_by_label("Say something")).to_have_count(0)

    introduce(panel, "Ada")
    say(panel, "Hello!")

    expect(panel.locator(".dialogue .mine")).to_contain_text("Hello!")
