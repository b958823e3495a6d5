"""How quick the town feels to somebody who walks through it: the own step, and the first word of an answer.

Run `make bench-visit`; prints JSON, exit code 1 if a median misses its gate. A whole Townlet with a database of its own
lives Brook Lane until ten in the morning; headless Chromium shows the page, and a visitor walks in at the gate.

- *step*: from the key that is pressed to the beginning of the frame after the one that first shows the body off its
  tile: by then that one has been handed to the screen.
- *word*: from the moment at which a line is sent to the frame after the one in which the first streamed word of the
  answer of the built-in mind stands in the page.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import Renderer, a_browser, open_town, sign_in
from tests.integration.a_townlet import Townlet, a_townlet

STEP_GATE_MS = 50
WORD_GATE_MS = 300
SEED = 7
SPEED = 10
TEN_O_CLOCK = 3 * TICKS_PER_HOUR
SPOKEN_TO = "Marta Oyelaran"
LINES = (
    "How is your day?",
    "What do you sell today?",
    "Who else lives here?",
    "Have you heard anything new?",
)
Json = dict[str, Any]

STEP = """
async (code) => {
  const own = () => window.__town.scene().actors.find(({ id }) => id.startsWith('visitor:'));
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  while (own().walking) await frame();
  const [x, y] = own().tile;
  const pressed = performance.now();
  const event = (kind) => new KeyboardEvent(kind, { code, key: code, bubbles: true });
  document.getElementById('map').dispatchEvent(event('keydown'));
  document.getElementById('map').dispatchEvent(event('keyup'));
  // Whoever asks in a frame may be called before the map is drawn in it: what is seen was drawn then or before.
  for (let began = await frame(), seen = false; ; began = await frame()) {
    if (seen) return began - pressed;
    const [nowX, nowY] = own().tile;
    seen = nowX !== x || nowY !== y;
    if (performance.now() - pressed > 5000) throw new Error('the step was never drawn');
  }
}
"""
"""Takes a step. Milliseconds until it was painted."""

WORD = """
async (text) => {
  const dock = document.querySelector('.talk-line');
  const log = () => document.querySelector('.heard');
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const line = dock.querySelector('input');
  line.value = text;
  line.dispatchEvent(new Event('input', { bubbles: true }));
  await frame();
  await frame();
  const sent = performance.now();
  dock.querySelector('button').click();
  // What comes after the own line, streamed or whole, is the answer.
  for (let began = await frame(), seen = false; ; began = await frame()) {
    if (seen) return began - sent;
    const lines = log() === null ? [] : [...log().children];
    const own = lines.findIndex((one) => one.classList.contains('by-me') && one.textContent.endsWith(text));
    const answer = own < 0 ? undefined : lines.slice(own + 1).find((one) => !one.classList.contains('by-me'));
    seen = answer !== undefined && answer.textContent.split(':').slice(1).join(':').trim() !== '';
    if (performance.now() - sent > 20000) throw new Error('nobody answered');
  }
}
"""
"""Says a line. Milliseconds until the first word of the answer was painted."""


def walk_in(page: Page) -> None:
    page.get_by_role("button", name="Walk in").click()
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Enter at the gate").click()
    page.get_by_label("Your visit").wait_for()


def walk_up_to(page: Page, name: str) -> None:
    first = name.split()[0]
    page.get_by_label("Panel", exact=True).get_by_role("button", name=name).click()
    page.get_by_role("button", name=f"Walk up to {first}").click()
    page.get_by_test_id("reach").filter(has_text=f"{first} hears you").wait_for(timeout=120_000)


def measure_steps(page: Page, each: int) -> Json:
    """To and fro, so that the way is always free."""
    taken = []
    for number in range(each):
        # At another moment of the page's frame each time, and at a walking pace.
        page.wait_for_timeout(280 + number * 7 % 40)
        taken.append(page.evaluate(STEP, "KeyD" if number % 2 == 0 else "KeyA"))
    return _spread(taken)


def measure_words(page: Page, each: int) -> Json:
    taken = []
    for number in range(each):
        page.wait_for_timeout(400 + number * 37 % 200)
        taken.append(page.evaluate(WORD, f"{LINES[number % len(LINES)]} ({number})"))
        page.get_by_test_id("heard-draft").first.wait_for(state="detached", timeout=20_000)
    return _spread(taken)


def measure(home: Path, steps: int, lines: int, renderer: Renderer) -> Json:
    with a_townlet(home, environment={}) as townlet, a_browser() as browser:
        town = _a_town(townlet)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town, renderer)
        walk_in(page)
        walked = measure_steps(page, steps)
        walk_up_to(page, SPOKEN_TO)
        spoken = measure_words(page, lines)
        townlet.clock(town, speed=SPEED, pause=False)
        page.wait_for_function("() => !window.__town.scene().paused")
        running = measure_steps(page, steps)
        return {
            "step": {"paused": walked, f"{SPEED}x": running},
            "word": spoken,
            "renderer": page.evaluate("() => window.__town.scene().renderer"),
        }


def _a_town(townlet: Townlet) -> str:
    town = townlet.found_town(SEED)
    townlet.live_until(town, TEN_O_CLOCK)
    townlet.wait_for(town, TEN_O_CLOCK)
    return town


def _spread(times: Sequence[float]) -> Json:
    ordered = sorted(times)
    return {
        "n": len(ordered),
        "median_ms": round(statistics.median(ordered), 1),
        "p90_ms": round(ordered[int(0.9 * (len(ordered) - 1) + 0.5)], 1),
        "max_ms": round(ordered[-1], 1),
    }


def main() -> int:
    """Prints the measurements. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=40, help="steps, with the town paused and running each")
    parser.add_argument("--lines", type=int, default=20, help="lines to say")
    parser.add_argument("--renderer", choices=("canvas", "webgl"), default="canvas")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="townlet-bench-") as home:
        measured = measure(Path(home), options.steps, options.lines, options.renderer)
    steps = [each["median_ms"] for each in measured["step"].values()]
    passed = max(steps) < STEP_GATE_MS and measured["word"]["median_ms"] < WORD_GATE_MS
    report = {
        "benchmark": "visit",
        **measured,
        "gates_ms": {"step": STEP_GATE_MS, "word": WORD_GATE_MS},
        "passed": passed,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
