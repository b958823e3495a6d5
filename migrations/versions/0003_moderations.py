"""Visitors who may not speak in a town, or not come in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "moderations",
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), primary_key=True),
        sa.Column("visitor", sa.Text, primary_key=True),
        sa.Column("muted", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("removed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("changes", sa.Integer, nullable=False, server_default="1"),
    )


def downgrade() -> None:
    op.drop_table("moderations")
