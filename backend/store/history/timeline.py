"""A town's life at a glance: how much happened when, and what of it is marked.

Nothing here reads the whole log: how much happened is counted by positions at the edges of the bins, and marks come
from the index of kinds. Payloads are read of those that are told, one a kind and bin.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Integer,
    Row,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import (
    CommitmentSettled,
    Expired,
    Fired,
    Misfired,
    OfferAnswered,
    Recorded,
    TalkStarted,
)
from backend.domain.inputs import INPUT_ADAPTER
from backend.domain.marks import OF_VISITORS, UNMARKED, BinnedSpan, Mark, MarkKind
from backend.store.history.armed import ArmedBy, armed_by_id
from backend.store.people.authors import named
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import bookmarks, events, inputs, memories, tokens

_PAYLOAD = cast(events.c.payload, JSONB)
_IN_LOG = (
    "talk_started", "reflected", "offer_answered", "commitment_settled", "fired", "misfired", "expired",
)  # fmt: skip
_KIND = case(
    (events.c.kind == "talk_started", "talk"),
    (events.c.kind == "reflected", "reflection"),
    (events.c.kind == "fired", "fired"),
    (events.c.kind == "misfired", "refusal"),
    (events.c.kind == "expired", "expired"),
    (events.c.kind == "commitment_settled", _PAYLOAD["how"].astext),
    (_PAYLOAD["accepted"].astext == "true", "made"),
    else_="refusal",
)
_BY = cast(memories.c.source, JSONB)["by"].astext
_WORDS = ("text", "state", "weather", "mind", "name")
"""Fields of an input whose words tell what it is about, the first that it has."""
_WHO = ("to", "resident", "visitor")


def density(database: Database, town: str, span: BinnedSpan) -> list[int]:
    """How many events happened in each bin."""
    edges = func.unnest(cast(span.edges, ARRAY(Integer))).table_valued("edge").render_derived()
    with database.begin() as connection:
        before = lineage_of(connection, town).last_upto(edges.c.edge - 1)
        positions = connection.scalars(select(before).select_from(edges).order_by(edges.c.edge)).all()
    return [later - earlier for earlier, later in pairwise(positions)]


def marks(database: Database, town: str, span: BinnedSpan) -> list[Mark]:
    """All marks in the span, by their ticks; several of a kind in a bin are one, told by the first."""
    with database.begin(snapshot=True) as connection:
        lineage = lineage_of(connection, town)
        found = [
            *_of_log(connection, lineage, span),
            *_of_news(connection, lineage, span),
            *_of_inputs(connection, lineage, span),
            *_of_bookmarks(connection, lineage, span),
        ]
    return sorted(found, key=lambda mark: (mark.tick, mark.kind))


def _of_log(connection: Connection, lineage: Lineage, span: BinnedSpan) -> list[Mark]:
    bin_ = _bin(events.c.tick, span)
    counted = connection.execute(
        select(_KIND.label("mark"), bin_, func.count().label("number"), func.min(events.c.seq).label("first"))
        .where(
            lineage.holds(events),
            events.c.kind.in_(_IN_LOG),
            events.c.tick >= span.start,
            events.c.tick <= span.end,
            events.c.seq > lineage.last_upto(span.start - 1),
            events.c.seq <= lineage.last_upto(span.end),
        )
        .group_by("mark", bin_)
    ).all()
    firsts = _events(connection, lineage, [row.first for row in counted])
    names = _commitments(connection, lineage, firsts.values())
    ended = (one.event for one in firsts.values() if isinstance(one.event, Fired | Misfired | Expired))
    armed = armed_by_id(connection, lineage, {event.armed for event in ended})
    return [_from_event(row, firsts[row.first], names, armed) for row in counted]


def _from_event(
    row: Row[*tuple[Any, ...]], first: Recorded, names: dict[str, str], armed: dict[str, ArmedBy]
) -> Mark:
    who: tuple[str, ...] = (first.event.subject,) if first.event.subject else ()
    what = ""
    match first.event:
        case TalkStarted() as talk:
            who, what = talk.participants, talk.arena or ""
        case OfferAnswered() | CommitmentSettled() as of:
            what = names.get(of.commitment, "")
        case Fired() | Misfired() | Expired() as end:
            one, number = armed[end.armed].event, armed[end.armed].input
            who, what = _named(one.do, _WHO), next(iter(_named(one.do, _WORDS)), "")
            of_it = (who, what, one.by, one.do["kind"], number)
            return Mark(row.mark, row.bin, row.number, first.tick, first.seq, *of_it)
        case _:
            pass
    return Mark(row.mark, row.bin, row.number, first.tick, first.seq, who, what)


def _of_news(connection: Connection, lineage: Lineage, span: BinnedSpan) -> list[Mark]:
    bin_ = _bin(memories.c.tick, span)
    told = and_(
        lineage.holds(memories),
        memories.c.news.is_not(None),
        _BY == "speaker",
        memories.c.tick >= span.start,
        memories.c.tick <= span.end,
    )
    counted = connection.execute(
        select(bin_, func.count().label("number"), func.min(memories.c.seq).label("first"))
        .where(told)
        .group_by(bin_)
    ).all()
    first = select(memories.c.seq, memories.c.tick, memories.c.resident, memories.c.news, memories.c.source)
    wanted = [row.first for row in counted]
    rows = connection.execute(first.where(told, memories.c.seq.in_(wanted))).all() if wanted else []
    by_seq = {row.seq: row for row in rows}
    return [
        Mark("news", row.bin, row.number, one.tick, one.seq, _told(one), one.news)
        for row in counted
        for one in (by_seq[row.first],)
    ]


def _told(memory: Row[*tuple[Any, ...]]) -> tuple[str, ...]:
    """Who told it, and whom."""
    teller = memory.source.get("who")
    return (teller, memory.resident) if teller else (memory.resident,)


def _of_inputs(connection: Connection, lineage: Lineage, span: BinnedSpan) -> list[Mark]:
    tick = func.coalesce(inputs.c.tick, inputs.c.at_tick)
    order = func.coalesce(inputs.c.order, inputs.c.at_order)
    rows = connection.execute(
        select(
            inputs.c.id,
            inputs.c.kind,
            inputs.c.status,
            tick.label("tick"),
            order.label("order"),
            tokens.c.label.label("author"),
        )
        .outerjoin(tokens, tokens.c.id == inputs.c.author)
        .where(
            lineage.stamped(inputs),
            inputs.c.kind.not_in(UNMARKED),
            inputs.c.status != "waiting",
            tick >= span.start,
            tick <= span.end,
        )
        .order_by(tick, order, inputs.c.id)
    ).all()
    bins: dict[tuple[MarkKind, int], list[Row[*tuple[Any, ...]]]] = {}
    for row in rows:
        bins.setdefault((_kind_of(row), span.bin_of(row.tick)), []).append(row)
    firsts = [group[0] for group in bins.values()]
    payloads = _payloads(connection, [row.id for row in firsts])
    seqs = _seqs(connection, lineage, [(row.tick, row.order) for row in firsts if row.status == "applied"])
    return [
        Mark(
            kind,
            bin_,
            len(group),
            group[0].tick,
            seqs.get((group[0].tick, group[0].order)),
            _named(_deed(payloads[group[0].id]), _WHO),
            next(iter(_named(_deed(payloads[group[0].id]), _WORDS)), ""),
            author=named(group[0].author),
            input=group[0].kind,
            number=group[0].id,
            sent=INPUT_ADAPTER.validate_python(payloads[group[0].id]),
        )
        for (kind, bin_), group in bins.items()
    ]


def _of_bookmarks(connection: Connection, lineage: Lineage, span: BinnedSpan) -> list[Mark]:
    chosen = (
        select(bookmarks.c.tick, bookmarks.c.note, bookmarks.c.who, tokens.c.label)
        .outerjoin(tokens, tokens.c.id == bookmarks.c.author)
        .where(lineage.asked(bookmarks), bookmarks.c.tick >= span.start, bookmarks.c.tick <= span.end)
        .order_by(bookmarks.c.tick, bookmarks.c.id)
    )
    bins: dict[int, list[Row[*tuple[Any, ...]]]] = {}
    for row in connection.execute(chosen):
        bins.setdefault(span.bin_of(row.tick), []).append(row)
    return [
        Mark(
            "bookmark",
            bin_,
            len(group),
            group[0].tick,
            None,
            (group[0].who,) if group[0].who else (),
            group[0].note,
            named(group[0].label),
        )
        for bin_, group in bins.items()
    ]


def _kind_of(row: Row[*tuple[Any, ...]]) -> MarkKind:
    if row.status == "refused":
        return "refusal"
    return "visitor" if row.kind in OF_VISITORS else "intervention"


def _named(payload: dict[str, Any], fields: Iterable[str]) -> tuple[str, ...]:
    found = (payload.get(field) for field in fields)
    return tuple(value for value in found if isinstance(value, str))


def _deed(payload: dict[str, Any]) -> dict[str, Any]:
    """What is to be done: of what is armed, the intervention that waits."""
    return payload.get("do", payload)  # type: ignore[no-any-return]


def _payloads(connection: Connection, numbers: list[int]) -> dict[int, dict[str, Any]]:
    if not numbers:
        return {}
    rows = connection.execute(select(inputs.c.id, inputs.c.payload).where(inputs.c.id.in_(numbers)))
    return {row.id: row.payload for row in rows}


def _seqs(
    connection: Connection, lineage: Lineage, stamps: list[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    if not stamps:
        return {}
    chosen = select(events.c.tick, events.c.order, events.c.seq).where(
        lineage.holds(events), tuple_(events.c.tick, events.c.order).in_(stamps)
    )
    return {(row.tick, row.order): row.seq for row in connection.execute(chosen)}


def _events(connection: Connection, lineage: Lineage, seqs: list[int]) -> dict[int, Recorded]:
    if not seqs:
        return {}
    chosen = select(*EVENT_COLUMNS).where(lineage.holds(events), events.c.seq.in_(seqs))
    return {row.seq: read_event(*row) for row in connection.execute(chosen)}


def _commitments(connection: Connection, lineage: Lineage, firsts: Iterable[Recorded]) -> dict[str, str]:
    """What those commitments are about that the events name, by their ids."""
    wanted = {
        recorded.event.commitment
        for recorded in firsts
        if isinstance(recorded.event, OfferAnswered | CommitmentSettled)
    }
    if not wanted:
        return {}
    commitment = _PAYLOAD["commitment"].astext
    chosen = select(commitment.label("id"), _PAYLOAD["what"].astext.label("what")).where(
        lineage.holds(events), events.c.kind == "offered", commitment.in_(wanted)
    )
    return {row.id: row.what for row in connection.execute(chosen.order_by(events.c.seq.desc()))}


def _bin(tick: Any, span: BinnedSpan) -> Any:
    return ((tick - literal(span.start, Integer)) // literal(span.size, Integer)).label("bin")
