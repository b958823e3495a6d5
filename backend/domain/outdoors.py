"""Which places lie under the open sky, by what they are called."""

from __future__ import annotations

import re

from backend.domain.world import World

_OUTDOORS = re.compile(r"(?i)\b(park|garden|green|square|yard|pond|meadow|beach|playground|street|lane)\b")


def is_outdoors(world: World, arena: str | None) -> bool:
    """Whether one is under the open sky there; None is the street."""
    if arena is None:
        return True
    kind, name = world.sector_of(arena).kind, world.arenas[arena].name
    return _OUTDOORS.search(f"{kind} {name}".replace("_", " ")) is not None
