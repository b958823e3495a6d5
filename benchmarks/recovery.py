"""How long a town stands still when one of its processes is killed.

Run `make bench-recovery`; prints JSON. Brook Lane lives at 300×, that is 30 ticks a second, while a process dies by
SIGKILL: `engine` is the worker that lives the town; `flush` empties Redis instead. Told is the longest time in which
the town's horizon, asked for over the API, did not move: with one worker for engines, as `make up` starts it, and
with two.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import psycopg
import redis

from tests.integration.a_townlet import Townlet, a_townlet
from tests.waiting import wait_until

SPEED = 300
SEED = 7
WATCHED_S = 8.0
"""Real seconds for which the town is watched after a kill; no less than the slowest recovery."""
EVERY_S = 0.02
VICTIMS = ("backend", "engine", "talk-1", "postgres", "redis", "flush")
Json = dict[str, Any]


def standstill(townlet: Townlet, town: str, victim: str) -> float:
    """Kills `victim`; real seconds of the longest standstill after it."""
    never = threading.Event()
    if victim == "flush":
        with redis.Redis.from_url(townlet.processes.redis_url) as client:
            client.flushall()
    else:
        name = _leader(townlet, town) if victim == "engine" else victim
        townlet.processes.processes[name].kill()
    start = moved = time.monotonic()
    longest, last = 0.0, -1
    while (now := time.monotonic()) < start + WATCHED_S:
        head = _head(townlet, town)
        if head is not None and head > last:
            longest, moved, last = max(longest, now - moved), now, head
        never.wait(EVERY_S)
    return max(longest, time.monotonic() - moved)


def _leader(townlet: Townlet, town: str) -> str:
    """The process whose engine has the town's lease."""
    owners: list[str] = []
    address = townlet.processes.database_url.replace("+psycopg", "", 1)

    def is_led() -> bool:
        with psycopg.connect(address) as connection:
            row = connection.execute("SELECT lease_owner FROM towns WHERE id = %s", (town,)).fetchone()
        if row is not None and row[0] is not None:
            owners.append(row[0].split("@")[0])
        return bool(owners)

    wait_until(is_led)
    return owners[0]


def _head(townlet: Townlet, town: str) -> int | None:
    """The tick that the API tells; None while it does not answer."""
    try:
        answer = townlet.http.get(f"{townlet.processes.url}/api/towns/{town}", timeout=1.0)
    except httpx.TransportError:
        return None
    return int(answer.json()["horizon"]["tick"]) if answer.is_success else None


def measure(engines: int, rounds: int) -> Json:
    """The longest standstill for each process, with so many workers for engines."""
    with (
        tempfile.TemporaryDirectory(prefix="townlet-bench-") as home,
        a_townlet(Path(home), environment={}, towns=engines, batch=0) as townlet,
    ):
        town = townlet.found_town(SEED)
        townlet.clock(town, speed=SPEED, pause=False)
        townlet.wait_for(town, 100)
        return {
            victim: round(max(standstill(townlet, town, victim) for _ in range(rounds)), 2)
            for victim in VICTIMS
        }


def main() -> int:
    """Prints the measurements. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=2, help="kills of each process; the worst is told")
    options = parser.parse_args()
    report = {
        "benchmark": "recovery",
        "longest_standstill_s": {
            f"{engines} engine worker{'s' if engines > 1 else ''}": measure(engines, options.rounds)
            for engines in (1, 2)
        },
        "kills_of_each": options.rounds,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
