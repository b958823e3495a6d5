"""People walk into a town: they are seen, walk, talk and are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.a_page import open_town, sign_in, tab_to
from tests.browser.conftest import Watched
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

MOST_TRIES = 5


@pytest.fixture
def guest(browser: Browser, watched: Watched) -> Iterator[Callable[[], Page]]:
    """Opens the town in a browser of its own, as somebody with a visitor's link."""
    contexts = []

    def opened() -> Page:
        made = watched.townlet.request("POST", "/api/tokens", {"role": "visitor", "label": "Guests"}).json()
        contexts.append(browser.new_context(viewport={"width": 1100, "height": 760}))
        page = contexts[-1].new_page()
        sign_in(page, watched.townlet.processes.url + made["path"])
        open_town(page, watched.townlet.processes.url, watched.id)
        return page

    yield opened
    for context in contexts:
        context.close()


def walk_in(page: Page, name: str, figure: int = 1) -> Locator:
    """Comes in at the gate. Returns what one can do in town."""
    page.get_by_role("button", name="Walk in").click()
    form = page.get_by_role("form", name="Walk into town")
    form.get_by_label("Your name").fill(name)
    form.get_by_label(f"Figure {figure}").check(force=True)
    form.get_by_role("button", name="Enter at the gate").click()
    dock = page.get_by_label("Your visit")
    expect(dock).to_be_visible()
    return dock


def walk_up_to(page: Page, name: str) -> None:
    """Opens a resident's panel, walks there, and waits until they would hear one."""
    first = name.split()[0]
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    page.get_by_role("button", name=f"Walk up to {first}").click()
    expect(page.get_by_test_id("reach")).to_contain_text(f"{first} hears you")


def say(page: Page, words: str) -> None:
    dock = page.get_by_label("Your visit")
    dock.get_by_label("Say something").fill(words)
    dock.get_by_role("button", name="Say").click()


def heard(page: Page) -> Locator:
    return page.get_by_label("What you said and heard").locator("li:not([data-testid])")


def happened(watched: Watched, kind: str) -> list[dict[str, Any]]:
    return [recorded["event"] for recorded in watched.events(kind)]


def own_tile(watched: Watched) -> list[float]:
    """Where the only visitor in town is drawn."""
    watched.wait_until_shown("scene.actors.some(({ id }) => id.startsWith('visitor:'))")
    return next(tile for who, tile in watched.tiles().items() if who.startswith("visitor:"))  # type: ignore[return-value]


def wait_until_drawn_at(watched: Watched, tile: list[int]) -> None:
    """Until the only visitor in town stands there."""
    watched.wait_until_shown(
        "scene.actors.some((actor) => actor.id.startsWith('visitor:') && '' + actor.tile === '' + tile)",
        tile=tile,
    )


def test_whoever_walks_in_stands_at_the_gate_and_is_led_by_the_keys(watched: Watched) -> None:
    walk_in(watched.page, "Ada", figure=3)
    [ada] = happened(watched, "visitor_entered")
    assert (ada["name"], ada["looks"]) == ("Ada", 2)
    gate = ada["at"]
    wait_until_drawn_at(watched, gate)
    expect(watched.page.locator("#map")).to_be_focused()

    watched.page.keyboard.press("KeyD")
    watched.page.keyboard.press("KeyD")

    watched.wait_until_shown(
        "scene.actors.some(({ id, walking, tile }) =>"
        " id.startsWith('visitor:') && !walking && tile[0] > gate[0])",
        gate=gate,
    )
    wait_until(lambda: bool(happened(watched, "visitor_moved")))
    first = happened(watched, "visitor_moved")[0]
    assert first["path"] == [gate, [gate[0] + 1, gate[1]]]
    assert watched.scene()["paused"], "a visitor walks in a paused town, too"


