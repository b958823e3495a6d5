"""The director has somebody leave, and rewrites who somebody is; the page shows both, and the past as it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.test_directing import palette

pytestmark = pytest.mark.browser


def test_who_has_left_is_in_no_list_and_its_past_can_still_be_looked_at(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Have a resident leave")
    box.get_by_label("Who leaves").select_option("walter")
    expect(box.get_by_label("Preview")).to_contain_text("Walter Castellane leaves the town for good")
    box.get_by_role("button", name="Do it").click()
    expect(box.get_by_role("status")).to_contain_text("Done at")
    expect(box.get_by_label("Who leaves").locator("option[value=walter]")).to_have_count(0)

    box.get_by_role("button", name="Have a look").click()
    panel = page.get_by_test_id("resident-panel")
    expect(panel.get_by_test_id("gone")).to_contain_text("Walter Castellane left the town for good")
    expect(panel).to_contain_text("What Walter remembered")
    expect(panel.locator(".memories li").first).to_be_visible()
    panel.get_by_role("button", name="Look at the last moment here").click()
    expect(page.get_by_test_id("past-note")).to_be_visible()
    expect(panel).to_contain_text("Right now")
    panel.get_by_role("button", name="Back to now").or_(
        page.get_by_test_id("only-live").get_by_role("button")
    ).first.click()
    expect(panel.get_by_test_id("gone")).to_be_visible()

    panel.get_by_role("button", name="Close").click()
    page.get_by_role("tab", name="Residents").click()
    expect(page.locator(".roster")).to_contain_text("Marta Oyelaran")
    expect(page.locator(".roster")).not_to_contain_text("Walter Castellane")
    page.get_by_role("tab", name="What happens").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("Walter Castellane has left the town for good")


def test_who_was_rewritten_is_shown_as_it_is_now(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Rewrite who somebody is")
    box.get_by_label("Whom").select_option("marta")
    expect(box.get_by_label("Who it is")).not_to_have_value("")
    temper = box.get_by_role("group", name="Temper")
    temper.get_by_role("button", name="shy").click()
    box.get_by_label("Age").fill("71")
    box.get_by_label("Who it is").fill("Marta was a sailor for thirty years.")
    expect(box.get_by_label("Preview")).to_contain_text("shy")
    box.get_by_role("button", name="Do it").click()
    expect(box.get_by_role("status")).to_contain_text("Done at")

    box.get_by_role("button", name="Have a look").click()
    panel = page.get_by_test_id("resident-panel")
    expect(panel.locator("header")).to_contain_text("71")
    panel.get_by_role("tab", name="Mind").click()
    expect(panel.get_by_role("region", name="Who it is")).to_contain_text(
        "Marta was a sailor for thirty years."
    )
    expect(panel.get_by_role("region", name="Who it is")).to_contain_text("shy")
    (edited,) = watched.events("persona_edited")
    assert edited["event"]["edit"]["age"] == 71
