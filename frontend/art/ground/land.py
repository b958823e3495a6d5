"""Grass, meadow, paths, sand, soil and paving."""

from __future__ import annotations

import numpy as np

from frontend.art.chance import Field, Mask, draws
from frontend.art.colour import DIRT, GRASS, SOIL, STONE
from frontend.art.ground.field import Colours, GroundField, lip, moved, rim, stretched

BLADES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0), (0, -1)),
    ((0, 0), (1, -1), (-1, -1)),
    ((0, 0), (0, -1), (2, 0), (2, -1), (1, 1)),
    ((-1, 0), (0, 1), (1, 0)),
)
TALL_BLADES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0), (0, -1), (0, -2), (1, -3)),
    ((0, 0), (-1, -1), (-1, -2), (1, -1), (2, -2)),
    ((0, 0), (0, -1), (-1, -2), (2, 0), (2, -1), (3, -2)),
)


def paint_grass(ground: GroundField) -> None:
    ground.fill(np.ones_like(ground.taken), ground.tones(stretched(ground.wide), GRASS, 3.25, 4.35, 0.35))
    _blades(ground, "blades", 34, BLADES, ground.cloud(30, "density"))


def paint_meadow(ground: GroundField) -> None:
    field = ground.member("meadow")
    if not field.any():
        return
    mask = field + (ground.fray - 0.5) * 0.7 > 0.5
    ground.fill(mask, ground.tones(stretched(ground.cloud(18, "meadow")), GRASS, 2.7, 4.2, 0.5))
    _blades(ground, "tall", 18, TALL_BLADES, np.where(mask, ground.cloud(12, "tall") + 0.2, 0.0))


def _blades(
    ground: GroundField,
    name: str,
    sparse: int,
    shapes: tuple[tuple[tuple[int, int], ...], ...],
    density: Field,
) -> None:
    source = draws(ground.seed, name)
    count = ground.width * ground.height // sparse
    x, y = source.integers(3, ground.width - 4, count), source.integers(4, ground.height - 3, count)
    chance = np.clip((density[y, x] - 0.32) * 2.6, 0.05, 1) * (density[y, x] > 0)
    kept = source.random(count) < chance
    dark, shape = source.random(count) < 0.62, source.integers(0, len(shapes), count)
    for k, points in enumerate(shapes):
        for tone, lit in ((2, True), (5, False)):
            at = kept & (shape == k) & (dark == lit)
            for dx, dy in points:
                ground.canvas.pixels[y[at] + dy, x[at] + dx, :3] = GRASS[tone]


def paint_paths(ground: GroundField) -> None:
    """Trodden earth with a dark rim of grass and a lit lower lip; it also runs under paving and bridges."""
    mask = ground.member("path", "plaza", "bridge") + (ground.fray - 0.5) * 0.46 > 0.5
    if not mask.any():
        return
    ground.fill(mask, ground.tones(stretched(ground.cloud(22, "path")), DIRT, 2.9, 4.2, 0.5))
    _edge(ground, mask)
    source = draws(ground.seed, "pebbles")
    count = ground.width * ground.height // 680
    whole = mask & moved(mask, 2, 0) & moved(mask, -2, 0) & moved(mask, 0, 2) & moved(mask, 0, -2)
    xs, ys = source.integers(2, ground.width - 4, count), source.integers(2, ground.height - 3, count)
    for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
        if whole[y, x]:
            ground.canvas.px(x, y, DIRT[4]).px(x + 1, y, DIRT[5]).px(x, y + 1, DIRT[1]).px(
                x + 1, y + 1, DIRT[2]
            )
    ground.taken |= mask


def _edge(ground: GroundField, mask: Mask) -> None:
    ground.paint(rim(mask), GRASS[2])
    ground.paint(lip(mask, 1, 0), DIRT[2])
    ground.paint(lip(mask, -1, 0), DIRT[4])


def paint_sand(ground: GroundField) -> None:
    mask = ground.member("sand") + (ground.fray - 0.5) * 0.4 > 0.5
    if not mask.any():
        return
    ground.fill(mask, ground.tones(stretched(ground.cloud(14, "sand")), DIRT, 3.7, 5.0, 0.4))
    ground.paint(rim(mask) & ~ground.taken, GRASS[2])
    ground.paint(lip(mask, -1, 0), DIRT[3])
    ground.taken |= mask


def paint_soil(ground: GroundField) -> None:
    """Tilled beds in furrows."""
    mask = ground.member("soil") + (ground.fray - 0.5) * 0.15 > 0.5
    if not mask.any():
        return
    ground.fill(mask, ground.tones(stretched(ground.cloud(10, "soil")), SOIL, 1.6, 2.8, 0.5))
    rows = np.arange(ground.height)[:, None] % 8 * np.ones((1, ground.width), int)
    ground.paint(mask & (rows == 6), SOIL[0])
    ground.paint(mask & (rows == 1) & (ground.grain > 0.25), SOIL[3])
    ground.paint(mask & (rows == 2) & (ground.grain > 0.8), SOIL[4])
    ground.paint(rim(mask) & ~ground.taken, GRASS[2])
    ground.paint(lip(mask, 1, 0), SOIL[0])
    ground.taken |= mask


def paint_plaza(ground: GroundField) -> None:
    """Cobbles: cells around jittered points, each lit above and dark below."""
    mask = ground.member("plaza") + (ground.fray - 0.5) * 0.22 > 0.5
    if not mask.any():
        return
    ground.fill(mask, _cobbles(ground))
    edge = lip(mask, 1, 0) | lip(mask, -1, 0) | lip(mask, 0, 1) | lip(mask, 0, -1)
    ground.paint(edge, STONE[1])
    ground.paint(rim(mask) & ~ground.taken, GRASS[2])
    ground.taken |= mask


def _cobbles(ground: GroundField) -> Colours:
    rows, columns = ground.height // 7 + 2, ground.width // 9 + 2
    source = draws(ground.seed, "cobbles")
    offset = (np.arange(rows) % 2 * 4.5)[:, None]
    px = np.arange(columns)[None, :] * 9 + offset + source.uniform(-1.6, 1.6, (rows, columns))
    py = np.arange(rows)[:, None] * 7 + source.uniform(-1.2, 1.2, (rows, columns))
    tone = source.random((rows, columns))
    y, x = np.mgrid[0 : ground.height, 0 : ground.width]
    best = np.full((ground.height, ground.width), 1e9)
    second, shade, below = best.copy(), np.zeros_like(best), np.zeros_like(best)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            iy, ix = np.clip(y // 7 + dy, 0, rows - 1), np.clip(x // 9 + dx, 0, columns - 1)
            distance = np.hypot((x - px[iy, ix]) * 0.82, y - py[iy, ix])
            nearer = distance < best
            second = np.where(nearer, best, np.minimum(second, distance))
            shade = np.where(nearer, tone[iy, ix], shade)
            below = np.where(nearer, y - py[iy, ix], below)
            best = np.minimum(best, distance)
    joint = second - best < 0.95
    index = np.where(joint, 1.6, np.where(shade < 0.25, 2.9, np.where(shade < 0.8, 3.4, 4.0)))
    index += np.where(~joint & (below < -1.6), 0.8, 0) - np.where(~joint & (below > 1.9), 0.7, 0)
    colours: Colours = np.array(STONE, np.uint8)[np.clip(np.round(index), 0, 5).astype(int)]
    return colours
