"""Making a branch: a row that says where it leaves its parent's life, and what waits there.

Nothing of the past is copied (`backend.store.postgres.lineage`). What is a branch's own from the first are
the questions that are open at its fork, for it may answer them otherwise, and the inputs of people that it
takes along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select
from sqlalchemy.dialects.postgresql import insert as insert_once

from backend.store.history.events import last_position, state_upto
from backend.store.postgres.database import Database
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import answers, events, inputs, questions, towns
from backend.store.queues.inputs import InputRow, KeyReused, UnknownInput, inputs_seen
from backend.store.town.towns import TownGone, TownRow, find_town


class NotLivedYet(Exception):
    """The fork lies in the future."""

    def __init__(self, tick: int, head: int) -> None:
        super().__init__(f"tick {tick} is not lived yet, the town is at {head}; fork at an earlier one")
        self.tick, self.head = tick, head


class NoSuchEvent(LookupError):
    """The town's log has no such event."""

    def __init__(self, seq: int, head: int) -> None:
        super().__init__(f"there is no event {seq}, the log has {head}; fork at one of them")
        self.seq, self.head = seq, head


class NothingToUndo(Exception):
    """The input never took effect."""

    def __init__(self, number: int, status: str) -> None:
        super().__init__(f"input {number} is {status}: it has changed nothing that could be undone")
        self.number, self.status = number, status


@dataclass(frozen=True)
class Wish:
    """What somebody asks of a branch. At most one of `tick`, `seq` and `undo`; none: as the town is now."""

    name: str | None = None
    """None: what it is called is told beside."""
    tick: int | None = None
    """The last tick of its parent that it shares, with all that happened in it."""
    seq: int | None = None
    """An event instead: the last shared tick is the one in which it happened."""
    undo: int | None = None
    """An input instead: the branch is the life without it."""
    paused: bool = True

    def document(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if value is not None}


@dataclass(frozen=True)
class _Fork:
    """Where the branch leaves, and what it has of its own there."""

    tick: int
    order: int | None
    seq: int
    head: tuple[int, int]
    open_questions: list[dict[str, Any]]
    stamped: list[dict[str, Any]]
    """Answers to people that took effect later, with their stamps."""


def make_branch(
    database: Database, parent: str, branch: str, key: str, wish: Wish, *, called: str = "A branch"
) -> tuple[TownRow, bool]:
    """Makes a branch of a town that may be running; wake its engine afterwards.

    Without a moment, or at the tick that is still open, it is the town exactly as it is, in the middle of that tick.
    At a past tick it begins at that tick's end; its own first tick is the next.

    Args:
        branch: the new town's id.
        key: the sender's; the same wish with the same key makes one branch.
        called: its name where the wish has none. It may tell of the moment, so it is no part of what is asked for.

    Returns:
        The branch, and whether it is new.

    Raises:
        UnknownTown, TownGone: there is no parent.
        KeyReused: the key belongs to another wish.
        NotLivedYet: there is no such tick yet.
        NoSuchEvent: nor such an event.
        UnknownInput, NothingToUndo: there is nothing to undo.
    """
    with database.begin() as connection:
        row = _parent(connection, parent)
        made = _made(connection, parent, key, wish)
        if made is not None:
            return made, False
        lineage = lineage_of(connection, parent)
        undone = None if wish.undo is None else _undone(connection, lineage, wish.undo)
        tick = _last_shared(connection, lineage, row, wish, undone)
        is_past = tick is not None and tick < row.head_tick
        _lock(connection, parent, against_commits=not is_past)
        # The town may have gone on until it stood still for this.
        row = find_town(connection, parent)
        if tick is not None and tick < row.head_tick:
            fork = _in_the_past(connection, lineage, tick)
        else:
            fork = _at_the_head(connection, row)
        if not _write_town(connection, row, branch, key, wish, fork, wish.name or called):
            made = _made(connection, parent, key, wish)
            assert made is not None, "another branch has the key"
            return made, False
        _write(connection, branch, fork)
        _take_along(connection, lineage, branch, fork, undone)
        return find_town(connection, branch), True


def _parent(connection: Connection, town: str) -> TownRow:
    row = find_town(connection, town)
    if row.status == "deleted":
        raise TownGone(town, row.status)
    return row


def _lock(connection: Connection, town: str, *, against_commits: bool) -> None:
    """Keeps the parent from being deleted meanwhile, and its engine from going on, for a moment. Raises TownGone."""
    chosen = select(towns.c.status).where(towns.c.id == town)
    locked = chosen.with_for_update(read=not against_commits, key_share=True)
    status = connection.scalars(locked).one()
    if status == "deleted":
        raise TownGone(town, status)


def _made(connection: Connection, parent: str, key: str, wish: Wish) -> TownRow | None:
    """The branch that the key has made already. Raises KeyReused."""
    found = connection.execute(
        select(towns.c.id, towns.c.branch_wish).where(towns.c.parent == parent, towns.c.branch_key == key)
    ).one_or_none()
    if found is None:
        return None
    if found.branch_wish != wish.document():
        raise KeyReused(key)
    row = find_town(connection, found.id)
    if row.status == "deleted":
        raise TownGone(row.id, row.status)
    return row


def _undone(connection: Connection, lineage: Lineage, number: int) -> InputRow:
    found = next(iter(inputs_seen(connection, lineage, inputs.c.id == number)), None)
    if found is None:
        raise UnknownInput(number)
    if found.fate.status != "applied" or found.fate.stamp is None:
        raise NothingToUndo(number, found.fate.status)
    return found


