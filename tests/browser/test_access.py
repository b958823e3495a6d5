"""People come in by links, see what their role may do, and are shown out when their link is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect

from tests.browser.a_page import PATIENCE_MS, wait_until_drawn
from tests.browser.conftest import Watched
from tests.integration.a_townlet import Townlet
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

Somebody = Callable[[], Page]


@pytest.fixture
def somebody(browser: Browser) -> Iterator[Somebody]:
    """A browser that was never here; more than one may be asked for."""
    contexts = []

    def opened() -> Page:
        context = browser.new_context(viewport={"width": 1100, "height": 760})
        contexts.append(context)
        page = context.new_page()
        context.set_default_timeout(PATIENCE_MS)
        return page

    yield opened
    for context in contexts:
        context.close()


def a_link(townlet: Townlet, role: str) -> tuple[str, str]:
    """A new link as people get it, and its id."""
    made = townlet.request("POST", "/api/tokens", {"role": role, "label": "Guests"}).json()
    return townlet.processes.url + made["path"], made["id"]


def meets_marta(guest: Page, link: str, town: str, name: str) -> None:
    """Comes into the town by the link and stands before the café's owner, introduced."""
    guest.goto(into(link, town))
    wait_until_drawn(guest)
    guest.get_by_label("Panel", exact=True).get_by_role("button", name="Marta Oyelaran").click()
    guest.get_by_label("What shall Marta call you?").fill(name)
    guest.get_by_role("button", name="That’s me").click()


def says(guest: Page, words: str) -> None:
    guest.get_by_label("Say something to Marta Oyelaran").fill(words)
    guest.get_by_role("button", name="Say", exact=True).click()


def at_the_door(page: Page) -> None:
    expect(page.get_by_label("Your link")).to_be_visible()


def into(link: str, town: str) -> str:
    """The link, leading into a town."""
    return link.replace("/#token=", f"/towns/{town}?r=canvas#token=")


def test_a_link_signs_in_and_leaves_no_trace_of_its_token(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "visitor")
    token = link.partition("=")[2]
    page = somebody()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(into(link, town))
    wait_until_drawn(page)
    assert page.url == f"{townlet.processes.url}/towns/{town}?r=canvas"
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
    )
    assert token not in kept
    assert not [url for url in asked if token in url and "#" not in url]
    page.goto("about:blank")
    page.go_back()
    wait_until_drawn(page)
    assert token not in page.url
    expect(page.get_by_test_id("role")).to_contain_text("Visitor")


def test_what_else_stands_in_an_address_stays_there(townlet: Townlet, somebody: Somebody) -> None:
    link, _ = a_link(townlet, "viewer")
    page = somebody()
    page.goto(link.replace("#token=", "#here&token=") + "&now")
    expect(page.get_by_role("heading", name="Towns")).to_be_visible()
    assert page.url == f"{townlet.processes.url}/#here&now"


def test_whoever_has_no_link_stands_before_a_door_that_a_pasted_one_opens(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "viewer")
    page = somebody()
    page.goto(f"{townlet.processes.url}/towns/{town}?r=canvas")
    door = page.get_by_label("Your link")
    expect(door).to_be_focused()
    expect(page.get_by_role("main")).to_contain_text("make up")
    page.keyboard.type(link[:-2] + "xx")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("mistyped, its time is over, or it was taken back")
    expect(door).to_be_focused()
    page.keyboard.type(f"  {link} ")
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    expect(page.get_by_role("main")).to_be_focused()
    expect(page.get_by_test_id("role")).to_contain_text("Viewer")


def test_a_forged_link_leads_to_the_door_and_says_why(townlet: Townlet, somebody: Somebody) -> None:
    page = somebody()
    page.goto(f"{townlet.processes.url}/#token=twl_{'x' * 43}")
    at_the_door(page)
    expect(page.get_by_role("alert")).to_contain_text("Ask whoever gave it to you for a new one")
    assert "twl_" not in page.url


def test_a_bad_link_does_not_put_out_who_is_in(townlet: Townlet, town: str, somebody: Somebody) -> None:
    link, _ = a_link(townlet, "visitor")
    page = somebody()
    page.goto(into(link, town))
    wait_until_drawn(page)
    page.evaluate("location.hash = '#token=twl_forged'")
    expect(page.get_by_role("alert")).to_contain_text("you are still signed in")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "forged" not in page.url
    expect(page.get_by_test_id("role")).to_contain_text("Visitor")


