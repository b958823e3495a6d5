"""What was offered, agreed on, and kept or broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from backend.domain import events as e
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    Commitment,
    Party,
    TownState,
)


def _offered(state: TownState, event: e.Offered, tick: int) -> None:
    known = state.commitments.get(event.commitment)
    if known is None:
        known = Commitment(
            id=event.commitment,
            host=event.resident,
            what=event.what,
            arena=event.arena,
            start=event.start,
            end=event.end,
            news=event.news,
            parties={event.resident: Party("accepted", event.resident, tick)},
        )
    asked = {other: Party("asked", event.resident, tick) for other in event.to if other not in known.parties}
    state.commitments[event.commitment] = replace(known, parties={**known.parties, **asked})


def _offer_answered(state: TownState, event: e.OfferAnswered, tick: int) -> None:
    status: Literal["accepted", "declined"] = "accepted" if event.accepted else "declined"
    _settle(state, event.commitment, event.resident, tick, status, event.reason, event.ground)


def _commitment_settled(state: TownState, event: e.CommitmentSettled, tick: int) -> None:
    ground = state.commitments[event.commitment].parties[event.resident].ground
    _settle(state, event.commitment, event.resident, tick, event.how, event.reason, ground)


def _settle(
    state: TownState,
    commitment: str,
    resident: str,
    tick: int,
    status: Literal["accepted", "declined", "kept", "broken"],
    reason: str,
    ground: str | None,
) -> None:
    known = state.commitments[commitment]
    before = known.parties.get(resident)
    party = Party(status, resident if before is None else before.by, tick, reason, ground)
    state.commitments[commitment] = replace(known, parties={**known.parties, resident: party})


REDUCERS: Reducers = {
    "offered": _offered,
    "offer_answered": _offer_answered,
    "commitment_settled": _commitment_settled,
}
