"""Brook Lane as somebody sends it who means harm, or whose tools did: encodings, links, bombs, look-alikes."""

from __future__ import annotations

import base64
import os
import shutil
import zlib
from typing import Any

from tests.a_scenario_copy import ScenarioCopy, layer, mark
from tests.unit.faulty_towns import MARTA, NADIA, RUTH, Expected
from tests.unit.scenario_changes import FLIPPED, Change, draw, give, move, rename, rewrite, tile

NEVER = "It never opens"


def put(file: str, content: bytes) -> Change:
    return lambda town: (town.folder / file).write_bytes(content)


def recode(file: str, encoding: str) -> Change:
    def change(town: ScenarioCopy) -> None:
        path = town.folder / file
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))

    return change


def instead(file: str, make: str) -> Change:
    """A folder, a pipe, or a link to the path `make`, where a file should be."""

    def change(town: ScenarioCopy) -> None:
        path = town.folder / file
        path.unlink()
        if make == "folder":
            path.mkdir()
        elif make == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to(make)

    return change


def link_to_a_neighbour(town: ScenarioCopy) -> None:
    (town.folder.parent / "secret.yaml").write_text("password: hunter2\n")
    town.remove(MARTA)
    (town.folder / MARTA).symlink_to("../../secret.yaml")


def hole(file: str, size: int) -> Change:
    """A file that says that it is large and takes no room."""

    def change(town: ScenarioCopy) -> None:
        with (town.folder / file).open("wb") as opened:
            opened.truncate(size)

    return change


def laughs(town: ScenarioCopy) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 12)]
    town.write("history.yaml", "\n".join(lines))


def people(count: int) -> Change:
    def change(town: ScenarioCopy) -> None:
        marta = (town.folder / MARTA).read_text(encoding="utf-8")
        for number in range(count):
            town.write(f"residents/r{number}.yaml", marta.replace("Marta", f"R{number}"))

    return change


def copy_ruth(name: str) -> Change:
    return lambda town: shutil.copy(town.folder / RUTH, town.folder / "residents" / name)


def tileset(**changes: Any) -> Change:
    return draw(lambda document: document["tilesets"][0].update(changes))


def ground(**changes: Any) -> Change:
    return draw(lambda document: layer(document, "ground").update(changes))


def radio(**changes: Any) -> Change:
    return draw(lambda document: mark(document, "objects", "radio").update(changes))


def packed(document: dict[str, Any]) -> None:
    """50 MB of nothing in 65 kB."""
    data = base64.b64encode(zlib.compress(b"\0" * 50_000_000)).decode()
    layer(document, "ground").update(encoding="base64", compression="zlib", data=data)


def chunked(document: dict[str, Any]) -> None:
    layer(document, "ground").update(chunks=[{"data": layer(document, "ground").pop("data"), "x": 0, "y": 0}])


def grouped(document: dict[str, Any]) -> None:
    document["layers"] = [{"type": "group", "name": "all", "layers": document["layers"]}]


def two_tilesets(document: dict[str, Any]) -> None:
    document["tilesets"] *= 2


def piled(document: dict[str, Any]) -> None:
    radio = mark(document, "objects", "radio")
    layer(document, "objects")["objects"] += [
        radio | {"id": 9000 + n, "name": f"r{n}"} for n in range(10_000)
    ]


def corners(document: dict[str, Any]) -> None:
    mark(document, "arenas", "study")["polygon"] = [
        {"x": n * 37 % 160, "y": n * 91 % 160} for n in range(50_000)
    ]


def twice(town: ScenarioCopy) -> None:
    text = (town.folder / "map.tmj").read_text(encoding="utf-8").rstrip()
    town.write("map.tmj", f'{text[:-1]},"width":48}}')


def in_yaml(text: str) -> Change:
    return put("history.yaml", text.encode())


MAP, TOWN, HISTORY = "map.tmj", "town.yaml", "history.yaml"
ELSEWHERE = "leaves the scenario's folder"

