"""A model server that says what a test has it say, and hears what it was told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Scripted(ThreadingHTTPServer):
    """Says one text after the other, and keeps what it was sent."""

    daemon_threads = True

    def __init__(self, say: Any, ignores_stream: bool) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.say, self.ignores_stream = say, ignores_stream
        self.bodies: list[dict[str, Any]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: who reads no further hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: Scripted

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.bodies.append(body)
        text = self.server.say(body)
        if body.get("stream") and not self.server.ignores_stream:
            events = [{"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": "stop"}]}]
            document = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n\n"
            self._send(document.encode(), "text/event-stream")
            return
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        self._send(json.dumps({"choices": [choice]}).encode(), "application/json")

    def _send(self, document: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(document)))
        self.end_headers()
        self.wfile.write(document)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@contextmanager
def scripted(*texts: str, ignores_stream: bool = False) -> Iterator[Scripted]:
    lines = iter(texts)
    with _serving(Scripted(lambda _: next(lines), ignores_stream)) as server:
        yield server


@contextmanager
def listening() -> Iterator[Scripted]:
    """A model that passes on the first memory it is told of."""

    def say(body: dict[str, Any]) -> str:
        told = body["messages"][1]["content"].partition("<memories>\n")[2].partition("</memories>")[0]
        first = told.partition("\n")[0].partition(": ")[2]
        line = {
            "because": [],
            "text": first or "Good day.",
            "tells": ["m1"] if first else [],
            "introduces": False,
        }
        return json.dumps(line | {"ends": False, "invites": None, "accepts": [], "declines": []})

    with _serving(Scripted(say, False)) as server:
        yield server


@contextmanager
def _serving(server: Scripted) -> Iterator[Scripted]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
