"""Beliefs: statements that a resident holds more or less firmly, with their grounds and who made it believe them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from backend.domain.events import Believed
from backend.domain.questions import AnyQuestion, BeliefChange, BeliefView
from backend.domain.state import Belief
from backend.domain.view import View
from worker.cognition.recall import Recall

MOST_HELD = 6
"""Beliefs put before a mind with a question."""
MOST_GROUNDS = 6
"""Memories that a belief rests on; the latest."""
UNMOVED = 0.03
"""Confidence by which a belief changes at the least to be told."""


def held(
    view: View, resident: str, about: Collection[str] = (), first: Collection[str] = ()
) -> tuple[BeliefView, ...]:
    """The beliefs `first`, then those that have to do with the people `about`, the firmest, the newest."""
    beliefs = view.state.residents[resident].beliefs
    ranked = sorted(
        beliefs.items(),
        key=lambda item: (
            item[0] not in first,
            set(about).isdisjoint(item[1].about),
            -item[1].confidence,
            -item[1].since,
            item[0],
        ),
    )
    return tuple(
        BeliefView(id=key, statement=belief.statement, confidence=belief.confidence)
        for key, belief in ranked[:MOST_HELD]
    )


def resting_on(recall: Recall, view: View, resident: str, memories: Iterable[str]) -> frozenset[str]:
    """The resident's beliefs that rest on memories of the same news or in the same words as these."""
    carried = {_carried(recall, memory) for memory in memories}
    return frozenset(
        key
        for key, belief in view.state.residents[resident].beliefs.items()
        if any(_carried(recall, memory) in carried for memory in belief.memories)
    )


def believed(
    recall: Recall, view: View, question: AnyQuestion, changes: Iterable[BeliefChange], *, heard: bool
) -> list[Believed]:
    """What comes of a mind's beliefs. A new one has the id "belief:RESIDENT@TICK.N".

    Args:
        heard: They come from what one was told, not from one's own thoughts about it.
    """
    beliefs = view.state.residents[question.resident].beliefs
    events: list[Believed] = []
    for number, change in enumerate(changes):
        before = beliefs.get(change.belief or "")
        confidence = round(change.confidence, 2)
        if before is not None and _is_the_same(before, change.statement, confidence):
            continue
        grounds = tuple(dict.fromkeys((*(before.memories if before is not None else ()), *change.because)))
        events.append(
            Believed(
                resident=question.resident,
                belief=change.belief or f"belief:{question.resident}@{view.tick}.{number}",
                statement=change.statement,
                confidence=confidence,
                about=_about(recall, question.resident, grounds, before),
                who=_source(recall, grounds) if heard else None,
                memories=grounds[-MOST_GROUNDS:],
                cause=question.key,
            )
        )
    return events


def _is_the_same(before: Belief, statement: str, confidence: float) -> bool:
    moved = abs(before.confidence - confidence)
    return before.statement == statement and moved < UNMOVED and confidence > 0


def _carried(recall: Recall, memory: str) -> str:
    event = recall.index.get(memory).event
    return event.news or event.text


def _about(recall: Recall, resident: str, grounds: Iterable[str], before: Belief | None) -> tuple[str, ...]:
    people = {who for memory in grounds for who in recall.index.get(memory).event.about}
    return tuple(sorted((people | set(before.about if before is not None else ())) - {resident}))


def _source(recall: Recall, memories: Iterable[str]) -> str | None:
    """Who told it last; None for what nobody told."""
    for memory in reversed(tuple(memories)):
        source = recall.index.get(memory).event.source
        if source.by == "speaker":
            return source.who
    return None
