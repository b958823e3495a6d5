"""What has been agreed on, in the day's plan: one sets out in time, or knows why one does not go."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.questions import CommitmentView, PlanBlock, PlanDay, Refusal
from worker.minds.rules.places import Places
from worker.minds.rules.timeline import Timeline

SPARE = 6
"""Minutes by which one is early."""
LEAST = 15
"""Minutes of it below which it is not worth the way."""
_SOCIAL = ("talk", "eat", "drink", "rest", "music", "watch", "play", "read")


def put_appointments(question: PlanDay, places: Places, timeline: Timeline) -> list[Refusal]:
    """Puts what was accepted, before everything but sleep. Returns what can't be kept, with why."""
    given_up: list[Refusal] = []
    taken: list[tuple[int, int]] = []
    for entry in question.calendar:
        if entry.status != "accepted":
            continue
        start, end = _hours(question, entry)
        if end <= timeline.start or start >= timeline.end + MINUTES_PER_DAY // 2:
            continue
        begin, until = max(timeline.start, start - _way(places, entry)), min(timeline.end, end)
        if until - max(begin, start) < LEAST:
            if start < timeline.end:
                given_up.append(Refusal(offer=entry.id, reason="there is not enough of the day left for it"))
            continue
        if any(begin < other_end and other_begin < until for other_begin, other_end in taken):
            given_up.append(Refusal(offer=entry.id, reason="something else was agreed on for the same hour"))
            continue
        for block in _cleared(timeline, begin, until):
            timeline.put(block)
        timeline.put(_block(places, entry, begin, until))
        taken.append((begin, until))
    return given_up


def _hours(question: PlanDay, entry: CommitmentView) -> tuple[int, int]:
    """In minutes after midnight of the planned day."""
    shift = (entry.day - question.day) * MINUTES_PER_DAY
    return entry.start + shift, entry.end + shift


def _way(places: Places, entry: CommitmentView) -> int:
    place = places.by_arena.get(entry.arena)
    return SPARE + (place.walk if place is not None else entry.walk)


def _cleared(timeline: Timeline, begin: int, until: int) -> Iterator[PlanBlock]:
    """Takes out what lies in between; what is left of it at both ends."""
    for block in [each for each in timeline.blocks if each.start < until and begin < each.end]:
        timeline.blocks.remove(block)
        for start, end in ((block.start, min(block.end, begin)), (max(block.start, until), block.end)):
            if end - start >= LEAST:
                yield block.model_copy(update={"start": start, "end": end})


def _block(places: Places, entry: CommitmentView, begin: int, until: int) -> PlanBlock:
    place = places.by_arena.get(entry.arena)
    needs = place.needs if place is not None else ()
    is_deed = entry.what.split()[0].endswith("ing")
    what = entry.what if is_deed else f"giving {entry.what}" if entry.host == "you" else f"at {entry.what}"
    return PlanBlock(
        start=begin,
        end=until,
        activity=what,
        need=next((need for need in _SOCIAL if need in needs), "rest"),
        emoji="🤝" if is_deed else "🎉",
        arena=entry.arena,
        commitment=entry.id,
    )
