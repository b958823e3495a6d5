"""What happened in a span of a town's life, told in a few sentences: "What did I miss?"."""

from __future__ import annotations

from fastapi import APIRouter

from backend.api.forms.openapi import problems_of
from backend.api.forms.span import Span, SpanOf
from backend.api.parts import Parts, PartsOf, TownOf
from backend.api.problems import BadSpan, InvalidRequest, TickNotYet, TownGone, UnknownTown
from backend.api.views.telling import BUILT_IN, Note, WrittenView, told_by_the_towns_mind
from backend.domain.questions import TellAnswer
from backend.live.frames import View
from backend.recap import RECAP_KINDS, Knowing, SpanLog, Told, recap
from backend.recap.write import MOST
from backend.store.history.events import state_at
from backend.store.history.span import events_of_span
from backend.store.history.spread import memories_of_news
from backend.store.town.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

MOST_EVENTS = 300_000
"""Of 25 residents that is a quarter of a year."""
MOST_SEQS = 100


class RecapSentence(View):
    text: str
    """In the language that `written` names."""
    icon: str
    tick: int
    """The moment it leads to."""
    seqs: list[int]
    """The events it was written from, that of its moment first; at most 100."""
    who: list[str]
    """Residents and visitors whom it is about, the one to look at first."""


class RecapView(View):
    from_tick: int
    upto_tick: int
    sentences: list[RecapSentence]
    """In the order of their moments, at most 12; empty where everybody went about their day."""
    written: WrittenView = BUILT_IN


@router.get(
    "/recap",
    responses=problems_of(UnknownTown, TownGone, TickNotYet, BadSpan, InvalidRequest),
    name="recap a span",
)
def recap_of(row: TownOf, parts: PartsOf, span: SpanOf) -> RecapView:
    """What mattered most in the ticks after `from` up to `upto`, written from the log alone."""
    return _told(parts, row, span, ask=False)


@router.post(
    "/recap",
    status_code=202,
    responses=problems_of(UnknownTown, TownGone, TickNotYet, BadSpan, InvalidRequest),
    name="have a span told by the town's mind",
)
def have_it_told(row: TownOf, parts: PartsOf, span: SpanOf) -> RecapView:
    """The same, and has the town's mind write it where that is a model: ask for the recap again to read it."""
    return _told(parts, row, span, ask=True)


def _told(parts: Parts, row: TownRow, span: Span, *, ask: bool) -> RecapView:
    if span.end == row.head_tick:
        view = _recap(parts, row, span)
    else:
        # What lies behind the open tick stays as it was.
        view = parts.recaps.get((row.id, span), lambda: _recap(parts, row, span))
    calendar = parts.scenarios.of(row).calendar
    title = " to ".join(f"{calendar.at(tick):%A %H:%M}" for tick in (span.start, span.end))
    notes = [Note(one.tick, one.text) for one in view.sentences]
    told = told_by_the_towns_mind(parts, row, "recap", title, span.end, notes, MOST, ask=ask)
    sentences = view.sentences if told.answer is None else _rewritten(told.answer, view.sentences)
    return view.model_copy(update={"sentences": sentences, "written": told.view})


def _rewritten(answer: TellAnswer, known: list[RecapSentence]) -> list[RecapSentence]:
    """Each line leads where the first of its notes leads, and rests on what all of them rest on."""
    found = []
    for line in answer.lines:
        notes = [known[int(number)] for number in line.notes]
        found.append(
            RecapSentence(
                text=line.text,
                icon=notes[0].icon,
                tick=notes[0].tick,
                seqs=list(dict.fromkeys(seq for note in notes for seq in note.seqs))[:MOST_SEQS],
                who=list(dict.fromkeys(who for note in notes for who in note.who)),
            )
        )
    return found


def _recap(parts: Parts, row: TownRow, span: Span) -> RecapView:
    log = events_of_span(
        parts.database, row.id, span.start, span.end, RECAP_KINDS, MOST_EVENTS + 1, remembered="striking"
    )
    if len(log) > MOST_EVENTS:
        raise BadSpan("So much happened in it that no few sentences tell it. Choose a shorter span.")
    before, after = (state_at(parts.database, row.id, tick) for tick in (span.start, span.end))
    there = before.residents.keys() | after.residents.keys() | after.departed.keys()
    personas = parts.scenarios.of(row).personas
    told = recap(
        SpanLog(
            log,
            span.start,
            span.end,
            names={who: persona.name for who, persona in personas.items() if who in there},
            guests={visitor.id: visitor.name for visitor in before.visitors.values()},
            occasions={one.id: one.what for one in before.commitments.values()},
            news=_known(parts, row),
            living=len(after.residents),
        )
    )
    return RecapView(from_tick=span.start, upto_tick=span.end, sentences=[_sentence(one) for one in told])


def _known(parts: Parts, row: TownRow) -> list[Knowing]:
    """Who knows of each item of news, by their first memories of it."""
    found = []
    for item in parts.scenarios.of(row).news:
        first: dict[str, tuple[str, int, int]] = {}
        for held in memories_of_news(parts.database, row.id, item.id):
            first.setdefault(held.resident, (held.resident, held.tick, held.seq))
        found.append(Knowing(item.text, tuple(first.values())))
    return found


def _sentence(told: Told) -> RecapSentence:
    return RecapSentence(
        text=told.text,
        icon=told.icon,
        tick=told.tick,
        seqs=list(told.seqs[:MOST_SEQS]),
        who=list(told.who),
    )
