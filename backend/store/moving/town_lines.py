"""The rows of a town as lines of its file, and back. Payloads are carried over as the text that is stored."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

import orjson
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy import JSON, ColumnElement, Row, Table, Text, cast

from backend.domain.calls import Outcome, Role
from backend.domain.events import QuestionKind, Recorded
from backend.store.moving.town_file_faults import DamagedExport
from backend.store.postgres.event_rows import canonical_row, read_event

Json = dict[str, Any]
Tick = Annotated[int, Field(ge=0, le=2**31 - 1)]
Order = Annotated[int, Field(ge=-1, le=2**31 - 1)]
Seq = Annotated[int, Field(ge=0, le=2**62)]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
Whole = Annotated[int, Field(ge=-(2**31), le=2**31 - 1)]
Key = Annotated[str, Field(min_length=1, max_length=400)]
Words = Annotated[str, Field(max_length=10_000)]
Moment = Annotated[AwareDatetime, Field(strict=False)]


class Line(BaseModel):
    """Its fields are columns."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class TownLine(Line):
    name: Words
    scenario: Key
    scenario_hash: Key
    scenario_document: Json
    seed: Annotated[int, Field(ge=-(2**63), lt=2**63)]
    mind: Key
    created_at: Moment
    status: Literal["alive", "ended"]
    speed: Annotated[float, Field(ge=0, strict=False)]
    head_tick: Tick
    head_order: Order
    head_seq: Seq
    fork_tick: Tick | None = None
    """Where the town begins at the end of a tick that is closed, as a branch of the past does: that tick, its head."""


class SnapshotLine(Line):
    seq: Seq
    tick: Tick
    state: Json
    private: Json


class QuestionLine(Line):
    payload: Json
    """Says all that the other columns do."""
    asked_at: Moment
    status: Literal["open", "done"]


class AnswerLine(Line):
    key: Key
    mind: Key
    payload: Json
    received_at: Moment
    applied: bool
    tick: Tick | None
    order: Order | None


class InputLine(Line):
    """Inputs are lines in the order in which they came; their numbers belong to a database, not to the town."""

    key: Key
    payload: Json
    at_tick: Tick | None
    at_order: Order | None
    received_at: Moment
    status: Literal["waiting", "applied", "refused"]
    tick: Tick | None
    order: Order | None
    error: Words
    reason: Words
    applied_at: Moment | None
    again: bool = False
    """It was sent on the spot, in the life that the town is a branch of."""


class PromptLine(Line):
    hash: Key
    role: Role
    text: Annotated[str, Field(max_length=60_000_000)]


class CallLine(Line):
    """Calls are lines in the order in which they were made; their numbers belong to a database."""

    key: Key
    attempt: Number
    resident: Key
    kind: QuestionKind
    tick: Tick
    model: Words
    prompt: Annotated[list[Key], Field(max_length=10_000)]
    answer: Annotated[str, Field(max_length=1_000_000)]
    outcome: Outcome
    fault: Annotated[str, Field(max_length=1_000_000)]
    input_tokens: Number
    cached_tokens: Number
    output_tokens: Number
    cost: Annotated[float, Field(ge=0, strict=False)] | None
    latency_ms: Number
    first_token_ms: Number | None
    made_at: Moment


class RecordedLine(Line):
    key: Key
    question: Key
    mind: Key
    payload: Json


class BookmarkLine(Line):
    """Bookmarks are lines in the order in which they were made. Who made them is known by a link of that Townlet's."""

    key: Key
    tick: Tick
    note: Words
    who: Key | None
    x: Whole | None
    y: Whole | None
    made_at: Moment


class ModerationLine(Line):
    """Counts for a visitor that comes by the same link, so where the town is taken in beside the one that it was."""

    visitor: Key
    muted: bool
    removed: bool
    changes: Number


L = TypeVar("L", bound=Line)


def columns(table: Table, line: type[Line]) -> list[ColumnElement[Any]]:
    """The columns that make a line; those that hold JSON as their stored text."""
    chosen = (table.c[name] for name in line.model_fields)
    return [cast(each, Text).label(each.name) if isinstance(each.type, JSON) else each for each in chosen]


def write_line(table: Table, line: type[Line], row: Row[Any]) -> bytes:
    """The line of a row of `columns`."""
    return orjson.dumps(
        {
            name: orjson.Fragment(value) if isinstance(table.c[name].type, JSON) else value
            for name, value in zip(line.model_fields, row, strict=True)
        }
    )


def read_line(line: type[L], text: bytes) -> L:
    """Raises ValueError, also as Pydantic's ValidationError: it is no such line."""
    return line.model_validate(orjson.loads(text))


def write_event(seq: int, tick: int, order: int, kind: str, payload: str) -> bytes:
    """The position, then what the digest is taken over."""
    return f"[{seq},".encode() + canonical_row(tick, order, kind, payload)[1:]


def canonical_of(line: bytes) -> bytes:
    """What the digest is taken over."""
    return b"[" + line.partition(b",")[2]


def parse_event(line: bytes) -> tuple[Recorded, str]:
    """The event and its payload's text, which is stored as it is. Raises DamagedExport, ValueError."""
    seq, tick, order, kind, _ = orjson.loads(line)
    head = orjson.dumps([seq, tick, order, kind])[:-1] + b","
    if not line.startswith(head):
        raise DamagedExport(f"event {seq} is written in another way")
    payload = line[len(head) : -1].decode()
    return read_event(seq, tick, order, kind, payload), payload
