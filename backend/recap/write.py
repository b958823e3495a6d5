"""Chooses what of a span is worth telling, and tells it in the order in which it happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backend.domain.events import Recorded
from backend.recap.minds import Knowing, minds
from backend.recap.outside import outside
from backend.recap.people import People
from backend.recap.together import together
from backend.recap.told import Told

MOST = 12
"""Sentences: what one reads before one goes on watching."""


@dataclass(frozen=True)
class SpanLog:
    """What a recap is written from."""

    log: Sequence[Recorded]
    """The events after tick `start` up to tick `end` of at least the kinds in RECAP_KINDS, in order."""
    start: int
    end: int
    names: Mapping[str, str]
    """Full names of the residents by their ids."""
    guests: Mapping[str, str] = field(default_factory=dict)
    """Names of people from outside who were there when it began, by their ids."""
    occasions: Mapping[str, str] = field(default_factory=dict)
    """What the commitments that were made before it are called, by their ids."""
    news: Sequence[Knowing] = ()
    living: int | None = None
    """How many live there in the end; None: all who have a name."""


def recap(span: SpanLog, most: int = MOST) -> list[Told]:
    """At most so many sentences, the weightiest, by their moments; none where all went about their day."""
    living = len(span.names) if span.living is None else span.living
    people = People(span.names, span.guests, span.log)
    found = [
        *outside(span.log, people),
        *together(span.log, people, span.occasions),
        *minds(span.log, people, span.news, span.start, span.end, living),
    ]
    found.sort(key=lambda told: (-told.weight, told.seqs[0]))
    return sorted(found[:most], key=lambda told: (told.tick, told.seqs[0]))
