"""Who may do what: every route, every kind of input and the channel, for nobody, viewer, visitor and director.

The expectations are written out here by hand. What the server believes is in backend/api/edge/access.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.routing import Mount
from websockets.exceptions import ConnectionClosed

from backend.api.edge.access import RouteWithoutRule
from backend.main import ROUTERS, create_app
from backend.store.people.tokens import PREFIX
from tests.integration.a_cast import DIRECTOR, NONE, OF_PEOPLE, VIEWER, VISITOR, Cast, name_of
from tests.integration.served import Served, bearer, served

ROLES = (NONE, VIEWER, VISITOR, DIRECTOR)

# What each of the four gets: 401 or 403 where it may not, else what the route answers.
ROUTES: dict[tuple[str, str], tuple[int, int, int, int]] = {
    ("GET", "/"): (200, 200, 200, 200),
    ("GET", "/towns/{town}"): (200, 200, 200, 200),
    ("GET", "/compare/{town}/{other}"): (200, 200, 200, 200),
    ("GET", "/problems/{name}"): (200, 200, 200, 200),
    ("GET", "/api/docs"): (200, 200, 200, 200),
    ("GET", "/api/openapi.json"): (200, 200, 200, 200),
    ("GET", "/api/health"): (200, 200, 200, 200),
    ("POST", "/api/session"): (401, 401, 401, 401),  # with a token in its body that nobody made
    ("GET", "/api/session"): (200, 200, 200, 200),
    ("DELETE", "/api/session"): (204, 204, 204, 204),
    ("GET", "/metrics"): (401, 200, 200, 200),
    ("GET", "/api/scenarios"): (401, 200, 200, 200),
    ("GET", "/api/scenarios/{scenario}"): (401, 200, 200, 200),
    ("GET", "/api/towns"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/scenario"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/state"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/events"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/timeline"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/bookmarks"): (401, 200, 200, 200),
    ("POST", "/api/towns/{town}/bookmarks"): (401, 403, 403, 422),
    ("PUT", "/api/towns/{town}/bookmarks/{number}"): (401, 403, 403, 422),
    ("DELETE", "/api/towns/{town}/bookmarks/{number}"): (401, 403, 403, 204),
    ("GET", "/api/towns/{town}/digest"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/recap"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/gazette/{day}"): (401, 404, 404, 404),
    ("POST", "/api/towns/{town}/recap"): (401, 403, 202, 202),
    ("POST", "/api/towns/{town}/gazette/{day}"): (401, 403, 404, 404),
    ("GET", "/api/towns/{town}/replay.html"): (401, 409, 409, 409),  # a town that nobody has drawn
    ("GET", "/api/towns/{town}/residents"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/plan"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/memories"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/relationships"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/memories/{memory}/tree"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/residents/{resident}/recollections"): (401, 422, 422, 422),
    ("GET", "/api/towns/{town}/residents/{resident}/why"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/why/{seq}"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/news"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/relationships"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/relationships/changes"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/news/{item}/spread"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/memories/{memory}/spread"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/announcements/{seq}/spread"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/beliefs/{belief}/spread"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/commitments/{commitment}/spread"): (401, 404, 404, 404),
    ("GET", "/api/towns/{town}/inputs"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/inputs/{number}"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/calls"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/calls/summary"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/calls/{number}"): (401, 403, 403, 404),
    ("POST", "/api/towns/{town}/inputs"): (401, 403, 202, 202),
    ("GET", "/api/figures"): (401, 200, 200, 200),
    ("GET", "/api/interventions"): (401, 200, 200, 200),
    ("GET", "/api/figures/{key}/{looks}/{picture}"): (401, 200, 200, 200),
    ("POST", "/api/scenarios/{scenario}/residents/preview"): (401, 403, 403, 422),
    ("POST", "/api/scenarios/{scenario}/residents"): (401, 403, 403, 422),
    ("POST", "/api/towns/{town}/residents/preview"): (401, 403, 403, 422),
    ("POST", "/api/towns/{town}/residents"): (401, 403, 403, 422),
    ("POST", "/api/scenarios/{scenario}/residents/sketch"): (401, 403, 403, 422),
    ("POST", "/api/towns/{town}/residents/sketch"): (401, 403, 403, 422),
    ("POST", "/api/towns"): (401, 403, 403, 201),
    ("POST", "/api/towns/{town}/clock"): (401, 403, 403, 200),
    ("DELETE", "/api/towns/{town}"): (401, 403, 403, 204),
    ("PATCH", "/api/towns/{town}"): (401, 403, 403, 200),
    ("GET", "/api/towns/{town}/branches"): (401, 200, 200, 200),
    ("POST", "/api/towns/{town}/branches"): (401, 403, 403, 201),
    ("GET", "/api/towns/{town}/compare/{other}"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/interventions"): (401, 403, 403, 200),
    ("GET", "/api/towns/{town}/interventions/{number}/effects"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/visitors"): (401, 403, 403, 200),
    ("POST", "/api/towns/{town}/visitors/{visitor}"): (401, 403, 403, 404),
    ("GET", "/api/models"): (401, 403, 403, 200),
    ("PUT", "/api/models"): (401, 403, 403, 200),
    ("DELETE", "/api/models"): (401, 403, 403, 200),
    ("POST", "/api/models/check"): (401, 403, 403, 200),
    ("GET", "/api/tokens"): (401, 403, 403, 200),
    ("POST", "/api/tokens"): (401, 403, 403, 201),
    ("DELETE", "/api/tokens/{token}"): (401, 403, 403, 404),
}
CHANNELS = {"/api/towns/{town}/live"}
FOLDERS = {"/assets", "/art"}  # pictures and programs of the page, for all

INPUTS: dict[str, tuple[int, int, int, int]] = {
    "enter": (401, 403, 202, 202),
    "walk": (401, 403, 202, 202),
    "leave": (401, 403, 202, 202),
    "speak": (401, 403, 202, 202),
    "use_object": (401, 403, 202, 202),
    "emote": (401, 403, 202, 202),
    "follow": (401, 403, 202, 202),
    "announce": (401, 403, 403, 202),
    "set_object": (401, 403, 403, 202),
    "set_weather": (401, 403, 403, 202),
    "set_mind": (401, 403, 403, 202),
    "whisper": (401, 403, 403, 202),
    "plant_memory": (401, 403, 403, 202),
    "edit_goal": (401, 403, 403, 202),
    "edit_relationship": (401, 403, 403, 202),
    "speak_as": (401, 403, 403, 202),
    "close_place": (401, 403, 403, 202),
    "open_place": (401, 403, 403, 202),
    "move_resident": (401, 403, 403, 202),
    "make_commitment": (401, 403, 403, 202),
    "cancel_commitment": (401, 403, 403, 202),
    "request": (401, 403, 403, 202),
    "carry_out": (401, 403, 403, 202),
    "arm": (401, 403, 403, 202),
    "disarm": (401, 403, 403, 202),
    "step_into": (401, 403, 403, 202),
    "step_out": (401, 403, 403, 202),
    "act_as": (401, 403, 403, 202),
    "add_resident": (401, 403, 403, 422),
    "remove_resident": (401, 403, 403, 202),
    "edit_persona": (401, 403, 403, 202),
}


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    dist = tmp_path_factory.mktemp("dist")
    for folder in (".vite", "assets", "art"):
        (dist / folder).mkdir()
    (dist / ".vite" / "manifest.json").write_text(
        '{"src/main.tsx": {"file": "assets/a.js", "isEntry": true}}'
    )
    with served(database_url, redis_url, dist=dist) as running:
        yield running


@pytest.fixture(scope="module")
def cast(backend: Served) -> Cast:
    return Cast(backend)


def routes_of_the_server() -> Iterator[tuple[str, str]]:
    for router in ROUTERS:
        for route in router.routes:
            for method in getattr(route, "methods", None) or {"WS"}:
                yield method, getattr(route, "path", "")


# -- the tables


def test_every_route_of_the_server_is_in_the_table() -> None:
    served_ = set(routes_of_the_server())
    told = ROUTES.keys() | {("WS", path) for path in CHANNELS}
    assert served_ | {("GET", "/api/openapi.json")} == told


def test_every_folder_of_files_is_in_the_table(cast: Cast) -> None:
    mounted = {route.path for route in create_app().routes if isinstance(route, Mount)}
    assert mounted == FOLDERS
    with cast.backend.client(None) as http:
        for folder in FOLDERS:
            assert http.get(f"{folder}/none.png").status_code == 404


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_each_route_lets_in_who_may(cast: Cast, role: str, method: str, path: str) -> None:
    expected = ROUTES[method, path][ROLES.index(role)]
    town = cast.a_town() if method == "DELETE" else cast.town
    number = ""
    if "{number}" in path:
        number = cast.send(DIRECTOR, cast.input(DIRECTOR, "announce")).json()["id"]
    address = path.format(
        town=town,
        other=town,
        resident="ana",
        scenario="brook_lane",
        name="not-found",
        token="k-none",
        number=number,
        visitor="visitor:none",
        memory="nobody@1.0",
        item="no_such_news",
        belief="belief:nobody@1.0",
        commitment="occasion:nothing",
        seq=999_999,
        day=999,
        key="nora",
        looks="none",
        picture="portrait.png",
    )
    bodies: dict[tuple[str, str], Any] = {
        ("POST", "/api/session"): {"token": PREFIX + "x" * 43},
        ("POST", "/api/towns"): {"scenario": "brook_lane", "paused": True},
        ("POST", "/api/towns/{town}/clock"): {"pause": True},
        ("POST", "/api/towns/{town}/inputs"): cast.input(role, "speak"),
        ("POST", "/api/tokens"): {"role": "viewer"},
        ("PATCH", "/api/towns/{town}"): {"main": True},
        ("POST", "/api/towns/{town}/branches"): {"key": "a-branch"},
        ("PUT", "/api/models"): {"model": "big"},
        ("POST", "/api/towns/{town}/visitors/{visitor}"): {"muted": True},
    }
    answer = cast.ask(role, method, address, bodies.get((method, path)))
    assert answer.status_code == expected, answer.text
    if expected == 403:
        assert name_of(answer) == "not-allowed"
        assert answer.json()["role"] == role
    if expected == 401 and path != "/api/session":
        assert name_of(answer) == "not-signed-in"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", INPUTS)
def test_each_kind_of_input_is_taken_from_who_may_send_it(cast: Cast, role: str, kind: str) -> None:
    expected = INPUTS[kind][ROLES.index(role)]
    assert cast.send(role, cast.input(role, kind)).status_code == expected


def test_every_kind_of_input_is_in_the_table() -> None:
    document = create_app().openapi()
    kinds = document["components"]["schemas"]["InputWish"]["properties"]["input"]["discriminator"]["mapping"]
    assert set(kinds) == set(INPUTS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("said", ['{"type": "ping"}', '{"type": "speak"}', "nonsense"])
def test_the_channel_answers_whoever_may_watch_and_does_nothing_else(
    cast: Cast, role: str, said: str
) -> None:
    secret = cast.secrets[role]
    headers = {} if secret is None else bearer(secret)
    with cast.backend.live(cast.town, headers=headers) as channel:
        if role == NONE:
            with pytest.raises(ConnectionClosed) as closed:
                channel.next()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4401
        else:
            channel.next("snapshot")
            channel.say(said)
            assert channel.next("pong", "error")["type"] == ("pong" if "ping" in said else "error")


# -- who somebody is


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_nobody_speaks_or_walks_as_somebody_else(cast: Cast, kind: str) -> None:
    answer = cast.send(VISITOR, cast.input(VISITOR, kind, visitor="visitor:somebody-else"))
    assert (answer.status_code, name_of(answer)) == (403, "not-yourself")
    assert answer.json()["visitor"] == cast.visitors[VISITOR]


def test_a_visitor_schedules_nothing(cast: Cast) -> None:
    later = cast.input(VISITOR, "speak") | {"at": {"tick": 500}}
    assert name_of(cast.send(VISITOR, later)) == "not-allowed"
    assert cast.send(DIRECTOR, cast.input(DIRECTOR, "speak") | {"at": {"tick": 500}}).status_code == 202


def test_a_director_may_send_inputs_as_anybody(cast: Cast) -> None:
    assert cast.send(DIRECTOR, cast.input(DIRECTOR, "speak", visitor="visitor:actor")).status_code == 202


def test_a_server_with_a_route_that_has_no_rule_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.api.edge import access

    rules = {key: rule for key, rule in access.RULES.items() if key != ("GET", "/api/towns")}
    monkeypatch.setattr(access, "RULES", rules)
    with pytest.raises(RouteWithoutRule, match="GET /api/towns has no rule"):
        create_app().build_middleware_stack()


def test_a_server_with_a_folder_that_has_no_rule_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.api.edge import access

    rules = {key: rule for key, rule in access.RULES.items() if key != (access.FILES, "/art")}
    monkeypatch.setattr(access, "RULES", rules)
    with pytest.raises(RouteWithoutRule, match="FILES /art has no rule"):
        create_app().build_middleware_stack()


def test_a_fresh_database_lets_nobody_in(other_database_url: str, redis_url: str) -> None:
    with served(other_database_url, redis_url) as backend, backend.client(None) as http:
        assert http.get("/api/towns").status_code == 401
