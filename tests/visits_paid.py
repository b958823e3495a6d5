"""Who was let into whose home, and who stood at a door that stayed shut, as the log tells it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from backend.domain import events as e
from tests.a_life import Life


@dataclass(frozen=True)
class Call:
    """Somebody knocked at `tick`; `opened` is what came of it, None if nobody opened."""

    guest: str
    home: str
    tick: int
    opened: tuple[int, e.LetIn] | None


@cache
def calls(life: Life) -> list[Call]:
    found: list[Call] = []
    for recorded in life.log:
        match recorded.event:
            case e.Knocked() as knock:
                found.append(Call(knock.resident, knock.home, recorded.tick, None))
            case e.LetIn() as welcome:
                last = next(call for call in reversed(found) if call.guest == welcome.guest)
                assert (last.home, last.opened) == (welcome.home, None)
                found[found.index(last)] = Call(last.guest, last.home, last.tick, (recorded.tick, welcome))
    return found


def welcome_in(life: Life, resident: str, tick: int) -> str | None:
    """The home into which somebody has let a resident at a tick."""
    for call in reversed(calls(life)):
        if call.guest == resident and call.opened is not None and call.opened[0] <= tick:
            return call.home if tick < call.opened[1].until else None
    return None
