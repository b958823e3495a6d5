"""A replay's file holds what could be seen and heard in a span of a town, as data, and no more."""

from __future__ import annotations

import base64
import gzip
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import orjson
import pytest

from backend.api.routes.replay import ReplayData
from backend.domain import events as e
from backend.domain.inputs import SetWeather, Speak
from backend.domain.reduce import REDUCERS, reduce_all
from backend.domain.state import initial_state
from backend.replay import PicturesMissing, PlayerMissing, Recording, replay_page
from backend.replay.shown import INNER, SEEN
from tests.a_life import Life, brook_lane, live
from tests.canary import KEPT, with_canary

OWNER = "jonah"
HOSTILE = '</script><script>alert("hi")</script><!-- <img src=x onerror=alert(1)>'
START, END = 500, 3000


@cache
def a_life() -> Life:
    """A town in which somebody has a secret, and a visitor speaks in markup."""
    inputs = (
        (700, Speak(visitor="visitor:zoe", name="Zoe", to="marta", text=HOSTILE)),
        (2000, SetWeather(weather="snow")),
    )
    return live(with_canary(brook_lane(), OWNER), seed=7, ticks=END + 1, inputs=inputs)


def a_recording(*, upto: int = END, memories: bool = False, name: str = "Brook Lane") -> Recording:
    life = a_life()
    state = reduce_all(initial_state(life.scenario), [one for one in life.log if one.tick <= START])
    span = [one for one in life.log if START < one.tick <= upto]
    return Recording(name, life.scenario, state, span, START, upto, memories)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A built page with a player of two words, and pictures of one pixel."""
    (tmp_path / "replay").mkdir()
    (tmp_path / "replay" / "replay.js").write_text('const end = "</script>";')
    (tmp_path / "replay" / "replay.css").write_text("b{}")
    folder = tmp_path / "art" / a_life().scenario.hash
    (folder / "portraits").mkdir(parents=True)
    for name in ("ground.png", "atlas.png", "snow.png"):
        (folder / name).write_bytes(name.encode())
    for name in ("atlas.json", "scene.json"):
        (folder / name).write_text("{}")
    for who in a_life().scenario.personas:
        (folder / "portraits" / f"{who}.png").write_bytes(who.encode())
    return tmp_path


class Opened(HTMLParser):
    """The file as a browser reads it: its elements, and the text of each script."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: list[str] = []
        self.title = ""
        self._in = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)
        self._in = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.scripts[-1] += data
        if self._in == "title":
            self.title += data

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = orjson.loads(gzip.decompress(base64.b64decode(self.scripts[0])))
        return found


def test_it_is_decided_of_every_kind_of_event_whether_strangers_see_it() -> None:
    """A new kind goes into SEEN or INNER of backend/replay/shown.py."""
    assert not SEEN & INNER
    assert set(REDUCERS) == SEEN | INNER


def test_the_file_has_one_town_and_one_script_whatever_was_said_in_it(dist: Path) -> None:
    opened = Opened(replay_page(a_recording(name=HOSTILE), dist))
    assert opened.tags.count("script") == 2
    assert "img" not in opened.tags
    assert HOSTILE in opened.title
    assert opened.scripts[1] == r'const end = "\x3c/script>";'
    said = [one["event"]["text"] for one in opened.data["events"] if one["event"]["kind"] == "said"]
    assert HOSTILE in said
    assert opened.data["name"] == HOSTILE


def test_its_data_has_the_form_that_the_page_is_told(dist: Path) -> None:
    data = Opened(replay_page(a_recording(memories=True), dist)).data
    assert not [one for one in data["events"] if e.SERVER_ONLY & one["event"].keys()]
    ReplayData.model_validate(data)


def test_no_thought_is_in_it_and_no_secret_that_was_not_said(dist: Path) -> None:
    life = a_life()
    assert any(KEPT in memory.text for _, memory in life.all(e.Remembered))
    data = Opened(replay_page(a_recording(), dist)).data
    kinds = {one["event"]["kind"] for one in data["events"]}
    assert {"walked", "said", "action_chosen"} <= kinds
    assert not kinds & INNER
    unsaid = [one for one in data["events"] if one["event"]["kind"] != "said"]
    assert KEPT not in orjson.dumps([unsaid, data["state"], data["scenario"]]).decode().lower()
    assert all(one["event"].get("why", "") == "" for one in unsaid)
    for resident in data["state"]["residents"].values():
        assert (resident["plan"], resident["beliefs"], resident["goals"]) == (None, {}, {})
        assert all(known["note"] == "" for known in resident["relationships"].values())


def test_memories_are_in_it_only_where_they_were_asked_for(dist: Path) -> None:
    formed = {one.text for tick, one in a_life().all(e.Remembered) if START < tick <= END}
    with_them = Opened(replay_page(a_recording(memories=True), dist)).data
    told = {one["event"]["text"] for one in with_them["events"] if one["event"]["kind"] == "remembered"}
    assert told == formed
    assert "vector" not in orjson.dumps(with_them["events"]).decode()


def test_the_snow_is_carried_only_where_some_falls(dist: Path) -> None:
    assert Opened(replay_page(a_recording(upto=1900), dist)).data["pictures"]["snow"] is None
    assert Opened(replay_page(a_recording(), dist)).data["pictures"]["snow"] is not None


def test_who_came_later_is_drawn_and_keeps_what_only_it_knows(dist: Path) -> None:
    """As one is drawn who has no portrait among the scenario's."""
    (dist / "art" / a_life().scenario.hash / "portraits" / "ivo.png").unlink()
    pictures = Opened(replay_page(a_recording(), dist)).data["pictures"]
    assert set(pictures["figures"]) == {"ivo"}
    assert set(pictures["portraits"]) == set(a_life().scenario.personas)


def test_what_is_missing_is_named_with_what_to_do(dist: Path) -> None:
    unknown = replace(a_recording(), scenario=replace(a_life().scenario, hash="0" * 64))
    with pytest.raises(PicturesMissing, match="townlet draw brook_lane"):
        replay_page(unknown, dist)
    (dist / "replay" / "replay.js").unlink()
    with pytest.raises(PlayerMissing, match="make setup"):
        replay_page(a_recording(), dist)


def test_the_same_span_makes_the_same_file(dist: Path) -> None:
    assert replay_page(a_recording(), dist) == replay_page(a_recording(), dist)
