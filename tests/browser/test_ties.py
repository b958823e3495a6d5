"""Who is what to whom is seen as a web, at any moment, and each change leads to its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
EVENING = 12 * TICKS_PER_HOUR


def test_the_web_of_a_town_tells_how_it_came_to_be_so(watched: Watched) -> None:
    watched.townlet.live_until(watched.id, EVENING)
    watched.townlet.wait_for(watched.id, EVENING)
    page = watched.page
    page.get_by_role("button", name="Who is what to whom").click()
    panel = page.get_by_test_id("ties-panel")
    expect(panel.get_by_role("img", name=re.compile("^6 residents and"))).to_be_visible()

    panel.get_by_role("button", name="Marta", pressed=False).first.click()
    told = watched.townlet.get(f"/api/towns/{watched.id}/relationships/changes?resident=marta&limit=40")
    assert told
    changes = panel.get_by_role("listitem")
    expect(changes).to_have_count(len(told))

    changes.last.get_by_role("button").first.click()
    expect(page.get_by_test_id("past-note")).to_be_visible()
    oldest = told[-1]  # type: ignore[index]
    watched.wait_until_shown("Math.floor(scene.tick) === tick", tick=oldest["tick"])
    then = [one for one in told if one["tick"] <= oldest["tick"]]  # type: ignore[index]
    expect(changes).to_have_count(len(then))
    changes.last.get_by_role("button", name="Why?").click()
    expect(page.get_by_role("dialog", name="Why?")).to_be_visible()
