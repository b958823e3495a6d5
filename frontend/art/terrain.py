"""What a terrain's name means to the eye, and the grids that follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from frontend.art.townmap import Grid, TownMap

TILE = 16
"""Pixels."""

_MATERIALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("stone floor", ("stone floor", "flagstone")),
    ("carpet", ("carpet",)),
    ("wood floor", ("wood floor", "floorboard", "parquet")),
    ("tile floor", ("floor", "lino")),
    ("bridge", ("bridge", "plank", "pier", "jetty", "dock")),
    ("water", ("water", "pond", "brook", "river", "lake", "stream", "sea")),
    ("plaza", ("plaza", "cobble", "paving", "pavement", "stone", "square", "terrace")),
    ("sand", ("sand", "beach", "gravel")),
    ("soil", ("soil", "field", "vegetable", "crop", "garden bed", "earth")),
    ("path", ("path", "road", "dirt", "street", "lane", "track")),
    ("meadow", ("meadow", "tall grass", "wild")),
    ("flowers", ("flower",)),
    ("grass", ("grass", "lawn", "ground")),
)
_WALLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("window", ("window",)),
    ("gate", ("gate",)),
    ("door", ("door",)),
    ("fence", ("fence", "railing")),
    ("hedge", ("hedge",)),
    ("wall", ("wall",)),
)
ROOTED = ("tree", "pine", "bush", "lamp", "sign")
"""Terrains of the furniture layer that need land under them."""
INDOORS = frozenset({"wood floor", "tile floor", "stone floor", "carpet"})


def material(terrain: str) -> str:
    """The ground that a terrain is drawn as; unknown ones are grass."""
    return _first(_MATERIALS, terrain) or "grass"


def structure(terrain: str) -> str:
    """wall, window, door, gate, fence or hedge; "" for anything else."""
    return _first(_WALLS, terrain)


def _first(table: tuple[tuple[str, tuple[str, ...]], ...], terrain: str) -> str:
    words = terrain.lower().replace("_", " ").replace("-", " ")
    return next((name for name, marks in table if any(mark in words for mark in marks)), "")


Names = npt.NDArray[np.str_]
"""Names by tile, [y, x]."""


@dataclass(frozen=True)
class Terrain:
    """A map's grids in the terms of the drawing."""

    ground: Names
    """As drawn under everything; under walls the own ground of the wall's tile."""
    outdoors: Names
    """As `ground`, but indoor tiles and walls take the nearest ground outside."""
    walls: Names

    @property
    def width(self) -> int:
        return int(self.ground.shape[1])

    @property
    def height(self) -> int:
        return int(self.ground.shape[0])

    def wall(self, x: int, y: int) -> str:
        return str(self.walls[y, x]) if 0 <= x < self.width and 0 <= y < self.height else ""

    def solid(self, x: int, y: int) -> bool:
        return self.wall(x, y) in ("wall", "window")

    def house(self, x: int, y: int) -> bool:
        """Whether a building's wall or door is there."""
        return self.wall(x, y) in ("wall", "window", "door")

    def inside(self, x: int, y: int) -> bool:
        """Whether it is a floor under a roof, walls apart."""
        held = 0 <= x < self.width and 0 <= y < self.height
        return held and not self.house(x, y) and str(self.ground[y, x]) in INDOORS


def survey(town: TownMap) -> Terrain:
    ground = _translate(town.ground, material)
    rooted = _translate(town.furniture, lambda name: "yes" if any(mark in name for mark in ROOTED) else "")
    ground = np.where((ground == "water") & (rooted == "yes"), "grass", ground)
    walls = _translate(town.walls, structure)
    behind = _backs(walls)
    walls, ground = np.where(behind, "", walls), np.where(behind, "grass", ground)
    return Terrain(ground, _spread_outdoors(ground, walls, behind), walls)


def _backs(walls: Names) -> npt.NDArray[np.bool_]:
    """The upper row of walls that are two tiles tall on the map: the tall face of the lower row covers it."""
    solid = np.isin(walls, ("wall", "window", "door"))
    height, width = solid.shape
    backs = np.zeros_like(solid)
    for y in range(height - 1):
        x = 0
        while x < width:
            end = x
            while end < width and solid[y, end] and solid[y + 1, end] and not (y and backs[y - 1, end]):
                end += 1
            if end - x >= 3:
                backs[y, x:end] = True
            x = max(end, x + 1)
    return backs


def _translate(grid: Grid, meaning: Callable[[str], str]) -> Names:
    return np.array([[meaning(name) for name in row] for row in grid], dtype="<U12")


def _spread_outdoors(ground: Names, walls: Names, behind: npt.NDArray[np.bool_]) -> Names:
    """Fills what lies under buildings from outside, so that a path does not round off before a wall."""
    covered = np.isin(ground, sorted(INDOORS)) | np.isin(walls, ("wall", "window", "door")) | behind
    out = np.where(covered, "", ground)
    out = np.where(out == "flowers", "grass", out)
    for _ in range(max(ground.shape)):
        bare = out == ""
        if not bare.any():
            break
        before = out.copy()
        for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            moved = _shifted(before, dy, dx)
            out = np.where((out == "") & (moved != ""), moved, out)
        if (out == before).all():
            break
    filled: Names = np.where(out == "", "grass", out)
    return filled


def _shifted(names: Names, dy: int, dx: int) -> Names:
    padded = np.pad(names, 1, constant_values="")
    height, width = names.shape
    return padded[1 - dy : 1 - dy + height, 1 - dx : 1 - dx + width]
