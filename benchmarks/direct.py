"""How quickly a town with a long past obeys its director: seek, branch, acknowledge.

Run `make bench-direct`; prints JSON, exit code 1 if a gate is missed. A whole Townlet with a database of its own lives
the Ville for some days at full speed, with the built-in mind. Then, over the API:

- `seek`: the state at ticks drawn from the whole past, as the page asks for it when somebody scrubs;
- `fork`: branches at such ticks, each lived on for a moment, so that what is measured is a town that is taken up;
- `acknowledge`: an announcement in the town while it runs at 30×, from the request to the fate that says "applied";
- `difference`: two branches of one moment, both running at 30×, a whisper in one of them, from sending it to the
  comparison that names the first difference.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.domain.calendar import TICKS_PER_DAY
from tests.integration.a_townlet import Townlet, a_townlet
from tests.waiting import wait_until

SEED = 7
RESIDENT = "isabella"
LIVED_WITHIN_S = 1800.0
GATES = {
    "seek_median_ms": 500.0,
    "seek_p99_ms": 1000.0,
    "fork_median_ms": 1000.0,
    "acknowledge_median_ms": 300.0,
    "difference_median_ms": 2000.0,
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


def measure_fork(townlet: Townlet, town: str, ticks: list[int]) -> Json:
    """From the wish to the branch's own state, read at its fork."""

    def fork(tick: int) -> None:
        townlet.get(f"/api/towns/{_branch(townlet, town, tick, 'fork')}/state")

    return _summed_up([_timed(fork, tick) for tick in ticks])


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
        one, other = (_branch(townlet, town, tick, side) for side in ("as-it-was", "with-a-whisper"))
        for branch in (one, other):
            townlet.clock(branch, speed=30, pause=False)
            townlet.wait_for(branch, tick + 3)
        began = time.perf_counter()
        whisper = {
            "kind": "whisper",
            "resident": RESIDENT,
            "text": "There will be a concert in the park tonight.",
        }
        townlet.send(other, "whisper", whisper)
        wait_until(lambda: townlet.get(f"/api/towns/{one}/compare/{other}")["first"] is not None)
        took = (time.perf_counter() - began) * 1000
        for branch in (one, other):
            townlet.clock(branch, pause=True)
        return took

    return _summed_up([differ(tick) for tick in ticks])


def _branch(townlet: Townlet, town: str, tick: int, name: str) -> str:
    wish = {"tick": tick, "key": f"{name}-{tick}"}
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
            "fork": measure_fork(townlet, town, few),
            "acknowledge": measure_acknowledge(townlet, town, options.times // 2),
            "difference": measure_difference(townlet, town, few),
        }


def missed(measured: Json) -> list[str]:
    """The gates that the measurements miss, in words."""
    faults = []
    for name, most in GATES.items():
        what, _, figure = name.partition("_")
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
        "gates": GATES,
        "missed": faults,
        "passed": not faults,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
