"""Towns, their log, inputs, questions, answers, snapshots and memories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _town(referring: bool = True) -> sa.Column[str]:
    """Events and memories refer to no town: a check for each of the many rows would cost, and a writer holds the
    town's row anyway."""
    keys = [sa.ForeignKey("towns.id")] if referring else []
    return sa.Column("town", sa.Text, *keys, nullable=False)


def upgrade() -> None:
    op.create_table(
        "towns",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("scenario_hash", sa.Text, nullable=False),
        sa.Column("scenario_document", sa.JSON, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("mind", sa.Text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False, server_default=sa.func.now()),
        sa.Column("status", sa.Text, nullable=False, server_default="alive"),
        sa.Column("paused", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("speed", sa.Double, nullable=False),
        sa.Column("pause_at", sa.Integer),
        sa.Column("step_to", sa.Integer),
        sa.Column("clock_version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("head_tick", sa.Integer, nullable=False, server_default="0"),
        sa.Column("head_order", sa.Integer, nullable=False, server_default="-1"),
        sa.Column("head_seq", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("reached", sa.Double, nullable=False, server_default="0"),
        sa.Column("waiting", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("lease_owner", sa.Text),
        sa.Column("lease_until", MOMENT),
        sa.Column("fence", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("trouble", sa.Text),
        sa.CheckConstraint("status IN ('alive', 'ended', 'deleted')", name="towns_status_check"),
    )
    # The row is rewritten several times a second while the town lives: room on its page keeps that cheap.
    op.execute("ALTER TABLE towns SET (fillfactor = 40)")

    op.create_table(
        "events",
        _town(referring=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("order", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("resident", sa.Text),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("town", "seq", name="events_pkey"),
        sa.UniqueConstraint("town", "tick", "order", name="events_town_tick_order_key"),
    )
    op.create_index("events_town_resident_seq", "events", ["town", "resident", "seq"])
    op.create_index("events_town_kind_seq", "events", ["town", "kind", "seq"])

    op.create_table(
        "inputs",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        _town(),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("at_tick", sa.Integer),
        sa.Column("at_order", sa.Integer),
        sa.Column("received_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("status", sa.Text, nullable=False, server_default="waiting"),
        sa.Column("tick", sa.Integer),
        sa.Column("order", sa.Integer),
        sa.Column("error", sa.Text, nullable=False, server_default=""),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("applied_at", MOMENT),
        sa.UniqueConstraint("town", "key", name="inputs_town_key_key"),
        sa.CheckConstraint("status IN ('waiting', 'applied', 'refused')", name="inputs_status_check"),
    )
    op.create_index("inputs_town_id", "inputs", ["town", "id"])
    op.create_index(
        "inputs_waiting", "inputs", ["town", "id"], postgresql_where=sa.text("status = 'waiting'")
    )

    op.create_table(
        "questions",
        _town(),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("resident", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("effect", sa.Integer),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("claimed_until", MOMENT),
        sa.Column("status", sa.Text, nullable=False, server_default="open"),
        sa.PrimaryKeyConstraint("town", "key", name="questions_pkey"),
        sa.CheckConstraint("status IN ('open', 'done')", name="questions_status_check"),
    )
    op.create_index(
        "questions_open", "questions", ["town", "asked_at"], postgresql_where=sa.text("status = 'open'")
    )

    op.create_table(
        "answers",
        _town(),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("mind", sa.Text, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("applied", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("tick", sa.Integer),
        sa.Column("order", sa.Integer),
        sa.PrimaryKeyConstraint("town", "key", name="answers_pkey"),
    )
    op.create_index(
        "answers_unapplied", "answers", ["town", "received_at"], postgresql_where=sa.text("NOT applied")
    )

    op.create_table(
        "snapshots",
        _town(),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("private", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("town", "seq", name="snapshots_pkey"),
    )

    op.create_table(
        "memories",
        _town(referring=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("resident", sa.Text, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("importance", sa.Integer, nullable=False),
        sa.Column("rated", sa.Integer),
        sa.Column("news", sa.Text),
        sa.Column("source", sa.JSON, nullable=False),
        sa.Column("about", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("vector", sa.LargeBinary),
        sa.Column("embedder", sa.Text),
        sa.PrimaryKeyConstraint("town", "id", name="memories_pkey"),
    )
    op.create_index("memories_town_resident_seq", "memories", ["town", "resident", "seq"])


def downgrade() -> None:
    for table in ("memories", "snapshots", "answers", "questions", "inputs", "events", "towns"):
        op.drop_table(table)
