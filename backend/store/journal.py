"""The one door to the store for an engine: the port, and the two journals behind it."""

from backend.store.batch import Batch, Clock, Head, Journal, LeaseLost, LogBroken
from backend.store.file_journal import FileJournal
from backend.store.postgres_journal import PostgresJournal

__all__ = ["Batch", "Clock", "FileJournal", "Head", "Journal", "LeaseLost", "LogBroken", "PostgresJournal"]
