"""What an engine reads from and commits to: the port, the town in Postgres behind it, and taking up a town again."""

from backend.store.journal.batch import Batch, Clock, Head, Journal, LeaseLost, LogBroken
from backend.store.journal.postgres_journal import PostgresJournal

__all__ = ["Batch", "Clock", "Head", "Journal", "LeaseLost", "LogBroken", "PostgresJournal"]
