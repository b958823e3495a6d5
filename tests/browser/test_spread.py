"""Who knows of the news, and from whom, is there to be followed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

EVENING = 12 * TICKS_PER_HOUR


def test_the_way_of_the_news_leads_to_the_lines_that_told_it(watched: Watched) -> None:
    watched.townlet.live_until(watched.id, EVENING)
    watched.townlet.wait_for(watched.id, EVENING)
    spread = watched.townlet.get(f"/api/towns/{watched.id}/news/lanterns/spread")
    told = [knower for knower in spread["knowers"] if knower["told"] is not None]
    assert told

    page = watched.page
    page.get_by_role("tab", name="What happens").click()
    page.get_by_label("What goes around").get_by_role("button", name="the lanterns").click()

    dialog = page.get_by_role("dialog", name="Who knows")
    expect(dialog).to_contain_text(spread["text"])
    expect(dialog.get_by_role("status")).to_have_text(
        f"{len(spread['knowers'])} of {spread['residents']} know"
    )
    steps = dialog.locator(".staircase > li")
    expect(steps).to_have_count(len(spread["knowers"]))
    place = spread["knowers"].index(told[0])
    steps.nth(place).get_by_role("button").first.click()
    line = dialog.get_by_role("note")
    expect(line).to_contain_text(told[0]["told"]["text"])
    line.get_by_role("button", name="Why?").click()
    why = page.get_by_role("dialog", name="Why?")
    expect(why.locator(".subject")).to_contain_text(told[0]["told"]["text"])
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_who_else_knows_can_be_asked_of_a_memory(watched: Watched) -> None:
    watched.townlet.live_until(watched.id, EVENING)
    watched.townlet.wait_for(watched.id, EVENING)
    spread = watched.townlet.get(f"/api/towns/{watched.id}/news/lanterns/spread")
    knower = next(knower for knower in spread["knowers"] if knower["told"] is not None)
    url = f"/api/towns/{watched.id}/residents/{knower['resident']}"
    name = watched.townlet.get(url)["name"]
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_role("tab", name="Memories").click()
    search = panel.get_by_label("Words in the memory")
    search.fill("lantern")
    search.press("Enter")
    ask = panel.get_by_role("button", name="Who else knows?").last
    ask.click()
    expect(page.get_by_role("dialog", name="Who knows").get_by_role("status")).to_have_text(
        re.compile("of 6 know")
    )


def test_a_commitment_is_followed_to_the_line_that_asked(watched: Watched) -> None:
    watched.townlet.live_until(watched.id, EVENING)
    watched.townlet.wait_for(watched.id, EVENING)
    # A page that still catches up takes what is to come in it for now.
    watched.wait_until_shown("scene.tick >= tick - 1", tick=EVENING)
    page = watched.page
    # Whoever talks with Walter has his name in the own row, too.
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Walter Castellane").click()
    panel = page.get_by_test_id("resident-panel")
    lanterns = panel.get_by_role("listitem").filter(has_text="the lanterns on the pond")
    lanterns.first.get_by_role("button", name="Who knows of it?").click()
    dialog = page.get_by_role("dialog", name="Who knows")
    spread = watched.townlet.get(f"/api/towns/{watched.id}/commitments/occasion:lanterns/spread")
    expect(dialog.locator(".staircase > li")).to_have_count(len(spread["knowers"]))
    curve = dialog.get_by_role("img", name=re.compile("^Who knows over time"))
    expect(curve).to_be_visible()
    dialog.get_by_text("As a table").click()
    expect(dialog.get_by_role("row")).to_have_count(len(spread["knowers"]) + 1)

    told = next(n for n, knower in enumerate(spread["knowers"]) if knower["told"] is not None)
    dialog.locator(".staircase > li").nth(told).get_by_role("button").first.click()
    dialog.get_by_role("note").get_by_role("button", name="Show the moment").click()
    expect(page.get_by_test_id("past-note")).to_be_visible()
    expect(dialog).to_have_count(0)
    watched.wait_until_shown("Math.floor(scene.tick) === tick", tick=spread["knowers"][told]["tick"])


def test_an_intervention_waits_until_one_more_knows(watched: Watched) -> None:
    """From whatever is followed; who knows already is counted."""
    page, words = watched.page, "There is free cake."
    watched.townlet.send(watched.id, "cake", {"kind": "announce", "place": None, "text": words})
    page.get_by_role("tab", name="What happens").click()
    page.get_by_role("listitem").filter(has_text=words).get_by_role("button", name="Who knows of it?").click()
    dialog = page.get_by_role("dialog", name="Who knows")
    dialog.get_by_role("button", name="Do something when one more knows").click()
    panel = page.get_by_role("tabpanel")
    expect(panel.locator(".awaited")).to_contain_text(words)
    panel.get_by_role("button", name="Make the weather").click()
    form = panel.get_by_role("form", name="Make the weather")
    form.get_by_role("button", name="storm").click()
    expect(form.get_by_label("Preview")).to_contain_text(words)
    form.get_by_label("How many have to know it").fill("1")
    form.get_by_role("button", name="Schedule it").click()
    expect(panel.get_by_label("Waiting for its moment").get_by_role("listitem")).to_contain_text(words)
    [armed] = watched.events("armed")
    assert armed["event"]["when"] == {
        "condition": "heard_of",
        "of": "announcement",
        "which": words,
        "who": None,
        "least": 1,
    }
