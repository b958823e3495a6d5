"""Sound, and instruments that somebody has in hand."""

from __future__ import annotations

from frontend.art.colour import DARKWOOD, GREEN, GREY, WHITE, WOOD, YELLOW
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows
from frontend.art.furniture.tables import table

_NOTE = ("..XX", "..X.", "..X.", "XXX.", "XXX.")
_PAIR = ("XXXXX", "X...X", "X...X", "XX.XX", "XX.XX")


def notes(layer: Layer, x: int, foot: int, i: int) -> Layer:
    """Two notes that rise."""
    ink = {"X": (84, 60, 140)}
    layer.art(x - 5, foot - 4 - i * 2, _NOTE, ink).art(x + 1, foot - 9 - (i + 1) % 3 * 2, _PAIR, ink)
    return layer.outlined()


@shows("on", "radio", "record player", "gramophone", "jukebox", frames=3)
def playing(layer: Layer, _: Stand, i: int) -> object:
    return notes(layer, layer.width // 2 + 2, -1, i).rect(9, 3, 3, 2, WHITE).px(9, 7, GREEN[3])


@shows("played", "upright piano", "piano", "keyboard", "harpsichord", "organ", frames=3)
def piano(layer: Layer, _: Stand, i: int) -> object:
    notes(layer, layer.width // 2 - 4 + i * 3, -2, i)
    return layer.rect(5 + i * 4, 17, 2, 1, GREY[3]).rect(layer.width - 9 - i * 2, 17, 2, 1, GREY[3])


@shows("played", "harp", "lyre", frames=3)
def harp(layer: Layer, _: Stand, i: int) -> object:
    return notes(layer, 8, -1, i).rect(5 + i * 2, 8, 1, 10, WHITE)


@shows("played", "guitar", "violin", "cello", "lute", instead=True)
def bare_stand(layer: Layer, _: Stand, __: int) -> object:
    """What is left where it stood."""
    layer.rect(3, 22, 8, 2, DARKWOOD[1]).rect(2, 24, 2, 2, DARKWOOD[1]).rect(10, 24, 2, 2, DARKWOOD[1])
    return layer.rect(6, 12, 2, 10, DARKWOOD[2]).rect(4, 12, 6, 1, DARKWOOD[3]).outlined()


@shows("played", "accordion", "concertina", instead=True)
def bare_table(layer: Layer, _: Stand, __: int) -> object:
    layer.canvas.blit(table(14, 11, rise=8), 8, 26)
    return layer.outlined()


@shows("played", "lifting weight", "weights", "dumbbell", "barbell", instead=True)
def bare_rack(layer: Layer, _: Stand, __: int) -> object:
    layer.rect(4, 7, 2, 9, GREY[1]).rect(10, 7, 2, 9, GREY[1]).rect(3, 15, 10, 1, GREY[0])
    return layer.outlined()


@shows("on", "microphone", frames=2)
def singing(layer: Layer, _: Stand, i: int) -> object:
    layer.px(layer.width // 2, 2, GREEN[3]).px(layer.width // 2 + 5 + i, 2, WHITE)
    return layer.px(layer.width // 2 - 6 - i, 2, WHITE).px(layer.width // 2 + 6 + i, 0, YELLOW[3])


@shows("on", "podium", "lectern", "pulpit")
def lectured(layer: Layer, _: Stand, __: int) -> object:
    return (
        layer.rect(1, 5, 5, 3, WHITE)
        .rect(8, 4, 5, 4, WHITE)
        .rect(2, 6, 3, 1, WOOD[2])
        .rect(9, 5, 3, 1, WOOD[2])
    )
