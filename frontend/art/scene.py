"""Sets the scene: which frame stands where, where names and lights are, and the ground they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas, soft_shadow
from frontend.art.chance import Mask, key_number
from frontend.art.furniture import Stand, draw, is_unseen
from frontend.art.furniture.placing import FLAT, People, face_of, places_for_people
from frontend.art.furniture.registry import OVERHEAD
from frontend.art.furniture.shows import layers, shows_of
from frontend.art.ground.bake import bake
from frontend.art.ground.ripples import ripples
from frontend.art.lights import Light, lights_of
from frontend.art.nature.planting import planted
from frontend.art.roofs.blocks import Block, blocks_of
from frontend.art.roofs.raise_roofs import Roof, raise_roofs
from frontend.art.terrain import TILE, Terrain, survey
from frontend.art.townmap import Thing, TownMap
from frontend.art.walls.raise_walls import Raiser
from frontend.art.walls.thresholds import bake_thresholds
from frontend.art.weather import snowed, snowy_ground

SNOWY = "_snow"
"""Ending of the frame that stands in for another when it has snowed."""


@dataclass(frozen=True)
class ShowFrames:
    """Drawings to lay over a prop at its own foot, in turn: `frame` with _0, _1 and so on."""

    frame: str
    count: int
    instead: bool
    """Whether the prop itself is hidden meanwhile."""

    def as_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {"n": self.frame, "f": self.count}
        return out | {"instead": True} if self.instead else out


@dataclass(frozen=True)
class Prop:
    """A sprite in the town; (x, y) is its foot in pixels, drawn in the order of y + z."""

    frame: str
    x: int
    y: int
    z: int = 0
    object: str | None = None
    people: People = ()
    shows: dict[str, ShowFrames] = field(default_factory=dict)
    """What it may be seen to do, by name."""

    def as_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {"n": self.frame, "x": self.x, "y": self.y, "z": self.z, "object": self.object}
        if self.people:
            out["people"] = [{"x": x, "y": y, "z": z, "pose": pose} for x, y, z, pose in self.people]
        if self.shows:
            out["shows"] = {name: show.as_json() for name, show in sorted(self.shows.items())}
        return out


@dataclass
class Scene:
    ground: Canvas
    snow: Canvas
    """Lies over the ground when it has snowed."""
    drawings: dict[str, Drawing] = field(default_factory=dict)
    props: list[Prop] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    places: list[dict[str, Any]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    shown: dict[tuple[tuple[object, ...], ...], str] = field(default_factory=dict)
    """Names of the frames that things show, by what they look like."""
    roofs: list[Roof] = field(default_factory=list)
    waters: list[tuple[str, int, int]] = field(default_factory=list)
    """Moving water: the start of its frames' names, and its upper left corner in pixels."""
    jets: list[tuple[int, int, int]] = field(default_factory=list)
    """Fountains: foot and depth as of a prop."""

    def as_json(self) -> dict[str, Any]:
        return {
            "w": self.ground.width,
            "h": self.ground.height,
            "tile": TILE,
            "props": [prop.as_json() for prop in sorted(self.props, key=lambda p: (p.y + p.z, p.x, p.frame))],
            "places": self.places,
            "lights": [light.as_json() for light in self.lights],
            "roofs": [roof.as_json() for roof in self.roofs],
            "waters": self.waters,
            "jets": self.jets,
            "blocks": [[b.sector, b.x, b.y, b.width, b.height] for b in self.blocks],
        }


def set_scene(town: TownMap) -> Scene:
    terrain = survey(town)
    ground = bake(town, terrain)
    blocks = blocks_of(town, terrain)
    scene = Scene(ground.canvas, Canvas(0, 0), blocks=blocks)
    for ripple in ripples(ground):
        name = f"water_{ripple.x // TILE}_{ripple.y // TILE}"
        scene.waters.append((name, ripple.x, ripple.y))
        frames = enumerate(ripple.frames)
        scene.drawings |= {f"{name}_{i}": Drawing(canvas, 0.0, 0.0) for i, canvas in frames}
    raiser = Raiser(town, terrain)
    bake_thresholds(scene.ground, terrain, raiser.doors())
    raiser.bake_columns(scene.ground)
    for wall in raiser.walls():
        name = f"wall_{wall.x // TILE}_{wall.y // TILE}"
        scene.drawings[name] = Drawing(wall.canvas, 0.0, 1.0)
        scene.props.append(Prop(name, wall.x, wall.y, 1))
    covered = {
        (x, y) for t in town.things for x in range(t.x, t.x + t.width) for y in range(t.y, t.y + t.height)
    }
    for plant in planted(town, terrain, covered):
        _shadow(scene.ground, plant.x, plant.y - 1, plant.shadow)
        scene.drawings[plant.frame] = plant.drawing
        scene.drawings[f"{plant.frame}{SNOWY}"] = _under_snow(plant.drawing)
        scene.props.append(Prop(plant.frame, plant.x, plant.y, plant.z, None, plant.people))
    for number, thing in enumerate(town.things):
        _stand(scene, town, terrain, thing, f"thing_{number}_{thing.kind.replace(' ', '_')}")
    scene.roofs, roofs = raise_roofs(blocks, terrain)
    scene.drawings |= roofs
    scene.snow = snowy_ground(ground, _under_roofs(scene.ground, blocks))
    scene.lights = lights_of(town, terrain)
    scene.places = [_place(town, name) for name in sorted({s.name for s in town.sectors})]
    return scene


