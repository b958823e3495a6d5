"""What is switched on: screens and lamps."""

from __future__ import annotations

from frontend.art.colour import GREEN, RED, WHITE, YELLOW, Rgb
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows

SCREEN: Rgb = (90, 170, 180)
BRIGHT: Rgb = (190, 240, 240)
DEEP: Rgb = (56, 70, 130)
WARM: Rgb = (255, 240, 190)


@shows("on", "computer", "computer desk", "pc", "laptop", frames=2)
def computing(layer: Layer, stand: Stand, i: int) -> object:
    middle = stand.wide // 2
    layer.rect(middle - 5, 1, 10, 7, SCREEN).rect(middle - 4, 2, 5, 1, WHITE)
    layer.rect(middle - 4, 4, 7 - i * 2, 1, BRIGHT).rect(middle - 4, 6, 3 + i * 3, 1, BRIGHT)
    return layer.rect(middle - 5, 10, 10, 1, BRIGHT, 90)


@shows("game", "computer", "computer desk", "pc", "laptop", frames=3)
def gaming(layer: Layer, stand: Stand, i: int) -> object:
    middle = stand.wide // 2
    return _game(layer, middle - 5, 1, 10, 7, i)


@shows("on", "television", "tv", frames=2)
def watching(layer: Layer, _: Stand, i: int) -> object:
    layer.rect(1, 1, 12, 8, (90, 130, 190)).oval(5 + i * 3, 5, 2, 2.4, (236, 190, 150))
    return layer.rect(4 + i * 3, 7, 4, 2, RED[2]).rect(2, 2, 3, 1, WHITE).px(12, 9, GREEN[3])


@shows("game", "game console", frames=3)
def console(layer: Layer, _: Stand, i: int) -> object:
    return _game(layer, 1, 1, 12, 8, i).px(12, 9, GREEN[3])


def _game(layer: Layer, x: int, y: int, width: int, height: int, i: int) -> Layer:
    """Somebody hops over a green land at night."""
    layer.rect(x, y, width, height, DEEP).rect(x, y + height - 2, width, 2, GREEN[3])
    layer.rect(x + 2 + i * 2, y + height - 4 - (i == 1), 2, 2, RED[3]).px(x + width - 3 - i, y + 1, YELLOW[3])
    return layer.rect(x + width - 4, y + height - 4, 2, 2, YELLOW[2])


@shows(
    "on",
    "lamp",
    "lamp post",
    "street lamp",
    "lantern",
    "standing lamp",
    "floor lamp",
    "reading lamp",
    "table lamp",
)
def lantern(layer: Layer, _: Stand, __: int) -> object:
    return layer.oval(layer.width / 2, 4, 6, 6, WARM, 90).rect(layer.width // 2 - 3, 2, 6, 5, WARM)


@shows("lamp", "desk", "writing desk", "bureau")
def desk_lamp(layer: Layer, stand: Stand, _: int) -> object:
    """Its bulb, and the light it throws on the desk."""
    x = stand.wide - 5
    layer.oval(x - 1, 7, 6, 3.6, WARM, 110).rect(x - 1, 1, 4, 1, GREEN[3]).rect(x - 1, 2, 4, 1, WARM)
    return layer.rect(x - 2, 4, 6, 1, WARM)
