"""What residents agree on: offers, answers to them, and whether words were kept (design, section 4)."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event


class Offered(Event):
    """A resident proposes to be somewhere together: an invitation, an appointment, a promise.

    The first offer of a commitment makes it, with its host as one who has accepted; a later one, with the same id,
    asks others, too, and may come from anybody who takes part.
    """

    kind: Literal["offered"] = "offered"
    commitment: str
    resident: str
    """Who offers."""
    to: tuple[str, ...] = ()
    what: str
    """As one says it: "the Valentine's Day party", "a walk around the pond"."""
    arena: str
    start: int
    """Tick."""
    end: int
    news: str | None = None
    """The item of news that tells of it."""
    talk: str | None = None
    cause: str | None = None


class OfferAnswered(Event):
    """A resident accepts or declines; later on, it may take back what it accepted."""

    kind: Literal["offer_answered"] = "offer_answered"
    commitment: str
    resident: str
    accepted: bool
    reason: str = ""
    ground: str | None = None
    """What the reason rests on: another commitment's id, a resident whom it concerns, "block:N" of the plan, "job"."""
    talk: str | None = None
    cause: str | None = None


class CommitmentSettled(Event):
    """Its time is over: the resident was there, or was not."""

    kind: Literal["commitment_settled"] = "commitment_settled"
    commitment: str
    resident: str
    how: Literal["kept", "broken"]
    reason: str = ""
