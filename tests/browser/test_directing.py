"""The director changes the world, and the page shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_an_object_s_new_state_is_seen_on_the_map_and_in_the_news(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    box = page.get_by_role("form", name="Change an object")
    box.get_by_label("Place").select_option("Brook Lane:Alder Green:pond bank")
    box.get_by_label("Object").select_option("Brook Lane:Alder Green:pond bank:jetty")
    box.get_by_label("new state").fill("covered in ants")
    box.get_by_role("button", name="Make it so").click()

    expect(box.get_by_role("status")).to_contain_text("the jetty is now covered in ants")
    expect(page.get_by_role("button", name="jetty: covered in ants")).to_be_visible()
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    assert state["objects"]["Brook Lane:Alder Green:pond bank:jetty"]["state"] == "covered in ants"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("is now: covered in ants")


def test_an_announcement_is_read_by_everybody_who_watches(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    box = page.get_by_role("form", name="Announce something")
    box.get_by_label("Who hears it").select_option("Brook Lane:The Blue Kettle:main room")
    box.get_by_label("Words").fill("Free cake for all!")
    box.get_by_role("button", name="Announce").click()

    expect(page.locator(".banners")).to_contain_text("Free cake for all!")
    expect(box.get_by_role("status")).to_contain_text("Announced")
    (cried,) = watched.events("announced")
    assert cried["event"]["arena"] == "Brook Lane:The Blue Kettle:main room"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("Free cake for all!")


def test_an_object_that_is_put_in_order_again_loses_its_mark(watched: Watched) -> None:
    thing = "Brook Lane:Alder Green:bandstand green:bandstand"
    mark = watched.page.get_by_role("button", name="bandstand: on fire")

    watched.townlet.send(watched.id, "fire", {"kind": "set_object", "object": thing, "state": "on fire"})
    expect(mark).to_be_visible()

    watched.townlet.send(watched.id, "out", {"kind": "set_object", "object": thing, "state": "idle"})
    expect(mark).to_have_count(0)


def test_the_weather_is_made_by_a_click_and_told_to_everybody_who_watches(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    box = page.get_by_role("group", name="Make the weather")
    expect(box.get_by_role("button", name="Clear", pressed=True)).to_be_visible()

    box.get_by_role("button", name="Snow").click()

    expect(box.get_by_role("button", name="Snow", pressed=True)).to_be_visible()
    expect(box.get_by_role("status")).to_contain_text("the weather is now snow")
    assert watched.townlet.get(f"/api/towns/{watched.id}/state")["weather"] == "snow"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("is now snow")
