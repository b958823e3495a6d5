"""Names that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from backend.api.problems.problem import Problem


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


class UnknownBookmark(_UnknownName):
    name = "unknown-bookmark"
    title = "There is no such bookmark"

    def __init__(self, number: int) -> None:
        super().__init__(
            "bookmark", str(number), (), "GET /api/towns/{town}/bookmarks lists all of the town."
        )


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
