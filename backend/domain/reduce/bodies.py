"""Where bodies are: residents and visitors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.domain import events as e
from backend.domain.reduce.changing import change
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    Doing,
    Emote,
    TownState,
    Visitor,
    Walk,
    Welcome,
)


def _walked(state: TownState, event: e.Walked, tick: int) -> None:
    change(state, event.resident, at=event.path[0], walk=Walk(event.path, tick))


def _halted(state: TownState, event: e.Halted, tick: int) -> None:
    change(state, event.resident, at=event.at, walk=None)


def _met(state: TownState, event: e.Met, tick: int) -> None:
    """Nothing: it only makes both look at the close of the tick."""


def _knocked(state: TownState, event: e.Knocked, tick: int) -> None:
    """Nothing: it only makes those look who are in."""


def _let_in(state: TownState, event: e.LetIn, tick: int) -> None:
    state.welcomes[event.guest] = Welcome(event.home, event.resident, event.until)


def _visitor_entered(state: TownState, event: e.VisitorEntered, tick: int) -> None:
    state.visitors[event.visitor] = Visitor(event.visitor, event.name, event.looks, event.at, since=tick)


def _visitor_moved(state: TownState, event: e.VisitorMoved, tick: int) -> None:
    _visit(state, event.visitor, at=event.path[-1], doing=None)


def _visitor_used(state: TownState, event: e.VisitorUsed, tick: int) -> None:
    doing = Doing(event.object, event.use, event.activity, event.emoji, event.pose, tick)
    _visit(state, event.visitor, at=event.at, doing=doing)


def _visitor_stopped(state: TownState, event: e.VisitorStopped, tick: int) -> None:
    _visit(state, event.visitor, doing=None)


def _emoted(state: TownState, event: e.Emoted, tick: int) -> None:
    _visit(state, event.visitor, emote=Emote(event.emote, tick, event.until))


def _visit(state: TownState, visitor: str, **changes: Any) -> None:
    state.visitors[visitor] = replace(state.visitors[visitor], **changes)


def _visitor_left(state: TownState, event: e.VisitorLeft, tick: int) -> None:
    del state.visitors[event.visitor]


REDUCERS: Reducers = {
    "walked": _walked,
    "halted": _halted,
    "met": _met,
    "knocked": _knocked,
    "let_in": _let_in,
    "visitor_entered": _visitor_entered,
    "visitor_moved": _visitor_moved,
    "visitor_used": _visitor_used,
    "visitor_stopped": _visitor_stopped,
    "emoted": _emoted,
    "visitor_left": _visitor_left,
}
