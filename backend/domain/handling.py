"""What somebody from outside can do with an object: its own uses, and switching, opening and closing it.

A use lasts until the visitor goes; a switch stays as it was left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from backend.domain.events.visitors import Pose
from backend.domain.world import TownObject, Use, World

STOP = "stop"
"""Instead of a handling's id: the visitor stops what it does with the object."""
_OFF = ("off", "switched off")
_RUNS = ("on", "running", "tap running", "humming", "glowing")
"""States of uses that are those of a thing that is on."""
_OPEN = "open"
_SITS = re.compile(r"\bsit(?:s|ting)?\b")
_NOT_FOR_GUESTS = ("sleep", "work", "sell")


@dataclass(frozen=True)
class Handling:
    """One thing that a visitor can do with an object."""

    id: str
    """The need of one of its uses, or `switch_on`, `switch_off`, `open`, `close`."""
    kind: Literal["use", "switch"]
    activity: str
    """In the -ing form for a use ("sitting on the bench"), else what one does: "switch it on"."""
    emoji: str
    state: str
    """The object's state while it is used, or from then on."""
    pose: Pose = "standing"


def handlings(world: World, thing: TownObject) -> tuple[Handling, ...]:
    """All that a visitor may do with it, uses first; none where it is for staff."""
    if thing.staff_only:
        return ()
    return (*_uses(world, thing), *_switches(thing))


def _uses(world: World, thing: TownObject) -> list[Handling]:
    return [
        Handling(use.need, "use", use.activity, use.emoji, use.state, _pose(world, thing, use))
        for use in thing.uses
        if use.need not in _NOT_FOR_GUESTS
    ]


def _pose(world: World, thing: TownObject, use: Use) -> Pose:
    if use.activity.startswith(("lying", "soaking")):
        return "lying"
    on_a_seat = any(spot in world.seats for spot in thing.spots)
    return "sitting" if on_a_seat or _SITS.search(f"{use.activity} {use.state}") else "standing"


def _switches(thing: TownObject) -> list[Handling]:
    rests = (thing.initial, *thing.ordinary)
    found: list[Handling] = []
    running = next((use.state for use in thing.uses if use.state in _RUNS), None)
    off = next((state for state in rests if state in _OFF), None)
    if off is not None or running is not None:
        found.append(Handling("switch_on", "switch", "switch it on", "🔆", running or "on"))
        found.append(Handling("switch_off", "switch", "switch it off", "🔅", off or thing.initial))
    if _OPEN in rests or any(use.state == _OPEN for use in thing.uses):
        shut = next((state for state in rests if state != _OPEN), thing.initial)
        found.append(Handling("open", "switch", "open it", "🚪", _OPEN))
        found.append(Handling("close", "switch", "close it", "🚪", shut))
    return found


def handling(world: World, thing: TownObject, id_: str) -> Handling | None:
    return next((one for one in handlings(world, thing) if one.id == id_), None)
