"""A director who acts for a resident for a while (paper, section 3.1: users may embody an agent)."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event


class SteppedInto(Event):
    """From now on the resident does what somebody from outside has it do; its own mind decides nothing."""

    kind: Literal["stepped_into"] = "stepped_into"
    resident: str
    visitor: str
    """Who acts for it."""
    name: str


class SteppedOut(Event):
    """The resident is its own again."""

    kind: Literal["stepped_out"] = "stepped_out"
    resident: str
    reason: Literal["left", "silent", "gone"] = "left"
    """gone: the resident has left the town."""
