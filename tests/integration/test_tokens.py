"""Tokens that do not count, and ways around them that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from backend.api.edge.access import COOKIE
from backend.domain.roles import Role
from backend.store.people.tokens import LONGEST_SECRET, PREFIX, mint_token, revoke_token
from backend.store.postgres import tables
from tests.integration.a_cast import DIRECTOR, Cast, name_of
from tests.integration.served import Served, ask_patiently, bearer


@pytest.fixture(scope="module")
def cast(backend: Served) -> Cast:
    return Cast(backend)


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
        answer = ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=headers)
        assert answer.status_code == 401
        texts.add(answer.json()["detail"])
    revoked, once = mint_token(cast.backend.database, Role.DIRECTOR)
    revoke_token(cast.backend.database, revoked.id)
    texts.add(ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=bearer(once)).json()["detail"])
    assert len(texts) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=80))
def test_no_guess_lets_anybody_in(backend: Served, guess: str) -> None:
    assert ask_patiently("GET", f"{backend.url}/api/towns", headers=bearer(guess)).status_code == 401


@pytest.mark.parametrize("scheme", ["Basic", "Token", "bearer2", ""])
def test_only_bearer_tokens_count(cast: Cast, scheme: str) -> None:
    headers = {"Authorization": f"{scheme} {cast.secrets[DIRECTOR]}".strip()}
    assert ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=headers).status_code == 401


def test_a_token_in_the_address_is_not_looked_at(cast: Cast) -> None:
    secret = cast.secrets[DIRECTOR]
    for query in (f"token={secret}", f"access_token={secret}", f"{COOKIE}={secret}"):
        assert ask_patiently("GET", f"{cast.backend.url}/api/towns?{query}").status_code == 401


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1", "Host: localhost",
     "X-Forwarded-Host: localhost", "X-Original-URL: /api/health", "X-HTTP-Method-Override: GET"],
)  # fmt: skip
def test_coming_from_the_same_machine_is_no_privilege(cast: Cast, header: str) -> None:
    name, _, value = header.partition(": ")
    assert ask_patiently("GET", f"{cast.backend.url}/api/towns", headers={name: value}).status_code == 401
    assert (
        ask_patiently("POST", f"{cast.backend.url}/api/towns", headers={name: value}, json={}).status_code
        == 401
    )


@pytest.mark.parametrize(
    "path", ["/api/towns/", "//api/towns", "/api/../api/towns", "/API/towns", "/api/towns%2f"]
)
def test_no_way_of_writing_an_address_gets_around_the_rule(cast: Cast, path: str) -> None:
    answer = ask_patiently("GET", cast.backend.url + path, follow_redirects=True)
    assert answer.status_code in (401, 404)
    assert cast.town not in answer.text


def test_a_token_whose_time_is_over_does_not_count(cast: Cast) -> None:
    database = cast.backend.database
    token, secret = mint_token(database, Role.DIRECTOR, lifetime=timedelta(hours=1))
    assert ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=bearer(secret)).status_code == 200
    with database.begin() as connection:
        earlier = text("now() - interval '1 second'")
        connection.execute(
            update(tables.tokens).where(tables.tokens.c.id == token.id).values(expires_at=earlier)
        )
    assert ask_patiently("GET", f"{cast.backend.url}/api/towns", headers=bearer(secret)).status_code == 401


def test_who_may_not_is_told_so_before_the_body_is_looked_at(cast: Cast) -> None:
    for content in (b"{", b"x" * 200_000):
        for path in ("/api/towns", f"/api/towns/{cast.town}/inputs", "/api/tokens"):
            answer = ask_patiently("POST", cast.backend.url + path, content=content)
            assert (answer.status_code, name_of(answer)) == (401, "not-signed-in")


def test_the_database_holds_no_secret(cast: Cast) -> None:
    with cast.backend.database.begin() as connection:
        rows = connection.execute(tables.tokens.select()).all()
    kept = repr([tuple(row) for row in rows])
    assert len(rows) >= len(Role)
    assert [role for role, secret in cast.secrets.items() if secret and secret in kept] == []
