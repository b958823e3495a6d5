"""The step that finds or installs a Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from townlet.setup.commands import run
from townlet.setup.faults import NoBrowser, SetupFault
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Place, Step
from townlet.setup.progress import Line

NAME = "Browser for tests"
_SYSTEM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_EMOJI = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
_PLAYWRIGHTS = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def browser(place: Place) -> Step:
    """Playwright's own Chromium where it can be downloaded, else the system's, else Debian's as root."""
    chosen = place.venv / ".townlet" / "chromium"

    def make(line: Line) -> str:
        line.began("looking for a Chromium")
        found = (
            _named() or _playwrights(place) or _downloaded(place, line) or _systems() or _debians(place, line)
        )
        if found is None:
            raise NoBrowser
        chosen.write_text(str(found))
        return str(found)

    stamp = place.venv / ".townlet" / "browser"
    if not (chosen.is_file() and Path(chosen.read_text()).exists()):
        stamp.unlink(missing_ok=True)
    named = os.environ.get("TOWNLET_CHROMIUM", "")
    return Step(NAME, fingerprint(place.root, ["requirements-dev.txt"], named), stamp, make)


def chromium_path(root: Path) -> Path:
    """The Chromium that setup chose.

    Raises:
        NoBrowser: setup was not run with ``--browser``, or the browser has gone since.
    """
    chosen = root / ".venv" / ".townlet" / "chromium"
    found = _named() or (Path(chosen.read_text()) if chosen.is_file() else _systems())
    if found is None or not found.exists():
        raise NoBrowser
    return found


def _named() -> Path | None:
    named = os.environ.get("TOWNLET_CHROMIUM")
    return Path(named) if named else None


def _playwrights(place: Place) -> Path | None:
    asked = subprocess.run(
        [str(place.python), "-c", _PLAYWRIGHTS],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return _that_runs(asked.stdout.strip())


def _downloaded(place: Place, line: Line) -> Path | None:
    """Tries the download, giving up quickly where its host can't be reached."""
    line.began("downloading Playwright's Chromium")

    def watch(text: str) -> None:
        share, found, _ = text.strip().lstrip("|■ ").partition("% of")
        if found and share.split()[-1].isdigit():
            line.at(int(share.split()[-1]) / 100, "downloading Playwright's Chromium")

    tool = [str(place.python), "-m", "playwright"]
    log = place.log("browser")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "8000"}
    try:
        run(NAME, [*tool, "install", "chromium"], log=log, cwd=place.root, env=patience, watch=watch)
        if _playwrights(place) is None and os.geteuid() == 0:
            line.began("installing the libraries that Playwright's Chromium needs")
            run(NAME, [*tool, "install-deps", "chromium"], log=log, cwd=place.root)
    except SetupFault:
        line.began("Playwright's Chromium can't be had here, looking for the system's")
        return None
    return _playwrights(place)


def _systems() -> Path | None:
    return next((path for name in _SYSTEM if (path := _that_runs(shutil.which(name) or ""))), None)


def _debians(place: Place, line: Line) -> Path | None:
    """As root on Debian the system's Chromium is simply installed, with a font for emoji."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    packages = ["chromium"] + ([] if _EMOJI.exists() else ["fonts-noto-color-emoji"])
    unpacked = 0
    wanted = 1

    def watch(text: str) -> None:
        nonlocal unpacked, wanted
        if " newly installed" in text:
            wanted = max(1, int(text.split(" newly installed")[0].split()[-1]))
        elif text.startswith(("Unpacking ", "Setting up ")):
            unpacked += 1
            line.at(unpacked / (2 * wanted), text.partition(" (")[0])

    line.began("apt-get install chromium")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(NAME, ["apt-get", "update"], log=place.log("apt"), cwd=place.root, env=quiet)
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    run(NAME, install, log=place.log("apt"), cwd=place.root, env=quiet, watch=watch)
    return _systems()


def _that_runs(path: str) -> Path | None:
    """``path`` if a browser is there and its libraries are, too."""
    if not path or not Path(path).exists():
        return None
    asked = subprocess.run([path, "--version"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return Path(path) if asked.returncode == 0 else None
