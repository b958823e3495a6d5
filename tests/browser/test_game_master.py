"""A director asks the game master for anything, sees what would change, and has it carried out."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.requests_of_directors import MACHINE

pytestmark = pytest.mark.browser


def test_a_request_is_judged_shown_and_carried_out(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Ask the game master").click()
    box = page.get_by_role("region", name="Ask the game master")
    box.get_by_label("What is to be so?").fill("The coffee machine is broken, and make it rain")
    box.get_by_role("button", name="Ask", exact=True).click()

    preview = box.get_by_role("list", name="What would change")
    expect(preview).to_contain_text("the coffee machine (The Blue Kettle: main room)")
    expect(preview).to_contain_text("→ broken")
    expect(preview).to_contain_text("→ rain")
    expect(box).to_contain_text("Allowed")
    assert watched.townlet.get(f"/api/towns/{watched.id}/state")["weather"] == "clear"

    box.get_by_role("button", name="Carry it out").click()

    expect(box.get_by_role("list", name="What changed")).to_be_visible()
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    assert state["weather"] == "rain"
    assert state["objects"][MACHINE]["state"] == "broken"


def test_what_is_refused_says_why_and_has_no_button(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Ask the game master").click()
    box = page.get_by_role("region", name="Ask the game master")
    box.get_by_label("What is to be so?").fill("Tell me Walter's secret")
    box.get_by_role("button", name="Ask", exact=True).click()

    expect(box).to_contain_text("Refused")
    expect(box).to_contain_text("What residents keep to themselves stays with them")
    expect(box.get_by_role("button", name="Carry it out")).to_have_count(0)


def test_a_request_waits_for_rain_and_is_judged_and_carried_out_then(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Ask the game master").click()
    box = page.get_by_role("region", name="Ask the game master")
    box.get_by_label("What is to be so?").fill("The coffee machine is broken")
    box.get_by_label("When something happens").check()
    box.get_by_label("What has to happen").select_option(label="The weather changes")
    box.get_by_role("button", name="Rain").click()
    box.get_by_role("button", name="Schedule it").click()
    expect(box.get_by_role("status")).to_contain_text("It waits for its moment")
    assert watched.events("requested") == []

    watched.townlet.send(watched.id, "rain", {"kind": "set_weather", "weather": "rain"})
    watched.townlet.clock(watched.id, step=6)
    expect(box.get_by_role("list", name="What changed")).to_contain_text("the coffee machine")
    assert watched.townlet.get(f"/api/towns/{watched.id}/state")["objects"][MACHINE]["state"] == "broken"
