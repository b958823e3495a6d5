"""Calling on people at home: whom, when, and whether one opens the door to a caller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.questions import PersonView, PlaceView
from worker.minds.rules.temper import Temper

VISITING = "visiting "
FROM, UNTIL = 10 * 60, 20 * 60 + 30
"""Minutes of the day between which one calls on people."""
AFTER_WORK = 16 * 60 + 30
"""Minute of the day from which one may hope to find people at home."""
LEAST = 40
"""Minutes below which it is not worth the way."""
FRIENDLY = 0.4
"""Closeness from which one calls on somebody."""
_SOCIAL = ("talk", "drink", "rest", "play", "watch", "music")
_UNFIT = re.compile(r"(?i)\b(sleep|asleep|bed|undress|dress|shower|bath|wash|toilet)")


@dataclass(frozen=True)
class Visit:
    activity: str
    need: str
    arena: str
    weight: float


def visits(known: Iterable[PlaceView], start: int, end: int) -> Iterator[Visit]:
    """The homes of friends that one could go to from `start` to `end`, in minutes after midnight."""
    if start % MINUTES_PER_DAY < FROM or end % MINUTES_PER_DAY > UNTIL or end - start < LEAST:
        return
    for place in known:
        friends = [host for host in place.hosts if host.name is not None and host.closeness >= FRIENDLY]
        if not friends or not (place.always or _is_within(place, start, end)):
            continue
        dearest = max(friends, key=lambda host: (host.closeness, host.id))
        need = next((need for need in _SOCIAL if need in place.needs), None)
        if need is not None:
            hopeful = 9.0 if start % MINUTES_PER_DAY >= AFTER_WORK else 2.0
            yield Visit(f"{VISITING}{dearest.name}", need, place.arena, hopeful * dearest.closeness)


def openness(caller: PersonView, mood: Temper) -> float:
    """How likely one opens the door to somebody, 0 to 1."""
    if caller.name is None:
        return max(0.0, 0.15 + 0.15 * mood.outgoing)
    return min(0.97, max(0.0, 0.45 + 0.9 * caller.closeness + 0.1 * mood.warm))


def is_call(activity: str) -> bool:
    """Whether somebody who is seen at it is on a visit."""
    return activity.startswith(VISITING)


def is_unfit_for_guests(activity: str) -> bool:
    return _UNFIT.search(activity) is not None


def _is_within(place: PlaceView, start: int, end: int) -> bool:
    return (
        place.opens is not None and place.closes is not None and place.opens <= start and end <= place.closes
    )
