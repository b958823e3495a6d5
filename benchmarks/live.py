"""How long it takes from what a person does to the frame that shows it, at 10×, at 30× and paused.

Run `make bench-live`; prints JSON, exit code 1 if a median misses the gate. A whole Townlet with a database of its own
lives Brook Lane until ten in the morning; headless Chromium shows the page. Each input is sent by the page itself, a
`fetch` to `POST /api/towns/{id}/inputs`. The clock starts before the `fetch` and stops when the frame after the one
that first shows the effect begins: by then that one has been handed to the screen.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from backend.domain.calendar import TICKS_PER_HOUR
from tests.browser.a_page import Renderer, a_browser, open_town, sign_in
from tests.integration.a_townlet import Townlet, a_townlet

GATE_MS = 150
SEED = 7
TEN_O_CLOCK = 3 * TICKS_PER_HOUR
Pace = Literal["10", "30", "paused"]
PACES: tuple[Pace, ...] = ("10", "30", "paused")
Json = dict[str, Any]

OBJECTS = (
    "Brook Lane:Alder Green:bandstand green:bandstand",
    "Brook Lane:Alder Green:pond bank:jetty",
    "Brook Lane:Alder Green:pond bank:willow",
)
STATES = ("hung with lanterns", "covered in leaves", "freshly painted")
SPOKEN_TO = ("marta", "jonah", "ruth")

MEASURE = """
async ({ town, key, input }) => {
  const hook = window.__town;
  const frames = [];
  let watching = true;
  const watch = (began) => {
    frames.push(began);
    if (watching) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  const pause = (ms) => new Promise((go) => setTimeout(go, ms));
  const read = async (path, init) => (await fetch(`/api/towns/${town}${path}`, init)).json();
  const before = hook.scene().lastSeq;
  const sent = performance.now();
  let fate = await read('/inputs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, input }),
  });
  const answered = performance.now();
  while (fate.status === 'waiting') {
    await pause(200);  // late enough to disturb nothing that is measured
    fate = await read(`/inputs/${fate.id}`);
  }
  if (fate.status !== 'applied') throw new Error(`${fate.error}: ${fate.reason}`);
  const { events } = await read(`/events?after=${before}&limit=1000`);
  const effect = events.find(({ tick, order }) => tick === fate.stamp.tick && order === fate.stamp.order);
  const drawn = await hook.whenPainted(effect.seq);
  while (!(frames.at(-1) > drawn)) await pause(20);
  watching = false;
  return {
    answered: answered - sent,
    received: hook.receivedAt(effect.seq) - sent,
    drawn: drawn - sent,
    shown: frames.find((at) => at > drawn) - sent,
  };
}
"""
"""Sends an input from the page. Milliseconds since then, at each station of its way."""


def inputs(pace: Pace, each: int) -> Iterator[Json]:
    """`each` inputs: two of five set an object's state, two announce something, one speaks.

    Words come last: after them a town goes at 10× at most, for 20 s.
    """
    spoken = each // 5
    for number in range(each - spoken):
        if number % 2:
            yield {"kind": "announce", "place": None, "text": f"Notice {number} at {pace}"}
        else:
            round_ = number // 2
            state = f"{STATES[round_ % len(STATES)]}, {round_} times"
            yield {"kind": "set_object", "object": OBJECTS[round_ % len(OBJECTS)], "state": state}
    for number in range(spoken):
        to = SPOKEN_TO[number % len(SPOKEN_TO)]
        yield {
            "kind": "speak",
            "visitor": "visitor:bench",
            "name": "Ada",
            "to": to,
            "text": "How is your day?",
        }


def measure(page: Page, townlet: Townlet, town: str, pace: Pace, each: int) -> Json:
    """Sends `each` inputs at a pace of the town's clock."""
    wish: Json = {"pause": True} if pace == "paused" else {"speed": int(pace), "pause": False}
    townlet.clock(town, **wish)
    page.wait_for_function(
        "(paused) => window.__town.scene().paused === paused", arg=pace == "paused", timeout=10_000
    )
    chance = random.Random(SEED)
    taken = []
    for number, given in enumerate(inputs(pace, each)):
        # At another moment of the tick each time.
        page.wait_for_timeout(300 + chance.random() * 500)
        took: Json = page.evaluate(MEASURE, {"town": town, "key": f"bench-{pace}-{number}", "input": given})
        taken.append({"kind": given["kind"], **took})
    shown = [one["shown"] for one in taken]
    kinds = sorted({one["kind"] for one in taken})
    return {
        **_spread(shown),
        "n": len(shown),
        "stations_median_ms": {
            station: round(statistics.median(one[station] for one in taken), 1)
            for station in ("answered", "received", "drawn", "shown")
        },
        "by_kind": {kind: _spread([one["shown"] for one in taken if one["kind"] == kind]) for kind in kinds},
    }


def measure_all(home: Path, each: int, renderer: Renderer) -> tuple[dict[str, Json], str]:
    """Brook Lane at each pace, from ten in the morning on; and the renderer that drew it."""
    with a_townlet(home, environment={}) as townlet, a_browser() as browser:
        town = townlet.found_town(SEED)
        townlet.live_until(town, TEN_O_CLOCK)
        townlet.wait_for(town, TEN_O_CLOCK)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        sign_in(page, townlet.link)
        open_town(page, townlet.processes.url, town, renderer)
        speeds = {
            pace if pace == "paused" else f"{pace}x": measure(page, townlet, town, pace, each)
            for pace in PACES
        }
        return speeds, page.evaluate("() => window.__town.scene().renderer")


def _spread(times: Sequence[float]) -> Json:
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p90_ms": round(ordered[int(0.9 * (len(ordered) - 1) + 0.5)], 1),
        "max_ms": round(ordered[-1], 1),
    }


def main() -> int:
    """Prints the measurements. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=40, help="inputs at each pace, at least 5")
    parser.add_argument("--renderer", choices=("canvas", "webgl"), default="canvas")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="townlet-bench-") as home:
        speeds, renderer = measure_all(Path(home), options.each, options.renderer)
    passed = all(measured["median_ms"] < GATE_MS for measured in speeds.values())
    report = {
        "benchmark": "live",
        **speeds,
        "gate_ms": GATE_MS,
        "passed": passed,
        "renderer": renderer,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
