"""Setting a town's clock: speed, pause, step."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Body
from pydantic import Field, model_validator

from backend.api.forms.moment import LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import LivingTownOf, PartsOf, wake
from backend.api.problems import InvalidRequest, TickPassed, TownEnded, TownGone, UnknownTown
from backend.domain.calendar import TICKS_PER_DAY
from backend.live.frames import Speed, Town
from backend.live.views import town_of
from backend.store.town.towns import UNCHANGED, Unchanged, set_clock

router = APIRouter(prefix="/api/towns/{town}/clock", tags=["towns"])


class ClockWish(Wish):
    """At least one of these; `step` goes with none of the others."""

    speed: Speed | None = None
    """Simulated seconds per real second, or "max"."""
    pause: bool | None = None
    step: Annotated[int, Field(ge=1, le=TICKS_PER_DAY)] | None = None
    """Pauses, and goes on by so many ticks of 10 simulated seconds."""
    until: Annotated[int, Field(ge=0, le=LAST_TICK)] | None = None
    """The tick at which the running town pauses by itself; null for never."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        asked = self.model_fields_set
        if not asked or (asked != {"until"} and all(getattr(self, name) is None for name in asked)):
            raise ValueError("says nothing; send speed, pause, step or until")
        if self.step is not None and asked != {"step"}:
            raise ValueError(
                "step pauses the town and can't be sent with speed, pause or until; send it alone"
            )
        return self


_EXAMPLES = {
    "speed": {"summary": "60 times as fast as life", "value": {"speed": 60}},
    "max": {"summary": "As fast as can be, to the end of the day", "value": {"speed": "max", "until": 6120}},
    "pause": {"summary": "Pause", "value": {"pause": True}},
    "step": {"summary": "One simulated minute, then pause", "value": {"step": 6}},
}


@router.post(
    "",
    responses=problems_of(UnknownTown, TownGone, TownEnded, TickPassed, InvalidRequest),
    name="set a town's clock",
)
def set_the_clock(
    wish: Annotated[ClockWish, Body(openapi_examples=_EXAMPLES)], row: LivingTownOf, parts: PartsOf
) -> Town:
    """Sets what is named and leaves the rest. The town follows within moments; its channel tells when."""
    pause_at: int | Unchanged | None = UNCHANGED
    step_to: int | Unchanged | None = UNCHANGED
    paused = wish.pause
    if "until" in wish.model_fields_set:
        if wish.until is not None and wish.until <= row.head_tick:
            raise TickPassed(wish.until, row.head_tick)
        pause_at = wish.until
    if wish.step is not None:
        paused, step_to = True, max(row.head_tick, row.step_to or 0) + wish.step
    elif wish.pause is not None:
        step_to = None
    speed = 0.0 if wish.speed == "max" else wish.speed
    changed = set_clock(
        parts.database, row.id, speed=speed, paused=paused, pause_at=pause_at, step_to=step_to
    )
    parts.hints.publish(row.id, {"type": "changed"})
    wake(parts, row.id)
    return town_of(changed, parts.scenarios.of(row).start)
