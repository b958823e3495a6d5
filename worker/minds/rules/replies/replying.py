"""A reply to a person from outside while it is made: what the resident knows, how it speaks, what it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.domain.chance import Chance
from backend.domain.questions import MemoryView, Reply
from worker.minds.rules.inquiry import Inquiry
from worker.minds.rules.phrases.visitor import reply_phrases
from worker.minds.rules.telling import telling

_OVERHEARD = re.compile(r"^.{2,80} said to .{2,160}?: “")


@dataclass
class Replying:
    question: Reply
    asked: Inquiry
    tone: str

    def __post_init__(self) -> None:
        question = self.question
        said = {line.text for line in question.lines if line.speaker == question.visitor}
        self.memories = [
            memory
            for memory in question.memories
            if _is_knowledge(memory, question.visitor, question.visitor_name) and memory.text not in said
        ]
        self.chance = Chance(question.seed, question.resident, f"answer|{question.key}", question.tick)
        self.ordinal = 0
        self.cites: list[str] = []

    def phrase(self, act: str, **fields: str) -> str:
        """A phrase of the act that the resident has not just said to this person."""
        options = reply_phrases(act, self.tone, {"me": self.question.persona.name, **fields})
        said = " ".join(line.text for line in self.question.lines if line.speaker == self.question.resident)
        fresh = [option for option in options if option not in said] or options
        self.ordinal += 1
        return self.chance.choice(fresh, self.ordinal) if fresh else ""

    def told(self, memory: MemoryView) -> str:
        """A memory in words, which the reply then cites."""
        told = telling(memory, self.question.persona)
        self.cites.append(memory.id)
        return self.phrase(told.act, **told.fields)


def _is_knowledge(memory: MemoryView, visitor: str, name: str) -> bool:
    """Plans, what was said between the two, and lines that one overheard are no news to the visitor."""
    is_between_them = visitor in memory.about and (
        memory.memory == "conversation" or memory.told_by is not None
    )
    is_overheard = memory.told_by is not None and _OVERHEARD.match(memory.text) is not None
    return (
        memory.memory != "plan"
        and memory.told_by != name
        and not is_between_them
        and not is_overheard
        and " answered " not in memory.text.split("“")[0]
    )
