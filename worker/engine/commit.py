"""What one commit carries, gathered from an engine."""

from __future__ import annotations

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.snapshot import snapshot
from backend.store.journal.batch import Batch, Head
from worker.engine.engine import Engine
from worker.engine.taken import Taken


def batch_of(engine: Engine, *, snapshot_after: int | None = None) -> Batch:
    """Takes all that happened since the last commit out of the engine.

    Args:
        engine: Between two steps, so that its open tick can be taken up again from the log.
        snapshot_after: The tick of the last snapshot; another one goes along when a simulated hour has passed since.
            None: no snapshot.
    """
    town, taken = engine.town, engine.taken
    due = snapshot_after is not None and town.tick // TICKS_PER_HOUR > snapshot_after // TICKS_PER_HOUR
    batch = Batch(
        head=head_of(engine),
        events=town.pending,
        questions=town.asked,
        answers=taken.answers,
        closed=town.closed,
        stamps=taken.stamps,
        fates=taken.fates,
        reasked=taken.reasked,
        snapshot=snapshot(town.state) if due else None,
    )
    town.pending, town.asked, town.closed, engine.taken = [], [], [], Taken()
    return batch


def head_of(engine: Engine) -> Head:
    """The horizon: the open tick and the last event in the log."""
    town = engine.town
    return Head(tick=town.tick, order=town.next_order() - 1, seq=town.state.seq)
