"""Bookmarks: moments of a town's life with a note, for whoever shows them to others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Path, Response
from pydantic import Field

from backend.api.edge.access import PrincipalOf
from backend.api.forms.moment import LAST_TICK, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    KeyReused,
    TickNotYet,
    TownGone,
    UnknownBookmark,
    UnknownInBody,
    UnknownResident,
    UnknownTown,
)
from backend.domain.inputs import Text
from backend.live.frames import View
from backend.store.family.bookmarks import (
    Bookmark,
    BookmarkRow,
    add_bookmark,
    list_bookmarks,
    remove_bookmark,
    reword_bookmark,
)

router = APIRouter(prefix="/api/towns/{town}/bookmarks", tags=["past and present"])

_FARTHEST = 1_000_000
_Pixel = Annotated[int, Field(ge=0, le=_FARTHEST)]
_Number = Annotated[int, Path(ge=1, le=2**63 - 1, description="The bookmark's id.")]


class NewBookmark(Wish):
    """A moment that is to be marked, and what is to be seen there."""

    key: Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[\x21-\x7e]+$")]
    """Idempotency key: a fresh one for each new bookmark."""
    tick: Annotated[int, Field(ge=0, le=LAST_TICK)]
    note: Text
    who: Annotated[str, Field(max_length=100)] | None = None
    """The resident whom it is about."""
    x: _Pixel | None = None
    """The middle of the view, in art pixels (16 a tile), together with `y`."""
    y: _Pixel | None = None


class BookmarkNote(Wish):
    note: Text


class BookmarkView(View):
    id: int
    tick: int
    note: str
    who: str | None
    """The resident whom it is about."""
    x: int | None
    """The middle of the view, in art pixels."""
    y: int | None
    author: str | None
    """Who made it, by the label of the link; null where that has none."""


_EXAMPLE = {"key": "b-1", "tick": 0, "note": "Here the rumour starts.", "who": "marta", "x": 310, "y": 120}


@router.get("", responses=problems_of(UnknownTown, TownGone), name="list bookmarks")
def bookmarks(row: TownOf, parts: PartsOf) -> list[BookmarkView]:
    """By their moments; a branch has those of the towns that it comes from, too."""
    return [_view(one) for one in list_bookmarks(parts.database, row.id)]


@router.post(
    "",
    status_code=201,
    responses={
        200: {
            "model": BookmarkView,
            "description": "The same was marked with the same key before; that bookmark",
        },
        **problems_of(
            UnknownTown, TownGone, TickNotYet, KeyReused, InvalidRequest, in_body=(UnknownResident,)
        ),
    },
    name="make a bookmark",
)
def make(
    wish: Annotated[NewBookmark, Body(examples=[_EXAMPLE])],
    row: TownOf,
    parts: PartsOf,
    principal: PrincipalOf,
    response: Response,
) -> BookmarkView:
    """Marks a moment of the past, or the present one. The same key again marks nothing more."""
    moment_of(row, wish.tick)
    known = parts.scenarios.of(row).personas
    if wish.who is not None and wish.who not in known:
        raise UnknownInBody(UnknownResident(wish.who, known), "body.who")
    if (wish.x is None) != (wish.y is None):
        raise InvalidRequest("A view has an x and a y. Send both, or none.")
    view = None if wish.x is None or wish.y is None else (wish.x, wish.y)
    wanted = Bookmark(wish.tick, wish.note, wish.who, view)
    made, created = add_bookmark(parts.database, row.id, wish.key, wanted, principal.link)
    response.status_code = 201 if created else 200
    return _view(made)


@router.put(
    "/{number}",
    responses=problems_of(UnknownTown, TownGone, UnknownBookmark, InvalidRequest),
    name="reword a bookmark",
)
def reword(
    number: _Number,
    wish: Annotated[BookmarkNote, Body(examples=[{"note": "Here it is told on."}])],
    row: TownOf,
    parts: PartsOf,
) -> BookmarkView:
    """Gives it another note."""
    return _view(reword_bookmark(parts.database, row.id, number, wish.note))


@router.delete(
    "/{number}", status_code=204, responses=problems_of(UnknownTown, TownGone), name="remove a bookmark"
)
def remove(number: _Number, row: TownOf, parts: PartsOf) -> None:
    """Twice is as good as once."""
    remove_bookmark(parts.database, row.id, number)


def _view(row: BookmarkRow) -> BookmarkView:
    of = row.bookmark
    x, y = of.view or (None, None)
    return BookmarkView(id=row.id, tick=of.tick, note=of.note, who=of.who, x=x, y=y, author=row.author)
