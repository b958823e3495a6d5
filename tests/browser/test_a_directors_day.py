"""A director's day on the page, from an announcement to what is sent home of it.

The director announces something and follows how it spreads, goes back to before it, lets a branch live without it and
compares the two, and takes it back. Somebody with a link watches a moment and can change nothing. What is sent to those
who have no Townlet at all opens from the disk.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import PATIENCE_MS, open_town, wait_until_drawn
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.browser.test_directing import palette

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]

NINE, NOON = TEN_O_CLOCK - TICKS_PER_HOUR, TEN_O_CLOCK + 2 * TICKS_PER_HOUR
NEWS = "The mill is for sale, and everybody may look inside on Saturday."


def test_a_directors_day(watched: Watched, browser: Browser, tmp_path: Path) -> None:
    announces(watched)
    follows_the_spread(watched)
    scrubs_back(watched)
    link = shares_the_moment(watched)
    quiet = branches_off(watched)
    compares(watched, quiet)
    undone = takes_it_back(watched)
    a_viewer_sees_the_moment_and_changes_nothing(watched, browser, link)
    a_replay_opens_from_the_disk(watched, browser, tmp_path)
    assert heard(watched, watched.id), "the town itself goes on as it was"
    assert heard(watched, quiet) == heard(watched, undone) == []


def announces(watched: Watched) -> None:
    box = palette(watched.page, "Announce something")
    box.get_by_label("Words").fill(NEWS)
    box.get_by_role("button", name="Do it").click()
    expect(watched.page.locator(".banners")).to_contain_text(NEWS)  # for some seconds
    expect(box.get_by_role("status")).to_contain_text("Done at")
    box.get_by_role("button", name="Follow what came of it").click()


def follows_the_spread(watched: Watched) -> None:
    """While the town lives on; each step leads to its moment."""
    page = watched.page
    panel = page.get_by_test_id("follow-panel")
    expect(panel).to_contain_text(NEWS)
    watched.townlet.live_until(watched.id, NOON)
    watched.townlet.wait_for(watched.id, NOON)
    panel.get_by_role("button", name=re.compile("^Noticed it")).click()
    memories = heard(watched, watched.id)
    expect(panel.get_by_role("listitem")).to_have_count(
        len({memory["resident"] for memory in memories if memory["source"]["by"] == "intervention"})
    )
    panel.get_by_role("listitem").first.get_by_role("button").click()
    watched.wait_until_shown("scene.past && Math.floor(scene.tick) === ten", ten=TEN_O_CLOCK)
    panel.get_by_role("button", name="Back").click()


def scrubs_back(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("slider", name="Moment that is shown").focus()
    page.keyboard.press("PageDown")
    watched.wait_until_shown("scene.past && scene.tick === nine", nine=NINE)
    expect(page.get_by_test_id("past-note")).to_contain_text("looking at Monday 09:00. Live is Monday 12:00.")


def shares_the_moment(watched: Watched) -> str:
    """The link for whoever may only watch."""
    page = watched.page
    page.get_by_role("button", name="Share this moment").click()
    page.get_by_role("button", name="Make it a link for anybody to watch").click()
    expect(page.get_by_text("and change nothing")).to_be_visible()
    link = page.get_by_label("Link to this moment").input_value()
    page.keyboard.press("Escape")
    return link


def branches_off(watched: Watched) -> str:
    """Before the announcement; the branch's id."""
    page = watched.page
    page.get_by_test_id("past-note").get_by_role("button", name="Branch here").click()
    dialog = family(page)
    expect(dialog).to_contain_text("From Monday 09:00, the moment that is shown")
    dialog.get_by_label("Its name").fill("Nothing is for sale")
    dialog.get_by_role("button", name="Make the branch").click()
    expect(dialog.get_by_role("status")).to_contain_text("Nothing is for sale is there")
    branch: str = branches_of(watched)[-1]["id"]
    return branch


