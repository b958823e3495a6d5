"""Waiting for something to come true, instead of sleeping and hoping."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


def wait_until(comes_true: Callable[[], bool], within_s: float = 120.0) -> None:
    """Returns as soon as ``comes_true`` does; fails after ``within_s`` real seconds: more than any machine needs."""
    deadline = time.monotonic() + within_s
    never = threading.Event()
    while not comes_true():
        assert time.monotonic() < deadline, f"{comes_true} did not come true within {within_s} s"
        never.wait(0.02)
