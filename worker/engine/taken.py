"""What an engine took in since its last commit, beside the events."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.inputs import AnswerGiven, Fate, Stamp
from backend.domain.questions import AnyQuestion


@dataclass
class Taken:
    fates: list[tuple[int, Fate]] = field(default_factory=list)
    answers: list[AnswerGiven] = field(default_factory=list)
    """Given in the engine's own process."""
    stamps: dict[str, Stamp] = field(default_factory=dict)
    """Question key to the stamp that its answer got on arrival."""
    reasked: list[AnyQuestion] = field(default_factory=list)
    """Open questions that another mind is to answer now."""
