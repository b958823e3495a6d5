"""The page shows a town that lives: its list, its map, its clock."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from backend.domain.calendar import TICKS_PER_MINUTE
from tests.browser.a_page import SOFTWARE_WEBGL, launched, open_town, sign_in, wait_until_drawn
from tests.browser.conftest import Watched
from tests.integration.a_townlet import Townlet

pytestmark = pytest.mark.browser


def test_residents_walk_on_the_map_while_the_town_runs(watched: Watched) -> None:
    before = watched.tiles()
    assert len(before) == 6

    watched.townlet.clock(watched.id, speed=60, pause=False)

    watched.wait_until_shown(
        "scene.actors.some(({ id, tile }) => tile[0] !== before[id][0] || tile[1] !== before[id][1])",
        before=before,
    )
    expect(watched.page.get_by_test_id("pace")).to_contain_text("60×")


def test_a_paused_town_stands_where_the_api_says_that_it_stands(watched: Watched) -> None:
    assert watched.tiles() == watched.told_tiles()
    assert watched.scene()["lastSeq"] == watched.told()["horizon"]["seq"]
    expect(watched.page.get_by_test_id("clock")).to_contain_text("10:00")


def test_a_town_is_founded_from_the_list_found_there_again_and_deleted(page: Page, townlet: Townlet) -> None:
    page.goto(f"{townlet.processes.url}/?r=canvas")
    page.get_by_label("Name").fill("Lane of Ours")
    page.get_by_label("Seed").fill("11")
    page.get_by_role("button", name="Found Lane of Ours").click()

    wait_until_drawn(page)
    expect(page.get_by_role("heading", name="Lane of Ours")).to_be_visible()
    page.wait_for_function("() => window.__town.scene().tick > 1")
    town = page.evaluate("() => window.__town.scene().town")
    told = townlet.get(f"/api/towns/{town}")
    assert (told["name"], told["seed"]) == ("Lane of Ours", 11)

    page.get_by_role("link", name="All towns").click()
    expect(page.get_by_role("link", name="Lane of Ours")).to_be_visible()
    page.get_by_role("button", name="Delete Lane of Ours").click()
    page.get_by_role("group", name="Delete Lane of Ours?").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("link", name="Lane of Ours")).to_have_count(0)


def test_an_unknown_town_is_said_to_be_none(page: Page, townlet: Townlet) -> None:
    page.goto(f"{townlet.processes.url}/towns/t-2345678923")

    expect(page.get_by_role("alert")).to_contain_text("no such town")
    page.get_by_role("link", name="See all towns").click()
    expect(page.get_by_role("heading", name="New town")).to_be_visible()


def test_a_deleted_town_is_said_to_be_gone(watched: Watched) -> None:
    watched.townlet.request("DELETE", f"/api/towns/{watched.id}")

    expect(watched.page.get_by_role("alert")).to_contain_text("deleted")
    expect(watched.page.get_by_role("link", name="See all towns")).to_be_visible()


def test_the_clock_is_paused_stepped_and_sped_up(watched: Watched) -> None:
    page, start = watched.page, watched.told()["horizon"]["tick"]

    page.get_by_role("button", name="Step one minute").click()
    watched.wait_until_shown("scene.tick >= goal && scene.paused", goal=start + TICKS_PER_MINUTE)
    assert watched.told()["horizon"]["tick"] == start + TICKS_PER_MINUTE

    page.get_by_role("button", name="300 times as fast as life").click()
    watched.wait_until_shown("!scene.paused && scene.speed === 300 && scene.tick > goal", goal=start + 30)
    assert watched.told()["clock"]["speed"] == 300

    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_test_id("pace")).to_have_text("Paused")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    watched.wait_until_shown(
        "scene.paused && Math.floor(scene.tick) === horizon", horizon=watched.told()["horizon"]["tick"]
    )


def test_the_map_is_drawn_by_webgl_too(browser: Browser, townlet: Townlet, town: str) -> None:
    with launched(browser.browser_type, *SOFTWARE_WEBGL) as other:
        page = other.new_page(viewport={"width": 800, "height": 600})
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town, "webgl")

        assert page.evaluate("() => window.__town.scene().renderer") == "webgl"
        picture = Image.open(io.BytesIO(page.locator("#map canvas").screenshot())).convert("RGB")
        colours = picture.getcolors(maxcolors=picture.width * picture.height)
        assert colours is not None
        assert len(colours) > 100, "the map is all but empty"
