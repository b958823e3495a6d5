"""The registry of drawings by kind. Adding a kind is adding one function with `@draws`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from frontend.art.canvas import Canvas
from frontend.art.colour import CREAM, Ramp
from frontend.art.nature.small import crate


@dataclass(frozen=True)
class Stand:
    """What a thing is drawn for: its footprint in tiles, where its front looks, and a number for variety."""

    width: int = 1
    height: int = 1
    facing: str = "down"
    """down, up, left or right."""
    seed: int = 0
    name: str = ""
    """What the map calls it, which may tell what it holds."""

    @property
    def wide(self) -> int:
        """Pixels that the drawing may be wide, without its outline."""
        return self.width * 16 - 2

    @property
    def deep(self) -> int:
        """Pixels of ground it covers from north to south, without its outline."""
        return self.height * 16 - 2

    @property
    def upright(self) -> bool:
        """Whether it is longer from north to south than across."""
        return self.height > self.width


Drawer = Callable[[Stand], Canvas]
DRAWERS: dict[str, Drawer] = {}
"""By kind, in lower case. A drawing's last row is the front edge of its footprint."""
OVERHEAD: dict[str, Drawer] = {}
"""Parts of a thing that stand over whoever is on it: the roof of a bandstand."""


def overhead(*kinds: str) -> Callable[[Drawer], Drawer]:
    def register(drawer: Drawer) -> Drawer:
        OVERHEAD.update(dict.fromkeys(kinds, drawer))
        return drawer

    return register


def draws(*kinds: str) -> Callable[[Drawer], Drawer]:
    def register(drawer: Drawer) -> Drawer:
        for kind in kinds:
            assert kind not in DRAWERS, f"two drawings for {kind!r}"
            DRAWERS[kind] = drawer
        return drawer

    return register


def known_kind(kind: str) -> str | None:
    """The kind among those drawn that `kind` is: by its whole name, else the longest within it, else None."""
    words = " ".join(kind.lower().replace("_", " ").replace("-", " ").split())
    if words in DRAWERS:
        return words
    padded = f" {words} "
    within = [k for k in DRAWERS if f" {k} " in padded or f" {k}s " in padded]
    return max(within, key=lambda k: (len(k), k)) if within else None


def drawer_of(kind: str) -> Drawer | None:
    """The drawing for a kind, as `known_kind` finds it."""
    known = known_kind(kind)
    return DRAWERS[known] if known else None


UNSEEN = (
    "serving place",
    "standing place",
    "behind the counter",
    "jetty",
    "pier",
    "pond",
    "stage",
    "spot",
    "lawn",
)
"""Kinds that are places on the floor, or that the ground itself shows."""


def is_unseen(kind: str) -> bool:
    """Whether there is nothing to draw for a kind."""
    words = f" {' '.join(kind.lower().replace('_', ' ').split())} "
    return drawer_of(kind) is None and any(f" {place} " in words for place in UNSEEN)


def draw(kind: str, stand: Stand) -> Canvas:
    """The outlined picture of a kind; an unknown one is a crate of its size with a label."""
    drawer = drawer_of(kind)
    return drawer(stand).outlined() if drawer else _unknown(stand)


def _unknown(stand: Stand) -> Canvas:
    canvas = crate(min(stand.wide, 30), 15 if stand.height == 1 else 22)
    middle = canvas.width // 2
    return canvas.rect(middle - 3, 5, 6, 5, CREAM[3]).rect(middle - 2, 7, 4, 1, CREAM[0])


def block(width: int, top: int, front: int, tones: Ramp, rise: int = 0) -> Canvas:
    """A box seen from the front and above; `rise` leaves clear rows over it for what stands on it."""
    canvas = Canvas(width, rise + top + front)
    canvas.rect(0, rise, width, top, tones[-2]).rect(0, rise, width, 1, tones[-1])
    canvas.rect(0, rise + top, width, front, tones[-4]).rect(0, rise + top, width, 1, tones[-3])
    return canvas.rect(0, rise + top + front - 1, width, 1, tones[0])
