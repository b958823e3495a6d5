"""A scenario as the page draws it: the form of `backend.scenarios.scenario_document`."""

from __future__ import annotations

from typing import Literal

from backend.domain.events import Pose
from backend.domain.persona import Looks
from backend.domain.world import Tile
from backend.live.frames import View

Rectangle = tuple[int, int, int, int]
"""[x, y, width, height] in tiles."""


class WorldView(View):
    name: str
    width: int
    height: int


class LayerView(View):
    name: str
    terrains: list[str]
    rows: list[list[int]]
    """Per row of the map: terrain number, run length, and so on. 0 is nothing, 1 the first of `terrains`."""


class SectorView(View):
    id: str
    name: str
    kind: str
    private: bool
    hours: list[list[tuple[int, int]]] | None
    """Seven days from Monday, each with spans in minutes after midnight; null is always open."""
    residents: list[str]
    staff: list[str]
    rects: list[Rectangle]


class ArenaView(View):
    id: str
    name: str
    sector: str
    capacity: int | None
    rects: list[Rectangle]


class UseView(View):
    """One thing that a visitor can do with an object."""

    id: str
    """What the input `use_object` calls it: a need, or switch_on, switch_off, open, close."""
    kind: Literal["use", "switch"]
    """A use lasts until the visitor goes; a switch stays as it was left."""
    activity: str
    """"sitting on the bench"; of a switch what one does: "switch it on"."""
    emoji: str
    state: str
    """The object's state while it is so used, or from then on."""
    pose: Pose


class ThingView(View):
    id: str
    name: str
    kind: str
    arena: str
    footprint: list[Tile]
    state: str
    """Its state at the start, in words."""
    uses: list[UseView]
    """What visitors can do with it; empty where it is for staff."""


class PersonaView(View):
    id: str
    name: str
    age: int
    pronouns: tuple[str, str, str]
    job: str | None
    about: str
    traits: list[str]
    home: str
    looks: Looks


class ScenarioView(View):
    """All that a page needs to draw a town, but for what happens in it."""

    id: str
    title: str
    summary: str
    start: str
    """Town-local date and time of tick 0, ISO 8601."""
    hash: str
    world: WorldView
    walkable: list[str]
    """Per row of the map, a 1 for each tile that one can stand on."""
    seats: list[Tile]
    layers: list[LayerView]
    """From the lowest to the topmost."""
    sectors: list[SectorView]
    arenas: list[ArenaView]
    objects: list[ThingView]
    spawns: dict[str, Tile]
    residents: list[PersonaView]
