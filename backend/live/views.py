"""Towns as a page sees them, made from their rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from backend.domain.calendar import SECONDS_PER_TICK
from backend.live.frames import Because, Clock, Degraded, Horizon, Speed, Town, TownStatus, Waiting
from backend.store.town.towns import TownRow

LEASE_GRACE = timedelta(seconds=1)
SLOW = 0.9
"""A town that reaches less of its speed than this, with questions open, waits for them."""


def asked_speed(speed: float) -> Speed:
    """0 is how the store says: as fast as can be."""
    return speed if speed > 0 else "max"


def _because(row: TownRow) -> Because | None:
    if not row.paused or not row.paused_because:
        return None
    return "unseen" if row.paused_because == "unseen" else "unwatched"


def horizon_of(row: TownRow) -> Horizon:
    return Horizon(tick=row.head_tick, order=row.head_order, seq=row.head_seq)


def clock_of(row: TownRow, start: datetime, tick: float | None = None) -> Clock:
    """The clock as the row tells it; `tick` where the engine has told it more finely."""
    at = row.head_tick if tick is None else tick
    return Clock(
        tick=at,
        local=(start + timedelta(seconds=int(at * SECONDS_PER_TICK))).isoformat(),
        paused=row.paused,
        speed=asked_speed(row.speed),
        reached=row.reached,
        status=status_of(row),
        waiting=[Waiting.model_validate(question) for question in row.waiting],
        pause_at=row.pause_at,
        step_to=row.step_to,
        paused_because=_because(row),
    )


def town_of(row: TownRow, start: datetime) -> Town:
    return Town(
        id=row.id,
        name=row.name,
        scenario=row.scenario,
        scenario_hash=row.scenario_hash,
        seed=row.seed,
        mind=row.mind,
        created_at=row.created_at.isoformat(),
        start=start.isoformat(),
        horizon=horizon_of(row),
        clock=clock_of(row, start),
        trouble=row.trouble,
        degraded=degraded_of(row),
        parent=row.parent,
        root=row.root,
        fork_tick=None if row.parent is None else row.fork_tick,
        main=row.main,
    )


def degraded_of(row: TownRow) -> Degraded | None:
    if row.degraded is None or row.degraded_since is None:
        return None
    return Degraded.model_validate({"reason": row.degraded, "since": row.degraded_since.isoformat()})


def status_of(row: TownRow) -> TownStatus:
    if row.status != "alive":
        return "ended"
    stepping = row.step_to is not None and row.step_to > row.head_tick
    if row.paused and not stepping:
        return "paused"
    if row.lease_until is None or row.lease_until < datetime.now(UTC) - LEASE_GRACE:
        return "starting"
    too_slow = row.speed <= 0 or row.reached < SLOW * row.speed
    return "waiting" if row.waiting and too_slow else "running"
