"""Who answers for residents."""

from __future__ import annotations

from typing import Literal

from backend.domain.events import MindChoice
from backend.domain.inputs.input import Input


class SetMind(Input):
    """A director chooses who answers for a resident."""

    kind: Literal["set_mind"] = "set_mind"
    resident: str | None = None
    """None is everybody."""
    mind: MindChoice
