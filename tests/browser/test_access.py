"""People come in by links, see what their role may do, and are shown out when their link is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.a_page import wait_until_drawn
from tests.integration.a_townlet import Townlet

Somebody = Callable[[], Page]


@pytest.fixture
def somebody(browser: Browser) -> Iterator[Somebody]:
    """A browser that was never here; more than one may be asked for."""
    contexts = []

    def opened() -> Page:
        context = browser.new_context(viewport={"width": 1100, "height": 760})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    yield opened
    for context in contexts:
        context.close()


def a_link(townlet: Townlet, role: str) -> tuple[str, str]:
    """A new link as people get it, and its id."""
    made = townlet.request("POST", "/api/tokens", {"role": role, "label": "Guests"}).json()
    return townlet.processes.url + made["path"], made["id"]


def into(link: str, town: str) -> str:
    """The link, leading into a town."""
    return link.replace("/#token=", f"/towns/{town}?r=canvas#token=")


def test_a_link_signs_in_and_leaves_no_trace_of_its_token(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "visitor")
    token = link.partition("=")[2]
    page = somebody()
    page.goto(into(link, town))
    wait_until_drawn(page)
    assert page.url == f"{townlet.processes.url}/towns/{town}?r=canvas"
    assert token not in page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    page.goto("about:blank")
    page.go_back()
    wait_until_drawn(page)
    assert token not in page.url
    expect(page.get_by_test_id("role")).to_contain_text("Visitor")


def test_whoever_has_no_link_stands_before_a_door_that_a_pasted_one_opens(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "viewer")
    page = somebody()
    page.goto(f"{townlet.processes.url}/towns/{town}?r=canvas")
    door = page.get_by_label("Your link")
    expect(door).to_be_focused()
    door.fill(link[:-2] + "xx")
    door.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("mistyped, has expired or was taken back")
    door.fill(f"  {link} ")
    door.press("Enter")
    wait_until_drawn(page)
    expect(page.get_by_test_id("role")).to_contain_text("Viewer")


def test_a_viewer_sees_no_control_that_the_server_would_refuse(
    townlet: Townlet, town: str, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "viewer")
    page = somebody()
    page.goto(into(link, town))
    wait_until_drawn(page)
    expect(page.get_by_text("A director sets the clock.")).to_be_visible()
    for name in ("Play", "Step one minute", "Invite"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("tab", name="Direct")).to_have_count(0)
    page.get_by_role("button", name="Marta Oyelaran").first.click()
    expect(page.get_by_text("With a visitor’s link you could talk with Marta")).to_be_visible()
    expect(page.get_by_label("Say something to Marta")).to_have_count(0)
    page.get_by_role("link", name="All towns").click()
    expect(page.get_by_role("heading", name="Towns")).to_be_visible()
    expect(page.get_by_role("heading", name="New town")).to_have_count(0)
    expect(page.get_by_role("button", name="Delete")).to_have_count(0)
    refused = page.evaluate(
        "(town) => fetch(`/api/towns/${town}/clock`, {method: 'POST', body: '{\"pause\": true}',"
        " headers: {'content-type': 'application/json'}}).then((answer) => answer.status)",
        town,
    )
    assert refused == 403


def test_a_director_invites_somebody_who_talks_and_shows_them_out_again(
    page: Page, townlet: Townlet, town: str, somebody: Somebody
) -> None:
    page.goto(townlet.processes.url)
    page.get_by_role("button", name="Invite").click()
    page.get_by_label("A word to know it by").fill("The neighbours")
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("The new link").input_value()

    guest = somebody()
    guest.goto(into(link, town))
    wait_until_drawn(guest)
    guest.get_by_role("button", name="Marta Oyelaran").first.click()
    guest.get_by_label("What shall Marta call you?").fill("Maya")
    guest.get_by_role("button", name="That’s me").click()
    guest.get_by_label("Say something to Marta Oyelaran").fill("Good morning, Marta!")
    guest.get_by_role("button", name="Say").click()
    talk = guest.get_by_role("list", name="Your talk with Marta")
    expect(talk.locator(".mine")).to_have_text("You: Good morning, Marta!")

    row = page.get_by_role("listitem").filter(has_text="The neighbours")
    row.get_by_role("button", name="Take back").click()
    row.get_by_role("button", name="Take back").click()
    expect(row).to_contain_text("taken back")
    expect(guest.get_by_label("Your link")).to_be_visible()
    expect(guest.get_by_role("alert")).to_contain_text("Your link was taken back")
    assert guest.url.endswith(f"/towns/{town}?r=canvas")


def test_signing_out_leads_to_the_door_and_the_link_opens_it_again(
    townlet: Townlet, somebody: Somebody
) -> None:
    link, _ = a_link(townlet, "visitor")
    page = somebody()
    page.goto(link)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your link")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your link")).to_be_visible()
    page.goto(link)
    expect(page.get_by_test_id("role")).to_contain_text("Visitor")
