"""Who from outside was in a town, and who of them may not speak there or not come in: there and in all its branches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by, distinct_on, insert

from backend.store.postgres.database import Database
from backend.store.postgres.lineage import family, lineage_of
from backend.store.postgres.tables import events, inputs, moderations


@dataclass(frozen=True)
class Moderation:
    """What a director has decided about a visitor of a town."""

    muted: bool = False
    """Its words are not taken."""
    removed: bool = False
    """None of its inputs are taken."""
    changes: int = 0
    """How often something was decided."""


@dataclass(frozen=True)
class Guest:
    """Somebody from outside who sent a town an input."""

    visitor: str
    name: str
    """As it last gave it; empty if it never did."""
    last_input_at: datetime
    present: bool
    """Whether its body is in town."""
    coming: bool
    """Whether it has asked to come in, and the engine has not answered yet."""
    moderation: Moderation


def moderation_of(database: Database, town: str, visitor: str) -> Moderation:
    """What was decided; nothing, for most."""
    table = moderations.c
    query = select(table.muted, table.removed, table.changes).where(
        table.town == family(town), table.visitor == visitor
    )
    with database.begin() as connection:
        row = connection.execute(query).one_or_none()
    return Moderation() if row is None else Moderation(*row)


def moderate(
    database: Database, town: str, visitor: str, *, muted: bool | None = None, removed: bool | None = None
) -> Moderation:
    """Decides what is given and leaves the rest. Returns what holds from now on."""
    told = {name: value for name, value in (("muted", muted), ("removed", removed)) if value is not None}
    query = (
        insert(moderations)
        .values(town=family(town), visitor=visitor, **told)
        .on_conflict_do_update(
            index_elements=("town", "visitor"), set_={**told, "changes": moderations.c.changes + 1}
        )
        .returning(moderations.c.muted, moderations.c.removed, moderations.c.changes)
    )
    with database.begin() as connection:
        return Moderation(*connection.execute(query).one())


def guests(database: Database, town: str) -> list[Guest]:
    """All who sent an input as somebody from outside; who did so last comes first."""
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
    each = (
        select(
            inputs.c.id,
            inputs.c.received_at,
            ((inputs.c.kind == "enter") & (inputs.c.status == "waiting")).label("coming"),
            inputs.c.payload["visitor"].as_string().label("visitor"),
            inputs.c.payload["name"].as_string().label("name"),
        )
        .where(lineage.stamped(inputs))
        .subquery()
    )
    names = func.array_agg(aggregate_order_by(each.c.name, each.c.id.desc()))
    sent = (
        select(
            each.c.visitor,
            func.max(each.c.received_at).label("last"),
            func.bool_or(each.c.coming).label("coming"),
            names.filter(each.c.name.is_not(None)).label("names"),
        )
        .where(each.c.visitor.is_not(None))
        .group_by(each.c.visitor)
        .subquery()
    )
    bodies = (
        select(events.c.resident, events.c.kind)
        .where(lineage.holds(events), events.c.kind.in_(("visitor_entered", "visitor_left")))
        .ext(distinct_on(events.c.resident))
        .order_by(events.c.resident, events.c.seq.desc())
        .subquery()
    )
    decided = moderations.alias()
    query = (
        select(sent, bodies.c.kind, decided.c.muted, decided.c.removed, decided.c.changes)
        .select_from(sent)
        .outerjoin(bodies, bodies.c.resident == sent.c.visitor)
        .outerjoin(decided, (decided.c.town == lineage.root) & (decided.c.visitor == sent.c.visitor))
        .order_by(sent.c.last.desc(), sent.c.visitor)
    )
    with database.begin() as connection:
        rows = connection.execute(query).all()
    return [
        Guest(
            visitor=row.visitor,
            name=row.names[0] if row.names else "",
            last_input_at=row.last,
            present=row.kind == "visitor_entered",
            coming=row.coming,
            moderation=Moderation()
            if row.changes is None
            else Moderation(row.muted, row.removed, row.changes),
        )
        for row in rows
    ]
