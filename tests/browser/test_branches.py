"""A town branches: from now, from a moment of its past, and without something that was done."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import wait_until_drawn
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.browser.test_every_screen import faults_of

pytestmark = pytest.mark.browser

NINE = TEN_O_CLOCK - TICKS_PER_HOUR


def the_family(watched: Watched) -> Locator:
    watched.page.locator(".branches-button").click()
    dialog = watched.page.get_by_role("dialog", name="Branches of this town")
    expect(dialog.get_by_text("You are here")).to_be_visible()
    return dialog


def branches_of(watched: Watched) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = watched.townlet.request("GET", f"/api/towns/{watched.id}/branches").json()
    return told


def go_there(watched: Watched, dialog: Locator) -> None:
    dialog.get_by_role("status").get_by_role("link", name="Go there").click()
    is_elsewhere = "(now) => now.town !== town && now.frames > 10"
    watched.page.wait_for_function(
        f"(town) => window.__town !== undefined && ({is_elsewhere})(window.__town.scene())",
        arg=watched.id,
    )


def test_a_town_branches_from_now_and_the_family_is_kept_in_order(watched: Watched) -> None:
    page, dialog = watched.page, the_family(watched)
    dialog.get_by_label("Its name").fill("With a feast")
    dialog.get_by_role("button", name="Make the branch").click()
    expect(dialog.get_by_role("status")).to_contain_text("With a feast is there")
    branch = dialog.locator(".branch").filter(has=page.get_by_role("link", name="Go to With a feast"))
    expect(branch).to_contain_text("left at Monday 10:00 · paused at Monday 10:00")

    branch.get_by_role("button", name="Rename With a feast").click()
    branch.get_by_label("New name").fill("<b>")
    branch.get_by_role("button", name="Save").click()
    expect(branch.get_by_role("alert")).to_contain_text("markup")
    branch.get_by_label("New name").fill("The feast")
    branch.get_by_role("button", name="Save").click()
    renamed = dialog.locator(".branch").filter(has=page.get_by_role("link", name="Go to The feast"))
    renamed.get_by_role("button", name="Make The feast the main one").click()
    expect(renamed).to_contain_text("★ main")
    expect(dialog.locator(".branch.here")).not_to_contain_text("★ main")

    go_there(watched, dialog)

    expect(page.get_by_role("heading", level=1)).to_have_text("The feast")
    dialog = the_family(watched)
    here = dialog.locator(".branch.here")
    here.get_by_role("button", name="Drop The feast").click()
    here.get_by_role("button", name="Drop", exact=True).click()
    page.wait_for_url(re.compile(f"/towns/{watched.id}$"))
    wait_until_drawn(page)
    assert [one["id"] for one in branches_of(watched)] == [watched.id]


def test_a_town_branches_from_the_moment_that_is_shown(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("slider", name="Moment that is shown").focus()
    page.keyboard.press("PageDown")
    watched.wait_until_shown("scene.past && scene.tick === tick", tick=NINE)
    page.get_by_test_id("past-note").get_by_role("button", name="Branch here").click()
    dialog = page.get_by_role("dialog", name="Branches of this town")
    expect(dialog).to_contain_text("From Monday 09:00, the moment that is shown")
    dialog.get_by_role("button", name="Make the branch").click()

    go_there(watched, dialog)

    expect(page.get_by_test_id("clock")).to_contain_text("09:00")
    assert [one["fork_tick"] for one in branches_of(watched)] == [None, NINE]


def test_what_a_director_did_is_undone_in_a_branch(watched: Watched) -> None:
    moment = TEN_O_CLOCK + 30
    cake = {"kind": "announce", "place": None, "text": "Free cake at noon!"}
    number = watched.townlet.send(watched.id, "cake", cake, {"tick": moment, "order": 0})
    watched.townlet.live_until(watched.id, moment + 60)
    watched.townlet.wait_for(watched.id, moment + 60)
    dialog = the_family(watched)
    dialog.get_by_role("button", name=re.compile("Undo: Monday 10:05, Announcement .*Free cake")).click()
    expect(dialog.get_by_role("status")).to_contain_text("Without: Announcement, Monday 10:05 is there")
    branch = branches_of(watched)[1]
    assert branch["undone"] == number
    watched.townlet.wait_for(branch["id"], moment + 60)
    expect(dialog.locator(".branch").nth(1)).to_contain_text("lives without something that was done")
    expect(dialog.locator(".branch").nth(1)).to_contain_text("paused at Monday 10:15")

    go_there(watched, dialog)

    page = watched.townlet.get(f"/api/towns/{branch['id']}/events?kind=announced&after=0&limit=100")
    assert page["events"] == []
    told = the_family(watched)
    expect(told.get_by_text("No director has done anything")).to_be_visible()


def test_the_list_of_towns_shows_a_family_as_one_with_its_main_one_marked(watched: Watched) -> None:
    page, url = watched.page, watched.townlet.processes.url
    feast = watched.townlet.request(
        "POST", f"/api/towns/{watched.id}/branches", {"name": "With a feast", "key": "feast"}
    ).json()["id"]
    wish = {"name": "Without wine", "key": "wine", "tick": NINE}
    watched.townlet.request("POST", f"/api/towns/{feast}/branches", wish)
    watched.townlet.request("PATCH", f"/api/towns/{feast}", {"main": True})
    page.goto(url)
    family = page.get_by_role("region", name="With a feast with its branches")
    rows = family.locator(".branch")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("founded · paused at Monday 10:00")
    expect(rows.nth(1)).to_contain_text("left at Monday 10:00 · paused at Monday 10:00")
    expect(family.locator("li li li > .branch")).to_contain_text("left at Monday 09:00")
    expect(family.locator(".branch", has_text="★ main")).to_have_count(1)
    assert faults_of(page) == []

    family.get_by_role("button", name="Delete With a feast").click()
    sure = family.get_by_role("group", name="Delete With a feast?")
    expect(sure).to_contain_text("The branch that left from it goes, too")
    sure.get_by_role("button", name="Delete").click()
    expect(family).to_have_count(0)
    assert [one["id"] for one in branches_of(watched)] == [watched.id]
