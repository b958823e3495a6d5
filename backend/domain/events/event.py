"""What all events share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """Base of all events. `resident` is the body it is mainly about, for filters; None where there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def subject(self) -> str | None:
        return getattr(self, "resident", None)
