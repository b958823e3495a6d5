"""Headers, origins and limits: what a site that anybody can reach has to hold to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from types import SimpleNamespace

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from backend.api.edge.access import COOKIE
from backend.api.edge.limits import BY_ROLE, INPUTS, REFUSED, SIGNING_IN, WHO_AM_I, Limits
from backend.api.edge.site_headers import EVERYWHERE, POLICY
from backend.domain.roles import Role
from backend.live.town_id import new_town_id
from backend.store.environment.settings import SettingWrong, read_settings
from backend.store.people.tokens import mint_token
from backend.store.town.towns import create_town
from tests.integration.served import PATIENCE, Served, ask_patiently, bearer, served
from tests.small_town import a_scenario

FRIEND = "https://friend.example"
FOREIGN = "https://evil.example"


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str) -> Iterator[Served]:
    with served(database_url, redis_url, origins=frozenset((FRIEND,))) as running:
        yield running


@pytest.fixture(scope="module")
def town(backend: Served) -> str:
    id_ = new_town_id()
    create_town(backend.database, id_, a_scenario("ana"), name="Lane", seed=7, mind="rules", paused=True)
    return id_


@pytest.fixture(scope="module")
def session(backend: Served) -> str:
    """The cookie of a director's browser."""
    answer = ask_patiently("POST", f"{backend.url}/api/session", json={"token": backend.token})
    return f"{COOKIE}={answer.cookies[COOKIE]}"


def name_of(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).removeprefix("/problems/")


# -- headers


@pytest.mark.parametrize("path", ["/", "/towns/t-a", "/api/towns", "/api/docs", "/problems/not-found", "/nowhere",
                                  "/assets/none.js", "/api/towns/t-none", "/metrics", "/api/openapi.json"])  # fmt: skip
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_answer_says_what_a_page_may_do(backend: Served, path: str, signed_in: bool) -> None:
    headers = bearer(backend.token) if signed_in else {}
    answer = ask_patiently("GET", backend.url + path, headers=headers)
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "Strict-Transport-Security" not in answer.headers