BOMBS: dict[str, tuple[Change, Expected]] = {
    "a map of 50 MB": (put(MAP, b" " * 50_000_000), (MAP, "", "larger than")),
    "a map of 50 GB": (hole(MAP, 50 * 2**30), (MAP, "", "larger than")),
    "a map of a million objects": (
        put(MAP, b'{"layers":[' + b"{}," * 1_300_000 + b"{}]}"), (MAP, "map", "not orthogonal"),
    ),
    "a map nested a million deep": (put(MAP, b'{"a":' * 700_000), (MAP, "", "nested too deeply")),
    "a map a million tiles wide": (draw(lambda d: d.update(width=10**6, height=10**6)), (MAP, "map", "1000000 by")),
    "a map with too little in it": (draw(lambda d: d.update(width=400, height=400)), (MAP, "ground", "not 160000")),
    "tiles that unpack to 50 MB": (draw(packed), (MAP, "ground layer", "encoded")),
    "ten thousand things on one tile": (draw(piled), (MAP, "objects layer", "stands on")),
    "a room of fifty thousand corners": (draw(corners), (MAP, "study", "more than 1000 corners")),
    "a billion laughs": (laughs, (HISTORY, "line 2", "alias")),
    "a file that holds itself": (in_yaml("a: &a\n  b: *a\n"), (HISTORY, "line 2", "alias")),
    "a merge key": (in_yaml("a: &a {x: 1}\nb:\n  <<: *a\n"), (HISTORY, "line 3", "alias")),
    "nested brackets": (in_yaml("a: " + "[" * 900_000), (HISTORY, "line 1", "levels")),
    "nested dashes": (in_yaml("- " * 400_000), (HISTORY, "line 1", "levels")),
    "nested indentation": (in_yaml("\n".join(" " * n + "a:" for n in range(1300))), (HISTORY, "line 21", "levels")),
    "a million keys": (in_yaml("\n".join(f"{n:x}:" for n in range(140_000))), (HISTORY, "line 19999", "values")),
    "a huge word": (in_yaml("a: " + "x" * 990_000), (HISTORY, "line 1, a", "no key known")),
    "a huge key": (in_yaml("x" * 990_000 + ": 1"), (HISTORY, "line 1", "")),
    "a huge number": (rewrite(MARTA, "age: 46", "age: " + "9" * 500_000), (MARTA, "age", "integer")),
    "a list that nobody reads to its end": (
        in_yaml("shared: [" + "1," * 450_000 + "1]"), (HISTORY, "line 1", "More than 20000 values"),
    ),
    "names that are nearly right, ten thousand times": (
        rewrite(TOWN, "residents: [marta, ivo]", f"residents: [{','.join(f'marta{n}' for n in range(900))}]"),
        (TOWN, "homes.Mill House", "no resident 'marta899'"),
    ),
    "more faults than anybody reads": (
        in_yaml("memories:\n" + "\n".join(f" k{n}: [x]" for n in range(5_000))), ("…", "", "1000 faults or more"),
    ),
    "ten thousand residents": (people(10_000), ("residents", "", "are more than 200")),
}  # fmt: skip
"""Refused at once, and without taking much room."""

