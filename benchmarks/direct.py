"""How quickly a town with a long past obeys its director: seek, branch, acknowledge.

Run `make bench-direct`; prints JSON, exit code 1 if a gate is missed. A whole Townlet with a database of its own lives
the Ville for some days at full speed, with the built-in mind. Then, over the API:

- `seek`: the state at ticks drawn from the whole past, as the page asks for it when somebody scrubs;
- `minds`: what comes to a resident's mind at such ticks, scored as of then;
- `fork`: branches at such ticks, from the wish to the branch's own state; `alive` goes on to its first own tick;
- `acknowledge`: an announcement in the town while it runs at 30×, from the request to the fate that says "applied";
- `difference`: two branches of one moment, both running at 30×, a whisper in one of them, from sending it to the
  comparison that names the first difference.

And in headless Chromium, on the town's page:

- `seek_painted`: from a press on the timeline to the frame that shows that moment;
- `difference_shown`: as `difference`, until the page that shows both side by side tells of it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from backend.domain.calendar import TICKS_PER_DAY
from benchmarks.direct_page import see_a_difference, seek_by_hand
from tests.browser.a_page import a_browser, sign_in
from tests.integration.a_townlet import Townlet, a_townlet
from tests.waiting import wait_until

SEED = 7
RESIDENT = "isabella"
LIVED_WITHIN_S = 1800.0
GATES = {
    ("seek", "median_ms"): 500.0,
    ("seek", "p99_ms"): 1000.0,
    ("seek_painted", "median_ms"): 500.0,
    ("seek_painted", "p99_ms"): 1000.0,
    ("fork", "median_ms"): 1000.0,
    ("acknowledge", "median_ms"): 300.0,
    ("difference", "median_ms"): 2000.0,
    ("difference_shown", "median_ms"): 2000.0,
}
WHISPER = {
    "kind": "whisper",
    "resident": RESIDENT,
    "text": "There will be a concert in the park tonight.",
}
Json = dict[str, Any]


def _timed(act: Callable[[int], object], number: int) -> float:
    """Real milliseconds."""
    began = time.perf_counter()
    act(number)
    return (time.perf_counter() - began) * 1000


def _summed_up(times: list[float]) -> Json:
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p99_ms": round(ordered[int(0.99 * (len(ordered) - 1))], 1),
        "most_ms": round(ordered[-1], 1),
        "times": len(ordered),
    }


def measure_seek(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    def seek(tick: int) -> None:
        townlet.get(f"/api/towns/{town}/state?tick={tick}")

    return _summed_up([_timed(seek, tick) for tick in ticks])


def measure_minds(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    def recall(tick: int) -> None:
        townlet.get(f"/api/towns/{town}/residents/{RESIDENT}/recollections?q=the party&at={tick}")

    return _summed_up([_timed(recall, tick) for tick in ticks])


def measure_fork(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    """From the wish to the branch's own state, read at its fork."""

    def fork(tick: int) -> None:
        townlet.get(f"/api/towns/{_branch(townlet, town, tick, 'fork')}/state")

    return _summed_up([_timed(fork, tick) for tick in ticks])


