"""What calls a resident away from a chat: an appointment, its work, a door that closes."""

from __future__ import annotations

from backend.domain.calendar import minutes
from backend.domain.norms import next_closing
from backend.domain.view import View

SOON = minutes(10)
"""Ticks before something begins at which one takes leave for it."""
BEFORE_CLOSING = minutes(8)
_CALLS = ("work", "sell", "study")


def hurry(view: View, resident: str) -> str:
    """Why it has to go, as it would say it: "the place closes"; empty if nothing presses."""
    here, state = view.arena_of(resident), view.state.residents[resident]
    for commitment in view.state.commitments_of(resident):
        party = commitment.parties[resident]
        if (
            party.status == "accepted"
            and 0 < commitment.start - view.tick <= SOON
            and commitment.arena != here
        ):
            return f"{commitment.what} begins soon"
    if here is not None and not view.is_exempt(resident, here):
        closing = next_closing(view.scenario.world, view.scenario.calendar, here, view.tick)
        if closing is not None and closing - view.tick <= BEFORE_CLOSING:
            return "the place closes"
    now = None if state.plan is None else state.plan.block_at(view.tick)
    if state.plan is not None and now is not None and state.plan.blocks[now].need == "sleep":
        return "it is time for bed"
    ahead = () if state.plan is None else state.plan.blocks
    for block in ahead:
        if 0 < block.start - view.tick <= SOON and block.need in _CALLS and block.arena != here:
            return "work is waiting"
    return ""
