"""Raises a roof on each block of a building: its covering, its front under the eaves, windows, doors, chimneys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas
from frontend.art.chance import Mask, key_number
from frontend.art.colour import BRICK, DARKWOOD, STONE, WOOD, Ramp
from frontend.art.roofs.blocks import Block
from frontend.art.roofs.fittings import chimney, door, dormer, pane, skylight, window
from frontend.art.roofs.slopes import covering
from frontend.art.roofs.styles import RoofStyle, roof_style
from frontend.art.terrain import TILE, Terrain
from frontend.art.walls.raise_walls import BASE, CAP, TALL
from frontend.art.walls.styles import style_of
from frontend.art.weather import SNOW

FRONT = 26
"""Pixels of the wall that is seen under the eaves; hides the cut wall of the open house."""
RIDGE = TALL + CAP + 4 - BASE
"""Pixels that a roof begins above the first row of tiles: over the top of the wall behind."""
PEAK = 0.42
"""How steep a gable over the street is."""
Spot = tuple[int, int]


@dataclass(frozen=True)
class Roof:
    """One block's roof. All in pixels of the town."""

    sector: str
    frame: str
    x: int
    y: int
    """(x, y) is its lower left corner, where its front meets the ground."""
    windows: list[tuple[int, int, str]] = field(default_factory=list)
    """Middle of each pane, and the frame that shows it lit."""
    chimneys: list[Spot] = field(default_factory=list)
    """Where smoke comes out."""

    def as_json(self) -> dict[str, Any]:
        return {
            "sector": self.sector,
            "n": self.frame,
            "x": self.x,
            "y": self.y,
            "windows": self.windows,
            "chimneys": self.chimneys,
        }


def raise_roofs(blocks: list[Block], terrain: Terrain) -> tuple[list[Roof], dict[str, Drawing]]:
    """All roofs, and their drawings with those under snow."""
    roofs: list[Roof] = []
    drawings: dict[str, Drawing] = {}
    covered = {(x, y) for b in blocks for x in range(b.x, b.right) for y in range(b.y, b.bottom)}
    for block in blocks:
        below = sum((x, block.bottom) in covered for x in range(block.x, block.right))
        builder = _Builder(block, terrain, has_front=below * 2 < block.width)
        roofs.append(builder.roof)
        drawings[builder.roof.frame] = Drawing(builder.drawn(builder.style.tones), 0.0, 1.0)
        drawings[f"{builder.roof.frame}_snow"] = Drawing(builder.drawn(SNOW), 0.0, 1.0)
    for name in ("low", "dormer"):
        drawings[f"pane_{name}"] = Drawing(pane(name), 0.5, 0.5)
    return roofs, drawings


