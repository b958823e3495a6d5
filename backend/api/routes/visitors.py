"""A town's visitors as its director sees them: who was there, taking the word from them, showing them out."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Body, Path
from pydantic import model_validator

from backend.api.edge.access import DIRECTOR, Principal
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import LivingTownOf, Parts, PartsOf, TownOf, wake
from backend.api.problems import (
    InvalidRequest,
    Muted,
    Removed,
    TownEnded,
    TownGone,
    UnknownTown,
    UnknownVisitor,
)
from backend.domain.inputs import AnyInput, Leave
from backend.live.frames import View
from backend.store.people.moderations import Guest, guests, moderate, moderation_of
from backend.store.queues.inputs import InputRow, put_input

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
    known = [guest.visitor for guest in guests(parts.database, row.id)]
    if visitor not in known:
        raise UnknownVisitor(visitor, known)
    decided = moderate(parts.database, row.id, visitor, muted=wish.muted, removed=wish.removed)
    # After the decision: who asks to come in later than this look meets the decision in `see_out`.
    guest = next(guest for guest in guests(parts.database, row.id) if guest.visitor == visitor)
    if decided.removed and (guest.present or guest.coming):
        _lead_out(parts, row.id, visitor, f"removed {visitor} {decided.changes}")
    return _view(guest)


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


def see_out(parts: Parts, town: str, principal: Principal, stored: InputRow) -> None:
    """Leads whoever just entered out again, if a director showed it out between the check and the storing."""
    if principal.role.may(DIRECTOR) or stored.input.kind != "enter":
        return
    if moderation_of(parts.database, town, principal.visitor).removed:
        _lead_out(parts, town, principal.visitor, f"removed {principal.visitor} input {stored.id}")


def _lead_out(parts: Parts, town: str, visitor: str, key: str) -> None:
    """Stored before it is answered, and once only, whoever dies in between: the same decision has the same key.

    Args:
        key: holds a blank, which no key of people may: nobody can use it up beforehand to be able to stay.
    """
    put_input(parts.database, town, key, Leave(visitor=visitor))
    wake(parts, town)


def _view(guest: Guest) -> VisitorView:
    return VisitorView(
        visitor=guest.visitor,
        name=guest.name,
        present=guest.present,
        muted=guest.moderation.muted,
        removed=guest.moderation.removed,
        last_input_at=guest.last_input_at.isoformat(),
    )
