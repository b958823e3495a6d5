"""A town's page in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, BrowserType, Locator, Page, sync_playwright

from tests.browser.chromium import FLAGS, executable_path

Renderer = Literal["canvas", "webgl"]
SOFTWARE_WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""WebGL where there is no graphics card."""
PATIENCE_MS = 60_000
"""Milliseconds: on a busy machine all comes, but late."""
AROUND = 120
"""So many times Tab is pressed before it is said that it does not lead there."""


@contextmanager
def a_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launched(playwright.chromium) as browser:
        yield browser


@contextmanager
def launched(kind: BrowserType, *more_flags: str) -> Iterator[Browser]:
    browser = kind.launch(
        executable_path=executable_path(), args=[*FLAGS, *more_flags], timeout=3 * PATIENCE_MS
    )
    try:
        yield browser
    finally:
        browser.close()


def sign_in(page: Page, link: str) -> None:
    """Makes the page's browser that of whoever the link is for, without opening a page."""
    page.context.set_default_timeout(PATIENCE_MS)
    url, _, token = link.partition("/#token=")
    answer = page.context.request.post(f"{url}/api/session", data={"token": token}, timeout=PATIENCE_MS)
    assert answer.ok, answer.text()


def open_town(page: Page, url: str, town: str, renderer: Renderer = "canvas") -> None:
    """Goes to a town's page and waits until its picture is drawn."""
    page.context.set_default_timeout(PATIENCE_MS)
    page.goto(f"{url}/towns/{town}?r={renderer}")
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    page.wait_for_function("() => window.__town !== undefined && window.__town.scene().frames > 10")


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until one of `wanted` has the focus, as somebody does who has no pointer."""
    for _ in range(AROUND):
        if wanted.evaluate_all("(found) => found.includes(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}")
