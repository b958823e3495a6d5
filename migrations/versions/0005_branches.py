"""Branches: towns that share the past of another, ratings that are never written over, answers that a family shares."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("towns", sa.Column("parent", sa.Text))
    op.add_column("towns", sa.Column("root", sa.Text))
    op.add_column("towns", sa.Column("fork_tick", sa.Integer))
    op.add_column("towns", sa.Column("fork_order", sa.Integer))
    op.add_column("towns", sa.Column("fork_seq", sa.BigInteger))
    op.add_column("towns", sa.Column("branch_key", sa.Text))
    op.add_column("towns", sa.Column("branch_wish", sa.JSON))
    op.add_column("towns", sa.Column("main", sa.Text))
    op.execute("UPDATE towns SET root = id")
    op.alter_column("towns", "root", nullable=False)
    op.create_foreign_key("towns_parent_fkey", "towns", "towns", ["parent"], ["id"])
    op.create_unique_constraint("towns_parent_branch_key_key", "towns", ["parent", "branch_key"])
    op.create_index("towns_root", "towns", ["root"])

    op.add_column("inputs", sa.Column("again", sa.Boolean, nullable=False, server_default=sa.false()))

    # A branch shares its parent's memories and not what was thought of them later.
    op.create_table(
        "ratings",
        sa.Column("town", sa.Text, primary_key=True),
        sa.Column("memory", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("rating", sa.Integer, nullable=False),
    )
    op.execute(
        "INSERT INTO ratings (town, memory, seq, rating) "
        "SELECT e.town, r.key, e.seq, r.value::integer "
        "FROM events e, json_each_text(e.payload -> 'ratings') r WHERE e.kind = 'rated'"
    )
    op.drop_column("memories", "rated")

    op.drop_constraint("recorded_answers_pkey", "recorded_answers")
    op.create_primary_key("recorded_answers_pkey", "recorded_answers", ["town", "key", "question"])


def downgrade() -> None:
    op.execute("DELETE FROM recorded_answers a USING towns t WHERE t.id = a.town AND t.parent IS NOT NULL")
    op.execute(
        "DELETE FROM recorded_answers a USING recorded_answers b "
        "WHERE a.town = b.town AND a.key = b.key AND a.question > b.question"
    )
    op.drop_constraint("recorded_answers_pkey", "recorded_answers")
    op.create_primary_key("recorded_answers_pkey", "recorded_answers", ["town", "key"])

    op.add_column("memories", sa.Column("rated", sa.Integer))
    op.execute(
        "UPDATE memories m SET rated = r.rating FROM "
        "(SELECT DISTINCT ON (town, memory) town, memory, rating FROM ratings ORDER BY town, memory, seq DESC) r "
        "WHERE r.town = m.town AND r.memory = m.id"
    )
    op.drop_table("ratings")
    op.drop_column("inputs", "again")

    op.drop_index("towns_root", "towns")
    op.drop_constraint("towns_parent_branch_key_key", "towns")
    op.drop_constraint("towns_parent_fkey", "towns")
    for column in (
        "main",
        "branch_wish",
        "branch_key",
        "fork_seq",
        "fork_order",
        "fork_tick",
        "root",
        "parent",
    ):
        op.drop_column("towns", column)
