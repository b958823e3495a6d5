"""Who may do what: the one place where it is written down, and the one where it is checked.

Each route has a rule; a server with a route that has none is not made. The rule is checked before a request's body
is read. Where a request comes from gives no privilege.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.api.edge.limits import REFUSED, Limits
from backend.api.edge.problem_handlers import problem_response
from backend.api.edge.verified import Verified
from backend.api.problems import NotAllowed, NotSignedIn, NotYourself, Problem, StoreAway, TokenRefused
from backend.domain.inputs import AnyInput
from backend.domain.roles import Role
from backend.store.postgres.database import StoreUnavailable

PUBLIC = None
VIEWER, VISITOR, DIRECTOR = Role.VIEWER, Role.VISITOR, Role.DIRECTOR
CHANNEL = "WS"
"""Stands for the method of a WebSocket's route."""
FILES = "FILES"
"""Stands for all methods of a folder of files."""

RULES: Mapping[tuple[str, str], Role | None] = {
    # The page itself holds no town: whoever has no token gets as far as its door.
    ("GET", "/"): PUBLIC,
    ("GET", "/towns/{town}"): PUBLIC,
    ("GET", "/compare/{town}/{other}"): PUBLIC,
    ("GET", "/problems/{name}"): PUBLIC,
    (FILES, "/assets"): PUBLIC,
    (FILES, "/art"): PUBLIC,
    ("GET", "/api/docs"): PUBLIC,
    ("GET", "/api/openapi.json"): PUBLIC,
    ("GET", "/api/health"): PUBLIC,
    ("POST", "/api/session"): PUBLIC,
    ("GET", "/api/session"): PUBLIC,
    ("DELETE", "/api/session"): PUBLIC,
    ("GET", "/metrics"): VIEWER,
    ("GET", "/api/scenarios"): VIEWER,
    ("GET", "/api/scenarios/{scenario}"): VIEWER,
    ("GET", "/api/figures"): VIEWER,
    ("GET", "/api/interventions"): VIEWER,
    ("GET", "/api/figures/{key}/{looks}/{picture}"): VIEWER,
    ("GET", "/api/towns"): VIEWER,
    ("GET", "/api/towns/{town}"): VIEWER,
    ("GET", "/api/towns/{town}/scenario"): VIEWER,
    ("GET", "/api/towns/{town}/state"): VIEWER,
    ("GET", "/api/towns/{town}/events"): VIEWER,
    ("GET", "/api/towns/{town}/timeline"): VIEWER,
    ("GET", "/api/towns/{town}/bookmarks"): VIEWER,
    ("POST", "/api/towns/{town}/bookmarks"): DIRECTOR,
    ("PUT", "/api/towns/{town}/bookmarks/{number}"): DIRECTOR,
    ("DELETE", "/api/towns/{town}/bookmarks/{number}"): DIRECTOR,
    ("GET", "/api/towns/{town}/digest"): VIEWER,
    ("GET", "/api/towns/{town}/replay.html"): VIEWER,
    ("GET", "/api/towns/{town}/recap"): VIEWER,
    ("GET", "/api/towns/{town}/gazette/{day}"): VIEWER,
    ("GET", "/api/towns/{town}/residents"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/plan"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/memories"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/relationships"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/memories/{memory}/tree"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/recollections"): VIEWER,
    ("GET", "/api/towns/{town}/residents/{resident}/why"): VIEWER,
    ("GET", "/api/towns/{town}/why/{seq}"): VIEWER,
    ("GET", "/api/towns/{town}/news"): VIEWER,
    ("GET", "/api/towns/{town}/relationships"): VIEWER,
    ("GET", "/api/towns/{town}/relationships/changes"): VIEWER,
    ("GET", "/api/towns/{town}/news/{item}/spread"): VIEWER,
    ("GET", "/api/towns/{town}/memories/{memory}/spread"): VIEWER,
    ("GET", "/api/towns/{town}/announcements/{seq}/spread"): VIEWER,
    ("GET", "/api/towns/{town}/beliefs/{belief}/spread"): VIEWER,
    ("GET", "/api/towns/{town}/commitments/{commitment}/spread"): VIEWER,
    ("GET", "/api/towns/{town}/inputs"): VIEWER,
    ("GET", "/api/towns/{town}/inputs/{number}"): VIEWER,
    (CHANNEL, "/api/towns/{town}/live"): VIEWER,
    ("GET", "/api/towns/{town}/calls"): VIEWER,
    ("GET", "/api/towns/{town}/calls/summary"): VIEWER,
    # Prompts hold what residents remember and think.
    ("GET", "/api/towns/{town}/calls/{number}"): DIRECTOR,
    ("POST", "/api/towns/{town}/inputs"): VISITOR,
    # It may cost a call of a model.
    ("POST", "/api/towns/{town}/recap"): VISITOR,
    ("POST", "/api/towns/{town}/gazette/{day}"): VISITOR,
    ("POST", "/api/towns"): DIRECTOR,
    ("DELETE", "/api/towns/{town}"): DIRECTOR,
    ("PATCH", "/api/towns/{town}"): DIRECTOR,
    ("GET", "/api/towns/{town}/branches"): VIEWER,
    ("POST", "/api/towns/{town}/branches"): DIRECTOR,
    ("GET", "/api/towns/{town}/compare/{other}"): VIEWER,
    ("GET", "/api/towns/{town}/interventions"): DIRECTOR,
    ("GET", "/api/towns/{town}/interventions/{number}/effects"): VIEWER,
    ("POST", "/api/scenarios/{scenario}/residents"): DIRECTOR,
    ("POST", "/api/scenarios/{scenario}/residents/preview"): DIRECTOR,
    ("POST", "/api/towns/{town}/residents"): DIRECTOR,
    ("POST", "/api/towns/{town}/residents/preview"): DIRECTOR,
    ("POST", "/api/scenarios/{scenario}/residents/sketch"): DIRECTOR,
    ("POST", "/api/towns/{town}/residents/sketch"): DIRECTOR,
    ("POST", "/api/towns/{town}/clock"): DIRECTOR,
    ("GET", "/api/towns/{town}/visitors"): DIRECTOR,
    ("POST", "/api/towns/{town}/visitors/{visitor}"): DIRECTOR,
    ("GET", "/api/models"): DIRECTOR,
    ("PUT", "/api/models"): DIRECTOR,
    ("DELETE", "/api/models"): DIRECTOR,
    ("POST", "/api/models/check"): DIRECTOR,
    ("GET", "/api/tokens"): DIRECTOR,
    ("POST", "/api/tokens"): DIRECTOR,
    ("DELETE", "/api/tokens/{token}"): DIRECTOR,
}
"""The role that each route needs, by method and path."""

OF_VISITORS = frozenset(("speak", "enter", "walk", "leave", "use_object", "emote", "follow"))
"""Kinds of input that visitors may send, as themselves and for at once; all others are for directors."""

COOKIE = "townlet_session"
NOT_SIGNED_IN, NOT_ALLOWED, TOO_MANY, TRY_AGAIN = 4401, 4403, 4429, 1013
"""Codes with which the live channel is closed."""


class RouteWithoutRule(Exception):
    """A route would be open to nobody knows whom."""

    def __init__(self, method: str, path: str) -> None:
        super().__init__(f"{method} {path} has no rule; say in backend.api.edge.access.RULES who may use it")


@dataclass(frozen=True)
class Principal:
    """Who sends a request, by the token that came with it."""

    token: str
    """The token's id."""
    link: str
    """Id of the link that it came in by; the token's own where it is no session."""
    role: Role
    visitor: str
    """Whom it speaks and walks as."""


class Access:
    """ASGI middleware: lets a request or a channel through if its token's role may use its route.

    Args:
        routes: all routes of the server, its folders of files among them.
        limits: count who is refused again and again.

    Raises:
        RouteWithoutRule: on construction, for a route that is in no rule.
    """

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute], limits: Limits) -> None:
        self._app = app
        self._limits = limits
        self._rules = [
            (route, method, _rule(method, route)) for route in routes for method in _methods(route)
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})["principal"] = None
        needed = self._needed(scope)
        if needed is not PUBLIC:
            try:
                scope["state"]["principal"] = await self._allowed(scope, needed)
            except Problem as problem:
                await refuse(problem, scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _allowed(self, scope: Scope, needed: Role) -> Principal:
        try:
            return await _allowed(scope, needed)
        except (NotSignedIn, TokenRefused):
            self._limits.take(REFUSED, "refused", address_of(scope))
            raise

    def _needed(self, scope: Scope) -> Role | None:
        """Unknown addresses are public: nothing is there, and that is what whoever asks is told."""
        method = CHANNEL if scope["type"] == "websocket" else scope["method"]
        if method == "HEAD":
            method = "GET"
        for route, of, needed in self._rules:
            if of in (method, FILES) and route.matches(scope)[0] is not Match.NONE:
                return needed
        return PUBLIC


def address_of(scope: Scope) -> str:
    """Where a request comes from: for limits alone, never for rights."""
    client: tuple[str, int] | None = scope.get("client")
    return "nowhere" if client is None else client[0]


def secret_of(connection: HTTPConnection) -> str | None:
    """The secret that came with a request: in its Authorization header, else in its cookie."""
    scheme, _, secret = connection.headers.get("authorization", "").partition(" ")
    # Other schemes are not ours: a proxy in front may ask for a password of its own.
    return secret.strip() if scheme.lower() == "bearer" else cookie_of(connection)


def cookie_of(connection: HTTPConnection) -> str | None:
    """The secret in a page's cookie, among whatever cookies other programs of the same host have set."""
    return connection.cookies.get(COOKIE)


def check_input(principal: Principal, given: AnyInput, *, scheduled: bool) -> None:
    """Whether `principal` may send this input.

    Args:
        scheduled: it is to take effect at a moment to come.

    Raises:
        NotAllowed: inputs of this kind, or scheduled ones, are for directors.
        NotYourself: it speaks or walks as somebody else.
    """
    if principal.role.may(DIRECTOR):
        return
    if scheduled or given.kind not in OF_VISITORS:
        raise NotAllowed(DIRECTOR, principal.role)
    if getattr(given, "visitor", None) != principal.visitor:
        raise NotYourself(principal.visitor)


async def _allowed(scope: Scope, needed: Role) -> Principal:
    """Who it is. Raises NotSignedIn, TokenRefused, NotAllowed, StoreAway."""
    connection = HTTPConnection(scope)
    secret = secret_of(connection)
    if secret is None:
        raise NotSignedIn
    verified: Verified = connection.app.state.parts.verified
    try:
        token = await run_in_threadpool(verified.token_of, secret)
    except StoreUnavailable as error:
        raise StoreAway from error
    if token is None:
        raise TokenRefused
    if not token.role.may(needed):
        raise NotAllowed(needed, token.role)
    return Principal(token.id, token.parent or token.id, token.role, token.visitor)


async def refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request, or closes a channel, with a problem."""
    if scope["type"] == "http":
        await problem_response(problem, scope["path"])(scope, receive, send)
        return
    # A browser tells its page nothing of a refused handshake, but it does tell of a code.
    code = {401: NOT_SIGNED_IN, 403: NOT_ALLOWED, 429: TOO_MANY}.get(problem.status, TRY_AGAIN)
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": code, "reason": problem.title})


def _methods(route: BaseRoute) -> set[str]:
    if isinstance(route, Mount):
        return {FILES}
    methods: set[str] | None = getattr(route, "methods", None)
    return {CHANNEL} if methods is None else methods - {"HEAD"}


def _rule(method: str, route: BaseRoute) -> Role | None:
    path: str = cast(Any, route).path
    try:
        return RULES[method, path]
    except KeyError:
        raise RouteWithoutRule(method, path) from None


def _principal(connection: HTTPConnection) -> Principal:
    found: Principal | None = connection.state.principal
    assert found is not None, "the route is public; nobody needs to be known there"
    return found


PrincipalOf = Annotated[Principal, Depends(_principal)]
"""Who sends the request, on every route that is not public."""
