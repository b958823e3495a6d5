"""Which other sites' pages may ask something: none, but those that the settings name, and these never by a cookie."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.api.edge.access import COOKIE, refuse
from backend.api.problems import ForeignOrigin

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


class Origins:
    """ASGI middleware. SameSite keeps our cookie from other sites' requests; old browsers and WebSockets need more."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._cors: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        allowed: Collection[str] = scope["app"].state.parts.origins
        connection = HTTPConnection(scope)
        if _is_foreign(connection, allowed) and _is_dangerous(connection):
            await refuse(ForeignOrigin(), scope, receive, send)
        elif allowed and scope["type"] == "http":
            self._cors = self._cors or CORSMiddleware(
                self._app,
                allow_origins=sorted(allowed),
                allow_methods=("GET", "POST", "PUT", "PATCH", "DELETE"),
                allow_headers=("Authorization", "Content-Type", "Idempotency-Key"),
                expose_headers=("Location", "Retry-After"),
            )
            await self._cors(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_foreign(connection: HTTPConnection, allowed: Collection[str]) -> bool:
    """Scripts send no Origin; a page's browser does, whenever it matters."""
    origin = connection.headers.get("origin")
    if origin is None or origin in allowed:
        return False
    # Only the host: a proxy may speak TLS where we do not.
    return urlsplit(origin).netloc.lower() != connection.headers.get("host", "").lower()


def _is_dangerous(connection: HTTPConnection) -> bool:
    """Whether a foreign page could do or see by it what only the cookie's owner may."""
    if connection.scope["type"] == "websocket":
        return True
    return connection.scope["method"] not in SAFE and COOKIE in connection.cookies
