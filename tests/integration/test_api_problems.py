"""Whatever is wrong with a request, its sender learns what to do, and nothing of the server's inside."""

from __future__ import annotations

import html
import re
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from backend.api.problems import all_problems
from tests.integration.served import Served


def told(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    document = answer.json()
    assert document["status"] == answer.status_code
    assert document["title"]
    assert document["detail"]
    assert "Traceback" not in answer.text
    return answer.status_code, document["type"].removeprefix("/problems/")


@pytest.mark.parametrize(
    "body",
    [b"{", b"{'scenario': 1}", b"nonsense", b"\xff\xfe\x00", b"[" * 30_000, b'{"a": "\xc3\x28"}'],
    ids=["open", "quotes", "words", "bytes", "deep", "utf8"],
)
def test_a_body_that_is_not_json_is_refused(backend: Served, body: bytes) -> None:
    answer = backend.http.post("/api/towns", content=body, headers={"Content-Type": "application/json"})
    assert told(answer) == (400, "malformed-json")


def test_a_body_that_is_missing_is_asked_for(backend: Served) -> None:
    assert told(backend.http.post("/api/towns")) == (422, "invalid-request")


def test_a_body_of_another_type_is_told_to_be_json(backend: Served) -> None:
    answer = backend.http.post(
        "/api/towns", content=b"scenario=brook_lane", headers={"Content-Type": "text/plain"}
    )
    assert told(answer) == (422, "invalid-request")
    assert "application/json" in answer.text


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1024 * 1024, 8 * 1024 * 1024])
def test_a_body_that_is_too_large_is_refused(backend: Served, size: int) -> None:
    answer = backend.http.post("/api/towns", content=b" " * size)
    assert told(answer) == (413, "too-large")
    assert answer.json()["most"] == 64 * 1024


def test_a_body_that_is_too_large_is_refused_when_it_does_not_say_how_large(backend: Served) -> None:
    def pieces() -> Iterator[bytes]:
        yield from [b" " * 1024] * 1024

    assert told(backend.http.post("/api/towns", content=pieces())) == (413, "too-large")


def test_a_body_of_just_the_largest_size_is_read(backend: Served) -> None:
    body = b'{"scenario": "nowhere"}'.ljust(64 * 1024)
    answer = backend.http.post("/api/towns", content=body, headers={"Content-Type": "application/json"})
    assert told(answer) == (422, "unknown-scenario")


@pytest.mark.parametrize(
    "path", ["/api/nothing", "/api", "/api/", "/nothing.js", "/assets/none.js", "/.vite/x"]
)
def test_an_address_where_nothing_is_says_so(backend: Served, path: str) -> None:
    assert told(backend.http.get(path)) == (404, "not-found")
    assert told(backend.http.post(path, json={}))[0] in (404, 405)


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/api/towns"), ("PUT", "/api/towns/t-none"), ("POST", "/api/health")]
)
def test_a_method_that_is_not_taken_says_which_are(backend: Served, method: str, path: str) -> None:
    answer = backend.http.request(method, path, json={})
    assert told(answer) == (405, "method-not-allowed")
    assert answer.headers["Allow"]


def test_a_broken_off_request_harms_nobody(backend: Served) -> None:
    host, port = backend.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(b"POST /api/towns HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    assert backend.http.get("/api/health").status_code == 200


def test_every_route_documents_its_problems_with_examples(backend: Served) -> None:
    document = backend.http.get("/api/openapi.json").json()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    operations: list[dict[str, Any]] = [
        operation for path in document["paths"].values() for operation in path.values()
    ]
    assert len(operations) >= 19
    for operation in operations:
        assert operation["description"] or operation["summary"]
        assert {"500", "503"} <= set(operation["responses"])
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                content = response["content"]
                assert list(content) == ["application/problem+json"], operation["operationId"]
        if "requestBody" in operation:
            body = operation["requestBody"]["content"]["application/json"]
            assert "examples" in body or "examples" in body["schema"], operation["operationId"]


def test_every_example_of_a_request_is_a_request_that_fits(backend: Served) -> None:
    document = backend.http.get("/api/openapi.json").json()
    town = backend.http.post("/api/towns", json={"scenario": "brook_lane", "paused": True}).json()["id"]
    tried = 0
    for path, operations in document["paths"].items():
        if "requestBody" not in operations.get("post", {}):
            continue
        body = operations["post"]["requestBody"]["content"]["application/json"]
        named = [example["value"] for example in body.get("examples", {}).values()]
        for example in named or body["schema"]["examples"]:
            address = path.replace("{town}", town).replace("{visitor}", "visitor:me")
            address = address.replace("{scenario}", "brook_lane")
            # An example can't hold a token that counts.
            sent = example | {"token": backend.token} if "token" in example else example
            answer = backend.http.post(address, json=sent)
            assert answer.status_code in (200, 201, 202), answer.text
            tried += 1
    assert tried >= 11


def test_the_page_of_all_routes_shows_each_and_loads_nothing_from_elsewhere(backend: Served) -> None:
    document = backend.http.get("/api/openapi.json").json()
    page = backend.http.get("/api/docs").text
    for path in document["paths"]:
        assert f"<code>{path}</code>" in page
    assert "Say something to a resident" in page
    assert "src=" not in page
    assert re.search(r"""(?:src|href|action|url\()\s*=?\s*["']?(?:https?:)?//""", page) is None


def test_every_problem_has_a_page_that_explains_it(backend: Served) -> None:
    for name, problem in all_problems().items():
        page = backend.http.get(f"/problems/{name}")
        assert page.status_code == 200
        assert problem.title in html.unescape(page.text)
    assert told(backend.http.get("/problems/none")) == (404, "not-found")
