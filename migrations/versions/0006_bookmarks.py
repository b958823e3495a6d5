"""Bookmarks in a town's life, who sent an input, and a quick way to the memories that carry news."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bookmarks",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("town", sa.Text, sa.ForeignKey("towns.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("tick", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("who", sa.Text),
        sa.Column("x", sa.Integer),
        sa.Column("y", sa.Integer),
        sa.Column("author", sa.Text),
        sa.Column(
            "made_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()
        ),
        sa.UniqueConstraint("town", "key", name="bookmarks_town_key_key"),
    )
    op.create_index("bookmarks_town_tick", "bookmarks", ["town", "tick"])
    op.add_column("inputs", sa.Column("author", sa.Text))
    op.create_index(
        "memories_news", "memories", ["town", "seq"], postgresql_where=sa.text("news IS NOT NULL")
    )


def downgrade() -> None:
    op.drop_index("memories_news", "memories")
    op.drop_column("inputs", "author")
    op.drop_table("bookmarks")
