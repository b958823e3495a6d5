"""The tables of the store, as SQLAlchemy Core sees them; `migrations/` makes them.

Payloads are `json`, not `jsonb`: the text is kept as it was written, so that the digest can be taken over the
stored bytes and dictionaries keep their order, on which a resumed engine relies.
"""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    func,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
)

_Json = JSON(none_as_null=True)
_Moment = DateTime(timezone=True)

towns = Table(
    "towns",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("scenario_hash", Text, nullable=False),
    Column("scenario_document", _Json, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("mind", Text, nullable=False),
    Column("created_at", _Moment, nullable=False, server_default=func.now()),
    Column("status", Text, nullable=False, server_default="alive"),
    Column("paused", Boolean, nullable=False, server_default=false()),
    Column("speed", Double, nullable=False),
    Column("pause_at", Integer),
    Column("step_to", Integer),
    Column("clock_version", Integer, nullable=False, server_default="1"),
    Column("head_tick", Integer, nullable=False, server_default="0"),
    Column("head_order", Integer, nullable=False, server_default="-1"),
    Column("head_seq", BigInteger, nullable=False, server_default="0"),
    Column("reached", Double, nullable=False, server_default="0"),
    Column("waiting", _Json, nullable=False, server_default="[]"),
    Column("lease_owner", Text),
    Column("lease_until", _Moment),
    Column("fence", BigInteger, nullable=False, server_default="0"),
    Column("trouble", Text),
    Column("degraded", Text),
    Column("degraded_since", _Moment),
    Column("paused_because", Text),
    Column("watched_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    Column("parent", Text, ForeignKey("towns.id")),
    Column("root", Text, nullable=False),
    Column("fork_tick", Integer),
    Column("fork_order", Integer),
    Column("fork_seq", BigInteger),
    Column("branch_key", Text),
    Column("branch_wish", _Json),
    Column("main", Text),
    UniqueConstraint("parent", "branch_key"),
    Index(None, "root"),
)

events = Table(
    "events",
    metadata,
    Column("town", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("tick", Integer, nullable=False),
    Column("order", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("resident", Text),
    Column("payload", _Json, nullable=False),
    UniqueConstraint("town", "tick", "order"),
    Index(None, "town", "resident", "seq"),
    Index(None, "town", "kind", "seq"),
)

inputs = Table(
    "inputs",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("town", Text, ForeignKey("towns.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", _Json, nullable=False),
    Column("at_tick", Integer),
    Column("at_order", Integer),
    Column("received_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    Column("status", Text, nullable=False, server_default="waiting"),
    Column("tick", Integer),
    Column("order", Integer),
    Column("error", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("applied_at", _Moment),
    Column("again", Boolean, nullable=False, server_default=false()),
    Column("author", Text),
    UniqueConstraint("town", "key"),
    Index(None, "town", "id"),
    Index("inputs_waiting", "town", "id", postgresql_where=text("status = 'waiting'")),
)

questions = Table(
    "questions",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("resident", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("tick", Integer, nullable=False),
    Column("effect", Integer),
    Column("payload", _Json, nullable=False),
    Column("asked_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    Column("claimed_until", _Moment),
    Column("status", Text, nullable=False, server_default="open"),
    Index("questions_open", "town", "asked_at", postgresql_where=text("status = 'open'")),
)

answers = Table(
    "answers",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("mind", Text, nullable=False),
    Column("payload", _Json, nullable=False),
    Column("received_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    Column("applied", Boolean, nullable=False, server_default=false()),
    Column("tick", Integer),
    Column("order", Integer),
    Index("answers_unapplied", "town", "received_at", postgresql_where=text("NOT applied")),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("tick", Integer, nullable=False),
    Column("state", _Json, nullable=False),
    Column("private", _Json, nullable=False),
)

memories = Table(
    "memories",
    metadata,
    Column("town", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("resident", Text, nullable=False),
    Column("tick", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("importance", Integer, nullable=False),
    Column("news", Text),
    Column("source", _Json, nullable=False),
    Column("about", ARRAY(Text), nullable=False),
    Column("vector", LargeBinary),
    Column("embedder", Text),
    Index(None, "town", "resident", "seq"),
    Index("memories_news", "town", "seq", postgresql_where=text("news IS NOT NULL")),
)

ratings = Table(
    "ratings",
    metadata,
    Column("town", Text, primary_key=True),
    Column("memory", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("rating", Integer, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("label", Text, nullable=False, server_default=""),
    Column("parent", Text, ForeignKey("tokens.id")),
    Column("visitor", Text, nullable=False),
    Column("created_at", _Moment, nullable=False, server_default=func.now()),
    Column("expires_at", _Moment),
    Column("revoked_at", _Moment),
    Index(None, "parent"),
)

moderations = Table(
    "moderations",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("visitor", Text, primary_key=True),
    Column("muted", Boolean, nullable=False, server_default=false()),
    Column("removed", Boolean, nullable=False, server_default=false()),
    Column("changes", Integer, nullable=False, server_default="1"),
)

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("town", Text, ForeignKey("towns.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("tick", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("who", Text),
    Column("x", Integer),
    Column("y", Integer),
    Column("author", Text),
    Column("made_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    UniqueConstraint("town", "key"),
    Index(None, "town", "tick"),
)

prompts = Table(
    "prompts",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
)

calls = Table(
    "calls",
    metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("town", Text, ForeignKey("towns.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("resident", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("tick", Integer, nullable=False),
    Column("model", Text, nullable=False),
    Column("prompt", ARRAY(Text), nullable=False),
    Column("answer", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("fault", Text, nullable=False, server_default=""),
    Column("input_tokens", Integer, nullable=False),
    Column("cached_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("cost", Double),
    Column("latency_ms", Integer, nullable=False),
    Column("first_token_ms", Integer),
    Column("made_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    UniqueConstraint("town", "key", "attempt"),
    Index(None, "town", "id"),
    Index(None, "town", "resident", "id"),
)

spending = Table(
    "spending",
    metadata,
    Column("day", Date, primary_key=True),
    Column("calls", BigInteger, nullable=False),
    Column("input_tokens", BigInteger, nullable=False),
    Column("cached_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("cost", Double, nullable=False),
)

model_settings = Table(
    "model_settings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", _Json, nullable=False),
    Column("sealed_key", LargeBinary),
    Column("changed_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
)

recorded_answers = Table(
    "recorded_answers",
    metadata,
    Column("town", Text, ForeignKey("towns.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("mind", Text, nullable=False),
    Column("payload", _Json, nullable=False),
)

tellings = Table(
    "tellings",
    metadata,
    Column("root", Text, ForeignKey("towns.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("town", Text, ForeignKey("towns.id"), nullable=False),
    Column("question", _Json, nullable=False),
    Column("asked_at", _Moment, nullable=False, server_default=func.clock_timestamp()),
    Column("claimed_until", _Moment),
    Column("mind", Text),
    Column("answer", _Json),
    Column("answered_at", _Moment),
    Index(None, "town"),
    Index("tellings_open", "asked_at", postgresql_where=text("answered_at IS NULL")),
)

OF_A_TOWN = (
    tellings,
    questions,
    answers,
    recorded_answers,
    calls,
    prompts,
    inputs,
    snapshots,
    memories,
    ratings,
    moderations,
    bookmarks,
    events,
)
"""All tables with rows of a town. Questions go first: who stores an answer holds its question."""
