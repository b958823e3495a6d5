"""What came of an intervention is followed on the page: from the palette while it spreads, from its mark later on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.browser.test_directing import palette

pytestmark = pytest.mark.browser
FAIR = "The fair comes to Brook Lane on Sunday, with a carousel."


def test_a_director_follows_who_noticed_and_who_told_whom(watched: Watched) -> None:
    page = watched.page
    box = palette(page, "Announce something")
    box.get_by_label("Words").fill(FAIR)
    box.get_by_role("button", name="Do it").click()
    box.get_by_role("button", name="Follow what came of it").click()

    panel = page.get_by_test_id("follow-panel")
    expect(panel).to_contain_text(FAIR)
    watched.townlet.live_until(watched.id, TEN_O_CLOCK + 3 * TICKS_PER_HOUR)
    watched.townlet.wait_for(watched.id, TEN_O_CLOCK + 3 * TICKS_PER_HOUR)
    noticed = panel.get_by_role("button", name=re.compile("^Noticed it"))
    expect(noticed).to_be_visible()
    expect(panel.get_by_role("img", name=re.compile("^Who knows over time"))).to_be_visible()
    heard = [one for one in watched.events("remembered") if FAIR in one["event"]["text"]]
    assert heard
    noticed.click()
    expect(panel.get_by_role("listitem")).to_have_count(
        len({one["event"]["resident"] for one in heard if one["event"]["source"]["by"] == "intervention"})
    )

    panel.get_by_role("listitem").first.get_by_role("button").click()
    expect(page.get_by_test_id("past-note")).to_be_visible()
    watched.wait_until_shown("scene.past && Math.floor(scene.tick) === tick", tick=heard[0]["tick"])
    panel.get_by_role("button", name="Back").click()
    expect(page.get_by_role("tab", name="Direct")).to_be_visible()


def test_a_mark_of_the_timeline_leads_to_what_came_of_it(watched: Watched) -> None:
    watched.townlet.do(watched.id, "rain", {"kind": "set_weather", "weather": "rain"})
    watched.townlet.live_until(watched.id, TEN_O_CLOCK + TICKS_PER_HOUR)
    watched.townlet.wait_for(watched.id, TEN_O_CLOCK + TICKS_PER_HOUR)
    page = watched.page
    page.reload()
    mark = page.get_by_role("button", name=re.compile("Weather · rain"))
    mark.first.dispatch_event("click")
    page.get_by_test_id("past-note").get_by_role("button", name="Follow what came of it").click()
    panel = page.get_by_test_id("follow-panel")
    expect(panel).to_contain_text("rain")
    expect(panel.get_by_role("button", name=re.compile("^Noticed it"))).to_be_visible()
