"""Names that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar

from backend.api.problems.problem import Problem


class _UnknownName(Problem):
    """A name in the path (404).

    Args:
        wanted: the name, or number, that was asked for.
        known: those that there are, where the nearest of them is worth telling.
    """

    status = 404
    what: ClassVar[str]
    remedy: ClassVar[str]
    """What to do where no known name is near. `{known}` stands for all of them."""

    def __init__(self, wanted: str | int, known: Iterable[str] = ()) -> None:
        names = sorted(known)
        close = nearest(str(wanted), names)
        todo = f"Did you mean {close!r}?" if close else self.remedy.replace("{known}", ", ".join(names))
        more = {"nearest": close} if close else {}
        super().__init__(f"There is no {self.what} {str(wanted)[:80]!r}. {todo}", **more)


class UnknownScenario(_UnknownName):
    name = "unknown-scenario"
    title = "There is no such scenario"
    what = "scenario"
    remedy = "GET /api/scenarios lists all scenarios."


class UnknownTown(_UnknownName):
    name = "unknown-town"
    title = "There is no such town"
    what = "town"
    remedy = "GET /api/towns lists all towns."


class UnknownResident(_UnknownName):
    name = "unknown-resident"
    title = "There is no such resident"
    what = "resident"
    remedy = "Its residents are {known}."


class UnknownPlace(_UnknownName):
    name = "unknown-place"
    title = "There is no such place"
    what = "place"
    remedy = "Name a sector or an arena of the town's map by its address."


class UnknownObject(_UnknownName):
    name = "unknown-object"
    title = "There is no such object"
    what = "object"
    remedy = "Name an object of the town's map by its address."


class UnknownKind(_UnknownName):
    name = "unknown-kind"
    title = "There is no such kind"
    what = "kind"
    remedy = "The kinds are {known}."


class UnknownVisitor(_UnknownName):
    name = "unknown-visitor"
    title = "There was no such visitor"
    what = "visitor"
    remedy = "GET /api/towns/{town}/visitors lists all of them."


class UnknownToken(_UnknownName):
    name = "unknown-token"
    title = "There is no such token"
    what = "token"
    remedy = "GET /api/tokens lists all tokens."


class UnknownInput(_UnknownName):
    name = "unknown-input"
    title = "There is no such input"
    what = "input"
    remedy = "Use the id that the POST of the input answered."


class UnknownBookmark(_UnknownName):
    name = "unknown-bookmark"
    title = "There is no such bookmark"
    what = "bookmark"
    remedy = "GET /api/towns/{town}/bookmarks lists all of the town."


class UnknownMemory(_UnknownName):
    name = "unknown-memory"
    title = "There is no such memory"
    what = "memory of this resident"
    remedy = "GET …/memories lists them."


class UnknownNews(_UnknownName):
    name = "unknown-news"
    title = "There is no such item of news"
    what = "item of news"
    remedy = "GET /api/towns/{town}/news lists them."


class UnknownBelief(_UnknownName):
    name = "unknown-belief"
    title = "There is no such belief"
    what = "belief"
    remedy = "GET …/state lists the beliefs of each resident."


class UnknownCommitment(_UnknownName):
    name = "unknown-commitment"
    title = "There is no such commitment"
    what = "commitment"
    remedy = "GET …/state lists all commitments."


class UnknownCall(_UnknownName):
    name = "unknown-call"
    title = "There is no such call"
    what = "call"
    remedy = "GET /api/towns/{town}/calls lists all calls."


class UnknownEvent(Problem):
    status = 404
    name = "unknown-event"
    title = "There is no such event"

    def __init__(self, seq: int, head: int) -> None:
        todo = f"The log has events 1 to {head}." if head else "The log is empty yet."
        super().__init__(f"There is no event {seq}. {todo}")


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
