"""What a thing shows while it is in use or in some state: small drawings laid over it, in a few frames."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas
from frontend.art.colour import Rgb
from frontend.art.furniture.registry import Stand, drawer_of, known_kind

SIDE, RISE = 8, 26
"""Pixels beside and above a thing that a layer may reach to."""


class Layer:
    """Drawn on in the coordinates of the thing's own drawing, before its outline; chains as a canvas does."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        """Of the thing."""
        self.canvas = Canvas(width + 2 * SIDE, height + RISE + 2)

    def px(self, x: int, y: int, colour: Rgb, alpha: int = 255) -> Layer:
        self.canvas.px(x + SIDE, y + RISE, colour, alpha)
        return self

    def rect(self, x: int, y: int, width: int, height: int, colour: Rgb, alpha: int = 255) -> Layer:
        self.canvas.rect(x + SIDE, y + RISE, width, height, colour, alpha)
        return self

    def frame(self, x: int, y: int, width: int, height: int, colour: Rgb) -> Layer:
        self.canvas.frame(x + SIDE, y + RISE, width, height, colour)
        return self

    def rounded(self, x: int, y: int, width: int, height: int, colour: Rgb) -> Layer:
        self.canvas.rounded(x + SIDE, y + RISE, width, height, colour)
        return self

    def oval(self, cx: float, cy: float, rx: float, ry: float, colour: Rgb, alpha: int = 255) -> Layer:
        self.canvas.oval(cx + SIDE, cy + RISE, rx, ry, colour, alpha)
        return self

    def art(self, x: int, y: int, rows: Sequence[str], palette: Mapping[str, Rgb]) -> Layer:
        self.canvas.art(x + SIDE, y + RISE, rows, palette)
        return self

    def outlined(self) -> Layer:
        """Outlines what has been drawn so far."""
        self.canvas = self.canvas.outlined().cropped(1, 1, self.canvas.width, self.canvas.height)
        return self

    def drawing(self) -> Drawing | None:
        """Cut to what was drawn, standing on the thing's own foot; None if that is nothing."""
        solid = self.canvas.pixels[..., 3] > 0
        if not solid.any():
            return None
        rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
        left, top = int(columns[0]), int(rows[0])
        width, height = int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top
        foot_x, foot_y = SIDE + self.width / 2, RISE + self.height + 1
        cut = self.canvas.cropped(left, top, width, height)
        return Drawing(cut, (foot_x - left) / width, (foot_y - top) / height)


ShowDrawer = Callable[[Layer, Stand, int], object]
"""Draws frame `i` of a show on a layer."""


@dataclass(frozen=True)
class Show:
    draw: ShowDrawer
    frames: int = 1
    """How many it runs through, over and over."""
    instead: bool = False
    """Whether the thing itself is not seen meanwhile, since somebody has it in hand."""


SHOWS: dict[str, dict[str, Show]] = {}
"""By kind as in `DRAWERS`, then by the name of the show."""
OF_ANYTHING: dict[str, Show] = {}
"""What every thing that stands may show, by name."""


def shows(
    name: str, *kinds: str, frames: int = 1, instead: bool = False
) -> Callable[[ShowDrawer], ShowDrawer]:
    """Registers what things of these kinds show; of no kinds: what anything may."""

    def register(drawer: ShowDrawer) -> ShowDrawer:
        show = Show(drawer, frames, instead)
        for kind in kinds:
            known = SHOWS.setdefault(kind, {})
            assert name not in known, f"two drawings of {kind!r} that shows {name!r}"
            known[name] = show
        if not kinds:
            OF_ANYTHING[name] = show
        return drawer

    return register


def shows_of(kind: str) -> dict[str, Show]:
    """All that a thing of that kind may show."""
    known = known_kind(kind)
    return OF_ANYTHING | SHOWS.get(known, {}) if known else dict(OF_ANYTHING)


def layers(kind: str, show: Show, stand: Stand) -> list[Drawing]:
    """The frames of one show, laid over a thing of that kind and stand; empty if there is nothing to see."""
    drawer = drawer_of(kind)
    if drawer is None:
        return []
    thing = drawer(stand)
    drawn = []
    for i in range(show.frames):
        layer = Layer(thing.width, thing.height)
        show.draw(layer, stand, i)
        drawing = layer.drawing()
        if drawing is None:
            return []
        drawn.append(drawing)
    return drawn
