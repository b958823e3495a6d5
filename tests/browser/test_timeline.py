"""A town's life is gone back in: every moment with its minds as they were, played on from there, and back to live."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import PATIENCE_MS, wait_until_drawn
from tests.browser.conftest import TEN_O_CLOCK, Watched

pytestmark = pytest.mark.browser

NINE = TEN_O_CLOCK - TICKS_PER_HOUR


def slider(watched: Watched) -> Locator:
    return watched.page.get_by_role("slider", name="Moment that is shown")


def go_back_to_nine(watched: Watched) -> None:
    slider(watched).focus()
    watched.page.keyboard.press("PageDown")
    watched.wait_until_shown("scene.past && scene.tick === tick", tick=NINE)


def asked(watched: Watched, path: str) -> Any:
    url = f"{watched.townlet.processes.url}/api/towns/{watched.id}/{path}"
    return watched.townlet.http.get(url).raise_for_status().json()


def test_the_town_is_seen_as_it_was_and_live_again(watched: Watched) -> None:
    page = watched.page
    then = {one["id"]: one["tile"] for one in asked(watched, f"residents?at={NINE}")}
    assert then != watched.told_tiles(), "nobody has moved since"

    go_back_to_nine(watched)

    watched.wait_until_shown("scene.actors.every(({ id, tile }) => '' + tile === '' + then[id])", then=then)
    expect(page.get_by_test_id("clock")).to_contain_text("09:00")
    note = page.get_by_test_id("past-note")
    expect(note).to_have_text(re.compile(r"looking at Monday 09:00\. Live is Monday 10:00\."))

    note.get_by_role("button", name="Back to live").click()

    expect(note).to_have_count(0)
    now = watched.told_tiles()
    watched.wait_until_shown(
        "!scene.past && scene.actors.every(({ id, tile }) => '' + tile === '' + now[id])", now=now
    )
    expect(page.get_by_test_id("clock")).to_contain_text("10:00")


def newest_memory(watched: Watched, resident: str, moment: str = "") -> str:
    page = asked(watched, f"residents/{resident}/memories?limit=1{moment}")
    text: str = page["memories"][0]["text"]
    return text


def test_a_mind_is_read_as_it_was(watched: Watched) -> None:
    page = watched.page
    learned = [
        (one["name"], then, now)
        for one in asked(watched, "residents")
        if (then := newest_memory(watched, one["id"], f"&at={NINE}"))
        != (now := newest_memory(watched, one["id"]))
    ]
    name, then, now = learned[0]
    go_back_to_nine(watched)
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    panel = page.get_by_test_id("resident-panel")
    panel.get_by_role("tab", name="Memories").click()
    first = panel.locator(".memories > li").first
    expect(first).to_contain_text(then)

    slider(watched).focus()
    page.keyboard.press("End")

    expect(first).to_contain_text(now)


def test_nothing_can_be_sent_into_the_past(watched: Watched) -> None:
    page = watched.page
    expect(page.get_by_role("button", name="Walk in")).to_be_visible()
    go_back_to_nine(watched)
    expect(page.get_by_role("button", name="Walk in")).to_have_count(0)
    expect(page.get_by_role("group", name="Clock")).to_have_count(0)
    page.get_by_role("tab", name="Direct").click()
    told = page.get_by_test_id("only-live")
    expect(told).to_contain_text("nothing can be changed any more")
    page.get_by_role("tab", name="Residents").click()
    page.get_by_label("Panel", exact=True).get_by_role("button", name=re.compile("Marta")).click()
    expect(page.get_by_test_id("resident-panel").get_by_test_id("only-live")).to_be_visible()
    expect(page.get_by_label(re.compile("Say something to"))).to_have_count(0)


def test_what_was_is_played_on_until_it_is_live(watched: Watched) -> None:
    page = watched.page
    go_back_to_nine(watched)
    page.get_by_role("button", name="900 times as fast as life").click()
    page.get_by_role("button", name="Play on from here").click()
    watched.wait_until_shown("scene.tick > tick", tick=NINE)
    watched.wait_until_shown("!scene.past")
    now = watched.told_tiles()
    watched.wait_until_shown("scene.actors.every(({ id, tile }) => '' + tile === '' + now[id])", now=now)
    expect(page.get_by_role("group", name="Clock")).to_be_visible()


def test_a_mark_leads_to_its_moment(watched: Watched) -> None:
    page, moment = watched.page, TEN_O_CLOCK + 120
    cake = {"kind": "announce", "place": None, "text": "Free cake at noon!"}
    watched.townlet.send(watched.id, "cake", cake, {"tick": moment, "order": 0})
    watched.townlet.live_until(watched.id, moment + 240)
    watched.townlet.wait_for(watched.id, moment + 240)
    mark = page.get_by_role("group", name="Marks", exact=True).get_by_role(
        "button", name=re.compile("Free cake at noon")
    )
    expect(mark).to_have_count(1)

    mark.click()

    watched.wait_until_shown("scene.past && scene.tick === moment", moment=moment)
    expect(page.get_by_test_id("clock")).to_contain_text("10:20")
    page.get_by_role("button", name="Ten minutes before").click()
    watched.wait_until_shown("scene.tick === before", before=moment - 60)
    page.get_by_role("button", name=re.compile("^Which marks")).click()
    for kind in ("Talks", "Reflections", "News told", "Visitors", "Promises kept", "Promises broken"):
        page.get_by_role("checkbox", name=kind).uncheck()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Next mark").click()
    watched.wait_until_shown("scene.tick === moment", moment=moment)
    expect(page.get_by_test_id("pace")).to_contain_text("Free cake at noon!")


def test_a_viewer_opens_the_shared_moment_and_can_change_nothing(watched: Watched, browser: Browser) -> None:
    page = watched.page
    page.get_by_label("Panel", exact=True).get_by_role("button", name=re.compile("Marta")).click()
    go_back_to_nine(watched)
    watched.wait_until_shown("scene.selected === 'marta'")
    page.get_by_role("button", name="Share this moment").click()
    page.get_by_role("button", name="Make it a link for anybody to watch").click()
    expect(page.get_by_text("and change nothing")).to_be_visible()
    link = page.get_by_label("Link to this moment").input_value()
    # The camera may have been on its way to Marta when the link was made.
    place = {name: int(value) for name, value in re.findall(r"[&#]([xy])=(\d+)", link)}

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        guest = Watched(context.new_page(), watched.townlet, watched.id)
        guest.page.set_default_timeout(PATIENCE_MS)
        guest.page.goto(link)
        wait_until_drawn(guest.page)
        guest.wait_until_shown("scene.past && scene.tick === tick && scene.selected === 'marta'", tick=NINE)
        guest.wait_until_shown(
            "Math.hypot(scene.camera.x - place.x, scene.camera.y - place.y) < 3", place=place
        )
        assert "token" not in guest.page.url
        expect(guest.page.get_by_test_id("resident-panel")).to_contain_text("Marta")
        guest.page.get_by_test_id("past-note").get_by_role("button", name="Back to live").click()
        guest.wait_until_shown("!scene.past")
        expect(guest.page.get_by_role("group", name="Clock")).to_have_count(0)
        expect(guest.page.get_by_label(re.compile("Say something to"))).to_have_count(0)
        assert "#at=" not in guest.page.url
    finally:
        context.close()


def test_a_link_to_a_moment_to_come_shows_the_newest_and_says_so(watched: Watched) -> None:
    page = watched.page
    page.evaluate("() => { location.hash = '#at=999999' }")
    expect(page.get_by_text("That moment has not come yet")).to_be_visible()
    assert watched.scene()["past"] is False


def test_a_bookmark_is_made_found_again_and_removed(watched: Watched) -> None:
    page = watched.page
    go_back_to_nine(watched)
    page.get_by_role("button", name="Bookmarks", exact=True).click()
    card = page.get_by_role("group", name="Bookmarks", exact=True)
    card.get_by_role("textbox", name="A note for Monday 09:00").fill("Marta looks up")
    card.get_by_role("button", name="Mark it").click()
    expect(card.get_by_role("listitem")).to_contain_text("Marta looks up")
    mark = page.get_by_role("group", name="Marks", exact=True).get_by_role(
        "button", name=re.compile("Marta looks up")
    )
    expect(mark).to_have_count(1)
    page.keyboard.press("Escape")
    slider(watched).focus()
    page.keyboard.press("End")
    watched.wait_until_shown("!scene.past")

    page.get_by_role("button", name="Bookmarks", exact=True).click()
    card.get_by_role("button", name="Monday 09:00").click()

    watched.wait_until_shown("scene.past && scene.tick === tick", tick=NINE)
    card.get_by_role("button", name="Remove the bookmark “Marta looks up”").click()
    expect(card.get_by_role("listitem")).to_have_count(0)
    expect(mark).to_have_count(0)
