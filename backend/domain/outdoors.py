"""Which places lie under the open sky, by what they are called."""

from __future__ import annotations

import re
from functools import lru_cache

from backend.domain.world import World

_OUTDOORS = re.compile(r"(?i)\b(park|garden|green|square|yard|pond|meadow|beach|playground|street|lane)\b")


def is_outdoors(world: World, arena: str | None) -> bool:
    """Whether one is under the open sky there; None is the street."""
    if arena is None:
        return True
    return _sounds_like_outdoors(world.sector_of(arena).kind, world.arenas[arena].name)


@lru_cache(maxsize=1024)
def _sounds_like_outdoors(kind: str, name: str) -> bool:
    return _OUTDOORS.search(f"{kind} {name}".replace("_", " ")) is not None
