"""What the terrain itself puts into the town: trees, borders, lamps, loose chairs and benches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frontend.art.atlas import Drawing
from frontend.art.chance import pick
from frontend.art.furniture.placing import People, seat_face, seat_place
from frontend.art.furniture.registry import Stand, draw, drawer_of
from frontend.art.nature import borders, small, trees
from frontend.art.terrain import TILE, Terrain
from frontend.art.townmap import TownMap

BAKED = frozenset({"", "flowers", "rug", "mat"})
"""Furniture terrains that belong to the ground."""


@dataclass(frozen=True)
class Plant:
    frame: str
    drawing: Drawing
    x: int
    y: int
    z: int = 0
    shadow: int = 0
    """Width of its contact shadow in pixels; 0 is none."""
    people: People = ()


def planted(town: TownMap, terrain: Terrain, covered: set[tuple[int, int]]) -> Iterator[Plant]:
    """`covered` tiles are left to the objects that stand on them."""
    for y in range(terrain.height):
        for x in range(terrain.width):
            border = terrain.wall(x, y)
            if border in ("fence", "hedge", "gate"):
                yield _border(terrain, border, x, y)
            name = town.furniture[y][x]
            if name not in BAKED and (x, y) not in covered:
                yield _standing(town, name, x, y)


def _border(terrain: Terrain, border: str, x: int, y: int) -> Plant:
    steps = ((0, -1), (1, 0), (0, 1), (-1, 0))
    bounds = ("fence", "hedge", "wall", "window")
    alike = ("hedge", "gate") if border == "hedge" else ("gate", *bounds)
    north, east, south, west = (terrain.wall(x + dx, y + dy) in alike for dx, dy in steps)
    joins = (north, east, south, west)
    code = "".join(letter for letter, joined in zip("nesw", joins, strict=True) if joined) or "alone"
    foot_x, foot_y = x * TILE + TILE // 2, y * TILE + TILE - 1
    if border == "fence":
        return Plant(f"fence_{code}", Drawing(borders.fence(joins), 0.5, 24 / 26), foot_x, foot_y - 2)
    if border == "gate":
        posts = (False, terrain.wall(x + 1, y) in bounds, False, terrain.wall(x - 1, y) in bounds)
        sides = f"{'w' * posts[3]}{'e' * posts[1]}" or "alone"
        return Plant(f"gate_{sides}", Drawing(borders.gate(posts), 0.5, 24 / 26), foot_x, foot_y - 2)
    seed = (x * 7 + y * 3) % 4
    picture = borders.hedge(joins, seed)
    return Plant(
        f"hedge_{code}_{seed}", Drawing(picture, 0.5, 1.0), foot_x, foot_y + 1, shadow=0 if south else 18
    )


def _standing(town: TownMap, name: str, x: int, y: int) -> Plant:
    foot_x, foot_y = x * TILE + TILE // 2, y * TILE + TILE - 2
    words = name.replace("_", " ")
    seed = (x * 5 + y * 11) % 4
    if words in ("chair", "stool", "bench") and drawer_of(words):
        return _seat(town, words, x, y, foot_x)
    if "pine" in words or "fir" in words.split():
        return Plant(
            f"pine_{seed % 2}", Drawing(trees.pine(seed % 2), 0.5, 0.97), foot_x, foot_y, 6, shadow=24
        )
    if "tree" in words:
        crown = _crown(words, x, y)
        picture = Drawing(trees.tree(crown, seed), 0.5, 0.965)
        return Plant(f"tree_{crown}_{seed}", picture, foot_x, foot_y, 6, shadow=26)
    if "bush" in words or "shrub" in words:
        return Plant(f"bush_{seed}", Drawing(trees.bush(seed), 0.5, 0.93), foot_x, foot_y, shadow=16)
    if "reed" in words:
        return Plant(f"reeds_{seed}", Drawing(small.reeds(seed), 0.5, 0.95), foot_x, foot_y)
    if "rock" in words or "stone" in words:
        return Plant(f"rock_{seed}", Drawing(small.rock(seed), 0.5, 0.93), foot_x, foot_y, shadow=16)
    if "lamp" in words:
        return Plant("lamp", Drawing(small.lamp(), 0.5, 0.97), foot_x, foot_y, shadow=10)
    if words == "sign":
        return Plant("sign", Drawing(small.sign(), 0.5, 0.96), foot_x, foot_y, shadow=12)
    return Plant(
        f"{name}_{seed}", Drawing(draw(words, Stand(seed=seed)), 0.5, 0.97), foot_x, foot_y, shadow=14
    )


def _crown(words: str, x: int, y: int) -> str:
    """By its name where that tells, else green, with an autumnal one here and there."""
    named = next((crown for crown in trees.CROWNS if crown in words), None)
    return named or pick(("leaf", "leaf", "leaf", "autumn"), x, y)


def _seat(town: TownMap, kind: str, x: int, y: int, foot_x: int) -> Plant:
    facing = seat_face(town, x, y)
    picture = draw(kind, Stand(1, 1, facing))
    behind = facing == "up"
    return Plant(
        f"{kind}_{facing}", Drawing(picture, 0.5, 0.95), foot_x, y * TILE + TILE - 2, 0 if behind else -8, 12,
        seat_place(x, y, facing),
    )  # fmt: skip