def _under_snow(drawing: Drawing) -> Drawing:
    return Drawing(snowed(drawing.canvas), drawing.anchor_x, drawing.anchor_y)


def _under_roofs(ground: Canvas, blocks: list[Block]) -> Mask:
    dry: Mask = np.zeros((ground.height, ground.width), bool)
    for block in blocks:
        top, left = block.y * TILE - 4, block.x * TILE + 4
        dry[max(0, top) : block.bottom * TILE - 2, left : block.right * TILE - 4] = True
    return dry


def _shadow(ground: Canvas, x: int, y: int, width: int) -> None:
    if width:
        shade = soft_shadow(width, max(4, width // 3), 70)
        ground.blit(shade, x + 1 - width // 2, y - shade.height // 2)


def _stand(scene: Scene, town: TownMap, terrain: Terrain, thing: Thing, name: str) -> None:
    facing = face_of(town, terrain, thing)
    x, y = thing.x * TILE + thing.width * TILE // 2, (thing.y + thing.height) * TILE - 1
    if is_unseen(thing.kind):
        scene.props.append(Prop("empty", x, y, 0, thing.address))
        return
    stand = Stand(thing.width, thing.height, facing, key_number(thing.address) % 997, thing.name)
    scene.drawings[name] = Drawing(draw(thing.kind, stand))
    people = places_for_people(thing, facing)
    if thing.kind in FLAT:
        depth = -thing.height * TILE
    else:
        depth = _under(thing, facing, people)
        _ground_contact(scene.ground, thing, scene.drawings[name].canvas)
    shown = {} if thing.kind in FLAT else _shows(scene, thing.kind, stand)
    scene.props.append(Prop(name, x, y, depth, thing.address, people, shown))
    if thing.kind == "fountain":
        scene.jets.append((x, y, depth + 1))
    if thing.kind in OVERHEAD:
        scene.drawings[f"{name}_over"] = Drawing(OVERHEAD[thing.kind](stand).outlined())
        scene.props.append(Prop(f"{name}_over", x, y, 0, None))


def _shows(scene: Scene, kind: str, stand: Stand) -> dict[str, ShowFrames]:
    """Things that look the same share their frames."""
    found: dict[str, ShowFrames] = {}
    for name, show in shows_of(kind).items():
        drawn = layers(kind, show, stand)
        if not drawn:
            continue
        look = tuple((d.canvas.width, d.anchor_x, d.anchor_y, d.canvas.pixels.tobytes()) for d in drawn)
        frame = scene.shown.setdefault(look, f"show_{len(scene.shown)}")
        scene.drawings |= {f"{frame}_{i}": drawing for i, drawing in enumerate(drawn)}
        found[name] = ShowFrames(frame, len(drawn), show.instead)
    return found


def _under(thing: Thing, facing: str, people: People) -> int:
    """Things that people use from their own tiles are drawn before them, unless seen from behind."""
    return -6 - (thing.height - 1) * TILE if people and facing != "up" else 0


def _ground_contact(ground: Canvas, thing: Thing, canvas: Canvas) -> None:
    width = min(canvas.width + 2, thing.width * TILE + 2)
    left, bottom = thing.x * TILE + thing.width * TILE // 2 - width // 2, (thing.y + thing.height) * TILE
    ground.blit(soft_shadow(width + 2, 8, 74), left, bottom - 5)


def _place(town: TownMap, name: str) -> dict[str, Any]:
    """The name's middle, over its north edge: in the middle of an open place it would lie on those who are there."""
    areas = [s for s in town.sectors if s.name == name]
    largest = max(areas, key=lambda a: a.size)
    x = (largest.x + largest.width / 2) * TILE
    return {"name": name, "x": round(x), "y": max(10, largest.y * TILE - 4)}
