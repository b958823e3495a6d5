"""The same for who directs in the page: how soon a moment is painted that was sought, and a difference is told."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.a_page import open_town

WATCH_SEEKING = """
() => {
  document.addEventListener('pointerdown', () => {
    const began = performance.now();
    const before = Math.floor(window.__town.scene().tick);
    window.__painted = null;
    let frames = null;
    const look = () => {
      const scene = window.__town.scene();
      const tick = Math.floor(scene.tick);
      const sought = Number(document.querySelector('[data-testid=timeline]').ariaValueNow);
      if (frames === null && scene.past && tick !== before && tick === sought) frames = scene.frames;
      if (frames !== null && scene.frames > frames) window.__painted = performance.now() - began;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true });
}
"""
"""Notes how long it takes from a press on the timeline to the frame that shows that moment, in real milliseconds."""
EDGE = 12
"""CSS pixels at the timeline's ends that are left alone: there it is live."""
ABOVE_THE_MARKS = 24
WITHIN_MS = 30_000


def seek_by_hand(page: Page, url: str, town: str, times: int, seed: int) -> list[float]:
    """Presses on the timeline in so many places. Real milliseconds until each moment is painted."""
    open_town(page, url, town)
    page.evaluate(WATCH_SEEKING)
    chance, found, last = random.Random(seed), list[float](), -1
    for _ in range(times):
        box = page.get_by_test_id("timeline").bounding_box()
        assert box is not None, "the timeline is drawn"
        x = chance.randrange(EDGE, int(box["width"]) - EDGE)
        x += 2 if x == last else 0
        page.mouse.click(box["x"] + x, box["y"] + ABOVE_THE_MARKS)
        page.wait_for_function("() => typeof window.__painted === 'number'", timeout=WITHIN_MS)
        found.append(
            page.evaluate("() => { const ms = window.__painted; window.__painted = null; return ms; }")
        )
        last = x
    return found


def see_a_difference(page: Page, url: str, one: str, other: str, make: Callable[[], object]) -> float:
    """Has two branches that run shown side by side. Real milliseconds from `make` to the difference that is told."""
    page.goto(f"{url}/compare/{one}/{other}?r=canvas")
    page.wait_for_function(
        "() => window.__compare !== undefined && window.__compare.maps().every(({ frames }) => frames > 10)"
    )
    page.get_by_text("they have lived the same life").wait_for(timeout=WITHIN_MS)
    began = time.perf_counter()
    make()
    page.get_by_role("region", name="Where it begins").wait_for(timeout=WITHIN_MS)
    return (time.perf_counter() - began) * 1000
