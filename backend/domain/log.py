"""The canonical form of the log and its digest (design, section 3)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import orjson

from backend.domain.events import EVENT_ADAPTER, Recorded


def canonical(recorded: Recorded) -> bytes:
    """One line of the log: canonical JSON of [tick, order, kind, payload], without line end."""
    payload = recorded.event.model_dump(mode="json", exclude={"kind"})
    return orjson.dumps(
        [recorded.tick, recorded.order, recorded.event.kind, payload], option=orjson.OPT_SORT_KEYS
    )


def read_line(line: bytes, seq: int) -> Recorded:
    """The inverse of `canonical`."""
    tick, order, kind, payload = orjson.loads(line)
    return Recorded(seq, tick, order, EVENT_ADAPTER.validate_python({"kind": kind, **payload}))


class Digest:
    """SHA-256 over the canonical lines, fed in order."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self.events = 0

    def feed(self, log: Iterable[Recorded]) -> Digest:
        for recorded in log:
            self.feed_line(canonical(recorded))
        return self

    def feed_line(self, line: bytes) -> None:
        self._hash.update(line)
        self._hash.update(b"\n")
        self.events += 1

    def hexdigest(self) -> str:
        return self._hash.hexdigest()
