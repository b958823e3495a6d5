"""The page on a laptop, a phone and a projector, in both of its languages: all of it can be read and reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, expect

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import PATIENCE_MS, SOFTWARE_WEBGL, launched, open_town, sign_in, tab_to
from tests.browser.conftest import TEN_O_CLOCK, Watched
from tests.integration.a_townlet import Townlet
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
PHONE_ON_ITS_SIDE: ViewportSize = {"width": 844, "height": 390}
PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}


NOTHING_FADES = """
() => document.getAnimations().every((one) =>
  one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
"""
"""What is half there has too little contrast for a moment."""


@pytest.fixture
def german_phone(browser: Browser, townlet: Townlet) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, locale="de-DE", has_touch=True)
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def faults_of(page: Page) -> list[str]:
    """What axe-core calls serious or worse on the screen as it is."""
    page.wait_for_function(NOTHING_FADES)
    page.evaluate(AXE.read_text())
    found: list[dict[str, Any]] = page.evaluate(
        "() => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)"
    )
    return [
        f"{fault['id']}: {fault['nodes'][0]['target']} {fault['nodes'][0].get('failureSummary', '')}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]


def screens(page: Page, townlet: Townlet, town: str) -> Iterator[str]:
    """Goes from screen to screen, as each of them is there."""
    url = townlet.processes.url
    page.goto(url)
    page.wait_for_selector("body[data-ready=door]")
    yield "the door"
    sign_in(page, townlet.link)
    page.goto(url)
    expect(page.locator(".town-link").first).to_be_visible()
    expect(page.locator("form.founding")).to_be_visible()
    yield "the list of towns, and a new one"
    page.locator(".own-open button").first.click()
    expect(page.locator("dialog.own")).to_be_visible()
    yield "a resident of one's own"
    page.keyboard.press("Escape")
    expect(page.locator("dialog.own")).to_have_count(0)
    page.get_by_test_id("role").click()
    expect(page.locator("#who-menu")).to_be_visible()
    yield "who one is"
    page.keyboard.press("Escape")
    page.locator(".invite-people").click()
    expect(page.locator("dialog .links li").first).to_be_visible()
    yield "inviting"
    page.keyboard.press("Escape")
    page.goto(f"{url}/nowhere")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield "no address"
    open_town(page, url, town)
    yield "a town"
    page.locator(".walk-in").click()
    expect(page.locator(".enter-form")).to_be_visible()
    yield "the gate"
    page.keyboard.press("Escape")
    expect(page.locator(".enter-form")).to_have_count(0)
    if page.locator(".grip").is_visible():
        page.locator(".grip").click()
        page.wait_for_function("() => document.querySelector('.panel').getAnimations().length === 0")
    tabs = page.locator(".panel > .tabs button")
    for number in range(tabs.count()):
        tabs.nth(number).click()
        expect(page.locator(".tab-body > *").first).to_be_visible()
        yield f"tab {number} of the panel"
    for open_it, dialog, there in (
        (".branches-button", ".branches-dialog", ".branch"),
        (".read-up button >> nth=0", ".recap-dialog", ":is(.recap li, .uneventful)"),
        (".read-up button >> nth=1", ".gazette-dialog", ".paper"),
    ):
        tabs.nth(1).click()
        page.locator(open_it).click()
        expect(page.locator(f"{dialog} {there}").first).to_be_visible()
        yield f"the dialog {dialog}"
        page.keyboard.press("Escape")
        expect(page.locator(dialog)).to_have_count(0)
    tabs.first.click()
    page.locator(".roster .row").first.click()
    pages = page.locator(".resident .tabs button")
    expect(pages.first).to_be_visible()
    for number in range(pages.count()):
        pages.nth(number).click()
        expect(page.locator(".resident [role=tabpanel] > *").first).to_be_visible()
        yield f"page {number} of a resident"
    page.locator(".why .ask-why").first.click()
    expect(page.locator(".chain")).to_be_visible()
    yield "why"
    page.keyboard.press("Escape")
    expect(page.locator(".chain")).to_have_count(0)
    page.get_by_test_id("timeline").focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("() => window.__town.scene().past")
    yield "the past"
    for card in ("which-marks", "bookmarks", "share-moment"):
        page.locator(f"[popovertarget={card}]").click()
        expect(page.locator(f"#{card}")).to_be_visible()
        yield f"the card {card} of the timeline"
        page.keyboard.press("Escape")
        expect(page.locator(f"#{card}")).to_be_hidden()


def test_no_screen_of_a_laptop_has_a_serious_fault(browser: Browser, townlet: Townlet, town: str) -> None:
    context = browser.new_context(viewport=LAPTOP)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    faults = {screen: faults_of(page) for screen in screens(page, townlet, town)}
    context.close()
    assert {screen: found for screen, found in faults.items() if found} == {}


def test_no_screen_of_a_phone_has_a_serious_fault_in_german(
    german_phone: BrowserContext, townlet: Townlet, town: str
) -> None:
    page = german_phone.new_page()
    faults = {screen: faults_of(page) for screen in screens(page, townlet, town)}
    assert {screen: found for screen, found in faults.items() if found} == {}


def test_the_page_speaks_the_browsers_language_and_keeps_the_one_that_was_chosen(
    german_phone: BrowserContext, townlet: Townlet
) -> None:
    page = german_phone.new_page()
    page.goto(townlet.processes.url)
    expect(page.get_by_role("button", name="Eintreten")).to_be_visible()
    assert page.evaluate("() => document.documentElement.lang") == "de"

    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("button", name="Come in")).to_be_visible()
    assert page.evaluate("() => document.documentElement.lang") == "en"
    page.reload()
    expect(page.get_by_role("button", name="Come in")).to_be_visible()
    page.get_by_role("button", name="Deutsch").click()
    sign_in(page, townlet.link)
    page.goto(townlet.processes.url)
    expect(page.get_by_role("heading", name="Neue Stadt")).to_be_visible()


def test_what_is_refused_is_told_in_the_pages_language(
    german_phone: BrowserContext, townlet: Townlet, town: str
) -> None:
    page = german_phone.new_page()
    sign_in(page, townlet.link)
    open_town(page, townlet.processes.url, town)
    page.get_by_role("button", name="Hineingehen").click()
    gate = page.get_by_role("form", name="In die Stadt gehen")
    for name, refusal in (
        ("Ivo Lindgren", "So heißt hier schon jemand"),
        ("Аna", "mischt Buchstaben mehrerer Schriften"),
    ):
        gate.get_by_label("Dein Name").fill(name)
        gate.get_by_role("button", name="Durch das Tor gehen").click()
        expect(gate.get_by_role("alert")).to_contain_text(refusal)


def test_a_phones_panel_is_drawn_up_and_let_down_with_a_finger(watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size(PHONE)
    grip = page.locator(".grip")

    def drag(to: float) -> None:
        box = grip.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, to, steps=4)
        page.mouse.up()

    drag(200)
    expect(grip).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Ivo Lindgren").last).to_be_visible()
    drag(760)
    expect(grip).to_have_attribute("aria-expanded", "false")
    grip.focus()
    page.keyboard.press("Enter")
    expect(grip).to_have_attribute("aria-expanded", "true")


def test_a_phone_that_is_turned_in_mid_talk_loses_nothing(watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size(PHONE)
    page.locator(".grip").click()
    page.locator(".roster .row").first.click()
    page.get_by_label("What shall Ivo call you?").fill("Kim")
    page.get_by_role("button", name="That’s me").click()
    line = page.get_by_label("Say something to Ivo Lindgren")
    line.fill("Have you heard that")

    page.set_viewport_size(PHONE_ON_ITS_SIDE)

    expect(line).to_have_value("Have you heard that")
    expect(line).to_be_in_viewport()
    page.set_viewport_size(PHONE)
    expect(line).to_have_value("Have you heard that")
    expect(line).to_be_in_viewport()


def test_a_projector_shows_larger_letters(watched: Watched) -> None:
    page = watched.page
    size = "() => parseFloat(getComputedStyle(document.querySelector('.row b')).fontSize)"
    on_a_laptop = page.evaluate(size)

    page.set_viewport_size(PROJECTOR)

    page.wait_for_function(f"(before) => ({size})() > 1.25 * before", arg=on_a_laptop)


def test_a_picture_that_the_graphics_card_forgot_is_drawn_anew(
    browser: Browser, townlet: Townlet, town: str
) -> None:
    with launched(browser.browser_type, *SOFTWARE_WEBGL) as other:
        page = other.new_page(viewport={"width": 800, "height": 600})
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town, "webgl")

        page.evaluate(
            """() => {
                const canvas = document.querySelector('#map canvas');
                const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
                context.getExtension('WEBGL_lose_context').loseContext();
            }"""
        )

        page.wait_for_function(
            "() => window.__town?.scene().renderer === 'canvas' && window.__town.scene().frames > 5"
        )
        expect(page.locator("#map canvas")).to_have_count(1)
        expect(page.locator("#overlay .tag")).to_have_count(6)


def test_a_tab_that_slept_for_hours_of_the_town_catches_up(watched: Watched) -> None:
    tab = watched.page.context.new_cdp_session(watched.page)
    tab.send("Page.setWebLifecycleState", {"state": "frozen"})
    late = TEN_O_CLOCK + 3 * TICKS_PER_HOUR
    watched.townlet.live_until(watched.id, late)
    watched.townlet.wait_for(watched.id, late)

    tab.send("Page.setWebLifecycleState", {"state": "active"})

    watched.wait_until_shown("Math.floor(scene.tick) === late", late=late)
    wait_until(lambda: watched.tiles() == watched.told_tiles())


def test_a_town_that_is_still_coming_says_how_far_it_is(page: Page, townlet: Townlet, town: str) -> None:
    held: list[Route] = []
    let_in: list[bool] = []

    def hold(route: Route) -> None:
        if let_in:
            route.continue_()
        else:
            held.append(route)

    page.route("**/atlas.png", hold)
    page.goto(f"{townlet.processes.url}/towns/{town}?r=canvas")

    expect(page.get_by_text("Hanging up its pictures")).to_be_visible()
    progress = page.locator(".curtain progress")
    expect(progress).to_have_js_property("value", 4)
    expect(progress).to_have_js_property("max", 5)
    let_in.append(True)
    for route in held:
        route.continue_()
    expect(progress).to_have_count(0)


def test_whoever_uses_the_keyboard_alone_gets_everywhere(watched: Watched) -> None:
    page = watched.page
    tab_to(page, page.get_by_role("tab", name="Residents"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="What happens")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    tab_to(page, page.get_by_label("Panel", exact=True).get_by_role("button", name="Nadia Haddad"))
    page.keyboard.press("Enter")
    panel = page.get_by_test_id("resident-panel")
    expect(panel).to_be_visible()
    tab_to(page, panel.get_by_role("button", name="Why?"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Why?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Why?")).to_have_count(0)
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
