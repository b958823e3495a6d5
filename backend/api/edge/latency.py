"""Measures how long each route takes to answer."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FILES = "files"
"""What has no route of ours: the page's files, and addresses where nothing is."""
METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
OTHER = "other"
"""Any other method; people may send what they like."""


class Latency:
    """A histogram by method, route and status; safe to share between threads."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._seconds = Histogram(
            "townlet_request_seconds",
            "Real seconds from a request to the end of its answer.",
            ("method", "route", "status"),
            registry=registry,
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        self._seconds.labels(method, route, str(status)).observe(seconds)


class Timed:
    """ASGI middleware around all others. Its labels are as few as there are routes, whatever people ask for."""

    def __init__(self, app: ASGIApp, latency: Latency) -> None:
        self._app = app
        self._latency = latency

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            route = getattr(scope.get("route"), "path", FILES)
            method = scope["method"] if scope["method"] in METHODS else OTHER
            self._latency.observe(method, route, status, time.perf_counter() - began)
