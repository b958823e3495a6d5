"""Interventions that wait for something to come about: armed, met, fired, or given up."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.domain.events.conditions import Condition
from backend.domain.events.event import Event


class Trail(BaseModel):
    """Who has something from whom: what the memories that carry it are told by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    percepts: tuple[str, ...] = ()
    """Whoever perceives one of these comes to know it."""
    memories: dict[str, str] = {}
    """The memories that carry it, by id, each with the resident who has it."""


class Armed(Event):
    """An intervention waits for its condition; no resident notices."""

    kind: Literal["armed"] = "armed"
    armed: str
    """Its id, "armed:TICK." and a hash of what is to be done and when."""
    when: Condition
    do: dict[str, Any]
    """The input that it is to become, as JSON, with its `kind`."""
    by: str
    """Who armed it, by name."""
    until: int
    """The last tick at which the condition counts."""
    trail: Trail | None = Field(default=None, exclude_if=lambda trail: trail is None)
    """Where it waits for what was announced, remembered or believed to be known: who does already."""


class ConditionMet(Event):
    """What it waits for has come about; it is fired with the next tick."""

    kind: Literal["condition_met"] = "condition_met"
    armed: str
    who: str | None = None
    """By whom: who came in, who came to know; None where it is nobody's doing."""


class Fired(Event):
    """The intervention is done now, as if its author sent it; the events that it makes follow."""

    kind: Literal["fired"] = "fired"
    armed: str


class Misfired(Event):
    """… but it cannot be done any more: nothing was changed."""

    kind: Literal["misfired"] = "misfired"
    armed: str
    error: str
    """Name of the refusal."""
    reason: str


class Expired(Event):
    """What it waited for never came about."""

    kind: Literal["expired"] = "expired"
    armed: str


class Disarmed(Event):
    """A director does not want it any more."""

    kind: Literal["disarmed"] = "disarmed"
    armed: str
    by: str
