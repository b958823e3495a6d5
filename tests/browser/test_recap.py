"""Whoever comes back to a town reads what happened, and its newspaper; each sentence leads to its moment."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import open_town
from tests.browser.conftest import TEN_O_CLOCK, Watched

NEWS = "The mill opens its doors on Sunday."


def test_whoever_comes_back_is_told_what_they_missed_and_sees_it(watched: Watched) -> None:
    page, townlet, town = watched.page, watched.townlet, watched.id
    page.wait_for_function("(town) => (localStorage.getItem('townlet.seen') ?? '').includes(town)", arg=town)
    page.goto("about:blank")
    announcement = {"kind": "announce", "place": None, "text": NEWS}
    townlet.do(town, "news", announcement)
    townlet.live_until(town, TEN_O_CLOCK + 3 * TICKS_PER_HOUR)
    townlet.wait_for(town, TEN_O_CLOCK + 3 * TICKS_PER_HOUR)
    open_town(page, townlet.processes.url, town)
    page.get_by_role("button", name="What did I miss?").click()
    dialog = page.get_by_role("dialog", name="What happened")
    expect(dialog.get_by_text("Monday 10:00 to Monday 13:00")).to_be_visible()
    told = dialog.get_by_role("listitem").filter(has_text=NEWS)
    expect(told).to_have_count(1)
    told.get_by_role("button").click()
    expect(dialog).to_have_count(0)
    watched.wait_until_shown(f"Math.floor(scene.tick) === {TEN_O_CLOCK}")


def test_a_span_is_saved_as_a_file_to_send(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    page.get_by_role("tab", name="What happens").click()
    page.get_by_role("button", name="What did I miss?").click()
    dialog = page.get_by_role("dialog", name="What happened")
    dialog.get_by_role("button", name="From the start").click()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save as a replay").click()
    download.value.save_as(tmp_path / "replay.html")
    assert (tmp_path / "replay.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    expect(dialog.get_by_text("MB. It plays without a network.")).to_be_visible()


def test_the_day_s_paper_is_read_and_leads_into_the_day(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="What happens").click()
    page.get_by_role("button", name="Gazette").click()
    paper = page.get_by_role("article")
    expect(paper.get_by_role("heading", name="Brook Lane Gazette")).to_be_visible()
    expect(paper.get_by_text("As of now")).to_be_visible()
    paper.get_by_role("link").nth(1).click()
    expect(page.get_by_role("article")).to_have_count(0)
    watched.wait_until_shown(f"scene.tick <= {TEN_O_CLOCK}")
    expect(page.get_by_role("button", name="Back to live").first).to_be_visible()
