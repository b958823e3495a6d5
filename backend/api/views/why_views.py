"""What is told of why something happened."""

from __future__ import annotations

from backend.api.views.memory_views import MemoryView
from backend.domain.events import QuestionKind
from backend.live.frames import RecordedEvent, View


class ScoresView(View):
    """How well a memory fitted a question, each scaled to 0 to 1 over all candidates (paper, section 4.1)."""

    recency: float
    importance: float
    relevance: float
    total: float


class GroundView(View):
    """A memory that was put before the mind."""

    memory: MemoryView
    scores: ScoresView | None
    """Null where it did not come by its score: the news of the moment, what one might tell."""
    cited: bool
    """Whether the mind gave it as a ground of its answer."""


class CallView(View):
    """A call of a model server, without its prompt."""

    id: int
    attempt: int
    model: str
    outcome: str
    fault: str
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost: float | None
    latency_ms: int


class AskingView(View):
    """A question that was put before a mind, and what became of it."""

    key: str
    question: QuestionKind
    resident: str
    about: str | None
    tick: int
    local: str
    """Local date and time, ISO 8601."""
    grounds: list[GroundView]
    """Best first."""
    mind: str | None
    """Who answered: "rules", "model", or "rules:WHY" where the built-in mind stood in; null while it is open."""
    choice: str
    """What was decided, in few words; for an answer that lapsed, why it did."""
    lapsed: bool
    calls: list[CallView]
    """Of a model server, newest first; none where the built-in mind was asked."""
    effects: list[RecordedEvent]
    """What the answer led to."""


class WhyView(View):
    event: RecordedEvent
    """What is asked about."""
    questions: list[AskingView]
    """Whose answers it comes from, the nearest first: an action's detail, then the day's plan."""
    drawn_from: list[MemoryView]
    """For a memory: those that it was drawn from; for something told, the teller's own."""
    line: RecordedEvent | None
    """For something told: the line that told it."""


class MemoryTree(View):
    memory: MemoryView
    resident: str
    """Whose memory it is: a teller's, where the one above it was told."""
    children: list[MemoryTree]
    cut: bool
    """Whether it has further roots that are not shown."""
