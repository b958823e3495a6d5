"""Calls of model servers, what they cost, how the server is set up, and towns that stand for their sake."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "prompts",
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), primary_key=True),
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("resident", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("prompt", sa.ARRAY(sa.Text), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("fault", sa.Text, nullable=False, server_default=""),
        sa.Column("input_tokens", sa.Integer, nullable=False),
        sa.Column("cached_tokens", sa.Integer, nullable=False),
        sa.Column("output_tokens", sa.Integer, nullable=False),
        sa.Column("cost", sa.Double),
        sa.Column("latency_ms", sa.Integer, nullable=False),
        sa.Column("first_token_ms", sa.Integer),
        sa.Column("made_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.UniqueConstraint("town", "key", "attempt", name="calls_town_key_attempt_key"),
    )
    op.create_index("calls_town_id", "calls", ["town", "id"])
    op.create_index("calls_town_resident_id", "calls", ["town", "resident", "id"])
    # Of no town: what a deleted town has cost stays spent.
    op.create_table(
        "spending",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("calls", sa.BigInteger, nullable=False),
        sa.Column("input_tokens", sa.BigInteger, nullable=False),
        sa.Column("cached_tokens", sa.BigInteger, nullable=False),
        sa.Column("output_tokens", sa.BigInteger, nullable=False),
        sa.Column("cost", sa.Double, nullable=False),
    )
    op.create_table(
        "model_settings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("sealed_key", sa.LargeBinary),
        sa.Column("changed_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.CheckConstraint("id = 1", name="model_settings_one_check"),
    )
    op.create_table(
        "recorded_answers",
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("mind", sa.Text, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.add_column("towns", sa.Column("degraded", sa.Text))
    op.add_column("towns", sa.Column("degraded_since", MOMENT))
    op.add_column("towns", sa.Column("paused_because", sa.Text))
    op.add_column(
        "towns",
        sa.Column("watched_at", MOMENT, nullable=False, server_default=sa.func.clock_timestamp()),
    )


def downgrade() -> None:
    for column in ("watched_at", "paused_because", "degraded_since", "degraded"):
        op.drop_column("towns", column)
    for table in ("recorded_answers", "model_settings", "spending", "calls", "prompts"):
        op.drop_table(table)
