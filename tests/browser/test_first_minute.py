"""Somebody who has never seen Townlet: the first town goes on when they look, and they watch, talk and change it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from backend.store.postgres.database import Database
from tests.browser.a_page import open_town, tab_to
from tests.browser.conftest import Watched
from tests.integration.a_townlet import Townlet
from townlet.first_town import live_ahead

pytestmark = pytest.mark.browser


@pytest.fixture
def first_town(townlet: Townlet) -> Iterator[str]:
    database = Database(townlet.processes.database_url)
    town = live_ahead(database).id
    database.dispose()
    yield town
    townlet.request("DELETE", f"/api/towns/{town}")


def slowly(townlet: Townlet, town: str) -> None:
    """Lets the talk into which a newcomer comes go on for as long as a slow machine takes to look at it."""
    townlet.clock(town, speed=1)
    assert townlet.get(f"/api/towns/{town}")["clock"]["paused_because"] == "unseen"


def as_usual(townlet: Townlet, town: str) -> None:
    townlet.clock(town, speed=30)


def test_within_the_first_minute_a_newcomer_sees_a_talk_talks_and_changes_something(
    page: Page, townlet: Townlet, first_town: str
) -> None:
    waiting = townlet.get(f"/api/towns/{first_town}")["clock"]
    assert (waiting["paused"], waiting["paused_because"]) == (True, "unseen")
    slowly(townlet, first_town)
    open_town(page, townlet.processes.url, first_town)
    hints = page.get_by_test_id("hints")

    # It goes on as it is looked at, in the middle of a talk.
    expect(hints).to_contain_text("Watch a talk:")
    hints.get_by_role("button", name="Show me").click()
    expect(page.get_by_test_id("resident-panel")).to_be_visible()
    expect(hints).to_contain_text("Talk to somebody:")
    as_usual(townlet, first_town)

    panel = page.get_by_test_id("resident-panel")
    panel.get_by_label("call you").fill("Newcomer")
    panel.get_by_role("button", name="That’s me").click()
    panel.get_by_label("Say something").fill("Hello! What is this town?")
    panel.get_by_role("button", name="Say", exact=True).click()
    expect(panel.locator(".dialogue .theirs").first).to_be_visible()
    expect(hints).to_contain_text("Change something:")

    hints.get_by_role("button", name="Make it rain").click()
    expect(hints).to_have_count(0)
    assert townlet.get(f"/api/towns/{first_town}/state")["weather"] == "rain"
    assert townlet.get(f"/api/towns/{first_town}")["clock"]["paused_because"] is None

    page.reload()
    page.wait_for_function("() => window.__town !== undefined && window.__town.scene().frames > 10")
    expect(page.get_by_test_id("hints")).to_have_count(0)


def test_the_same_minute_is_had_by_the_keyboard_alone(page: Page, townlet: Townlet, first_town: str) -> None:
    slowly(townlet, first_town)
    open_town(page, townlet.processes.url, first_town)
    hints = page.get_by_test_id("hints")

    expect(hints).to_contain_text("Watch a talk:")
    tab_to(page, hints.get_by_role("button", name="Show me"))
    page.keyboard.press("Enter")
    panel = page.get_by_test_id("resident-panel")
    expect(panel).to_be_visible()
    expect(hints).to_contain_text("Talk to somebody:")
    as_usual(townlet, first_town)

    tab_to(page, panel.get_by_label("call you"))
    page.keyboard.type("Newcomer")
    page.keyboard.press("Enter")
    tab_to(page, panel.get_by_label("Say something"))
    page.keyboard.type("Hello! What is this town?")
    page.keyboard.press("Enter")
    expect(panel.locator(".dialogue .theirs").first).to_be_visible()

    expect(hints).to_contain_text("Change something:")
    tab_to(page, hints.get_by_role("button", name="Make it rain"))
    page.keyboard.press("Enter")
    expect(hints).to_have_count(0)
    assert townlet.get(f"/api/towns/{first_town}/state")["weather"] == "rain"


def test_hints_are_put_away_for_good(page: Page, townlet: Townlet, town: str) -> None:
    open_town(page, townlet.processes.url, town)
    page.get_by_test_id("hints").get_by_role("button", name="No more hints").click()
    expect(page.get_by_test_id("hints")).to_have_count(0)
    page.reload()
    page.wait_for_function("() => window.__town !== undefined && window.__town.scene().frames > 10")
    expect(page.get_by_test_id("hints")).to_have_count(0)


def test_a_resident_of_ones_own_is_seen_before_it_comes_and_then_walks_in_the_town(watched: Watched) -> None:
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Make a resident").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("Ivo Lind")
    form.get_by_role("button", name="curious").click()
    form.get_by_label("Lives in").select_option("Signal Cottage")
    form.get_by_label("What is on their mind").fill("The new one wants to open a small print shop.")
    expect(form).to_contain_text("'Ivo' is used twice")

    form.get_by_label("Name").fill("Nora Lind")
    expect(form).to_contain_text("The first day, as the built-in mind plans it")
    expect(form.locator(".own-day li").nth(3)).to_be_visible()
    form.get_by_role("button", name="Let Nora move in now").click()
    expect(form).to_contain_text("Nora is at the gate.")

    watched.wait_until_shown("scene.actors.some(({ id }) => id === 'nora')")
    form.get_by_role("button", name="Close").click()
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Nora Lind").click()
    expect(page.get_by_test_id("resident-panel")).to_contain_text("Nora Lind")
    assert {"nora", "ruth", "walter"} <= watched.told_tiles().keys()


def test_a_new_town_tells_what_its_mind_costs_and_offers_the_built_in_where_no_model_answers(
    page: Page, townlet: Townlet
) -> None:
    page.goto(townlet.processes.url)
    founding = page.get_by_role("region", name="New town")
    expect(founding).to_contain_text("Costs nothing")
    founding.get_by_label("Mind").select_option("model")
    expect(founding).to_contain_text("tokens for each")
    founding.get_by_role("button", name="Take the built-in mind").click()
    expect(founding).to_contain_text("Costs nothing")