HOSTILE: dict[str, tuple[Change, Expected]] = BOMBS | {
    # -- files that are none, and other encodings
    "an empty map": (put(MAP, b""), (MAP, "line 1", "not JSON")),
    "a map of zeroes": (put(MAP, b"\0" * 1000), (MAP, "line 1", "not JSON")),
    "a map with a mark of its byte order": (recode(MAP, "utf-8-sig"), (MAP, "line 1", "BOM")),
    "a map in UTF-16": (recode(MAP, "utf-16"), (MAP, "byte 0", "not UTF-8")),
    "a resident in UTF-16": (recode(MARTA, "utf-16"), (MARTA, "byte 0", "not UTF-8")),
    "a resident with a zero in it": (put(MARTA, b"name: Mar\0ta"), (MARTA, "", "control characters")),
    "a resident that is a comment": (put(MARTA, b"# Marta\n"), (MARTA, "line 1", "not a mapping")),
    "a town that is a number": (put(TOWN, b"42"), (TOWN, "line 1", "not a mapping")),
    "tabs for indentation": (rewrite(MARTA, "  title", "\ttitle"), (MARTA, "line 16", "not YAML")),
    "another version of YAML": (in_yaml("%YAML 9.9\n---\na: 1\n"), (HISTORY, "line 1", "not YAML")),
    "a folder for a map": (instead(MAP, "folder"), (MAP, "", "no plain file")),
    "a folder for a resident": (instead(MARTA, "folder"), (MARTA, "", "no plain file")),
    "a pipe for a town": (instead(TOWN, "pipe"), (TOWN, "", "no plain file")),
    "a pipe for a map": (instead(MAP, "pipe"), (MAP, "", "no plain file")),
    "a map without an end": (instead(MAP, "/dev/zero"), (MAP, "", ELSEWHERE)),
    "a link to a file of the machine": (instead(TOWN, "/etc/passwd"), (TOWN, "", ELSEWHERE)),
    "a link to a neighbour": (link_to_a_neighbour, (MARTA, "", ELSEWHERE)),
    "a link to itself": (instead(MAP, "map.tmj"), (MAP, "", "can't be read")),
    "a link to nowhere": (instead(MARTA, "gone.yaml"), (MARTA, "", "can't be read")),
    # -- ids
    "an id with a line break": (copy_ruth("ru\nth.yaml"), ("residents/ru\\nth.yaml", "", "can't be a resident's id")),
    "an id of other letters": (copy_ruth("rut\u04bb.yaml"), ("residents/rut\u04bb.yaml", "", "resident's id")),
    "an id in capitals": (copy_ruth("RUTH.yaml"), ("residents/RUTH.yaml", "", "resident's id")),
    "a resident whose file has another ending": (copy_ruth("anna.yml"), ("residents/anna.yml", "", "not read")),
    # -- values that YAML is known for
    "an age in another base": (rewrite(MARTA, "age: 46", "age: 0x2e"), (MARTA, "age", "integer")),
    "an age in sixties": (rewrite(MARTA, "age: 46", "age: 4:6"), (MARTA, "age", "integer")),
    "an age that is true": (rewrite(MARTA, "age: 46", "age: true"), (MARTA, "age", "integer")),
    "an age before birth": (rewrite(MARTA, "age: 46", "age: -1"), (MARTA, "age", "greater than")),
    "a tag of a type": (rewrite(MARTA, "age: 46", 'age: !!int "46"'), (MARTA, "line 3", "tag")),
    "a closeness that is no number": (
        rewrite(NADIA, "closeness: 0.", "closeness: .nan #"), (NADIA, "closeness", "valid number"),
    ),
    "a closeness beyond all numbers": (
        rewrite(NADIA, "closeness: 0.", "closeness: 1e999 #"), (NADIA, "closeness", "less than or equal"),
    ),
    "no name": (rewrite(MARTA, "name: Marta Oyelaran", "name:"), (MARTA, "name", "valid string")),
    "the 30th of February": (rewrite(TOWN, "2025-05-12", "2025-02-30"), (TOWN, "start", "not a date")),
    "the end of all calendars": (rewrite(TOWN, "2025-05-12", "9999-12-31"), (TOWN, "start", "not a date")),
    # -- names and texts that deceive
    "a name that turns around": (
        rewrite(MARTA, "name: Marta Oyelaran", 'name: "Marta \\u202e Oyelaran"'), (MARTA, "name", "not to be seen"),
    ),
    "a name with a gap of no width": (
        rewrite(MARTA, "name: Marta", 'name: "Mar\\u200bta" #'), (MARTA, "name", "not to be seen"),
    ),
    "a name in two alphabets": (
        rewrite(MARTA, "name: Marta", 'name: M\u0430rta'), (MARTA, "name", "several alphabets"),
    ),
    "a name under a heap of accents": (
        rewrite(MARTA, "name: Marta", "name: M" + "\u0301" * 20), (MARTA, "name", "more than 2 marks"),
    ),
    "a name that ends in a space": (rewrite(MARTA, "name: Marta Oyelaran", "name: 'Marta '"), (MARTA, "name", "space")),
    "a name without an end": (rewrite(MARTA, "name: Marta", "name: M" + "a" * 90), (MARTA, "name", "60 characters")),
    "a resident who looks like another": (
        rewrite(NADIA, "name: Nadia Haddad", "name: ＪＯＮＡＨ Haddad"), (NADIA, "name", "used twice"),
    ),
    "a memory that commands the terminal": (
        rewrite(MARTA, "currently: ", 'currently: "\\e[2J" # '), (MARTA, "currently", "not to be seen"),
    ),
    "an emoji that is markup": (rewrite(MARTA, "emoji: ☕", "emoji: <b>"), (MARTA, "emoji", "no emoji")),
    "a room whose name turns around": (
        rename("arenas", "study", "stu\u202edy"), (MAP, "stu\\u202edy", "can't be a name"),
    ),
    "a room with half a letter": (rename("arenas", "study", "\ud800"), (MAP, "\\ud800", "can't be a name")),
    "a room with markup": (rename("arenas", "study", "<script>"), (MAP, "script", "can't be a name")),
    "a room that looks like another": (rename("arenas", "washroom", "Kitchen"), (MAP, "itchen", "looks like")),
    "a room whose name never ends": (rename("arenas", "study", "s" * 5000), (MAP, "sss", "can't be a name")),
    "a thing in a state of many words": (give("objects", "radio", "initial", "x" * 5000), (MAP, "radio", "too long")),
    "a thing in a hidden state": (give("objects", "radio", "initial", "\u202eno"), (MAP, "radio", "not to be seen")),
    "a building of a kind with markup": (give("sectors", "Alder Green", "kind", "<b>"), (MAP, "Alder Green", "angle")),
    # -- the map
    "a map of no size": (draw(lambda d: d.update(width=0, height=0)), (MAP, "map", "0 by 0")),
    "a map of negative size": (draw(lambda d: d.update(width=-48)), (MAP, "map", "-48 by 36")),
    "a map of no number": (draw(lambda d: d.update(width=float("nan"))), (MAP, "map", "nan by 36")),
    "a map with a key twice": (twice, (MAP, "", "'width' twice")),
    "layers that are no list": (draw(lambda d: d.update(layers={})), (MAP, "ground layer", "missing")),
    "layers in a group": (draw(grouped), (MAP, "ground layer", "missing")),
    "a layer in chunks": (draw(chunked), (MAP, "ground layer", "encoded")),
    "a layer packed anew": (ground(compression="zstd", data="KLUv/Q=="), (MAP, "ground layer", "encoded")),
    "a layer of another shape": (ground(width=24, height=72), (MAP, "ground layer", "not 1728 of the map's shape")),
    "a layer that is shifted": (ground(offsetx=8), (MAP, "ground layer", "shifted")),
    "a tile of a fraction": (tile("ground", 0, 0, 3.0), (MAP, "ground", "encoded")),  # type: ignore[arg-type]
    "a tile beyond all numbers": (tile("ground", 0, 0, 10**300), (MAP, "ground", "no tileset holds")),
    "a flipped wall": (tile("collision", 3, 2, FLIPPED), (MAP, "collision", "rotated tiles")),
    "no tileset": (draw(lambda d: d.update(tilesets=[])), (MAP, "tilesets", "no embedded tileset")),
    "tilesets that claim the same numbers": (draw(two_tilesets), (MAP, "tileset", "of other tiles")),
    "a tileset of larger tiles": (tileset(tilewidth=32, tileheight=32), (MAP, "tileset", "32 by 32 pixels")),
    "a tileset that starts nowhere": (tileset(firstgid=0), (MAP, "tileset", "no number")),
    "a tileset with a picture of the machine": (tileset(image="/etc/passwd"), (MAP, "tileset", "does not exist")),
    "a tileset that climbs out": (tileset(image="../" * 9 + "etc/passwd"), (MAP, "tileset", "does not exist")),
    "a tileset with an endless path": (tileset(image="a" * 5000), (MAP, "tileset", "does not exist")),
    "a thing off the map": (move("objects", "radio", x=1000, y=1000), (MAP, "radio", "leaves the map")),
    "a thing before the map": (move("objects", "radio", x=-5), (MAP, "radio", "leaves the map")),
    "a thing nowhere": (radio(x=float("nan")), (MAP, "radio", "numbers")),
    "a thing that is turned": (radio(rotation=45), (MAP, "radio", "no rectangle")),
    "a thing that is a picture": (radio(gid=3), (MAP, "radio", "no rectangle")),
    "a thing after a template": (radio(template="x.tj"), (MAP, "radio", "template")),
    "a room for everybody on earth": (give("arenas", "study", "capacity", 10**18), (MAP, "study", "more than 1000")),
    # -- norms and history
    "a shop that never opens": (
        rewrite(TOWN, "  hours:\n", "  hours:\n    Mill House: {daily: closed}\n"), (TOWN, "hours.Mill House", NEVER),
    ),
    "a shop with an empty week": (
        rewrite(TOWN, "  hours:\n", "  hours:\n    Mill House: {}\n"), (TOWN, "hours.Mill House", NEVER),
    ),
    "hours that end as they begin": (rewrite(RUTH, "09:15-12:30", "09:15-09:15"), (RUTH, "saturday", "span of time")),
    "hours that overlap": (
        rewrite(RUTH, "09:15-12:30", "[09:15-12:30, 10:00-14:00]"), (RUTH, "saturday", "overlap"),
    ),
    "hours beyond the next morning": (rewrite(RUTH, "09:15-12:30", "09:15-31:00"), (RUTH, "saturday", "time of day")),
    "a home without residents": (
        rewrite(TOWN, "residents: [marta, ivo]", "residents: []"), (TOWN, "Mill House", "Nobody lives there"),
    ),
    "a resident twice in a home": (
        rewrite(TOWN, "residents: [marta, ivo]", "residents: [marta, ivo, ivo]"), (TOWN, "Mill House", "named twice"),
    ),
    "news that nobody knows": (rewrite(TOWN, "known_by: [walter]", "known_by: []"), (TOWN, "known_by", "at least 1")),
    "news told twice": (
        rewrite(TOWN, "news:\n", "news:\n" + "  - {id: one, text: One., importance: 1, known_by: [walter]}\n" * 2),
        (TOWN, "news[1].id", "used twice"),
    ),
    "a history between somebody and itself": (
        rewrite(HISTORY, "among: [marta, ivo]", "among: [marta, marta]"), (HISTORY, "shared[0]", "named twice"),
    ),
    "a kind with a name of markup": (
        rewrite(TOWN, "object_kinds:\n", "object_kinds:\n  <b>: {}\n"), (TOWN, "object_kinds.<b>", "can't be a name"),
    ),
    "a use with three ends": (rewrite(TOWN, "minutes: [20, 60]", "minutes: [9, 9, 9]"), (TOWN, "minutes", "at most 2")),
}  # fmt: skip
