"""The towns: making, listing and ending them, their clocks as people set them, and who may write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, exc, func, insert, select, update

from backend.domain.scenario import Scenario
from backend.store.postgres.database import Database, storable
from backend.store.postgres.tables import OF_A_TOWN, inputs, towns
from backend.store.town.leases import acquire_lease, release_lease, renew_lease, towns_to_run
from backend.store.town.scenario_document import scenario_document

__all__ = [
    "UNCHANGED",
    "TownExists",
    "TownGone",
    "TownHasBranches",
    "TownRow",
    "TownStatus",
    "UnknownTown",
    "acquire_lease",
    "any_town_ever",
    "create_town",
    "delete_town",
    "end_town",
    "find_town",
    "get_town",
    "list_towns",
    "release_lease",
    "renew_lease",
    "set_clock",
    "set_degraded",
    "set_trouble",
    "town_row",
    "towns_to_run",
]

TownStatus = Literal["alive", "ended", "deleted"]


class UnknownTown(LookupError):
    """There never was such a town."""

    def __init__(self, town: str) -> None:
        super().__init__(f"there is no town {town!r}; list the towns to see which there are")
        self.town = town


class TownGone(Exception):
    """The town was deleted or has ended and takes nothing more."""

    def __init__(self, town: str, status: str) -> None:
        super().__init__(f"the town {town!r} is {status}; make a new one")
        self.town, self.status = town, status


class TownExists(Exception):
    """A town with this id was made before."""

    def __init__(self, town: str) -> None:
        super().__init__(f"a town {town!r} exists already; choose another id")
        self.town = town


class TownHasBranches(Exception):
    """Other towns have their past from it."""

    def __init__(self, town: str, branches: dict[str, str]) -> None:
        names = ", ".join(f"{name} ({branch})" for branch, name in branches.items())
        super().__init__(f"{town!r} has branches: {names}; delete them first, or all together")
        self.town, self.branches = town, branches


class Unchanged(Enum):
    """Tells "leave it" from "set it to None"."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED


@dataclass(frozen=True)
class TownRow:
    id: str
    name: str
    scenario: str
    scenario_hash: str
    seed: int
    mind: str
    created_at: datetime
    status: TownStatus
    paused: bool
    speed: float
    """Simulated seconds per real second, as asked for; 0 is as fast as can be."""
    pause_at: int | None
    """The tick at which the running town pauses."""
    step_to: int | None
    """The tick that the paused town is to advance to."""
    clock_version: int
    head_tick: int
    head_order: int
    head_seq: int
    reached: float
    """Simulated seconds per real second, lately."""
    waiting: list[dict[str, Any]]
    """The questions it waits for: resident, question, since_tick, seconds."""
    lease_owner: str | None
    lease_until: datetime | None
    fence: int
    last_input_at: datetime | None
    trouble: str | None
    """What last went wrong, in words."""
    degraded: str | None
    """Why the built-in mind stands in for the model, in a word: off, budget or away."""
    degraded_since: datetime | None
    paused_because: str | None
    """Why it stands although nobody paused it: unwatched, or unseen so far."""
    watched_at: datetime
    """When a page was last seen to watch it, or somebody let it run."""
    parent: str | None
    """The town that it is a branch of; None: it was founded."""
    root: str
    """The town that its family began with; itself where it was founded."""
    fork_tick: int | None
    """The tick up to which a branch shares its parent's life; -1: none of it. Of a town that was taken in from a file
    at the end of a closed tick, that tick."""
    fork_order: int | None
    """The last order within that tick that it shares, where it was open; None: the whole tick, with its close."""
    fork_seq: int | None
    """The position of the last event that it shares."""
    branch_key: str | None
    """Idempotency key with which the branch was asked for."""
    branch_wish: dict[str, Any] | None
    """What was asked for then."""
    main: str | None
    """At the root: which of the family is the main one; None: the root itself."""

    @property
    def begins_closed(self) -> bool:
        """Whether it has not lived by itself yet, and begins at the end of a tick that is closed."""
        return self.fork_order is None and self.head_tick == self.fork_tick


