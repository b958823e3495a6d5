"""Everything that can be wrong with a request, as RFC 9457 problem documents: one registry of named problems.

A problem says what to do about it. A stack trace goes to the log, never to a page.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from backend.domain.roles import Role

MEDIA_TYPE = "application/problem+json"
PREFIX = "/problems/"


class FieldFault(BaseModel):
    """One thing that is wrong in a request."""

    where: str = Field(examples=["body.input.text"])
    detail: str = Field(examples=["is empty; send at least one visible character"])


class ProblemDocument(BaseModel):
    """RFC 9457, application/problem+json."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(
        description="/problems/NAME; the page at that address explains it.",
        examples=["/problems/unknown-town"],
    )
    title: str = Field(examples=["There is no such town"])
    status: int = Field(examples=[404])
    detail: str = Field(
        description="What is wrong here and what to do.",
        examples=["There is no town 't-nowhere'. GET /api/towns lists all towns."],
    )
    instance: str | None = Field(default=None, description="The path that was asked for.")
    nearest: str | None = Field(default=None, description="What was probably meant, for an unknown name.")
    faults: list[FieldFault] | None = Field(
        default=None, description="All that is wrong, for a malformed request."
    )


class Problem(Exception):
    """Base of all problems: raised by a route, told to who asked.

    Args:
        detail: what is wrong in this case and what to do.
        extensions: further members of the document.
    """

    status: int
    name: ClassVar[str]
    title: ClassVar[str]
    headers: Mapping[str, str] = {}

    def __init__(self, detail: str, **extensions: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extensions = extensions

    def document(self, instance: str) -> dict[str, Any]:
        known = {
            "type": PREFIX + self.name,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        return known | {"instance": instance} | self.extensions


# -- names that nobody knows


class _UnknownName(Problem):
    """A name in the path (404)."""

    status = 404

    def __init__(self, what: str, name: str, known: Iterable[str], otherwise: str) -> None:
        close = nearest(name, known)
        remedy = f"Did you mean {close!r}?" if close else otherwise
        super().__init__(
            f"There is no {what} {name[:80]!r}. {remedy}", **({"nearest": close} if close else {})
        )


class UnknownScenario(_UnknownName):
    name = "unknown-scenario"
    title = "There is no such scenario"

    def __init__(self, scenario: str, known: Iterable[str]) -> None:
        super().__init__("scenario", scenario, known, "GET /api/scenarios lists all scenarios.")


class UnknownTown(_UnknownName):
    name = "unknown-town"
    title = "There is no such town"

    def __init__(self, town: str) -> None:
        super().__init__("town", town, (), "GET /api/towns lists all towns.")


class UnknownResident(_UnknownName):
    name = "unknown-resident"
    title = "There is no such resident"

    def __init__(self, resident: str, known: Iterable[str]) -> None:
        known = sorted(known)
        super().__init__("resident", resident, known, f"Its residents are {', '.join(known)}.")


class UnknownPlace(_UnknownName):
    name = "unknown-place"
    title = "There is no such place"

    def __init__(self, place: str, known: Iterable[str]) -> None:
        super().__init__("place", place, known, "Name a sector or an arena of the town's map by its address.")


class UnknownObject(_UnknownName):
    name = "unknown-object"
    title = "There is no such object"

    def __init__(self, thing: str, known: Iterable[str]) -> None:
        super().__init__("object", thing, known, "Name an object of the town's map by its address.")


class UnknownKind(_UnknownName):
    name = "unknown-kind"
    title = "There is no such kind"

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        known = sorted(known)
        super().__init__("kind", kind, known, f"The kinds are {', '.join(known)}.")


class UnknownVisitor(_UnknownName):
    name = "unknown-visitor"
    title = "There was no such visitor"

    def __init__(self, visitor: str, known: Iterable[str]) -> None:
        super().__init__("visitor", visitor, known, "GET /api/towns/{town}/visitors lists all of them.")


class UnknownToken(_UnknownName):
    name = "unknown-token"
    title = "There is no such token"

    def __init__(self, token: str) -> None:
        super().__init__("token", token, (), "GET /api/tokens lists all tokens.")


class UnknownInput(_UnknownName):
    name = "unknown-input"
    title = "There is no such input"

    def __init__(self, number: int) -> None:
        super().__init__("input", str(number), (), "Use the id that the POST of the input answered.")


class UnknownEvent(_UnknownName):
    name = "unknown-event"
    title = "There is no such event"

    def __init__(self, seq: int, head: int) -> None:
        todo = f"The log has events 1 to {head}." if head else "The log is empty yet."
        super().__init__("event", str(seq), (), todo)


class UnknownMemory(_UnknownName):
    name = "unknown-memory"
    title = "There is no such memory"

    def __init__(self, memory: str) -> None:
        super().__init__("memory of this resident", memory, (), "GET …/memories lists them.")


class UnknownNews(_UnknownName):
    name = "unknown-news"
    title = "There is no such item of news"

    def __init__(self, item: str, known: Iterable[str]) -> None:
        super().__init__("item of news", item, known, "GET /api/towns/{town}/news lists them.")


class UnknownCall(_UnknownName):
    name = "unknown-call"
    title = "There is no such call"

    def __init__(self, number: int) -> None:
        super().__init__("call", str(number), (), "GET /api/towns/{town}/calls lists all calls.")


class NotFound(Problem):
    status = 404
    name = "not-found"
    title = "There is nothing at this address"


# -- what somebody may not do


class NotSignedIn(Problem):
    status = 401
    name = "not-signed-in"
    title = "This needs a token"
    headers: Mapping[str, str] = {"WWW-Authenticate": "Bearer"}

    def __init__(self) -> None:
        super().__init__(
            "Open the link that you were given, or send its token as `Authorization: Bearer TOKEN`. "
            "`make up` prints the director's link."
        )


class TokenRefused(Problem):
    """One text for all reasons: who guesses learns nothing."""

    status = 401
    name = "token-refused"
    title = "The token does not count"
    headers: Mapping[str, str] = {"WWW-Authenticate": 'Bearer error="invalid_token"'}

    def __init__(self) -> None:
        super().__init__(
            "It is mistyped, has expired or was taken back. Ask whoever gave it to you for a new link; "
            "`make up` prints the director's."
        )


class NotAllowed(Problem):
    status = 403
    name = "not-allowed"
    title = "Your role may not do this"

    def __init__(self, needed: Role, role: Role) -> None:
        super().__init__(
            f"This needs a {needed.value}'s token, yours is a {role.value}'s. Ask a director for a link.",
            needed=needed.value,
            role=role.value,
        )


class NotYourself(Problem):
    status = 403
    name = "not-yourself"
    title = "You can only speak and walk as yourself"

    def __init__(self, visitor: str) -> None:
        super().__init__(f"With your token you are {visitor!r}; send that as `visitor`.", visitor=visitor)


class Muted(Problem):
    status = 403
    name = "muted"
    title = "A director has taken the word from you"

    def __init__(self) -> None:
        super().__init__("You can still walk and listen in this town. Ask a director to let you speak again.")


class Removed(Problem):
    status = 403
    name = "removed"
    title = "A director has shown you out of this town"

    def __init__(self) -> None:
        super().__init__("You can still watch it. Ask a director to let you in again.")


class ForeignOrigin(Problem):
    status = 403
    name = "foreign-origin"
    title = "Another site's page may not do this"

    def __init__(self) -> None:
        super().__init__(
            "Open the page of this server itself. Whoever runs it can name other sites in TOWNLET_ORIGINS; "
            "these send a token, not a cookie."
        )


class TooManyRequests(Problem):
    status = 429
    name = "too-many-requests"
    title = "That is too much at once"

    def __init__(self, most: int, reset_time: float) -> None:
        self.headers = {"Retry-After": str(max(1, math.ceil(reset_time - time.time())))}
        super().__init__(
            f"No more than {most} of these are taken in a minute. Wait as long as Retry-After says."
        )


class WalkingTooFast(Problem):
    status = 429
    name = "walking-too-fast"
    title = "Nobody walks that fast"

    def __init__(self, seconds: float) -> None:
        self.headers = {"Retry-After": str(max(1, math.ceil(seconds)))}
        super().__init__(
            f"Visitors walk 4 tiles a second. Send these steps again in {seconds:.1f} s.",
            wait=round(seconds, 2),
        )


# -- what does not fit the town as it is


class NameTaken(Problem):
    status = 409
    name = "name-taken"
    title = "Somebody else has this name"

    def __init__(self, resident: str) -> None:
        super().__init__(f"{resident} lives here. Choose another name, so that nobody takes you for them.")


class TownGone(Problem):
    status = 410
    name = "town-gone"
    title = "The town was deleted"

    def __init__(self, town: str) -> None:
        super().__init__(f"The town {town!r} was deleted. Make a new one with POST /api/towns.")


class TownEnded(Problem):
    status = 409
    name = "town-ended"
    title = "The town's life is over"

    def __init__(self, town: str) -> None:
        super().__init__(
            f"The town {town!r} has ended: it can be watched and replayed, but not changed. "
            "Make a new one with POST /api/towns."
        )


class ScenarioFaulty(Problem):
    status = 409
    name = "scenario-faulty"
    title = "The scenario has faults"


class KeyReused(Problem):
    status = 409
    name = "key-reused"
    title = "The idempotency key was used for something else"

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The key {key!r} belongs to another input of this town. Send each new input with a new key."
        )


class TickPassed(Problem):
    status = 409
    name = "tick-passed"
    title = "That moment has passed"

    def __init__(self, tick: int, horizon: int) -> None:
        super().__init__(
            f"The town's horizon is at tick {horizon}, tick {tick} is past. Name a later one.",
            horizon=horizon,
        )


class TickNotYet(Problem):
    status = 409
    name = "tick-not-yet"
    title = "The town has not lived that far"

    def __init__(self, tick: int, horizon: int) -> None:
        super().__init__(
            f"Tick {tick} has not been lived; the horizon is at {horizon}. Ask for one up to it, or wait.",
            horizon=horizon,
        )


# -- what the request itself is wrong about


class Malformed(Problem):
    status = 400
    name = "malformed-json"
    title = "The body is not JSON"


class InvalidRequest(Problem):
    status = 422
    name = "invalid-request"
    title = "The request does not fit"


class UnknownInBody(Problem):
    """An unknown name inside of a request: the same problem as in a path, as 422."""

    status = 422
    name = "unknown-name"
    title = "The request names something that is not there"

    def __init__(self, unknown: _UnknownName, where: str) -> None:
        faults = [{"where": where, "detail": unknown.detail}]
        super().__init__(unknown.detail, faults=faults, **unknown.extensions)
        self.unknown = unknown

    def document(self, instance: str) -> dict[str, Any]:
        return super().document(instance) | {"type": PREFIX + self.unknown.name, "title": self.unknown.title}


class MethodNotAllowed(Problem):
    status = 405
    name = "method-not-allowed"
    title = "This address does not take this method"


class TooLarge(Problem):
    status = 413
    name = "too-large"
    title = "The request is too large"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"A request holds at most {most // 1024} KiB. Send less, or in several requests.", most=most
        )


