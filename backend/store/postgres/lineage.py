"""The way back from a town to its founding: the one idea of which rows a town can see.

A branch copies nothing. What was written before its fork belongs to the towns that it comes from, and each reader of
the store reads through a `Lineage`: sections of logs, clipped where the next branch begins, so that a branch of a
branch at an early position reads its grandparent. What a town writes after a branch was made is never seen by the
branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    ScalarSelect,
    Select,
    and_,
    false,
    func,
    literal,
    or_,
    select,
)

from backend.store.postgres.tables import events, towns


@dataclass(frozen=True)
class Section:
    """A part of one town's rows."""

    town: str
    after: int = 0
    """Position in the log that the first event comes after."""
    upto: int | None = None
    """Position of the last event; None: it goes on."""
    last_tick: int | None = None
    """The tick at which the next branch was made; None: it goes on."""
    last_order: int | None = None
    """The last order within that tick; None: all of it."""

    def holds(self, table: FromClause) -> ColumnElement[bool]:
        """Which rows of a table with positions of the log (`seq`) belong to it."""
        found = [table.c.town == self.town]
        if self.after:
            found.append(table.c.seq > self.after)
        if self.upto is not None:
            found.append(table.c.seq <= self.upto)
        return and_(*found)

    def asked(self, table: FromClause) -> ColumnElement[bool]:
        """Which rows belong to it in a table that knows no position but the tick of its question (`tick`)."""
        own = table.c.town == self.town
        return own if self.last_tick is None else and_(own, table.c.tick <= self.last_tick)

    def stamped(self, table: FromClause) -> ColumnElement[bool]:
        """Which rows belong to it in a table with stamps (`tick`, `order`); all of a section that goes on."""
        own = table.c.town == self.town
        if self.last_tick is None:
            return own
        before = table.c.tick <= self.last_tick
        if self.last_order is not None:
            within = and_(table.c.tick == self.last_tick, table.c.order <= self.last_order)
            before = or_(table.c.tick < self.last_tick, within)
        return and_(own, before)

    def last_upto(self, tick: int | ColumnElement[int]) -> Select[int]:
        """The position of its last event up to `tick`, so that a look at the past reads nothing of what came later."""
        within = tick if self.last_tick is None else func.least(tick, self.last_tick)
        return (
            select(events.c.seq)
            .where(self.holds(events), events.c.tick <= within)
            .order_by(events.c.tick.desc(), events.c.order.desc())
            .limit(1)
        )


