"""What is told of how something went through a town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.api.parts import Parts
from backend.domain.events import Recorded
from backend.domain.spread import How, Knower, Origin
from backend.domain.state import Standing
from backend.live.frames import View
from backend.store.history.agreements import Agreement, Asked
from backend.store.history.origins import origins_of
from backend.store.history.spread import lines_that_told
from backend.store.town.towns import TownRow


class NewsItemView(View):
    """An item of news that the town was founded with."""

    id: str
    text: str
    occasion: str | None
    """What one can be invited to, as one says it; null where it is no occasion."""
    knowers: int
    """How many residents know of it by now."""


class TellingView(View):
    """The line by which somebody came to know."""

    speaker: str
    seq: int
    """Of the line in the log."""
    text: str
    overheard: bool
    """Whether it was said to others."""


class OriginView(View):
    """How somebody knows what nobody in town told it."""

    how: How
    seq: int | None
    """Of the act that was seen, the announcement or the line from outside; null for what was known from the start."""
    who: str | None
    """Who did or said it: a resident, a visitor, "director"; null where it was nobody."""
    words: str
    """What was announced or said; the state in which a thing was seen."""


class KnowerView(View):
    resident: str
    memory: str | None
    """Its first memory of it; null for who was asked to something and has no memory of the words."""
    seq: int
    tick: int
    told: TellingView | None
    """Null for those who have it from nobody in town."""
    origin: OriginView | None
    """How those know whom nobody told; null for the others."""
    believes: float | None
    """Where a belief is followed: how firmly it believes what it knows, 0 to 1; null if it does not."""
    standing: Standing | None
    """Where a commitment is followed: how it stands with who was asked; null for who only knows of it."""


class SpreadView(View):
    text: str
    knowers: list[KnowerView]
    """In the order in which they came to know."""
    residents: int
    """How many live in the town."""


def spread_view(
    parts: Parts,
    row: TownRow,
    text: str,
    found: Sequence[Knower],
    *,
    believes: Mapping[str, float] | None = None,
    agreed: Agreement | None = None,
) -> SpreadView:
    """Who knows, each by the line or the act from which it does; of a commitment, also who was only asked to it."""
    lines = lines_that_told(parts.database, row.id, found)
    roots = [knower.held for knower in found if knower.held.id not in lines]
    origins = origins_of(parts.database, row.id, roots)
    views = [
        _knower(knower, lines.get(knower.held.id), origins.get(knower.held.id), believes or {}, agreed)
        for knower in found
    ]
    known = {view.resident for view in views}
    if agreed is not None:
        views += [_asked(asked, agreed) for asked in agreed.asked if asked.resident not in known]
    return SpreadView(
        text=text,
        knowers=sorted(views, key=lambda view: view.seq),
        residents=len(parts.scenarios.of(row).living),
    )


def _knower(
    knower: Knower,
    line: Recorded | None,
    origin: Origin | None,
    believes: Mapping[str, float],
    agreed: Agreement | None,
) -> KnowerView:
    held = knower.held
    return KnowerView(
        resident=held.resident,
        memory=held.id,
        seq=held.seq,
        tick=held.tick,
        told=_telling(line, held.resident),
        origin=None if origin is None else _origin(origin),
        believes=believes.get(held.resident),
        standing=None if agreed is None else agreed.standing.get(held.resident),
    )


def _asked(asked: Asked, agreed: Agreement) -> KnowerView:
    """Who has a commitment: whoever gives it, or was asked to it."""
    told = _telling(asked.line, asked.resident)
    how: How = "thought" if asked.by_itself else "knew" if asked.offer.tick == 0 else "planted"
    return KnowerView(
        resident=asked.resident,
        memory=None,
        seq=asked.offer.seq,
        tick=asked.offer.tick,
        told=told,
        origin=None if told is not None else _origin(Origin(how, asked.offer.seq)),
        believes=None,
        standing=agreed.standing.get(asked.resident),
    )


def _telling(line: Recorded | None, hearer: str) -> TellingView | None:
    if line is None or line.event.kind != "said":
        return None
    said = line.event
    return TellingView(speaker=said.speaker, seq=line.seq, text=said.text, overheard=hearer not in said.to)


def _origin(origin: Origin) -> OriginView:
    return OriginView(how=origin.how, seq=origin.seq, who=origin.who, words=origin.words)
