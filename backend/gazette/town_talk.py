"""Talk of the town: which news passed and how far, and the tales that people tell of themselves."""

from __future__ import annotations

from backend.domain.inputs import VISITOR_PREFIX
from backend.gazette.front_page import tells_of
from backend.gazette.in_words import number
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import Pen, folk
from backend.gazette.record import Day, Record
from backend.gazette.stories import Story, Telling
from backend.gazette.tellings import LONG_LINE, gist, told_to

MOST_TALES = 2


def town_talk(record: Record, day: Day, pen: Pen, told: object) -> list[Paragraph]:
    """`told` is what the lead is about; it isn't told again."""
    pen.new_section()
    paragraphs: list[Paragraph] = []
    for story in record.stories:
        if story.news and story is not told and story.knowers(day.end):
            paragraphs += _news(record, day, pen, story)
    return paragraphs + _tales(record, day, pen, told)


def _news(record: Record, day: Day, pen: Pen, story: Story) -> list[Paragraph]:
    told = story.told(day.start, day.end)
    knowers = story.knowers(day.end)
    seqs = [seq for tick, seq in story.knew.values() if tick < day.end]
    if not told:
        who = folk(*knowers, at_most=6)
        return [Paragraph((pen.write("news_still", seqs, text=story.text, who=who),))]
    before = len(story.knowers(max(day.start, 1)))
    growth = pen.write(
        "news_spread",
        seqs,
        text=story.text,
        before="nobody" if not before else number(before),
        after=number(len(knowers)),
        all=number(len(record.people.residents)),
    )
    first, *more = told_to(record, pen, told, story.text)
    return [Paragraph((growth, *first.sentences)), *more]


def _tales(record: Record, day: Day, pen: Pen, subject: object) -> list[Paragraph]:
    """The memories that reached most people on the day, in the words of one who told them."""
    tales: list[tuple[Story, list[Telling]]] = []
    for story in record.stories:
        told = [it for it in story.told(day.start, day.end) if it.line and len(it.line.text) <= LONG_LINE]
        outside = any(it.teller.startswith(VISITOR_PREFIX) for it in told)
        if told and not story.news and not outside and not tells_of(story, subject):
            tales.append((story, told))
    tales.sort(key=lambda tale: (-len(tale[1]), -tale[0].importance, tale[0].key))
    return [Paragraph(tuple(_tale(pen, story, told))) for story, told in tales[:MOST_TALES]]


def _tale(pen: Pen, story: Story, told: list[Telling]) -> list[Sentence]:
    line, teller = told[0].line, told[0].teller
    assert line is not None
    theirs = [telling for telling in told if telling.teller == teller]
    said = [
        pen.write(
            "tale" if len(theirs) == 1 else "tale_to_several",
            [seq for telling in theirs for seq in telling.events],
            teller=folk(teller),
            hearers=folk(*(telling.hearer for telling in theirs)),
            first=folk(told[0].hearer),
            text=gist(line.text, story.text),
        )
    ]
    for other in dict.fromkeys(telling.teller for telling in told if telling.teller != teller):
        passed = [telling for telling in told if telling.teller == other]
        said.append(
            pen.write(
                "tale_handed_on",
                [seq for telling in passed for seq in telling.events],
                teller=folk(other),
                hearers=folk(*(telling.hearer for telling in passed)),
            )
        )
    return said
