"""A small picture that can be drawn on pixel by pixel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from frontend.art.chance import Mask
from frontend.art.colour import SHADE, Rgb

Pixels = npt.NDArray[np.uint8]
"""[y, x, rgba]."""


class Canvas:
    """Drawing methods return the canvas, so that they chain; what falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.pixels: Pixels = np.zeros((height, width, 4), np.uint8)

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    def px(self, x: int, y: int, colour: Rgb, alpha: int = 255) -> Canvas:
        if 0 <= x < self.width and 0 <= y < self.height:
            self.pixels[y, x] = (*colour, alpha)
        return self

    def rect(self, x: int, y: int, width: int, height: int, colour: Rgb, alpha: int = 255) -> Canvas:
        x0, y0, x1, y1 = max(0, x), max(0, y), min(self.width, x + width), min(self.height, y + height)
        if x1 > x0 and y1 > y0:
            self.pixels[y0:y1, x0:x1] = (*colour, alpha)
        return self

    def clear(self, x: int, y: int, width: int, height: int) -> Canvas:
        return self.rect(x, y, width, height, (0, 0, 0), 0)

    def frame(self, x: int, y: int, width: int, height: int, colour: Rgb) -> Canvas:
        self.rect(x, y, width, 1, colour).rect(x, y + height - 1, width, 1, colour)
        return self.rect(x, y, 1, height, colour).rect(x + width - 1, y, 1, height, colour)

    def rounded(self, x: int, y: int, width: int, height: int, colour: Rgb) -> Canvas:
        """A rectangle without its corner pixels."""
        return self.rect(x + 1, y, width - 2, height, colour).rect(x, y + 1, width, height - 2, colour)

    def oval(self, cx: float, cy: float, rx: float, ry: float, colour: Rgb, alpha: int = 255) -> Canvas:
        y, x = np.mgrid[0 : self.height, 0 : self.width]
        self.pixels[((x + 0.5 - cx) / rx) ** 2 + ((y + 0.5 - cy) / ry) ** 2 <= 1] = (*colour, alpha)
        return self

    def art(self, x: int, y: int, rows: Sequence[str], palette: Mapping[str, Rgb]) -> Canvas:
        """Draws a picture written as text, one letter a pixel; letters without a colour stay clear."""
        for j, row in enumerate(rows):
            for i, letter in enumerate(row):
                if letter in palette:
                    self.px(x + i, y + j, palette[letter])
        return self

    def blit(self, other: Canvas, x: int, y: int) -> Canvas:
        """Lays `other` over this one with its top left corner at (x, y)."""
        x0, y0 = max(0, x), max(0, y)
        x1, y1 = min(self.width, x + other.width), min(self.height, y + other.height)
        if x1 <= x0 or y1 <= y0:
            return self
        above = other.pixels[y0 - y : y1 - y, x0 - x : x1 - x].astype(float)
        below = self.pixels[y0:y1, x0:x1].astype(float)
        cover, kept = above[..., 3:] / 255, below[..., 3:] / 255
        alpha = cover + kept * (1 - cover)
        mixed = (above[..., :3] * cover + below[..., :3] * kept * (1 - cover)) / np.maximum(alpha, 1e-6)
        both = np.concatenate([np.where(alpha > 0, mixed, 0), alpha * 255], -1)
        self.pixels[y0:y1, x0:x1] = both.round().astype(np.uint8)
        return self

    def darken(self, mask: Mask, strength: float, tint: Rgb = SHADE) -> Canvas:
        """Mixes `tint` into the masked pixels; `strength` 0 to 1."""
        mixed = self.pixels[mask, :3] * (1 - strength) + np.array(tint) * strength
        self.pixels[mask, :3] = mixed.round().astype(np.uint8)
        return self

    def outlined(self, kept: float = 0.42, tint: Rgb = (40, 26, 58)) -> Canvas:
        """A copy, 2 px wider and higher, outlined in its neighbours' colour darkened, never in black."""
        padded = np.pad(self.pixels, ((1, 1), (1, 1), (0, 0)))
        solid = padded[..., 3] > 200
        out = padded.copy()
        for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near = np.roll(padded, (dy, dx), (0, 1))
            edge = ~solid & np.roll(solid, (dy, dx), (0, 1)) & (out[..., 3] <= 200)
            out[edge, :3] = ((near[edge, :3] * kept + np.array(tint) * (1 - kept)) * 0.75).astype(np.uint8)
            out[edge, 3] = 255
        result = Canvas(0, 0)
        result.pixels = out
        return result

    def cropped(self, x: int, y: int, width: int, height: int) -> Canvas:
        result = Canvas(width, height)
        return result.blit(self, -x, -y)

    def flipped(self) -> Canvas:
        result = Canvas(0, 0)
        result.pixels = self.pixels[:, ::-1].copy()
        return result

    def turned(self) -> Canvas:
        """Turned by a quarter, what was at the top is at the left."""
        result = Canvas(0, 0)
        result.pixels = np.rot90(self.pixels).copy()
        return result

    def scaled(self, times: int) -> Canvas:
        """Enlarged by whole steps, hard edges kept."""
        result = Canvas(0, 0)
        result.pixels = self.pixels.repeat(times, 0).repeat(times, 1)
        return result

    def image(self) -> Image.Image:
        return Image.fromarray(self.pixels)


def soft_shadow(width: int, height: int, alpha: int = 84) -> Canvas:
    """The contact shadow under a thing."""
    return Canvas(width, height).oval(width / 2, height / 2, width / 2, height / 2, SHADE, alpha)
