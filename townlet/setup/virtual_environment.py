"""The step that makes ``.venv``."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from townlet.setup.commands import run
from townlet.setup.faults import VenvModuleMissing
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Place, Step
from townlet.setup.progress import Line

NAME = "Python environment"


def virtual_environment(place: Place) -> Step:
    """The step; a moved clone or another Python makes the environment anew."""
    version = ".".join(map(str, sys.version_info[:3]))

    def make(line: Line) -> str:
        line.began(f"making .venv with Python {version}")
        shutil.rmtree(place.venv, ignore_errors=True)
        if _has("ensurepip") or _installed_by_apt(place, line):
            run(NAME, [sys.executable, "-m", "venv", str(place.venv)], log=place.log("venv"), cwd=place.root)
        elif _has("pip"):
            bare = [sys.executable, "-m", "venv", "--without-pip", str(place.venv)]
            run(NAME, bare, log=place.log("venv"), cwd=place.root)
        else:
            raise VenvModuleMissing(_debian_package())
        return f"Python {version} in .venv"

    made_from = fingerprint(place.root, [], version, os.path.realpath(sys.executable), str(place.root))
    return Step(NAME, made_from, place.venv / ".townlet" / "environment", make)


def pip_command(place: Place) -> list[str]:
    """pip for ``.venv``: its own, or the system's when Debian's Python came without one to put there."""
    if any((place.venv / "lib").glob("python*/site-packages/pip")):
        return [str(place.python), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(place.python)]


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _debian_package() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _installed_by_apt(place: Place, line: Line) -> bool:
    """As root on Debian the missing package is simply installed. Returns whether that helped."""
    if (
        os.geteuid() != 0
        or shutil.which("apt-get") is None
        or not Path(sys.executable).is_relative_to("/usr/bin")
    ):
        return False
    package = _debian_package()
    line.began(f"apt-get install {package}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(NAME, ["apt-get", "update"], log=place.log("apt"), cwd=place.root, env=quiet)
    run(NAME, ["apt-get", "install", "-y", package], log=place.log("apt"), cwd=place.root, env=quiet)
    return (
        subprocess.run(
            [sys.executable, "-c", "import ensurepip"], capture_output=True, check=False
        ).returncode
        == 0
    )
