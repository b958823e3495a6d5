"""Packs drawings into one picture and describes it as a Pixi spritesheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from frontend.art.canvas import Canvas


@dataclass(frozen=True)
class Drawing:
    """A frame: its picture and where its foot is, as a part of its width and height."""

    canvas: Canvas
    anchor_x: float = 0.5
    anchor_y: float = 1.0


PixelKey = tuple[int, int, bytes]


def _pixels_of(drawing: Drawing) -> PixelKey:
    """Frames that look the same share their place in the picture."""
    return drawing.canvas.width, drawing.canvas.height, drawing.canvas.pixels.tobytes()


def pack(drawings: dict[str, Drawing], image: str, least: int = 512) -> tuple[Canvas, dict[str, Any]]:
    """Shelf packing, highest first. Returns the picture and the sheet's JSON."""
    unique = {_pixels_of(drawing): drawing for _, drawing in sorted(drawings.items())}
    order = sorted(unique.items(), key=lambda item: (-item[1].canvas.height, item[0]))
    area = sum((d.canvas.width + 1) * (d.canvas.height + 1) for _, d in order)
    width = max([least, *(d.canvas.width + 2 for _, d in order)])
    while width * width < area and width < 4096:
        width *= 2
    places: dict[PixelKey, tuple[int, int]] = {}
    x = y = 1
    row = 0
    for key, drawing in order:
        if x + drawing.canvas.width + 1 > width:
            x, y, row = 1, y + row + 1, 0
        places[key] = (x, y)
        x, row = x + drawing.canvas.width + 1, max(row, drawing.canvas.height)
    sheet = Canvas(width, y + row + 1)
    frames: dict[str, Any] = {}
    for name, drawing in sorted(drawings.items()):
        canvas = drawing.canvas
        x, y = places[_pixels_of(drawing)]
        sheet.pixels[y : y + canvas.height, x : x + canvas.width] = canvas.pixels
        size = {"w": canvas.width, "h": canvas.height}
        frames[name] = {
            "frame": {"x": x, "y": y, **size},
            "sourceSize": size,
            "spriteSourceSize": {"x": 0, "y": 0, **size},
            "anchor": {"x": round(drawing.anchor_x, 4), "y": round(drawing.anchor_y, 4)},
        }
    meta = {"image": image, "format": "RGBA8888", "size": {"w": sheet.width, "h": sheet.height}, "scale": "1"}
    return sheet, {"frames": frames, "meta": meta}
