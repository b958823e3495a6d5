"""The director changes the world, and the page shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def palette(page: Page, intervention: str) -> Locator:
    """The form of an intervention, opened from the palette."""
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name=intervention).click()
    return page.get_by_role("form", name=intervention)


def test_an_object_s_new_state_is_seen_on_the_map_and_in_the_news(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Change an object")
    box.get_by_label("Place").select_option("Brook Lane:Alder Green:pond bank")
    box.get_by_label("Object").select_option("Brook Lane:Alder Green:pond bank:jetty")
    box.get_by_label("new state").fill("covered in ants")
    expect(box.get_by_label("Preview")).to_contain_text("the jetty is covered in ants")
    box.get_by_role("button", name="Do it").click()

    expect(box.get_by_role("status")).to_contain_text("Done at")
    expect(page.get_by_role("button", name="jetty: covered in ants")).to_be_visible()
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    assert state["objects"]["Brook Lane:Alder Green:pond bank:jetty"]["state"] == "covered in ants"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("is now: covered in ants")


def test_an_announcement_is_read_by_everybody_who_watches(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Announce something")
    box.get_by_label("Who hears it").select_option("Brook Lane:The Blue Kettle:main room")
    box.get_by_label("Words").fill("Free cake for all!")
    box.get_by_role("button", name="Do it").click()

    expect(page.locator(".banners")).to_contain_text("Free cake for all!")
    expect(box.get_by_role("status")).to_contain_text("Done at")
    (cried,) = watched.events("announced")
    assert cried["event"]["arena"] == "Brook Lane:The Blue Kettle:main room"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("Free cake for all!")


def test_the_palette_is_searched_and_a_planted_rumour_is_followed_from_its_form(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_label("What do you want to do?").fill("rumour")
    expect(page.get_by_role("button", name="Plant a memory")).to_be_visible()
    expect(page.get_by_role("button", name="Announce something")).to_have_count(0)

    box = palette(page, "Plant a memory")
    box.get_by_label("Whom").select_option("marta")
    box.get_by_label("What is remembered").fill("The mill will be sold in June.")
    box.get_by_label("Who told it").select_option("jonah")
    expect(box.get_by_label("Preview")).to_contain_text("remembers being told by Jonah")
    box.get_by_role("button", name="Do it").click()
    box.get_by_role("button", name="Who knows?").click()

    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("The mill will be sold in June.")
    expect(dialog).to_contain_text("Marta")
    (memory,) = [
        one["event"] for one in watched.events("remembered") if one["event"]["source"]["by"] == "intervention"
    ]
    assert (memory["resident"], memory["source"]["who"]) == ("marta", "jonah")


def test_what_is_scheduled_waits_for_its_time(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Close a place")
    box.get_by_label("Place", exact=True).select_option("Brook Lane:The Blue Kettle")
    box.get_by_label("At a time").check()
    expect(box.get_by_role("button", name="Schedule it")).to_be_disabled()
    box.get_by_label("Time in town").fill("06:00")
    box.get_by_role("button", name="Schedule it").click()

    expect(box.get_by_role("status")).to_contain_text("06:00")
    assert watched.events("place_closed") == []


def test_what_waits_for_rain_is_done_once_it_rains_and_what_is_not_wanted_is_taken_back(
    watched: Watched,
) -> None:
    page, townlet = watched.page, watched.townlet
    box = palette(page, "Announce something")
    waiting = page.get_by_role("region", name="Waiting for its moment")
    for weather, words in (("rain", "Free umbrellas for all!"), ("snow", "Free sledges for all!")):
        box.get_by_label("Words").fill(words)
        box.get_by_label("When something happens").check()
        box.get_by_label("What has to happen").select_option(label="The weather changes")
        expect(box.get_by_role("button", name="Schedule it")).to_be_disabled()
        box.get_by_role("button", name=weather.title()).click()
        expect(box.get_by_label("Preview")).to_contain_text(f"When it {weather}s")
        box.get_by_role("button", name="Schedule it").click()
        expect(box.get_by_role("status")).to_contain_text("It waits for its moment")
        expect(waiting).to_contain_text(words)
    assert watched.events("announced") == []

    sledges = waiting.get_by_role("listitem").filter(has_text="sledges")
    sledges.get_by_role("button", name="Take it back").click()
    expect(sledges.get_by_role("status")).to_contain_text("Taken back")

    townlet.send(watched.id, "rain", {"kind": "set_weather", "weather": "rain"})
    townlet.clock(watched.id, step=6)
    umbrellas = waiting.get_by_role("listitem").filter(has_text="umbrellas")
    expect(page.locator(".banners")).to_contain_text("Free umbrellas for all!")  # for some seconds
    expect(umbrellas.get_by_role("status")).to_contain_text("Done at")
    (cried,) = watched.events("announced")
    (fired,) = watched.events("fired")
    assert cried["tick"] == fired["tick"] == watched.events("condition_met")[0]["tick"] + 1


def test_what_the_town_does_not_allow_is_told_where_it_was_asked_for(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Close a place")
    for _ in range(2):
        box.get_by_label("Place", exact=True).select_option("Brook Lane:The Blue Kettle")
        box.get_by_role("button", name="Do it").click()
        expect(box.get_by_role("status").or_(box.get_by_role("alert"))).to_be_visible()
        expect(box.get_by_role("button", name="Do it")).to_be_enabled()
    expect(box.get_by_role("alert")).to_contain_text("closed already")


def test_an_object_that_is_put_in_order_again_loses_its_mark(watched: Watched) -> None:
    thing = "Brook Lane:Alder Green:bandstand green:bandstand"
    mark = watched.page.get_by_role("button", name="bandstand: on fire")

    watched.townlet.send(watched.id, "fire", {"kind": "set_object", "object": thing, "state": "on fire"})
    expect(mark).to_be_visible()

    watched.townlet.send(watched.id, "out", {"kind": "set_object", "object": thing, "state": "idle"})
    expect(mark).to_have_count(0)


def test_the_weather_is_made_by_a_click_and_told_to_everybody_who_watches(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Make the weather")
    box.get_by_role("button", name="Snow").click()
    expect(box.get_by_role("button", name="Snow", pressed=True)).to_be_visible()
    box.get_by_role("button", name="Do it").click()

    expect(box.get_by_role("status")).to_contain_text("Done at")
    assert watched.townlet.get(f"/api/towns/{watched.id}/state")["weather"] == "snow"
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("is now snow")


def test_two_are_given_an_appointment_and_it_is_called_off(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Make an appointment")
    box.get_by_label("Who gives it").select_option("marta")
    box.get_by_label("With whom").select_option("ivo")
    box.get_by_label("What it is").fill("a walk around the pond")
    box.get_by_label("Where").select_option("Brook Lane:Alder Green")
    box.get_by_label("When it begins").fill("15:00")
    expect(box.get_by_label("Preview")).to_contain_text("have agreed on a walk around the pond")
    box.get_by_role("button", name="Do it").click()
    expect(box.get_by_role("status")).to_contain_text("Done at")

    page.get_by_role("button", name="Everything that can be done").click()
    box = palette(page, "Call an appointment off")
    box.get_by_label("Who takes it back").select_option("marta")
    walk = box.get_by_label("What", exact=True).locator("option", has_text="a walk around the pond")
    box.get_by_label("What", exact=True).select_option(value=walk.get_attribute("value"))
    box.get_by_role("button", name="Do it").click()
    expect(box.get_by_role("status")).to_contain_text("Done at")
    state = watched.townlet.get(f"/api/towns/{watched.id}/state")
    (made,) = [one for one in state["commitments"].values() if one["what"] == "a walk around the pond"]
    assert {party["status"] for party in made["parties"].values()} == {"declined"}
