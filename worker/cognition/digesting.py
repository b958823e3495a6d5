"""Digesting a talk: what stays of it, what it made the speakers to each other, what to believe of it."""

from __future__ import annotations

from backend.domain.events import RelationshipChanged, Source
from backend.domain.questions import Digest, DigestAnswer, LineView
from backend.domain.state import Relationship, Talk
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.believing import believed, held, resting_on
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.telling import called, person

A_SHARE = 0.5
"""What a talk of more than two does to the closeness to each of the further ones."""


def digest(recall: Recall, view: View, resident: str, talk_id: str) -> Ask:
    """Asks for it at the end of the talk, with what the resident was told in it."""
    talk = view.state.talks[talk_id]
    spoke = (line.speaker for line in talk.lines)
    others = [who for who in dict.fromkeys((*talk.participants, *spoke)) if who != resident]
    heard = _heard(recall, resident, talk)
    beliefs = held(view, resident, others, resting_on(recall, view, resident, heard))
    return Ask(
        Digest(
            **common(view, "digest", resident) | {"beliefs": beliefs},
            memories=recall.recall(
                view, resident, [called(view, resident, other) for other in others], "digest"
            ),
            talk=talk_id,
            other=person(view, resident, others[0]),
            others=tuple(person(view, resident, other) for other in others[1:]),
            lines=tuple(LineView(speaker=line.speaker, text=line.text) for line in talk.lines),
            heard=tuple(recall.show(view, resident, recall.index.get(memory)) for memory in heard),
        ),
        about=talk_id,
    )


def take_digest(recall: Recall, view: View, question: Digest, answer: DigestAnswer) -> list[Wish]:
    resident = question.resident
    others = (question.other.id, *(other.id for other in question.others))
    memory = recall.notebook(view, resident).note(
        answer.memo,
        "conversation",
        Source(by="conversation", who=others[0], talk=question.talk, question=question.key),
        about=others,
        weight=answer.importance,
    )
    changes = [
        _closer(view, question, answer, other, 1.0 if number == 0 else A_SHARE)
        for number, other in enumerate(others)
    ]
    return [memory, *changes, *believed(recall, view, question, answer.beliefs, heard=True)]


def _closer(
    view: View, question: Digest, answer: DigestAnswer, other: str, share: float
) -> RelationshipChanged:
    before = view.state.residents[question.resident].relationships.get(other, Relationship())
    closeness = before.closeness + share * answer.closeness_change
    return RelationshipChanged(
        resident=question.resident,
        other=other,
        closeness=round(min(1.0, max(-1.0, closeness)), 2),
        note=(answer.note if other == question.other.id else "") or before.note,
        reason=answer.reason,
        cause=question.key,
    )


def _heard(recall: Recall, resident: str, talk: Talk) -> list[str]:
    """The memories of what the resident was told in the talk, in order."""
    stream = recall.index.of(resident)
    found: list[str] = []
    for row in range(len(stream) - 1, -1, -1):
        memory = stream[row]
        if memory.tick < talk.started:
            break
        if memory.event.source.by == "speaker" and memory.event.source.talk == talk.id:
            found.append(memory.id)
    return found[::-1]
