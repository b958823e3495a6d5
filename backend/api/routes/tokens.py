"""Inviting people: links that let them watch, walk in or direct, and taking these back."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Body, Path
from pydantic import Field

from backend.api.edge.access import Principal, PrincipalOf
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import PartsOf
from backend.api.problems import InvalidRequest, UnknownToken
from backend.domain.inputs import Name
from backend.domain.roles import Role
from backend.live.frames import View
from backend.store.people.tokens import Link, links, mint_token, revoke_token

router = APIRouter(prefix="/api/tokens", tags=["access"])

MOST_DAYS = 3650


class NewToken(Wish):
    """A link that is to be made."""

    role: Annotated[Role, Field(strict=False)]
    label: Name | None = None
    """Whom it is for."""
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None = None
    """It counts for so long; left out, until it is taken back."""


class TokenView(View):
    """A token that was handed out, without its secret."""

    id: str
    role: Role
    label: str
    created_at: str
    """ISO 8601, UTC, as the others."""
    expires_at: str | None
    revoked_at: str | None
    sessions: int
    """How many browsers are signed in with it."""
    own: bool
    """Whether whoever asks came in by it."""


class MadeToken(TokenView):
    secret: str
    """Told this once; only its hash is kept."""
    path: str
    """The link below the server's address: whoever opens it is signed in."""


_EXAMPLE = {"role": "visitor", "label": "Tuesday's guests", "days": 7}


@router.post("", status_code=201, responses=problems_of(InvalidRequest), name="make a link")
def make(
    wish: Annotated[NewToken, Body(examples=[_EXAMPLE])], parts: PartsOf, principal: PrincipalOf
) -> MadeToken:
    """Makes a token and tells its secret, which nobody can find out again."""
    lifetime = None if wish.days is None else timedelta(days=wish.days)
    token, secret = mint_token(parts.database, wish.role, label=wish.label or "", lifetime=lifetime)
    told = _view(Link(token, 0), principal)
    return MadeToken(**told.model_dump(), secret=secret, path=link_path(secret))


@router.get("", responses=problems_of(), name="list links")
def list_links(parts: PartsOf, principal: PrincipalOf) -> list[TokenView]:
    """All that were handed out, newest first, with those that were taken back or have expired."""
    return [_view(link, principal) for link in links(parts.database)]


@router.delete("/{token}", status_code=204, responses=problems_of(UnknownToken), name="take a link back")
def take_back(
    token: Annotated[str, Path(max_length=40, description="The token's id.", examples=["k-2f7xq3mnba"])],
    parts: PartsOf,
) -> None:
    """Ends the token and all its sessions within two seconds. Twice is as good as once."""
    revoke_token(parts.database, token)


def link_path(secret: str) -> str:
    """A link below a server's address. What stands behind # is never sent, logged or referred."""
    return f"/#token={secret}"


def _view(link: Link, principal: Principal) -> TokenView:
    token = link.token
    return TokenView(
        id=token.id,
        role=token.role,
        label=token.label,
        created_at=token.created_at.isoformat(),
        expires_at=None if token.expires_at is None else token.expires_at.isoformat(),
        revoked_at=None if token.revoked_at is None else token.revoked_at.isoformat(),
        sessions=link.sessions,
        own=token.id == principal.link,
    )
