"""When a persona sleeps: as it is used to, as far as its job lets it.

Wake and bed times are habits; job hours are duties. A habit that a duty cuts is moved, so that everybody sleeps
five hours at the least and ten at the most, whatever job they have.
"""

from __future__ import annotations

from functools import lru_cache

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.world import WeekHours

BEFORE_WORK = 55
"""Minutes from waking to the first working hour: washing, breakfast, the way."""
AFTER_WORK = 30
"""Minutes from the last working hour to bed."""
LEAST_SLEEP = 330
MOST_SLEEP = 585
ENOUGH_SLEEP = 420

_LENGTHS = (480, 450, 420, 510, 540, 390, 360, LEAST_SLEEP)
_STEP = 15

NO_HOURS: WeekHours = ((),) * 7


def work_spans(hours: WeekHours, weekday: int, first: int = -1, last: int = 2) -> list[tuple[int, int]]:
    """Working spans of the days around `weekday`, in minutes after its midnight, sorted and joined."""
    spans: list[tuple[int, int]] = []
    for offset in range(first, last + 1):
        for span in hours[(weekday + offset) % 7]:
            shift = offset * MINUTES_PER_DAY
            spans.append((span.opens + shift, span.closes + shift))
    spans.sort()
    joined: list[tuple[int, int]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined


@lru_cache(maxsize=4096)
def night_after(wake: int, sleep: int, hours: WeekHours, weekday: int) -> tuple[int, int]:
    """(bed, waking) of the sleep that follows the day `weekday`, in minutes after its midnight."""
    usual_wake = wake + MINUTES_PER_DAY
    usual_bed = sleep if sleep > wake else sleep + MINUTES_PER_DAY
    usual_bed = min(max(usual_bed, usual_wake - MOST_SLEEP), usual_wake - ENOUGH_SLEEP)
    spans = work_spans(hours, weekday)
    if _worked(spans, usual_bed, usual_wake) == 0:
        return usual_bed, usual_wake
    best = (usual_bed, usual_wake)
    least = float("inf")
    for length in _LENGTHS:
        for bed in range(usual_bed - 360, usual_bed + 735, _STEP):
            moved = abs(bed - usual_bed) + abs(bed + length - usual_wake)
            cost = moved + 3 * max(0, ENOUGH_SLEEP - length)
            if cost >= least:
                continue
            cost += 20 * _worked(spans, bed, bed + length)
            if cost < least:
                best, least = (bed, bed + length), cost
    return best


def _worked(spans: list[tuple[int, int]], bed: int, waking: int) -> int:
    """Minutes of a sleep that work and the ways to and from it take."""
    return sum(
        max(0, min(waking, closes + AFTER_WORK) - max(bed, opens - BEFORE_WORK)) for opens, closes in spans
    )