def compares(watched: Watched, quiet: str) -> None:
    """The branch lives on to where the town is, and what differs has its cause."""
    page = watched.page
    family(page).get_by_role("link", name="Compare with Nothing is for sale").click()
    differences = page.get_by_role("complementary", name="Differences")
    expect(differences).to_contain_text("they have lived the same life, event by event")
    for hour in range(1, 4):
        page.get_by_role("button", name="Both live on for an hour").click()
        watched.townlet.wait_for(quiet, NINE + hour * TICKS_PER_HOUR)
        page.wait_for_function("(tick) => window.__compare.upto() === tick", arg=NINE + hour * TICKS_PER_HOUR)
    begins = differences.get_by_role("region", name="Where it begins")
    expect(begins).to_contain_text("The first difference: Monday 10:00")
    expect(begins.locator(".causes")).to_contain_text(f"Announcement · “{NEWS}”")
    knows = differences.get_by_role("region", name="Who knows more")
    knows.locator("details.side-one summary").click()
    entry = knows.locator(".entry").filter(has_text=NEWS).first
    expect(entry.locator(".cause-number")).to_have_text("1")
    open_town(page, watched.townlet.processes.url, watched.id)


def takes_it_back(watched: Watched) -> str:
    """In one more branch; its id."""
    page = watched.page
    page.locator(".branches-button").click()
    dialog = family(page)
    dialog.get_by_role("button", name=re.compile("^Undo: Monday 10:00, Announcement")).click()
    expect(dialog.get_by_role("status")).to_contain_text("Without: Announcement, Monday 10:00 is there")
    undone = branches_of(watched)[-1]
    watched.townlet.wait_for(undone["id"], NOON)
    dialog.get_by_role("status").get_by_role("link", name="Go there").click()
    page.wait_for_url(re.compile(f"/towns/{undone['id']}"))
    wait_until_drawn(page)
    expect(page.get_by_test_id("clock")).to_contain_text("12:00")
    town: str = undone["id"]
    return town


def a_viewer_sees_the_moment_and_changes_nothing(watched: Watched, browser: Browser, link: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        guest = Watched(a_page(context), watched.townlet, watched.id)
        guest.page.goto(link)
        wait_until_drawn(guest.page)
        guest.wait_until_shown("scene.past && scene.tick === nine", nine=NINE)
        guest.page.get_by_test_id("past-note").get_by_role("button", name="Back to live").click()
        guest.wait_until_shown("!scene.past")
        expect(guest.page.get_by_role("tab", name="Direct")).to_have_count(0)
        expect(guest.page.get_by_role("group", name="Clock")).to_have_count(0)
        expect(guest.page.get_by_role("button", name="Walk in")).to_have_count(0)
        refused = [
            context.request.post(f"{watched.townlet.processes.url}/api/towns/{watched.id}/{what}", data=wish)
            for what, wish in {
                "inputs": {"key": "a-wish", "input": {"kind": "set_weather", "weather": "rain"}},
                "clock": {"pause": False},
                "branches": {"key": "a-branch"},
            }.items()
        ]
        assert [answer.status for answer in refused] == [403, 403, 403]
    finally:
        context.close()


def a_replay_opens_from_the_disk(watched: Watched, browser: Browser, tmp_path: Path) -> None:
    """With the network off, and it asks for nothing."""
    page = watched.page
    open_town(page, watched.townlet.processes.url, watched.id)
    page.get_by_role("tab", name="What happens").click()
    page.get_by_role("button", name="What did I miss?").click()
    dialog = page.get_by_role("dialog", name="What happened")
    dialog.get_by_role("button", name="From the start").click()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save as a replay").click()
    file = tmp_path / "replay.html"
    download.value.save_as(file)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    try:
        replay, asked = a_page(context), list[str]()
        replay.goto(f"{file.as_uri()}?r=canvas")
        replay.on("request", lambda request: asked.append(request.url))
        replay.wait_for_function("() => window.__replay !== undefined && window.__replay.scene().frames > 5")
        replay.get_by_role("slider", name="Moment").press("End")
        replay.wait_for_function("(noon) => window.__replay.scene().tick >= noon - 1", arg=NOON)
        replay.get_by_role("tab", name="What happened").click()
        expect(replay.get_by_role("tabpanel")).to_contain_text(NEWS)
        assert [url for url in asked if not url.startswith(("data:", "blob:"))] == []
    finally:
        context.close()


def a_page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page


def family(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Branches of this town")


def branches_of(watched: Watched) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = watched.townlet.request("GET", f"/api/towns/{watched.id}/branches").json()
    return told


def heard(watched: Watched, town: str) -> list[dict[str, Any]]:
    """Memories of the announcement."""
    page = watched.townlet.get(f"/api/towns/{town}/events?kind=remembered&after=0&limit=1000")
    assert page["next"] is None or len(page["events"]) < 1000, "all of them"
    return [one["event"] for one in page["events"] if NEWS in one["event"]["text"]]
