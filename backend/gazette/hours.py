"""The day by its hours: who rose, who opened up, where people met, who was up last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from backend.domain.calendar import TICKS_PER_HOUR
from backend.gazette.deeds import Deed
from backend.gazette.gatherings import Gathering, fullest
from backend.gazette.in_words import number
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Day, Record

MORNING, NOON, EVENING, NIGHT = 9 * 60, 12 * 60, 17 * 60, 21 * 60
"""Minutes of the day at which a paragraph ends."""
SHIFT_MINUTES = 90
"""Whoever works so long in a public place keeps it, or belongs to those who do."""
OPENING = 3 * TICKS_PER_HOUR
"""Whoever is alone in a place so long before the first guest has not opened it yet."""
MOST_GATHERINGS = 3
LISTENERS = 3


@dataclass(frozen=True)
class Entry:
    """What the paper has to say about a moment, written when its turn has come: who is new is named in full."""

    tick: int
    write: Callable[[], Iterable[Sentence]]


def hours(record: Record, day: Day, pen: Pen, told: object) -> list[Paragraph]:
    """`told` is what the lead is about; it isn't told again."""
    pen.new_section()
    entries = sorted(
        [
            *_rising(record, day, pen),
            *_work(record, day, pen),
            *_lesson(record, day, pen),
            *_company(record, day, pen, told),
            *_night(record, day, pen),
        ],
        key=lambda entry: entry.tick,
    )
    parts: dict[int, list[Sentence]] = defaultdict(list)
    for entry in entries:
        minute = (entry.tick - day.start) / 6 + record.minute(day.start)
        parts[sum(minute >= border for border in (MORNING, NOON, EVENING, NIGHT))] += entry.write()
    paragraphs = [Paragraph(tuple(parts[part])) for part in sorted(parts)]
    if not day.whole:
        ends = pen.write("day_breaks_off", [record.log[-1].seq], when=At(day.end))
        paragraphs.append(Paragraph((ends,)))
    return paragraphs


def _rising(record: Record, day: Day, pen: Pen) -> Iterator[Entry]:
    """First and last to end the night's sleep, among those who ended it on this day before the evening."""
    woken: dict[str, Deed] = {}
    for deed in sorted(record.deeds, key=lambda deed: deed.end):
        if deed.what.asleep and deed.over and day.has(deed.end) and 180 <= record.minute(deed.end) < EVENING:
            woken.setdefault(deed.resident, deed)
    if len(woken) < 2:
        return
    rising = list(woken.values())
    first, last = rising[0], rising[-1]
    early = [deed for deed in rising if deed.end == first.end]
    if all(deed.resident in woken for deed in record.deeds_on(day) if deed.start < first.end):
        yield Entry(
            first.end,
            lambda: [
                pen.write(
                    "first_up",
                    [seq for deed in early for seq in deed.events],
                    who=folk(*(deed.resident for deed in early), at_most=4),
                    when=At(first.end),
                )
            ],
        )
    if last.end - first.end >= TICKS_PER_HOUR and len(woken) == len(record.people.residents):
        yield Entry(
            last.end,
            lambda: [pen.write("last_up", last.events, who=folk(last.resident), when=At(last.end))],
        )


def _work(record: Record, day: Day, pen: Pen) -> Iterator[Entry]:
    """Each public place: who was at work there first, who came in first, when the work was done."""
    deeds = record.deeds_on(day)
    for sector in sorted(record.places.public):
        there = [deed for deed in deeds if record.places.sector(deed.what.arena) == sector]
        shifts: Counter[str] = Counter()
        for deed in there:
            if deed.working:
                shifts[deed.resident] += round(deed.minutes)
        most = max(shifts.values(), default=0)
        keepers = [who for who, minutes in shifts.items() if minutes >= max(SHIFT_MINUTES, most / 2)]
        if not keepers:
            continue
        first = next(deed for deed in there if deed.working and deed.resident in keepers)
        later = [deed for deed in there if deed.start > first.start and deed.resident not in keepers]
        guest = later[0] if later and later[0].start - first.start <= OPENING else None
        opens = guest is not None and there[0] is first and len(keepers) == 1
        yield Entry(first.start, partial(_opening, record, pen, first, guest if opens else None))
        last = max(
            (deed for deed in there if deed.working and deed.resident in keepers), key=lambda it: it.end
        )
        if last.over and day.has(last.end):
            yield Entry(last.end, partial(_closing, record, pen, last))


def _opening(record: Record, pen: Pen, first: Deed, guest: Deed | None) -> Iterator[Sentence]:
    sector = record.places.sector(first.what.arena)
    name = record.places.sector_name(sector)
    yield pen.write(
        "opened" if guest is not None else "first_at_work",
        first.events,
        who=folk(first.resident),
        when=At(first.start, bare=True),
        place=name if guest is not None else record.places.at_sector(sector),
        place_name=name,
        doing=first.what.activity,
    )
    if guest is not None:
        yield pen.write(
            "first_guest",
            guest.events,
            who=folk(guest.resident),
            when=At(guest.start, bare=True),
            doing=guest.what.activity,
        )


