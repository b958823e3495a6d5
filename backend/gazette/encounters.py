"""Encounters: who met, who called on whom, what the longest talk was about, who came from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.inputs import VISITOR_PREFIX
from backend.gazette.deeds import Deed
from backend.gazette.in_words import number
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Day, Record
from backend.gazette.talks import Introduction, Talk

MOST_MEETINGS, MOST_CALLS, QUOTED_LINES = 3, 2, 3


def encounters(record: Record, day: Day, pen: Pen) -> list[Paragraph]:
    pen.new_section()
    found = [*_strangers(record, day, pen), _meetings(record, day, pen), _calls(record, day, pen)]
    return [paragraph for paragraph in (*found, *_longest(record, day, pen)) if paragraph.sentences]


def _strangers(record: Record, day: Day, pen: Pen) -> Iterator[Paragraph]:
    for visit in record.visits:
        if not day.has(visit.tick):
            continue
        said = []
        if visit.lines[:1] == [] or visit.lines[0].tick > visit.tick:
            said.append(
                pen.write("stranger_came", visit.events[:1], who=folk(visit.visitor), when=At(visit.tick))
            )
        for recorded in visit.lines[:4]:
            line = recorded.event
            if isinstance(line, e.Said):
                outside = line.speaker.startswith(VISITOR_PREFIX)
                said.append(
                    pen.write(
                        "stranger_said" if outside else "stranger_heard",
                        [recorded.seq],
                        who=folk(line.speaker),
                        to=folk(*line.to),
                        text=line.text,
                    )
                )
        if visit.left is not None and day.has(visit.left):
            said.append(pen.write("stranger_left", visit.events, when=At(visit.left)))
        yield Paragraph(tuple(said))


def _meetings(record: Record, day: Day, pen: Pen) -> Paragraph:
    """Some of the pairs who learned each other's names; the rest counted."""
    met = [
        it
        for it in record.introductions
        if day.has(it.tick) and not any(who.startswith(VISITOR_PREFIX) for who in it.pair)
    ]
    step = max(1, len(met) // MOST_MEETINGS)
    shown = met[::step][:MOST_MEETINGS]
    said = [
        pen.write(
            "met", it.events, who=folk(*it.pair), place=record.places.at(_arena(record, it)), when=At(it.tick)
        )
        for it in shown
    ]
    rest = [it for it in met if it not in shown]
    if len(rest) == 1:
        said.append(pen.write("met_one_more", rest[0].events, who=folk(*rest[0].pair)))
    elif rest:
        said.append(pen.write("met_more", [seq for it in rest for seq in it.events], count=number(len(rest))))
    return Paragraph(tuple(said))


def _arena(record: Record, met: Introduction) -> str | None:
    return next(
        (
            talk.arena
            for talk in record.talks
            if set(met.pair) <= set(talk.pair) and talk.start <= met.tick <= talk.end
        ),
        None,
    )


def _calls(record: Record, day: Day, pen: Pen) -> Paragraph:
    """Those who spent time in a home where they don't sleep, with somebody of the house about."""
    called: dict[tuple[str, str], Deed] = {}
    for deed in record.deeds_on(day):
        sector = record.places.sector(deed.what.arena)
        hosts = record.places.households(sector)
        if hosts and deed.resident not in hosts:
            key = (deed.resident, sector)
            if key not in called or deed.minutes > called[key].minutes:
                called[key] = deed
    longest = sorted(called.items(), key=lambda call: (-call[1].minutes, call[0]))[:MOST_CALLS]
    return Paragraph(
        tuple(
            pen.write(
                "called_on",
                [*deed.events, *_beds(record, sector)],
                guest=folk(guest),
                place=record.places.at_sector(sector),
                place_name=record.places.sector_name(sector),
                hosts=folk(*sorted(record.places.households(sector))),
                when=At(deed.start),
                doing=deed.what.activity,
            )
            for (guest, sector), deed in longest
        )
    )


def _beds(record: Record, sector: str) -> list[int]:
    """The events that tell who lives there: one sleep each."""
    beds: dict[str, int] = {}
    for deed in record.deeds:
        if deed.what.asleep and record.places.sector(deed.what.arena) == sector:
            beds.setdefault(deed.resident, deed.events[0])
    return list(beds.values())


def _longest(record: Record, day: Day, pen: Pen) -> Iterator[Paragraph]:
    """The talk of most lines with its weightiest ones, and the pair that talked most often."""
    talks = [talk for talk in record.talks_on(day) if len(talk.lines) > 1]
    if not talks:
        return
    longest = max(talks, key=lambda talk: (len(talk.lines), _weight(talk.lines), -talk.start))
    yield Paragraph(
        (
            pen.write(
                "longest_talk",
                [*longest.events, *(line.seq for line in longest.lines)],
                who=folk(*longest.pair),
                place=record.places.at(longest.arena),
                when=At(longest.start),
                count=number(len(longest.lines)),
            ),
        )
    )
    yield Paragraph(tuple(_extract(pen, longest)), quoted=True)
    pairs = Counter(tuple(sorted(talk.pair)) for talk in talks)
    pair, often = max(pairs.items(), key=lambda found: (found[1], found[0]))
    if often >= 3:
        seqs = [talk.events[0] for talk in talks if tuple(sorted(talk.pair)) == pair]
        yield Paragraph((pen.write("favourite_pair", seqs, who=folk(*pair), count=number(often)),))


def _extract(pen: Pen, talk: Talk) -> Iterator[Sentence]:
    """So many lines on end as say most."""
    starts = range(max(1, len(talk.lines) - QUOTED_LINES + 1))
    start = max(starts, key=lambda at: (_weight(talk.lines[at : at + QUOTED_LINES]), -at))
    for recorded in talk.lines[start : start + QUOTED_LINES]:
        if isinstance(recorded.event, e.Said):
            line = recorded.event
            yield pen.write("line", [recorded.seq], who=folk(line.speaker), text=line.text)


def _weight(lines: list[e.Recorded]) -> int:
    return sum(len(it.event.text) + 200 * len(it.event.tells) for it in lines if isinstance(it.event, e.Said))
