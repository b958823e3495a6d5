"""Who may do what: every route, every kind of input and the channel, for nobody, viewer, visitor and director.

The expectations are written out here by hand. What the server believes is in backend/api/access.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update
from websockets.exceptions import ConnectionClosed

from backend.api.access import COOKIE, RouteWithoutRule
from backend.domain.roles import Role
from backend.live.town_id import new_town_id
from backend.main import ROUTERS, create_app
from backend.store import tables
from backend.store.tokens import LONGEST_SECRET, PREFIX, mint_token, revoke_token
from backend.store.towns import create_town
from tests.integration.served import Served, bearer, served
from tests.small_town import a_scenario

NONE, VIEWER, VISITOR, DIRECTOR = "none", "viewer", "visitor", "director"
ROLES = (NONE, VIEWER, VISITOR, DIRECTOR)

# What each of the four gets: 401 or 403 where it may not, else what the route answers.
ROUTES: dict[tuple[str, str], tuple[int, int, int, int]] = {
    ("GET", "/"): (200, 200, 200, 200),
    ("GET", "/towns/{town}"): (200, 200, 200, 200),
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
    ("GET", "/api/towns/{town}/digest"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/plan"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/memories"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/residents/{resident}/relationships"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/inputs"): (401, 200, 200, 200),
    ("GET", "/api/towns/{town}/inputs/{number}"): (401, 200, 200, 200),
    ("POST", "/api/towns/{town}/inputs"): (401, 403, 202, 202),
    ("POST", "/api/towns"): (401, 403, 403, 201),
    ("POST", "/api/towns/{town}/clock"): (401, 403, 403, 200),
    ("DELETE", "/api/towns/{town}"): (401, 403, 403, 204),
    ("GET", "/api/towns/{town}/visitors"): (401, 403, 403, 200),
    ("POST", "/api/towns/{town}/visitors/{visitor}"): (401, 403, 403, 404),
    ("GET", "/api/tokens"): (401, 403, 403, 200),
    ("POST", "/api/tokens"): (401, 403, 403, 201),
    ("DELETE", "/api/tokens/{token}"): (401, 403, 403, 404),
}
CHANNELS = {"/api/towns/{town}/live"}

INPUTS: dict[str, tuple[dict[str, Any], tuple[int, int, int, int]]] = {
    "enter": ({"name": "Maya", "looks": 1}, (401, 403, 202, 202)),
    "walk": ({"path": [[1, 1]]}, (401, 403, 202, 202)),
    "leave": ({}, (401, 403, 202, 202)),
    "speak": ({"name": "Maya", "to": "ana", "text": "Hello"}, (401, 403, 202, 202)),
    "announce": ({"text": "Hear ye"}, (401, 403, 403, 202)),
    "set_object": ({"object": "OBJECT", "state": "on fire"}, (401, 403, 403, 202)),
}
OF_PEOPLE = ("enter", "walk", "leave", "speak")

_keys = count(1)
SCENARIO = a_scenario("ana", "ben")


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
        fields = {name: next(iter(SCENARIO.world.objects)) if value == "OBJECT" else value
                  for name, value in INPUTS[kind][0].items()}  # fmt: skip
        speaker = {"visitor": self.visitors[role]} if kind in OF_PEOPLE else {}
        return {"key": f"input-{next(_keys)}", "input": {"kind": kind, **fields, **speaker, **more}}

    def send(self, role: str, body: dict[str, Any]) -> httpx.Response:
        return self.ask(role, "POST", f"/api/towns/{self.town}/inputs", body)


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    dist = tmp_path_factory.mktemp("dist")
    (dist / ".vite").mkdir()
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


def name_of(refused: httpx.Response) -> str:
    return str(refused.json()["type"]).removeprefix("/problems/")


# -- the tables


def test_every_route_of_the_server_is_in_the_table() -> None:
    served_ = set(routes_of_the_server())
    told = ROUTES.keys() | {("WS", path) for path in CHANNELS}
    assert served_ | {("GET", "/api/openapi.json")} == told


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
        resident="ana",
        scenario="brook_lane",
        name="not-found",
        token="k-none",
        number=number,
        visitor="visitor:none",
    )
    bodies: dict[tuple[str, str], Any] = {
        ("POST", "/api/session"): {"token": PREFIX + "x" * 43},
        ("POST", "/api/towns"): {"scenario": "brook_lane", "paused": True},
        ("POST", "/api/towns/{town}/clock"): {"pause": True},
        ("POST", "/api/towns/{town}/inputs"): cast.input(role, "speak"),
        ("POST", "/api/tokens"): {"role": "viewer"},
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
    expected = INPUTS[kind][1][ROLES.index(role)]
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


# -- tokens that do not count


def _forged(secret: str) -> str:
    return secret[:-1] + ("A" if secret[-1] != "A" else "B")


BAD: dict[str, Callable[[str], str]] = {
    "forged": _forged,
    "cut off": lambda secret: secret[:-4],
    "without its beginning": lambda secret: secret.removeprefix(PREFIX),
    "another's beginning": lambda secret: "ghp_" + secret,
    "in capitals": str.upper,
    "very long": lambda secret: secret + "x" * LONGEST_SECRET,
    "a query": lambda _: "twl_'OR'1'='1",
    "the hash of one": lambda secret: sha256(secret.encode()).hexdigest(),
}


@pytest.mark.parametrize("how", BAD)
def test_a_token_that_is_not_one_is_refused_in_the_same_words(cast: Cast, how: str) -> None:
    secret = cast.secrets[DIRECTOR]
    assert secret is not None
    texts = set()
    for headers in (bearer(BAD[how](secret)), {"Cookie": f"{COOKIE}={BAD[how](secret)}"}):
        answer = httpx.get(f"{cast.backend.url}/api/towns", headers=headers)
        assert answer.status_code == 401
        texts.add(answer.json()["detail"])
    revoked, once = mint_token(cast.backend.database, Role.DIRECTOR)
    revoke_token(cast.backend.database, revoked.id)
    texts.add(httpx.get(f"{cast.backend.url}/api/towns", headers=bearer(once)).json()["detail"])
    assert len(texts) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=80))
def test_no_guess_lets_anybody_in(backend: Served, guess: str) -> None:
    assert httpx.get(f"{backend.url}/api/towns", headers=bearer(guess)).status_code == 401


@pytest.mark.parametrize("scheme", ["Basic", "Token", "bearer2", ""])
def test_only_bearer_tokens_count(cast: Cast, scheme: str) -> None:
    headers = {"Authorization": f"{scheme} {cast.secrets[DIRECTOR]}".strip()}
    assert httpx.get(f"{cast.backend.url}/api/towns", headers=headers).status_code == 401


def test_a_token_in_the_address_is_not_looked_at(cast: Cast) -> None:
    secret = cast.secrets[DIRECTOR]
    for query in (f"token={secret}", f"access_token={secret}", f"{COOKIE}={secret}"):
        assert httpx.get(f"{cast.backend.url}/api/towns?{query}").status_code == 401


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1", "Host: localhost",
     "X-Forwarded-Host: localhost", "X-Original-URL: /api/health", "X-HTTP-Method-Override: GET"],
)  # fmt: skip
def test_coming_from_the_same_machine_is_no_privilege(cast: Cast, header: str) -> None:
    name, _, value = header.partition(": ")
    assert httpx.get(f"{cast.backend.url}/api/towns", headers={name: value}).status_code == 401
    assert httpx.post(f"{cast.backend.url}/api/towns", headers={name: value}, json={}).status_code == 401


@pytest.mark.parametrize(
    "path", ["/api/towns/", "//api/towns", "/api/../api/towns", "/API/towns", "/api/towns%2f"]
)
def test_no_way_of_writing_an_address_gets_around_the_rule(cast: Cast, path: str) -> None:
    answer = httpx.get(cast.backend.url + path, follow_redirects=True)
    assert answer.status_code in (401, 404)
    assert cast.town not in answer.text


def test_a_token_whose_time_is_over_does_not_count(cast: Cast) -> None:
    database = cast.backend.database
    token, secret = mint_token(database, Role.DIRECTOR, lifetime=timedelta(hours=1))
    assert httpx.get(f"{cast.backend.url}/api/towns", headers=bearer(secret)).status_code == 200
    with database.begin() as connection:
        earlier = text("now() - interval '1 second'")
        connection.execute(
            update(tables.tokens).where(tables.tokens.c.id == token.id).values(expires_at=earlier)
        )
    assert httpx.get(f"{cast.backend.url}/api/towns", headers=bearer(secret)).status_code == 401


def test_who_may_not_is_told_so_before_the_body_is_looked_at(cast: Cast) -> None:
    for content in (b"{", b"x" * 200_000):
        for path in ("/api/towns", f"/api/towns/{cast.town}/inputs", "/api/tokens"):
            answer = httpx.post(cast.backend.url + path, content=content)
            assert (answer.status_code, name_of(answer)) == (401, "not-signed-in")


def test_the_database_holds_no_secret(cast: Cast) -> None:
    with cast.backend.database.begin() as connection:
        rows = connection.execute(tables.tokens.select()).all()
    kept = repr([tuple(row) for row in rows])
    assert len(rows) >= len(Role)
    assert [role for role, secret in cast.secrets.items() if secret and secret in kept] == []


# -- sessions


@contextmanager
def sign_in(url: str, secret: str | None) -> Iterator[httpx.Client]:
    """A browser that has opened a link."""
    with httpx.Client(base_url=url) as http:
        http.post("/api/session", json={"token": secret}).raise_for_status()
        yield http


def test_a_link_signs_a_browser_in_by_a_cookie_that_no_script_reads(cast: Cast) -> None:
    with httpx.Client(base_url=cast.backend.url) as http:
        answer = http.post("/api/session", json={"token": cast.secrets[VISITOR]})
        assert answer.json()["role"] == "visitor"
        cookie = answer.headers["Set-Cookie"]
        for attribute in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age="):
            assert attribute in cookie
        assert http.get("/api/towns").status_code == 200
        assert http.get("/api/session").json() == answer.json()
        assert cast.secrets[VISITOR] not in cookie


def test_all_who_open_one_link_are_visitors_of_their_own(cast: Cast) -> None:
    visitors = set()
    for _ in range(3):
        with sign_in(cast.backend.url, cast.secrets[VISITOR]) as http:
            visitors.add(http.get("/api/session").json()["visitor"])
    assert len(visitors - {cast.visitors[VISITOR]}) == 3


def test_opening_the_link_again_changes_nothing_and_another_link_keeps_the_visitor(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VISITOR]) as http:
        first, cookie = http.get("/api/session").json(), http.cookies[COOKIE]
        http.post("/api/session", json={"token": cast.secrets[VISITOR]})
        assert http.cookies[COOKIE] == cookie
        http.post("/api/session", json={"token": cast.secrets[DIRECTOR]})
        now = http.get("/api/session").json()
        assert (now["role"], now["visitor"]) == ("director", first["visitor"])
        assert httpx.get(f"{cast.backend.url}/api/towns", headers=bearer(cookie)).status_code == 401


def test_signing_out_ends_the_session_and_not_the_link(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        cookie = http.cookies[COOKIE]
        assert http.delete("/api/session").status_code == 204
        assert http.get("/api/session").json()["role"] is None
        assert http.delete("/api/session").status_code == 204
    assert (
        httpx.get(f"{cast.backend.url}/api/towns", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code
        == 401
    )
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        assert http.get("/api/towns").status_code == 200


def test_a_session_can_not_be_handed_on_as_a_link(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VISITOR]) as http:
        cookie = http.cookies[COOKIE]
    answer = httpx.post(f"{cast.backend.url}/api/session", json={"token": cookie})
    assert (answer.status_code, name_of(answer)) == (401, "token-refused")


def test_taking_a_link_back_ends_its_sessions_and_closes_their_channels(cast: Cast) -> None:
    made = cast.ask(DIRECTOR, "POST", "/api/tokens", {"role": "visitor", "label": "Guests", "days": 1}).json()
    assert made["path"] == f"/#token={made['secret']}"
    with sign_in(cast.backend.url, made["secret"]) as http:
        headers = {"Cookie": f"{COOKIE}={http.cookies[COOKIE]}"}
        with cast.backend.live(cast.town, headers=headers) as channel:
            channel.next("snapshot")
            listed = cast.ask(DIRECTOR, "GET", "/api/tokens").json()
            assert [(t["sessions"], t["own"]) for t in listed if t["id"] == made["id"]] == [(1, False)]
            assert made["secret"] not in json.dumps(listed)
            assert cast.ask(DIRECTOR, "DELETE", f"/api/tokens/{made['id']}").status_code == 204
            assert http.get("/api/towns").status_code == 401
            with pytest.raises(ConnectionClosed) as closed:
                channel.next("the channel's end")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4401
        assert http.get("/api/session").json()["role"] is None
        assert COOKIE not in http.cookies
    assert cast.ask(DIRECTOR, "DELETE", f"/api/tokens/{made['id']}").status_code == 204


def test_a_director_sees_which_link_is_the_own(cast: Cast) -> None:
    own = [token for token in cast.ask(DIRECTOR, "GET", "/api/tokens").json() if token["own"]]
    assert [token["role"] for token in own] == ["director"]


@pytest.mark.parametrize(
    "wish",
    [{}, {"role": "king"}, {"role": "viewer", "days": 0}, {"role": "viewer", "days": 10**9},
     {"role": "viewer", "label": "<b>x</b>"}, {"role": "viewer", "label": "x" * 41}, {"role": "viewer", "more": 1}],
)  # fmt: skip
def test_a_link_that_can_not_be_made_is_refused_with_its_fault(cast: Cast, wish: dict[str, Any]) -> None:
    answer = cast.ask(DIRECTOR, "POST", "/api/tokens", wish)
    assert (answer.status_code, name_of(answer)) == (422, "invalid-request")


def test_a_server_with_a_route_that_has_no_rule_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.api import access

    rules = {key: rule for key, rule in access.RULES.items() if key != ("GET", "/api/towns")}
    monkeypatch.setattr(access, "RULES", rules)
    with pytest.raises(RouteWithoutRule, match="GET /api/towns has no rule"):
        create_app().build_middleware_stack()


def test_a_fresh_database_lets_nobody_in(other_database_url: str, redis_url: str) -> None:
    with served(other_database_url, redis_url) as backend, backend.client(None) as http:
        assert http.get("/api/towns").status_code == 401