def test_a_second_tab_of_a_visitor_shows_each_step_of_the_first(watched: Watched) -> None:
    walk_in(watched.page, "Ada")
    gate = own_tile(watched)
    second = Watched(watched.page.context.new_page(), watched.townlet, watched.id)
    open_town(second.page, watched.townlet.processes.url, watched.id)
    second.wait_until_shown("scene.actors.some(({ id }) => id.startsWith('visitor:'))")
    second.page.evaluate(
        """() => {
            window.strides = 0;
            const look = () => {
                const own = window.__town.scene().actors.find(({ id }) => id.startsWith('visitor:'));
                window.strides += own.walking ? 1 : 0;
                requestAnimationFrame(look);
            };
            look();
        }"""
    )

    # A browser that stands still for a moment leaves no step to be seen.
    for _ in range(MOST_TRIES):
        walk_on(watched)
        there = own_tile(watched)
        assert there[0] > gate[0]
        second.page.bring_to_front()
        second.wait_until_shown(
            "scene.actors.some(({ id, walking, tile }) =>"
            " id.startsWith('visitor:') && !walking && tile[0] === there[0] && tile[1] === there[1])",
            there=there,
        )
        if second.page.evaluate("() => window.strides") > 0:
            return
    raise AssertionError("it glided there")


def walk_on(watched: Watched) -> None:
    """Three steps to the right, until the last of them was taken."""
    watched.page.bring_to_front()
    for _ in range(3):
        watched.page.keyboard.press("KeyD")
    watched.wait_until_shown(
        "scene.frames > frames + 3 && scene.actors.some(({ id, walking }) => id.startsWith('visitor:') && !walking)",
        frames=watched.scene()["frames"],
    )


def test_who_walks_up_to_a_resident_is_told_whom_it_reaches_is_answered_and_keeps_the_talk_over_a_reload(
    watched: Watched,
) -> None:
    dock = walk_in(watched.page, "Ada")
    expect(dock.get_by_test_id("reach")).to_contain_text("Nobody is near enough")
    expect(dock.get_by_role("button", name="Say")).to_be_disabled()

    walk_up_to(watched.page, "Marta Oyelaran")
    say(watched.page, "Good morning! What are you doing?")

    expect(heard(watched.page).nth(0)).to_have_text("You: Good morning! What are you doing?")
    expect(heard(watched.page).nth(1)).to_contain_text("Marta:")
    mine, hers = (line for line in happened(watched, "said") if line["talk"] is None)
    assert (mine["to"], hers["speaker"], hers["to"]) == (["marta"], "marta", [mine["speaker"]])

    watched.page.reload()
    expect(heard(watched.page).nth(0)).to_have_text("You: Good morning! What are you doing?")
    expect(heard(watched.page).nth(1)).to_contain_text(f"Marta: {hers['text']}")


def test_two_visitors_see_and_hear_each_other_and_a_resident_answers_both(
    watched: Watched, guest: Callable[[], Page]
) -> None:
    ada, bo = watched.page, guest()
    walk_in(ada, "Ada")
    walk_in(bo, "Bo", figure=5)
    expect(ada.get_by_role("button", name="Bo, visiting")).to_be_attached()
    expect(bo.get_by_role("button", name="Ada, visiting")).to_be_attached()
    walk_up_to(ada, "Marta Oyelaran")
    walk_up_to(bo, "Marta Oyelaran")
    expect(ada.get_by_test_id("reach")).to_contain_text("Bo can overhear it")

    ada.get_by_label("Whom you speak to").select_option(label="Everybody near (2)")
    expect(ada.get_by_test_id("reach")).to_contain_text("Bo")
    say(ada, "Good morning to you both!")

    expect(heard(bo).nth(0)).to_have_text("Ada: Good morning to you both!")
    expect(heard(ada).nth(1)).to_contain_text("Marta:")
    expect(heard(bo).nth(1)).to_contain_text("Marta to Ada:")

    say(bo, "And what is there for breakfast?")

    expect(heard(bo).nth(3)).to_contain_text("Marta:")
    expect(heard(ada).nth(2)).to_have_text("Bo to Marta: And what is there for breakfast?")
    expect(heard(ada).nth(3)).to_contain_text("Marta to Bo:")
    first, second = (one["visitor"] for one in happened(watched, "visitor_entered"))
    answers = [
        line["to"] for line in happened(watched, "said") if line["speaker"] == "marta" and not line["talk"]
    ]
    assert answers == [[first], [second]]


