"""One clear line a step on the terminal, with a bar while it takes long."""

from __future__ import annotations

import sys
import time

_WIDTH = 28


class Line:
    """The line of one step. On a terminal it is redrawn in place; in a log only its ends are written."""

    def __init__(self, step: str) -> None:
        self._step = step
        self._began = time.monotonic()
        self._drawn = False
        self._last = ""

    def began(self, doing: str) -> None:
        """Says what is being done, before it is."""
        if sys.stdout.isatty():
            self._draw(f"  {self._step}: {doing}")
        else:
            print(f"  {self._step}: {doing}", flush=True)

    def at(self, share: float, doing: str) -> None:
        """Draws the bar. ``share`` is 0 to 1."""
        if not sys.stdout.isatty():
            return
        full = round(max(0.0, min(1.0, share)) * _WIDTH)
        self._draw(f"  {self._step}: [{'#' * full}{'.' * (_WIDTH - full)}] {doing}"[:100])

    def done(self, result: str) -> None:
        """Ends the line."""
        took = time.monotonic() - self._began
        suffix = f" ({took:.0f} s)" if took >= 1 else ""
        self._clear()
        print(f"✓ {self._step}: {result}{suffix}", flush=True)

    def failed(self) -> None:
        """Leaves the line to what is said about the failure."""
        self._clear()

    def _draw(self, text: str) -> None:
        if text != self._last:
            sys.stdout.write("\r\x1b[2K" + text)
            sys.stdout.flush()
            self._drawn, self._last = True, text

    def _clear(self) -> None:
        if self._drawn:
            sys.stdout.write("\r\x1b[2K")
            self._drawn = False
