"""Talks and lines, and what they make of relationships."""

from __future__ import annotations

from dataclasses import replace

from backend.domain import events as e
from backend.domain.reduce.changing import attend, change, relate
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    DIALOGUE_LINES,
    Line,
    Talk,
    TownState,
)


def _talk_started(state: TownState, event: e.TalkStarted, tick: int) -> None:
    state.talks[event.talk] = Talk(event.talk, event.participants, event.arena, tick, event.cause)
    for participant in event.participants:
        change(state, participant, talk=event.talk)


def _said(state: TownState, event: e.Said, tick: int) -> None:
    line = Line(event.speaker, event.text, tick, event.ends, state.seq)
    if event.talk is not None:
        talk = state.talks[event.talk]
        state.talks[event.talk] = replace(talk, lines=(*talk.lines, line))
    if event.tells and event.speaker in state.attention:
        told = state.attention[event.speaker].told
        attend(state, event.speaker, told=told | {f"{other}|{m}" for other in event.to for m in event.tells})
    if event.talk is None:
        for one, other in ((event.speaker, event.to), *((to, (event.speaker,)) for to in event.to)):
            if one in state.attention:
                dialogues = state.attention[one].dialogues
                attend(
                    state,
                    one,
                    dialogues={**dialogues, **{o: _with_line(dialogues.get(o, ()), line) for o in other}},
                )


def _with_line(lines: tuple[Line, ...], line: Line) -> tuple[Line, ...]:
    return (*lines, line)[-DIALOGUE_LINES:]


def _talk_ended(state: TownState, event: e.TalkEnded, tick: int) -> None:
    talk = state.talks.pop(event.talk)
    for one in talk.participants:
        change(state, one, talk=None)
        for other in talk.participants:
            if other != one:
                relate(state, one, other, talked=tick)


def _name_learned(state: TownState, event: e.NameLearned, tick: int) -> None:
    relate(state, event.resident, event.other, knows_name=True, name=event.name)


def _relationship_changed(state: TownState, event: e.RelationshipChanged, tick: int) -> None:
    relate(state, event.resident, event.other, closeness=event.closeness, note=event.note)


def _talk_joined(state: TownState, event: e.TalkJoined, tick: int) -> None:
    talk = state.talks[event.talk]
    state.talks[event.talk] = replace(talk, participants=(*talk.participants, event.resident))
    change(state, event.resident, talk=event.talk)


def _talk_left(state: TownState, event: e.TalkLeft, tick: int) -> None:
    talk = state.talks[event.talk]
    rest = tuple(one for one in talk.participants if one != event.resident)
    state.talks[event.talk] = replace(talk, participants=rest)
    change(state, event.resident, talk=None)
    for other in rest:
        relate(state, event.resident, other, talked=tick)
        relate(state, other, event.resident, talked=tick)


REDUCERS: Reducers = {
    "talk_started": _talk_started,
    "said": _said,
    "talk_ended": _talk_ended,
    "name_learned": _name_learned,
    "relationship_changed": _relationship_changed,
    "talk_joined": _talk_joined,
    "talk_left": _talk_left,
}