def _last_shared(
    connection: Connection, lineage: Lineage, row: TownRow, wish: Wish, undone: InputRow | None
) -> int | None:
    """The last tick that is shared; None: what there is. Raises NotLivedYet, NoSuchEvent."""
    if undone is not None:
        assert undone.fate.stamp is not None, "it took effect"
        return undone.fate.stamp.tick - 1
    tick = wish.tick
    if wish.seq is not None:
        held = select(events.c.tick).where(lineage.holds(events), events.c.seq == wish.seq)
        tick = connection.scalar(held)
        if tick is None or wish.seq > row.head_seq:
            raise NoSuchEvent(wish.seq, row.head_seq)
    if tick is not None and tick > row.head_tick:
        raise NotLivedYet(tick, row.head_tick)
    return tick


def _at_the_head(connection: Connection, row: TownRow) -> _Fork:
    """Each commit is a position from which an engine can go on: the branch is the town at its last one."""
    chosen = select(*_ASKED).where(questions.c.town == row.id, questions.c.status == "open")
    found = [dict(asked._mapping) for asked in connection.execute(chosen.order_by(questions.c.key))]
    order = None if row.begins_closed else row.head_order
    return _Fork(row.head_tick, order, row.head_seq, (row.head_tick, row.head_order), found, [])


def _in_the_past(connection: Connection, lineage: Lineage, tick: int) -> _Fork:
    """The end of a tick that is closed."""
    seq = last_position(connection, lineage, tick)
    if seq == 0:
        return _Fork(-1, None, 0, (0, -1), [], [])
    state = state_upto(connection, lineage, tick)
    order = state.order if state.tick == tick else -1
    found, stamped = [], []
    for key in state.questions:
        asked = lineage.nearest(connection, select(*_ASKED).where(questions.c.key == key), questions)
        assert asked is not None, "whatever was asked is stored"
        row = dict(asked._mapping)
        if row["payload"]["mind"] == "rules" and state.mind_of(asked.resident) == "model":
            # It was put before the built-in mind later on.
            row["payload"]["mind"] = "model"
        found.append(row)
        if asked.effect is None:
            stamped += _reply(connection, lineage, key)
    return _Fork(tick, None, seq, (tick, order), found, stamped)


def _reply(connection: Connection, lineage: Lineage, key: str) -> list[dict[str, Any]]:
    """The answer to a person that was on its way: it arrives when it arrived."""
    columns = (answers.c.key, answers.c.mind, answers.c.payload, answers.c.tick, answers.c.order)
    for section in reversed(lineage.sections):
        given = select(*columns).where(
            section.stamped(answers), answers.c.key == key, answers.c.tick.is_not(None)
        )
        row = connection.execute(given).one_or_none()
        if row is not None:
            return [dict(row._mapping)]
    return []


_ASKED = (
    questions.c.key,
    questions.c.resident,
    questions.c.kind,
    questions.c.tick,
    questions.c.effect,
    questions.c.payload,
)


def _write_town(
    connection: Connection, parent: TownRow, branch: str, key: str, wish: Wish, fork: _Fork, name: str
) -> bool:
    """False if the key has made a branch meanwhile."""
    row = {
        "id": branch,
        "name": name,
        "scenario": parent.scenario,
        "scenario_hash": parent.scenario_hash,
        "scenario_document": {},
        "seed": parent.seed,
        "mind": parent.mind,
        "speed": parent.speed,
        "paused": wish.paused or wish.undo is not None,
        "step_to": parent.head_tick if wish.undo is not None else None,
        "head_tick": fork.head[0],
        "head_order": fork.head[1],
        "head_seq": fork.seq,
        "parent": parent.id,
        "root": parent.root,
        "fork_tick": fork.tick,
        "fork_order": fork.order,
        "fork_seq": fork.seq,
        "branch_key": key,
        "branch_wish": wish.document(),
    }
    written = insert_once(towns).values(row).on_conflict_do_nothing(index_elements=["parent", "branch_key"])
    return connection.execute(written.returning(towns.c.id)).one_or_none() is not None


def _write(connection: Connection, branch: str, fork: _Fork) -> None:
    for table, rows in ((questions, fork.open_questions), (answers, fork.stamped)):
        if rows:
            connection.execute(insert(table), [{"town": branch, **row} for row in rows])


def _take_along(
    connection: Connection, lineage: Lineage, branch: str, fork: _Fork, undone: InputRow | None
) -> None:
    """Gives the branch those inputs of people that are still to come in it, in the order of their stamps.

    What is scheduled and has not come up yet is part of the town as it is; in a tick that is still open it may come up
    there. With an input undone, all others that took effect since come again at their stamps.
    """
    table = inputs.c
    waits = and_(
        table.status == "waiting",
        table.at_tick > fork.tick if fork.order is None else table.at_tick >= fork.tick,
    )
    wanted = waits
    if undone is not None:
        again = and_(table.status == "applied", table.tick > fork.tick, table.id != undone.id)
        wanted = or_(waits, again)
    rows = []
    for one in inputs_seen(connection, lineage, wanted):
        stamp = one.scheduled if one.fate.status == "waiting" else one.fate.stamp
        assert stamp is not None, "it was chosen by it"
        rows.append(
            {
                "town": branch,
                "key": one.key,
                "kind": one.input.kind,
                "payload": one.input.model_dump(mode="json"),
                "at_tick": stamp.tick,
                "at_order": stamp.order,
                "again": one.scheduled is None or one.again,
                "author": one.author,
            }
        )
    if rows:
        # One after the other: they are numbered in this order, by which those of one stamp are told apart.
        connection.execute(insert(inputs), rows)
