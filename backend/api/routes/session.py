"""Signing a browser in: whoever opens a link gets a session of their own, in a cookie that no script can read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response
from pydantic import Field

from backend.api.edge.access import COOKIE, cookie_of, secret_of
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import PartsOf
from backend.api.problems import InvalidRequest, TokenRefused
from backend.domain.roles import Role
from backend.live.frames import View
from backend.store.people.tokens import (
    LONGEST_SECRET,
    TokenRow,
    mint_token,
    prolong_session,
    revoke_token,
    token_of,
)

router = APIRouter(prefix="/api/session", tags=["access"])

LASTING = timedelta(days=90)
"""So long a browser stays signed in, unless its link ends earlier."""
WORN = timedelta(days=60)
"""A session that lasts no longer than this is prolonged: who comes again each week stays the same visitor for good."""


class SignIn(Wish):
    token: str = Field(max_length=LONGEST_SECRET)
    """The secret of a link: what stands behind `#token=`."""


class SessionView(View):
    """Who a browser, or a script, is to the server."""

    role: Role | None
    """Null: nobody, it has to open a link."""
    visitor: str | None
    """Whom it speaks and walks as; the same for as long as the browser keeps its cookie."""
    label: str
    """What the link's maker called it."""
    expires_at: str | None
    """ISO 8601, UTC."""


NOBODY = SessionView(role=None, visitor=None, label="", expires_at=None)


@router.post("", responses=problems_of(TokenRefused, InvalidRequest), name="sign in")
def sign_in(
    wish: Annotated[SignIn, Body(examples=[{"token": "twl_…"}])],
    request: Request,
    response: Response,
    parts: PartsOf,
) -> SessionView:
    """Opens a session by a link's token and sets its cookie.

    The link that the browser came in by changes nothing; another one makes it somebody else's guest but the same
    visitor.
    """
    link = token_of(parts.database, wish.token)
    if link is None or link.parent is not None:
        raise TokenRefused
    before = _session(request, parts)
    if before is not None and before.parent == link.id:
        return _view(_kept(before, request, response, parts))
    lifetime = LASTING if link.expires_at is None else min(LASTING, link.expires_at - datetime.now(UTC))
    session, secret = mint_token(
        parts.database,
        link.role,
        label=link.label,
        parent=link.id,
        visitor=None if before is None else before.visitor,
        lifetime=lifetime,
    )
    if before is not None:
        revoke_token(parts.database, before.id)
    _set_cookie(request, response, secret, lifetime)
    return _view(session)


@router.get("", responses=problems_of(), name="who am I")
def who_am_i(request: Request, response: Response, parts: PartsOf) -> SessionView:
    """Whom its token or its cookie makes whoever asks; nobody where there is none that counts."""
    secret = secret_of(request)
    if secret is not None and (found := token_of(parts.database, secret)) is not None:
        return _view(_kept(found, request, response, parts) if secret == cookie_of(request) else found)
    if secret is not None and secret == cookie_of(request):
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return NOBODY


@router.delete("", status_code=204, responses=problems_of(), name="sign out")
def sign_out(request: Request, response: Response, parts: PartsOf) -> None:
    """Ends the browser's session; twice is as good as once."""
    if (session := _session(request, parts)) is not None:
        revoke_token(parts.database, session.id)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")


def _session(request: Request, parts: PartsOf) -> TokenRow | None:
    secret = cookie_of(request)
    found = None if secret is None else token_of(parts.database, secret)
    return None if found is None or found.parent is None else found


def _kept(session: TokenRow, request: Request, response: Response, parts: PartsOf) -> TokenRow:
    """A browser's session, prolonged where it is worn, with its cookie."""
    secret = cookie_of(request)
    now = datetime.now(UTC)
    if (
        secret is None
        or session.parent is None
        or session.expires_at is None
        or session.expires_at > now + WORN
    ):
        return session
    longer = prolong_session(parts.database, session.id, LASTING)
    if longer is None or longer.expires_at is None or longer.expires_at <= session.expires_at:
        return session
    _set_cookie(request, response, secret, longer.expires_at - now)
    return longer


def _set_cookie(request: Request, response: Response, secret: str, lifetime: timedelta) -> None:
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(lifetime.total_seconds()),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def _view(token: TokenRow) -> SessionView:
    return SessionView(
        role=token.role,
        visitor=token.visitor,
        label=token.label,
        expires_at=None if token.expires_at is None else token.expires_at.isoformat(),
    )
