"""``python -m townlet.setup.npm run build``: the pinned npm, in ``frontend/``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from townlet.setup.page import node_environment, npm
from townlet.setup.place import Place


def main() -> None:
    """Becomes npm; never returns."""
    place = Place(Path(__file__).resolve().parents[2])
    os.chdir(place.frontend)
    command = npm(place, *sys.argv[1:])
    os.execve(command[0], command, {**os.environ, **node_environment(place)})


if __name__ == "__main__":
    main()
