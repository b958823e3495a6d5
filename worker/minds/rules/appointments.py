"""What has been agreed on, in the day's plan: one sets out in time, or knows why one does not go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.questions import CommitmentView, PlanBlock, PlanDay, Refusal
from worker.minds.rules.places import Places
from worker.minds.rules.timeline import WORK, Timeline

SPARE = 6
"""Minutes by which one is early."""
LATE = 15
"""Minutes by which one may be late for it for the sake of one's work."""
LEAST = 15
"""Minutes of it below which it is not worth the way."""
_SOCIAL = ("talk", "eat", "drink", "rest", "music", "watch", "play", "read")


def put_appointments(question: PlanDay, places: Places, timeline: Timeline) -> list[Refusal]:
    """Puts what was accepted, before everything but sleep. Returns what can't be kept, with why."""
    given_up: list[Refusal] = []
    taken = [(block.start, block.end, block.commitment) for block in timeline.blocks if block.commitment]
    planned = {commitment for _, _, commitment in taken}
    for entry in question.calendar:
        if entry.status != "accepted" or entry.id in planned:
            continue
        start, end = _hours(question, entry)
        if end <= timeline.start or start >= timeline.end + MINUTES_PER_DAY // 2:
            continue
        begin, until = max(timeline.start, _setting_out(places, entry, start)), min(timeline.end, end)
        if until - max(begin, start) < LEAST:
            if start < timeline.end:
                given_up.append(Refusal(offer=entry.id, reason="there is not enough of the day left for it"))
            continue
        # Nobody leaves work for it that is over a little later.
        for work in (block for block in timeline.blocks if block.need == WORK and block.arena != entry.arena):
            if begin < work.end <= start + LATE:
                begin = work.end
        # From one thing to the next one goes at once.
        begin = max([begin, *(other_end for _, other_end, _ in taken if other_end <= start)])
        prior = next(
            (other for other_begin, other_end, other in taken if begin < other_end and other_begin < until),
            None,
        )
        if prior is not None:
            given_up.append(
                Refusal(offer=entry.id, reason="something else was agreed on for the same hour", ground=prior)
            )
            continue
        at_work = any(
            block.need == WORK and block.arena == entry.arena and block.start < until and begin < block.end
            for block in timeline.blocks
        )
        for block in _cleared(timeline, begin, until):
            timeline.put(block)
        timeline.put(_block(places, entry, (begin, until), at_work=at_work))
        taken.append((begin, until, entry.id))
    return given_up


def _hours(question: PlanDay, entry: CommitmentView) -> tuple[int, int]:
    """In minutes after midnight of the planned day."""
    shift = (entry.day - question.day) * MINUTES_PER_DAY
    return entry.start + shift, entry.end + shift


def _setting_out(places: Places, entry: CommitmentView, start: int) -> int:
    """When one leaves to be there at `start`; nobody is let in before a place opens."""
    place = places.by_arena.get(entry.arena)
    if place is None:
        return start - SPARE - entry.walk
    begin = start - SPARE - place.walk
    day = start - start % MINUTES_PER_DAY
    opens = None if place.always or place.exempt or place.opens is None else place.opens + day
    return max(begin, opens) if opens is not None and opens <= start else begin


def _cleared(timeline: Timeline, begin: int, until: int) -> Iterator[PlanBlock]:
    """Takes out what lies in between; what is left of it at both ends."""
    for block in [each for each in timeline.blocks if each.start < until and begin < each.end]:
        timeline.blocks.remove(block)
        for start, end in ((block.start, min(block.end, begin)), (max(block.start, until), block.end)):
            if end - start >= LEAST:
                yield block.model_copy(update={"start": start, "end": end})


_FEAST = re.compile(r"(?i)\b(party|feast|celebration|birthday|wedding|festival|dance)\b")


def _celebrating(entry: CommitmentView) -> str:
    """What one is seen doing there; it gives away nothing to those who have not heard of it."""
    if entry.host == "you":
        return "looking after the guests"
    return "celebrating with the others" if _FEAST.search(entry.what) else "spending time with the others"


def _block(places: Places, entry: CommitmentView, span: tuple[int, int], *, at_work: bool) -> PlanBlock:
    """Who keeps it where it works, in its working hours, does both at once."""
    place = places.by_arena.get(entry.arena)
    needs = place.needs if place is not None else ()
    is_meeting = entry.id.startswith("commitment:")
    what = f"having {entry.what} together" if is_meeting else _celebrating(entry)
    return PlanBlock(
        start=span[0],
        end=span[1],
        activity=what,
        need=WORK if at_work else next((need for need in _SOCIAL if need in needs), "rest"),
        emoji="🤝" if is_meeting else "🎉",
        arena=entry.arena,
        commitment=entry.id,
    )
