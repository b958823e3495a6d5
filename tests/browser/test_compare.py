"""Two branches of a town side by side: one clock, one view, and what is otherwise."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.browser.test_every_screen import faults_of

pytestmark = pytest.mark.browser

FIRE = TEN_O_CLOCK + 60
ELEVEN = TEN_O_CLOCK + TICKS_PER_HOUR


def wait_until_both(page: Page, condition: str, **values: Any) -> None:
    """`condition` is JavaScript over `maps`, `one`, `other`, and the `values`."""
    names = ", ".join(["maps", *values])
    body = f"(({names}) => (({{ 0: one, 1: other }}) => {condition})(maps))"
    check = f"(values) => window.__compare !== undefined && {body}(window.__compare.maps(), ...Object.values(values))"
    page.wait_for_function(check, arg=values)


@pytest.fixture
def compared(watched: Watched) -> Watched:
    """A town with a fire, and its branch without, at eleven."""
    branch = {"name": "Without the fire", "key": "quiet"}
    other = watched.townlet.request("POST", f"/api/towns/{watched.id}/branches", branch).json()["id"]
    fire = {"kind": "announce", "place": None, "text": "There is a fire at the mill!"}
    watched.townlet.send(watched.id, "fire", fire, {"tick": FIRE, "order": 0})
    for town in (watched.id, other):
        watched.townlet.live_until(town, ELEVEN)
        watched.townlet.wait_for(town, ELEVEN)
    watched.page.locator(".branches-button").click()
    watched.page.get_by_role("link", name="Compare with Without the fire").click()
    wait_until_both(watched.page, "one.frames > 10 && other.frames > 10 && one.tick === at", at=ELEVEN)
    return watched


def differences(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Differences")


def test_two_branches_are_shown_with_what_is_otherwise_and_why(compared: Watched) -> None:
    page = compared.page
    told = differences(page)
    begins = told.get_by_role("region", name="Where it begins")
    expect(begins).to_contain_text("The first difference: Monday 10:10")
    expect(begins).to_contain_text("Announcement · “There is a fire at the mill!”")
    view = compared.townlet.get(f"/api/towns/{compared.id}/compare/{other_of(page)}?at={ELEVEN}")
    assert view["one"]["memories_in_all"] > 0
    expect(told.locator(".apart")).to_have_count(len(view["apart"]))
    expect(told.get_by_role("region", name="Who knows more")).to_contain_text(
        re.compile(f"{view['one']['memories_in_all']} memories are here alone")
    )
    expect(told.locator(".apart .cause-number")).to_have_text(["1"] * len(view["apart"]))
    known = told.get_by_role("region", name="Who knows more")
    known.locator("summary").first.click()
    expect(known.locator(".entry .cause-number").first).to_have_text("1")
    expect(page.locator(".compared .tag[data-mark]")).to_have_count(2 * len(view["apart"]))
    assert faults_of(page) == []

    begins.get_by_role("button", name=re.compile("The first difference")).click()

    wait_until_both(page, "one.tick === fire && other.tick === fire", fire=view["first"]["one"]["tick"])
    expect(page.get_by_test_id("clock")).to_contain_text("10:10")
    expect(told.get_by_role("status")).to_have_text("Up to Monday 11:00")


def other_of(page: Page) -> str:
    town: str = page.evaluate("() => window.__compare.maps()[1].town")
    return town


def test_both_go_by_one_clock_and_one_view(compared: Watched) -> None:
    page = compared.page
    page.get_by_role("slider", name="Moment that both show").fill(str(TEN_O_CLOCK))
    wait_until_both(page, "maps.every(({ tick }) => tick === ten)", ten=TEN_O_CLOCK)
    expect(differences(page)).to_contain_text("they have lived the same life")
    wait_until_both(page, "one.actors.every(({ tile }, i) => '' + tile === '' + other.actors[i].tile)")

    page.get_by_role("button", name="900 times as fast as life").click()
    page.get_by_role("button", name="Play both from here").click()

    wait_until_both(page, "one.tick > fire && other.tick > fire", fire=FIRE)
    wait_until_both(page, "one.tick === end && other.tick === end", end=ELEVEN)
    expect(page.get_by_role("button", name="Play both from here")).to_be_disabled()

    maps = page.locator(".compared")
    maps.nth(1).focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    same = "one.zoom === other.zoom && one.camera.x === other.camera.x && one.camera.y === other.camera.y"
    wait_until_both(page, f"one.zoom === 3 && {same}")


def test_both_live_on_and_a_phone_shows_one_map_at_a_time(compared: Watched) -> None:
    page = compared.page
    page.set_viewport_size({"width": 390, "height": 844})
    one, other = page.locator(".compared.side-one"), page.locator(".compared.side-other")
    expect(one).to_be_visible()
    expect(other).to_be_hidden()
    page.get_by_role("group", name="Which map is shown").get_by_role(
        "button", name="Without the fire"
    ).click()
    expect(other).to_be_visible()
    expect(one).to_be_hidden()
    page.get_by_role("button", name="Both live on for an hour").click()
    for town in (compared.id, other_of(page)):
        compared.townlet.wait_for(town, ELEVEN + TICKS_PER_HOUR)
    page.wait_for_function("(noon) => window.__compare.upto() === noon", arg=ELEVEN + TICKS_PER_HOUR)
    assert faults_of(page) == []