_LAST_INPUT = (
    select(inputs.c.received_at)
    .where(inputs.c.town == towns.c.id)
    .order_by(inputs.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("last_input_at")
)
TOWN_COLUMNS = (*(c for c in towns.c if c.name != "scenario_document"), _LAST_INPUT)


def town_row(row: Row[Any]) -> TownRow:
    return TownRow(**row._mapping)


def create_town(
    database: Database,
    town: str,
    scenario: Scenario,
    *,
    name: str,
    seed: int,
    mind: str,
    speed: float = 30.0,
    paused: bool = False,
    paused_because: str | None = None,
) -> TownRow:
    """Makes a town that no event has happened in yet.

    Args:
        paused_because: why it stands from the first, where nobody paused it: unseen.

    Raises:
        TownExists: the id is taken, be it by a deleted town.
    """
    row = {
        "id": town,
        "root": town,
        "name": name,
        "scenario": scenario.id,
        "scenario_hash": scenario.hash,
        "scenario_document": scenario_document(scenario),
        "seed": seed,
        "mind": mind,
        "speed": speed,
        "paused": paused or paused_because is not None,
        "paused_because": paused_because,
    }
    with database.begin() as connection:
        try:
            connection.execute(insert(towns).values(row))
        except exc.IntegrityError as error:
            raise TownExists(town) from error
        return find_town(connection, town)


def find_town(connection: Connection, town: str) -> TownRow:
    row = connection.execute(select(*TOWN_COLUMNS).where(towns.c.id == town)).one_or_none()
    if row is None:
        raise UnknownTown(town)
    return town_row(row)


def get_town(database: Database, town: str) -> TownRow:
    """The town, be it deleted: look at its status. Raises UnknownTown."""
    with database.begin() as connection:
        return find_town(connection, town)


def list_towns(database: Database) -> list[TownRow]:
    """All towns but the deleted ones, newest first."""
    with database.begin() as connection:
        rows = connection.execute(
            select(*TOWN_COLUMNS)
            .where(towns.c.status != "deleted")
            .order_by(towns.c.created_at.desc(), towns.c.id)
        )
        return [town_row(row) for row in rows]


def any_town_ever(database: Database) -> bool:
    """Whether there was a town before, be it deleted."""
    with database.begin() as connection:
        return connection.execute(select(towns.c.id).limit(1)).one_or_none() is not None


def set_clock(
    database: Database,
    town: str,
    *,
    speed: float | None = None,
    paused: bool | None = None,
    pause_at: int | Unchanged | None = UNCHANGED,
    step_to: int | Unchanged | None = UNCHANGED,
) -> TownRow:
    """Changes what is given and raises the clock's version; wake the town's engine afterwards.

    Raises:
        UnknownTown, TownGone: there is no clock to set.
    """
    changes: dict[str, Any] = {"clock_version": towns.c.clock_version + 1}
    if speed is not None:
        changes["speed"] = speed
    if paused is not None:
        changes["paused"] = paused
        changes["paused_because"] = None
        # Whoever lets it run is looking, be it without a page.
        changes["watched_at"] = func.clock_timestamp()
    if pause_at is not UNCHANGED:
        changes["pause_at"] = pause_at
    if step_to is not UNCHANGED:
        changes["step_to"] = step_to
    with database.begin() as connection:
        connection.execute(update(towns).where(towns.c.id == town, towns.c.status == "alive").values(changes))
        return _living(find_town(connection, town))


def delete_town(database: Database, town: str, *, with_branches: bool = False) -> list[str]:
    """Deletes all that the town was but a row that says so. An engine that lives it is refused from now on.

    Deleting it twice is as good as once.

    Args:
        with_branches: its branches and theirs, too, which have their past from it.

    Returns:
        The ids of all that are gone.

    Raises:
        UnknownTown: there never was such a town.
        TownHasBranches: and they are to stay.
    """
    with database.begin() as connection:
        row = find_town(connection, town)
        gone, level = [town], [town]
        while level:
            # The strongest lock: it waits for inputs and forks under way; later ones wait and find the town gone.
            connection.execute(
                select(towns.c.id).where(towns.c.id.in_(level)).order_by(towns.c.id).with_for_update()
            )
            chosen = select(towns.c.id, towns.c.name).where(towns.c.parent.in_(level))
            branches = connection.execute(chosen.where(towns.c.status != "deleted")).all()
            if branches and not with_branches:
                raise TownHasBranches(town, {branch.id: branch.name for branch in branches})
            level = [branch.id for branch in branches]
            gone += level
        connection.execute(
            update(towns).where(towns.c.id == row.root, towns.c.main.in_(gone)).values(main=None)
        )
        connection.execute(
            update(towns)
            .where(towns.c.id.in_(gone))
            .values(
                status="deleted",
                fence=towns.c.fence + 1,
                lease_owner=None,
                lease_until=None,
                scenario_document={},
                waiting=[],
            )
        )
    # Apart, for a long life takes its time: the town is gone already.
    with database.begin() as connection:
        for table in OF_A_TOWN:
            connection.execute(delete(table).where(table.c.town.in_(gone)))
    return gone


def end_town(database: Database, town: str) -> TownRow:
    """The town's life is over: it can be watched, but takes no inputs. Raises UnknownTown, TownGone."""
    with database.begin() as connection:
        connection.execute(
            update(towns)
            .where(towns.c.id == town, towns.c.status == "alive")
            .values(status="ended", paused=True)
        )
        row = find_town(connection, town)
        if row.status == "deleted":
            raise TownGone(town, row.status)
        return row


def set_trouble(database: Database, town: str, trouble: str | None) -> None:
    """Says in words, for the page, what keeps the town from running; None when it runs again."""
    with database.begin() as connection:
        connection.execute(
            update(towns).where(towns.c.id == town).values(trouble=trouble and storable(trouble))
        )


def set_degraded(database: Database, town: str, why: str | None) -> None:
    """Says for the page that the built-in mind stands in for the model, and why; None: it does not any more.

    Since when stays as it was while the reason does.
    """
    changed = towns.c.degraded.is_distinct_from(why)
    with database.begin() as connection:
        connection.execute(
            update(towns)
            .where(towns.c.id == town, changed)
            .values(degraded=why, degraded_since=None if why is None else func.clock_timestamp())
        )


def _living(row: TownRow) -> TownRow:
    if row.status != "alive":
        raise TownGone(row.id, row.status)
    return row
