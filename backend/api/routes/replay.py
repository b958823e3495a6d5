"""A span of a town as one file to send to somebody, which needs no server to be played."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from backend.api.forms.openapi import problems_of
from backend.api.forms.span import SpanOf
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import BadSpan, InvalidRequest, ReplayUnready, TickNotYet, TownGone, UnknownTown
from backend.api.views.scenario_view import ScenarioView
from backend.live.frames import RecordedEvent, StateDocument, View
from backend.replay import Recording, ReplayFault, kinds_of, replay_page
from backend.store.history.events import state_at
from backend.store.history.span import events_of_span

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

MOST_EVENTS = 200_000
"""A file of more takes a browser long to open: about a month of a town of 25."""


class Figure(View):
    """The drawings of somebody who came later, and of its bed."""

    atlas: str
    """Base64 of a PNG, as all pictures here."""
    frames: object
    """Of the sheet, as Pixi reads them."""


class Pictures(View):
    """All that is drawn of a town, in the file itself."""

    ground: str
    atlas: str
    frames: object
    scene: object
    """What stands where, as `frontend/art` writes it."""
    snow: str | None
    """The ground under snow; null where none falls."""
    portraits: dict[str, str]
    """By resident."""
    figures: dict[str, Figure]


class ReplayData(View):
    """What a replay's file holds beside its player."""

    version: int
    name: str
    from_tick: int
    upto_tick: int
    memories: bool
    """Whether the texts of memories are in it."""
    scenario: ScenarioView
    state: StateDocument
    """After all events of `from_tick`, without what goes on in anybody's mind."""
    events: list[RecordedEvent]
    """What could be seen and heard from then on; their `seq` have gaps."""
    pictures: Pictures


@router.get(
    "/replay.html",
    response_class=Response,
    responses={
        200: {"content": {"text/html": {}}, "description": "The file, to be kept; it plays from disk."},
        **problems_of(UnknownTown, TownGone, TickNotYet, BadSpan, InvalidRequest, ReplayUnready),
    },
    name="make a replay",
)
def replay(
    row: TownOf,
    parts: PartsOf,
    span: SpanOf,
    request: Request,
    memories: Annotated[bool, Query(description="With the texts of the memories formed in it.")] = False,
) -> Response:
    """One file of HTML with its player, map and pictures. What residents think and know is not in it."""
    log = events_of_span(
        parts.database, row.id, span.start, span.end, kinds_of(memories), limit=MOST_EVENTS + 1
    )
    if len(log) > MOST_EVENTS:
        raise BadSpan(f"More than {MOST_EVENTS:,} events were seen in it. Choose a shorter span.")
    recording = Recording(
        row.name,
        parts.scenarios.of(row),
        state_at(parts.database, row.id, span.start),
        log,
        span.start,
        span.end,
        memories,
    )
    try:
        page = replay_page(recording, request.app.state.dist)
    except ReplayFault as fault:
        raise ReplayUnready(str(fault)) from fault
    return Response(page, media_type="text/html", headers=_kept_as(f"{_slug(row.name)}-replay.html"))


def _kept_as(name: str) -> dict[str, Any]:
    """To be kept, never shown from here: its policy is in the file, and is that of a page from disk."""
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "town"
