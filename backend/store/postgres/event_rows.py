"""Events as rows: how they are written in bulk, and read back byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, Text, cast

from backend.domain.events import EVENT_ADAPTER, Recorded
from backend.store.postgres.database import driver_of
from backend.store.postgres.tables import events

_COPY = 'COPY events (town, seq, tick, "order", kind, resident, payload) FROM STDIN'

PAYLOAD = cast(events.c.payload, Text).label("payload")
"""The payload's text as it was written, not parsed by the driver."""
EVENT_COLUMNS = (events.c.seq, events.c.tick, events.c.order, events.c.kind, PAYLOAD)


def payload_text(recorded: Recorded) -> str:
    """The payload as in `backend.domain.log.canonical`: sorted keys, without the kind."""
    payload = recorded.event.model_dump(mode="json", exclude={"kind"})
    return orjson.dumps(payload, option=orjson.OPT_SORT_KEYS).decode()


def write_events(connection: Connection, town: str, batch: Sequence[Recorded]) -> None:
    """Appends to the log, in the transaction of `connection`."""
    if batch:
        write_event_rows(connection, town, ((recorded, payload_text(recorded)) for recorded in batch))


def write_event_rows(connection: Connection, town: str, rows: Iterable[tuple[Recorded, str]]) -> None:
    """The same for events that come with their payload's text, which is stored as it is."""
    with driver_of(connection).cursor() as cursor, cursor.copy(_COPY) as copy:
        for recorded, payload in rows:
            event = recorded.event
            copy.write_row(
                (town, recorded.seq, recorded.tick, recorded.order, event.kind, event.subject, payload)
            )


def read_event(seq: int, tick: int, order: int, kind: str, payload: str) -> Recorded:
    """The event of a row of EVENT_COLUMNS."""
    fields: dict[str, Any] = orjson.loads(payload)
    fields["kind"] = kind
    return Recorded(seq, tick, order, EVENT_ADAPTER.validate_python(fields))


def canonical_row(tick: int, order: int, kind: str, payload: str) -> bytes:
    """The row as the line that `backend.domain.log.canonical` makes of its event."""
    return f'[{tick},{order},"{kind}",{payload}]'.encode()
