"""The model server is tried as it is set up, and whoever asked is told what to do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from backend.domain.model_settings import model_settings
from backend.store.model_settings import ModelSetup
from tests.integration.served import served
from tests.integration.worker_process import WorkerProcess
from worker.model_check import check_models

KEY = "sk-of-the-test-2468"


@contextmanager
def a_server(
    status: int = 200, body: str = '{"data": [{"id": "big"}, {"id": "llama:latest"}]}'
) -> Iterator[str]:
    """A server that knows one route, and takes one key."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            allowed = self.headers["Authorization"] == f"Bearer {KEY}"
            code = status if allowed else 401
            self.send_response(code if self.path == "/v1/models" else 404)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def told(url: str, **more: object) -> dict[str, tuple[bool, str]]:
    settings = model_settings({"base_url": url, "api_key": KEY, "model": "big", **more})
    findings = check_models(ModelSetup(settings, "page"))
    assert KEY not in str(findings)
    return {finding.part: (finding.fine, finding.words) for finding in findings}


def test_a_server_that_has_all_that_is_named_is_fine() -> None:
    with a_server() as url:
        findings = told(url, cheap_model="llama")
    assert findings["Server"][0]
    assert findings["Model"] == (True, "llama is there")


@pytest.mark.parametrize(
    ("status", "more", "part", "todo"),
    [
        (200, {"model": "bigger"}, "Model", "has no 'bigger'; it has big, llama:latest"),
        (200, {"api_key": "sk-another-key-0000"}, "Key", "give its key again"),
        (500, {}, "Server", "answers 500"),
        (404, {}, "Server", "/v1"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    status: int, more: dict[str, str], part: str, todo: str
) -> None:
    with a_server(status) as url:
        fine, words = told(url, **more)[part]
    assert not fine
    assert todo in words


def test_a_server_that_is_not_there_is_told_of() -> None:
    fine, words = told("http://127.0.0.1:1/v1")["Server"]
    assert not fine
    assert "does not answer" in words


def test_a_list_of_another_form_is_no_fault() -> None:
    with a_server(body="[]") as url:
        assert told(url) == {"Server": (True, f"{url} answers")}


def test_what_can_not_be_used_is_told_as_it_is() -> None:
    (finding,) = check_models(ModelSetup(None, "page", "bring back the key file"))
    assert (finding.fine, finding.words) == (False, "bring back the key file")
    (finding,) = check_models(ModelSetup(None, "off"))
    assert finding.fine


def test_a_worker_tries_the_server_for_the_page(database_url: str, redis_url: str, tmp_path: Path) -> None:
    """The whole way: the page saves the key, a worker opens it with the key file of the same home."""
    environment = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "TOWNLET_HOME": str(tmp_path)}
    with (
        a_server() as url,
        served(database_url, redis_url, home=tmp_path) as backend,
        WorkerProcess("talk", tmp_path / "talk.log", environment) as worker,
    ):
        wish = {"base_url": url, "api_key": KEY, "model": "big"}
        backend.http.put("/api/models", json=wish).raise_for_status()
        found = backend.http.post("/api/models/check").json()
        backend.http.delete("/api/models").raise_for_status()
        assert KEY not in worker.said
    assert found["fine"], found
    assert [finding["part"] for finding in found["findings"]] == ["Server", "Model"]
