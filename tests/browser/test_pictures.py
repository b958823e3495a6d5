"""A town whose pictures are still being drawn says so, and shows itself once they are there."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.a_page import open_town
from tests.integration.a_townlet import Townlet

ART = re.compile(r"/art/[0-9a-f]{64}/")


def test_a_town_waits_in_words_for_its_pictures(page: Page, townlet: Townlet, town: str) -> None:
    def not_yet(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route(ART, not_yet)
    page.goto(f"{townlet.processes.url}/towns/{town}?r=canvas")
    expect(page.get_by_role("status").filter(has_text="are being drawn")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("button", name="Marta Oyelaran").first).to_be_visible()  # the rest is there
    page.unroute(ART)
    page.wait_for_selector('body[data-ready="town"]')
    expect(page.get_by_text("are being drawn")).to_have_count(0)
    faces = page.locator("img.portrait")
    page.wait_for_function(
        "() => [...document.querySelectorAll('img.portrait')].every((face) => face.naturalWidth > 0)"
    )
    assert faces.count() >= 6


def test_the_first_screen_shows_a_new_scenario_once_it_is_drawn(page: Page, townlet: Townlet) -> None:
    page.route(ART, lambda route: route.fulfill(status=404, body=""))
    page.goto(townlet.processes.url)
    expect(page.get_by_role("radio", name="Brook Lane")).to_be_enabled()
    blank = "() => document.querySelector('.scenario-card canvas').width"
    default = 300  # of a canvas on which nothing was drawn
    assert page.evaluate(blank) == default
    page.unroute(ART)
    page.wait_for_function(
        "(blank) => [...document.querySelectorAll('.scenario-card canvas')].every((c) => c.width !== blank)",
        arg=default,
    )


def test_pictures_are_those_of_the_scenario_that_the_town_was_founded_on(
    page: Page, townlet: Townlet, town: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_town(page, townlet.processes.url, town)
    own = townlet.get(f"/api/towns/{town}")["scenario_hash"]
    ground = {url for url in asked if url.endswith("/ground.png")}
    assert ground == {f"{townlet.processes.url}/art/{own}/ground.png"}
