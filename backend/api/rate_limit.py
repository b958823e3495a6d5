"""How much anybody may ask for in a minute: enough for people and honest scripts, too little to wear a town down.

Counted in this process, by the sliding windows of the `limits` library; each backend process counts for itself.
"""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.api.access import Principal, refuse
from backend.api.problems import TooManyRequests
from backend.domain.roles import Role

BY_ROLE = {
    Role.DIRECTOR: RateLimitItemPerMinute(12_000),
    Role.VISITOR: RateLimitItemPerMinute(1_200),
    Role.VIEWER: RateLimitItemPerMinute(1_200),
}
"""Requests and channels opened, per token."""
INPUTS = RateLimitItemPerMinute(300)
"""Inputs of whoever is no director, per token: five a second, as somebody sends who walks."""
SIGNING_IN = RateLimitItemPerMinute(300)
"""Per address: a whole audience may open one link at once."""
REFUSED = RateLimitItemPerMinute(600)
"""Requests with no token or a wrong one, per address."""

_SESSION = "/api/session"


class Limits:
    """Counts. Lives as long as the application."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, item: RateLimitItem, *of: str) -> None:
        """Counts one more. Raises TooManyRequests."""
        if not self._limiter.hit(item, *of):
            self._refuse(item, *of)

    def note(self, item: RateLimitItem, *of: str) -> None:
        """Counts one more that has happened already."""
        self._limiter.hit(item, *of)

    def check(self, item: RateLimitItem, *of: str) -> None:
        """Counts nothing. Raises TooManyRequests where no more is allowed."""
        if not self._limiter.test(item, *of):
            self._refuse(item, *of)

    def _refuse(self, item: RateLimitItem, *of: str) -> None:
        raise TooManyRequests(item.amount, self._limiter.get_window_stats(item, *of).reset_time)


class AddressLimit:
    """ASGI middleware before tokens are looked at: bounds what an address may try."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        address = (scope.get("client") or ("nobody",))[0]
        try:
            self._limits.check(REFUSED, "refused", address)
            if scope["path"] == _SESSION and scope.get("method") == "POST":
                self._limits.take(SIGNING_IN, "signing in", address)
        except TooManyRequests as problem:
            await refuse(problem, scope, receive, send)
            return

        async def counting(message: Message) -> None:
            refused_channel = message["type"] == "websocket.close" and message.get("code") == 4401
            if message.get("status") == 401 or refused_channel:
                self._limits.note(REFUSED, "refused", address)
            await send(message)

        await self._app(scope, receive, counting)


class TokenLimit:
    """ASGI middleware behind the check of tokens: bounds what each may ask for."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        principal: Principal | None = scope.get("state", {}).get("principal")
        if principal is not None:
            try:
                self._limits.take(BY_ROLE[principal.role], "requests", principal.token)
                if _is_input(scope) and not principal.role.may(Role.DIRECTOR):
                    self._limits.take(INPUTS, "inputs", principal.token)
            except TooManyRequests as problem:
                await refuse(problem, scope, receive, send)
                return
        await self._app(scope, receive, send)


def _is_input(scope: Scope) -> bool:
    return scope.get("method") == "POST" and scope["path"].endswith("/inputs")
