"""Door sills and mats, baked into the ground."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import CREAM, DARKWOOD, SHADE, WOOD
from frontend.art.ground.floors import RUGS, boards, rug
from frontend.art.terrain import TILE, Terrain


def bake_thresholds(canvas: Canvas, terrain: Terrain, doors: list[tuple[int, int, bool]]) -> None:
    for tx, ty, upright in doors:
        x, y = tx * TILE, ty * TILE
        if upright:
            canvas.blit(boards(TILE, 14, ("sill", tx, ty), WOOD), x, y + 1)
            canvas.rect(x, y, TILE, 1, DARKWOOD[2]).rect(x, y + 15, TILE, 1, DARKWOOD[1])
        else:
            canvas.blit(boards(8, TILE, ("sill", tx, ty), WOOD), x + 4, y)
            canvas.rect(x + 4, y, 1, TILE, DARKWOOD[2]).rect(x + 11, y, 1, TILE, DARKWOOD[1])
            canvas.blit(Canvas(8, 6).rect(0, 0, 8, 6, SHADE, 60), x + 4, y)
        leads_out = not terrain.inside(tx, ty + 1) and not terrain.house(tx, ty + 1)
        beside = terrain.wall(tx - 1, ty) == "door"
        if upright and leads_out and not beside:
            wide = TILE * (2 if terrain.wall(tx + 1, ty) == "door" else 1)
            canvas.blit(rug(wide - 2, 8, pick(RUGS, "mat", tx, ty)[0], CREAM), x + 1, y + TILE + 1)
