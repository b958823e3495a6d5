"""What an answer may change in what its resident believes; part of `digest` and of `reflect`."""

from __future__ import annotations

from typing import Any

from backend.domain.questions import BeliefChange
from worker.minds.model.fields import Part
from worker.minds.model.forms import HANDLES, MAYBE, TEXT, closed, listed
from worker.minds.model.handles import Names

BELIEFS = listed(
    closed(
        belief=MAYBE,
        statement=TEXT,
        confidence={"type": "number", "minimum": 0, "maximum": 1},
        because=HANDLES,
    )
)


def read_beliefs(part: Part, names: Names) -> tuple[BeliefChange, ...]:
    return tuple(
        BeliefChange(
            belief=each.named_or_none("belief", names.beliefs),
            statement=each.text("statement", 300),
            confidence=each.number("confidence", 0, 1),
            because=each.known("because", names.memories),
        )
        for each in part.parts("beliefs", 3, needed=False)
    )


def write_beliefs(beliefs: tuple[BeliefChange, ...], names: Names) -> list[dict[str, Any]]:
    return [
        {
            "belief": None if change.belief is None else names.beliefs.of(change.belief),
            "statement": change.statement,
            "confidence": change.confidence,
            "because": [names.memories.of(memory) for memory in change.because],
        }
        for change in beliefs
    ]
