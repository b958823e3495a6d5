"""Who was asked to a commitment, by which line of whom, and how it stands with each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.state import Standing
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import lineage_of
from backend.store.postgres.tables import events

_PAYLOAD = cast(events.c.payload, JSONB)
_KINDS = ("offered", "offer_answered", "commitment_settled")


@dataclass(frozen=True)
class Asked:
    """How a resident came to know of a commitment."""

    resident: str
    offer: Recorded
    line: Recorded | None
    """What was said to it; None for its host, and where a director made it."""

    @property
    def by_itself(self) -> bool:
        """Whether the offer was somebody's own idea."""
        return getattr(self.offer.event, "cause", None) is not None


@dataclass(frozen=True)
class Agreement:
    what: str
    news: str | None
    asked: tuple[Asked, ...]
    """In the order in which they were asked, the host first."""
    standing: dict[str, Standing]


def agreement(database: Database, town: str, commitment: str) -> Agreement | None:
    """All about a commitment; None if the town has none of this id."""
    chosen = select(*EVENT_COLUMNS).where(
        events.c.kind.in_(_KINDS), _PAYLOAD["commitment"].astext == commitment
    )
    with database.begin(snapshot=True) as connection:
        lineage = lineage_of(connection, town)
        found = [read_event(*row) for row in lineage.in_order(connection, chosen, events)]
        causes = [one.event.cause for one in found if isinstance(one.event, e.Offered) and one.event.cause]
        said = select(*EVENT_COLUMNS).where(events.c.kind == "said", _PAYLOAD["cause"].astext.in_(causes))
        lines = [read_event(*row) for row in lineage.in_order(connection, said, events)]
    return _read(found, lines) if found else None


def _read(found: list[Recorded], lines: list[Recorded]) -> Agreement | None:
    by_cause = {line.event.cause: line for line in lines if isinstance(line.event, e.Said)}
    asked: dict[str, Asked] = {}
    standing: dict[str, Standing] = {}
    what, news = "", None
    for recorded in found:
        event = recorded.event
        if isinstance(event, e.Offered):
            what, news = event.what, event.news or news
            asked.setdefault(event.resident, Asked(event.resident, recorded, None))
            standing.setdefault(event.resident, "accepted")
            for other in event.to:
                asked.setdefault(other, Asked(other, recorded, by_cause.get(event.cause)))
                standing.setdefault(other, "asked")
        elif isinstance(event, e.OfferAnswered):
            standing[event.resident] = "accepted" if event.accepted else "declined"
        elif isinstance(event, e.CommitmentSettled):
            standing[event.resident] = event.how
    return Agreement(what, news, tuple(asked.values()), standing)
