"""``python3 -m townlet.setup [--dev] [--browser]``: run by the Makefile, before anything is installed."""

from __future__ import annotations

import argparse
import fcntl
import sys
from pathlib import Path

from townlet.setup.browser import browser
from townlet.setup.faults import FolderNotOurs, SetupFault
from townlet.setup.page import art, page, page_packages
from townlet.setup.place import Place
from townlet.setup.python_packages import python_packages, townlet_command
from townlet.setup.redis_program import is_in_the_packages, redis_program
from townlet.setup.virtual_environment import virtual_environment


def main() -> int:
    """Runs the steps in order. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="townlet.setup", description="Makes a fresh clone ready to run.")
    parser.add_argument("--dev", action="store_true", help="install what tests and linters need, too")
    parser.add_argument(
        "--browser", action="store_true", help="find or install a Chromium for the browser tests"
    )
    parser.add_argument(
        "--no-page", action="store_true", help="install the page's packages but don't build it"
    )
    wanted = parser.parse_args()
    place = Place(Path(__file__).resolve().parents[2])
    try:
        with _alone(place):
            set_up(place, dev=wanted.dev, with_browser=wanted.browser, with_page=not wanted.no_page)
    except SetupFault as fault:
        print(f"✗ {fault}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"✗ {FolderNotOurs(str(error.filename))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n✗ Stopped. Run make again to go on where it was.", file=sys.stderr)
        return 130
    return 0


def set_up(place: Place, *, dev: bool, with_browser: bool, with_page: bool) -> None:
    """All steps; each is skipped while what it was made from is unchanged.

    Raises:
        SetupFault: the machine lacks something.
    """
    virtual_environment(place).run()
    python_packages(place, dev=False).run()
    if dev:
        python_packages(place, dev=True).run()
    if not is_in_the_packages():
        redis_program(place).run()
    townlet_command(place).run()
    if (place.frontend / "package-lock.json").is_file():
        page_packages(place).run()
    if with_browser:
        browser(place).run()
    if with_page and (place.frontend / "art" / "__main__.py").is_file():
        art(place).run()
    if with_page and (place.frontend / "vite.config.ts").is_file():
        page(place).run()


class _alone:
    """Holds the setup's lock; a second setup in the same clone waits for the first."""

    def __init__(self, place: Place) -> None:
        self._path = place.root / ".townlet" / "setup.lock"

    def __enter__(self) -> None:
        self._path.parent.mkdir(exist_ok=True)
        self._file = self._path.open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  Another setup is at work in this folder; waiting for it.", flush=True)
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self._file.close()


if __name__ == "__main__":
    sys.exit(main())
