"""A span of a town: where it began, and what happened in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.domain.events import Recorded
from backend.domain.scenario import Scenario
from backend.domain.state import TownState
from backend.replay.shown import MEMORIES, SEEN, shown_event, shown_state
from backend.scenarios import scenario_document

VERSION = 1
"""Of the form of the file's data; the player in the file fits it."""


@dataclass(frozen=True)
class Recording:
    """What a replay shows. `log` may hold more kinds of events than are shown."""

    name: str
    """The town's."""
    scenario: Scenario
    """With all who live there at the end of the span."""
    state: TownState
    """After all events of tick `from_tick`."""
    log: Sequence[Recorded]
    """The events after `from_tick` up to `upto_tick`, itself included, in order."""
    from_tick: int
    upto_tick: int
    memories: bool = False
    """Whether the texts of the memories that were formed in the span go with it."""

    def document(self) -> dict[str, Any]:
        """As JSON: `backend.api.routes.replay.ReplayData` without its pictures."""
        kinds = kinds_of(self.memories)
        return {
            "version": VERSION,
            "name": self.name,
            "from_tick": self.from_tick,
            "upto_tick": self.upto_tick,
            "memories": self.memories,
            "scenario": scenario_document(self.scenario),
            "state": shown_state(self.state.document()),
            "events": [
                {
                    "seq": recorded.seq,
                    "tick": recorded.tick,
                    "order": recorded.order,
                    "event": shown_event(recorded.event.model_dump(mode="json")),
                }
                for recorded in self.log
                if recorded.event.kind in kinds
            ],
        }

    @property
    def snows(self) -> bool:
        """Whether snow lies or falls at any time in it."""
        return self.state.weather == "snow" or any(
            recorded.event.kind == "weather_changed" and recorded.event.weather == "snow"
            for recorded in self.log
        )


def kinds_of(memories: bool) -> frozenset[str]:
    """The kinds of events that a replay holds."""
    return SEEN | MEMORIES if memories else SEEN
