"""Keeps who asks, signs in or sends within its limits."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from backend.api.edge.access import Principal, address_of, refuse
from backend.api.edge.limits import BY_ROLE, INPUTS, SIGNING_IN, WHO_AM_I, Limits
from backend.api.problems import TooManyRequests
from backend.domain.roles import Role


class RateLimit:
    """ASGI middleware behind the check of tokens."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            try:
                self._take(scope, scope["state"]["principal"])
            except TooManyRequests as problem:
                await refuse(problem, scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _take(self, scope: Scope, principal: Principal | None) -> None:
        posts = scope.get("method") == "POST"
        if principal is None:
            # All else that is public asks no token's store.
            if scope["path"] == "/api/session":
                item, what = (SIGNING_IN, "signing in") if posts else (WHO_AM_I, "who am I")
                self._limits.take(item, what, address_of(scope))
            return
        self._limits.take(BY_ROLE[principal.role], "requests", principal.token)
        if posts and scope["path"].endswith("/inputs") and not principal.role.may(Role.DIRECTOR):
            self._limits.take(INPUTS, "inputs", principal.token)
