"""What a life came to, from its log alone: who knows what and from whom, who was asked, said yes and came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.reduce import reduce
from backend.domain.scenario import News, Scenario
from backend.domain.state import TownState, initial_state
from backend.domain.view import View
from townlet.evaluate.claims import Claims
from townlet.evaluate.tellings import Announcement, Tellings
from worker.cognition.committing import conflicts

Measures = dict[str, Any]

STRANGE = 0.15
"""Closeness below which one dislikes somebody, or hardly knows it: reason enough not to go there."""


def measure(scenario: Scenario, seed: int, log: Iterable[Recorded]) -> Measures:
    """All measures of a life, by the keys that `docs/evaluation.md` explains."""
    state, tellings, claims = initial_state(scenario), Tellings(), Claims(scenario)
    start = density(state)
    answers: list[dict[str, Any]] = []
    for recorded in log:
        event = recorded.event
        if isinstance(event, e.OfferAnswered):
            answers.append(_answer(View(scenario, state, seed, recorded.tick), event))
        claims.feed(event, state)
        tellings.feed(recorded)
        reduce(state, recorded)
    found: Measures = {"density.start": start, "density.end": density(state)}
    for item in scenario.news:
        found |= _spread(item, tellings)
        if item.occasion is not None:
            found |= _attendance(item, state, answers)
    found["announcements"] = [_announced(one) for one in tellings.announcements()]
    found["declined.total"] = sum(not answer["accepted"] for answer in answers)
    found["declined.with_true_ground"] = sum(answer["true"] is True for answer in answers)
    found["declined.with_false_ground"] = sum(answer["true"] is False for answer in answers)
    found["claims.total"] = claims.total
    found["claims.without_source"] = len(claims.without_source)
    found["claims.unfounded"] = claims.without_source[:20]
    return found


def density(state: TownState) -> float:
    """2E / (V(V − 1)), where an edge is a pair of which each knows the other by name (paper, section 7.1.2)."""
    people = sorted(state.residents)
    edges = sum(
        state.residents[one].knows_name_of(other) and state.residents[other].knows_name_of(one)
        for number, one in enumerate(people)
        for other in people[number + 1 :]
    )
    return round(2 * edges / (len(people) * (len(people) - 1)), 4) if len(people) > 1 else 0.0


def _spread(item: News, tellings: Tellings) -> Measures:
    knowers = tellings.knowers(item.id)
    chains = {resident: tellings.chain(item.id, resident) for resident in knowers}
    return {
        f"{item.id}.knows": len(knowers),
        f"{item.id}.without_chain": sum(chain is None for chain in chains.values()),
        f"{item.id}.chains": {
            resident: [telling.document() for telling in chain] for resident, chain in chains.items() if chain
        },
    }


def _announced(announcement: Announcement) -> Measures:
    chains = announcement.chains
    return {
        "text": announcement.text,
        "tick": announcement.tick,
        "knows": len(chains),
        "without_chain": sum(chain is None for chain in chains.values()),
        "chains": {
            resident: [telling.document() for telling in chain] for resident, chain in chains.items() if chain
        },
    }


def _attendance(item: News, state: TownState, answers: list[dict[str, Any]]) -> Measures:
    commitment = state.commitments.get(f"occasion:{item.id}")
    if commitment is None:
        return {f"{item.id}.{what}": 0 for what in ("invited", "accepted", "came")}
    guests = {who: party for who, party in commitment.parties.items() if who != commitment.host}
    of_it = [answer for answer in answers if answer["commitment"] == commitment.id]
    accepted = {answer["resident"] for answer in of_it if answer["accepted"]}
    return {
        f"{item.id}.invited": len(guests),
        f"{item.id}.accepted": len(accepted),
        f"{item.id}.came": sum(party.status == "kept" for party in guests.values()),
        f"{item.id}.answers": of_it,
        f"{item.id}.guests": {who: party.status for who, party in guests.items()},
    }


def _answer(view: View, event: e.OfferAnswered) -> dict[str, Any]:
    return {
        "commitment": event.commitment,
        "resident": event.resident,
        "tick": view.tick,
        "accepted": event.accepted,
        "reason": event.reason,
        "ground": event.ground,
        "true": None if event.accepted or event.ground is None else _is_true(view, event),
    }


def _is_true(view: View, event: e.OfferAnswered) -> bool:
    """Whether the ground of a refusal holds: in the calendar, the working hours, the place, or the relationship."""
    commitment, ground = view.state.commitments[event.commitment], event.ground or ""
    known = view.state.residents[event.resident].relationships.get(ground)
    if ground in view.state.residents:
        return known is None or known.closeness < STRANGE
    return ground in conflicts(
        view, event.resident, commitment.arena, commitment.start, commitment.end, commitment.id
    )
