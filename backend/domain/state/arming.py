"""What waits for a condition, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from backend.domain.events import Condition

MOST_SPENT = 12
"""So many of the last that wait no more are kept in view."""


@dataclass(frozen=True)
class ArmedIntervention:
    id: str
    when: Condition
    do: dict[str, Any]
    """The input that it is to become, as JSON, with its `kind`."""
    by: str
    since: int
    """The tick at which it was armed."""
    until: int
    """The last tick at which the condition counts."""
    met: int | None = None
    """The tick at which the condition was met; it is fired with the next one."""
    who: str | None = None
    """By whom it was met."""
    ended: int | None = None
    """The tick from which it waits no more."""
    how: Literal["fired", "failed", "expired", "cancelled"] | None = None
    reason: str = ""
    """Failed: what was wrong; cancelled: by whom."""
    error: str = ""
    """Failed: name of the refusal."""


def armed_document(armed: ArmedIntervention) -> dict[str, Any]:
    """What a page may see of it, JSON-serialisable."""
    document = {field.name: getattr(armed, field.name) for field in fields(armed)}
    return {**document, "when": armed.when.model_dump(mode="json")}
