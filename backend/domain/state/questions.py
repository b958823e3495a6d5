"""What is being asked: of minds, and of the game master."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from backend.domain.events import Effect, QuestionKind, Verdict

MOST_REQUESTS = 12
"""So many of the last requests to the game master are kept in view."""


@dataclass(frozen=True)
class OpenQuestion:
    key: str
    question: QuestionKind
    resident: str
    tick: int
    effect: int | None
    about: str | None


@dataclass(frozen=True)
class AskedFor:
    """What a director asked of the game master, and how it was judged."""

    id: str
    text: str
    by: str
    at_once: bool
    tick: int
    verdict: Verdict | None = None
    """None: not judged yet."""
    reason: str = ""
    effects: tuple[Effect, ...] = ()
    carried_out: int | None = None
    """The tick since which it is so."""
    carried_out_by: str = ""


def request_document(request: AskedFor) -> dict[str, Any]:
    """What a page may see of it, JSON-serialisable."""
    return {**asdict(request), "effects": [effect.model_dump() for effect in request.effects]}
