"""What residents feel of what happens: one entry in `FEELINGS` for each kind of event that moves a body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from backend.domain import events as e
from backend.domain.concern import ALARMING, concern
from backend.domain.state import Relationship
from backend.domain.view import View
from worker.cognition.body import Pulse, from_action, from_talk, moved
from worker.cognition.telling import called

Felt = Iterator[tuple[str, Pulse]]

FRIGHT = 14
LOWEST_FRIGHT = 20
"""A mood that is as low as that gets no lower from one more fright."""
BOND = 90
"""Points of mood for a whole point of closeness."""
A_LITTLE = 3
"""Points of mood below which a change of closeness is not felt."""


def feel(view: View, event: e.AnyEvent) -> list[e.BodyChanged]:
    """What follows in the bodies of residents from an event that is about to be written.

    Args:
        view: The town just before the event.
        event: The event.
    """
    felt = FEELINGS.get(event.kind)
    if felt is None:
        return []
    changes = (moved(view, resident, pulse) for resident, pulse in felt(view, event))
    return [change for change in changes if change is not None]


def _action_begun(view: View, event: e.ActionBegun) -> Felt:
    action = view.state.residents[event.resident].action
    if action is not None and action.asleep:
        yield event.resident, Pulse("went to sleep", always=True)


def _action_ended(view: View, event: e.ActionEnded) -> Felt:
    if event.how == "refused":
        yield event.resident, Pulse(event.reason, mood=-3)
    else:
        yield event.resident, from_action(view.state.residents[event.resident], view.tick)


def _talk_ended(view: View, event: e.TalkEnded) -> Felt:
    talk = view.state.talks[event.talk]
    for one in talk.participants:
        others = [called(view, one, other) for other in talk.participants if other != one]
        yield one, from_talk(view.persona(one), len(talk.lines), " and ".join(others))


def _talk_left(view: View, event: e.TalkLeft) -> Felt:
    talk = view.state.talks[event.talk]
    others = [called(view, event.resident, other) for other in talk.participants if other != event.resident]
    yield event.resident, from_talk(view.persona(event.resident), len(talk.lines), " and ".join(others))


def _said(view: View, event: e.Said) -> Felt:
    if event.talk is None and event.speaker in view.state.residents:
        yield event.speaker, Pulse("talked with a visitor", company=6)


def _relationship_changed(view: View, event: e.RelationshipChanged) -> Felt:
    known = view.state.residents[event.resident].relationships.get(event.other, Relationship())
    mood = BOND * (event.closeness - known.closeness)
    if abs(mood) >= A_LITTLE:
        who = called(view, event.resident, event.other)
        yield event.resident, Pulse(event.reason or f"how it went with {who}", mood=max(-12, min(12, mood)))


def _offered(view: View, event: e.Offered) -> Felt:
    for asked in event.to:
        if asked in view.state.residents:
            yield asked, Pulse(f"was invited by {called(view, asked, event.resident)}", mood=4)


def _offer_answered(view: View, event: e.OfferAnswered) -> Felt:
    commitment = view.state.commitments[event.commitment]
    party = commitment.parties.get(event.resident)
    host = commitment.host if party is None else party.by
    if host != event.resident and host in view.state.residents:
        who = called(view, host, event.resident)
        if event.accepted:
            yield host, Pulse(f"{who} said yes", mood=4)
        else:
            yield host, Pulse(f"{who} said no", mood=-4)


def _commitment_settled(view: View, event: e.CommitmentSettled) -> Felt:
    commitment = view.state.commitments[event.commitment]
    if event.how == "kept":
        yield event.resident, Pulse(f"was at {commitment.what}", mood=8, company=4)
        return
    yield event.resident, Pulse(f"missed {commitment.what}", mood=-4)
    host = commitment.host
    if host != event.resident and host in view.state.residents:
        yield host, Pulse(f"{called(view, host, event.resident)} did not come", mood=-6)


def _remembered(view: View, event: e.Remembered) -> Felt:
    heard = event.source.by == "speaker"
    noticed = event.percept is not None or heard
    mood = view.state.residents[event.resident].body.mood
    if noticed and mood > LOWEST_FRIGHT and concern(event.text) >= ALARMING:
        fright = min(FRIGHT / 2 if heard else FRIGHT, mood - LOWEST_FRIGHT)
        yield event.resident, Pulse("had a fright", mood=-fright, energy=0 if heard else -3)


def _goal_set(_view: View, event: e.GoalSet) -> Felt:
    if event.status == "reached":
        yield event.resident, Pulse("reached a goal", mood=8)


FEELINGS: dict[str, Callable[[View, Any], Felt]] = {
    "action_begun": _action_begun,
    "action_ended": _action_ended,
    "talk_ended": _talk_ended,
    "talk_left": _talk_left,
    "said": _said,
    "relationship_changed": _relationship_changed,
    "offered": _offered,
    "offer_answered": _offer_answered,
    "commitment_settled": _commitment_settled,
    "remembered": _remembered,
    "goal_set": _goal_set,
}
