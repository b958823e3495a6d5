"""Refuses requests whose body is too large, before any of it is kept."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.api.edge.problem_handlers import problem_response
from backend.api.problems import TooLarge

MOST_BYTES = 64 * 1024
DRAINED_BYTES = 16 * 1024 * 1024
"""So much of a refused body is read and thrown away, so that its sender gets to read why it was refused."""


class BodyLimit:
    """ASGI middleware: reads the body of at most `most` bytes, then lets the route have it."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        kept: list[Message] = []
        size, more = 0, True
        while more and size <= DRAINED_BYTES:
            message = await receive()
            size += len(message.get("body", b""))
            more = message.get("more_body", False)
            if size <= self._most:
                kept.append(message)
        if size > self._most:
            await problem_response(TooLarge(self._most), scope["path"])(scope, receive, send)
            return

        async def replay() -> Message:
            return kept.pop(0) if kept else await receive()

        await self._app(scope, replay, send)
