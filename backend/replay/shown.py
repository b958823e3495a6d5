"""What of a town goes into a file that is sent to somebody: what could be seen and heard in it.

Each kind of event is in exactly one of the two sets below. A kind that is in neither is left out, and a test asks
for it.
"""

from __future__ import annotations

from typing import Any

from backend.domain.events import SERVER_ONLY

SEEN = frozenset(
    (
        "town_founded", "weather_changed", "resident_added", "resident_removed",
        "walked", "halted", "knocked", "let_in",
        "visitor_entered", "visitor_moved", "visitor_left", "visitor_used", "visitor_stopped", "emoted",
        "action_chosen", "action_begun", "action_ended", "object_changed", "announced",
        "talk_started", "said", "talk_ended", "talk_joined", "talk_left", "name_learned",
        "offered", "offer_answered", "commitment_settled",
        "place_closed", "place_opened", "found_shut", "resident_moved",
    )
)  # fmt: skip
"""Kinds of events that could be seen or heard by somebody who stood beside it."""

INNER = frozenset(
    (
        "met", "asked", "answered", "answer_lapsed", "day_planned", "block_detailed",
        "remembered", "rated", "reflected", "embedded", "relationship_changed",
        "body_changed", "believed", "goal_set", "mind_set", "followed",
        "stepped_into", "stepped_out", "persona_edited", "requested", "request_judged", "request_carried_out",
        "armed", "condition_met", "fired", "misfired", "expired", "disarmed",
    )
)  # fmt: skip
"""Those that happen in somebody's mind, or in the machinery; none of them is in the file."""

MEMORIES = frozenset(("remembered",))
"""The inner ones that are in it where the memories were asked for."""

_TRACES: dict[str, Any] = {
    "why": "",
    "cause": None,
    "cites": [],
    "tells": [],
    "ground": None,
    "memories": [],
    "percept": None,
    "news": None,
}
"""Fields that lead into a mind or stay on the server, and what stands there instead."""


def shown_event(event: dict[str, Any]) -> dict[str, Any]:
    """An event as the file holds it, in the same shape; `event` is its JSON form."""
    shown = {field: _TRACES.get(field, value) for field, value in event.items() if field not in SERVER_ONLY}
    if event["kind"] == "resident_added":
        shown["newcomer"] = _newcomer(event["newcomer"])
    if event["kind"] == "remembered":
        shown["source"] = {**event["source"], "memories": [], "question": None}
    return shown


def shown_state(document: dict[str, Any]) -> dict[str, Any]:
    """A town's state as the file holds it, in the shape of `TownState.document`: without anybody's mind."""
    return {
        **document,
        "residents": {who: _resident(one) for who, one in document["residents"].items()},
        "newcomers": {who: _newcomer(one) for who, one in document["newcomers"].items()},
        "talks": {key: {**talk, "cause": None} for key, talk in document["talks"].items()},
        "commitments": {
            key: {
                **one,
                "news": None,
                "parties": {who: {**party, "ground": None} for who, party in one["parties"].items()},
            }
            for key, one in document["commitments"].items()
        },
        "persona_edits": {},
        "questions": {},
        "requests": {},
        "armed": {},
        "spent": {},
    }


def _resident(one: dict[str, Any]) -> dict[str, Any]:
    action = one["action"]
    return {
        **one,
        "action": None if action is None else {**action, "why": "", "cause": None, "cites": []},
        "plan": None,
        "block": -1,
        "details": {},
        "step": 0,
        "relationships": {
            other: {**known, "closeness": 0.0, "note": ""} for other, known in one["relationships"].items()
        },
        "body": {**one["body"], "energy": 50, "hunger": 50, "company": 50, "mood": 50, "because": ""},
        "beliefs": {},
        "goals": {},
        "mind": None,
        "stand_in": None,
    }


def _newcomer(newcomer: dict[str, Any]) -> dict[str, Any]:
    """Who came to live there, as anybody sees it: without what only it knows of itself and others."""
    persona = newcomer["persona"]
    private = {"currently": "", "leisure": [], "knows": [], "places": [], "memories": [], "greeting": ""}
    return {**newcomer, "persona": {**persona, **private}, "known_by": []}
