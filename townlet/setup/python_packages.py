"""The steps that install the pinned Python packages and the ``townlet`` command."""

from __future__ import annotations

from pathlib import Path

from townlet.setup.commands import Watch, run
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Place, Step
from townlet.setup.progress import Line
from townlet.setup.virtual_environment import pip_command

_QUIET = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]


def python_packages(place: Place, *, dev: bool) -> Step:
    """Installs ``requirements.txt``, or with ``dev`` the tests' and linters' packages as well."""
    requirements = "requirements-dev.txt" if dev else "requirements.txt"
    name = "Python packages for tests" if dev else "Python packages"

    def make(line: Line) -> str:
        wanted = _pins(place.root / requirements)
        line.began(f"installing {wanted} packages")
        command = [
            *pip_command(place),
            "install",
            *_QUIET,
            "--require-hashes",
            "--no-deps",
            "-r",
            requirements,
        ]
        watch = _draw(line, place.venv, wanted)
        run(name, command, log=place.log("pip"), cwd=place.root, watch=watch)
        return f"{wanted} packages in .venv"

    stamp = place.venv / ".townlet" / ("packages-dev" if dev else "packages")
    return Step(name, fingerprint(place.root, [requirements]), stamp, make)


def townlet_command(place: Place) -> Step:
    """Puts ``townlet`` into ``.venv/bin``; it runs the code of this clone as it is."""
    name = "Townlet command"

    def make(line: Line) -> str:
        line.began("installing .venv/bin/townlet")
        command = [*pip_command(place), "install", *_QUIET, "--no-build-isolation", "--no-deps", "--no-index"]
        command += ["--config-settings", "editable_mode=compat", "--editable", "."]
        run(name, command, log=place.log("townlet"), cwd=place.root)
        return ".venv/bin/townlet"

    stamp = place.venv / ".townlet" / "command"
    return Step(name, fingerprint(place.root, ["pyproject.toml"]), stamp, make)


def _pins(requirements: Path) -> int:
    return sum(
        "==" in line and not line.startswith((" ", "#")) for line in requirements.read_text().splitlines()
    )


def _draw(line: Line, venv: Path, wanted: int) -> Watch:
    """Half of the bar is for collecting, which pip tells, half for installing, which the folder tells."""
    collected = 0
    installing = False
    before = _installed(venv)

    def watch(text: str) -> None:
        nonlocal collected, installing
        if text.startswith("Collecting "):
            collected += 1
        installing = installing or text.startswith("Installing collected")
        if installing:
            done = max(0, _installed(venv) - before)
            line.at(0.5 + 0.5 * done / wanted, f"installing {done} of about {wanted}")
        elif collected:
            line.at(
                0.5 * collected / wanted, text.partition(" (")[0] or f"collecting {collected} of {wanted}"
            )

    return watch


def _installed(venv: Path) -> int:
    return len(list(venv.glob("lib/python*/site-packages/*.dist-info")))
