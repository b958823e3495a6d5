"""What an engine reads from and commits to: one port, a town in Postgres or a run in a folder behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from backend.domain.events import Recorded
from backend.domain.inputs import AnswerGiven, Arrived, Fate, Stamp
from backend.domain.questions import AnyQuestion

TownStatus = Literal["alive", "ended", "deleted"]


class LeaseLost(Exception):
    """A newer writer has the town, or it was deleted or ended. Nothing was written: stop, forget the rest."""

    def __init__(self, town: str, fence: int) -> None:
        super().__init__(
            f"writer {fence} of town {town!r} has no say any more: a newer one has it, or it is gone"
        )
        self.town, self.fence = town, fence


class LogBroken(Exception):
    """A batch does not continue the stored log. Nothing was written; load the town again."""


@dataclass(frozen=True)
class Head:
    """The horizon: the position up to which every event is final. `seq` counts the events up to it."""

    tick: int
    order: int
    seq: int


@dataclass
class Batch:
    """All that one commit carries: it is stored as a whole or not at all."""

    head: Head
    """The horizon after it."""
    events: list[Recorded] = field(default_factory=list)
    questions: list[AnyQuestion] = field(default_factory=list)
    """New questions, open unless they are `closed` by the same batch."""
    answers: list[AnswerGiven] = field(default_factory=list)
    """Answers given in the engine's own process, to be recorded as applied."""
    closed: list[str] = field(default_factory=list)
    """Keys of the questions that are now answered or lapsed; their answers become applied."""
    stamps: dict[str, Stamp] = field(default_factory=dict)
    """Question key to stamp, for answers stamped on arrival."""
    fates: list[tuple[int, Fate]] = field(default_factory=list)
    """Input id to what became of it."""
    reasked: list[AnyQuestion] = field(default_factory=list)
    """Questions that are stored already, as they are put now: before another mind."""
    snapshot: tuple[dict[str, Any], dict[str, Any]] | None = None
    """Public and private document of the state at `head` (`backend.domain.snapshot`)."""


@dataclass(frozen=True)
class Clock:
    """How people want the town to run; `version` rises with every change."""

    paused: bool
    speed: float
    """Simulated seconds per real second; 0 is as fast as can be."""
    pause_at: int | None
    """The tick at which the running town pauses."""
    step_to: int | None
    """The tick to which the paused town advances, as fast as can be."""
    version: int
    status: TownStatus
    unwatched: float = 0.0
    """Real seconds since a page was last seen to watch the town, or somebody let it run."""


class Journal(Protocol):
    """The store as one engine sees it.

    Every method may raise StoreUnavailable: the commit under way may or may not have happened then, so load
    the town again before going on.
    """

    def commit(self, batch: Batch) -> None:
        """Stores the batch in one transaction. Raises LeaseLost, LogBroken."""

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        """Moves the horizon over ticks without events, and says how the town runs. Raises LeaseLost.

        Args:
            reached: simulated seconds per real second, lately.
            waiting: the questions it waits for: resident, question, since_tick, seconds.
        """

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        """All waiting inputs, oldest first, and all answers that no batch has closed."""

    def clock(self) -> Clock:
        """The clock as it is now."""

    def stand_still(self, clock: Clock) -> None:
        """Pauses a town that has reached `pause_at` or `step_to`, unless people changed the clock since.

        Raises LeaseLost.
        """
