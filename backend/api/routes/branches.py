"""Branches of a town: going back to any moment and living on otherwise, or without something that was done."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, BackgroundTasks, Body, Header, Response
from pydantic import Field, model_validator

from backend.api.forms.moment import LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import LivingTownOf, Parts, PartsOf, TownOf, wake
from backend.api.problems import (
    InvalidRequest,
    KeyReused,
    NothingToUndo,
    TickNotYet,
    TownEnded,
    TownGone,
    UnknownEvent,
    UnknownInput,
    UnknownTown,
)
from backend.api.routes.inputs import Key, key_of
from backend.domain.calendar import Calendar
from backend.domain.inputs import Name
from backend.live.frames import Horizon, View
from backend.live.town_id import new_town_id
from backend.live.views import horizon_of
from backend.store.family import branches as store
from backend.store.family.families import family_of, main_of, make_main, rename_town
from backend.store.town.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["branches"])

LAST_SEQ = 2**53 - 1


class BranchWish(Wish):
    """Where the branch begins: at most one of `tick`, `seq` and `undo`. Left out, it is the town as it is now."""

    name: Name | None = None
    """Left out, it tells the moment."""
    tick: Annotated[int, Field(ge=0, le=LAST_TICK)] | None = None
    """The last tick that it shares, with all that happened in it; the next is its own."""
    seq: Annotated[int, Field(ge=1, le=LAST_SEQ)] | None = None
    """An event of the log instead: the last tick that it shares is the one in which this happened."""
    undo: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    """An input's id instead: the branch begins before its tick, takes all later inputs of people at their stamps but
    this one, and lives on to where the town is; there it pauses."""
    paused: bool = True
    """Whether it waits until its clock is set."""
    key: Key | None = None
    """May be sent as the header Idempotency-Key instead."""

    @model_validator(mode="after")
    def _begins_once(self) -> Self:
        if sum(each is not None for each in (self.tick, self.seq, self.undo)) > 1:
            raise ValueError("begins at several moments; send one of tick, seq and undo")
        return self


class TownChange(Wish):
    """At least one of these."""

    name: Name | None = None
    main: bool | None = None
    """True makes it the main one of its family; it stays so until another is."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.name is None and self.main is not True:
            raise ValueError("says nothing; send a name, or main: true")
        return self


class BranchView(View):
    """A town as one of its family."""

    id: str
    name: str
    parent: str | None
    """The town that it is a branch of; null for the one that was founded."""
    fork_tick: int | None
    """The last tick that it shares with its parent; -1 where it shares none. Null for the one that was founded."""
    fork_local: str | None
    """Town-local date and time of that tick, ISO 8601."""
    fork_seq: int | None
    """Position of the last event that it shares."""
    undone: int | None
    """Id of the input of its parent that it lives without."""
    main: bool
    """Whether it is the main one of its family."""
    created_at: str
    """ISO 8601, UTC."""
    horizon: Horizon
    paused: bool
    step_to: int | None
    """The tick up to which it lives although it is paused."""


_EXAMPLES = {
    "now": {"summary": "As the town is now", "value": {"name": "With a whisper", "key": "6f1d0f6c-1"}},
    "then": {"summary": "From a moment of the past", "value": {"tick": 0, "key": "6f1d0f6c-2"}},
}


@router.get("/branches", responses=problems_of(UnknownTown, TownGone), name="list a town's family")
def branches(row: TownOf, parts: PartsOf) -> list[BranchView]:
    """The town with all that it comes from and all their branches, the oldest first."""
    return _family(parts, row)


@router.post(
    "/branches",
    status_code=201,
    responses={
        200: {
            "model": BranchView,
            "description": "The same was asked for with the same key before; that branch",
        },
        **problems_of(
            UnknownTown,
            TownGone,
            TickNotYet,
            UnknownEvent,
            UnknownInput,
            NothingToUndo,
            KeyReused,
            InvalidRequest,
        ),
    },
    name="make a branch",
)
def branch(
    wish: Annotated[BranchWish, Body(openapi_examples=_EXAMPLES)],
    row: TownOf,
    parts: PartsOf,
    response: Response,
    afterwards: BackgroundTasks,
    idempotency_key: Annotated[Key | None, Header()] = None,
) -> BranchView:
    """A town of its own with the same past. It copies nothing, so it takes no longer for a long past."""
    key = key_of(wish.key, idempotency_key)
    asked = store.Wish(wish.name, wish.tick, wish.seq, wish.undo, wish.paused)
    called = _name(wish, row, parts.scenarios.of(row).calendar)
    made, is_new = store.make_branch(parts.database, row.id, new_town_id(), key, asked, called=called)
    if is_new and (not made.paused or made.step_to is not None):
        afterwards.add_task(wake, parts, made.id)
    response.status_code = 201 if is_new else 200
    response.headers["Location"] = f"/api/towns/{made.id}"
    return next(view for view in _family(parts, made) if view.id == made.id)


@router.patch(
    "",
    responses=problems_of(UnknownTown, TownGone, TownEnded, InvalidRequest),
    name="rename a town or make it the main one",
)
def change(
    wish: Annotated[TownChange, Body(examples=[{"name": "Without the fire", "main": True}])],
    row: LivingTownOf,
    parts: PartsOf,
) -> BranchView:
    """Changes what is named and leaves the rest."""
    if wish.name is not None:
        rename_town(parts.database, row.id, wish.name)
    if wish.main:
        make_main(parts.database, row.id)
    parts.hints.publish(row.id, {"type": "changed"})
    return next(view for view in _family(parts, row) if view.id == row.id)


def _family(parts: Parts, row: TownRow) -> list[BranchView]:
    rows = family_of(parts.database, row.id)
    main, calendar = main_of(rows), parts.scenarios.of(row).calendar
    return [_view(each, calendar, is_main=each.id == main) for each in rows]


def _view(row: TownRow, calendar: Calendar, *, is_main: bool) -> BranchView:
    fork_tick = None if row.parent is None else row.fork_tick
    shares = fork_tick is not None and fork_tick >= 0
    return BranchView(
        id=row.id,
        name=row.name,
        parent=row.parent,
        fork_tick=fork_tick,
        fork_local=calendar.at(fork_tick or 0).isoformat() if shares else None,
        fork_seq=row.fork_seq,
        undone=(row.branch_wish or {}).get("undo"),
        main=is_main,
        created_at=row.created_at.isoformat(),
        horizon=horizon_of(row),
        paused=row.paused,
        step_to=row.step_to,
    )


def _name(wish: BranchWish, row: TownRow, calendar: Calendar) -> str:
    if wish.undo is not None:
        return f"Without input {wish.undo}"
    if wish.seq is not None:
        return f"From event {wish.seq}"
    moment = calendar.at(row.head_tick if wish.tick is None else min(wish.tick, row.head_tick))
    return f"From {moment:%A %H:%M}"
