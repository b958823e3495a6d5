"""The connection to Postgres, which may be killed and restarted at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import psycopg
from sqlalchemy import Connection, Engine, create_engine, exc, text
from sqlalchemy.engine import make_url

LOCK_SECONDS = 10
CONNECT_SECONDS = 5

_DO_NOT_WAIT_FOR_THE_DISK = text("SET LOCAL synchronous_commit TO OFF")


class StoreUnavailable(Exception):
    """Postgres could not be reached or broke off.

    What was under way may or may not have been committed: read again before writing again. The next call
    connects anew, so waiting and calling again is all there is to do.
    """


def dump(value: Any) -> str:
    """JSON text for a column; tuples become lists, the order of keys is kept."""
    return orjson.dumps(value).decode()


def storable(words: str) -> str:
    """`words` as a column of text can hold them: Postgres has no NUL."""
    return words.replace("\0", "\N{REPLACEMENT CHARACTER}")


class Database:
    """Postgres behind a pool of connections; safe to share between threads, not between forked processes."""

    def __init__(self, url: str, *, pool_size: int = 5, overflow: int = 20) -> None:
        """`url` as in DATABASE_URL: postgresql://user@host/name, or with a socket's folder as ?host=."""
        parsed = make_url(url).set(drivername="postgresql+psycopg")
        self.url = parsed.render_as_string(hide_password=False)
        self.engine: Engine = create_engine(
            parsed,
            pool_size=pool_size,
            max_overflow=overflow,
            pool_timeout=LOCK_SECONDS,
            pool_pre_ping=True,
            # What people say has no place in the log, where SQLAlchemy's errors would take it.
            hide_parameters=True,
            json_serializer=dump,
            json_deserializer=orjson.loads,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "application_name": "townlet",
                "options": f"-c lock_timeout={LOCK_SECONDS}s -c timezone=UTC",
            },
        )

    @contextmanager
    def begin(self, *, snapshot: bool = False, lasting: bool = True) -> Iterator[Connection]:
        """A transaction, committed at the end of the block and rolled back by an exception.

        Args:
            snapshot: all reads of the block see the same moment (repeatable read).
            lasting: False does not wait for the disk; the writes are lost if Postgres crashes right after. For
                what may be lost: how far time has come, a claim, a lease's renewal.

        Raises:
            StoreUnavailable: Postgres is away, went away meanwhile, or kept a lock too long.
        """
        try:
            with self.engine.connect() as connection:
                if snapshot:
                    connection.execution_options(isolation_level="REPEATABLE READ")
                with connection.begin():
                    if not lasting:
                        connection.execute(_DO_NOT_WAIT_FOR_THE_DISK)
                    yield connection
        except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
            raise StoreUnavailable(_words(error)) from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            raise StoreUnavailable(_words(error)) from error

    def ping(self) -> None:
        """Raises StoreUnavailable if Postgres does not answer."""
        with self.begin() as connection:
            connection.execute(text("SELECT 1"))

    def dispose(self) -> None:
        """Closes the idle connections."""
        self.engine.dispose()


def driver_of(connection: Connection) -> psycopg.Connection[Any]:
    """The psycopg connection inside, for COPY, in the same transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver


def _words(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    first = str(cause).strip().splitlines()
    return f"Postgres is not available: {first[0] if first else type(cause).__name__}"