def test_another_link_opened_in_an_open_page_changes_the_role_and_nothing_else(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    first, _ = a_link(townlet, "viewer")
    second, _ = a_link(townlet, "visitor")
    page = somebody()
    page.goto(into(first, town))
    wait_until_drawn(page)
    page.get_by_label("Panel", exact=True).get_by_role("button", name="Marta Oyelaran").click()
    # The channel was the old session's, which has ended: it is opened anew.
    with page.expect_websocket():
        page.evaluate("(hash) => { location.hash = hash; }", second.partition("#")[2])
    expect(page.get_by_label("What shall Marta call you?")).to_be_visible()
    townlet.send(town, "cry", {"kind": "announce", "place": None, "text": "Free cake!"})
    expect(page.locator(".banners")).to_contain_text("Free cake!")


def test_a_viewer_sees_no_control_that_the_server_would_refuse(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "viewer")
    page = somebody()
    page.goto(into(link, town))
    wait_until_drawn(page)
    expect(page.get_by_text("A director sets the clock.")).to_be_visible()
    for name in ("Play", "Step one minute", "Invite people"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    for name in ("Direct", "Visitors"):
        expect(page.get_by_role("tab", name=name)).to_have_count(0)
    page.get_by_role("button", name="Marta Oyelaran").first.click()
    expect(page.get_by_text("With a visitor’s link you could talk with Marta")).to_be_visible()
    expect(page.get_by_label("Say something to Marta")).to_have_count(0)
    page.get_by_role("link", name="All towns").click()
    expect(page.get_by_role("heading", name="Towns")).to_be_visible()
    expect(page.get_by_role("heading", name="New town")).to_have_count(0)
    expect(page.get_by_role("button", name="Delete")).to_have_count(0)
    for path, body in (
        (f"/api/towns/{town}/clock", {"pause": True}),
        (
            f"/api/towns/{town}/inputs",
            {"key": "k", "input": {"kind": "announce", "place": None, "text": "Boo!"}},
        ),
        ("/api/tokens", {"role": "director"}),
    ):
        answer = page.context.request.post(townlet.processes.url + path, data=body)
        assert (answer.status, answer.json()["type"]) == (403, "/problems/not-allowed")


def test_a_director_invites_somebody_who_talks_and_takes_the_link_back_again(
    page: Page, townlet: Townlet, town: str, somebody: Somebody
) -> None:
    page.goto(townlet.processes.url)
    page.get_by_role("button", name="Invite people").click()
    dialog = page.get_by_role("dialog", name="Invite people")
    expect(dialog.get_by_role("radio", name="Visitor")).to_be_checked()
    dialog.get_by_label("A word to know it by").fill("The neighbours")
    dialog.get_by_role("button", name="Make a link").click()
    made = dialog.get_by_label("The new link")
    expect(made).to_be_focused()
    link = made.input_value()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link
    row = dialog.get_by_role("listitem").filter(has_text="The neighbours")
    expect(row).to_contain_text("Nobody is signed in by it")
    expect(dialog.get_by_role("listitem").filter(has_text="yours")).to_contain_text("Director")

    guest = somebody()
    meets_marta(guest, link, town, "Maya")
    says(guest, "Good morning, Marta!")
    expect(guest.get_by_role("list", name="Your talk with Marta").locator(".mine")).to_have_text(
        "You: Good morning, Marta!"
    )
    expect(guest.get_by_test_id("role")).to_contain_text("Maya")
    expect(row).to_contain_text("1 browser is signed in by it")

    row.get_by_role("button", name="Take back").click()
    expect(row.get_by_role("button", name="Take it back")).to_be_focused()
    page.keyboard.press("Enter")
    at_the_door(guest)
    expect(guest.get_by_role("alert")).to_contain_text("your link was taken back")
    assert guest.url.endswith(f"/towns/{town}?r=canvas")
    expect(dialog.get_by_text("The neighbours")).to_be_hidden()
    dialog.get_by_text("no longer count").click()
    expect(dialog.get_by_role("listitem").filter(has_text="The neighbours")).to_contain_text("taken back")

    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Invite people")).to_be_focused()


def test_a_link_is_copied_where_a_page_has_no_clipboard(page: Page, townlet: Townlet) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(townlet.processes.url)
    page.get_by_role("button", name="Invite people").click()
    page.get_by_role("button", name="Make a link").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()


def test_a_director_mutes_a_visitor_shows_it_out_and_lets_it_back_in(
    watched: Watched, somebody: Somebody
) -> None:
    guest = somebody()
    meets_marta(guest, a_link(watched.townlet, "visitor")[0], watched.id, "Maya")
    says(guest, "Good morning, Marta!")
    talk = guest.get_by_role("list", name="Your talk with Marta")
    expect(talk.locator(".mine")).to_have_count(1)
    told = guest.get_by_test_id("resident-panel").get_by_role("alert")

    page = watched.page
    page.get_by_role("tab", name="Visitors").click()
    row: Locator = page.get_by_role("listitem", name="Maya")
    row.get_by_role("button", name="Mute Maya").click()
    expect(row).to_contain_text("muted")
    says(guest, "Can you hear me?")
    expect(told).to_contain_text("A director has taken the word from you.")
    expect(guest.get_by_label("Say something to Marta Oyelaran")).to_have_value("Can you hear me?")

    row.get_by_role("button", name="Show out Maya").click()
    expect(row).to_contain_text("shown out")
    says(guest, "Hello?")
    expect(told).to_contain_text("A director has shown you out of this town. You can still watch it.")

    row.get_by_role("button", name="Let back in Maya").click()
    row.get_by_role("button", name="Unmute Maya").click()
    expect(row).not_to_contain_text("muted")
    says(guest, "I am back!")
    expect(talk.locator(".mine")).to_have_count(2)
    expect(told).to_have_count(0)


def test_a_channel_that_is_turned_back_says_so_and_does_not_knock_on(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    page = somebody()
    knocked: list[str] = []

    def turn_back(channel: WebSocketRoute) -> None:
        knocked.append(channel.url)
        channel.close(code=4429, reason="too much")

    def knocks() -> int:
        page.evaluate("0")  # What happened in the browser is told while it is asked for something.
        return len(knocked)

    page.clock.install()
    page.route_web_socket("**/live*", turn_back)
    page.goto(into(a_link(townlet, "viewer")[0], town))
    expect(page.get_by_role("alert")).to_contain_text("asked too much at once")
    page.clock.fast_forward(3_000)
    assert knocks() == 1
    page.clock.fast_forward(27_000)
    wait_until(lambda: knocks() == 2)


def test_too_much_at_once_is_told_in_words(townlet: Townlet, town: str, somebody: Somebody) -> None:
    page = somebody()
    meets_marta(page, a_link(townlet, "visitor")[0], town, "Maya")
    page.route(
        "**/inputs",
        lambda route: route.fulfill(
            status=429,
            headers={"Retry-After": "17", "Content-Type": "application/problem+json"},
            body='{"type": "/problems/too-many-requests", "title": "", "status": 429, "detail": "Retry-After"}',
        ),
    )
    says(page, "Good morning, Marta!")
    expect(page.get_by_role("alert")).to_have_text(
        "That was too much at once. Wait 17 seconds, then try again; nothing is lost."
    )


def test_signing_out_leads_to_the_door_and_the_link_opens_it_again(
    townlet: Townlet, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "visitor")
    page = somebody()
    page.goto(link)
    page.get_by_test_id("role").click()
    expect(page.get_by_role("region", name="Who you are here")).to_contain_text("Guests")
    page.get_by_role("button", name="Sign out").click()
    at_the_door(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.reload()
    at_the_door(page)
    page.goto(link)
    expect(page.get_by_test_id("role")).to_contain_text("Visitor")


def test_signing_out_in_one_tab_is_seen_in_the_other(townlet: Townlet, town: str, somebody: Somebody) -> None:
    link, _ = a_link(townlet, "visitor")
    page = somebody()
    page.goto(into(link, town))
    wait_until_drawn(page)
    other = page.context.new_page()
    other.goto(townlet.processes.url)
    other.get_by_test_id("role").click()
    other.get_by_role("button", name="Sign out").click()
    at_the_door(page)
    expect(page.get_by_role("alert")).to_contain_text("signed out in another tab")


def test_an_address_at_which_nothing_is_leads_back_to_the_towns(page: Page, townlet: Townlet) -> None:
    answer = page.goto(f"{townlet.processes.url}/nonsense")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="No road leads here")).to_be_visible()
    page.get_by_role("link", name="See all towns").click()
    expect(page.get_by_role("heading", name="New town")).to_be_visible()


def test_a_new_town_can_be_founded_without_scrolling(page: Page, townlet: Townlet) -> None:
    page.goto(townlet.processes.url)
    expect(page.get_by_role("radio", name="The Ville")).to_be_visible()
    expect(page.get_by_role("button", name="Found Brook Lane")).to_be_in_viewport(ratio=1)
