"""What minds were asked to tell of towns, outside their logs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "tellings",
        sa.Column("root", sa.Text, sa.ForeignKey("towns.id"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), nullable=False),
        sa.Column("question", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("asked_at", moment, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("claimed_until", moment),
        sa.Column("mind", sa.Text),
        sa.Column("answer", sa.JSON(none_as_null=True)),
        sa.Column("answered_at", moment),
    )
    op.create_index("tellings_town", "tellings", ["town"])
    op.create_index(
        "tellings_open", "tellings", ["asked_at"], postgresql_where=sa.text("answered_at IS NULL")
    )


def downgrade() -> None:
    op.drop_table("tellings")
