"""How Alembic reaches the database. Migrations are written by hand, so it knows no metadata."""

from __future__ import annotations

import sqlalchemy
from alembic import context

from backend.store.environment.settings import settings

_ONE_AT_A_TIME = 0x70776E6C74
"""Key of the advisory lock that keeps two starting machines from migrating at once."""

database_url = context.config.attributes.get("database_url") or settings().database_url
engine = sqlalchemy.create_engine(database_url, poolclass=sqlalchemy.NullPool)

with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        connection.execute(sqlalchemy.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        context.run_migrations()
    connection.commit()
