"""All that an engine needs to take up a town where its log ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from backend.domain.events import Recorded
from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.domain.reduce import reduce_all
from backend.domain.scenario import Scenario
from backend.domain.snapshot import restore
from backend.domain.state import TownState, initial_state
from backend.store.history.events import newest_snapshot, scenario_of_family
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, inputs, questions
from backend.store.town.scenario_document import read_scenario_document
from backend.store.town.towns import TownGone, TownRow, find_town


@dataclass(frozen=True)
class Loaded:
    """A town as it was at one moment of the database."""

    town: TownRow
    scenario: Scenario
    snapshot: tuple[dict[str, Any], dict[str, Any]] | None
    """Public and private document of the newest snapshot; None: start from the scenario."""
    events: list[Recorded]
    """All after the snapshot."""
    open_tick: list[Recorded]
    """Those of the tick at the horizon: residents perceive them when it closes."""
    open_questions: dict[str, AnyQuestion]
    """By key, in the order in which they were asked."""
    kept_open: frozenset[str]
    """Keys of those to whose answers the open tick waits, for what they answer was said on the spot in another life."""
    memories: list[Recorded]
    """What the index of memories is made of, `Remembered` and `Embedded`, of the town's whole life, oldest first."""

    @property
    def snapshot_tick(self) -> int:
        """The tick of the newest snapshot; 0 if there is none."""
        return 0 if self.snapshot is None else int(self.snapshot[0]["tick"])

    def state(self) -> TownState:
        """The state at the end of the log."""
        state = initial_state(self.scenario) if self.snapshot is None else restore(*self.snapshot)
        return reduce_all(state, self.events)


def load_town(database: Database, town: str) -> Loaded:
    """Raises UnknownTown, TownGone (deleted; an ended town can be loaded), StoreUnavailable."""
    with database.begin(snapshot=True) as connection:
        row = find_town(connection, town)
        if row.status == "deleted":
            raise TownGone(town, row.status)
        lineage = lineage_of(connection, town)
        document = scenario_of_family(connection, lineage)
        newest = next(iter(newest_snapshot(connection, lineage)), None)
        log = select(*EVENT_COLUMNS)
        after = lineage.clipped(after=0 if newest is None else newest.seq)
        tail = [read_event(*event) for event in after.in_order(connection, log, events)]
        happened = lineage.in_order(connection, log.where(events.c.tick == row.head_tick), events)
        # At the end of a tick that is closed nobody has anything left to perceive.
        open_tick = [] if row.begins_closed else [read_event(*event) for event in happened]
        kept = log.where(events.c.kind.in_(("remembered", "embedded")))
        memories = [read_event(*event) for event in lineage.in_order(connection, kept, events)]
        asked = connection.scalars(
            select(questions.c.payload)
            .where(questions.c.town == town, questions.c.status == "open")
            .order_by(questions.c.tick, questions.c.key)
        )
        open_questions = {question.key: question for question in map(QUESTION_ADAPTER.validate_python, asked)}
        kept_open = _kept_open(connection, lineage, row.head_tick, open_questions)
    return Loaded(
        town=row,
        scenario=read_scenario_document(document),
        snapshot=None if newest is None else (newest.state, newest.private),
        events=tail,
        open_tick=open_tick,
        open_questions=open_questions,
        kept_open=kept_open,
        memories=memories,
    )


def _kept_open(
    connection: Connection, lineage: Lineage, tick: int, asked: Mapping[str, AnyQuestion]
) -> frozenset[str]:
    again = select(inputs.c.order).where(
        lineage.stamped(inputs), inputs.c.again, inputs.c.status == "applied", inputs.c.tick == tick
    )
    ends = tuple(f"@{tick}.{order}" for order in connection.scalars(again))
    return frozenset(key for key, one in asked.items() if one.effect is None and key.endswith(ends))