def test_a_visitor_who_comes_back_is_the_same_one_and_is_remembered(
    watched: Watched, guest: Callable[[], Page]
) -> None:
    page = guest()
    walk_in(page, "Ada", figure=4)
    walk_up_to(page, "Marta Oyelaran")
    say(page, "I am looking for my grey cat, Pebble.")
    expect(heard(page).nth(1)).to_contain_text("Marta:")
    page.get_by_role("button", name="Leave town").click()
    expect(page.get_by_role("button", name="Walk in")).to_be_visible()
    context, address = page.context, page.url
    page.close()

    again = context.new_page()
    again.goto(address)
    again.get_by_role("button", name="Walk in").click()
    form = again.get_by_role("form", name="Walk into town")
    expect(form.get_by_label("Your name")).to_have_value("Ada")
    expect(form.get_by_label("Figure 4")).to_be_checked()
    form.get_by_role("button", name="Enter at the gate").click()
    expect(again.get_by_label("Your visit")).to_be_visible()

    first, second = (one["visitor"] for one in happened(watched, "visitor_entered"))
    assert first == second
    url = f"/api/towns/{watched.id}/residents/marta/memories?about={first}"
    assert any("Pebble" in memory["text"] for memory in watched.townlet.get(url)["memories"])


def test_the_keyboard_alone_leads_in_about_to_a_talk_and_out_again(watched: Watched) -> None:
    page = watched.page
    tab_to(page, page.get_by_role("button", name="Walk in"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ada")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    dock = page.get_by_label("Your visit")
    expect(dock).to_be_visible()
    [ada] = happened(watched, "visitor_entered")
    assert ada["looks"] == 1
    expect(page.locator("#map")).to_be_focused()

    page.keyboard.press("ArrowRight")
    wait_until(lambda: bool(happened(watched, "visitor_moved")))
    tab_to(page, page.get_by_role("button", name="Marta, "))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Walk up to Marta"))
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("reach")).to_contain_text("Marta hears you")
    page.keyboard.press("t")
    expect(dock.get_by_label("Say something")).to_be_focused()
    page.keyboard.type("Good morning!")
    page.keyboard.press("Enter")
    expect(heard(page).nth(1)).to_contain_text("Marta:")

    page.keyboard.press("Escape")
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("e")
    expect(dock.get_by_role("button", name="Stop ")).to_be_visible()
    assert len(happened(watched, "visitor_used")) == 1
    tab_to(page, page.get_by_role("button", name="Leave town"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Walk in")).to_be_visible()


def test_what_the_town_refuses_is_told_in_words(watched: Watched, guest: Callable[[], Page]) -> None:
    page = guest()
    page.get_by_role("button", name="Walk in").click()
    form = page.get_by_role("form", name="Walk into town")
    form.get_by_label("Your name").fill("Marta")
    form.get_by_role("button", name="Enter at the gate").click()
    expect(form.get_by_role("alert")).to_contain_text("Marta Oyelaran lives here")
    form.get_by_label("Your name").fill("Ada")
    form.get_by_role("button", name="Enter at the gate").click()
    expect(page.get_by_label("Your visit")).to_be_visible()
    [ada] = happened(watched, "visitor_entered")

    # Nadia is at home, where nobody is let in unasked.
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Nadia Haddad").click()
    page.get_by_role("button", name="Walk up to Nadia").click()
    expect(page.locator(".visit-note")).to_be_visible()

    visitors = f"/api/towns/{watched.id}/visitors/{ada['visitor']}"
    watched.townlet.request("POST", visitors, {"removed": True})
    expect(page.get_by_role("status").filter(has_text="You are not in town any more")).to_be_visible()
    page.get_by_role("button", name="Walk in").click()
    page.get_by_role("button", name="Enter at the gate").click()
    expect(page.get_by_role("form", name="Walk into town").get_by_role("alert")).to_contain_text("director")
