"""The page keeps to its own security policy, with both renderers and on our plain pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.a_page import SOFTWARE_WEBGL, launched, open_town, sign_in
from tests.integration.a_townlet import Townlet

NOTE = """
window.__broken = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.__broken.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""


def broken(page: Page) -> list[str]:
    found: list[str] = page.evaluate("() => window.__broken")
    return found


@pytest.mark.parametrize("path", ["/", "/api/docs", "/problems/not-found", "/api/health"])
def test_no_page_breaks_the_policy(page: Page, townlet: Townlet, path: str) -> None:
    page.add_init_script(NOTE)
    page.goto(townlet.processes.url + path)
    page.wait_for_load_state("networkidle")
    assert broken(page) == []


def test_the_map_is_drawn_within_the_policy(page: Page, townlet: Townlet, town: str) -> None:
    page.add_init_script(NOTE)
    open_town(page, townlet.processes.url, town)
    page.get_by_role("button", name="Marta Oyelaran").first.click()
    assert broken(page) == []


def test_and_so_it_is_with_webgl(browser: Browser, townlet: Townlet, town: str) -> None:
    with launched(browser.browser_type, *SOFTWARE_WEBGL) as other:
        page = other.new_page(viewport={"width": 800, "height": 600})
        page.add_init_script(NOTE)
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town, "webgl")
        assert broken(page) == []


def test_what_the_policy_forbids_does_not_run(browser: Browser, townlet: Townlet) -> None:
    page = browser.new_page()
    page.add_init_script(NOTE)
    page.goto(townlet.processes.url)
    page.evaluate(
        "() => { const bad = document.createElement('script'); bad.textContent = 'window.__ran = true';"
        " document.head.append(bad); }"
    )
    assert page.evaluate("() => window.__ran") is None
    page.wait_for_function("() => window.__broken.some((one) => one.startsWith('script-src'))")
    page.context.close()
