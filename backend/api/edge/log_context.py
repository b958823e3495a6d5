"""Has the log lines of a request or a channel say which town it is about."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from backend.live.town_id import is_town_id
from backend.store.environment.logs import from_now_on_about

_OF_A_TOWN = "/api/towns/"


class LogContext:
    """ASGI middleware. It takes nothing back: the server's own line on a failure comes later than this ends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        town = path.removeprefix(_OF_A_TOWN).partition("/")[0] if path.startswith(_OF_A_TOWN) else ""
        if is_town_id(town):
            from_now_on_about(town=town)
        elif scope["type"] != "lifespan":
            from_now_on_about()
        await self._app(scope, receive, send)