class _Builder:
    def __init__(self, block: Block, terrain: Terrain, has_front: bool) -> None:
        self.block, self.terrain = block, terrain
        self.style: RoofStyle = roof_style(block.kind, block.sector, block.width, block.height)
        self.front = FRONT if has_front else 0
        self.width = block.width * TILE
        top = block.y * TILE - RIDGE
        base = (block.bottom - 1) * TILE + BASE if has_front else block.bottom * TILE - RIDGE
        self.height = base - top
        self.slope = self.height - self.front
        """Pixels from the far edge to the eaves."""
        self.roof = Roof(block.sector, f"roof_{block.x}_{block.y}", block.x * TILE, base)

    def drawn(self, tones: Ramp) -> Canvas:
        """Also notes windows and chimneys, the same each time."""
        self.roof.windows.clear()
        self.roof.chimneys.clear()
        canvas = Canvas(self.width, self.height)
        if self.front:
            self._wall(canvas)
        roof = covering(self.width, self.slope, self.style, tones, self.block.sector)
        if self.style.shape == "front gable" and self.front:
            self._gable(canvas, roof)
        else:
            canvas.blit(roof, 0, 0)
            self._edges(canvas, tones)
        if self.style.shape == "flat":
            self._skylights(canvas)
        else:
            self._dormers(canvas, tones)
        if self.style.chimney:
            self._chimney(canvas, tones is SNOW)
        return canvas

    def _wall(self, canvas: Canvas) -> None:
        """The house's front: its own face, with a door and windows where the map has them."""
        high = self.front
        if self.style.shape == "front gable":
            high += int(self.width / 2 * PEAK) + 2
        face = style_of(self.block.kind, self.block.sector).face(self.width - 10, high)
        y = self.height - high
        canvas.blit(face, 5, y)
        for edge in (4, self.width - 5):
            canvas.rect(edge, y, 1, high, DARKWOOD[0])
        canvas.rect(5, self.height - 1, self.width - 10, 1, DARKWOOD[0])
        row = self.block.bottom - 1
        for tx in range(self.block.x, self.block.right):
            x, kind = (tx - self.block.x) * TILE, self.terrain.wall(tx, row)
            if kind == "window":
                canvas.blit(window(), x, self.height - 20)
                self._lit(x + 8, self.height - 14, "low")
            elif kind == "door":
                canvas.blit(door(self.block.sector), x, self.height - 22)

    def _gable(self, canvas: Canvas, roof: Canvas) -> None:
        """The roof's lower edge rises to a peak in the middle."""
        half = self.width / 2
        for x in range(self.width):
            lift = int((half - abs(x + 0.5 - half)) * PEAK)
            end = self.slope - lift
            canvas.pixels[:end, x] = roof.pixels[:end, x]
            canvas.pixels[end - 3 : end, x] = (*WOOD[4 if x < half else 3], 255)
            canvas.pixels[end, x] = (*DARKWOOD[0], 255)
            if 5 <= x < self.width - 5:
                wall = canvas.pixels[end + 1 : end + 4, x, :3]
                wall[:] = (wall * 0.72).astype(wall.dtype)
        peak = self.slope - int(half * PEAK)
        canvas.rect(int(half) - 1, 0, 2, peak, DARKWOOD[2]).rect(int(half) - 1, 0, 1, peak, WOOD[4])
        canvas.rect(0, 0, self.width, 1, DARKWOOD[0])
        for edge in (0, self.width - 1):
            canvas.rect(edge, 0, 1, self.slope, DARKWOOD[0])
        if self.width >= 5 * TILE:
            x, y = int(half) - 8, self.slope - int(half * PEAK) + 9
            canvas.blit(window(), x, y)
            self._lit(x + 8, y + 6, "low")

    def _edges(self, canvas: Canvas, tones: Ramp) -> None:
        width, eaves = self.width, self.slope
        if self.style.shape == "flat":
            for inset, colour in (
                (0, DARKWOOD[0]),
                (1, BRICK[3]),
                (2, BRICK[4]),
                (3, BRICK[3]),
                (4, BRICK[1]),
            ):
                canvas.frame(inset, inset, width - 2 * inset, eaves - 2 * inset, colour)
            canvas.darken(_band(canvas, 5, 5, width - 10, 4), 0.28)
            canvas.darken(_band(canvas, 5, 9, 4, eaves - 14), 0.20)
        else:
            from_ridge = int(eaves * 0.30)
            inset = int(min(width * 0.28, eaves * 0.42)) if self.style.shape == "hip" else 0
            canvas.rect(inset, from_ridge - 1, width - 2 * inset, 3, tones[1])
            canvas.rect(inset, from_ridge - 1, width - 2 * inset, 1, tones[5])
            canvas.frame(0, 0, width, eaves, DARKWOOD[0])
            canvas.rect(1, 1, 1, eaves - 2, tones[5]).rect(width - 2, 1, 1, eaves - 2, tones[0])
        if self.front:
            canvas.rect(0, eaves - 3, width, 2, WOOD[3]).rect(0, eaves - 3, width, 1, WOOD[5])
            canvas.rect(0, eaves - 1, width, 1, DARKWOOD[0])
            canvas.darken(_band(canvas, 5, eaves, width - 10, 4), 0.34)

    def _dormers(self, canvas: Canvas, tones: Ramp) -> None:
        if self.style.shape == "front gable" or self.slope < 96 or not self.front:
            return
        # On a hip roof they stay on the side that faces the street.
        inset = int(min(self.width * 0.28, self.slope * 0.42) * 0.7) if self.style.shape == "hip" else 0
        across = self.width - 2 * inset
        count = max(1, across // (6 * TILE))
        for i in range(count):
            x = inset + round(across * (i + 0.5) / count) - 11
            y = int(self.slope * 0.60)
            canvas.blit(dormer(tones), x, y)
            self._lit(x + 11, y + 14, "dormer")

    def _skylights(self, canvas: Canvas) -> None:
        count = max(1, self.block.width // 5)
        for i in range(count):
            x = round(self.width * (i + 0.5) / count) - 13
            canvas.blit(skylight(), x, int(self.slope * (0.42 if i % 2 else 0.52)))

    def _chimney(self, canvas: Canvas, snowy: bool) -> None:
        west = key_number("chimney", self.block.sector) % 2
        x = int(self.width * (0.22 if west else 0.74))
        y = int(self.slope * 0.16)
        canvas.blit(chimney(STONE if self.style.shape == "hip" else BRICK[:5] + BRICK[4:], snowy), x, y)
        self.roof.chimneys.append((self.roof.x + x + 7, self.roof.y - self.height + y + 2))

    def _lit(self, x: int, y: int, name: str) -> None:
        self.roof.windows.append((self.roof.x + x, self.roof.y - self.height + y, f"pane_{name}"))


def _band(canvas: Canvas, x: int, y: int, width: int, height: int) -> Mask:
    mask: Mask = canvas.pixels[..., 3] > 255
    mask[max(0, y) : max(0, y + height), max(0, x) : max(0, x + width)] = True
    return mask
