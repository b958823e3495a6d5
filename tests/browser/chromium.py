"""The browser that the tests drive."""

from __future__ import annotations

from pathlib import Path

from townlet.setup.browser import chromium_path

_PROJECT = Path(__file__).resolve().parents[2]

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Works as root and without a graphics card; the browser looks up no host of its own."""


def executable_path() -> str:
    """The Chromium that ``make test`` found or installed.

    Raises:
        NoBrowser: there is none; says what to do.
    """
    return str(chromium_path(_PROJECT))
