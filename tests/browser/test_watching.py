"""The town is watched: from the small map, the roster and the feed, by the director's eye, and in skips."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.a_page import PATIENCE_MS, open_town
from tests.browser.conftest import Watched
from tests.browser.test_people import introduce, panel_of, say
from tests.integration.a_townlet import Townlet

pytestmark = pytest.mark.browser

OVERLAPPING_NAMES = """
() => {
  const names = [...document.querySelectorAll('.tag:not(.folded)')].map((tag) => tag.getBoundingClientRect());
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  return names.some((one, n) => names.slice(n + 1).some((other) => !apart(one, other)));
}
"""
SMALL_MAP = "Small map"


def camera(watched: Watched) -> dict[str, float]:
    found: dict[str, float] = watched.scene()["camera"]
    return found


def wait_until_moved(watched: Watched, before: dict[str, float]) -> None:
    watched.wait_until_shown(
        "Math.hypot(scene.camera.x - before.x, scene.camera.y - before.y) > 20", before=before
    )


def news_of(page: Page) -> None:
    page.get_by_role("tab", name="What happens").click()


def test_the_small_map_moves_the_view_by_click_and_by_keyboard(watched: Watched) -> None:
    page, small = watched.page, watched.page.get_by_role("application", name=SMALL_MAP)
    box = small.bounding_box()
    assert box is not None
    # A page opens where there is most to see, which may be any corner.
    before = camera(watched)
    page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
    wait_until_moved(watched, before)
    before = camera(watched)
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    wait_until_moved(watched, before)

    corner = camera(watched)
    small.focus()
    page.keyboard.press("ArrowRight")
    watched.wait_until_shown("scene.camera.x > before.x + 20", before=corner)
    page.keyboard.press("ArrowDown")
    watched.wait_until_shown("scene.camera.y > before.y + 20", before=corner)


def test_the_small_map_is_put_away_and_stays_so(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("button", name="Hide the small map").click()
    expect(page.get_by_role("application", name=SMALL_MAP)).to_have_count(0)

    open_town(page, watched.townlet.processes.url, watched.id)

    expect(page.get_by_role("button", name="Show the small map")).to_be_visible()
    expect(page.get_by_role("application", name=SMALL_MAP)).to_have_count(0)


def test_somebody_is_found_by_job_and_by_name_with_the_keyboard_alone(watched: Watched) -> None:
    page = watched.page
    everybody = watched.townlet.http.get(
        f"{watched.townlet.processes.url}/api/towns/{watched.id}/residents"
    ).json()
    marta = next(one for one in everybody if one["id"] == "marta")
    rows = page.locator(".roster .row")
    expect(rows).to_have_count(len(everybody))
    search = page.get_by_role("searchbox", name="Search the residents")

    search.focus()
    page.keyboard.type(marta["job"].upper())
    expect(rows.filter(has_text="Marta Oyelaran")).to_be_visible()
    search.fill("nobody is called that")
    expect(page.get_by_text("Nobody fits")).to_be_visible()
    search.fill("marta oyel")
    expect(rows).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_test_id("resident-panel")).to_contain_text("Marta Oyelaran")


def test_the_feed_is_sifted_by_kind_person_and_place_and_flies_to_where_it_was(watched: Watched) -> None:
    page, townlet = watched.page, watched.townlet
    townlet.send(watched.id, "cry", {"kind": "announce", "place": None, "text": "Cake for all!"})
    panel = panel_of(page, "Marta Oyelaran")
    introduce(panel, "Ada")
    say(panel, "What a fine kettle that is.")
    expect(panel.locator(".dialogue .theirs:not(.draft)")).to_be_visible()
    panel.get_by_role("button", name="Close").click()
    news_of(page)
    feed = page.locator(".feed")
    spoken, cried = feed.locator(".n-said", has_text="What a fine kettle"), feed.get_by_text("Cake for all!")
    expect(cried).to_be_visible()
    expect(spoken).to_be_visible()

    page.get_by_label("Kind", exact=True).select_option(label="Visitors")
    expect(cried).to_have_count(0)
    page.get_by_label("Person", exact=True).select_option(label="Marta Oyelaran")
    expect(spoken).to_be_visible()
    page.get_by_label("Person", exact=True).select_option(label="Ivo Lindgren")
    expect(spoken).to_have_count(0)
    page.get_by_label("Kind", exact=True).select_option(label="Promises")
    page.get_by_role("button", name="Show everything").click()
    expect(cried).to_be_visible()
    page.get_by_label("Place", exact=True).select_option(index=1)
    expect(cried).to_have_count(0)

    page.get_by_label("Place", exact=True).select_option(label="Everywhere")
    spoken.get_by_role("button").first.click()
    page.wait_for_function("() => document.querySelector('.ping')?.style.translate !== ''")
    expect(page.get_by_test_id("resident-panel")).to_have_count(0)


def test_the_director_s_eye_flies_to_a_fire_says_why_and_gives_the_view_back(watched: Watched) -> None:
    page, townlet = watched.page, watched.townlet
    switch, why = page.get_by_role("button", name="Director’s eye"), page.get_by_test_id("eye-why")
    switch.click()
    expect(why).to_be_visible()
    objects = townlet.get(f"/api/towns/{watched.id}/state")["objects"]
    stove = next(name for name in objects if name.endswith(":stove"))

    townlet.send(watched.id, "fire", {"kind": "set_object", "object": stove, "state": "burning"})

    expect(why).to_have_attribute("data-reason", "burning")
    expect(why).to_contain_text("stove")
    page.locator("#map").focus()
    page.keyboard.press("ArrowLeft")
    expect(why).to_have_count(0)
    expect(switch).to_have_attribute("aria-pressed", "false")


def test_a_skip_goes_on_until_something_happens_and_then_stands_as_before(watched: Watched) -> None:
    page, start = watched.page, watched.told()["horizon"]["tick"]
    page.get_by_role("button", name="Skip to the next thing that happens").click()

    expect(page.get_by_test_id("pace")).to_contain_text("Here:")
    watched.wait_until_shown("scene.paused && scene.tick > start", start=start)
    expect(page.get_by_role("button", name="Skip to the next thing that happens")).to_be_visible()


def test_names_never_cover_each_other_at_any_zoom(watched: Watched) -> None:
    page = watched.page
    page.locator("#map").focus()
    for key in ("-", "+", "+", "+"):
        page.keyboard.press(key)
        frames = watched.scene()["frames"]
        watched.wait_until_shown("scene.frames > frames + 3", frames=frames)
        page.wait_for_function(f"() => !({OVERLAPPING_NAMES})()")


def test_a_fast_town_lets_a_line_be_read_or_is_silent(watched: Watched, townlet: Townlet) -> None:
    page = watched.page
    page.evaluate(
        """() => {
          window.flickers = [];
          const since = new Map();
          let before = performance.now();
          const look = () => {
            requestAnimationFrame(look);
            // Where the browser stood still, it may have begun at any time of that.
            const earliest = before;
            const now = (before = performance.now());
            for (const { id, bubble } of window.__town.scene().actors) {
              const line = since.get(id);
              if (line?.bubble === bubble) continue;
              if (line?.bubble?.length > 4) window.flickers.push(now - line.at);
              since.set(id, { bubble, at: earliest });
            }
          };
          look();
        }"""
    )
    townlet.clock(watched.id, speed=300, pause=False)

    page.wait_for_function("() => window.flickers.length > 2", timeout=4 * PATIENCE_MS)

    assert min(page.evaluate("() => window.flickers")) > 2000