class Refused(Problem):
    """Whatever else the server's own parts refuse, with their status."""

    status = 400
    name = "refused"
    title = "The request was refused"

    def __init__(self, detail: str, status: int) -> None:
        super().__init__(detail)
        self.status = status


# -- what is wrong on this side


class StoreAway(Problem):
    status = 503
    name = "store-unavailable"
    title = "The database does not answer"
    headers: Mapping[str, str] = {"Retry-After": "1"}

    def __init__(self) -> None:
        super().__init__("Nothing is lost. Try again in a second; if it stays away, see `townlet doctor`.")


class ServiceAway(Problem):
    status = 503
    name = "service-away"
    title = "A part of Townlet is away"
    headers: Mapping[str, str] = {"Retry-After": "1"}


class InternalError(Problem):
    status = 500
    name = "internal-error"
    title = "Townlet made a mistake"

    def __init__(self) -> None:
        super().__init__(
            "This is a fault of Townlet, not of the request. The server's log says more; please report it."
        )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that `word` was probably meant to be: the whole, its last part, or its likeness."""
    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    wanted = word.casefold()
    tails: dict[str, str] = {}
    for name in names:
        tails.setdefault(name.casefold().rpartition(":")[2], name)
    for among in (folded, tails):
        if close := get_close_matches(wanted, among, n=1, cutoff=0.6):
            return among[close[0]]
    return None


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
