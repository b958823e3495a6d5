"""A town's visitors as its director sees them: who was there, taking the word from them, showing them out."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Body, Path
from pydantic import model_validator

from backend.api.access import DIRECTOR, Principal
from backend.api.openapi import problems_of
from backend.api.parts import LivingTownOf, Parts, PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    Muted,
    Removed,
    TownEnded,
    TownGone,
    UnknownTown,
    UnknownVisitor,
)
from backend.api.wish import Wish
from backend.domain.inputs import AnyInput, Leave
from backend.live.frames import View
from backend.store.inputs import put_input
from backend.store.moderations import Guest, guests, moderate, moderation_of

router = APIRouter(prefix="/api/towns/{town}/visitors", tags=["access"])


class VisitorView(View):
    """Somebody from outside who sent this town an input."""

    visitor: str
    name: str
    """As they last gave it; empty if they never did."""
    present: bool
    """Whether their body is in town; who only talks has none."""
    muted: bool
    removed: bool
    last_input_at: str
    """ISO 8601, UTC."""


class ModerationWish(Wish):
    """At least one of these; what is left out stays."""

    muted: bool | None = None
    """Their words are refused; they can still walk."""
    removed: bool | None = None
    """Their body leaves the town, and all that they send it is refused."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.muted is None and self.removed is None:
            raise ValueError("says nothing; send muted or removed, true or false")
        return self


@router.get("", responses=problems_of(UnknownTown, TownGone), name="list visitors")
def list_visitors(row: TownOf, parts: PartsOf) -> list[VisitorView]:
    """All who ever sent this town an input from outside; who did so last comes first."""
    return [_view(guest) for guest in guests(parts.database, row.id)]


@router.post(
    "/{visitor}",
    responses=problems_of(UnknownTown, TownGone, TownEnded, UnknownVisitor, InvalidRequest),
    name="mute or remove a visitor",
)
def decide(
    visitor: Annotated[str, Path(max_length=60, description="The visitor's id.", examples=["visitor:me"])],
    wish: Annotated[ModerationWish, Body(examples=[{"muted": True}])],
    row: LivingTownOf,
    parts: PartsOf,
) -> VisitorView:
    """What was taken before stands. Undone by the same with `false`. Directors' own inputs are never refused so."""
    known = {guest.visitor: guest for guest in guests(parts.database, row.id)}
    if visitor not in known:
        raise UnknownVisitor(visitor, known)
    decided = moderate(parts.database, row.id, visitor, muted=wish.muted, removed=wish.removed)
    if decided.removed and known[visitor].present:
        # Stored before it is answered, and once only, whoever dies in between: the same decision has the same key.
        put_input(parts.database, row.id, f"removed:{visitor}:{decided.changes}", Leave(visitor=visitor))
        parts.hints.wake(row.id)
        parts.hints.live(row.id)
    return next(_view(guest) for guest in guests(parts.database, row.id) if guest.visitor == visitor)


def check_welcome(parts: Parts, town: str, principal: Principal, sent: AnyInput) -> None:
    """Whether a director has taken the word from who sends this, or shown it out.

    Raises:
        Muted, Removed: it has.
    """
    if principal.role.may(DIRECTOR):
        return
    decided = moderation_of(parts.database, town, principal.visitor)
    if decided.removed:
        raise Removed
    if decided.muted and sent.kind == "speak":
        raise Muted


def _view(guest: Guest) -> VisitorView:
    return VisitorView(
        visitor=guest.visitor,
        name=guest.name,
        present=guest.present,
        muted=guest.moderation.muted,
        removed=guest.moderation.removed,
        last_input_at=guest.last_input_at.isoformat(),
    )
