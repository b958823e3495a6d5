"""What can be changed about the files of a scenario, each in a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.a_scenario_copy import ScenarioCopy, layer, mark, put_property

Change = Callable[[ScenarioCopy], object]


def rewrite(file: str, old: str, new: str) -> Change:
    return lambda town: town.rewrite(file, old, new)


def write(file: str, text: str) -> Change:
    return lambda town: town.write(file, text)


def draw(change: Callable[[dict[str, Any]], None]) -> Change:
    return lambda town: town.edit_map(change)


def move(layer_name: str, name: str, **sides: int) -> Change:
    """Sets sides of a marked region, in tiles."""

    def change(document: dict[str, Any]) -> None:
        mark(document, layer_name, name).update({side: tiles * 16 for side, tiles in sides.items()})

    return draw(change)


def give(layer_name: str, name: str, key: str, value: bool | int | str) -> Change:
    return draw(lambda document: put_property(mark(document, layer_name, name), key, value))


def rename(layer_name: str, name: str, new: str) -> Change:
    return draw(lambda document: mark(document, layer_name, name).update(name=new))


def drop(layer_name: str, name: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        layer(document, layer_name)["objects"].remove(mark(document, layer_name, name))

    return draw(change)


def tile(layer_name: str, x: int, y: int, number: int) -> Change:
    def change(document: dict[str, Any]) -> None:
        layer(document, layer_name)["data"][y * document["width"] + x] = number

    return draw(change)


def drop_layer(name: str) -> Change:
    return draw(lambda document: document["layers"].remove(layer(document, name)))


def second_layer(name: str) -> Change:
    return draw(lambda document: document["layers"].append(layer(document, name)))


def shrink_data(document: dict[str, Any]) -> None:
    del layer(document, "ground")["data"][-1]


def encode(document: dict[str, Any]) -> None:
    layer(document, "ground").update(encoding="base64", data="AAAA")


def external(document: dict[str, Any]) -> None:
    document["tilesets"] = [{"firstgid": 1, "source": "town.tsj"}]


def strange_terrain(document: dict[str, Any]) -> None:
    document["tilesets"][0]["tiles"][1]["properties"][0]["value"] = "gras"


def polygon(document: dict[str, Any]) -> None:
    mark(document, "arenas", "study").update(ellipse=True)


FLIPPED = 0x80000002
