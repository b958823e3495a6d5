"""What everybody did in a life, when and at what, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE
from tests.a_life import Life


@dataclass(frozen=True)
class Deed:
    """An action from its choice on. `begun` is None if the resident never got to it."""

    resident: str
    what: e.ActionChosen
    chosen: int
    begun: int | None
    ended: int
    how: str
    """done, interrupted, refused; going on where the life ends before it."""

    @property
    def minutes(self) -> float:
        """How long it was done, the way to it left out."""
        return 0 if self.begun is None else (self.ended - self.begun) / TICKS_PER_MINUTE

    def __str__(self) -> str:
        return f"{self.resident} {self.what.activity} ({self.what.need}, {self.minutes:.0f} min)"


def deeds_of(life: Life) -> list[Deed]:
    """In the order of their choice."""
    found: list[Deed] = []
    under_way: dict[str, tuple[int, int, e.ActionChosen, int | None]] = {}

    def close(resident: str, tick: int, how: str) -> None:
        number, chosen, what, begun = under_way.pop(resident)
        found.append(Deed(resident, what, chosen, begun, tick, how))
        order.append(number)

    order: list[int] = []
    for recorded in life.log:
        match recorded.event:
            case e.ActionChosen() as what:
                assert what.resident not in under_way, f"{what.resident} does two things at once"
                under_way[what.resident] = (recorded.seq, recorded.tick, what, None)
            case e.ActionBegun() as begun:
                number, chosen, what, _ = under_way[begun.resident]
                under_way[begun.resident] = (number, chosen, what, recorded.tick)
            case e.ActionEnded() as ended if ended.resident in under_way:
                close(ended.resident, recorded.tick, ended.how)
    for resident in list(under_way):
        close(resident, life.ticks, "going on")
    return [deed for _, deed in sorted(zip(order, found, strict=True), key=lambda pair: pair[0])]


def ticks_in(spans: Iterable[tuple[int, int]]) -> set[int]:
    """All ticks of spans of (start, end), the end left out."""
    return {tick for start, end in spans for tick in range(start, end)}