def _closing(record: Record, pen: Pen, last: Deed) -> Iterator[Sentence]:
    yield pen.write(
        "left_off",
        last.events,
        who=folk(last.resident),
        when=At(last.end, bare=True),
        doing=last.what.activity,
        place=record.places.at_sector(record.places.sector(last.what.arena)),
    )


def _lesson(record: Record, day: Day, pen: Pen) -> Iterator[Entry]:
    """The longest work that several students attended."""
    found: list[tuple[int, Deed, list[Deed]]] = []
    deeds = record.deeds_on(day)
    studies = [deed for deed in deeds if deed.what.need == "study"]
    for deed in deeds:
        if not deed.working or deed.what.need == "study":
            continue
        present = {
            other.resident: other
            for other in studies
            if other.what.arena == deed.what.arena
            and other.resident != deed.resident
            and other.start <= (deed.start + deed.end) // 2 < other.end
        }
        if len(present) >= LISTENERS:
            found.append((len(present), deed, list(present.values())))
    if not found:
        return
    _, deed, present_ = max(found, key=lambda lesson: (lesson[0], lesson[1].minutes, -lesson[1].start))
    yield Entry(
        (deed.start + deed.end) // 2,
        lambda: [
            pen.write(
                "lesson",
                [*deed.events, *(seq for other in present_ for seq in other.events)],
                who=folk(deed.resident),
                doing=deed.what.activity,
                place=record.places.at(deed.what.arena),
                when=At((deed.start + deed.end) // 2, bare=True),
                others=folk(*(other.resident for other in present_), at_most=5),
            )
        ],
    )


def _company(record: Record, day: Day, pen: Pen, told: object) -> Iterator[Entry]:
    """The fullest moments of the places that had most people, and what somebody there did."""
    evening = record.calendar.tick_of(day.number - 1, EVENING)
    moments = fullest(record, day, day.start, min(evening, day.end))[:MOST_GATHERINGS]
    for gathering in (*moments, *fullest(record, day, max(evening, day.start), day.end)[:MOST_GATHERINGS]):
        if len(gathering.deeds) < LISTENERS or gathering == told:
            continue
        yield Entry(gathering.tick, partial(_gathered, record, pen, gathering))


def _gathered(record: Record, pen: Pen, gathering: Gathering) -> Iterator[Sentence]:
    name = record.places.sector_name(gathering.sector)
    evening = record.minute(gathering.tick) >= EVENING
    yield pen.write(
        "fullest_evening" if evening else "fullest",
        gathering.events,
        place=record.places.at_sector(gathering.sector),
        place_name=name,
        when=At(gathering.tick, bare=True),
        count=number(len(gathering.deeds)),
        who=folk(*gathering.people, at_most=6),
    )
    activities = Counter(deed.what.activity for deed in gathering.deeds)
    odd = [
        deed
        for deed in gathering.deeds
        if activities[deed.what.activity] == 1 and len(deed.what.activity) > 16 and not deed.working
    ]
    if odd:
        deed = odd[pen.pick(f"odd {gathering.sector} {gathering.tick}", len(odd))]
        yield pen.write("doing_there", deed.events, who=folk(deed.resident), doing=deed.what.activity)


def _night(record: Record, day: Day, pen: Pen) -> Iterator[Entry]:
    """Who went to bed last; who was up at midnight and what they did then."""
    if not day.whole:
        return
    awake = [
        deed
        for deed in record.deeds
        if not deed.what.asleep and deed.start < day.end <= deed.end and deed.end > day.end
    ]
    if awake:
        yield Entry(day.end - 1, partial(_up_at_midnight, pen, awake))
        return
    bed = [
        deed
        for deed in record.deeds_on(day)
        if deed.what.asleep and record.minute(deed.start) >= EVENING and deed.end > day.start
    ]
    if bed:
        last = bed[-1]
        yield Entry(
            last.start,
            lambda: [pen.write("last_to_bed", last.events, who=folk(last.resident), when=At(last.start))],
        )


def _up_at_midnight(pen: Pen, awake: list[Deed]) -> Iterator[Sentence]:
    awake = sorted(awake, key=lambda deed: deed.resident)
    seqs = [seq for deed in awake for seq in deed.events]
    yield pen.write("still_up", seqs, who=folk(*(deed.resident for deed in awake), at_most=6))
    deed = max(awake, key=lambda deed: (len(deed.what.activity), deed.resident))
    yield pen.write("up_doing", deed.events, who=folk(deed.resident), doing=deed.what.activity)
