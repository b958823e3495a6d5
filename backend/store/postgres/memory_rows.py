"""The projection of the log that the page lists memories from; written with the events that it is made of."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from sqlalchemy import Connection, insert

from backend.domain.events import Rated, Recorded, Remembered
from backend.store.postgres.database import driver_of, dump, storable
from backend.store.postgres.tables import ratings

_COPY = (
    "COPY memories (town, id, resident, tick, seq, kind, text, importance, news, source, about, vector, "
    "embedder) FROM STDIN"
)


def write_memories(connection: Connection, town: str, batch: Sequence[Recorded]) -> None:
    """Projects the memories formed and rated in `batch`, in the transaction of `connection`."""
    formed = [(r, r.event) for r in batch if isinstance(r.event, Remembered)]
    if formed:
        with driver_of(connection).cursor() as cursor, cursor.copy(_COPY) as copy:
            for recorded, memory in formed:
                copy.write_row(
                    (
                        town,
                        memory.id,
                        memory.resident,
                        recorded.tick,
                        recorded.seq,
                        memory.memory,
                        storable(memory.text),
                        memory.importance,
                        memory.news,
                        dump(memory.source.model_dump(mode="json")),
                        list(memory.about),
                        None if memory.vector is None else base64.b64decode(memory.vector),
                        memory.embedder,
                    )
                )
    given = [
        {"town": town, "memory": memory, "seq": recorded.seq, "rating": rating}
        for recorded in batch
        if isinstance(recorded.event, Rated)
        for memory, rating in recorded.event.ratings.items()
    ]
    if given:
        connection.execute(insert(ratings), given)
