"""Odd corners: the quiet ones, lonely pastimes, what came to nothing, the longest way, a thought."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from backend.domain import events as e
from backend.gazette.deeds import Deed, Setback
from backend.gazette.in_words import counted, number, span
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Day, Record

MOST_PASTIMES, MOST_SETBACKS = 3, 2
QUIET_LINES = 6
PASTIME_WORDS, PASTIME_MINUTES = 4, 20
LONG_WALK = 60
"""Tiles."""
_PRESENT = ((r"\bis\b", "was"), (r"\bare\b", "were"), (r"\bcloses too soon\b", "was about to close"))


def odd_corners(record: Record, day: Day, pen: Pen) -> list[Paragraph]:
    pen.new_section()
    corners = (
        _quiet(record, day, pen),
        _pastimes(record, day, pen),
        _setbacks(record, day, pen),
        _way(record, day, pen),
    )
    paragraphs = [Paragraph(tuple(corner)) for corner in corners]
    return [paragraph for paragraph in paragraphs if paragraph.sentences]


def _quiet(record: Record, day: Day, pen: Pen) -> Iterator[Sentence]:
    """Who said least, of those who did something awake on this day."""
    awake = {deed.resident: deed.events[0] for deed in record.deeds_on(day) if not deed.what.asleep}
    spoken: dict[str, list[int]] = {who: [] for who in sorted(awake)}
    for recorded in record.events(day):
        if isinstance(recorded.event, e.Said) and recorded.event.speaker in spoken:
            spoken[recorded.event.speaker].append(recorded.seq)
    if not any(spoken.values()):
        return
    least = min(len(lines) for lines in spoken.values())
    who = [one for one, lines in spoken.items() if len(lines) == least]
    seqs = [seq for one in who for seq in (awake[one], *spoken[one])]
    if least == 0:
        yield pen.write("silent", seqs, who=folk(*who, at_most=4))
    elif len(who) == 1 and least <= QUIET_LINES:
        yield pen.write("quietest", seqs, who=folk(*who), count=counted(least, "line", "lines"))


def _pastimes(record: Record, day: Day, pen: Pen) -> Iterator[Sentence]:
    """What only one resident of the whole town ever did."""
    doers: dict[str, set[str]] = {}
    for deed in record.deeds:
        doers.setdefault(deed.what.activity, set()).add(deed.resident)
    alone = [
        deed
        for deed in record.deeds_on(day)
        if len(doers[deed.what.activity]) == 1
        and not deed.what.asleep
        and deed.what.block is not None
        and not (deed.working and record.places.sector(deed.what.arena) in record.places.public)
        and deed.minutes >= PASTIME_MINUTES
        and len(deed.what.activity.split()) >= PASTIME_WORDS
    ]
    told: set[str] = set()
    for number_ in range(MOST_PASTIMES):
        left = [deed for deed in alone if deed.resident not in told]
        if not left:
            return
        chosen: Deed = left[pen.pick(f"pastime {number_}", len(left))]
        told.add(chosen.resident)
        yield pen.write(
            "passion",
            chosen.events,
            who=folk(chosen.resident),
            span=span(chosen.minutes),
            doing=chosen.what.activity,
            place=_where(record, chosen),
        )


def _where(record: Record, deed: Deed) -> str:
    """The place without its room where the activity names that itself: "reading in the library"."""
    arena = deed.what.arena
    named = arena.rpartition(":")[2] in deed.what.activity
    return record.places.at_sector(record.places.sector(arena)) if named else record.places.at(arena)


def _setbacks(record: Record, day: Day, pen: Pen) -> Iterator[Sentence]:
    failed = [setback for setback in record.setbacks if day.has(setback.tick)]
    reasons: set[str] = set()
    shown: list[Setback] = []
    for setback in failed:
        if setback.reason and setback.reason not in reasons and len(shown) < MOST_SETBACKS:
            reasons.add(setback.reason)
            shown.append(setback)
    for setback in shown:
        yield pen.write(
            "setback",
            setback.events,
            who=folk(setback.what.resident),
            doing=setback.what.activity,
            reason=_past(setback.reason),
        )
    if len(failed) > len(shown) + 2:
        yield pen.write(
            "setbacks_more", [seq for setback in failed for seq in setback.events], count=number(len(failed))
        )


def _past(reason: str) -> str:
    for present, past in _PRESENT:
        reason = re.sub(present, past, reason)
    return reason


def _way(record: Record, day: Day, pen: Pen) -> Iterator[Sentence]:
    walks = [
        (recorded, recorded.event)
        for recorded in record.events(day)
        if isinstance(recorded.event, e.Walked) and len(recorded.event.path) > LONG_WALK
    ]
    halted = Counter(
        recorded.event.resident for recorded in record.events(day) if isinstance(recorded.event, e.Halted)
    )
    whole = [walk for walk in walks if not halted[walk[1].resident]]
    if whole:
        recorded, walk = max(whole, key=lambda found: (len(found[1].path), -found[0].seq))
        yield pen.write(
            "longest_walk",
            [recorded.seq],
            who=folk(walk.resident),
            count=number(len(walk.path) - 1),
            when=At(recorded.tick),
        )
