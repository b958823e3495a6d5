"""Everything that can be wrong with a request, as RFC 9457 problem documents: one registry of named problems.

A problem says what to do about it. A stack trace goes to the log, never to a page.
"""

from __future__ import annotations

from backend.api.problems.failures import InternalError, ServiceAway, StoreAway
from backend.api.problems.problem import MEDIA_TYPE, PREFIX, FieldFault, Problem, ProblemDocument
from backend.api.problems.refusals import (
    ForeignOrigin,
    Muted,
    NotAllowed,
    NotSignedIn,
    NotYourself,
    Removed,
    TokenRefused,
    TooManyRequests,
    WalkingTooFast,
)
from backend.api.problems.requests import (
    InvalidRequest,
    Malformed,
    MethodNotAllowed,
    Refused,
    TooLarge,
    UnknownInBody,
)
from backend.api.problems.spans import BadSpan, DayNotLived, ReplayUnready
from backend.api.problems.unfit import (
    KeyReused,
    NameTaken,
    NothingToUndo,
    NotOneFamily,
    ResidentNotThere,
    ScenarioFaulty,
    TickNotYet,
    TickPassed,
    TownEnded,
    TownGone,
    TownHasBranches,
)
from backend.api.problems.unknown import (
    NotFound,
    UnknownBelief,
    UnknownBookmark,
    UnknownCall,
    UnknownCommitment,
    UnknownEvent,
    UnknownInput,
    UnknownKind,
    UnknownMemory,
    UnknownNews,
    UnknownObject,
    UnknownPlace,
    UnknownResident,
    UnknownScenario,
    UnknownToken,
    UnknownTown,
    UnknownVisitor,
    nearest,
)

__all__ = [
    "MEDIA_TYPE",
    "PREFIX",
    "BadSpan",
    "DayNotLived",
    "FieldFault",
    "ForeignOrigin",
    "InternalError",
    "InvalidRequest",
    "KeyReused",
    "Malformed",
    "MethodNotAllowed",
    "Muted",
    "NameTaken",
    "NotAllowed",
    "NotFound",
    "NotOneFamily",
    "NotSignedIn",
    "NotYourself",
    "NothingToUndo",
    "Problem",
    "ProblemDocument",
    "Refused",
    "Removed",
    "ReplayUnready",
    "ResidentNotThere",
    "ScenarioFaulty",
    "ServiceAway",
    "StoreAway",
    "TickNotYet",
    "TickPassed",
    "TokenRefused",
    "TooLarge",
    "TooManyRequests",
    "TownEnded",
    "TownGone",
    "TownHasBranches",
    "UnknownBelief",
    "UnknownBookmark",
    "UnknownCall",
    "UnknownCommitment",
    "UnknownEvent",
    "UnknownInBody",
    "UnknownInput",
    "UnknownKind",
    "UnknownMemory",
    "UnknownNews",
    "UnknownObject",
    "UnknownPlace",
    "UnknownResident",
    "UnknownScenario",
    "UnknownToken",
    "UnknownTown",
    "UnknownVisitor",
    "WalkingTooFast",
    "all_problems",
    "nearest",
]


def all_problems() -> dict[str, type[Problem]]:
    """Every problem by its name."""
    found: dict[str, type[Problem]] = {}
    waiting = list(Problem.__subclasses__())
    while waiting:
        problem = waiting.pop()
        waiting.extend(problem.__subclasses__())
        if "name" in vars(problem):
            found[problem.name] = problem
    return dict(sorted(found.items()))
