"""Shows of things: one module for each sort, registered by importing it."""

from __future__ import annotations

from frontend.art.furniture.shows import anything, music, opened, screens, sleep, tabletop, warm, wet
from frontend.art.furniture.shows.layer import OF_ANYTHING, SHOWS, Layer, Show, layers, shows_of

__all__ = ["OF_ANYTHING", "SHOWS", "Layer", "Show", "layers", "shows_of"]

_REGISTERED = (anything, music, opened, screens, sleep, tabletop, warm, wet)
