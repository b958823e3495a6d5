"""Links, and the sessions of the browsers that open them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import func, update
from websockets.exceptions import ConnectionClosed

from backend.api.edge.access import COOKIE
from backend.store.postgres.tables import tokens
from tests.integration.a_cast import DIRECTOR, VIEWER, VISITOR, Cast, name_of
from tests.integration.served import PATIENCE, Served, ask_patiently, bearer


@pytest.fixture(scope="module")
def cast(backend: Served) -> Cast:
    return Cast(backend)


@contextmanager
def sign_in(url: str, secret: str | None) -> Iterator[httpx.Client]:
    """A browser that has opened a link."""
    with httpx.Client(base_url=url, timeout=PATIENCE) as http:
        http.post("/api/session", json={"token": secret}).raise_for_status()
        yield http


def test_a_link_signs_a_browser_in_by_a_cookie_that_no_script_reads(cast: Cast) -> None:
    with httpx.Client(base_url=cast.backend.url, timeout=PATIENCE) as http:
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
        assert (
            ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=bearer(cookie)).status_code == 401
        )


def test_signing_out_ends_the_session_and_not_the_link(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        cookie = http.cookies[COOKIE]
        assert http.delete("/api/session").status_code == 204
        assert http.get("/api/session").json()["role"] is None
        assert http.delete("/api/session").status_code == 204
    assert (
        ask_patiently(
            "GET", f"{cast.backend.url}/api/towns", headers={"Cookie": f"{COOKIE}={cookie}"}
        ).status_code
        == 401
    )
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        assert http.get("/api/towns").status_code == 200


def test_a_session_can_not_be_handed_on_as_a_link(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VISITOR]) as http:
        cookie = http.cookies[COOKIE]
    answer = ask_patiently("POST", f"{cast.backend.url}/api/session", json={"token": cookie})
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


OTHERS = ('prefs={"night": true}', "a=b c", "list[0]=1", "na me=1", "flag", "=", 'quoted="a;b"')


@pytest.mark.parametrize("other", OTHERS)
def test_cookies_of_other_programs_on_the_same_host_sign_nobody_out(cast: Cast, other: str) -> None:
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        own = f"{COOKIE}={http.cookies[COOKIE]}"
    for cookies in (f"{other}; {own}", f"{own}; {other}"):
        headers = {"Cookie": cookies}
        assert ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=headers).status_code == 200
        assert (
            ask_patiently("GET", f"{cast.backend.url}/api/session", headers=headers).json()["role"]
            == "viewer"
        )


def test_a_proxy_that_asks_for_a_password_of_its_own_does_not_hide_the_cookie(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        answer = http.get("/api/towns", headers={"Authorization": "Basic bWF5YTpzZWNyZXQ="})
    assert answer.status_code == 200


def test_a_wrong_token_is_not_made_good_by_a_cookie(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[DIRECTOR]) as http:
        assert http.get("/api/towns", headers=bearer("twl_wrong")).status_code == 401


def test_a_script_is_told_whom_it_speaks_as(cast: Cast) -> None:
    for role in (VIEWER, VISITOR, DIRECTOR):
        told = cast.ask(role, "GET", "/api/session").json()
        assert (told["role"], told["visitor"]) == (role, cast.visitors[role])


def test_only_a_cookie_that_does_not_count_is_taken_back(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VIEWER]) as http:
        assert http.get("/api/session", headers=bearer("twl_wrong")).json()["role"] is None
        assert COOKIE in http.cookies
        cookie = http.cookies[COOKIE]
        http.delete("/api/session")
    answer = ask_patiently("GET", f"{cast.backend.url}/api/session", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert answer.json()["role"] is None
    assert "Max-Age=0" in answer.headers["Set-Cookie"]


def test_a_session_says_when_its_link_is_over(cast: Cast) -> None:
    made = cast.ask(DIRECTOR, "POST", "/api/tokens", {"role": "viewer", "days": 1}).json()
    with httpx.Client(base_url=cast.backend.url, timeout=PATIENCE) as http:
        answer = http.post("/api/session", json={"token": made["secret"]})
    over, of_link = (datetime.fromisoformat(one["expires_at"]) for one in (answer.json(), made))
    assert abs(over - of_link) < timedelta(minutes=1)
    assert timedelta(hours=23) < max_age_of(answer) <= timedelta(days=1)


def max_age_of(answer: httpx.Response) -> timedelta:
    return timedelta(seconds=int(answer.headers["Set-Cookie"].partition("Max-Age=")[2].partition(";")[0]))


def _wear(cast: Cast, visitor: str, left: timedelta) -> None:
    """Lets time pass until the session of a visitor has so much left."""
    query = update(tokens).where(tokens.c.visitor == visitor).values(expires_at=func.now() + left)
    with cast.backend.database.begin() as connection:
        connection.execute(query)


def _days_left(http: httpx.Client) -> int:
    over = datetime.fromisoformat(http.get("/api/session").json()["expires_at"])
    return round((over - datetime.now(UTC)) / timedelta(days=1))


def test_who_comes_again_and_again_stays_the_same_visitor(cast: Cast) -> None:
    with sign_in(cast.backend.url, cast.secrets[VISITOR]) as http:
        me, cookie = http.get("/api/session").json()["visitor"], http.cookies[COOKIE]
        _wear(cast, me, timedelta(days=20))
        answer = http.get("/api/session")
        assert answer.json()["visitor"] == me
        assert max_age_of(answer) > timedelta(days=89)
        assert http.cookies[COOKIE] == cookie
        assert _days_left(http) == 90
        assert "Set-Cookie" not in http.get("/api/session").headers
        _wear(cast, me, timedelta(days=20))
        http.post("/api/session", json={"token": cast.secrets[VISITOR]})
        assert _days_left(http) == 90


def test_no_session_outlives_its_link(cast: Cast) -> None:
    made = cast.ask(DIRECTOR, "POST", "/api/tokens", {"role": "viewer", "days": 10}).json()
    with sign_in(cast.backend.url, made["secret"]) as http:
        me = http.get("/api/session").json()["visitor"]
        assert _days_left(http) == 10
        _wear(cast, me, timedelta(days=2))
        assert _days_left(http) == 10


def test_nobody_is_signed_in_with_a_link_that_was_taken_back(cast: Cast) -> None:
    made = cast.ask(DIRECTOR, "POST", "/api/tokens", {"role": "viewer"}).json()

    def signed_in() -> int:
        listed = cast.ask(DIRECTOR, "GET", "/api/tokens").json()
        return int(next(one["sessions"] for one in listed if one["id"] == made["id"]))

    with sign_in(cast.backend.url, made["secret"]):
        assert signed_in() == 1
        cast.ask(DIRECTOR, "DELETE", f"/api/tokens/{made['id']}")
        assert signed_in() == 0


@pytest.mark.parametrize("id_", ["k-%00", "%00", "k-%ff", "k-'--", "%ed%a0%80", "k-" + "x" * 38])
def test_taking_back_what_nobody_made_is_told_so(cast: Cast, id_: str) -> None:
    answer = cast.ask(DIRECTOR, "DELETE", f"/api/tokens/{id_}")
    assert (answer.status_code, name_of(answer)) == (404, "unknown-token")
