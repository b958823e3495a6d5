"""What residents have agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["asked", "accepted", "declined", "kept", "broken"]


@dataclass(frozen=True)
class Party:
    """What one resident has to do with a commitment."""

    status: Standing
    by: str
    """Who asked it; the host itself for the host."""
    since: int
    reason: str = ""
    ground: str | None = None


@dataclass(frozen=True)
class Commitment:
    """Something agreed on: what, where, when and with whom. Its parties are in the order in which they were asked."""

    id: str
    host: str
    what: str
    arena: str
    start: int
    end: int
    news: str | None
    parties: dict[str, Party]

    @property
    def going(self) -> tuple[str, ...]:
        """Who has said yes, or came."""
        return tuple(r for r, party in self.parties.items() if party.status in ("accepted", "kept"))

    @property
    def is_off(self) -> bool:
        """Whether it was to be for the two of them, or the few, and all but its host have said no."""
        others = [party for resident, party in self.parties.items() if resident != self.host]
        return (
            self.news is None
            and bool(others)
            and all(party.status in ("declined", "broken") for party in others)
        )