def measure_alive(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    """From the wish to the branch's first own tick, at 30×: a tick takes a third of a second of it."""

    def fork(tick: int) -> float:
        began = time.perf_counter()
        branch = _branch(townlet, town, tick, "alive", paused=False)
        townlet.wait_for(branch, tick + 1)
        took = (time.perf_counter() - began) * 1000
        townlet.clock(branch, pause=True)
        return took

    return _summed_up([fork(tick) for tick in ticks])


def measure_acknowledge(townlet: Townlet, town: str, times: int) -> Json:
    townlet.clock(town, speed=30, pause=False)

    def announce(number: int) -> None:
        given = {"kind": "announce", "place": None, "text": f"Announcement {number}."}
        sent = townlet.send(town, f"announcement-{number}", given)
        wait_until(lambda: townlet.get(f"/api/towns/{town}/inputs/{sent}")["status"] == "applied")

    announce(times)  # takes the town up
    found = _summed_up([_timed(announce, number) for number in range(times)])
    townlet.clock(town, pause=True)
    return found


def measure_difference(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    def differ(tick: int) -> float:
        with _two_that_run(townlet, town, tick, "as-told") as (one, other):
            began = time.perf_counter()
            townlet.send(other, "whisper", WHISPER)
            wait_until(lambda: townlet.get(f"/api/towns/{one}/compare/{other}")["first"] is not None)
            return (time.perf_counter() - began) * 1000

    return _summed_up([differ(tick) for tick in ticks])


def measure_page(townlet: Townlet, town: str, ticks: list[int], times: int) -> Json:
    """What whoever looks at a screen waits for."""

    def differ(page: Page, tick: int) -> float:
        with _two_that_run(townlet, town, tick, "as-shown") as (one, other):

            def whisper() -> None:
                townlet.send(other, "whisper", WHISPER)

            return see_a_difference(page, townlet.processes.url, one, other, whisper)

    with a_browser() as browser:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        sign_in(page, townlet.link)
        painted = seek_by_hand(page, townlet.processes.url, town, times, SEED)
        return {
            "seek_painted": _summed_up(painted),
            "difference_shown": _summed_up([differ(page, tick) for tick in ticks]),
        }


@contextmanager
def _two_that_run(townlet: Townlet, town: str, tick: int, name: str) -> Iterator[tuple[str, str]]:
    """Two branches of one moment, at 30×; they stand afterwards."""
    one, other = (_branch(townlet, town, tick, f"{name}-{side}") for side in ("one", "other"))
    for branch in (one, other):
        townlet.clock(branch, speed=30, pause=False)
    for branch in (one, other):
        townlet.wait_for(branch, tick + 3)
    yield one, other
    for branch in (one, other):
        townlet.clock(branch, pause=True)


def _branch(townlet: Townlet, town: str, tick: int, name: str, *, paused: bool = True) -> str:
    wish = {"tick": tick, "key": f"{name}-{tick}", "paused": paused}
    made: str = townlet.request("POST", f"/api/towns/{town}/branches", wish).json()["id"]
    return made


def measure_all(home: Path, options: argparse.Namespace) -> Json:
    """The Ville, after so many days."""
    with a_townlet(home, environment={}) as townlet:
        wish = {"scenario": "the_ville", "seed": SEED, "mind": "rules", "name": "Directed"}
        town: str = townlet.request("POST", "/api/towns", wish).json()["id"]
        end = options.days * TICKS_PER_DAY
        began = time.monotonic()
        townlet.live_until(town, end)
        townlet.wait_for(town, end, LIVED_WITHIN_S)
        lived_in = time.monotonic() - began
        chance = random.Random(SEED)
        ticks = [chance.randrange(1, end) for _ in range(options.times)]
        few = ticks[: max(5, options.times // 5)]
        return {
            "days": options.days,
            "events": townlet.get(f"/api/towns/{town}")["horizon"]["seq"],
            "lived_in_s": round(lived_in),
            "seek": measure_seek(townlet, town, ticks),
            "minds": measure_minds(townlet, town, ticks),
            "fork": measure_fork(townlet, town, few),
            "alive": measure_alive(townlet, town, few),
            "acknowledge": measure_acknowledge(townlet, town, options.times // 2),
            "difference": measure_difference(townlet, town, few),
            **measure_page(townlet, town, few, options.times),
            "load": round(os.getloadavg()[1], 1),
        }


def missed(measured: Json) -> list[str]:
    """The gates that the measurements miss, in words."""
    faults = []
    for (what, figure), most in GATES.items():
        if (found := measured[what][figure]) > most:
            faults.append(f"{what}: {figure} is {found}, not {most:.0f} at most")
    return faults


def main() -> int:
    """Prints the measurements. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--days", type=int, default=7, help="simulated days that the town has lived")
    parser.add_argument("--times", type=int, default=100, help="moments that are sought")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="townlet-bench-") as home:
        measured = measure_all(Path(home), options)
    faults = missed(measured)
    report = {
        "benchmark": "direct",
        **measured,
        "gates": {f"{what}_{figure}": most for (what, figure), most in GATES.items()},
        "missed": faults,
        "passed": not faults,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