def test_on_https_browsers_are_told_to_stay_there(backend: Served) -> None:
    answer = ask_patiently("GET", f"{backend.url}/api/health", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
    signed_in = ask_patiently(
        "POST",
        f"{backend.url}/api/session",
        json={"token": backend.token},
        headers={"X-Forwarded-Proto": "https"},
    )
    assert "Secure" in signed_in.headers["Set-Cookie"]


def test_the_policy_forbids_foreign_scripts_and_text_that_is_run(backend: Served) -> None:
    rules = dict(rule.partition(" ")[::2] for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert "unsafe" not in POLICY
    assert rules["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("path", ["/api/towns", "/api/session", "/metrics", "/api/towns/t-none"])
def test_no_cache_keeps_what_depends_on_who_asks(backend: Served, path: str) -> None:
    assert backend.http.get(path).headers["Cache-Control"] == "no-store"


# -- other sites


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_another_sites_page_changes_nothing_by_a_browsers_cookie(
    backend: Served, town: str, session: str, method: str
) -> None:
    for path in ("/api/towns", f"/api/towns/{town}", "/api/session"):
        answer = ask_patiently(
            method, backend.url + path, headers={"Cookie": session, "Origin": FOREIGN}, json={}
        )
        assert (answer.status_code, name_of(answer)) == (403, "foreign-origin")


def test_the_own_page_does(backend: Served, town: str, session: str) -> None:
    headers = {"Cookie": session, "Origin": backend.url}
    answer = ask_patiently(
        "POST", f"{backend.url}/api/towns/{town}/clock", headers=headers, json={"pause": True}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(("origin", "code"), [(FOREIGN, 4403), ("null", 4403), (FRIEND, None)])
def test_a_channel_is_for_pages_of_this_site_and_its_friends(
    backend: Served, town: str, session: str, origin: str, code: int | None
) -> None:
    with backend.live(town, headers={"Cookie": session, "Origin": origin}) as channel:
        if code is None:
            assert channel.next()["type"] == "snapshot"
        else:
            with pytest.raises(ConnectionClosed) as closed:
                channel.next()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == code


def test_only_friends_may_ask_from_their_pages_and_never_by_the_cookie(backend: Served) -> None:
    asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    friend = ask_patiently("OPTIONS", f"{backend.url}/api/towns", headers={"Origin": FRIEND, **asking})
    assert friend.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "Access-Control-Allow-Credentials" not in friend.headers
    foreign = ask_patiently("OPTIONS", f"{backend.url}/api/towns", headers={"Origin": FOREIGN, **asking})
    assert "Access-Control-Allow-Origin" not in foreign.headers
    answered = ask_patiently(
        "GET", f"{backend.url}/api/towns", headers={"Origin": FRIEND, **bearer(backend.token)}
    )
    assert answered.headers["Access-Control-Allow-Origin"] == FRIEND


def test_without_the_setting_nobody_may(database_url: str, redis_url: str) -> None:
    with served(database_url, redis_url) as backend:
        asking = {"Origin": FRIEND, "Access-Control-Request-Method": "GET"}
        answer = ask_patiently("OPTIONS", f"{backend.url}/api/towns", headers=asking)
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "value", ["*", "friend.example", "https://friend.example/", "https://a.b/c", "ftp://a.b"]
)
def test_an_origin_that_browsers_would_not_send_is_refused_by_name(value: str) -> None:
    environment = {"DATABASE_URL": "postgresql://a", "REDIS_URL": "redis://b", "TOWNLET_ORIGINS": value}
    with pytest.raises(SettingWrong, match="write origins as browsers do"):
        read_settings(environment)


# -- limits


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the limits stands: none fills up again while a slow machine asks."""
    now = time.time()
    for module in ("limits.storage.memory", "limits.strategies"):
        monkeypatch.setattr(f"{module}.time", SimpleNamespace(time=lambda: now))


@pytest.mark.usefixtures("standing_clock")
def test_who_asks_too_much_is_told_when_to_come_again(backend: Served) -> None:
    _, secret = mint_token(backend.database, Role.VIEWER)
    allowed = BY_ROLE[Role.VIEWER].amount
    with backend.client(secret) as http:
        for _ in range(3):
            http.get("/api/session")  # public: counted for nobody
        answers = [http.get("/api/towns/t-none") for _ in range(allowed + 1)]
    *before, last = answers
    assert {answer.status_code for answer in before} == {404}
    assert (last.status_code, name_of(last)) == (429, "too-many-requests")
    assert 1 <= int(last.headers["Retry-After"]) <= 60
    assert backend.http.get("/api/towns").status_code == 200


@pytest.mark.usefixtures("standing_clock")
def test_a_visitor_sends_so_many_inputs_and_a_director_more(backend: Served, town: str) -> None:
    row, secret = mint_token(backend.database, Role.VISITOR)
    with backend.client(secret) as http:
        sent = {"key": "same", "input": {"kind": "leave", "visitor": row.visitor}}
        answers = [http.post(f"/api/towns/{town}/inputs", json=sent) for _ in range(INPUTS.amount + 1)]
        assert [answer.status_code for answer in answers].count(429) == 1
        assert http.get(f"/api/towns/{town}").status_code == 200
    sent = {"key": "director's", "input": {"kind": "announce", "text": "Still here"}}
    assert backend.http.post(f"/api/towns/{town}/inputs", json=sent).status_code == 202


@pytest.mark.usefixtures("standing_clock")
def test_who_guesses_tokens_or_signs_in_on_and_on_is_slowed_down(database_url: str, redis_url: str) -> None:
    with (
        served(database_url, redis_url) as backend,
        httpx.Client(base_url=backend.url, timeout=PATIENCE) as http,
    ):
        link = {"token": backend.token}
        signed = [http.post("/api/session", json=link).status_code for _ in range(2 * SIGNING_IN.amount)]
        assert SIGNING_IN.amount <= signed.count(200) < len(signed)
        guesses = [bearer(f"twl_{number}") for number in range(2 * REFUSED.amount)]
        wrong = [http.get("/api/towns", headers=guess).status_code for guess in guesses]
        assert REFUSED.amount <= wrong.count(401) < len(wrong)
        assert set(signed + wrong) == {200, 401, 429}
        assert http.get("/api/towns", headers=bearer(backend.token)).status_code == 200


@pytest.mark.usefixtures("standing_clock")
def test_who_asks_on_and_on_who_it_is_is_slowed_down(database_url: str, redis_url: str) -> None:
    with (
        served(database_url, redis_url) as backend,
        httpx.Client(base_url=backend.url, timeout=PATIENCE) as http,
    ):
        asked = [http.get("/api/session").status_code for _ in range(2 * WHO_AM_I.amount)]
        assert WHO_AM_I.amount <= asked.count(200) < len(asked)
        assert http.delete("/api/session").status_code == 429
        assert http.post("/api/session", json={"token": backend.token}).status_code == 200


@pytest.mark.usefixtures("standing_clock")
def test_each_token_is_counted_for_itself() -> None:
    limits = Limits()
    for _ in range(INPUTS.amount):
        limits.take(INPUTS, "inputs", "one")
    limits.take(INPUTS, "inputs", "another")


def test_a_message_that_is_larger_than_any_page_sends_ends_the_channel(backend: Served, town: str) -> None:
    with backend.live(town) as channel:
        channel.next("snapshot")
        channel.say("x" * 100_000)
        with pytest.raises(ConnectionClosed) as closed:
            channel.next("nothing else")
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009
