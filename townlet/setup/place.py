"""Where setup puts things, and the steps that put them there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from townlet.setup.progress import Line


@dataclass(frozen=True)
class Place:
    """A clone of the project on this machine."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def frontend(self) -> Path:
        return self.root / "frontend"

    def log(self, name: str) -> Path:
        return self.root / ".townlet" / "logs" / f"setup-{name}.log"


@dataclass(frozen=True)
class Step:
    """One product of the setup.

    Attributes:
        made_from: the fingerprint of everything that the product depends on.
        stamp: a file inside the product that holds the fingerprint it was made from.
        make: makes the product and returns what to say about it.
    """

    name: str
    made_from: str
    stamp: Path
    make: Callable[[Line], str]

    def is_done(self) -> bool:
        return self.stamp.is_file() and self.stamp.read_text() == self.made_from

    def run(self) -> bool:
        """Makes the product unless it is up to date. Returns whether it was made."""
        line = Line(self.name)
        if self.is_done():
            line.done("up to date")
            return False
        try:
            result = self.make(line)
        except BaseException:
            line.failed()
            raise
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self.made_from)
        line.done(result)
        return True
