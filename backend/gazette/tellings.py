"""From whom to whom something went: one sentence a teller, from the first to the last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.domain.naming import name_words
from backend.gazette.paper import Paragraph, Sentence
from backend.gazette.pen import At, Pen, folk
from backend.gazette.record import Record
from backend.gazette.stories import Telling

_SENTENCE = re.compile(r"(?<=[.!?]) +")

LONG_LINE = 320
"""A line of more letters isn't quoted."""


def told_to(record: Record, pen: Pen, told: Sequence[Telling], text: str) -> list[Paragraph]:
    """How a story of that text passed: first where and when, then by tellers, the last, and in whose words."""
    if not told:
        return []
    first, rest = told[0], list(told[1:])
    said = [
        pen.write(
            "story_first",
            first.events,
            teller=folk(first.teller),
            hearer=folk(first.hearer),
            place=record.places.at(_arena(record, first)),
            when=At(first.tick),
        )
    ]
    last = rest.pop() if len(rest) >= 3 else None
    said += [_by_teller(pen, teller, rest) for teller in dict.fromkeys(telling.teller for telling in rest)]
    if last is not None:
        said.append(
            pen.write(
                "story_last",
                last.events,
                teller=folk(last.teller),
                hearer=folk(last.hearer),
                when=At(last.tick),
            )
        )
    return [Paragraph(tuple(said)), *_words(pen, told, text)]


def gist(line: str, text: str) -> str:
    """The sentence of a line that shares most words with a text: greetings aren't worth quoting."""
    sentences = _SENTENCE.split(line)
    return max(sentences, key=lambda one: len(name_words(one) & name_words(text)))


def _by_teller(pen: Pen, teller: str, told: Sequence[Telling]) -> Sentence:
    theirs = [telling for telling in told if telling.teller == teller]
    return pen.write(
        "story_source",
        [seq for telling in theirs for seq in telling.events],
        teller=folk(teller),
        hearers=folk(*dict.fromkeys(telling.hearer for telling in theirs)),
    )


def _words(pen: Pen, told: Sequence[Telling], text: str) -> list[Paragraph]:
    lines = [telling for telling in told if telling.line is not None and len(telling.line.text) <= LONG_LINE]
    if not lines:
        return []
    chosen = lines[pen.pick("words", len(lines))]
    assert chosen.line is not None
    return [
        Paragraph(
            (
                pen.write(
                    "story_words", chosen.events, who=folk(chosen.teller), text=gist(chosen.line.text, text)
                ),
            )
        )
    ]


def _arena(record: Record, telling: Telling) -> str | None:
    return next(
        (
            talk.arena
            for talk in record.talks
            if {telling.teller, telling.hearer} <= set(talk.pair) and talk.start <= telling.tick <= talk.end
        ),
        None,
    )
