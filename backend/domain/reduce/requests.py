"""What directors ask of the game master."""

from __future__ import annotations

from dataclasses import replace

from backend.domain import events as e
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import MOST_REQUESTS, AskedFor, TownState


def _requested(state: TownState, event: e.Requested, tick: int) -> None:
    state.requests[event.request] = AskedFor(event.request, event.text, event.by, event.at_once, tick)
    while len(state.requests) > MOST_REQUESTS:
        del state.requests[next(iter(state.requests))]


def _judged(state: TownState, event: e.RequestJudged, tick: int) -> None:
    # One of long ago may be out of view.
    if (asked := state.requests.get(event.request)) is not None:
        state.requests[event.request] = replace(
            asked, verdict=event.verdict, reason=event.reason, effects=event.effects
        )


def _carried_out(state: TownState, event: e.RequestCarriedOut, tick: int) -> None:
    if (asked := state.requests.get(event.request)) is not None:
        state.requests[event.request] = replace(asked, carried_out=tick, carried_out_by=event.by)


REDUCERS: Reducers = {
    "requested": _requested,
    "request_judged": _judged,
    "request_carried_out": _carried_out,
}
