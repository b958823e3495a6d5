"""Every sort of object that the paper's town has, with the kind that ours has for it, is drawn as itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frontend.art.furniture import Stand, draw, drawer_of, is_unseen
from frontend.art.townmap import read_map

VILLE = Path(__file__).parents[2] / "scenarios" / "the_ville"
KINDS = {
    "bathroom sink": "washbasin", "shower": "shower", "toilet": "toilet", "kitchen sink": "kitchen sink",
    "refrigerator": "fridge", "cooking area": "stove", "cafe customer seating": "cafe table",
    "piano": "upright piano", "bar customer seating": "pub table", "shelf": "bottle shelf",
    "microphone": "microphone", "supply store counter": "shop counter",
    "supply store product shelf": "shop shelf", "grocery store counter": "grocery counter",
    "grocery store shelf": "grocery shelf", "pharmacy store counter": "pharmacy counter",
    "pharmacy store shelf": "pharmacy shelf", "blackboard": "blackboard", "classroom podium": "podium",
    "classroom student seating": "student desk", "library sofa": "sofa", "library table": "library table",
    "bookshelf": "bookshelf", "bed": "bed", "closet": "wardrobe", "desk": "desk",
    "game console": "game console", "computer": "computer", "computer desk": "computer desk",
    "lifting weight": "lifting weight", "common room table": "common room table", "common room sofa": "sofa",
    "pool table": "pool table", "toaster": "toaster", "guitar": "guitar", "easel": "easel",
    "house garden": "house garden", "harp": "harp", "garden chair": "garden chair",
    "behind the cafe counter": "cafe serving place", "behind the bar counter": "pub serving place",
    "behind the supply store counter": "shop serving place",
    "behind the grocery counter": "shop serving place",
    "behind the pharmacy counter": "pharmacy serving place", "park garden": "lawn", "dorm garden": "lawn",
}  # fmt: skip
PLACES = {kind for kind in KINDS.values() if kind.endswith("serving place") or kind == "lawn"}
"""Where one stands: the floor or the grass itself is seen there."""


def test_the_papers_town_has_forty_six_sorts_of_objects_and_ours_has_a_kind_for_each() -> None:
    assert len(KINDS) == 46
    kinds = {thing.kind for thing in read_map(VILLE / "map.tmj", "the Ville").things}
    assert set(KINDS.values()) <= kinds, json.dumps(sorted(kinds))


@pytest.mark.parametrize("kind", sorted(set(KINDS.values()) - PLACES))
def test_it_is_drawn_by_a_drawing_of_its_own(kind: str) -> None:
    assert drawer_of(kind) is not None
    stand = Stand(2, 2, "down", 3)
    others = sorted(set(KINDS.values()) - PLACES - {kind})
    assert all(draw(kind, stand).pixels.tobytes() != draw(other, stand).pixels.tobytes() for other in others)


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_places_to_stand_at_are_not_built_over(kind: str) -> None:
    assert is_unseen(kind)
