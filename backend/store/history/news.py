"""What a page that follows a town needs to hear: its row and what was added to its log, read together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import select

from backend.domain.events import SERVER_ONLY
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS
from backend.store.postgres.lineage import alone, lineage_of
from backend.store.postgres.tables import events
from backend.store.town.towns import TownRow, find_town


@dataclass(frozen=True)
class Told:
    """An event as it is sent to pages, without what is the server's alone."""

    seq: int
    tick: int
    order: int
    json: bytes
    """`{"seq", "tick", "order", "event": {"kind", ...}}`."""


@dataclass(frozen=True)
class News:
    """The town as it was at one moment of the database."""

    town: TownRow
    events: tuple[Told, ...]
    """Those after the position that was asked for, in order, up to the limit."""

    @property
    def seq(self) -> int:
        """Up to here everything was told."""
        return self.events[-1].seq if self.events else self.town.head_seq


def read_news(database: Database, town: str, after: int, limit: int) -> News:
    """The town and at most `limit` events after position `after`. Raises UnknownTown, StoreUnavailable."""
    with database.begin() as connection:
        row = find_town(connection, town)
        if row.head_seq <= after:
            return News(row, ())
        lineage = alone(town) if row.parent is None else lineage_of(connection, town)
        # The row was read first: what was committed since then is left for the next news.
        fresh = lineage.clipped(after, row.head_seq)
        found = fresh.in_order(connection, select(*EVENT_COLUMNS), events, limit)
        return News(row, tuple(Told(r.seq, r.tick, r.order, _json(*r)) for r in found))


def _json(seq: int, tick: int, order: int, kind: str, payload: str) -> bytes:
    event: dict[str, Any] = {"kind": kind, **orjson.loads(payload)}
    for field in SERVER_ONLY & event.keys():
        del event[field]
    return orjson.dumps({"seq": seq, "tick": tick, "order": order, "event": event})