@dataclass(frozen=True)
class Lineage:
    """Where all rows are that a town can see."""

    root: str
    """The town that was founded; the same for a whole family."""
    sections: tuple[Section, ...]
    """The founder's first, the town's own last."""

    @property
    def towns(self) -> tuple[str, ...]:
        return tuple(section.town for section in self.sections)

    def holds(self, table: FromClause) -> ColumnElement[bool]:
        """Which rows of a table with positions of the log (`seq`) the town can see.

        For what is read in the order of the log, `in_order` and `newest_first` are quicker.
        """
        return or_(false(), *(section.holds(table) for section in self.sections))

    def asked(self, table: FromClause) -> ColumnElement[bool]:
        """The same for a table that knows no position but the tick of its question (`tick`).

        A question that was open at a fork is the branch's, too, under the same key: the nearest counts (`nearest`).
        """
        return or_(false(), *(section.asked(table) for section in self.sections))

    def stamped(self, table: FromClause) -> ColumnElement[bool]:
        """The same for a table with stamps (`tick`, `order`): of those it comes from, what took effect by the fork."""
        return or_(false(), *(section.stamped(table) for section in self.sections))

    def clipped(self, after: int = 0, upto: int | None = None) -> Lineage:
        """What of it lies after one position of the log and up to another, both as `seq`; may hold no section."""
        sections = []
        for section in self.sections:
            begin = max(section.after, after)
            end = min((p for p in (section.upto, upto) if p is not None), default=None)
            if end is None or end > begin:
                sections.append(replace(section, after=begin, upto=end))
        return Lineage(self.root, tuple(sections))

    def last_upto(self, tick: int | ColumnElement[int]) -> ColumnElement[int]:
        """The position of the last event up to `tick`; 0 if there is none."""
        found = [section.last_upto(tick).scalar_subquery() for section in self.sections]
        return func.greatest(0, *found)

    def in_order(
        self,
        connection: Connection,
        chosen: Select[*tuple[Any, ...]],
        table: FromClause,
        limit: int | None = None,
    ) -> Iterator[Row[*tuple[Any, ...]]]:
        """The rows of `chosen`, a query of `table`, that the town can see, in the order of the log."""
        left = limit
        for section in self.sections:
            if left is not None and left <= 0:
                return
            of_section = chosen.where(section.holds(table)).order_by(table.c.seq)
            for row in connection.execute(of_section if left is None else of_section.limit(left)):
                left = None if left is None else left - 1
                yield row

    def newest_first(
        self, connection: Connection, chosen: Select[*tuple[Any, ...]], table: FromClause, limit: int
    ) -> list[Row[*tuple[Any, ...]]]:
        """The last `limit` rows of `chosen`, a query of `table`, that the town can see, newest first."""
        found: list[Row[*tuple[Any, ...]]] = []
        for section in reversed(self.sections):
            if len(found) >= limit:
                break
            of_section = chosen.where(section.holds(table)).order_by(table.c.seq.desc())
            found += connection.execute(of_section.limit(limit - len(found))).all()
        return found

    def nearest(
        self, connection: Connection, chosen: Select[*tuple[Any, ...]], table: FromClause
    ) -> Row[*tuple[Any, ...]] | None:
        """The row of `chosen`, a query of a `table` of questions, in the nearest town that has one."""
        for section in reversed(self.sections):
            row: Row[*tuple[Any, ...]] | None = connection.execute(
                chosen.where(section.asked(table)).limit(1)
            ).one_or_none()
            if row is not None:
                return row
        return None


def alone(town: str) -> Lineage:
    """Of a town that was founded."""
    return Lineage(town, (Section(town),))


def lineage_of(connection: Connection, town: str) -> Lineage:
    """The lineage of a town, be it deleted; of a town that never was, one that finds nothing."""
    columns = (
        towns.c.id,
        towns.c.parent,
        towns.c.root,
        towns.c.fork_tick,
        towns.c.fork_order,
        towns.c.fork_seq,
    )
    itself = select(*columns, literal(0).label("depth")).where(towns.c.id == town)
    line = itself.cte("line", recursive=True)
    line = line.union_all(select(*columns, line.c.depth + 1).join(line, towns.c.id == line.c.parent))
    rows = connection.execute(select(line).order_by(line.c.depth)).all()
    if not rows:
        return alone(town)
    sections: list[Section] = []
    upto: int | None = None
    last: tuple[int, int | None] | None = None
    for row in rows:
        begin = row.fork_seq or 0
        # One that has not lived by its branch's fork may have been told something: a bookmark, say.
        if upto is None or upto >= begin:
            tick, order = last or (None, None)
            sections.append(Section(row.id, begin, upto, tick, order))
        if row.parent is not None:
            upto = begin if upto is None else min(upto, begin)
            last = (
                min(last, (row.fork_tick, row.fork_order), key=_position)
                if last
                else (row.fork_tick, row.fork_order)
            )
    return Lineage(rows[0].root, tuple(reversed(sections)))


def family(town: str) -> ScalarSelect[str]:
    """The id of the town that a town's family began with: what belongs to all of it is kept there."""
    return select(towns.c.root).where(towns.c.id == town).scalar_subquery()


def _position(fork: tuple[int, int | None]) -> tuple[int, float]:
    tick, order = fork
    return tick, float("inf") if order is None else order
