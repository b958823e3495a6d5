"""Keeps the page's pictures up with the scenarios' folders while Townlet runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from backend.store.environment.settings import PROJECT
from townlet.services import leash

EVERY_S = 2.0
"""Real seconds between two looks at the folders. What is still being written is left until it rests."""

_Look = frozenset[tuple[str, int, int]]


class DrawingAlong(threading.Thread):
    """Draws what is new or changed in the folders `scenarios`, at the start and whenever the folders have come to rest.

    The drawing happens in a process of its own, of low priority: it is work for seconds, and must not be in
    the way of whoever watches a town.
    """

    def __init__(
        self,
        scenarios: tuple[Path, ...],
        command: tuple[str, ...],
        say: Callable[[str], None],
        every_s: float = EVERY_S,
    ) -> None:
        super().__init__(name="drawing-along", daemon=True)
        self._scenarios, self._command, self._say, self._every_s = scenarios, command, say, every_s
        self._told_to_stop = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def run(self) -> None:
        drawn: _Look | None = None
        before = self._look()
        while not self._told_to_stop.is_set():
            if before != drawn:
                drawn = before
                self._draw()
            self._told_to_stop.wait(self._every_s)
            now = self._look()
            while now != before and not self._told_to_stop.wait(self._every_s):
                before, now = now, self._look()

    def _look(self) -> _Look:
        return frozenset[tuple[str, int, int]]().union(*map(look, self._scenarios))

    @property
    def is_drawing(self) -> bool:
        return self._process is not None

    def stop(self) -> None:
        """Gives up what is being drawn; the next start draws it."""
        self._told_to_stop.set()
        with self._lock:
            if self._process is not None:
                self._process.terminate()
        if self.ident is not None:
            self.join()

    def _draw(self) -> None:
        with self._lock:
            if self._told_to_stop.is_set():
                return
            on_a_leash = (sys.executable, "-I", "-S", leash.__file__, "--parent", str(os.getpid()))
            self._process = subprocess.Popen(
                (*on_a_leash, "--signal", str(int(signal.SIGKILL)), "--", *self._command),
                cwd=PROJECT,
                text=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        told, _ = self._process.communicate()
        with self._lock:
            self._process = None
        for line in told.splitlines():
            if line.startswith(("✓", "✗")) and not self._told_to_stop.is_set():
                self._say(line)


def draw_command() -> tuple[str, ...]:
    """Draws whatever lacks pictures, when nobody else needs the processor."""
    nice = "import os, sys; os.nice(10); from townlet.cli import main; sys.argv[1:] = ['draw']; main()"
    return sys.executable, "-c", nice


def look(scenarios: Path) -> _Look:
    """Names, times and sizes of all files that make up scenarios."""
    found = set()
    paths = [*scenarios.glob("*.yaml"), *scenarios.glob("*/*"), *scenarios.glob("*/residents/*")]
    for path in paths:
        if path.suffix in (".yaml", ".tmj"):
            try:
                about = os.stat(path)
            except OSError:  # gone meanwhile, or a link in a circle
                continue
            found.add((str(path), about.st_mtime_ns, about.st_size))
    return frozenset(found)
