"""The lead story: what mattered most on the day, by how grave it was and how many it reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from backend.domain.concern import concern
from backend.gazette.gatherings import Gathering, fullest
from backend.gazette.in_words import counted, number
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Day, Record
from backend.gazette.stories import Story
from backend.gazette.tellings import gist, told_to
from backend.gazette.troubles import Notice, Trouble

HEADLINE = 76
"""A headline of more letters is cut at a comma."""

Written = tuple[Sentence, list[Paragraph]]


@dataclass(frozen=True)
class Candidate:
    weight: float
    subject: object
    """What it is about: the other sections need not tell it again."""
    write: Callable[[], Written]


def front_page(record: Record, day: Day, pen: Pen) -> tuple[Sentence, list[Paragraph], object]:
    """Headline, story, and what it is about."""
    pen.new_section()
    best = max(_candidates(record, day, pen), key=lambda candidate: candidate.weight)
    headline, paragraphs = best.write()
    return headline, paragraphs, best.subject


def _candidates(record: Record, day: Day, pen: Pen) -> list[Candidate]:
    found = [Candidate(0, None, lambda: _quiet(record, day, pen))]
    for trouble in record.troubles:
        if day.has(trouble.tick):
            grave = 150 * max(0.4, concern(trouble.state)) + 10 * len(trouble.witnesses)
            found.append(Candidate(grave, trouble, partial(_trouble, record, day, pen, trouble)))
    for notice in record.notices:
        if day.has(notice.tick):
            weight = 60 + 60 * len(notice.heard) / max(1, len(record.people.residents))
            found.append(Candidate(weight, notice, partial(_notice, record, pen, notice)))
    for story in record.stories:
        told = story.told(day.start, day.end)
        if told and story.news:
            found.append(
                Candidate(story.importance * (2 + len(told)), story, partial(_story, record, day, pen, story))
            )
    crowd = max(fullest(record, day), key=lambda it: len(it.deeds), default=None)
    if crowd is not None:
        found.append(Candidate(2 * len(crowd.deeds), crowd, lambda: _crowd(record, pen, crowd)))
    return found


def _quiet(record: Record, day: Day, pen: Pen) -> Written:
    deeds = record.deeds_on(day)
    seqs = [seq for deed in deeds for seq in deed.events] or [1]
    body = pen.write(
        "quiet_body" if deeds else "empty_body",
        seqs,
        town=record.town,
        count=counted(len({deed.resident for deed in deeds}), "resident", "residents"),
    )
    return pen.write("quiet_headline", seqs), [Paragraph((body,))]


def trouble_report(record: Record, day: Day, pen: Pen, trouble: Trouble) -> list[Sentence]:
    """What is known of a trouble, from its beginning to who heard of it."""
    thing, place = record.places.thing(trouble.thing), record.places.at(_arena(trouble.thing))
    seqs = trouble.events
    said = [
        pen.write(
            "trouble_broke_out",
            seqs[:1],
            thing=thing,
            place=place,
            state=trouble.state,
            when=At(trouble.tick),
        )
    ]
    if trouble.by is None:
        said.append(pen.write("trouble_unseen_hand", seqs[:1]))
    else:
        said.append(pen.write("trouble_by", seqs[:1], who=folk(trouble.by)))
    if trouble.witnesses:
        first, tick, seq = trouble.witnesses[0]
        said.append(pen.write("trouble_seen", [seq], first=folk(first), when=At(tick)))
        if more := trouble.witnesses[1:]:
            said.append(
                pen.write(
                    "trouble_seen_by_more", [seq for *_, seq in more], who=folk(*(who for who, *_ in more))
                )
            )
    else:
        said.append(pen.write("trouble_seen_by_none", seqs[:1]))
    said.append(_outcome(day, pen, trouble))
    said += _word_of_it(record, day, pen, trouble)
    return said


def _outcome(day: Day, pen: Pen, trouble: Trouble) -> Sentence:
    if trouble.mended is None or not day.has(trouble.mended[1]):
        return pen.write("trouble_still", trouble.events[:1])
    who, tick, _ = trouble.mended
    if who is None:
        return pen.write("trouble_over", trouble.events, when=At(tick))
    return pen.write("trouble_mended", trouble.events, who=folk(who), when=At(tick))


def _word_of_it(record: Record, day: Day, pen: Pen, trouble: Trouble) -> list[Sentence]:
    """Who heard of it without having been there, and how one of them was told."""
    saw = {who for who, *_ in trouble.witnesses}
    told = [
        telling
        for story in record.stories
        if tells_of(story, trouble)
        for telling in story.told(day.start, day.end)
        if telling.hearer not in saw
    ]
    if not told:
        return []
    seqs = [seq for telling in told for seq in telling.events]
    hearers = folk(*dict.fromkeys(telling.hearer for telling in told))
    key = "trouble_spread_one" if len(hearers.who) == 1 else "trouble_spread"
    said = [pen.write(key, seqs, count=number(len(hearers.who)), who=hearers)]
    line = next((telling.line for telling in told if telling.line is not None), None)
    if line is not None:
        said.append(
            pen.write("story_words", seqs, who=folk(line.speaker), text=gist(line.text, trouble.state))
        )
    return said


def tells_of(story: Story, subject: object) -> bool:
    """Whether a story began with what a witness of a trouble saw."""
    return isinstance(subject, Trouble) and any(
        story.knew.get(who, (0, 0))[1] == seq for who, _, seq in subject.witnesses
    )


def _trouble(record: Record, day: Day, pen: Pen, trouble: Trouble) -> Written:
    headline = pen.write(
        "trouble_headline",
        trouble.events[:1],
        thing=record.places.thing(trouble.thing),
        place=record.places.at(_arena(trouble.thing)),
        state=trouble.state,
    )
    said = trouble_report(record, day, pen, trouble)
    return headline, [Paragraph(tuple(said))]


def notice_report(record: Record, pen: Pen, notice: Notice) -> list[Sentence]:
    where = "all over town" if notice.arena is None else record.places.at(notice.arena)
    said = [pen.write("notice_read", notice.events[:1], text=notice.text, where=where, when=At(notice.tick))]
    if len(notice.heard) == 1:
        said.append(pen.write("notice_heard_one", notice.events, who=folk(*notice.heard)))
    elif notice.heard:
        heard = folk(*sorted(notice.heard), at_most=8)
        said.append(pen.write("notice_heard", notice.events, count=number(len(notice.heard)), who=heard))
    else:
        said.append(pen.write("notice_unheard", notice.events))
    return said


def _notice(record: Record, pen: Pen, notice: Notice) -> Written:
    headline = pen.write("notice_headline", notice.events[:1], text=notice.text)
    return headline, [Paragraph(tuple(notice_report(record, pen, notice)))]


def _story(record: Record, day: Day, pen: Pen, story: Story) -> Written:
    told = story.told(day.start, day.end)
    headline = pen.write("story_headline", [story_event(story)], text=shortened(story.text))
    opening = pen.write("story_opening", [story_event(story)], text=story.text)
    return headline, [
        Paragraph((opening, growth(record, day, pen, story))),
        *told_to(record, pen, told, story.text),
    ]


def growth(record: Record, day: Day, pen: Pen, story: Story) -> Sentence:
    """How many knew it before the day, and after it."""
    return pen.write(
        "story_growth",
        [seq for tick, seq in story.knew.values() if tick < day.end],
        before=_people(_known_before(story, day)),
        after=number(len(story.knowers(day.end))),
        all=number(len(record.people.residents)),
    )


def _known_before(story: Story, day: Day) -> int:
    """Those who start with it know it before the first day, too."""
    return len({who for who, (tick, _) in story.knew.items() if tick < max(day.start, 1)})


def _people(count: int) -> str:
    return "nobody" if count == 0 else "one resident" if count == 1 else number(count)


def story_event(story: Story) -> int:
    """The event of its first memory."""
    return min(seq for _, seq in story.knew.values())


def _crowd(record: Record, pen: Pen, crowd: Gathering) -> Written:
    place = record.places.at_sector(crowd.sector)
    headline = pen.write("crowd_headline", crowd.events, count=number(len(crowd.deeds)), place=place)
    body = pen.write(
        "crowd_body",
        crowd.events,
        count=number(len(crowd.deeds)),
        place=place,
        when=At(crowd.tick),
        who=folk(*crowd.people, at_most=8),
    )
    return headline, [Paragraph((body,))]


def shortened(text: str) -> str:
    """A whole sentence as a headline: without its stop, and up to a comma where it is long."""
    text = text.rstrip(". ")
    if len(text) <= HEADLINE:
        return text
    cuts = [cut.start() for cut in re.finditer(r"[,;:] ", text) if cut.start() <= HEADLINE]
    return text[: cuts[0]] if cuts else text


def _arena(thing: str) -> str:
    return thing.rpartition(":")[0]
