"""The town's objects: a drawing for each kind, found by its name, drawn to the size of its footprint."""

from __future__ import annotations

from frontend.art.furniture import (
    bath,
    beds,
    counters,
    desks,
    electric,
    kitchen,
    living,
    outside,
    seats,
    shelves,
    shop,
    tables,
    workshop,
)
from frontend.art.furniture.registry import DRAWERS, Stand, draw, drawer_of, is_unseen

__all__ = ["DRAWERS", "Stand", "draw", "drawer_of", "is_unseen"]

_REGISTERED = (
    bath,
    beds,
    counters,
    desks,
    electric,
    kitchen,
    living,
    outside,
    seats,
    shelves,
    shop,
    tables,
    workshop,
)
"""Importing a module registers its drawings."""
