"""What cognition hands to the engine: finished events, and wishes that the world may refuse.

A wish is carried out at the tick at which it is handed over, under the norms of the town.
"""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.events import AnyEvent, PlannedAction
from backend.domain.questions import AnyQuestion

MOST_TALKERS = 4
"""So many take part in a talk at most."""
TEND = "tend"
"""The need of one who looks after an object that is in an unusual state."""


@dataclass(frozen=True)
class Ask:
    """Put a question before the resident's mind."""

    question: AnyQuestion
    about: str | None = None


@dataclass(frozen=True)
class Act:
    """Go somewhere and do something. What the resident did before ends."""

    resident: str
    action: PlannedAction
    why: str
    block: int | None = None
    cause: str | None = None
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Converse:
    """Begin to talk with `other`, if it is near, awake and free."""

    resident: str
    other: str
    cause: str


@dataclass(frozen=True)
class Join:
    """Join a talk that others have, if it is near and not too many take part."""

    resident: str
    talk: str
    cause: str


@dataclass(frozen=True)
class Utter:
    """Say one line of a talk."""

    resident: str
    talk: str
    text: str
    tells: tuple[str, ...] = ()
    introduces: bool = False
    ends: bool = False
    cause: str | None = None


@dataclass(frozen=True)
class Approach:
    """Come up to somebody from outside to speak to it first, if it is near and nobody else does."""

    resident: str
    visitor: str
    cause: str


@dataclass(frozen=True)
class Hail:
    """Say the first words to a visitor, if it is still there."""

    resident: str
    visitor: str
    text: str
    cause: str


Wish = AnyEvent | Ask | Act | Converse | Join | Utter | Approach | Hail
