"""A director acts for a resident from the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

GREEN = "Brook Lane:Alder Green"


def test_a_director_steps_into_a_resident_sends_it_somewhere_and_steps_out(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Direct").click()
    page.get_by_role("button", name="Step into a resident").click()
    box = page.get_by_role("region", name="Step into a resident")
    box.get_by_label("Whom").select_option("walter")
    box.get_by_role("button", name="Step in", exact=True).click()

    expect(box.get_by_role("heading")).to_contain_text("You are Walter")
    box.get_by_label("Go to").select_option(GREEN)
    box.get_by_role("button", name="Go", exact=True).click()
    expect(box.get_by_role("alert")).to_have_count(0)

    box.get_by_role("button", name="Step out").click()

    expect(box.get_by_role("button", name="Step in", exact=True)).to_be_visible()
    chosen = [found["event"] for found in watched.events("action_chosen")]
    assert any(act["resident"] == "walter" and act["arena"].startswith(GREEN) for act in chosen)
    (out,) = watched.events("stepped_out")
    assert out["event"]["resident"] == "walter"
