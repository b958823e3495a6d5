"""Somebody of each role, and a town for them."""

from __future__ import annotations

from itertools import count
from typing import Any

import httpx
from pydantic import TypeAdapter

from backend.domain.newcomer import Newcomer
from backend.domain.roles import Role
from backend.live.town_id import new_town_id
from backend.store.people.tokens import mint_token
from backend.store.town.towns import create_town
from tests.integration.served import Served
from tests.small_town import a_scenario

NONE, VIEWER, VISITOR, DIRECTOR = "none", "viewer", "visitor", "director"

SCENARIO = a_scenario("ana", "ben")
OF_PEOPLE = ("enter", "walk", "leave", "speak", "use_object", "emote", "follow")
FIELDS: dict[str, dict[str, Any]] = {
    "enter": {"name": "Maya", "looks": 1},
    "walk": {"path": [[1, 1]]},
    "leave": {},
    "follow": {"resident": "ana"},
    "speak": {"name": "Maya", "to": "ana", "text": "Hello"},
    "use_object": {"object": "OBJECT", "use": "rest"},
    "emote": {"emote": "wave"},
    "announce": {"text": "Hear ye"},
    "whisper": {"resident": "ana", "text": "Go home."},
    "plant_memory": {"resident": "ana", "text": "It was a long winter."},
    "edit_goal": {"resident": "ana", "text": "sleep well"},
    "edit_relationship": {"resident": "ana", "other": "ben", "closeness": 0.5},
    "close_place": {"place": "PLACE"},
    "open_place": {"place": "PLACE"},
    "move_resident": {"resident": "ana", "place": "PLACE"},
    "make_commitment": {
        "resident": "ana",
        "other": "ben",
        "what": "a walk",
        "place": "PLACE",
        "start": 720,
    },
    "cancel_commitment": {"resident": "ana", "commitment": "commitment:ana@1"},
    "speak_as": {"role": "a reporter", "to": "ana", "text": "Hello?"},
    "set_object": {"object": "OBJECT", "state": "on fire"},
    "set_weather": {"weather": "rain"},
    "set_mind": {"resident": "ana", "mind": "rules"},
    "request": {"text": "Make it rain"},
    "carry_out": {"request": "request:1.0"},
    "step_into": {"resident": "ana", "visitor": "visitor:maya"},
    "step_out": {"resident": "ana", "visitor": "visitor:maya"},
    "act_as": {"resident": "ana", "visitor": "visitor:maya", "act": "stop"},
    "add_resident": {"newcomer": None},
    "remove_resident": {"resident": "ben"},
    "edit_persona": {"resident": "ana", "age": 50},
    "arm": {
        "when": {"condition": "arrives", "who": "ana", "place": next(iter(SCENARIO.world.arenas))},
        "do": {"kind": "announce", "text": "Hear ye"},
    },
    "disarm": {"armed": "armed:1.0"},
}
"""What an input of each kind holds, besides who it is; OBJECT, PLACE and None stand for something of the scenario."""

_keys = count(1)
NEWCOMER = TypeAdapter(Newcomer).dump_python(Newcomer(SCENARIO.personas["ana"], (), None), mode="json")


class Cast:
    """A token of each role, and a town for them."""

    def __init__(self, backend: Served) -> None:
        self.backend = backend
        minted = {role.value: mint_token(backend.database, role) for role in Role}
        self.secrets: dict[str, str | None] = {NONE: None, **{role: pair[1] for role, pair in minted.items()}}
        self.visitors = {NONE: "visitor:nobody", **{role: pair[0].visitor for role, pair in minted.items()}}
        self.town = self.a_town()

    def a_town(self) -> str:
        town = new_town_id()
        create_town(self.backend.database, town, SCENARIO, name="Lane", seed=7, mind="rules", paused=True)
        return town

    def ask(self, role: str, method: str, path: str, body: Any = None) -> httpx.Response:
        with self.backend.client(self.secrets[role]) as http:
            return http.request(method, path, json=body)

    def input(self, role: str, kind: str, **more: Any) -> dict[str, Any]:
        stand_ins = {
            "OBJECT": next(iter(SCENARIO.world.objects)),
            "PLACE": next(iter(SCENARIO.world.arenas)),
            None: NEWCOMER,
        }
        fields = {name: stand_ins.get(value, value) if value is None or isinstance(value, str) else value
                  for name, value in FIELDS[kind].items()}  # fmt: skip
        speaker = {"visitor": self.visitors[role]} if kind in OF_PEOPLE else {}
        return {"key": f"input-{next(_keys)}", "input": {"kind": kind, **fields, **speaker, **more}}

    def send(self, role: str, body: dict[str, Any]) -> httpx.Response:
        return self.ask(role, "POST", f"/api/towns/{self.town}/inputs", body)


def name_of(refused: httpx.Response) -> str:
    return str(refused.json()["type"]).removeprefix("/problems/")
