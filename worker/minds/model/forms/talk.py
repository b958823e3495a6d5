"""A line of talk, words for a visitor, and what a talk was, as the wire has them."""

from __future__ import annotations

from typing import Any

from backend.domain.questions import Digest, DigestAnswer, Reply, ReplyAnswer, Say, SayAnswer
from worker.minds.model.fields import Part
from worker.minds.model.forms import FLAG, HANDLES, IMPORTANCE, MAYBE, TEXT, Form, closed
from worker.minds.model.forms.beliefs import BELIEFS, read_beliefs, write_beliefs
from worker.minds.model.forms.refusals import REFUSALS, read_refusals, write_refusals
from worker.minds.model.handles import Names


def _read_say(question: Say, part: Part, names: Names) -> SayAnswer:
    return SayAnswer(
        cites=part.known("because", names.memories),
        text=part.text("text", 500),
        tells=part.all_named("tells", names.memories),
        introduces=part.flag("introduces"),
        ends=part.flag("ends"),
        invites=part.named_or_none("invites", names.may_offer),
        accepts=part.all_named("accepts", names.offers),
        declines=read_refusals(part, "declines", names.offers, names),
    )


def _write_say(question: Say, answer: SayAnswer, names: Names) -> dict[str, Any]:
    return {
        "because": [names.memories.of(memory) for memory in answer.cites],
        "text": answer.text,
        "tells": [names.memories.of(memory) for memory in answer.tells],
        "introduces": answer.introduces,
        "ends": answer.ends,
        "invites": None if answer.invites is None else names.may_offer.of(answer.invites),
        "accepts": [names.offers.of(offer) for offer in answer.accepts],
        "declines": write_refusals(answer.declines, names.offers, names),
    }


def _read_reply(question: Reply, part: Part, names: Names) -> ReplyAnswer:
    return ReplyAnswer(cites=part.known("because", names.memories), text=part.text("text", 1000))


def _write_reply(question: Reply, answer: ReplyAnswer, names: Names) -> dict[str, Any]:
    return {"because": [names.memories.of(memory) for memory in answer.cites], "text": answer.text}


def _read_digest(question: Digest, part: Part, names: Names) -> DigestAnswer:
    return DigestAnswer(
        cites=tuple(m for m in part.known("because", names.memories) if m in _given(question)),
        memo=part.text("memo", 500),
        importance=part.whole("importance", 1, 10),
        closeness_change=part.number("closeness_change", -0.5, 0.5),
        reason=part.text("reason", 200, 0),
        note=part.text("note", 300, 0),
        beliefs=read_beliefs(part, names),
    )


def _given(question: Digest) -> frozenset[str]:
    """An answer cites the question's memories; what was heard is known by the talk itself."""
    return frozenset(memory.id for memory in question.memories)


def _write_digest(question: Digest, answer: DigestAnswer, names: Names) -> dict[str, Any]:
    return {
        "because": [names.memories.of(memory) for memory in answer.cites],
        "memo": answer.memo,
        "importance": answer.importance,
        "closeness_change": answer.closeness_change,
        "reason": answer.reason,
        "note": answer.note,
        "beliefs": write_beliefs(answer.beliefs, names),
    }


SAY = Form(
    schema=closed(
        because=HANDLES,
        text=TEXT,
        tells=HANDLES,
        introduces=FLAG,
        ends=FLAG,
        invites=MAYBE,
        accepts=HANDLES,
        declines=REFUSALS,
    ),
    read=_read_say,
    write=_write_say,
)
ANSWER = Form(schema=closed(because=HANDLES, text=TEXT), read=_read_reply, write=_write_reply)
DIGEST = Form(
    schema=closed(
        because=HANDLES,
        memo=TEXT,
        importance=IMPORTANCE,
        closeness_change={"type": "number", "minimum": -0.5, "maximum": 0.5},
        reason=TEXT,
        note=TEXT,
        beliefs=BELIEFS,
    ),
    read=_read_digest,
    write=_write_digest,
)
